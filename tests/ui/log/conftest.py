"""A log for every test of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.ui.pages.log import LogTab, a_log_tab, a_small_team


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with Li Na, Wang Yi and Zeng Yating; it is 21 November 2026, 09:12."""
    with a_small_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme) -> Iterator[LogTab]:
    """The tab on that desk."""
    with a_log_tab(qtbot, desk, preferences, speech) as tab:
        yield tab
