"""Whether a workbook fits the team's file: every fault with its place, and what the import would do."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from csdesk.core.appraisal import Adjustment, Workload
from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.desk.intake_check import Basis, IntakeCheck, check_intake
from csdesk.render.intake_rows import (
    AdjustmentRow,
    ComplaintRow,
    Fault,
    IncidentRow,
    IntakeReading,
    PartialRow,
    Row,
    SheetKind,
    SheetReading,
    StaffRow,
    TestRow,
    Where,
    WorkloadRow,
)
from csdesk.texts import Texts
from tests.builders import an_employee, the_rulebooks

OCTOBER = Month(2026, 10)
TODAY = date(2026, 11, 21)
LI_NA = an_employee("0101", "李娜", hired=date(2024, 3, 1))
LEFT = an_employee("0108", "赵敏", hired=date(2025, 1, 6), left=date(2026, 9, 18))
BOSS = an_employee("0401", "林岚", role=Role.MANAGER)
KINDS: dict[type[Row], SheetKind] = {
    StaffRow: SheetKind.STAFF,
    IncidentRow: SheetKind.INCIDENTS,
    AdjustmentRow: SheetKind.ADJUSTMENTS,
    TestRow: SheetKind.TESTS,
    WorkloadRow: SheetKind.WORKLOAD,
    ComplaintRow: SheetKind.COMPLAINTS,
}


def where(kind: type[Row], row: int) -> Where:
    names = [field.name for field in fields(kind) if field.name not in {"where", "digest"}]
    return Where(KINDS[kind].value, row, {name: chr(ord("A") + place) for place, name in enumerate(names)})


def a_staff_row(row: int = 4, number: str = "0120", **given: object) -> StaffRow:
    said = {"name": "新人", "role": Role.AGENT, "hired": date(2026, 9, 1), **given}
    return StaffRow(where(StaffRow, row), f"staff{number}{said}", number, **said)  # type: ignore[arg-type]  # test data


def an_incident_row(row: int = 4, code: str = "MIN-01", number: str = "0101", **given: object) -> IncidentRow:
    said = {"date": date(2026, 10, 5), **given}
    return IncidentRow(where(IncidentRow, row), f"entry{row}", number=number, code=code, **said)  # type: ignore[arg-type]  # test data


def an_adjustment_row(row: int = 2, points: int = 3, **given: object) -> AdjustmentRow:
    said = {"month": OCTOBER, "number": "0101", "reason": "带新人", **given}
    return AdjustmentRow(where(AdjustmentRow, row), f"adj{row}", points=points, **said)  # type: ignore[arg-type]  # test data


def a_test_row(row: int = 2, score: int = 90, full: int = 100, **given: object) -> TestRow:
    said = {"date": date(2026, 10, 28), "number": "0101", **given}
    return TestRow(where(TestRow, row), f"test{row}", score=Decimal(score), full=Decimal(full), **said)  # type: ignore[arg-type]  # test data


def a_workload_row(row: int = 2, **given: object) -> WorkloadRow:
    said = {"month": OCTOBER, "number": "0101", "workload": Decimal(500), "quality": Decimal(97), **given}
    return WorkloadRow(where(WorkloadRow, row), f"load{row}", **said)  # type: ignore[arg-type]  # test data


def a_complaint_row(row: int = 4, **given: object) -> ComplaintRow:
    said = {"received": date(2026, 10, 6), "number": "0101", **given}
    return ComplaintRow(where(ComplaintRow, row), f"complaint{row}", **said)  # type: ignore[arg-type]  # test data


def checked(*rows: Row, basis: Basis | None = None, reading: IntakeReading | None = None) -> IntakeCheck:
    sheets = [
        SheetReading(kind, kind.value, tuple(r for r in rows if type(r) is row_type),
                     numbers=frozenset(r.number for r in rows if isinstance(r, StaffRow) and type(r) is row_type))
        for row_type, kind in KINDS.items()
        if any(type(r) is row_type for r in rows)
    ]  # fmt: skip
    read = replace(reading or IntakeReading("desk.xlsx"), sheets=tuple(sheets))
    return check_intake(read, basis or Basis([LI_NA, LEFT, BOSS], the_rulebooks(), frozenset(), TODAY))


FAULTS: list[tuple[Row, str, str]] = [
    (an_incident_row(number="9999"), "number.unknown", "B4"),
    (an_incident_row(code="MIN-99"), "code.unknown", "C4"),
    (an_incident_row(code="SER-05"), "code.automatic", "C4"),
    (an_incident_row(code="MIN-04"), "points.missing", "E4"),
    (an_incident_row(code="MIN-04", points=6), "points.outside", "E4"),
    (an_incident_row(points=5), "points.fixed", "E4"),
    (an_incident_row(code="OVERRUN"), "minutes.missing", "F4"),
    (an_incident_row(code="OVERRUN", minutes=0), "minutes.outside", "F4"),
    (an_incident_row(code="MIN-13", minutes=11), "minutes.disagree", "F4"),
    (an_incident_row(code="MIN-14", points=2), "count.missing", "G4"),
    (an_incident_row(code="MIN-14", points=2, count=0), "count.outside", "G4"),
    (an_incident_row(note="x" * 2001), "note.too-long", "H4"),
    (an_incident_row(date=date(2026, 11, 22)), "day.future", "A4"),
    (an_incident_row(date=date(2024, 12, 3)), "rulebook.none", "A4"),
    (an_incident_row(number="0108", date=date(2026, 9, 19)), "day.after-leaving", "A4"),
    (an_incident_row(number="0108", date=date(2025, 1, 5)), "day.before-hire", "A4"),
    (a_staff_row(left=date(2026, 8, 1)), "left.before-hire", "H4"),
    (a_staff_row(probation_end=date(2026, 8, 1)), "probation.before-hire", "F4"),
    (an_adjustment_row(points=0), "adjustment.zero", "C2"),
    (an_adjustment_row(points=-6), "adjustment.outside", "C2"),
    (an_adjustment_row(reason=" "), "reason.missing", "D2"),
    (an_adjustment_row(number="0401"), "person.role-not-appraised", "B2"),
    (an_adjustment_row(number="0108"), "person.not-employed", "B2"),
    (an_adjustment_row(number="9999"), "number.unknown", "B2"),
    (an_adjustment_row(month=Month(2026, 12)), "month.future", "A2"),
    (an_adjustment_row(month=Month(2024, 12)), "rulebook.none", "A2"),
    (a_test_row(score=101), "score.outside", "C2"),
    (a_test_row(full=0), "full.outside", "D2"),
    (a_test_row(date=date(2026, 11, 22)), "day.future", "A2"),
    (a_test_row(number="0108"), "day.after-leaving", "A2"),
    (a_test_row(number="9999"), "number.unknown", "B2"),
    (a_workload_row(number="0108"), "month.not-employed", "A2"),
    (a_workload_row(number="9999"), "number.unknown", "B2"),
    (a_workload_row(month=Month(2026, 12)), "month.future", "A2"),
    (a_complaint_row(number="9999"), "number.unknown", "B4"),
    (a_complaint_row(received=date(2026, 11, 22)), "day.future", "A4"),
    (a_complaint_row(number="0101", received=date(2024, 2, 28)), "rulebook.none", "A4"),
    (a_complaint_row(number="0108", received=date(2025, 1, 5)), "day.before-hire", "A4"),
    (a_complaint_row(closed=date(2026, 10, 1)), "closed.before-received", "H4"),
    (a_complaint_row(closed=date(2026, 12, 1)), "day.future", "H4"),
]


@pytest.mark.parametrize(("row", "code", "cell"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_faulty_row_is_told_with_its_cell_and_nothing_of_it_is_planned(row: Row, code: str, cell: str) -> None:
    check = checked(row)
    assert (code, cell) in [(fault.code, fault.cell) for fault in check.faults]
    assert check.changes == 0


@pytest.mark.parametrize(("row", "code", "cell"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_fault_has_a_sentence_in_both_languages(row: Row, code: str, cell: str) -> None:
    for fault in checked(row).faults:
        for language in ("en", "zh"):
            assert "{" not in Texts(language).say(fault.text, **fault.detail)


@pytest.mark.parametrize(
    "row", [an_incident_row(), an_adjustment_row(), a_test_row(), a_workload_row(), a_complaint_row()]
)
def test_a_closed_month_takes_no_row(row: Row) -> None:
    basis = Basis([LI_NA], the_rulebooks(), frozenset({OCTOBER}), TODAY)
    assert [fault.code for fault in checked(row, basis=basis).faults] == ["month.closed"]


def test_all_faults_are_listed_in_the_order_of_the_workbook() -> None:
    check = checked(an_incident_row(9, code="MIN-99"), an_incident_row(5, number="9999"), a_test_row(3, score=101))
    places = [(fault.sheet, fault.cell) for fault in check.faults]
    assert places == [("incidents", "B5"), ("incidents", "C9"), ("tests", "C3")]


def test_the_same_row_twice_is_a_fault_that_names_the_first() -> None:
    first = an_incident_row(4)
    check = checked(first, replace(first, where=where(IncidentRow, 9)))
    (fault,) = check.faults
    assert (fault.code, fault.cell, fault.detail["cell"]) == ("row.duplicate", "9:9", "4:4")


def test_a_number_twice_on_the_staff_sheet_is_a_fault() -> None:
    check = checked(a_staff_row(4), a_staff_row(5, name="另一人"))
    assert [(fault.code, fault.cell) for fault in check.faults] == [("number.duplicate", "A5")]


def test_two_adjustments_for_one_month_are_a_fault() -> None:
    check = checked(an_adjustment_row(2), an_adjustment_row(3, points=2))
    assert [(fault.code, fault.cell) for fault in check.faults] == [("adjustment.duplicate", "A3")]


def test_an_adjustment_that_is_on_file_already_is_a_fault() -> None:
    on_file = Adjustment("a", LI_NA.id, OCTOBER, 2, "why")
    basis = Basis([LI_NA], the_rulebooks(), frozenset(), TODAY, adjusted={(LI_NA.id, OCTOBER): on_file})
    assert [fault.code for fault in checked(an_adjustment_row(), basis=basis).faults] == ["adjustment.on-file"]


def test_two_figures_for_one_month_are_a_fault() -> None:
    check = checked(a_workload_row(2), a_workload_row(3, workload=Decimal(501)))
    assert [(fault.code, fault.cell) for fault in check.faults] == [("workload.duplicate", "A3")]


def test_somebody_on_the_staff_sheet_may_have_entries_at_once() -> None:
    check = checked(a_staff_row(number="0120"), an_incident_row(number="0120"))
    ((employee, _),) = check.plan.new_people
    ((draft, _, _),) = check.plan.incidents
    assert (check.faults, draft.employee_id) == ((), employee.id)


def test_a_number_whose_own_row_is_at_fault_is_not_called_unknown_as_well() -> None:
    check = checked(a_staff_row(number="0120", left=date(2026, 8, 1)), an_incident_row(number="0120"))
    assert [fault.code for fault in check.faults] == ["left.before-hire"]


def test_numbers_are_not_called_unknown_where_the_staff_sheet_could_not_be_read() -> None:
    fault = Fault("人员", "", "columns.missing", {"rows": 10, "columns": "hired"})
    reading = IntakeReading("desk.xlsx", faults=(fault,), unreadable=(SheetKind.STAFF,))
    check = checked(an_incident_row(number="0120"), reading=reading)
    assert [fault.code for fault in check.faults] == ["columns.missing"]


def test_a_row_that_was_imported_before_changes_nothing() -> None:
    row = an_incident_row()
    basis = Basis([LI_NA], the_rulebooks(), frozenset({OCTOBER}), TODAY, known=frozenset({row.digest}))
    check = checked(row, basis=basis)
    assert (check.faults, check.changes, check.known) == ((), 0, 1)


def test_changed_staff_data_is_a_change_and_the_same_data_is_not() -> None:
    def said(employee: Employee, **changes: object) -> StaffRow:
        data = {f.name: getattr(employee, f.name) for f in fields(StaffRow) if f.name not in {"where", "digest"}}
        return a_staff_row(**{**data, **changes})

    assert checked(said(LI_NA, group="投诉组")).counts[0].changed == 1
    assert checked(said(LI_NA)).counts[0].known == 1


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"left": date(2026, 9, 30)}, "left.closed-with", "H4"),
        ({"hired": date(2026, 11, 2)}, "hired.closed-month", "D4"),
        ({"role": Role.SUPERVISOR}, "role.closed-month", "C4"),
        ({"number": "0120"}, "hired.closed-without", "D4"),
    ],
)
def test_staff_data_that_would_change_a_closed_month_is_a_fault_in_its_cell(
    changes: dict[str, object], code: str, cell: str
) -> None:
    data = {f.name: getattr(LI_NA, f.name) for f in fields(StaffRow) if f.name not in {"where", "digest"}}
    row = StaffRow(where(StaffRow, 4), "x", **(data | changes))
    check = checked(row, basis=Basis([LI_NA], the_rulebooks(), frozenset({OCTOBER}), TODAY))
    (fault,) = check.faults
    assert (fault.code, fault.cell) == (code, cell)
    for language in ("en", "zh"):
        assert "{" not in Texts(language).say(fault.text, **fault.detail)
    assert not check.plan.changed_people
    assert not check.plan.new_people
    assert not checked(row).faults


def test_a_column_that_the_sheet_does_not_have_leaves_what_is_on_file() -> None:
    row = StaffRow(Where("staff", 4, {"number": "A", "name": "B", "role": "C", "hired": "D"}), "x", LI_NA.number,
                   "李娜娜", Role.AGENT, LI_NA.hired)  # fmt: skip
    ((employee, _),) = checked(row).plan.changed_people
    assert (employee.name, employee.group) == ("李娜娜", LI_NA.group)


def test_other_figures_for_a_month_take_the_place_of_those_on_file() -> None:
    on_file = Workload("w", LI_NA.id, OCTOBER, Decimal(1), Decimal(1))
    basis = Basis([LI_NA], the_rulebooks(), frozenset(), TODAY, figures={(LI_NA.id, OCTOBER): on_file})
    check = checked(a_workload_row(), basis=basis)
    ((workload, _),) = check.plan.workloads
    assert (workload.id, check.counts[0].changed, check.counts[0].new) == ("w", 1, 0)


def test_a_complaint_may_concern_nobody_of_the_team() -> None:
    ((employee_id, _),) = checked(a_complaint_row(number="")).plan.complaints
    assert employee_id is None


def test_a_complaint_about_somebody_may_come_after_the_person_left() -> None:
    assert checked(a_complaint_row(number="0108")).faults == ()


def beside(kind: type[Row], at_fault: str, **values: object) -> list[tuple[str, str]]:
    """Return what is told of a row in which `at_fault` could not be read, beside that."""
    row = PartialRow(where(kind, 4), values, frozenset({at_fault}))
    sheets = (SheetReading(KINDS[kind], "sheet", partial=(row,)),)
    basis = Basis([LI_NA, LEFT, BOSS], the_rulebooks(), frozenset({Month(2026, 9)}), TODAY)
    return [(f.cell, f.code) for f in check_intake(IntakeReading("desk.xlsx", sheets), basis).faults]


class TestRowsWithAFault:
    """Whatever else is wrong with them is told in the same round, and nothing about the cell that could not be read."""

    def test_an_entry_is_judged_as_far_as_it_could_be_read(self) -> None:
        day = date(2026, 11, 22)
        assert beside(IncidentRow, "points", date=day, number="9999", code="MIN-04") == [
            ("A4", "day.future"),
            ("B4", "number.unknown"),
        ]
        assert beside(IncidentRow, "number", date=date(2026, 9, 5), code="MIN-99") == [
            ("A4", "month.closed"),
            ("C4", "code.unknown"),
        ]
        assert beside(IncidentRow, "code", date=date(2026, 10, 5), number="0101", points=3) == []
        assert beside(IncidentRow, "minutes", date=date(2026, 10, 5), number="0101", code="OVERRUN") == []
        assert beside(IncidentRow, "note", date=date(2026, 10, 5), number="0101", code="MIN-01") == []
        assert beside(IncidentRow, "date", number="9999", code="MIN-99") == [("B4", "number.unknown")]

    def test_days_and_months_of_the_other_sheets_are_judged(self) -> None:
        assert beside(TestRow, "score", date=date(2026, 10, 5), number="0108") == [("A4", "day.after-leaving")]
        assert beside(WorkloadRow, "quality", month=Month(2026, 12), number="0101") == [("A4", "month.future")]
        assert beside(ComplaintRow, "fine", received=date(2026, 11, 22), number="9999") == [
            ("A4", "day.future"),
            ("B4", "number.unknown"),
        ]
        assert beside(ComplaintRow, "received", number="0108") == []

    def test_a_number_that_stands_twice_is_told_whichever_of_the_rows_is_at_fault(self) -> None:
        half = PartialRow(where(StaffRow, 5), {"number": "0120"}, frozenset({"name"}))
        for whole, first in ((a_staff_row(4), "A4"), (a_staff_row(6), "A5")):
            sheets = (SheetReading(SheetKind.STAFF, "staff", (whole,), partial=(half,)),)
            check = check_intake(IntakeReading("desk.xlsx", sheets), Basis([], the_rulebooks(), frozenset(), TODAY))
            (fault,) = check.faults
            assert (fault.code, fault.detail["cell"]) == ("number.duplicate", first)


def test_a_number_stands_twice_also_beside_a_row_that_was_imported_before() -> None:
    known = a_staff_row(4)
    basis = Basis([an_employee("0120", "新人")], the_rulebooks(), frozenset(), TODAY, known=frozenset({known.digest}))
    (fault,) = checked(known, a_staff_row(5, name="别人"), basis=basis).faults
    assert (fault.cell, fault.code, fault.detail["cell"]) == ("A5", "number.duplicate", "A4")


@pytest.mark.parametrize(
    "row",
    [
        an_adjustment_row(month=Month.of(TODAY)),
        an_adjustment_row(points=-5),
        an_incident_row(date=TODAY),
        a_test_row(score=100),
        a_test_row(score=0),
        a_complaint_row(received=TODAY, closed=TODAY),
        a_workload_row(month=Month.of(TODAY)),
    ],
    ids=lambda row: row.digest,
)
def test_what_is_just_within_its_bounds_comes_in(row: Row) -> None:
    check = checked(row)
    assert (check.faults, check.changes) == ((), 1)
