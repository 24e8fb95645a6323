"""Two fields side by side; what is wrong with either stands below both, where a sentence has room."""

from PySide6.QtWidgets import QGridLayout, QWidget

from csdesk.ui.theme import repolish
from csdesk.ui.widgets.cards import words


class FieldPair(QWidget):
    """The fields. ``FieldPair(who, day)``; `set_labels`, `fault` for the first (0) or the second (1)."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self.edits = (first, second)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self._labels = (words(like="muted"), words(like="muted"))
        self._faults = (words(like="fault"), words(like="fault"))
        for number, (edit, label, fault) in enumerate(zip(self.edits, self._labels, self._faults, strict=True)):
            label.setBuddy(edit)
            fault.setWordWrap(True)
            fault.hide()
            grid.setColumnStretch(number, 1)
            grid.addWidget(label, 0, number)
            grid.addWidget(edit, 1, number)
            grid.addWidget(fault, 2 + number, 0, 1, 2)

    def set_labels(self, first: str, second: str) -> None:
        """Say what belongs into the fields."""
        for edit, label, said in zip(self.edits, self._labels, (first, second), strict=True):
            label.setText(said)
            edit.setAccessibleName(said)

    def fault(self, number: int, sentence: str) -> None:
        """Say what is wrong with a field, or nothing where `sentence` is empty."""
        edit, label = self.edits[number], self._faults[number]
        label.setText(sentence)
        label.setVisible(bool(sentence))
        edit.setAccessibleDescription(sentence)
        if bool(edit.property("fault")) != bool(sentence):
            edit.setProperty("fault", bool(sentence))
            repolish(edit)

    def said_fault(self, number: int) -> str:
        """Return the sentence about a field, "" where there is none."""
        return self._faults[number].text()
