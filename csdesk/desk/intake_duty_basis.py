"""Reads from the file what the sheets of shifts, roster, swaps, leave and attendance are checked against."""

from collections.abc import Iterator
from datetime import date

from csdesk.core.attendance import Attendance
from csdesk.core.days import Calendar
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift, changed_time, fold_code
from csdesk.core.standing import standing
from csdesk.desk.calendar import OfficeCalendar, load
from csdesk.desk.intake_duty_plan import DutyBasis
from csdesk.desk.intake_ground import last_day_in_reach
from csdesk.desk.intake_shifts import draft_of
from csdesk.desk.session import Session
from csdesk.desk.shift_rules import AdoptedShiftRules
from csdesk.desk.shifts_used import times_stand
from csdesk.render.intake_rows import AttendanceRow, IntakeReading, LeaveRow, RosterRow, ShiftRow, SwapRow

_FIRST = date(2001, 1, 1)
"""No team has a roster from before; an older day in a workbook is a slip of the pen, and before anybody's hire date."""


def duty_basis(session: Session, reading: IntakeReading, today: date) -> DutyBasis:
    """Return how shifts and roster stand around the days of `reading`; nothing where it has no such sheet."""
    if not any(reading.rows(kind) for kind in (ShiftRow, RosterRow, SwapRow, LeaveRow, AttendanceRow)):
        return DutyBasis()
    store = session.store
    first, last = _span(reading, today)
    shifts, attendance = store.shifts.all(), _attendance(session, reading)
    needs_calendar = _needs_calendar(reading)
    return DutyBasis(
        shifts=shifts,
        times_stand=_times_stand(session, reading, shifts),
        planned=store.roster.between(first, last),
        swaps=store.swaps.all(),
        leaves=store.leaves.open_between(first, last),
        attendance=attendance,
        standing=_standing(session, attendance),
        rules=AdoptedShiftRules(session).versions().versions if reading.rows(SwapRow) else (),
        days_set=store.special_days.all() if needs_calendar else (),
        calendar=OfficeCalendar(session).of(first, last) if needs_calendar else Calendar({}, 0),
    )


def prepare(reading: IntakeReading, today: date) -> None:
    """Load the holidays that `duty_basis` will ask for: it takes its time, and may be done in any thread."""
    if _needs_calendar(reading):
        load(*_span(reading, today))


def _needs_calendar(reading: IntakeReading) -> bool:
    return bool(reading.rows(SwapRow) or reading.rows(LeaveRow))


def _span(reading: IntakeReading, today: date) -> tuple[date, date]:
    """Return the first and the last day of the months around the rows' days; impossible days are left out."""
    days = [day for day in _days(reading) if _FIRST <= day <= last_day_in_reach(today)] or [today]
    return Month.of(min(days)).previous.first, Month.of(max(days)).next.last


def _days(reading: IntakeReading) -> Iterator[date]:
    """Yield every day that a row of the sheets is about."""
    yield from (row.date for row in reading.rows(RosterRow))
    yield from (row.date for row in reading.rows(AttendanceRow))
    for swap in reading.rows(SwapRow):
        yield from (day for day in (swap.day_a, swap.day_b) if day is not None)
    for leave in reading.rows(LeaveRow):
        yield from (leave.from_, leave.to)


def _times_stand(session: Session, reading: IntakeReading, shifts: list[Shift]) -> dict[str, Problem]:
    by_code = {fold_code(shift.code): shift for shift in shifts}
    stand = {}
    for row in reading.rows(ShiftRow):
        on_file = by_code.get(fold_code(row.code))
        if on_file is not None and changed_time(on_file, draft_of(row, on_file)) is not None:
            problem = times_stand(session.store, on_file)
            if problem is not None:
                stand[on_file.id] = problem
    return stand


def _attendance(session: Session, reading: IntakeReading) -> list[Attendance]:
    months = sorted({Month.of(row.date) for row in reading.rows(AttendanceRow)})
    return [record for month in months for record in session.store.attendance.in_month(month)]


def _standing(session: Session, records: list[Attendance]) -> frozenset[str]:
    """Return which of the entries that records led to stand."""
    led = [record for record in records if record.late_incident_id or record.absent_incident_id]
    cases = sorted({(record.employee_id, Month.of(record.day)) for record in led})
    return standing(
        incident
        for employee_id, month in cases
        for incident in session.store.incidents.of_employee(employee_id, month, with_void=True)
    )
