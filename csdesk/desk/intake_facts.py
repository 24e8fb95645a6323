"""The sheets of an intake workbook that say what happened: entries, adjustments, tests, figures, complaints."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from csdesk.core.appraisal import SkillTest, Workload
from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Judged, check_reason, problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.reckoning import problem_of_appraising
from csdesk.desk.intake_ground import ONCE, Ground, column_of
from csdesk.desk.months import problems_of_adjustment
from csdesk.render.intake_rows import (
    AdjustmentRow,
    ComplaintRow,
    IncidentRow,
    PartialRow,
    SheetKind,
    TestRow,
    WorkloadRow,
)
from csdesk.store.ids import new_id


class FactSheets:
    """What the sheets say, judged one after the other; only what is without fault is kept.

    other_figures: how many of `workloads` take the place of figures on file.
    """

    def __init__(self, ground: Ground) -> None:
        self.incidents: list[tuple[Draft, Judged, IncidentRow]] = []
        self.adjustments: list[tuple[str, AdjustmentRow]] = []
        self.tests: list[tuple[SkillTest, TestRow]] = []
        self.workloads: list[tuple[Workload, WorkloadRow]] = []
        self.complaints: list[tuple[str | None, ComplaintRow]] = []
        self.other_figures = 0
        self._ground = ground

    def check(self) -> None:
        """Check all sheets in the workbook's order."""
        ground = self._ground
        for incident in ground.fresh(IncidentRow):
            self._check_incident(incident)
        for adjustment in ground.fresh(AdjustmentRow):
            if not ground.stands_twice(SheetKind.ADJUSTMENTS, adjustment.where, adjustment.month, adjustment.number):
                self._check_adjustment(adjustment)
        for test in ground.fresh(TestRow):
            self._check_test(test)
        for figures in ground.fresh(WorkloadRow):
            if not ground.stands_twice(SheetKind.WORKLOAD, figures.where, figures.month, figures.number):
                self._check_workload(figures)
        for complaint in ground.fresh(ComplaintRow):
            self._check_complaint(complaint)

    def _check_incident(self, row: IncidentRow) -> None:
        employee = self._ground.employee(row.where, row.number)
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
        judged = self._ground.judge(draft, employee)
        if isinstance(judged, Judged):
            self.incidents.append((draft, judged, row))
        else:
            self._ground.report(row.where, judged)

    def _check_adjustment(self, row: AdjustmentRow) -> None:
        problems = check_reason(row.reason) + self._ground.problems_of_month(row.month)
        rulebook = self._ground.basis.rulebooks.on(row.month.last)
        if rulebook is not None:
            problems += problems_of_adjustment(row.points, rulebook)
        employee = self._ground.employee(row.where, row.number)
        if employee is not None:
            why = problem_of_appraising(employee, row.month, rulebook) if rulebook is not None else None
            if why is not None:
                problems.append(why._replace(field="number"))
            if (employee.id, row.month) in self._ground.basis.adjusted:
                points = self._ground.basis.adjusted[employee.id, row.month].points
                problems.append(Problem.at("month", "adjustment.on-file", month=row.month, points=points))
        self._ground.report(row.where, problems)
        if employee is not None and not problems:
            self.adjustments.append((employee.id, row))

    def _check_test(self, row: TestRow) -> None:
        problems = self._ground.problems_of_day(row.date)
        if row.full <= 0:
            problems.append(Problem.at("full", "full.outside"))
        elif not 0 <= row.score <= row.full:
            problems.append(Problem.at("score", "score.outside", score=f"{row.score:f}", full=f"{row.full:f}"))
        employee = self._ground.employee(row.where, row.number)
        problems += problems_of_employment(employee, row.date)
        self._ground.report(row.where, problems)
        if employee is not None and not problems:
            self.tests.append((SkillTest(new_id(), employee.id, row.date, row.score, row.full), row))

    def _check_workload(self, row: WorkloadRow) -> None:
        problems = self._ground.problems_of_month(row.month)
        employee = self._ground.employee(row.where, row.number)
        if employee is not None and not employee.employed_in(row.month):
            problems.append(Problem.at("month", "month.not-employed", name=employee.name, month=row.month))
        self._ground.report(row.where, problems)
        if employee is None or problems:
            return
        on_file = self._ground.basis.figures.get((employee.id, row.month))
        if on_file is not None:
            self.other_figures += 1
        id = on_file.id if on_file is not None else new_id()
        self.workloads.append((Workload(id, employee.id, row.month, row.workload, row.quality), row))

    def _check_complaint(self, row: ComplaintRow) -> None:
        employee = self._ground.employee(row.where, row.number) if row.number else None
        problems = self._ground.problems_of_receipt(row.received, employee)
        if row.closed is not None and row.closed < row.received:
            problems.append(Problem.at("closed", "closed.before-received", received=row.received, closed=row.closed))
        if row.closed is not None and row.closed > self._ground.basis.today:
            problems.append(Problem.at("closed", "day.future", day=row.closed))
        self._ground.report(row.where, problems)
        if not problems and (employee is not None or not row.number):
            self.complaints.append((employee.id if employee is not None else None, row))


def check_partial(kind: SheetKind, row: PartialRow, ground: Ground) -> None:
    """Say what else is wrong with a row that has a fault already, so that nobody has to mend it twice."""
    values = row.values
    if kind in ONCE and all(name in values for name in ONCE[kind].key):
        ground.stands_twice(kind, row.where, *[cast(Detail, values[name]) for name in ONCE[kind].key])
    if kind is SheetKind.STAFF:
        return
    number, month = values.get("number"), values.get("month")
    employee = ground.employee(row.where, number) if isinstance(number, str) else None
    problems = ground.problems_of_month(month) if isinstance(month, Month) else []
    if kind is SheetKind.INCIDENTS:
        problems += _problems_of_entry(values, employee, ground)
    elif isinstance(values.get("date"), date):
        day = cast(date, values["date"])
        problems += ground.problems_of_day(day) + problems_of_employment(employee, day)
    elif isinstance(values.get("received"), date):
        problems += ground.problems_of_receipt(cast(date, values["received"]), employee)
    ground.report(row.where, [p for p in problems if column_of(p.field) not in row.at_fault])


def _problems_of_entry(values: Mapping[str, object], employee: Employee | None, ground: Ground) -> list[Problem]:
    """Return what is wrong with an entry of which some fields could not be read; without its day nothing is."""
    if "date" not in values:
        return []
    given = cast(dict[str, Any], {name: value for name, value in values.items() if name not in {"date", "number"}})
    draft = Draft(employee_id="", day=cast(date, values["date"]), **{"code": "", **given})
    judged = ground.judge(draft, employee)
    return [] if isinstance(judged, Judged) else judged
