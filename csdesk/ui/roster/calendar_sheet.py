"""What the calendar shows of a month: its people, its days, and what stands in each cell. Free of Qt."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells
from csdesk.core.days import Calendar
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.roster import Cover, RosterProblem
from csdesk.core.shifts import Shift
from csdesk.desk.roster_month import RosterMonth


class Sheet(NamedTuple):
    """One month of the roster as it is shown.

    people: the rows, from top to bottom. cells: as worked. leaves: those open, by the days they cover.
    swaps: the numbers of the approved swaps that a cell is of. problems: those of a person's day.
    covers: how each shift is covered, by day. is_closed: nothing may be changed any more.
    """

    month: Month
    people: Sequence[Employee]
    days: Sequence[date]
    shifts: Mapping[str, Shift]
    cells: Cells
    calendar: Calendar
    today: date
    leaves: Mapping[Cell, Leave]
    swaps: Mapping[Cell, int]
    problems: Mapping[Cell, Sequence[RosterProblem]]
    covers: Mapping[date, Sequence[Cover]]
    is_closed: bool = False

    @classmethod
    def of(cls, roster: RosterMonth, people: Sequence[Employee], today: date) -> "Sheet":
        """Return the sheet of a month's roster with these of its people."""
        leaves = {
            (leave.employee_id, day): leave for leave in roster.leaves for day in roster.days if leave.covers(day)
        }
        problems: dict[Cell, list[RosterProblem]] = {}
        for problem in roster.problems:
            if problem.employee_id is not None:
                problems.setdefault((problem.employee_id, problem.day), []).append(problem)
        return cls(
            roster.month, people, roster.days, roster.shifts, roster.cells, roster.calendar, today, leaves,
            roster.swap_numbers, problems, roster.covers, roster.closed,
        )  # fmt: skip

    def cell(self, row: int, column: int) -> Cell:
        """Return whose day it is."""
        return self.people[row].id, self.days[column]

    def ids(self, row: int, column: int) -> tuple[str, ...]:
        """Return the shifts that are worked in a cell."""
        return self.cells.get(self.cell(row, column), ())

    def is_employed(self, row: int, column: int) -> bool:
        """Return whether the person is employed on the day."""
        return self.people[row].employed_on(self.days[column])

    def changed_since(self, before: "Sheet", rows: range) -> list[int] | None:
        """Return which of `rows` look otherwise than in `before`, None where that is more than some of its cells."""
        # All but cells, problems and covers must be the same.
        if self._replace(cells=before.cells, problems=before.problems, covers=before.covers) != before:
            return None
        return [
            row
            for row, person in ((row, self.people[row]) for row in rows)
            if any(
                self.cells.get(cell) != before.cells.get(cell) or self.problems.get(cell) != before.problems.get(cell)
                for cell in [(person.id, day) for day in self.days]
            )
        ]

    def place(self, employee_id: str, day: date) -> tuple[int, int] | None:
        """Return row and column of somebody's day, None where it is not shown."""
        if day not in self.month:
            return None
        rows = (row for row, person in enumerate(self.people) if person.id == employee_id)
        row = next(rows, None)
        return None if row is None else (row, day.day - 1)


class Selection(NamedTuple):
    """A rectangle of cells between two of its corners, counted from 0. The cursor stands in one of them."""

    anchor_row: int = 0
    anchor_column: int = 0
    row: int = 0
    column: int = 0

    @property
    def rows(self) -> range:
        """The selected rows."""
        return range(min(self.row, self.anchor_row), max(self.row, self.anchor_row) + 1)

    @property
    def columns(self) -> range:
        """The selected columns."""
        return range(min(self.column, self.anchor_column), max(self.column, self.anchor_column) + 1)

    @property
    def size(self) -> int:
        """How many cells are selected."""
        return len(self.rows) * len(self.columns)

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """Every selected row and column, row by row."""
        return ((row, column) for row in self.rows for column in self.columns)

    def to(self, row: int, column: int, *, extend: bool = False) -> "Selection":
        """Return the selection with the cursor elsewhere. extend: keeping the other corner where it is."""
        if extend:
            return self._replace(row=row, column=column)
        return Selection(row, column, row, column)

    def within(self, rows: int, columns: int) -> "Selection":
        """Return the selection as far as there are so many rows and columns."""
        limits = (rows - 1, columns - 1) * 2
        return Selection(*(max(0, min(at, limit)) for at, limit in zip(self, limits, strict=True)))
