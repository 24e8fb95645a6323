"""Importing an intake workbook: check list first, then all or nothing."""

from collections.abc import Generator, Iterator
from datetime import UTC

from csdesk.core.appraisal import Adjustment, Workload
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.desk.incidents import search_text
from csdesk.desk.intake_check import Basis, Plan
from csdesk.desk.names import search_keys
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.render.intake_rows import (
    AdjustmentRow,
    ComplaintRow,
    IncidentRow,
    IntakeReading,
    Row,
    SheetKind,
    StaffRow,
    TestRow,
    WorkloadRow,
)
from csdesk.store.complaints import ComplaintRecord
from csdesk.store.ids import new_id
from csdesk.store.journal import Act

CHUNK = 200
"""How many rows are written between two breaths of the window."""

NOTED_AT_ONCE = 1000
"""How many identities of rows are written between two breaths."""


class Intake:
    """Imports. Reading and `check_intake` work on values and may run beside the window; this part needs the file."""

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people

    def basis(self, reading: IntakeReading) -> Basis:
        """Return what `reading` is to be checked against, as the file stands now."""
        store = self._session.store
        digests = [row.digest for sheet in reading.sheets for row in sheet.rows]
        adjusted: dict[tuple[str, Month], Adjustment] = {}
        for month in sorted({row.month for row in reading.rows(AdjustmentRow)}):
            adjusted.update({(a.employee_id, month): a for a in store.facts.adjustments_in(month)})
        figures: dict[tuple[str, Month], Workload] = {}
        for month in sorted({row.month for row in reading.rows(WorkloadRow)}):
            figures.update({(w.employee_id, month): w for w in store.facts.workloads_in(month)})
        return Basis(
            employees=store.people.all(),
            rulebooks=self._session.rulebooks(),
            closed=frozenset(store.closings.months_closed()),
            today=self._session.today(),
            known=frozenset(store.intake.known(digests)),
            adjusted=adjusted,
            figures=figures,
        )

    def commit(self, plan: Plan) -> Generator[tuple[int, int], None, None]:
        """Write the plan in one transaction; yields (rows written, rows in all) as it goes.

        Closing the iterator before its end leaves nothing behind.
        """
        rows = _rows(plan)
        done = 0
        with self._session.store.atomic():
            for written in self._steps(plan):
                done += written
                yield done, len(rows)
            noted = self._session.act("intake.noted")
            for start in range(0, len(rows), NOTED_AT_ONCE):
                some = rows[start : start + NOTED_AT_ONCE]
                self._session.store.intake.add_many([(row.digest, _SHEETS[type(row)].value) for row in some], noted)
                yield done, len(rows)
        self._people.forget()
        yield len(rows), len(rows)

    def _steps(self, plan: Plan) -> Iterator[int]:
        store, act = self._session.store, self._session.act("intake.imported")
        for employee, _ in plan.new_people:
            store.people.add(employee, search_keys(employee.name, employee.number), act)
            yield 1
        for employee, _ in plan.changed_people:
            if store.people.update(employee, search_keys(employee.name, employee.number), act) is None:
                raise IntakeOvertakenError(employee.number)
            yield 1
        yield from self._write_incidents(plan, act)
        for employee_id, row in plan.adjustments:
            adjustment = Adjustment(new_id(), employee_id, row.month, row.points, row.reason)
            if store.facts.add_adjustment(adjustment, act) is None:
                raise IntakeOvertakenError(row.number)
            yield 1
        for test, _ in plan.tests:
            store.facts.add_test(test, act)
            yield 1
        for workload, _ in plan.workloads:
            store.facts.put_workload(workload, act)
            yield 1
        yield from self._write_complaints(plan, act)

    def _write_incidents(self, plan: Plan, act: Act) -> Iterator[int]:
        at = self._session.now().astimezone(UTC).isoformat(timespec="milliseconds")
        for start in range(0, len(plan.incidents), CHUNK):
            entries = []
            for draft, judged, _ in plan.incidents[start : start + CHUNK]:
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
            self._session.store.incidents.add_many(entries, act)
            yield len(entries)

    def _write_complaints(self, plan: Plan, act: Act) -> Iterator[int]:
        # A register is numbered by the day on which a complaint was received.
        for employee_id, row in sorted(plan.complaints, key=lambda pair: (pair[1].received, pair[1].where.row)):
            self._session.store.facts.add_complaint(
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
    rows: list[Row] = list(plan.unchanged_people)
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
}
