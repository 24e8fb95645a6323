"""Two fields side by side; what is wrong with either stands below both, where a sentence has room."""

from PySide6.QtWidgets import QGridLayout, QWidget

from csdesk.ui.theme import repolish
from csdesk.ui.widgets.cards import words


class PairedField:
    """One of the two, with its label and the sentence of what is wrong with it, as `Field` has them."""

    def __init__(self, edit: QWidget, parent: QWidget) -> None:
        self.edit = edit
        self.label, self.sentence = words(like="muted", parent=parent), words(like="fault", parent=parent)
        self.label.setBuddy(edit)
        self.sentence.setWordWrap(True)
        self.sentence.hide()

    def set_label(self, label: str) -> None:
        """Say what belongs into the field."""
        self.label.setText(label)
        self.edit.setAccessibleName(label)

    def fault(self, sentence: str) -> None:
        """Say what is wrong with the field, or nothing where `sentence` is empty."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        if bool(self.edit.property("fault")) != bool(sentence):
            self.edit.setProperty("fault", bool(sentence))
            repolish(self.edit)

    @property
    def said_fault(self) -> str:
        """The sentence about the field, "" where there is none."""
        return self.sentence.text()


class FieldPair(QWidget):
    """The fields, in `fields`: ``FieldPair(who, day)``."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = (PairedField(first, self), PairedField(second, self))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for number, field in enumerate(self.fields):
            grid.setColumnStretch(number, 1)
            grid.addWidget(field.label, 0, number)
            grid.addWidget(field.edit, 1, number)
            grid.addWidget(field.sentence, 2 + number, 0, 1, 2)

    def set_labels(self, first: str, second: str) -> None:
        """Say what belongs into the fields."""
        for field, label in zip(self.fields, (first, second), strict=True):
            field.set_label(label)
