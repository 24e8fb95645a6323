"""The Roster tab: the people of the team, and the calendar of their shifts.

The calendar is loaded when it is first looked at.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.page import Change, Command, Context, Page, PersonTarget, Target
from csdesk.ui.roster.calendar_actions import CalendarActions
from csdesk.ui.roster.people_page import PeoplePage
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.action_buttons import ActionButtons
from csdesk.ui.widgets.cards import SegmentBar, button

if TYPE_CHECKING:
    from csdesk.ui.roster.calendar_page import CalendarPage
    from csdesk.ui.roster.filling import Filling
    from csdesk.ui.roster.roster_printing import RosterPrinting

_KEPT = "roster/page"
PEOPLE, SHIFTS = 0, 1
HOLIDAYS_AFTER = 1000
"""Milliseconds until the holidays are read ahead: what is looked at first comes first."""


class RosterPage(Page):
    """The tab."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.NEW, Command.IMPORT, Command.PRINT, Command.EXPORT})

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        # Tab goes through a page in the order in which its widgets are made: People and Shifts come first.
        self.segments = SegmentBar(self)
        self._name_segments()
        # All of it is made where it will stand: moving a page takes longer than making it.
        self._stack = QStackedWidget(self)
        self.people_page = PeoplePage(desk, context, self._stack)
        self.calendar_actions = CalendarActions(self)
        self._calendar: CalendarPage | None = None
        self._printing: RosterPrinting | None = None
        self._filling: Filling | None = None
        self._lay_out()
        self.segments.chosen.connect(self.show_segment)
        self.calendar_actions.fill.triggered.connect(lambda: self.filling.ask(self.calendar.view))
        self.people_page.said.connect(self.say)
        self.people_page.said_with_action.connect(self.say_action)
        self.people_page.summary.connect(self.summary)
        self.people_page.target_asked.connect(self.target_asked)
        self.retranslate()
        self.segments.choose(SHIFTS if context.preferences.text(_KEPT) == "shifts" else PEOPLE)
        QTimer.singleShot(HOLIDAYS_AFTER, self, self._know_holidays)

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.segments, 1)
        actions = self.calendar_actions
        self._tools = ActionButtons((actions.shifts, actions.fill))
        # All in a row would leave a small window too little room.
        self._more = button()
        more = QMenu(self._more)
        more.addActions([actions.copy_week, actions.rotate, actions.days])
        self._more.setMenu(more)
        for tools in (self._tools, self._more):
            head.addWidget(tools)
            tools.hide()
        self._stack.addWidget(self.people_page)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)

    def retranslate(self) -> None:
        self._name_segments()
        self._more.setText(self.tr("More"))
        self.calendar_actions.retranslate()

    def _name_segments(self) -> None:
        self.segments.set_names([self.tr("People"), self.tr("Shifts")])

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        self.people_page.set_month(month)
        if self.is_calendar_front:
            self.calendar.set_month(month)

    def reload(self, change: Change) -> None:
        self.people_page.reload(change)
        if self._calendar is not None:
            self._calendar.reload(change)

    def shown(self) -> None:
        self._bring_segment()
        if self.is_calendar_front:
            self.calendar.shown()
        else:
            self.people_page.people.go_to_table()

    def focus_search(self) -> None:
        if self.is_calendar_front:
            self.calendar.focus_search()
        else:
            self.people_page.focus_search()

    def do(self, command: Command, path: Path | None = None) -> None:
        if command is Command.NEW and self.is_calendar_front:
            self.calendar.work.show_shifts()
        elif command is Command.NEW:
            self.people_page.add()
        elif command is Command.IMPORT and path is not None:
            self.take_in(path)
        elif command is Command.IMPORT:
            self.people_page.workbooks.ask()
        elif command is Command.PRINT:
            self.printing.ask_print(self._month)
        elif command is Command.EXPORT:
            self.printing.ask_export(self._month)
        else:
            super().do(command, path)

    def open(self, target: Target) -> bool:
        if not isinstance(target, PersonTarget):
            return False
        self.show_segment(PEOPLE)
        return self.people_page.show_target(target)

    def more_to_make(self) -> Sequence[Callable[[], object]]:
        return (lambda: self.calendar,)

    def page_actions(self) -> list[QAction]:
        return [*self.people_page.actions_of_page(), *self.calendar_actions.all]

    def may_leave(self) -> bool:
        return not self.people_page.is_writing

    def take_in(self, path: Path) -> None:
        """Read the workbook at `path`, and open its check list before anything is imported."""
        self.people_page.take_in(path)

    # People | Shifts

    @property
    def is_calendar_front(self) -> bool:
        """Whether the calendar of the shifts is looked at, and not the people."""
        return self.segments.current == SHIFTS

    @property
    def calendar(self) -> "CalendarPage":
        """The calendar, made when it is first asked for."""
        if self._calendar is None:
            from csdesk.ui.roster.calendar_page import CalendarPage

            made = self._calendar = CalendarPage(self._desk, self.context, self.calendar_actions, self._stack)
            made.summary.connect(self.summary)
            made.month_asked.connect(self.month_asked)
            made.people_asked.connect(partial(self.show_segment, PEOPLE))
            made.work.said.connect(self.say)
            self._stack.addWidget(made)
            self._head.insertWidget(1, made.finder)
        return self._calendar

    @property
    def printing(self) -> "RosterPrinting":
        """What prints and exports the month's roster, made when it is first asked for."""
        if self._printing is None:
            from csdesk.ui.roster.roster_printing import RosterPrinting

            self._printing = RosterPrinting(self._desk, self.context, self)
            self._printing.said.connect(self._say_written)
        return self._printing

    @property
    def filling(self) -> "Filling":
        """What fills a month automatically, made when it is first asked for."""
        if self._filling is None:
            from csdesk.ui.roster.filling import Filling

            self._filling = Filling(self._desk, self.context, self)
            self._filling.changed.connect(self.calendar.show_change)
            self._filling.said.connect(self.say)
            self._filling.said.connect(self.calendar.shown)
        return self._filling

    def _say_written(self, text: str, open_it: Callable[[], None], verb: str) -> None:
        self.say_action(text, verb, open_it)

    def show_segment(self, number: int) -> None:
        """Go to the people or to the calendar; the window remembers which."""
        self.segments.choose(number)
        self.context.preferences.keep(_KEPT, "shifts" if number == SHIFTS else "people")
        self.summary.emit("")
        self.shown()

    def _know_holidays(self) -> None:
        """Let the public holidays be known before the calendar asks for them; it takes longer than a key may."""
        from csdesk.desk.calendar import load  # the first tab need not wait for it

        days = (self._month.previous.first, self._month.next.last)
        Thread(target=load, args=days, daemon=True).start()

    def _bring_segment(self) -> None:
        """Show the chosen page with its actions."""
        is_calendar = self.is_calendar_front
        self.calendar_actions.bring(is_calendar)
        self._tools.setVisible(is_calendar)
        self._more.setVisible(is_calendar)
        self.people_page.bring(not is_calendar)
        if self._calendar is not None:
            self._calendar.finder.setVisible(is_calendar)
        if is_calendar:
            self._stack.setCurrentWidget(self.calendar)
            self.calendar.set_month(self._month)
        else:
            self._stack.setCurrentIndex(PEOPLE)
