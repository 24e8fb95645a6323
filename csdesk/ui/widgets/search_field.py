"""The search field in a card's head: asks at every key, Esc empties it, Down goes on to what was found."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look

WIDTH = 240
NARROWEST = 150  # A small window's cards have no room for more beside their buttons.


class SearchField(Retranslated, QLineEdit):
    """A line to search by. asked(text): another text is searched for. left_down: Down or Enter was pressed."""

    asked = Signal(str)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "search")
        self.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icons.icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDTH)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.textChanged.connect(self.asked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.setAccessibleName(self.tr("Search"))
        self._clear.setText(self.tr("Clear the search"))

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
