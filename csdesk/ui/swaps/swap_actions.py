"""What can be done with the swap that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from csdesk.core.problem import Problem
from csdesk.core.swap import OPEN, Swap
from csdesk.core.swaps import problems_of_changing
from csdesk.ui.swaps.request_actions import RequestActions


class SwapActions(RequestActions):
    """The actions; `enable` says which apply."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sign = self._add("pencil-simple", "Ctrl+Shift+S")
        self.approve = self._add("check", "Ctrl+Shift+A")
        self.reject = self._add("hand-palm", "Ctrl+Shift+R")
        self.withdraw = self._add("arrow-counter-clockwise", "Ctrl+Shift+W")
        self.change = self._add("note-pencil", "F2")
        self.void = self._add("prohibit", "Del")
        self.bonus = self._add("plus")
        self.charge = self._add("warning")
        for action in (self.bonus, self.charge):
            action.setProperty("long", True)
        self._bonus_for = ""

    def retranslate(self) -> None:
        super().retranslate()
        self.sign.setText(self.tr("Signatures…"))
        self.approve.setText(self.tr("Approve"))
        self.reject.setText(self.tr("Reject…"))
        self.withdraw.setText(self.tr("Withdraw…"))
        self.change.setText(self.tr("Change…"))
        self.void.setText(self.tr("Void the swap…"))
        self.charge.setText(self.tr("Unclear handover: charge SER-01…"))
        self._name_bonus()

    def _name_bonus(self) -> None:
        named = self.tr("Log BON-03 for {name}").format(name=self._bonus_for)
        self.bonus.setText(named if self._bonus_for else self.tr("Log BON-03 for the cover"))

    def enable(
        self, swap: Swap | None, closed: Problem | None, *, bonus_for: str = "", may_charge: bool = False
    ) -> None:
        """Let those be done that apply to `swap`. bonus_for: whoever has covered. closed: why nothing may change."""
        self._bonus_for = bonus_for
        self._name_bonus()
        is_open = swap is not None and swap.state in OPEN and closed is None
        is_approved = swap is not None and swap.is_approved and closed is None
        self.sign.setEnabled(is_open and swap is not None and bool(unsigned(swap)))
        self.change.setEnabled(is_open and swap is not None and not problems_of_changing(swap))
        for action in (self.approve, self.reject, self.withdraw):
            action.setEnabled(is_open)
        self.void.setEnabled(is_approved)
        self.bonus.setEnabled(is_approved and bool(bonus_for))
        self.charge.setEnabled(is_approved and may_charge)


def unsigned(swap: Swap) -> Sequence[str]:
    """Return which of the parties, "a" and "b", have not signed yet."""
    return [party for party, day in (("a", swap.signed_a), ("b", swap.signed_b)) if day is None]
