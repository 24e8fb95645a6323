"""The dialogs of the Shifts page, and what comes of them: shifts, copied weeks, rotations, days set by hand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster import Change as RosterChange
from csdesk.desk.roster_month import RosterMonth
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.page import Change, Context
from csdesk.ui.roster.calendar_codes import OFF, Codes
from csdesk.ui.roster.calendar_days import DaysDialog, HandSet
from csdesk.ui.roster.calendar_grid import CalendarGrid
from csdesk.ui.roster.calendar_rotation import Rotation, RotationDialog
from csdesk.ui.roster.calendar_week import CopyWeekDialog, ForWhom, WeekCopy, monday_of
from csdesk.ui.roster.shifts_dialog import ShiftsDialog


class CalendarWork(QObject):
    """Opens the dialogs over `page`. changed(change): cells of the roster were set. said(text): what was done."""

    changed = Signal(object)
    said = Signal(str)

    def __init__(
        self, desk: Desk, context: Context, grid: CalendarGrid, view: Callable[[], RosterMonth], page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._context = context
        self._grid = grid
        self._view = view
        self._page = page

    def show_shifts(self) -> None:
        """Open the list of shifts, with the form for the first one where there is none."""
        dialog = ShiftsDialog(self._desk, self._context, self._page)
        dialog.changed.connect(partial(self._context.refresh.announce, Change.ROSTER))
        dialog.finished.connect(self._grid.setFocus)
        dialog.open()
        if not self._desk.shifts.all(with_retired=True):
            dialog.add()

    def copy_week(self) -> None:
        """Ask which week is copied where."""
        monday = monday_of(self._view().days[self._grid.selection.column])
        dialog = CopyWeekDialog(monday, self._for_whom(), self._desk.now, lambda: self._context.texts, self._page)
        dialog.filled.connect(partial(self._copy_week, dialog))
        dialog.open()

    def _copy_week(self, dialog: FormDialog, asked: WeekCopy) -> None:
        self._do(dialog, partial(self._desk.roster.copy_week, asked.from_monday, asked.to_monday, asked.employee_ids))

    def rotate(self) -> None:
        """Ask for a rotation."""
        shifts = [shift for shift in self._view().shifts.values() if not shift.retired]
        codes = [shift.code for shift in shifts[:3]] or ["D"]
        example = " ".join(code for code in codes for _ in range(2)) + f" {OFF} {OFF}"
        dialog = RotationDialog(
            self._view().month, Codes(shifts), example, self._for_whom(), self._desk.now,
            lambda: self._context.texts, self._page,
        )  # fmt: skip
        dialog.filled.connect(partial(self._rotate, dialog))
        dialog.open()

    def _rotate(self, dialog: FormDialog, asked: Rotation) -> None:
        self._do(dialog, partial(self._desk.roster.rotate, *asked))

    def _for_whom(self) -> ForWhom:
        people = self._view().employees if self._grid.sheet is None else self._grid.sheet.people
        chosen = set(self._grid.selected_people)
        return ForWhom([person for person in people if person.id in chosen], people)

    def _do(self, dialog: FormDialog, act: Callable[[], RosterChange | list[Problem]]) -> None:
        """Change the roster as a dialog asks; it stays open where that cannot be."""
        try:
            outcome = act()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        self._grid.setFocus()
        if outcome.after:
            self.changed.emit(outcome)
        one, many = self.tr("1 cell of the roster was set"), self.tr("{count} cells of the roster were set")
        count = len(outcome.after)
        self.said.emit(one if count == 1 else many.format(count=count))

    def set_days(self) -> None:
        """Open the days that are set by hand."""
        day = self._view().days[self._grid.selection.column]
        through = self._desk.calendar.official_through
        dialog = DaysDialog(day, through, self._desk.now, lambda: self._context.texts, self._page)
        dialog.show_days(self._days())
        dialog.filled.connect(partial(self._set_day, dialog))
        dialog.open()

    def _days(self) -> list[HandSet]:
        return [HandSet(one.day, one.kind, one.name) for one in self._desk.calendar.overrides()]

    def _set_day(self, dialog: DaysDialog, asked: HandSet) -> None:
        try:
            problems = self._desk.calendar.override(*asked)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if problems:
            dialog.show_problems(problems)
            return
        dialog.show_days(self._days())
        self._context.refresh.announce(Change.ROSTER)
