"""The problems of the month's roster: day, who, what; a click or Enter goes to the cell."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.employee import Employee
from csdesk.core.roster import RosterProblem
from csdesk.texts import Texts
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.tokens import ROW_COMPACT
from csdesk.ui.widgets.cards import Card
from csdesk.ui.widgets.table import DataTable


class CalendarProblems(Retranslated, Card):
    """The card. asked(RosterProblem): somebody wants to see its cell. One line high while there are none."""

    asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._people: Mapping[str, Employee] = {}
        self.table = DataTable("roster-problems", parent=self)
        self._model: TableModel[RosterProblem] = TableModel(self._columns())
        self.table.set_model(self._model)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_COMPACT)
        self.show_rows(3)
        self.body.addWidget(self.table)
        self.table.opened.connect(self.asked)
        self.table.clicked.connect(self._clicked)
        self.retranslate()

    def retranslate(self) -> None:
        self._model.set_columns(self._columns())
        self._say_count()

    @property
    def _texts(self) -> Texts:
        return self._context.texts

    def _columns(self) -> list[Column[RosterProblem]]:
        return [
            Column(self.tr("Day"), lambda one: one.day, key="day", width=116,
                   text=lambda one: self._texts.day(one.day)),
            Column(self.tr("Who"), self._number, key="who", width=150, text=self._who),
            Column(self.tr("Problem"), lambda one: one.code, key="problem", stretch=1, text=self.sentence,
                   tooltip=self.sentence),
        ]  # fmt: skip

    def _number(self, problem: RosterProblem) -> str:
        person = self._people.get(problem.employee_id or "")
        return "" if person is None else person.number

    def _who(self, problem: RosterProblem) -> str:
        person = self._people.get(problem.employee_id or "")
        return "" if person is None else f"{person.number} {person.name}"

    def sentence(self, problem: RosterProblem) -> str:
        """Return what is wrong, in a sentence."""
        return self._texts.say(f"roster.problem.{problem.code}", **problem.detail)

    def show_rows(self, rows: int) -> None:
        """Be so many rows high; the others are scrolled to."""
        self.table.setFixedHeight(rows * ROW_COMPACT)

    def show_problems(self, problems: Sequence[RosterProblem], people: Mapping[str, Employee]) -> None:
        """List these problems."""
        self._people = people
        self._model.set_rows(problems)
        self.table.setVisible(bool(problems))
        self._say_count()

    def _say_count(self) -> None:
        count = self._model.total
        said = self.tr("nothing is wrong") if not count else self.tr("click one to go to its cell")
        one, many = self.tr("1 problem"), self.tr("{count} problems")
        title = one if count == 1 else many.format(count=count) if count else self.tr("Problems")
        self.set_title(title, said)

    @property
    def listed(self) -> list[RosterProblem]:
        """The problems, from top to bottom."""
        return list(self._model.rows_at_hand())

    def _clicked(self, index: QModelIndex) -> None:
        problem = self._model.row_at(index.row())
        if problem is not None:
            self.asked.emit(problem)
