"""Long work runs beside the window: its value, its failure, or nothing at all after a cancel."""

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from csdesk.ui.tasks import Cancelled, Progress, Run, Tasks
from csdesk.ui.widgets.task_strip import TaskStrip


@pytest.fixture
def tasks(owner: QObject) -> Tasks:
    return Tasks(owner)


def _until_cancelled(started: threading.Event) -> Callable[[Progress], str]:
    def work(progress: Progress) -> str:
        number = 0
        while True:
            started.set()
            threading.Event().wait(0.001)
            progress.step(number, 1_000_000)
            number += 1

    return work


def test_the_value_arrives_in_the_window_s_thread(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[tuple[int, threading.Thread]] = []
    threads: list[threading.Thread] = []

    def work(progress: Progress) -> int:
        threads.append(threading.current_thread())
        return 42

    tasks.run("Reckoning", work, lambda value: arrived.append((value, threading.current_thread())))
    assert tasks.is_busy
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(42, threading.main_thread())]
    assert threads[0] is not threading.main_thread()
    assert not tasks.is_busy


def test_real_steps_are_counted(qtbot: QtBot, tasks: Tasks) -> None:
    steps: list[tuple[int, int]] = []
    done: list[None] = []

    def work(progress: Progress) -> None:
        for number in range(1, 4):
            progress.step(number, 3)

    tasks.started.connect(lambda run: run.progress.stepped.connect(lambda *step: steps.append(step)))
    tasks.run("Printing", work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert steps[-1] == (3, 3)


def test_a_failure_arrives_as_it_was_raised(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[Exception] = []

    def work(progress: Progress) -> None:
        raise OSError(28, "No space left on device", "out.pdf")

    tasks.run("Printing", work, lambda value: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], OSError)


def test_a_failure_that_nobody_expects_goes_to_the_hook(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, failure, trace: caught.append(failure))

    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    tasks.run("Dividing", work, lambda value: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_a_cancelled_run_delivers_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[object] = []
    started = threading.Event()
    run = tasks.run("Printing", _until_cancelled(started), arrived.append, arrived.append)
    started.wait()
    with qtbot.waitSignal(run.ended):
        run.cancel()
    assert run.progress.is_cancelled
    assert arrived == []


def test_work_that_waited_is_cancelled_before_it_begins(qtbot: QtBot, tasks: Tasks) -> None:
    began: list[str] = []
    started = threading.Event()
    first = tasks.run("First", _until_cancelled(started), lambda value: None)
    second = tasks.run("Second", lambda progress: began.append("second"), lambda value: None)
    second.cancel()
    first.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert began == []


def test_the_bar_is_as_wide_at_the_last_step_as_at_the_first(qtbot: QtBot, tasks: Tasks) -> None:
    strip = TaskStrip(tasks)
    strip.resize(600, 32)
    qtbot.addWidget(strip)
    strip.show()
    started, go_on, seen = threading.Event(), threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.step(1, 120)
        started.set()
        go_on.wait()
        progress.step(120, 120)
        seen.wait()

    tasks.run("Printing", work, lambda _: None)
    started.wait()
    qtbot.waitUntil(lambda: strip.said == ["Printing", "1 / 120"])
    qtbot.wait(20)
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    before = bar.width()
    go_on.set()
    qtbot.waitUntil(lambda: strip.said == ["Printing", "120 / 120"])
    qtbot.wait(20)
    assert bar.width() == before
    seen.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_what_settled_before_the_cancel_is_done_and_delivered(qtbot: QtBot, tasks: Tasks) -> None:
    strip = TaskStrip(tasks)
    qtbot.addWidget(strip)
    arrived: list[str] = []
    settled, late = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        progress.settle()
        settled.set()
        late.wait()
        return "written"

    run = tasks.run("Printing", work, arrived.append)
    settled.wait()
    strip.cancel_first()
    assert not run.progress.is_cancelled
    assert strip.said == ["Printing", ""]
    late.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert arrived == ["written"]


def test_what_was_cancelled_before_it_settled_is_not_done(owner: QObject) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.settle()
    assert progress.is_cancelled


def test_stopping_waits_until_the_worker_has_let_go(tasks: Tasks, qtbot: QtBot) -> None:
    started = threading.Event()
    tasks.run("Printing", _until_cancelled(started), lambda value: None)
    started.wait()
    tasks.stop()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_the_strip_shows_each_run_and_how_far_it_is(qtbot: QtBot, tasks: Tasks) -> None:
    strip = TaskStrip(tasks)
    qtbot.addWidget(strip)
    runs: list[Run] = []
    tasks.started.connect(runs.append)
    started = threading.Event()
    tasks.run("Printing", _until_cancelled(started), lambda value: None)
    assert not strip.isHidden()
    assert strip.is_shown
    assert strip.said[0] == "Printing"
    qtbot.waitUntil(lambda: "/ 1000000" in strip.said[1])
    strip.cancel_first()
    qtbot.waitUntil(strip.isHidden)
    assert runs[0].progress.is_cancelled
