"""The page Swaps: from the register to the panel and back, its papers, and what can go wrong."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.page import Command
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


# Paper


def test_the_months_register_is_printed_where_nothing_is_chosen(tab: SwapsWindow, desk: Desk, tmp_path: Path) -> None:
    a_request(desk, 24, 26)
    tab.shown()
    tab.control(Key.Key_P)
    tab.choose_file(tmp_path / "register.pdf")
    tab.wait_for_work()
    assert tab.message == "Printed: register.pdf"
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


def test_a_chosen_swap_is_printed_with_its_boxes(
    tab: SwapsWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    a_request(desk, 24, 26)
    tab.shown().go_to(0)
    tab.page.swaps.card.print_button.click()
    tab.choose_file(tmp_path / "swap.pdf")
    tab.wait_for_work()
    assert (tmp_path / "swap.pdf").read_bytes().startswith(b"%PDF")
    tab.press_message()
    assert opened == ["swap.pdf"]


def test_what_no_font_has_is_said_before_printing(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "\U0001f9d1")
    tab.shown().go_to(0)
    tab.page.do(Command.PRINT)
    assert told()[0].heading.text() == "Some characters cannot be printed"


def test_a_fault_of_the_world_is_told_before_a_file_is_asked_for(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    monkeypatch.setattr(desk.roster_papers, "register", gone)
    tab.page.do(Command.PRINT)
    assert (len(told()), tab.dialogs()) == (1, told())
    told()[0].close()
