"""The People page of the Roster tab: the list, the card of each, and what comes in from a workbook."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Change, Context, EntriesTarget, PersonTarget, SheetTarget
from csdesk.ui.roster.intake_dialog import IntakeDialog
from csdesk.ui.roster.intake_work import IntakeWork
from csdesk.ui.roster.leave_dialog import LeaveDialog
from csdesk.ui.roster.people_card import PeopleCard
from csdesk.ui.roster.person_card import PersonCard
from csdesk.ui.roster.person_dialog import PersonDialog
from csdesk.ui.roster.workbooks import Workbooks
from csdesk.ui.tokens import CARD_GAP, NARROW_PAGE


class PeoplePage(Retranslated, QWidget):
    """The page. said(text, undo or None), said_with_action(text, verb, act): messages that need no answer.

    summary(text): of the selection. target_asked(target): another tab shall show it.
    """

    said = Signal(str, object)
    said_with_action = Signal(str, str, object)
    summary = Signal(str)
    target_asked = Signal(object)

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._month = Month.of(desk.today())
        self._is_front = True
        self.people = PeopleCard(desk, context, self)
        self.person = PersonCard(desk, context, self)
        self.workbooks = Workbooks(desk, context, self)
        self._intake: IntakeWork | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        row.addWidget(self.people, 1)
        row.addWidget(self.person)
        self._make_actions()
        self._connect()
        self.retranslate()
        self._enable_actions()

    def _make_actions(self) -> None:
        self._edit_action = QAction(icons.icon("pencil-simple"), "", self)
        self._edit_action.setShortcut(QKeySequence("F2"))
        self._edit_action.triggered.connect(self._edit_current)
        self._leave_action = QAction(icons.icon("sign-out"), "", self)
        self._leave_action.triggered.connect(self._leave_current)
        self._appraisal_action = QAction(icons.icon("medal"), "", self)
        self._appraisal_action.triggered.connect(self._show_appraisal)
        self._entries_action = QAction(icons.icon("note-pencil"), "", self)
        self._entries_action.triggered.connect(self._show_entries)
        self._template_action = QAction(icons.icon("table"), "", self)
        self._template_action.triggered.connect(self.workbooks.ask_template)
        self._of_person = [self._edit_action, self._leave_action, self._appraisal_action, self._entries_action]
        self.people.set_row_actions(self._of_person)

    def _connect(self) -> None:
        self.people.current_changed.connect(self._show_current)
        self.people.table.selectionModel().selectionChanged.connect(self._enable_actions)
        self.people.opened.connect(self.edit)
        self.people.summary_changed.connect(self.summary)
        self.people.add_asked.connect(self.add)
        self.people.import_asked.connect(self.workbooks.ask)
        self.person.edit_asked.connect(self._edit_current)
        self.person.leave_asked.connect(self._leave_current)
        self.person.appraisal_asked.connect(self._show_appraisal)
        self.person.entries_asked.connect(self._show_entries)
        self.workbooks.chosen.connect(self.take_in)
        self.workbooks.said.connect(lambda text: self.said.emit(text, None))
        self.workbooks.said_with_action.connect(self.said_with_action)

    def retranslate(self) -> None:
        self._edit_action.setText(self.tr("Edit person…"))
        self._leave_action.setText(self.tr("Record leaving…"))
        self._appraisal_action.setText(self.tr("Show appraisal"))
        self._entries_action.setText(self.tr("Show entries"))
        self._template_action.setText(self.tr("Save empty workbook…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.person.set_narrow(self.width() < NARROW_PAGE)

    # What the tab calls

    def bring(self, front: bool) -> None:
        """Show the actions while the page is in front."""
        self._is_front = front
        for action in self.actions_of_page():
            action.setVisible(front)
        self._enable_actions()

    def set_month(self, month: Month) -> None:
        """Show `month` on the card."""
        self._month = month
        self._show_current()

    def reload(self, change: Change) -> None:
        """Show what was written."""
        if change in (Change.PEOPLE, Change.EVERYTHING):
            self.people.reload()
        if change is not Change.ROSTER:
            self.person.reload()
        self._enable_actions()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.people.search.setFocus()
        self.people.search.selectAll()

    def show_target(self, target: PersonTarget) -> bool:
        """Show somebody's card; False where there is no such person."""
        person = self._desk.people.get(target.employee_id)
        if person is None or not self.people.show_person(person):
            return False
        self.people.table.setFocus()
        return True

    def actions_of_page(self) -> list[QAction]:
        """Return the actions of the page."""
        return [*self._of_person, self._template_action]

    @property
    def is_writing(self) -> bool:
        """Whether an import is being written."""
        return self._intake is not None and self._intake.is_writing

    # The person with the cursor

    def _current(self) -> Employee | None:
        """Return whose card is shown, as on file now."""
        return self.person.person

    def _show_current(self) -> None:
        chosen: Employee | None = self.people.table.current_row()
        self.person.show_person(chosen.id if chosen is not None else None, self._month)
        self._enable_actions()

    def _enable_actions(self) -> None:
        person = self._current()
        is_one = person is not None and len(self.people.chosen) <= 1 and self._is_front
        self._template_action.setEnabled(self._is_front)
        for action in self._of_person:
            action.setEnabled(is_one)
        self._leave_action.setEnabled(is_one and person is not None and person.left is None)
        self._appraisal_action.setEnabled(is_one and not self.person.appraisal_button.isHidden())

    def _show_appraisal(self) -> None:
        person = self._current()
        if person is not None:
            self.target_asked.emit(SheetTarget(person.id, self._month))

    def _show_entries(self) -> None:
        person = self._current()
        if person is not None:
            self.target_asked.emit(EntriesTarget(self._month, employee_id=person.id))

    # Adding, editing, leaving

    def add(self) -> None:
        """Open the form for somebody new."""
        dialog = PersonDialog(None, self._desk, self._context, self)
        dialog.filled.connect(partial(self._add, dialog))
        dialog.open()

    def _add(self, dialog: PersonDialog, draft: PersonDraft) -> None:
        try:
            outcome = self._desk.people.add(draft)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        self._show_written(outcome)
        self.said.emit(self.tr("Added: {number} {name}").format(number=outcome.number, name=outcome.name), None)

    def _edit_current(self) -> None:
        person = self._current()
        if person is not None:
            self.edit(person)

    def edit(self, person: Employee) -> None:
        """Open the form with somebody's line."""
        dialog = PersonDialog(person, self._desk, self._context, self)
        dialog.filled.connect(partial(self._change, dialog))
        dialog.open()

    def _change(self, dialog: PersonDialog, draft: PersonDraft) -> None:
        before = dialog.person
        assert before is not None  # The form was opened with somebody's line.
        if draft == PersonDraft.of(before):
            dialog.accept()
            return
        try:
            outcome = self._desk.people.change(before.id, before.rev, draft)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            now = self._desk.people.get(before.id)
            if _is_stale(outcome) and now is not None:
                dialog.show_overtaken(now)
                self._context.refresh.announce(Change.PEOPLE)
            else:
                dialog.show_problems(outcome)
            return
        dialog.accept()
        self._show_written(outcome)
        self.said.emit(self.tr("Saved: {name}").format(name=outcome.name), partial(self._put_back, before, outcome))

    def _leave_current(self) -> None:
        person = self._current()
        if person is not None:
            dialog = LeaveDialog(person, self._desk, self._context, self)
            dialog.filled.connect(partial(self._leave, dialog))
            dialog.open()

    def _leave(self, dialog: LeaveDialog, day: date) -> None:
        before = dialog.person
        try:
            outcome = self._desk.people.leave(before.id, before.rev, day)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            dialog.person = self._desk.people.get(before.id) or before
            return
        dialog.accept()
        self._show_written(outcome)
        left = self._context.texts.day(outcome.left) if outcome.left is not None else ""
        said = self.tr("{name}'s last day is recorded: {day}").format(name=outcome.name, day=left)
        self.said.emit(said, partial(self._put_back, before, outcome))

    def _put_back(self, before: Employee, after: Employee) -> None:
        """Undo a change: write the line as it was before, if nobody changed it since."""
        try:
            outcome = self._desk.people.change(after.id, after.rev, PersonDraft.of(before))
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            self._context.ask.sorry(self.tr("Could not be undone"), outcome)
            return
        self._show_written(outcome)
        self.said.emit(self.tr("Undone: {name}").format(name=outcome.name), None)

    # Workbooks

    def take_in(self, path: Path) -> None:
        """Read the workbook at `path`, and open its check list before anything is imported."""
        self._intake = IntakeWork(path, self._desk, self._context)
        dialog = IntakeDialog(self._intake, self._context, self)
        dialog.imported.connect(self._took_in)
        dialog.list_asked.connect(self.workbooks.ask_list)
        dialog.finished.connect(self._end_intake)
        dialog.open()

    def _took_in(self, said: str) -> None:
        self._context.refresh.announce(Change.EVERYTHING)
        self.said.emit(said, None)

    def _end_intake(self) -> None:
        self._intake = None

    def _show_written(self, person: Employee) -> None:
        self._context.refresh.announce(Change.PEOPLE)
        self.people.show_person(person)
        self._show_current()


def _is_stale(problems: list[Problem]) -> bool:
    return any(problem.code == "person.stale" for problem in problems)
