"""Attendance: one record of a person and day, changed and never deleted."""

from datetime import date
from typing import Any

from csdesk.core.attendance import Attendance
from csdesk.core.month import Month
from csdesk.store.columns import day_of
from csdesk.store.database import Database, Row
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import ATTENDANCE


class Attendances:
    """Records of people's days, in the table `attendance`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def on(self, day: date) -> list[Attendance]:
        """Return the records of a day, by employee's id."""
        return self._db.read(_record, f"{ATTENDANCE.select} WHERE day = ? ORDER BY employee_id", (day.isoformat(),))

    def in_month(self, month: Month) -> list[Attendance]:
        """Return the records of a month, by day and employee's id."""
        sql = f"{ATTENDANCE.select} WHERE day >= ? AND day <= ? ORDER BY day, employee_id"
        return self._db.read(_record, sql, (month.first.isoformat(), month.last.isoformat()))

    def of(self, employee_id: str, day: date) -> Attendance | None:
        """Return what is on file of somebody's day, or None."""
        sql = f"{ATTENDANCE.select} WHERE day = ? AND employee_id = ?"
        return self._db.read_first(_record, sql, (day.isoformat(), employee_id))

    def add(self, record: Attendance, act: Act) -> Attendance:
        """Store the record of a day that has none, and return it with its id (made here where empty)."""
        key = record.id or new_id()
        facts = _facts(record._replace(recorded_by=act.by, recorded_at=act.moment, rev=0))
        self._journal.add(ATTENDANCE, key, facts, act)
        return _record((key, *facts))

    def change(self, record: Attendance, act: Act) -> Attendance | None:
        """Store a changed record; None if it was changed since it was read."""
        changes = dict(zip(ATTENDANCE.facts, _facts(record), strict=True))
        changes["recorded_by"], changes["recorded_at"] = act.by, act.moment
        row = self._journal.change(ATTENDANCE, record.id, changes, act, rev=record.rev)
        return None if row is None else _record(row)


def _facts(record: Attendance) -> Row:
    """Return the row of a record, in the order of ATTENDANCE.facts."""
    return (
        record.employee_id, record.day.isoformat(), record.late, record.early, int(record.absent), record.note,
        record.late_incident_id, record.absent_incident_id, record.recorded_by, record.recorded_at, record.rev,
    )  # fmt: skip


def _record(row: tuple[Any, ...]) -> Attendance:
    """Return the record that a row of ATTENDANCE.select holds: its columns stand in the order of Attendance's."""
    key, who, day, late, early, absent, *rest = row
    return Attendance(key, who, day_of(day), late, early, absent == 1, *rest)
