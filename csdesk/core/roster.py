"""Who works which shift on which day, how the shifts are covered, and what is wrong. Source: handbook shifts, roster.

Times are whole minutes here, counted through from one day to the next: a month of 200 people is judged while somebody
types.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave
from csdesk.core.problem import Detail
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shifts import Shift

_Particulars = Mapping[str, Detail]

_DAY = 24 * 60
_FOREVER = 10**9


class Origin(StrEnum):
    """Why somebody has a shift: as planned, or by an approved swap. Source: interfaces, roster --json."""

    ROSTER = "roster"
    SWAP = "swap"


class Duty(NamedTuple):
    """One shift that somebody works on a day."""

    employee_id: str
    day: date
    shift_id: str
    origin: Origin


class RosterFacts(NamedTuple):
    """What a roster is judged by.

    shifts: by id, the retired ones too. cells: as worked, swaps applied, with `days_before` days before those judged.
    swapped: the cells of approved swaps' legs, of both people.
    """

    shifts: Mapping[str, Shift]
    employees: Sequence[Employee]
    cells: Cells
    leaves: Sequence[Leave]
    rules: ShiftRules
    swapped: frozenset[Cell] = frozenset()


class RosterProblem(NamedTuple):
    """One thing that is wrong. code: of interfaces, roster --json. employee_id: None where it is about the day."""

    code: str
    employee_id: str | None
    day: date
    detail: Mapping[str, Detail]


class Cover(NamedTuple):
    """How many work a shift on a day, and how many it takes."""

    shift: Shift
    have: int
    need: int


def days_before(rules: ShiftRules) -> int:
    """Return how many days before the first one judged have shifts that its rest depends on."""
    # A shift may end as late as a day after the one on which it begins.
    return 1 + -(-rules.min_rest_minutes // _DAY)


def roster_problems(facts: RosterFacts, first: date, last: date) -> list[RosterProblem]:
    """Return what is wrong from `first` to `last`, by day, then the employee's number (the day's own first), then code.

    Codes and particulars: over-8-hours (hours, limit, shifts: of a chain of shifts that touch or overlap, on the day of
    the one that is too much), short-rest (hours, least, shift, earlier, earlier_day; on the later shift's day),
    two-shifts (shifts), on-leave (shifts), not-employed (shifts), no-cleaning, under-cover (shift, have, need); all
    with day, and with name where they are about a person.
    """
    people = _People(facts, first, last)
    found = [problem for employee in facts.employees for problem in people.problems(employee)]
    return _in_order(facts, [*_problems_of_days(facts, _days(first, last)), *found])


def problems_of_cells(facts: RosterFacts, cells: Collection[Cell], first: date, last: date) -> list[RosterProblem]:
    """Return every problem from `first` to `last` that a change of `cells` may bring or end, in the same order.

    These are all problems of their people, and those that their days have of their own.
    """
    people, touched = _People(facts, first, last), {employee_id for employee_id, _ in cells}
    employees = [employee for employee in facts.employees if employee.id in touched]
    found = [problem for employee in employees for problem in people.problems(employee)]
    days = sorted({day for _, day in cells if first <= day <= last})
    return _in_order(facts, [*_problems_of_days(facts, days), *found])


def problems_after(
    before: Iterable[RosterProblem], facts: RosterFacts, cells: Collection[Cell], first: date, last: date
) -> list[RosterProblem]:
    """Return what is wrong after a change of `cells`. before: what was wrong; facts: as they are after it."""
    people = {employee_id for employee_id, _ in cells}
    days = {day for _, day in cells}
    kept = [
        problem
        for problem in before
        if (problem.day not in days if problem.employee_id is None else problem.employee_id not in people)
    ]
    return _in_order(facts, [*kept, *problems_of_cells(facts, cells, first, last)])


def covers(facts: RosterFacts, day: date) -> list[Cover]:
    """Return how each shift is covered on `day`, by its start and code.

    Whoever is on leave for the whole day or not employed does not count. A retired shift takes nobody, and is left out
    where nobody works it.
    """
    return covers_by_day(facts, (day,))[day]


def covers_by_day(facts: RosterFacts, days: Iterable[date]) -> dict[date, list[Cover]]:
    """Return how each shift is covered on each of `days`, see `covers`."""
    shifts = in_order(facts.shifts.values())
    found = {}
    for day, present in _present(facts, days).items():
        weekday = day.weekday()
        found[day] = [
            Cover(shift, have, 0 if shift.retired else shift.needs[weekday])
            for shift, have in [(shift, present.get(shift.id, 0)) for shift in shifts]
            if have or not shift.retired
        ]
    return found


def duties(facts: RosterFacts, gained: Cells, first: date, last: date) -> list[Duty]:
    """Return every shift worked from `first` to `last`, by day, employee's number and the shift's start.

    gained: the shifts that cells hold by a swap.
    """
    found = []
    employees = sorted(facts.employees, key=lambda employee: employee.number)
    for day in _days(first, last):
        for employee in employees:
            cell = (employee.id, day)
            for shift_id in facts.cells.get(cell, ()):
                origin = Origin.SWAP if shift_id in gained.get(cell, ()) else Origin.ROSTER
                found.append(Duty(employee.id, day, shift_id, origin))
    return found


def in_order(shifts: Iterable[Shift]) -> list[Shift]:
    """Return shifts by their start, then code: as they stand in a cell and wherever they are listed."""
    return sorted(shifts, key=lambda shift: (shift.start, shift.code, shift.id))


def hours_text(minutes: int) -> str:
    """Return minutes as hours with at most two decimals: 8, 7.5, 8.33."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


def _in_order(facts: RosterFacts, problems: Iterable[RosterProblem]) -> list[RosterProblem]:
    numbers: dict[str | None, str] = {employee.id: employee.number for employee in facts.employees}
    return sorted(problems, key=lambda problem: (problem.day, numbers.get(problem.employee_id, ""), problem.code))


def _leaves(facts: RosterFacts) -> dict[str, list[Leave]]:
    """Return the approved leave of whole days, by person."""
    found: dict[str, list[Leave]] = {}
    for leave in facts.leaves:
        if leave.is_approved and leave.hours is None:
            found.setdefault(leave.employee_id, []).append(leave)
    return found


def _present(facts: RosterFacts, days: Iterable[date]) -> dict[date, dict[str, int]]:
    """Return how many work each shift on each of `days`: who is employed and not on leave."""
    cells, leaves = facts.cells, _leaves(facts)
    found = {}
    for day in days:
        present: dict[str, int] = {}
        for employee in facts.employees:
            shift_ids = cells.get((employee.id, day))
            if not shift_ids or not employee.employed_on(day):
                continue
            if any(leave.covers(day) for leave in leaves.get(employee.id, ())):
                continue
            for shift_id in shift_ids:
                present[shift_id] = present.get(shift_id, 0) + 1
        found[day] = present
    return found


def _problems_of_days(facts: RosterFacts, days: Iterable[date]) -> Iterator[RosterProblem]:
    """Yield what is wrong with the days themselves: nobody cleans, or too few work."""
    cleaning = {shift.id for shift in facts.shifts.values() if shift.cleans}
    somebody_must_clean = any(not facts.shifts[shift_id].retired for shift_id in cleaning)
    for day, found in covers_by_day(facts, days).items():
        working = {cover.shift.id for cover in found if cover.have}
        if somebody_must_clean and working and not working & cleaning:
            yield RosterProblem("no-cleaning", None, day, {"day": day})
        for shift, have, need in found:
            if have < need:
                detail: _Particulars = {"day": day, "shift": shift.code, "have": have, "need": need}
                yield RosterProblem("under-cover", None, day, detail)


class _Work(NamedTuple):
    """One shift of a person; begins, ends: in minutes since the first of all days. minutes: worked, less break."""

    begins: int
    ends: int
    code: str
    minutes: int
    day: date


class _People:
    """Judges one person after the other; what they have in common is made once."""

    def __init__(self, facts: RosterFacts, first: date, last: date) -> None:
        self._facts = facts
        self._first = first
        self._last = last
        self._leaves = _leaves(facts)
        self._times = {shift.id: _times(shift) for shift in facts.shifts.values()}
        start = date.fromordinal(max(first.toordinal() - days_before(facts.rules), 1))
        self._days = [(day, self._works_on(day)) for day in _days(start, last)]

    def problems(self, employee: Employee) -> Iterator[RosterProblem]:
        """Yield what is wrong with the person's shifts."""
        first = self._first
        works = self._works(employee.id)
        if not works:
            return
        yield from self._problems_of_cells(employee, [work.day for work in works if work.day >= first])
        for code, day, detail in _problems_of_hours(works, self._facts.rules):
            if day >= first:
                yield _of_person(employee, code, day, **detail)

    def _works_on(self, day: date) -> dict[str, _Work]:
        """Return every shift as it is worked on `day`, by its id."""
        midnight = day.toordinal() * _DAY
        return {
            shift_id: _Work(midnight + begins, midnight + ends, code, minutes, day)
            for shift_id, (begins, ends, code, minutes) in self._times.items()
        }

    def _works(self, employee_id: str) -> list[_Work]:
        """Return the person's shifts by their beginning, with those before the first day that they depend on."""
        cells, works = self._facts.cells, []
        for day, on_day in self._days:
            shift_ids = cells.get((employee_id, day))
            if shift_ids:
                works += [on_day[shift_id] for shift_id in shift_ids]
        start = self._days[0][0].toordinal()
        while works and start > 1:
            # What touches the first of them is worked in one go with it.
            start -= 1
            day = date.fromordinal(start)
            shift_ids = cells.get((employee_id, day), ())
            on_day = self._works_on(day) if shift_ids else {}
            earlier = [on_day[shift_id] for shift_id in shift_ids]
            if not any(work.ends >= min(works).begins for work in earlier):
                break
            works += earlier
        return sorted(works)

    def _problems_of_cells(self, employee: Employee, days: Sequence[date]) -> Iterator[RosterProblem]:
        """Yield what is wrong with each of the person's cells. days: of every shift, so that one may come twice."""
        facts, leaves = self._facts, self._leaves.get(employee.id, ())
        always_employed = employee.employed_on(self._first) and employee.employed_on(self._last)
        if not leaves and always_employed and len(set(days)) == len(days):
            return
        for day in dict.fromkeys(days):
            shift_ids = facts.cells[employee.id, day]
            wrong = {
                "two-shifts": len(shift_ids) > 1,
                "on-leave": any(leave.covers(day) for leave in leaves),
                "not-employed": not employee.employed_on(day),
            }
            for code in [code for code, is_wrong in wrong.items() if is_wrong]:
                shifts = " + ".join(facts.shifts[shift_id].code for shift_id in shift_ids)
                yield _of_person(employee, code, day, shifts=shifts)


def _times(shift: Shift) -> tuple[int, int, str, int]:
    """Return when a shift begins and ends in minutes after the midnight of its day, its code and its working time."""
    begins, ends = (moment.hour * 60 + moment.minute for moment in (shift.start, shift.end))
    ends += _DAY if shift.crosses_midnight else 0
    return begins, ends, shift.code, ends - begins - shift.break_minutes


def _of_person(employee: Employee, code: str, day: date, **detail: Detail) -> RosterProblem:
    return RosterProblem(code, employee.id, day, {"name": employee.name, "day": day, **detail})


def _problems_of_hours(works: Sequence[_Work], rules: ShiftRules) -> Iterator[tuple[str, date, _Particulars]]:
    """Yield too long work and too short rest: code, day and particulars. works: one person's, by their beginning."""
    most, least = rules.max_work_minutes, rules.min_rest_minutes
    latest, begun, minutes = works[0], 0, 0
    for place, work in enumerate(works):
        rest = work.begins - latest.ends if place else _FOREVER
        if rest < least:
            detail: _Particulars = {"hours": hours_text(max(rest, 0)), "least": hours_text(least), "shift": work.code,
                                   "earlier": latest.code, "earlier_day": latest.day}  # fmt: skip
            yield "short-rest", work.day, detail
        # Shifts that touch or overlap are worked in one go, from the one at `begun` on.
        begun, minutes = (begun, minutes + work.minutes) if rest <= 0 else (place, work.minutes)
        if minutes > most:
            codes = " + ".join([one.code for one in works[begun : place + 1]])
            yield "over-8-hours", work.day, {"hours": hours_text(minutes), "limit": hours_text(most), "shifts": codes}
        if work.ends >= latest.ends:
            latest = work
