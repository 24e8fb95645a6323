"""The rosters of an intake workbook, long form and grids: what each cell that they name will hold.

A cell is set to what the workbook says of it, all its rows together; every other cell stays as it is on file.
"""

import unicodedata
from datetime import date

from csdesk.core.cells import Cell
from csdesk.core.employee import Employee
from csdesk.core.incidents import problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.roster import in_order
from csdesk.core.shifts import Shift, fold_code
from csdesk.core.swaps import numbers_by_cell
from csdesk.desk.intake_ground import Ground
from csdesk.desk.intake_shifts import ShiftSheet
from csdesk.render.intake_rows import Fault, PartialRow, RosterRow, SheetKind, Where
from csdesk.render.intake_words import is_rest


class RosterSheets:
    """What the sheets say of the roster as planned.

    cells: what is set, in the order of the days. planned: every cell as it will stand. new, changed: the rows of cells
    that were empty, and of those that held something else. unclear: cells of which a fault hides what they hold.
    """

    def __init__(self, ground: Ground, shifts: ShiftSheet) -> None:
        self.cells: dict[Cell, tuple[str, ...]] = {}
        self.planned = dict(ground.basis.duty.planned)
        self.new: list[RosterRow] = []
        self.changed: list[RosterRow] = []
        self.unchanged: list[RosterRow] = []
        self.unclear: set[Cell] = set()
        self._ground = ground
        self._shifts = shifts
        self._told: set[tuple[str, str]] = set()
        self._rows: dict[Cell, list[tuple[RosterRow, Shift | None]]] = {}
        self._swapped = numbers_by_cell(ground.basis.duty.swaps)
        self._employees = ground.by_id
        self._by_name: dict[str, list[Employee]] = {}
        for employee in ground.people.values():
            self._by_name.setdefault(_fold_name(employee.name), []).append(employee)

    def check(self) -> None:
        """Check every row, then every cell."""
        for row in self._ground.reading.rows(RosterRow):
            employee = self._person(row)
            if employee is not None:
                self._take(row, employee)
        for cell in sorted(self._rows, key=lambda cell: (cell[1], cell[0])):
            self._check_cell(cell)

    def is_unclear(self, cell: Cell) -> bool:
        """Return whether it cannot be told what a cell holds, so that nothing is said about its being empty."""
        return cell in self.unclear or SheetKind.ROSTER in self._ground.reading.unreadable

    def note_partial(self, row: PartialRow, employee: Employee | None) -> None:
        """Remember the cell of a row with a fault."""
        day = row.values.get("date")
        if employee is not None and isinstance(day, date):
            self.unclear.add((employee.id, day))

    def _person(self, row: RosterRow) -> Employee | None:
        """Return whose row it is; say so, once a cell, where nobody is called so, or several are."""
        if row.number:
            found = self._ground.people.get(row.number)
            if found is None:
                self._say_nobody(row, "number.unknown", number=row.number)
            return found
        found = self._ground.people.get(row.name)
        named = self._by_name.get(_fold_name(row.name), [])
        if found is None and len(named) > 1:
            employed = [employee for employee in named if employee.employed_on(row.date)]
            if len(employed) != 1:
                self._say_nobody(row, "name.several", name=row.name)
                return None
            named = employed
        found = found or next(iter(named), None)
        if found is None:
            self._say_nobody(row, "name.unknown", name=row.name)
        return found

    def _say_nobody(self, row: RosterRow, code: str, **detail: str) -> None:
        field = "number" if row.number else "name"
        place = (row.where.sheet, row.where.cell(field))
        if place in self._told or self._is_known(row) or self._ground.may_be_new(row.number or row.name):
            return
        self._told.add(place)
        self._ground.faults.append(Fault(*place, code, detail))

    def _is_known(self, row: RosterRow) -> bool:
        """Return whether a row came in before; names and codes may have changed since, and it is not read again."""
        return row.digest in self._ground.basis.known

    def _take(self, row: RosterRow, employee: Employee) -> None:
        """Put a row to its cell, if it means a shift or a day of rest."""
        cell = (employee.id, row.date)
        shift = self._shifts.by_code.get(fold_code(row.shift))
        if shift is None and not is_rest(row.shift):
            if not self._shifts.knows(row.shift) and not self._is_known(row):
                self._ground.faults.append(row.where.fault("shift", "shift.unknown", code=row.shift))
            self.unclear.add(cell)
            return
        rows = self._rows.setdefault(cell, [])
        twice = next((other for other, there in rows if there == shift), None)
        elsewhere = next((other for other, _ in rows if other.where.sheet != row.where.sheet), None)
        if twice is not None:
            self._clash(row, "roster.duplicate", employee, twice.where)
        elif elsewhere is not None:
            self._clash(row, "roster.other-sheet", employee, elsewhere.where)
        elif rows and (shift is None or rows[0][1] is None):
            self._clash(row, "roster.rest-and-shift", employee, rows[0][0].where)
        else:
            rows.append((row, shift))

    def _clash(self, row: RosterRow, code: str, employee: Employee, other: Where) -> None:
        place = other.cell("shift")
        if other.sheet != row.where.sheet:
            place = f"{other.sheet}!{place}"
        self._ground.faults.append(row.where.fault("shift", code, name=employee.name, day=row.date, cell=place))

    def _check_cell(self, cell: Cell) -> None:
        """Judge what the workbook says of a cell. A cell of which it says nothing new is as it was left since."""
        rows = [row for row, _ in self._rows[cell]]
        fresh = [row for row in rows if not self._is_known(row)]
        if not fresh:
            return
        wanted = tuple([shift.id for shift in in_order(shift for _, shift in self._rows[cell] if shift is not None)])
        before = self.planned.get(cell, ())
        if set(before) == set(wanted):
            self.unchanged += fresh
            return
        problems = self._problems(cell, before)
        if problems:
            self._ground.report(fresh[0].where, problems)
            self.unclear.add(cell)
            return
        (self.changed if before else self.new).extend(fresh)
        self.cells[cell] = wanted
        self.planned[cell] = wanted

    def _problems(self, cell: Cell, before: tuple[str, ...]) -> list[Problem]:
        employee_id, day = cell
        employee = self._employees[employee_id]
        problems = problems_of_employment(employee, day) + self._ground.problems_of_reach("day", day)
        if Month.of(day) in self._ground.basis.closed:
            problems.append(Problem.at("day", "roster.closed", name=employee.name, day=day, month=Month.of(day)))
        if cell in self._swapped:
            number = self._swapped[cell]
            problems.append(Problem.at("shift", "roster.swapped", name=employee.name, day=day, number=number))
        for _, shift in self._rows[cell]:
            if shift is not None and shift.retired and shift.id not in before:
                problems.append(
                    Problem.at("shift", "roster.shift-retired", name=employee.name, day=day, shift=shift.code)
                )
        return problems


def _fold_name(name: str) -> str:
    """Return a name without the spaces that make short names as wide as long ones."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
