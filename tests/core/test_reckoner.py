"""One person's sums and sheet: what each line says of its origin, and how the parts add up."""

import datetime
from decimal import Decimal

import pytest

from csdesk.core.appraisal import FlagCode, Line, MonthFacts, PayReason, Sheet, Source
from csdesk.core.incidents import total_points
from csdesk.core.reckoner import pay_effect
from csdesk.core.reckoning import appraise
from csdesk.core.rulebook import PayRule, Severity
from tests.builders import (
    MONTH,
    a_day,
    a_rulebook,
    a_strike,
    a_test,
    a_version,
    a_workload,
    an_adjustment,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)


def the_sheet(facts: MonthFacts) -> Sheet:
    (sheet,) = appraise(facts, the_rulebooks()).sheets
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


@pytest.mark.parametrize(("code", "chosen"), [("MIN-01", None), ("MIN-01", -5), ("MIN-04", -3), ("BON-03", 9)])
def test_a_line_takes_the_points_that_the_log_shows(code: str, chosen: int | None) -> None:
    rule = a_rulebook().rule(code)
    assert rule is not None
    line = the_line(the_facts(an_incident(code, points=chosen, count=2)), code)
    assert line.points == total_points(rule, chosen, 2)


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


@pytest.mark.parametrize(("score", "full", "codes"), [(50, 50, ["BON-02"]), (110, 150, []), (100, 120, [])])
def test_full_marks_are_the_test_s_own(score: int, full: int, codes: list[str]) -> None:
    assert [line.code for line in the_sheet(the_facts(tests=[a_test(score, full)])).lines] == codes


def test_a_test_is_judged_by_the_version_of_its_own_day() -> None:
    stricter = a_version(a_day(16), points={"MOD-07": -15})
    tests = [a_test(40, day=a_day(15)), a_test(40, day=a_day(16))]
    (sheet,) = appraise(the_facts(tests=tests), the_rulebooks(a_rulebook(), stricter)).sheets
    assert [(line.points, line.rulebook) for line in sheet.lines if line.code == "MOD-07"] == [
        (-10, a_rulebook().id), (-15, stricter.id)
    ]  # fmt: skip


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


def test_the_order_in_which_adjustments_and_strikes_are_read_never_matters() -> None:
    adjustments = [an_adjustment(3), an_adjustment(-2)]
    strikes = [a_strike("BON-05"), a_strike("BON-05")]
    sheets = [
        the_sheet(the_facts(adjustments=adjustments[::way], strikes=strikes[::way], complaints_from=MONTH))
        for way in (1, -1)
    ]
    assert sheets[0] == sheets[1]


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


# Pay ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("final", "yuan"), [(80, 0), (91, 110), (68, -120), (110, 300), (0, -300)])
def test_pay_moves_by_ten_yuan_a_point_within_300(final: int, yuan: int) -> None:
    assert pay_effect(final, a_rulebook().month.pay) == Decimal(yuan)


def test_pay_begins_where_the_rulebook_says() -> None:
    assert pay_effect(72, PayRule(zero_at=70, per_point=15, limit=100, exempt_months=0)) == Decimal(30)
