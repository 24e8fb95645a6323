"""The monthly appraisal at work: result, why, adjust, strike, close."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from csdesk.core.appraisal import Adjustment, Line, MonthFacts, MonthResult, Sheet, Strike
from csdesk.core.employee import Employee
from csdesk.core.incidents import check_reason
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.reckoning import (
    NoRulebookError,
    appraise,
    appraise_person,
    flag_last_twice,
    last_and_low,
    last_and_low_among,
    problem_of_appraising,
)
from csdesk.core.rulebook import Rulebook
from csdesk.core.snapshot import Difference, SnapshotError, differences, dump, load
from csdesk.desk.facts import month_facts, own_facts
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.store.closings import Closing as ClosingRow
from csdesk.store.ids import new_id

_FEW = 8
"""Up to so many people, their months are read one by one sooner than everybody's at once."""


@dataclass(frozen=True, slots=True)
class Closing:
    """That a month was closed. at: ISO text in UTC. digest: SHA-256 of the kept result."""

    month: Month
    by: str
    at: str
    digest: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month as it is shown. result: from the snapshot where the month is closed, else reckoned now.

    drift: what a fresh computation of a closed month would change; empty while all is well.
    """

    result: MonthResult
    closing: Closing | None = None
    drift: Sequence[Difference] = ()


class Months:
    """The monthly appraisals. What is checked still holds when it is written: both are one transaction."""

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people
        self._last_kept: tuple[ClosingRow, MonthResult] | None = None

    def result(self, month: Month) -> MonthView | Problem:
        """Return the month's appraisal, or why it cannot be reckoned."""
        try:
            row = self._session.store.closings.of(month)
            if row is None:
                return MonthView(self._reckon(month))
            kept = self._kept(row)
            closing = Closing(month, row.by, row.at, row.digest)
            return MonthView(kept, closing, differences(kept, self._reckon(month)))
        except (NoRulebookError, SnapshotError) as error:
            return error.problem

    def drift(self, month: Month) -> Sequence[Difference]:
        """Return what a fresh computation of a closed month would change; nothing where the month is open."""
        view = self.result(month)
        return view.drift if isinstance(view, MonthView) else ()

    def _reckon(self, month: Month) -> MonthResult:
        """Return the month as it comes out now. The month before is only asked where it matters."""
        rulebooks = self._session.rulebooks()
        with without_collecting():
            result = appraise(self._facts(month), rulebooks)
            candidates = last_and_low(result)
            if not candidates:
                return result
            return flag_last_twice(result, self._last_and_low_in(month.previous, candidates))

    def _facts(self, month: Month) -> MonthFacts:
        return month_facts(self._session.store, self._people.all(), month)

    def _last_and_low_in(self, month: Month, candidates: frozenset[str]) -> frozenset[str]:
        rulebooks = self._session.rulebooks()
        row = self._session.store.closings.of(month)
        if row is not None:
            return last_and_low(self._kept(row))
        rulebook = rulebooks.on(month.last)
        if rulebook is None:
            return frozenset()
        if len(candidates) <= _FEW:
            # Hardly anybody is last twice: their own entries are read before everybody's.
            candidates = frozenset(one for one in candidates if self._is_low_in(month, one, rulebook))
        return last_and_low_among(candidates, self._facts(month), rulebooks) if candidates else candidates

    def _is_low_in(self, month: Month, employee_id: str, rulebook: Rulebook) -> bool:
        """Return whether the person was appraised in `month` with a score below the bound for "last twice"."""
        employee = self._people.get(employee_id)
        if employee is None or not rulebook.month.appraises(employee, month):
            return False
        facts, best = own_facts(self._session.store, employee, month)
        sheet = appraise_person(employee, facts, self._session.rulebooks(), best)
        return sheet.final < rulebook.month.flag_last_twice_below

    def running(self, employee_id: str, month: Month) -> Sheet | Problem:
        """Return one person's appraisal as it stands now; from the snapshot where the month is closed.

        Without rank and without the flag that needs the month before, unless the month is closed.
        """
        employee = self._people.get(employee_id)
        if employee is None:
            return Problem.at("employee", "employee.unknown")
        row = self._session.store.closings.of(month)
        if row is not None:
            try:
                sheets = self._kept(row).sheets
            except SnapshotError as error:
                return error.problem
            kept = next((sheet for sheet in sheets if sheet.employee.id == employee_id), None)
            missing = Problem.at("", "person.not-in-closing", name=employee.name, month=month)
            return kept or self._problem_of_appraising(employee, month) or missing
        problem = self._problem_of_appraising(employee, month)
        if problem is not None:
            return problem
        facts, best = own_facts(self._session.store, employee, month)
        try:
            return appraise_person(employee, facts, self._session.rulebooks(), best)
        except NoRulebookError as error:
            return error.problem

    def _problem_of_appraising(self, employee: Employee, month: Month) -> Problem | None:
        rulebook = self._session.rulebooks().on(month.last)
        return problem_of_appraising(employee, month, rulebook) if rulebook is not None else None

    def _kept(self, row: ClosingRow) -> MonthResult:
        """Return the result that was kept; the one read last stays at hand, for one person after another.

        Raises SnapshotError where it cannot be read, or is not the one that was sealed.
        """
        if self._last_kept is None or self._last_kept[0] != row:
            self._last_kept = row, load(row.result, self._session.rulebooks(), sealed=row.digest)
        return self._last_kept[1]

    def adjust(
        self, employee_id: str, month: Month, points: int, reason: str, *, seen: str | None = None
    ) -> Adjustment | list[Problem]:
        """Give the month's discretionary points; a second figure takes the place of the first.

        points: signed, not 0, within the rulebook's discretion. reason: mandatory. seen: id of the adjustment that was
        read, None where there was none; loses politely if another window was first. An adjustment is replaced, never
        changed, so that its id names what was read. Source: handbook points, discretion.
        """
        facts = self._session.store.facts
        with self._session.store.atomic():
            problems = self._problems_of_change(employee_id, month) + check_reason(reason)
            rulebook = self._session.rulebooks().on(month.last)
            if rulebook is not None:
                problems += problems_of_adjustment(points, rulebook)
            if problems:
                return problems
            current = self._adjustment(employee_id, month)
            if (None if current is None else current.id) != seen:
                return [Problem.at("", "adjustment.stale")]
            if current is not None:
                replaced = self._session.act("adjustment.replaced")
                facts.withdraw_adjustment(current.id, current.rev, reason.strip(), replaced)
            act = self._session.act("adjustment.given")
            adjustment = Adjustment(new_id(), employee_id, month, points, reason.strip(), act.by, act.moment)
            facts.add_adjustment(adjustment, act)
        return adjustment

    def withdraw_adjustment(self, employee_id: str, month: Month, reason: str, *, seen: str) -> list[Problem]:
        """Take the month's discretionary points back, with a reason; loses politely if another window was first.

        seen: id of the adjustment that was read.
        """
        with self._session.store.atomic():
            problems = self._problems_of_change(employee_id, month) + check_reason(reason)
            current = self._adjustment(employee_id, month)
            if current is None:
                problems.append(Problem.at("", "adjustment.none"))
            elif current.id != seen:
                problems.append(Problem.at("", "adjustment.stale"))
            if problems or current is None:
                return problems
            act = self._session.act("adjustment.withdrawn")
            self._session.store.facts.withdraw_adjustment(current.id, current.rev, reason.strip(), act)
        return []

    def _adjustment(self, employee_id: str, month: Month) -> Adjustment | None:
        return next(iter(self._session.store.facts.adjustments_in(month, employee_id)), None)

    def strike(self, employee_id: str, month: Month, key: str, reason: str) -> list[Problem]:
        """Take an automatic line out, with a reason. key: the line's key on the sheet."""
        with self._session.store.atomic():
            problems = self._problems_of_change(employee_id, month) + check_reason(reason)
            if problems:
                return problems
            sheet = self.running(employee_id, month)
            if isinstance(sheet, Problem):
                return [sheet]
            if any(line.key == key for line, _ in sheet.struck):
                return [Problem.at("", "strike.already")]
            if not any(line.key == key for line in automatic_lines(sheet)):
                return [Problem.at("", "strike.no-line")]
            act = self._session.act("line.struck")
            strike = Strike(new_id(), employee_id, month, key, reason.strip(), act.by, act.moment)
            self._session.store.facts.add_strike(strike, act)
        return []

    def unstrike(self, employee_id: str, month: Month, key: str, reason: str) -> list[Problem]:
        """Put a struck automatic line back, with a reason."""
        with self._session.store.atomic():
            problems = self._problems_of_change(employee_id, month) + check_reason(reason)
            strikes = self._session.store.facts.strikes_in(month, employee_id)
            strike = next((strike for strike in strikes if strike.key == key), None)
            if strike is None:
                problems.append(Problem.at("", "strike.no-line"))
            if problems or strike is None:
                return problems
            self._session.store.facts.lift_strike(strike.id, reason.strip(), self._session.act("line.restored"))
        return []

    def _problems_of_change(self, employee_id: str, month: Month) -> list[Problem]:
        employee = self._people.get(employee_id)
        if employee is None:
            return [Problem.at("employee", "employee.unknown")]
        problems = []
        if self.is_closed(month):
            problems.append(Problem.at("month", "month.closed", month=month))
        rulebook = self._session.rulebooks().on(month.last)
        if rulebook is None:
            problems.append(NoRulebookError(month, self._session.rulebooks().first_day).problem)
        elif (why := problem_of_appraising(employee, month, rulebook)) is not None:
            problems.append(why._replace(field="employee"))
        return problems

    def is_closed(self, month: Month) -> bool:
        """Return whether `month` is closed."""
        return month in self.closed()

    def closed(self) -> frozenset[Month]:
        """Return all closed months."""
        return self._session.closed_months()

    def close(self, month: Month) -> Closing | list[Problem]:
        """Keep the month's result as a snapshot with its digest; from then on nothing in the month changes.

        A month can be closed from its last day on.
        """
        if self.is_closed(month):
            return [Problem.at("month", "month.already-closed", month=month)]
        if self._session.today() < month.last:
            return [Problem.at("month", "month.not-over", month=month, day=month.last)]
        store, act = self._session.store, self._session.act("month.closed")
        with store.atomic():
            try:
                text = dump(self._reckon(month))
            except (NoRulebookError, SnapshotError) as error:
                return [error.problem]
            row = store.closings.add(month, text, act)
        if row is None:  # another window was first
            return [Problem.at("month", "month.already-closed", month=month)]
        return Closing(month, row.by, row.at, row.digest)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the collector rest: a month makes tens of thousands of values at once, and none of them is rubbish."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def problems_of_adjustment(points: int, rulebook: Rulebook) -> list[Problem]:
    """Return what is wrong with a discretionary figure. Source: handbook points, readings."""
    if points == 0:
        return [Problem.at("points", "adjustment.zero")]
    if abs(points) > rulebook.month.discretion:
        return [Problem.at("points", "adjustment.outside", points=points, limit=rulebook.month.discretion)]
    return []


def automatic_lines(sheet: Sheet) -> Sequence[Line]:
    """Return the lines of `sheet` that the program proposed."""
    return [line for line in sheet.lines if line.source == "automatic"]
