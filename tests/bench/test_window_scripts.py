"""What is done in the window to measure it, in the real window on a small file."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from csdesk.app import Program
from csdesk.bench import playing, window_scripts
from csdesk.bench.first_paint import FirstPaint
from csdesk.bench.seed import LAST, now, seeded
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.preferences import Preferences
from csdesk.ui.tabs.log import LogPage
from csdesk.ui.theme import Scheme, Theme


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A team of fifty with six hundred entries."""
    with seeded(tmp_path / "team.csdesk", 50, 600) as desk:
        yield desk


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window on that team."""
    preferences = Preferences(tmp_path / "window.ini")
    preferences.last_month = LAST
    theme, speech = Theme(qapp, Scheme.LIGHT), Speech(qapp, "en")
    window = MainWindow(desk, preferences, theme, speech, Hook(tmp_path / "csdesk.log", speech, now))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    if isValid(window):
        window.close()
        # As the program does it: what the tabs still wanted to read goes with the window.
        qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    for owner in (theme, speech):
        owner.setParent(None)


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at what these tests show."""
    monkeypatch.setattr(window_scripts, "A_LOOK", 0.02)


def the_program(window: MainWindow | None) -> Program:
    """Return a program whose window this is."""
    return cast(Program, SimpleNamespace(window=window))


def played(qtbot: QtBot, window: MainWindow, script: str) -> Any:
    """Play `script` in the window; return what it tells."""
    told: list[object] = []
    window_scripts.SCRIPTS[script](window, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    return told[0]


def test_a_start_ends_when_the_log_is_painted(
    qtbot: QtBot, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = time.monotonic_ns()
    playing.play("start", the_program(window))
    window_scripts.table_of(window.page).viewport().update()
    with qtbot.waitSignal(window.closed):
        pass
    assert int(capsys.readouterr().out) > begun


def test_a_start_without_entries_is_not_measured(window: MainWindow) -> None:
    window.set_month(LAST.next)
    with pytest.raises(RuntimeError, match="no rows"):
        playing.play("start", the_program(window))


def test_the_table_that_is_measured_is_the_one_in_sight(window: MainWindow) -> None:
    page = window.make_page("log")
    for make in page.more_to_make():
        make()
    assert isinstance(page, LogPage)
    assert window_scripts.table_of(page) is page.entries.table


def test_every_key_of_the_search_is_measured(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_scripts, "A_CALL", 0.1)
    assert len(played(qtbot, window, "search")) == sum(len(word) for word in window_scripts.WORDS)


def test_a_shift_logs_entries_and_looks_through_every_tab(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_scripts, "A_CALL", 0.1)
    longest = played(qtbot, window, "block")
    assert longest["longest"] > 0
    assert longest["by"]
    assert desk.incidents.page(Query()).total == 600 + 2 * len(window_scripts.ENTRIES)
    assert all(window.made_page(name) for name in ("log", "appraisal", "roster", "reports"))


def test_memory_is_the_most_that_was_ever_held(qtbot: QtBot, window: MainWindow) -> None:
    used = played(qtbot, window, "memory")
    assert used["peak"] >= used["after"]["log"] > 10


def test_the_longest_block_is_told_with_what_caused_it(qtbot: QtBot) -> None:
    told: list[tuple[float, str]] = []
    steps = [
        window_scripts.Step("quick", lambda: None),
        window_scripts.Step("slow", lambda: time.sleep(0.3)),
        window_scripts.Step("quick", lambda: None),
    ]
    owner = QTimer()
    window_scripts.Shift(iter(steps), lambda longest, what: told.append((longest, what)), owner)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] >= 300
    assert told[0][1] == "slow"


def test_what_a_script_tells_is_printed_and_the_window_closed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setitem(window_scripts.SCRIPTS, "short", lambda _, told: told({"a": 1}))
    playing.play("short", the_program(window))
    assert capsys.readouterr().out == '{"a": 1}\n'
    assert not window.isVisible()


def test_a_script_that_fails_ends_the_program_with_its_failure(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    monkeypatch.setitem(window_scripts.SCRIPTS, "broken", lambda *_: None)
    playing.play("broken", the_program(window))
    failure = RuntimeError("the cursor stands nowhere")
    sys.excepthook(RuntimeError, failure, None)
    assert "the cursor stands nowhere" in capsys.readouterr().err
    assert codes == [1]


def test_without_a_window_there_is_nothing_to_measure() -> None:
    with pytest.raises(RuntimeError, match="could not be opened"):
        playing.play("start", the_program(None))


def test_a_window_is_there_once_it_was_painted(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    told: list[int] = []
    FirstPaint(widget, told.append)
    begun = time.monotonic_ns()
    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] > begun
