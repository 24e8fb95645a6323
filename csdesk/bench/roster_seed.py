"""Shifts and full months of a roster, for the bench only."""

from datetime import date, time, timedelta

from csdesk.bench.seed import LAST
from csdesk.core.cells import Cell
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.roster import Change

MONTHS = (LAST.previous, LAST)
_PATTERN = "DDDEENN-"


def fill(desk: Desk, needs_of_hundred: int = 30) -> None:
    """Give everybody a shift on seven days of eight in the last two months; now and then one that breaks a rule."""
    need = max(1, len(desk.people.all()) * needs_of_hundred // 100)
    shifts = {
        "D": _shift(desk, "D", 8, 16, need, "blue"),
        "E": _shift(desk, "E", 15, 23, need, "amber", cleans=True),
        "N": _shift(desk, "N", 23, 7, need, "violet"),
    }
    first, last = MONTHS[0].first, MONTHS[-1].last
    cells: dict[Cell, tuple[str, ...]] = {}
    for place, person in enumerate(desk.people.all()):
        for number in range((last - first).days + 1):
            code = _PATTERN[(number + 3 * place) % len(_PATTERN)]
            if (number + place) % 37 == 0:
                code = "D"  # after a night that is too little rest
            if code in shifts:
                cells[person.id, _plus(first, number)] = (shifts[code].id,)
    if not isinstance(desk.roster.set_cells(cells), Change):
        raise TypeError("the bench's own roster was refused")


def _shift(desk: Desk, code: str, start: int, end: int, need: int, colour: str, *, cleans: bool = False) -> Shift:
    shift = desk.shifts.add(ShiftDraft(code, time(start), time(end), 0, colour, (need,) * 7, cleans))
    if not isinstance(shift, Shift):
        raise TypeError(shift)
    return shift


def _plus(day: date, days: int) -> date:
    return day + timedelta(days=days)
