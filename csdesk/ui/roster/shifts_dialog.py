"""The list of the team's shifts: define, change, retire, bring back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui import icons
from csdesk.ui.dialogs.base import PlainDialog
from csdesk.ui.messages import sentences
from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.roster.shifts_form import ShiftDialog
from csdesk.ui.roster.shifts_times import written_needs, written_times
from csdesk.ui.widgets.cards import Band, button
from csdesk.ui.widgets.table import DataTable


class ShiftsDialog(PlainDialog):
    """The dialog. changed(): a shift was written."""

    changed = Signal()

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent, 720)
        self._desk = desk
        self._context = context
        self.band = Band("alarm")
        self.table = DataTable("shifts", context.preferences)
        self._model: TableModel[Shift] = TableModel(self._columns(), identity=lambda shift: shift.id)
        self.table.set_model(self._model)
        self.table.setMinimumHeight(260)
        self.with_retired = QCheckBox()
        self.add_button = button(icon=icons.icon("plus"))
        self.change_button = button(icon=icons.icon("pencil-simple"))
        self.retire_button = button()
        self.close_button = button(primary=True)
        row = QHBoxLayout()
        for widget in (self.add_button, self.change_button, self.retire_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.with_retired)
        self.body.addWidget(self.band)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.buttons.addWidget(self.close_button)
        self._connect()
        self.retranslate()
        self._read()
        (self.table if self._model.total else self.add_button).setFocus()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self._change_current)
        self.retire_button.clicked.connect(self._retire_current)
        self.close_button.clicked.connect(self.accept)
        self.with_retired.toggled.connect(self._read)
        self.table.current_changed.connect(self._enable)
        self.table.opened.connect(self.change)

    def retranslate(self) -> None:
        self.set_heading(self.tr("Shifts"))
        self._model.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("Shifts"))
        self.table.set_empty(
            self.tr("No shifts yet"), self.tr("Define the first one; its code is what you type into the calendar.")
        )
        self.with_retired.setText(self.tr("Show retired ones"))
        self.add_button.setText(self.tr("Define…"))
        self.change_button.setText(self.tr("Change…"))
        self.close_button.setText(self.tr("Close"))
        self._enable()

    def _columns(self) -> list[Column[Shift]]:
        return [
            Column(self.tr("Code"), lambda one: one.code, key="code", width=84,
                   chips=lambda one: [Chip(one.code, f"shift-{one.colour}")]),
            Column(self.tr("Times"), lambda one: one.start, key="times", width=128, text=written_times),
            Column(self.tr("Break"), lambda one: one.break_minutes, key="break", width=84, figure=True,
                   text=lambda one: self.tr("{count} min").format(count=one.break_minutes)),
            Column(self.tr("Needed, Mon to Sun"), lambda one: one.needs, key="needs", stretch=1, width=150,
                   text=lambda one: written_needs(one.needs)),
            Column(self.tr("Cleaning"), lambda one: one.cleans, key="cleans", width=92,
                   text=lambda one: self.tr("cleans") if one.cleans else ""),
            Column(self.tr("State"), lambda one: one.retired, key="state", width=92,
                   text=lambda one: self.tr("retired") if one.retired else ""),
        ]  # fmt: skip

    @property
    def listed(self) -> list[Shift]:
        """The shifts, from top to bottom."""
        return list(self._model.rows_at_hand())

    def _read(self) -> None:
        self._model.set_rows(self._desk.shifts.all(with_retired=self.with_retired.isChecked()))
        if self._model.total and self.table.current_row() is None:
            self.table.selectRow(0)
        self._enable()

    def _current(self) -> Shift | None:
        found: Shift | None = self.table.current_row()
        return found

    def _enable(self) -> None:
        shift = self._current()
        self.change_button.setEnabled(shift is not None)
        self.retire_button.setEnabled(shift is not None)
        is_retired = shift is not None and shift.retired
        self.retire_button.setText(self.tr("Bring back") if is_retired else self.tr("Retire"))

    # Defining and changing

    def add(self) -> None:
        """Open the form for a new shift."""
        dialog = ShiftDialog(None, self._context.texts, self, taken=len(self._desk.shifts.all(with_retired=True)))
        dialog.filled.connect(partial(self._add, dialog))
        dialog.open()

    def _add(self, dialog: ShiftDialog, draft: ShiftDraft) -> None:
        try:
            outcome = self._desk.shifts.add(draft)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        self._close_form(dialog, outcome)

    def _change_current(self) -> None:
        shift = self._current()
        if shift is not None:
            self.change(shift)

    def change(self, shift: Shift) -> None:
        """Open the form with a shift."""
        dialog = ShiftDialog(shift, self._context.texts, self)
        dialog.filled.connect(partial(self._change, dialog, shift))
        dialog.open()

    def _change(self, dialog: ShiftDialog, shift: Shift, draft: ShiftDraft) -> None:
        if draft == ShiftDraft.of(shift):
            dialog.accept()
            return
        try:
            outcome = self._desk.shifts.change(shift.id, shift.rev, draft)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        self._close_form(dialog, outcome)

    def _close_form(self, dialog: ShiftDialog, outcome: Shift | list[Problem]) -> None:
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
            return
        dialog.accept()
        self._show_written(outcome)

    def _retire_current(self) -> None:
        shift = self._current()
        if shift is None:
            return
        act = self._desk.shifts.bring_back if shift.retired else self._desk.shifts.retire
        try:
            outcome = act(shift.id, shift.rev)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if isinstance(outcome, list):
            self.band.say(" ".join(sentences(outcome, self._context.texts)))
            self._read()
        else:
            self._show_written(outcome)

    def _show_written(self, shift: Shift) -> None:
        self.band.say("")
        self._read()
        self.table.select(shift.id)
        self._enable()
        self.changed.emit()
