"""What can be done with the request that is chosen, as actions of the menu and buttons of the panel."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.ui import icons


class RequestActions(QObject):
    """The actions, in `all` in the order of the panel; none can be done until something is chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[QAction] = []

    def _add(self, icon: str, keys: str = "") -> QAction:
        made = QAction(icons.icon(icon), "", self)
        if keys:
            made.setShortcut(QKeySequence(keys))
        made.setEnabled(False)
        made.setVisible(False)
        self.all.append(made)
        return made

    def set_shown(self, shown: bool) -> None:
        """Stand in the menu or not; those of the page behind do not."""
        for action in self.all:
            action.setVisible(shown)
