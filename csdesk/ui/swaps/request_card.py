"""The requests of a month in a table: searched, filtered by their state, counted."""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.swaps.request import Request
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable


class CardWords(NamedTuple):
    """What the card says. states: of the groups of states, in order. title, empty: with the {month}.

    one, many: how many requests there are, the latter with their {count}. hint: how one is asked for.
    """

    states: Sequence[str]
    title: str
    one: str
    many: str
    empty: str
    hint: str


class RequestCard(Retranslated, Card, Generic[Request]):
    """The card. opened(request), summary_changed(text): as of its table.

    name: of the table, in preferences. groups: of states, that can be chosen. Who derives from it says columns, words
    and what is listed, and calls `begin` as soon as it can.
    """

    opened = Signal(object)
    summary_changed = Signal(str)

    def __init__(
        self, name: str, groups: Sequence[Collection[StrEnum]], desk: Desk, context: Context, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._groups = groups
        self._month = Month.of(desk.today())
        self._closed = False
        self.search = SearchField(self)
        self.state = QComboBox(self)
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for widget in (self.state, self.search):
            self.head.addWidget(widget)
        self.table = DataTable(name, context.preferences, self)
        self.body.addWidget(self.table, 1)

    def begin(self) -> None:
        """Make the columns, and listen to what is typed and chosen."""
        self._model: TableModel[Request] = TableModel(self._columns(), identity=lambda request: request.id)
        self.table.set_model(self._model)
        self.search.asked.connect(self.reload)
        self.search.left_down.connect(self.go_to_table)
        self.state.currentIndexChanged.connect(self.reload)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.state.setAccessibleName(self.tr("State"))
        self.state.blockSignals(True)
        chosen = max(0, self.state.currentIndex())
        self.state.clear()
        self.state.addItems(list(self._said().states))
        self.state.setCurrentIndex(chosen)
        self.state.blockSignals(False)
        self._model.set_columns(self._columns())
        self._say_count()

    # What a card of requests is about

    @abstractmethod
    def _columns(self) -> list[Column[Request]]:
        """Return the columns, in the language of the moment."""

    @abstractmethod
    def _said(self) -> CardWords:
        """Return the words, in the language of the moment."""

    @abstractmethod
    def _of_month(self) -> list[Request]:
        """Return every request of the month shown."""

    @abstractmethod
    def _fits(self, request: Request, typed: str, people: Collection[str]) -> bool:
        """Return whether `typed` may mean a request, or one of the `people` that it may mean."""

    # What the page calls

    def set_month(self, month: Month, *, closed: bool) -> None:
        """Show the requests of `month`. closed: none can be asked for in it."""
        self._month, self._closed = month, closed
        self.reload()

    def reload(self) -> None:
        """Ask the desk anew, for what is chosen and typed now."""
        states = self._groups[max(0, self.state.currentIndex())]
        requests = [one for one in self._of_month() if one.state in states]
        typed = self.search.text().strip()
        if typed:
            people = set(self._desk.people.find_ids(typed))
            requests = [one for one in requests if self._fits(one, typed.casefold(), people)]
        self._model.set_rows(requests)
        self._say_count()

    def show_request(self, request: Request) -> bool:
        """Select a request, taking away what hides it; False where it lies in another month."""
        if self.table.select(request.id):
            return True
        for widget in (self.search, self.state):
            widget.blockSignals(True)
        self.search.clear()
        self.state.setCurrentIndex(0)
        for widget in (self.search, self.state):
            widget.blockSignals(False)
        self.reload()
        return self.table.select(request.id)

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
    def rows(self) -> list[Request]:
        """The selected requests."""
        return self.table.selected_rows()

    @property
    def chosen(self) -> Request | None:
        """The one selected request; None for none or several."""
        rows = self.rows
        return rows[0] if len(rows) == 1 else None

    def _say_count(self) -> None:
        said, total = self._said(), self._model.total
        month = month_name(self._month, self._context.texts, self._desk.today())
        is_filtered = bool(self.search.text().strip()) or self.state.currentIndex() > 0
        count = self.tr("{count} found") if is_filtered else said.one if total == 1 else said.many
        self.set_title(said.title.format(month=month), count.format(count=total))
        if is_filtered:
            self.table.set_empty(
                self.tr("Nothing found"), self.tr("Try fewer letters or all states; Esc empties the search.")
            )
        else:
            self.table.set_empty(said.empty.format(month=month), "" if self._closed else said.hint)
