"""A new team: name, manager, file."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from csdesk.texts import Texts
from csdesk.ui.dialogs.new_team import NewTeam, NewTeamDialog
from csdesk.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, tmp_path: Path) -> NewTeamDialog:
    dialog = NewTeamDialog(tmp_path, Texts("en"), None)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def _lines(dialog: NewTeamDialog) -> list[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def _filled(dialog: NewTeamDialog) -> list[NewTeam]:
    filled: list[NewTeam] = []
    dialog.filled.connect(filled.append)
    return filled


def test_the_file_is_named_after_the_team(dialog: NewTeamDialog, tmp_path: Path) -> None:
    filled = _filled(dialog)
    team, manager, _path = _lines(dialog)
    team.clear()
    QTest.keyClicks(team, "South: Desk/2")
    QTest.keyClicks(manager, "Lin Lan")
    dialog.done_button.click()
    assert filled == [NewTeam("South: Desk/2", "Lin Lan", tmp_path / "South Desk2.csdesk")]


def test_a_file_named_by_hand_stays_and_gets_its_ending(dialog: NewTeamDialog, tmp_path: Path) -> None:
    filled = _filled(dialog)
    team, _manager, path = _lines(dialog)
    path.clear()
    QTest.keyClicks(path, str(tmp_path / "own"))
    QTest.keyClicks(team, "South")
    dialog.done_button.click()
    assert filled[0].path == tmp_path / "own.csdesk"


def test_a_team_without_a_name_is_refused_at_its_field(dialog: NewTeamDialog) -> None:
    filled = _filled(dialog)
    dialog.done_button.click()
    assert filled == []
    assert dialog.said == [Texts("en").say("problems.team.missing")]


def test_a_place_can_be_chosen(dialog: NewTeamDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.choose()
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "chosen.csdesk"))
    chooser.close()
    QTest.keyClicks(_lines(dialog)[0], "South")
    filled = _filled(dialog)
    dialog.done_button.click()
    assert filled[0].path == tmp_path / "chosen.csdesk"
