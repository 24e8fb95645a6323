"""A line for one whole number: points, minutes, a count. Arrows step within the bounds; a minus may be left out."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.texts import MINUS


def whole_number(text: str) -> int | None:
    """Return the number that `text` is (full-width digits and a true minus are read too), or None."""
    typed = unicodedata.normalize("NFKC", text).replace(MINUS, "-").replace(" ", "")
    digits = typed.removeprefix("-").removeprefix("+")
    return int(typed) if digits.isdecimal() and len(digits) <= 6 and len(typed) - len(digits) <= 1 else None


class FigureField(QLineEdit):
    """The line. Between two bounds of one sign, what is typed takes that sign when the cursor leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = self._last = 0

    def set_bounds(self, first: int, last: int) -> None:
        """Step from `first` (what an arrow gives in an empty line) to `last`, in the one or the other direction."""
        self._first, self._last = first, last

    @property
    def number(self) -> int | None:
        """The number typed, None where nothing or no number is typed."""
        return whole_number(self.text())

    @property
    def is_readable(self) -> bool:
        """Whether the line is empty or holds a number."""
        return not self.text().strip() or self.number is not None

    def show_number(self, number: int | None) -> None:
        """Write `number` with a true minus, and with the bounds' sign; empty the line for None."""
        self.setText("" if number is None else str(self._signed(number)).replace("-", MINUS))

    def _step(self, by: int) -> None:
        number = self.number
        low, high = sorted((self._first, self._last))
        self.show_number(self._first if number is None else max(low, min(high, self._signed(number) + by)))
        self.textEdited.emit(self.text())

    def _signed(self, number: int) -> int:
        return -abs(number) if self._first < 0 and self._last < 0 else number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.number is not None:
            self.show_number(self.number)
