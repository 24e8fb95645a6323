"""Filling a month at work: what is asked, what is accepted, and what a change in between does to it."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from csdesk.core.employee import Employee, Role
from csdesk.core.leave import LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.plan_judging import problems_of
from csdesk.core.planning import Kept, PlanShift, PlanStatus, Proposal, Request, Unmet, Wish, unmet_of
from csdesk.core.planning import Placement as Placed
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.desk import planning as desk_planning
from csdesk.desk.desk import Desk
from csdesk.desk.planner_process import Planning
from csdesk.desk.roster import Change
from csdesk.store.files import open_store
from csdesk.store.journal import Act
from tests.desks import CHINA, NOW, a_new_desk, a_shift, faults_of, somebody

DECEMBER = Month(2026, 12)
DAILY = (1, 1, 1, 1, 1, 1, 1)


def day(number: int) -> date:
    return date(2026, 12, number)


@pytest.fixture
def lina(desk: Desk) -> Employee:
    return somebody(desk, "0101", "李娜")


@pytest.fixture
def early(desk: Desk) -> Shift:
    return a_shift(desk, "E", 8, 16, needs=DAILY)


def asked(desk: Desk, month: Month = DECEMBER, **given: object) -> Request:
    """Return what is to be planned."""
    request = desk.planning.request(month, **given)  # type: ignore[arg-type]  # test data
    assert isinstance(request, Request), request
    return request


def set_on(desk: Desk, person: Employee, on: date, *shifts: Shift) -> None:
    """Set a cell by hand."""
    change = desk.roster.set_cells({(person.id, on): [shift.id for shift in shifts]})
    assert isinstance(change, Change), change


def on_leave(desk: Desk, person: Employee, first: int, last: int, *, approved: bool = True, **given: object) -> None:
    """Ask for leave in December, and approve it."""
    draft = LeaveDraft(person.id, day(first), day(last), LeaveType.ANNUAL, **given)  # type: ignore[arg-type]  # test data
    leave = desk.leaves.ask(draft)
    assert not isinstance(leave, list), leave
    if approved:
        assert not isinstance(desk.leaves.approve(leave.id, leave.rev), list)


def proposed(request: Request, *cells: tuple[Employee, int, Shift]) -> Proposal:
    """Return cells as a planner would propose them."""
    new = tuple(Placed(person.id, day(number), shift.id) for person, number, shift in cells)
    return Proposal(new, unmet_of(new, request), PlanStatus.SHORT)


# What is asked


def test_a_request_holds_people_shifts_needs_and_rules(desk: Desk, lina: Employee) -> None:
    night = a_shift(desk, "N", 22, 6, needs=(2, 0, 0, 0, 0, 0, 1), cleans=True)
    request = asked(desk)
    assert (request.first, request.last) == (day(1), day(31))
    assert [(person.id, len(person.employed), person.leave) for person in request.people] == [(lina.id, 31, ())]
    assert request.shifts == (PlanShift(night.id, 22 * 60, 30 * 60, 480, True),)
    assert [(need.day.day, need.heads) for need in request.needs][:3] == [(6, 1), (7, 2), (13, 1)]
    assert (request.max_work_minutes, request.min_rest_minutes) == (480, 480)
    assert request.weekends[:2] == (day(5), day(6))
    assert request.holidays == ()


def test_holidays_are_those_of_the_calendar(tmp_path: Path) -> None:
    with a_new_desk(tmp_path, now=datetime(2026, 9, 1, 9, 0, tzinfo=CHINA)) as desk:
        somebody(desk)
        a_shift(desk, needs=DAILY)
        request = asked(desk, Month(2026, 10))
    assert request.holidays == tuple(date(2026, 10, number) for number in range(1, 8))
    assert not set(request.holidays) & set(request.weekends)


@pytest.mark.usefixtures("lina", "early")
def test_of_the_present_month_only_the_days_from_today_on_are_asked(desk: Desk) -> None:
    request = asked(desk, Month(2026, 11))
    assert (request.first, request.needs[0].day) == (NOW.date(), NOW.date())


@pytest.mark.usefixtures("early")
def test_whoever_works_on_the_floor_is_planned_unless_others_are_named(desk: Desk, lina: Employee) -> None:
    manager = somebody(desk, "0001", "林岚", role=Role.MANAGER)
    leaver = somebody(desk, "0102", "吴涛", left=day(10))
    newcomer = somebody(desk, "0103", "周远", hired=day(20))
    somebody(desk, "0104", "何静", left=date(2026, 11, 30))
    people = asked(desk).people
    assert [(person.id, len(person.employed)) for person in people] == [
        (lina.id, 31),
        (leaver.id, 10),
        (newcomer.id, 12),
    ]
    assert [person.id for person in asked(desk, employee_ids=[manager.id]).people] == [manager.id]


@pytest.mark.usefixtures("early")
def test_approved_leave_of_whole_days_is_kept_and_what_is_asked_is_a_wish(desk: Desk, lina: Employee) -> None:
    on_leave(desk, lina, 3, 4)
    on_leave(desk, lina, 7, 7, hours=Decimal(2))
    on_leave(desk, lina, 10, 11, approved=False)
    request = asked(desk, wishes=[Wish(lina.id, day(20)), Wish(lina.id, day(10))])
    assert request.people[0].leave == (day(3), day(4))
    assert request.wishes == (Wish(lina.id, day(20)), Wish(lina.id, day(10)), Wish(lina.id, day(11)))


def test_what_stands_in_cells_is_kept_with_the_days_around(desk: Desk, lina: Employee, early: Shift) -> None:
    around = [date(2026, 11, 24), date(2026, 11, 25), day(9), date(2027, 1, 6), date(2027, 1, 7)]
    for on in around:
        set_on(desk, lina, on, early)
    assert asked(desk).kept == tuple(Kept(lina.id, on, (early.id,)) for on in around[1:4])


def test_cells_of_swaps_are_kept_the_empty_ones_too(desk: Desk, lina: Employee, early: Shift) -> None:
    partner = somebody(desk, "0102", "吴涛")
    set_on(desk, lina, day(9), early)
    store = open_store(desk.path)
    draft = SwapDraft(lina.id, day(9), partner.id)
    act = Act("lin", NOW, "test")
    store.swaps.add(Swap("", 0, day(1), draft, SwapState.APPROVED), act)
    store.close()
    kept = {(one.employee_id, one.day): one.shift_ids for one in asked(desk).kept}
    assert kept == {(lina.id, day(9)): (), (partner.id, day(9)): (early.id,)}


def test_whoever_is_not_planned_and_has_a_shift_by_hand_is_counted_off_the_need(
    desk: Desk, lina: Employee, early: Shift
) -> None:
    others = [somebody(desk, f"000{number}", "林岚", role=Role.MANAGER) for number in range(3)]
    for number, other in enumerate(others, start=1):
        set_on(desk, other, day(number), early)
    on_leave(desk, others[1], 2, 2)
    needs = asked(desk).needs
    assert [need.day.day for need in needs][:3] == [2, 4, 5]
    assert lina.id in {person.id for person in asked(desk).people}


@pytest.mark.usefixtures("lina")
def test_where_a_cleaning_shift_takes_nobody_one_is_asked_for_on_days_that_are_worked(desk: Desk) -> None:
    a_shift(desk, "E", 8, 16, needs=(2, 0, 0, 0, 0, 0, 0))
    late = a_shift(desk, "L", 14, 22, cleans=True)
    cleaning = [need for need in asked(desk).needs if need.shift_id == late.id]
    assert [(need.day.weekday(), need.heads) for need in cleaning] == [(0, 1)] * 4


@pytest.mark.usefixtures("lina")
def test_a_retired_shift_takes_nobody(desk: Desk, early: Shift) -> None:
    desk.shifts.retire(early.id, early.rev)
    assert faults_of(desk.planning.request(DECEMBER)) == [("", "planning.no-needs")]


@pytest.mark.usefixtures("early")
def test_a_month_without_people_is_refused(desk: Desk) -> None:
    assert faults_of(desk.planning.request(DECEMBER)) == [("", "planning.nobody")]


@pytest.mark.usefixtures("lina", "early")
def test_a_month_that_is_over_or_closed_or_has_no_rules_is_refused(desk: Desk) -> None:
    assert faults_of(desk.planning.request(Month(2026, 10))) == [("", "planning.over")]
    assert faults_of(desk.planning.request(Month(1990, 1))) == [("day", "shift-rules.none")]
    store = open_store(desk.path)
    store.closings.add(DECEMBER, "{}", Act("lin", NOW, "test"))
    store.close()
    assert faults_of(desk.planning.request(DECEMBER)) == [("", "month.closed")]


# The search


@pytest.mark.usefixtures("early")
def test_a_month_is_filled_from_request_to_roster(desk: Desk, the_planner: Path) -> None:
    for number in range(2):
        somebody(desk, f"010{number}", "李娜")
    assert desk.planning.available()
    assert desk.planning.why_unavailable() is None
    request = asked(desk)
    planning = desk.planning.start(request, seconds=10.0, seed=1)
    assert isinstance(planning, Planning)
    proposal = planning.result()
    assert isinstance(proposal, Proposal)
    assert proposal.status is PlanStatus.MET
    change = desk.planning.accept(request, proposal)
    assert isinstance(change, Change)
    view = desk.roster.month(DECEMBER)
    assert (len(change.after), len(view.duties), view.problems) == (31, 31, [])
    assert isinstance(desk.roster.undo(change), Change)
    assert desk.roster.month(DECEMBER).duties == []


@pytest.mark.usefixtures("lina", "early")
def test_where_nothing_can_plan_a_search_says_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_planning, "interpreter", lambda: None)
    monkeypatch.setattr(desk_planning, "why_unavailable", lambda: Problem("planning.not-installed"))
    assert not desk.planning.available()
    assert desk.planning.start(asked(desk)) == Problem("planning.not-installed")


# What is accepted


@pytest.fixture
def request_of_two(desk: Desk, lina: Employee, early: Shift) -> Request:
    """A request with two people on the staff."""
    somebody(desk, "0102", "吴涛")
    assert lina
    assert early
    return asked(desk)


def test_a_proposal_is_set_in_one_act_with_a_line_in_the_journal_for_each_cell(
    desk: Desk, lina: Employee, early: Shift
) -> None:
    request = asked(desk)
    before = len(desk.journal())
    change = desk.planning.accept(request, proposed(request, (lina, 1, early), (lina, 3, early)))
    assert isinstance(change, Change)
    assert change.after == {(lina.id, day(1)): (early.id,), (lina.id, day(3)): (early.id,)}
    assert len(desk.journal()) == before + 2


def test_a_cell_that_was_set_since_is_left_as_it_is(desk: Desk, lina: Employee, early: Shift) -> None:
    late = a_shift(desk, "L", 14, 22)
    request = asked(desk)
    set_on(desk, lina, day(1), late)
    change = desk.planning.accept(request, proposed(request, (lina, 1, early), (lina, 3, early)))
    assert isinstance(change, Change)
    assert set(change.after) == {(lina.id, day(3))}
    assert desk.roster.month(DECEMBER).cells[lina.id, day(1)] == (late.id,)


def test_a_proposal_that_no_longer_fits_is_refused_whole(desk: Desk, lina: Employee, early: Shift) -> None:
    request = asked(desk)
    proposal = proposed(request, (lina, 1, early), (lina, 3, early))
    on_leave(desk, lina, 3, 3)
    assert faults_of(desk.planning.accept(request, proposal)) == [("", "planning.outdated")]
    assert desk.roster.month(DECEMBER).duties == []


def test_a_place_that_somebody_else_was_given_since_makes_a_proposal_outdated(
    desk: Desk, request_of_two: Request, lina: Employee, early: Shift
) -> None:
    proposal = proposed(request_of_two, (lina, 1, early))
    other = next(person for person in desk.people.all() if person.id != lina.id)
    set_on(desk, other, day(1), early)
    assert faults_of(desk.planning.accept(request_of_two, proposal)) == [("", "planning.outdated")]


def test_an_unsound_proposal_is_never_set(desk: Desk, lina: Employee, early: Shift) -> None:
    request = asked(desk)
    proposal = proposed(request, (lina, 1, early), (lina, 1, early))
    assert problems_of(proposal, request)
    assert faults_of(desk.planning.accept(request, proposal)) == [("", "planning.unsound")]


def test_a_month_that_was_closed_since_stays_as_it_is(desk: Desk, lina: Employee, early: Shift) -> None:
    request = asked(desk)
    store = open_store(desk.path)
    store.closings.add(DECEMBER, "{}", Act("lin", NOW, "test"))
    store.close()
    assert faults_of(desk.planning.accept(request, proposed(request, (lina, 1, early)))) == [("", "month.closed")]


def test_needs_that_a_proposal_leaves_unmet_are_named(desk: Desk, lina: Employee, early: Shift) -> None:
    request = asked(desk)
    proposal = proposed(request, *((lina, number, early) for number in range(1, 31) if number % 7))
    assert problems_of(proposal, request) == []
    assert proposal.unmet[0] == Unmet(day(7), early.id, 1)
