"""What can be done with the swap that is chosen, as actions of the menu and buttons of the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.core.problem import Problem
from csdesk.core.swap import Swap, SwapState
from csdesk.ui import icons

_OPEN = frozenset({SwapState.DRAFTED, SwapState.AGREED})


class SwapActions(QObject):
    """The actions; `enable` says which apply."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sign = self._action("pencil-simple", "Ctrl+Shift+S")
        self.approve = self._action("check", "Ctrl+Shift+A")
        self.reject = self._action("hand-palm", "Ctrl+Shift+R")
        self.withdraw = self._action("arrow-counter-clockwise", "Ctrl+Shift+W")
        self.void = self._action("prohibit", "Del")
        self.bonus = self._action("plus")
        self.charge = self._action("warning")
        for action in (self.bonus, self.charge):
            action.setProperty("long", True)
        self._bonus_for = ""

    def _action(self, icon: str, keys: str = "") -> QAction:
        made = QAction(icons.icon(icon), "", self)
        if keys:
            made.setShortcut(QKeySequence(keys))
        made.setEnabled(False)
        return made

    @property
    def all(self) -> list[QAction]:
        """Every action, in the order of a request's life."""
        return [self.sign, self.approve, self.reject, self.withdraw, self.void, self.bonus, self.charge]

    def retranslate(self) -> None:
        """Say the names of the actions in the language of the moment."""
        self.sign.setText(self.tr("Signatures…"))
        self.approve.setText(self.tr("Approve"))
        self.reject.setText(self.tr("Reject…"))
        self.withdraw.setText(self.tr("Withdraw…"))
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
        is_open = swap is not None and swap.state in _OPEN and closed is None
        is_approved = swap is not None and swap.is_approved and closed is None
        self.sign.setEnabled(is_open and swap is not None and bool(unsigned(swap)))
        for action in (self.approve, self.reject, self.withdraw):
            action.setEnabled(is_open)
        self.void.setEnabled(is_approved)
        self.bonus.setEnabled(is_approved and bool(bonus_for))
        self.charge.setEnabled(is_approved and may_charge)

    def set_shown(self, shown: bool) -> None:
        """Stand in the menu or not; those of the page behind do not."""
        for action in self.all:
            action.setVisible(shown)


def unsigned(swap: Swap) -> Sequence[str]:
    """Return which of the parties, "a" and "b", have not signed yet."""
    return [party for party, day in (("a", swap.signed_a), ("b", swap.signed_b)) if day is None]
