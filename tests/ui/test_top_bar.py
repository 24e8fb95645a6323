"""The bar at the top says which tab is chosen and which month is shown, and asks for others."""

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.ui.language import Speech
from csdesk.ui.tab_table import TABS
from csdesk.ui.theme import Theme
from csdesk.ui.top_bar import TopBar
from csdesk.ui.widgets.month_chooser import MonthChooser

NOVEMBER = Month(2026, 11)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, speech: Speech) -> TopBar:
    bar = TopBar(TABS, NOVEMBER, speech)
    qtbot.addWidget(bar)
    return bar


def _tabs(bar: TopBar) -> QTabBar:
    tabs = bar.findChild(QTabBar)
    assert tabs is not None
    return tabs


def _chooser(bar: TopBar) -> MonthChooser:
    chooser = bar.findChild(MonthChooser)
    assert chooser is not None
    return chooser


def test_a_tab_is_told_when_another_is_chosen_and_only_then(bar: TopBar) -> None:
    told: list[str] = []
    bar.tab_chosen.connect(told.append)
    assert bar.tab == "roster"
    bar.choose_tab("roster")
    bar.choose_tab("appraisal")
    _tabs(bar).setCurrentIndex(1)
    assert (told, bar.tab) == (["appraisal", "log"], "log")


def test_tabs_are_named_one_by_one_and_together(bar: TopBar) -> None:
    bar.name_tabs({tab.name: tab.name.upper() for tab in TABS}, "Tabs")
    tabs = _tabs(bar)
    names = [tabs.tabText(number) for number in range(tabs.count())]
    assert names == ["ROSTER", "LOG", "SWAPS", "APPRAISAL", "REPORTS"]
    assert tabs.accessibleName() == "Tabs"


def test_the_month_is_shown_and_another_asked_for(bar: TopBar) -> None:
    asked: list[Month] = []
    bar.month_asked.connect(asked.append)
    bar.show_month(Month(2026, 9))
    assert _chooser(bar).month == Month(2026, 9)
    _chooser(bar).asked.emit(NOVEMBER)
    assert asked == [NOVEMBER]


def test_the_month_is_said_in_the_language_of_the_moment(bar: TopBar, speech: Speech) -> None:
    english = bar.grab().toImage()
    speech.switch("zh")
    assert bar.grab().toImage() != english
