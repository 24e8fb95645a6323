"""The sheet Staff of an intake workbook: who is new, whose line changes, what stands in the way."""

from dataclasses import replace

from csdesk.core.employee import Employee
from csdesk.core.staff import PersonDraft, judge_person, problems_of_closed_months
from csdesk.desk.intake_ground import Ground
from csdesk.render.intake_rows import SheetKind, StaffRow
from csdesk.store.ids import new_id


class StaffSheet:
    """What the sheet says of the team. new, changed: people as they will stand; `ground` knows them from then on."""

    def __init__(self, ground: Ground) -> None:
        self.new: list[tuple[Employee, StaffRow]] = []
        self.changed: list[tuple[Employee, StaffRow]] = []
        self.unchanged: list[StaffRow] = []
        self._ground = ground

    def check(self) -> None:
        """Check everybody's row."""
        for row in self._ground.fresh(StaffRow):
            if not self._ground.stands_twice(SheetKind.STAFF, row.where, row.number):
                self._check_person(row)

    def _check_person(self, row: StaffRow) -> None:
        ground = self._ground
        on_file = ground.people.get(row.number)
        draft = _person_draft(row, on_file)
        id, rev = (on_file.id, on_file.rev) if on_file is not None else (new_id(), 0)
        employee = judge_person(draft, {}, id=id, rev=rev)
        if not isinstance(employee, Employee):
            ground.report(row.where, employee)
            return
        problems = problems_of_closed_months(on_file, employee, ground.basis.closed, ground.basis.rulebooks)
        if problems:
            ground.report(row.where, problems)
            return
        ground.people[row.number] = employee
        if on_file is None:
            self.new.append((employee, row))
        elif employee != on_file:
            self.changed.append((employee, row))
        else:
            self.unchanged.append(row)


def _person_draft(row: StaffRow, on_file: Employee | None) -> PersonDraft:
    """Return what the row says; a column that the sheet does not have leaves what is on file."""
    draft = PersonDraft.of(on_file) if on_file is not None else PersonDraft()
    said = {name: getattr(row, name) for name in PersonDraft.__dataclass_fields__ if name in row.where.columns}
    return replace(draft, **said)
