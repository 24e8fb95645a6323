"""A month's roster as one value: who works what, as planned and as worked, how it is covered and what is wrong."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells
from csdesk.core.days import Calendar
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.roster import (
    Cover,
    Duty,
    RosterFacts,
    RosterProblem,
    covers_by_day,
    days_before,
    duties,
    problems_after,
    roster_problems,
)
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shifts import Shift


class RosterMonth(NamedTuple):
    """A month's roster. Cells are by (employee id, day); each holds the ids of its shifts by their start, then code.

    employees: employed in the month, and whoever has a shift in it; by number. shifts: by id, the retired ones too, by
    start. planned, cells: before and after approved swaps, with the days before the month that its first rest depends
    on. gained: the shifts that cells hold by a swap. swap_numbers: of the approved swap that a cell belongs to, the
    last one's; such cells cannot be set. leaves: approved or asked for. fault: that no rules cover the month, so that
    nothing is judged; rules are then the first there are. closed: whether nothing of it may change.
    """

    month: Month
    employees: Sequence[Employee]
    shifts: Mapping[str, Shift]
    planned: Cells
    cells: Cells
    gained: Cells
    swap_numbers: Mapping[Cell, int]
    leaves: Sequence[Leave]
    calendar: Calendar
    rules: ShiftRules
    fault: Problem | None
    closed: bool
    problems: Sequence[RosterProblem]
    covers: Mapping[date, Sequence[Cover]]

    @property
    def days(self) -> list[date]:
        """The days of the month."""
        return [date(self.month.year, self.month.month, number) for number in range(1, self.month.last.day + 1)]

    @property
    def swapped(self) -> frozenset[Cell]:
        """The cells of approved swaps, which cannot be set."""
        return frozenset(self.swap_numbers)

    @property
    def facts(self) -> RosterFacts:
        """What the month is judged by."""
        return RosterFacts(self.shifts, self.employees, self.cells, self.leaves, self.rules, self.swapped)

    @property
    def duties(self) -> list[Duty]:
        """Every shift worked in the month, by day, employee's number and the shift's start."""
        return duties(self.facts, self.gained, self.month.first, self.month.last)

    def judged(self) -> "RosterMonth":
        """Return the month with its problems and covers reckoned afresh."""
        problems = roster_problems(self.facts, self.month.first, self.month.last) if self.fault is None else []
        return self._replace(problems=problems, covers=covers_by_day(self.facts, self.days))

    def after(self, changes: Cells) -> "RosterMonth":
        """Return the month after cells were set to `changes`, judged anew only where these bear on it.

        changes: none of a swapped cell; () empties a cell. Their people stand in `employees`.
        """
        first, last = self.month.first, self.month.last
        start = first_day_read(self.month, self.rules)
        changes = {cell: shift_ids for cell, shift_ids in changes.items() if start <= cell[1] <= last}
        planned, cells = (with_cells(before, changes) for before in (self.planned, self.cells))
        changed = self._replace(planned=planned, cells=cells)
        facts = changed.facts
        problems = problems_after(self.problems, facts, changes.keys(), first, last) if self.fault is None else []
        touched = {day for _, day in changes if first <= day <= last}
        return changed._replace(problems=problems, covers={**self.covers, **covers_by_day(facts, touched)})


def first_day_read(month: Month, rules: ShiftRules) -> date:
    """Return the first of the days before a month that its first rest depends on."""
    return date.fromordinal(max(month.first.toordinal() - days_before(rules), 1))


def with_cells(cells: Cells, changes: Cells) -> Cells:
    """Return cells after some were set; those that are empty then are left out."""
    changed = {**cells, **changes}
    for cell, shift_ids in changes.items():
        if not shift_ids:
            del changed[cell]
    return changed
