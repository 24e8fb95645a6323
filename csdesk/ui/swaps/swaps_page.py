"""The page Swaps: the register of the month, and beside it the form for a new request or the swap that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui.page import Context
from csdesk.ui.swaps.register_card import RegisterCard
from csdesk.ui.swaps.request_page import RequestPage
from csdesk.ui.swaps.request_panel import RequestPanel
from csdesk.ui.swaps.swap_actions import SwapActions
from csdesk.ui.swaps.swap_form import SwapForm
from csdesk.ui.swaps.swap_words import SwapWords
from csdesk.ui.swaps.swap_work import SwapWork

if TYPE_CHECKING:
    from csdesk.ui.duty_writing import DutyWriting


class SwapsPage(RequestPage[Swap]):
    """The page."""

    card: RegisterCard
    form: SwapForm
    work: SwapWork

    def __init__(self, desk: Desk, context: Context, actions: SwapActions, parent: QWidget | None = None) -> None:
        super().__init__(desk, context, actions, parent)
        self._actions = actions
        self._words = SwapWords(desk, self._duties, lambda: context.texts, self)
        self._writing: DutyWriting | None = None
        register = RegisterCard(desk, context, self._words, self)
        register.print_asked.connect(self.print)
        work = SwapWork(desk, context, self._duties, self._words, self)
        self.put_together(register, SwapForm(desk, context, self._duties, self._words, self.form_place), work)
        self.offer(
            (
                (actions.sign, work.sign),
                (actions.approve, work.approve),
                (actions.reject, work.reject),
                (actions.withdraw, work.withdraw),
                (actions.change, work.change),
                (actions.void, work.void),
                (actions.bonus, work.log_bonus),
                (actions.charge, work.charge),
            )
        )

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("New request"))
        self.new_button.setToolTip(self.tr("Ask for another swap (Ctrl+N)"))
        super().retranslate()

    def _make_panel(self) -> RequestPanel[Swap]:
        from csdesk.ui.swaps.swap_panel import SwapPanel  # for those who look at a swap

        return SwapPanel(self._desk, self._context, self._words, self._actions.all)

    def _find_undecided(self) -> list[Swap]:
        return self._desk.swaps.undecided()

    def _enable(self, request: Swap | None, closed: Problem | None) -> None:
        if request is None:
            self._actions.enable(None, None)
            return
        bonus = self.work.bonus_due(request)
        bonus_for = self._words.name(bonus[0].employee_id) if bonus else ""
        may_charge = self.work.may_charge(request)
        self._actions.enable(request, closed, bonus_for=bonus_for, may_charge=may_charge)

    def print(self) -> None:
        """Print the chosen swaps, a sheet each, or the month's register where none is."""
        papers, language, chosen = self._desk.roster_papers, self._context.speech.language, self.card.rows
        title = self.tr("Save the swap's form") if chosen else self.tr("Save the register of swaps")
        try:
            if chosen:
                job = papers.swaps([swap.id for swap in chosen], language)
            else:
                job = papers.register(self._month, language)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if self._writing is None:
            from csdesk.ui.duty_writing import DutyWriting  # with what papers are made of, for those who print

            self._writing = DutyWriting(self._desk, self._context, self)
            self._writing.said.connect(self.said)
        self._writing.ask_where(job, title)
