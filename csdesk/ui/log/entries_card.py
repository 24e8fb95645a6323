"""The entries of the month below the bar: search, filter, sort, void ones on demand; all of it asked of the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebooks
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query, sort_named
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.log.entry_words import EntryWords, points_of
from csdesk.ui.log.people_chips import GAP_BEFORE_ICON
from csdesk.ui.models.table import PAGE, Chip, Column, TableModel
from csdesk.ui.moments import Moment, month_name, written
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.widgets.cards import Card, words
from csdesk.ui.widgets.search_field import SearchField
from csdesk.ui.widgets.table import DataTable


class EntriesCard(Retranslated, Card):
    """The card. current_changed(EntryRow or None), opened(EntryRow), summary_changed(text): as of its table."""

    current_changed = Signal(object)
    opened = Signal(object)
    summary_changed = Signal(str)

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._words = EntryWords(self)
        self._month = Month.of(desk.today())
        self._closed = False
        self._only: Employee | None = None
        self._rulebooks: Rulebooks = desk.rulebooks()
        self.search = SearchField(self)
        self.all_months = QCheckBox(self)
        self.with_void = QCheckBox(self)
        self.only_button = QPushButton(self)
        look(self.only_button, "chip")
        self.only_button.setIcon(icons.icon("x"))
        self.only_button.setIconSize(QSize(12, 12))
        self.only_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.only_button.hide()
        for widget in (self.only_button, self.all_months, self.with_void, self.search):
            self.head.addWidget(widget)
        self.head.setSpacing(12)
        self.table = DataTable("log", context.preferences, self)
        self._model: TableModel[EntryRow] = TableModel(
            self._columns(),
            identity=lambda row: row.incident.id,
            struck=lambda row: row.incident.is_void,
            asks_sort=True,
        )
        self._model.mark_sorted("when", True)
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self._detail = words(like="hint")
        self._detail.setWordWrap(True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.hide()
        self.body.addWidget(self._detail)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.search.asked.connect(self.reload)
        self.search.left_down.connect(self._go_to_table)
        self.all_months.toggled.connect(self.reload)
        self.with_void.toggled.connect(self.reload)
        self.only_button.clicked.connect(lambda: self.show_only(None))
        self._model.sort_asked.connect(self.reload)
        self.table.current_changed.connect(self._current_changed)
        self.table.opened.connect(self.opened)
        self.table.summary_changed.connect(self.summary_changed)

    def retranslate(self) -> None:
        self.all_months.setText(self.tr("All months"))
        self.with_void.setText(self.tr("Show voided"))
        self.with_void.setToolTip(self.tr("Show voided entries too, struck through"))
        self._model.set_columns(self._columns())
        self._say_only()
        self._say_count()
        self._say_detail(self.table.current_row())

    # Columns

    def _columns(self) -> list[Column[EntryRow]]:
        # A rule is said in few hanzi, and in many letters; its code stands beside it.
        for_rule, for_note = (1, 1) if self._texts.language == "zh" else (3, 2)
        return [
            Column(self.tr("When"), lambda row: row.incident.day, key="when", text=self._when, width=104,
                   tooltip=self._tooltip),
            Column(self.tr("Who"), lambda row: row.employee.name, key="who", width=112,
                   tooltip=lambda row: f"{row.employee.name} · {row.employee.number}"),
            Column(self.tr("Code"), lambda row: row.incident.code, key="code", width=74, tooltip=self._tooltip),
            Column(self.tr("Rule"), self._rule_title, key="rule", stretch=for_rule, sortable=False,
                   tooltip=self._tooltip),
            Column(self.tr("Severity"), lambda row: self._severity(row)[0].text, key="severity", chips=self._severity,
                   width=94),
            Column(self.tr("Points"), lambda row: row.points, key="points", figure=True, sums=True, width=60,
                   text=lambda row: points_of(row, self._texts)),
            Column(self.tr("Note"), lambda row: row.incident.note, key="note", stretch=for_note,
                   tooltip=self._tooltip),
            Column(self.tr("By"), lambda row: row.incident.by, key="by", width=82, tooltip=self._tooltip),
        ]  # fmt: skip

    @property
    def _texts(self) -> Texts:
        return self._context.texts

    def _when(self, row: EntryRow) -> str:
        return written(Moment(row.incident.day, row.incident.time), self._texts, self._desk.today())

    def _rule_title(self, row: EntryRow) -> str:
        return self._words.title(row, self._rulebooks, self._texts)

    def _severity(self, row: EntryRow) -> Sequence[Chip]:
        if row.rule is None:
            return [Chip(self.tr("unknown"), "")]
        return [Chip(self._texts.say(f"words.severity.{row.rule.severity}"), row.rule.severity)]

    def _tooltip(self, row: EntryRow) -> str:
        return "\n".join(
            [self._rule_title(row), *([row.incident.note] if row.incident.note else []), *self._history(row)]
        )

    def _history(self, row: EntryRow) -> list[str]:
        """Return who wrote the entry, what it corrects, and that it was voided, in that order."""
        now, incident = self._desk.now(), row.incident
        lines = [self._words.recorded(incident, self._texts, now)]
        replaced = self._desk.incidents.get(incident.corrects) if incident.corrects else None
        if replaced is not None:
            lines.append(self._words.replaces(replaced, self._texts, now))
        if incident.is_void:
            lines.append(self._words.void(incident, self._texts, now))
        return lines

    # What the page calls

    def set_month(self, month: Month, *, closed: bool) -> None:
        """Show the entries of `month`. closed: nothing can be logged into it."""
        self._month = month
        self._closed = closed
        self.reload()

    def reload(self) -> None:
        """Ask the desk anew, for what is chosen and typed now."""
        self._rulebooks = self._desk.rulebooks()
        query = self._query()
        page = self._desk.incidents.page(query)

        def fetch(offset: int, limit: int) -> Sequence[EntryRow]:
            return self._desk.incidents.page(query._replace(offset=offset, limit=limit)).rows

        self._model.set_window(page.total, fetch, page.rows)
        self._say_count()

    def _query(self) -> Query:
        key, descending = self._model.sorted_by or ("when", True)
        return Query(
            month=None if self.all_months.isChecked() else self._month,
            text=self.search.text(),
            employee_id=self._only.id if self._only is not None else None,
            with_void=self.with_void.isChecked(),
            sort=sort_named(key),
            descending=descending,
            limit=PAGE,
        )

    def show_only(self, person: Employee | None) -> None:
        """Show the entries of one person only, of everybody for None."""
        self._only = person
        self._say_only()
        self.reload()

    def show_all_with(self, text: str, person: Employee | None) -> None:
        """Show the month's entries that hold `text`, of one person or all."""
        self._only = person
        self._set_quietly(text=text, all_months=False)
        self._say_only()
        self.reload()

    def show_entry(self, row: EntryRow) -> bool:
        """Select an entry of the month, taking away what hides it; False where it is not to be found."""
        self._only = None
        self._set_quietly(text="", all_months=False)
        if row.incident.is_void:
            self.with_void.setChecked(True)
        self._say_only()
        self.reload()
        if not self.table.select(row.incident.id):
            # It stands further down than the first page: few of one person's do.
            self.show_only(row.employee)
            return self.table.select(row.incident.id)
        return True

    def _set_quietly(self, text: str, *, all_months: bool) -> None:
        for widget in (self.search, self.all_months):
            widget.blockSignals(True)
        self.search.setText(text)
        self.all_months.setChecked(all_months)
        for widget in (self.search, self.all_months):
            widget.blockSignals(False)

    def select(self, incident_id: str) -> bool:
        """Select an entry if it is among the rows at hand."""
        return self.table.select(incident_id)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` in the context menu of the rows."""
        self.table.row_actions = lambda _rows: list(actions)

    @property
    def rows(self) -> list[EntryRow]:
        """The selected entries."""
        return self.table.selected_rows()

    @property
    def chosen(self) -> EntryRow | None:
        """The row with the cursor, if it is selected.

        Qt gives a table that the focus only passes through a row with the cursor, though nobody chose it.
        """
        row: EntryRow | None = self.table.current_row()
        return row if self.table.selectionModel().isSelected(self.table.currentIndex()) else None

    @property
    def said_detail(self) -> str:
        """The line about the row with the cursor, "" where there is nothing to tell."""
        return self._detail.text()

    @property
    def said_count(self) -> str:
        """How many entries are listed, in words."""
        return self._count.text()

    # What is said

    def _go_to_table(self) -> None:
        if self._model.total:
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            self.table.setFocus()

    def _current_changed(self, row: EntryRow | None) -> None:
        self._say_detail(row)
        self.current_changed.emit(row)

    def _say_detail(self, row: EntryRow | None) -> None:
        told = self._history(row) if row is not None and (row.incident.is_void or row.incident.corrects) else []
        self._detail.setText("  ·  ".join(told))
        self._detail.setVisible(bool(told))

    def _say_only(self) -> None:
        self.only_button.setVisible(self._only is not None)
        if self._only is not None:
            self.only_button.setText(self._only.name + GAP_BEFORE_ICON)
            self.only_button.setToolTip(self.tr("Show everybody's entries again"))
            self.only_button.setAccessibleName(self.only_button.toolTip())

    def _say_count(self) -> None:
        total, month = self._model.total, month_name(self._month, self._texts, self._desk.today())
        is_all = self.all_months.isChecked()
        title = self.tr("Entries of all months") if is_all else self.tr("Entries in {month}").format(month=month)
        is_filtered = bool(self.search.text().strip()) or self._only is not None
        if is_filtered:
            count = self.tr("{count} found")
        else:
            count = self.tr("1 entry") if total == 1 else self.tr("{count} entries")
        self.set_title(title, count.format(count=total))
        if is_filtered:
            hint = self.tr("Try fewer letters, or look in all months.")
            self.table.set_empty(self.tr("Nothing found"), "" if is_all else hint)
        else:
            empty = self.tr("No entries in {month}").format(month=month)
            hint = self.tr("Type a name above, then a rule; Enter saves the entry.")
            self.table.set_empty(empty, "" if self._closed else hint)
