"""The search asks at every key; Esc empties it, Down goes on to what was found."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.theme import Theme
from csdesk.ui.widgets.search_field import SearchField


def test_it_asks_at_every_key_and_escape_empties_it(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    asked: list[str] = []
    field.asked.connect(asked.append)
    QTest.keyClicks(field, "li")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert asked == ["l", "li", ""]


def test_it_gives_way_where_a_card_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    head = QWidget()
    qtbot.addWidget(head)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    field = SearchField()
    row.addWidget(field)
    head.show()
    widths = []
    for room in (500, 200, 100):
        head.resize(room, 40)
        QTest.qWait(1)
        widths.append(field.width())
    assert widths == [240, 200, 150]


def test_down_and_enter_go_on_to_what_was_found(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    left: list[bool] = []
    field.left_down.connect(lambda: left.append(True))
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert left == [True, True]


def test_the_cross_at_its_end_empties_it_and_is_there_only_while_it_holds_words(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    cross = field.findChildren(QToolButton)[-1]
    assert not cross.isVisible()
    field.setText("li")
    qtbot.waitUntil(cross.isVisible)
    cross.click()
    assert not field.text()
