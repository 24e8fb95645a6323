"""Messages that need no answer come, offer an Undo where there is one, and go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from csdesk.ui.theme import Theme
from csdesk.ui.widgets.message_bar import MessageBar


def test_undo_is_offered_where_it_makes_sense(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    undone: list[str] = []
    bar.say("Saved.", lambda: undone.append("entry"))
    undo = bar.findChild(QPushButton)
    assert isinstance(undo, QPushButton)
    assert (bar.text, undo.text(), undo.isHidden()) == ("Saved.", "Undo", False)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone == ["entry"]
    assert bar.text == ""


def test_another_action_may_stand_in_its_place(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Printed.", lambda: None, "Open folder")
    undo = bar.findChild(QPushButton)
    assert isinstance(undo, QPushButton)
    assert undo.text() == "Open folder"
    bar.say("Nothing to undo.")
    assert undo.isHidden()


def test_it_can_be_closed(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Saved.")
    close = bar.findChild(QToolButton)
    assert isinstance(close, QToolButton)
    assert close.accessibleName() == "Close the message"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
