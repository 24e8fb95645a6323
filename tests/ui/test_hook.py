"""Unexpected failures are logged and told once; the world's faults are told with what to do."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.desk.errors import Unavailable
from csdesk.ui.dialogs.base import TellDialog
from csdesk.ui.hook import LOG_LIMIT, Hook
from csdesk.ui.language import Speech

NOW = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)


@pytest.fixture
def hook(tmp_path: Path, speech: Speech) -> Hook:
    return Hook(tmp_path / "logs" / "csdesk.log", speech, lambda: NOW)


def _told(qtbot: QtBot) -> list[TellDialog]:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, TellDialog) and one.isVisible()]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    return dialogs


def _close(qtbot: QtBot) -> None:
    for dialog in _told(qtbot):
        dialog.accept()


def test_a_bug_is_written_down_and_told_in_one_dialog(qtbot: QtBot, hook: Hook, tmp_path: Path) -> None:
    for number in range(3):
        hook.tell(ZeroDivisionError(f"number {number}"))
    dialogs = _told(qtbot)
    assert len(dialogs) == 1
    assert "csdesk.log" in dialogs[0].text.text()
    log = (tmp_path / "logs" / "csdesk.log").read_text("utf-8")
    assert log.count("ZeroDivisionError") == 3
    assert "2026-11-21T09:12:00" in log
    _close(qtbot)


def test_a_bug_that_cannot_be_written_down_is_told_all_the_same(
    qtbot: QtBot, hook: Hook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder would be")
    hook.tell(ZeroDivisionError("number 1"))
    assert len(_told(qtbot)) == 1
    assert "number 1" in capsys.readouterr().err
    _close(qtbot)


def test_after_it_was_closed_another_may_be_told(qtbot: QtBot, hook: Hook) -> None:
    hook.tell(ZeroDivisionError())
    _close(qtbot)
    hook.tell(ZeroDivisionError())
    assert len(_told(qtbot)) == 1
    _close(qtbot)


def test_the_world_s_fault_says_what_to_do_and_is_no_bug(qtbot: QtBot, hook: Hook, tmp_path: Path) -> None:
    hook.tell(Unavailable("disk.full", file="team.csdesk"))
    assert "Free some space" in _told(qtbot)[0].text.text()
    assert not (tmp_path / "logs").exists()
    _close(qtbot)


def test_the_hook_is_python_s_own_while_it_is_installed(
    qtbot: QtBot, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sys.excepthook
    monkeypatch.setattr(sys, "excepthook", before)
    hook.install()
    sys.excepthook(ValueError, ValueError("odd"), None)
    hook.remove()
    assert len(_told(qtbot)) == 1
    assert sys.excepthook == before
    _close(qtbot)


def test_an_interrupt_from_the_keyboard_is_no_bug(qtbot: QtBot, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    hook.remove()
    assert _told(qtbot) == []


def test_a_long_log_is_put_aside(qtbot: QtBot, hook: Hook, tmp_path: Path) -> None:
    log = tmp_path / "logs" / "csdesk.log"
    log.parent.mkdir()
    log.write_text("x" * (LOG_LIMIT + 1), "utf-8")
    hook.tell(ZeroDivisionError())
    assert log.stat().st_size < LOG_LIMIT
    assert (tmp_path / "logs" / "csdesk.old.log").exists()
    _close(qtbot)
