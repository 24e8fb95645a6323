"""What the tables of examples do not show: problems, the one person's sheet, order, versions, what each line says."""

import datetime
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from csdesk.core.appraisal import Best, FlagCode, Line, MonthFacts, PayReason, Sheet, Source
from csdesk.core.problem import Problem
from csdesk.core.reckoning import (
    NoRulebookError,
    appraise,
    appraise_person,
    flag_last_twice,
    last_and_low,
    last_of,
    pay_effect,
)
from csdesk.core.rulebook import Rulebooks, Severity
from tests.builders import (
    MONTH,
    a_complaint,
    a_day,
    a_month,
    a_result,
    a_rulebook,
    a_strike,
    a_team,
    a_test,
    a_version,
    a_workload,
    an_adjustment,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)


def the_sheet(facts: MonthFacts, rulebooks: Rulebooks | None = None) -> Sheet:
    (sheet,) = appraise(facts, rulebooks or the_rulebooks()).sheets
    return sheet


def the_line(facts: MonthFacts, code: str) -> Line:
    (line,) = [line for line in the_sheet(facts).lines if line.code == code]
    return line


# Lines ----------------------------------------------------------------------------------------------------------------


def test_a_line_of_the_log_says_entry_rule_and_version() -> None:
    entry = an_incident("MIN-14", day=a_day(7), points=-3, count=2, minutes=4, note="two wrong tickets")
    assert the_line(the_facts(entry), "MIN-14") == Line(
        key=entry.id,
        code="MIN-14",
        kind="minor",
        points=-6,
        day=a_day(7),
        note="two wrong tickets",
        source=Source.LOG,
        because=(entry.id,),
        rulebook=a_rulebook().id,
        count=2,
        minutes=4,
    )


def test_the_escalation_says_how_many_there_were_of_each_class() -> None:
    entries = [an_incident("MIN-01") for _ in range(4)] + [an_incident("SER-01")]
    line = the_line(the_facts(*entries), "SER-05")
    assert (line.key, line.kind, line.reason, line.day) == ("SER-05", "serious", "escalation", None)
    assert set(line.detail) == {"minor=4", "moderate=0", "serious=1", "dismissal=0"}
    assert line.because == tuple(entry.id for entry in entries[:4])


def test_a_failed_test_says_score_full_marks_and_bound() -> None:
    test = a_test("59.50", 100)
    line = the_line(the_facts(tests=[test]), "MOD-07")
    assert (line.key, line.kind, line.day, line.reason) == (f"MOD-07:{test.id}", "moderate", test.day, "test-below")
    assert line.detail == ("score=59.5", "full=100", "percent=60")


def test_full_marks_say_score_and_full_marks() -> None:
    line = the_line(the_facts(tests=[a_test(150, "150.0")]), "BON-02")
    assert (line.kind, line.reason, line.detail) == ("bonus", "test-full", ("score=150", "full=150"))


def test_the_first_of_the_team_is_told_by_figures() -> None:
    figures = a_workload(480, "98.50")
    line = the_line(the_facts(workloads=[figures]), "BON-01")
    assert (line.reason, line.because) == ("first-of-team", (figures.id,))
    assert line.detail == ("workload=480", "quality=98.5")


def test_first_of_the_team_comes_once_though_figures_stand_twice() -> None:
    twice = [a_workload(480, 98, id="b"), a_workload(480, 98, id="a"), a_workload(300, 90, id="0")]
    assert the_line(the_facts(workloads=twice), "BON-01").because == ("a",)


def test_the_adjustment_is_a_line_with_its_reason() -> None:
    adjustment = an_adjustment(-2, "Slow to hand over")
    line = the_line(the_facts(adjustments=[adjustment]), "ADJ")
    assert (line.key, line.kind, line.points, line.note) == ("ADJ", "adjustment", -2, "Slow to hand over")
    assert (line.source, line.because) == (Source.ADJUSTMENT, (adjustment.id,))


def test_a_struck_line_stands_apart_with_its_strike() -> None:
    strike = a_strike("BON-05", "A complaint is still to be entered")
    sheet = the_sheet(the_facts(strikes=[strike], complaints_from=MONTH))
    ((line, kept),) = sheet.struck
    assert (line.code, line.points, kept) == ("BON-05", 5, strike)
    assert sheet.lines == ()


def test_lines_stand_by_time_within_a_day_and_those_without_a_time_first() -> None:
    late = an_incident("MIN-01", time=datetime.time(17, 0))
    early = an_incident("MIN-02", time=datetime.time(8, 0))
    untimed = an_incident("MIN-03")
    assert [line.code for line in the_sheet(the_facts(late, early)).lines] == ["MIN-02", "MIN-01"]
    assert [line.code for line in the_sheet(the_facts(late, early, untimed)).lines] == ["MIN-03", "MIN-02", "MIN-01"]


# Sheets ---------------------------------------------------------------------------------------------------------------


def test_the_parts_of_a_sheet_add_up_to_the_raw_score() -> None:
    facts = the_facts(
        an_incident("BON-03"),
        an_incident("MIN-05"),
        tests=[a_test(40)],
        adjustments=[an_adjustment(3)],
        complaints_from=MONTH,
    )
    sheet = the_sheet(facts)
    assert (sheet.base, sheet.bonuses, sheet.offences, sheet.automatic, sheet.adjustment) == (80, 5, 5, -5, 3)
    assert sheet.raw == 78
    assert sheet.offence_counts == {
        Severity.MINOR: 1,
        Severity.MODERATE: 1,
        Severity.SERIOUS: 0,
        Severity.DISMISSAL: 0,
    }


def test_a_flag_says_its_bound_or_its_entries() -> None:
    asleep = an_incident("DIS-01")
    below, dismissal = the_sheet(the_facts(asleep, an_incident("SER-01"), an_incident("SER-03"))).flags
    assert (below.code, below.bound, below.because) == (FlagCode.BELOW_60, 60, ())
    assert (dismissal.code, dismissal.because) == (FlagCode.DISMISSAL, (asleep.id,))


def test_somebody_exempt_has_no_pay_effect_but_a_score() -> None:
    sheet = the_sheet(the_facts(an_incident("MIN-05"), employees=[an_employee(hired=a_day(1))]))
    assert (sheet.pay_effect, sheet.pay_reason, sheet.final, sheet.grade) == (None, PayReason.EXEMPT, 75, "C")


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
    complaints = [a_complaint(None), a_complaint(None), a_complaint(True)]
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


# Pay ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("final", "yuan"), [(80, 0), (91, 110), (68, -120), (110, 300), (0, -300)])
def test_pay_moves_by_ten_yuan_a_point_within_300(final: int, yuan: int) -> None:
    assert pay_effect(final, a_rulebook().month.pay) == Decimal(yuan)
