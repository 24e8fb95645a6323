"""What the sheets of shifts, roster, swaps, leave and attendance are checked against, and what they will write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from csdesk.core.attendance import Attendance
from csdesk.core.cells import Cells
from csdesk.core.days import Calendar
from csdesk.core.leave import Leave
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap
from csdesk.render.intake_rows import AttendanceRow, LeaveRow, RosterRow, ShiftRow, SwapRow
from csdesk.store.special_days import DaySet


@dataclass(frozen=True, slots=True)
class DutyBasis:
    """How shifts and roster stand on file; values only.

    shifts: the retired ones too. times_stand: why the times of those of which the workbook says others cannot change,
    by id. planned, leaves, attendance: around the workbook's days. swaps: the whole register.
    standing: ids of the entries of the log that stand, of those that attendance led to. days_set: by hand; beside
    them the calendar holds what the notices say, which nobody changes.
    """

    shifts: Sequence[Shift] = ()
    times_stand: Mapping[str, Problem] = field(default_factory=dict)
    planned: Cells = field(default_factory=dict)
    swaps: Sequence[Swap] = ()
    leaves: Sequence[Leave] = ()
    attendance: Sequence[Attendance] = ()
    standing: frozenset[str] = frozenset()
    rules: Sequence[ShiftRules] = ()
    days_set: Sequence[DaySet] = ()
    calendar: Calendar = field(default_factory=lambda: Calendar({}, 0), compare=False)


@dataclass(frozen=True, slots=True)
class DutyPlan:
    """What an import will write of shifts and roster.

    cells: of the roster as planned, by day; roster_rows: the rows that say so. unchanged: rows that say what stands.
    """

    new_shifts: Sequence[tuple[Shift, ShiftRow]] = ()
    changed_shifts: Sequence[tuple[Shift, ShiftRow]] = ()
    cells: Cells = field(default_factory=dict)
    roster_rows: Sequence[RosterRow] = ()
    leaves: Sequence[tuple[Leave, LeaveRow]] = ()
    swaps: Sequence[tuple[Swap, SwapRow]] = ()
    new_attendance: Sequence[tuple[Attendance, AttendanceRow]] = ()
    changed_attendance: Sequence[tuple[Attendance, AttendanceRow]] = ()
    unchanged: Sequence[ShiftRow | RosterRow | AttendanceRow] = ()

    @property
    def rows(self) -> list[ShiftRow | RosterRow | LeaveRow | SwapRow | AttendanceRow]:
        """Every row whose identity is to be remembered."""
        return [
            *self.unchanged,
            *(row for _, row in (*self.new_shifts, *self.changed_shifts)),
            *self.roster_rows,
            *(row for _, row in self.leaves),
            *(row for _, row in self.swaps),
            *(row for _, row in (*self.new_attendance, *self.changed_attendance)),
        ]
