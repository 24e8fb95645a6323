"""Rosters as they hang on the wall: names down, days across."""

import datetime
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.render.intake_book import Limits, read_intake
from csdesk.render.intake_cells import Cell
from csdesk.render.intake_grid_head import find_head
from csdesk.render.intake_rows import IntakeReading, RosterRow, SheetKind
from tests.render.books import Rows, a_workbook, part_of, places, reading_of, repacked, saved

DAYS = range(1, 31)
SHEET = "xl/worksheets/sheet1.xml"
TITLE = "2026年11月排班表"


def a_row(who: object, *cells: object) -> list[object]:
    return [who, *cells]


def a_grid(
    *rows: Sequence[object], title: str | None = TITLE, head: Sequence[object] = ("姓名", *DAYS)
) -> list[list[object]]:
    return [[title], list(head), *(list(row) for row in rows)] if title else [list(head), *(list(row) for row in rows)]


def the_shifts(reading: IntakeReading) -> list[tuple[date, str, str, str]]:
    return [(row.date, row.number or row.name, row.shift, row.where.cell("shift")) for row in reading.rows(RosterRow)]


def november(day: int) -> date:
    return date(2026, 11, day)


def test_names_down_and_days_across_become_rows_with_their_cells(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Sheet1=a_grid(a_row("李娜", "早", None, "晚"), a_row("王芳", None, "早")))
    assert reading.faults == ()
    assert the_shifts(reading) == [
        (november(1), "李娜", "早", "B3"),
        (november(3), "李娜", "晚", "D3"),
        (november(2), "王芳", "早", "C4"),
    ]
    (sheet,) = reading.sheets
    assert (sheet.kind, sheet.title, reading.unread) == (SheetKind.ROSTER, "Sheet1", ())
    assert reading.rows(RosterRow)[0].where.cell("name") == "A3"


def test_numbers_keep_their_zeros_and_stand_before_names(tmp_path: Path) -> None:
    book = a_workbook(Roster=a_grid(a_row(101, "李娜", "热线", "A"), a_row(None, "王芳", "热线", "B"),
                                    head=("工号", "姓名", "组别", *DAYS)))  # fmt: skip
    book["Roster"]["A3"].number_format = "0000"
    reading = read_intake(saved(book, tmp_path))
    assert [(row.number, row.name, row.shift) for row in reading.rows(RosterRow)] == [
        ("0101", "", "A"),
        ("", "王芳", "B"),
    ]
    assert reading.sheets[0].unknown_columns == ("组别",)


def test_the_same_shift_has_one_identity_in_grid_and_long_form(tmp_path: Path) -> None:
    grid = reading_of(tmp_path, Roster=a_grid(a_row("0101", "A"), head=("Number", *DAYS)))
    long = reading_of(tmp_path, Roster=[["date", "number", "shift"], [november(1), "0101", "A"]])
    assert grid.rows(RosterRow)[0].digest == long.rows(RosterRow)[0].digest


@pytest.mark.parametrize("written", ["A/B", "A+B", "Ａ／Ｂ", " A , B ", "A、B", "A\nB"])
def test_two_codes_in_a_cell_are_two_shifts(tmp_path: Path, written: str) -> None:
    reading = reading_of(tmp_path, Roster=a_grid(a_row("李娜", written)))
    assert [row.shift for row in reading.rows(RosterRow)] == ["A", "B"]


@pytest.mark.parametrize("written", ["休", "-", "—", "off", "OFF", " 休息 "])
def test_a_day_of_rest_is_said_as_it_stands(tmp_path: Path, written: str) -> None:
    (row,) = reading_of(tmp_path, Roster=a_grid(a_row("李娜", written))).rows(RosterRow)
    assert row.date == november(1)


def test_a_cell_with_nothing_but_a_stroke_is_a_day_of_rest(tmp_path: Path) -> None:
    (row,) = reading_of(tmp_path, Roster=a_grid(a_row("李娜", "/"))).rows(RosterRow)
    assert row.shift == "-"


def test_a_shift_may_be_called_by_a_figure(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Roster=a_grid(a_row("李娜", 1, 2.0)))
    assert [row.shift for row in reading.rows(RosterRow)] == ["1", "2"]


@pytest.mark.parametrize(
    "head",
    [
        ["姓名", *(november(day) for day in range(1, 8))],
        ["姓名", *(datetime.datetime(2026, 11, day) for day in range(1, 8))],
        ["姓名", *(f"2026-11-{day:02d}" for day in range(1, 8))],
        ["姓名", *(f"2026年11月{day}日" for day in range(1, 8))],
        ["姓名", *(f"11/{day}" for day in range(1, 8))],
        ["姓名", *(f"11月{day}日" for day in range(1, 8))],
        ["姓名", *(f"{day}日" for day in range(1, 8))],
        ["姓名", *(f"{day}号" for day in range(1, 8))],
        ["姓名", *(f"{day:02d}" for day in range(1, 8))],
        ["姓名", *(f"{day}({week})" for day, week in enumerate("日一二三四五六", start=1))],
        ["姓名", *(f"{day}\n周{week}" for day, week in enumerate("日一二三四五六", start=1))],
        [
            "Name",
            *(f"{day} {week}" for day, week in enumerate(("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"), start=1)),
        ],
        [None, *range(1, 8)],
    ],
)
def test_days_are_written_in_many_ways(tmp_path: Path, head: list[object]) -> None:
    reading = reading_of(tmp_path, Roster=a_grid(a_row("李娜", *"ABCDEFG"), head=head))
    assert reading.faults == ()
    assert [(row.date.day, row.shift) for row in reading.rows(RosterRow)] == list(enumerate("ABCDEFG", start=1))
    assert {Month.of(row.date) for row in reading.rows(RosterRow)} == {Month(2026, 11)}


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("2026年11月排班表", None),
        ("排班", "2026-11"),
        ("Roster", "November 2026"),
        ("Sheet1", "Roster, Nov 2026"),
        ("2026年11月", None),
        ("2026-11", "客服部"),
        ("Sheet1", "客服部排班表（2026年11月1日至30日）"),
        ("Roster", date(2026, 11, 1)),
        ("班表", "2026.11"),
    ],
)
def test_the_month_stands_in_the_title_or_in_the_sheet_s_name(tmp_path: Path, sheet: str, title: object) -> None:
    head: list[list[object]] = [[title], ["姓名", *DAYS]] if title else [["姓名", *DAYS]]
    sheets: dict[str, Rows] = {sheet: [*head, ["李娜", "A"]]}
    reading = reading_of(tmp_path, **sheets)
    assert reading.faults == ()
    assert [row.date for row in reading.rows(RosterRow)] == [november(1)]


def test_the_day_on_which_a_roster_was_made_is_not_its_month(tmp_path: Path) -> None:
    made = "编制日期：2026-10-25"
    reading = reading_of(tmp_path, 排班=[[made, None, "2026年11月"], ["姓名", *DAYS], ["李娜", "A"]])
    assert [row.date for row in reading.rows(RosterRow)] == [november(1)]


def test_days_of_the_months_beside_are_of_their_own_year(tmp_path: Path) -> None:
    head = ["姓名", "12/29", "12/30", "12/31", "1/1", "1/2"]
    january = reading_of(tmp_path, Roster=[["2027年1月"], head, ["李娜", *"ABCDE"]])
    december = reading_of(tmp_path, Roster=[["2026年12月"], head, ["李娜", *"ABCDE"]])
    days = [date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]
    for reading in (january, december):
        assert [row.date for row in reading.rows(RosterRow)] == days


def test_a_row_of_weekdays_above_or_below_the_days_is_passed_over(tmp_path: Path) -> None:
    week = "日一二三四五六"
    below = reading_of(tmp_path, 排班=[[TITLE], ["日期", *range(1, 8)], ["姓名", *week], ["李娜", "A"]])
    above = reading_of(
        tmp_path, 排班=[[TITLE], ["姓名", *(f"周{day}" for day in week)], [None, *range(1, 8)], ["李娜", "A"]]
    )
    for reading in (below, above):
        assert reading.faults == ()
        assert [(row.date.day, row.name, row.shift) for row in reading.rows(RosterRow)] == [(1, "李娜", "A")]


def test_several_months_may_hang_side_by_side_and_the_long_form_too(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "2026年10月排班": [["姓名", *DAYS], ["李娜", "A"]],
        "2026年11月排班": [["姓名", *DAYS], ["李娜", "B"]],
        "Roster": [["date", "number", "shift"], [date(2026, 12, 1), "0101", "C"]],
    }
    reading = reading_of(tmp_path, **sheets)
    assert [(row.date, row.shift) for row in reading.rows(RosterRow)] == [
        (date(2026, 10, 1), "A"), (november(1), "B"), (date(2026, 12, 1), "C")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("2026年11月考勤表", [["姓名", *DAYS], ["李娜", "√"]]),
        ("2026年11月", [["考勤表"], ["姓名", *DAYS], ["李娜", "√"]]),
        ("统计", [["2026年11月"], ["姓名", *DAYS], ["李娜", 3]]),
        ("排班说明", [["早班", "08:30"]]),
        ("2026年11月排班", [["姓名", 1, 2, 3, 4], ["李娜", "A"]]),
    ],
)
def test_other_tables_with_days_across_are_left_alone(tmp_path: Path, sheet: str, rows: list[list[object]]) -> None:
    reading = reading_of(tmp_path, Tests=[["date", "number", "score"]], **{sheet: rows})
    assert (reading.faults, reading.unknown) == ((), (sheet,))


def test_a_sheet_of_another_kind_is_never_taken_for_a_grid(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, Attendance=a_grid(a_row("李娜", "A")))
    assert places(reading.faults) == [("", "columns.missing")]


def test_a_roster_with_neither_form_says_what_the_long_form_needs(tmp_path: Path) -> None:
    assert places(reading_of(tmp_path, 排班=[["李娜", "早"]]).faults) == [("", "columns.missing")]


class TestFaults:
    """Each stands in its cell, in both languages."""

    def test_a_grid_without_a_month(self, tmp_path: Path) -> None:
        reading = reading_of(tmp_path, 排班=[["姓名", *DAYS], ["李娜", "A"]])
        assert places(reading.faults) == [("1:1", "grid.month-missing")]
        assert reading.unreadable == (SheetKind.ROSTER,)

    def test_a_grid_with_two_months(self, tmp_path: Path) -> None:
        reading = reading_of(tmp_path, **{"2026年10月排班": a_grid(a_row("李娜", "A"))})
        assert places(reading.faults) == [("2:2", "grid.months")]

    def test_a_grid_without_people(self, tmp_path: Path) -> None:
        assert places(reading_of(tmp_path, 排班=[[TITLE], [*DAYS], ["A"]]).faults) == [("2:2", "grid.people-missing")]

    def test_days_that_do_not_come_one_after_the_other(self, tmp_path: Path) -> None:
        head = ("姓名", 26, 27, 28, 29, 30, 31, 1, 2, 2)
        assert places(reading_of(tmp_path, 排班=a_grid(a_row("李娜", "A"), head=head)).faults) == [
            ("H2", "grid.days"), ("J2", "grid.days")
        ]  # fmt: skip

    def test_a_day_that_the_month_does_not_have_may_stand_there_empty(self, tmp_path: Path) -> None:
        head = ("姓名", *range(1, 32))
        rest = [None] * 30
        reading = reading_of(tmp_path, 排班=a_grid(a_row("李娜", *rest, "-"), a_row("王芳", *rest, "A"), head=head))
        assert places(reading.faults) == [("AF4", "grid.no-such-day")]

    def test_shifts_of_nobody(self, tmp_path: Path) -> None:
        assert places(reading_of(tmp_path, 排班=a_grid(a_row(None, "A"), a_row("李娜", "B"))).faults) == [
            ("A3", "grid.nobody")
        ]

    def test_a_name_that_is_none(self, tmp_path: Path) -> None:
        assert places(reading_of(tmp_path, 排班=a_grid(a_row(date(2026, 1, 1), "A"))).faults) == [
            ("A3", "number.unreadable")
        ]

    def test_cells_that_hold_no_codes(self, tmp_path: Path) -> None:
        row = a_row("李娜", november(1), "#N/A", 1.5, "x" * 21, "x" * 201, True)
        assert places(reading_of(tmp_path, 排班=a_grid(row)).faults) == [
            ("B3", "shift.unreadable"),
            ("C3", "cell.error"),
            ("D3", "shift.unreadable"),
            ("E3", "shift.unreadable"),
            ("F3", "shift.unreadable"),
            ("G3", "shift.unreadable"),
        ]

    def test_a_cell_that_cannot_be_read_beyond_the_month_s_end(self, tmp_path: Path) -> None:
        head = ("姓名", *range(1, 32))
        reading = reading_of(tmp_path, 排班=a_grid(a_row("李娜", *[None] * 30, 1.5), head=head))
        assert places(reading.faults) == [("AF3", "shift.unreadable")]

    def test_merged_cells_are_told_once_and_the_rest_is_read(self, tmp_path: Path) -> None:
        book = a_workbook(排班=a_grid(a_row("李娜", "A", "B", "C"), a_row("王芳", "A"), a_row(None, "B")))
        for merge in ("A1:AE1", "C3:D3", "A4:A5"):
            book["排班"].merge_cells(merge)
        reading = read_intake(saved(book, tmp_path))
        assert places(reading.faults) == [("C3:D3", "cell.merged"), ("A4:A5", "cell.merged")]
        assert [(row.name, row.shift) for row in reading.rows(RosterRow)] == [("李娜", "A"), ("王芳", "A")]

    def test_a_merge_of_three_rows_is_told_once(self, tmp_path: Path) -> None:
        book = a_workbook(排班=a_grid(a_row("王芳", "A"), a_row(None, "B"), a_row(None, "C")))
        book["排班"].merge_cells("A3:A5")
        assert places(read_intake(saved(book, tmp_path)).faults) == [("A3:A5", "cell.merged")]

    def test_a_formula_without_its_result(self, tmp_path: Path) -> None:
        reading = reading_of(tmp_path, 排班=a_grid(a_row("李娜", "=B1", "A")))
        assert places(reading.faults) == [("B3", "cell.formula")]
        assert [row.shift for row in reading.rows(RosterRow)] == ["A"]

    def test_too_many_shifts(self, tmp_path: Path) -> None:
        path = saved(a_workbook(排班=a_grid(a_row("李娜", "A", "B"), a_row("王芳", "A", "B"))), tmp_path)
        reading = read_intake(path, limits=Limits(rows=3))
        assert places(reading.faults) == [("4:4", "sheet.too-long")]

    def test_a_sheet_damaged_below_its_head(self, tmp_path: Path) -> None:
        path = saved(a_workbook(排班=a_grid(*(a_row(f"员工{n}", "A") for n in range(60)))), tmp_path)
        sheet = part_of(path, SHEET)
        reading = read_intake(repacked(path, {SHEET: sheet[: len(sheet) * 2 // 3]}))
        assert places(reading.faults) == [("", "sheet.damaged")]


def test_sums_and_notes_below_the_people_are_passed_over(tmp_path: Path) -> None:
    rows = [a_row("李娜", "A", "B"), a_row("合计", 1, 1), a_row("早班：08:30-17:30"), a_row("Total:", 2)]
    reading = reading_of(tmp_path, 排班=a_grid(*rows))
    assert reading.faults == ()
    assert len(reading.rows(RosterRow)) == 2


def test_columns_behind_the_days_are_named_and_skipped(tmp_path: Path) -> None:
    head = ("姓名", *DAYS, "合计", "备注")
    reading = reading_of(tmp_path, 排班=a_grid(a_row("李娜", *["A"] * 30, 30, "x"), head=head))
    assert len(reading.rows(RosterRow)) == 30
    assert reading.sheets[0].unknown_columns == ("合计", "备注")


@pytest.mark.parametrize("value", [True, 1.5, "32", "x", "13/40", datetime.time(1), "1 x", "8:00"])
def test_what_is_no_day_makes_no_head(value: object) -> None:
    cell = Cell(value)  # type: ignore[arg-type]  # test data
    assert find_head("排班", [[cell] * 9]) is None
    assert find_head("排班", []) is None


def test_an_impossible_date_has_no_day() -> None:
    head = find_head("排班 2026-02", [[Cell("姓名"), *(Cell(f"2026-02-{day}") for day in range(27, 32))]])
    assert head is not None
    assert [head.date_at(position) for position in (1, 2, 3)] == [date(2026, 2, 27), date(2026, 2, 28), None]


def test_a_day_kept_with_decimals_is_a_day() -> None:
    head = find_head("排班 2026-11", [[Cell("姓名"), *(Cell(float(day)) for day in range(1, 8))]])
    assert head is not None
    assert head.date_at(7) == november(7)


def test_days_alone_are_no_dates() -> None:
    head = find_head("排班", [[Cell("姓名"), *(Cell(day) for day in range(1, 8))]])
    assert head is not None
    assert head.date_at(1) is None


def test_months_that_no_calendar_has_are_not_taken() -> None:
    head = find_head("排班 2026-13", [[Cell("姓名"), *(Cell(day) for day in range(1, 8))]])
    assert head is not None
    assert head.months == ()
