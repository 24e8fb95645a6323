"""Two windows on one file: whatever happens between a check and its write, a closed month stays as it was closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pytest

from csdesk.core.appraisal import Sheet, Source
from csdesk.core.incidents import Draft
from csdesk.core.month import Month
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk, open_desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import Query
from csdesk.store.files import open_store
from tests.desks import LEAD, NOW, again, logged, somebody

OCTOBER = Month(2026, 10)
DAY = date(2026, 10, 12)


class Meddler:
    """A clock that lets another window close October at one of the moments in which the time is asked."""

    def __init__(self, other: Desk, moment: int) -> None:
        self._other = other
        self._left = moment

    def __call__(self) -> datetime:
        self._left -= 1
        if self._left == 0:
            with suppress(Unavailable):  # The first window holds the file: the month is not closed this time.
                self._other.months.close(OCTOBER)
        return NOW


@contextmanager
def meddled_with(desk: Desk, moment: int) -> Iterator[Desk]:
    """Open another window on the file of `desk`, which is meddled with at the given moment."""
    with again(desk) as other, open_desk(desk.path, LEAD, Meddler(other, moment)) as window:
        yield window


def records(desk: Desk) -> object:
    return desk.incidents.record(Draft(desk.people.all()[0].id, DAY, "MOD-01"))


def records_for_two(desk: Desk) -> object:
    return desk.incidents.record_for([one.id for one in desk.people.all()], Draft("", DAY, "MOD-01"))


def voids(desk: Desk) -> object:
    entry = desk.incidents.page(Query()).rows[0].incident
    return desk.incidents.void(entry.id, entry.rev, "wrong")


def corrects(desk: Desk) -> object:
    entry = desk.incidents.page(Query()).rows[0].incident
    return desk.incidents.correct(entry.id, entry.rev, Draft(entry.employee_id, DAY, "MOD-01"), "wrong")


def adjusts(desk: Desk) -> object:
    return desk.months.adjust(desk.people.all()[0].id, OCTOBER, 4, "helped out")


def withdraws(desk: Desk) -> object:
    person = desk.people.all()[1].id
    sheet = desk.months.running(person, OCTOBER)
    assert isinstance(sheet, Sheet)
    (given,) = [line.because[0] for line in sheet.lines if line.source is Source.ADJUSTMENT]
    return desk.months.withdraw_adjustment(person, OCTOBER, "a mistake", seen=given)


def strikes(desk: Desk) -> object:
    return desk.months.strike(desk.people.all()[0].id, OCTOBER, "SER-05", "not at fault")


def unstrikes(desk: Desk) -> object:
    return desk.months.unstrike(desk.people.all()[1].id, OCTOBER, "SER-05", "at fault")


def leaves(desk: Desk) -> object:
    person = desk.people.all()[0]
    return desk.people.leave(person.id, person.rev, date(2026, 9, 30))


def is_hired_later(desk: Desk) -> object:
    person = desk.people.all()[1]
    return desk.people.change(person.id, person.rev, replace(PersonDraft.of(person), hired=date(2026, 11, 2)))


@pytest.mark.parametrize("moment", range(1, 5))
@pytest.mark.parametrize(
    "act", [records, records_for_two, voids, corrects, adjusts, withdraws, strikes, unstrikes, leaves, is_hired_later]
)  # fmt: skip
def test_nothing_slips_into_a_month_that_another_window_closes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, act: Callable[[Desk], object], moment: int
) -> None:
    for person in (somebody(desk), somebody(desk, "0102", "王怡")):
        for _ in range(4):
            logged(desk, person, "MIN-01", DAY)
    assert not isinstance(desk.months.adjust(person.id, OCTOBER, 3, "helped out"), list)
    assert desk.months.strike(person.id, OCTOBER, "SER-05", "not at fault") == []
    monkeypatch.setattr("csdesk.desk.desk.open_store", partial(open_store, busy_seconds=0.0))
    with meddled_with(desk, moment) as window:
        act(window)
    assert desk.check() == []
