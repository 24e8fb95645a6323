"""Fills a month in three steps of one dialog: what will be done, the search for a roster, the proposal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from csdesk.core.month import Month
from csdesk.core.planning import Improvement, PlanStatus, Proposal, Request, Unmet, Wish, refused_of
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.roster.fill_wishes import FillWishes
from csdesk.ui.roster.fill_words import FillWords
from csdesk.ui.tasks import Run
from csdesk.ui.tokens import ROW_COMPACT
from csdesk.ui.widgets.cards import Band, words
from csdesk.ui.widgets.table import DataTable

_ROWS_OF_GAPS = 8


class FillDialog(FormDialog):
    """The dialog. search_asked: a roster shall be looked for. accept_asked(Request, Proposal): it shall be set.

    Whatever closes it while a search is under way ends the search. seconds: of the search at most.
    """

    search_asked = Signal()
    accept_asked = Signal(object, object)

    def __init__(
        self, month: Month, request: Request, seconds: int, wishes: FillWishes, said: FillWords, context: Context,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(parent, context.texts, 640)
        self._month, self._request, self._seconds = month, request, seconds
        self._said, self._context = said, context
        self._run: Run | None = None
        self._best: Improvement | None = None
        self._proposed: tuple[Request, Proposal] | None = None
        self.wishes = wishes
        self._promise, self._so_far, self._filled = words(), words(like="muted"), words()
        for label in (self._promise, self._so_far, self._filled):
            label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._verdict = Band()
        self._gaps: TableModel[Unmet | Wish] = TableModel(self._columns())
        self.table = DataTable("fill-gaps")
        self.table.set_model(self._gaps)
        self.table.verticalHeader().setDefaultSectionSize(ROW_COMPACT)
        for widget in (self._promise, wishes, self._bar, self._so_far, self._verdict, self._filled, self.table):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.finished.connect(self._end_search)
        self._show_step()
        self.retranslate()
        self.done_button.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("Fill {month} automatically").format(month=self._context.texts.month(self._month)))
        self._promise.setText("\n\n".join(self._said.promise(self._request, self._seconds)))
        self._bar.setAccessibleName(self.tr("Time of the search that is used"))
        self._gaps.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("What the proposal leaves undone"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._say()

    def _columns(self) -> list[Column[Unmet | Wish]]:
        return [
            Column(self.tr("Day"), lambda one: one.day, key="day", width=160, text=lambda one: self._said.day(one.day)),
            Column(self.tr("Not met"), self._said.gap, key="gap", stretch=1),
        ]

    def _say(self) -> None:
        """Say what depends on how far this is."""
        if self._proposed is None:
            self._so_far.setText(self.tr("Searching…") if self._best is None else self._said.so_far(self._best))
            self.done_button.setText(self.tr("Search for a roster"))
            return
        request, proposal = self._proposed
        self._filled.setText(self._said.cells(proposal) if proposal.cells else "")
        refused = refused_of(proposal.cells, request)
        is_met = not proposal.unmet and not refused
        self._verdict.say(self._judgement(proposal, bool(refused)), "good" if is_met else "warning")
        self.done_button.setText(self.tr("Accept the proposal"))

    def _judgement(self, proposal: Proposal, has_refused: bool) -> str:
        if not proposal.cells and not proposal.unmet:
            return self.tr("Every shift has its people already: there is nothing to fill.")
        if not proposal.cells:
            return self.tr("No empty cell can be filled without breaking a rule. What is missing stands below.")
        if proposal.status is PlanStatus.SHORT:
            return self.tr("No roster can meet all needs. This one leaves as few people short as possible; see below.")
        if proposal.unmet:
            return self.tr("Not all needs are met. Whether more can be met was not clear when time ran out; see below.")
        if has_refused:
            return self.tr("Every shift has its people. The wishes below are not met.")
        return self.tr("Every shift has its people, and every wish is met.")

    def _show_step(self) -> None:
        is_searching, is_found = self._run is not None, self._proposed is not None
        self._promise.setVisible(not is_searching and not is_found)
        self.wishes.setVisible(not is_searching and not is_found)
        self._bar.setVisible(is_searching)
        self._so_far.setVisible(is_searching)
        self._filled.setVisible(is_found and bool(self._filled.text()))
        self.table.setVisible(is_found and self._gaps.total > 0)
        self.done_button.setVisible(not is_searching and (self._proposed is None or bool(self._proposed[1].cells)))
        self.adjustSize()

    # Searching

    def follow(self, run: Run) -> None:
        """Show how far the search has come."""
        self._run = run
        self._best = None
        self._bar.setRange(0, 0)
        run.progress.stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        run.ended.connect(self._search_ended)
        self.show_problems([])
        self._say()
        self._show_step()
        self.cancel_button.setFocus()

    def _step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_best(self, best: Improvement) -> None:
        """Say how good the best roster found until now is."""
        self._best = best
        self._say()

    def _search_ended(self) -> None:
        run, self._run = self._run, None
        if run is not None and run.progress.is_cancelled:
            # It was cancelled elsewhere: nothing will come.
            self.reject()
        else:
            self._show_step()

    def _end_search(self) -> None:
        if self._run is not None:
            run, self._run = self._run, None
            run.cancel()

    # The proposal

    def show_proposal(self, request: Request, proposal: Proposal) -> None:
        """Show what would be set and what would still be missing."""
        self._proposed = (request, proposal)
        self._gaps.set_rows([*proposal.unmet, *refused_of(proposal.cells, request)])
        rows = min(self._gaps.total, _ROWS_OF_GAPS) * ROW_COMPACT
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows)
        self._say()
        self._show_step()
        (self.done_button if proposal.cells else self.cancel_button).setFocus()

    @property
    def told(self) -> list[str]:
        """What stands in the dialog now, from top to bottom; what is not met at the end."""
        shown = [label.text() for label in (self._promise, self._so_far, self._filled) if not label.isHidden()]
        gaps = [f"{self._said.day(one.day)} {self._said.gap(one)}" for one in self._gaps.rows_at_hand()]
        return [*self.said, *([self._verdict.text] if self._verdict.text else []), *shown, *gaps]

    def submit(self) -> None:
        if self._proposed is None:
            self.search_asked.emit()
        else:
            self.accept_asked.emit(*self._proposed)
