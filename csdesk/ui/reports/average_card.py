"""The team's average over the last twelve months."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.month import Month
from csdesk.texts import Texts
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.page import Context
from csdesk.ui.reports.average_chart import AverageChart, MonthPoint
from csdesk.ui.reports.year import MONTHS, Year
from csdesk.ui.widgets.cards import Card, icon_button, name_button


def short_month(month: Month, texts: Texts) -> str:
    """Return a month's name in few letters, without its year."""
    return f"{month.month}月" if texts.language == "zh" else texts.month(month)[:3]


class AverageCard(Retranslated, Card):
    """The card. save_asked: the picture is wanted."""

    save_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._year: Year | None = None
        self._base: int | None = None
        self.chart = AverageChart()
        self.save_button = icon_button(icons.icon("floppy-disk"))
        self.head.addWidget(self.save_button)
        self.body.addWidget(self.chart, 1)
        self.save_button.clicked.connect(self.save_asked)
        self.retranslate()

    def retranslate(self) -> None:
        name_button(self.save_button, self.tr("Save the chart as a picture…"))
        self._show()

    def show_year(self, year: Year, base: int | None) -> None:
        """Show the averages of `year`. base: the score that everybody begins with."""
        self._year, self._base = year, base
        self._show()

    def _show(self) -> None:
        base = self.tr("dashed line: base {base}").format(base=self._base) if self._base is not None else ""
        self.set_title(self.tr("Team average over 12 months"), base)
        if self._year is None:
            return
        months = [self._year.last.plus(-back) for back in reversed(range(MONTHS))]
        points = []
        self.save_button.setEnabled(any(summary.people for summary in self._year.summaries))
        for month in months:
            summary = self._year.summary(month)
            points.append(
                MonthPoint(short_month(month, self._context.texts), summary.average if summary is not None else None)
            )
        self.chart.show_points(points, self._base)
