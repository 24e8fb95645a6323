"""How the calendar is painted: headings, names, and each cell with its chips, leave, and marks in its corners.

A chip is drawn once for each shift and width, and copied into the cells from then on.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygon

from csdesk.core.days import DayKind
from csdesk.core.leave import LeaveType
from csdesk.core.shifts import Shift
from csdesk.ui import icons
from csdesk.ui.roster.calendar_sheet import Sheet
from csdesk.ui.theme import mixed
from csdesk.ui.tokens import SIZE_SMALL, Tokens

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MARK = 7
_TINY = 10
_INSET = 2


class CalendarWords(NamedTuple):
    """The few words that stand in the calendar itself, short enough for a day's width.

    leave: by the type of the leave. holiday, make_up: over the days that the notice has moved.
    """

    number: str
    name: str
    group: str
    holiday: str
    make_up: str
    leave: Mapping[LeaveType, str]


class CalendarPaint:
    """Paints one calendar in the colours of `tokens`. ratio: device pixels for each logical one."""

    def __init__(self, tokens: Tokens, font: QFont, ratio: float, words: CalendarWords) -> None:
        self.tokens = tokens
        self.words = words
        self._ratio = ratio
        self._body = QFont(font)
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.Bold)
        self._small = QFont(font)
        self._small.setPixelSize(SIZE_SMALL)
        self._tiny = QFont(font)
        self._tiny.setPixelSize(_TINY)
        self._chips: dict[tuple[str, str, int, int], QPixmap] = {}
        self._weekend = QColor(tokens.sunk)
        self._holiday = QColor(mixed(tokens.tint("serious").ground, tokens.surface, 0.45))
        self._line = QPen(QColor(tokens.line))
        self._text, self._muted = QPen(QColor(tokens.text)), QPen(QColor(tokens.muted))
        self._hatch = QBrush(QColor(mixed(tokens.muted, tokens.surface, 0.55)), Qt.BrushStyle.BDiagPattern)
        self._outside = QBrush(QColor(mixed(tokens.edge, tokens.surface, 0.6)), Qt.BrushStyle.Dense7Pattern)
        self._selection = QColor(tokens.accent)
        self._selection.setAlphaF(0.16)

    # Grounds and headings

    def ground(self, painter: QPainter, kind: DayKind, rect: QRect) -> None:
        """Shade the ground of a day that is not worked."""
        if kind is DayKind.WEEKEND:
            painter.fillRect(rect, self._weekend)
        elif kind is DayKind.HOLIDAY:
            painter.fillRect(rect, self._holiday)

    def heading(self, painter: QPainter, sheet: Sheet, day: date, rect: QRect) -> None:
        """Paint a day's heading: what day of the week, which, and whether the notice has moved it."""
        kind, is_today = sheet.calendar.kind(day), day == sheet.today
        self.ground(painter, kind, rect)
        painter.setFont(self._tiny)
        painter.setPen(self._muted)
        week_day = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
        painter.drawText(rect.adjusted(0, 1, 0, -rect.height() + 15), CENTRE, week_day)
        middle = QRect(rect.center().x() - 11, rect.top() + 14, 23, 19)
        painter.setFont(self._bold)
        painter.setPen(self._text)
        if is_today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._tone("accent"), 1.5))
            painter.drawRoundedRect(QRectF(middle).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawText(middle, CENTRE, str(day.day))
        mark = {DayKind.HOLIDAY: self.words.holiday, DayKind.MAKE_UP: self.words.make_up}.get(kind)
        if mark is not None:
            painter.setFont(self._tiny)
            painter.setPen(QColor(self.tokens.tint("serious").text) if kind is DayKind.HOLIDAY else self._text)
            painter.drawText(rect.adjusted(0, 32, 0, 0), CENTRE, mark)

    def title(self, painter: QPainter, text: str, rect: QRect) -> None:
        """Paint the heading of a person's column."""
        painter.setFont(self._small)
        painter.setPen(self._muted)
        painter.drawText(rect.adjusted(8, 0, -4, -8), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def words_in(self, painter: QPainter, text: str, rect: QRect, *, muted: bool = False, bold: bool = False) -> None:
        """Paint a person's number, name or group, cut short where it is too long."""
        font = self._bold if bold else self._body
        painter.setFont(font)
        painter.setPen(self._muted if muted else self._text)
        room = rect.adjusted(8, 0, -4, 0)
        painter.drawText(room, LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def line(self, painter: QPainter, left: int, right: int, at: int) -> None:
        """Draw the hair line under a row."""
        painter.setPen(self._line)
        painter.drawLine(left, at, right, at)

    # Cells

    def cell(self, painter: QPainter, sheet: Sheet, row: int, column: int, rect: QRect) -> None:
        """Paint what stands in a cell; its ground is there already."""
        key = sheet.cell(row, column)
        leave, ids = sheet.leaves.get(key), sheet.cells.get(key, ())
        if not sheet.is_employed(row, column):
            painter.fillRect(rect, self._outside)
        if leave is not None:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), self._hatch)
        if ids:
            self._draw_shifts(painter, [sheet.shifts[id] for id in ids], rect)
        elif leave is not None:
            word = self.words.leave[leave.type] + ("" if leave.is_approved else "?")
            self._draw_leave(painter, word, rect)
        if key in sheet.swaps:
            self._mark_swap(painter, rect)
        if key in sheet.problems:
            self._corner(painter, rect)

    def chip(self, shift: Shift, width: int, height: int) -> QPixmap:
        """Return the chip of a shift, as large as asked."""
        key = (shift.code, shift.colour, width, height)
        made = self._chips.get(key)
        if made is None:
            made = self._chips[key] = self._make_chip(shift, width, height)
        return made

    def _draw_shifts(self, painter: QPainter, shifts: list[Shift], rect: QRect) -> None:
        """Draw the chips of a cell side by side."""
        height, room = rect.height() - 2 * _INSET - 1, rect.width() - 2 * _INSET
        width = (room - (len(shifts) - 1)) // len(shifts)
        for place, shift in enumerate(shifts):
            painter.drawPixmap(
                QPoint(rect.left() + _INSET + place * (width + 1), rect.top() + _INSET),
                self.chip(shift, width, height),
            )

    def _make_chip(self, shift: Shift, width: int, height: int) -> QPixmap:
        made = QPixmap(round(width * self._ratio), round(height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        tint = self.tokens.tint(f"shift-{shift.colour}")
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(QRectF(0, 0, width, height), 4, 4)
        painter.setPen(QColor(tint.text))
        text, font = shift.code, self._bold
        if QFontMetrics(font).horizontalAdvance(text) > width - 2:
            font = self._tiny
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 1)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, width, height), CENTRE, text)
        painter.end()
        return made

    def _draw_leave(self, painter: QPainter, word: str, rect: QRect) -> None:
        painter.setFont(self._tiny)
        wide = QFontMetrics(self._tiny).horizontalAdvance(word) + 2
        ground = QRect(rect.center().x() - wide // 2, rect.center().y() - 7, wide, 15)
        painter.fillRect(ground.intersected(rect), QColor(self.tokens.surface))
        painter.setPen(self._text)
        painter.drawText(rect, CENTRE, word)

    def _mark_swap(self, painter: QPainter, rect: QRect) -> None:
        """Draw the mark of a swap in the lower left corner, on a ground of its own so that no chip hides it."""
        place = QRectF(rect.left(), rect.bottom() - 12, 13, 13)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.surface))
        painter.drawEllipse(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        icons.draw(painter, "arrows-left-right", self.tokens.accent, place.adjusted(0.5, 0.5, -0.5, -0.5))

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        """Draw the mark of a problem in the upper right corner."""
        right, top = rect.right() + 1, rect.top()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tone("alarm"))
        painter.drawPolygon(QPolygon([QPoint(right - MARK, top), QPoint(right, top), QPoint(right, top + MARK)]))

    # What is chosen

    def selected(self, painter: QPainter, rect: QRect) -> None:
        """Tint the selected cells and frame them."""
        painter.fillRect(rect, self._selection)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._tone("accent"), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def cursor(self, painter: QPainter, rect: QRect, typed: str, *, focused: bool) -> None:
        """Frame the cell with the cursor; what is typed stands in it until it is taken."""
        if typed:
            painter.fillRect(rect, QColor(self.tokens.surface))
            painter.setFont(self._bold)
            painter.setPen(self._text)
            painter.drawText(rect, CENTRE, f"{typed}|")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._tone("accent" if focused else "edge"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    # Cover

    def cover(self, painter: QPainter, have: int, need: int, rect: QRect) -> None:
        """Paint how many there are, and how many it takes; too few in bold and in the alarm tone."""
        if not have and not need:
            return
        painter.setFont(self._small)
        is_short = have < need
        if is_short:
            font = QFont(self._small)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
        painter.setPen(self._tone("alarm") if is_short else self._muted)
        painter.drawText(rect, CENTRE, f"{have}/{need}" if need else str(have))

    def _tone(self, name: str) -> QColor:
        return QColor(getattr(self.tokens, name))
