"""What is done in the calendar to measure it, in the real window on a small team."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from csdesk.app import Program
from csdesk.bench import playing, roster_script, window_scripts
from csdesk.bench.roster_seed import fill
from csdesk.bench.seed import LAST, now, seeded
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Scheme, Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window on a team of five with two full months."""
    with seeded(tmp_path / "team.csdesk", 5, 30, months=1) as desk:
        fill(desk)
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
            qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        for owner in (theme, speech):
            owner.setParent(None)


def test_every_turn_and_every_cell_is_told(
    qtbot: QtBot, window: MainWindow, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_scripts, "A_CALL", 0.02)
    with qtbot.waitSignal(window.closed, timeout=60_000):
        playing.play("roster", cast(Program, SimpleNamespace(window=window)))
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (len(told["months"]), len(told["cells"])) == (roster_script.TURNS, roster_script.CELLS)
    assert all(took > 0 for took in told["months"] + told["cells"])
