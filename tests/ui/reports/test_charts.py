"""The charts: whole numbers on the axes, one bar chosen at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from csdesk.ui.reports.charts import GradeChart, whole_step
from csdesk.ui.theme import Scheme, Theme
from csdesk.ui.tokens import DARK, LIGHT
from tests.ui.pages.reports import click, heights

GRADES = {"A": 1, "B": 6, "C": 2, "F": 0}


@pytest.fixture
def grades(qtbot: QtBot, theme: Theme) -> GradeChart:
    chart = GradeChart()
    qtbot.addWidget(chart)
    chart.show_grades(GRADES)
    chart.show()
    return chart


@pytest.mark.parametrize(
    ("span", "step"), [(1, 1), (5, 1), (6, 2), (12, 5), (60, 20), (4_000, 1_000), (90_000, 18_000)]
)
def test_ticks_stand_on_whole_numbers(span: int, step: int) -> None:
    assert whole_step(span) == step


def test_every_grade_has_its_bar_and_room_for_its_figure(grades: GradeChart) -> None:
    assert heights(grades) == GRADES
    assert grades.accessibleName() == "A 1, B 6, C 2, F 0"
    assert grades.values.max() > 6
    assert grades.values.min() == 0


def test_a_chosen_bar_is_told_once_and_let_go_by_a_second_click(grades: GradeChart) -> None:
    told: list[str] = []
    grades.chosen.connect(told.append)
    click(grades, "B")
    grades.choose("B")
    click(grades, "B")
    assert told == ["B", ""]


def test_arrows_go_round_and_escape_lets_go(grades: GradeChart) -> None:
    opened: list[bool] = []
    grades.opened.connect(lambda: opened.append(True))
    for key, letter in (
        (Qt.Key.Key_Left, "F"), (Qt.Key.Key_Right, "A"), (Qt.Key.Key_Right, "B"), (Qt.Key.Key_Escape, ""),
        (Qt.Key.Key_Right, "A"), (Qt.Key.Key_X, "A"),
    ):  # fmt: skip
        QTest.keyClick(grades, key)
        assert grades.letter == letter
    QTest.keyClick(grades, Qt.Key.Key_Return)
    assert opened == [True]


def test_a_grade_that_another_rulebook_lacks_is_let_go(grades: GradeChart) -> None:
    grades.choose("F")
    grades.show_grades({"A": 1, "B": 2})
    assert grades.letter == ""
    grades.show_grades({})
    QTest.keyClick(grades, Qt.Key.Key_Right)
    assert heights(grades) == {}


def test_the_colours_follow_the_theme_and_paper_stays_white(grades: GradeChart, theme: Theme) -> None:
    grades.choose("B")
    theme.choose(Scheme.DARK)
    assert grades.backgroundBrush().color() == QColor(DARK.surface)
    picture = grades.picture("Grades")
    assert picture.pixelColor(2, 2) == QColor("#FFFFFF")
    colours = {picture.pixelColor(x, picture.height() * 2 // 3).name() for x in range(0, picture.width(), 4)}
    assert LIGHT.accent.lower() in colours
    assert grades.backgroundBrush().color() == QColor(DARK.surface)
    theme.choose(Scheme.LIGHT)
