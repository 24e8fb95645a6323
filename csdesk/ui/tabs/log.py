"""The Log tab: what happened today, in a few keys; the month's entries; the person they are about.

Attendance and handover are pages beside these (`csdesk.ui.duty.log_segments`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.core.incidents import Draft, Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.incidents import EntryRow
from csdesk.ui import icons
from csdesk.ui.duty.log_segments import HANDOVER, POINTS, LogSegments
from csdesk.ui.log.entries_card import EntriesCard
from csdesk.ui.log.entry_bar import EntryBar, Typed
from csdesk.ui.log.entry_words import EntryWords
from csdesk.ui.log.person_panel import PersonPanel
from csdesk.ui.moments import month_name
from csdesk.ui.page import Change, Command, Context, EntriesTarget, EntryTarget, Page, Target
from csdesk.ui.tokens import CARD_GAP, NARROW_PAGE

if TYPE_CHECKING:
    from csdesk.ui.entry_mending import Mending


class LogPage(Page):
    """The tab."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.NEW})

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        self._shown_person: str | None = None
        self._words = EntryWords(self)
        self._made_mending: Mending | None = None
        self.segments = LogSegments(desk, context, self.say, self)
        self.body.addWidget(self.segments, 1)
        self.bar = EntryBar(desk, context, self.segments.points)
        self.entries = EntriesCard(desk, context, self.segments.points)
        self.person = PersonPanel(desk, context, self.segments.points)
        self._lay_out(self.segments.points)
        self._make_actions()
        self.segments.moved.connect(self._moved)
        self.segments.summary.connect(self.summary)
        self.segments.month_asked.connect(self.month_asked)
        self.segments.told.connect(lambda text, act, verb: self.say_action(text, verb, act))
        self.bar.save_asked.connect(self._save)
        self.bar.changed.connect(self._show_person)
        self.bar.discarded.connect(self._offer_again)
        self.entries.current_changed.connect(self._row_chosen)
        self.entries.opened.connect(self.correct)
        self.entries.summary_changed.connect(self.summary)
        self.entries.table.selectionModel().selectionChanged.connect(self._row_chosen)
        self.person.only_asked.connect(self.entries.show_only)
        self.retranslate()
        self._enable_actions()

    def _lay_out(self, points: QWidget) -> None:
        column = QVBoxLayout(points)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.bar)
        below = QHBoxLayout()
        below.setSpacing(CARD_GAP)
        below.addWidget(self.entries, 1)
        below.addWidget(self.person)
        column.addLayout(below, 1)

    def _make_actions(self) -> None:
        self._correct_action = QAction(icons.icon("pencil-simple"), "", self)
        self._correct_action.setShortcut(QKeySequence(QKeySequence("F2")))
        self._correct_action.triggered.connect(self._correct_current)
        self._void_action = QAction(icons.icon("prohibit"), "", self)
        self._void_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._void_action.triggered.connect(self._void_selected)
        self._only_action = QAction(icons.icon("funnel-simple"), "", self)
        self._only_action.triggered.connect(self._show_only_current)
        self._own_actions = [self._correct_action, self._void_action, self._only_action]
        self.entries.set_row_actions(self._own_actions)

    def retranslate(self) -> None:
        self._correct_action.setText(self.tr("Correct entry…"))
        self._void_action.setText(self.tr("Void entry…"))
        self._only_action.setText(self.tr("Only this person's entries"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.person.set_narrow(self.width() < NARROW_PAGE)

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        closed = self._closed()
        self.bar.set_month(month, closed)
        self.entries.set_month(month, closed=closed is not None)
        self._show_person()
        self.segments.set_month(month)
        self._enable_actions()

    def _closed(self) -> Problem | None:
        is_closed = self._month in self._desk.closed_months()
        return Problem.at("", "month.closed", month=self._month) if is_closed else None

    def reload(self, change: Change) -> None:
        if change is Change.INCIDENTS:
            self.entries.reload()
        else:
            closed = self._closed()
            self.bar.set_month(self._month, closed)
            self.entries.set_month(self._month, closed=closed is not None)
        self.person.reload()
        self.segments.reload(change)
        self._enable_actions()

    def shown(self) -> None:
        if self.segments.front is not None:
            self.segments.front.shown()
        elif self.bar.is_open:
            self.bar.start()
        else:
            self.entries.table.setFocus()

    def more_to_make(self) -> Sequence[Callable[[], object]]:
        return self.segments.more_to_make()

    def focus_search(self) -> None:
        front = self.segments.front
        search = self.entries.search if front is None else front.search
        search.setFocus()
        search.selectAll()

    def does(self, command: Command) -> bool:
        # Attendance has no paper: its statement of late arrivals is copied.
        return super().does(command) or (command is Command.PRINT and self.segments.bar.current == HANDOVER)

    def do(self, command: Command, path: object = None) -> None:
        front = self.segments.front
        if command is Command.PRINT and self.does(command):
            self.segments.handover.print()
        elif command is not Command.NEW:
            super().do(command)
        elif front is None or not front.start_new():
            self._bring_points()
            self.shown()

    def _bring_points(self) -> None:
        self.segments.show_segment(POINTS)
        self._offer_actions()

    def _moved(self) -> None:
        self._offer_actions()
        self.shown()

    def _offer_actions(self) -> None:
        for action in self._own_actions:
            action.setVisible(self.segments.front is None)
        self._enable_actions()

    def open(self, target: Target) -> bool:
        if not isinstance(target, EntryTarget | EntriesTarget):
            return False
        self._bring_points()
        if target.month != self._month:
            self.set_month(target.month)
            self.month_asked.emit(target.month)
        if isinstance(target, EntriesTarget):
            person = self._desk.people.get(target.employee_id) if target.employee_id is not None else None
            self.entries.show_all_with(target.text, person)
            self._shown_person = target.employee_id
        else:
            row = self._desk.incidents.get(target.incident_id)
            if row is None:
                return False
            self.entries.show_entry(row)
            self._shown_person = row.employee.id
        self._show_person()
        self.entries.table.setFocus()
        return True

    def page_actions(self) -> list[QAction]:
        return [*self._own_actions, *self.segments.actions_offered.all]

    def may_leave(self) -> bool:
        return self.bar.is_blank and self.segments.may_leave

    # The person beside the log

    def _row_chosen(self) -> None:
        self._enable_actions()
        row = self.entries.chosen
        if row is not None:
            self._shown_person = row.employee.id
        self._show_person()

    def _show_person(self) -> None:
        """Show whom the draft is about, else whom the row with the cursor is about, else whoever was shown last."""
        if self.bar.person is not None:
            self.person.show_person(self.bar.person.id, self.bar.draft_month)
        else:
            self.person.show_person(self._shown_person, self._month)

    # Saving

    def _save(self, employee_ids: list[str], draft: Draft) -> None:
        typed = self.bar.typed()
        try:
            outcome = self._record(employee_ids, draft)
        except Unavailable as failure:
            self.context.ask.failed(failure)
            return
        problems = [one for one in outcome if isinstance(one, Problem)]
        if problems:
            self.bar.show_problems(problems)
            return
        saved = [one for one in outcome if isinstance(one, Incident)]
        self._shown_person = saved[0].employee_id
        self.bar.clear()
        self.context.refresh.announce(Change.INCIDENTS)
        self.entries.select(saved[0].id)
        self._show_person()
        self.say(self._saved_sentence(saved), undo=partial(self._undo, saved, typed))

    def _record(self, employee_ids: list[str], draft: Draft) -> Sequence[Incident | Problem]:
        if len(employee_ids) > 1:
            return self._desk.incidents.record_for(employee_ids, draft)
        outcome = self._desk.incidents.record(draft)
        return [outcome] if isinstance(outcome, Incident) else outcome

    def _saved_sentence(self, saved: Sequence[Incident]) -> str:
        row = self._desk.incidents.get(saved[0].id)
        assert row is not None  # It was recorded a moment ago, and nothing is ever deleted.
        texts = self.context.texts
        entry = self._words.short(row, texts, self._desk.today())
        if len(saved) > 1:
            return self.tr("Saved for {count} people: {entry}").format(count=len(saved), entry=entry)
        month = Month.of(row.incident.day)
        if month != self._month:
            named = month_name(month, texts, self._desk.today())
            said = self.tr("Saved in {month}: {name}, {entry}")
            return said.format(month=named, name=row.employee.name, entry=entry)
        return self.tr("Saved: {name}, {entry}").format(name=row.employee.name, entry=entry)

    def _undo(self, saved: Sequence[Incident], typed: Typed) -> None:
        """Void what was just saved, and give it back to the bar to be mended if nothing else is typed there."""
        problems = self._mending.void_all(saved, self.tr("Entered by mistake (undone at once)"))
        if problems is None:
            return
        if problems:
            self.context.ask.sorry(self.tr("Could not be undone"), problems)
            return
        if self.bar.is_blank:
            self.bar.show_typed(typed)
            self.say(self.tr("Undone: the entry is voided; what you typed stands above again."))
        else:
            self.say(self.tr("Undone: the entry is voided."))

    def _offer_again(self, typed: Typed) -> None:
        self.say(self.tr("The line above was emptied."), undo=partial(self.bar.show_typed, typed))

    # Voiding and correcting

    def _enable_actions(self) -> None:
        is_here = self.segments.front is None
        rows = self.entries.rows if is_here and self.entries.table.selectionModel().hasSelection() else []
        may_change = bool(rows) and not any(row.incident.is_void for row in rows) and not self._any_closed(rows)
        self._void_action.setEnabled(may_change)
        self._correct_action.setEnabled(may_change and len(rows) == 1)
        self._only_action.setEnabled(bool(rows))

    def _any_closed(self, rows: Sequence[EntryRow]) -> bool:
        closed = self._desk.closed_months()
        return any(Month.of(row.incident.day) in closed for row in rows)

    @property
    def _mending(self) -> "Mending":
        """What voids and corrects, made when somebody first does."""
        if self._made_mending is None:
            from csdesk.ui.entry_mending import Mending

            made = self._made_mending = Mending(self._desk, self.context, self._words, self)
            made.said.connect(self.say)
            made.corrected.connect(self._show_corrected)
        return self._made_mending

    def _void_selected(self) -> None:
        self._mending.void(self.entries.rows)

    def _correct_current(self) -> None:
        self.correct(self.entries.rows[0])

    def correct(self, row: EntryRow) -> None:
        """Open the form that corrects an entry, or say why it cannot be corrected."""
        self._mending.correct(row)

    def _show_corrected(self, entry: Incident) -> None:
        self._shown_person = entry.employee_id
        self.context.refresh.announce(Change.INCIDENTS)
        self.entries.select(entry.id)
        self._show_person()

    def _show_only_current(self) -> None:
        self.entries.show_only(self.entries.rows[0].employee)
