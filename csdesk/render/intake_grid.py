"""A roster as a grid: reads its cells to the same rows as the long form gives, with every fault in its cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from csdesk.core.problem import Detail
from csdesk.core.shifts import CODE_LIMIT
from csdesk.core.staff import NAME_LIMIT
from csdesk.core.words import Words
from csdesk.render.intake_cells import Cell, Wrong, read_cell, shown
from csdesk.render.intake_grid_head import Head, Line
from csdesk.render.intake_layout import Column, Kind
from csdesk.render.intake_rows import Fault, RosterRow, SheetKind, SheetReading, Where
from csdesk.render.intake_safety import SheetTraits
from csdesk.render.intake_sheet import Merges, digest
from csdesk.render.intake_words import fold_without_unit, is_rest
from csdesk.render.steps import Steps

_BETWEEN = re.compile(r"[/+,;|、，；\s]+")
_PERSON = Column("number", Kind.NUMBER, Words("Name", "姓名"), limit=NAME_LIMIT)
_CELL = Column("shift", Kind.SHIFT, Words("Shift", "班次"), limit=10 * CODE_LIMIT)
_SUMS = frozenset({"合计", "小计", "总计", "人数", "总人数", "备注", "说明", "total", "totals", "sum", "notes", "note"})


@dataclass(slots=True)
class GridReader:
    """Reads one grid. Afterwards `faults` holds all that is wrong with it.

    row_limit: of shifts, as of the rows of any other sheet.
    """

    head: Head
    title: str
    row_limit: int
    steps: Steps
    faults: list[Fault] = field(default_factory=list)

    def read(self, lines: Iterable[Line], traits: SheetTraits) -> SheetReading | None:
        """Return what the grid says; None where its head is at fault. lines: all rows from the first."""
        self._check_head()
        if self.faults:
            return None
        head = self.head
        rows = tuple(self._rows(islice(lines, head.last, None), traits))
        others = (text for position, text in sorted(head.texts.items()) if position not in (head.names, head.numbers))
        return SheetReading(SheetKind.ROSTER, self.title, rows, tuple(others))

    def _check_head(self) -> None:
        head = self.head
        line = f"{head.row}:{head.row}"
        if head.names is None and head.numbers is None:
            self._fault(line, "grid.people-missing")
        if head.needs_month and len(head.months) > 1:
            self._fault(line, "grid.months", month=head.months[0], other=head.months[1])
        elif head.needs_month and not head.months:
            self._fault(line, "grid.month-missing")
        else:
            self._check_days()

    def _check_days(self) -> None:
        """Say which days do not come after the one before them: copied, or of another month."""
        before: date | None = None
        for position in sorted(self.head.days):
            day = self.head.date_at(position)
            if day is not None and before is not None and day <= before:
                self._fault(f"{get_column_letter(position + 1)}{self.head.row}", "grid.days", day=day, before=before)
            before = day or before

    def _rows(self, lines: Iterable[Line], traits: SheetTraits) -> Iterator[RosterRow]:
        """Yield a row for each shift, and for each cell that says that somebody rests; empty cells say nothing."""
        head = self.head
        days = {position: head.date_at(position) for position in sorted(head.days)}
        letters = {position: get_column_letter(position + 1) for position in (*self._people, *days)}
        columns = {at: Column(letter, Kind.SHIFT, Words(letter, letter)) for at, letter in letters.items()}
        merges = Merges(traits.merged, columns)
        count = 0
        for number, line in enumerate(lines, start=head.last + 1):
            self.steps.one()
            hidden = self._hidden(merges, number) | self._uncomputed(letters.values(), number, traits)
            cells = {at: line[at] for at in days if at < len(line) and letters[at] not in hidden}
            said = {at: cell for at, cell in cells.items() if cell}
            person = self._person(line, letters, number, hidden) if said else None
            if person is None:
                continue
            for position, cell in said.items():
                where = Where(
                    self.title, number, {**person.columns, "date": letters[position], "shift": letters[position]}
                )
                for row in self._shifts(cell, days[position], where, person):
                    count += 1
                    if count > self.row_limit:
                        self._fault(where.line, "sheet.too-long", limit=self.row_limit)
                        return
                    yield row

    @property
    def _people(self) -> list[int]:
        """The positions at which people stand, the number first."""
        return [position for position in (self.head.numbers, self.head.names) if position is not None]

    def _person(self, line: Line, letters: Mapping[int, str], number: int, hidden: frozenset[str]) -> "_Person | None":
        """Return whose row it is; None for a row of sums, and where it is unclear, which is a fault."""
        places = [position for position in self._people if letters[position] not in hidden]
        for position in places:
            cell = line[position] if position < len(line) else None
            if cell is None:
                continue
            read = read_cell(cell, _PERSON)
            if isinstance(read, Wrong):
                title = self.head.texts.get(position, "")
                self._fault(f"{letters[position]}{number}", read.code, column=title, **read.detail)
                return None
            if fold_without_unit(str(read)) in _SUMS:
                return None
            kind = "number" if position == self.head.numbers else "name"
            return _Person(kind, str(read), {"number": letters[position], "name": letters[position]})
        if len(places) == len(self._people):
            self._fault(f"{letters[places[0]]}{number}", "grid.nobody")
        return None

    def _shifts(self, cell: Cell, day: date | None, where: Where, person: "_Person") -> Iterator[RosterRow]:
        """Yield what a cell says: a row for each shift, or one for a day of rest."""
        value = cell.value
        text = read_cell(cell._replace(value=" ".join(value.split())) if isinstance(value, str) else cell, _CELL)
        if isinstance(text, Wrong):
            self.faults.append(where.fault("shift", text.code, column=day or shown(value), **text.detail))
            return
        written = str(text)
        parts = [written] if is_rest(written) else [part for part in _BETWEEN.split(written) if part]
        if day is None:
            if not is_rest(written):
                self.faults.append(where.fault("shift", "grid.no-such-day", value=shown(written)))
            return
        for part in parts or ["-"]:
            if len(part) > CODE_LIMIT:
                self.faults.append(where.fault("shift", "shift.unreadable", column=day, value=shown(part)))
            else:
                said = {"date": day, person.kind: person.said, "shift": part}
                number, name = (person.said, "") if person.kind == "number" else ("", person.said)
                yield RosterRow(where, digest(SheetKind.ROSTER, said), day, number, part, name)

    def _hidden(self, merges: Merges, row: int) -> frozenset[str]:
        """Return the letters of a row that lie in merged ranges; each range is a fault once."""
        hidden = set[str]()
        for merge, letters in merges.hiding(row):
            hidden |= letters
            if merge not in merges.told:
                merges.told.add(merge)
                self._fault(merge.name, "cell.merged")
        return frozenset(hidden)

    def _uncomputed(self, letters: Iterable[str], row: int, traits: SheetTraits) -> frozenset[str]:
        """Return the letters of a row in which a formula stands without its result; each is a fault."""
        found = [letter for letter in letters if f"{letter}{row}" in traits.uncomputed]
        for letter in found:
            self._fault(f"{letter}{row}", "cell.formula", column=letter)
        return frozenset(found)

    def _fault(self, cell: str, code: str, /, **detail: Detail) -> None:
        self.faults.append(Fault(self.title, cell, code, detail))


class _Person(NamedTuple):
    """Whose row it is. kind: number or name. columns: where that stands, by the field of a row."""

    kind: str
    said: str
    columns: Mapping[str, str]
