"""The page Swaps: from the register to the panel and back, and what can go wrong."""

import pytest

from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    NOVEMBER,
    SwapsWindow,
    a_request,
    an_agreed_one,
)


def test_escape_and_ctrl_n_lead_from_a_swap_back_to_the_form_and_enter_to_its_buttons(
    tab: SwapsWindow, desk: Desk
) -> None:
    a_request(desk, 24)
    tab.shown().go_to(0)
    tab.enter()
    assert tab.page.swaps.panel.buttons.offered[0].hasFocus()
    tab.press(Key.Key_Escape)
    assert tab.is_form_front
    tab.go_to(0)
    tab.control(Key.Key_N)
    assert tab.window.focusWidget() is tab.page.swaps.form.a


def test_several_rows_have_no_panel_and_are_counted(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    a_request(desk, 30)
    tab.shown()
    tab.page.swaps.card.table.setFocus()
    tab.control(Key.Key_A)
    assert tab.is_form_front
    assert not tab.may("Approve")


def test_a_closed_month_is_read_only_and_says_who_can_reopen_it(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_agreed_one(desk, 24)
    monkeypatch.setattr(desk, "closed_months", lambda: frozenset({NOVEMBER}))
    tab.shown()
    assert tab.page.swaps.form.said_problems == [
        "November 2026 is closed, so nothing in it can change. The manager can reopen it."
    ]
    tab.page.swaps.form.submit()
    tab.go_to(0)
    assert "November 2026 is closed" in tab.panel[-1]
    assert not any(tab.may(name) for name in ("Signatures", "Approve", "Reject", "Withdraw", "Void"))
    tab.page.shown()
    assert tab.page.swaps.card.table.hasFocus()


def test_a_fault_of_the_world_is_told_and_nothing_is_lost(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    an_agreed_one(desk, 24)
    tab.shown()
    for name in ("ask", "approve", "reject"):
        monkeypatch.setattr(desk.swaps, name, full)
    tab.ask("ln", "30", "wy")
    assert not tab.page.may_leave()
    assert len(told()) == 1
    told()[0].close()
    tab.go_to(0)
    tab.decide(Key.Key_A)
    assert len(told()) == 1
    told()[0].close()
    tab.decide(Key.Key_R)
    tab.give_reason("no")
    assert len(told()) == 1
    assert tab.states == ["both agree"]


def test_the_page_speaks_both_languages(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    tab.shown().go_to(0)
    tab.speak("zh")
    assert tab.rows == [["1", "11-21", "李娜", "11-24  D", "王铱", "11-26  N", "双方", "双方同意", ""]]
    assert tab.panel[:2] == ["第1号换班", "待经理审批  ·  11-21申请"]
    assert tab.rule("SW-3") == "符合"
