"""The leave of the month: every request that touches it, searched and filtered by its state."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.swaps.leave_words import ENDED, LeaveWords
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable

_STATES = list(LeaveState)
_TYPES = list(LeaveType)
_GROUPS: tuple[frozenset[LeaveState], ...] = (
    frozenset(LeaveState),
    frozenset({LeaveState.ASKED}),
    frozenset({LeaveState.APPROVED}),
    ENDED,
)


class LeaveCard(Retranslated, Card):
    """The card. opened(Leave), summary_changed(text): as of its table."""

    opened = Signal(object)
    summary_changed = Signal(str)

    def __init__(self, desk: Desk, context: Context, said: LeaveWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._words = said
        self._month = Month.of(desk.today())
        self._closed = False
        self.search = SearchField()
        self.state = QComboBox()
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for widget in (self.state, self.search):
            self.head.addWidget(widget)
        self.table = DataTable("leave", context.preferences)
        self._model: TableModel[Leave] = TableModel(self._columns(), identity=lambda leave: leave.id)
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self.search.asked.connect(self.reload)
        self.search.left_down.connect(self.go_to_table)
        self.state.currentIndexChanged.connect(self.reload)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.state.setAccessibleName(self.tr("State"))
        names = (self.tr("All states"), self.tr("Undecided"), self.tr("Approved"), self.tr("Refused or withdrawn"))
        self.state.blockSignals(True)
        chosen = max(0, self.state.currentIndex())
        self.state.clear()
        self.state.addItems(names)
        self.state.setCurrentIndex(chosen)
        self.state.blockSignals(False)
        self._model.set_columns(self._columns())
        self._say_count()

    # Columns

    def _columns(self) -> list[Column[Leave]]:
        said = self._words
        return [
            Column(self.tr("Who"), said.name, key="who", width=110, tone=_tone),
            Column(self.tr("From"), lambda one: one.first, key="first", width=88, tone=_tone,
                   text=lambda one: said.day(one.first)),
            Column(self.tr("To"), lambda one: one.last, key="last", width=88, tone=_tone,
                   text=lambda one: said.day(one.last)),
            Column(self.tr("Length"), _length, key="length", figure=True, width=78, tone=_tone, text=said.length),
            Column(self.tr("Type"), lambda one: _TYPES.index(one.type), key="type", width=92, tone=_tone,
                   text=lambda one: said.type(one.type)),
            Column(self.tr("State"), lambda one: _STATES.index(one.state), key="state", width=110,
                   chips=self._chips, tooltip=said.decision),
            Column(self.tr("Called at"), lambda one: one.emergency_at, key="call", hidden=True, tone=_tone,
                   text=said.call),
            Column(self.tr("Note"), lambda one: one.note, key="note", stretch=1, tone=_tone,
                   tooltip=lambda one: one.note),
        ]  # fmt: skip

    def _chips(self, leave: Leave) -> Sequence[Chip]:
        return [self._words.chip(leave)]

    # What the page calls

    def set_month(self, month: Month, *, closed: bool) -> None:
        """Show the leave of `month`. closed: none can be asked for in it."""
        self._month, self._closed = month, closed
        self.reload()

    def reload(self) -> None:
        """Ask the desk anew, for what is chosen and typed now."""
        states = _GROUPS[max(0, self.state.currentIndex())]
        leaves = [leave for leave in self._desk.leaves.of(self._month) if leave.state in states]
        typed = self.search.text().strip()
        if typed:
            people = set(self._desk.people.find_ids(typed))
            leaves = [one for one in leaves if one.employee_id in people or typed.casefold() in one.note.casefold()]
        self._model.set_rows(leaves)
        self._say_count()

    def show_leave(self, leave: Leave) -> bool:
        """Select a request, taking away what hides it; False where it lies in another month."""
        if self.table.select(leave.id):
            return True
        for widget in (self.search, self.state):
            widget.blockSignals(True)
        self.search.clear()
        self.state.setCurrentIndex(0)
        for widget in (self.search, self.state):
            widget.blockSignals(False)
        self.reload()
        return self.table.select(leave.id)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Offer those of `actions` that can be done in the context menu of the rows."""
        self.table.row_actions = lambda _rows: [action for action in actions if action.isEnabled()]

    def go_to_table(self) -> None:
        """Put the cursor into the table, on its first row where it is on none."""
        if self._model.total:
            if not self.table.selectionModel().hasSelection():
                self.table.selectRow(0)
            self.table.setFocus()

    @property
    def chosen(self) -> Leave | None:
        """The one selected request; None for none or several."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _say_count(self) -> None:
        month = month_name(self._month, self._context.texts, self._desk.today())
        total = self._model.total
        is_filtered = bool(self.search.text().strip()) or self.state.currentIndex() > 0
        if is_filtered:
            count = self.tr("{count} found")
        else:
            count = self.tr("1 request") if total == 1 else self.tr("{count} requests")
        self.set_title(self.tr("Leave in {month}").format(month=month), count.format(count=total))
        if is_filtered:
            self.table.set_empty(
                self.tr("Nothing found"), self.tr("Try fewer letters or all states; Esc empties the search.")
            )
        elif self._closed:
            self.table.set_empty(self.tr("No leave in {month}").format(month=month))
        else:
            self.table.set_empty(
                self.tr("No leave in {month}").format(month=month),
                self.tr("Type a name on the right (Ctrl+N), the days, then Enter asks for the leave."),
            )


def _tone(leave: Leave) -> str:
    return "muted" if leave.state in ENDED else "text"


def _length(leave: Leave) -> Decimal:
    """Return how long a leave is, in days, for sorting: the hours of a day come before a whole one."""
    return Decimal((leave.last - leave.first).days + 1) if leave.hours is None else leave.hours / 25
