"""A line for a day: typed as people write days, or chosen from a calendar; written out when the cursor leaves."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import LOCALES, Retranslated
from csdesk.ui.moments import read
from csdesk.ui.theme import look, mixed, tokens_of

_EIGHT_DIGITS = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*\Z")


def read_day(text: str, now: datetime, shown: Month | None = None) -> date | None:
    """Return the day that `text` means, None where it cannot be read or a time stands beside it.

    shown: the month that a day's number alone belongs to, this one where none is given.
    """
    typed = _EIGHT_DIGITS.sub(r"\1-\2-\3", unicodedata.normalize("NFKC", text))
    if not typed.strip():
        return None
    moment = read(typed, now, shown or Month.of(now.date()))
    return moment.day if moment is not None and moment.time is None else None


class _CalendarPanel(QFrame):
    """A month of days to choose from. chosen(date)."""

    chosen = Signal(object)

    def __init__(self, day: date, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look(self, "card")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(LOCALES[texts.language])
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._tint()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.calendar.setFocus()

    def _tint(self) -> None:
        """Let the weekend be muted instead of red, the days of other months fainter, and the headings plain."""
        tokens = tokens_of(self.palette())
        heading, weekend = QTextCharFormat(), QTextCharFormat()
        heading.setForeground(QColor(tokens.muted))
        heading.setBackground(QColor(tokens.surface))
        weekend.setForeground(QColor(tokens.muted))
        self.calendar.setHeaderTextFormat(heading)
        bar, turners = "QWidget#qt_calendar_navigationbar", "QToolButton::menu-indicator"
        # The calendar draws the days of other months in the colour of what is disabled.
        faint = f"QAbstractItemView:disabled {{ color: {mixed(tokens.muted, tokens.surface, 0.45)}; }}"
        self.calendar.setStyleSheet(f"{bar} {{ background: {tokens.surface}; }} {turners} {{ image: none; }} {faint}")
        for name, icon in (("prev", "caret-left"), ("next", "caret-right")):
            turner = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(turner, QToolButton):
                turner.setIcon(icons.icon(icon))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DayField(Retranslated, QLineEdit):
    """The line. now: the clock. texts: gives the texts in the window's language of the moment.

    changed(date or None): another day is meant, or none.
    """

    changed = Signal(object)

    def __init__(self, now: Callable[[], datetime], texts: Callable[[], Texts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._texts = texts
        self._shown: tuple[str, date] | None = None
        self._month: Month | None = None
        self._calendar = self.addAction(icons.icon("calendar-blank"), QLineEdit.ActionPosition.TrailingPosition)
        self._calendar.triggered.connect(self.open_calendar)
        self.textChanged.connect(lambda: self.changed.emit(self.day))
        self.retranslate()

    def retranslate(self) -> None:
        self._calendar.setText(self.tr("Choose from a calendar (Alt+Down)"))
        self._calendar.setToolTip(self._calendar.text())
        if self._shown is not None and self._shown[0] == self.text():
            self.show_day(self._shown[1])

    def set_month(self, month: Month) -> None:
        """Let a day's number alone belong to `month`."""
        self._month = month

    @property
    def day(self) -> date | None:
        """The day typed, None where nothing is or it cannot be read."""
        if self._shown is not None and self._shown[0] == self.text():
            return self._shown[1]
        return read_day(self.text(), self._now(), self._month)

    @property
    def is_readable(self) -> bool:
        """Whether the line is empty or holds a day."""
        return not self.text().strip() or self.day is not None

    def show_day(self, day: date | None) -> None:
        """Write `day`; empty the line for None."""
        words = "" if day is None else self._texts().day(day)
        self._shown = None if day is None else (words, day)
        self.setText(words)
        self.setCursorPosition(0)

    def open_calendar(self) -> None:
        """Open the calendar below the line."""
        panel = _CalendarPanel(self.day or self._now().date(), self._texts(), self)
        panel.chosen.connect(self.show_day)
        panel.adjustSize()
        place = self.mapToGlobal(QPoint(0, self.height() + 2))
        screen = self.screen().availableGeometry()
        if place.y() + panel.height() > screen.bottom():
            place = self.mapToGlobal(QPoint(0, -panel.height() - 2))
        panel.move(max(screen.left(), min(place.x(), screen.right() - panel.width())), max(screen.top(), place.y()))
        panel.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.day is not None:
            self.show_day(self.day)
