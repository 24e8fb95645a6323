"""What stands in the calendar's place while there is nothing to fill it with: what is missing, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.ui.widgets.cards import button, words


class CalendarEmpty(QWidget):
    """A title, a hint and one button. asked(): it was pressed."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = words(like="card-title"), words(like="muted")
        self.button = button(primary=True)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (self._title, self._hint, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def say(self, title: str, hint: str, verb: str) -> None:
        """Say what is missing, and what the button does about it."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.button.setText(verb)
        self.button.setAccessibleDescription(f"{title}. {hint}")

    @property
    def title(self) -> str:
        """What is missing."""
        return self._title.text()
