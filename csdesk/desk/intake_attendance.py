"""The sheet Attendance of an intake workbook: it stands in the register; entries of the log are left to the lead."""

from csdesk.core.attendance import Attendance, AttendanceFacts, judge_attendance
from csdesk.core.cells import Cells, works
from csdesk.core.employee import Employee
from csdesk.core.swap import Swap
from csdesk.core.swaps import applied
from csdesk.desk.intake_ground import Ground
from csdesk.desk.intake_leave import LeaveSheet
from csdesk.desk.intake_roster import RosterSheets
from csdesk.desk.intake_shifts import ShiftSheet
from csdesk.render.intake_rows import AttendanceRow, SheetKind
from csdesk.store.ids import new_id


class AttendanceSheet:
    """What the sheet says of people's days. new, changed: records as they will stand."""

    def __init__(self, ground: Ground, shifts: ShiftSheet, roster: RosterSheets, leave: LeaveSheet) -> None:
        self.new: list[tuple[Attendance, AttendanceRow]] = []
        self.changed: list[tuple[Attendance, AttendanceRow]] = []
        self.unchanged: list[AttendanceRow] = []
        self._ground = ground
        self._shifts = shifts
        self._roster = roster
        self._leave = leave
        self._on_file = {(record.employee_id, record.day): record for record in ground.basis.duty.attendance}

    def check(self, swaps: list[Swap]) -> None:
        """Check every row. swaps: all of them, those of the workbook too."""
        rows = self._ground.fresh(AttendanceRow)
        worked = applied(self._roster.planned, swaps) if rows else {}
        for row in rows:
            if self._ground.stands_twice(SheetKind.ATTENDANCE, row.where, row.date, row.number):
                continue
            employee = self._ground.employee(row.where, row.number)
            if employee is not None:
                self._check_record(row, employee, worked)

    def _check_record(self, row: AttendanceRow, employee: Employee, worked: Cells) -> None:
        before = self._on_file.get((employee.id, row.date))
        id = before.id if before is not None else new_id()
        record = Attendance(id, employee.id, row.date, row.late or 0, row.early or 0, bool(row.absent))
        if before is not None:
            record = record._replace(note=before.note)
        shifts = {shift.id: shift for shift in self._shifts.by_code.values()}
        facts = AttendanceFacts(
            employee=employee,
            works=works(worked, shifts, employee.id, row.date, row.date),
            leaves=self._leave.all,
            closed=self._ground.basis.closed,
            today=self._ground.basis.today,
            before=before,
            standing=self._ground.basis.duty.standing,
        )
        judged = judge_attendance(record, facts)
        if not isinstance(judged, Attendance):
            hidden = {"attendance.no-shift"} if self._roster.is_unclear((employee.id, row.date)) else set()
            self._ground.report(row.where, [one for one in judged if one.code not in hidden])
        elif before is None:
            self.new.append((judged, row))
        elif (before.late, before.early, before.absent) == (judged.late, judged.early, judged.absent):
            self.unchanged.append(row)
        else:
            self.changed.append((judged, row))
