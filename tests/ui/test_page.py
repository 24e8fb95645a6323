"""What every tab inherits, and how writes of this and other windows are announced."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.ui.page import Change, Command, Context, Page, PersonTarget, Refresh
from csdesk.ui.preferences import Preferences
from csdesk.ui.tasks import Tasks
from tests.ui.fakes import Nobody, SomePage


class Versions:
    version = 1

    def data_version(self) -> int:
        return self.version


def test_our_own_write_is_announced_at_once(qtbot: QtBot, owner: QObject) -> None:
    refresh = Refresh(Versions(), owner)
    with qtbot.waitSignal(refresh.changed) as said:
        refresh.announce(Change.INCIDENTS)
    assert said.args == [Change.INCIDENTS]


def test_another_window_s_write_is_found_by_looking(qtbot: QtBot, owner: QObject) -> None:
    desk = Versions()
    refresh = Refresh(desk, owner)
    with qtbot.assertNotEmitted(refresh.changed):
        refresh.poll()
    desk.version = 2
    with qtbot.waitSignal(refresh.changed) as said:
        refresh.poll()
    assert said.args == [Change.EVERYTHING]
    refresh.stop()


def test_looking_goes_on_by_itself(qtbot: QtBot, owner: QObject) -> None:
    desk = Versions()
    refresh = Refresh(desk, owner)
    with qtbot.waitSignal(refresh.changed):
        desk.version = 2


def test_a_page_can_do_nothing_it_does_not_name(context: Context, qtbot: QtBot) -> None:
    page = SomePage(context)
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        Page.do(page, Command.PRINT)
    assert not Page.open(page, PersonTarget("x"))
    assert page.page_actions() == []
    assert page.may_leave()
    page.focus_search()
    page.shown()


def test_a_page_says_messages_with_and_without_undo(context: Context, qtbot: QtBot) -> None:
    page = SomePage(context)
    qtbot.addWidget(page)
    page.say("Saved.")
    assert page.message == "Saved."
    opened: list[str] = []
    page.say_action("Printed.", "Open folder", lambda: opened.append("folder"))
    assert page.message == "Printed."


@pytest.fixture
def context(preferences: Preferences, speech: object, owner: QObject, tmp_path: Path) -> Context:
    from csdesk.ui.language import Speech

    assert isinstance(speech, Speech)
    return Context(preferences, speech, Tasks(owner), Refresh(Versions(), owner), Nobody())


def test_the_texts_are_in_the_window_s_language(context: Context) -> None:
    assert context.texts.month(Month(2026, 11)) == "November 2026"
    context.speech.switch("zh")
    assert context.texts.month(Month(2026, 11)) == "2026年11月"
