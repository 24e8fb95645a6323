"""Leave at work: ask, approve, refuse, withdraw, list. What is decided is checked again in the same transaction."""

from datetime import date
from typing import TYPE_CHECKING

from csdesk.core.incidents import Incident, check_reason
from csdesk.core.leave import Leave, LeaveState
from csdesk.core.leaves import (
    LeaveDraft,
    LeaveFacts,
    absences_logged,
    days_of,
    judge_leave,
    problems_of_deciding,
    problems_of_span,
    problems_of_withdrawing,
)
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.desk.worked import worked

if TYPE_CHECKING:
    from csdesk.desk.calendar import OfficeCalendar
    from csdesk.desk.shift_rules import AdoptedShiftRules


class Leaves:
    """The team's leave."""

    def __init__(
        self, session: Session, people: People, calendar: "OfficeCalendar", shift_rules: "AdoptedShiftRules"
    ) -> None:
        self._session = session
        self._people = people
        self._calendar = calendar
        self._shift_rules = shift_rules

    def between(self, first: date, last: date) -> list[Leave]:
        """Return every request that touches the days from `first` to `last`, whatever its state, by first day."""
        return self._session.store.leaves.between(first, last)

    def of(self, month: Month) -> list[Leave]:
        """Return every request that touches `month`, whatever its state, by first day."""
        return self.between(month.first, month.last)

    def undecided(self) -> list[Leave]:
        """Return the requests that wait for the manager, whatever their month, by first day."""
        return self._session.store.leaves.undecided()

    def get(self, leave_id: str) -> Leave | None:
        """Return one request, or None."""
        return self._session.store.leaves.get(leave_id)

    def check(self, draft: LeaveDraft) -> list[Problem]:
        """Return what is wrong with the draft; nothing means that it can be asked for."""
        judged = self._judge(draft)
        return [] if isinstance(judged, Leave) else judged

    def absences_logged(self, leave: Leave) -> list[Problem]:
        """Return what whoever approves `leave` is to be told: the entries of the log that call its days absence.

        They stand until somebody voids them: whether the leave excuses the absence is for a person to say.
        """
        entries, codes, store = list[Incident](), dict[date, str](), self._session.store
        for month in sorted({Month.of(day) for day in days_of(leave.first, leave.last)}):
            entries += store.incidents.of_employee(leave.employee_id, month)
        for day in {entry.day for entry in entries}:
            rules = self._shift_rules.on(day)
            if not isinstance(rules, Problem):
                codes[day] = rules.proposals.absent
        names = self._people.by_id()
        return [
            Problem.at("", "leave.absence-logged", name=names[one.employee_id].name, day=one.day, code=one.code)
            for one in absences_logged(leave, entries, codes)
        ]

    def ask(self, draft: LeaveDraft) -> Leave | list[Problem]:
        """Record a request, durable when this returns; or return what is wrong, with nothing recorded."""
        with self._session.store.atomic():
            leave = self._judge(draft)
            if not isinstance(leave, Leave):
                return leave
            what = "leave.asked" if leave.emergency_at is None else "leave.called-in"
            return self._session.store.leaves.add(leave, self._session.act(what))

    def approve(self, leave_id: str, rev: int) -> Leave | list[Problem]:
        """Approve a request, read at `rev`; in advance, or afterwards where it was an emergency."""
        with self._session.store.atomic():
            leave = self.get(leave_id)
            if leave is None:
                return [Problem.at("", "leave.unknown")]
            problems = problems_of_deciding(leave, self._session.closed_months())
            if problems:
                return problems
            judged = self._judge(LeaveDraft.of(leave), leave.id)
            if not isinstance(judged, Leave):
                return judged
            return self._decide(leave, rev, LeaveState.APPROVED, None)

    def refuse(self, leave_id: str, rev: int, reason: str) -> Leave | list[Problem]:
        """Refuse a request, read at `rev`, with a reason."""
        with self._session.store.atomic():
            leave = self.get(leave_id)
            if leave is None:
                return [Problem.at("", "leave.unknown")]
            problems = check_reason(reason) + problems_of_deciding(leave, self._session.closed_months())
            return problems or self._decide(leave, rev, LeaveState.REFUSED, reason.strip())

    def withdraw(self, leave_id: str, rev: int, reason: str) -> Leave | list[Problem]:
        """Take a request back, read at `rev`, with a reason; an approved one too."""
        with self._session.store.atomic():
            leave = self.get(leave_id)
            if leave is None:
                return [Problem.at("", "leave.unknown")]
            problems = problems_of_withdrawing(leave, reason, self._session.closed_months())
            return problems or self._decide(leave, rev, LeaveState.WITHDRAWN, reason.strip())

    def _decide(self, leave: Leave, rev: int, state: LeaveState, reason: str | None) -> Leave | list[Problem]:
        act = self._session.act(f"leave.{state.value}")
        decided = self._session.store.leaves.decide(leave.id, rev, state, reason, act)
        return decided if decided is not None else [Problem.at("", "leave.stale")]

    def _judge(self, draft: LeaveDraft, leave_id: str = "") -> Leave | list[Problem]:
        problems = problems_of_span(draft.first, draft.last)
        if draft.first is None or draft.last is None or problems:
            return problems
        rules = self._shift_rules.on(draft.first)
        if isinstance(rules, Problem):
            return [rules._replace(field="first")]
        store, first, last = self._session.store, draft.first, draft.last
        roster = worked(store, first, last)
        facts = LeaveFacts(
            employee=self._people.get(draft.employee_id),
            leaves=store.leaves.open_between(first, last),
            cells=roster.cells,
            shifts=roster.shifts,
            swaps=store.swaps.between(first, last),
            calendar=self._calendar.of(first, last),
            closed=self._session.closed_months(),
            emergency_minutes=rules.emergency_minutes,
            now=self._session.now().replace(tzinfo=None),
        )
        return judge_leave(draft, facts, id=leave_id)
