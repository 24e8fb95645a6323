"""The chart of the team's average over the months: a line with dots and figures, and the names of the months below."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import ceil

from PySide6.QtCharts import QLineSeries
from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from csdesk.ui.reports.charts import PlainChart
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import LIGHT, SIZE_SMALL, Tokens

DOT = 4.5
LABEL_WIDTH, LABEL_HEIGHT = 44, 16
NAME_GAP = 2
"""Between the names of two months, at least."""


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """A month on the line. name: below it. value: None where there is nothing to draw."""

    name: str
    value: Decimal | None


class AverageChart(PlainChart):
    """The team's average over the months, with a broken line at the score that everybody begins with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The axis would leave out the first name and the last where they are a little wider than their place.
        self.categories.setLabelsVisible(False)
        self.chart().setMargins(QMargins(0, 6, 6, 4))
        self._names: list[str] = []
        self._lines: list[QLineSeries] = []
        self._base: QLineSeries | None = None
        self._tokens = LIGHT
        self.tint(tokens_of(self.palette()))

    def show_points(self, points: Sequence[MonthPoint], base: int | None) -> None:
        """Show `points` from left to right; where a month has no value, the line is interrupted."""
        self.chart().removeAllSeries()
        self._lines, self._base = [], None
        self._names = [point.name for point in points]
        self.categories.setCategories(self._names)
        values = [point.value for point in points if point.value is not None]
        bounds = [*values, *([Decimal(base)] if base is not None else [])]
        if bounds:
            low = int(((min(bounds) - 1) / 10).to_integral_value(ROUND_FLOOR)) * 10
            high = int(((max(bounds) + 1) / 10).to_integral_value(ROUND_CEILING)) * 10
            self.set_range(low, max(high, low + 10))
        if base is not None:
            self._base = self._add([(0, float(base)), (len(points) - 1, float(base))])
        for run in _runs(points):
            self._lines.append(self._add([(place, float(value)) for place, value in run]))
        self.setAccessibleName(", ".join(f"{point.name} {point.value}" for point in points if point.value is not None))
        self.tint(tokens_of(self.palette()))

    def _add(self, points: Sequence[tuple[int, float]]) -> QLineSeries:
        line = QLineSeries()
        for x, y in points:
            line.append(x, y)
        self.chart().addSeries(line)
        line.attachAxis(self.categories)
        line.attachAxis(self.values)
        return line

    def tint(self, tokens: Tokens) -> None:
        super().tint(tokens)
        self._tokens = tokens
        if self._base is not None:
            self._base.setPen(QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine))
        for line in self._lines:
            line.setPen(QPen(QColor(tokens.accent), 2))

    @property
    def names_shown(self) -> list[str]:
        """The names below the line: all where there is room, else every second, third and so on, back from the last."""
        names = self._names
        if not names:
            return []
        widest = max(map(QFontMetricsF(self._small()).horizontalAdvance, names)) + NAME_GAP
        every = ceil(widest * len(names) / self.chart().plotArea().width())
        return names[(len(names) - 1) % every :: every]

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPixelSize(SIZE_SMALL)
        return small

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the names of the months, and a dot and its figure at each that has one."""
        painter.setFont(self._small())
        self._draw_names(painter)
        self._draw_figures(painter)

    def _draw_names(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._tokens.muted))
        area, shown = self.chart().plotArea(), self.names_shown
        for place, name in enumerate(self._names):
            if name in shown:
                middle = area.left() + (place + 0.5) * area.width() / len(self._names)
                label = QRectF(middle - LABEL_WIDTH / 2, area.bottom() + 5, LABEL_WIDTH, LABEL_HEIGHT)
                painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), name)

    def _draw_figures(self, painter: QPainter) -> None:
        """Draw each figure above the line, below it where the line comes from above."""
        for line in self._lines:
            points = line.points()
            places = [self.chart().mapToScene(self.chart().mapToPosition(point, line)) for point in points]
            for number, (point, place) in enumerate(zip(points, places, strict=True)):
                painter.setPen(QPen(QColor(self._tokens.surface), 2))
                painter.setBrush(QColor(self._tokens.accent))
                painter.drawEllipse(place, DOT, DOT)
                beside = [points[at].y() for at in (number - 1, number + 1) if 0 <= at < len(points)]
                is_low = bool(beside) and all(y > point.y() for y in beside)
                painter.setPen(QColor(self._tokens.text))
                top = place.y() + 6 if is_low else place.y() - 6 - LABEL_HEIGHT
                label = QRectF(place.x() - LABEL_WIDTH / 2, top, LABEL_WIDTH, LABEL_HEIGHT)
                painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), f"{point.y():.1f}")


def _runs(points: Sequence[MonthPoint]) -> list[list[tuple[int, Decimal]]]:
    """Return the stretches of months that follow on each other and have values, each with its place."""
    runs: list[list[tuple[int, Decimal]]] = []
    for place, point in enumerate(points):
        if point.value is None:
            continue
        if not runs or runs[-1][-1][0] != place - 1:
            runs.append([])
        runs[-1].append((place, point.value))
    return runs
