"""The page Leave of the Swaps tab, by keyboard alone."""

from datetime import datetime

import pytest

from csdesk.core.leaves import LeaveDraft
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.page import Change
from csdesk.ui.preferences import Preferences
from tests.desks import logged
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    DECEMBER,
    NOVEMBER,
    SwapsWindow,
    a_request,
    nov,
    person,
)


def test_leave_is_asked_for_and_approved_by_keyboard(tab: SwapsWindow, desk: Desk) -> None:
    tab.go_to_leave()
    tab.write("zyt")
    tab.enter()
    tab.write("25")
    tab.enter()
    tab.write("27")
    tab.enter()
    assert tab.keys == 10
    assert tab.leaves == [["曾雅婷", "25 Nov", "27 Nov", "3 days", "annual", "asked", ""]]
    assert tab.message == "Asked: 曾雅婷  ·  25 Nov – 27 Nov  ·  annual"
    tab.decide(Key.Key_A)
    assert tab.leaves[0][5] == "approved"
    assert tab.leave_panel[:2] == ["曾雅婷", "approved  ·  annual"]
    assert [leave.is_approved for leave in desk.roster.month(NOVEMBER).leaves] == [True]


def test_hours_of_one_day_and_a_note_are_kept(tab: SwapsWindow) -> None:
    tab.go_to_leave()
    form = tab.page.leave.form
    tab.write("zyt")
    tab.enter()
    tab.write("25")
    tab.choose(form.type, "sick")
    form.hours.setFocus()
    tab.write("3,5")
    form.note.setFocus()
    tab.write("dentist")
    tab.enter()
    assert tab.leaves == [["曾雅婷", "25 Nov", "25 Nov", "3.5 h", "sick", "asked", "dentist"]]


def test_what_is_wrong_with_leave_is_told_at_its_field_while_one_types(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    tab.go_to_leave()
    tab.write("ln")
    tab.enter()
    tab.write("24")
    assert tab.leave_problems[0].startswith("李娜 has swap no. 1 on 24 Nov 2026")
    tab.enter()
    tab.write("23")
    assert tab.leave_problems[0].startswith("The leave ends on 23 Nov 2026, before it begins")
    tab.enter()
    assert desk.leaves.of(NOVEMBER) == []


def test_what_is_missing_or_unreadable_of_leave_is_told_when_it_is_asked_for(tab: SwapsWindow) -> None:
    tab.go_to_leave()
    form = tab.page.leave.form
    form.last.setText("soon")
    form.hours.setText("many")
    form.emergency.setChecked(True)
    form.call.setText("soon")
    form.submit()
    assert len(tab.leave_problems) == 4
    assert form.who.hasFocus()
    form.clear()
    form.who.setFocus()
    tab.write("zyt")
    tab.enter()
    form.submit()
    assert tab.leave_problems[0] == "The first day of the leave is missing. Enter it."


def test_an_emergency_has_the_time_of_the_call_and_is_confirmed_afterwards(tab: SwapsWindow, desk: Desk) -> None:
    tab.go_to_leave()
    form = tab.page.leave.form
    tab.write("ln")
    tab.enter()
    tab.write("20")
    form.emergency.setFocus()
    tab.press(Key.Key_Space)
    tab.write("20 Nov 8:40")
    tab.enter()
    assert tab.leaves[0][5] == "called in"
    assert "Emergency: the manager was called 20 Nov 08:40" in tab.leave_panel
    tab.decide(Key.Key_A)
    assert tab.leaves[0][5] == "approved"


def test_leave_is_refused_and_withdrawn_with_a_reason(tab: SwapsWindow, desk: Desk) -> None:
    for day in (25, 27):
        desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(day), nov(day)))
    tab.go_to_leave()
    tab.go_to(0)
    tab.decide(Key.Key_R)
    tab.give_reason("")
    assert len(tab.dialogs()) == 1
    tab.give_reason("nobody is left")
    tab.go_to(1)
    tab.decide(Key.Key_W)
    tab.give_reason("not needed")
    assert [row[5] for row in tab.leaves] == ["refused", "withdrawn"]
    assert tab.leave_panel[-1] == "Decision: Withdrawn 21 Nov 09:12, entered by sun: not needed"
    assert not any(action.isEnabled() for action in tab.page.leave_actions.all)


def test_leave_that_cannot_be_approved_any_more_says_why(tab: SwapsWindow, desk: Desk) -> None:
    desk.leaves.ask(LeaveDraft(person(desk, "wy").id, nov(24), nov(24)))
    tab.go_to_leave()
    tab.go_to(0)
    a_request(desk, 24)
    tab.decide(Key.Key_A)
    assert tab.leave_panel[-1].startswith("王铱 has swap no. 1 on 24 Nov 2026")
    assert tab.leaves[0][5] == "asked"


def test_leave_is_searched_and_filtered(tab: SwapsWindow, desk: Desk) -> None:
    one = desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(25), nov(25), note="dentist"))
    assert not isinstance(one, list)
    desk.leaves.refuse(one.id, one.rev, "no")
    desk.leaves.ask(LeaveDraft(person(desk, "ln").id, nov(26), nov(26)))
    tab.go_to_leave()
    for typed, names in (("dent", ["曾雅婷"]), ("ln", ["李娜"]), ("wy", [])):
        tab.control(Key.Key_F)
        tab.write_over(typed)
        assert [row[0] for row in tab.leaves] == names
    tab.control(Key.Key_N)
    tab.ask("zyt", "27", "", "", "")
    assert len(tab.leaves) == 3
    tab.choose(tab.page.leave.card.state, "Refused or withdrawn")
    assert [row[0] for row in tab.leaves] == ["曾雅婷"]


def test_leave_of_a_closed_month_is_read_only(tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(25), nov(25)))
    tab.go_to_leave()
    monkeypatch.setattr(desk, "closed_months", lambda: frozenset({NOVEMBER}))
    tab.shown()
    tab.page.leave.form.submit()
    assert "November 2026 is closed" in tab.leave_problems[0]
    tab.page.shown()
    assert "November 2026 is closed" in tab.leave_panel[-1]
    assert not any(action.isEnabled() for action in tab.page.leave_actions.all)


def test_a_fault_of_the_world_is_told_for_leave_too(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    monkeypatch.setattr(desk.leaves, "ask", full)
    tab.go_to_leave()
    tab.ask("zyt", "25", "")
    assert len(told()) == 1
    assert not tab.page.may_leave()


def test_the_page_that_was_looked_at_last_is_remembered_and_speaks_both_languages(
    tab: SwapsWindow, desk: Desk, preferences: Preferences
) -> None:
    desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(25), nov(26)))
    tab.go_to_leave()
    tab.go_to(0)
    tab.speak("zh")
    assert tab.leaves == [["曾雅婷", "11-25", "11-26", "2天", "年假", "待审批", ""]]
    assert tab.leave_panel[:2] == ["曾雅婷", "待审批  ·  年假"]
    assert preferences.text("swaps/page") == "leave"
    tab.window.set_month(DECEMBER)
    assert tab.leaves == []


def test_escape_leads_from_leave_back_to_the_form_and_enter_to_its_buttons(tab: SwapsWindow, desk: Desk) -> None:
    desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(25), nov(26)))
    tab.go_to_leave()
    tab.go_to(0)
    tab.enter()
    assert tab.page.leave.panel.buttons.offered[0].hasFocus()
    tab.press(Key.Key_Escape)
    assert tab.page.leave.form.who.hasFocus()
    assert tab.page.leave.is_blank


def test_an_absence_that_the_log_holds_for_a_day_of_leave_is_told_until_it_is_voided(
    tab: SwapsWindow, desk: Desk
) -> None:
    entry = logged(desk, person(desk, "ln"), "SER-01", nov(20))
    call = datetime(2026, 11, 20, 8, 40)
    desk.leaves.ask(LeaveDraft(person(desk, "ln").id, nov(20), nov(20), emergency_at=call))
    tab.go_to_leave()
    tab.go_to(0)
    tab.decide(Key.Key_A)
    assert tab.leaves[0][5] == "approved"
    assert tab.leave_panel[-1].startswith("The log holds an absence of 李娜 for 20 Nov 2026 (SER-01)")
    desk.incidents.void(entry.id, entry.rev, "was ill, called in")
    tab.window.context.refresh.announce(Change.INCIDENTS)
    assert not any("absence" in said for said in tab.leave_panel)
    tab.decide(Key.Key_W)
    tab.give_reason("came after all")
    logged(desk, person(desk, "ln"), "SER-01", nov(20))
    tab.window.context.refresh.announce(Change.INCIDENTS)
    assert not any("absence" in said for said in tab.leave_panel)
