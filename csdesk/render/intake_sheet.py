"""One sheet of an intake workbook: finds its headings, reads its rows, lists its faults."""

import datetime
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from string import ascii_uppercase

from openpyxl.utils import get_column_letter

from csdesk.core.problem import Detail
from csdesk.render.intake_cells import Cell, Value, Wrong, read_cell, shown
from csdesk.render.intake_layout import (
    HEADING_ROWS,
    Column,
    Layout,
    columns_by_name,
)
from csdesk.render.intake_rows import Fault, PartialRow, Row, SheetKind, SheetReading, Where
from csdesk.render.intake_safety import Merge, SheetTraits
from csdesk.render.intake_words import fold, fold_without_unit
from csdesk.render.steps import Steps

Line = Sequence[Cell | None]
"""A row's cells from column A on; None for an empty one."""


@dataclass(frozen=True, slots=True)
class Headings:
    """A row of headings. texts, columns: all of them and the known ones, by position from 0.

    titles: how the workbook calls the known ones, by field. twice: positions of headings that came before.
    """

    row: int
    texts: Mapping[int, str]
    columns: Mapping[int, Column]
    titles: Mapping[str, str]
    twice: tuple[int, ...]
    unknown: tuple[str, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.titles)


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet. Afterwards `faults` holds all that is wrong with it."""

    layout: Layout
    title: str
    row_limit: int
    steps: Steps
    faults: list[Fault] = field(default_factory=list)
    _numbers: set[str] = field(default_factory=set)
    _partial: list[PartialRow] = field(default_factory=list)

    def read(self, lines: Iterable[Line], traits: SheetTraits) -> SheetReading | None:
        """Return what the sheet says; None where its headings are at fault. lines: all rows from the first."""
        rest = iter(lines)
        top = list(islice(rest, HEADING_ROWS))
        headings = self._headings(top)
        if headings is None:
            return None
        if not headings.titles:
            return SheetReading(self.layout.kind, self.title)
        below = (line for part in (top[headings.row :], rest) for line in part)
        rows = tuple(self._rows(below, headings, traits))
        numbers, partial = frozenset(self._numbers), tuple(self._partial)
        return SheetReading(self.layout.kind, self.title, rows, headings.unknown, numbers, partial)

    def _headings(self, top: Sequence[Line]) -> Headings | None:
        """Return the heading row; an empty one for a sheet with nothing in it; None with a fault otherwise."""
        candidates = [match_headings(self.layout, row, line) for row, line in enumerate(top, start=1)]
        found = next((c for c in candidates if self.layout.required <= c.fields), None)
        if found is None:
            if not any(cell for line in top for cell in line):
                return Headings(0, {}, {}, {}, (), ())
            best = max(candidates, key=lambda candidate: len(candidate.fields & self.layout.required))
            missing = [column for column in self.layout.columns if column.required and column.field not in best.fields]
            self._fault(
                f"{best.row}:{best.row}" if best.fields else "",
                "columns.missing",
                columns=", ".join(f"{column.title.en} {column.title.zh}" for column in missing),
                rows=HEADING_ROWS,
            )
            return None
        for position in found.twice:
            self._fault(
                f"{get_column_letter(position + 1)}{found.row}",
                "column.twice",
                column=found.texts[position],
            )
        return None if found.twice else found

    def _rows(self, lines: Iterable[Line], headings: Headings, traits: SheetTraits) -> Iterator[Row]:
        """Yield the rows below the headings that have no fault, and keep the others; blank ones are passed over."""
        row_of = self.layout.row
        assert row_of is not None  # sheets that are not read yet do not come here
        attributes = {column.field: column.attribute for column in self.layout.columns}
        letters = {column.field: get_column_letter(position + 1) for position, column in headings.columns.items()}
        merges = Merges(traits.merged, headings.columns)
        with_formulas = {int(cell.lstrip(ascii_uppercase)) for cell in traits.uncomputed}
        count = 0
        for number, line in enumerate(lines, start=headings.row + 1):
            self.steps.one()
            if not line and number not in with_formulas:
                continue
            where = Where(self.title, number, letters)
            cells = {
                column.field: line[position] if position < len(line) else None
                for position, column in headings.columns.items()
            }
            formulas = [name for name in letters if where.cell(name) in traits.uncomputed]
            if not formulas and not any(cells.values()):
                continue
            count += 1
            if count > self.row_limit:
                self._fault(where.line, "sheet.too-long", limit=self.row_limit)
                return
            before = len(self.faults)
            for name in formulas:
                self.faults.append(where.fault(name, "cell.formula", column=headings.titles[name]))
            excused = {*formulas, *self._hidden_by_merges(merges, number)}
            values = self._values(where, cells, headings.titles, excused)
            self._part_moment(where, values)
            self._numbers.update(str(values[name]) for name in ("number",) if name in values)
            told = {fault.cell for fault in self.faults[before:]}
            if not told and not excused:
                said = {attributes[name]: value for name, value in values.items()}
                yield row_of(where=where, digest=digest(self.layout.kind, values), **said)
            else:
                at_fault = excused.union(name for name in letters if where.cell(name) in told)
                self._partial.append(PartialRow(where, values, frozenset(at_fault)))

    def _values(
        self, where: Where, cells: Mapping[str, Cell | None], titles: Mapping[str, str], excused: Collection[str]
    ) -> dict[str, Value]:
        """Return the values of a row by field; what cannot be read becomes a fault. excused: may be empty."""
        values: dict[str, Value] = {}
        for column in self.layout.columns:
            name = column.field
            cell = cells.get(name)
            if cell is None:
                if column.default is not None:
                    values[name] = column.default
                if column.required and name not in excused:
                    self.faults.append(where.fault(name, "cell.empty", column=titles[name]))
                continue
            value = read_cell(cell, column)
            if isinstance(value, Wrong):
                self.faults.append(where.fault(name, value.code, column=titles[name], **value.detail))
            else:
                values[name] = value
        return values

    def _part_moment(self, where: Where, values: dict[str, Value]) -> None:
        """Give the time of a day with a time to the time's own field, unless that says something else."""
        moment = values.get("date")
        if not isinstance(moment, datetime.datetime):
            return
        values["date"] = moment.date()
        if values.setdefault("time", moment.time()) != moment.time():
            self.faults.append(
                where.fault("date", "time.twice", value=f"{moment:%H:%M}", other=f"{values['time']:%H:%M}")
            )

    def _hidden_by_merges(self, merges: "Merges", row: int) -> set[str]:
        """Return the fields of a row that lie in a merged range that hides them; each range is a fault once."""
        hidden: set[str] = set()
        for merge, fields in merges.hiding(row):
            hidden |= fields
            if merge not in merges.told:
                merges.told.add(merge)
                self._fault(merge.name, "cell.merged")
        return hidden

    def _fault(self, cell: str, code: str, /, **detail: Detail) -> None:
        self.faults.append(Fault(self.title, cell, code, detail))


def match_headings(layout: Layout, row: int, line: Line) -> Headings:
    """Return which of the layout's columns a row names: first by the whole heading, then without unit or hint."""
    names = columns_by_name(layout)
    texts = {position: shown(cell.value) for position, cell in enumerate(line) if cell}
    columns: dict[int, Column] = {}
    titles: dict[str, str] = {}
    twice: list[int] = []
    for folded in (fold, fold_without_unit):
        earlier = frozenset(titles)
        for position, text in texts.items():
            column = names.get(folded(text))
            if column is None or position in columns or column.field in earlier:
                continue
            if column.field in titles:
                twice.append(position)
            else:
                columns[position] = column
                titles[column.field] = text
    unknown = tuple(text for position, text in texts.items() if position not in columns and position not in twice)
    return Headings(row, texts, columns, titles, tuple(twice), unknown)


def digest(kind: SheetKind, values: Mapping[str, Value]) -> str:
    """Return the identity of a row: SHA-256 over its sheet's kind and its values, each in one way of writing."""
    plain = {name: _canonical(value) for name, value in values.items()}
    text = json.dumps([kind.value, plain], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _canonical(value: Value) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date | datetime.time):
        return value.isoformat()
    return str(value)


class Merges:
    """The merged ranges of a sheet that touch known columns, asked for row by row downwards."""

    def __init__(self, merges: Iterable[Merge], columns: Mapping[int, Column]) -> None:
        self.told: set[Merge] = set()
        touching = ((merge, _fields_in(merge, columns)) for merge in merges)
        self._coming = sorted((pair for pair in touching if pair[1]), key=lambda pair: pair[0].top, reverse=True)
        self._open: list[tuple[Merge, frozenset[str]]] = []

    def hiding(self, row: int) -> Iterator[tuple[Merge, frozenset[str]]]:
        """Yield the ranges that hide a cell of `row`, each with its fields.

        A range hides cells below its first row, and in its first row those beside the first known column.
        """
        while self._coming and self._coming[-1][0].top <= row:
            self._open.append(self._coming.pop())
        self._open = [pair for pair in self._open if pair[0].bottom >= row]
        return (pair for pair in self._open if pair[0].top < row or len(pair[1]) > 1)


def _fields_in(merge: Merge, columns: Mapping[int, Column]) -> frozenset[str]:
    return frozenset(column.field for position, column in columns.items() if merge.left <= position + 1 <= merge.right)
