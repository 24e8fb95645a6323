"""Filling a month at work: what is asked of the planner, the search, and what becomes of its proposal."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from csdesk.core.cells import Cell
from csdesk.core.days import DayKind
from csdesk.core.employee import Employee, Role
from csdesk.core.leave import LeaveState
from csdesk.core.month import Month
from csdesk.core.plan_judging import problems_of
from csdesk.core.planning import (
    DAY_MINUTES,
    LONGEST_RUN,
    Kept,
    Need,
    PlanJob,
    PlanPerson,
    PlanShift,
    PlanStatus,
    Proposal,
    Request,
    Wish,
    unmet_of,
)
from csdesk.core.problem import Problem
from csdesk.core.roster import in_order
from csdesk.core.shifts import Shift
from csdesk.desk.planner_process import Planning, interpreter, why_unavailable
from csdesk.desk.session import Session

if TYPE_CHECKING:
    from csdesk.desk.roster import Change, Roster
    from csdesk.desk.roster_month import RosterMonth

SECONDS = 25.0
"""How long a search takes at most, so that a month of 30 people is proposed within half a minute."""

PLANNED_ROLES = frozenset({Role.AGENT, Role.TRAINING_SPECIALIST, Role.TEAM_LEAD})
"""Who is given shifts where nobody else is named: whoever works on the floor."""


class Plans:
    """Proposals for empty cells of the roster; nothing changes before one is accepted."""

    def __init__(self, session: Session, roster: "Roster") -> None:
        self._session = session
        self._roster = roster

    def available(self) -> bool:
        """Return whether this machine can plan."""
        return interpreter() is not None

    def why_unavailable(self) -> Problem | None:
        """Return why this machine cannot plan and what to do about it; None where it can."""
        return why_unavailable()

    def request(
        self, month: Month, *, employee_ids: Collection[str] | None = None, wishes: Sequence[Wish] = ()
    ) -> Request | list[Problem]:
        """Return what is to be planned: the days of `month` from today on, for the people named or those of the floor.

        What stands in a cell is kept, and so is what a swap has emptied. Leave that is not decided yet is a wish for
        the day off, as `wishes` are.
        """
        view = self._roster.month(month)
        first = max(month.first, self._session.today())
        if view.closed:
            return [Problem.at("", "month.closed", month=month)]
        if view.fault is not None:
            return [view.fault]
        if first > month.last:
            return [Problem.at("", "planning.over", month=month)]
        people = [one for one in view.employees if _is_planned(one, employee_ids) and one.employed_in(month)]
        if not people:
            return [Problem.at("", "planning.nobody", month=month)]
        needs = _needs(view, first, {one.id for one in people})
        if not needs:
            return [Problem.at("", "planning.no-needs", month=month)]
        return self._request(view, first, people, needs, wishes)

    def start(self, request: Request, *, seconds: float = SECONDS, seed: int | None = None) -> Planning | Problem:
        """Return the search for a roster, which begins with its `result`; or the problem that nothing here can plan."""
        python = interpreter()
        if python is None:
            problem = why_unavailable()
            assert problem is not None
            return problem
        return Planning(PlanJob(request, seconds, seed), python)

    def accept(self, request: Request, proposal: Proposal) -> "Change | list[Problem]":
        """Set the cells of `proposal`, or return why not, with nothing set; `Roster.undo` takes them back.

        Cells that were set since the request are left as they are; where the rest no longer fits, nothing is set.
        """
        if problems_of(proposal, request):
            return [Problem.at("", "planning.unsound")]
        month = Month.of(request.first)
        with self._session.store.atomic():
            ids = [person.id for person in request.people]
            present = self.request(month, employee_ids=ids, wishes=request.wishes)
            if not isinstance(present, Request):
                return present
            kept: set[Cell] = {(one.employee_id, one.day) for one in present.kept}
            cells = tuple(one for one in proposal.cells if (one.employee_id, one.day) not in kept)
            rest = Proposal(cells, unmet_of(cells, present), PlanStatus.UNPROVEN)
            if problems_of(rest, present):
                return [Problem.at("", "planning.outdated", month=month)]
            return self._roster.set_cells({(one.employee_id, one.day): (one.shift_id,) for one in cells})

    def _request(
        self,
        view: "RosterMonth",
        first: date,
        people: Sequence[Employee],
        needs: tuple[Need, ...],
        wishes: Sequence[Wish],
    ) -> Request:
        last, calendar = view.month.last, view.calendar
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return Request(
            first=first,
            last=last,
            people=tuple(_person(view, employee, days) for employee in people),
            shifts=tuple(_shift(shift) for shift in in_order(view.shifts.values())),
            needs=needs,
            max_work_minutes=view.rules.max_work_minutes,
            min_rest_minutes=view.rules.min_rest_minutes,
            wishes=tuple(dict.fromkeys([*wishes, *_asked_for(view, people, days)])),
            kept=tuple(self._kept(view, first, {employee.id for employee in people})),
            weekends=tuple(day for day in days if calendar.kind(day) is DayKind.WEEKEND),
            holidays=tuple(day for day in days if calendar.is_holiday(day)),
        )

    def _kept(self, view: "RosterMonth", first: date, ids: set[str]) -> Iterator[Kept]:
        """Yield the cells that hold shifts, and those that a swap has emptied; the days around the request too."""
        around = timedelta(days=LONGEST_RUN)
        start, end = first - around, view.month.last + around
        views = (self._roster.month(view.month.previous), view, self._roster.month(view.month.next))
        for one in views:
            cells = {cell: one.cells.get(cell, ()) for cell in {*one.cells, *one.swapped}}
            for (employee_id, day), shift_ids in sorted(cells.items(), key=lambda item: (item[0][1], item[0][0])):
                if employee_id in ids and start <= day <= end and day in one.month:
                    yield Kept(employee_id, day, shift_ids)


def _is_planned(employee: Employee, employee_ids: Collection[str] | None) -> bool:
    return employee.role in PLANNED_ROLES if employee_ids is None else employee.id in employee_ids


class _Takers(NamedTuple):
    """How many a shift takes on a day."""

    shift: Shift
    heads: int


def _needs(view: "RosterMonth", first: date, ids: set[str]) -> tuple[Need, ...]:
    """Return how many of the people planned each shift takes: those who are not and have it by hand are counted off."""
    facts, given_out = view.facts, [shift for shift in in_order(view.shifts.values()) if not shift.retired]
    others: Counter[tuple[date, str]] = Counter()
    away = {(leave.employee_id, day) for leave in facts.leaves if leave.is_approved and leave.hours is None
            for day in view.days if leave.covers(day)}  # fmt: skip
    employees = {employee.id: employee for employee in view.employees if employee.id not in ids}
    for (employee_id, day), shift_ids in view.cells.items():
        if employee_id in employees and (employee_id, day) not in away and employees[employee_id].employed_on(day):
            others.update((day, shift_id) for shift_id in shift_ids)
    needs = []
    for day in view.days:
        if day >= first:
            for shift, heads in _takers(given_out, day):
                needs.append(Need(day, shift.id, max(heads - others[day, shift.id], 0)))
    return tuple(need for need in needs if need.heads)


def _takers(shifts: Sequence[Shift], day: date) -> list[_Takers]:
    """Return how many each shift takes; where none that cleans is needed on a working day, one person for the first."""
    takers = [_Takers(shift, shift.need(day)) for shift in shifts]
    cleaning = [one for one in takers if one.shift.cleans]
    if any(one.heads for one in takers) and cleaning and not any(one.heads for one in cleaning):
        return [one._replace(heads=1) if one == cleaning[0] else one for one in takers]
    return takers


def _person(view: "RosterMonth", employee: Employee, days: Sequence[date]) -> PlanPerson:
    leaves = [one for one in view.leaves if one.employee_id == employee.id and one.is_approved and one.hours is None]
    return PlanPerson(
        employee.id,
        tuple(day for day in days if employee.employed_on(day)),
        tuple(day for day in days if any(leave.covers(day) for leave in leaves)),
    )


def _asked_for(view: "RosterMonth", people: Sequence[Employee], days: Sequence[date]) -> Iterator[Wish]:
    """Yield the days for which leave is asked and not decided."""
    ids = {employee.id for employee in people}
    for leave in view.leaves:
        if leave.state is LeaveState.ASKED and leave.hours is None and leave.employee_id in ids:
            yield from (Wish(leave.employee_id, day) for day in days if leave.covers(day))


def _shift(shift: Shift) -> PlanShift:
    starts, ends = (moment.hour * 60 + moment.minute for moment in (shift.start, shift.end))
    return PlanShift(
        shift.id, starts, ends + DAY_MINUTES if shift.crosses_midnight else ends, shift.minutes, shift.cleans
    )
