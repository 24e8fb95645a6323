"""Leave."""

from datetime import date

from csdesk.core.leave import Leave, LeaveState, LeaveType

LEAVE = Leave("l1", "e1", date(2026, 11, 9), date(2026, 11, 11), LeaveType.ANNUAL)


def test_leave_covers_its_first_and_its_last_day() -> None:
    assert [LEAVE.covers(date(2026, 11, day)) for day in (8, 9, 11, 12)] == [False, True, True, False]


def test_leave_is_open_until_it_is_refused_or_withdrawn() -> None:
    states = {state: LEAVE._replace(state=state) for state in LeaveState}
    assert [state for state, leave in states.items() if leave.is_open] == [LeaveState.ASKED, LeaveState.APPROVED]
    assert [state for state, leave in states.items() if leave.is_approved] == [LeaveState.APPROVED]
