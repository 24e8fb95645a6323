"""The Roster tab: finding people, their card, adding, editing, leaving; others and other windows at the same file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from csdesk.core.employee import Employee, Role
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.language import Speech
from csdesk.ui.page import Command, EntriesTarget, PersonTarget, SheetTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.leave_dialog import LeaveDialog
from csdesk.ui.roster.person_dialog import PersonDialog
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.cards import SegmentBar
from tests.desks import a_new_desk, again, somebody
from tests.ui.driving import status, told
from tests.ui.keyboard import Key
from tests.ui.pages.roster import NOVEMBER, OCTOBER, RosterTab, a_roster_tab, a_team


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[RosterTab]:
    with a_roster_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def person(desk: Desk, number: str = "0101") -> Employee:
    found = desk.people.by_number(number)
    assert found is not None
    return found


def type_person(tab: RosterTab, *texts: str) -> None:
    """Type into the form's fields one after another: number, name, role, group, hired, probation, salary, phone."""
    for place, text in enumerate(texts):
        if place:
            tab.press(Key.Key_Tab)
        tab.write(text)


# The order of Tab


def test_tab_goes_from_people_and_shifts_to_the_search_of_the_list(tab: RosterTab) -> None:
    tab.control(Key.Key_F)
    search = tab.focus()
    tab.press(Key.Key_Backtab)
    assert isinstance(tab.focus().parentWidget(), SegmentBar)
    tab.press(Key.Key_Tab)
    assert tab.focus() is search


# The list


def test_the_list_says_who_is_who_and_how_they_stand(tab: RosterTab) -> None:
    assert tab.rows == [
        ["0001", "周文静", "Manager", "", "1 Mar 2024", "employed"],
        ["0101", "李娜", "Agent", "hotline", "1 Mar 2024", "employed"],
        ["0102", "曾雅婷", "Agent", "online", "8 Oct 2026", "probation"],
    ]


def test_those_who_left_are_shown_on_demand(tab: RosterTab) -> None:
    tab.staff.with_left.setFocus()
    tab.press(Key.Key_Space)
    assert [(row[1], row[5]) for row in tab.rows][-1] == ("欧阳喆", "left")


@pytest.mark.parametrize("typed", ["曾", "zengyt", "zyt", "0102"])
def test_people_are_searched_by_hanzi_pinyin_initials_and_number(tab: RosterTab, typed: str) -> None:
    tab.search(typed)
    assert tab.names == ["曾雅婷"]
    tab.press(Key.Key_Escape)
    assert len(tab.names) == 3


def test_enter_in_the_search_goes_on_to_what_was_found(tab: RosterTab) -> None:
    tab.search("zyt")
    tab.press(Key.Key_Return)
    assert tab.staff.table.hasFocus()
    assert tab.card[0] == "曾雅婷"


def test_people_are_filtered_by_group_and_role(tab: RosterTab) -> None:
    tab.choose(tab.staff.group, "hotline")
    assert tab.names == ["李娜"]
    tab.choose(tab.staff.group, "Without a group")
    assert tab.names == ["周文静"]
    tab.choose(tab.staff.group, "All groups")
    tab.choose(tab.staff.role, "Agent")
    assert tab.names == ["李娜", "曾雅婷"]


def test_a_filter_stays_over_a_change_of_language(tab: RosterTab) -> None:
    tab.choose(tab.staff.role, "Manager")
    tab.speak("zh")
    assert tab.rows == [["0001", "周文静", "经理", "", "2024年3月1日", "在职"]]
    assert tab.staff.role.currentText() == "经理"


def test_whoever_fits_nobody_is_told_what_to_do(tab: RosterTab) -> None:
    tab.search("xyz")
    assert tab.names == []
    assert tab.staff.table.accessibleDescription().startswith("Nobody fits")
    assert tab.card == []


def test_several_people_are_counted_and_copied_with_headings(tab: RosterTab) -> None:
    tab.staff.table.setFocus()
    tab.control(Key.Key_A)
    assert "3 selected" in status(tab.window)
    tab.control(Key.Key_C)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["Number", "Name", "Role", "Group", "Hired", "State"]
    assert len(copied) == 4
    assert not tab.may("Edit")


def test_an_empty_file_says_what_to_do(
    qtbot: QtBot, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> None:
    with (
        a_new_desk(tmp_path) as desk,
        a_roster_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab,
    ):
        assert tab.staff.table.accessibleDescription() == (
            "Nobody is on the staff file yet Add a person (Ctrl+N), or import a workbook: Ctrl+I, or drop it here."
        )
        somebody(desk, left=date(2026, 1, 1), hired=date(2025, 1, 1))
        tab.staff.reload()
        assert tab.staff.table.accessibleDescription().startswith("Everybody has left")


# The card


def test_the_card_holds_every_fact(tab: RosterTab) -> None:
    tab.go_to("李娜")
    assert tab.facts == {
        "Hired": "1 Mar 2024", "Service": "month 33 (November 2026)", "Pay effect": "since May 2024",
        "Probation until": "—", "Base salary": "5,200 yuan a month", "Phone": "8101",
    }  # fmt: skip
    assert {"李娜", "0101 · Agent · hotline", "85", "B", "November so far"} <= set(tab.card)


def test_the_card_follows_the_month(tab: RosterTab) -> None:
    tab.go_to("曾雅婷")
    tab.window.set_month(OCTOBER)
    assert "October" in tab.card
    assert tab.facts["Service"] == "month 1 (October 2026)"
    assert tab.facts["Pay effect"] == "begins in December 2026"
    tab.window.set_month(OCTOBER.previous)
    assert tab.facts["Service"] == "not employed in September 2026"
    assert any("is not appraised in September 2026" in said for said in tab.card)


def test_a_role_appraised_by_forms_has_no_score_and_no_way_to_one(tab: RosterTab) -> None:
    tab.go_to("周文静")
    assert tab.facts["Pay effect"] == "none: this role is not appraised by points"
    assert not tab.may("Show appraisal")
    assert tab.may("Show entries")


def test_before_the_first_rulebook_no_pay_effect_is_claimed(tab: RosterTab) -> None:
    tab.go_to("李娜")
    tab.window.set_month(NOVEMBER.plus(-30))
    assert tab.facts["Pay effect"] == "—"


def test_the_history_tells_who_changed_what(tab: RosterTab) -> None:
    tab.go_to("李娜")
    assert tab.card[-6:] == [
        "21 Nov 09:12 · sun", "Group: hotline", "Base salary: 5,200", "Phone: 8101",
        "21 Nov 09:12 · sun", "Added to the staff file",
    ]  # fmt: skip


def test_a_long_history_is_shown_whole_on_demand(tab: RosterTab, desk: Desk) -> None:
    for number in range(8):
        li = person(desk)
        desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), phone=str(number)))
    tab.person.reload()
    tab.go_to("李娜")
    assert "Added to the staff file" not in tab.card
    tab.person.more_button.click()
    assert "Added to the staff file" in tab.card
    tab.go_to("周文静")
    tab.go_to("李娜")
    assert "Added to the staff file" not in tab.card


def test_the_card_leads_to_the_appraisal_and_the_entries(tab: RosterTab, desk: Desk) -> None:
    li = person(desk)
    tab.go_to("李娜")
    tab.person.appraisal_button.click()
    assert tab.asked("appraisal")[-1] == SheetTarget(li.id, NOVEMBER)
    tab.window.go_to("roster")
    tab.person.entries_button.click()
    assert tab.asked("log")[-1] == EntriesTarget(NOVEMBER, employee_id=li.id)


def test_somebody_asked_for_elsewhere_is_shown_whatever_hides_them(tab: RosterTab, desk: Desk) -> None:
    tab.search("zyt")
    tab.window.show_target(PersonTarget(person(desk, "0103").id))
    assert tab.card[0] == "欧阳喆"
    assert tab.facts["Last day"] == "20 Nov 2026"
    assert tab.staff.search.text() == ""
    assert not tab.may("Record leaving")
    assert not tab.page.open(PersonTarget("nobody"))
    assert not tab.page.open(SheetTarget("nobody", NOVEMBER))


# Adding


def test_a_person_is_added_by_keyboard(tab: RosterTab, desk: Desk) -> None:
    tab.control(Key.Key_N)
    type_person(tab, "0104", "王芳", "Team", "hotline", "2026/9/3", "", "￥6,100.50", "8104")
    tab.press(Key.Key_Return)
    wang = person(desk, "0104")
    assert (wang.name, wang.role, wang.group, wang.hired) == ("王芳", Role.TEAM_LEAD, "hotline", date(2026, 9, 3))
    assert (str(wang.base_salary), wang.phone) == ("6100.50", "8104")
    assert tab.message == "Added: 0104 王芳"
    assert tab.card[0] == "王芳"
    assert "王芳" in tab.names


def test_faults_stand_at_their_fields_and_nothing_is_saved(tab: RosterTab, desk: Desk) -> None:
    tab.control(Key.Key_N)
    type_person(tab, "0101", "", "", "", "soon", "", "much")
    tab.press(Key.Key_Return)
    assert tab.faults(PersonDialog) == [
        "“soon” cannot be read as a date. Write it as 2026-09-03, 2026/9/3 or 3 Sep 2026.",
        "“much” is no amount. Write yuan in digits, for example 5200 or 5,200.50.",
    ]
    form = tab.dialog(PersonDialog)
    assert form.hired.hasFocus()
    form.hired.show_day(date(2026, 9, 3))
    form.salary.clear()
    tab.press(Key.Key_Return)
    assert [" ".join(one.split()[:3]) for one in tab.faults(PersonDialog)] == [
        "0101 is 李娜's", "The name is", "The role is",
    ]  # fmt: skip
    assert len(desk.people.all()) == 4


def test_a_form_left_by_escape_adds_nobody(tab: RosterTab, desk: Desk) -> None:
    tab.control(Key.Key_N)
    type_person(tab, "0104", "王芳")
    tab.press(Key.Key_Escape)
    assert tab.dialogs() == []
    assert len(desk.people.all()) == 4


# Editing


def test_a_person_is_edited_and_the_change_taken_back(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    tab.press(Key.Key_Tab)
    tab.write_over("李娜娜")
    tab.press(Key.Key_Return)
    assert person(desk).name == "李娜娜"
    assert tab.message == "Saved: 李娜娜"
    assert tab.card[0] == "李娜娜"
    tab.press_message()
    assert person(desk).name == "李娜"
    assert tab.message == "Undone: 李娜"


def test_enter_opens_the_form_and_saving_without_a_change_writes_nothing(tab: RosterTab, desk: Desk) -> None:
    before = person(desk)
    tab.go_to("李娜")
    tab.press(Key.Key_Return)
    tab.press(Key.Key_Return)
    assert tab.dialogs() == []
    assert person(desk) == before
    assert tab.message == ""


def test_a_change_with_a_fault_is_not_saved(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    tab.write_over("0102")
    tab.press(Key.Key_Return)
    assert [" ".join(one.split()[:3]) for one in tab.faults(PersonDialog)] == ["0102 is 曾雅婷's"]
    assert person(desk).name == "李娜"


def test_who_comes_second_keeps_what_was_typed_and_sees_what_the_other_changed(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    with again(desk) as other:
        li = person(other)
        other.people.change(li.id, li.rev, replace(PersonDraft.of(li), phone="9999", group="online"))
    form = tab.dialog(PersonDialog)
    form.phone.setText("7777")
    tab.press(Key.Key_Return)
    assert tab.faults(PersonDialog) == [
        "Somebody else has changed this person meanwhile: Group, Phone. Look it over, then save again."
    ]
    assert (form.group.currentText(), form.phone.text()) == ("online", "7777")
    tab.press(Key.Key_Return)
    assert (person(desk).group, person(desk).phone) == ("online", "7777")


def test_a_change_is_not_taken_back_once_somebody_else_has_changed_it_again(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    tab.dialog(PersonDialog).phone.setText("7777")
    tab.press(Key.Key_Return)
    li = person(desk)
    desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), phone="9999"))
    tab.press_message()
    assert [one.heading.text() for one in told()] == ["Could not be undone"]
    assert person(desk).phone == "9999"


def test_what_another_window_writes_appears(tab: RosterTab, desk: Desk) -> None:
    with again(desk) as other:
        somebody(other, "0105", "翟俊")
    tab.wait_until(lambda: "翟俊" in tab.names)


# Leaving


def test_somebody_leaves_and_it_is_taken_back(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.action("Record leaving")
    tab.write_over("2026年11月30日")
    tab.press(Key.Key_Return)
    assert person(desk).left == date(2026, 11, 30)
    assert tab.message == "李娜's last day is recorded: 30 Nov 2026"
    assert tab.rows[1][5] == "until 30 Nov"
    tab.press_message()
    assert person(desk).left is None


def test_a_last_day_that_cannot_be_is_told_at_its_field(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.person.leave_button.click()
    for typed, said in (
        ("", "The last day of employment is missing."), ("soon", "“soon” cannot be read as a date"),
        ("2024-02-01", "The last day, 1 Feb 2024, lies before"),
    ):  # fmt: skip
        tab.write_over(typed)
        tab.press(Key.Key_Return)
        assert tab.faults(LeaveDialog)[0].startswith(said)
    assert person(desk).left is None


def test_the_leave_form_warns_of_probation_and_of_later_entries(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.action("Record leaving")
    assert tab.dialog(LeaveDialog).warning.text == ""
    tab.write_over("2026-11-05")
    assert tab.dialog(LeaveDialog).warning.text == (
        "1 entry is dated after this day: check the day, or void what is wrong."
    )
    tab.press(Key.Key_Escape)
    tab.go_to("曾雅婷")
    tab.action("Record leaving")
    assert tab.dialog(LeaveDialog).warning.text == "This day lies in probation, which ends on 7 Jan 2027."


def test_leaving_loses_politely_to_another_window(tab: RosterTab, desk: Desk) -> None:
    tab.go_to("李娜")
    tab.action("Record leaving")
    with again(desk) as other:
        li = person(other)
        other.people.change(li.id, li.rev, replace(PersonDraft.of(li), phone="9999"))
    tab.press(Key.Key_Return)
    assert tab.faults(LeaveDialog)[0].startswith("Somebody else has changed this person's data")
    tab.press(Key.Key_Return)
    assert (person(desk).left, person(desk).phone) == (date(2026, 11, 21), "9999")


def test_somebody_who_left_may_come_back(tab: RosterTab, desk: Desk) -> None:
    tab.page.open(PersonTarget(person(desk, "0103").id))
    tab.press(Key.Key_F2)
    tab.dialog(PersonDialog).left.clear()
    tab.press(Key.Key_Return)
    assert person(desk, "0103").left is None


# The world's faults, and the rest


def refuse(*_given: object) -> None:
    raise StoreUnavailable("file.locked", file="team.csdesk")


def test_a_locked_file_is_told_and_the_form_stays(tab: RosterTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    tab.dialog(PersonDialog).phone.setText("7777")
    monkeypatch.setattr(desk.people, "change", refuse)
    tab.press(Key.Key_Return)
    assert isinstance(tab.dialog(PersonDialog), PersonDialog)
    tab.press(Key.Key_Escape)
    tab.control(Key.Key_N)
    monkeypatch.setattr(desk.people, "add", refuse)
    tab.press(Key.Key_Return)
    tab.press(Key.Key_Escape)
    monkeypatch.setattr(desk.people, "leave", refuse)
    tab.action("Record leaving")
    tab.press(Key.Key_Return)
    assert len(heard) == 3


def test_taking_back_on_a_locked_file_is_told(tab: RosterTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    tab.go_to("李娜")
    tab.action("Record leaving")
    tab.press(Key.Key_Return)
    monkeypatch.setattr(desk.people, "change", refuse)
    tab.press_message()
    assert len(heard) == 1


def test_a_command_that_is_none_of_the_tabs_is_a_bug(tab: RosterTab) -> None:
    with pytest.raises(NotImplementedError):
        tab.page.do(Command.CLOSE_MONTH)


def test_alt_and_down_open_the_calendar(tab: RosterTab) -> None:
    tab.go_to("李娜")
    tab.action("Record leaving")
    tab.press(Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    popup = QGuiApplication.focusWindow()
    assert popup is not None
