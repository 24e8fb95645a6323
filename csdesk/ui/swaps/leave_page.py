"""The page Leave: who is away in the month, and beside it the form for more or the request that is chosen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from csdesk.core.leave import Leave
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui import icons
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.dialogs.reason import ReasonDialog
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.leave_actions import LeaveActions
from csdesk.ui.swaps.leave_card import LeaveCard
from csdesk.ui.swaps.leave_form import LeaveForm
from csdesk.ui.swaps.leave_words import LeaveWords
from csdesk.ui.swaps.swaps_page import NARROW_WIDTH, WIDTH, closed_among
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_GAP, CARD_PADDING
from csdesk.ui.widgets.cards import SCROLL_ROOM, button

if TYPE_CHECKING:
    from csdesk.ui.swaps.leave_panel import LeavePanel

Outcome = Leave | list[Problem]


class LeavePage(Retranslated, QWidget):
    """The page. summary(text): of the selection. said(text): a message that needs no answer."""

    summary = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, context: Context, actions: LeaveActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._month = Month.of(desk.today())
        self._actions = actions
        self._duties = Duties(desk)
        self._words = LeaveWords(desk, lambda: context.texts, self)
        self.leaves = LeaveCard(desk, context, self._words)
        self.form = LeaveForm(desk, context, self._duties, self._words)
        self._panel: LeavePanel | None = None
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
        row.addWidget(self.leaves, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.form.asked.connect(self._ask)
        self.new_button.clicked.connect(self.start)
        self.leaves.summary_changed.connect(self.summary)
        self.leaves.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.leaves.opened.connect(self._go_to_buttons)
        self.leaves.set_row_actions(self._actions.all)
        self._actions.approve.triggered.connect(lambda: self._with_chosen(self._approve))
        self._actions.refuse.triggered.connect(lambda: self._with_chosen(self._refuse))
        self._actions.withdraw.triggered.connect(lambda: self._with_chosen(self._withdraw))

    def retranslate(self) -> None:
        self.new_button.setText(self.tr("New leave"))
        self.new_button.setToolTip(self.tr("Ask for more leave (Ctrl+N)"))
        self._show_chosen()

    @property
    def panel(self) -> "LeavePanel":
        """The panel of the request that is chosen, made when one first is."""
        if self._panel is None:
            from csdesk.ui.swaps.leave_panel import LeavePanel

            self._panel = LeavePanel(self._context, self._words, self._actions.all)
            self._column.insertWidget(0, self._panel, 1)
        return self._panel

    # What the tab calls

    def set_narrow(self, narrow: bool) -> None:
        """Leave the table more room, in a small window."""
        self.side.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def set_month(self, month: Month) -> None:
        """Show the leave of `month`."""
        self._month = month
        self._read()

    def reload(self, change: Change) -> None:
        """Show what was written; entries of the log change no leave."""
        if change is not Change.INCIDENTS:
            self._read()

    def _read(self) -> None:
        self._duties.forget()
        closed = closed_among(self._desk, [self._month])
        self.leaves.set_month(self._month, closed=closed is not None)
        self.form.set_month(self._month, closed)
        self._show_chosen()

    def shown(self) -> None:
        """Put the cursor where one goes on: to the form, or to the table where none can be asked for."""
        if self.form.is_open and self.leaves.chosen is None:
            self.form.start()
        else:
            self.leaves.go_to_table()

    def start(self) -> None:
        """Begin a new request, or go on with the one that is typed."""
        self.leaves.table.clearSelection()
        self._stack.setCurrentIndex(0)
        self.form.start()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.leaves.search.setFocus()
        self.leaves.search.selectAll()

    @property
    def is_blank(self) -> bool:
        """Whether nothing typed would be lost."""
        return self.form.is_blank

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.leaves.chosen is not None:
            self.start()
        else:
            super().keyPressEvent(event)

    # The request that is chosen

    def _with_chosen(self, step: Callable[[Leave], None]) -> None:
        leave = self.leaves.chosen
        if leave is not None:
            step(leave)

    def _show_chosen(self) -> None:
        leave = self.leaves.chosen
        closed = None
        if leave is not None:
            closed = closed_among(self._desk, [Month.of(leave.first), self._month, Month.of(leave.last)])
            self.panel.show_leave(leave, closed)
        self._actions.enable(leave, closed)
        self._stack.setCurrentIndex(0 if leave is None else 1)

    def _go_to_buttons(self) -> None:
        offered = self.panel.buttons.offered
        if offered:
            offered[0].setFocus(Qt.FocusReason.TabFocusReason)

    # Asking and deciding

    def _ask(self, draft: LeaveDraft) -> None:
        outcome = self._try(partial(self._desk.leaves.ask, draft))
        if isinstance(outcome, Leave):
            self.form.clear()
            self._written(outcome, self.tr("Asked: {leave}"))
        elif outcome is not None:
            self.form.show_problems(outcome)

    def _approve(self, leave: Leave) -> None:
        outcome = self._try(partial(self._desk.leaves.approve, leave.id, leave.rev))
        if isinstance(outcome, Leave):
            self._written(outcome, self.tr("Approved: {leave}"))
        elif outcome is not None:
            self.panel.say_problems(outcome)

    def _refuse(self, leave: Leave) -> None:
        hint = self.tr("The request stays on file with its reason.")
        dialog = self._ask_reason(self.tr("Refuse the leave"), leave, hint, self.tr("Refuse"))
        dialog.filled.connect(partial(self._end, dialog, leave, self._desk.leaves.refuse, self.tr("Refused: {leave}")))

    def _withdraw(self, leave: Leave) -> None:
        hint = self.tr("The person is on the roster again; the request stays on file with its reason.")
        dialog = self._ask_reason(self.tr("Withdraw the leave"), leave, hint, self.tr("Withdraw"))
        dialog.filled.connect(
            partial(self._end, dialog, leave, self._desk.leaves.withdraw, self.tr("Withdrawn: {leave}"))
        )

    def _ask_reason(self, title: str, leave: Leave, hint: str, verb: str) -> ReasonDialog:
        dialog = ReasonDialog(title, self._words.title(leave), hint, verb, self._context.texts, self)
        dialog.open()
        return dialog

    def _end(
        self, dialog: FormDialog, leave: Leave, decide: Callable[[str, int, str], Outcome], done: str, reason: str
    ) -> None:
        outcome = self._try(partial(decide, leave.id, leave.rev, reason))
        if isinstance(outcome, Leave):
            dialog.accept()
            self._written(outcome, done)
        elif outcome is not None:
            dialog.show_problems(outcome)

    def _try(self, step: Callable[[], Outcome]) -> Outcome | None:
        """Do a step; None where the world failed, which is told."""
        try:
            return step()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return None

    def _written(self, leave: Leave, done: str) -> None:
        self._context.refresh.announce(Change.ROSTER)
        if self.leaves.show_leave(leave):
            self.leaves.table.setFocus()
        self._show_chosen()
        self.said.emit(done.format(leave=self._words.title(leave)))
