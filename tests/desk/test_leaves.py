"""Leave at work."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.core.swap import SwapDraft
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.desk.roster import Change
from tests.desks import CHINA, again, faults_of, logged, somebody

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
TODAY = date(2026, 11, 21)


def asked(desk: Desk, person: Employee, first: date = MONDAY, last: date = TUESDAY) -> Leave:
    """Ask for leave and return it."""
    leave = desk.leaves.ask(LeaveDraft(person.id, first, last))
    assert isinstance(leave, Leave), leave
    return leave


def approved(desk: Desk, leave: Leave) -> Leave:
    """Approve leave and return it."""
    decided = desk.leaves.approve(leave.id, leave.rev)
    assert isinstance(decided, Leave), decided
    return decided


def on_duty(desk: Desk, person: Employee, day: date, start: time = time(8), end: time = time(16)) -> Shift:
    """Put somebody on the roster and return the shift."""
    shift = desk.shifts.by_code("D") or desk.shifts.add(ShiftDraft("D", start, end))
    assert isinstance(shift, Shift), shift
    assert isinstance(desk.roster.set_cells({(person.id, day): (shift.id,)}), Change)
    return shift


def test_leave_is_asked_for_and_approved(desk: Desk) -> None:
    li = somebody(desk)
    leave = asked(desk, li)
    assert (leave.state, leave.asked_by, leave.asked_at) == (LeaveState.ASKED, "sun", "2026-11-21T01:12:00.000Z")
    assert desk.leaves.undecided() == [leave]
    decided = approved(desk, leave)
    assert (decided.state, decided.decided_by) == (LeaveState.APPROVED, "sun")
    assert desk.leaves.undecided() == []
    assert desk.leaves.of(Month(2026, 11)) == desk.leaves.between(TUESDAY, TUESDAY) == [decided]
    assert [line.what for line in desk.journal(2)] == ["leave.approved", "leave.asked"]


def test_leave_that_ends_before_it_begins_is_refused_at_its_field(desk: Desk) -> None:
    draft = LeaveDraft(somebody(desk).id, TUESDAY, MONDAY)
    assert faults_of(desk.leaves.ask(draft)) == [("last", "leave.ends-before")]
    assert faults_of(desk.leaves.check(draft)) == [("last", "leave.ends-before")]
    assert desk.leaves.check(draft._replace(last=TUESDAY)) == []
    assert faults_of(desk.leaves.ask(LeaveDraft("nobody", MONDAY, MONDAY))) == [("employee", "employee.unknown")]


def test_a_day_before_any_rules_is_refused(desk: Desk) -> None:
    old = LeaveDraft(somebody(desk, hired=date(2010, 1, 1)).id, date(2011, 5, 3), date(2011, 5, 3))
    assert faults_of(desk.leaves.ask(old)) == [("first", "shift-rules.none")]


def test_leave_is_asked_for_and_approved_in_advance(desk: Desk) -> None:
    li = somebody(desk)
    on_duty(desk, li, MONDAY)
    leave = asked(desk, li)
    with again(desk, now=datetime(2026, 11, 23, 8, 30, tzinfo=CHINA)) as later:
        assert faults_of(later.leaves.approve(leave.id, leave.rev)) == [("first", "leave.not-in-advance")]
        late = LeaveDraft(li.id, date(2026, 11, 20), date(2026, 11, 20))
        assert faults_of(later.leaves.ask(late)) == [("first", "leave.not-in-advance")]


def test_an_emergency_is_recorded_with_its_call_and_confirmed_later(desk: Desk) -> None:
    li = somebody(desk)
    on_duty(desk, li, TODAY)
    call = LeaveDraft(li.id, TODAY, TODAY, LeaveType.SICK, Decimal(4), "fever", datetime(2026, 11, 21, 8, 40))
    leave = desk.leaves.ask(call)
    assert isinstance(leave, Leave)
    assert leave.emergency_at == "2026-11-21T08:40"
    assert [line.what for line in desk.journal(1)] == ["leave.called-in"]
    with again(desk, now=datetime(2026, 11, 23, 9, tzinfo=CHINA)) as later:
        assert approved(later, leave).is_approved


def test_a_call_after_the_hour_is_refused(desk: Desk) -> None:
    li = somebody(desk)
    on_duty(desk, li, TODAY, time(7), time(15))
    call = LeaveDraft(li.id, TODAY, TODAY, LeaveType.SICK, emergency_at=datetime(2026, 11, 21, 8, 1))
    assert faults_of(desk.leaves.ask(call)) == [("emergency_at", "leave.call-late")]


def test_who_is_on_duty_on_a_public_holiday_gets_no_leave(desk: Desk) -> None:
    li, wu = somebody(desk), somebody(desk, "0102", "吴越")
    new_year = date(2027, 1, 1)
    on_duty(desk, li, new_year)
    draft = LeaveDraft(li.id, date(2026, 12, 31), new_year)
    assert faults_of(desk.leaves.ask(draft)) == [("first", "leave.holiday-duty")]
    assert isinstance(desk.leaves.ask(draft._replace(employee_id=wu.id)), Leave)


def test_the_roster_is_looked_at_again_when_leave_is_approved(desk: Desk) -> None:
    li = somebody(desk)
    new_year = date(2027, 1, 1)
    leave = asked(desk, li, new_year, new_year)
    on_duty(desk, li, new_year)
    assert faults_of(desk.leaves.approve(leave.id, leave.rev)) == [("first", "leave.holiday-duty")]


def test_the_day_of_a_swap_cannot_be_leave(desk: Desk) -> None:
    li, wu = somebody(desk), somebody(desk, "0102", "吴越")
    on_duty(desk, li, MONDAY)
    desk.swaps.ask(SwapDraft(li.id, MONDAY, wu.id))
    for person in (li, wu):
        assert faults_of(desk.leaves.ask(LeaveDraft(person.id, MONDAY, TUESDAY))) == [("first", "leave.swapped-day")]


def test_a_second_leave_of_the_same_days_is_refused_until_the_first_is_withdrawn(desk: Desk) -> None:
    li = somebody(desk)
    first = approved(desk, asked(desk, li))
    assert faults_of(desk.leaves.ask(LeaveDraft(li.id, TUESDAY, TUESDAY))) == [("first", "leave.overlaps")]
    assert faults_of(desk.leaves.withdraw(first.id, first.rev, " ")) == [("reason", "reason.missing")]
    withdrawn = desk.leaves.withdraw(first.id, first.rev, " stays here ")
    assert isinstance(withdrawn, Leave)
    assert (withdrawn.state, withdrawn.decision_reason) == (LeaveState.WITHDRAWN, "stays here")
    assert asked(desk, li).state is LeaveState.ASKED


def test_leave_is_refused_with_a_reason_and_once(desk: Desk) -> None:
    leave = asked(desk, somebody(desk))
    assert faults_of(desk.leaves.refuse(leave.id, leave.rev, "")) == [("reason", "reason.missing")]
    refused = desk.leaves.refuse(leave.id, leave.rev, "too many away")
    assert isinstance(refused, Leave)
    assert refused.decision_reason == "too many away"
    assert faults_of(desk.leaves.approve(leave.id, refused.rev)) == [("", "leave.is-refused")]
    assert faults_of(desk.leaves.withdraw(leave.id, refused.rev, "moved")) == [("", "leave.is-refused")]


def test_another_window_that_was_first_is_named(desk: Desk) -> None:
    leave = asked(desk, somebody(desk))
    assert faults_of(desk.leaves.approve(leave.id, leave.rev + 1)) == [("", "leave.stale")]


@pytest.mark.parametrize("decide", ["approve", "refuse", "withdraw"])
def test_what_is_not_on_file_is_not_decided(desk: Desk, decide: str) -> None:
    reason = () if decide == "approve" else ("moved",)
    assert faults_of(getattr(desk.leaves, decide)("nothing", 0, *reason)) == [("", "leave.unknown")]


def test_a_closed_month_takes_no_leave_and_no_decision(desk: Desk) -> None:
    li = somebody(desk)
    leave = asked(desk, li)
    with again(desk, now=datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
        later.months.close(Month(2026, 11))
        call = LeaveDraft(li.id, date(2026, 11, 30), date(2026, 11, 30), emergency_at=datetime(2026, 11, 30, 8))
        assert faults_of(later.leaves.ask(call)) == [("first", "month.closed")]
        assert faults_of(later.leaves.approve(leave.id, leave.rev)) == [("first", "month.closed")]


def test_whoever_approves_an_emergency_is_told_of_the_absence_that_the_log_holds(desk: Desk) -> None:
    li, wu = somebody(desk), somebody(desk, "0102", "吴越")
    on_duty(desk, li, TODAY)
    entry = logged(desk, li, "SER-01", TODAY)
    logged(desk, li, "MIN-01", TODAY)
    logged(desk, wu, "SER-01", TODAY)
    leave = desk.leaves.ask(LeaveDraft(li.id, TODAY, TODAY, LeaveType.SICK, emergency_at=datetime(2026, 11, 21, 8, 5)))
    assert isinstance(leave, Leave)
    (told,) = desk.leaves.absences_logged(approved(desk, leave))
    assert (told.code, dict(told.detail)) == ("leave.absence-logged", {"name": "李娜", "day": TODAY, "code": "SER-01"})
    assert not desk.incidents.page(Query(employee_id=li.id, text="SER-01")).rows[0].incident.is_void
    assert isinstance(desk.incidents.void(entry.id, 0, "was ill, called in"), Incident)
    assert desk.leaves.absences_logged(leave) == []
