"""The first page offers what can be done without a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import Theme
from csdesk.ui.welcome import WelcomeWindow


@pytest.fixture
def welcome(qtbot: QtBot, theme: Theme, preferences: Preferences, owner: QObject) -> WelcomeWindow:
    welcome = WelcomeWindow(preferences, Tasks(owner))
    qtbot.addWidget(welcome)
    welcome.show()
    return welcome


def _button(welcome: WelcomeWindow, words: str) -> QPushButton:
    return next(one for one in welcome.findChildren(QPushButton) if one.text().startswith(words))


def test_a_team_can_be_made_or_looked_at(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.new_asked):
        _button(welcome, "New team").click()
    with qtbot.waitSignal(welcome.demo_asked):
        _button(welcome, "Demonstration").click()


def test_a_file_can_be_chosen(welcome: WelcomeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _button(welcome, "Open").click()
    chooser = welcome.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    with qtbot.waitSignal(welcome.open_asked) as asked:
        chooser.fileSelected.emit(str(tmp_path / "team.csdesk"))
    chooser.close()
    assert asked.args == [tmp_path / "team.csdesk"]


def test_it_says_why_a_file_is_not_open(welcome: WelcomeWindow) -> None:
    assert welcome.said_fault == ""
    welcome.say_fault("There is no such file.")
    assert welcome.said_fault == "There is no such file."


def test_it_speaks_both_languages(welcome: WelcomeWindow, speech: Speech, qtbot: QtBot) -> None:
    speech.switch("zh")
    qtbot.waitUntil(lambda: bool([one for one in welcome.findChildren(QPushButton) if one.text() == "演示"]))
