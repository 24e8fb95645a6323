"""The grades of the month: a bar for each, and beside it the people behind the bar that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.reports.charts import GradeChart
from csdesk.ui.reports.year import GradedPerson, Year
from csdesk.ui.widgets.cards import Card, icon_button, name_button, words
from csdesk.ui.widgets.table import DataTable

LIST_WIDTH = 264


class GradesCard(Retranslated, Card):
    """The card. person_asked(employee id): Enter or a double click on somebody. save_asked: the picture is wanted."""

    person_asked = Signal(str)
    summary_changed = Signal(str)
    save_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._year: Year | None = None
        self.chart = GradeChart()
        self.save_button = icon_button(icons.icon("floppy-disk"))
        self.head.addWidget(self.save_button)
        self._list_title = words(like="muted")
        self._nobody = ""
        self.table = DataTable("report-people", context.preferences)
        self._model: TableModel[GradedPerson] = TableModel(self._columns(), identity=lambda one: one.employee_id)
        self.table.set_model(self._model)
        beside = QWidget()
        beside.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._list_title)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.chart, 1)
        row.addWidget(beside)
        self.body.addLayout(row, 1)
        self.chart.chosen.connect(self._show_people)
        self.chart.opened.connect(self._go_to_list)
        self.table.opened.connect(lambda person: self.person_asked.emit(person.employee_id))
        self.table.summary_changed.connect(self.summary_changed)
        self.save_button.clicked.connect(self.save_asked)
        self.retranslate()

    def _columns(self) -> list[Column[GradedPerson]]:
        return [
            Column(self.tr("Name"), lambda one: one.name, key="name", stretch=1),
            Column(self.tr("Score"), lambda one: one.final, key="score", figure=True, bold=True, width=64),
            Column(self.tr("Grade"), lambda one: one.grade, key="grade", width=64),
        ]

    def retranslate(self) -> None:
        name_button(self.save_button, self.tr("Save the chart as a picture…"))
        self._model.set_columns(self._columns())
        self._say_title()
        self._say_list(len(self._model.rows_at_hand()))

    def show_year(self, year: Year) -> None:
        """Show the grades of the year's last month."""
        self._year = year
        self.save_button.setEnabled(bool(year.people))
        summary = year.summary(year.last)
        self.chart.show_grades(summary.grades if summary is not None else {})
        self._show_people()
        self._say_title()

    def _say_title(self) -> None:
        month = self._context.texts.month(self._year.last) if self._year is not None else ""
        summary = self._year.summary(self._year.last) if self._year is not None else None
        count = ""
        if summary is not None:
            count = self.tr("1 person") if summary.people == 1 else self.tr("{count} people")
            count = count.format(count=summary.people)
        self.set_title(self.tr("Grades in {month}").format(month=month), count)

    def _show_people(self) -> None:
        everybody: Sequence[GradedPerson] = (self._year.people or ()) if self._year is not None else ()
        letter = self.chart.letter
        people = [one for one in everybody if not letter or one.grade == letter]
        self._model.set_rows(people)
        self._say_list(len(people))

    def _say_list(self, count: int) -> None:
        letter = self.chart.letter
        everybody = self.tr("Everybody. Click a bar to see its people.") if count else ""
        said = self.tr("Grade {letter}: {count}") if letter else everybody
        self._list_title.setText(said.format(letter=letter, count=count))
        of_grade, of_month = self.tr("Nobody has this grade in the month."), self.tr("Nobody is appraised this month.")
        self._nobody = of_grade if letter else of_month
        self.table.set_empty(self.tr("Nobody"), self._nobody)

    def _go_to_list(self) -> None:
        if self._model.total:
            self.table.selectRow(0)
            self.table.setFocus()

    @property
    def list_said(self) -> list[str]:
        """What stands above the list, and in it where it is empty."""
        return [self._list_title.text(), *([] if self._model.total else [self._nobody])]

    @property
    def people(self) -> Sequence[GradedPerson]:
        """The people in the list."""
        return self._model.rows_at_hand()
