"""Long work beside the window: values go into a worker thread, values come back; steps are counted, a cancel is heard.

``tasks.run(self.tr("Printing"), partial(sheets_pdf, values), self._save, self._sorry)``: the work is called with a
`Progress` and may raise; it never sees a widget, the desk or the store. A cancelled run delivers nothing; what settles
before it is cancelled is done, and delivered.
"""

import sys
from collections.abc import Callable
from functools import cached_property, partial
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

if TYPE_CHECKING:
    from queue import SimpleQueue

T = TypeVar("T")


class Cancelled(Exception):
    """The user cancelled the run; raised by `Progress.step` and `Progress.settle` in the worker."""


class Progress(QObject):
    """What the work tells the window, from the worker's thread.

    stepped(done, total): how many of the real steps are done; total 0 while it is not known.
    """

    stepped = Signal(int, int)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_cancelled = False
        self._is_settled = False
        self._lock = Lock()

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` steps are done; Cancelled where the user wants no more."""
        self.check()
        self.stepped.emit(done, total)

    def check(self) -> None:
        """Raise Cancelled where the user wants no more."""
        if self._is_cancelled:
            raise Cancelled

    def settle(self) -> None:
        """Say that what follows cannot be taken back: Cancelled where the user wants no more, else too late to cancel.

        The worker calls it right before a file takes its place.
        """
        with self._lock:
            self.check()
            self._is_settled = True

    def cancel(self) -> None:
        """Ask the work to stop at its next step; without effect once it is settled."""
        with self._lock:
            self._is_cancelled = not self._is_settled

    @property
    def is_cancelled(self) -> bool:
        """Whether the user wants no more."""
        return self._is_cancelled


class Run(QObject):
    """One piece of work on its way. ended: whatever came of it (done, failed or cancelled)."""

    ended = Signal()

    def __init__(
        self, title: str, done: Callable[[Any], None], failed: Callable[[Exception], None] | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.progress = Progress()
        self._done = done
        self._failed = failed

    def cancel(self) -> None:
        """Ask the work to stop at its next step; then nothing of it is delivered. Once settled it runs to its end."""
        self.progress.cancel()

    def deliver(self, value: object, failure: Exception | None) -> None:
        """Hand over what came of the work, in the window's thread."""
        self.ended.emit()
        self.deleteLater()
        if self.progress.is_cancelled or isinstance(failure, Cancelled):
            return
        if failure is None:
            self._done(value)
        elif self._failed is not None:
            self._failed(failure)
        else:
            sys.excepthook(type(failure), failure, failure.__traceback__)


class _Carrier(QObject):
    """Carries the outcome from the worker's thread to the window's."""

    arrived = Signal(object, object)


def _do(work: Callable[[Progress], object], progress: Progress, carrier: _Carrier) -> None:
    value: object = None
    failure: Exception | None = None
    try:
        progress.check()
        value = work(progress)
    except Exception as caught:  # noqa: BLE001  # Every failure is delivered: the hook in this thread would lose it.
        failure = caught
    carrier.arrived.emit(value, failure)


class Tasks(QObject):
    """The runs of one window, one after another in a worker thread. started(Run): for the strip that shows them."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Run] = []
        self._worker: Thread | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Run:
        """Do `work` in a worker; then call `done` with its value, or `failed` with what it raised, in this thread.

        title: for the progress strip. Without `failed` a failure is a bug and goes to the hook.
        """
        run = Run(title, done, failed, self)
        carrier = _Carrier(run)
        carrier.arrived.connect(run.deliver, Qt.ConnectionType.QueuedConnection)
        run.ended.connect(lambda: self._running.remove(run))
        self._running.append(run)
        self.started.emit(run)
        self._waiting.put(partial(_do, work, run.progress, carrier))
        if self._worker is None:
            self._worker = Thread(target=_work_off, args=(self._waiting,), daemon=True)
            self._worker.start()
        return run

    @cached_property
    def _waiting(self) -> "SimpleQueue[Callable[[], None] | None]":
        from queue import SimpleQueue  # not before there is work to do; the window must not wait for it

        return SimpleQueue()

    @property
    def is_busy(self) -> bool:
        """Whether any run is under way."""
        return bool(self._running)

    def stop(self) -> None:
        """Cancel every run and wait until the worker has let go."""
        for run in self._running:
            run.cancel()
        if self._worker is not None:
            self._waiting.put(None)
            self._worker.join()
            self._worker = None


def _work_off(waiting: "SimpleQueue[Callable[[], None] | None]") -> None:
    """Do one piece of work after another until None comes."""
    while (job := waiting.get()) is not None:
        job()
