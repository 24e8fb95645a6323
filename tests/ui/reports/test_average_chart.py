"""The line of averages: gaps where nothing is known, and as many names below it as there is room for."""

from decimal import Decimal

import pytest
from PySide6.QtCharts import QLineSeries
from pytestqt.qtbot import QtBot

from csdesk.ui.reports.average_chart import AverageChart, MonthPoint
from csdesk.ui.theme import Theme


@pytest.fixture
def average(qtbot: QtBot, theme: Theme) -> AverageChart:
    chart = AverageChart()
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    chart.show()
    return chart


def points(*values: str) -> list[MonthPoint]:
    return [MonthPoint(f"M{place}", Decimal(value) if value else None) for place, value in enumerate(values)]


def lines(chart: AverageChart) -> list[list[float]]:
    """The values of each line, the base first."""
    return [[point.y() for point in one.points()] for one in chart.chart().series() if isinstance(one, QLineSeries)]


def test_the_line_is_interrupted_where_nothing_is_known(average: AverageChart) -> None:
    average.show_points(points("", "84.8", "83.8", "", "86.0"), 80)
    assert lines(average) == [[80, 80], [84.8, 83.8], [86]]
    assert (average.values.min(), average.values.max()) == (70, 90)
    assert average.accessibleName() == "M1 84.8, M2 83.8, M4 86.0"
    assert not average.grab().isNull()


CHINESE = [f"{month}月" for month in (11, 12, *range(1, 11))]
EVERY_SECOND = ["12月", "2月", "4月", "6月", "8月", "10月"]


@pytest.mark.parametrize(("width", "shown"), [(485, CHINESE), (378, CHINESE), (360, EVERY_SECOND), (220, EVERY_SECOND)])
def test_names_that_have_no_room_are_left_out_evenly_and_never_the_last(
    average: AverageChart, width: int, shown: list[str]
) -> None:
    average.show_points([MonthPoint(name, Decimal(80)) for name in CHINESE], 80)
    average.resize(width, 215)
    average.grab()
    assert average.names_shown == shown


def test_without_a_base_and_without_values_the_chart_is_empty(average: AverageChart) -> None:
    average.show_points(points("", ""), None)
    assert lines(average) == []
    average.show_points(points("61.5"), None)
    assert lines(average) == [[61.5]]
    assert average.names_shown == ["M0"]
    average.show_points([], None)
    assert average.names_shown == []
    average.show_points(points("61.5"), None)
    assert (average.values.min(), average.values.max()) == (60, 70)
