"""The leave of the month: every request that touches it."""

from collections.abc import Collection
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.desk.desk import Desk
from csdesk.ui.models.table import Column
from csdesk.ui.page import Context
from csdesk.ui.swaps.leave_words import ENDED, LeaveWords
from csdesk.ui.swaps.request_card import CardWords, RequestCard

_STATES = list(LeaveState)
_TYPES = list(LeaveType)
_GROUPS = (frozenset(LeaveState), frozenset({LeaveState.ASKED}), frozenset({LeaveState.APPROVED}), ENDED)


class LeaveCard(RequestCard[Leave]):
    """The card."""

    def __init__(self, desk: Desk, context: Context, said: LeaveWords, parent: QWidget | None = None) -> None:
        super().__init__("leave", _GROUPS, desk, context, parent)
        self._words = said
        self.begin()

    def _columns(self) -> list[Column[Leave]]:
        said = self._words
        return [
            Column(self.tr("Who"), said.name, key="who", width=110, tone=_tone),
            Column(self.tr("From"), lambda one: one.first, key="first", width=88, tone=_tone,
                   text=lambda one: said.day(one.first)),
            Column(self.tr("To"), lambda one: one.last, key="last", width=88, tone=_tone,
                   text=lambda one: said.day(one.last)),
            Column(self.tr("Length"), _length, key="length", figure=True, width=78, tone=_tone, text=said.length),
            Column(self.tr("Type"), lambda one: _TYPES.index(one.type), key="type", width=92, tone=_tone,
                   text=lambda one: said.type(one.type)),
            Column(self.tr("State"), lambda one: _STATES.index(one.state), key="state", width=110,
                   chips=lambda one: [said.chip(one)], tooltip=said.decision),
            Column(self.tr("Called at"), lambda one: one.emergency_at, key="call", hidden=True, tone=_tone,
                   text=said.call),
            Column(self.tr("Note"), lambda one: one.note, key="note", stretch=1, yields=True, tone=_tone,
                   tooltip=lambda one: one.note),
        ]  # fmt: skip

    def _said(self) -> CardWords:
        return CardWords(
            (self.tr("All states"), self.tr("Undecided"), self.tr("Approved"), self.tr("Refused or withdrawn")),
            self.tr("Leave in {month}"),
            self.tr("1 request"),
            self.tr("{count} requests"),
            self.tr("No leave in {month}"),
            self.tr("Type a name on the right (Ctrl+N), the days, then Enter asks for the leave."),
        )

    def _of_month(self) -> list[Leave]:
        return self._desk.leaves.of(self._month)

    def _fits(self, request: Leave, typed: str, people: Collection[str]) -> bool:
        return request.employee_id in people or typed in request.note.casefold()


def _tone(leave: Leave) -> str:
    return "muted" if leave.state in ENDED else "text"


def _length(leave: Leave) -> Decimal:
    """Return how long a leave is, in days, for sorting: the hours of a day come before a whole one."""
    return Decimal((leave.last - leave.first).days + 1) if leave.hours is None else leave.hours / 25
