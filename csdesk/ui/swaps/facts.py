"""Facts in two columns, muted names and plain values, as the panels beside the tables show them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from csdesk.ui.widgets.cards import words


class Facts(QWidget):
    """The facts. `show_facts` takes name and value of each; those without a value are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show `facts` from top to bottom."""
        told = [(name, value) for name, value in facts if value]
        while len(self._lines) < len(told):
            name, value = words(like="muted"), words()
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row = len(self._lines)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._lines.append((name, value))
        for number, (name, value) in enumerate(self._lines):
            is_told = number < len(told)
            name.setVisible(is_told)
            value.setVisible(is_told)
            name.setText(told[number][0] if is_told else "")
            value.setText(told[number][1] if is_told else "")

    @property
    def said(self) -> list[str]:
        """Every fact that is shown."""
        return [f"{name.text()}: {value.text()}" for name, value in self._lines if value.text()]
