"""The wishes that filling a month takes into account: somebody would like a day off, or a shift on a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from csdesk.core.cells import Cell
from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.planning import Wish
from csdesk.core.shifts import Shift
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.roster.fill_words import FillWords
from csdesk.ui.tokens import GAP, ROW_COMPACT
from csdesk.ui.widgets.cards import Field, button
from csdesk.ui.widgets.day_field import DayField
from csdesk.ui.widgets.table import DataTable

_ROWS = 3


class FillWishes(Retranslated, QWidget):
    """Fields for one more wish, above the wishes there are. first, last: the days that are filled."""

    def __init__(
        self,
        people: Sequence[Employee],
        shifts: Sequence[Shift],
        first: date,
        last: date,
        day: DayField,
        said: FillWords,
    ) -> None:
        super().__init__()
        self._people, self._shifts = people, shifts
        self._first, self._last = first, last
        self._said = said
        self._wishes: dict[Cell, Wish] = {}
        self.who, self.what, self.day = QComboBox(), QComboBox(), day
        self.add_button, self.remove_button = button(), button()
        self.table = DataTable("fill-wishes")
        self._model: TableModel[Wish] = TableModel(self._columns(), identity=lambda one: (one.employee_id, one.day))
        self.table.set_model(self._model)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_COMPACT)
        for person in people:
            self.who.addItem(said.person(person.id))
        self.what.addItem("")
        for shift in shifts:
            self.what.addItem(said.shift(shift.id))
        day.set_month(Month.of(first))
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.table.current_changed.connect(self._enable)
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._fields = {"who": Field(self.who), "day": Field(self.day), "what": Field(self.what)}
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in self._fields.values():
            row.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addLayout(buttons)
        column.addWidget(self.table)

    def retranslate(self) -> None:
        self._fields["who"].set_label(self.tr("Wish of"))
        self._fields["day"].set_label(self.tr("Day"))
        self._fields["what"].set_label(self.tr("Would like"))
        self.what.setItemText(0, self.tr("the day off"))
        self.add_button.setText(self.tr("Add the wish"))
        self.remove_button.setText(self.tr("Remove the wish"))
        self.table.setAccessibleName(self.tr("Wishes"))
        self._model.set_columns(self._columns())

    def _columns(self) -> list[Column[Wish]]:
        return [
            Column("", lambda one: one.day, key="day", width=150, text=lambda one: self._said.day(one.day)),
            Column("", lambda one: self._said.person(one.employee_id), key="who", width=170),
            Column("", self._said.wish, key="what", stretch=1),
        ]

    @property
    def wishes(self) -> list[Wish]:
        """The wishes, by day."""
        return sorted(self._wishes.values(), key=lambda one: (one.day, self._said.person(one.employee_id)))

    @property
    def fault(self) -> str:
        """What is wrong with the day, "" where nothing is."""
        return self._fields["day"].said_fault

    def add(self) -> None:
        """Add the wish of the fields; a second wish of somebody for the same day takes the first one's place."""
        day = self.day.day
        is_of_days = day is not None and self._first <= day <= self._last
        between = self.tr("A day from {first} to {last} is needed here.")
        said = between.format(first=self._said.day(self._first), last=self._said.day(self._last))
        self._fields["day"].fault("" if is_of_days else said)
        if day is None or not is_of_days:
            self.day.setFocus()
            return
        chosen = self.what.currentIndex()
        wish = Wish(self._people[self.who.currentIndex()].id, day, self._shifts[chosen - 1].id if chosen else None)
        self._wishes[wish.employee_id, wish.day] = wish
        self._show()

    def remove(self) -> None:
        """Take the selected wishes away."""
        for wish in self.table.selected_rows():
            del self._wishes[wish.employee_id, wish.day]
        self._show()

    def _show(self) -> None:
        self._model.set_rows(self.wishes)
        self.table.setVisible(bool(self._wishes))
        self.table.setFixedHeight(min(len(self._wishes), _ROWS) * ROW_COMPACT)
        self._enable()

    def _enable(self) -> None:
        self.remove_button.setVisible(bool(self._wishes))
        self.remove_button.setEnabled(self.table.current_row() is not None)
