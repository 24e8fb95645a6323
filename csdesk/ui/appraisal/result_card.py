"""Everybody of the month in a table: score, grade, rank, pay, flags, and what became of the sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.core.rulebook import PayRule
from csdesk.desk.desk import Desk
from csdesk.desk.reports import average_score
from csdesk.texts import Texts
from csdesk.ui.appraisal.checklist import is_stale
from csdesk.ui.appraisal.reading import MonthReading, SheetRow
from csdesk.ui.appraisal.sheet_words import SheetWords
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, ScoreScale, TableModel
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable


class ResultCard(Retranslated, Card):
    """The card. current_changed(SheetRow or None), opened(SheetRow), summary_changed(text): as of its table."""

    current_changed = Signal(object)
    opened = Signal(object)
    selection_changed = Signal()
    summary_changed = Signal(str)

    def __init__(self, desk: Desk, sheet_words: SheetWords, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = sheet_words
        self._reading: MonthReading | None = None
        self._problem: Problem | None = None
        self._wanted: str | None = None
        self.search = SearchField()
        self.search.setFixedWidth(220)
        self.head.addWidget(self.search)
        self.table = DataTable("appraisal", context.preferences)
        self._model: TableModel[SheetRow] = TableModel(
            self._columns(), identity=lambda row: row.sheet.employee.id, parent=self
        )
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self.search.asked.connect(self._show)
        self.search.left_down.connect(self.go_to_table)
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self._model.set_columns(self._columns())
        self._say()

    # Columns

    def _columns(self) -> list[Column[SheetRow]]:
        return [
            Column(self.tr("Rank"), lambda row: row.sheet.rank, key="rank", figure=True, width=52),
            Column(self.tr("Name"), lambda row: row.sheet.employee.name, key="name", stretch=1, tooltip=self._who),
            Column(self.tr("Number"), lambda row: row.sheet.employee.number, key="number", hidden=True, width=80),
            Column(self.tr("Role"), lambda row: row.sheet.employee.role.value, key="role", text=self._role, width=128,
                   yields=True, tooltip=self._role),
            Column(self.tr("Group"), lambda row: row.sheet.employee.group, key="group", hidden=True, width=90),
            Column(self.tr("Score"), lambda row: row.sheet.final, key="score", width=124, scale=self._scale,
                   text=lambda row: self._texts.points(row.sheet.final), tooltip=self._score_tip),
            Column(self.tr("Grade"), lambda row: row.sheet.grade, key="grade", width=58),
            self._points(self.tr("Bonuses"), "bonuses", lambda row: row.sheet.bonuses),
            self._points(self.tr("Offences"), "offences", lambda row: -row.sheet.offences),
            self._points(self.tr("Automatic"), "automatic", lambda row: row.sheet.automatic),
            self._points(self.tr("Adjustment"), "discretion", lambda row: row.sheet.adjustment),
            self._points(self.tr("Raw score"), "raw", lambda row: row.sheet.raw, signed=False),
            Column(self.tr("Pay (yuan)"), self._pay_value, key="pay", figure=True, sums=True, width=92,
                   text=lambda row: self._words.pay(row.sheet), tooltip=self._pay_tip),
            Column(self.tr("Flags"), lambda row: len(row.sheet.flags), key="flags", width=108,
                   chips=lambda row: self._words.chips(row.sheet), tooltip=self._flags_tip),
            Column(self.tr("Sheet"), lambda row: self._words.state_rank(row.mark), key="sheet", width=106,
                   text=lambda row: self._words.state(row.mark), tone=self._state_tone,
                   tooltip=lambda row: self._words.state_tip(row.mark)),
        ]  # fmt: skip

    def _points(
        self, title: str, key: str, points: Callable[[SheetRow], int], *, signed: bool = True
    ) -> Column[SheetRow]:
        """Return a column of points that is only shown when it is chosen."""
        return Column(title, points, key=key, figure=True, hidden=True, width=84,
                      text=lambda row: self._texts.points(points(row), signed=signed))  # fmt: skip

    @property
    def _texts(self) -> Texts:
        return self._words.texts

    @property
    def _pay_rule(self) -> PayRule | None:
        return self._reading.view.result.rulebook.month.pay if self._reading is not None else None

    def _who(self, row: SheetRow) -> str:
        person = row.sheet.employee
        group = f" · {person.group}" if person.group else ""
        return f"{person.name} · {person.number} · {self._role(row)}{group}"

    def _role(self, row: SheetRow) -> str:
        return self._texts.say(f"words.role.{row.sheet.employee.role}")

    def _scale(self, row: SheetRow) -> ScoreScale:
        rule = self._reading.view.result.rulebook.month if self._reading is not None else None
        if rule is None:
            return ScoreScale(row.sheet.base, row.sheet.base, 0)
        return ScoreScale(row.sheet.base, rule.cap, rule.flag_below)

    def _score_tip(self, row: SheetRow) -> str:
        sheet = row.sheet
        if sheet.raw == sheet.final:
            return ""
        said = self.tr("Raw score {raw}, held at {final}")
        return said.format(raw=self._texts.points(sheet.raw), final=sheet.final)

    def _pay_value(self, row: SheetRow) -> int | None:
        effect = row.sheet.pay_effect
        return None if effect is None else int(effect)

    def _pay_tip(self, row: SheetRow) -> str:
        return self._texts.pay_reason(row.sheet, self._pay_rule) if self._pay_rule is not None else ""

    def _flags_tip(self, row: SheetRow) -> str:
        return self._words.flags_tip(row.sheet, self._pay_rule) if self._pay_rule is not None else ""

    def _state_tone(self, row: SheetRow) -> str:
        return "muted" if row.mark is None else "worse" if is_stale(row) else "text"

    # What the page calls

    def show_reading(self, reading: MonthReading | None, problem: Problem | None = None) -> None:
        """Show a month. problem: why it cannot be reckoned, where there is no reading."""
        self._reading, self._problem = reading, problem
        self._show()

    def want(self, employee_id: str) -> bool:
        """Select somebody, as soon as the month is read; False where the month has no such person."""
        self._wanted = employee_id
        if self._reading is None:
            return self._problem is None
        if not any(row.sheet.employee.id == employee_id for row in self._reading.rows):
            self._wanted = None
            return False
        if not self.table.select(employee_id):
            self.search.clear()
        return True

    @property
    def rows(self) -> list[SheetRow]:
        """The selected people."""
        return self.table.selected_rows()

    @property
    def current(self) -> SheetRow | None:
        """The person with the cursor."""
        row = self.table.current_row()
        return row if isinstance(row, SheetRow) else None

    @property
    def shown(self) -> Sequence[SheetRow]:
        """Everybody whom the table shows, from top to bottom."""
        return self._model.rows_at_hand()

    @property
    def said_count(self) -> str:
        """How many people are listed and how they did on average, in words."""
        return self._count.text()

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` in the context menu of the rows."""
        self.table.row_actions = lambda _rows: list(actions)

    def go_to_table(self) -> None:
        """Put the cursor into the table."""
        self.table.setFocus()

    def search_for(self, text: str) -> None:
        """Search for `text`."""
        self.search.setText(text)

    # What is shown

    def _show(self) -> None:
        self._model.set_rows(self._found())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select(wanted)
        if self.table.current_row() is None and self._model.total:
            self.table.selectRow(0)
        self._say()

    def _found(self) -> Sequence[SheetRow]:
        rows = self._reading.rows if self._reading is not None else ()
        text = self.search.text().strip()
        if not text:
            return rows
        people = frozenset(self._desk.people.find_ids(text))
        if people:
            return [row for row in rows if row.sheet.employee.id in people]
        folded = text.casefold()
        return [row for row in rows if folded in self._words.found_by(row)]

    def _say(self) -> None:
        count = self.tr("1 person") if self._model.total == 1 else self.tr("{count} people")
        parts = [count.format(count=self._model.total)]
        is_filtered = bool(self.search.text().strip())
        if is_filtered:
            parts = [self.tr("{count} found").format(count=self._model.total)]
        elif self._reading is not None:
            average = average_score(self._reading.view.result)
            if average is not None:
                parts.append(self.tr("average {score}").format(score=average))
        self.set_title(self.tr("Points appraisal"), " · ".join(parts) if self._reading is not None else "")
        if self._problem is not None:
            self.table.set_empty(self.tr("Nothing can be calculated"), self._texts.problem(self._problem))
        elif is_filtered:
            self.table.set_empty(self.tr("Nobody found"), self.tr("Try fewer letters, or Esc to see everybody."))
        else:
            hint = self.tr("Add people under Roster, or go to a month in which somebody was employed.")
            self.table.set_empty(self.tr("Nobody is appraised by points in this month"), hint)
