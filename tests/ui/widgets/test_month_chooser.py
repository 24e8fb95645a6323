"""The month of all tabs is chosen by arrows or from a year's twelve."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.texts import Texts
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.month_chooser import MonthChooser


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme) -> MonthChooser:
    chooser = MonthChooser(Month(2026, 11), Texts("en"))
    qtbot.addWidget(chooser)
    chooser.show()
    return chooser


def _asked(chooser: MonthChooser) -> list[Month]:
    asked: list[Month] = []
    chooser.asked.connect(asked.append)
    return asked


def _press(chooser: QWidget, name: str) -> None:
    buttons = chooser.findChildren(QToolButton)
    QTest.mouseClick(next(one for one in buttons if one.accessibleName().startswith(name)), Qt.MouseButton.LeftButton)


def test_arrows_ask_for_the_month_before_and_after(chooser: MonthChooser) -> None:
    asked = _asked(chooser)
    _press(chooser, "Previous month")
    _press(chooser, "Next month")
    assert asked == [Month(2026, 10), Month(2026, 12)]
    assert chooser.month == Month(2026, 11)


def test_the_month_is_said_in_the_window_s_language(chooser: MonthChooser) -> None:
    chooser.show_month(Month(2027, 1))
    assert chooser.words == "January 2027"
    chooser.speak(Texts("zh"))
    assert chooser.words == "2027年1月"


@pytest.mark.parametrize(("language", "name"), [("en", "Mar"), ("zh", "3月")])
def test_any_month_of_another_year_can_be_chosen(chooser: MonthChooser, language: str, name: str) -> None:
    asked = _asked(chooser)
    chooser.speak(Texts("zh" if language == "zh" else "en"))
    _press(chooser, chooser.words)
    panel = QApplication.activePopupWidget()
    assert panel is not None
    _press(panel, "Previous year")
    buttons = panel.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == name), Qt.MouseButton.LeftButton)
    assert asked == [Month(2025, 3)]
    assert not panel.isVisible()


def test_tab_goes_from_left_to_right(chooser: MonthChooser) -> None:
    chooser.show()
    earlier = next(one for one in chooser.findChildren(QToolButton) if one.accessibleName().startswith("Previous"))
    earlier.setFocus()
    said = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        said.append(focused.accessibleName().partition(" (")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert said == ["Previous month", "November 2026", "Next month"]
