"""The sheets of an intake workbook about shifts, roster, leave, swaps and attendance, in the order they lean on."""

from collections.abc import Mapping, Sequence
from datetime import date

from csdesk.core.employee import Employee
from csdesk.core.incidents import problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import fold_code
from csdesk.desk.intake_attendance import AttendanceSheet
from csdesk.desk.intake_duty_plan import DutyPlan
from csdesk.desk.intake_ground import Ground, column_of
from csdesk.desk.intake_leave import LeaveSheet
from csdesk.desk.intake_roster import RosterSheets
from csdesk.desk.intake_shifts import ShiftSheet
from csdesk.desk.intake_swaps import SwapSheet
from csdesk.render.intake_rows import PartialRow, Row, SheetKind
from csdesk.render.intake_words import is_rest

KINDS = frozenset({SheetKind.SHIFTS, SheetKind.ROSTER, SheetKind.SWAPS, SheetKind.LEAVE, SheetKind.ATTENDANCE})


class DutySheets:
    """What the sheets say, judged one after the other; only what is without fault is kept."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._shifts = ShiftSheet(ground)
        self._roster = RosterSheets(ground, self._shifts)
        self._leave = LeaveSheet(ground, self._shifts, self._roster)
        self._swaps = SwapSheet(ground, self._shifts, self._roster, self._leave)
        self._attendance = AttendanceSheet(ground, self._shifts, self._roster, self._leave)

    def check(self) -> None:
        """Check all of them; first the rows that could not be read whole, which leave gaps in what the others need."""
        for sheet in self._ground.reading.sheets:
            for row in sheet.partial if sheet.kind in KINDS else ():
                self._check_partial(sheet.kind, row)
        self._shifts.check()
        self._roster.check()
        self._leave.check()
        self._swaps.check()
        self._attendance.check(self._swaps.all)

    def plan(self) -> DutyPlan:
        """Return what is to be written."""
        return DutyPlan(
            self._shifts.new,
            self._shifts.changed,
            self._roster.cells,
            (*self._roster.new, *self._roster.changed),
            self._leave.new,
            self._swaps.new,
            self._attendance.new,
            self._attendance.changed,
            (*self._shifts.unchanged, *self._roster.unchanged, *self._attendance.unchanged),
        )

    @property
    def new(self) -> Sequence[Row]:
        """The rows that add something."""
        plan = self.plan()
        pairs = (*plan.new_shifts, *plan.leaves, *plan.swaps, *plan.new_attendance)
        return [*self._roster.new, *(row for _, row in pairs)]

    @property
    def changed(self) -> Sequence[Row]:
        """The rows that change what is on file."""
        plan = self.plan()
        return [*self._roster.changed, *(row for _, row in (*plan.changed_shifts, *plan.changed_attendance))]

    def _check_partial(self, kind: SheetKind, row: PartialRow) -> None:
        """Say what else is wrong with a row that has a fault already, so that nobody has to mend it twice."""
        values, ground = row.values, self._ground
        people = [self._person(row, field) for field in ("number", "number_a", "number_b") if field in values]
        day = values.get("date")
        problems: list[Problem] = []
        if isinstance(day, date):
            problems = problems_of_employment(people[0] if people else None, day)
            problems += ground.problems_of_reach("day", day)
            if Month.of(day) in ground.basis.closed:
                problems.append(Problem.at("day", "month.closed", month=Month.of(day)))
        ground.report(row.where, [one for one in problems if column_of(one.field) not in row.at_fault])
        if kind is SheetKind.ROSTER:
            self._roster.note_partial(row, people[0] if people else None)
            self._check_code(values, row)

    def _person(self, row: PartialRow, field: str) -> Employee | None:
        return self._ground.employee(row.where, str(row.values[field]), field)

    def _check_code(self, values: Mapping[str, object], row: PartialRow) -> None:
        code = str(values.get("shift", ""))
        known = self._shifts.knows(code) or fold_code(code) in self._shifts.named
        if not known and not is_rest(code):
            self._ground.faults.append(row.where.fault("shift", "shift.unknown", code=code))
