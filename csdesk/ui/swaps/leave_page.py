"""The page Leave: who is away in the month, and beside it the form for more or the request that is chosen."""

from PySide6.QtWidgets import QWidget

from csdesk.core.leave import Leave
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui.page import Context
from csdesk.ui.swaps.leave_actions import LeaveActions
from csdesk.ui.swaps.leave_card import LeaveCard
from csdesk.ui.swaps.leave_form import LeaveForm
from csdesk.ui.swaps.leave_words import LeaveWords
from csdesk.ui.swaps.leave_work import LeaveWork
from csdesk.ui.swaps.request_page import RequestPage
from csdesk.ui.swaps.request_panel import RequestPanel


class LeavePage(RequestPage[Leave]):
    """The page."""

    form: LeaveForm

    def __init__(self, desk: Desk, context: Context, actions: LeaveActions, parent: QWidget | None = None) -> None:
        super().__init__(desk, context, actions, parent)
        self._actions = actions
        self._words = LeaveWords(desk, lambda: context.texts, self)
        work = LeaveWork(desk, context, self._words.title, self)
        self.put_together(
            LeaveCard(desk, context, self._words, self),
            LeaveForm(desk, context, self._duties, self._words, self.form_place),
            work,
        )
        self.offer(((actions.approve, work.approve), (actions.refuse, work.refuse), (actions.withdraw, work.withdraw)))

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("New leave"))
        self.new_button.setToolTip(self.tr("Ask for more leave (Ctrl+N)"))
        super().retranslate()

    def _make_panel(self) -> RequestPanel[Leave]:
        from csdesk.ui.swaps.leave_panel import LeavePanel  # for those who look at a request

        return LeavePanel(self._desk, self._context, self._words, self._actions.all)

    def _find_undecided(self) -> list[Leave]:
        return self._desk.leaves.undecided()

    def _enable(self, request: Leave | None, closed: Problem | None) -> None:
        self._actions.enable(request, closed)
