"""The line below the calendar: what stands at the cursor, or why something could not be set; seen and heard."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from csdesk.ui.theme import look


class CalendarInfo(QLabel):
    """The line. grid: whose description it is."""

    def __init__(self, grid: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        look(self, "hint")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Say what stands at the cursor."""
        self._say(text, "hint")

    def refuse(self, sentence: str) -> None:
        """Say why something could not be set."""
        self._say(sentence, "fault")

    def _say(self, text: str, like: str) -> None:
        look(self, like)
        self.setText(text)
        self.setToolTip(text)
        self._grid.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self._grid, QAccessible.Event.DescriptionChanged))
