"""Reads an intake workbook: from a file to typed rows and faults, without store, rulebook or clock.

Callers that only need the types take them from `render.intake_rows`, which does not load openpyxl.
"""

import io
import warnings
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol, cast

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from csdesk.render.intake_cells import Cell, Raw, is_blank
from csdesk.render.intake_grid import GridReader
from csdesk.render.intake_grid_head import Head, find_head
from csdesk.render.intake_layout import HEADING_ROWS, SHEETS, Layout, is_code_list, layout_of
from csdesk.render.intake_rows import Fault, IntakeReading, SheetKind, SheetReading
from csdesk.render.intake_safety import DAMAGED, Limits, Package, open_package
from csdesk.render.intake_sheet import Line, SheetReader, match_headings
from csdesk.render.steps import Steps

__all__ = ["Limits", "read_intake"]

_EXCEL_ROWS = 1_048_576


class _SourceCell(Protocol):
    """What is asked of a cell of openpyxl."""

    @property
    def value(self) -> Raw | None: ...
    @property
    def data_type(self) -> str: ...
    @property
    def number_format(self) -> str | None: ...


def read_intake(
    path: Path,
    *,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> IntakeReading:
    """Return what the workbook at `path` says, with every fault that can be told from the file alone.

    progress: called with rows done and rows in all. cancelled: asked now and then; where it says yes, `Cancelled`
    is raised. A file that is no workbook, too big, damaged or with macros gives one fault and no sheets.
    """
    limits = limits or Limits()
    package = open_package(path, limits)
    if isinstance(package, Fault):
        return IntakeReading(path.name, faults=(package,))
    steps = Steps(progress, cancelled)
    with warnings.catch_warnings():
        # openpyxl warns of whatever it would lose on saving; nothing is saved.
        warnings.filterwarnings("ignore", category=UserWarning)
        try:
            book = openpyxl.load_workbook(io.BytesIO(package.content), read_only=True, data_only=True, keep_links=False)
        except DAMAGED:
            return IntakeReading(path.name, faults=(Fault("", "", "file.damaged"),))
        try:
            return _read(path.name, book, package, limits, steps)
        finally:
            book.close()


def _read(name: str, book: Workbook, package: Package, limits: Limits, steps: Steps) -> IntakeReading:
    """Read every sheet that is ours and that is read already; name the others."""
    chosen, faults = _choose(book, limits)
    steps.total = sum(min(book[title].max_row or 0, limits.rows) for title in chosen)
    sheets: list[SheetReading] = []
    unreadable: list[SheetKind] = []
    for title, form in chosen.items():
        reader: SheetReader | GridReader
        if isinstance(form, Head):
            reader, kind = GridReader(form, title, limits.rows, steps), SheetKind.ROSTER
        else:
            reader, kind = SheetReader(form, title, limits.rows, steps), form.kind
        traits = package.traits(title, steps.ask)
        lines = _Lines(book[title], limits)
        reading = reader.read(lines, traits) if traits is not None else None
        faults += reader.faults
        if traits is None or lines.damaged:
            faults.append(Fault(title, "", "sheet.damaged"))
            reading = None
        if reading is None:
            unreadable.append(kind)
        else:
            sheets.append(reading)
    unread = [title for title in book.sheetnames if title not in chosen and not is_code_list(title)]
    if not chosen:
        faults.append(Fault("", "", "sheets.none", {"sheets": _names_of_read_sheets()}))
    steps.finish()
    return IntakeReading(
        name,
        sheets=tuple(sheets),
        unread=tuple(unread),
        faults=tuple(faults),
        unknown=tuple(title for title in unread if layout_of(title) is None),
        unreadable=tuple(unreadable),
    )


def _choose(book: Workbook, limits: Limits) -> tuple[dict[str, Layout | Head], list[Fault]]:
    """Return the sheets to read, by title; where two mean the same, the first, with a fault at the other.

    A roster may also hang there as a grid, under any name that says so, and one for each month.
    """
    chosen: dict[str, Layout | Head] = {}
    faults: list[Fault] = []
    holder: dict[SheetKind, str] = {}
    for sheet in book.worksheets:
        layout = layout_of(sheet.title)
        grid = _grid(sheet, layout, limits)
        if grid is not None:
            chosen[sheet.title] = grid
        elif layout is None or layout.row is None:
            continue
        elif layout.kind in holder:
            faults.append(Fault(sheet.title, "", "sheet.twice", {"other": holder[layout.kind]}))
        else:
            holder[layout.kind] = sheet.title
            chosen[sheet.title] = layout
    return chosen, faults


def _grid(sheet: Worksheet, layout: Layout | None, limits: Limits) -> Head | None:
    """Return the head of a roster that is kept as a grid; None for any other sheet. layout: that of its name."""
    if (layout is not None and layout.kind is not SheetKind.ROSTER) or is_code_list(sheet.title):
        return None
    top = list(islice(_Lines(sheet, limits), HEADING_ROWS))
    if layout is not None and any(layout.required <= match_headings(layout, 0, line).fields for line in top):
        return None
    head = find_head(sheet.title, top)
    return head if head is not None and (layout is not None or head.is_roster) else None


def _names_of_read_sheets() -> str:
    return ", ".join(f"{layout.title.en} {layout.title.zh}" for layout in SHEETS if layout.row is not None)


class _Lines:
    """The rows of a sheet from the first on; ends early, and says so in `damaged`, where the sheet cannot be parsed."""

    def __init__(self, sheet: Worksheet, limits: Limits) -> None:
        self.damaged = False
        # Read row by row, a sheet gives cells of a kind of their own, which the stubs do not know.
        rows = sheet.iter_rows(max_row=_EXCEL_ROWS, max_col=limits.columns)
        self._rows = cast(Iterator[tuple[_SourceCell, ...]], iter(rows))

    def __iter__(self) -> Iterator[Line]:
        blank: tuple[_SourceCell, ...] | None = None
        while True:
            try:
                row = next(self._rows)
                # openpyxl fills a gap with one and the same row, up to a million times.
                line = [] if row is blank else [_cell(cell) for cell in row]
            except StopIteration:
                return
            except DAMAGED:
                self.damaged = True
                return
            if not any(line):
                blank, line = row, []
            yield line


def _cell(cell: _SourceCell) -> Cell | None:
    """Return a cell of openpyxl as ours; its format is looked up only where one matters."""
    value = cell.value
    if value is None or is_blank(value):
        return None
    if isinstance(value, int | float):
        return Cell(value, cell.data_type == "e", cell.number_format or "General")
    return Cell(value, cell.data_type == "e")
