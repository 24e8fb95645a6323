"""The roster's workbook: what it says, how it prints, and that it can be imported again."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from csdesk.core.month import Month
from csdesk.core.shifts import Shift
from csdesk.render.intake_book import read_intake
from csdesk.render.intake_rows import RosterRow, SheetKind, ShiftRow
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_book import roster_book
from csdesk.render.roster_sheet import RosterSheet
from csdesk.render.steps import Cancelled
from tests.builders import an_employee
from tests.render.duty_builders import (
    DAY,
    EVENING,
    NIGHT,
    OCTOBER,
    a_busy_roster,
    a_leave,
    a_roster,
    the_calendar,
)

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
SHEETS = {
    "en": ["Month", "Roster", "Shifts"],
    "zh": ["月历", "排班", "班次"],
    "both": ["月历 Month", "排班 Roster", "班次 Shifts"],
}


def book_of(sheet: RosterSheet, language: PaperLanguage = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(roster_book(sheet, language)))


def rows_of(page: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_month_stands_with_people_down_and_days_across(language: PaperLanguage) -> None:
    sheet = a_busy_roster()
    book = book_of(sheet, language)
    assert book.sheetnames == SHEETS[language]
    rows = rows_of(book.worksheets[0])
    assert rows[2][2:33] == [datetime(2026, 10, day) for day in range(1, 32)]
    assert rows[3][2] == {"en": "Th", "zh": "四", "both": "四 Th"}[language]
    assert rows[4][2] == {"en": "Hol", "zh": "休", "both": "休 Hol"}[language]
    people = {str(row[0]): row for row in rows[5:17]}
    assert [row[1] for row in people.values()] == [person.name for person in sheet.employees]
    assert people["1003"][2 + 8] == "D\nN"
    assert people["1001"][2 + 14] == "N"
    assert people["1005"][2 + 20] == {"en": "N\nLeave?", "zh": "N\n休假？", "both": "N\n休假？"}[language]
    assert (
        people["1006"][2 + 25]
        == {"en": "晚班\nLeave\n2.5h", "zh": "晚班\n休假\n2.5h", "both": "晚班\n休假\n2.5h"}[language]
    )
    assert people["1001"][33] == 21


def test_what_is_swapped_and_what_is_short_stands_out() -> None:
    page = book_of(a_busy_roster()).worksheets[0]
    swapped, ordinary = page.cell(6, 3 + 14), page.cell(6, 3)
    assert (swapped.font.bold, swapped.border.left.style) == (True, "medium")
    assert (ordinary.font.bold, ordinary.border.left.style) == (False, "thin")
    covers = {cell.value: bool(cell.font.bold) for row in page.iter_rows(min_row=19, min_col=3) for cell in row}
    assert covers["2/3"]
    assert not covers["3/3"]


def test_weekends_and_holidays_are_grey() -> None:
    page = book_of(a_roster(1)).worksheets[0]
    ground = [str(page.cell(6, 3 + at).fill.start_color.rgb) for at in range(31)]
    assert ground[0] == ground[6] == "FFCFCFCF"
    assert ground[10] == "FFE8E8E8"
    assert ground[9] == ground[11] == "00000000"


@pytest.mark.parametrize(("size", "code"), [("A4", "9"), ("A3", "8")])
def test_it_prints_across_with_its_heads_on_every_page(size: str, code: str) -> None:
    content = roster_book(a_roster(60), "both", "A3" if size == "A3" else "A4")
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", code)
    assert (page.print_title_rows, page.print_title_cols) == ("$3:$5", "$A:$B")
    assert (page.freeze_panes, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == ("C6", None, 0)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert "南区客服中心" in parts.read("xl/worksheets/sheet1.xml").decode("utf-8")


def test_a_month_without_holidays_has_one_heading_row_less_and_says_when_they_are_estimated() -> None:
    page = book_of(a_roster(2, Month(2027, 3), calendar=the_calendar())).worksheets[0]
    assert page.freeze_panes == "C5"
    assert "after 2026 are estimated" in str(page.cell(2, 1).value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_long_form_reads_back_as_the_planned_roster(language: PaperLanguage, tmp_path: Path) -> None:
    sheet = a_busy_roster()
    early = ("person-1001", date(2026, 9, 30))
    sheet = sheet._replace(planned={**sheet.planned, early: ("night",)}, team="排班 Roster 组")
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_book(sheet, language))
    reading = read_intake(path)
    assert reading.faults == ()
    kinds = {one.kind: one.rows for one in reading.sheets}
    assert set(kinds) == {SheetKind.ROSTER, SheetKind.SHIFTS}
    read = [(row.date, row.number, row.shift) for row in kinds[SheetKind.ROSTER] if isinstance(row, RosterRow)]
    numbers = {person.id: person.number for person in sheet.employees}
    planned = [
        (day, numbers[who], sheet.shifts[shift].code)
        for (who, day), cell in sheet.planned.items()
        for shift in cell
        if day in OCTOBER
    ]
    assert sorted(read) == sorted(planned)
    shifts = [
        (row.code, row.start, row.end, row.break_) for row in kinds[SheetKind.SHIFTS] if isinstance(row, ShiftRow)
    ]
    assert shifts == [
        ("D", time(8, 30), time(17, 30), 60),
        ("晚班", time(14), time(22), 0),
        ("N", time(22), time(6), 30),
    ]


def test_nothing_can_run_as_a_formula(tmp_path: Path) -> None:
    shift = DAY._replace(code="=1+1")
    person = an_employee("=2+2", '=HYPERLINK("x")\x07')
    sheet = a_roster(employees=[person], shifts=[shift], team="=team")
    book = book_of(sheet)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    values = {cell.value for cell in cells}
    assert {"=1+1", "=2+2", '=HYPERLINK("x")'} <= values


def test_a_retired_shift_stands_only_where_the_month_has_it() -> None:
    old, gone = NIGHT._replace(retired=True), Shift("gone", "G", time(1), time(2), retired=True)
    kept = a_roster(3, shifts=(DAY, old))
    book = book_of(kept._replace(shifts={**kept.shifts, "gone": gone, "evening": EVENING}))
    assert [row[0] for row in rows_of(book.worksheets[2])[3:]] == ["D", "晚班", "N"]


def test_a_shift_that_was_swapped_away_keeps_its_place_among_the_shifts() -> None:
    sheet = a_roster(1, shifts=(DAY,))
    old = NIGHT._replace(retired=True)
    planned = {**sheet.planned, ("person-1001", date(2026, 10, 6)): ("night",)}
    book = book_of(sheet._replace(shifts={**sheet.shifts, "night": old}, planned=planned))
    assert [row[0] for row in rows_of(book.worksheets[2])[3:]] == ["D", "N"]


def test_an_empty_roster_is_a_workbook_too() -> None:
    book = book_of(a_roster(0, shifts=()))
    assert [page.max_row for page in book.worksheets] == [5, 3, 3]


def test_leave_that_was_refused_does_not_show() -> None:
    sheet = a_busy_roster()
    page = book_of(sheet).worksheets[0]
    assert "Leave" not in str(page.cell(6 + 7, 3 + 4).value)
    approved = a_roster(1, leaves=[a_leave("person-1001", date(2026, 10, 5))])
    assert book_of(approved).worksheets[0].cell(6, 3 + 4).value == "Leave"


def test_the_same_roster_gives_the_same_bytes_and_tells_its_progress() -> None:
    told: list[tuple[int, int]] = []
    sheet = a_roster(3)
    first = roster_book(sheet, "zh", progress=lambda done, total: told.append((done, total)))
    assert first == roster_book(sheet, "zh")
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_cancelled_workbook_is_none() -> None:
    with pytest.raises(Cancelled):
        roster_book(a_roster(3), "en", cancelled=lambda: True)


def test_a_day_on_which_nobody_works_or_is_needed_has_no_cover() -> None:
    sheet = a_roster(0, shifts=(DAY._replace(needs=(0, 1, 0, 0, 0, 0, 0)),))
    rows = rows_of(book_of(sheet).worksheets[0])
    assert rows[-1][:2] == ["D", "08:30–17:30"]
    assert [value for value in rows[-1][2:] if value] == ["0/1"] * 4
