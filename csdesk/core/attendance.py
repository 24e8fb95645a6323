"""Attendance: who was late, left early or was absent, and what follows for log and pay. Source: handbook shifts, pay.

A day is filled in by exception: whoever has a shift and no record, or an empty one, was present.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from csdesk.core.cells import Work
from csdesk.core.employee import Employee
from csdesk.core.incidents import NOTE_LIMIT, Draft, Incident
from csdesk.core.leave import Leave
from csdesk.core.leaves import leave_of
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import LatePay, Proposals
from csdesk.core.standing import standing

MINUTES_LIMIT = 12 * 60
"""How late somebody may come, or how early leave; beyond it they were absent."""

_FEN = Decimal("0.01")


class Attendance(NamedTuple):
    """What is on file of one person's day.

    late, early: minutes, 0 where there were none. late_incident_id: of the entry that being late or leaving early led
    to. absent_incident_id: of the one that the absence led to. recorded_at: ISO text in UTC.
    """

    id: str
    employee_id: str
    day: date
    late: int = 0
    early: int = 0
    absent: bool = False
    note: str = ""
    late_incident_id: str | None = None
    absent_incident_id: str | None = None
    recorded_by: str = ""
    recorded_at: str = ""
    rev: int = 0

    @property
    def is_present(self) -> bool:
        """Whether the person was there from beginning to end."""
        return not (self.late or self.early or self.absent)

    @property
    def is_short(self) -> bool:
        """Whether the person came late or left early."""
        return bool(self.late or self.early)


class AttendanceFacts(NamedTuple):
    """What a record of somebody's day is judged by.

    employee: None if there is no such person. works: the person's shifts of the day, as worked. leaves: the person's.
    before: what is on file, None where nothing is. standing: ids of the entries that stand; see `core.standing`.
    """

    employee: Employee | None
    works: Sequence[Work]
    leaves: Sequence[Leave]
    closed: Collection[Month]
    today: date
    before: Attendance | None = None
    standing: Collection[str] = ()


def judge_attendance(record: Attendance, facts: AttendanceFacts) -> Attendance | list[Problem]:
    """Return what is to be kept of somebody's day, or everything that is wrong with it.

    record: as a person filled it in; what is on file of it beside that comes from `facts.before`.
    """
    problems = _problems_of_fields(record)
    if facts.employee is None:
        return [Problem.at("employee", "employee.unknown"), *problems]
    if record.day > facts.today:
        problems.append(Problem.at("day", "attendance.future", day=record.day))
    if Month.of(record.day) in facts.closed:
        problems.append(Problem.at("day", "month.closed", month=Month.of(record.day)))
    if not record.is_present:
        problems += _problems_of_duty(record, facts, facts.employee)
    problems += _problems_of_entries(record, facts)
    if problems:
        return problems
    kept = record._replace(note=record.note.strip())
    before = facts.before
    return kept if before is None else kept._replace(
        id=before.id, late_incident_id=before.late_incident_id, absent_incident_id=before.absent_incident_id,
        rev=before.rev,
    )  # fmt: skip


def _problems_of_fields(record: Attendance) -> list[Problem]:
    problems = [
        Problem.at(field, "attendance.minutes-outside", limit=MINUTES_LIMIT)
        for field, minutes in (("late", record.late), ("early", record.early))
        if not 0 <= minutes <= MINUTES_LIMIT
    ]
    if record.absent and record.is_short:
        problems.append(Problem.at("absent", "attendance.absent-and-short"))
    if len(record.note) > NOTE_LIMIT:
        problems.append(Problem.at("note", "note.too-long", length=len(record.note), limit=NOTE_LIMIT))
    return problems


def _problems_of_duty(record: Attendance, facts: AttendanceFacts, employee: Employee) -> list[Problem]:
    if not facts.works:
        return [Problem.at("day", "attendance.no-shift", name=employee.name, day=record.day)]
    if leave_of(record.employee_id, record.day, facts.leaves) is not None:
        return [Problem.at("day", "attendance.on-leave", name=employee.name, day=record.day)]
    return []


def _problems_of_entries(record: Attendance, facts: AttendanceFacts) -> list[Problem]:
    """What led to an entry that stands cannot be taken back without it."""
    before = facts.before
    if before is None:
        return []
    problems = []
    if before.is_short and not record.is_short and before.late_incident_id in facts.standing:
        problems.append(Problem.at("late" if before.late else "early", "attendance.entry-stands"))
    if before.absent and not record.absent and before.absent_incident_id in facts.standing:
        problems.append(Problem.at("absent", "attendance.entry-stands"))
    return problems


def proposed(
    record: Attendance,
    works: Sequence[Work],
    leaves: Sequence[Leave],
    codes: Proposals,
    entries: Sequence[Incident],
) -> Draft | None:
    """Return the entry that somebody's day leads to, None where the log holds it already; the lead chooses points.

    works: the person's shifts of the day as worked, by their beginning. Whoever gave the shift away owes nothing, and
    nor does who is on leave. entries: the person's of the month, void ones included. time: when a late person came,
    or one who was not late left.
    """
    if record.is_present or not works or leave_of(record.employee_id, record.day, leaves) is not None:
        return None
    code, link = (codes.absent, record.absent_incident_id) if record.absent else (codes.late, record.late_incident_id)
    # Somebody may have logged it without a look at the attendance.
    if link in standing(entries) or any(
        entry.code == code and entry.day == record.day and not entry.is_void for entry in entries
    ):
        return None
    moment = None if record.absent else _moment(record, works).time()
    return Draft(record.employee_id, record.day, code, time=moment, note=record.note)


def _moment(record: Attendance, works: Sequence[Work]) -> datetime:
    if record.late:
        return works[0].begins + timedelta(minutes=record.late)
    return max(work.ends for work in works) - timedelta(minutes=record.early)


class LateWage(NamedTuple):
    """What somebody's late arrivals of a month cost. amount: yuan to deduct, None where no base salary is on file."""

    employee: Employee
    lates: int
    percent: int
    amount: Decimal | None


def late_percent(lates: int, rule: LatePay) -> int:
    """Return how many per cent of the base salary so many late arrivals of one month cost."""
    beyond = max(lates - rule.first, 0)
    return (lates - beyond) * rule.percent + beyond * rule.beyond_percent


def late_pay(base_salary: Decimal, lates: int, rule: LatePay) -> Decimal:
    """Return what so many late arrivals of one month cost, in yuan to deduct.

    base_salary: yuan a month. Exact, rounded half up to 0.01 at the end only. Source: handbook pay, S5 attendance.
    """
    return (base_salary * late_percent(lates, rule) / 100).quantize(_FEN, ROUND_HALF_UP)


def late_wages(employees: Sequence[Employee], records: Sequence[Attendance], rule: LatePay) -> list[LateWage]:
    """Return what the late arrivals of a month cost each who came late, in the order of `employees`.

    records: of that month alone. Leaving early is no late arrival.
    """
    lates = dict.fromkeys((employee.id for employee in employees), 0)
    for record in records:
        lates[record.employee_id] += record.late > 0
    return [
        LateWage(
            employee, count, late_percent(count, rule),
            None if employee.base_salary is None else late_pay(employee.base_salary, count, rule),
        )
        for employee in employees
        if (count := lates[employee.id])
    ]  # fmt: skip
