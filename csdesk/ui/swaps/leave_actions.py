"""What can be done with the leave that is chosen."""

from PySide6.QtCore import QObject

from csdesk.core.leave import Leave
from csdesk.core.problem import Problem
from csdesk.ui.swaps.request_actions import RequestActions


class LeaveActions(RequestActions):
    """The actions; `enable` says which apply."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.approve = self._add("check", "Ctrl+Shift+A")
        self.refuse = self._add("hand-palm", "Ctrl+Shift+R")
        self.withdraw = self._add("arrow-counter-clockwise", "Ctrl+Shift+W")

    def retranslate(self) -> None:
        super().retranslate()
        self.approve.setText(self.tr("Approve"))
        self.refuse.setText(self.tr("Refuse…"))
        self.withdraw.setText(self.tr("Withdraw…"))

    def enable(self, leave: Leave | None, closed: Problem | None) -> None:
        """Let those be done that apply to `leave`. closed: why nothing may change."""
        is_open = leave is not None and leave.is_open and closed is None
        is_asked = is_open and leave is not None and not leave.is_approved
        self.approve.setEnabled(is_asked)
        self.refuse.setEnabled(is_asked)
        self.withdraw.setEnabled(is_open)
