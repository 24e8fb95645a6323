"""Whether an intake workbook fits the team's file: pure, so that it can run beside the window.

Source: design, interfaces (intake workbook); handbook points.
"""

from collections import Counter
from collections.abc import Callable

from csdesk.desk.intake_duty import KINDS as DUTY_KINDS
from csdesk.desk.intake_duty import DutySheets
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
    duty = DutySheets(ground)
    duty.check()
    for sheet in reading.sheets:
        for row in sheet.partial if sheet.kind not in DUTY_KINDS else ():
            check_partial(sheet.kind, row, ground)
    return IntakeCheck(
        file_name=reading.file_name,
        faults=tuple(sorted((*reading.faults, *ground.faults), key=_place(reading))),
        counts=_counts(reading, basis, staff, facts, duty),
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
            duty.plan(),
        ),
    )


def _place(reading: IntakeReading) -> Callable[[Fault], tuple[int, int, str]]:
    order = {sheet.title: index for index, sheet in enumerate(reading.sheets)}

    def place(fault: Fault) -> tuple[int, int, str]:
        digits = "".join(c for c in fault.cell.split(":")[0] if c.isdigit())
        return order.get(fault.sheet, -1), int(digits or 0), fault.cell

    return place


def _counts(
    reading: IntakeReading, basis: Basis, staff: StaffSheet, facts: FactSheets, duty: DutySheets
) -> tuple[SheetCount, ...]:
    """Return the counts sheet by sheet; there may be several rosters."""
    pairs = (*staff.new, *facts.adjustments, *facts.tests, *facts.complaints)
    new = Counter(row.where.sheet for _, row in pairs)
    new.update(row.where.sheet for _, _, row in facts.incidents)
    new.update(row.where.sheet for _, row in facts.workloads)
    new.update(row.where.sheet for row in duty.new)
    changed = Counter(row.where.sheet for _, row in staff.changed)
    changed.update(row.where.sheet for row in duty.changed)
    unchanged = Counter(row.where.sheet for row in (*staff.unchanged, *duty.plan().unchanged))
    counts = []
    for sheet in reading.sheets:
        known = sum(row.digest in basis.known for row in sheet.rows) + unchanged[sheet.title]
        other = facts.other_figures if sheet.kind is SheetKind.WORKLOAD else changed[sheet.title]
        added = new[sheet.title] - (other if sheet.kind is SheetKind.WORKLOAD else 0)
        counts.append(SheetCount(sheet.kind, sheet.title, added, other, known))
    return tuple(counts)
