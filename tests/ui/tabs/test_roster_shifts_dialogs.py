"""The dialogs of the Shifts page: shifts, copied weeks, rotations, days set by hand."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.core.days import DayKind
from csdesk.core.month import Month
from csdesk.core.shifts import ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.page import Command
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.calendar_days import DaysDialog
from csdesk.ui.roster.calendar_rotation import RotationDialog
from csdesk.ui.roster.calendar_week import CopyWeekDialog
from csdesk.ui.roster.shifts_dialog import ShiftsDialog
from csdesk.ui.roster.shifts_form import ShiftDialog
from csdesk.ui.theme import Theme
from tests.ui.keyboard import Key
from tests.ui.pages.shifts import ShiftsTab, a_shifts_tab, a_team_with_shifts, planned


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


# Shifts


def test_a_shift_is_defined_by_keyboard_and_can_be_typed_at_once(tab: ShiftsTab) -> None:
    tab.window.do(Command.NEW)
    shifts = tab.dialog(ShiftsDialog)
    shifts.add_button.click()
    form = tab.dialog(ShiftDialog)
    tab.write("Mid")
    form.start.setFocus()
    tab.write("10")
    form.end.setFocus()
    tab.write("1830")
    form.break_minutes.setValue(30)
    form.needs[0].setValue(2)
    form.cleans.setChecked(True)
    tab.enter()
    added = tab.desk.shifts.by_code("mid")
    assert added is not None
    assert (added.start, added.end, added.minutes) == (time(10), time(18, 30), 480)
    assert (added.needs, added.cleans, added.colour) == ((2, 0, 0, 0, 0, 0, 0), True, "violet")
    assert [shift.code for shift in shifts.listed] == ["D", "Mid", "E", "N"]
    shifts.close_button.click()
    tab.go_to_cell("李娜", 1)
    tab.write("m")
    assert tab.beginning("李娜") == "Mid . . . ."


def test_every_fault_of_a_shift_stands_at_its_field(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    tab.dialog(ShiftsDialog).add_button.click()
    form = tab.dialog(ShiftDialog)
    tab.write("d")
    form.start.setText("noon")
    form.submit()
    assert tab.faults(ShiftDialog) == ["“noon” cannot be read as a time. Write it as 08:30."]
    form.start.setText("")
    form.submit()
    assert len(tab.faults(ShiftDialog)) == 3
    assert form.fields["code"].said_fault.startswith("There is a shift D already")


def test_the_form_tells_how_long_a_shift_is(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    tab.dialog(ShiftsDialog).add_button.click()
    form = tab.dialog(ShiftDialog)
    form.start.setText("22")
    form.end.setText("6:30")
    assert form.hours == "8 h 30 of work; ends on the next day"
    form.end.setText("")
    assert form.hours == ""


def test_a_shift_is_changed(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    tab.enter()
    form = tab.dialog(ShiftDialog)
    assert form.draft() == ShiftDraft("D", time(8), time(16), 0, "blue", (1, 1, 1, 1, 1, 0, 0))
    tab.write_over("Day")
    tab.enter()
    assert [shift.code for shift in tab.dialog(ShiftsDialog).listed] == ["Day", "E", "N"]
    assert tab.calendar.palette_row.offered[0] == "Day  08:00–16:00"


def test_a_shift_that_is_left_as_it_is_is_not_written(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    tab.dialog(ShiftsDialog).change_button.click()
    before = len(tab.desk.journal())
    tab.dialog(ShiftDialog).submit()
    assert len(tab.desk.journal()) == before


def test_a_shift_that_somebody_else_changed_is_not_written_over(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    tab.dialog(ShiftsDialog).change_button.click()
    shift = tab.desk.shifts.all()[0]
    tab.desk.shifts.change(shift.id, shift.rev, ShiftDraft.of(shift)._replace(break_minutes=30))
    form = tab.dialog(ShiftDialog)
    form.code.setText("Day")
    form.submit()
    assert "Somebody else has changed this shift" in tab.faults(ShiftDialog)[0]


def test_the_times_of_a_shift_of_a_closed_month_are_refused_at_their_field(tab: ShiftsTab) -> None:
    day = next(shift for shift in tab.desk.shifts.all() if shift.code == "D")
    tab.desk.roster.set_cells({(tab.desk.people.all()[0].id, date(2026, 10, 14)): (day.id,)})
    tab.desk.months.close(Month(2026, 10))
    tab.action("Shifts")
    tab.dialog(ShiftsDialog).change_button.click()
    form = tab.dialog(ShiftDialog)
    form.end.setText("17:00")
    form.submit()
    assert form.fields["end"].said_fault == (
        "Shift D is used in October 2026, which is closed, so its times cannot change any more. "
        "Define a shift with another code and the new times, and use that one from now on."
    )
    form.end.setText("16:00")
    form.needs[0].setValue(2)
    form.submit()
    assert tab.desk.shifts.get(day.id) == day._replace(needs=(2, *day.needs[1:]), rev=1)


def test_a_shift_is_retired_and_brought_back(tab: ShiftsTab) -> None:
    tab.action("Shifts")
    shifts = tab.dialog(ShiftsDialog)
    shifts.retire_button.click()
    assert [shift.code for shift in shifts.listed] == ["E", "N"]
    shifts.with_retired.setChecked(True)
    shifts.table.selectRow(0)
    shifts.retire_button.click()
    assert [shift.retired for shift in shifts.listed] == [False] * 3
    stale = tab.desk.shifts.all()[0]
    tab.desk.shifts.change(stale.id, stale.rev, ShiftDraft.of(stale)._replace(cleans=True))
    shifts.retire_button.click()
    assert shifts.band.text.startswith("Somebody else has changed this shift")


# Weeks and rotations


def test_a_week_is_copied_for_everybody_and_undone_in_one_step(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", "D D E E N . .", date(2026, 11, 2))
    tab.see_all()
    tab.go_to_cell("李娜", 4)
    tab.action("Copy a week")
    dialog = tab.dialog(CopyWeekDialog)
    assert (dialog.source.day, dialog.target.day) == (date(2026, 11, 2), date(2026, 11, 9))
    tab.enter()
    assert tab.row("李娜").split()[8:15] == ["D", "D", "E", "E", "N", ".", "."]
    assert tab.message == "5 cells of the roster were set"
    tab.control(Key.Key_Z)
    assert tab.row("李娜").split()[8:15] == ["."] * 7


def test_a_week_is_copied_for_the_selected_people_only(tab: ShiftsTab) -> None:
    for name in ("李娜", "王红", "曾雅婷"):
        planned(tab.desk, name, "D", date(2026, 11, 2))
    tab.see_all()
    tab.go_to_cell("李娜", 2)
    tab.extend(Key.Key_Down)
    tab.action("Copy a week")
    assert tab.dialog(CopyWeekDialog).for_whom.currentText() == "the 2 selected people"
    tab.enter()
    assert [tab.row(name).split()[8] for name in ("李娜", "王红", "曾雅婷")] == ["D", "D", "."]


def test_a_week_is_not_copied_onto_itself_or_from_no_day(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 4)
    tab.action("Copy a week")
    dialog = tab.dialog(CopyWeekDialog)
    dialog.target.setText("2026-11-08")
    dialog.submit()
    assert tab.faults(CopyWeekDialog) == ["Both days lie in the week of 2 Nov 2026. Choose another week to copy to."]
    dialog.source.setText("someday")
    dialog.submit()
    assert "“someday” cannot be read as a date" in tab.faults(CopyWeekDialog)[0]


def test_a_week_is_not_copied_into_a_closed_month(tab: ShiftsTab) -> None:
    planned(tab.desk, "李娜", "D", date(2026, 11, 2))
    tab.desk.months.close(Month(2026, 10))
    tab.go_to_cell("李娜", 4)
    tab.action("Copy a week")
    tab.dialog(CopyWeekDialog).target.setText("2026-10-05")
    tab.dialog(CopyWeekDialog).submit()
    assert "is closed" in tab.faults(CopyWeekDialog)[0]


def test_a_rotation_is_applied_with_each_person_further_on(tab: ShiftsTab) -> None:
    tab.action("Rotation")
    dialog = tab.dialog(RotationDialog)
    tab.write("d e n -")
    dialog.shifted_by.setValue(1)
    assert dialog.preview.startswith("The first person: d e n - d e")
    tab.enter()
    assert tab.beginning("李娜") == "D E N . D"
    assert tab.beginning("王红") == "E N . D E"
    assert tab.row("王红").split()[20:] == ["."] * 10


def test_faults_of_a_rotation_stand_at_their_fields(tab: ShiftsTab) -> None:
    tab.action("Rotation")
    dialog = tab.dialog(RotationDialog)
    dialog.pattern.setText("d x")
    dialog.first.setText("?")
    dialog.submit()
    assert dialog.said[0] == "“x” is no shift's code. Write the codes with blanks between, and - for a day off."
    assert "“?” cannot be read as a date" in dialog.said[1]
    assert dialog.preview == ""
    dialog.pattern.setText("")
    dialog.first.show_day(date(2026, 11, 1))
    dialog.submit()
    assert tab.faults(RotationDialog)[0].startswith("The rotation has no days yet")


# Days


def test_a_day_is_set_by_hand_and_taken_back(tab: ShiftsTab) -> None:
    tab.go_to_cell("李娜", 3)
    tab.action("Days")
    dialog = tab.dialog(DaysDialog)
    dialog.submit()
    assert dialog.said[0].startswith("The holiday has no name yet")
    dialog.name.setText("厂庆")
    dialog.submit()
    assert [(one.day, one.kind, one.name) for one in dialog.listed] == [(date(2026, 11, 3), DayKind.HOLIDAY, "厂庆")]
    assert tab.sheet.calendar.kind(date(2026, 11, 3)) is DayKind.HOLIDAY
    dialog.table.selectRow(0)
    dialog.back_button.click()
    assert dialog.listed == []
    assert tab.sheet.calendar.kind(date(2026, 11, 3)) is DayKind.WORKDAY


def test_no_day_is_set_where_none_is_typed(tab: ShiftsTab) -> None:
    tab.action("Days")
    dialog = tab.dialog(DaysDialog)
    dialog.day.setText("never")
    dialog.submit()
    assert "“never” cannot be read as a date" in dialog.said[0]


def test_the_dialogs_speak_chinese(tab: ShiftsTab) -> None:
    tab.action("Rotation")
    tab.speak("zh")
    assert tab.dialog(RotationDialog).heading.text() == "按规律轮班"
    tab.dialog(RotationDialog).reject()
    tab.calendar.work.set_days()
    assert tab.dialog(DaysDialog).heading.text() == "手动设置的日期"
