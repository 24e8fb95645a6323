"""What the late arrivals of a month cost: a statement for HR, to be copied."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from csdesk.core.attendance import LateWage
from csdesk.core.month import Month
from csdesk.texts import MINUS
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.page import Context
from csdesk.ui.widgets.cards import Card, icon_button, name_button, words
from csdesk.ui.widgets.table import DataTable


class LateWagesCard(Retranslated, Card):
    """The card. table: a line for everybody who came late."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._month: Month | None = None
        self._wages: Sequence[LateWage] = ()
        self.copy_button = icon_button(icons.icon("copy"))
        self.copy_button.clicked.connect(self.copy_all)
        self.head.addWidget(self.copy_button)
        self.table = DataTable("late-wages", context.preferences)
        self._model: TableModel[LateWage] = TableModel(self._columns(), identity=lambda wage: wage.employee.id)
        self.table.set_model(self._model)
        self._hint = words(like="hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._hint)
        self.retranslate()

    def retranslate(self) -> None:
        name_button(self.copy_button, self.tr("Copy the statement"))
        self._hint.setText(self.tr("A statement for HR; csdesk pays nobody. Per cent of the base salary."))
        self._model.set_columns(self._columns())
        self.table.set_empty(self.tr("Nobody came late"))
        self._say_title()

    def _columns(self) -> list[Column[LateWage]]:
        return [
            Column(self.tr("Who"), lambda wage: wage.employee.name, key="who", stretch=1,
                   tooltip=lambda wage: f"{wage.employee.name} · {wage.employee.number}"),
            Column(self.tr("Number"), lambda wage: wage.employee.number, key="number", width=70, hidden=True),
            Column(self.tr("Late"), lambda wage: wage.lates, key="lates", figure=True, sums=True, width=46),
            Column(self.tr("Per cent"), lambda wage: wage.percent, key="percent", figure=True, width=66,
                   text=lambda wage: _less(wage.percent) + " %"),
            Column(self.tr("Yuan"), lambda wage: wage.amount, key="amount", figure=True, width=84, text=self._yuan,
                   tooltip=self._tooltip),
        ]  # fmt: skip

    def _yuan(self, wage: LateWage) -> str:
        return "—" if wage.amount is None else _less(wage.amount)

    def _tooltip(self, wage: LateWage) -> str:
        return self.tr("No base salary on the staff file") if wage.amount is None else ""

    def _say_title(self) -> None:
        if self._month is not None:
            month = self._context.texts.month(self._month)
            self.set_title(self.tr("Late arrivals, {month}").format(month=month))

    def show_wages(self, month: Month, wages: Sequence[LateWage]) -> None:
        """Show the statement of `month`."""
        self._month, self._wages = month, wages
        self._model.set_rows(wages)
        self.copy_button.setEnabled(bool(wages))
        self._say_title()

    def copy_all(self) -> None:
        """Put the whole statement on the clipboard, with headings."""
        columns = self._model.columns
        lines = ["\t".join(column.title for column in columns)]
        lines += ["\t".join(column.words(wage) for column in columns) for wage in self._model.rows_at_hand()]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")


def _less(figure: int | Decimal) -> str:
    """Return a figure that is deducted, with a true minus."""
    return f"{MINUS}{figure}" if figure else "0"
