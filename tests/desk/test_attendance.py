"""Attendance at work."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from csdesk.core.attendance import Attendance, LateWage
from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.leave import Leave
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.core.staff import PersonDraft
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.attendance import Proposal
from csdesk.desk.desk import Desk
from csdesk.desk.roster import Change
from tests.desks import CHINA, NOW, again, faults_of, logged, somebody

FRIDAY = date(2026, 11, 20)
TODAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)


def a_shift(desk: Desk, code: str = "D", start: time = time(8), end: time = time(16)) -> Shift:
    """Return a shift of the team, defined where it was not."""
    shift = desk.shifts.by_code(code) or desk.shifts.add(ShiftDraft(code, start, end))
    assert isinstance(shift, Shift), shift
    return shift


def on_duty(desk: Desk, person: Employee, shift: Shift, day: date = FRIDAY) -> None:
    """Put somebody on the roster."""
    assert isinstance(desk.roster.set_cells({(person.id, day): (shift.id,)}), Change)


@pytest.fixture
def li(desk: Desk) -> Employee:
    """Somebody with a shift on Friday."""
    person = somebody(desk)
    on_duty(desk, person, a_shift(desk))
    return person


def recorded(desk: Desk, person: Employee, **given: object) -> Attendance:
    """Record somebody's Friday for the first time."""
    record = desk.attendance.record(person.id, FRIDAY, **given)  # type: ignore[arg-type]  # test data
    assert isinstance(record, Attendance), record
    return record


def only(desk: Desk) -> Proposal:
    """Return the one proposal of Friday."""
    (proposal,) = desk.attendance.proposals(FRIDAY)
    return proposal


def test_the_sheet_of_a_day_has_everybody_with_a_shift(desk: Desk, li: Employee) -> None:
    night, day = a_shift(desk, "N", time(22), time(6)), a_shift(desk)
    wu, zhao, chen = (somebody(desk, f"000{n}", name) for n, name in enumerate(("吴越", "赵敏", "陈新")))
    on_duty(desk, wu, night)
    on_duty(desk, zhao, day)
    on_duty(desk, chen, day, TODAY)
    record = recorded(desk, li, late=7, note="bus")
    sheet = desk.attendance.day(FRIDAY)
    assert [(row.employee, row.shifts, row.attendance) for row in sheet.rows] == [
        (zhao, (day,), None), (li, (day,), record), (wu, (night,), None),
    ]  # fmt: skip
    assert not sheet.closed
    assert desk.attendance.day(MONDAY).rows == []


def test_approved_leave_stands_on_the_sheet(desk: Desk) -> None:
    wu = somebody(desk, "0102", "吴越")
    on_duty(desk, wu, a_shift(desk), MONDAY)
    leave = desk.leaves.ask(LeaveDraft(wu.id, MONDAY, MONDAY))
    assert isinstance(leave, Leave)
    assert [row.leave for row in desk.attendance.day(MONDAY).rows] == [None]
    approved = desk.leaves.approve(leave.id, leave.rev)
    assert [row.leave for row in desk.attendance.day(MONDAY).rows] == [approved]


def test_a_record_without_a_shift_any_more_stays_on_the_sheet(desk: Desk, li: Employee) -> None:
    record = recorded(desk, li, absent=True)
    desk.roster.set_cells({(li.id, FRIDAY): ()})
    assert [(row.shifts, row.attendance) for row in desk.attendance.day(FRIDAY).rows] == [((), record)]
    assert desk.attendance.proposals(FRIDAY) == []
    empty = desk.attendance.record(li.id, FRIDAY, rev=record.rev)
    assert isinstance(empty, Attendance)
    assert empty.is_present


def test_a_present_persons_day_stores_nothing(desk: Desk, li: Employee) -> None:
    before = desk.journal(1)
    assert recorded(desk, li) == Attendance("", li.id, FRIDAY)
    assert desk.journal(1) == before


def test_a_note_alone_is_kept(desk: Desk, li: Employee) -> None:
    assert recorded(desk, li, note="called at 07:50").id
    assert desk.attendance.proposals(FRIDAY) == []


def test_a_record_is_changed_with_a_line_each(desk: Desk, li: Employee) -> None:
    first = recorded(desk, li, late=7)
    second = desk.attendance.record(li.id, FRIDAY, late=12, rev=first.rev)
    assert second == first._replace(late=12, rev=1)
    assert [line.what for line in desk.journal(2)] == ["attendance.changed", "attendance.recorded"]


def test_the_same_again_leaves_no_line(desk: Desk, li: Employee) -> None:
    first = recorded(desk, li, late=7)
    before = desk.journal(1)
    assert desk.attendance.record(li.id, FRIDAY, late=7, rev=first.rev) == first
    assert desk.journal(1) == before


def test_another_window_that_was_first_is_named(desk: Desk, li: Employee) -> None:
    first = recorded(desk, li, late=7)
    assert faults_of(desk.attendance.record(li.id, FRIDAY, late=9)) == [("", "attendance.stale")]
    assert faults_of(desk.attendance.record(li.id, FRIDAY, late=9, rev=first.rev + 1)) == [("", "attendance.stale")]
    assert faults_of(desk.attendance.record(li.id, TODAY, late=9, rev=0)) == [("", "attendance.stale")]


def test_what_cannot_be_is_refused_at_its_field(desk: Desk, li: Employee) -> None:
    assert faults_of(desk.attendance.record(li.id, TODAY, late=9)) == [("day", "attendance.no-shift")]
    assert faults_of(desk.attendance.record("nobody", FRIDAY, late=9)) == [("employee", "employee.unknown")]
    assert faults_of(desk.attendance.record(li.id, FRIDAY, late=721)) == [("late", "attendance.minutes-outside")]
    on_duty(desk, li, a_shift(desk), MONDAY)
    assert faults_of(desk.attendance.record(li.id, MONDAY, late=9)) == [("day", "attendance.future")]


def test_a_closed_month_takes_no_record(desk: Desk, li: Employee) -> None:
    with again(desk, now=datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
        later.months.close(Month(2026, 11))
        assert later.attendance.day(FRIDAY).closed
        assert faults_of(later.attendance.record(li.id, FRIDAY, late=9)) == [("day", "month.closed")]


def test_a_late_arrival_is_logged_with_the_points_that_the_lead_chooses(desk: Desk, li: Employee) -> None:
    recorded(desk, li, late=7, note="bus")
    proposal = only(desk)
    assert (proposal.employee, proposal.draft.code, proposal.draft.time) == (li, "MIN-04", time(8, 7))
    assert faults_of(desk.attendance.confirm(proposal)) == [("points", "points.missing")]
    assert faults_of(desk.attendance.confirm(proposal, 6)) == [("points", "points.outside")]
    entry = desk.attendance.confirm(proposal, 3)
    assert isinstance(entry, Incident)
    assert (entry.points, entry.note, entry.day) == (-3, "bus", FRIDAY)
    assert desk.attendance.proposals(FRIDAY) == []
    record = desk.attendance.day(FRIDAY).rows[0].attendance
    assert record is not None
    assert record.late_incident_id == entry.id
    assert [line.what for line in desk.journal(2)] == ["attendance.logged", "entry.recorded"]
    assert faults_of(desk.attendance.confirm(proposal, 3)) == [("", "attendance.stale")]


def test_an_absence_is_logged_and_stands_until_its_entry_is_voided(desk: Desk, li: Employee) -> None:
    recorded(desk, li, absent=True)
    entry = desk.attendance.confirm(only(desk))
    assert isinstance(entry, Incident)
    assert (entry.code, entry.time) == ("SER-01", None)
    record = desk.attendance.day(FRIDAY).rows[0].attendance
    assert record is not None
    assert record.absent_incident_id == entry.id
    assert faults_of(desk.attendance.record(li.id, FRIDAY, rev=record.rev)) == [("absent", "attendance.entry-stands")]
    desk.incidents.void(entry.id, entry.rev, "was on the line from home")
    assert only(desk).draft.code == "SER-01"
    assert isinstance(desk.attendance.record(li.id, FRIDAY, rev=record.rev), Attendance)


def test_what_was_logged_by_hand_in_the_meantime_is_not_logged_again(desk: Desk, li: Employee) -> None:
    recorded(desk, li, absent=True)
    proposal = only(desk)
    logged(desk, li, "SER-01", FRIDAY)
    assert faults_of(desk.attendance.confirm(proposal)) == [("", "attendance.settled")]


def test_whoever_holds_the_shift_after_a_swap_is_the_one_who_is_absent(desk: Desk) -> None:
    li, wu = somebody(desk), somebody(desk, "0102", "吴越")
    on_duty(desk, li, a_shift(desk), MONDAY)
    swap = desk.swaps.ask(SwapDraft(li.id, MONDAY, wu.id))
    assert isinstance(swap, Swap)
    for party in ("a", "b"):
        signed = desk.swaps.sign(swap.id, swap.rev, party, TODAY)
        assert isinstance(signed, Swap), signed
        swap = signed
    assert isinstance(desk.swaps.approve(swap.id, swap.rev), Swap)
    with again(desk, now=NOW.replace(day=24)) as later:
        assert [row.employee for row in later.attendance.day(MONDAY).rows] == [wu]
        refused = later.attendance.record(li.id, MONDAY, absent=True)
        assert faults_of(refused) == [("day", "attendance.no-shift")]
        assert isinstance(later.attendance.record(wu.id, MONDAY, absent=True), Attendance)
        assert [proposal.employee for proposal in later.attendance.proposals(MONDAY)] == [wu]


def test_the_wage_statement_counts_the_months_late_arrivals(desk: Desk, li: Employee) -> None:
    paid = desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), base_salary=Decimal("5200.00")))
    assert isinstance(paid, Employee)
    wu = somebody(desk, "0102", "吴越")
    on_duty(desk, wu, a_shift(desk))
    for day in range(16, 20):
        on_duty(desk, li, a_shift(desk), date(2026, 11, day))
        assert isinstance(desk.attendance.record(li.id, date(2026, 11, day), late=1), Attendance)
    recorded(desk, wu, late=5)
    assert desk.attendance.wages(Month(2026, 11)) == [
        LateWage(paid, 4, 8, Decimal("416.00")), LateWage(wu, 1, 1, None),
    ]  # fmt: skip
    assert desk.attendance.wages(Month(2026, 10)) == []


def test_where_no_rules_of_shifts_cover_the_day_nothing_follows(desk: Desk) -> None:
    old = date(2011, 5, 3)
    li = somebody(desk, hired=date(2010, 1, 1))
    on_duty(desk, li, a_shift(desk), old)
    assert isinstance(desk.attendance.record(li.id, old, late=9), Attendance)
    assert desk.attendance.proposals(old) == []
    assert desk.attendance.wages(Month(2011, 5)) == []
