"""What can be done with the leave that is chosen, as actions of the menu and buttons of the panel."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.core.leave import Leave, LeaveState
from csdesk.core.problem import Problem
from csdesk.ui import icons


class LeaveActions(QObject):
    """The actions; `enable` says which apply."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.approve = self._action("check", "Ctrl+Shift+A")
        self.refuse = self._action("hand-palm", "Ctrl+Shift+R")
        self.withdraw = self._action("arrow-counter-clockwise", "Ctrl+Shift+W")

    def _action(self, icon: str, keys: str) -> QAction:
        made = QAction(icons.icon(icon), "", self)
        made.setShortcut(QKeySequence(keys))
        made.setEnabled(False)
        made.setVisible(False)
        return made

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of a request's life."""
        return [self.approve, self.refuse, self.withdraw]

    def retranslate(self) -> None:
        """Say the names of the actions in the language of the moment."""
        self.approve.setText(self.tr("Approve"))
        self.refuse.setText(self.tr("Refuse…"))
        self.withdraw.setText(self.tr("Withdraw…"))

    def enable(self, leave: Leave | None, closed: Problem | None) -> None:
        """Let those be done that apply to `leave`. closed: why nothing may change."""
        is_asked = leave is not None and leave.state is LeaveState.ASKED and closed is None
        self.approve.setEnabled(is_asked)
        self.refuse.setEnabled(is_asked)
        self.withdraw.setEnabled(leave is not None and leave.is_open and closed is None)

    def set_shown(self, shown: bool) -> None:
        """Stand in the menu or not; those of the page behind do not."""
        for action in self.all:
            action.setVisible(shown)
