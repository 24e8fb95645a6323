"""Where failures end that nobody expected: written to a log file, told in one dialog, and the program goes on.

The world's faults that reach this place (a full disk in the midst of a click) are told as what, why, what to do.
"""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from csdesk.ui.language import Speech
from csdesk.ui.messages import fault_sentence

if TYPE_CHECKING:
    from csdesk.ui.dialogs.base import TellDialog

LOG_LIMIT = 1_000_000


class Hook(QObject):
    """Takes over sys.excepthook while the window is open. log: the file that bugs are written to."""

    def __init__(self, log: Path, speech: Speech, now: Callable[[], datetime]) -> None:
        super().__init__(speech)
        self._log = log
        self._speech = speech
        self._now = now
        self._open: TellDialog | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Let every unexpected failure come here."""
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Give the hook back to whoever had it."""
        sys.excepthook = self._before

    def tell(self, failure: BaseException) -> None:
        """Tell of `failure`: the world's fault in a sentence, a bug with the log's place. One dialog at a time."""
        said = fault_sentence(failure, self._speech.texts) if isinstance(failure, Exception) else None
        if said is None:
            self._write(failure)
            title = self.tr("Something went wrong in csdesk")
            said = self.tr(
                "This is a fault of the program, not yours. What was saved is safe, and you can go on working. "
                "Please send the file {log} to whoever looks after csdesk."
            ).format(log=self._log)
            kind = "alarm"
        else:
            title, kind = self.tr("That could not be done"), "warning"
        if self._open is None:
            from csdesk.ui.dialogs.base import TellDialog  # Most runs never need it.

            self._open = TellDialog(title, [said], kind, QApplication.activeWindow())
            self._open.finished.connect(self._closed)
            self._open.open()

    def _caught(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.tell(failure)

    def _closed(self) -> None:
        self._open = None

    def _write(self, failure: BaseException) -> None:
        text = "".join(traceback.format_exception(failure))
        stamp = self._now().isoformat(timespec="seconds")
        try:
            self._append(f"{stamp}\n{text}\n")
        except OSError:  # A full disk, for example, brought the bug about: it must be told all the same.
            print(text, file=sys.stderr)  # noqa: T201  # All that is left.

    def _append(self, text: str) -> None:
        self._log.parent.mkdir(parents=True, exist_ok=True)
        if self._log.exists() and self._log.stat().st_size > LOG_LIMIT:
            self._log.replace(self._log.with_suffix(".old.log"))
        with self._log.open("a", encoding="utf-8") as log:
            log.write(text)
