"""The line below the fields of the quick entry: a hint, what the entry will do, or what is wrong with a field.

One of the three stands there at a time, all of one height, so that nothing below it moves while somebody types.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.ui.tokens import CONTROL_HEIGHT
from csdesk.ui.widgets.cards import Band, words

FAULT_WIDTH = 520


class BarLine(QWidget):
    """The line. hint: said while there is nothing else to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = words(like="muted", parent=self)
        self._effect = Band(parent=self)
        self._fault_row = QWidget(self)
        self._fault = words(like="fault", parent=self._fault_row)
        self._fault.setWordWrap(True)
        self._fault.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._place = QHBoxLayout(self._fault_row)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for one in (self._hint, self._effect, self._fault_row):
            one.setMinimumHeight(CONTROL_HEIGHT)
            column.addWidget(one)
        self.say_effect("", "info")

    def set_hint(self, hint: str) -> None:
        """Say `hint` while there is nothing else to say."""
        self._hint.setText(hint)

    def say_effect(self, sentence: str, kind: str) -> None:
        """Say what the entry will do, or the hint where `sentence` is empty. kind: of the band."""
        self._fault.clear()
        self._fault_row.hide()
        self._effect.say(sentence, kind)
        self._hint.setVisible(not sentence)

    def say_fault(self, sentence: str, left: int) -> None:
        """Say what is wrong with the field that begins at `left`, below it as far as the room allows."""
        self._hint.hide()
        self._effect.say("")
        width = min(FAULT_WIDTH, self._fault.fontMetrics().horizontalAdvance(sentence) + 8)
        self._place.setContentsMargins(max(0, min(left, self.width() - width)), 0, 0, 0)
        self._fault.setText(sentence)
        self._fault_row.show()

    @property
    def effect(self) -> str:
        """What the entry will do, "" where that is not said."""
        return self._effect.text

    @property
    def fault(self) -> str:
        """What is wrong, "" where nothing is."""
        return self._fault.text()
