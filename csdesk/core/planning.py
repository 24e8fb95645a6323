"""Filling a roster: what is asked, what is proposed, whether the one fits the other. Source: handbook shifts, roster.

Whoever makes a proposal (`csdesk.planner`) is not believed: see `csdesk.core.plan_judging`.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from csdesk.core import json_kinds as kinds
from csdesk.core.cells import Cell

DAY_MINUTES = 24 * 60
LONGEST_RUN = 6
"""So many days in a row somebody works at most, where nothing else is asked."""


class PlanShift(NamedTuple):
    """A shift as the planner needs it. starts, ends: minutes after the midnight with which its day begins.

    work: minutes worked, the break left out. cleans: whether its people clean the common area.
    """

    id: str
    starts: int
    ends: int
    work: int
    cleans: bool = False

    @property
    def is_night(self) -> bool:
        """Whether it reaches into the next day; one that ends at midnight does not."""
        return self.ends > DAY_MINUTES


class PlanPerson(NamedTuple):
    """Somebody who may be given shifts. employed, leave: days of the request; the latter of approved leave."""

    id: str
    employed: tuple[date, ...]
    leave: tuple[date, ...] = ()


class Need(NamedTuple):
    """How many people a shift takes on a day."""

    day: date
    shift_id: str
    heads: int


class Wish(NamedTuple):
    """What somebody would like on a day: this shift, or with None the day off."""

    employee_id: str
    day: date
    shift_id: str | None = None


class Kept(NamedTuple):
    """A cell that stays as it is: its shifts, or with none a day that stays free.

    The days around the request stand here too, so that rest and runs hold across its first and last day.
    """

    employee_id: str
    day: date
    shift_ids: tuple[str, ...] = ()


class Request(NamedTuple):
    """The days from `first` to `last` that are to be filled, and by what rules.

    max_work_minutes: of one shift. min_rest_minutes: between two shifts.
    longest_run: so many days in a row anybody works at most. people: at most one shift a day each.
    """

    first: date
    last: date
    people: tuple[PlanPerson, ...]
    shifts: tuple[PlanShift, ...]
    needs: tuple[Need, ...]
    max_work_minutes: int
    min_rest_minutes: int
    wishes: tuple[Wish, ...] = ()
    kept: tuple[Kept, ...] = ()
    weekends: tuple[date, ...] = ()
    holidays: tuple[date, ...] = ()
    longest_run: int = LONGEST_RUN

    @property
    def least_rest(self) -> int:
        """The rest between two shifts; where the rules ask for none, they do not touch, for then their hours add up."""
        return max(self.min_rest_minutes, 1)

    def days(self) -> list[date]:
        """Return every day of the request."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]


class Placement(NamedTuple):
    """One shift given to somebody."""

    employee_id: str
    day: date
    shift_id: str


class Unmet(NamedTuple):
    """A need that is not met, and by how many people."""

    day: date
    shift_id: str
    missing: int


class PlanStatus(StrEnum):
    """How good a proposal is: every need met; no roster could meet more; or time ran out before that was known."""

    MET = "met"
    SHORT = "short"
    UNPROVEN = "unproven"


class Proposal(NamedTuple):
    """The cells that are new, by day and as the people stand in the request; what they still leave unmet."""

    cells: tuple[Placement, ...]
    unmet: tuple[Unmet, ...]
    status: PlanStatus


class Improvement(NamedTuple):
    """How far the search has come. progress: of the time given, 0 to 1.

    missing: people short of the needs. refused: wishes not granted. uneven: 0 where nobody has more nights, weekends,
    holidays or hours than an even share; None while that is not looked at yet.
    """

    progress: float
    missing: int
    refused: int | None = None
    uneven: int | None = None


class PlanJob(NamedTuple):
    """What the planner's process is given. seconds: of search. seed: makes a search repeatable, for tests."""

    request: Request
    seconds: float
    seed: int | None = None


def unmet_of(cells: tuple[Placement, ...], request: Request) -> tuple[Unmet, ...]:
    """Return the needs that kept cells and `cells` together leave unmet; whoever is on leave does not count."""
    have = kept_heads(request)
    have.update((one.day, one.shift_id) for one in cells)
    short = ((need, need.heads - have[need.day, need.shift_id]) for need in request.needs)
    return tuple(Unmet(need.day, need.shift_id, missing) for need, missing in short if missing > 0)


def refused_of(cells: tuple[Placement, ...], request: Request) -> tuple[Wish, ...]:
    """Return the wishes that kept cells and `cells` together do not grant."""
    given: defaultdict[Cell, set[str]] = defaultdict(set)
    for kept in request.kept:
        given[kept.employee_id, kept.day].update(kept.shift_ids)
    for cell in cells:
        given[cell.employee_id, cell.day].add(cell.shift_id)

    def is_granted(wish: Wish) -> bool:
        has = given[wish.employee_id, wish.day]
        return not has if wish.shift_id is None else wish.shift_id in has

    return tuple(wish for wish in request.wishes if not is_granted(wish))


def kept_heads(request: Request) -> Counter[tuple[date, str]]:
    """Return how many have each shift on each day already, those on leave left out."""
    have: Counter[tuple[date, str]] = Counter()
    away = {(person.id, day) for person in request.people for day in person.leave}
    for kept in request.kept:
        if (kept.employee_id, kept.day) not in away:
            have.update((kept.day, shift_id) for shift_id in kept.shift_ids)
    return have


# As lines between two processes


def _plain(*types: type) -> kinds.Kind[Any]:
    """Return the kind of a value that JSON knows itself, of exactly one of `types`."""

    def read(value: kinds.Json) -> kinds.Json:
        if type(value) not in types:
            raise kinds.NotOfKindError(f"{types[0].__name__} is due, not {value!r:.40}")
        return value

    return kinds.Kind(lambda value: value, read)


_fraction: kinds.Kind[float] = _plain(float, int)
_flag: kinds.Kind[bool] = _plain(bool)
_days = kinds.many(kinds.day)
_ids = kinds.many(kinds.text)

_REQUEST = kinds.record(
    Request,
    first=kinds.day,
    last=kinds.day,
    people=kinds.many(kinds.record(PlanPerson, id=kinds.text, employed=_days, leave=_days)),
    shifts=kinds.many(
        kinds.record(PlanShift, id=kinds.text, starts=kinds.whole, ends=kinds.whole, work=kinds.whole, cleans=_flag)
    ),
    needs=kinds.many(kinds.record(Need, day=kinds.day, shift_id=kinds.text, heads=kinds.whole)),
    max_work_minutes=kinds.whole,
    min_rest_minutes=kinds.whole,
    wishes=kinds.many(kinds.record(Wish, employee_id=kinds.text, day=kinds.day, shift_id=kinds.optional(kinds.text))),
    kept=kinds.many(kinds.record(Kept, employee_id=kinds.text, day=kinds.day, shift_ids=_ids)),
    weekends=_days,
    holidays=_days,
    longest_run=kinds.whole,
)
JOB = kinds.record(PlanJob, request=_REQUEST, seconds=_fraction, seed=kinds.optional(kinds.whole))
IMPROVEMENT = kinds.record(
    Improvement,
    progress=_fraction,
    missing=kinds.whole,
    refused=kinds.optional(kinds.whole),
    uneven=kinds.optional(kinds.whole),
)
PROPOSAL = kinds.record(
    Proposal,
    cells=kinds.many(kinds.record(Placement, employee_id=kinds.text, day=kinds.day, shift_id=kinds.text)),
    unmet=kinds.many(kinds.record(Unmet, day=kinds.day, shift_id=kinds.text, missing=kinds.whole)),
    status=kinds.one_of(PlanStatus),
)
