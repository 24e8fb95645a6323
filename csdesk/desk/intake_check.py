"""Whether an intake workbook fits the team's file: pure, so that it can run beside the window.

Source: design, interfaces (intake workbook); handbook points.
"""

from collections.abc import Callable

from csdesk.desk.intake_facts import FactSheets, check_partial
from csdesk.desk.intake_ground import Ground
from csdesk.desk.intake_plan import Basis, IntakeCheck, Plan, SheetCount
from csdesk.desk.intake_staff import StaffSheet
from csdesk.render.intake_rows import Fault, IntakeReading, SheetKind

__all__ = ["Basis", "IntakeCheck", "Plan", "SheetCount", "check_intake"]


def check_intake(reading: IntakeReading, basis: Basis) -> IntakeCheck:
    """Return what importing `reading` would do, and every fault that stands in the way."""
    ground = Ground(reading, basis)
    # In the order in which the sheets lean on each other.
    staff, facts = StaffSheet(ground), FactSheets(ground)
    staff.check()
    facts.check()
    for sheet in reading.sheets:
        for row in sheet.partial:
            check_partial(sheet.kind, row, ground)
    return IntakeCheck(
        file_name=reading.file_name,
        faults=tuple(sorted((*reading.faults, *ground.faults), key=_place(reading))),
        counts=_counts(reading, basis, staff, facts),
        unread=reading.unread,
        unknown=reading.unknown,
        skipped=tuple((sheet.title, column) for sheet in reading.sheets for column in sheet.unknown_columns),
        plan=Plan(
            reading,
            basis,
            staff.new,
            staff.changed,
            facts.incidents,
            facts.adjustments,
            facts.tests,
            facts.workloads,
            facts.complaints,
            staff.unchanged,
        ),
    )


def _place(reading: IntakeReading) -> Callable[[Fault], tuple[int, int, str]]:
    order = {sheet.title: index for index, sheet in enumerate(reading.sheets)}

    def place(fault: Fault) -> tuple[int, int, str]:
        digits = "".join(c for c in fault.cell.split(":")[0] if c.isdigit())
        return order.get(fault.sheet, -1), int(digits or 0), fault.cell

    return place


def _counts(reading: IntakeReading, basis: Basis, staff: StaffSheet, facts: FactSheets) -> tuple[SheetCount, ...]:
    new = {
        SheetKind.STAFF: len(staff.new),
        SheetKind.INCIDENTS: len(facts.incidents),
        SheetKind.ADJUSTMENTS: len(facts.adjustments),
        SheetKind.TESTS: len(facts.tests),
        SheetKind.WORKLOAD: len(facts.workloads) - facts.other_figures,
        SheetKind.COMPLAINTS: len(facts.complaints),
    }
    changed = {SheetKind.STAFF: len(staff.changed), SheetKind.WORKLOAD: facts.other_figures}
    unchanged = {SheetKind.STAFF: len(staff.unchanged)}
    return tuple(
        SheetCount(
            sheet.kind,
            sheet.title,
            new[sheet.kind],
            changed.get(sheet.kind, 0),
            sum(row.digest in basis.known for row in sheet.rows) + unchanged.get(sheet.kind, 0),
        )
        for sheet in reading.sheets
    )
