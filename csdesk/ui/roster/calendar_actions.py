"""The actions of the Shifts page: in the menu Edit and the palette while it is in front.

Made with the tab, before the page itself is: the menu must know them.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.ui import icons


class CalendarActions(QObject):
    """The actions; words come from `retranslate`, the page connects them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.undo = self._add("arrow-counter-clockwise", QKeySequence("Ctrl+Z"))
        self.redo = self._add("", QKeySequence("Ctrl+Y"))
        self.shifts = self._add("list")
        self.copy_week = self._add("copy")
        self.rotate = self._add("rows")
        self.fill = self._add("stack")
        self.days = self._add("calendar-check")
        self.all = (self.undo, self.redo, self.shifts, self.copy_week, self.rotate, self.fill, self.days)
        self.bring(False)

    def _add(self, icon: str, keys: QKeySequence | None = None) -> QAction:
        action = QAction("", self)
        if icon:
            action.setIcon(icons.icon(icon))
        if keys is not None:
            action.setShortcut(keys)
        return action

    def retranslate(self) -> None:
        """Say what each does."""
        self.undo.setText(self.tr("Undo in the roster"))
        self.redo.setText(self.tr("Redo in the roster"))
        self.shifts.setText(self.tr("Shifts…"))
        self.copy_week.setText(self.tr("Copy a week…"))
        self.rotate.setText(self.tr("Rotation…"))
        self.fill.setText(self.tr("Fill automatically…"))
        self.days.setText(self.tr("Days…"))

    def bring(self, front: bool) -> None:
        """Show the actions while the page is in front; the page enables what can be done."""
        for action in self.all:
            action.setVisible(front)
            action.setEnabled(front)
