"""What every sheet of an intake workbook is checked with: the team as it will stand, what stands once, the faults."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Judged, judge, problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.desk.intake_plan import Basis
from csdesk.render.intake_rows import Fault, IntakeReading, Row, SheetKind, Where
from csdesk.texts import subject

R = TypeVar("R", bound=Row)

# The columns that a draft's fields come from.
_COLUMN = {
    "employee": "number",
    "day": "date",
    "month": "month",
    "break_minutes": "break",
    "first": "from",
    "last": "to",
    "a_id": "number_a",
    "b_id": "number_b",
}
# Problems that are told in the workbook's words.
_CODE = {
    "employee.unknown": "number.unknown",
    "rule.unknown": "code.unknown",
    "rule.automatic": "code.automatic",
}


_AHEAD = timedelta(days=731)


def last_day_in_reach(today: date) -> date:
    """Return the last day for which a workbook may plan anything."""
    return today + _AHEAD


class Once(NamedTuple):
    """What may stand only once in a sheet. code: of the fault. key: the fields, the one to point at first."""

    code: str
    key: tuple[str, ...]


ONCE = {
    SheetKind.STAFF: Once("number.duplicate", ("number",)),
    SheetKind.ADJUSTMENTS: Once("adjustment.duplicate", ("month", "number")),
    SheetKind.WORKLOAD: Once("workload.duplicate", ("month", "number")),
    SheetKind.ATTENDANCE: Once("attendance.duplicate", ("date", "number")),
}


def column_of(field: str) -> str:
    """Return the column that a draft's `field` comes from."""
    return _COLUMN.get(field, field)


class Ground:
    """The ground that all sheets of a workbook stand on.

    people: the team by number, with whom the sheet Staff adds. faults: what was found so far.
    """

    def __init__(self, reading: IntakeReading, basis: Basis) -> None:
        self.reading = reading
        self.basis = basis
        self.faults: list[Fault] = []
        self.people = {employee.number: employee for employee in basis.employees}
        staff = reading.sheet(SheetKind.STAFF)
        # A number whose own row is at fault is not unknown; its fault is told once, where it stands.
        self._half_known = staff.numbers if staff is not None else frozenset()
        self._firsts = {kind: self._firsts_of(kind) for kind in ONCE}

    def fresh(self, kind: type[R]) -> list[R]:
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
        names = ONCE[kind].key
        keys = [(row.where, tuple([getattr(row, name) for name in names])) for row in sheet.rows]
        keys += [(row.where, tuple([row.values.get(name) for name in names])) for row in sheet.partial]
        firsts: dict[tuple[object, ...], Where] = {}
        for where, key in sorted(keys, key=lambda pair: pair[0].row):
            firsts.setdefault(key, where)
        return firsts

    def stands_twice(self, kind: SheetKind, where: Where, *key: Detail) -> bool:
        """Return whether the key of a row stood in its sheet before, and say so."""
        first = self._firsts[kind][key]
        if first == where:
            return False
        once = ONCE[kind]
        cell = first.cell(once.key[0]) if len(key) == 1 else first.line
        self.faults.append(where.fault(once.key[0], once.code, **{once.key[0]: key[0]}, cell=cell))
        return True

    @property
    def by_id(self) -> dict[str, Employee]:
        """The team by id, with whom the sheet Staff adds."""
        return {employee.id: employee for employee in self.people.values()}

    def employee(self, where: Where, number: str, field: str = "number") -> Employee | None:
        """Return the person with `number`; say so at `field` where nobody has it."""
        employee = self.people.get(number)
        if employee is None and not self.may_be_new(number):
            self.faults.append(where.fault(field, "number.unknown", number=number))
        return employee

    def may_be_new(self, number: str) -> bool:
        """Return whether the sheet Staff may mean to add somebody with `number`, but for a fault of its own."""
        return number in self._half_known or SheetKind.STAFF in self.reading.unreadable

    def judge(self, draft: Draft, employee: Employee | None) -> Judged | list[Problem]:
        """Return how `draft` is judged, or what is wrong with it; that nobody has the number is told by `employee`."""
        basis = self.basis
        judged = judge(draft, employee, basis.rulebooks, today=basis.today, closed=basis.closed)
        if isinstance(judged, Judged):
            return judged
        return [problem for problem in judged if problem.code != "employee.unknown"]

    def problems_of_day(self, day: date) -> list[Problem]:
        """Return why nothing can be recorded on `day`."""
        problems = []
        if day > self.basis.today:
            problems.append(Problem.at("day", "day.future", day=day))
        if Month.of(day) in self.basis.closed:
            problems.append(Problem.at("day", "month.closed", month=Month.of(day)))
        return problems + self._problems_of_rulebook("day", day)

    def problems_of_reach(self, field: str, day: date) -> list[Problem]:
        """Return that `day` lies so far ahead that another year was meant."""
        last = last_day_in_reach(self.basis.today)
        return [Problem.at(field, "day.too-far", day=day, last=last)] if day > last else []

    def problems_of_receipt(self, day: date, employee: Employee | None) -> list[Problem]:
        """Return what is wrong with the day on which a complaint was received; it may be after somebody left."""
        problems = self.problems_of_day(day)
        if employee is not None and day < employee.hired:
            problems += problems_of_employment(employee, day)
        return [problem._replace(field="received") for problem in problems]

    def problems_of_month(self, month: Month) -> list[Problem]:
        """Return why nothing can be recorded for `month`."""
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

    def report(self, where: Where, problems: Sequence[Problem]) -> None:
        """Put `problems` of a row on the list of faults, each in its cell and in the workbook's words, if there are."""
        own_words = subject("intake")
        for problem in problems:
            cell = where.cell(column_of(problem.field))
            code = _CODE.get(problem.code, problem.code)
            self.faults.append(Fault(where.sheet, cell, code, problem.detail, is_problem=code not in own_words))
