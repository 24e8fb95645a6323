"""Importing a workbook as a team really keeps it: all or nothing, and twice changes nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import Query
from csdesk.desk.intake import IntakeOvertakenError
from csdesk.desk.intake_check import IntakeCheck, check_intake
from csdesk.render.intake_book import read_intake
from csdesk.store.files import open_store
from tests.desks import NOW, again, logged, somebody

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


def test_an_import_on_its_way_is_seen_by_nobody(desk: Desk) -> None:
    check = the_check(desk)
    steps = desk.intake.commit(check.plan)
    while next(steps)[0] < check.changes:
        pass
    assert (desk.people.all(), desk.incidents.page(Query()).total) == ([], 0)
    steps.close()
    assert (desk.people.all(), desk.incidents.page(Query()).total) == ([], 0)


def test_nothing_can_slip_into_an_import_and_be_cancelled_with_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    person = somebody(desk)
    monkeypatch.setattr("csdesk.desk.desk.open_store", partial(open_store, busy_seconds=0.0))
    with again(desk) as window:
        steps = window.intake.commit(the_check(window).plan)
        next(steps)
        with pytest.raises(Unavailable, match=r"file\.locked"):
            logged(window, person, "BON-03")
        steps.close()
        entry = logged(window, person, "BON-03")
        assert [row.incident for row in window.incidents.page(Query()).rows] == [entry]


def leaves(desk: Desk) -> None:
    person = desk.people.by_number("0101")
    assert person is not None
    assert not isinstance(desk.people.leave(person.id, person.rev, date(2026, 11, 1)), list)


def is_adjusted(desk: Desk) -> None:
    person = desk.people.by_number("0101")
    assert person is not None
    assert not isinstance(desk.months.adjust(person.id, Month(2026, 7), 1, "first"), list)


def closes_a_month(desk: Desk) -> None:
    assert not isinstance(desk.months.close(Month(2026, 7)), list)


def takes_a_number(desk: Desk) -> None:
    somebody(desk, "0102", "王怡")


def imports_the_same(desk: Desk) -> None:
    imported(desk)


@pytest.mark.parametrize("happens", [leaves, is_adjusted, closes_a_month, takes_a_number, imports_the_same])
def test_what_changes_between_check_and_import_stops_it_whole(desk: Desk, happens: Callable[[Desk], None]) -> None:
    somebody(desk)
    check = the_check(desk)
    with again(desk) as other:
        happens(other)
    lines = len(desk.journal(10_000))
    with pytest.raises(IntakeOvertakenError):
        list(desk.intake.commit(check.plan))
    assert len(desk.journal(10_000)) == lines


def test_an_entry_logged_between_check_and_import_is_no_obstacle(desk: Desk) -> None:
    person = somebody(desk)
    check = the_check(desk)
    logged(desk, person, "BON-03")
    assert list(desk.intake.commit(check.plan))[-1] == (check.changes, check.changes)


def test_midnight_between_check_and_import_is_no_obstacle(desk: Desk) -> None:
    check = the_check(desk)
    with again(desk, now=NOW + timedelta(days=1)) as tomorrow:
        assert list(tomorrow.intake.commit(check.plan))[-1] == (check.changes, check.changes)
