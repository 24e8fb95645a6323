"""Questions and bad news come in dialogs over the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.core.problem import Problem
from csdesk.ui.asking import AskingWindow
from csdesk.ui.dialogs.base import ConfirmDialog, TellDialog
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.theme import Theme
from tests.desks import NOW, clock
from tests.ui.driving import only, told


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, speech: Speech, tmp_path: Path) -> AskingWindow:
    window = AskingWindow(speech, Hook(tmp_path / "csdesk.log", speech, clock(NOW)))
    qtbot.addWidget(window)
    window.show()
    return window


def test_what_is_agreed_to_is_done(window: AskingWindow) -> None:
    done: list[str] = []
    window.confirm("Void?", "It stays in the log.", "Void it", lambda: done.append("void"))
    question = only(window, ConfirmDialog)
    assert isinstance(question, ConfirmDialog)
    assert done == []
    question.agree_button.click()
    assert done == ["void"]


def test_what_is_thought_better_of_is_not_done(window: AskingWindow) -> None:
    done: list[str] = []
    question = window.question("Void?", "It stays in the log.", "Void it", lambda: done.append("void"))
    question.rejected.connect(lambda: done.append("stayed"))
    question.reject()
    assert done == ["stayed"]


def test_problems_without_a_field_are_told(window: AskingWindow, speech: Speech) -> None:
    window.sorry("Not closed", [Problem.at("team", "team.missing")])
    dialog = only(window, TellDialog)
    assert isinstance(dialog, TellDialog)
    assert dialog.text.text() == speech.texts.say("problems.team.missing")
    dialog.accept()


def test_the_world_s_faults_are_told(window: AskingWindow) -> None:
    window.failed(PermissionError(13, "Permission denied", "out.xlsx"))
    assert "out.xlsx" in told()[-1].text.text()
    told()[-1].accept()
