"""The row of shifts above the calendar: press one to set it in the selected cells."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from csdesk.core.shifts import Shift
from csdesk.ui.language import Retranslated
from csdesk.ui.theme import look, tokens_of
from csdesk.ui.tokens import GAP


class ShiftsPalette(Retranslated, QScrollArea):
    """The row. chosen(shift ids): what shall stand in the selected cells, nothing for the last one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        look(inside, "clear")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFixedHeight(36)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shifts: list[Shift] = []
        self._buttons: list[QPushButton] = []
        self._empty = QPushButton()
        look(self._empty, "quiet")
        self._empty.clicked.connect(lambda: self.chosen.emit(()))
        self._row.insertWidget(0, self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        self._empty.setText(self.tr("Empty"))
        self._empty.setToolTip(self.tr("Empty the selected cells (Delete)"))
        for button, shift in zip(self._buttons, self._shifts, strict=True):
            button.setToolTip(self.tr("Set {code} in the selected cells").format(code=shift.code))
            button.setAccessibleName(button.toolTip())

    def offer(self, shifts: Sequence[Shift]) -> None:
        """Offer these shifts."""
        if list(shifts) == self._shifts:
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._shifts, self._buttons = list(shifts), []
        for place, shift in enumerate(shifts):
            made = ShiftButton(shift)
            made.clicked.connect(partial(self.chosen.emit, (shift.id,)))
            self._row.insertWidget(place, made)
            self._buttons.append(made)
        self.retranslate()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, from left to right."""
        return (*self._buttons, self._empty)

    def set_changeable(self, changeable: bool) -> None:
        """Let the buttons be pressed, or not."""
        for button in self.buttons:
            button.setEnabled(changeable)

    @property
    def offered(self) -> list[str]:
        """What stands on the buttons, from left to right."""
        return [button.text() for button in self._buttons]


class ShiftButton(QPushButton):
    """A shift's code in its tint, with its times beside it."""

    def __init__(self, shift: Shift, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift = shift
        look(self, "chip")
        self.setText(f"{shift.code}  {shift.start:%H:%M}\N{EN DASH}{shift.end:%H:%M}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._code_width() + self.fontMetrics().horizontalAdvance(self._times) + 30, 30)

    @property
    def _times(self) -> str:
        return self.text().partition("  ")[2]

    def _code_width(self) -> int:
        font = self.font()
        font.setBold(True)
        return max(28, self.fontMetrics().horizontalAdvance(self._shift.code) + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        tint = tokens.tint(f"shift-{self._shift.colour}")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = self.hasFocus() or self.underMouse()
        edge = tokens.accent if is_marked and self.isEnabled() else tokens.line
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(tokens.sunk if self.isDown() else tokens.surface))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        code = frame.adjusted(3, 3, 0, -3)
        code.setWidth(self._code_width())
        painter.drawRoundedRect(code, 4, 4)
        bold = self.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(tint.text))
        painter.drawText(code, Qt.AlignmentFlag.AlignCenter, self._shift.code)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.muted))
        rest = frame.adjusted(code.width() + 10, 0, -6, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._times)
        painter.end()
