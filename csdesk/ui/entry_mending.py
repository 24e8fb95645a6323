"""Voiding and correcting entries: asks why, writes, and tells what became of it. Loaded when somebody first does."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import EntryRow
from csdesk.ui.dialogs.void_entries import VoidDialog
from csdesk.ui.log.correct_entry import CorrectDialog, Correction
from csdesk.ui.log.entry_words import EntryWords
from csdesk.ui.page import Change, Context


class Mending(QObject):
    """The work. said(text): a message. corrected(Incident): the entry that has taken the place of another."""

    said = Signal(str)
    corrected = Signal(object)

    def __init__(self, desk: Desk, context: Context, words: EntryWords, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._context = context
        self._words = words
        self._window = window

    def _named(self, row: EntryRow) -> str:
        texts = self._context.texts
        title = self._words.title(row, self._desk.rulebooks(), texts)
        short = self._words.short(row, texts, self._desk.today())
        return f"{row.employee.name}  ·  {short}  ·  {title}"

    # Voiding

    def void(self, rows: Sequence[EntryRow]) -> None:
        """Ask why, then void these entries."""
        dialog = VoidDialog([self._named(row) for row in rows], self._context.texts, self._window)
        dialog.filled.connect(partial(self._void, dialog, rows))
        dialog.open()

    def _void(self, dialog: VoidDialog, rows: Sequence[EntryRow], reason: str) -> None:
        problems = self.void_all([row.incident for row in rows], reason)
        if problems is None:
            return
        if problems:
            dialog.show_problems(problems)
            return
        dialog.accept()
        one = self.tr("Voided; tick “Show voided” to see it.")
        many = self.tr("{count} entries voided; tick “Show voided” to see them.").format(count=len(rows))
        self.said.emit(one if len(rows) == 1 else many)

    def void_all(self, incidents: Sequence[Incident], reason: str) -> list[Problem] | None:
        """Void the entries; those before a failing one stay voided and are shown so. None: the world failed, told."""
        problems: list[Problem] | None = []
        try:
            for incident in incidents:
                outcome = self._desk.incidents.void(incident.id, incident.rev, reason)
                if not isinstance(outcome, Incident):
                    problems = outcome
                    break
        except Unavailable as failure:
            self._context.ask.failed(failure)
            problems = None
        self._context.refresh.announce(Change.INCIDENTS)
        return problems

    # Correcting

    def correct(self, row: EntryRow) -> None:
        """Open the form that corrects an entry, or say why it cannot be corrected."""
        month = Month.of(row.incident.day)
        if row.incident.is_void:
            self.said.emit(self._words.void(row.incident, self._context.texts, self._desk.now()))
        elif month in self._desk.closed_months():
            self.said.emit(self._context.texts.problem(Problem.at("", "month.closed", month=month)))
        else:
            dialog = CorrectDialog(row, self._named(row), self._desk, self._context, self._window)
            dialog.filled.connect(partial(self._correct, dialog, row))
            dialog.open()

    def _correct(self, dialog: CorrectDialog, row: EntryRow, correction: Correction) -> None:
        try:
            outcome = self._desk.incidents.correct(
                row.incident.id, row.incident.rev, correction.draft, correction.reason
            )
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if not isinstance(outcome, Incident):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        self.corrected.emit(outcome)
        self.said.emit(self.tr("Corrected; the old entry is voided: tick “Show voided” to see it."))
