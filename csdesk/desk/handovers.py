"""Handover at work: when it is due, its record, who has signed, what stays open, and what a missing one leads to."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.handover import (
    Handover,
    HandoverDraft,
    HandoverFacts,
    OpenProblem,
    Owed,
    Party,
    ShiftChange,
    changes_of,
    judge_handover,
    new_problems,
    owed,
    problems_of_month,
    problems_of_refusing,
    problems_of_signing,
    record_of,
)
from csdesk.core.incidents import NOTE_LIMIT, Draft, Incident
from csdesk.core.leaves import leave_of
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.standing import standing
from csdesk.desk.incidents import Incidents
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.desk.worked import worked

if TYPE_CHECKING:
    from csdesk.desk.shift_rules import AdoptedShiftRules

_TWO_DAYS = timedelta(days=2)


class DueHandover(NamedTuple):
    """A change of shift by the roster, with its people by number, and its record where there is one."""

    change: ShiftChange
    leaving: tuple[Employee, ...]
    arriving: tuple[Employee, ...]
    handover: Handover | None


class HandoverProposal(NamedTuple):
    """An entry that a missing or refused handover leads to; it is logged when a lead confirms it.

    draft: charges the first of `people`. people: who may be charged instead, by number; nobody where neither the
    record nor the roster knows who left, and the lead may choose anybody.
    """

    draft: Draft
    people: tuple[Employee, ...]
    owed: Owed

    @property
    def is_refused(self) -> bool:
        """Whether a record was refused; else it is missing."""
        return self.owed.record is not None and self.owed.record.is_refused


class Handovers:
    """The handovers of the team. What is checked still holds when it is written: both are one transaction."""

    def __init__(
        self, session: Session, people: People, incidents: Incidents, shift_rules: "AdoptedShiftRules"
    ) -> None:
        self._session = session
        self._people = people
        self._incidents = incidents
        self._shift_rules = shift_rules

    def due(self, day: date) -> list[DueHandover]:
        """Return the changes of shift of a day, by time, each with its record; computed from the roster as worked."""
        records = self._session.store.handovers.between(day, day)
        return [
            DueHandover(
                change,
                self._people_of(change.leaving),
                self._people_of(change.arriving),
                record_of(change, records),
            )
            for change in self._changes(day)
        ]

    def _changes(self, day: date) -> list[ShiftChange]:
        store, first = self._session.store, day - _TWO_DAYS
        roster, leaves = worked(store, first, day), store.leaves.open_between(first, day)
        # The roster keeps the shifts of those on leave, but they hand nothing over.
        cells = {cell: shift_ids for cell, shift_ids in roster.cells.items() if leave_of(*cell, leaves) is None}
        return changes_of(cells, roster.shifts, day)

    def _people_of(self, employee_ids: tuple[str, ...]) -> tuple[Employee, ...]:
        by_id = self._people.by_id()
        return tuple(sorted((by_id[one] for one in employee_ids), key=lambda employee: employee.number))

    def of(self, first: date, last: date) -> list[Handover]:
        """Return the records of the days from `first` to `last`, the refused ones too, by day and time."""
        return [record for record in self._session.store.handovers.between(first, last) if not record.is_missing]

    def get(self, handover_id: str) -> Handover | None:
        """Return one record, or None."""
        record = self._session.store.handovers.get(handover_id)
        return None if record is None or record.is_missing else record

    def check(self, draft: HandoverDraft) -> list[Problem]:
        """Return what is wrong with the draft; nothing means that it can be recorded."""
        judged = self._judge(draft)
        return [] if isinstance(judged, Handover) else judged

    def _judge(self, draft: HandoverDraft) -> Handover | list[Problem]:
        facts = HandoverFacts(
            shifts=self._shifts(),
            employees=self._people.by_id(),
            records=self._session.store.handovers.between(draft.day, draft.day),
            today=self._session.today(),
            closed=self._session.closed_months(),
        )
        return judge_handover(draft, facts)

    def _shifts(self) -> Mapping[str, Shift]:
        return {shift.id: shift for shift in self._session.store.shifts.all()}

    def record(self, draft: HandoverDraft) -> Handover | list[Problem]:
        """Record a handover with the problems that it leaves open, or return what is wrong, with nothing recorded."""
        with self._session.store.atomic():
            judged = self._judge(draft)
            if not isinstance(judged, Handover):
                return judged
            act = self._session.act("handover.recorded")
            return self._session.store.handovers.add(judged, new_problems(draft), act)

    def acknowledge(self, handover_id: str, rev: int, party: Party) -> Handover | list[Problem]:
        """Record that who hands over, or the relief, has signed a record, read at `rev`."""
        with self._session.store.atomic():
            record = self.get(handover_id)
            if record is None:
                return [Problem.at("", "handover.unknown")]
            problems = self._problems_of_month(record.day) or problems_of_signing(record, party)
            act = self._session.act(f"handover.{party}")
            return problems or self._change(record, rev, {f"{party}_at": act.moment}, act.what)

    def refuse(self, handover_id: str, rev: int, reason: str) -> Handover | list[Problem]:
        """Record that the relief refuses a record, read at `rev`, with a reason; another may be written then."""
        with self._session.store.atomic():
            record = self.get(handover_id)
            if record is None:
                return [Problem.at("", "handover.unknown")]
            problems = self._problems_of_month(record.day) or problems_of_refusing(record, reason)
            return problems or self._change(record, rev, {"refused_reason": reason.strip()}, "handover.refused")

    def _problems_of_month(self, day: date) -> list[Problem]:
        return problems_of_month(day, self._session.closed_months())

    def _change(
        self, record: Handover, rev: int, changes: Mapping[str, str | None], what: str
    ) -> Handover | list[Problem]:
        changed = self._session.store.handovers.change(record.id, rev, changes, self._session.act(what))
        return changed if changed is not None else [Problem.at("", "handover.stale")]

    def open_problems(self, on: date) -> list[OpenProblem]:
        """Return what the handovers up to a day have left open, the oldest first."""
        return self._session.store.handovers.problems_open(on)

    def problems_of(self, handover_id: str) -> list[OpenProblem]:
        """Return what a record named first, closed or not."""
        return self._session.store.handovers.problems_of(handover_id)

    def close_problem(self, problem_id: str, rev: int, note: str = "") -> OpenProblem | list[Problem]:
        """Close a problem today, read at `rev`, with a note on how it ended."""
        if len(note) > NOTE_LIMIT:
            return [Problem.at("note", "note.too-long", length=len(note), limit=NOTE_LIMIT)]
        handovers, act = self._session.store.handovers, self._session.act("open-problem.closed")
        with self._session.store.atomic():
            if handovers.get_problem(problem_id) is None:
                return [Problem.at("", "open-problem.unknown")]
            closed = handovers.close_problem(problem_id, rev, self._session.today(), note.strip(), act)
            return closed if closed is not None else [Problem.at("", "open-problem.stale")]

    def proposals(self, day: date) -> list[HandoverProposal]:
        """Return the entries that missing and refused handovers of a day lead to and the log does not hold yet.

        A record is missing when the day is over. Nothing where no rules of shifts cover the day: they name the entry.
        """
        records = self._session.store.handovers.between(day, day)
        rules = self._shift_rules.on(day)
        if isinstance(rules, Problem):
            return []
        linked = [record.incident_id for record in records if record.incident_id is not None]
        found = owed(self._changes(day), records, self._session.today(), self._standing(linked))
        shifts = self._shifts()
        return [self._proposal(one, day, rules.proposals.handover, shifts) for one in found]

    def _standing(self, incident_ids: list[str]) -> frozenset[str]:
        """Return which of these entries stand, or have been corrected by one that does."""
        incidents = self._session.store.incidents
        entries = [entry for entry in map(incidents.get, incident_ids) if entry is not None]
        months = {(entry.employee_id, Month.of(entry.day)) for entry in entries}
        return standing(
            entry for who, month in sorted(months) for entry in incidents.of_employee(who, month, with_void=True)
        )

    def _proposal(self, one: Owed, day: date, code: str, shifts: Mapping[str, Shift]) -> HandoverProposal:
        people = self._people_of(one.people)
        if one.change is not None:
            moment, pair = one.change.time, (one.change.from_shift, one.change.to_shift)
        else:
            assert one.record is not None  # core.handover: what is owed without a change is a refused record
            moment, pair = one.record.time, (shifts[one.record.from_shift_id], shifts[one.record.to_shift_id])
        note = f"{pair[0].code} → {pair[1].code}"
        if one.record is not None and one.record.refused_reason is not None:
            note = f"{note}: {one.record.refused_reason}"[:NOTE_LIMIT]
        draft = Draft(people[0].id if people else "", one.day, code, time=moment, note=note)
        return HandoverProposal(draft, people, one)

    def confirm(self, proposal: HandoverProposal, employee_id: str | None = None) -> Incident | list[Problem]:
        """Log a proposal and link the handover to its entry, in one transaction.

        employee_id: who is charged; it may be left out where only one person can be.
        """
        store = self._session.store
        with store.atomic():
            day = proposal.owed.change.day if proposal.owed.change is not None else proposal.draft.day
            fresh = next((one for one in self.proposals(day) if one.owed == proposal.owed), None)
            if fresh is None:
                return [Problem.at("", "handover.settled")]
            # The entry is of the day on which the leaving shift began; the link to it is of the day of the change.
            problems = self._problems_of_month(day)
            if problems:
                return problems
            charged = [one.id for one in fresh.people]
            who = employee_id if employee_id is not None else (charged[0] if len(charged) == 1 else None)
            if who is None or (charged and who not in charged):
                return [Problem.at("employee", "handover.nobody-to-charge")]
            entry = self._incidents.record(fresh.draft._replace(employee_id=who, note=proposal.draft.note))
            if isinstance(entry, Incident):
                self._link(fresh.owed, who, entry.id)
            return entry

    def _link(self, one: Owed, employee_id: str, incident_id: str) -> None:
        """Keep which entry a handover has led to; of a missing one there is no record that could, so one is made."""
        handovers, act = self._session.store.handovers, self._session.act("handover.logged")
        if one.record is not None:
            changes = {"incident_id": incident_id}
            handovers.change(one.record.id, one.record.rev, changes, act)
        elif one.change is not None:
            change = one.change
            mark = Handover(
                "", change.day, change.time, change.from_shift.id, change.to_shift.id, given_by_id=employee_id,
                incident_id=incident_id,
            )  # fmt: skip
            handovers.add(mark, [], act)
