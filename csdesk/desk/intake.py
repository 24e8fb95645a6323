"""Importing an intake workbook: check list first, then all or nothing."""

from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import UTC, date

from csdesk.core.appraisal import Adjustment, Workload
from csdesk.core.incidents import Incident
from csdesk.core.leave import LeaveState
from csdesk.core.month import Month
from csdesk.desk.incidents import search_text
from csdesk.desk.intake_duty_basis import duty_basis
from csdesk.desk.intake_plan import Basis, Plan
from csdesk.desk.names import search_keys
from csdesk.desk.session import Session
from csdesk.render.intake_rows import (
    AdjustmentRow,
    AttendanceRow,
    ComplaintRow,
    IncidentRow,
    IntakeReading,
    LeaveRow,
    RosterRow,
    Row,
    SheetKind,
    ShiftRow,
    StaffRow,
    SwapRow,
    TestRow,
    WorkloadRow,
)
from csdesk.store.complaints import ComplaintRecord
from csdesk.store.files import open_store
from csdesk.store.ids import new_id
from csdesk.store.journal import Act

CHUNK = 200
"""How many rows are written between two breaths of the window."""

NOTED_AT_ONCE = 1000
"""How many identities of rows are written between two breaths."""


class Intake:
    """Imports. Reading and `check_intake` work on values and may run beside the window; this part needs the file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def basis(self, reading: IntakeReading) -> Basis:
        """Return what `reading` is to be checked against, as the file stands now."""
        return _basis(self._session, reading, self._session.today())

    def commit(self, plan: Plan) -> Generator[tuple[int, int], None, None]:
        """Write the plan in one transaction; yields (rows written, rows in all) as it goes.

        Closing the iterator before its end leaves nothing behind. Raises IntakeOvertakenError, with nothing written,
        where the file is no longer what the plan was checked against.
        """
        # On a connection of its own: what else is recorded between two steps must not share the import's fate, and
        # nobody sees rows that may be gone again.
        with closing(open_store(self._session.store.path)) as store:
            yield from _Import(Session(store, self._session.actor, self._session.now), plan).steps()


def _basis(session: Session, reading: IntakeReading, today: date) -> Basis:
    store = session.store
    digests = [row.digest for sheet in reading.sheets for row in sheet.rows]
    adjusted: dict[tuple[str, Month], Adjustment] = {}
    for month in sorted({row.month for row in reading.rows(AdjustmentRow)}):
        adjusted.update({(a.employee_id, month): a for a in store.facts.adjustments_in(month)})
    figures: dict[tuple[str, Month], Workload] = {}
    for month in sorted({row.month for row in reading.rows(WorkloadRow)}):
        figures.update({(w.employee_id, month): w for w in store.facts.workloads_in(month)})
    return Basis(
        employees=store.people.all(),
        rulebooks=session.rulebooks(),
        closed=frozenset(store.closings.months_closed()),
        today=today,
        known=frozenset(store.intake.known(digests)),
        adjusted=adjusted,
        figures=figures,
        duty=duty_basis(session, reading, today),
    )


class _Import:
    """One plan on its way into the file."""

    def __init__(self, session: Session, plan: Plan) -> None:
        self._session = session
        self._store = session.store
        self._plan = plan

    def steps(self) -> Iterator[tuple[int, int]]:
        rows = _rows(self._plan)
        done = 0
        with self._store.atomic():
            if _basis(self._session, self._plan.reading, self._plan.basis.today) != self._plan.basis:
                raise IntakeOvertakenError
            for written in self._write():
                done += written
                yield done, len(rows)
            noted = self._session.act("intake.noted")
            for start in range(0, len(rows), NOTED_AT_ONCE):
                some = rows[start : start + NOTED_AT_ONCE]
                self._store.intake.add_many([(row.digest, _SHEETS[type(row)].value) for row in some], noted)
                yield done, len(rows)
        yield len(rows), len(rows)

    def _write(self) -> Iterator[int]:
        """Write everything and yield the numbers of rows. Nobody was first: the basis holds, and the file is ours."""
        plan, store, act = self._plan, self._store, self._session.act("intake.imported")
        for employee, _ in plan.new_people:
            store.people.add(employee, search_keys(employee.name, employee.number), act)
            yield 1
        for employee, _ in plan.changed_people:
            store.people.update(employee, search_keys(employee.name, employee.number), act)
            yield 1
        yield from self._write_incidents(act)
        for employee_id, row in plan.adjustments:
            store.facts.add_adjustment(Adjustment(new_id(), employee_id, row.month, row.points, row.reason), act)
            yield 1
        for test, _ in plan.tests:
            store.facts.add_test(test, act)
            yield 1
        for workload, _ in plan.workloads:
            store.facts.put_workload(workload, act)
            yield 1
        yield from self._write_complaints(act)
        yield from self._write_duty(act)

    def _write_incidents(self, act: Act) -> Iterator[int]:
        at = self._session.now().astimezone(UTC).isoformat(timespec="milliseconds")
        for start in range(0, len(self._plan.incidents), CHUNK):
            entries = []
            for draft, judged, _ in self._plan.incidents[start : start + CHUNK]:
                incident = Incident(
                    id=new_id(),
                    employee_id=draft.employee_id,
                    day=draft.day,
                    time=draft.time,
                    code=judged.rule.code,
                    points=judged.points,
                    minutes=judged.minutes,
                    count=judged.count,
                    note=draft.note,
                    by=self._session.actor.name,
                    at=at,
                )
                entries.append((incident, search_text(incident)))
            self._store.incidents.add_many(entries, act)
            yield len(entries)

    def _write_duty(self, act: Act) -> Iterator[int]:
        """Write shifts, roster, leave, swaps and attendance, in the order they lean on each other."""
        plan, store = self._plan.duty, self._store
        for shift, _ in plan.new_shifts:
            store.shifts.add(shift, act)
            yield 1
        for shift, _ in plan.changed_shifts:
            store.shifts.update(shift, act)
            yield 1
        cells = list(plan.cells.items())
        for start in range(0, len(cells), CHUNK):
            some = dict(cells[start : start + CHUNK])
            store.roster.set_cells(some, act)
            yield 0
        yield len(plan.roster_rows)
        for leave, _ in plan.leaves:
            decided = leave.state is not LeaveState.ASKED
            by, at = (act.by, act.moment) if decided else (None, None)
            store.leaves.add(leave._replace(decided_by=by, decided_at=at), act)
            yield 1
        for swap, _ in plan.swaps:
            store.swaps.add(swap._replace(decided_by=act.by) if swap.is_approved else swap, act)
            yield 1
        for record, _ in plan.new_attendance:
            store.attendance.add(record, act)
            yield 1
        for record, _ in plan.changed_attendance:
            store.attendance.change(record, act)
            yield 1

    def _write_complaints(self, act: Act) -> Iterator[int]:
        # A register is numbered by the day on which a complaint was received.
        for employee_id, row in sorted(self._plan.complaints, key=lambda pair: (pair[1].received, pair[1].where.row)):
            self._store.facts.add_complaint(
                ComplaintRecord(
                    received=row.received,
                    employee_id=employee_id,
                    effective=row.effective,
                    quality=bool(row.quality),
                    overseas=bool(row.overseas),
                    customer=row.customer,
                    subject=row.subject,
                    closed=row.closed,
                    fine=row.fine,
                ),
                act,
            )
            yield 1


class IntakeOvertakenError(Exception):
    """Another window changed the file between the check and the import; nothing was imported."""


def _rows(plan: Plan) -> list[Row]:
    """Return every row whose identity is to be remembered."""
    rows: list[Row] = [*plan.unchanged_people, *plan.duty.rows]
    for pairs in (plan.new_people, plan.changed_people, plan.adjustments, plan.tests, plan.workloads, plan.complaints):
        rows += [pair[1] for pair in pairs]
    return rows + [row for _, _, row in plan.incidents]


_SHEETS: dict[type[Row], SheetKind] = {
    StaffRow: SheetKind.STAFF,
    IncidentRow: SheetKind.INCIDENTS,
    AdjustmentRow: SheetKind.ADJUSTMENTS,
    TestRow: SheetKind.TESTS,
    WorkloadRow: SheetKind.WORKLOAD,
    ComplaintRow: SheetKind.COMPLAINTS,
    ShiftRow: SheetKind.SHIFTS,
    RosterRow: SheetKind.ROSTER,
    SwapRow: SheetKind.SWAPS,
    LeaveRow: SheetKind.LEAVE,
    AttendanceRow: SheetKind.ATTENDANCE,
}
