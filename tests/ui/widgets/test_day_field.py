"""A line for a day: typed in many ways, chosen from a calendar, written in the window's language."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.language import Speech
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.day_field import DayField, read_day

NOW = datetime(2026, 11, 21, 9, 12)
THIRD = date(2026, 9, 3)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, speech: Speech) -> DayField:
    field = DayField(lambda: NOW, lambda: speech.texts)
    qtbot.addWidget(field)
    field.show()
    return field


def leave(field: DayField) -> None:
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut))


def calendar() -> QCalendarWidget:
    return next(
        c for one in QApplication.topLevelWidgets() if one.isVisible() for c in one.findChildren(QCalendarWidget)
    )


@pytest.mark.parametrize(
    "typed",
    [
        "2026-09-03",
        "2026/9/3",
        "2026.9.3",
        "2026年9月3日",
        "20260903",
        "２０２６－０９－０３",
        "3 Sep 2026",
        "3 Sep",
        "9-3",
        "9月3日",
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str) -> None:
    assert read_day(typed, NOW) == THIRD


def test_days_near_now_have_names() -> None:
    assert (read_day("today", NOW), read_day("昨天", NOW)) == (date(2026, 11, 21), date(2026, 11, 20))


@pytest.mark.parametrize("typed", ["", "  ", "soon", "2026-02-30", "20261341", "9:12", "3 Sep 09:12"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, NOW) is None


def test_what_is_typed_is_written_out_when_the_cursor_leaves(field: DayField) -> None:
    QTest.keyClicks(field, "2026/9/3")
    leave(field)
    assert (field.text(), field.day) == ("3 Sep 2026", THIRD)


def test_what_cannot_be_read_stays_as_it_is_typed(field: DayField) -> None:
    QTest.keyClicks(field, "soon")
    leave(field)
    assert (field.text(), field.day, field.is_readable) == ("soon", None, False)
    field.clear()
    assert field.is_readable


def test_a_day_is_said_in_the_language_of_the_moment(field: DayField, speech: Speech) -> None:
    field.show_day(THIRD)
    speech.switch("zh")
    QApplication.processEvents()
    assert (field.text(), field.day) == ("2026年9月3日", THIRD)
    field.show_day(None)
    assert (field.text(), field.day) == ("", None)


def test_every_change_is_told(field: DayField) -> None:
    told: list[date | None] = []
    field.changed.connect(told.append)
    field.show_day(THIRD)
    field.setText("3 Se")
    assert told == [THIRD, None]


def test_a_day_is_chosen_from_the_calendar(field: DayField) -> None:
    field.show_day(THIRD)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert calendar().selectedDate() == QDate(2026, 9, 3)
    calendar().clicked.emit(QDate(2026, 9, 4))
    assert field.day == date(2026, 9, 4)


def test_the_calendar_stays_on_the_screen(field: DayField) -> None:
    bottom = field.screen().availableGeometry().bottom()
    field.move(0, bottom - field.height())
    field.open_calendar()
    panel = calendar().parentWidget()
    assert panel is not None
    assert panel.geometry().bottom() <= bottom
    panel.close()
