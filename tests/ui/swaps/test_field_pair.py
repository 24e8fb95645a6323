"""Two fields side by side, and the sentences below both."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from csdesk.ui.swaps.field_pair import FieldPair


def test_what_is_wrong_with_either_stands_below_both_until_it_is_mended(qtbot: QtBot) -> None:
    who, day = QLineEdit(), QLineEdit()
    pair = FieldPair(who, day)
    qtbot.addWidget(pair)
    pair.set_labels("Who", "Day")
    pair.fields[1].fault("No such day.")
    assert [field.said_fault for field in pair.fields] == ["", "No such day."]
    assert (day.accessibleName(), day.accessibleDescription()) == ("Day", "No such day.")
    assert day.property("fault")
    pair.fields[1].fault("")
    assert not day.property("fault")
