"""The sheet Leave of an intake workbook: a record of what was asked for and decided, often long past."""

from csdesk.core.leave import Leave, LeaveState
from csdesk.core.leaves import LeaveDraft, LeaveFacts, judge_leave
from csdesk.core.swaps import applied
from csdesk.desk.intake_ground import Ground
from csdesk.desk.intake_roster import RosterSheets
from csdesk.desk.intake_shifts import ShiftSheet
from csdesk.render.intake_rows import LeaveRow
from csdesk.store.ids import new_id

_STATES = {None: LeaveState.ASKED, True: LeaveState.APPROVED, False: LeaveState.REFUSED}


class LeaveSheet:
    """What the sheet says of leave. all: what is on file and what the sheet adds to it."""

    def __init__(self, ground: Ground, shifts: ShiftSheet, roster: RosterSheets) -> None:
        self.new: list[tuple[Leave, LeaveRow]] = []
        self.all = list(ground.basis.duty.leaves)
        self._ground = ground
        self._shifts = shifts
        self._roster = roster

    def check(self) -> None:
        """Check every row."""
        rows = self._ground.fresh(LeaveRow)
        worked = applied(self._roster.planned, self._ground.basis.duty.swaps) if rows else {}
        shifts = {shift.id: shift for shift in self._shifts.by_code.values()}
        duty = self._ground.basis.duty
        for row in rows:
            employee = self._ground.employee(row.where, row.number)
            if employee is None:
                continue
            state = _STATES[row.approved]
            is_open = state is not LeaveState.REFUSED
            facts = LeaveFacts(
                employee=employee,
                leaves=self.all if is_open else (),
                cells=worked if is_open else {},
                shifts=shifts,
                swaps=duty.swaps if is_open else (),
                calendar=duty.calendar,
                closed=self._ground.basis.closed,
                emergency_minutes=0,  # nobody called: whoever keeps a workbook writes down what was decided
                now=None,
            )
            draft = LeaveDraft(employee.id, row.from_, row.to, row.type)
            leave = judge_leave(draft, facts, id=new_id(), state=state)
            problems = self._ground.problems_of_reach("last", row.to)
            if isinstance(leave, Leave) and not problems:
                self.all.append(leave)
                self.new.append((leave, row))
            else:
                found = problems if isinstance(leave, Leave) else [*problems, *leave]
                self._ground.report(row.where, found)
