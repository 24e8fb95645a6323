"""The list of people: searched by name, pinyin, initials or number; by group and role; those who left on demand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from csdesk.core.employee import Employee, Role
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.roster.amounts import written_amount
from csdesk.ui.roster.standing import Standing, StandingWords, standing_of
from csdesk.ui.tokens import GAP
from csdesk.ui.widgets.cards import Card, button
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable

ALL = ""
NO_GROUP = "\0"
_ORDER = {standing: number for number, standing in enumerate(Standing)}


class PeopleCard(Retranslated, Card):
    """The card. current_changed(Employee or None), opened(Employee), summary_changed(text): as of its table.

    add_asked, import_asked: the buttons in its head.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    summary_changed = Signal(str)
    add_asked = Signal()
    import_asked = Signal()

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._standing = StandingWords(self)
        self.search = SearchField(self)
        self.group, self.role = QComboBox(self), QComboBox(self)
        self.with_left = QCheckBox(self)
        self.import_button = button(icon=icons.icon("download-simple"))
        self.add_button = button(icon=icons.icon("plus", "on_accent"), primary=True)
        for widget in (self.search, self.import_button, self.add_button):
            self.head.addWidget(widget)
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        for box in (self.group, self.role):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            filters.addWidget(box)
        filters.addSpacing(GAP)
        filters.addWidget(self.with_left)
        filters.addStretch(1)
        self.body.addLayout(filters)
        self.table = DataTable("people", context.preferences, self)
        self._model: TableModel[Employee] = TableModel(self._columns(), identity=lambda person: person.id)
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.search.asked.connect(self._fill)
        self.search.left_down.connect(self.go_to_table)
        self.group.currentIndexChanged.connect(self._fill)
        self.role.currentIndexChanged.connect(self._fill)
        self.with_left.toggled.connect(self._fill)
        self.add_button.clicked.connect(self.add_asked)
        self.import_button.clicked.connect(self.import_asked)
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)

    def retranslate(self) -> None:
        self.add_button.setText(self.tr("Add person"))
        self.add_button.setToolTip(self.tr("Add a person (Ctrl+N)"))
        self.import_button.setText(self.tr("Import…"))
        self.import_button.setToolTip(self.tr("Import a workbook (Ctrl+I); it may also be dropped on the window"))
        self.with_left.setText(self.tr("Show those who left"))
        self.group.setAccessibleName(self.tr("Group"))
        self.role.setAccessibleName(self.tr("Role"))
        self._model.set_columns(self._columns())
        self.reload()

    # Columns

    def _columns(self) -> list[Column[Employee]]:
        return [
            Column(self.tr("Number"), lambda one: one.number, key="number", width=84, tone=self._tone),
            Column(self.tr("Name"), lambda one: one.name, key="name", stretch=1, tone=self._tone),
            Column(self.tr("Role"), lambda one: self._role(one.role), key="role", width=140, tone=self._tone),
            Column(self.tr("Group"), lambda one: one.group, key="group", width=130, tone=self._tone),
            Column(self.tr("Hired"), lambda one: one.hired, key="hired", width=140, tone=self._tone,
                   text=lambda one: self._texts.day(one.hired)),
            Column(self.tr("State"), lambda one: _ORDER[standing_of(one, self._desk.today())], key="state",
                   chips=self._chips, width=124),
            Column(self.tr("Probation until"), lambda one: one.probation_end, key="probation_end", hidden=True,
                   text=lambda one: self._texts.day(one.probation_end) if one.probation_end is not None else ""),
            Column(self.tr("Last day"), lambda one: one.left, key="left", hidden=True,
                   text=lambda one: self._texts.day(one.left) if one.left is not None else ""),
            Column(self.tr("Base salary (yuan)"), lambda one: one.base_salary, key="base_salary", hidden=True,
                   figure=True, text=lambda one: "" if one.base_salary is None else written_amount(one.base_salary)),
            Column(self.tr("Phone"), lambda one: one.phone, key="phone", hidden=True),
        ]  # fmt: skip

    @property
    def _texts(self) -> Texts:
        return self._context.texts

    def _role(self, role: Role) -> str:
        return self._texts.say(f"words.role.{role}")

    def _chips(self, person: Employee) -> Sequence[Chip]:
        return [self._standing.chip(person, self._desk.today(), self._texts)]

    def _tone(self, person: Employee) -> str:
        return "muted" if standing_of(person, self._desk.today()) is Standing.LEFT else "text"

    # What the page calls

    def reload(self) -> None:
        """Ask the desk anew, keeping what is chosen, typed and selected."""
        everybody = self._desk.people.all()
        groups = sorted({person.group for person in everybody if person.group})
        choices = [(self.tr("All groups"), ALL), *((group, group) for group in groups)]
        if groups and any(not person.group for person in everybody):
            choices.append((self.tr("Without a group"), NO_GROUP))
        _offer(self.group, choices)
        roles = {person.role for person in everybody}
        _offer(
            self.role, [(self.tr("All roles"), ALL), *((self._role(one), one.value) for one in Role if one in roles)]
        )
        self._fill()

    def show_person(self, person: Employee) -> bool:
        """Select a person, taking away what hides them."""
        if self.table.select(person.id):
            return True
        for widget in (self.search, self.group, self.role, self.with_left):
            widget.blockSignals(True)
        self.search.clear()
        self.group.setCurrentIndex(0)
        self.role.setCurrentIndex(0)
        if standing_of(person, self._desk.today()) is Standing.LEFT:
            self.with_left.setChecked(True)
        for widget in (self.search, self.group, self.role, self.with_left):
            widget.blockSignals(False)
        self._fill()
        return self.table.select(person.id)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` in the context menu of the rows."""
        self.table.row_actions = lambda _rows: list(actions)

    def go_to_table(self) -> None:
        """Put the cursor into the table, on its first row where it is on none."""
        if self._model.total:
            if not self.table.selectionModel().hasSelection():
                self.table.selectRow(0)
            self.table.setFocus()

    @property
    def shown(self) -> list[Employee]:
        """The people in the list, from top to bottom."""
        return list(self._model.rows_at_hand())

    @property
    def chosen(self) -> list[Employee]:
        """The selected people."""
        return self.table.selected_rows()

    # What is shown

    def _fill(self) -> None:
        people = self._desk.people.all(include_left=self.with_left.isChecked())
        everybody = len(people)
        group, role = self.group.currentData(), self.role.currentData()
        if group:
            people = [one for one in people if one.group == ("" if group == NO_GROUP else group)]
        if role:
            people = [one for one in people if one.role == role]
        if self.search.text().strip():
            rank = {id: place for place, id in enumerate(self._desk.people.find_ids(self.search.text()))}
            people = sorted((one for one in people if one.id in rank), key=lambda one: rank[one.id])
        self._model.set_rows(people)
        self._say_count(len(people), everybody)

    def _say_count(self, shown: int, everybody: int) -> None:
        said = self.tr("1 person") if shown == 1 else self.tr("{count} people")
        if shown != everybody:
            said = self.tr("{count} of {all}")
        self.set_title(self.tr("People"), said.format(count=shown, all=everybody))
        if not self._desk.people.all():
            hint = self.tr("Add a person (Ctrl+N), or import a workbook: Ctrl+I, or drop it here.")
            self.table.set_empty(self.tr("Nobody is on the staff file yet"), hint)
        elif not everybody:
            self.table.set_empty(
                self.tr("Everybody has left"), self.tr("Add a person (Ctrl+N), or show those who left.")
            )
        else:
            hint = self.tr("Search by name, pinyin, initials or number; Esc empties the search.")
            self.table.set_empty(self.tr("Nobody fits"), hint)


def _offer(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """Offer `choices` (words, value), keeping what is chosen where it still is among them."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
