"""The roster as worked."""

from datetime import UTC, date, datetime

import pytest

from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.worked import worked
from csdesk.store.files import open_store
from csdesk.store.journal import Act
from tests.desks import a_shift, somebody

MONDAY = date(2026, 11, 23)


def test_what_is_planned_is_worked(desk: Desk) -> None:
    li, shift = somebody(desk), a_shift(desk)
    desk.roster.set_cells({(li.id, MONDAY): (shift.id,)})
    store = open_store(desk.path)
    roster = worked(store, MONDAY, MONDAY)
    assert (roster.planned, roster.gained, roster.swap_numbers) == (roster.cells, {}, {})
    assert [work.shift for work in roster.works(li.id, MONDAY)] == [shift]
    assert roster.works(li.id, date(2026, 11, 24)) == []
    store.close()


def test_who_gains_a_shift_by_a_swap_works_it_beside_the_own_one(desk: Desk) -> None:
    li, wu, early, late = somebody(desk), somebody(desk, "0102", "吴涛"), a_shift(desk), a_shift(desk, "E", 18, 22)
    desk.roster.set_cells({(li.id, MONDAY): (early.id,), (wu.id, MONDAY): (late.id,)})
    store = open_store(desk.path)
    store.swaps.add(
        Swap("", 0, MONDAY, SwapDraft(li.id, MONDAY, wu.id), SwapState.APPROVED),
        Act("sun", datetime(2026, 11, 21, tzinfo=UTC), "test"),
    )
    roster = worked(store, MONDAY, MONDAY)
    assert roster.planned == {(li.id, MONDAY): (early.id,), (wu.id, MONDAY): (late.id,)}
    assert roster.cells == {(wu.id, MONDAY): (early.id, late.id)}
    assert roster.gained == {(wu.id, MONDAY): (early.id,)}
    assert roster.swap_numbers == {(li.id, MONDAY): 1, (wu.id, MONDAY): 1}
    assert [work.shift for work in roster.works(wu.id, MONDAY)] == [early, late]
    store.close()


def test_a_shift_that_is_not_on_file_is_damage(desk: Desk) -> None:
    li, shift = somebody(desk), a_shift(desk)
    desk.roster.set_cells({(li.id, MONDAY): (shift.id,)})
    store = open_store(desk.path)
    store.db.run("UPDATE roster_cell SET shifts = 'gone'")
    with pytest.raises(Unavailable):
        desk.attendance.day(MONDAY)
    store.close()
