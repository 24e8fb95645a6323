"""The month's roster as a calendar, filled by keyboard and mouse in the real window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.ui.keyboard import Key
from tests.ui.pages.shifts import ShiftsTab, a_shift_of, a_shifts_tab, a_team_with_shifts, planned


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_team_with_shifts(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[ShiftsTab]:
    with a_shifts_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


# The order of Tab


def test_tab_goes_from_the_search_over_the_shifts_into_the_calendar(tab: ShiftsTab) -> None:
    tab.calendar.finder.search.setFocus()
    codes = [button.accessibleName() for button in tab.calendar.palette_row.buttons[:-1]]
    said: list[str] = []
    while tab.focus() is not tab.grid and len(said) < 20:
        focused = tab.focus()
        said.append(focused.accessibleName() or str(focused.property("text")))
        tab.press(Key.Key_Tab)
    assert said == ["Search", *(["Group"] if tab.calendar.finder.group.isVisible() else []), *codes, "Empty"]


def test_tab_comes_to_people_and_shifts_before_anything_else_of_the_page(tab: ShiftsTab) -> None:
    tab.calendar.finder.search.setFocus()
    said: list[str] = []
    while "Shifts" not in said and len(said) < 10:
        tab.press(Key.Key_Backtab)
        said.append(str(tab.focus().property("text")))
    assert said == ["More", "Fill automatically…", "Shifts…", "Shifts"]


# Typing


def test_the_cursor_begins_on_today(tab: ShiftsTab) -> None:
    assert tab.cursor == ("李娜", 21)


def test_a_code_sets_the_cell_at_once_and_is_on_file(tab: ShiftsTab) -> None:
    tab.go_to_cell("曾雅婷", 2)
    tab.write("d")
    assert tab.beginning("曾雅婷") == ". D . . ."
    assert tab.stored("曾雅婷", 2) == ["D"]


def test_days_are_filled_with_codes_and_arrows(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    for code in "deN":
        tab.write(code)
        tab.press(Key.Key_Right)
    assert tab.beginning("李娜") == "D E N . ."


def test_enter_takes_a_code_that_others_begin_with_and_goes_down(tab: ShiftsTab) -> None:
    a_shift_of(tab.desk, "N2", time(22), time(6))
    tab.see_all()
    tab.go_to_cell("李娜", 1)
    tab.write("n")
    assert tab.grid.typed == "n"
    assert tab.beginning("李娜") == ". . . . ."
    tab.enter()
    assert tab.beginning("李娜") == "N . . . ."
    assert tab.cursor == ("王红", 1)
    tab.write("n")
    tab.press(Key.Key_Up)
    assert tab.beginning("王红") == "N . . . ."


def test_what_is_no_code_is_said_below_and_nothing_is_set(tab: ShiftsTab) -> None:
    a_shift_of(tab.desk, "XA", time(9), time(10))
    a_shift_of(tab.desk, "XB", time(9), time(10))
    tab.see_all()
    tab.go_to_cell("李娜", 1)
    tab.write("x")
    tab.enter()
    assert tab.info == "“x” is no shift's code."
    assert tab.beginning("李娜") == ". . . . ."


def test_letters_are_taken_back_and_dropped(tab: ShiftsTab) -> None:
    a_shift_of(tab.desk, "N2", time(22), time(6))
    tab.see_all()
    tab.go_to_cell("李娜", 1)
    tab.write("n")
    tab.press(Key.Key_Backspace)
    assert tab.grid.typed == ""
    tab.write("n")
    tab.press(Key.Key_Escape)
    tab.enter()
    assert tab.row("李娜") == tab.row("曾雅婷")


def test_a_stroke_gives_a_second_shift_of_the_day(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.write("d/n")
    assert tab.beginning("李娜") == "D/N . . . ."


def test_codes_come_from_an_input_method_too(tab: ShiftsTab) -> None:
    a_shift_of(tab.desk, "早", time(6), time(14))
    tab.see_all()
    tab.go_to_cell("李娜", 3)
    tab.write("早")
    assert tab.beginning("李娜") == ". . 早 . ."


# Ranges


def test_a_code_sets_the_whole_range(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 2)
    tab.extend(Key.Key_Right, Key.Key_Right, Key.Key_Down)
    tab.write("e")
    assert tab.beginning("李娜") == ". E E E ."
    assert tab.beginning("王红") == ". E E E ."
    assert tab.beginning("曾雅婷") == ". . . . ."


def test_a_range_leaves_out_the_days_that_somebody_is_not_employed(tab: ShiftsTab) -> None:
    tab.go_to_cell("王红", 19)
    tab.extend(Key.Key_End)
    tab.write("d")
    assert tab.row("王红").split()[18:] == ["D", "D"] + ["."] * 10


def test_delete_empties_the_range(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", "D D D D D")
    tab.see_all()
    tab.go_to_cell("李娜", 2)
    tab.extend(Key.Key_Right)
    tab.press(Key.Key_Delete)
    assert tab.beginning("李娜") == "D . . D D"


def test_everything_is_selected_and_how_much_is_said(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.control(Key.Key_A)
    assert tab.grid.selection.size == 90
    assert "90 cells selected: 3 people, 30 days" in tab.status
    tab.press(Key.Key_Escape)
    assert tab.grid.selection.size == 1


def test_the_keys_go_to_the_ends(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 5)
    tab.press(Key.Key_End)
    assert tab.cursor == ("李娜", 30)
    tab.press(Key.Key_PageDown)
    assert tab.cursor == ("曾雅婷", 30)
    tab.press(Key.Key_Home)
    assert tab.cursor == ("曾雅婷", 1)
    tab.press(Key.Key_PageUp)
    assert tab.cursor == ("李娜", 1)
    tab.control(Key.Key_End)
    assert tab.cursor == ("曾雅婷", 30)
    tab.control(Key.Key_Left)
    assert tab.cursor == ("曾雅婷", 1)
    tab.press(Key.Key_Down)
    assert tab.cursor == ("曾雅婷", 1)


# The mouse


def test_cells_are_painted_with_the_mouse(tab: ShiftsTab) -> None:
    tab.drag(("李娜", 2), ("王红", 4))
    tab.press_shift("N")
    assert tab.beginning("李娜") == ". N N N ."
    assert tab.beginning("王红") == ". N N N ."
    tab.press_shift("Empty")
    assert tab.beginning("王红") == ". . . . ."


def test_a_name_selects_the_row_and_a_heading_the_day(tab: ShiftsTab) -> None:
    middle = tab.place_of("王红", 1)
    tab.click(QPoint(60, middle.y()))
    assert (tab.grid.selection.rows, len(tab.grid.selection.columns)) == (range(1, 2), 30)
    tab.click(QPoint(tab.place_of("李娜", 7).x(), 8))
    assert (len(tab.grid.selection.rows), tab.grid.selection.columns) == (3, range(6, 7))


# The clipboard


def test_a_block_is_copied_and_pasted(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", "D N")
    planned(tab.desk, "王红", ". E")
    tab.see_all()
    tab.go_to_cell("李娜", 1)
    tab.extend(Key.Key_Right, Key.Key_Down)
    tab.control(Key.Key_C)
    assert tab.clipboard == "D\tN\n\tE\n"
    tab.go_to_cell("王红", 4)
    tab.control(Key.Key_V)
    assert tab.row("王红").split()[:6] == [".", "E", ".", "D", "N", "."]
    assert tab.row("曾雅婷").split()[:6] == [".", ".", ".", ".", "E", "."]
    assert tab.grid.selection.size == 4


def test_a_block_is_repeated_over_a_range_that_holds_it_several_times(tab: ShiftsTab) -> None:
    tab.bring("D\tN\n")
    tab.go_to_cell("李娜", 1)
    tab.extend(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    tab.control(Key.Key_V)
    assert tab.beginning("李娜") == "D N D N ."
    assert tab.beginning("王红") == "D N D N ."


def test_a_block_comes_from_a_spreadsheet(tab: ShiftsTab) -> None:
    tab.bring("d\tＥ\r\n\tD/N\r\n")
    tab.go_to_cell("李娜", 1)
    tab.control(Key.Key_V)
    assert tab.beginning("李娜") == "D E . . ."
    assert tab.beginning("王红") == ". D/N . . ."


def test_a_block_with_an_unknown_code_changes_nothing(tab: ShiftsTab) -> None:
    tab.bring("D\tX9\n")
    tab.go_to_cell("李娜", 1)
    tab.control(Key.Key_V)
    assert tab.info == "Nothing is pasted: “X9” in row 1, column 2 of the block is no shift's code."
    assert tab.beginning("李娜") == ". . . . ."


def test_a_block_that_does_not_fit_changes_nothing(tab: ShiftsTab) -> None:
    tab.bring("D\tD\nD\tD\n")
    tab.go_to_cell("曾雅婷", 30)
    tab.control(Key.Key_V)
    assert tab.info == "Nothing is pasted: 2 rows and 2 days do not fit from here on."


def test_cells_are_cut(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", "D N")
    tab.see_all()
    tab.go_to_cell("李娜", 1)
    tab.control(Key.Key_X)
    assert tab.clipboard == "D\n"
    assert tab.beginning("李娜") == ". N . . ."


# Undo


def test_changes_are_undone_and_done_again(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.write("d")
    tab.press(Key.Key_Right)
    tab.write("e")
    tab.control(Key.Key_Z)
    assert tab.beginning("李娜") == "D . . . ."
    tab.control(Key.Key_Z)
    assert tab.beginning("李娜") == ". . . . ."
    tab.control(Key.Key_Y)
    tab.control(Key.Key_Y)
    assert tab.beginning("李娜") == "D E . . ."
    assert tab.cursor == ("李娜", 2)
    assert not tab.may("Redo")


def test_undoing_turns_to_the_month_that_it_changes(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.write("d")
    tab.window.set_month(Month(2026, 12))
    tab.control(Key.Key_Z)
    assert tab.window.month == Month(2026, 11)
    assert tab.cursor == ("李娜", 1)
    assert tab.beginning("李娜") == ". . . . ."


def test_a_new_change_ends_what_could_be_done_again(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.write("d")
    tab.control(Key.Key_Z)
    tab.write("n")
    assert not tab.may("Redo")
    assert tab.may("Undo")


def test_what_another_window_changed_since_is_not_undone(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 1)
    tab.write("d")
    planned(tab.desk, "李娜", "N")
    tab.control(Key.Key_Z)
    assert "Another window has changed 李娜's shifts" in tab.info
    assert tab.stored("李娜", 1) == ["N"]
    assert not tab.may("Undo")


# What is wrong


def test_problems_are_listed_and_lead_to_their_cell(tab: ShiftsTab) -> None:
    planned(tab.desk, "曾雅婷", ". . . . . N D")
    tab.see_all()
    rest = next(number for number, said in enumerate(tab.problems) if "曾雅婷" in said)
    tab.calendar.problems.table.selectRow(rest)
    tab.calendar.problems.table.setFocus()
    tab.enter()
    assert tab.cursor == ("曾雅婷", 7)
    assert tab.problems[rest] in tab.info
    assert tab.grid.hasFocus()


def test_a_problem_of_the_day_leads_to_the_day(tab: ShiftsTab) -> None:
    tab.go_to_cell("王红", 21)
    first = tab.calendar.problems.listed[0]
    assert (first.employee_id, first.day) == (None, date(2026, 11, 2))
    tab.calendar.go_to(first)
    assert tab.cursor == ("王红", 2)


def test_a_problem_that_the_search_hides_is_shown(tab: ShiftsTab) -> None:
    planned(tab.desk, "曾雅婷", "N D")
    tab.see_all()
    problem = next(one for one in tab.calendar.problems.listed if one.employee_id is not None)
    tab.search("lina")
    assert [person.name for person in tab.sheet.people] == ["李娜"]
    tab.calendar.go_to(problem)
    assert tab.cursor == ("曾雅婷", 2)


def test_the_problems_follow_what_is_set(tab: ShiftsTab) -> None:
    before = len(tab.problems)
    tab.go_to_cell("李娜", 2)
    tab.write("d")
    assert len(tab.problems) == before - 1


def test_a_click_on_a_problem_leads_to_its_cell(tab: ShiftsTab) -> None:
    table = tab.calendar.problems.table
    table.clicked.emit(table.model().index(2, 0))
    assert tab.cursor == ("李娜", 4)


# What is said


def test_the_cell_with_the_cursor_is_told_below_and_read_aloud(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 7)
    tab.write("n")
    assert tab.info.split("  ·  ") == ["0101 李娜", "Sat 7 Nov 2026", "N 23:00–07:00"]
    assert tab.grid.accessibleDescription() == tab.info
    tab.go_to_cell("王红", 21)
    assert tab.info.endswith("not employed on this day")


def test_the_mouse_is_told_of_holidays_and_make_up_days(tab: ShiftsTab) -> None:
    tab.window.set_month(Month(2026, 10))
    assert tab.tip("李娜", 1).splitlines()[0] == "0101 李娜"
    assert "National Day" in tab.tip("李娜", 1)
    assert "worked to make up for a holiday" in tab.tip("李娜", 10)
    assert tab.heading_tip(7).split("  ·  ")[1:] == ["public holiday", "National Day"]


def test_a_year_without_a_notice_is_told(tab: ShiftsTab) -> None:
    assert tab.calendar.note.text == ""
    tab.window.set_month(Month(2031, 1))
    assert "The holidays of 2031 are estimated" in tab.calendar.note.text


def test_the_cover_is_told_under_each_day(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", ". D")
    tab.see_all()
    strip = tab.calendar.cover.strip
    assert [shift.code for shift in strip.shifts] == ["D"]
    assert strip.tip_at(QPoint(tab.place_of("李娜", 2).x(), 5)) == "Mon 2 Nov 2026, D: 1 of 1"
    assert strip.tip_at(QPoint(tab.place_of("李娜", 3).x(), 5)) == "Tue 3 Nov 2026, D: 0 of 1"
    assert strip.tip_at(QPoint(5, 5)) == ""


def test_the_page_speaks_chinese(tab: ShiftsTab) -> None:
    tab.speak("zh")
    assert tab.calendar.card.said[0] == "2026年11月排班"
    assert tab.info.split("  ·  ")[1] == "2026年11月21日（周六）"


# The page


def test_a_closed_month_is_only_read(tab: ShiftsTab) -> None:
    tab.window.set_month(Month(2026, 10))
    tab.desk.months.close(Month(2026, 10))
    tab.see_all()
    assert tab.calendar.note.text == "October 2026 is closed: its roster can be read, but not changed."
    tab.go_to_cell("李娜", 1)
    tab.write("d")
    assert "October 2026 is closed" in tab.info
    assert tab.row("李娜").replace(" ", "") == "." * 31


def test_without_shifts_the_page_says_what_to_do(tab: ShiftsTab) -> None:
    for shift in tab.desk.shifts.all():
        tab.desk.shifts.retire(shift.id, shift.rev)
    tab.see_all()
    assert tab.calendar.empty.title == "No shifts yet: define the first"
    tab.calendar.empty.button.click()
    assert len(tab.dialogs()) == 1


def test_without_people_the_page_leads_to_them(tab: ShiftsTab) -> None:
    tab.window.set_month(Month(2020, 1))
    assert tab.calendar.empty.title == "Nobody is employed in this month"
    tab.calendar.empty.button.click()
    assert not tab.page.is_calendar_front
    assert tab.may("Edit person")


def test_the_page_is_remembered(tab: ShiftsTab) -> None:
    assert tab.page.is_calendar_front
    tab.page.show_segment(0)
    assert tab.window.context.preferences.text("roster/page") == "people"
    assert not any(tab.may(name) for name in ("Undo", "Shifts", "Rotation"))


def test_groups_narrow_the_rows(tab: ShiftsTab) -> None:
    li, wang = tab.desk.people.all()[:2]
    tab.desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), group="hotline"))
    tab.desk.people.change(wang.id, wang.rev, replace(PersonDraft.of(wang), group="online"))
    tab.see_all()
    tab.choose(tab.calendar.finder.group, "online")
    assert [person.name for person in tab.sheet.people] == ["王红"]
    assert tab.calendar.card.said[1] == "1 of 3 people"


def test_low_rows_show_more_people(tab: ShiftsTab) -> None:
    before = tab.grid.rows_seen
    tab.window.context.preferences.compact = True
    assert tab.grid.rows_seen > before
