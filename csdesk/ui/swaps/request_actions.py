"""What can be done with the request that is chosen, as actions of the menu and buttons of the panel."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.ui import icons


class RequestActions(QObject):
    """The actions, in `all` in the order of the panel; none can be done until something is chosen.

    elsewhere: goes to what waits in other months, whatever is chosen.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[QAction] = []
        self.elsewhere = self._made("arrow-right", "F8")

    def _add(self, icon: str, keys: str = "") -> QAction:
        made = self._made(icon, keys)
        self.all.append(made)
        return made

    def _made(self, icon: str, keys: str) -> QAction:
        made = QAction(icons.icon(icon), "", self)
        if keys:
            made.setShortcut(QKeySequence(keys))
        made.setEnabled(False)
        made.setVisible(False)
        return made

    @property
    def in_menu(self) -> list[QAction]:
        """Every action, as the menu Edit has them."""
        return [*self.all, self.elsewhere]

    def retranslate(self) -> None:
        """Say the names of the actions in the language of the moment."""
        self.elsewhere.setText(self.tr("Go to what waits in other months"))

    def set_shown(self, shown: bool) -> None:
        """Stand in the menu or not; those of the page behind do not."""
        for action in self.in_menu:
            action.setVisible(shown)
