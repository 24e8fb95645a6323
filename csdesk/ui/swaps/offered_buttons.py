"""Buttons for those actions that can be done now, in rows of two; the others are not there."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import button


class OfferedButtons(QWidget):
    """A button for each action that is enabled."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._buttons: list[tuple[QAction, QPushButton]] = []
        for action in actions:
            made = button(icon=action.icon())
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.clicked.connect(action.trigger)
            action.changed.connect(self._follow)
            self._buttons.append((action, made))
        self._follow()

    def _follow(self) -> None:
        """Show what can be done; a long name, and the first of an odd number, takes the whole width."""
        for action, made in self._buttons:
            self._grid.removeWidget(made)
            made.setText(action.text())
            made.setVisible(action.isEnabled())
            keys = action.shortcut().toString()
            made.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
        offered = [(made, bool(action.property("long"))) for action, made in self._buttons if action.isEnabled()]
        is_odd = sum(not is_long for _, is_long in offered) % 2
        row = column = 0
        for number, (made, is_long) in enumerate(offered):
            width = 2 if is_long or (number == 0 and is_odd) else 1
            self._grid.addWidget(made, row, column, 1, width)
            row, column = (row + 1, 0) if column + width == 2 else (row, 1)

    @property
    def offered(self) -> list[QPushButton]:
        """The buttons that are there, in their order."""
        return [made for action, made in self._buttons if action.isEnabled()]
