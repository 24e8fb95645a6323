"""What is done with handovers: record, sign, refuse, close a problem, log, print; each tells what became of it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.employee import Employee
from csdesk.core.handover import Handover, HandoverDraft, OpenProblem, Party
from csdesk.core.incidents import Incident
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.handovers import HandoverProposal
from csdesk.ui.dialogs.note import NoteDialog, NoteWords
from csdesk.ui.duty.duty_page import Say, rule_of
from csdesk.ui.duty.handover_words import HandoverWords
from csdesk.ui.duty.proposals_card import Offered
from csdesk.ui.page import Context

if TYPE_CHECKING:
    from csdesk.core.words import Language
    from csdesk.desk.roster_papers import DutyJob, RosterPapers
    from csdesk.ui.duty_writing import DutyWriting

Written = TypeVar("Written", Handover, OpenProblem)


class HandoverWork(QObject):
    """The work. changed(id of a handover or None): something was written, and the handover is to be looked at.

    logged(Incident): what was proposed stands in the log. told(text, what its button does, verb): a paper is there.
    """

    changed = Signal(object)
    logged = Signal(object)
    told = Signal(str, object, str)

    def __init__(self, desk: Desk, context: Context, said: HandoverWords, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._context = context
        self._words = said
        self._say = say
        self._window = window
        self._writing: DutyWriting | None = None

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

    # What a missing or refused one leads to

    def offered(self, day: date) -> list[Offered]:
        """Return what is to be logged of a day."""
        return [self._offered(one) for one in self._desk.handovers.proposals(day)]

    def _offered(self, proposal: HandoverProposal) -> Offered:
        texts, draft = self._context.texts, proposal.draft
        rule = rule_of(self._desk, draft)
        points: tuple[tuple[int, str], ...] = ()
        if rule is not None:
            points = ((rule.hardest, texts.points(rule.hardest, signed=True)),)
        title = f"{draft.code}  {texts.of(rule.title)}" if rule is not None else draft.code
        what = self.tr("refused: {handover}") if proposal.is_refused else self.tr("no record: {handover}")
        moment = f"{draft.time:%H:%M} " if draft.time is not None else ""
        people: tuple[Employee, ...] = proposal.people or tuple(
            person for person in self._desk.people.all() if person.employed_on(draft.day)
        )
        who = people[0].name if len(people) == 1 else ""
        why = what.format(handover=f"{moment}{draft.note}")
        why = why if who else why[:1].upper() + why[1:]
        return Offered(who, why, title, draft.code, points, partial(self._confirm, proposal), people)

    def _confirm(self, proposal: HandoverProposal, _points: int | None, who: str | None) -> None:
        try:
            outcome = self._desk.handovers.confirm(proposal, who)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, Incident):
            self.logged.emit(outcome)
            return
        self._context.ask.sorry(self.tr("Not logged"), outcome)
        self.changed.emit(None)

    # Paper

    def print(self, record: Handover) -> None:
        """Ask where the form of a record goes, then make it beside the window."""
        self._print(lambda papers, language: papers.handover(record.id, language))

    def print_blank(self) -> None:
        """Ask where a blank form goes, then make it beside the window."""
        self._print(lambda papers, language: papers.blank_handover(language))

    def _print(self, job_of: "Callable[[RosterPapers, Language], DutyJob | list[Problem]]") -> None:
        try:
            job = job_of(self._desk.roster_papers, self._context.speech.language)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if self._writing is None:
            from csdesk.ui.duty_writing import DutyWriting  # with what papers are made of, for those who print

            self._writing = DutyWriting(self._desk, self._context, self._window)
            self._writing.said.connect(self.told)
        self._writing.ask_where(job, self.tr("Save the handover form"))
