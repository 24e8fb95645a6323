"""Tab goes through widgets as they are read, in whatever order they were made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.widgets.tab_order import tab_order


def test_tab_goes_from_each_to_the_next(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    third, first, second = QLineEdit(), QLineEdit(), QLineEdit()
    for line in (third, first, second):
        row.addWidget(line)
    tab_order(first, second, third)
    page.show()
    first.setFocus()
    for expected in (second, third, first):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is expected
