"""How leave is said: in the table, in the panel, in messages and dialogs."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import Moment, local, short_day, written

ENDED = frozenset({LeaveState.REFUSED, LeaveState.WITHDRAWN})
_KINDS = {LeaveState.ASKED: "minor", LeaveState.APPROVED: "bonus"}


class LeaveWords(QObject):
    """Says leave; it speaks the language of the moment."""

    def __init__(self, desk: Desk, texts: Callable[[], Texts], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = texts

    def name(self, leave: Leave) -> str:
        """Return who is away."""
        return self._desk.people.by_id()[leave.employee_id].name

    def day(self, day: date) -> str:
        """Return a day in few letters."""
        return short_day(day, self._texts(), self._desk.today())

    def span(self, leave: Leave) -> str:
        """Return from when to when."""
        first = self.day(leave.first)
        return first if leave.first == leave.last else f"{first} – {self.day(leave.last)}"

    def length(self, leave: Leave) -> str:
        """Return how long: days, or the hours of the one day."""
        if leave.hours is not None:
            return self.tr("{hours} h").format(hours=f"{leave.hours.normalize():f}")
        days = (leave.last - leave.first).days + 1
        return self.tr("1 day") if days == 1 else self.tr("{count} days").format(count=days)

    def type(self, type: LeaveType) -> str:
        """Return what leave is taken for."""
        return {
            LeaveType.ANNUAL: self.tr("annual"),
            LeaveType.SICK: self.tr("sick"),
            LeaveType.PERSONAL: self.tr("personal"),
            LeaveType.OTHER: self.tr("other"),
        }[type]

    def state(self, leave: Leave) -> str:
        """Return how far a request has come; an emergency is confirmed afterwards."""
        if leave.state is LeaveState.ASKED and leave.emergency_at is not None:
            return self.tr("called in")
        return {
            LeaveState.ASKED: self.tr("asked"),
            LeaveState.APPROVED: self.tr("approved"),
            LeaveState.REFUSED: self.tr("refused"),
            LeaveState.WITHDRAWN: self.tr("withdrawn"),
        }[leave.state]

    def chip(self, leave: Leave) -> Chip:
        """Return the state as a chip."""
        return Chip(self.state(leave), _KINDS.get(leave.state, "quiet"))

    def title(self, leave: Leave) -> str:
        """Return who is away when and what for."""
        return f"{self.name(leave)}  ·  {self.span(leave)}  ·  {self.type(leave.type)}"

    def call(self, leave: Leave) -> str:
        """Return when the manager was called; "" where the leave was asked for in advance."""
        if leave.emergency_at is None:
            return ""
        moment = datetime.fromisoformat(leave.emergency_at)
        return written(Moment.of(moment), self._texts(), self._desk.today())

    def asked(self, leave: Leave) -> str:
        """Return by whom and when the request was written down."""
        if not leave.asked_at:
            return ""
        said = self.tr("{when}, entered by {by}")
        return said.format(when=local(leave.asked_at, self._texts(), self._desk.now()), by=leave.asked_by)

    def decision(self, leave: Leave) -> str:
        """Return what was decided, when and why; "" while nothing is."""
        if leave.decided_at is None:
            return ""
        when = local(leave.decided_at, self._texts(), self._desk.now())
        said = self.tr("{state} {when}, entered by {by}")
        told = said.format(state=self.state(leave).capitalize(), when=when, by=leave.decided_by or "")
        return f"{told}: {leave.decision_reason}" if leave.decision_reason else told
