"""Handover records in the file, and the problems that they leave open."""

from datetime import date, time
from typing import Any

import pytest

from csdesk.core.handover import Handover, OpenProblem
from csdesk.core.shifts import Shift
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.builders import an_employee, an_incident
from tests.store.team_files import an_act, log

LI = an_employee()
MONDAY, TUESDAY, FRIDAY = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 16)


@pytest.fixture(autouse=True)
def _two_shifts(store: Store) -> None:
    store.shifts.add(Shift("d", "D", time(8), time(16)), an_act())
    store.shifts.add(Shift("e", "E", time(16), time(0)), an_act())


def a_record(day: date = MONDAY, at: time = time(16, 5)) -> Handover:
    """Return a record that is not yet on file."""
    return Handover("", day, at, "d", "e", "all in order", "swap no. 3", "line 2 slow", LI.id)


def test_a_record_comes_back_whole(store: Store) -> None:
    kept = store.handovers.add(a_record(), [], an_act("handover.recorded"))
    assert kept == a_record()._replace(id=kept.id, recorded_by="zhao", recorded_at="2026-10-12T08:00:00.000Z")
    assert store.handovers.get(kept.id) == kept
    assert store.handovers.get("nothing") is None


def test_records_come_by_day_and_time_and_then_as_they_were_made(store: Store) -> None:
    third = store.handovers.add(a_record(), [], an_act(minute=2))
    second = store.handovers.add(a_record(), [], an_act(minute=1))
    first = store.handovers.add(a_record(at=time(8)), [], an_act(minute=3))
    store.handovers.add(a_record(FRIDAY), [], an_act())
    assert store.handovers.between(MONDAY, TUESDAY) == [first, second, third]


def test_signatures_refusals_and_links_are_kept(store: Store) -> None:
    log(store, an_incident(id="entry"))
    kept = store.handovers.add(a_record(), [], an_act())
    given_at = "2026-10-12T08:05:00.000Z"
    changes: dict[str, Any] = {"given_at": given_at, "refused_reason": "blank", "incident_id": "entry"}
    changed = store.handovers.change(kept.id, 0, changes, an_act("handover.refused"))
    assert changed == kept._replace(**changes, rev=1)
    assert store.handovers.change(kept.id, 0, {"given_at": None}, an_act()) is None


def test_problems_are_carried_until_they_are_closed(store: Store) -> None:
    record = store.handovers.add(a_record(), ["line 2 down", "refund of 3312"], an_act("handover.recorded"))
    line, refund = store.handovers.problems_open(MONDAY)
    assert (line.text, refund.text) == ("line 2 down", "refund of 3312")
    assert line == OpenProblem(line.id, record.id, "line 2 down", MONDAY)
    assert store.handovers.problems_of(record.id) == [line, refund]
    closed = store.handovers.close_problem(line.id, 0, FRIDAY, "new cable", an_act("open-problem.closed"))
    assert closed == line._replace(closed_on=FRIDAY, closed_by="zhao", closing_note="new cable", rev=1)
    assert store.handovers.get_problem(line.id) == closed
    assert store.handovers.problems_open(date(2026, 10, 11)) == []
    assert store.handovers.problems_open(TUESDAY) == [closed, refund]
    assert store.handovers.problems_open(FRIDAY) == [refund]
    assert store.handovers.problems_of(record.id) == [closed, refund]


def test_a_problem_is_closed_once(store: Store) -> None:
    store.handovers.add(a_record(), ["line 2 down"], an_act())
    problem = store.handovers.problems_open(MONDAY)[0]
    assert store.handovers.close_problem(problem.id, 0, TUESDAY, "", an_act()) is not None
    assert store.handovers.close_problem(problem.id, 1, TUESDAY, "", an_act()) is None


def test_a_record_without_a_time_is_damage(store: Store) -> None:
    store.handovers.add(a_record(), [], an_act())
    store.db.run("UPDATE handover SET time = ''")
    with pytest.raises(StoreUnavailable):
        store.handovers.between(MONDAY, MONDAY)
