"""A page of requests: the table of the month, and beside it the form for a new one or the request that is chosen."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context
from csdesk.ui.swaps.duties import Duties
from csdesk.ui.swaps.request import Request, closed, lies_in, month_of, stands_closed
from csdesk.ui.swaps.request_actions import RequestActions
from csdesk.ui.swaps.request_card import RequestCard
from csdesk.ui.swaps.request_form import RequestForm
from csdesk.ui.swaps.request_panel import RequestPanel
from csdesk.ui.swaps.request_work import RequestWork
from csdesk.ui.swaps.waiting import WaitingElsewhere
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_GAP, CARD_PADDING
from csdesk.ui.widgets.cards import SCROLL_ROOM, button

WIDTH, NARROW_WIDTH = 392, 336


class RequestPage(Retranslated, QWidget, Generic[Request]):
    """The page. summary(text): of the selection. said(text, what the button does or None, verb): a message.

    month_asked(Month): what waits in another month is to be seen.

    Who derives from it makes card, form and work, and hands them to `put_together`.
    """

    card: RequestCard[Request]
    form: RequestForm
    work: RequestWork[Request]

    summary = Signal(str)
    said = Signal(str, object, str)
    month_asked = Signal(object)

    def __init__(self, desk: Desk, context: Context, actions: RequestActions, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._month = Month.of(desk.today())
        self._duties = Duties(desk)
        self._undecided: list[Request] | None = None
        self._waiting_elsewhere: list[Request] = []
        self._elsewhere = actions.elsewhere
        self.side = QFrame(self)
        look(self.side, "card")
        self.side.setFixedWidth(WIDTH)
        self.form_place = QStackedWidget(self.side)
        self._chosen = QWidget(self.form_place)
        self.waiting = WaitingElsewhere(context, desk.today)
        self._panel: RequestPanel[Request] | None = None
        self.new_button = button(icon=icons.icon("plus"), quiet=True, parent=self._chosen)

    def put_together(self, card: RequestCard[Request], form: RequestForm, work: RequestWork[Request]) -> None:
        """Lay out the parts, and let them hear of each other."""
        self.card, self.form, self.work = card, form, work
        self._lay_out()
        card.body.insertWidget(0, self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self.waiting.month_asked.connect(self._go_to_waiting)
        self._elsewhere.triggered.connect(self.waiting.go)
        form.asked.connect(self._ask)
        self.new_button.clicked.connect(self.start)
        card.summary_changed.connect(self.summary)
        card.table.selectionModel().selectionChanged.connect(self._show_chosen)
        card.opened.connect(self._go_to_buttons)
        work.said.connect(self.said)
        work.done.connect(self.show_request)
        work.refused.connect(self._refused)
        self.retranslate()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._chosen)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form_place.addWidget(self.form)
        self.form_place.addWidget(self._chosen)
        inside = QVBoxLayout(self.side)
        inside.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - SCROLL_ROOM, 12)
        inside.addWidget(self.form_place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        row.addWidget(self.card, 1)
        row.addWidget(self.side)

    def offer(self, steps: Sequence[tuple[QAction, Callable[[Request], None]]]) -> None:
        """Let each action do its step with the request that is chosen."""
        self.card.set_row_actions([action for action, _ in steps])
        for action, step in steps:
            action.triggered.connect(partial(self._do, step))

    def _do(self, step: Callable[[Request], None], _on: bool = False) -> None:
        chosen = self.card.chosen
        if chosen is not None:
            step(chosen)

    def retranslate(self) -> None:
        self._show_chosen()

    # What a page of requests is about

    @abstractmethod
    def _make_panel(self) -> RequestPanel[Request]:
        """Return the panel of a request that is chosen."""

    @abstractmethod
    def _find_undecided(self) -> list[Request]:
        """Return the requests that wait for the manager, whatever their month."""

    @abstractmethod
    def _enable(self, request: Request | None, closed: Problem | None) -> None:
        """Let the actions be done that apply to the request that is chosen."""

    # What the tab calls

    @property
    def panel(self) -> RequestPanel[Request]:
        """The panel of the request that is chosen, made when one first is."""
        if self._panel is None:
            self._panel = self._make_panel()
            self._column.insertWidget(0, self._panel, 1)
        return self._panel

    def set_narrow(self, narrow: bool) -> None:
        """Leave the table more room, in a small window."""
        self.side.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def set_month(self, month: Month) -> None:
        """Show the requests of `month`."""
        self._month = month
        self._read()

    def reload(self, change: Change) -> None:
        """Show what was written; entries of the log change no request, only what can be done with one."""
        if change is Change.INCIDENTS:
            self._show_chosen()
        else:
            self._undecided = None
            self._read()

    def _read(self) -> None:
        self._duties.forget()
        why = closed(self._month, self._desk)
        self.card.set_month(self._month, closed=why is not None)
        self.form.set_month(self._month, why)
        self._say_waiting()
        self._show_chosen()

    def shown(self) -> None:
        """Put the cursor where one goes on: to the form, or to the table where nothing can be asked for."""
        if self.form.is_open and self.card.chosen is None:
            self.form.start()
        else:
            self.card.go_to_table()

    def start(self) -> None:
        """Begin a new request, or go on with the one that is typed."""
        self.card.table.clearSelection()
        self.form_place.setCurrentIndex(0)
        self.form.start()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.card.search.setFocus()
        self.card.search.selectAll()

    @property
    def is_blank(self) -> bool:
        """Whether nothing typed would be lost."""
        return self.form.is_blank

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.card.chosen is not None:
            self.start()
        else:
            super().keyPressEvent(event)

    # What waits in other months

    def _say_waiting(self) -> None:
        """Count it; a month that is closed decides on nothing any more, so nothing waits there."""
        if self._undecided is None:
            self._undecided = self._find_undecided()
        elsewhere = (one for one in self._undecided if not lies_in(one, self._month))
        self._waiting_elsewhere = [one for one in elsewhere if stands_closed(one, self._desk) is None]
        self.waiting.show_waiting([month_of(one) for one in self._waiting_elsewhere])
        self._elsewhere.setEnabled(bool(self._waiting_elsewhere))

    def _go_to_waiting(self, month: Month) -> None:
        """Go to `month`, to the first request that waits there."""
        first = next(one for one in self._waiting_elsewhere if month_of(one) == month)
        self.month_asked.emit(month)
        self.show_request(first)

    # The request that is chosen

    def _show_chosen(self) -> None:
        chosen = self.card.chosen
        why = None if chosen is None else stands_closed(chosen, self._desk)
        self._enable(chosen, why)
        if chosen is not None:
            self.panel.show_request(chosen, why)
        self.form_place.setCurrentIndex(0 if chosen is None else 1)

    def _go_to_buttons(self) -> None:
        offered = self.panel.buttons.offered
        if offered:
            offered[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _refused(self, problems: Sequence[Problem]) -> None:
        self.panel.say_problems(problems)

    def _ask(self, draft: object) -> None:
        problems = self.work.ask(draft)
        if problems:
            self.form.show_problems(problems)
        elif problems is not None:
            self.form.clear()

    def show_request(self, request: Request) -> None:
        """Select a request that was just written, and put the cursor on it where it lies in the month."""
        if self.card.show_request(request):
            self.card.table.setFocus()
        self._show_chosen()
