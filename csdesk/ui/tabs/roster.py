"""The Roster tab: the people of the team with the card of each, the calendar of their shifts, and what workbooks bring.

The calendar is loaded when it is first looked at.
"""

from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui import icons
from csdesk.ui.dialogs.intake import IntakeDialog
from csdesk.ui.dialogs.leave import LeaveDialog
from csdesk.ui.dialogs.person import PersonDialog
from csdesk.ui.page import Change, Command, Context, EntriesTarget, Page, PersonTarget, SheetTarget, Target
from csdesk.ui.roster.calendar_actions import CalendarActions
from csdesk.ui.roster.intake_work import IntakeWork
from csdesk.ui.roster.people_card import PeopleCard
from csdesk.ui.roster.person_card import PersonCard
from csdesk.ui.roster.workbooks import Workbooks
from csdesk.ui.tokens import CARD_GAP, GAP, NARROW_PAGE
from csdesk.ui.widgets.action_buttons import ActionButtons
from csdesk.ui.widgets.cards import SegmentBar

if TYPE_CHECKING:
    from csdesk.ui.roster.calendar_page import CalendarPage

_KEPT = "roster/page"
PEOPLE, SHIFTS = 0, 1
HOLIDAYS_AFTER = 1000
"""Milliseconds until the holidays are read ahead: what is looked at first comes first."""


class RosterPage(Page):
    """The tab."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.NEW, Command.IMPORT})

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        self.people = PeopleCard(desk, context)
        self.person = PersonCard(desk, context)
        self.workbooks = Workbooks(desk, context, self)
        self._intake: IntakeWork | None = None
        self._calendar: CalendarPage | None = None
        self.calendar_actions = CalendarActions(self)
        self.segments = SegmentBar()
        self._lay_out()
        self._make_actions()
        self._connect()
        self.retranslate()
        QTimer.singleShot(HOLIDAYS_AFTER, self, self._know_holidays)
        self.segments.choose(SHIFTS if context.preferences.text(_KEPT) == "shifts" else PEOPLE)
        self._enable_actions()

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.segments, 1)
        actions = self.calendar_actions
        self._tools = ActionButtons((actions.shifts, actions.copy_week, actions.rotate, actions.days))
        head.addWidget(self._tools)
        self._tools.hide()
        people = QWidget()
        row = QHBoxLayout(people)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CARD_GAP)
        row.addWidget(self.people, 1)
        row.addWidget(self.person)
        self._stack = QStackedWidget()
        self._stack.addWidget(people)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)

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
        self.segments.chosen.connect(self.show_segment)
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
        self.workbooks.said.connect(self.say)
        self.workbooks.said_with_action.connect(self.say_action)

    def retranslate(self) -> None:
        self._edit_action.setText(self.tr("Edit person…"))
        self._leave_action.setText(self.tr("Record leaving…"))
        self._appraisal_action.setText(self.tr("Show appraisal"))
        self._entries_action.setText(self.tr("Show entries"))
        self._template_action.setText(self.tr("Save empty workbook…"))
        self.segments.set_names([self.tr("People"), self.tr("Shifts")])
        self.calendar_actions.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.person.set_narrow(self.width() < NARROW_PAGE)

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        self._show_current()
        if self.is_calendar_front:
            self.calendar.set_month(month)

    def reload(self, change: Change) -> None:
        if change in (Change.PEOPLE, Change.EVERYTHING):
            self.people.reload()
        if change is not Change.ROSTER:
            self.person.reload()
        if self._calendar is not None:
            self._calendar.reload(change)
        self._enable_actions()

    def shown(self) -> None:
        self._bring_segment()
        if self.is_calendar_front:
            self.calendar.shown()
        else:
            self.people.go_to_table()

    def focus_search(self) -> None:
        if self.is_calendar_front:
            self.calendar.focus_search()
        else:
            self.people.search.setFocus()
            self.people.search.selectAll()

    def do(self, command: Command, path: Path | None = None) -> None:
        if command is Command.NEW and self.is_calendar_front:
            self.calendar.work.show_shifts()
        elif command is Command.NEW:
            self.add()
        elif command is Command.IMPORT and path is not None:
            self.take_in(path)
        elif command is Command.IMPORT:
            self.workbooks.ask()
        else:
            super().do(command, path)

    def open(self, target: Target) -> bool:
        person = self._desk.people.get(target.employee_id) if isinstance(target, PersonTarget) else None
        if person is None:
            return False
        self.show_segment(PEOPLE)
        if not self.people.show_person(person):
            return False
        self.people.table.setFocus()
        return True

    def page_actions(self) -> list[QAction]:
        return [*self._of_person, self._template_action, *self.calendar_actions.all]

    def may_leave(self) -> bool:
        return self._intake is None or not self._intake.is_writing

    # People | Shifts

    @property
    def is_calendar_front(self) -> bool:
        """Whether the calendar of the shifts is looked at, and not the people."""
        return self.segments.current == SHIFTS

    @property
    def calendar(self) -> "CalendarPage":
        """The calendar, made when it is first asked for."""
        if self._calendar is None:
            from csdesk.ui.roster.calendar_page import CalendarPage

            made = self._calendar = CalendarPage(self._desk, self.context, self.calendar_actions)
            made.summary.connect(self.summary)
            made.people_asked.connect(partial(self.show_segment, PEOPLE))
            made.work.said.connect(self.say)
            self._stack.addWidget(made)
            self._head.insertWidget(1, made.finder)
        return self._calendar

    def show_segment(self, number: int) -> None:
        """Go to the people or to the calendar; the window remembers which."""
        self.segments.choose(number)
        self.context.preferences.keep(_KEPT, "shifts" if number == SHIFTS else "people")
        self.summary.emit("")
        self.shown()

    def _know_holidays(self) -> None:
        """Let the public holidays be known before the calendar asks for them; it takes longer than a key may."""
        from csdesk.desk.calendar import load  # the first tab need not wait for it

        days = (self._month.previous.first, self._month.next.last)
        Thread(target=load, args=days, daemon=True).start()

    def _bring_segment(self) -> None:
        """Show the chosen page with its actions."""
        is_calendar = self.is_calendar_front
        self.calendar_actions.bring(is_calendar)
        self._tools.setVisible(is_calendar)
        for action in (*self._of_person, self._template_action):
            action.setVisible(not is_calendar)
        if self._calendar is not None:
            self._calendar.finder.setVisible(is_calendar)
        if is_calendar:
            self._stack.setCurrentWidget(self.calendar)
            self.calendar.set_month(self._month)
        else:
            self._stack.setCurrentIndex(PEOPLE)
        self._enable_actions()

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
        is_one = person is not None and len(self.people.chosen) <= 1 and not self.is_calendar_front
        self._template_action.setEnabled(not self.is_calendar_front)
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
        dialog = PersonDialog(None, self._desk, self.context, self)
        dialog.filled.connect(partial(self._add, dialog))
        dialog.open()

    def _add(self, dialog: PersonDialog, draft: PersonDraft) -> None:
        try:
            outcome = self._desk.people.add(draft)
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        self._show_written(outcome)
        self.say(self.tr("Added: {number} {name}").format(number=outcome.number, name=outcome.name))

    def _edit_current(self) -> None:
        person = self._current()
        if person is not None:
            self.edit(person)

    def edit(self, person: Employee) -> None:
        """Open the form with somebody's line."""
        dialog = PersonDialog(person, self._desk, self.context, self)
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
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            now = self._desk.people.get(before.id)
            if _is_stale(outcome) and now is not None:
                dialog.show_overtaken(now)
                self.context.refresh.announce(Change.PEOPLE)
            else:
                dialog.show_problems(outcome)
            return
        dialog.accept()
        self._show_written(outcome)
        self.say(self.tr("Saved: {name}").format(name=outcome.name), undo=partial(self._put_back, before, outcome))

    def _leave_current(self) -> None:
        person = self._current()
        if person is not None:
            dialog = LeaveDialog(person, self._desk, self.context, self)
            dialog.filled.connect(partial(self._leave, dialog))
            dialog.open()

    def _leave(self, dialog: LeaveDialog, day: date) -> None:
        before = dialog.person
        try:
            outcome = self._desk.people.leave(before.id, before.rev, day)
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            dialog.person = self._desk.people.get(before.id) or before
            return
        dialog.accept()
        self._show_written(outcome)
        left = self.context.texts.day(outcome.left) if outcome.left is not None else ""
        said = self.tr("{name}'s last day is recorded: {day}").format(name=outcome.name, day=left)
        self.say(said, undo=partial(self._put_back, before, outcome))

    def _put_back(self, before: Employee, after: Employee) -> None:
        """Undo a change: write the line as it was before, if nobody changed it since."""
        try:
            outcome = self._desk.people.change(after.id, after.rev, PersonDraft.of(before))
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            self.context.ask.sorry(self.tr("Could not be undone"), outcome)
            return
        self._show_written(outcome)
        self.say(self.tr("Undone: {name}").format(name=outcome.name))

    # Workbooks

    def take_in(self, path: Path) -> None:
        """Read the workbook at `path`, and open its check list before anything is imported."""
        self._intake = IntakeWork(path, self._desk, self.context)
        dialog = IntakeDialog(self._intake, self.context, self)
        dialog.imported.connect(self._took_in)
        dialog.list_asked.connect(self.workbooks.ask_list)
        dialog.finished.connect(self._end_intake)
        dialog.open()

    def _took_in(self, said: str) -> None:
        self.context.refresh.announce(Change.EVERYTHING)
        self.say(said)

    def _end_intake(self) -> None:
        self._intake = None

    def _show_written(self, person: Employee) -> None:
        self.context.refresh.announce(Change.PEOPLE)
        self.people.show_person(person)
        self._show_current()


def _is_stale(problems: list[Problem]) -> bool:
    return any(problem.code == "person.stale" for problem in problems)
