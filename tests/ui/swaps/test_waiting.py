"""What waits in other months is counted on both pages, and one key away."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from csdesk.core.leave import Leave
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import DECEMBER, NOVEMBER, SwapsWindow, a_request, nov, person

JANUARY = Month(2027, 1)


def a_leave(desk: Desk, letters: str, month: Month, day: int, days: int = 1) -> Leave:
    """Ask for leave of somebody."""
    first = month.first.replace(day=day)
    leave = desk.leaves.ask(LeaveDraft(person(desk, letters).id, first, first.replace(day=day + days - 1)))
    assert isinstance(leave, Leave), leave
    return leave


def menu() -> QMenu:
    """Return the menu that is open."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def test_leave_of_one_other_month_is_counted_and_f8_goes_to_the_first_of_it(tab: SwapsWindow, desk: Desk) -> None:
    a_leave(desk, "zyt", NOVEMBER, 25)
    a_leave(desk, "wy", DECEMBER, 4)
    a_leave(desk, "ln", DECEMBER, 2, 2)
    tab.go_to_leave()
    assert tab.waiting == "2 requests wait in December"
    tab.press(Key.Key_F8)
    assert tab.window.month == DECEMBER
    assert [row[0] for row in tab.leaves] == ["李娜", "王铱"]
    assert (tab.leave_panel[0], tab.focus()) == ("李娜", tab.table)
    assert tab.waiting == "1 request waits in November"
    tab.decide(Key.Key_A)
    assert [row[5] for row in tab.leaves] == ["approved", "asked"]


def test_where_they_wait_in_several_months_a_menu_asks_which(tab: SwapsWindow, desk: Desk) -> None:
    for month, day in ((DECEMBER, 2), (DECEMBER, 9), (JANUARY, 5)):
        a_leave(desk, "zyt", month, day)
    tab.go_to_leave()
    assert tab.waiting == "3 requests wait in other months"
    tab.press(Key.Key_F8)
    assert [choice.text() for choice in menu().actions()] == ["December: 2 requests", "January 2027: 1 request"]
    QTest.keyClick(menu(), Key.Key_Down)
    QTest.keyClick(menu(), Key.Key_Return)
    assert tab.window.month == JANUARY
    assert tab.leave_panel[0] == "曾雅婷"


def test_what_is_decided_lies_in_the_month_shown_or_in_a_closed_one_is_not_counted(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = a_leave(desk, "wy", DECEMBER, 4)
    desk.leaves.refuse(refused.id, refused.rev, "no")
    desk.leaves.ask(LeaveDraft(person(desk, "zyt").id, nov(30), DECEMBER.first.replace(day=2)))
    tab.go_to_leave()
    assert (tab.waiting, tab.may("Go to what waits")) == ("", False)
    tab.window.set_month(DECEMBER)
    assert tab.waiting == ""
    tab.window.set_month(JANUARY)
    assert tab.waiting == "1 request waits in November"
    monkeypatch.setattr(desk, "closed_months", lambda: frozenset({DECEMBER}))
    tab.shown()
    assert tab.waiting == ""


def test_what_is_asked_for_and_decided_elsewhere_is_counted_at_once(tab: SwapsWindow, desk: Desk) -> None:
    tab.go_to_leave()
    tab.ask("zyt", "2026-12-03", "", "", "")
    assert (tab.leaves, tab.waiting) == ([], "1 request waits in December")
    asked = desk.leaves.undecided()[0]
    desk.leaves.withdraw(asked.id, asked.rev, "not needed")
    assert tab.shown().waiting == ""


def test_swaps_that_wait_in_another_month_are_counted_too(tab: SwapsWindow, desk: Desk) -> None:
    rejected = a_request(desk, 30)
    desk.swaps.reject(rejected.id, rejected.rev, "no")
    a_request(desk, 24, 26)
    tab.window.set_month(DECEMBER)
    tab.shown()
    assert tab.waiting == "1 request waits in November"
    tab.press(Key.Key_F8)
    assert (tab.window.month, tab.panel[0]) == (NOVEMBER, "Swap no. 2")
    assert tab.waiting == ""


def test_the_button_speaks_chinese(tab: SwapsWindow, desk: Desk) -> None:
    a_leave(desk, "zyt", DECEMBER, 2)
    tab.go_to_leave()
    tab.speak("zh")
    assert tab.waiting == "12月有1条申请待处理"
    a_leave(desk, "zyt", JANUARY, 5)
    assert tab.shown().waiting == "其他月份有2条申请待处理"
    tab.page.leave.waiting.click()
    assert [choice.text() for choice in menu().actions()] == ["12月：1条", "2027年1月：1条"]
    menu().close()
