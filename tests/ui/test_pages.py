"""Pages are made at their first showing; months and writes reach the one in front now, the others when they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.page import Change, Command, Context, PersonTarget, Refresh
from csdesk.ui.pages import Pages
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS, Tab, TabName
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk
from tests.ui.fakes import ActivePage, Nobody, active_page

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def pages(
    qtbot: QtBot, desk: Desk, owner: QObject, preferences: Preferences, theme: Theme, speech: Speech
) -> Iterator[Pages]:
    refresh = Refresh(desk, owner)
    context = Context(preferences, speech, Tasks(owner), refresh, Nobody())
    pages = Pages([Tab(tab.name, tab.icon, active_page) for tab in TABS], desk, context, NOVEMBER)
    qtbot.addWidget(pages)
    yield pages
    refresh.stop()


def _asked(pages: Pages, name: TabName) -> list[object]:
    page = pages.made(name)
    assert isinstance(page, ActivePage)
    return page.asked


def test_before_the_first_showing_none_is_made_and_none_is_in_front(pages: Pages) -> None:
    assert pages.count() == 0
    with pytest.raises(KeyError):
        _ = pages.front
    assert pages.may_leave()


def test_a_page_made_ahead_stays_behind_and_reads_nothing(pages: Pages) -> None:
    front = pages.bring("log")
    pages.catch_up()
    assert pages.make("roster") is pages.made("roster")
    assert (pages.front, pages.front_name, pages.currentWidget()) == (front, "log", front)
    assert _asked(pages, "roster") == []


def test_a_page_is_made_once(pages: Pages) -> None:
    assert pages.bring("log") is pages.make("log")
    assert pages.count() == 1


def test_a_page_shows_the_month_when_it_is_in_front_and_once_only(pages: Pages) -> None:
    pages.make("roster")
    pages.bring("log")
    pages.catch_up()
    pages.set_month(OCTOBER)
    assert (pages.month, _asked(pages, "log"), _asked(pages, "roster")) == (OCTOBER, [NOVEMBER, OCTOBER], [])
    for name in ("roster", "log"):
        pages.bring(name)
        pages.catch_up()
    assert (_asked(pages, "log"), _asked(pages, "roster")) == ([NOVEMBER, OCTOBER], [OCTOBER])


def test_a_page_behind_catches_up_with_each_kind_of_write_once(pages: Pages) -> None:
    for name in ("roster", "log"):
        pages.bring(name)
        pages.catch_up()
    for change in (Change.INCIDENTS, Change.PEOPLE, Change.INCIDENTS):
        pages.changed(change)
    assert _asked(pages, "log") == [NOVEMBER, Change.INCIDENTS, Change.PEOPLE, Change.INCIDENTS]
    assert _asked(pages, "roster") == [NOVEMBER]
    pages.bring("roster")
    pages.catch_up()
    assert _asked(pages, "roster") == [NOVEMBER, Change.INCIDENTS, Change.PEOPLE]


def test_only_the_summary_of_the_page_in_front_goes_up(pages: Pages) -> None:
    said: list[str] = []
    pages.summary.connect(said.append)
    log = pages.bring("log")
    log.summary.emit("2 selected")
    pages.bring("roster")
    log.summary.emit("3 selected")
    assert said == ["2 selected"]


def test_what_any_page_asks_goes_up(pages: Pages) -> None:
    asked: list[object] = []
    for signal in (pages.month_asked, pages.target_asked, pages.command_asked):
        signal.connect(asked.append)
    page = pages.make("reports")
    page.month_asked.emit(OCTOBER)
    page.target_asked.emit(PersonTarget("p"))
    page.command_asked.emit(Command.PRINT)
    assert asked == [OCTOBER, PersonTarget("p"), Command.PRINT]


def test_one_page_with_something_unsaved_is_enough_to_stay(pages: Pages) -> None:
    pages.bring("log")
    roster = pages.make("roster")
    assert pages.may_leave()
    assert isinstance(roster, ActivePage)
    roster.has_unsaved = True
    assert not pages.may_leave()
