"""What is done with handovers: record, sign, refuse, close a problem, print; each tells what became of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from csdesk.core.handover import Handover, HandoverDraft, OpenProblem, Party
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui.dialogs.note import NoteDialog, NoteWords
from csdesk.ui.duty.duty_page import Say
from csdesk.ui.duty.handover_words import HandoverWords
from csdesk.ui.page import Context

if TYPE_CHECKING:
    from csdesk.desk.roster_papers import DutyJob

Written = TypeVar("Written", Handover, OpenProblem)


class HandoverWork(QObject):
    """The work. changed(id of a handover or None): something was written, and the handover is to be looked at.

    told(text, what its button does, verb): a paper is there.
    """

    changed = Signal(object)
    told = Signal(str, object, str)

    def __init__(self, desk: Desk, context: Context, said: HandoverWords, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._context = context
        self._words = said
        self._say = say
        self._window = window

    def record(self, draft: HandoverDraft) -> list[Problem]:
        """Record a handover; return what is wrong with it."""
        outcome = self._do(lambda: self._desk.handovers.record(draft))
        if isinstance(outcome, Handover):
            self._say(self.tr("Recorded: {handover}. Now both sign.").format(handover=self._named(outcome)))
            self.changed.emit(outcome.id)
        return outcome if isinstance(outcome, list) else []

    def sign(self, record: Handover, party: Party) -> None:
        """Record that somebody has signed."""
        outcome = self._do(lambda: self._desk.handovers.acknowledge(record.id, record.rev, party))
        if isinstance(outcome, Handover):
            signer = outcome.given_by_id if party == "given" else outcome.taken_by_id
            said = self.tr("{name} has signed: {handover}")
            self._say(said.format(name=self._words.name(signer), handover=self._named(outcome)))
        self._settle(outcome, record.id)

    def refuse(self, record: Handover) -> None:
        """Ask why the relief refuses a record, then record that."""
        said = NoteWords(
            self.tr("Refuse this handover"),
            self._named(record),
            self.tr("Refuse"),
            example=self.tr("For example: the equipment list is not filled in"),
        )
        dialog = NoteDialog(said, self._context.texts, self._window)
        dialog.filled.connect(partial(self._refuse, dialog, record))
        dialog.open()

    def _refuse(self, dialog: NoteDialog, record: Handover, reason: str) -> None:
        outcome = self._do(lambda: self._desk.handovers.refuse(record.id, record.rev, reason))
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
        elif outcome is not None:
            dialog.accept()
            self._say(self.tr("Refused: {handover}").format(handover=self._named(outcome)))
            self.changed.emit(outcome.id)

    def close_problem(self, problem: OpenProblem) -> None:
        """Ask how a problem ended, then close it."""
        said = NoteWords(
            self.tr("Close this problem"),
            problem.text,
            self.tr("Close problem"),
            example=self.tr("For example: refund arrived, customer called back"),
            label=self.tr("How it ended (may stay empty)"),
        )
        dialog = NoteDialog(said, self._context.texts, self._window, "note")
        dialog.filled.connect(partial(self._close_problem, dialog, problem))
        dialog.open()

    def _close_problem(self, dialog: NoteDialog, problem: OpenProblem, note: str) -> None:
        outcome = self._do(lambda: self._desk.handovers.close_problem(problem.id, problem.rev, note))
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
        elif outcome is not None:
            dialog.accept()
            self._say(self.tr("Closed: {problem}").format(problem=outcome.text))
            self.changed.emit(None)

    def _named(self, record: Handover) -> str:
        pair = self._words.pair(record.from_shift_id, record.to_shift_id)
        return f"{pair} · {self._words.day(record.day)} {record.time:%H:%M}"

    def _do(self, act: Callable[[], Written | list[Problem]]) -> Written | list[Problem] | None:
        """Do it; None where the world failed, which is told."""
        try:
            return act()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return None

    def _settle(self, outcome: object, record_id: str) -> None:
        if isinstance(outcome, list):
            self._context.ask.sorry(self.tr("Not signed"), outcome)
        self.changed.emit(record_id)

    # Paper

    def print(self, record: Handover) -> None:
        """Ask where the form goes, then make it beside the window."""
        job = self._desk.roster_papers.handover(record.id, self._context.speech.language)
        if isinstance(job, list):
            self._context.ask.sorry(self.tr("Not printed"), job)
            return
        if job.unprintable:
            self._context.ask.sorry(self.tr("Some characters cannot be printed"), list(job.unprintable))
        dialog = QFileDialog(self._window, self.tr("Save the handover form"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Paper (*.pdf)"))
        dialog.selectFile(job.file_name)
        dialog.fileSelected.connect(lambda path: self._put_out(job, Path(path)))
        dialog.open()

    def _folder(self) -> str:
        return self._context.preferences.last_folder or str(self._desk.path.parent)

    def _put_out(self, job: "DutyJob", path: Path) -> None:
        from csdesk.ui.duty_writing import DutyWriting  # with what papers are made of, for those who print

        writing = DutyWriting(self._desk, self._context, self._window)
        writing.said.connect(self.told)
        writing.print(job, path)
