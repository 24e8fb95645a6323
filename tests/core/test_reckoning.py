"""What the tables of examples do not show: one person's sheet, what the reader should know, who is last."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.core.appraisal import Best, FlagCode, MonthFacts, Sheet
from csdesk.core.employee import Employee, Role
from csdesk.core.problem import Problem
from csdesk.core.reckoning import (
    NoRulebookError,
    appraise,
    appraise_person,
    flag_last_twice,
    last_and_low,
    last_and_low_among,
    last_of,
    problem_of_appraising,
)
from csdesk.core.rulebook import Rulebooks
from tests.builders import (
    MONTH,
    a_complaint,
    a_day,
    a_month,
    a_result,
    a_rulebook,
    a_team,
    a_test,
    a_version,
    a_workload,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)


def the_sheet(facts: MonthFacts, rulebooks: Rulebooks | None = None) -> Sheet:
    (sheet,) = appraise(facts, rulebooks or the_rulebooks()).sheets
    return sheet


# Sheets ----------------------------------------------------------------------------------------------------


def test_one_persons_sheet_is_the_same_without_the_team_but_for_the_rank() -> None:
    facts = a_month()
    best = Best.among(facts.workloads)
    for sheet in a_result(facts).sheets:
        alone = appraise_person(sheet.employee, facts, the_rulebooks(), best)
        assert alone == replace(sheet, rank=0, of=0)


def test_equal_scores_stand_by_number() -> None:
    team = a_team(3)
    result = appraise(the_facts(employees=list(reversed(team))), the_rulebooks())
    assert [sheet.employee for sheet in result.sheets] == team


def test_a_month_without_anybody_has_no_sheets() -> None:
    result = appraise(the_facts(employees=[]), the_rulebooks())
    assert (result.sheets, result.problems, last_of(result)) == ((), (), frozenset())


# What the reader should know ------------------------------------------------------------------------------------------


def test_an_entry_that_no_rule_covers_is_told_and_not_counted() -> None:
    facts = the_facts(an_incident("OLD-02", day=a_day(3)), an_incident("OLD-01", day=a_day(3)), an_incident("MIN-01"))
    result = appraise(facts, the_rulebooks())
    assert [line.code for line in result.sheets[0].lines] == ["MIN-01"]
    assert result.problems == (
        Problem.at("", "entry.no-rule", day=a_day(3), code="OLD-01"),
        Problem.at("", "entry.no-rule", day=a_day(3), code="OLD-02"),
    )


def test_an_entry_before_the_first_version_is_told_and_not_counted() -> None:
    books = the_rulebooks(a_version(a_day(10)))
    result = appraise(the_facts(an_incident("MIN-01", day=a_day(9))), books)
    assert result.problems == (Problem.at("", "entry.no-rule", day=a_day(9), code="MIN-01"),)
    assert result.sheets[0].raw == 80


def test_a_test_before_the_first_version_is_judged_by_the_months_version() -> None:
    books = the_rulebooks(a_version(a_day(10)))
    assert the_sheet(the_facts(tests=[a_test(40, day=a_day(9))]), books).raw == 70


def test_undecided_complaints_are_told() -> None:
    complaints = [a_complaint(None), a_complaint(None), a_complaint(True), a_complaint(False)]
    result = appraise(the_facts(complaints=complaints), the_rulebooks())
    assert result.undecided == 2
    assert result.problems == (Problem.at("", "complaint.undecided", count=2, month=MONTH),)


def test_the_result_says_how_many_tests_and_figures_there_were() -> None:
    result = appraise(the_facts(tests=[a_test(), a_test()], workloads=[a_workload()]), the_rulebooks())
    assert (result.tests, result.workloads, result.undecided) == (2, 1, 0)


def test_a_month_that_no_rulebook_covers_is_not_reckoned() -> None:
    with pytest.raises(NoRulebookError) as caught:
        appraise(the_facts(month=MONTH.plus(-30)), the_rulebooks())
    assert caught.value.problem == Problem.at(
        "month", "rulebook.none", day=MONTH.plus(-30).last, first=date(2025, 1, 1)
    )


def test_a_team_without_a_rulebook_is_not_reckoned() -> None:
    with pytest.raises(NoRulebookError) as caught:
        appraise_person(an_employee(), the_facts(), Rulebooks(()), None)
    assert caught.value.problem == Problem.at("month", "rulebook.empty")


# Last of the team -----------------------------------------------------------------------------------------------------


def test_last_is_everybody_at_the_lowest_score() -> None:
    first, second, third = a_team(3)
    facts = the_facts(
        an_incident("SER-01", employee=second), an_incident("SER-03", employee=third), employees=[first, second, third]
    )
    result = appraise(facts, the_rulebooks())
    assert last_of(result) == last_and_low(result) == {second.id, third.id}


def test_last_and_not_low_is_only_last() -> None:
    first, second = a_team(2)
    result = appraise(the_facts(an_incident("MIN-01", employee=second), employees=[first, second]), the_rulebooks())
    assert last_of(result) == {second.id}
    assert last_and_low(result) == frozenset()


def test_the_flag_of_last_twice_says_its_bound_and_stands_before_a_dismissal() -> None:
    first, second = a_team(2)
    facts = the_facts(
        an_incident("SER-01", employee=second), an_incident("DIS-02", employee=second), employees=[first, second]
    )
    result = flag_last_twice(appraise(facts, the_rulebooks()), {second.id})
    last_twice, dismissal = result.sheets[1].flags
    assert (last_twice.code, last_twice.bound) == (FlagCode.LAST_TWICE, 70)
    assert dismissal.code is FlagCode.DISMISSAL


def test_nobody_flagged_leaves_the_result_as_it_is() -> None:
    result = a_result()
    assert flag_last_twice(result, ()) is result


# Who was last, asked of a few -------------------------------------------------------------------------------


def test_of_nobody_nobody_was_last() -> None:
    assert last_and_low_among((), a_month(), the_rulebooks()) == frozenset()


def test_whoever_had_a_good_score_was_not_last_and_low() -> None:
    team = a_team(2)
    assert last_and_low_among([team[0].id], the_facts(employees=team), the_rulebooks()) == frozenset()


def test_somebody_lower_takes_the_place() -> None:
    one, other = a_team(2)
    entries = [an_incident("SER-01", employee=one), *(an_incident("SER-01", employee=other) for _ in range(2))]
    facts = the_facts(*entries, employees=[one, other])
    assert last_and_low_among([one.id], facts, the_rulebooks()) == frozenset()
    assert last_and_low_among([one.id, other.id], facts, the_rulebooks()) == {other.id}


def test_somebody_equally_low_shares_the_place() -> None:
    one, other, third = a_team(3)
    entries = [an_incident("SER-01", employee=person) for person in (one, other)]
    facts = the_facts(*entries, employees=[one, other, third])
    assert last_and_low_among([one.id], facts, the_rulebooks()) == {one.id}


def test_at_the_floor_nobody_can_be_lower() -> None:
    one, other = a_team(2)
    entries = [an_incident("SER-01", employee=one) for _ in range(5)]
    facts = the_facts(*entries, employees=[one, other, *a_team(5)[2:]])
    assert last_and_low_among([one.id], facts, the_rulebooks()) == {one.id}


def test_nobody_is_last_where_all_are_equally_low() -> None:
    one, other = a_team(2)
    entries = [an_incident("SER-01", employee=person) for person in (one, other)]
    facts = the_facts(*entries, employees=[one, other])
    assert last_and_low_among([one.id], facts, the_rulebooks()) == frozenset()


def test_entries_that_count_for_nobody_are_told() -> None:
    team = a_team(1)
    left = an_employee("0190", left=a_day(1, MONTH.previous))
    manager = an_employee("0401", role=Role.MANAGER)
    entries = [an_incident(employee=one) for one in (*team, left, manager)]
    result = appraise(the_facts(*entries, employees=[*team, manager]), the_rulebooks())
    assert result.problems == (Problem.at("", "entry.not-appraised", count=2, month=MONTH),)


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (an_employee("0401", role=Role.MANAGER), "person.role-not-appraised"),
        (an_employee("0190", left=a_day(1, MONTH.previous)), "person.not-employed"),
        (an_employee("0402", role=Role.MANAGER, left=a_day(1, MONTH.previous)), "person.not-employed"),
    ],
)
def test_why_somebody_is_not_appraised_is_told(person: Employee, code: str) -> None:
    problem = problem_of_appraising(person, MONTH, a_rulebook())
    assert problem == Problem.at("", code, name=person.name, month=MONTH)


def test_nothing_is_told_of_somebody_who_is_appraised() -> None:
    assert problem_of_appraising(an_employee(), MONTH, a_rulebook()) is None
