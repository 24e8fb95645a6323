"""Attendance at work: a day filled in by exception, what it leads to in the log, and what late arrivals cost."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from csdesk.core.attendance import Attendance, AttendanceFacts, LateWage, judge_attendance, late_wages, proposed
from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Incident
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.standing import standing
from csdesk.desk.incidents import Incidents
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.desk.worked import Worked, worked

if TYPE_CHECKING:
    from csdesk.desk.shift_rules import AdoptedShiftRules


class AttendanceRow(NamedTuple):
    """One person's day. shifts: as worked, by their beginning; none where the roster has taken them away since.

    leave: approved, of the day or of hours of it. attendance: what is on file, None where nothing is.
    """

    employee: Employee
    shifts: tuple[Shift, ...]
    leave: Leave | None
    attendance: Attendance | None


class AttendanceDay(NamedTuple):
    """A day's sheet, by the beginning of the shifts. closed: whether its month takes no more changes."""

    day: date
    rows: Sequence[AttendanceRow]
    closed: bool


class Proposal(NamedTuple):
    """An entry that somebody's day leads to; it is logged when a lead confirms it. draft: without points."""

    draft: Draft
    employee: Employee
    attendance: Attendance


class Attendances:
    """The attendance of the team. What is checked still holds when it is written: both are one transaction."""

    def __init__(
        self, session: Session, people: People, incidents: Incidents, shift_rules: "AdoptedShiftRules"
    ) -> None:
        self._session = session
        self._people = people
        self._incidents = incidents
        self._shift_rules = shift_rules

    def day(self, day: date) -> AttendanceDay:
        """Return the sheet of a day: everybody with a shift as worked, and whoever has a record without one."""
        roster = worked(self._session.store, day, day)
        records = {record.employee_id: record for record in self._session.store.attendance.on(day)}
        leaves = [leave for leave in self._session.store.leaves.open_between(day, day) if leave.is_approved]
        there = {employee_id for employee_id, _ in roster.cells} | records.keys()
        rows = [
            AttendanceRow(
                employee,
                tuple(work.shift for work in roster.works(employee.id, day)),
                next((leave for leave in leaves if leave.employee_id == employee.id), None),
                records.get(employee.id),
            )
            for employee in self._people.all()
            if employee.id in there
        ]
        # Sorted stably: those who begin together stand by number, those without a shift at the end.
        rows.sort(key=lambda row: (not row.shifts, [shift.start for shift in row.shifts[:1]]))
        return AttendanceDay(day, rows, Month.of(day) in self._session.closed_months())

    def record(
        self,
        employee_id: str,
        day: date,
        late: int = 0,
        early: int = 0,
        absent: bool = False,
        note: str = "",
        rev: int | None = None,
    ) -> Attendance | list[Problem]:
        """Record somebody's day, in place of what is on file; everything empty means that they were present.

        rev: of the record that was read, None where there was none. Nothing is stored of a present person's day that
        has no record yet; what is returned then has no id.
        """
        store = self._session.store
        with store.atomic():
            before = store.attendance.of(employee_id, day)
            if rev != (None if before is None else before.rev):
                return [Problem.at("", "attendance.stale")]
            facts = AttendanceFacts(
                employee=self._people.get(employee_id),
                works=worked(store, day, day).works(employee_id, day),
                leaves=store.leaves.open_between(day, day),
                closed=self._session.closed_months(),
                today=self._session.today(),
                before=before,
                standing=standing(self._entries(employee_id, day)),
            )
            judged = judge_attendance(Attendance("", employee_id, day, late, early, absent, note), facts)
            if not isinstance(judged, Attendance):
                return judged
            if before is not None:
                return self._write(judged, "attendance.changed") if judged != _as_judged(before) else before
            if judged.is_present and not judged.note:
                return judged
            return store.attendance.add(judged, self._session.act("attendance.recorded"))

    def _write(self, record: Attendance, what: str) -> Attendance | list[Problem]:
        changed = self._session.store.attendance.change(record, self._session.act(what))
        return changed if changed is not None else [Problem.at("", "attendance.stale")]

    def _entries(self, employee_id: str, day: date) -> list[Incident]:
        return self._session.store.incidents.of_employee(employee_id, Month.of(day), with_void=True)

    def proposals(self, day: date) -> list[Proposal]:
        """Return the entries that a day leads to and the log does not hold yet, by the people's number.

        Nothing where no rules of shifts cover the day: they say which entries these are.
        """
        records = {record.employee_id: record for record in self._session.store.attendance.on(day)}
        if all(record.is_present for record in records.values()):
            return []
        roster = worked(self._session.store, day, day)
        found = []
        for employee in self._people.all():
            draft = self._proposed(records[employee.id], roster) if employee.id in records else None
            if draft is not None:
                found.append(Proposal(draft, employee, records[employee.id]))
        return found

    def _proposed(self, record: Attendance, roster: Worked) -> Draft | None:
        rules = self._shift_rules.on(record.day)
        if isinstance(rules, Problem):
            return None
        return proposed(
            record,
            roster.works(record.employee_id, record.day),
            self._session.store.leaves.open_between(record.day, record.day),
            rules.proposals,
            self._entries(record.employee_id, record.day),
        )

    def confirm(self, proposal: Proposal, points: int | None = None) -> Incident | list[Problem]:
        """Log a proposal and link the day to its entry, in one transaction. points: where its rule leaves a choice."""
        store = self._session.store
        with store.atomic():
            record = store.attendance.of(proposal.attendance.employee_id, proposal.attendance.day)
            if record is None or record.rev != proposal.attendance.rev:
                return [Problem.at("", "attendance.stale")]
            draft = self._proposed(record, worked(store, record.day, record.day))
            if draft is None:
                return [Problem.at("", "attendance.settled")]
            entry = self._incidents.record(draft._replace(points=points, note=proposal.draft.note))
            if isinstance(entry, Incident):
                linked = (
                    record._replace(absent_incident_id=entry.id)
                    if record.absent
                    else record._replace(late_incident_id=entry.id)
                )
                self._write(linked, "attendance.logged")
            return entry

    def wages(self, month: Month) -> list[LateWage]:
        """Return what the late arrivals of a month cost each who came late, by number; by the rules of its last day.

        Nothing where no rules of shifts cover that day.
        """
        rules = self._shift_rules.on(month.last)
        if isinstance(rules, Problem):
            return []
        return late_wages(self._people.all(), self._session.store.attendance.in_month(month), rules.late_pay)


def _as_judged(record: Attendance) -> Attendance:
    """Return a record without what no person fills in, to see whether anything was changed."""
    return record._replace(recorded_by="", recorded_at="")
