"""F1 opens a real page in the window's language, and it names the keys that the menus have."""

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from csdesk.paths import resource
from csdesk.ui.dialogs.help import HelpDialog
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.language import Speech
from csdesk.ui.menus import ENTRIES
from csdesk.ui.theme import Theme


def test_the_page_is_in_the_window_s_language(qtbot: QtBot, theme: Theme, speech: Speech) -> None:
    dialog = HelpDialog(speech, None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Nothing is ever deleted" in dialog.text
    speech.switch("zh")
    qtbot.waitUntil(lambda: "记录不会被删除" in dialog.text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_key_of_the_help_is_one_of_the_menus(qtbot: QtBot, language: str) -> None:
    tab = QWidget()
    qtbot.addWidget(tab)
    page = resource("help", f"{language}.md").read_text("utf-8").replace("←", "Left").replace("→", "Right")
    named = set(re.findall(r"\b(?:Ctrl|Alt)\+\w+", page))
    menus = {entry.keys for entry in ENTRIES} | {f"Ctrl+{number}" for number in range(1, 6)}
    assert named <= menus | {action.shortcut().toString() for action in DutyActions(tab).all}
    assert {entry.keys for entry in ENTRIES if entry.keys.startswith("Ctrl+")} - named <= {"Ctrl+Q"}
