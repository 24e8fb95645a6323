"""The program around the window: which file is opened, what happens where it cannot be, another in its place."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from csdesk import app
from csdesk.app import Program, run_window
from csdesk.core.words import Language
from csdesk.ui.dialogs.base import ConfirmDialog, TellDialog
from csdesk.ui.dialogs.new_team import NewTeam, NewTeamDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.preferences import Preferences
from tests.desks import LEAD, NOW, a_new_desk, clock


@pytest.fixture
def team(tmp_path: Path) -> Path:
    with a_new_desk(tmp_path) as desk:
        return desk.path


@pytest.fixture
def no_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(app, "default_file", lambda: tmp_path / "none.csdesk")


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, no_default: None) -> Iterator[Program]:
    preferences = Preferences(tmp_path / "window.ini")
    program = Program(qapp, preferences, tmp_path / "data", "en", clock(NOW), LEAD)
    yield program
    if program.window is not None:
        program.window.close()
    if program.welcome is not None:
        program.welcome.close()
    for dialog in _told():
        dialog.close()
    program.setParent(None)


def _told() -> list[TellDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, TellDialog) and one.isVisible()]


def _window(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def test_the_window_opens_on_the_file_that_is_named(program: Program, team: Path) -> None:
    program.start(team)
    assert _window(program).windowTitle().startswith("南区客服")
    assert program.welcome is None


def test_without_a_name_it_opens_the_last_one(program: Program, team: Path) -> None:
    program.start(team)
    _window(program).close()
    assert program.window is None
    program.start(None)
    assert _window(program).isVisible()


def test_without_any_file_it_offers_to_make_one(program: Program) -> None:
    program.start(None)
    assert program.welcome is not None
    assert program.welcome.said_fault == ""


def test_a_file_that_cannot_be_opened_is_said_with_what_to_do(program: Program, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.csdesk"
    foreign.write_text("Dear all", "utf-8")
    program.start(foreign)
    assert program.welcome is not None
    assert "is not a csdesk team file" in program.welcome.said_fault
    assert foreign.read_text("utf-8") == "Dear all"


def test_another_file_takes_the_place_of_the_open_one(program: Program, team: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with a_new_desk(other, team="北区客服"):
        pass
    program.start(team)
    first = _window(program)
    program.open(other / "team.csdesk")
    assert _window(program) is not first
    assert _window(program).windowTitle().startswith("北区客服")


def test_a_file_that_cannot_be_opened_leaves_the_open_one_alone(program: Program, team: Path, tmp_path: Path) -> None:
    program.start(team)
    program.open(tmp_path / "nowhere.csdesk")
    assert _window(program).isVisible()
    assert "nowhere.csdesk" in _told()[0].text.text()


def test_a_file_that_was_asked_for_is_forgotten_where_the_open_one_stays(
    program: Program, team: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.start(team)
    other = tmp_path / "other"
    other.mkdir()
    with a_new_desk(other) as desk:
        asked = desk.path
    window = _window(program)
    window.go_to("log").findChildren(QLineEdit)[0].setText("half a name")
    program.open(asked)
    (dialog,) = window.findChildren(ConfirmDialog)
    dialog.reject()
    assert window.isVisible()
    window.go_to("log").findChildren(QLineEdit)[0].clear()
    window.close()
    assert program.window is None


def test_a_new_team_is_made_and_shown(program: Program, tmp_path: Path) -> None:
    program.start(None)
    assert program.welcome is not None
    program.ask_new()
    dialog = program.welcome.findChild(NewTeamDialog)
    assert isinstance(dialog, NewTeamDialog)
    path = tmp_path / "data" / "west.csdesk"
    dialog.filled.emit(NewTeam("West", "Lin Lan", path))
    assert _window(program).windowTitle().startswith("West")
    assert program.welcome is None


def test_a_new_team_on_an_existing_file_is_refused_in_the_dialog(program: Program, team: Path) -> None:
    program.start(team)
    program.ask_new()
    dialog = _window(program).findChild(NewTeamDialog)
    assert isinstance(dialog, NewTeamDialog)
    dialog.filled.emit(NewTeam("West", "", team))
    assert "exists already" in dialog.said[0]
    dialog.reject()


def test_the_demonstration_is_made_once_and_opened(program: Program, qtbot: QtBot) -> None:
    program.start(None)
    program.open_demo()
    qtbot.waitUntil(lambda: program.window is not None, timeout=30_000)
    _window(program).close()
    program.open_demo()
    assert _window(program).isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_command_runs_the_window_until_it_is_closed(
    qapp: QApplication,
    team: Path,
    tmp_path: Path,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "settings_file", lambda: tmp_path / "window.ini")
    monkeypatch.setattr(app, "user_data_dir", lambda: tmp_path / "data")
    hook = sys.excepthook

    def close() -> None:
        titles.extend(one.windowTitle() for one in qapp.topLevelWidgets() if isinstance(one, MainWindow))
        for one in qapp.topLevelWidgets():
            one.close()

    titles: list[str] = []
    watched: list[Program] = []
    QTimer.singleShot(300, close)
    assert run_window(team, language=language, watch=watched.append) == 0
    assert titles == ["南区客服 – csdesk"]
    assert len(watched) == 1
    assert sys.excepthook == hook
    assert app.clock().tzinfo is not None
