"""The page Attendance: a day filled in by keyboard, what it leads to in the log, what lateness costs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.core.attendance import Attendance
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.duty.attendance_cells import box_of
from csdesk.ui.duty.attendance_page import NARROW_PANEL, PANEL, AttendancePage
from csdesk.ui.duty.handover_page import HandoverPage
from csdesk.ui.duty.log_segments import HANDOVER, POINTS
from csdesk.ui.language import Speech
from csdesk.ui.models.table import table_model
from csdesk.ui.page import Command, EntryTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.table_delegate import INSET
from tests.desks import again, logged
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.attendance import AttendanceTab, a_team_on_duty, an_attendance_tab
from tests.ui.pages.duty import FRIDAY, SATURDAY

GAP_OF_HEADINGS = 20


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with four people on duty."""
    with a_team_on_duty(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme, tmp_path: Path
) -> Iterator[AttendanceTab]:
    """The page on that desk, on Saturday."""
    with an_attendance_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def entries(desk: Desk) -> list[EntryRow]:
    """Everything that was logged, void or not."""
    return list(desk.incidents.page(Query(with_void=True)).rows)


def recorded(desk: Desk, name: str, day: date = SATURDAY) -> Attendance | None:
    """What is on file of somebody's day."""
    return next((row.attendance for row in desk.attendance.day(day).rows if row.employee.name == name), None)


def test_the_sheet_is_the_roster_of_the_day_with_leave_in_words(tab: AttendanceTab) -> None:
    assert [row[:4] for row in tab.rows] == [
        ["李娜", "D", "08:00–16:00", "Present"],
        ["王铱", "D", "08:00–16:00", "Present"],
        ["赵敏", "D", "08:00–16:00", "Sick leave"],
        ["曾雅婷", "E", "16:00–00:00", "Present"],
    ]
    assert tab.title == "Saturday, 21 Nov 2026 / 4 people"
    assert tab.cursor == ("李娜", "late")


def test_a_day_is_filled_in_by_exception(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("12")
    tab.enter()
    assert tab.cursor == ("王铱", "late")
    tab.press(Key.Key_Right)
    tab.write("30")
    tab.press(Key.Key_Up)
    assert tab.cursor == ("李娜", "early")
    assert tab.row("李娜") == ["Late · to log", "12", "", ""]
    assert tab.row("王铱") == ["Left early · to log", "", "30", ""]
    assert tab.title.endswith("4 people · 1 late")
    record = recorded(desk, "李娜")
    assert record is not None
    assert (record.late, record.early, record.absent) == (12, 0, False)


def test_a_letter_or_the_space_bar_marks_absence(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("a")
    assert tab.row("李娜")[0] == "Absent · to log"
    assert tab.cursor == ("李娜", "absent")
    tab.press(Key.Key_Space)
    assert tab.row("李娜")[0] == "Present"
    record = recorded(desk, "李娜")
    assert record is not None
    assert record.is_present


def test_a_figure_typed_beside_the_minutes_is_minutes_late(tab: AttendanceTab) -> None:
    tab.go_to("王铱", "who")
    tab.write("5")
    tab.enter()
    assert tab.row("王铱")[1] == "5"


def test_a_note_is_typed_where_it_stands(tab: AttendanceTab) -> None:
    tab.go_to("李娜", "note")
    tab.press(Key.Key_F2)
    tab.write("地铁故障")
    tab.press(Key.Key_Left)
    tab.write("x")
    tab.enter()
    assert tab.row("李娜")[3] == "地铁故x障"
    assert tab.cursor == ("王铱", "note")


def test_delete_empties_a_cell_and_beside_them_the_row(tab: AttendanceTab) -> None:
    tab.write("12")
    tab.press(Key.Key_Right)
    tab.write("5")
    tab.press(Key.Key_Left)
    assert tab.cursor == ("李娜", "late")
    tab.press(Key.Key_Delete)
    assert tab.row("李娜")[:3] == ["Left early · to log", "", "5"]
    tab.go_to("李娜", "who")
    tab.press(Key.Key_Delete)
    assert tab.row("李娜") == ["Present", "", "", ""]
    tab.press(Key.Key_Delete)


def test_what_is_refused_says_so_at_its_cell_and_stays_to_be_mended(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("900")
    tab.enter()
    assert tab.fault.startswith("Minutes must be from 0 to 720.")
    assert tab.typed == "900"
    tab.press(Key.Key_Backspace)
    assert tab.fault == ""
    tab.enter()
    assert tab.row("李娜")[1] == "90"
    tab.go_to("王铱")
    tab.write("1x")
    tab.enter()
    assert "1x" in tab.fault
    tab.press(Key.Key_Escape)
    assert recorded(desk, "王铱") is None


def test_whoever_is_on_leave_cannot_be_absent(tab: AttendanceTab) -> None:
    tab.go_to("赵敏")
    tab.press(Key.Key_Space)
    assert tab.fault.startswith("赵敏 is on approved leave on 21 Nov 2026")
    tab.press(Key.Key_Down)
    assert tab.fault == ""


def test_what_was_typed_is_kept_when_the_cursor_leaves_for_elsewhere(tab: AttendanceTab) -> None:
    tab.write("12")
    tab.page.day_bar.field.setFocus()
    QApplication.processEvents()
    assert tab.row("李娜")[1] == "12"


def test_the_box_of_absent_is_ticked_with_the_mouse(tab: AttendanceTab) -> None:
    table = tab.page.table
    column = next(n for n, one in enumerate(tab.page.sheet.columns) if one.key == "absent")
    box = box_of(table.visualRect(tab.page.sheet.index(1, column)))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center())
    assert tab.row("王铱")[0] == "Absent · to log"
    beside = box.center() - QPoint(26, 0)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside)
    assert tab.row("王铱")[0] == "Absent · to log"


# The look


def test_a_long_name_has_room_beside_a_sheet_of_usual_width(tab: AttendanceTab) -> None:
    tab.window.resize(1280, 800)
    QApplication.processEvents()
    for table, name in ((tab.page.table, "Alexander Zimmermann"), (tab.page.wages.table, "Daniel Kovalenko")):
        longest = table.fontMetrics().horizontalAdvance(name)
        assert table.columnWidth(0) >= longest + 2 * INSET


def test_the_panel_leaves_the_sheet_room_in_a_small_window(tab: AttendanceTab) -> None:
    widths = []
    for width in (1280, 1100):
        tab.window.resize(width, 800)
        QApplication.processEvents()
        widths.append(tab.page.wages.width())
    assert widths == [PANEL, NARROW_PANEL]


def test_the_heading_of_absent_stands_over_its_box_and_apart_from_left_early(tab: AttendanceTab) -> None:
    tab.window.resize(1024, 640)
    for language in ("en", "zh"):
        tab.speak(language)
        QApplication.processEvents()
        table, sheet = tab.page.table, tab.page.sheet
        column = next(n for n, one in enumerate(sheet.columns) if one.key == "absent")
        across = Qt.Orientation.Horizontal
        assert sheet.headerData(column, across, Qt.ItemDataRole.TextAlignmentRole) == Qt.AlignmentFlag.AlignCenter
        heading = table.horizontalHeader().fontMetrics().horizontalAdvance(sheet.columns[column].title)
        # The words before it end an inset before its column begins.
        assert (table.columnWidth(column) - heading) // 2 + INSET >= GAP_OF_HEADINGS


def test_no_heading_of_the_statement_is_cut_in_a_small_window(tab: AttendanceTab) -> None:
    tab.window.resize(1024, 640)
    for language in ("en", "zh"):
        tab.speak(language)
        QApplication.processEvents()
        table = tab.page.wages.table
        metrics = table.horizontalHeader().fontMetrics()
        for number, column in enumerate(table_model(table.model()).columns):
            if not table.isColumnHidden(number):
                assert table.columnWidth(number) >= metrics.horizontalAdvance(column.title) + 2 * INSET, column.title


def test_the_times_of_a_shift_are_whole_in_a_small_window(tab: AttendanceTab) -> None:
    tab.window.resize(1024, 640)
    QApplication.processEvents()
    table = tab.page.table
    column = next(n for n, one in enumerate(tab.page.sheet.columns) if one.key == "times")
    assert tab.rows[0][2] == "08:00–16:00"
    assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance("08:00–16:00") + 2 * INSET


# Finding somebody


def test_somebody_is_found_by_a_few_letters_and_filled_in_at_once(tab: AttendanceTab) -> None:
    tab.control(Key.Key_F)
    tab.write("zyt")
    assert tab.names == ["曾雅婷"]
    assert tab.title == "Saturday, 21 Nov 2026 / 1 of 4 people"
    tab.enter()
    tab.write("7")
    tab.enter()
    assert tab.title == "Saturday, 21 Nov 2026 / 1 of 4 people · 1 late"
    tab.control(Key.Key_F)
    tab.write("0102")
    assert tab.names == ["王铱"]
    tab.press(Key.Key_Escape)
    assert len(tab.names) == 4
    assert tab.row("曾雅婷")[:2] == ["Late · to log", "7"]


def test_whoever_is_searched_for_is_sought_on_other_days_too(tab: AttendanceTab) -> None:
    tab.control(Key.Key_F)
    tab.write("nobody")
    assert tab.names == []
    assert tab.page.table.accessibleDescription().startswith("Nobody with a shift on this day fits")
    tab.enter()
    assert tab.page.search.hasFocus()
    tab.control(Key.Key_F)
    tab.write("wang")
    tab.control(Key.Key_PageUp)
    assert tab.page.day == FRIDAY
    assert tab.names == ["王铱"]


def test_the_page_has_no_paper_so_printing_is_for_the_appraisal(tab: AttendanceTab) -> None:
    tab.control(Key.Key_P)
    assert (Command.PRINT, None) in tab.asked("appraisal")


def test_whoever_thinks_better_of_it_at_once_stays_where_they_are(
    qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme, tmp_path: Path
) -> None:
    tab = AttendanceTab(qtbot, desk, preferences, theme, speech, tmp_path)
    bar = tab.log.segments.bar
    for number in (HANDOVER, POINTS):
        bar.choose(number)
        bar.chosen.emit(number)
    QApplication.processEvents()
    assert tab.log.entries.isVisible()
    assert tab.log.bar.fields.who.hasFocus()
    tab.close()


def test_the_pages_are_made_before_anybody_goes_there(
    qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme, tmp_path: Path
) -> None:
    tab = AttendanceTab(qtbot, desk, preferences, theme, speech, tmp_path)
    for make in tab.window.make_page("log").more_to_make():
        make()
    assert tab.log.findChild(AttendancePage)
    assert tab.log.findChild(HandoverPage)
    tab.open()
    assert len(tab.rows) == 4
    assert tab.page.day_bar.isVisible()
    tab.log.segments.show_segment(POINTS)
    assert not tab.page.day_bar.isVisible()
    tab.close()


# The day


def test_other_days_are_a_key_away(tab: AttendanceTab) -> None:
    tab.control(Key.Key_PageUp)
    assert tab.page.day == FRIDAY
    assert tab.row("赵敏")[0] == "Present"
    tab.control(Key.Key_PageDown)
    tab.control(Key.Key_PageDown)
    assert tab.title == "Sunday, 22 Nov 2026"
    tab.control(Key.Key_T)
    assert tab.page.day == SATURDAY
    tab.type_day("19")
    assert tab.page.day == date(2026, 11, 19)
    tab.type_day("someday")
    tab.page.go_to_first()
    assert tab.page.day_bar.field.text() == "19 Nov 2026"


def test_tab_leads_from_the_day_to_the_sheet(tab: AttendanceTab) -> None:
    tab.page.day_bar.field.setFocus()
    tab.press(Key.Key_Tab, Key.Key_Tab)
    assert tab.page.search.hasFocus()
    tab.press(Key.Key_Tab)
    assert tab.page.table.hasFocus()


def test_the_window_goes_to_the_month_of_the_day(tab: AttendanceTab) -> None:
    tab.type_day("31 Oct")
    assert tab.window.month == Month(2026, 10)
    assert tab.page.day == date(2026, 10, 31)
    tab.window.set_month(Month(2026, 12))
    assert tab.page.day == date(2026, 12, 1)
    tab.window.set_month(Month(2026, 11))
    assert tab.page.day == SATURDAY


def test_a_day_to_come_is_only_read(tab: AttendanceTab, desk: Desk) -> None:
    zeng = desk.people.find("zyt")[0]
    shift = desk.shifts.by_code("D")
    assert shift is not None
    desk.roster.set_cells({(zeng.id, date(2026, 11, 23)): (shift.id,)})
    tab.type_day("23")
    assert tab.note.startswith("23 Nov 2026 is still to come.")
    tab.page.table.setFocus()
    tab.write("5")
    assert tab.fault == tab.note
    tab.press(Key.Key_Delete)
    tab.press(Key.Key_Space)
    assert tab.row("曾雅婷")[0] == "Present"


def test_a_closed_month_is_only_read_and_proposes_nothing(tab: AttendanceTab, desk: Desk) -> None:
    li, shift, day = desk.people.find("ln")[0], desk.shifts.by_code("D"), date(2026, 10, 30)
    assert shift is not None
    desk.roster.set_cells({(li.id, day): (shift.id,)})
    tab.type_day("30 Oct")
    tab.page.table.setFocus()
    tab.write("12")
    tab.enter()
    assert tab.proposals == ["李娜 · 12 min late"]
    with again(desk) as other:
        assert not isinstance(other.months.close(Month(2026, 10)), list)
    tab.window.context.refresh.poll()
    assert tab.note == "October 2026 is closed, so nothing in it can change. The manager can reopen it."
    assert tab.proposals == []
    tab.press(Key.Key_Space)
    assert tab.fault == tab.note


# What it leads to


def test_a_late_arrival_is_logged_with_the_points_the_lead_presses(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("12")
    tab.enter()
    assert tab.proposals == ["李娜 · 12 min late"]
    tab.to_proposals()
    tab.write("3")
    (entry,) = entries(desk)
    assert (entry.employee.name, entry.incident.code, entry.points, entry.incident.day) == (
        "李娜", "MIN-04", -3, SATURDAY,
    )  # fmt: skip
    assert tab.message == "Logged: 李娜, MIN-04 −3"
    assert tab.proposals == []
    assert tab.row("李娜")[0] == "Late · logged"
    assert tab.page.table.hasFocus()
    tab.log.segments.bar.chosen.emit(POINTS)
    tab.log.segments.show_segment(POINTS)
    assert tab.cells(tab.log.entries.table)[0][1:3] == ["李娜", "MIN-04"]


def test_an_absence_is_logged_with_enter_and_can_be_undone(tab: AttendanceTab, desk: Desk) -> None:
    tab.press(Key.Key_Space)
    tab.to_proposals()
    tab.press(Key.Key_Space)
    assert [(row.incident.code, row.points) for row in entries(desk)] == [("SER-01", -20)]
    tab.press_message()
    assert [row.incident.is_void for row in entries(desk)] == [True]
    assert tab.proposals == ["李娜 · Absent"]


def test_several_are_logged_one_after_another(tab: AttendanceTab, desk: Desk) -> None:
    for _ in range(2):
        tab.write("5")
        tab.enter()
    tab.to_proposals()
    tab.write("2")
    tab.write("5")
    assert sorted(row.points or 0 for row in entries(desk)) == [-5, -2]


def test_what_led_to_an_entry_cannot_be_taken_back_without_it(tab: AttendanceTab) -> None:
    tab.press(Key.Key_Space)
    tab.to_proposals()
    tab.press(Key.Key_Space)
    tab.go_to("李娜", "absent")
    tab.press(Key.Key_Space)
    assert tab.fault.startswith("The log holds an entry for this.")


def test_what_another_window_logged_first_is_told(tab: AttendanceTab, desk: Desk) -> None:
    tab.press(Key.Key_Space)
    with again(desk) as other:
        other.attendance.confirm(other.attendance.proposals(SATURDAY)[0])
    tab.page.proposals.rows[0].buttons[0].click()
    assert [one.windowTitle() for one in told()] == ["Not logged"]
    assert tab.proposals == []


def test_where_nothing_is_to_be_logged_the_key_says_so(tab: AttendanceTab) -> None:
    tab.to_proposals()
    assert tab.message == "Nothing of this day is to be logged."


# What it costs


def test_the_months_late_arrivals_cost_by_the_rule(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("12")
    tab.enter()
    tab.write("3")
    tab.enter()
    assert tab.wages == [["李娜", "1", "−1 %", "−52.00"], ["王铱", "1", "−1 %", "—"]]
    tab.page.wages.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Who\tNumber\tLate\tPer cent\tYuan",
        "李娜\t0101\t1\t−1 %\t−52.00",
        "王铱\t0102\t1\t−1 %\t—",
    ]


# What else happens


def test_what_another_window_writes_appears_but_not_while_one_types(tab: AttendanceTab, desk: Desk) -> None:
    tab.write("1")
    with again(desk) as other:
        wang = other.people.find("wy")[0]
        other.attendance.record(wang.id, SATURDAY, late=7)
        tab.window.context.refresh.poll()
        assert tab.typed == "1"
        tab.write("5")
        tab.enter()
        assert tab.row("李娜")[1] == "15"
        assert tab.row("王铱")[1] == "7"


def test_a_fault_of_the_world_is_told(tab: AttendanceTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_args: object, **_more: object) -> object:
        raise StoreUnavailable("file.damaged", file="team.csdesk")

    monkeypatch.setattr(desk.attendance, "record", fails)
    tab.press(Key.Key_Space)
    assert len(told()) == 1
    assert tab.row("李娜")[0] == "Present"


def test_the_page_speaks_chinese(tab: AttendanceTab) -> None:
    tab.write("12")
    tab.enter()
    tab.speak("zh")
    assert tab.row("李娜")[0] == "迟到 · 待记分"
    assert tab.title == "2026年11月21日 星期六 / 4人 · 迟到1人"
    assert tab.proposals == ["李娜 · 迟到12分钟"]


def test_an_entry_that_another_tab_asks_for_brings_the_points(tab: AttendanceTab, desk: Desk) -> None:
    entry = logged(desk, desk.people.find("ln")[0], "MIN-01")
    assert not tab.may("Void entry")
    tab.window.show_target(EntryTarget(entry.id, Month(2026, 11)))
    assert tab.log.segments.bar.current == POINTS
    assert tab.may("Void entry")
    assert [row.incident.id for row in tab.log.entries.rows] == [entry.id]


def test_the_file_cannot_be_read_for_the_sheet(tab: AttendanceTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_day: object) -> object:
        raise StoreUnavailable("file.damaged", file="team.csdesk")

    monkeypatch.setattr(desk.attendance, "day", fails)
    tab.control(Key.Key_PageUp)
    assert len(told()) == 1


def test_new_things_begin_at_the_quick_entry(tab: AttendanceTab) -> None:
    tab.control(Key.Key_N)
    assert tab.log.segments.bar.current == POINTS
    assert tab.log.bar.fields.who.hasFocus()
