"""A few letters find, one key takes; the list never takes the cursor."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import Chip
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.pick_field import Choice, PickField

PEOPLE = [Choice("李娜", "id-1", "0101"), Choice("李楠", "id-2", "0102"), Choice("林岚", "id-3", "0103")]
RULES = [Choice("MIN-04 Late", "MIN-04", "range", Chip("minor", "minor"))]


def _find(text: str) -> Sequence[Choice]:
    return {"l": PEOPLE, "ln": PEOPLE[:2], "m": RULES, "": PEOPLE}.get(text, [])


class Bar(QWidget):
    """A line to pick with, and the field after it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = PickField(_find)
        self.next = QLineEdit()
        row = QHBoxLayout(self)
        row.addWidget(self.field)
        row.addWidget(self.next)
        self.resize(600, 300)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Bar:
    bar = Bar()
    qtbot.addWidget(bar)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.field.setFocus()
    return bar


def _listed(field: PickField) -> list[str]:
    return [choice.text for choice in field.choices]


def test_letters_list_what_they_find_and_enter_takes_the_first(bar: Bar) -> None:
    picked: list[object] = []
    bar.field.picked.connect(picked.append)
    QTest.keyClicks(bar.field, "ln")
    assert _listed(bar.field) == ["李娜", "李楠"]
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert picked == ["id-1"]
    assert (bar.field.text(), bar.field.value, _listed(bar.field)) == ("李娜", "id-1", [])


def test_tab_takes_the_marked_one_and_goes_on(bar: Bar) -> None:
    QTest.keyClicks(bar.field, "l")
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    assert bar.field.value == "id-2"
    assert bar.next.hasFocus()


def test_tab_stays_where_the_listener_put_the_cursor(bar: Bar) -> None:
    last = QLineEdit(bar)
    last.show()
    bar.field.picked.connect(lambda value: last.setFocus())
    QTest.keyClicks(bar.field, "l")
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_enter_goes_to_the_form_when_nothing_is_listed(bar: Bar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "zz")
    assert _listed(bar.field) == []
    with qtbot.waitSignal(bar.field.returnPressed):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_escape_closes_the_list_and_down_opens_it_again(bar: Bar) -> None:
    QTest.keyClicks(bar.field, "ln")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert _listed(bar.field) == []
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    assert _listed(bar.field) == []
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    assert _listed(bar.field) == ["李娜", "李楠"]


def test_changing_the_text_takes_the_choice_back(bar: Bar) -> None:
    bar.field.set_choice(PEOPLE[0])
    picked: list[object] = []
    bar.field.picked.connect(picked.append)
    QTest.keyClick(bar.field, Qt.Key.Key_Delete)
    assert picked == [None]
    assert bar.field.value is None


def test_down_on_a_picked_line_offers_everything(bar: Bar) -> None:
    bar.field.set_choice(PEOPLE[0])
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    assert len(_listed(bar.field)) == 3


def test_the_line_is_emptied_for_the_next_one(bar: Bar) -> None:
    bar.field.set_choice(PEOPLE[0])
    bar.field.set_choice(None)
    assert (bar.field.text(), bar.field.value) == ("", None)


def test_leaving_the_line_closes_the_list(bar: Bar) -> None:
    QTest.keyClicks(bar.field, "l")
    bar.next.setFocus()
    assert _listed(bar.field) == []
    assert not bar.field.pick_first()


def test_the_list_lies_over_the_window_and_follows_its_width(bar: Bar) -> None:
    QTest.keyClicks(bar.field, "m")
    before = bar.grab().toImage()
    bar.resize(500, 300)
    assert _listed(bar.field) == ["MIN-04 Late"]
    assert bar.grab().toImage() != before
    bar.hide()
    assert _listed(bar.field) == []


def test_near_the_bottom_the_list_opens_upwards(bar: Bar) -> None:
    bar.setContentsMargins(0, 200, 0, 0)
    QTest.keyClicks(bar.field, "l")
    line = bar.field.mapTo(bar, bar.field.rect().topLeft())
    assert bar.field.list_geometry.bottom() <= line.y()


def test_a_click_takes_what_is_clicked(bar: Bar) -> None:
    QTest.keyClicks(bar.field, "l")
    place = bar.field.list_geometry.topLeft()
    place.setX(place.x() + 30)
    place.setY(place.y() + 50)
    target = bar.childAt(place)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(bar, place))
    assert bar.field.value == "id-2"
