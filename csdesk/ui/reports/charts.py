"""The charts of the reports: one accent, direct labels, nothing that moves; they follow the theme and print well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import ceil

from PySide6.QtCharts import (
    QAbstractBarSeries,
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QChart,
    QChartView,
    QLineSeries,
    QValueAxis,
)
from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui.theme import mixed, tokens_of
from csdesk.ui.tokens import LIGHT, SIZE_SMALL, SIZE_TITLE, Tokens

PICTURE_SCALE = 2
TITLE_HEIGHT = 44
STEPS_AT_MOST = 6
DOT = 4.5
LABEL_WIDTH, LABEL_HEIGHT = 44, 16
NICE_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def whole_step(span: int) -> int:
    """Return the distance of ticks, a whole number, so that at most six lie within `span`."""
    return next((step for step in NICE_STEPS if span <= step * (STEPS_AT_MOST - 1)), ceil(span / (STEPS_AT_MOST - 1)))


class PlainChart(QChartView):
    """A chart without frame, legend or movement. picture(): as it goes on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        chart = self.chart()
        chart.legend().hide()
        chart.setBackgroundVisible(False)
        chart.setAnimationOptions(QChart.AnimationOption.NoAnimation)
        chart.setMargins(QMargins(0, 6, 6, 0))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QChartView.Shape.NoFrame)
        self.setMinimumSize(220, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.categories = QBarCategoryAxis()
        self.categories.setTruncateLabels(False)
        self.values = QValueAxis()
        self.values.setTickType(QValueAxis.TickType.TicksDynamic)
        self.values.setTickAnchor(0)
        self.values.setLabelFormat("%d")
        chart.addAxis(self.categories, Qt.AlignmentFlag.AlignBottom)
        chart.addAxis(self.values, Qt.AlignmentFlag.AlignLeft)

    def set_range(self, low: int, high: int) -> None:
        """Let the upright axis go from `low` to `high` at least, in whole numbers."""
        step = whole_step(high - low)
        self.values.setTickInterval(step)
        self.values.setRange(low // step * step, ceil(high / step) * step)

    def tint(self, tokens: Tokens) -> None:
        """Draw with the colours of `tokens` from now on."""
        self.setBackgroundBrush(QColor(tokens.surface))
        small = QFont(self.font())
        small.setPixelSize(SIZE_SMALL)
        for axis in (self.categories, self.values):
            axis.setLabelsFont(small)
            axis.setLabelsColor(QColor(tokens.muted))
            axis.setLinePen(QPen(QColor(tokens.line), 1))
            axis.setGridLinePen(QPen(QColor(tokens.line), 1))
        self.categories.setGridLineVisible(False)
        self.values.setLineVisible(False)

    def picture(self, title: str) -> QImage:
        """Return the chart under its `title` as a picture on white, twice as fine as on the screen."""
        size = self.size()
        made = QImage((size + QSize(0, TITLE_HEIGHT)) * PICTURE_SCALE, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        self.tint(LIGHT)
        painter = QPainter(made)
        painter.scale(PICTURE_SCALE, PICTURE_SCALE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SIZE_TITLE)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.text))
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(12, 0, size.width() - 12, TITLE_HEIGHT), middle, title)
        self.render(painter, QRectF(0, TITLE_HEIGHT, size.width(), size.height()), self.viewport().rect())
        painter.end()
        self.tint(tokens_of(self.palette()))
        return made

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.tint(tokens_of(self.palette()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens_of(self.palette()).accent), 2))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()


class GradeChart(PlainChart):
    """How many people have each grade. chosen(letter or ""): a bar was chosen. opened: Enter on a bar.

    Left and right go from bar to bar, Esc lets go of it.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._letters: tuple[str, ...] = ()
        self._chosen = ""
        self._series = QBarSeries()
        self._series.setBarWidth(0.62)
        self._series.setLabelsVisible(True)
        self._series.setLabelsPosition(QAbstractBarSeries.LabelsPosition.LabelsOutsideEnd)
        self._bars = QBarSet("")
        self._series.append(self._bars)
        self.chart().addSeries(self._series)
        self._series.attachAxis(self.categories)
        self._series.attachAxis(self.values)
        self._series.clicked.connect(self._click)
        self.tint(tokens_of(self.palette()))

    def show_grades(self, grades: Mapping[str, int]) -> None:
        """Show how many people have each grade, in the order given."""
        letters = tuple(grades)
        if letters != self._letters:
            self._letters = letters
            self.categories.setCategories(list(letters))
        self._bars.remove(0, self._bars.count())
        self._bars.append([float(count) for count in grades.values()])
        highest = max(grades.values(), default=0)
        # Room for the figure above the highest bar.
        self.set_range(0, max(highest + 1, ceil(highest * 1.12), 3))
        self.setAccessibleName(", ".join(f"{letter} {count}" for letter, count in grades.items()))
        self.choose(self._chosen if self._chosen in letters else "")

    @property
    def letter(self) -> str:
        """The grade whose bar is chosen, "" where none is."""
        return self._chosen

    def choose(self, letter: str) -> None:
        """Choose the bar of `letter`, or none."""
        is_new = letter != self._chosen
        self._chosen = letter
        self.tint(tokens_of(self.palette()))
        if is_new:
            self.chosen.emit(letter)

    def tint(self, tokens: Tokens) -> None:
        super().tint(tokens)
        label = QFont(self.font())
        label.setBold(True)
        self._bars.setColor(QColor(mixed(tokens.accent, tokens.surface, 0.6) if self._chosen else tokens.accent))
        self._bars.setSelectedColor(QColor(tokens.accent))
        # A bar that is selected already keeps its old colour otherwise.
        self._bars.deselectAllBars()
        if self._chosen:
            self._bars.selectBar(self._letters.index(self._chosen))
        self._bars.setPen(QPen(Qt.PenStyle.NoPen))
        self._bars.setLabelColor(QColor(tokens.text))
        self._bars.setLabelFont(label)

    def _click(self, number: int, _bars: QBarSet) -> None:
        letter = self._letters[number]
        self.choose("" if letter == self._chosen else letter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self._letters:
            at = self._letters.index(self._chosen) if self._chosen else -1 if step > 0 else len(self._letters)
            self.choose(self._letters[(at + step) % len(self._letters)])
        elif event.key() == Qt.Key.Key_Escape and self._chosen:
            self.choose("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


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
        self._lines: list[QLineSeries] = []
        self._base: QLineSeries | None = None
        self._tokens = LIGHT
        self.tint(tokens_of(self.palette()))

    def show_points(self, points: Sequence[MonthPoint], base: int | None) -> None:
        """Show `points` from left to right; where a month has no value, the line is interrupted."""
        self.chart().removeAllSeries()
        self._lines, self._base = [], None
        self.categories.setCategories([point.name for point in points])
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

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw a dot and its figure at each month: above the line, below it where the line comes from above."""
        small = QFont(self.font())
        small.setPixelSize(SIZE_SMALL)
        painter.setFont(small)
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
