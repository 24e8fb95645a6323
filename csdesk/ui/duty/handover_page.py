"""The page Handover: what is due on a day, its form, who has signed, the month's records, what is still open."""

from collections import Counter
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from csdesk.core.handover import Handover, HandoverDraft, OpenProblem
from csdesk.desk.desk import Desk
from csdesk.desk.handovers import DueHandover
from csdesk.ui.duty.day_bar import DayBar
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.duty.duty_page import DutyPage, Say
from csdesk.ui.duty.handover_cards import DueCard, OpenProblemsCard, RecordsCard
from csdesk.ui.duty.handover_form import HandoverForm
from csdesk.ui.duty.handover_record import HandoverRecord
from csdesk.ui.duty.handover_words import HandoverWords
from csdesk.ui.duty.handover_work import HandoverWork
from csdesk.ui.duty.proposals_card import ProposalsCard
from csdesk.ui.page import Change, Context
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_GAP
from csdesk.ui.widgets.cards import Card, steady
from csdesk.ui.widgets.table import DataTable

PANEL = 432
OPEN_PROBLEMS = 184


class HandoverPage(DutyPage):
    """The page."""

    def __init__(self, desk: Desk, context: Context, actions: DutyActions, say: Say, parent: QWidget) -> None:
        super().__init__(desk, context, actions, say, parent)
        self._is_showing = False
        self._shown: date | None = None
        self._words = HandoverWords(desk, lambda: context.texts, self)
        self.work = HandoverWork(desk, context, self._words, say, self)
        self._build(desk, context, actions)
        self._connect()
        self.retranslate()

    def _build(self, desk: Desk, context: Context, actions: DutyActions) -> None:
        """Make everything where it will stand: moving a card with all that is on it takes longer than making it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        left, right = QWidget(self), QWidget(self)
        right.setFixedWidth(PANEL)
        self.due = DueCard(context, self._words, desk.today, left)
        self.day_bar = DayBar(desk, context, actions)
        self.proposals = ProposalsCard(left, is_wide=True)
        self.records = RecordsCard(desk, context, self._words, left)
        self.search = self.records.search
        paper = self._paper(desk, context, actions, right)
        self.problems = OpenProblemsCard(context, self._words, actions, right)
        self.problems.setFixedHeight(OPEN_PROBLEMS)
        cards: tuple[tuple[Card, int], ...]
        for beside, cards in (
            (left, ((self.due, 6), (self.proposals, 0), (self.records, 5))),
            (right, ((paper, 1), (self.problems, 0))),
        ):
            column = QVBoxLayout(beside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(CARD_GAP)
            for card, stretch in cards:
                column.addWidget(card, stretch)
            row.addWidget(beside, 1 if beside is left else 0)

    def _paper(self, desk: Desk, context: Context, actions: DutyActions, parent: QWidget) -> Card:
        """Return the card with the form, and the record in its place where one is looked at."""
        paper = Card(parent)
        area = QScrollArea(paper)
        paper.body.addWidget(area)
        inner = QWidget()
        look(inner, "clear")
        area.setWidget(inner)
        area.setWidgetResizable(True)
        column = QVBoxLayout(inner)
        steady(area, column)
        self._stack = QStackedWidget(inner)
        column.addWidget(self._stack)
        self.form = HandoverForm(desk, context, self._stack)
        self.record = HandoverRecord(context, self._words, actions, self._stack)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.record)
        return paper

    def _connect(self) -> None:
        actions = self.actions_offered
        self.day_bar.day_asked.connect(self.go_to_day)
        # Not the row with the cursor: Qt gives one to a table that the focus only passes through.
        self.due.table.selectionModel().selectionChanged.connect(lambda: self._due_chosen(_chosen(self.due.table)))
        self.due.table.opened.connect(self._due_opened)
        chosen = self.records.table.selectionModel().selectionChanged
        chosen.connect(lambda: self._record_chosen(_chosen(self.records.table)))
        self.problems.table.selectionModel().selectionChanged.connect(self.enable)
        for table in (self.due.table, self.records.table, self.problems.table):
            table.summary_changed.connect(self.summary)
        self.form.asked.connect(self._record)
        self.record.new_asked.connect(self.start_new)
        self.record.print_asked.connect(self.print)
        self.form.print_asked.connect(self.work.print_blank)
        self.work.changed.connect(self._changed)
        self.work.logged.connect(self.say_logged)
        self.work.told.connect(self.told)
        actions.sign_given.triggered.connect(lambda: self._sign("given"))
        actions.sign_taken.triggered.connect(lambda: self._sign("taken"))
        actions.refuse.triggered.connect(self._refuse)
        actions.close_problem.triggered.connect(self._close_problem)
        actions.print_blank.triggered.connect(self.work.print_blank)

    def retranslate(self) -> None:
        if self._shown is not None:
            self.reload(Change.EVERYTHING)

    # What the tab calls

    def go_to_first(self) -> None:
        self.due.table.setFocus()
        self.enable()

    def start_new(self) -> bool:
        """Show the empty form."""
        self._show_form()
        self.form.start()
        return True

    def print(self) -> None:
        """Print the record in sight; where none is, a blank form to be filled in by hand."""
        shown = self.record.record if self._stack.currentWidget() is self.record else None
        if shown is None:
            self.work.print_blank()
        else:
            self.work.print(shown)

    def go_to_proposals(self) -> None:
        """Put the cursor on the first entry to be logged."""
        if not self.proposals.go_to():
            self.say(self.tr("No handover of this day is to be logged."))

    @property
    def may_leave(self) -> bool:
        return self.form.is_blank

    # Reading and showing

    def read(self) -> None:
        handovers, closed = self.desk.handovers, self.closed
        is_other_day, self._shown = self._shown != self.day, self.day
        self._words.refresh()
        still_open = handovers.open_problems(self.desk.today())
        self._is_showing = True
        self.due.model.set_rows(handovers.due(self.day))
        records = handovers.of(self.month.first, self.month.last)
        self.records.show_records(self.month, records, Counter(one.handover_id for one in still_open))
        self.problems.model.set_rows(still_open)
        self._is_showing = False
        self.problems.say_count()
        self.day_bar.show_day(self.day)
        self.form.set_day(self.day, closed)
        self._offer()
        self._say_title()
        if is_other_day:
            self._choose_due()
        else:
            self._show_record_again()
        self.enable()

    def _choose_due(self) -> None:
        """Put the cursor on the first change of shift that has no record yet, else on the first."""
        rows = self.due.model.rows_at_hand()
        numbers = [number for number, due in enumerate(rows) if due.handover is None]
        self.due.table.setCurrentIndex(QModelIndex())
        if rows:
            self.due.table.selectRow((numbers or [0])[0])
        else:
            self.form.begin(None)
            self._show_form()

    def _say_title(self) -> None:
        texts = self.context.texts
        title = self.tr("{weekday}, {day}").format(weekday=self.day_bar.weekday(), day=texts.day(self.day))
        count = self.due.model.total
        changes = self.tr("1 change of shift") if count == 1 else self.tr("{count} changes of shift")
        self.due.set_title(title, changes.format(count=count) if count else "")

    def _offer(self) -> None:
        self.proposals.offer(self.work.offered(self.day) if self.closed is None else [])

    def enable(self) -> None:
        """Let the menu offer what can be done now."""
        is_record = self._stack.currentWidget() is self.record
        self.record.enable(is_front=is_record)
        self.actions_offered.close_problem.setEnabled(_chosen(self.problems.table) is not None)

    # Form and record

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.enable()

    def _show_record(self, record: Handover) -> None:
        self.record.show_record(record, self.desk.handovers.problems_of(record.id), self.closed)
        self._stack.setCurrentWidget(self.record)
        self.enable()

    def _show_record_again(self) -> None:
        """Show the record in sight as it is now."""
        shown = self.record.record
        if self._stack.currentWidget() is self.record and shown is not None:
            record = self.desk.handovers.get(shown.id)
            if record is not None:
                self._show_record(record)

    def _due_chosen(self, due: DueHandover | None) -> None:
        if due is None or self._is_showing:
            return
        self.records.table.clearSelection()
        if due.handover is not None and not due.handover.is_refused:
            self._show_record(due.handover)
        else:
            self.form.begin(due)
            self._show_form()

    def _due_opened(self, due: DueHandover) -> None:
        self._due_chosen(due)
        if self._stack.currentWidget() is self.form:
            self.form.start()

    def _record_chosen(self, record: Handover | None) -> None:
        if record is not None and not self._is_showing:
            self.due.table.clearSelection()
            self._show_record(record)

    def _changed(self, handover_id: str | None) -> None:
        self.reload(Change.EVERYTHING)
        record = self.desk.handovers.get(handover_id) if handover_id is not None else None
        if record is not None:
            self._show_record(record)

    # What is done

    def _record(self, draft: HandoverDraft) -> None:
        problems = self.work.record(draft)
        self.form.show_problems(problems)
        if not problems and self._stack.currentWidget() is self.record:
            self.form.clear()
            self.due.table.setFocus()

    def _sign(self, party: str) -> None:
        if self.record.record is not None:
            self.work.sign(self.record.record, "given" if party == "given" else "taken")

    def _refuse(self) -> None:
        if self.record.record is not None:
            self.work.refuse(self.record.record)

    def _close_problem(self) -> None:
        problem: OpenProblem | None = _chosen(self.problems.table)
        if problem is not None:
            self.work.close_problem(problem)


def _chosen(table: DataTable) -> Any:  # a row of whichever of the tables
    """Return the selected row, the first of several; None where none is."""
    return next(iter(table.selected_rows()), None)
