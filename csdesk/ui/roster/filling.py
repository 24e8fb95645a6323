"""Fills the empty cells of a month: the planner proposes beside the window, the supervisor accepts, Ctrl+Z undoes."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.month import Month
from csdesk.core.planning import Improvement, Proposal, Request
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.planner_process import Planning
from csdesk.desk.planning import SECONDS
from csdesk.desk.roster_month import RosterMonth
from csdesk.ui.page import Context
from csdesk.ui.roster.fill_dialog import FillDialog
from csdesk.ui.roster.fill_wishes import FillWishes
from csdesk.ui.roster.fill_words import FillWords
from csdesk.ui.tasks import Progress
from csdesk.ui.widgets.day_field import DayField

_STEPS = 100


class _Teller(QObject):
    """Carries what the search has found until now from the worker's thread to the window's."""

    told = Signal(object)


class Filling(QObject):
    """Opens the dialog over `page`. changed(change): cells of the roster were set. said(text): what was done."""

    changed = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._context = context
        self._page = page

    def ask(self, view: RosterMonth) -> None:
        """Say what would be done to the month of `view`, or why nothing can be."""
        why_not = self._desk.planning.why_unavailable()
        try:
            request = [why_not] if why_not is not None else self._desk.planning.request(view.month)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(request, list):
            self._context.ask.sorry(self.tr("The month cannot be filled automatically"), request)
            return
        people = {person.id: person for person in view.employees}
        said = FillWords(self._context, people, view.shifts, self)
        planned = [people[person.id] for person in request.people if person.employed]
        shifts = [shift for shift in view.shifts.values() if not shift.retired]
        day = DayField(self._desk.now, lambda: self._context.texts)
        wishes = FillWishes(planned, shifts, request.first, request.last, day, said)
        dialog = FillDialog(view.month, request, round(SECONDS), wishes, said, self._context, self._page)
        dialog.search_asked.connect(partial(self._search, dialog, view.month))
        dialog.accept_asked.connect(partial(self._accept, dialog))
        dialog.destroyed.connect(said.deleteLater)
        dialog.open()

    def _search(self, dialog: FillDialog, month: Month) -> None:
        try:
            request = self._desk.planning.request(month, wishes=dialog.wishes.wishes)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(request, list):
            dialog.show_problems(request)
            return
        planning = self._desk.planning.start(request)
        if isinstance(planning, Problem):
            dialog.show_problems([planning])
            return
        teller = _Teller(self)
        teller.told.connect(dialog.show_best, Qt.ConnectionType.QueuedConnection)
        run = self._context.tasks.run(
            self.tr("Filling the roster"),
            partial(_search, planning, teller),
            partial(self._found, dialog, request),
            self._context.ask.failed,
        )
        run.ended.connect(teller.deleteLater)
        dialog.follow(run)

    def _found(self, dialog: FillDialog, request: Request, outcome: Proposal | Problem | None) -> None:
        if isinstance(outcome, Proposal):
            dialog.show_proposal(request, outcome)
        elif outcome is not None:
            dialog.show_problems([outcome])

    def _accept(self, dialog: FillDialog, request: Request, proposal: Proposal) -> None:
        try:
            outcome = self._desk.planning.accept(request, proposal)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        if outcome.after:
            self.changed.emit(outcome)
        one = self.tr("1 cell of the roster was filled; Ctrl+Z empties it again")
        many = self.tr("{count} cells of the roster were filled; Ctrl+Z empties them again")
        count = len(outcome.after)
        self.said.emit(one if count == 1 else many.format(count=count))


def _search(planning: Planning, teller: _Teller, progress: Progress) -> Proposal | Problem | None:
    """Search until a proposal is there; a cancel ends the planner's process within a moment."""

    def hear(best: Improvement) -> None:
        progress.step(round(best.progress * _STEPS), _STEPS)
        teller.told.emit(best)

    return planning.result(hear)
