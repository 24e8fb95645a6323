"""The Swaps tab in the window: what it does with commands, and what others see of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.page import Command
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    SwapsWithRoster,
    a_request,
    a_rostered_team,
    an_agreed_one,
    nov,
)
from tests.ui.pages.tab import in_window


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_rostered_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[SwapsWithRoster]:
    with in_window(SwapsWithRoster, qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def test_the_calendar_of_the_roster_shows_a_swap_at_once(tab: SwapsWithRoster, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    assert tab.shown().calendar_cell("wy", nov(24)) == []
    tab.control(Key.Key_3)
    tab.go_to(0)
    tab.decide(Key.Key_A)
    assert (tab.calendar_cell("wy", nov(24)), tab.calendar_cell("ln", nov(26))) == (["D"], ["N"])
    tab.control(Key.Key_3)
    tab.press(Key.Key_Delete)
    tab.give_reason("the school called it off")
    assert (tab.calendar_cell("wy", nov(24)), tab.calendar_cell("ln", nov(24))) == ([], ["D"])


def test_the_window_does_new_and_no_other_command_here(tab: SwapsWithRoster) -> None:
    tab.page.do(Command.NEW)
    assert tab.page.swaps.form.a.hasFocus()
    with pytest.raises(NotImplementedError):
        tab.page.do(Command.CLOSE_MONTH)


def test_nothing_of_the_page_behind_can_be_done(tab: SwapsWithRoster, desk: Desk) -> None:
    a_request(desk, 24)
    tab.shown().go_to(0)
    tab.go_to_leave()
    assert not any(action.isEnabled() for action in tab.page.swap_actions.all)
    tab.page.show_segment(0)
    assert tab.page.swap_actions.approve.isEnabled()
