"""Whether leave may be taken."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.incidents import Incident
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.leaves import (
    DAYS_LIMIT,
    LeaveDraft,
    LeaveFacts,
    absences_logged,
    begins_at,
    days_of,
    judge_leave,
    leave_of,
    problems_of_deciding,
    problems_of_withdrawing,
)
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.words import Words
from tests.builders import an_employee, an_incident

LI = an_employee(hired=date(2024, 3, 1))
DAY_SHIFT = Shift("d", "D", time(8), time(16))
NIGHT_SHIFT = Shift("n", "N", time(22), time(6))
MONDAY = date(2026, 10, 12)
TUESDAY = date(2026, 10, 13)
NATIONAL_DAY = date(2026, 10, 1)
THURSDAY_BEFORE = datetime(2026, 10, 8, 9)
CALENDAR = Calendar({NATIONAL_DAY: SpecialDay(DayKind.HOLIDAY, Words("National Day", "国庆节"))}, 2026)
FACTS = LeaveFacts(
    LI, [], {(LI.id, MONDAY): ("d",)}, {"d": DAY_SHIFT, "n": NIGHT_SHIFT}, [], CALENDAR, (), 60, THURSDAY_BEFORE
)


def a_draft(first: date | None = MONDAY, last: date | None = TUESDAY, **given: Any) -> LeaveDraft:
    """Return what Li asks for."""
    return LeaveDraft(LI.id, first, last)._replace(**given)


def a_leave(first: date = MONDAY, last: date = TUESDAY, **given: Any) -> Leave:
    """Return leave of Li's on file."""
    return Leave("on-file", LI.id, first, last, LeaveType.ANNUAL)._replace(**given)


def faults(draft: LeaveDraft, facts: LeaveFacts = FACTS, **given: str) -> list[tuple[str, str]]:
    """Return field and code of everything that is wrong with `draft`."""
    judged = judge_leave(draft, facts, **given)  # type: ignore[arg-type]  # ids only
    assert isinstance(judged, list), judged
    return [(problem.field, problem.code) for problem in judged]


def test_leave_in_advance_is_asked_for() -> None:
    judged = judge_leave(a_draft(note=" at home "), FACTS)
    assert judged == Leave("", LI.id, MONDAY, TUESDAY, LeaveType.ANNUAL, note="at home")


def test_the_draft_of_a_leave_asks_for_it_again() -> None:
    draft = a_draft(MONDAY, MONDAY, hours=Decimal("2.5"), emergency_at=datetime(2026, 10, 12, 8, 40), note="ill")
    judged = judge_leave(draft, FACTS._replace(now=datetime(2026, 10, 12, 9)))
    assert isinstance(judged, Leave)
    assert judged.emergency_at == "2026-10-12T08:40"
    assert LeaveDraft.of(judged) == draft
    assert LeaveDraft.of(a_leave()) == a_draft()


def test_the_person_and_both_days_must_be_there() -> None:
    assert faults(a_draft(None, None), FACTS._replace(employee=None)) == [
        ("employee", "employee.unknown"), ("first", "leave.first-missing"), ("last", "leave.last-missing"),
    ]  # fmt: skip
    assert faults(a_draft(), FACTS._replace(employee=None)) == [("employee", "employee.unknown")]
    assert faults(a_draft(note="x" * 2001)) == [("note", "note.too-long")]


def test_leave_that_ends_before_it_begins_is_refused() -> None:
    assert judge_leave(a_draft(TUESDAY, MONDAY), FACTS) == [
        Problem.at("last", "leave.ends-before", first=TUESDAY, last=MONDAY)
    ]


def test_leave_of_more_than_a_year_is_refused() -> None:
    days = list(days_of(MONDAY, date(2028, 1, 1)))
    assert isinstance(judge_leave(a_draft(MONDAY, days[DAYS_LIMIT - 1]), FACTS), Leave)
    assert faults(a_draft(MONDAY, days[DAYS_LIMIT])) == [("last", "leave.too-long")]


@pytest.mark.parametrize(
    ("hours", "last", "expected"),
    [
        ("0", MONDAY, "leave.hours-outside"),
        ("-1", MONDAY, "leave.hours-outside"),
        ("24.01", MONDAY, "leave.hours-outside"),
        ("1.005", MONDAY, "leave.hours-too-fine"),
        ("4", TUESDAY, "leave.hours-of-days"),
    ],
)
def test_hours_lie_within_one_day(hours: str, last: date, expected: str) -> None:
    assert faults(a_draft(MONDAY, last, hours=Decimal(hours))) == [("hours", expected)]


@pytest.mark.parametrize("hours", ["0.01", "24"])
def test_any_part_of_a_day_can_be_taken(hours: str) -> None:
    assert isinstance(judge_leave(a_draft(MONDAY, MONDAY, hours=Decimal(hours)), FACTS), Leave)


def test_only_days_of_employment_can_be_taken() -> None:
    hired_between = FACTS._replace(employee=LI._replace(hired=TUESDAY))
    left_between = FACTS._replace(employee=LI._replace(left=MONDAY))
    assert faults(a_draft(), hired_between) == [("first", "day.before-hire")]
    assert faults(a_draft(), left_between) == [("last", "day.after-leaving")]
    assert isinstance(judge_leave(a_draft(), FACTS._replace(employee=LI._replace(hired=MONDAY, left=TUESDAY))), Leave)


def test_a_closed_month_takes_no_leave() -> None:
    closed = {Month(2026, 11), Month(2026, 12)}
    long = a_draft(date(2026, 10, 31), date(2026, 12, 1))
    assert judge_leave(long, FACTS._replace(closed=closed)) == [
        Problem.at("last", "month.closed", month=Month(2026, 11)),
        Problem.at("last", "month.closed", month=Month(2026, 12)),
    ]
    assert faults(a_draft(), FACTS._replace(closed={Month(2026, 10)})) == [("first", "month.closed")]


@pytest.mark.parametrize("state", [LeaveState.ASKED, LeaveState.APPROVED])
def test_two_leaves_of_a_person_do_not_overlap(state: LeaveState) -> None:
    for other in (a_leave(TUESDAY, TUESDAY), a_leave(date(2026, 10, 1), MONDAY)):
        facts = FACTS._replace(leaves=[other._replace(state=state)])
        assert judge_leave(a_draft(), facts) == [
            Problem.at("first", "leave.overlaps", first=other.first, last=other.last)
        ]


@pytest.mark.parametrize(
    "other",
    [
        a_leave(state=LeaveState.REFUSED),
        a_leave(state=LeaveState.WITHDRAWN),
        a_leave(employee_id="somebody else"),
        a_leave(date(2026, 10, 10), date(2026, 10, 11)),
        a_leave(date(2026, 10, 14), date(2026, 10, 14)),
    ],
)
def test_other_leave_may_stand_beside(other: Leave) -> None:
    assert isinstance(judge_leave(a_draft(), FACTS._replace(leaves=[other])), Leave)


def test_a_leave_on_file_does_not_stand_in_its_own_way() -> None:
    judged = judge_leave(a_draft(), FACTS._replace(leaves=[a_leave()]), id="on-file", state=LeaveState.APPROVED)
    assert judged == a_leave(state=LeaveState.APPROVED)


def test_whoever_is_on_duty_on_a_public_holiday_takes_no_leave() -> None:
    early = FACTS._replace(now=datetime(2026, 9, 20, 9))
    draft = a_draft(date(2026, 9, 30), date(2026, 10, 2))
    assert isinstance(judge_leave(draft, early), Leave)
    on_duty = early._replace(cells={(LI.id, NATIONAL_DAY): ("n",)})
    assert judge_leave(draft, on_duty) == [Problem.at("first", "leave.holiday-duty", name=LI.name, day=NATIONAL_DAY)]
    other_on_duty = early._replace(cells={("somebody else", NATIONAL_DAY): ("n",)})
    assert isinstance(judge_leave(draft, other_on_duty), Leave)


def a_swap(state: SwapState, a: str = LI.id, b: str = "wu") -> Swap:
    """Return a swap of Tuesday, returned a week later."""
    return Swap("s", 7, MONDAY, SwapDraft(a, TUESDAY, b, date(2026, 10, 20)), state)


@pytest.mark.parametrize("state", [SwapState.DRAFTED, SwapState.AGREED, SwapState.APPROVED])
@pytest.mark.parametrize(("a", "b"), [(LI.id, "wu"), ("wu", LI.id)])
def test_the_day_of_a_swap_cannot_be_leave(state: SwapState, a: str, b: str) -> None:
    facts = FACTS._replace(swaps=[a_swap(state, a, b)])
    assert judge_leave(a_draft(), facts) == [
        Problem.at("first", "leave.swapped-day", name=LI.name, day=TUESDAY, number=7)
    ]
    assert faults(a_draft(date(2026, 10, 20), date(2026, 10, 20)), facts) == [("first", "leave.swapped-day")]


def test_swaps_of_others_and_those_that_came_to_nothing_do_not_hinder() -> None:
    ended = [a_swap(state) for state in (SwapState.REJECTED, SwapState.WITHDRAWN, SwapState.VOIDED)]
    facts = FACTS._replace(swaps=[*ended, a_swap(SwapState.APPROVED, "wu", "zhao")])
    assert isinstance(judge_leave(a_draft(), facts), Leave)


def test_leave_begins_with_the_first_shift_of_its_first_day() -> None:
    both = {(LI.id, MONDAY): ("n", "d")}
    assert begins_at(a_leave(), both, FACTS.shifts) == datetime(2026, 10, 12, 8)
    assert begins_at(a_leave(), {}, FACTS.shifts) == datetime(2026, 10, 12)


def test_leave_is_asked_for_before_the_shift_begins() -> None:
    assert isinstance(judge_leave(a_draft(), FACTS._replace(now=datetime(2026, 10, 12, 8))), Leave)
    late = FACTS._replace(now=datetime(2026, 10, 12, 8, 1))
    assert faults(a_draft(), late) == [("first", "leave.not-in-advance")]
    assert faults(a_draft(), late._replace(now=datetime(2026, 11, 1))) == [("first", "leave.not-in-advance")]


def test_past_leave_of_a_workbook_is_taken() -> None:
    assert isinstance(judge_leave(a_draft(), FACTS._replace(now=None)), Leave)
    call = a_draft(emergency_at=datetime(2026, 10, 12, 8, 40))
    assert isinstance(judge_leave(call, FACTS._replace(now=None)), Leave)


AFTERWARDS = FACTS._replace(now=datetime(2026, 10, 15, 9))


@pytest.mark.parametrize("call", [datetime(2026, 10, 11, 23, 30), datetime(2026, 10, 12, 9)])
def test_an_emergency_is_called_in_within_the_hour(call: datetime) -> None:
    assert isinstance(judge_leave(a_draft(emergency_at=call), AFTERWARDS), Leave)


def test_a_later_call_is_no_emergency() -> None:
    assert judge_leave(a_draft(emergency_at=datetime(2026, 10, 12, 9, 1)), AFTERWARDS) == [
        Problem.at("emergency_at", "leave.call-late", name=LI.name, minutes=61, limit=60)
    ]


def test_the_hour_of_a_night_shift_runs_over_midnight() -> None:
    night = AFTERWARDS._replace(cells={(LI.id, MONDAY): ("n",)}, emergency_minutes=150)
    assert isinstance(judge_leave(a_draft(emergency_at=datetime(2026, 10, 13, 0, 30)), night), Leave)
    assert faults(a_draft(emergency_at=datetime(2026, 10, 13, 0, 31)), night) == [("emergency_at", "leave.call-late")]


def test_without_a_shift_the_call_comes_before_the_day_is_over() -> None:
    free = AFTERWARDS._replace(cells={})
    assert isinstance(judge_leave(a_draft(emergency_at=datetime(2026, 10, 12, 23, 59)), free), Leave)
    assert faults(a_draft(emergency_at=datetime(2026, 10, 13, 0, 1)), free) == [
        ("emergency_at", "leave.call-after-day")
    ]


def test_a_call_in_the_future_or_long_before_is_no_emergency() -> None:
    assert faults(a_draft(emergency_at=datetime(2026, 10, 12, 8)), FACTS) == [("emergency_at", "leave.call-future")]
    assert faults(a_draft(emergency_at=datetime(2026, 10, 10, 23)), AFTERWARDS) == [
        ("emergency_at", "leave.call-early")
    ]


@pytest.mark.parametrize("state", [LeaveState.APPROVED, LeaveState.REFUSED, LeaveState.WITHDRAWN])
def test_what_is_decided_is_not_decided_again(state: LeaveState) -> None:
    assert problems_of_deciding(a_leave(state=state), ()) == [Problem.at("", f"leave.is-{state.value}")]


def test_nothing_is_decided_in_a_closed_month() -> None:
    assert problems_of_deciding(a_leave(), ()) == []
    october = {Month(2026, 10)}
    assert [problem.code for problem in problems_of_deciding(a_leave(), october)] == ["month.closed"]
    assert [problem.code for problem in problems_of_withdrawing(a_leave(), "moved", october)] == ["month.closed"]


def test_open_leave_is_taken_back_with_a_reason() -> None:
    assert problems_of_withdrawing(a_leave(), "moved", ()) == []
    assert problems_of_withdrawing(a_leave(state=LeaveState.APPROVED), "moved", ()) == []
    refused = problems_of_withdrawing(a_leave(state=LeaveState.REFUSED), " ", ())
    assert [(problem.field, problem.code) for problem in refused] == [
        ("reason", "reason.missing"), ("", "leave.is-refused"),
    ]  # fmt: skip


def test_approved_leave_of_the_whole_day_keeps_somebody_away() -> None:
    approved = a_leave(state=LeaveState.APPROVED)
    assert leave_of(LI.id, MONDAY, [a_leave(), approved]) == approved
    assert leave_of(LI.id, date(2026, 10, 14), [approved]) is None
    assert leave_of("wu", MONDAY, [approved]) is None
    assert leave_of(LI.id, MONDAY, [a_leave(), approved._replace(hours=Decimal(2))]) is None


def test_the_absences_of_a_leave_are_the_standing_entries_of_its_days() -> None:
    def entry(day: date, code: str = "SER-01", id: str = "x", **given: Any) -> Incident:
        return an_incident(code, employee=LI, day=day)._replace(id=id, **given)

    second, first = entry(TUESDAY, id="second"), entry(MONDAY, id="first")
    others = [
        entry(date(2026, 10, 14)), entry(MONDAY, "MIN-04"), entry(MONDAY, voided_at="2026-10-13T01:00:00.000Z"),
        entry(MONDAY)._replace(employee_id="wu"),
    ]  # fmt: skip
    codes = dict.fromkeys((MONDAY, TUESDAY, date(2026, 10, 14)), "SER-01")
    assert absences_logged(a_leave(), [second, *others, first], codes) == [first, second]
    assert absences_logged(a_leave(hours=Decimal(4), last=MONDAY), [second, first], codes) == [first]
    assert absences_logged(a_leave(), [first], {MONDAY: "SER-09"}) == []
    assert absences_logged(a_leave(), [first], {}) == []
