"""What a month looks like from above."""

from datetime import date
from decimal import Decimal

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.reports import MonthSummary
from tests.desks import logged, somebody

OCTOBER = Month(2026, 10)


def the_summary(desk: Desk) -> MonthSummary:
    summary = desk.reports.summary(OCTOBER)
    assert isinstance(summary, MonthSummary)
    return summary


def test_a_month_in_a_row(desk: Desk) -> None:
    logged(desk, somebody(desk), "SER-01", date(2026, 10, 9))
    logged(desk, somebody(desk, "0102", "王𬭎"), "SER-01", date(2026, 10, 9))
    logged(desk, somebody(desk, "0103", "曾雅婷"), "BON-03", date(2026, 10, 9))
    logged(desk, somebody(desk, "0104", "翟俊", hired=date(2026, 10, 1)), "DIS-01", date(2026, 10, 9))
    summary = the_summary(desk)
    assert (summary.people, summary.average, summary.best, summary.worst) == (4, Decimal("71.3"), 85, 60)
    assert summary.grades == {"A": 0, "B": 2, "C": 0, "D": 0, "E": 2, "F": 0}
    assert (summary.bonuses, summary.offences, summary.pay, summary.flagged) == (5, 40, Decimal(-350), 1)
    assert not summary.closed


def test_a_month_with_nobody_has_no_average(desk: Desk) -> None:
    summary = the_summary(desk)
    assert (summary.people, summary.average, summary.best, summary.worst) == (0, None, None, None)


def test_a_month_without_rulebook_says_so(desk: Desk) -> None:
    problem = desk.reports.summary(Month(2024, 1))
    assert isinstance(problem, Problem)
    assert problem.code == "rulebook.none"
