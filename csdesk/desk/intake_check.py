"""Whether an intake workbook fits the team's file: pure, so that it can run beside the window.

Source: design, interfaces (intake workbook); handbook points.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

from csdesk.core.appraisal import SkillTest, Workload
from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Judged, check_reason, judge, problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.staff import PersonDraft, judge_person, problems_of_closed_months
from csdesk.desk.intake_plan import Basis, IntakeCheck, Plan, SheetCount
from csdesk.desk.months import problems_of_adjustment
from csdesk.render.intake_rows import (
    AdjustmentRow,
    ComplaintRow,
    Fault,
    IncidentRow,
    IntakeReading,
    PartialRow,
    Row,
    SheetKind,
    StaffRow,
    TestRow,
    Where,
    WorkloadRow,
)
from csdesk.store.ids import new_id

__all__ = ["Basis", "IntakeCheck", "Plan", "SheetCount", "check_intake"]

R = TypeVar("R", bound=Row)


def check_intake(reading: IntakeReading, basis: Basis) -> IntakeCheck:
    """Return what importing `reading` would do, and every fault that stands in the way."""
    checker = _Checker(reading, basis)
    checker.check()
    plan = checker.plan()
    return IntakeCheck(
        file_name=reading.file_name,
        faults=tuple(sorted((*reading.faults, *checker.faults), key=_place(reading))),
        counts=checker.counts(),
        unread=reading.unread,
        unknown=reading.unknown,
        skipped=tuple((sheet.title, column) for sheet in reading.sheets for column in sheet.unknown_columns),
        plan=plan,
    )


def _place(reading: IntakeReading) -> Callable[[Fault], tuple[int, int, str]]:
    order = {sheet.title: index for index, sheet in enumerate(reading.sheets)}

    def place(fault: Fault) -> tuple[int, int, str]:
        digits = "".join(c for c in fault.cell.split(":")[0] if c.isdigit())
        return order.get(fault.sheet, -1), int(digits or 0), fault.cell

    return place


# The columns that a draft's fields come from.
_COLUMN = {"employee": "number", "day": "date", "month": "month"}
# Problems that are told in the workbook's words.
_CODE = {
    "employee.unknown": "number.unknown",
    "rule.unknown": "code.unknown",
    "rule.automatic": "code.automatic",
}


class _Once(NamedTuple):
    """What may stand only once in a sheet. code: of the fault. key: the fields, the one to point at first."""

    code: str
    key: tuple[str, ...]


_ONCE = {
    SheetKind.STAFF: _Once("number.duplicate", ("number",)),
    SheetKind.ADJUSTMENTS: _Once("adjustment.duplicate", ("month", "number")),
    SheetKind.WORKLOAD: _Once("workload.duplicate", ("month", "number")),
}


class _Checker:
    """Goes through the sheets once, in the order in which they lean on each other."""

    def __init__(self, reading: IntakeReading, basis: Basis) -> None:
        self.reading = reading
        self.basis = basis
        self.faults: list[Fault] = []
        self.people = {employee.number: employee for employee in basis.employees}
        staff = reading.sheet(SheetKind.STAFF)
        # A number whose own row is at fault is not unknown; its fault is told once, where it stands.
        self.half_known = staff.numbers if staff is not None else frozenset()
        self.new_people: list[tuple[Employee, StaffRow]] = []
        self.changed_people: list[tuple[Employee, StaffRow]] = []
        self.unchanged_people: list[StaffRow] = []
        self.incidents: list[tuple[Draft, Judged, IncidentRow]] = []
        self.adjustments: list[tuple[str, AdjustmentRow]] = []
        self.tests: list[tuple[SkillTest, TestRow]] = []
        self.workloads: list[tuple[Workload, WorkloadRow]] = []
        self.complaints: list[tuple[str | None, ComplaintRow]] = []
        self._changed: dict[type[Row], int] = {}
        self._firsts = {kind: self._firsts_of(kind) for kind in _ONCE}

    def check(self) -> None:
        self._check_staff()
        for incident in self._fresh(IncidentRow):
            self._check_incident(incident)
        self._check_adjustments()
        for test in self._fresh(TestRow):
            self._check_test(test)
        self._check_workloads()
        for complaint in self._fresh(ComplaintRow):
            self._check_complaint(complaint)
        for sheet in self.reading.sheets:
            for row in sheet.partial:
                self._check_partial(sheet.kind, row)

    def plan(self) -> Plan:
        return Plan(
            self.reading,
            self.basis,
            self.new_people,
            self.changed_people,
            self.incidents,
            self.adjustments,
            self.tests,
            self.workloads,
            self.complaints,
            self.unchanged_people,
        )

    def counts(self) -> tuple[SheetCount, ...]:
        new = {
            SheetKind.STAFF: len(self.new_people),
            SheetKind.INCIDENTS: len(self.incidents),
            SheetKind.ADJUSTMENTS: len(self.adjustments),
            SheetKind.TESTS: len(self.tests),
            SheetKind.WORKLOAD: len(self.workloads) - self._changed.get(WorkloadRow, 0),
            SheetKind.COMPLAINTS: len(self.complaints),
        }
        changed = {
            SheetKind.STAFF: len(self.changed_people),
            SheetKind.WORKLOAD: self._changed.get(WorkloadRow, 0),
        }
        return tuple(
            SheetCount(
                sheet.kind,
                sheet.title,
                new[sheet.kind],
                changed.get(sheet.kind, 0),
                sum(row.digest in self.basis.known for row in sheet.rows)
                + (len(self.unchanged_people) if sheet.kind is SheetKind.STAFF else 0),
            )
            for sheet in self.reading.sheets
        )

    def _fresh(self, kind: type[R]) -> list[R]:
        """Return the rows that were not imported before; a row that stands twice is a fault and taken once."""
        seen: dict[str, Where] = {}
        fresh = []
        for row in self.reading.rows(kind):
            first = seen.get(row.digest)
            if first is not None:
                self.faults.append(row.where.fault("", "row.duplicate", cell=first.line))
            elif row.digest not in self.basis.known:
                fresh.append(row)
            seen.setdefault(row.digest, row.where)
        return fresh

    def _firsts_of(self, kind: SheetKind) -> dict[tuple[object, ...], Where]:
        """Return where each key stands first in a sheet, rows with faults and rows imported before included."""
        sheet = self.reading.sheet(kind)
        if sheet is None:
            return {}
        names = _ONCE[kind].key
        keys = [(row.where, tuple([getattr(row, name) for name in names])) for row in sheet.rows]
        keys += [(row.where, tuple([row.values.get(name) for name in names])) for row in sheet.partial]
        firsts: dict[tuple[object, ...], Where] = {}
        for where, key in sorted(keys, key=lambda pair: pair[0].row):
            firsts.setdefault(key, where)
        return firsts

    def _stands_twice(self, kind: SheetKind, where: Where, *key: Detail) -> bool:
        """Return whether the key of a row stood in its sheet before, and say so."""
        first = self._firsts[kind][key]
        if first == where:
            return False
        once = _ONCE[kind]
        cell = first.cell(once.key[0]) if len(key) == 1 else first.line
        self.faults.append(where.fault(once.key[0], once.code, **{once.key[0]: key[0]}, cell=cell))
        return True

    def _check_staff(self) -> None:
        for row in self._fresh(StaffRow):
            if not self._stands_twice(SheetKind.STAFF, row.where, row.number):
                self._check_person(row)

    def _check_person(self, row: StaffRow) -> None:
        on_file = self.people.get(row.number)
        draft = _person_draft(row, on_file)
        id, rev = (on_file.id, on_file.rev) if on_file is not None else (new_id(), 0)
        employee = judge_person(draft, {}, id=id, rev=rev)
        if not isinstance(employee, Employee):
            self._report(row.where, employee)
            return
        if on_file is not None:
            problems = problems_of_closed_months(on_file, employee, self.basis.closed, self.basis.rulebooks)
            if problems:
                self._report(row.where, problems)
                return
        self.people[row.number] = employee
        if on_file is None:
            self.new_people.append((employee, row))
        elif employee != on_file:
            self.changed_people.append((employee, row))
        else:
            self.unchanged_people.append(row)

    def _check_incident(self, row: IncidentRow) -> None:
        employee = self._employee(row.where, row.number)
        draft = Draft(
            employee_id=employee.id if employee is not None else "",
            day=row.date,
            code=row.code,
            time=row.time,
            points=row.points,
            minutes=row.minutes,
            count=row.count,
            note=row.note,
        )
        judged = judge(draft, employee, self.basis.rulebooks, today=self.basis.today, closed=self.basis.closed)
        if isinstance(judged, Judged):
            self.incidents.append((draft, judged, row))
        else:
            self._report(row.where, [problem for problem in judged if problem.code != "employee.unknown"])

    def _check_adjustments(self) -> None:
        for row in self._fresh(AdjustmentRow):
            if not self._stands_twice(SheetKind.ADJUSTMENTS, row.where, row.month, row.number):
                self._check_adjustment(row)

    def _check_adjustment(self, row: AdjustmentRow) -> None:
        problems = check_reason(row.reason) + self._problems_of_month(row.month)
        rulebook = self.basis.rulebooks.on(row.month.last)
        if rulebook is not None:
            problems += problems_of_adjustment(row.points, rulebook)
        employee = self._employee(row.where, row.number)
        if employee is not None:
            if rulebook is not None and not rulebook.month.appraises(employee, row.month):
                problems.append(Problem.at("number", "person.not-appraised", name=employee.name, month=row.month))
            if (employee.id, row.month) in self.basis.adjusted:
                points = self.basis.adjusted[employee.id, row.month].points
                problems.append(Problem.at("month", "adjustment.on-file", month=row.month, points=points))
        self._report(row.where, problems)
        if employee is not None and not problems:
            self.adjustments.append((employee.id, row))

    def _check_test(self, row: TestRow) -> None:
        problems = self._problems_of_day(row.date)
        if row.full <= 0:
            problems.append(Problem.at("full", "full.outside"))
        elif not 0 <= row.score <= row.full:
            problems.append(Problem.at("score", "score.outside", score=f"{row.score:f}", full=f"{row.full:f}"))
        employee = self._employee(row.where, row.number)
        problems += problems_of_employment(employee, row.date)
        self._report(row.where, problems)
        if employee is not None and not problems:
            self.tests.append((SkillTest(new_id(), employee.id, row.date, row.score, row.full), row))

    def _check_workloads(self) -> None:
        for row in self._fresh(WorkloadRow):
            if not self._stands_twice(SheetKind.WORKLOAD, row.where, row.month, row.number):
                self._check_workload(row)

    def _check_workload(self, row: WorkloadRow) -> None:
        problems = self._problems_of_month(row.month)
        employee = self._employee(row.where, row.number)
        if employee is not None and not employee.employed_in(row.month):
            problems.append(Problem.at("month", "month.not-employed", name=employee.name, month=row.month))
        self._report(row.where, problems)
        if employee is None or problems:
            return
        on_file = self.basis.figures.get((employee.id, row.month))
        if on_file is not None:
            self._changed[WorkloadRow] = self._changed.get(WorkloadRow, 0) + 1
        id = on_file.id if on_file is not None else new_id()
        self.workloads.append((Workload(id, employee.id, row.month, row.workload, row.quality), row))

    def _check_complaint(self, row: ComplaintRow) -> None:
        employee = self._employee(row.where, row.number) if row.number else None
        problems = self._problems_of_receipt(row.received, employee)
        if row.closed is not None and row.closed < row.received:
            problems.append(Problem.at("closed", "closed.before-received", received=row.received, closed=row.closed))
        if row.closed is not None and row.closed > self.basis.today:
            problems.append(Problem.at("closed", "day.future", day=row.closed))
        self._report(row.where, problems)
        if not problems and (employee is not None or not row.number):
            self.complaints.append((employee.id if employee is not None else None, row))

    def _check_partial(self, kind: SheetKind, row: PartialRow) -> None:
        """Say what else is wrong with a row that has a fault already, so that nobody has to mend it twice."""
        values = row.values
        if kind in _ONCE and all(name in values for name in _ONCE[kind].key):
            self._stands_twice(kind, row.where, *[cast(Detail, values[name]) for name in _ONCE[kind].key])
        if kind is SheetKind.STAFF:
            return
        number, month = values.get("number"), values.get("month")
        employee = self._employee(row.where, number) if isinstance(number, str) else None
        problems = self._problems_of_month(month) if isinstance(month, Month) else []
        if kind is SheetKind.INCIDENTS:
            problems += self._problems_of_entry(values, employee)
        elif isinstance(values.get("date"), date):
            day = cast(date, values["date"])
            problems += self._problems_of_day(day) + problems_of_employment(employee, day)
        elif isinstance(values.get("received"), date):
            problems += self._problems_of_receipt(cast(date, values["received"]), employee)
        self._report(row.where, [p for p in problems if _COLUMN.get(p.field, p.field) not in row.at_fault])

    def _problems_of_entry(self, values: Mapping[str, object], employee: Employee | None) -> list[Problem]:
        """Return what is wrong with an entry of which some fields could not be read; without its day nothing is."""
        if "date" not in values:
            return []
        given = cast(dict[str, Any], {name: value for name, value in values.items() if name not in {"date", "number"}})
        draft = Draft(employee_id="", day=cast(date, values["date"]), **{"code": "", **given})
        judged = judge(draft, employee, self.basis.rulebooks, today=self.basis.today, closed=self.basis.closed)
        return [] if isinstance(judged, Judged) else [p for p in judged if p.code != "employee.unknown"]

    def _employee(self, where: Where, number: str) -> Employee | None:
        employee = self.people.get(number)
        if employee is None and number not in self.half_known and SheetKind.STAFF not in self.reading.unreadable:
            self.faults.append(where.fault("number", "number.unknown", number=number))
        return employee

    def _problems_of_day(self, day: date) -> list[Problem]:
        problems = []
        if day > self.basis.today:
            problems.append(Problem.at("day", "day.future", day=day))
        if Month.of(day) in self.basis.closed:
            problems.append(Problem.at("day", "month.closed", month=Month.of(day)))
        return problems + self._problems_of_rulebook("day", day)

    def _problems_of_receipt(self, day: date, employee: Employee | None) -> list[Problem]:
        """Return what is wrong with the day on which a complaint was received; it may be after somebody left."""
        problems = self._problems_of_day(day)
        if employee is not None and day < employee.hired:
            problems += problems_of_employment(employee, day)
        return [replace(problem, field="received") for problem in problems]

    def _problems_of_month(self, month: Month) -> list[Problem]:
        problems = []
        if month.first > self.basis.today:
            problems.append(Problem.at("month", "month.future", month=month))
        if month in self.basis.closed:
            problems.append(Problem.at("month", "month.closed", month=month))
        return problems + self._problems_of_rulebook("month", month.last)

    def _problems_of_rulebook(self, field: str, day: date) -> list[Problem]:
        first = self.basis.rulebooks.first_day
        if first is None or day >= first:
            return []
        return [Problem.at(field, "rulebook.none", day=day, first=first)]

    def _report(self, where: Where, problems: Sequence[Problem]) -> None:
        for problem in problems:
            name = _COLUMN.get(problem.field, problem.field)
            self.faults.append(where.fault(name, _CODE.get(problem.code, problem.code), **problem.detail))


def _person_draft(row: StaffRow, on_file: Employee | None) -> PersonDraft:
    """Return what the row says; a column that the sheet does not have leaves what is on file."""
    draft = PersonDraft.of(on_file) if on_file is not None else PersonDraft()
    said = {name: getattr(row, name) for name in PersonDraft.__dataclass_fields__ if name in row.where.columns}
    return replace(draft, **said)
