"""The roster's cells."""

from datetime import date, datetime, time

from csdesk.core.cells import works
from csdesk.core.shifts import Shift

DAY = Shift("d", "D", time(8), time(16))
NIGHT = Shift("n", "N", time(22), time(6))
FIRST = date(2026, 11, 30)
SECOND = date(2026, 12, 1)


def test_somebodys_shifts_come_by_their_beginning() -> None:
    cells = {("li", FIRST): ("n", "d"), ("li", SECOND): ("d",), ("wu", FIRST): ("d",)}
    found = works(cells, {"d": DAY, "n": NIGHT}, "li", FIRST, SECOND)
    assert [(work.day, work.shift.code, work.begins) for work in found] == [
        (FIRST, "D", datetime(2026, 11, 30, 8)),
        (FIRST, "N", datetime(2026, 11, 30, 22)),
        (SECOND, "D", datetime(2026, 12, 1, 8)),
    ]
    assert found[1].ends == datetime(2026, 12, 1, 6)


def test_days_outside_are_left_out() -> None:
    assert works({("li", FIRST): ("d",)}, {"d": DAY}, "li", SECOND, SECOND) == []
