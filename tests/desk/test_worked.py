"""The roster as worked."""

from datetime import date, time

import pytest

from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.worked import worked
from csdesk.store.files import open_store
from tests.desks import somebody

MONDAY = date(2026, 11, 23)


def test_what_is_planned_is_worked(desk: Desk) -> None:
    li, shift = somebody(desk), desk.shifts.add(ShiftDraft("D", time(8), time(16)))
    assert isinstance(shift, Shift)
    desk.roster.set_cells({(li.id, MONDAY): (shift.id,)})
    store = open_store(desk.path)
    roster = worked(store, MONDAY, MONDAY)
    assert [work.shift for work in roster.works(li.id, MONDAY)] == [shift]
    assert roster.works(li.id, date(2026, 11, 24)) == []
    store.close()


def test_a_shift_that_is_not_on_file_is_damage(desk: Desk) -> None:
    li, shift = somebody(desk), desk.shifts.add(ShiftDraft("D", time(8), time(16)))
    assert isinstance(shift, Shift)
    desk.roster.set_cells({(li.id, MONDAY): (shift.id,)})
    store = open_store(desk.path)
    store.db.run("UPDATE roster_cell SET shifts = 'gone'")
    with pytest.raises(Unavailable):
        desk.attendance.day(MONDAY)
    store.close()
