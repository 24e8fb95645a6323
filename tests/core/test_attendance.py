"""Attendance, and what follows from it."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.attendance import (
    MINUTES_LIMIT,
    Attendance,
    AttendanceFacts,
    LateWage,
    judge_attendance,
    late_pay,
    late_percent,
    late_wages,
    proposed,
)
from csdesk.core.cells import Work
from csdesk.core.incidents import Draft
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import LatePay, Proposals
from csdesk.core.shifts import Shift
from tests.builders import an_employee, an_incident

LI = an_employee()
MONDAY = date(2026, 10, 12)
TUESDAY = date(2026, 10, 13)
DAY_SHIFT = Shift("d", "D", time(8), time(16))
NIGHT_SHIFT = Shift("n", "N", time(22), time(6))
CODES = Proposals("MIN-04", "SER-01", "MIN-05", "BON-03", "MIN-03")
S5 = LatePay(1, 3, 5)


def a_work(shift: Shift = DAY_SHIFT, day: date = MONDAY) -> Work:
    """Return a shift that Li works."""
    return Work(LI.id, day, shift, shift.begins(day), shift.ends(day))


FACTS = AttendanceFacts(LI, [a_work()], [], (), MONDAY)


def a_record(late: int = 0, early: int = 0, absent: bool = False, note: str = "", day: date = MONDAY) -> Attendance:
    """Return Li's day as somebody filled it in."""
    return Attendance("", LI.id, day, late, early, absent, note)


def a_leave(state: LeaveState = LeaveState.APPROVED, hours: Decimal | None = None) -> Leave:
    """Return Li's leave of Monday."""
    return Leave("l", LI.id, MONDAY, MONDAY, LeaveType.SICK, hours, state)


def faults(record: Attendance, facts: AttendanceFacts = FACTS) -> list[tuple[str, str]]:
    """Return field and code of everything that is wrong with `record`."""
    judged = judge_attendance(record, facts)
    assert not isinstance(judged, Attendance), judged
    return [(problem.field, problem.code) for problem in judged]


def test_late_and_early_on_one_day_are_kept() -> None:
    assert judge_attendance(a_record(12, 5, note=" bus "), FACTS) == a_record(12, 5, note="bus")


def test_a_changed_record_keeps_what_is_on_file_beside_it() -> None:
    before = a_record(5)._replace(id="r", late_incident_id="i", absent_incident_id="j", rev=3)
    facts = FACTS._replace(before=before, standing={"i"})
    assert judge_attendance(a_record(20), facts) == before._replace(late=20)


def test_a_day_without_a_shift_takes_no_record_but_an_empty_one() -> None:
    free = FACTS._replace(works=[])
    for record in (a_record(5), a_record(0, 5), a_record(absent=True)):
        assert judge_attendance(record, free) == [Problem.at("day", "attendance.no-shift", name=LI.name, day=MONDAY)]
    assert judge_attendance(a_record(note="called"), free) == a_record(note="called")


def test_a_day_to_come_takes_no_record() -> None:
    assert faults(a_record(day=TUESDAY)) == [("day", "attendance.future")]


def test_a_closed_month_takes_no_record() -> None:
    assert faults(a_record(), FACTS._replace(closed={Month(2026, 10)})) == [("day", "month.closed")]


@pytest.mark.parametrize("minutes", [-1, MINUTES_LIMIT + 1])
def test_minutes_outside_are_refused_at_their_field(minutes: int) -> None:
    assert faults(a_record(minutes, 3)) == [("late", "attendance.minutes-outside")]
    assert faults(a_record(3, minutes)) == [("early", "attendance.minutes-outside")]
    assert isinstance(judge_attendance(a_record(1, MINUTES_LIMIT), FACTS), Attendance)


def test_nobody_is_absent_and_late() -> None:
    assert faults(a_record(5, absent=True)) == [("absent", "attendance.absent-and-short")]
    assert faults(a_record(0, 5, absent=True)) == [("absent", "attendance.absent-and-short")]


def test_person_and_note_are_checked() -> None:
    nobody = FACTS._replace(employee=None)
    assert faults(a_record(-1, note="x" * 2001), nobody) == [
        ("employee", "employee.unknown"), ("late", "attendance.minutes-outside"), ("note", "note.too-long"),
    ]  # fmt: skip


def test_whoever_is_on_leave_is_not_absent() -> None:
    on_leave = FACTS._replace(leaves=[a_leave()])
    assert faults(a_record(absent=True), on_leave) == [("day", "attendance.on-leave")]
    assert isinstance(judge_attendance(a_record(), on_leave), Attendance)


@pytest.mark.parametrize("leave", [a_leave(LeaveState.ASKED), a_leave(LeaveState.REFUSED), a_leave(hours=Decimal(2))])
def test_leave_of_some_hours_or_not_approved_excuses_nobody(leave: Leave) -> None:
    assert isinstance(judge_attendance(a_record(absent=True), FACTS._replace(leaves=[leave])), Attendance)


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [(a_record(5), a_record(), "late"), (a_record(0, 5), a_record(), "early"), (a_record(absent=True), a_record(5),
                                                                               "absent")],
)  # fmt: skip
def test_what_led_to_an_entry_that_stands_is_not_taken_back(before: Attendance, after: Attendance, field: str) -> None:
    on_file = before._replace(id="r", late_incident_id="i", absent_incident_id="j")
    facts = FACTS._replace(before=on_file, standing={"i", "j"})
    assert faults(after, facts) == [(field, "attendance.entry-stands")]
    assert isinstance(judge_attendance(after, facts._replace(standing=())), Attendance)


def test_late_comers_are_proposed_at_the_time_they_came() -> None:
    expected = Draft(LI.id, MONDAY, "MIN-04", time=time(8, 12), note="bus")
    assert proposed(a_record(12, 30, note="bus"), [a_work()], [], CODES, ()) == expected


def test_early_leavers_are_proposed_at_the_time_they_left() -> None:
    night = [a_work(NIGHT_SHIFT)]
    assert proposed(a_record(0, 45), night, [], CODES, ()) == Draft(LI.id, MONDAY, "MIN-04", time=time(5, 15))


def test_the_absent_are_proposed() -> None:
    assert proposed(a_record(absent=True), [a_work()], [], CODES, ()) == Draft(LI.id, MONDAY, "SER-01")


def test_who_was_present_is_not_proposed() -> None:
    assert proposed(a_record(), [a_work()], [], CODES, ()) is None


def test_who_gave_the_shift_away_or_is_on_leave_is_not_proposed() -> None:
    assert proposed(a_record(absent=True), [], [], CODES, ()) is None
    assert proposed(a_record(absent=True), [a_work()], [a_leave()], CODES, ()) is None


@pytest.mark.parametrize(("record", "code"), [(a_record(5), "MIN-04"), (a_record(absent=True), "SER-01")])
def test_what_the_log_holds_is_not_proposed_again(record: Attendance, code: str) -> None:
    linked = record._replace(late_incident_id="i", absent_incident_id="i")
    entry = an_incident(code, employee=LI, id="i", day=MONDAY)
    voided = entry._replace(voided_at="2026-10-12T09:00:00Z")
    moved = an_incident(code, employee=LI, day=TUESDAY, corrects="i")
    assert proposed(linked, [a_work()], [], CODES, [entry]) is None
    assert proposed(linked, [a_work()], [], CODES, [voided, moved]) is None
    assert proposed(linked, [a_work()], [], CODES, [voided]) is not None


@pytest.mark.parametrize(("code", "day", "held"), [("MIN-04", MONDAY, True), ("MIN-04", TUESDAY, False),
                                                   ("SER-01", MONDAY, False)])  # fmt: skip
def test_what_was_logged_by_hand_is_not_proposed_again(code: str, day: date, held: bool) -> None:
    by_hand = an_incident(code, employee=LI, day=day)
    assert (proposed(a_record(5), [a_work()], [], CODES, [by_hand]) is None) is held


@pytest.mark.parametrize(("lates", "percent"), [(0, 0), (1, 1), (3, 3), (4, 8), (6, 18)])
def test_each_late_arrival_costs_one_per_cent_and_beyond_the_third_five(lates: int, percent: int) -> None:
    assert late_percent(lates, S5) == percent


@pytest.mark.parametrize(
    ("base", "lates", "amount"),
    [("5200.00", 1, "52.00"), ("5200.00", 4, "416.00"), ("3333.33", 1, "33.33"), ("3333.50", 1, "33.34"),
     ("0", 5, "0.00")],
)  # fmt: skip
def test_worked_cases_of_late_pay(base: str, lates: int, amount: str) -> None:
    assert str(late_pay(Decimal(base), lates, S5)) == amount


salaries = st.decimals(0, 10_000_000, places=2)


@given(salaries, st.integers(0, 31), st.integers(0, 20), st.integers(0, 10), st.integers(0, 20))
def test_late_pay_is_exact_and_rounded_once(base: Decimal, lates: int, each: int, first: int, beyond: int) -> None:
    rule = LatePay(each, first, beyond)
    exact = sum((Fraction(base) * (each if n < first else beyond) / 100 for n in range(lates)), Fraction())
    cents, rest = divmod(exact * 100, 1)
    assert late_pay(base, lates, rule) == Decimal(int(cents) + (rest >= Fraction(1, 2))) / 100


@given(salaries, st.integers(0, 30))
def test_one_more_late_arrival_never_costs_less(base: Decimal, lates: int) -> None:
    assert late_pay(base, lates + 1, S5) >= late_pay(base, lates, S5)
    assert late_pay(base, lates, S5) == late_pay(base, lates, S5).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_the_wage_statement_counts_late_arrivals_alone() -> None:
    wu = an_employee("0200", "吴越", base_salary=None)
    zhao = an_employee("0300", "赵敏")
    records = [a_record(5), a_record(1, day=TUESDAY), a_record(0, 30), a_record(absent=True),
               a_record(9)._replace(employee_id=wu.id)]  # fmt: skip
    assert late_wages([LI, wu, zhao], records, S5) == [
        LateWage(LI, 2, 2, Decimal("104.00")), LateWage(wu, 1, 1, None),
    ]  # fmt: skip


def test_a_night_shift_is_proposed_on_the_day_it_began() -> None:
    assert a_work(NIGHT_SHIFT).ends == datetime(2026, 10, 13, 6)
    draft = proposed(a_record(15), [a_work(NIGHT_SHIFT)], [], CODES, ())
    assert draft is not None
    assert draft.day == MONDAY
