"""One sheet of an intake workbook: headings, rows, faults."""

import datetime
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from csdesk.render.intake_cells import Cell
from csdesk.render.intake_layout import Layout, layout_of
from csdesk.render.intake_rows import IncidentRow, SheetReading, StaffRow, TestRow
from csdesk.render.intake_safety import Merge, SheetTraits
from csdesk.render.intake_sheet import Line, SheetReader
from csdesk.render.steps import Steps
from tests.render.books import INCIDENTS_HEAD, LI_NA, STAFF_HEAD, TEST_HEAD, places

HIRED = date(2021, 3, 8)


def lines(rows: Sequence[Sequence[object]]) -> list[Line]:
    return [[None if value in (None, "") else Cell(value) for value in row] for row in rows]  # type: ignore[arg-type]  # a test's own values


def a_layout(title: str) -> Layout:
    layout = layout_of(title)
    assert layout is not None
    return layout


def read(
    title: str, *rows: Sequence[object], traits: SheetTraits | None = None, limit: int = 1000
) -> tuple[SheetReading | None, list[tuple[str, str]]]:
    """Return what a sheet reads as, and the cell and code of its faults."""
    reader = SheetReader(a_layout(title), title, limit, Steps())
    reading = reader.read(lines(rows), traits or SheetTraits())
    return reading, places(reader.faults)


def rows_of(title: str, *rows: Sequence[object]) -> tuple[object, ...]:
    reading, faults = read(title, *rows)
    assert faults == []
    assert reading is not None
    return reading.rows


def test_a_row_becomes_values_with_its_place() -> None:
    (row,) = rows_of("Staff", STAFF_HEAD, LI_NA)
    assert isinstance(row, StaffRow)
    assert (row.number, row.name, row.hired, row.phone) == ("0101", "李娜", HIRED, "")
    assert row.where.cell("hired") == "D2"
    assert "phone" not in row.where.columns


def test_titles_may_stand_above_the_headings() -> None:
    (row,) = rows_of("Staff", ["客服中心人员表"], [], STAFF_HEAD, LI_NA)
    assert isinstance(row, StaffRow)
    assert row.where.row == 4


def test_headings_may_be_chinese_and_in_any_order() -> None:
    english = rows_of("Staff", STAFF_HEAD, LI_NA)[0]
    chinese = rows_of("人员", ["入职日期 ", "姓名*", "工 号", "岗位"], [HIRED, "李娜", "0101", "客服专员"])[0]
    assert isinstance(english, StaffRow)
    assert isinstance(chinese, StaffRow)
    assert chinese.name == "李娜"
    assert chinese.digest == english.digest


def test_the_heading_row_is_found_only_in_the_top_ten() -> None:
    reading, faults = read("Staff", *([["notes"]] * 10), STAFF_HEAD, LI_NA)
    assert reading is None
    assert faults == [("", "columns.missing")]


def test_a_missing_column_is_named_at_the_row_that_comes_nearest() -> None:
    reader = SheetReader(a_layout("Staff"), "Staff", 1000, Steps())
    assert reader.read(lines([["Our team"], ["number", "name", "group"], ["0101", "李娜", "A"]]), SheetTraits()) is None
    assert places(reader.faults) == [("2:2", "columns.missing")]
    assert reader.faults[0].detail["columns"] == "Role 岗位, Hired 入职日期"


def test_an_empty_sheet_says_nothing() -> None:
    reading, faults = read("Staff")
    assert faults == []
    assert reading is not None
    assert reading.rows == ()


def test_a_column_twice_is_a_fault_at_the_second() -> None:
    reading, faults = read("Staff", [*STAFF_HEAD, "工号"], LI_NA)
    assert reading is None
    assert faults == [("E1", "column.twice")]


def test_an_exact_heading_comes_before_one_with_a_hint() -> None:
    reading, faults = read("Staff", ["number (old)", *STAFF_HEAD, "left (day)"], ["9", *LI_NA, date(2026, 9, 18)])
    assert faults == []
    assert reading is not None
    (row,) = reading.rows
    assert isinstance(row, StaffRow)
    assert (row.number, row.left) == ("0101", date(2026, 9, 18))
    assert reading.unknown_columns == ("number (old)",)


def test_unknown_columns_are_reported_and_skipped() -> None:
    reading, faults = read("Staff", [*STAFF_HEAD, "微信群昵称"], [*LI_NA, "娜娜"])
    assert faults == []
    assert reading is not None
    assert reading.unknown_columns == ("微信群昵称",)


def test_blank_rows_are_passed_over() -> None:
    rows = rows_of("Staff", STAFF_HEAD, [], [None, "", None, None], LI_NA)
    assert len(rows) == 1


def test_a_row_with_something_only_in_unknown_columns_is_blank() -> None:
    assert rows_of("Staff", [*STAFF_HEAD, "remark"], [None, None, None, None, "合计"]) == ()


def test_a_row_may_end_before_the_last_heading() -> None:
    (row,) = rows_of("Staff", [*STAFF_HEAD, "phone"], LI_NA)
    assert isinstance(row, StaffRow)
    assert row.phone == ""


def test_every_fault_of_a_row_is_told_and_the_row_left_out() -> None:
    reading, faults = read("Staff", STAFF_HEAD, ["0102", None, "boss", "long ago"], LI_NA)
    assert faults == [("B2", "cell.empty"), ("C2", "role.unknown"), ("D2", "date.unreadable")]
    assert reading is not None
    assert len(reading.rows) == 1


def test_what_can_be_read_of_a_faulty_row_is_kept_beside_what_cannot() -> None:
    reading, _ = read("Incidents", ["date", "number", "code", "points"], [HIRED, "0102", "MIN-04", "three"])
    assert reading is not None
    (row,) = reading.partial
    assert row.values == {"date": HIRED, "number": "0102", "code": "MIN-04"}
    assert (row.where.row, set(row.at_fault)) == (2, {"points"})


def test_a_number_on_a_faulty_row_is_still_known() -> None:
    reading, _ = read("Staff", STAFF_HEAD, ["0102", None, "agent", HIRED], LI_NA)
    assert reading is not None
    assert reading.numbers == {"0101", "0102"}


def test_full_marks_are_a_hundred_where_nothing_is_said() -> None:
    for head, cells in ((TEST_HEAD, []), ([*TEST_HEAD, "full"], [None])):
        (row,) = rows_of("Tests", head, [HIRED, "0101", 77, *cells])
        assert isinstance(row, TestRow)
        assert row.full == Decimal(100)


def test_a_default_written_out_is_the_same_row() -> None:
    (silent,) = rows_of("Tests", TEST_HEAD, [HIRED, "0101", 77])
    (said,) = rows_of("Tests", [*TEST_HEAD, "full"], [HIRED, "0101", 77.0, "100.0"])
    assert isinstance(silent, TestRow)
    assert isinstance(said, TestRow)
    assert silent.digest == said.digest


def test_the_digest_tells_rows_apart_by_any_cell_and_by_their_sheet() -> None:
    day = date(2026, 9, 3)
    rows = [
        *rows_of("Incidents", INCIDENTS_HEAD, [day, "0101", "MIN-04", "09:12", 2, "late"],
                 [day, "0101", "MIN-04", "09:13", 2, "late"], [day, "0101", "MIN-04", None, 2, "late"],
                 [day, "0101", "MIN-04", "09:12", 3, "late"], [day, "0101", "MIN-04", "09:12", 2, None]),
        *rows_of("Adjustments", ["month", "number", "points", "reason"], ["2026-09", "0101", 2, "late"]),
    ]  # fmt: skip
    assert len({row.digest for row in rows if hasattr(row, "digest")}) == 6


def test_the_digest_never_changes() -> None:
    # Digests are kept in team files: a new one would import every old row again.
    (row,) = rows_of("Incidents", INCIDENTS_HEAD, [date(2026, 9, 3), "0101", "MIN-04", "09:12", 2, "late"])
    assert isinstance(row, IncidentRow)
    assert row.digest == "bbc8d10c00348c9729cedee155d12afa91ad260a9703e0c3e4c533dcbf46c517"


def test_a_time_in_the_date_column_goes_to_the_time() -> None:
    moment = datetime.datetime(2026, 9, 3, 9, 12)
    (row,) = rows_of("Incidents", INCIDENTS_HEAD, [moment, "0101", "MIN-04"])
    assert isinstance(row, IncidentRow)
    assert (row.date, row.time) == (date(2026, 9, 3), datetime.time(9, 12))


def test_two_times_that_agree_are_one() -> None:
    moment = datetime.datetime(2026, 9, 3, 9, 12)
    (row,) = rows_of("Incidents", INCIDENTS_HEAD, [moment, "0101", "MIN-04", "9:12"])
    assert isinstance(row, IncidentRow)
    assert row.time == datetime.time(9, 12)


def test_two_times_that_disagree_are_a_fault() -> None:
    moment = datetime.datetime(2026, 9, 3, 9, 12)
    _, faults = read("Incidents", INCIDENTS_HEAD, [moment, "0101", "MIN-04", "9:30"])
    assert faults == [("A2", "time.twice")]


def test_a_formula_without_a_result_is_a_fault_even_alone_in_its_row() -> None:
    traits = SheetTraits(uncomputed=frozenset({"D2", "B3"}))
    _, faults = read("Staff", STAFF_HEAD, LI_NA[:3], [], traits=traits)
    assert faults[0] == ("D2", "cell.formula")
    assert ("B3", "cell.formula") in faults
    assert ("B3", "cell.empty") not in faults


def test_a_formula_elsewhere_is_none_of_our_business() -> None:
    _, faults = read("Staff", STAFF_HEAD, LI_NA, traits=SheetTraits(uncomputed=frozenset({"Z9"})))
    assert faults == []


@pytest.mark.parametrize(
    ("merge", "expected"),
    [
        (Merge("C2:C3", 3, 2, 3, 3), [("C2:C3", "cell.merged")]),
        (Merge("A2:B2", 1, 2, 2, 2), [("A2:B2", "cell.merged"), ("C3", "cell.empty")]),
        (Merge("D2:F2", 4, 2, 6, 2), [("C3", "cell.empty")]),
        (Merge("C3:C9", 3, 3, 3, 9), [("C3", "cell.empty")]),
        (Merge("H1:H9", 8, 1, 8, 9), [("C3", "cell.empty")]),
    ],
    ids=["down", "across", "into strange columns", "into blank rows", "elsewhere"],
)
def test_a_merged_range_is_a_fault_where_it_hides_a_cell(merge: Merge, expected: list[tuple[str, str]]) -> None:
    traits = SheetTraits(merged=(merge,))
    _, faults = read("Staff", STAFF_HEAD, LI_NA, ["0102", "王芳", None, HIRED], [], traits=traits)
    assert faults == expected


def test_a_merged_range_is_told_once_however_many_rows_it_hides() -> None:
    traits = SheetTraits(merged=(Merge("C2:C4", 3, 2, 3, 4), Merge("A9:B9", 1, 9, 2, 9)))
    others = [[f"010{n}", "王芳", None, HIRED] for n in (2, 3)]
    _, faults = read("Staff", STAFF_HEAD, LI_NA, *others, traits=traits)
    assert faults == [("C2:C4", "cell.merged")]


def test_a_title_merged_across_the_sheet_does_no_harm() -> None:
    traits = SheetTraits(merged=(Merge("A1:H1", 1, 1, 8, 1),))
    reading, faults = read("Staff", ["客服中心人员表"], STAFF_HEAD, LI_NA, traits=traits)
    assert faults == []
    assert reading is not None
    assert len(reading.rows) == 1


def test_a_sheet_may_be_only_so_long() -> None:
    reading, faults = read("Staff", STAFF_HEAD, *([LI_NA] * 4), limit=3)
    assert faults == [("5:5", "sheet.too-long")]
    assert reading is not None
    assert len(reading.rows) == 3
