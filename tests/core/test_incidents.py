"""A draft is judged by the rulebook of its own day; a mistake comes back as a value at the field where it is mended."""

import datetime
from datetime import date

import pytest

from csdesk.core.employee import Employee
from csdesk.core.incidents import (
    COUNT_LIMIT,
    MINUTES_LIMIT,
    NOTE_LIMIT,
    Draft,
    Judged,
    check_reason,
    judge,
    problems_of_voiding,
    total_points,
)
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebook, Rulebooks, Severity
from tests.builders import MONTH, a_day, a_draft, a_rulebook, a_version, an_employee, an_incident, the_rulebooks

TODAY = a_day(28)


def accepted(draft: Draft, rulebooks: Rulebooks | None = None) -> Judged:
    judged = judge(draft, an_employee(), rulebooks or the_rulebooks(), today=TODAY)
    assert isinstance(judged, Judged), judged
    return judged


def refused(
    draft: Draft,
    employee: Employee | None = None,
    rulebooks: Rulebooks | None = None,
    closed: tuple[Month, ...] = (),
) -> list[Problem]:
    judged = judge(draft, employee or an_employee(), rulebooks or the_rulebooks(), today=TODAY, closed=closed)
    assert isinstance(judged, list), judged
    return judged


def the_tiers(tiers: dict[str, tuple[int, int | None]]) -> Rulebook:
    """Return the rulebook with other minutes of some tiers."""
    rules = tuple(r._replace(minutes=tiers[r.code]) if r.code in tiers else r for r in a_rulebook().rules)
    return a_rulebook()._replace(rules=rules)


def test_a_fixed_rule_keeps_no_points_because_they_follow_from_the_rulebook() -> None:
    judged = accepted(a_draft("MIN-05"))
    assert (judged.rule.code, judged.points, judged.count, judged.total) == ("MIN-05", None, 1, -5)


def test_a_range_keeps_the_points_that_were_chosen() -> None:
    judged = accepted(a_draft("MIN-04", points=-3))
    assert (judged.points, judged.total) == (-3, -3)


def test_a_deduction_may_be_typed_without_its_minus() -> None:
    assert accepted(a_draft("MIN-04", points=3)).points == -3
    assert accepted(a_draft("MIN-05", points=5)).points is None


def test_a_bonus_is_not_typed_with_a_minus() -> None:
    assert refused(a_draft("BON-03", points=-5)) == [
        Problem.at("points", "points.fixed", points=-5, code="BON-03", fixed=5)
    ]


def test_a_range_of_a_bonus_takes_points_from_mildest_to_hardest() -> None:
    rules = tuple(r._replace(mildest=2, hardest=5) if r.code == "BON-06" else r for r in a_rulebook().rules)
    books = the_rulebooks(a_rulebook()._replace(rules=rules))
    assert accepted(a_draft("BON-06", points=3), books).total == 3
    for points in (1, 6, -3):
        assert refused(a_draft("BON-06", points=points), rulebooks=books) == [
            Problem.at("points", "points.outside", points=points, mildest=2, hardest=5)
        ]


def test_a_range_without_points_names_the_range() -> None:
    assert refused(a_draft("MIN-08")) == [Problem.at("points", "points.missing", mildest=-2, hardest=-5)]


def test_points_outside_the_range_name_the_range() -> None:
    assert refused(a_draft("MIN-04", points=-6)) == [
        Problem.at("points", "points.outside", points=-6, mildest=-2, hardest=-5)
    ]


def test_a_spot_check_counts_its_errors() -> None:
    judged = accepted(a_draft("MIN-14", points=-2, count=3))
    assert (judged.points, judged.count, judged.total) == (-2, 3, -6)


def test_a_spot_check_without_a_count_is_refused() -> None:
    assert refused(a_draft("MIN-14", points=-2)) == [Problem.at("count", "count.missing")]


def test_any_rule_may_have_happened_several_times() -> None:
    assert accepted(a_draft("MIN-01", count=2)).total == -4
    assert accepted(a_draft("MIN-01", count=COUNT_LIMIT)).total == -2 * COUNT_LIMIT


@pytest.mark.parametrize("count", [0, -1, COUNT_LIMIT + 1])
def test_a_count_that_cannot_be_is_refused(count: int) -> None:
    problem = Problem.at("count", "count.outside", count=count, limit=COUNT_LIMIT)
    assert refused(a_draft("MIN-14", points=-2, count=count)) == [problem]


def test_an_overrun_keeps_the_rule_of_its_tier_and_the_minutes() -> None:
    judged = accepted(a_draft("OVERRUN", minutes=12))
    assert (judged.rule.code, judged.minutes, judged.points, judged.total) == ("MOD-08", 12, None, -10)


def test_an_overrun_typed_with_the_points_of_its_tier_is_accepted() -> None:
    assert accepted(a_draft("OVERRUN", minutes=12, points=-10)).rule.code == "MOD-08"


def test_an_overrun_typed_with_the_points_of_another_tier_is_refused() -> None:
    problem = Problem.at("points", "points.fixed", points=-5, code="MOD-08", fixed=-10)
    assert refused(a_draft("OVERRUN", minutes=12, points=-5)) == [problem]


def test_an_overrun_without_minutes_is_refused() -> None:
    assert refused(a_draft("OVERRUN")) == [Problem.at("minutes", "minutes.missing")]


@pytest.mark.parametrize("minutes", [0, -3, MINUTES_LIMIT + 1])
def test_minutes_that_cannot_be_are_refused(minutes: int) -> None:
    assert refused(a_draft("OVERRUN", minutes=minutes)) == [
        Problem.at("minutes", "minutes.outside", limit=MINUTES_LIMIT)
    ]


def test_a_tiers_own_code_stands_with_or_without_minutes() -> None:
    assert accepted(a_draft("MOD-08")).minutes is None
    assert accepted(a_draft("MOD-08", minutes=30)).minutes == 30


def test_a_tiers_own_code_with_minutes_of_another_tier_is_refused() -> None:
    assert refused(a_draft("MIN-13", minutes=31)) == [
        Problem.at("minutes", "minutes.disagree", minutes=31, code="MIN-13", tier="SER-06")
    ]


def test_minutes_that_no_tier_covers_are_refused() -> None:
    books = the_rulebooks(the_tiers({"SER-06": (31, 60)}))
    assert refused(a_draft("OVERRUN", minutes=61), rulebooks=books) == [
        Problem.at("minutes", "minutes.no-tier", minutes=61, code="OVERRUN")
    ]
    assert refused(a_draft("SER-06", minutes=61), rulebooks=books) == [
        Problem.at("minutes", "minutes.no-tier", minutes=61, code="SER-06")
    ]


def test_minutes_of_a_rule_that_is_no_tier_are_kept() -> None:
    assert accepted(a_draft("MIN-07", minutes=25)).minutes == 25


@pytest.mark.parametrize("code", ["", "MIN-99", "ADJ"])
def test_a_code_that_is_no_rule_is_refused(code: str) -> None:
    problem = Problem.at("code", "rule.unknown", code=code) if code else Problem.at("code", "rule.missing")
    assert refused(a_draft(code)) == [problem]


@pytest.mark.parametrize("code", ["MOD-07", "SER-05", "BON-01", "BON-02", "BON-05"])
def test_what_the_program_proposes_is_not_logged_by_hand(code: str) -> None:
    assert refused(a_draft(code)) == [Problem.at("code", "rule.automatic", code=code)]


def test_an_entry_is_judged_by_the_version_of_its_own_day() -> None:
    books = the_rulebooks(a_rulebook(), a_version(a_day(16), points={"MIN-01": -4}))
    assert accepted(a_draft("MIN-01", day=a_day(15)), books).total == -2
    assert accepted(a_draft("MIN-01", day=a_day(16)), books).total == -4


def test_a_day_before_the_first_rulebook_says_when_it_begins() -> None:
    day = date(2024, 12, 3)
    assert refused(a_draft(day=day)) == [Problem.at("day", "rulebook.none", day=day, first=date(2025, 1, 1))]


def test_a_team_without_a_rulebook_can_log_nothing() -> None:
    assert refused(a_draft(), rulebooks=Rulebooks(())) == [Problem.at("day", "rulebook.empty")]


def test_nobody_logs_about_somebody_unknown() -> None:
    judged = judge(a_draft(), None, the_rulebooks(), today=TODAY)
    assert judged == [Problem.at("employee", "employee.unknown")]


def test_a_day_to_come_is_refused_and_today_is_not() -> None:
    tomorrow = a_day(29)
    assert refused(a_draft(day=tomorrow)) == [Problem.at("day", "day.future", day=tomorrow)]
    assert accepted(a_draft(day=TODAY)).total == -2


def test_the_first_and_the_last_day_of_employment_take_entries() -> None:
    person = an_employee(hired=a_day(5), left=a_day(9))
    for day in (a_day(5), a_day(9)):
        assert isinstance(judge(a_draft(day=day), person, the_rulebooks(), today=TODAY), Judged)


def test_a_day_outside_the_employment_says_when_it_began_or_ended() -> None:
    person = an_employee(name="李娜", hired=a_day(5), left=a_day(9))
    assert refused(a_draft(day=a_day(4)), person) == [
        Problem.at("day", "day.before-hire", name="李娜", day=a_day(4), hired=a_day(5))
    ]
    assert refused(a_draft(day=a_day(10)), person) == [
        Problem.at("day", "day.after-leaving", name="李娜", day=a_day(10), left=a_day(9))
    ]


def test_a_closed_month_takes_no_entry() -> None:
    assert refused(a_draft(), closed=(MONTH,)) == [Problem.at("day", "month.closed", month=MONTH)]
    assert isinstance(judge(a_draft(), an_employee(), the_rulebooks(), today=TODAY, closed=(MONTH.previous,)), Judged)


def test_a_note_has_a_limit() -> None:
    assert accepted(a_draft(note="字" * NOTE_LIMIT)).total == -2
    assert refused(a_draft(note="字" * (NOTE_LIMIT + 1))) == [
        Problem.at("note", "note.too-long", length=NOTE_LIMIT + 1, limit=NOTE_LIMIT)
    ]


def test_everything_that_is_wrong_is_said_at_once() -> None:
    draft = a_draft("MIN-14", day=a_day(29), points=-9, minutes=0, note="字" * (NOTE_LIMIT + 1))
    problems = refused(draft, an_employee(left=a_day(20)), closed=(MONTH,))
    assert [problem.code for problem in problems] == [
        "day.after-leaving",
        "day.future",
        "month.closed",
        "note.too-long",
        "minutes.outside",
        "points.outside",
        "count.missing",
    ]


def test_an_unknown_code_does_not_hide_impossible_minutes() -> None:
    problems = refused(a_draft("MIN-99", minutes=0))
    assert [problem.code for problem in problems] == ["minutes.outside", "rule.unknown"]


def test_points_of_a_fixed_rule_come_from_the_rule_whatever_was_stored() -> None:
    rule = a_rulebook().rule("MIN-05")
    assert rule is not None
    assert total_points(rule, -3, 2) == -10


def test_points_of_a_range_come_from_what_was_chosen() -> None:
    rule = a_rulebook().rule("MIN-04")
    assert rule is not None
    assert total_points(rule, -3, 2) == -6
    assert total_points(rule, None, 1) == -5  # nothing chosen under an older version that had no range


def test_a_dismissal_offence_has_no_points() -> None:
    judged = accepted(a_draft("DIS-01", time=datetime.time(3, 10), points=0))
    assert (judged.rule.severity, judged.total) == (Severity.DISMISSAL, 0)


def test_a_reason_must_be_written_and_not_too_long() -> None:
    assert check_reason("typed twice") == check_reason("字" * NOTE_LIMIT) == []
    assert check_reason(" \n") == [Problem.at("reason", "reason.missing")]
    assert check_reason("字" * (NOTE_LIMIT + 1)) == [
        Problem.at("reason", "note.too-long", length=NOTE_LIMIT + 1, limit=NOTE_LIMIT)
    ]


def test_an_entry_of_an_open_month_can_be_voided_with_a_reason() -> None:
    assert problems_of_voiding(an_incident(), "typed twice", closed=(MONTH.previous,)) == []


def test_an_entry_is_voided_once_and_not_in_a_closed_month() -> None:
    problems = problems_of_voiding(an_incident(void_reason="typed twice"), "", closed=(MONTH,))
    assert problems == [
        Problem.at("reason", "reason.missing"),
        Problem.at("", "entry.already-void"),
        Problem.at("", "month.closed", month=MONTH),
    ]


def test_an_entry_is_void_once_it_was_voided() -> None:
    assert not an_incident().is_void
    assert an_incident(void_reason="typed twice").is_void
