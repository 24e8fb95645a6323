"""Places, faults and rows of an intake workbook."""

import re
from datetime import date
from pathlib import Path

from csdesk.core.employee import Role
from csdesk.render.intake_rows import Fault, IncidentRow, IntakeReading, SheetKind, SheetReading, StaffRow, Where
from csdesk.texts import Texts, catalogue

WHERE = Where("人员", 12, {"number": "A", "name": "C"})
LI_NA = StaffRow(WHERE, "d1", "0101", "李娜", Role.AGENT, date(2021, 3, 8))
LATE = IncidentRow(WHERE, "d2", date(2026, 9, 3), "0101", "MIN-04")


def test_a_cell_is_named_by_column_and_row() -> None:
    assert WHERE.cell("name") == "C12"


def test_a_field_without_a_column_is_placed_at_the_whole_row() -> None:
    assert WHERE.cell("phone") == WHERE.line == "12:12"


def test_a_fault_of_a_row_stands_at_its_cell_and_keeps_its_particulars() -> None:
    fault = WHERE.fault("number", "number.unknown", number="0999")
    assert fault == Fault("人员", "A12", "number.unknown", {"number": "0999"})


def test_a_particular_may_be_called_name_or_code() -> None:
    fault = WHERE.fault("", "points.fixed", code="MIN-01", name="李娜")
    assert fault.detail == {"code": "MIN-01", "name": "李娜"}
    assert fault.cell == "12:12"


def test_a_fault_has_its_sentence_in_both_languages() -> None:
    fault = Fault("", "", "file.missing")
    assert Texts("en").say(fault.text, **fault.detail).startswith("There is no such file.")
    assert Texts("zh").say(fault.text, **fault.detail).startswith("找不到此文件")


def test_rows_are_asked_for_by_type() -> None:
    reading = IntakeReading(
        "team.xlsx",
        (SheetReading(SheetKind.STAFF, "人员", (LI_NA,)), SheetReading(SheetKind.INCIDENTS, "记录", (LATE,))),
    )
    assert reading.rows(StaffRow) == (LI_NA,)
    assert reading.rows(IncidentRow) == (LATE,)


def test_a_sheet_is_asked_for_by_kind() -> None:
    staff = SheetReading(SheetKind.STAFF, "人员")
    reading = IntakeReading("team.xlsx", (staff,))
    assert reading.sheet(SheetKind.STAFF) is staff
    assert reading.sheet(SheetKind.TESTS) is None


def test_every_fault_of_the_reading_has_a_sentence() -> None:
    sources = Path(__file__).parents[2].joinpath("csdesk", "render").glob("intake_*.py")
    pattern = re.compile(r'(?:Wrong\(|_fault\(|_fault\([^"]*|fault\(\w+, |Fault\([^"]*"", )"([a-z]+[.-][a-z.-]+)"')
    used = {code for source in sources for code in pattern.findall(source.read_text("utf-8"))}
    assert len(used) > 30
    assert {code for code in used if f"intake.{code}" not in catalogue()} == set()


def test_every_problem_that_the_check_hands_on_has_a_sentence() -> None:
    package = Path(__file__).parents[2] / "csdesk"
    pattern = re.compile(r'(?:Problem\.at\(|\.fault\()\s*"[^"]*",\s*"([a-z.-]+)"')
    used = {
        code
        for name in ("core/incidents.py", "core/staff.py", "desk/intake_check.py")
        for code in pattern.findall((package / name).read_text("utf-8"))
    }
    told_in_other_words = {"employee.unknown", "rule.unknown", "rule.automatic", "number.taken"}
    used = {code for code in used if not code.startswith("entry.")}
    assert len(used) > 20
    assert {code for code in used - told_in_other_words if f"intake.{code}" not in catalogue()} == set()
