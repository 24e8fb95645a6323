"""The roster at work: a month of it, cells set many at once and undone, weeks copied, patterns repeated."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells, works
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.shifts import Shift
from csdesk.desk.calendar import OfficeCalendar
from csdesk.desk.people import People
from csdesk.desk.roster_month import RosterMonth, first_day_read
from csdesk.desk.session import Session
from csdesk.desk.shift_rules import AdoptedShiftRules
from csdesk.desk.worked import by_start, shifts_as_closed, shifts_on_file, worked

DAYS_LIMIT = 366
"""How many days one rotation may fill."""

_ONE_DAY = timedelta(days=1)


class Change(NamedTuple):
    """Cells that were set in one act: what each held before and holds since, () where nothing."""

    before: Cells
    after: Cells


class Roster:
    """The roster as planned, and as worked once approved swaps have changed it."""

    def __init__(self, session: Session, people: People, rules: AdoptedShiftRules, calendar: OfficeCalendar) -> None:
        self._session = session
        self._people = people
        self._rules = rules
        self._calendar = calendar

    def month(self, month: Month) -> RosterMonth:
        """Return a month's roster, judged."""
        versions = self._rules.versions()  # may adopt the shipped ones, which no snapshot allows
        fault = self._rules.on(month.last)
        rules = versions.on(month.last) or versions.versions[0]
        store, first, last = self._session.store, month.first, month.last
        with store.db.snapshot():
            closing = store.closings.of(month)
            shifts = shifts_on_file(store) if closing is None else shifts_as_closed(store, closing)
            read = worked(store, first_day_read(month, rules), last, shifts)
            given = {employee_id for employee_id, day in (*read.planned, *read.cells) if day >= first}
            employees = [one for one in self._people.all() if one.employed_in(month) or one.id in given]
            return RosterMonth(
                month, employees, read.shifts, read.planned, read.cells, read.gained, read.swap_numbers,
                self._leaves(first, last), self._calendar.of(first, last), rules,
                fault if isinstance(fault, Problem) else None, closing is not None, (), {},
            ).judged()  # fmt: skip

    def after(self, view: RosterMonth, change: Change) -> RosterMonth:
        """Return a month's roster after `change`, judged anew only where that bears on it; for a screen that shows it.

        Nothing is read for that, so what other windows have changed meanwhile is not in it.
        """
        shown = {employee.id for employee in view.employees}
        touched = [(employee_id, day) for employee_id, day in change.after if day in view.month]
        if any(employee_id not in shown for employee_id, _ in touched):
            return self.month(view.month)
        return view.after(change.after)

    def on_shift(self, moment: datetime) -> list[str]:
        """Return the ids of those whom the roster has at work at a moment, by number; nobody who is on leave.

        moment: aware of its time zone, or local.
        """
        if moment.tzinfo is not None:
            moment = moment.astimezone(self._session.now().tzinfo).replace(tzinfo=None)
        today, yesterday = moment.date(), moment.date() - _ONE_DAY
        roster = worked(self._session.store, yesterday, today)
        leaves = self._leaves(yesterday, today)
        at_work = []
        for employee in self._people.all():
            there = [
                work
                for work in works(roster.cells, roster.shifts, employee.id, yesterday, today)
                if work.begins <= moment < work.ends and employee.employed_on(work.day)
            ]
            own = [one for one in leaves if one.employee_id == employee.id and one.is_approved and one.hours is None]
            if any(not any(leave.covers(work.day) for leave in own) for work in there):
                at_work.append(employee.id)
        return at_work

    def set_cells(self, changes: Mapping[Cell, Sequence[str]]) -> Change | list[Problem]:
        """Set what cells hold, all of them or none; () empties one. Durable when this returns.

        Somebody who is not employed or on leave may be given a shift; that is a problem of the roster.
        """
        return self._set(changes, "roster.set")

    def undo(self, change: Change) -> Change | list[Problem]:
        """Set cells back to what they held before `change`, unless one was changed since; undo again to redo."""
        return self._set(change.before, "roster.undone", expected=change.after)

    def copy_week(self, from_monday: date, to_monday: date, employee_ids: Collection[str]) -> Change | list[Problem]:
        """Plan for people in one week what is planned in another; days on which they are not employed stay empty."""
        planned = self._session.store.roster.between(from_monday, from_monday + 6 * _ONE_DAY)
        changes = {}
        for employee_id, number in ((one, number) for one in employee_ids for number in range(7)):
            to = to_monday + number * _ONE_DAY
            if self._is_employed(employee_id, to):
                changes[employee_id, to] = planned.get((employee_id, from_monday + number * _ONE_DAY), ())
        return self._set(changes, "roster.week-copied")

    def rotate(
        self, employee_ids: Sequence[str], first: date, last: date, pattern: Sequence[Sequence[str]],
        shifted_by: int = 0,
    ) -> Change | list[Problem]:  # fmt: skip
        """Repeat a pattern of days for people, each `shifted_by` days further on in it than the one before.

        pattern: the shifts of each of its days, () for a day off. Days on which somebody is not employed stay empty.
        """
        if not pattern:
            return [Problem.at("pattern", "roster.pattern-missing")]
        if last < first:
            return [Problem.at("last", "roster.days-reversed", first=first, last=last)]
        if (last - first).days >= DAYS_LIMIT:
            return [Problem.at("last", "roster.too-many-days", limit=DAYS_LIMIT)]
        changes = {}
        for place, employee_id in enumerate(employee_ids):
            for number in range((last - first).days + 1):
                day = first + number * _ONE_DAY
                if self._is_employed(employee_id, day):
                    changes[employee_id, day] = pattern[(number + place * shifted_by) % len(pattern)]
        return self._set(changes, "roster.rotated")

    def _set(
        self, wanted: Mapping[Cell, Sequence[str]], what: str, *, expected: Cells | None = None
    ) -> Change | list[Problem]:
        """Set cells. expected: what they must hold still."""
        store = self._session.store
        with store.atomic():
            shifts = shifts_on_file(store)
            before = store.roster.planned(wanted)
            stale = sorted((expected or {}).items())
            for cell, shift_ids in stale:
                if before.get(cell) != shift_ids:
                    return [self._problem("roster.stale", cell)]
            problems = self._problems(wanted, before, shifts)
            if problems:
                return problems
            changed = {cell: by_start(ids, shifts) for cell, ids in wanted.items() if set(ids) != set(before[cell])}
            store.roster.set_cells(changed, self._session.act(what))
            return Change({cell: before[cell] for cell in changed}, changed)

    def _problems(
        self, wanted: Mapping[Cell, Sequence[str]], before: Cells, shifts: Mapping[str, Shift]
    ) -> list[Problem]:
        """Return why cells cannot be set: of each kind the first one, by day."""
        changing = {cell: ids for cell, ids in wanted.items() if set(ids) != set(before[cell])}
        if not changing:
            return []
        closed = self._session.closed_months()
        days = [day for _, day in changing]
        numbers = worked(self._session.store, min(days), max(days), shifts).swap_numbers
        found: dict[str, Problem] = {}
        for cell in sorted(changing, key=lambda cell: (cell[1], cell[0])):
            employee_id, day = cell
            if self._people.get(employee_id) is None:
                found.setdefault("person", Problem.at("", "employee.unknown"))
                continue
            if Month.of(day) in closed:
                found.setdefault("closed", self._problem("roster.closed", cell, month=Month.of(day)))
            if cell in numbers:
                found.setdefault("swapped", self._problem("roster.swapped", cell, number=numbers[cell]))
            for shift_id in set(changing[cell]) - set(before[cell]):
                shift = shifts.get(shift_id)
                if shift is None:
                    found.setdefault("unknown", self._problem("roster.shift-unknown", cell))
                elif shift.retired:
                    found.setdefault("retired", self._problem("roster.shift-retired", cell, shift=shift.code))
        return list(found.values())

    def _problem(self, code: str, cell: Cell, **detail: Detail) -> Problem:
        employee_id, day = cell
        return Problem.at("", code, name=self._people.by_id()[employee_id].name, day=day, **detail)

    def _is_employed(self, employee_id: str, day: date) -> bool:
        """Return whether the person is employed on `day`; whoever is not known is left to be refused."""
        employee = self._people.get(employee_id)
        return employee is None or employee.employed_on(day)

    def _leaves(self, first: date, last: date) -> Sequence[Leave]:
        return self._session.store.leaves.open_between(first, last)
