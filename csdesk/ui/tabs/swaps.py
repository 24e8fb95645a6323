"""The Swaps tab: the register of shift swaps, and the leave of the team, which is loaded when it is first looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.page import Change, Command, Context, Page
from csdesk.ui.swaps.leave_actions import LeaveActions
from csdesk.ui.swaps.swap_actions import SwapActions
from csdesk.ui.swaps.swaps_page import SwapsPage
from csdesk.ui.tokens import NARROW_PAGE
from csdesk.ui.widgets.cards import SegmentBar

if TYPE_CHECKING:
    from csdesk.ui.swaps.leave_page import LeavePage

_KEPT = "swaps/page"
SWAPS, LEAVE = 0, 1


class SwapsTab(Page):
    """The tab."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.NEW, Command.PRINT})

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        self.swap_actions, self.leave_actions = SwapActions(self), LeaveActions(self)
        self.segments = SegmentBar(self)
        # All of it is made where it will stand: moving a page takes longer than making it.
        self._stack = QStackedWidget(self)
        self.swaps = SwapsPage(desk, context, self.swap_actions, self._stack)
        self._leave: LeavePage | None = None
        self._stack.addWidget(self.swaps)
        self.body.addWidget(self.segments)
        self.body.addWidget(self._stack, 1)
        self.segments.chosen.connect(self.show_segment)
        self.swaps.summary.connect(self.summary)
        self.swaps.said.connect(self._say)
        self.swaps.month_asked.connect(self.month_asked)
        self.retranslate()
        self.segments.choose(LEAVE if context.preferences.text(_KEPT) == "leave" else SWAPS)

    def retranslate(self) -> None:
        self.segments.set_names([self.tr("Swaps"), self.tr("Leave")])
        self.swap_actions.retranslate()
        self.leave_actions.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow()

    def _set_narrow(self) -> None:
        is_narrow = self.width() < NARROW_PAGE
        self.swaps.set_narrow(is_narrow)
        if self._leave is not None:
            self._leave.set_narrow(is_narrow)

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        self.swaps.set_month(month)
        if self._leave is not None:
            self._leave.set_month(month)

    def reload(self, change: Change) -> None:
        self.swaps.reload(change)
        if self._leave is not None:
            self._leave.reload(change)

    def shown(self) -> None:
        self._bring_segment()
        self.front.shown()

    def focus_search(self) -> None:
        self.front.focus_search()

    def do(self, command: Command, path: Path | None = None) -> None:
        if command is Command.NEW:
            self.front.start()
        elif command is Command.PRINT:
            self.swaps.print()
        else:
            super().do(command)

    def more_to_make(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.leave,)

    def page_actions(self) -> list[QAction]:
        return [*self.swap_actions.in_menu, *self.leave_actions.in_menu]

    def may_leave(self) -> bool:
        return self.swaps.is_blank and (self._leave is None or self._leave.is_blank)

    # Swaps | Leave

    @property
    def front(self) -> "SwapsPage | LeavePage":
        """The page that is looked at."""
        return self.leave if self.segments.current == LEAVE else self.swaps

    @property
    def leave(self) -> "LeavePage":
        """The page Leave, made when it is first asked for."""
        if self._leave is None:
            from csdesk.ui.swaps.leave_page import LeavePage

            made = self._leave = LeavePage(self._desk, self.context, self.leave_actions, self._stack)
            made.summary.connect(self.summary)
            made.said.connect(self._say)
            made.month_asked.connect(self.month_asked)
            made.set_month(self._month)
            self._stack.addWidget(made)
            self._set_narrow()
        return self._leave

    def show_segment(self, number: int) -> None:
        """Go to the swaps or to the leave; the window remembers which."""
        self.segments.choose(number)
        self.context.preferences.keep(_KEPT, "leave" if number == LEAVE else "swaps")
        self.summary.emit("")
        self.shown()

    def _bring_segment(self) -> None:
        """Show the chosen page with its actions."""
        is_leave = self.segments.current == LEAVE
        self.swap_actions.set_shown(not is_leave)
        self.leave_actions.set_shown(is_leave)
        self._stack.setCurrentWidget(self.front)

    def _say(self, text: str, act: object, verb: str) -> None:
        """Show a message of one of the two pages."""
        if not callable(act):
            self.say(text)
        elif verb:
            self.say_action(text, verb, act)
        else:
            self.say(text, undo=act)
