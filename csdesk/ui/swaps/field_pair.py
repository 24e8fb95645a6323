"""Two fields side by side; what is wrong with either stands below both, where a sentence has room."""

from PySide6.QtWidgets import QGridLayout, QWidget

from csdesk.ui.widgets.cards import LabelledEdit


class FieldPair(QWidget):
    """The fields, in `fields`: ``FieldPair(who, day)``."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = (LabelledEdit(first, self), LabelledEdit(second, self))
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
