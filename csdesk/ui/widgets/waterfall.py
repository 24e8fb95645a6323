"""Why this score: bars from the base to the final score, each step hanging where the one before it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from csdesk.texts import MINUS
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import Tokens

ROW_HEIGHT = 30
BAR_HEIGHT = 14
LABEL_SHARE = 0.46
GAP_TO_FIGURE = 6


class StepKind(StrEnum):
    """What a bar stands for."""

    BASE = "base"
    GAIN = "gain"
    LOSS = "loss"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Step:
    """One bar. points: signed for a gain or loss, the score itself for base and total. tip: more words, on hover."""

    label: str
    points: int
    kind: StepKind
    tip: str = ""


def step(label: str, points: int, tip: str = "") -> Step:
    """Return the step of a gain or a loss."""
    return Step(label, points, StepKind.GAIN if points >= 0 else StepKind.LOSS, tip)


class Waterfall(QWidget):
    """The steps from base to total, painted. step_clicked(number): a bar was clicked."""

    step_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show `steps` from top to bottom: the base first, the total last."""
        self._steps = tuple(steps)
        spoken = ", ".join(f"{one.label} {self._figure(one)}" for one in self._steps)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are shown."""
        return self._steps

    def sizeHint(self) -> QSize:
        return QSize(280, ROW_HEIGHT * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW_HEIGHT * len(self._steps))

    def spans(self) -> list[tuple[int, int]]:
        """Return from where to where each bar goes, in points."""
        found, at = [], 0
        for one in self._steps:
            if one.kind in (StepKind.BASE, StepKind.TOTAL):
                found.append((0, one.points))
                at = one.points
            else:
                found.append((at, at + one.points))
                at += one.points
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        spans = self.spans()
        lowest = min((min(span) for span in spans), default=0)
        highest = max((max(span) for span in spans), default=0)
        left = int(self.width() * LABEL_SHARE)
        room = self.width() - left - QFontMetrics(self.font()).horizontalAdvance("+1000") - GAP_TO_FIGURE
        scale = room / (highest - min(0, lowest)) if highest > min(0, lowest) else 0.0
        zero = left - min(0, lowest) * scale
        for number, (one, span) in enumerate(zip(self._steps, spans, strict=True)):
            self._paint_step(painter, number, one, (zero + span[0] * scale, zero + span[1] * scale), tokens)
        painter.end()

    def _paint_step(self, painter: QPainter, number: int, one: Step, span: tuple[float, float], tokens: Tokens) -> None:
        top = number * ROW_HEIGHT
        font = QFont(self.font())
        font.setBold(one.kind is StepKind.TOTAL)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        label_room = int(self.width() * LABEL_SHARE) - 8
        words = QFontMetrics(font).elidedText(one.label, Qt.TextElideMode.ElideRight, label_room)
        centre = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(0, top, label_room, ROW_HEIGHT), centre, words)
        start, end = min(span), max(span)
        bar = QRectF(start, top + (ROW_HEIGHT - BAR_HEIGHT) / 2, max(end - start, 2.0), BAR_HEIGHT)
        colours = {
            StepKind.BASE: tokens.muted,
            StepKind.GAIN: tokens.good,
            StepKind.LOSS: tokens.worse,
            StepKind.TOTAL: tokens.accent,
        }
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours[one.kind]))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(tokens.text))
        figure = QRectF(bar.right() + GAP_TO_FIGURE, top, self.width() - bar.right() - GAP_TO_FIGURE, ROW_HEIGHT)
        painter.drawText(figure, centre, self._figure(one))

    @staticmethod
    def _figure(one: Step) -> str:
        is_move = one.kind in (StepKind.GAIN, StepKind.LOSS)
        return (f"{one.points:+d}" if is_move else str(one.points)).replace("-", MINUS)

    def _step_at(self, place: QPoint) -> int | None:
        number = place.y() // ROW_HEIGHT
        return number if 0 <= number < len(self._steps) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._step_at(event.position().toPoint())
        if number is not None:
            self.step_clicked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._step_at(event.position().toPoint())
        if number is not None and self._steps[number].tip:
            QToolTip.showText(event.globalPosition().toPoint(), self._steps[number].tip, self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
