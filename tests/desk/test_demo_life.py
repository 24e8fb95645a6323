"""What the demonstration team asks of its roster."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from csdesk.core.leave import LeaveState
from csdesk.core.month import Month
from csdesk.core.swap import SwapState
from csdesk.desk.demo_team import make_demo_team
from csdesk.desk.desk import Desk
from csdesk.desk.session import User

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The demonstration team in English, made on a Saturday of November."""
    path: Path = tmp_path_factory.mktemp("demo") / "demo.csdesk"
    with make_demo_team(path, User("zhao"), lambda: datetime(2026, 11, 21, 9, tzinfo=UTC), "en") as made:
        yield made


def test_one_swap_is_approved_one_agreed_and_one_waits_for_a_signature(desk: Desk) -> None:
    assert [swap.state for swap in desk.swaps.all()] == [SwapState.APPROVED, SwapState.DRAFTED, SwapState.AGREED]


def test_what_is_approved_breaks_no_rule_and_the_roster_shows_it(desk: Desk) -> None:
    approved = desk.swaps.all()[0]
    assert desk.swaps.judge(approved).ok
    assert desk.roster.month(Month.of(approved.draft.day_a)).swapped


def test_one_leave_is_approved_and_one_asked_for(desk: Desk) -> None:
    found = desk.leaves.between(TODAY, TODAY + timedelta(days=60))
    assert sorted(leave.state for leave in found) == [LeaveState.APPROVED, LeaveState.ASKED]


def test_a_late_arrival_waits_to_be_logged(desk: Desk) -> None:
    days = [TODAY - timedelta(days=ago) for ago in range(1, 8)]
    assert [proposal.draft.code for day in days for proposal in desk.attendance.proposals(day)] == ["MIN-04"]


def test_the_last_days_are_handed_over_with_one_problem_open(desk: Desk) -> None:
    records = desk.handovers.of(TODAY - timedelta(days=4), TODAY)
    assert [record.is_done for record in records] == [*[True] * (len(records) - 1), False]
    assert len(desk.handovers.open_problems(TODAY)) == 1


def test_the_file_is_sound(desk: Desk) -> None:
    assert desk.check() == []
