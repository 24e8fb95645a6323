"""Buttons that do what actions of the menu do: same words, same state."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import button


class ActionButtons(QWidget):
    """A button for each action, in a row."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for action in actions:
            made = button(icon=action.icon())
            made.clicked.connect(action.trigger)
            row.addWidget(made)
            action.changed.connect(partial(_follow, made, action))
            _follow(made, action)


def _follow(made: QPushButton, action: QAction) -> None:
    made.setText(action.text())
    made.setEnabled(action.isEnabled())
