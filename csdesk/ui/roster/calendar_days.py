"""Sets days by hand, where the office goes by another arrangement than the official notice; and lists those set."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from csdesk.core.days import DayKind
from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.widgets.cards import Field, button, words
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.table import DataTable

_KINDS = (DayKind.HOLIDAY, DayKind.MAKE_UP, DayKind.WORKDAY, DayKind.WEEKEND)


class HandSet(NamedTuple):
    """A day set by hand. kind: None takes it back, so that the notice holds again."""

    day: date
    kind: DayKind | None
    name: str = ""


class DaysDialog(FormDialog):
    """The dialog. filled(HandSet): a day shall be set or taken back; the dialog stays open for the next one."""

    def __init__(
        self, day: date, official_through: int, now: Callable[[], datetime], texts: Callable[[], Texts],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(parent, texts(), 600)
        self._official_through = official_through
        self._texts = texts
        self._hint = words(like="muted")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        self.day, self.kind, self.name = DayField(now, texts), QComboBox(), QLineEdit()
        self._labels = {name: Field(edit) for name, edit in self._edits().items()}
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in self._labels.items():
            self.register_field(name, field)
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.table = DataTable("set-days")
        self._model: TableModel[HandSet] = TableModel(self._columns(), identity=lambda one: one.day)
        self.table.set_model(self._model)
        self.table.setMinimumHeight(180)
        self.body.addWidget(self.table, 1)
        self.back_button = button()
        self.back_button.clicked.connect(self._take_back)
        self.buttons.insertWidget(0, self.back_button)
        self.table.current_changed.connect(self._enable)
        self.day.show_day(day)
        self.retranslate()
        self.day.setFocus()

    def _edits(self) -> dict[str, QWidget]:
        return {"day": self.day, "kind": self.kind, "name": self.name}

    def retranslate(self) -> None:
        self.set_heading(self.tr("Days set by hand"))
        said = self.tr(
            "The calendar follows the official notices, known through {year}. Set a day here where your office goes "
            "by another arrangement, or where a notice came out later."
        )
        self._hint.setText(said.format(year=self._official_through))
        for name, label in (
            ("day", self.tr("Day")),
            ("kind", self.tr("Counts as")),
            ("name", self.tr("Name of the holiday")),
        ):
            self._labels[name].set_label(label)
        chosen = max(0, self.kind.currentIndex())
        self.kind.clear()
        for kind in _KINDS:
            self.kind.addItem(self._kind(kind))
        self.kind.setCurrentIndex(chosen)
        self._model.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("Days set by hand"))
        self.table.set_empty(self.tr("No day is set by hand"), self.tr("Every day is as the official notice has it."))
        self.back_button.setText(self.tr("Take back"))
        self.cancel_button.setText(self.tr("Close"))
        self.done_button.setText(self.tr("Set the day"))
        self._enable()

    def _kind(self, kind: DayKind) -> str:
        return {
            DayKind.HOLIDAY: self.tr("a public holiday"),
            DayKind.MAKE_UP: self.tr("a make-up working day"),
            DayKind.WORKDAY: self.tr("an ordinary working day"),
            DayKind.WEEKEND: self.tr("an ordinary day off"),
        }[kind]

    def _columns(self) -> list[Column[HandSet]]:
        return [
            Column(self.tr("Day"), lambda one: one.day, key="day", width=150,
                   text=lambda one: self._texts().day(one.day)),
            Column(self.tr("Counts as"), lambda one: one.kind, key="kind", width=190,
                   text=lambda one: "" if one.kind is None else self._kind(one.kind)),
            Column(self.tr("Name"), lambda one: one.name, key="name", stretch=1),
        ]  # fmt: skip

    def show_days(self, days: Sequence[HandSet]) -> None:
        """List the days that are set now; the fields are ready for another."""
        self._model.set_rows(days)
        self.show_problems([])
        self.name.clear()
        self._enable()

    @property
    def listed(self) -> list[HandSet]:
        """The days that are set by hand."""
        return list(self._model.rows_at_hand())

    def _enable(self) -> None:
        self.back_button.setEnabled(self.table.current_row() is not None)

    def _take_back(self) -> None:
        chosen: HandSet | None = self.table.current_row()
        if chosen is not None:
            self.filled.emit(HandSet(chosen.day, None))

    def submit(self) -> None:
        day = self.day.day
        if day is None:
            self.show_problems([Problem.at("day", "date.unreadable", typed=self.day.text().strip())])
        else:
            self.filled.emit(HandSet(day, _KINDS[self.kind.currentIndex()], self.name.text()))
