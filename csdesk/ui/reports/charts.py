"""The charts of the reports: one accent, direct labels, nothing that moves; they follow the theme and print well."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCharts import (
    QAbstractBarSeries,
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QChart,
    QChartView,
    QValueAxis,
)
from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui.theme import mixed, tokens_of
from csdesk.ui.tokens import LIGHT, SIZE_SMALL, SIZE_TITLE, Tokens

PICTURE_SCALE = 2
TITLE_HEIGHT = 44
STEPS_AT_MOST = 6
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
