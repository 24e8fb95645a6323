"""Dialogs open and emit; each fault stands at its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import ConfirmDialog, FormDialog, TellDialog
from csdesk.ui.language import Speech
from csdesk.ui.theme import Theme


class TeamForm(FormDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Texts("en"))
        self.team = QLineEdit()
        self.field = self.add_field("team", self.team)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_heading("Team")
        self.done_button.setText("Done")

    def submit(self) -> None:
        self.filled.emit(self.team.text())


@pytest.fixture
def parent(qtbot: QtBot, theme: Theme) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_enter_fills_in_and_the_dialog_waits_for_the_answer(parent: QWidget) -> None:
    dialog = TeamForm(parent)
    filled: list[object] = []
    dialog.filled.connect(filled.append)
    dialog.open()
    QTest.keyClicks(dialog.team, "South")
    QTest.keyClick(dialog.team, Qt.Key.Key_Return)
    assert filled == ["South"]
    assert dialog.isVisible()


def test_each_problem_stands_at_its_field_and_loose_ones_above(parent: QWidget) -> None:
    dialog = TeamForm(parent)
    dialog.open()
    missing = Problem.at("team", "team.missing")
    dialog.show_problems([missing, Problem.at("", "team.stale")])
    texts = Texts("en")
    assert dialog.said == [texts.say("problems.team.stale"), texts.say("problems.team.missing")]
    assert dialog.field.said_fault == texts.say("problems.team.missing")
    dialog.show_problems([])
    assert dialog.said == []
    dialog.say_fault("The disk is full.")
    assert dialog.said == ["The disk is full."]


def test_a_field_laid_out_elsewhere_shows_its_problems_too(parent: QWidget) -> None:
    from csdesk.ui.widgets.cards import Field

    dialog = TeamForm(parent)
    own = Field(QLineEdit())
    dialog.body.addWidget(own)
    dialog.register_field("manager", own)
    dialog.show_problems([Problem.at("manager", "team.missing")])
    assert own.said_fault


def test_a_dialog_that_grows_at_the_edge_of_the_screen_keeps_its_buttons_on_it(parent: QWidget) -> None:
    dialog = TeamForm(parent)
    dialog.open()
    screen = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), screen.bottom() - dialog.height())
    dialog.resize(dialog.width(), dialog.height() + 200)
    assert dialog.frameGeometry().bottom() <= screen.bottom()
    dialog.resize(dialog.width(), screen.height() + 100)
    assert dialog.y() == screen.top()


def test_escape_goes_back(parent: QWidget, qtbot: QtBot) -> None:
    dialog = TeamForm(parent)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_question_is_answered_by_its_verb(parent: QWidget) -> None:
    agreed: list[bool] = []
    dialog = ConfirmDialog("Close the month?", "It can then only be read.", "Close the month", parent)
    dialog.agreed.connect(lambda: agreed.append(True))
    dialog.open()
    assert dialog.agree_button.text() == "Close the month"
    dialog.agree_button.click()
    assert agreed == [True]
    other = ConfirmDialog("Close the month?", "It can then only be read.", "Close the month", parent)
    other.agreed.connect(lambda: agreed.append(True))
    other.open()
    other.cancel_button.click()
    assert agreed == [True]


@pytest.mark.parametrize("kind", ["alarm", "warning", "info"])
def test_what_must_be_seen_can_be_closed(parent: QWidget, speech: Speech, qtbot: QtBot, kind: str) -> None:
    dialog = TellDialog("Damaged", ["The file is damaged.", "Open the latest backup."], kind, parent)
    dialog.open()
    speech.switch("zh")
    qtbot.waitUntil(lambda: dialog.ok_button.text() == "关闭")
    assert "latest backup" in dialog.text.text()
    dialog.ok_button.click()
    assert not dialog.isVisible()
