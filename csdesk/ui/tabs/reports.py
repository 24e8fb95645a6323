"""The Reports tab: the grades of the month, the team's average over a year, and the months in rows."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QAction, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.writing import safe_name, write_whole
from csdesk.ui import icons
from csdesk.ui.page import Change, Context, Page, SheetTarget
from csdesk.ui.reports.average_card import AverageCard
from csdesk.ui.reports.grades_card import GradesCard
from csdesk.ui.reports.months_card import MonthsCard, letters_of
from csdesk.ui.reports.year import Year, YearReader
from csdesk.ui.tasks import Progress
from csdesk.ui.tokens import CARD_GAP
from csdesk.ui.widgets.cards import Band


class ReportsPage(Page):
    """The tab."""

    def __init__(self, desk: Desk, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        self._month = Month.of(desk.today())
        self._reader = YearReader(desk, context, self)
        self.band = Band("info")
        self.grades = GradesCard(context)
        self.average = AverageCard(context)
        self.months = MonthsCard(context, letters_of(desk.rulebooks()))
        self.body.addWidget(self.band)
        above = QHBoxLayout()
        above.setSpacing(CARD_GAP)
        above.addWidget(self.grades, 7)
        above.addWidget(self.average, 5)
        self.body.addLayout(above, 1)
        self.body.addWidget(self.months, 1)
        self._make_actions()
        self._connect()
        self.retranslate()

    def _make_actions(self) -> None:
        self._copy_action = QAction(icons.icon("copy"), "", self)
        self._copy_action.triggered.connect(self.months.copy_all)
        self._csv_action = QAction(icons.icon("export"), "", self)
        self._csv_action.triggered.connect(self.ask_csv)
        self._grades_action = QAction(icons.icon("chart-bar"), "", self)
        self._grades_action.triggered.connect(self._ask_grades_picture)
        self._average_action = QAction(icons.icon("trend-up"), "", self)
        self._average_action.triggered.connect(self._ask_average_picture)

    def _connect(self) -> None:
        self._reader.arrived.connect(self._show_year)
        self.grades.person_asked.connect(lambda id: self.target_asked.emit(SheetTarget(id, self._month)))
        self.grades.summary_changed.connect(self.summary)
        self.grades.save_asked.connect(self._ask_grades_picture)
        self.average.save_asked.connect(self._ask_average_picture)
        self.months.month_asked.connect(self.month_asked)
        self.months.summary_changed.connect(self.summary)
        self.months.save_asked.connect(self.ask_csv)
        self.months.copied.connect(lambda: self.say(self.tr("The table is on the clipboard.")))

    def retranslate(self) -> None:
        self._copy_action.setText(self.tr("Copy table of months"))
        self._csv_action.setText(self.tr("Save table of months as CSV…"))
        self._grades_action.setText(self.tr("Save chart of grades…"))
        self._average_action.setText(self.tr("Save chart of averages…"))

    # What the window calls

    def set_month(self, month: Month) -> None:
        self._month = month
        self._reader.read(month)
        self.months.mark(month)

    def reload(self, change: Change) -> None:
        self._reader.forget()
        self._reader.read(self._month)

    def shown(self) -> None:
        self.grades.chart.setFocus()

    def page_actions(self) -> list[QAction]:
        return [self._copy_action, self._csv_action, self._grades_action, self._average_action]

    # What is shown

    def _show_year(self, year: Year) -> None:
        self.band.say(self.context.texts.problem(year.problem) if year.problem is not None else "")
        rulebook = self._desk.rulebooks().on(year.last.last)
        self.grades.show_year(year)
        self.average.show_year(year, rulebook.month.base if rulebook is not None else None)
        self.months.show_year(year, letters_of(self._desk.rulebooks()))
        for action in (self._copy_action, self._csv_action):
            action.setEnabled(bool(self.months.rows))

    # Out

    def ask_csv(self) -> None:
        """Let the user choose where the table goes, then save it."""
        # With the mark that tells spreadsheet programs which characters these are.
        content = ("\ufeff" + self.months.text(",", "\r\n")).encode()
        self._ask_file(self.tr("Save the table"), self.tr("months"), "csv", self.tr("Text, comma-separated (*.csv)"),
                       content)  # fmt: skip

    def _ask_grades_picture(self) -> None:
        self._ask_picture(self.grades, self.tr("grades"))

    def _ask_average_picture(self) -> None:
        self._ask_picture(self.average, self.tr("average"))

    def _ask_picture(self, card: GradesCard | AverageCard, name: str) -> None:
        content = _png(card.chart.picture(f"{self._desk.team_name} · {card.accessibleName()}"))
        self._ask_file(self.tr("Save the chart"), name, "png", self.tr("Pictures (*.png)"), content)

    def _ask_file(self, title: str, name: str, suffix: str, kind: str, content: bytes) -> None:
        preferences = self.context.preferences
        folder = preferences.last_folder or str(self._desk.path.parent)
        dialog = QFileDialog(self, title, folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(kind)
        dialog.selectFile(f"{safe_name(self._desk.team_name)}-{name}-{self._month}.{suffix}")
        dialog.fileSelected.connect(lambda path: self.save(Path(path), content))
        dialog.open()

    def save(self, path: Path, content: bytes) -> None:
        """Write `content` to `path` beside the window, and say so."""
        self.context.preferences.last_folder = str(path.parent)
        self.context.tasks.run(
            self.tr("Saving"), partial(_write, path, content), partial(self._saved, path), self.context.ask.failed
        )

    def _saved(self, path: Path, _nothing: None) -> None:
        self.say(self.tr("Saved: {file}").format(file=path))


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def _write(path: Path, content: bytes, progress: Progress) -> None:
    write_whole(path, content)
