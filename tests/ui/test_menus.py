"""The menus say what they do, and by which keys, in the language of the moment."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from csdesk.ui.language import Speech
from csdesk.ui.menus import Menus


@pytest.mark.parametrize(("name", "keys"), [("earlier", "Alt+←"), ("later", "Alt+→")])
def test_the_arrow_keys_are_arrows_in_chinese(qtbot: QtBot, speech: Speech, name: str, keys: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, (), ())
    speech.switch("zh")
    action = menus.actions[name]
    assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) == keys
    assert QKeySequence(action.shortcut().toString()) == action.shortcut()


def test_the_arrow_keys_have_their_names_in_english(qtbot: QtBot, speech: Speech) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, (), ())
    assert menus.actions["earlier"].shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Alt+Left"
