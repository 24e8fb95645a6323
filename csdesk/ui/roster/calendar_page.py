"""The Shifts page of the Roster tab: the calendar of the month with its shifts, its cover and its problems.

What is set is written at once; the view is judged anew only where the change bears on it.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from csdesk.core.cells import Cell
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.roster import RosterProblem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster import Change as RosterChange
from csdesk.desk.roster_month import RosterMonth
from csdesk.ui.language import Retranslated
from csdesk.ui.messages import sentences
from csdesk.ui.page import Change, Context
from csdesk.ui.roster.calendar_actions import CalendarActions
from csdesk.ui.roster.calendar_codes import ShiftIds
from csdesk.ui.roster.calendar_cover import CalendarCover
from csdesk.ui.roster.calendar_empty import CalendarEmpty
from csdesk.ui.roster.calendar_finder import CalendarFinder
from csdesk.ui.roster.calendar_grid import CalendarGrid
from csdesk.ui.roster.calendar_info import CalendarInfo
from csdesk.ui.roster.calendar_note import CalendarNote
from csdesk.ui.roster.calendar_past import Past
from csdesk.ui.roster.calendar_problems import CalendarProblems
from csdesk.ui.roster.calendar_sheet import Sheet
from csdesk.ui.roster.calendar_words import BETWEEN, CellWords
from csdesk.ui.roster.calendar_work import CalendarWork
from csdesk.ui.roster.shifts_palette import ShiftsPalette
from csdesk.ui.tokens import CARD_GAP, GAP
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.tab_order import tab_order

_PROBLEM_ROWS = ((800, 5), (600, 3), (500, 2), (0, 1))
"""How high the page must be at least for how many rows of problems; the calendar needs the room more."""


class CalendarPage(Retranslated, QWidget):
    """The page. summary(text): of the selection. people_asked: there is nobody for the roster yet.
    month_asked(Month): what is undone lies in another month.

    finder: search, group and undo, which the tab lays into its head row.
    """

    summary = Signal(str)
    people_asked = Signal()
    month_asked = Signal(object)

    def __init__(self, desk: Desk, context: Context, actions: CalendarActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._actions = actions
        self._view: RosterMonth | None = None
        self._is_own = False
        self._past: Past[RosterChange] = Past(desk.roster.undo)
        self._words = CellWords(context, self)
        self.card = Card(self)
        self.finder = CalendarFinder(desk.people.find_ids)
        self.note = CalendarNote("info", self.card)
        self.palette_row = ShiftsPalette(self.card)
        self._stack = QStackedWidget(self.card)
        self._calendar = QWidget(self._stack)
        self.grid = CalendarGrid(context.preferences, self._calendar)
        self.cover = CalendarCover(self.grid, self._calendar)
        self.info = CalendarInfo(self.grid, self._calendar)
        self.empty = CalendarEmpty(self._stack)
        self.problems = CalendarProblems(context, self)
        self.work = CalendarWork(desk, context, self.grid, lambda: self.view, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.card.head.setStretch(2, 0)
        self.card.head.addSpacing(GAP)
        self.card.head.addWidget(self.palette_row, 1)
        column = QVBoxLayout(self._calendar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid, 1)
        column.addWidget(self.cover)
        column.addWidget(self.info)
        self._stack.addWidget(self._calendar)
        self._stack.addWidget(self.empty)
        self.card.body.addWidget(self.note)
        self.card.body.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(CARD_GAP)
        outer.addWidget(self.card, 1)
        outer.addWidget(self.problems)

    def _connect(self) -> None:
        self.grid.explain = lambda row, column: "\n".join(self._said_of(row, column))
        self.grid.explain_day = lambda day: "" if self._view is None else self._words.day(self._view.calendar, day)
        self.grid.set_asked.connect(self._set)
        self.grid.refused.connect(self.info.refuse)
        self.grid.cursor_moved.connect(self._say_cell)
        self.palette_row.chosen.connect(self._set_selected)
        self.problems.asked.connect(self.go_to)
        self.finder.asked.connect(self._show)
        self.finder.left_down.connect(self.grid.setFocus)
        self.finder.undo_button.clicked.connect(self.undo)
        self._actions.undo.triggered.connect(self.undo)
        self._actions.redo.triggered.connect(self.redo)
        self._actions.shifts.triggered.connect(self.work.show_shifts)
        self._actions.copy_week.triggered.connect(self.work.copy_week)
        self._actions.rotate.triggered.connect(self.work.rotate)
        self._actions.days.triggered.connect(self.work.set_days)
        self.work.changed.connect(self.show_change)
        self.empty.asked.connect(self._begin)

    def retranslate(self) -> None:
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = event.size().height()
        self.problems.show_rows(next(rows for least, rows in _PROBLEM_ROWS if height >= least))

    # What the tab calls

    def set_month(self, month: Month) -> None:
        """Show `month`."""
        if self._view is None or self._view.month != month:
            self._read(month)

    def reload(self, change: Change) -> None:
        """Show what was written; what was written here stands here already."""
        if self._view is not None and not self._is_own and change is not Change.INCIDENTS:
            self._read(self._view.month)

    def shown(self) -> None:
        """Put the cursor into the calendar."""
        (self.empty.button if self._stack.currentIndex() else self.grid).setFocus()
        self._enable()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.finder.focus()

    def go_to(self, problem: RosterProblem) -> None:
        """Put the cursor on the cell of `problem`, taking away what hides its row."""
        if not self.grid.go_to(problem.employee_id, problem.day):
            self.finder.find_everybody()
            self.grid.go_to(problem.employee_id, problem.day)

    @property
    def view(self) -> RosterMonth:
        """The month that is shown; only while one is."""
        assert self._view is not None  # The tab shows a month before anybody can ask for anything.
        return self._view

    # Reading and showing

    def _read(self, month: Month) -> None:
        try:
            self._view = self._desk.roster.month(month)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        self.finder.offer_groups(self._view.employees)
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        people = self.finder.found(view.employees)
        sheet = Sheet.of(view, people, self._desk.today())
        given = [shift for shift in view.shifts.values() if not shift.retired]
        self.palette_row.offer(given)
        self.palette_row.set_changeable(not view.closed)
        finder = self.finder
        in_order = (finder.search, finder.group, finder.undo_button)
        tab_order(*in_order, *self.palette_row.buttons, self.grid, self.problems.table)
        self.grid.show_sheet(sheet)
        self.cover.show_sheet(sheet)
        self.problems.show_problems(view.problems, {person.id: person for person in view.employees})
        count, everybody = len(people), len(view.employees)
        said = self.tr("1 person") if count == 1 else self.tr("{count} people")
        if count != everybody:
            said = self.tr("{count} of {all} people")
        month = self._context.texts.month(view.month)
        title = self.tr("Roster of {month}").format(month=month)
        self.card.set_title(title, said.format(count=count, all=everybody))
        self.note.say_of(view, self._context.texts)
        self._say_empty(view, bool(given or view.cells))
        self._enable()

    def _say_empty(self, view: RosterMonth, has_shifts: bool) -> None:
        is_empty = not view.employees or not has_shifts
        if not view.employees:
            self.empty.say(
                self.tr("Nobody is employed in this month"),
                self.tr("The roster has a row for everybody on the staff file."),
                self.tr("Go to People"),
            )
        elif not has_shifts:
            self.empty.say(
                self.tr("No shifts yet: define the first"),
                self.tr("A shift has a code that you type into the calendar, times, a break, and how many it takes."),
                self.tr("Define a shift…"),
            )
        self._stack.setCurrentIndex(1 if is_empty else 0)
        for widget in (self.problems, self.palette_row):
            widget.setVisible(not is_empty)

    def _begin(self) -> None:
        if not self.view.employees:
            self.people_asked.emit()
        else:
            self._actions.shifts.trigger()

    def _said_of(self, row: int, column: int) -> list[str]:
        sheet = self.grid.sheet
        return [] if sheet is None or not sheet.people else self._words.cell(sheet, row, column)

    def _say_cell(self) -> None:
        """Say below the grid what stands at the cursor, and in the status bar how much is selected."""
        chosen = self.grid.selection
        self.info.say(BETWEEN.join(self._said_of(chosen.row, chosen.column)))
        many = self.tr("{count} cells selected: {people} people, {days} days")
        said = many.format(count=chosen.size, people=len(chosen.rows), days=len(chosen.columns))
        self.summary.emit(said if chosen.size > 1 else "")

    # Changing

    def _set_selected(self, ids: ShiftIds) -> None:
        self.grid.set_selected(ids)
        self.grid.setFocus()

    def _set(self, changes: Mapping[Cell, ShiftIds]) -> None:
        try:
            outcome = self._desk.roster.set_cells(changes)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            self.info.refuse(" ".join(sentences(outcome, self._context.texts)))
        else:
            self.show_change(outcome)

    def show_change(self, change: RosterChange) -> None:
        """Show what was changed just now, and remember it to be undone."""
        self._past.did(change)
        self._show_after(change)

    def _show_after(self, change: RosterChange) -> None:
        self._view = self._desk.roster.after(self.view, change)
        self._show()
        self._is_own = True
        try:
            self._context.refresh.announce(Change.ROSTER)
        finally:
            self._is_own = False

    def undo(self) -> None:
        """Undo the last change that was made here."""
        self._go_back(self._past.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._go_back(self._past.redo)

    def _go_back(self, step: Callable[[], RosterChange | list[Problem]]) -> None:
        try:
            outcome = step()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if not isinstance(outcome, list):
            days = sorted(day for _, day in outcome.after)
            if days and not any(day in self.view.month for day in days):
                # What is undone must be seen.
                self.month_asked.emit(Month.of(days[0]))
            self._show_after(outcome)
            self._go_to_change(outcome)
        elif outcome:
            self.info.refuse(" ".join(sentences(outcome, self._context.texts)))
            self._enable()

    def _go_to_change(self, change: RosterChange) -> None:
        """Let the changed cells be seen: the cursor goes to the first of them, if it is of this month."""
        sheet = self.grid.sheet
        places = [sheet.place(*cell) for cell in change.after] if sheet is not None else []
        seen = sorted(place for place in places if place is not None)
        if sheet is not None and seen:
            self.grid.go_to(*sheet.cell(*seen[0]))

    def _enable(self) -> None:
        """Let be done what can be done now."""
        view, actions = self._view, self._actions
        is_front = actions.undo.isVisible()
        may_change = is_front and view is not None and not view.closed
        has_rows = self._stack.currentIndex() == 0
        actions.undo.setEnabled(is_front and self._past.can_undo)
        actions.redo.setEnabled(is_front and self._past.can_redo)
        self.finder.undo_button.setEnabled(self._past.can_undo)
        actions.copy_week.setEnabled(is_front and has_rows)
        actions.rotate.setEnabled(may_change and has_rows)
        actions.fill.setEnabled(may_change and has_rows)
