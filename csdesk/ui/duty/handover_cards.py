"""The tables of the page Handover: what is due on a day, the month's records, what is still open."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from csdesk.core.handover import Handover, OpenProblem
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.handovers import DueHandover
from csdesk.ui.duty.duty_actions import DutyActions
from csdesk.ui.duty.handover_words import ARROW, HandoverWords
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.widgets.action_buttons import ActionButtons
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable


class DueCard(Retranslated, Card):
    """The changes of shift of a day, by the roster. today: says which day it is."""

    def __init__(
        self, context: Context, said: HandoverWords, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = said
        self._today = today
        self.table = DataTable("handovers-due", context.preferences)
        self.model: TableModel[DueHandover] = TableModel(
            self._columns(),
            identity=lambda due: (due.change.day, due.change.from_shift.id, due.change.to_shift.id),
        )
        self.table.set_model(self.model)
        self.body.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.model.set_columns(self._columns())
        self.table.set_empty(
            self.tr("No change of shift on this day"),
            self.tr("Handovers are due where the roster has one shift relieve another."),
        )

    def _columns(self) -> list[Column[DueHandover]]:
        return [
            Column(self.tr("Time"), lambda due: due.change.time, key="time", width=62,
                   text=lambda due: f"{due.change.time:%H:%M}"),
            Column(self.tr("Shifts"), self._pair, key="pair", width=92),
            Column(self.tr("Leaving"), lambda due: self._words.names(due.leaving), key="leaving", stretch=1, width=120,
                   tooltip=lambda due: self._words.names(due.leaving, len(due.leaving))),
            Column(self.tr("Taking over"), lambda due: self._words.names(due.arriving), key="arriving", stretch=1,
                   width=120, tooltip=lambda due: self._words.names(due.arriving, len(due.arriving))),
            Column(self.tr("State"), self._state, key="state", width=124, tone=self._tone),
        ]  # fmt: skip

    def _pair(self, due: DueHandover) -> str:
        return ARROW.join((due.change.from_shift.code, due.change.to_shift.code))

    def _state(self, due: DueHandover) -> str:
        return self._words.state(due.handover, is_over=due.change.day < self._today())

    def _tone(self, due: DueHandover) -> str:
        return self._words.tone(due.handover, is_over=due.change.day < self._today())


class RecordsCard(Retranslated, Card):
    """The records of a month, searched by whom and what they name."""

    def __init__(self, desk: Desk, context: Context, said: HandoverWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._words = said
        self._month = Month.of(desk.today())
        self._records: Sequence[Handover] = ()
        self._open_counts: Mapping[str, int] = {}
        self.search = SearchField(self)
        self.head.addWidget(self.search)
        self.table = DataTable("handovers", context.preferences)
        self.model: TableModel[Handover] = TableModel(self._columns(), identity=lambda record: record.id)
        self.table.set_model(self.model)
        self.body.addWidget(self.table, 1)
        self.search.asked.connect(self._show)
        self.search.left_down.connect(self._go_to_found)
        self.retranslate()

    def retranslate(self) -> None:
        self.model.set_columns(self._columns())
        self._say()

    def show_records(self, month: Month, records: Sequence[Handover], open_counts: Mapping[str, int]) -> None:
        """Show those of a month that are searched for. open_counts: how many problems of each are still open."""
        self._month, self._records, self._open_counts = month, records, open_counts
        self._show()

    def _show(self) -> None:
        self.model.set_rows(self._found())
        self._say()

    def _found(self) -> Sequence[Handover]:
        typed = self.search.text().strip()
        if not typed:
            return self._records
        people = set(self._desk.people.find_ids(typed))
        return [one for one in self._records if people & {one.given_by_id, one.taken_by_id} or self._says(one, typed)]

    def _says(self, one: Handover, typed: str) -> bool:
        """Return whether a record names what is typed: a shift, or words of what stands in it."""
        texts = [self._words.pair(one.from_shift_id, one.to_shift_id), one.equipment, one.staff_changes, one.notes]
        texts += [one.refused_reason or "", *(problem.text for problem in self._desk.handovers.problems_of(one.id))]
        return any(typed.casefold() in text.casefold() for text in texts)

    def _go_to_found(self) -> None:
        """Go on to the first that was found, and show it."""
        if self.model.total:
            self.table.selectRow(0)
            self.table.setFocus()

    def _say(self) -> None:
        shown, total = self.model.total, len(self._records)
        count = self.tr("1 record") if total == 1 else self.tr("{count} records").format(count=total)
        if shown < total:
            count = self.tr("{count} of {all} records").format(count=shown, all=total)
        title = self.tr("Handovers in {month}").format(month=self._context.texts.month(self._month))
        self.set_title(title, count if total else "")
        if total:
            hint = self.tr("Search by who handed or took over, shift, or words of the record; Esc empties the search.")
            self.table.set_empty(self.tr("No record of this month fits"), hint)
        else:
            hint = self.tr("Choose a change of shift above, fill in the form beside it, and press Ctrl+Enter.")
            self.table.set_empty(self.tr("No handover is recorded in this month"), hint)

    def _columns(self) -> list[Column[Handover]]:
        return [
            Column(self.tr("Day"), lambda one: (one.day, one.time), key="day", width=76,
                   text=lambda one: self._words.day(one.day)),
            Column(self.tr("Time"), lambda one: one.time, key="time", width=62, text=lambda one: f"{one.time:%H:%M}"),
            Column(self.tr("Shifts"), lambda one: self._words.pair(one.from_shift_id, one.to_shift_id), key="pair",
                   width=92),
            Column(self.tr("Handed over by"), lambda one: self._words.name(one.given_by_id), key="given", stretch=1,
                   width=100),
            Column(self.tr("Taken over by"), lambda one: self._words.name(one.taken_by_id), key="taken", stretch=1,
                   width=100),
            Column(self.tr("State"), lambda one: self._words.state(one, is_over=True), key="state", width=124,
                   tone=lambda one: self._words.tone(one, is_over=True),
                   tooltip=lambda one: one.refused_reason or ""),
            Column(self.tr("Open"), lambda one: self._open_counts.get(one.id, 0), key="open", figure=True, sums=True,
                   width=58, text=lambda one: str(self._open_counts.get(one.id) or ""),
                   tooltip=lambda one: self.tr("Problems that are still open")),
        ]  # fmt: skip


class OpenProblemsCard(Retranslated, Card):
    """What handovers have left open, carried on until it is closed."""

    def __init__(self, context: Context, said: HandoverWords, actions: DutyActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = said
        self.table = DataTable("open-problems", context.preferences)
        self.model: TableModel[OpenProblem] = TableModel(self._columns(), identity=lambda one: one.id)
        self.table.set_model(self.model)
        self.table.row_actions = lambda _rows: [actions.close_problem]
        self.head.addWidget(ActionButtons((actions.close_problem,)))
        self.body.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.model.set_columns(self._columns())
        self.table.set_empty(self.tr("Nothing is open"))
        self.say_count()

    def say_count(self) -> None:
        """Say how many there are."""
        self.set_title(self.tr("Open problems"), str(self.model.total) if self.model.total else "")

    def _columns(self) -> list[Column[OpenProblem]]:
        return [
            Column(self.tr("Since"), lambda one: one.opened_on, key="since", width=76,
                   text=lambda one: self._words.day(one.opened_on)),
            Column(self.tr("Problem"), lambda one: one.text, key="text", stretch=1, tooltip=lambda one: one.text),
        ]  # fmt: skip
