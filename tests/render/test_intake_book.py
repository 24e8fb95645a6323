"""Whole workbooks: what is read, what is reported, what is refused."""

import datetime
import random
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from csdesk.core.employee import Role
from csdesk.core.leave import LeaveType
from csdesk.core.month import Month
from csdesk.render.intake_book import Limits, read_intake
from csdesk.render.intake_rows import (
    AdjustmentRow,
    AttendanceRow,
    ComplaintRow,
    IncidentRow,
    LeaveRow,
    RosterRow,
    SheetKind,
    ShiftRow,
    StaffRow,
    SwapRow,
    TestRow,
    WorkloadRow,
)
from csdesk.render.steps import Cancelled
from tests.render.books import (
    INCIDENTS_HEAD,
    LI_NA,
    STAFF_HEAD,
    TEST_HEAD,
    a_workbook,
    part_of,
    places,
    reading_of,
    repacked,
    saved,
)

REAL = Path(__file__).parents[1] / "data" / "desk-2026.xlsx"
SHEET = "xl/worksheets/sheet1.xml"


def test_a_workbook_as_a_team_really_keeps_it_is_read_whole() -> None:
    reading = read_intake(REAL)
    assert reading.faults == ()
    assert (reading.unread, reading.unreadable) == ((), ())
    assert {sheet.kind.value: (sheet.title, len(sheet.rows)) for sheet in reading.sheets} == {
        "staff": ("人员", 15),
        "incidents": ("记录", 91),
        "adjustments": ("调整", 10),
        "tests": ("考试", 47),
        "workload": ("工作量", 48),
        "complaints": ("客诉", 11),
    }
    assert {sheet.title: sheet.unknown_columns for sheet in reading.sheets if sheet.unknown_columns} == {
        "人员": ("微信群昵称",),
        "记录": ("姓名",),
    }


def test_the_real_workbook_s_people_are_who_they_are() -> None:
    people = {row.number: row for row in read_intake(REAL).rows(StaffRow)}
    assert list(people) == ["0101", "0102", "0103", "0104", "0105", "0106", "0107", "0108", "0109", "0110", "0111",
                            "0201", "0202", "0301", "0401"]  # fmt: skip
    assert people["0102"].name == "王𬭎"
    assert people["0108"].left == date(2026, 9, 18)
    assert people["0202"].role is Role.TRAINING_SPECIALIST
    assert people["0110"].base_salary == Decimal(4600)


def test_the_real_workbook_s_entries_fall_into_four_months() -> None:
    reading = read_intake(REAL)
    assert Counter(row.date.month for row in reading.rows(IncidentRow)).keys() == {7, 8, 9, 10}
    assert {row.month for row in reading.rows(WorkloadRow)} == {Month(2026, month) for month in (7, 8, 9, 10)}
    assert {row.month for row in reading.rows(AdjustmentRow)} == {Month(2026, month) for month in (7, 8, 9, 10)}
    assert len({row.digest for sheet in reading.sheets for row in sheet.rows}) == 222


def test_the_real_workbook_s_overrun_keeps_its_minutes() -> None:
    (overrun,) = (row for row in read_intake(REAL).rows(IncidentRow) if row.where.row == 60)
    assert (overrun.code, overrun.minutes, overrun.time) == ("OVERRUN", 31, datetime.time(14, 18))


def test_the_sheets_of_the_log_and_the_month_are_read(tmp_path: Path) -> None:
    day = date(2026, 9, 3)
    reading = reading_of(
        tmp_path,
        Staff=[STAFF_HEAD, LI_NA],
        Incidents=[INCIDENTS_HEAD, [day, "0101", "OVERRUN", None, None, "slow"]],
        Adjustments=[["month", "number", "points", "reason"], ["2026-09", "0101", -2, "careless"]],
        Tests=[TEST_HEAD, [day, "0101", "88.5"]],
        Workload=[["month", "number", "workload", "quality"], [day, "0101", 480, 97.5]],
        Complaints=[["received", "number (employee)", "effective", "fine"], [day, None, None, None],
                    [day, "0101", "是", 50]],
    )  # fmt: skip
    assert reading.faults == ()
    assert reading.rows(TestRow)[0].score == Decimal("88.5")
    assert reading.rows(WorkloadRow)[0].month == Month(2026, 9)
    nobody, somebody = reading.rows(ComplaintRow)
    assert (nobody.number, nobody.effective, nobody.fine) == ("", None, None)
    assert (somebody.number, somebody.effective, somebody.fine) == ("0101", True, Decimal(50))


def test_sheets_not_read_yet_and_strange_ones_are_reported_by_name(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, 通讯录=[["x"]], Staff=[STAFF_HEAD, LI_NA], 指标=[["x"]], Ratings=[["x"]], Codes=[["x"]]
    )
    assert reading.faults == ()
    assert reading.unread == ("通讯录", "指标", "Ratings")
    assert reading.unknown == ("通讯录",)


def test_a_workbook_with_nothing_to_read_is_a_fault(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Ratings=[["x"]], Sheet1=[["x"]])
    assert places(reading.faults) == [("", "sheets.none")]
    assert "Staff 人员" in str(reading.faults[0].detail["sheets"])
    assert reading.unread == ("Ratings", "Sheet1")


def test_entries_without_a_staff_sheet_are_fine(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Incidents=[INCIDENTS_HEAD, [date(2026, 9, 3), "0101", "MIN-01"]])
    assert reading.faults == ()
    assert len(reading.rows(IncidentRow)) == 1


def test_two_sheets_that_mean_the_same_are_a_fault(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Staff=[STAFF_HEAD, LI_NA], 人员=[STAFF_HEAD, LI_NA])
    assert [(fault.sheet, fault.code) for fault in reading.faults] == [("人员", "sheet.twice")]
    assert len(reading.rows(StaffRow)) == 1


def test_a_sheet_without_its_headings_is_unreadable_and_the_others_are_read(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, Staff=[["number", "name"], ["0101", "x"]], Tests=[TEST_HEAD, [date(2026, 9, 3), "0101", 88]]
    )
    assert [(fault.sheet, fault.cell, fault.code) for fault in reading.faults] == [("Staff", "1:1", "columns.missing")]
    assert reading.unreadable == (SheetKind.STAFF,)
    assert reading.sheet(SheetKind.STAFF) is None
    assert len(reading.rows(TestRow)) == 1


def test_faults_of_every_sheet_are_told_at_once(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        Staff=[STAFF_HEAD, LI_NA, ["0102", "王芳", "boss", "soon"]],
        Incidents=[INCIDENTS_HEAD, ["2026-02-30", None, "MIN-01"], [date(2026, 9, 3), "0101", "MIN-04", None, "two"]],
    )
    assert [(fault.sheet, *place) for fault, place in zip(reading.faults, places(reading.faults), strict=True)] == [
        ("Staff", "C3", "role.unknown"),
        ("Staff", "D3", "date.unreadable"),
        ("Incidents", "A2", "date.impossible"),
        ("Incidents", "B2", "cell.empty"),
        ("Incidents", "E3", "figure.is-text"),
    ]


def test_a_number_kept_as_a_figure_shows_the_zeros_of_its_format(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, [101, *LI_NA[1:]], [102, *LI_NA[1:]]])
    book["Staff"]["A2"].number_format = "0000"
    assert [row.number for row in read_intake(saved(book, tmp_path)).rows(StaffRow)] == ["0101", "102"]


def test_dates_of_the_1904_calendar_are_the_same_days(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, LI_NA])
    book.epoch = CALENDAR_MAC_1904
    assert read_intake(saved(book, tmp_path)).rows(StaffRow)[0].hired == LI_NA[3]


def test_times_of_the_workbook_are_times(tmp_path: Path) -> None:
    head = ("date", "time", "number", "code")
    day = date(2026, 9, 3)
    book = a_workbook(Incidents=[head, [day, datetime.time(9, 12), "0101", "MIN-01"],
                                 [day, datetime.timedelta(hours=9, minutes=12), "0101", "MIN-02"]])  # fmt: skip
    rows = read_intake(saved(book, tmp_path)).rows(IncidentRow)
    assert {row.time for row in rows} == {datetime.time(9, 12)}


def test_a_day_out_of_the_calendar_is_an_error_value(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, [*LI_NA[:3], 99_999_999]])
    book["Staff"]["D2"].number_format = numbers.FORMAT_DATE_YYYYMMDD2
    assert places(read_intake(saved(book, tmp_path)).faults) == [("D2", "cell.error")]


def test_an_error_value_is_a_fault(tmp_path: Path) -> None:
    assert places(reading_of(tmp_path, Staff=[STAFF_HEAD, ["0101", "#N/A", *LI_NA[2:]]]).faults) == [
        ("B2", "cell.error")
    ]


def test_a_formula_counts_by_its_stored_result(tmp_path: Path) -> None:
    path = saved(a_workbook(Tests=[TEST_HEAD, [date(2026, 9, 3), "0101", "=80+8"]]), tmp_path)
    assert places(read_intake(path).faults) == [("C2", "cell.formula")]
    sheet = part_of(path, SHEET).replace("<f>80+8</f><v />", "<f>80+8</f><v>88</v>")
    sheet = sheet.replace("<f>80+8</f><v></v>", "<f>80+8</f><v>88</v>")
    assert read_intake(repacked(path, {SHEET: sheet})).rows(TestRow)[0].score == 88


def test_hidden_rows_and_sheets_are_read(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, LI_NA], Tests=[TEST_HEAD, [date(2026, 9, 3), "0101", 88]])
    book["Staff"].row_dimensions[2].hidden = True
    book["Tests"].sheet_state = "hidden"
    reading = read_intake(saved(book, tmp_path))
    assert (len(reading.rows(StaffRow)), len(reading.rows(TestRow))) == (1, 1)


def test_a_chart_sheet_is_reported_and_not_read(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, LI_NA])
    book.create_chartsheet("Tests").add_chart(BarChart())
    reading = read_intake(saved(book, tmp_path))
    assert reading.faults == ()
    assert reading.unread == ("Tests",)


def test_a_sheet_that_lies_about_its_size_is_read_all_the_same(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), tmp_path)
    for claim in ("A1", "A1:XFD1048576"):
        sheet = part_of(path, SHEET).replace('<dimension ref="A1:D2" />', f'<dimension ref="{claim}"/>')
        assert f'"{claim}"' in sheet
        other = repacked(saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), tmp_path, "other.xlsx"), {SHEET: sheet})
        assert len(read_intake(other).rows(StaffRow)) == 1


def test_a_cell_at_the_far_end_of_the_sheet_does_no_harm(tmp_path: Path) -> None:
    book = a_workbook(Staff=[STAFF_HEAD, LI_NA])
    book["Staff"]["XFD1048576"] = "stray"
    assert len(read_intake(saved(book, tmp_path)).rows(StaffRow)) == 1


def test_a_sheet_damaged_in_its_middle_is_named(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, LI_NA], Tests=[TEST_HEAD, [date(2026, 9, 3), "0101", 88]]), tmp_path)
    sheet = part_of(path, SHEET)
    reading = read_intake(repacked(path, {SHEET: sheet[: len(sheet) * 2 // 3]}))
    assert [(fault.sheet, fault.code) for fault in reading.faults] == [("Staff", "sheet.damaged")]
    assert reading.unreadable == (SheetKind.STAFF,)
    assert len(reading.rows(TestRow)) == 1


def test_a_sheet_that_points_to_a_text_that_is_not_there_is_damaged(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), tmp_path)
    sheet = part_of(path, SHEET).replace('t="inlineStr"', 't="s"').replace("<is><t>0101</t></is>", "<v>999</v>")
    assert "<v>999</v>" in sheet
    reading = read_intake(repacked(path, {SHEET: sheet}))
    assert [(fault.sheet, fault.code) for fault in reading.faults] == [("Staff", "sheet.damaged")]


def test_too_many_rows_are_a_fault(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, *([LI_NA] * 5)]), tmp_path)
    assert places(read_intake(path, limits=Limits(rows=4)).faults) == [("6:6", "sheet.too-long")]


def test_progress_counts_up_to_the_end(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, *([LI_NA] * 300)], Tests=[TEST_HEAD]), tmp_path)
    told: list[tuple[int, int]] = []
    read_intake(path, progress=lambda done, total: told.append((done, total)))
    assert told == [(128, 302), (256, 302), (302, 302)]


def test_a_cancelled_reading_stops(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, *([LI_NA] * 300)]), tmp_path)
    with pytest.raises(Cancelled):
        read_intake(path, cancelled=lambda: True)


def test_a_workbook_may_warn_openpyxl_without_warning_anybody(tmp_path: Path) -> None:
    path = saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), tmp_path)
    extension = '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    sheet = part_of(path, SHEET).replace("</worksheet>", extension)
    assert read_intake(repacked(path, {SHEET: sheet})).faults == ()


@pytest.mark.parametrize("seed", range(25))
def test_no_damage_to_the_archive_breaks_the_reading(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(REAL.read_bytes())
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = tmp_path / "spoilt.xlsx"
    path.write_bytes(content)
    places(read_intake(path).faults)


@pytest.mark.parametrize("seed", range(25))
def test_no_damage_to_a_part_breaks_the_reading(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "spoilt.xlsx"
    path.write_bytes(REAL.read_bytes())
    names = ["xl/workbook.xml", "xl/styles.xml", SHEET, "xl/worksheets/sheet2.xml", "[Content_Types].xml"]
    name = chance.choice(names)
    part = bytearray(part_of(path, name).encode("utf-8"))
    for _ in range(chance.randint(1, 4)):
        part[chance.randrange(len(part))] = chance.choice(b"<>\"'/=0159aAz &")
    places(read_intake(repacked(path, {name: bytes(part)})).faults)


def test_the_file_s_name_is_kept(tmp_path: Path) -> None:
    assert read_intake(saved(a_workbook(Staff=[STAFF_HEAD, LI_NA]), tmp_path, "团队.xlsx")).file_name == "团队.xlsx"
    assert openpyxl.load_workbook(REAL).sheetnames[0] == "人员"


class TestShiftsAndRoster:
    """The sheets of shifts, roster, swaps, leave and attendance, in either language."""

    def test_all_five_are_read(self, tmp_path: Path) -> None:
        day = date(2026, 11, 3)
        reading = reading_of(
            tmp_path,
            Shifts=[["code", "start", "end", "break"], ["A1", datetime.time(8, 30), "17:30", 60]],
            Roster=[["date", "number", "shift"], [day, "0101", "A1"]],
            Swaps=[["number_a", "day_a", "number_b", "day_b", "reason", "signed_a", "signed_b", "approved",
                    "approved_on"],
                   ["0101", day, "0102", date(2026, 11, 5), "family", "yes", "yes", "yes", date(2026, 11, 1)]],
            Leave=[["number", "from", "to", "type", "approved"], ["0101", day, day, "annual", None]],
            Attendance=[["date", "number", "late", "early", "absent"], [day, "0101", 5, None, "no"]],
        )  # fmt: skip
        assert (reading.faults, reading.unread) == ((), ())
        (shift,) = reading.rows(ShiftRow)
        assert (shift.code, shift.start, shift.end, shift.break_) == (
            "A1", datetime.time(8, 30), datetime.time(17, 30), 60
        )  # fmt: skip
        (cell,) = reading.rows(RosterRow)
        assert (cell.date, cell.number, cell.shift, cell.name) == (day, "0101", "A1", "")
        (swap,) = reading.rows(SwapRow)
        assert (swap.number_a, swap.day_b, swap.signed_b, swap.approved_on) == (
            "0101", date(2026, 11, 5), True, date(2026, 11, 1)
        )  # fmt: skip
        (leave,) = reading.rows(LeaveRow)
        assert (leave.from_, leave.to, leave.type, leave.approved) == (day, day, LeaveType.ANNUAL, None)
        (record,) = reading.rows(AttendanceRow)
        assert (record.late, record.early, record.absent) == (5, None, False)

    def test_they_are_read_in_chinese_with_the_same_identities(self, tmp_path: Path) -> None:
        day = date(2026, 11, 3)
        chinese = reading_of(
            tmp_path,
            班次=[["班次", "上班时间", "下班时间", "休息（分钟）"], ["早", "8:30", "17:30", 60]],
            排班=[["日期", "工号", "班次"], ["2026年11月3日", "0101", "早"]],
            换班=[["工号甲", "日期甲", "工号乙", "是否批准"], ["0101", day, "0102", "否"]],
            请假=[["工号", "开始日期", "结束日期", "假别", "是否批准"], ["0101", day, day, "病假", "是"]],
            考勤=[["日期", "工号", "迟到（分钟）", "旷工"], [day, "0101", None, "是"]],
        )
        english = reading_of(
            tmp_path,
            Shifts=[["code", "start", "end", "break"], ["早", "8:30", "17:30", 60]],
            Roster=[["date", "number", "shift"], [day, "0101", "早"]],
            Swaps=[["number_a", "day_a", "number_b", "approved"], ["0101", day, "0102", "no"]],
            Leave=[["number", "from", "to", "type", "approved"], ["0101", day, day, "sick leave", "yes"]],
            Attendance=[["date", "number", "late", "absent"], [day, "0101", None, "yes"]],
        )
        assert (chinese.faults, english.faults) == ((), ())
        assert [row.digest for sheet in chinese.sheets for row in sheet.rows] == [
            row.digest for sheet in english.sheets for row in sheet.rows
        ]

    def test_what_cannot_be_meant_is_told_in_its_cell(self, tmp_path: Path) -> None:
        day = date(2026, 11, 3)
        reading = reading_of(
            tmp_path,
            Shifts=[["code", "start", "end"], ["x" * 21, "25:00", "17:30"], ["A1", None, "17:30"]],
            Roster=[["date", "number", "shift"], [day, "0101", day]],
            Leave=[["number", "from", "to", "type"], ["0101", day, day, "holiday"]],
        )
        assert places(reading.faults) == [
            ("A2", "shift.unreadable"),
            ("B2", "time.unreadable"),
            ("B3", "cell.empty"),
            ("C2", "shift.unreadable"),
            ("D2", "leave.type-unknown"),
        ]
