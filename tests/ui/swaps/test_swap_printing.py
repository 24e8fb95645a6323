"""Swaps and their register on paper."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from csdesk.desk.desk import Desk
from csdesk.ui.page import Command
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    SwapsWindow,
    a_request,
)


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
