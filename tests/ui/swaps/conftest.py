"""The Swaps tab for every test of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.ui.pages.swaps import SwapsWindow, a_rostered_team
from tests.ui.pages.tab import in_window


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with 李娜, 王铱 and 曾雅婷 and their shifts; it is 21 November 2026, 09:12."""
    with a_rostered_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[SwapsWindow]:
    """The tab on that desk."""
    with in_window(SwapsWindow, qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab
