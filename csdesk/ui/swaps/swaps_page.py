"""The page Swaps: the register of the month, and beside it the form for a new request or the swap that is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.register_card import RegisterCard
from csdesk.ui.swaps.swap_actions import SwapActions
from csdesk.ui.swaps.swap_form import SwapForm
from csdesk.ui.swaps.swap_words import SwapWords
from csdesk.ui.swaps.swap_work import SwapWork
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_GAP, CARD_PADDING
from csdesk.ui.widgets.cards import SCROLL_ROOM, button

if TYPE_CHECKING:
    from csdesk.ui.swaps.swap_panel import SwapPanel
    from csdesk.ui.swaps.swap_printing import SwapPrinting

WIDTH, NARROW_WIDTH = 392, 336


class SwapsPage(Retranslated, QWidget):
    """The page. summary(text): of the selection. said(text, what the button does or None, verb): a message."""

    summary = Signal(str)
    said = Signal(str, object, str)

    def __init__(self, desk: Desk, context: Context, actions: SwapActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._month = Month.of(desk.today())
        self._actions = actions
        self._duties = Duties(desk)
        said = SwapWords(desk, self._duties, lambda: context.texts, self)
        self.register = RegisterCard(desk, context, said)
        self.form = SwapForm(desk, context, self._duties, said)
        self._words = said
        self._panel: SwapPanel | None = None
        self.work = SwapWork(desk, context, said, self)
        self._printing: SwapPrinting | None = None
        self.new_button = button(icon=icons.icon("plus"), quiet=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.side = QFrame()
        look(self.side, "card")
        self.side.setFixedWidth(WIDTH)
        chosen = QWidget()
        self._column = QVBoxLayout(chosen)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(chosen)
        inside = QVBoxLayout(self.side)
        inside.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - SCROLL_ROOM, 12)
        inside.addWidget(self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        row.addWidget(self.register, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.form.asked.connect(self._ask)
        self.new_button.clicked.connect(self.start)
        self.register.summary_changed.connect(self.summary)
        self.register.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.register.opened.connect(self._go_to_buttons)
        self.register.set_row_actions(self._actions.all)
        self.register.print_asked.connect(self.print)
        self.work.said.connect(self.said)
        self.work.done.connect(self.show_swap)
        self.work.refused.connect(self._refused)
        for action, step in (
            (self._actions.sign, self.work.sign),
            (self._actions.approve, self.work.approve),
            (self._actions.reject, self.work.reject),
            (self._actions.withdraw, self.work.withdraw),
            (self._actions.void, self.work.void),
            (self._actions.bonus, self.work.log_bonus),
            (self._actions.charge, self.work.charge),
        ):
            action.triggered.connect(lambda _on=False, step=step: self._with_chosen(step))

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("New request"))
        self.new_button.setToolTip(self.tr("Ask for another swap (Ctrl+N)"))
        self._show_chosen()

    @property
    def panel(self) -> "SwapPanel":
        """The panel of the swap that is chosen, made when one first is."""
        if self._panel is None:
            from csdesk.ui.swaps.swap_panel import SwapPanel

            self._panel = SwapPanel(self._context, self._words, self._actions.all)
            self._column.insertWidget(0, self._panel, 1)
        return self._panel

    # What the tab calls

    def set_narrow(self, narrow: bool) -> None:
        """Leave the table more room, in a small window."""
        self.side.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def set_month(self, month: Month) -> None:
        """Show the swaps of `month`."""
        self._month = month
        self._read()

    def reload(self, change: Change) -> None:
        """Show what was written."""
        if change is Change.INCIDENTS:
            self._show_chosen()
        else:
            self._read()

    def _read(self) -> None:
        self._duties.forget()
        closed = closed_among(self._desk, [self._month])
        self.register.set_month(self._month, closed=closed is not None)
        self.form.set_month(self._month, closed)
        self._show_chosen()

    def shown(self) -> None:
        """Put the cursor where one goes on: to the form, or to the table where nothing can be asked for."""
        if self.form.is_open and self.register.chosen is None:
            self.form.start()
        else:
            self.register.go_to_table()

    def start(self) -> None:
        """Begin a new request, or go on with the one that is typed."""
        self.register.table.clearSelection()
        self._stack.setCurrentIndex(0)
        self.form.start()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.register.search.setFocus()
        self.register.search.selectAll()

    @property
    def is_blank(self) -> bool:
        """Whether nothing typed would be lost."""
        return self.form.is_blank

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.register.chosen is not None:
            self.start()
        else:
            super().keyPressEvent(event)

    def print(self) -> None:
        """Print the chosen swaps, a sheet each, or the month's register where none is."""
        if self._printing is None:
            # Paper is not needed before somebody prints.
            from csdesk.ui.swaps.swap_printing import SwapPrinting

            self._printing = SwapPrinting(self._desk, self._context, self)
            self._printing.said.connect(self.said)
        if self.register.rows:
            self._printing.print_swaps(self.register.rows)
        else:
            self._printing.print_register(self._month)

    # The swap that is chosen

    def _with_chosen(self, step: object) -> None:
        swap = self.register.chosen
        if swap is not None and callable(step):
            step(swap)

    def _show_chosen(self) -> None:
        swap = self.register.chosen
        if swap is None:
            self._actions.enable(None, None)
            self._stack.setCurrentIndex(0)
            return
        closed = closed_among(self._desk, [Month.of(leg.day) for leg in swap.legs])
        bonus = self.work.bonus_due(swap)
        bonus_for = self._desk.people.by_id()[bonus[0].employee_id].name if bonus else ""
        self._actions.enable(swap, closed, bonus_for=bonus_for, may_charge=self.work.may_charge(swap))
        self.panel.show_swap(swap, self._desk.swaps.judge(swap), closed)
        self._stack.setCurrentIndex(1)

    def _go_to_buttons(self) -> None:
        offered = self.panel.buttons.offered
        if offered:
            offered[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _refused(self, problems: Sequence[Problem]) -> None:
        self.panel.say_problems(problems)

    def _ask(self, draft: SwapDraft) -> None:
        if self.work.ask(draft, self.form.show_problems):
            self.form.clear()

    def show_swap(self, swap: Swap) -> None:
        """Select a swap that was just written, and put the cursor on it where it lies in the month."""
        if self.register.show_swap(swap):
            self.register.table.setFocus()
        self._show_chosen()


def closed_among(desk: Desk, months: list[Month]) -> Problem | None:
    """Return that one of `months` is closed."""
    closed = desk.closed_months()
    return next((Problem.at("", "month.closed", month=month) for month in months if month in closed), None)
