"""Importing a workbook as a team really keeps it: all or nothing, and twice changes nothing."""

from datetime import date
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.desk.intake import IntakeOvertakenError
from csdesk.desk.intake_check import IntakeCheck, check_intake
from csdesk.render.intake_book import read_intake
from tests.desks import again, somebody

WORKBOOK = Path(__file__).parents[1] / "data" / "desk-2026.xlsx"


def the_check(desk: Desk) -> IntakeCheck:
    reading = read_intake(WORKBOOK)
    return check_intake(reading, desk.intake.basis(reading))


def imported(desk: Desk) -> IntakeCheck:
    check = the_check(desk)
    assert check.faults == ()
    for _ in desk.intake.commit(check.plan):
        pass
    return check


def test_the_workbook_is_read_whole(desk: Desk) -> None:
    check = imported(desk)
    assert {count.kind.value: count.new for count in check.counts} == {
        "staff": 15, "incidents": 91, "tests": 47, "workload": 48, "complaints": 11, "adjustments": 10
    }  # fmt: skip
    assert len(desk.people.all()) == 15
    assert desk.incidents.page(Query()).total == 91
    assert desk.check() == []


def test_columns_that_are_not_ours_are_named(desk: Desk) -> None:
    assert the_check(desk).skipped == (("人员", "微信群昵称"), ("记录", "姓名"))


def test_a_second_import_changes_nothing_and_says_how_many_were_there(desk: Desk) -> None:
    first = imported(desk)
    lines = len(desk.journal(10_000))
    second = imported(desk)
    assert (second.changes, second.known) == (0, first.changes)
    assert len(desk.journal(10_000)) == lines


def test_progress_counts_the_rows(desk: Desk) -> None:
    steps = list(desk.intake.commit(the_check(desk).plan))
    total = the_check(desk).known
    assert steps[-1] == (total, total)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)


def test_a_cancelled_import_leaves_nothing_behind(desk: Desk) -> None:
    before = len(desk.journal())
    steps = desk.intake.commit(the_check(desk).plan)
    next(steps)
    next(steps)
    steps.close()
    assert (len(desk.people.all()), len(desk.journal())) == (0, before)
    assert imported(desk).known == 0


def test_another_window_that_was_first_stops_the_import_whole(desk: Desk) -> None:
    imported(desk)
    person = desk.people.by_number("0101")
    assert person is not None
    reading = read_intake(WORKBOOK)
    with again(desk) as other:
        check = check_intake(reading, desk.intake.basis(reading))
        plan = type(check.plan)(changed_people=[(person, None)])  # type: ignore[list-item]  # only the person matters
        assert not isinstance(other.people.leave(person.id, person.rev, date(2026, 11, 1)), list)
    with pytest.raises(IntakeOvertakenError):
        list(desk.intake.commit(plan))


def test_an_adjustment_given_meanwhile_stops_the_import_whole(desk: Desk) -> None:
    check = the_check(desk)
    plan = type(check.plan)(adjustments=[(somebody(desk).id, check.plan.adjustments[0][1])])
    assert not isinstance(desk.months.adjust(plan.adjustments[0][0], Month(2026, 7), 1, "first"), Problem)
    with pytest.raises(IntakeOvertakenError):
        list(desk.intake.commit(plan))
