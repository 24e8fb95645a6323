"""Says when a window is there: painted, with nothing left to do."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Waits until `widget` has been painted and the event loop has nothing left to do.

    then: gets that moment, in nanoseconds of the clock that all processes of the machine share.
    """

    def __init__(self, widget: QWidget, then: Callable[[int], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Hear of the painting; it is done when the event loop comes round again."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        QTimer.singleShot(0, lambda: self._then(time.monotonic_ns()))
