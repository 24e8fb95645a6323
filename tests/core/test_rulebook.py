from datetime import date

import pytest

from csdesk.core.employee import Employee, Role
from csdesk.core.rulebook import Overrun, Rulebooks, Severity, Trigger
from csdesk.core.words import Words
from tests.builders import MONTH, a_day, a_rulebook, a_version, an_employee


def test_everything_but_a_bonus_is_an_offence() -> None:
    assert [severity for severity in Severity if not severity.is_offence] == [Severity.BONUS]


@pytest.mark.parametrize(
    ("code", "is_range", "lowest", "highest"),
    [("MIN-04", True, -5, -2), ("MIN-01", False, -2, -2), ("BON-03", False, 5, 5), ("DIS-01", False, 0, 0)],
)
def test_a_rule_knows_its_bounds(code: str, is_range: bool, lowest: int, highest: int) -> None:
    rule = a_rulebook().rule(code)
    assert rule is not None
    assert (rule.is_range, rule.lowest, rule.highest) == (is_range, lowest, highest)


def test_an_unknown_code_has_no_rule() -> None:
    assert a_rulebook().rule("MIN-99") is None
    assert a_rulebook().overrun("MIN-13") is None


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (110, "A"), (91, "A"), (90, "B"), (80, "B"), (79, "C"), (70, "C"), (69, "D"), (65, "D"), (64, "E"), (60, "E"),
        (59, "F"), (0, "F"),
    ],
)  # fmt: skip
def test_a_score_has_its_grade(score: int, grade: str) -> None:
    assert a_rulebook().month.grade(score) == grade


@pytest.mark.parametrize(
    ("minutes", "code"),
    [(1, "MIN-13"), (10, "MIN-13"), (11, "MOD-08"), (30, "MOD-08"), (31, "SER-06"), (600, "SER-06"), (0, None)],
)
def test_the_minutes_choose_the_tier(minutes: int, code: str | None) -> None:
    book = a_rulebook()
    overrun = book.overrun("OVERRUN")
    assert overrun is not None
    tier = book.tier(overrun, minutes)
    assert (tier.code if tier else None) == code


def test_a_rule_without_minutes_is_no_tier() -> None:
    assert a_rulebook().tier(Overrun("X", Words("x", "x"), ("MIN-01",)), 5) is None


@pytest.mark.parametrize(
    ("person", "is_appraised"),
    [
        (an_employee(), True),
        (an_employee(role=Role.SUPERVISOR), False),
        (an_employee(left=a_day(1)), True),
        (an_employee(left=MONTH.previous.last), False),
        (an_employee(hired=MONTH.last), True),
        (an_employee(hired=MONTH.next.first), False),
    ],
)
def test_somebody_is_appraised_in_the_months_of_employment_if_the_role_is(person: Employee, is_appraised: bool) -> None:
    assert a_rulebook().month.appraises(person, MONTH) == is_appraised


def test_the_rules_of_a_trigger_are_found() -> None:
    assert [rule.code for rule in a_rulebook().triggered_by(Trigger.REPEATED_OFFENCES)] == ["SER-05"]


def test_the_version_in_force_is_the_last_that_has_begun() -> None:
    older, newer = a_rulebook(), a_version(date(2026, 7, 1))
    versions = Rulebooks((newer, older))
    assert versions.on(date(2026, 6, 30)) is older
    assert versions.on(date(2026, 7, 1)) is newer
    assert versions.on(date(2030, 1, 1)) is newer
    assert versions.first_day == date(2025, 1, 1)


def test_no_version_covers_a_day_before_the_first() -> None:
    assert Rulebooks((a_rulebook(),)).on(date(2024, 12, 31)) is None
    assert Rulebooks(()).on(date(2026, 1, 1)) is None
    assert Rulebooks(()).first_day is None


def test_two_readings_of_one_text_are_equal() -> None:
    assert a_rulebook()._replace() == a_rulebook()


def test_the_same_versions_are_the_same_rulebooks_in_whatever_order_they_are_given() -> None:
    older, newer = a_rulebook(), a_rulebook()._replace(in_force_from=date(2027, 1, 1))
    assert Rulebooks([newer, older]) == Rulebooks((older, newer))
    assert Rulebooks([newer]) != Rulebooks([older])
