"""The staff file."""

from decimal import Decimal
from typing import Any

from csdesk.core.employee import Employee
from csdesk.store.columns import day_of, day_text, decimal_of, hundredths, maybe_day_of, role_of
from csdesk.store.database import Database, Row
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import EMPLOYEE


class People:
    """Employees, in the table `employee`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[Employee]:
        """Return everybody, by number, those who left included."""
        return self._db.read(_employee, f"{EMPLOYEE.select} ORDER BY number")

    def get(self, employee_id: str) -> Employee | None:
        """Return one person, or None."""
        return self._db.read_first(_employee, f"{EMPLOYEE.select} WHERE id = ?", (employee_id,))

    def by_number(self, number: str) -> Employee | None:
        """Return the person with this number, or None."""
        return self._db.read_first(_employee, f"{EMPLOYEE.select} WHERE number = ?", (number,))

    def add(self, employee: Employee, search: str, act: Act) -> Employee | None:
        """Store a new person and return them with their id (made here where empty); None if the number is taken."""
        with self._db.atomic():
            if self.by_number(employee.number) is not None:
                return None
            key = employee.id or new_id()
            facts = _facts(employee, 0)
            self._journal.add(EMPLOYEE, key, facts, act, (search,))
            return _employee((key, *facts))

    def update(self, employee: Employee, search: str, act: Act) -> Employee | None:
        """Store a person's changed line; None if it was changed since it was read, or the number is somebody else's."""
        with self._db.atomic():
            owner = self.by_number(employee.number)
            if owner is not None and owner.id != employee.id:
                return None
            changes = dict(zip(EMPLOYEE.facts, _facts(employee, employee.rev), strict=True))
            row = self._journal.change(
                EMPLOYEE, employee.id, changes, act, rev=employee.rev, apart={"name_search": search}
            )
            return None if row is None else _employee(row)

    def search_keys(self) -> list[tuple[str, str]]:
        """Return everybody's id with the text that names are found by, by number."""
        rows: list[Any] = self._db.fetch("SELECT id, name_search FROM employee ORDER BY number")
        return rows


def _facts(employee: Employee, rev: int) -> Row:
    """Return the row of a person, in the order of EMPLOYEE.facts."""
    salary: Decimal | None = employee.base_salary
    return (
        employee.number, employee.name, employee.role.value, employee.group, employee.hired.isoformat(),
        day_text(employee.probation_end), None if salary is None else hundredths(salary), day_text(employee.left),
        employee.phone, rev,
    )  # fmt: skip


def _employee(row: tuple[Any, ...]) -> Employee:
    """Return the person that a row holds."""
    key, number, name, role, group, hired, probation_end, salary, left, phone, rev = row
    return Employee(
        id=key, number=number, name=name, role=role_of(role), hired=day_of(hired), group=group,
        probation_end=maybe_day_of(probation_end), base_salary=None if salary is None else decimal_of(salary),
        left=maybe_day_of(left), phone=phone, rev=rev,
    )  # fmt: skip
