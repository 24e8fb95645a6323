"""The register of the month: every swap with a day in it, searched and filtered by its state."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget

from csdesk.core.month import Month
from csdesk.core.swap import Leg, Swap, SwapState
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.swaps.swap_words import ENDED, NOTHING, SwapWords
from csdesk.ui.widgets.cards import Card, icon_button, name_button
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable

_STATES = list(SwapState)
_GROUPS: tuple[frozenset[SwapState], ...] = (
    frozenset(SwapState),
    frozenset({SwapState.DRAFTED, SwapState.AGREED}),
    frozenset({SwapState.APPROVED}),
    ENDED,
)


class RegisterCard(Retranslated, Card):
    """The card. current_changed(Swap or None), opened(Swap), summary_changed(text): as of its table.

    print_asked: the button in its head.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    summary_changed = Signal(str)
    print_asked = Signal()

    def __init__(self, desk: Desk, context: Context, said: SwapWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._words = said
        self._month = Month.of(desk.today())
        self._closed = False
        self.search = SearchField()
        self.state = QComboBox()
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.print_button = icon_button(icons.icon("printer"))
        for widget in (self.print_button, self.state, self.search):
            self.head.addWidget(widget)
        self.table = DataTable("swaps", context.preferences)
        self._model: TableModel[Swap] = TableModel(self._columns(), identity=lambda swap: swap.id)
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self.print_button.clicked.connect(self.print_asked)
        self.search.asked.connect(self.reload)
        self.search.left_down.connect(self.go_to_table)
        self.state.currentIndexChanged.connect(self.reload)
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.state.setAccessibleName(self.tr("State"))
        name_button(self.print_button, self.tr("Print the chosen swaps, or the month's register (Ctrl+P)"))
        names = (self.tr("All states"), self.tr("Undecided"), self.tr("Approved"), self.tr("Rejected or ended"))
        self.state.blockSignals(True)
        chosen = max(0, self.state.currentIndex())
        self.state.clear()
        self.state.addItems(names)
        self.state.setCurrentIndex(chosen)
        self.state.blockSignals(False)
        self._model.set_columns(self._columns())
        self._say_count()

    # Columns

    def _columns(self) -> list[Column[Swap]]:
        def leg(swap: Swap, place: int) -> Leg | None:
            return swap.legs[place] if place < len(swap.legs) else None

        def when(swap: Swap, place: int) -> str:
            found = leg(swap, place)
            return NOTHING if found is None else self._words.leg(swap, found)

        return [
            Column(self.tr("No."), lambda one: one.number, key="number", figure=True, width=48, tone=_tone),
            Column(self.tr("Asked on"), lambda one: one.asked_on, key="asked", width=76, tone=_tone,
                   text=lambda one: self._words.day(one.asked_on)),
            Column(self.tr("A"), lambda one: self._words.name(one.draft.a_id), key="a", width=90, tone=_tone),
            Column(self.tr("A's day"), lambda one: one.draft.day_a, key="day_a", width=94, tone=_tone,
                   text=lambda one: when(one, 0)),
            Column(self.tr("B"), lambda one: self._words.name(one.draft.b_id), key="b", width=90, tone=_tone),
            Column(self.tr("B's day"), lambda one: one.draft.day_b, key="day_b", width=94, tone=_tone,
                   text=lambda one: when(one, 1)),
            Column(self.tr("Signatures"), lambda one: (one.signed_a is not None) + (one.signed_b is not None),
                   key="signatures", width=88, tone=_tone, text=self._words.signatures, tooltip=self._signed),
            Column(self.tr("State"), lambda one: _STATES.index(one.state), key="state", width=100,
                   chips=self._chips, tooltip=self._words.decision),
            Column(self.tr("Reason"), lambda one: one.draft.reason, key="reason", stretch=1, tone=_tone,
                   tooltip=lambda one: one.draft.reason),
        ]  # fmt: skip

    @property
    def _texts(self) -> Texts:
        return self._context.texts

    def _chips(self, swap: Swap) -> Sequence[Chip]:
        return [self._words.chip(swap)]

    def _signed(self, swap: Swap) -> str:
        both = ((swap.draft.a_id, swap.signed_a), (swap.draft.b_id, swap.signed_b))
        return "\n".join(f"{self._words.name(who)}: {self._words.signature(day)}" for who, day in both)

    # What the page calls

    def set_month(self, month: Month, *, closed: bool) -> None:
        """Show the swaps of `month`. closed: nothing can be asked for in it."""
        self._month, self._closed = month, closed
        self.reload()

    def reload(self) -> None:
        """Ask the desk anew, for what is chosen and typed now."""
        swaps = self._desk.swaps.all(self._month)
        states = _GROUPS[max(0, self.state.currentIndex())]
        self._model.set_rows([swap for swap in swaps if swap.state in states and self._fits(swap)])
        self._say_count()

    def _fits(self, swap: Swap) -> bool:
        typed = self.search.text().strip()
        if not typed:
            return True
        people = set(self._desk.people.find_ids(typed))
        is_party = swap.draft.a_id in people or swap.draft.b_id in people
        return is_party or typed == str(swap.number) or typed.casefold() in swap.draft.reason.casefold()

    def show_swap(self, swap: Swap) -> bool:
        """Select a swap, taking away what hides it; False where it lies in another month."""
        if self.table.select(swap.id):
            return True
        for widget in (self.search, self.state):
            widget.blockSignals(True)
        self.search.clear()
        self.state.setCurrentIndex(0)
        for widget in (self.search, self.state):
            widget.blockSignals(False)
        self.reload()
        return self.table.select(swap.id)

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
    def rows(self) -> list[Swap]:
        """The selected swaps."""
        return self.table.selected_rows()

    @property
    def chosen(self) -> Swap | None:
        """The one selected swap; None for none or several."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _say_count(self) -> None:
        total, month = self._model.total, month_name(self._month, self._texts, self._desk.today())
        is_filtered = bool(self.search.text().strip()) or self.state.currentIndex() > 0
        if is_filtered:
            count = self.tr("{count} found")
        else:
            count = self.tr("1 swap") if total == 1 else self.tr("{count} swaps")
        self.set_title(self.tr("Register of {month}").format(month=month), count.format(count=total))
        if is_filtered:
            self.table.set_empty(
                self.tr("Nothing found"), self.tr("Try fewer letters or all states; Esc empties the search.")
            )
        elif self._closed:
            self.table.set_empty(self.tr("No swaps in {month}").format(month=month))
        else:
            self.table.set_empty(
                self.tr("No swaps in {month}").format(month=month),
                self.tr("Type a name on the right (Ctrl+N), the days, then Enter asks for the swap."),
            )


def _tone(swap: Swap) -> str:
    return "muted" if swap.state in ENDED else "text"
