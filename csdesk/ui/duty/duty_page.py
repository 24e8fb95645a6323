"""What the pages Attendance and Handover of the Log tab have in common: a month, a day in it, and what is due."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.incidents import Draft, Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rule
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui.duty.day_bar import DayBar
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context
from csdesk.ui.widgets.search_field import SearchField


class Say(Protocol):
    """Shows a message at the bottom of the tab."""

    def __call__(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show `text`, with an Undo where `undo` is given."""


class DutyPage(Retranslated, QWidget):
    """One of the pages. summary(text): of the selection. month_asked(Month): a day of another month is looked at.

    told(text, what its button does, verb): a message with a button.
    day_bar, search: which day is shown, laid in by the tab above the page, and what finds a person; set by the page.

    It reads only while it is in front; what happens meanwhile is shown when it comes there.
    """

    summary = Signal(str)
    month_asked = Signal(object)
    told = Signal(str, object, str)

    day_bar: DayBar
    search: SearchField

    def __init__(self, desk: Desk, context: Context, actions: DutyActions, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.context = context
        self.actions_offered = actions
        self.say = say
        self.month = Month.of(desk.today())
        self.day = desk.today()
        self._is_due = True

    # What the tab calls

    def set_month(self, month: Month) -> None:
        """Show `month`, and of it the day that is nearest to today unless one of it is shown already."""
        if month != self.month:
            self.month = month
            if self.day not in month:
                self.day = min(max(self.desk.today(), month.first), month.last)
            self._is_due = True
        self._catch_up()

    def reload(self, change: Change) -> None:
        """Show what was written; now, or when the page comes to the front."""
        self._is_due = True
        self._catch_up()

    def shown(self) -> None:
        """Catch up with what happened while the page was behind; the cursor goes to where one types."""
        self._catch_up()
        self.go_to_first()

    def _catch_up(self) -> None:
        if self._is_due and self.isVisible() and self.is_free:
            self._is_due = False
            try:
                self.read()
            except Unavailable as failure:
                self.context.ask.failed(failure)

    def go_to_day(self, day: date) -> None:
        """Show `day`; the whole window goes to its month."""
        self.day = day
        if day not in self.month:
            self.month_asked.emit(Month.of(day))
        self._is_due = True
        self._catch_up()

    @property
    def is_free(self) -> bool:
        """Whether nothing is typed just now that reading anew would take away."""
        return True

    @property
    def may_leave(self) -> bool:
        """Whether nothing typed would be lost."""
        return True

    @property
    def closed(self) -> Problem | None:
        """Why nothing of the month can change, None where it is open."""
        is_closed = self.month in self.desk.closed_months()
        return Problem.at("", "month.closed", month=self.month) if is_closed else None

    @abstractmethod
    def read(self) -> None:
        """Ask the desk anew, and show the month and the day."""

    @abstractmethod
    def go_to_first(self) -> None:
        """Put the cursor to where one types."""

    @abstractmethod
    def start_new(self) -> bool:
        """Begin something new on the page; False where new things begin elsewhere."""

    # Entries that were proposed

    def say_logged(self, entry: Incident) -> None:
        """Say that a proposal stands in the log now, with an Undo."""
        row = self.desk.incidents.get(entry.id)
        assert row is not None  # It was recorded a moment ago, and nothing is ever deleted.
        figure = self.context.texts.points(row.points, signed=True) if row.points else ""
        said = self.tr("Logged: {name}, {code} {points}")
        text = said.format(name=row.employee.name, code=entry.code, points=figure).strip()
        self.context.refresh.announce(Change.INCIDENTS)
        self.say(text, lambda: self._take_back(entry))

    def _take_back(self, entry: Incident) -> None:
        try:
            outcome = self.desk.incidents.void(entry.id, entry.rev, self.tr("Entered by mistake (undone at once)"))
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            self.context.ask.sorry(self.tr("Could not be undone"), outcome)
            return
        self.context.refresh.announce(Change.INCIDENTS)
        self.say(self.tr("Undone: the entry is voided."))


def rule_of(desk: Desk, draft: Draft) -> Rule | None:
    """Return the rule of a proposed entry, None where no rulebook has it.

    Not sought among all that can be logged: what those are found by takes longer to work out than a page may to open.
    """
    rulebook = desk.rulebooks().on(draft.day)
    return None if rulebook is None else rulebook.rule(draft.code)
