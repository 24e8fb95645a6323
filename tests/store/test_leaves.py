"""Leave in the file."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.builders import an_employee
from tests.store.team_files import an_act

LI = an_employee()
MONDAY, TUESDAY, FRIDAY = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 16)


def a_leave(first: date = MONDAY, last: date = TUESDAY, **given: Any) -> Leave:
    """Return leave that is not yet on file."""
    return Leave("", LI.id, first, last, LeaveType.SICK)._replace(**given)


def test_leave_comes_back_whole(store: Store) -> None:
    asked = a_leave(hours=Decimal("2.50"), note="doctor", emergency_at="2026-10-12T08:40")
    kept = store.leaves.add(asked, an_act("leave.asked"))
    assert kept == asked._replace(id=kept.id, asked_by="zhao", asked_at="2026-10-12T08:00:00.000Z")
    assert store.leaves.get(kept.id) == kept
    assert store.leaves.get("nothing") is None


def test_leave_is_found_by_the_days_that_it_touches(store: Store) -> None:
    later = store.leaves.add(a_leave(FRIDAY, FRIDAY), an_act())
    earlier = store.leaves.add(a_leave(), an_act())
    assert store.leaves.between(MONDAY, FRIDAY) == [earlier, later]
    assert store.leaves.between(TUESDAY, TUESDAY) == [earlier]
    assert store.leaves.between(date(2026, 10, 14), date(2026, 10, 15)) == []


def test_a_decision_is_kept_with_who_and_why(store: Store) -> None:
    asked = store.leaves.add(a_leave(), an_act())
    refused = store.leaves.decide(asked.id, 0, LeaveState.REFUSED, "too many away", an_act("leave.refused", "lin", 5))
    assert refused == asked._replace(
        state=LeaveState.REFUSED, decided_by="lin", decided_at="2026-10-12T08:05:00.000Z",
        decision_reason="too many away", rev=1,
    )  # fmt: skip
    assert [line.what for line in store.journal.of_subject(asked.id)] == ["incident.record", "leave.refused"]


def test_whoever_read_an_older_state_decides_nothing(store: Store) -> None:
    asked = store.leaves.add(a_leave(), an_act())
    store.leaves.decide(asked.id, 0, LeaveState.APPROVED, None, an_act())
    assert store.leaves.decide(asked.id, 0, LeaveState.REFUSED, "no", an_act()) is None


def test_open_and_undecided_leave(store: Store) -> None:
    asked, approved, refused = (store.leaves.add(a_leave(), an_act(minute=minute)) for minute in range(3))
    approved_now = store.leaves.decide(approved.id, 0, LeaveState.APPROVED, None, an_act())
    store.leaves.decide(refused.id, 0, LeaveState.REFUSED, "no", an_act())
    assert store.leaves.open_between(MONDAY, MONDAY) == [asked, approved_now]
    assert store.leaves.undecided() == [asked]


@pytest.mark.parametrize(
    ("column", "value"), [("type", "holiday"), ("state", "lost"), ("emergency_at", "soon"), ("first_day", "12.10.")]
)
def test_a_row_that_cannot_be_read_is_damage(store: Store, column: str, value: str) -> None:
    store.leaves.add(a_leave(), an_act())
    store.db.run(f"UPDATE leave_request SET {column} = ?", (value,))
    with pytest.raises(StoreUnavailable):
        store.leaves.undecided() if column != "state" else store.leaves.between(date.min, date.max)
