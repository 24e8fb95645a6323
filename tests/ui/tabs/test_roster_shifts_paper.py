"""The month's roster printed and exported from the Roster tab, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster_papers import RosterPapers
from csdesk.ui.dialogs.roster_paper import RosterPaperDialog
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.desks import somebody
from tests.ui.keyboard import Key
from tests.ui.pages.shifts import ShiftsTab, a_shifts_tab, a_team_with_shifts, planned


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_team_with_shifts(tmp_path) as desk:
        planned(desk, "李娜", "D D E . N")
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[ShiftsTab]:
    with a_shifts_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def asked(tab: ShiftsTab, key: Key) -> RosterPaperDialog:
    """Press the key with Ctrl and return the dialog."""
    tab.control(key)
    return tab.dialog(RosterPaperDialog)


def test_the_roster_is_printed_on_the_paper_and_in_the_language_chosen(
    tab: ShiftsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    dialog = asked(tab, Key.Key_P)
    assert dialog.heading.text() == "Print the roster of November 2026"
    tab.choose(dialog.size_box, "A3")
    tab.choose(dialog.language, "Chinese and English")
    tab.enter()
    tab.wait_for_work()
    assert tab.message == "Printed: roster-2026-11-A3.pdf"
    assert (tmp_path / "roster-2026-11-A3.pdf").read_bytes().startswith(b"%PDF")
    tab.press_message()
    assert opened == ["roster-2026-11-A3.pdf"]


def test_the_roster_is_exported_as_a_workbook_also_from_the_people(tab: ShiftsTab, tmp_path: Path) -> None:
    tab.page.show_segment(0)
    dialog = asked(tab, Key.Key_E)
    assert dialog.heading.text() == "Export the roster of November 2026"
    dialog.path.set_path(tmp_path / "wall")
    tab.enter()
    tab.wait_for_work()
    assert tab.message == "Exported: wall.xlsx"
    assert (tmp_path / "wall.xlsx").read_bytes().startswith(b"PK")


def test_paper_and_language_are_remembered(tab: ShiftsTab) -> None:
    dialog = asked(tab, Key.Key_P)
    tab.choose(dialog.size_box, "A3")
    tab.choose(dialog.language, "Chinese")
    tab.enter()
    tab.wait_for_work()
    again = asked(tab, Key.Key_E)
    assert (again.size_box.currentText(), again.language.currentText()) == ("A3", "Chinese")


def test_a_file_named_by_hand_keeps_its_name_whatever_the_paper(tab: ShiftsTab, tmp_path: Path) -> None:
    dialog = asked(tab, Key.Key_P)
    dialog.path.set_path(tmp_path / "wall.pdf")
    tab.choose(dialog.size_box, "A3")
    assert dialog.path.path == tmp_path / "wall.pdf"


def test_a_file_that_is_there_already_is_told(tab: ShiftsTab, tmp_path: Path) -> None:
    (tmp_path / "roster-2026-11.pdf").write_bytes(b"old")
    dialog = asked(tab, Key.Key_P)
    assert dialog.hint == "This file is there already and will be replaced."
    dialog.path.set_path(tmp_path / "new.pdf")
    assert dialog.hint == ""


def test_a_file_must_be_named(tab: ShiftsTab, tmp_path: Path) -> None:
    dialog = asked(tab, Key.Key_P)
    dialog.path.set_path(tmp_path)
    tab.enter()
    assert dialog.said == ["Name the file that the roster goes to."]


def test_names_that_cannot_be_printed_are_said_before(tab: ShiftsTab, tmp_path: Path) -> None:
    somebody(tab.desk, "0104", "李\U0001f9d1")
    tab.see_all()
    dialog = asked(tab, Key.Key_P)
    tab.enter()
    assert "U+1F9D1" in dialog.warned
    assert dialog.done_button.text() == "Print anyway"
    assert not (tmp_path / "roster-2026-11.pdf").exists()
    tab.enter()
    tab.wait_for_work()
    assert (tmp_path / "roster-2026-11.pdf").exists()


def test_a_cancelled_printing_leaves_nothing(tab: ShiftsTab, tmp_path: Path) -> None:
    tab.window.context.tasks.started.connect(lambda run: run.cancel())
    asked(tab, Key.Key_P)
    tab.enter()
    tab.wait_for_work()
    assert not (tmp_path / "roster-2026-11.pdf").exists()
    assert tab.message == ""


def test_a_file_that_cannot_be_read_is_said(tab: ShiftsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Exception] = []

    def refuse(*_: object) -> None:
        raise Unavailable("file.damaged", file="x")

    monkeypatch.setattr(MainWindow, "failed", lambda _, failure: heard.append(failure))
    asked(tab, Key.Key_P)
    with monkeypatch.context() as damaged:
        damaged.setattr(RosterPapers, "roster", refuse)
        tab.enter()
        tab.dialog(RosterPaperDialog).reject()
        tab.control(Key.Key_P)
    assert len(heard) == 2
    assert not tab.dialogs()


def test_the_dialog_speaks_chinese(tab: ShiftsTab) -> None:
    dialog = asked(tab, Key.Key_P)
    tab.speak("zh")
    assert dialog.heading.text() == "打印2026年11月排班表"
    assert dialog.done_button.text() == "打印"
