"""Whether a proposal for a roster may be accepted: judged from the values alone, whoever made it.

Source: handbook shifts, roster.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from csdesk.core.cells import Cell
from csdesk.core.planning import DAY_MINUTES, PlanShift, Proposal, Request, kept_heads, unmet_of


class PlanProblem(NamedTuple):
    """What is wrong with a proposal. code: as RosterProblem's where there is one; employee_id: None for a day's."""

    code: str
    day: date
    employee_id: str | None = None
    shift_id: str | None = None


def problems_of(proposal: Proposal, request: Request) -> list[PlanProblem]:
    """Return everything for which `proposal` must not be accepted; what was wrong among kept cells is not its fault."""
    strangers = list(_strangers(proposal, request))
    if strangers:
        return strangers
    found = [*_misplaced(proposal, request), *_crowded(proposal, request)]
    works = _works(proposal, request)
    for person in request.people:
        found += _short_rests(works[person.id], request)
        found += _long_runs(works[person.id], request)
    if proposal.unmet != unmet_of(proposal.cells, request):
        found.append(PlanProblem("unmet-untrue", request.first))
    return found


class _PlacedWork(NamedTuple):
    """One shift of one person with its times in minutes since the request's first midnight."""

    begins: int
    ends: int
    day: date
    shift: PlanShift
    employee_id: str
    is_new: bool


def _strangers(proposal: Proposal, request: Request) -> Iterator[PlanProblem]:
    """Yield the cells of a person, a day or a shift that the request does not know."""
    people, shifts = {person.id for person in request.people}, {shift.id for shift in request.shifts}
    for one in proposal.cells:
        if one.employee_id not in people or one.shift_id not in shifts or not request.first <= one.day <= request.last:
            yield PlanProblem("unknown", one.day, one.employee_id, one.shift_id)


def _misplaced(proposal: Proposal, request: Request) -> Iterator[PlanProblem]:
    """Yield the cells that are wrong in themselves."""
    people = {person.id: person for person in request.people}
    shifts = {shift.id: shift for shift in request.shifts}
    kept: set[Cell] = {(one.employee_id, one.day) for one in request.kept}
    taken: set[Cell] = set()
    for employee_id, day, shift_id in proposal.cells:
        wrong = {
            "two-shifts": (employee_id, day) in taken,
            "kept": (employee_id, day) in kept,
            "not-employed": day not in people[employee_id].employed,
            "on-leave": day in people[employee_id].leave,
            "over-8-hours": shifts[shift_id].work > request.max_work_minutes,
        }
        taken.add((employee_id, day))
        yield from (PlanProblem(code, day, employee_id, shift_id) for code, is_so in wrong.items() if is_so)


def _crowded(proposal: Proposal, request: Request) -> Iterator[PlanProblem]:
    """Yield the shifts that were given to more people than they take."""
    need = {(one.day, one.shift_id): one.heads for one in request.needs}
    kept, new = kept_heads(request), Counter((one.day, one.shift_id) for one in proposal.cells)
    for (day, shift_id), heads in new.items():
        if kept[day, shift_id] + heads > need.get((day, shift_id), 0):
            yield PlanProblem("beyond-need", day, None, shift_id)


def _works(proposal: Proposal, request: Request) -> Mapping[str, list[_PlacedWork]]:
    """Return each person's shifts, kept and new, by their beginning."""
    shifts = {shift.id: shift for shift in request.shifts}
    works: defaultdict[str, list[_PlacedWork]] = defaultdict(list)

    def add(employee_id: str, day: date, shift_id: str, is_new: bool) -> None:
        shift, midnight = shifts[shift_id], (day - request.first).days * DAY_MINUTES
        begins, ends = midnight + shift.starts, midnight + shift.ends
        works[employee_id].append(_PlacedWork(begins, ends, day, shift, employee_id, is_new))

    for kept in request.kept:
        for shift_id in kept.shift_ids:
            add(kept.employee_id, kept.day, shift_id, False)
    for one in proposal.cells:
        add(*one, True)
    for mine in works.values():
        mine.sort()
    return works


def _short_rests(works: list[_PlacedWork], request: Request) -> Iterator[PlanProblem]:
    """Yield where two shifts, of which one at least is new, leave too little rest."""
    for earlier, later in combinations(works, 2):
        # Two shifts of one day are kept, or told as such.
        if not (earlier.is_new or later.is_new) or earlier.day == later.day:
            continue
        if later.begins - earlier.ends < request.least_rest:
            yield PlanProblem("short-rest", later.day, later.employee_id, later.shift.id)


def _long_runs(works: list[_PlacedWork], request: Request) -> Iterator[PlanProblem]:
    """Yield the last day of each run that is too long and has new days in it."""
    new = {work.day for work in works if work.is_new}
    run: list[date] = []
    for day in [*sorted({work.day for work in works}), date.max]:
        if run and day - run[-1] != timedelta(days=1):
            if len(run) > request.longest_run and not new.isdisjoint(run):
                yield PlanProblem("long-run", run[-1], works[0].employee_id)
            run = []
        run.append(day)
