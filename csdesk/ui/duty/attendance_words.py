"""How a day of attendance is said: what somebody filled in, leave, and what became of it in the log."""

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QObject

from csdesk.core.attendance import Attendance
from csdesk.core.leave import Leave, LeaveType
from csdesk.desk.attendance import AttendanceRow

BETWEEN = " · "


class Filled(NamedTuple):
    """What is filled in of a row: minutes late and left early, absent, a note."""

    late: int = 0
    early: int = 0
    absent: bool = False
    note: str = ""

    @classmethod
    def of(cls, row: AttendanceRow) -> "Filled":
        """Return what is on file of a row."""
        record = row.attendance
        return cls() if record is None else cls(record.late, record.early, record.absent, record.note)


class AttendanceWords(QObject):
    """Says it, in the language of the moment."""

    def leave(self, leave: Leave) -> str:
        """Return somebody's leave of the day."""
        kinds = {
            LeaveType.ANNUAL: self.tr("Annual leave"),
            LeaveType.SICK: self.tr("Sick leave"),
            LeaveType.PERSONAL: self.tr("Personal leave"),
            LeaveType.OTHER: self.tr("Other leave"),
        }
        if leave.hours is None:
            return kinds[leave.type]
        return self.tr("{leave}, {hours} h").format(leave=kinds[leave.type], hours=f"{leave.hours.normalize():f}")

    def deeds(self, record: Attendance) -> str:
        """Return what a record tells of, "" of somebody who was there all the time."""
        if record.absent:
            return self.tr("Absent")
        parts = []
        if record.late:
            parts.append(self.tr("{minutes} min late").format(minutes=record.late))
        if record.early:
            parts.append(self.tr("left {minutes} min early").format(minutes=record.early))
        said = BETWEEN.join(parts)
        return said[:1].upper() + said[1:]

    def state(self, row: AttendanceRow, waiting: Collection[str], logged: Collection[str]) -> str:
        """Return how somebody's day stands.

        waiting: ids of the people whose entry is still to be confirmed. logged: of those whose entry stands.
        """
        parts = []
        if row.leave is not None:
            parts.append(self.leave(row.leave))
        record = row.attendance
        if record is not None and not record.is_present:
            parts.append(self._short(record))
        elif row.leave is None or row.leave.hours is not None:
            parts.append(self.tr("Present") if row.shifts else self.tr("No shift any more"))
        if row.employee.id in waiting:
            parts.append(self.tr("to log"))
        elif row.employee.id in logged:
            parts.append(self.tr("logged"))
        return BETWEEN.join(parts)

    def _short(self, record: Attendance) -> str:
        if record.absent:
            return self.tr("Absent")
        if record.late and record.early:
            return self.tr("Late, left early")
        return self.tr("Late") if record.late else self.tr("Left early")
