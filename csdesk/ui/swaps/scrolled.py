"""What stands beside a table may be higher than the window: it scrolls, with its width kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from csdesk.ui.theme import look
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import steady


def scrolled(widget: QWidget) -> QVBoxLayout:
    """Let `widget` hold a column that scrolls, and return the column."""
    inner = QWidget()
    look(inner, "clear")
    column = QVBoxLayout(inner)
    column.setSpacing(GAP)
    area = QScrollArea(widget)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    steady(area, column)
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column
