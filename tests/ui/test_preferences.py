"""What the window remembers comes back as it was; what a hand spoilt has its default."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.ui.preferences import RECENT, Preferences, TableLook
from csdesk.ui.theme import FontChoice, Scheme


def test_nothing_is_known_at_first(preferences: Preferences) -> None:
    assert preferences.language is None
    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.font is FontChoice.BUNDLED
    assert not preferences.compact
    assert preferences.geometry.isEmpty()
    assert preferences.last_month is None
    assert (preferences.tab, preferences.last_folder, preferences.recent_files) == ("", "", [])
    assert preferences.table("log") == TableLook()


def test_everything_is_remembered_by_the_next_run(tmp_path: Path, qtbot: QtBot) -> None:
    before = Preferences(tmp_path / "window.ini")
    before.language, before.scheme, before.font = "zh", Scheme.DARK, FontChoice.SYSTEM
    before.geometry = QByteArray(b"\x01\xd9place")
    before.tab, before.last_month, before.last_folder = "log", Month(2026, 11), "somewhere/名单"
    look = TableLook(("who", "when"), ("by",), (("who", 120),))
    before.keep_table("log", look)
    with qtbot.waitSignal(before.compact_changed) as said:
        before.compact = True
    before.flush()
    after = Preferences(tmp_path / "window.ini")
    assert said.args == [True]
    assert (after.language, after.scheme, after.font, after.compact) == ("zh", Scheme.DARK, FontChoice.SYSTEM, True)
    assert after.geometry == QByteArray(b"\x01\xd9place")
    assert (after.tab, after.last_month, after.last_folder) == ("log", Month(2026, 11), "somewhere/名单")
    assert after.table("log") == look


def test_the_newest_file_stands_first_and_once(preferences: Preferences) -> None:
    for number in range(RECENT + 2):
        preferences.opened(f"team-{number}")
    preferences.opened("team-5")
    assert preferences.recent_files[0] == "team-5"
    assert preferences.recent_files.count("team-5") == 1
    assert len(preferences.recent_files) == RECENT
    preferences.forget("team-5")
    assert "team-5" not in preferences.recent_files


@pytest.mark.parametrize("spoilt", ["{", "7", '{"a": 1}', '[1, "log"]'])
def test_a_spoilt_list_is_read_as_far_as_it_makes_sense(preferences: Preferences, spoilt: str) -> None:
    preferences.keep("files/recent", spoilt)
    assert preferences.recent_files == (["log"] if "log" in spoilt else [])


def test_a_spoilt_word_has_its_default(preferences: Preferences) -> None:
    preferences.keep("window/theme", "pink")
    preferences.keep("window/font", "wide")
    preferences.keep("window/month", "2026-13")
    preferences.keep("tables/log-widths", '["who:wide", "when:90"]')
    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.font is FontChoice.BUNDLED
    assert preferences.last_month is None
    assert preferences.table("log").widths == (("when", 90),)
