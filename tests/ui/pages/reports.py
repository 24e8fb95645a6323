"""The Reports tab in the real window: what is to be read of charts and tables, and how a bar is chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCharts import QBarSeries
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.reports.charts import GradeChart
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.reports import ReportsPage
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, logged, somebody
from tests.ui.pages.tab import TabInWindow


@contextmanager
def a_reported_team(folder: Path) -> Iterator[Desk]:
    """An open desk; it is 21 November 2026.

    September: 李娜 85 B, 王怡 80 B. October: 李娜 80 B, 王怡 52 F by an escalation. November: 85 B, 80 B, 翟俊 77 C.
    """
    with a_new_desk(folder) as desk:
        li, wang = somebody(desk, "0101", "李娜"), somebody(desk, "0102", "王怡")
        zhai = somebody(desk, "0103", "翟俊", hired=date(2026, 11, 2))
        logged(desk, li, "BON-03", date(2026, 9, 6))
        for day in (5, 12, 19, 26):
            logged(desk, wang, "MIN-01", date(2026, 10, day))
        logged(desk, li, "BON-03", date(2026, 11, 6))
        logged(desk, zhai, "MIN-04", date(2026, 11, 20), points=3)
        yield desk


class ReportsTab(TabInWindow):
    """The Reports tab."""

    name: TabName = "reports"

    @property
    def page(self) -> ReportsPage:
        """The page itself."""
        page = self.window.made_page("reports")
        assert isinstance(page, ReportsPage)
        return page

    def wait_for_months(self, count: int) -> None:
        """Wait until so many months are in the table."""
        self.wait_until(lambda: len(self.months) == count)
        self.wait_for_work()

    @property
    def months(self) -> list[list[str]]:
        """The words of every row: month, state, people, average, best, worst, grades, bonuses, offences, pay, flags."""
        return self.cells(self.page.months.table)

    @property
    def bars(self) -> dict[str, int]:
        """How high the bar of each grade is."""
        return heights(self.page.grades.chart)

    @property
    def people(self) -> list[str]:
        """The people in the list beside the bars."""
        return [one.name for one in self.page.grades.people]

    def click_bar(self, letter: str) -> None:
        """Click the bar of a grade."""
        click(self.page.grades.chart, letter)


def _series(chart: GradeChart) -> QBarSeries:
    return next(one for one in chart.chart().series() if isinstance(one, QBarSeries))


def heights(chart: GradeChart) -> dict[str, int]:
    """Return how high the bar of each grade is."""
    bars = _series(chart).barSets()[0]
    return {letter: int(bars.at(place)) for place, letter in enumerate(chart.categories.categories())}


def click(chart: GradeChart, letter: str) -> None:
    """Click the bar of a grade, as the chart tells it."""
    series = _series(chart)
    series.clicked.emit(chart.categories.categories().index(letter), series.barSets()[0])


@contextmanager
def a_reports_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[ReportsTab]:
    """The tab in its window, closed at the end."""
    tab = ReportsTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
