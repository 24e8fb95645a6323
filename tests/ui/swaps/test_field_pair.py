"""Two fields side by side, and the sentences below both."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from csdesk.ui.swaps.field_pair import FieldPair


def test_what_is_wrong_with_either_stands_below_both_until_it_is_mended(qtbot: QtBot) -> None:
    who, day = QLineEdit(), QLineEdit()
    pair = FieldPair(who, day)
    qtbot.addWidget(pair)
    pair.set_labels("Who", "Day")
    pair.fault(1, "No such day.")
    assert (pair.said_fault(0), pair.said_fault(1)) == ("", "No such day.")
    assert (day.accessibleName(), day.accessibleDescription()) == ("Day", "No such day.")
    assert day.property("fault")
    pair.fault(1, "")
    assert not day.property("fault")
