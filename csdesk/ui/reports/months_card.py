"""The months in rows: people, average, best and worst, how many of each grade, points, pay, flags."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebooks
from csdesk.desk.reports import MonthSummary
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.reports.year import Year
from csdesk.ui.widgets.cards import Card, button
from csdesk.ui.widgets.table import DataTable, with_minus

NOTHING = "—"


def letters_of(rulebooks: Rulebooks) -> tuple[str, ...]:
    """Return every grade that any version knows, best first, the ungraded ones last."""
    graded = dict.fromkeys(band.letter for version in reversed(rulebooks.versions) for band in version.month.bands)
    ungraded = dict.fromkeys(version.month.ungraded for version in rulebooks.versions)
    return (*graded, *(letter for letter in ungraded if letter not in graded))


class MonthsCard(Retranslated, Card):
    """The card. month_asked(Month): Enter or a double click on a row. summary_changed(text): as of its table.

    save_asked: the table is to be saved. copied: all of it went to the clipboard.
    """

    month_asked = Signal(object)
    summary_changed = Signal(str)
    save_asked = Signal()
    copied = Signal()

    def __init__(self, context: Context, letters: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._letters = tuple(letters)
        self._year: Year | None = None
        self.copy_button = button(icon=icons.icon("copy"))
        self.save_button = button(icon=icons.icon("export"))
        self.head.addWidget(self.copy_button)
        self.head.addWidget(self.save_button)
        self.table = DataTable("report-months", context.preferences)
        self._model = self._new_model()
        self.table.set_model(self._model)
        self.body.addWidget(self.table, 1)
        self.copy_button.clicked.connect(self.copy_all)
        self.save_button.clicked.connect(self.save_asked)
        self.table.opened.connect(lambda row: self.month_asked.emit(row.month))
        self.table.summary_changed.connect(self.summary_changed)
        self.retranslate()

    def _new_model(self) -> TableModel[MonthSummary]:
        return TableModel(self._columns(), identity=lambda row: row.month, parent=self)

    def retranslate(self) -> None:
        self.copy_button.setText(self.tr("Copy table"))
        self.save_button.setText(self.tr("Save as CSV…"))
        self._model.set_columns(self._columns())
        self.table.set_empty(
            self.tr("Nothing to report yet"),
            self.tr("The months appear here as soon as somebody is employed and appraised."),
        )
        self._say_title()

    # Columns

    def _columns(self) -> list[Column[MonthSummary]]:
        return [
            Column(self.tr("Month"), lambda row: row.month, key="month", width=160,
                   text=lambda row: self._texts.month(row.month)),
            Column(self.tr("State"), lambda row: row.closed, key="state", chips=self._state, stretch=1),
            Column(self.tr("People"), lambda row: row.people, key="people", figure=True, width=70),
            Column(self.tr("Average"), lambda row: row.average, key="average", figure=True, width=78, bold=True,
                   text=lambda row: NOTHING if row.average is None else str(row.average)),
            Column(self.tr("Best"), lambda row: row.best, key="best", figure=True, width=60,
                   text=lambda row: _score(row.best)),
            Column(self.tr("Worst"), lambda row: row.worst, key="worst", figure=True, width=64,
                   text=lambda row: _score(row.worst)),
            *(Column(letter, partial(_count, letter), key=f"grade-{letter}", figure=True, sums=True, width=50,
                     tone=partial(self._tone, letter)) for letter in self._letters),
            Column(self.tr("Bonuses"), lambda row: row.bonuses, key="bonuses", figure=True, sums=True, width=84,
                   text=lambda row: self._texts.points(row.bonuses, signed=True)),
            Column(self.tr("Offences"), lambda row: -row.offences, key="offences", figure=True, sums=True, width=84,
                   text=lambda row: self._texts.points(-row.offences)),
            Column(self.tr("Pay (yuan)"), _pay, key="pay", figure=True, sums=True, width=96,
                   text=lambda row: with_minus(f"{row.pay:+,.0f}" if row.pay else "0")),
            Column(self.tr("Flagged"), lambda row: row.flagged, key="flagged", figure=True, width=76),
        ]  # fmt: skip

    @property
    def _texts(self) -> Texts:
        return self._context.texts

    def _state(self, row: MonthSummary) -> Sequence[Chip]:
        return [Chip(self.tr("closed"), "bonus") if row.closed else Chip(self.tr("open"), "")]

    @staticmethod
    def _tone(letter: str, row: MonthSummary) -> str:
        return "text" if row.grades.get(letter) else "muted"

    # What the page calls

    def show_year(self, year: Year, letters: Sequence[str]) -> None:
        """Show the months of `year` in which anybody was appraised; the last one is marked."""
        self._year = year
        if tuple(letters) != self._letters:
            self._letters = tuple(letters)
            self._model.deleteLater()
            self._model = self._new_model()
            self.table.set_model(self._model)
        self._model.set_rows([summary for summary in year.summaries if summary.people])
        if not self.table.selectionModel().hasSelection():
            self.table.select(year.last)
        self._say_title()

    def mark(self, month: Month) -> None:
        """Select the row of `month`."""
        self.table.select(month)

    @property
    def rows(self) -> Sequence[MonthSummary]:
        """The months in the table, from top to bottom."""
        return self._model.rows_at_hand()

    def _say_title(self) -> None:
        said = ""
        if self._year is not None and self._year.summaries:
            first, last = self._year.summaries[-1].month, self._year.last
            said = " – ".join(self._texts.month(month) for month in dict.fromkeys((first, last)))
        self.set_title(self.tr("Months"), said)
        for made in (self.copy_button, self.save_button):
            made.setEnabled(self._model.total > 0)

    # Out

    def copy_all(self) -> None:
        """Put the whole table on the clipboard, with headings."""
        QGuiApplication.clipboard().setText(self.text("\t", "\n"))
        self.copied.emit()

    def text(self, between: str, end: str) -> str:
        """Return headings and rows as text. Figures are plain, so that a spreadsheet program reads them as such."""
        columns = self._model.columns
        lines = [between.join(column.title for column in columns)]
        lines += [between.join(_plain(column, row) for column in columns) for row in self.rows]
        return end.join([*lines, ""])


def _plain(column: Column[MonthSummary], row: MonthSummary) -> str:
    value = column.value(row)
    if column.key == "month":
        return str(value)
    if column.figure:
        return "" if value is None else str(value)
    return column.words(row)


def _count(letter: str, row: MonthSummary) -> int:
    return row.grades.get(letter, 0)


def _pay(row: MonthSummary) -> object:
    return int(row.pay) if row.pay == int(row.pay) else row.pay


def _score(score: int | None) -> str:
    return NOTHING if score is None else str(score)
