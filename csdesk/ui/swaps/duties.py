"""Who works what on a day, as the pages of swaps and leave show it; each month is read once until something changes."""

from collections.abc import Sequence
from datetime import date

from csdesk.core.month import Month
from csdesk.core.swap import Leg, Swap
from csdesk.desk.desk import Desk
from csdesk.desk.roster_month import RosterMonth

BETWEEN = "+"
"""Between the codes of two shifts in one cell."""


class Duties:
    """Looks up shifts by their codes; `forget` after a write."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._months: dict[Month, RosterMonth] = {}

    def forget(self) -> None:
        """Read the roster again when it is next asked for."""
        self._months.clear()

    def of(self, employee_id: str, day: date) -> str:
        """Return the codes of somebody's shifts of a day as worked, "" where there are none."""
        month = self._month(day)
        return _codes(month, month.cells.get((employee_id, day), ()))

    def moved(self, swap: Swap, leg: Leg) -> str:
        """Return the codes of the shifts that a leg moves, "" where there are none (any more)."""
        month = self._month(leg.day)
        if not swap.is_approved:
            return self.of(leg.giver_id, leg.day)
        gained = month.gained.get((leg.taker_id, leg.day), ())
        return _codes(month, gained or month.planned.get((leg.giver_id, leg.day), ()))

    def _month(self, day: date) -> RosterMonth:
        month = Month.of(day)
        if month not in self._months:
            self._months[month] = self._desk.roster.month(month)
        return self._months[month]


def _codes(month: RosterMonth, shift_ids: Sequence[str]) -> str:
    return BETWEEN.join(month.shifts[shift_id].code for shift_id in shift_ids)
