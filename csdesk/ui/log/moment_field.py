"""The field When: empty it means now and says so; what is typed is written out in full when the cursor leaves."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.core.month import Month
from csdesk.texts import Texts
from csdesk.ui.language import Retranslated
from csdesk.ui.moments import Moment, read, written

CLOCK_MILLISECONDS = 10_000


class MomentField(Retranslated, QLineEdit):
    """The line. now: the clock. texts: gives the texts in the window's language of the moment."""

    def __init__(self, now: Callable[[], datetime], texts: Callable[[], Texts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._texts = texts
        self._month = Month.of(now().date())
        self._shown: tuple[str, Moment] | None = None
        self._clock = QTimer(self, interval=CLOCK_MILLISECONDS)
        self._clock.timeout.connect(self._say_now)
        self._clock.start()
        self.retranslate()

    def set_month(self, month: Month) -> None:
        """Let a day's number alone belong to `month`."""
        self._month = month

    @property
    def moment(self) -> Moment | None:
        """The moment typed, now where nothing is; None where it cannot be read."""
        if self._shown is not None and self._shown[0] == self.text():
            return self._shown[1]
        return read(self.text(), self._now(), self._month)

    @property
    def is_to_come(self) -> bool:
        """Whether the moment typed lies ahead by its time; a day ahead is the rulebook's to refuse."""
        moment = self.moment
        return moment is not None and moment.day == self._now().date() and moment.is_after(self._now())

    def show_moment(self, moment: Moment | None) -> None:
        """Write `moment`; None is now."""
        self._shown = None if moment is None else (self._words(moment), moment)
        self.setText("" if self._shown is None else self._shown[0])
        self.setCursorPosition(0)

    def retranslate(self) -> None:
        self._say_now()
        if self._shown is not None and self._shown[0] == self.text():
            self.show_moment(self._shown[1])

    def _say_now(self) -> None:
        self.setPlaceholderText(self._words(Moment.of(self._now())))

    def _words(self, moment: Moment) -> str:
        today = self._now().date()
        ago = (today - moment.day).days
        if ago not in (0, 1):
            return written(moment, self._texts(), today)
        day = self.tr("Yesterday") if ago else self.tr("Today")
        return day if moment.time is None else f"{day} {moment.time:%H:%M}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_now()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        moment = self.moment if self.text().strip() else None
        if moment is not None:
            self.show_moment(moment)
