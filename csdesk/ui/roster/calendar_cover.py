"""The cover below the calendar: how many work each shift on each day, and how many it takes, under the days."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from csdesk.core.roster import Cover
from csdesk.core.shifts import Shift
from csdesk.ui.language import Retranslated
from csdesk.ui.roster.calendar_sheet import Sheet
from csdesk.ui.roster.calendar_surface import CalendarSurface
from csdesk.ui.theme import look

ROW = 20
_ROWS_AT_MOST = 6


class CalendarCover(Retranslated, QScrollArea):
    """The cover of the month that `grid` shows; it follows the grid sideways."""

    def __init__(self, grid: CalendarSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = _Strip(grid)
        look(self.strip, "clear")
        self.setWidget(self.strip)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.moved.connect(self.strip.update)
        self.retranslate()

    def retranslate(self) -> None:
        self.strip.say(self.tr("Cover"), self.tr("{day}, {code}: {have} of {need}"), self.tr("{day}, {code}: {have}"))
        self.setAccessibleName(self.tr("Cover of the shifts by day: have / need"))
        self.setToolTip(self.tr("How many work the shift on the day / how many it takes"))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the cover of `sheet`: of the shifts that are worked or needed on any of its days."""
        self.strip.show_sheet(sheet)
        self.setFixedHeight(min(max(1, len(self.strip.shifts)), _ROWS_AT_MOST) * ROW)
        self.setVisible(bool(self.strip.shifts))


class _Strip(QWidget):
    """A row for each shift. shifts: from top to bottom."""

    def __init__(self, grid: CalendarSurface) -> None:
        super().__init__()
        self.shifts: list[Shift] = []
        self._grid = grid
        self._sheet: Sheet | None = None
        self._covers: list[dict[str, Cover]] = []
        self._heading, self._of, self._without = "", "", ""

    def say(self, heading: str, of: str, without: str) -> None:
        """Take the words: over the rows, and of a cell with a need and without one."""
        self._heading, self._of, self._without = heading, of, without
        self.update()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the cover of `sheet`."""
        before, rows, calendar = self._covers, self.shifts, None if self._sheet is None else self._sheet.calendar
        self._sheet = sheet
        self._covers = [{cover.shift.id: cover for cover in sheet.covers.get(day, ())} for day in sheet.days]
        shown = {id for day in self._covers for id, cover in day.items() if cover.have or cover.need}
        order = {cover.shift.id: cover.shift for day in self._covers for cover in day.values()}
        self.shifts = [shift for id, shift in order.items() if id in shown]
        self.setMinimumHeight(len(self.shifts) * ROW)
        if self.shifts != rows or sheet.calendar is not calendar:
            # Another month, or days that are set by hand.
            self.update()
            return
        for column, cover in enumerate(self._covers):
            if cover != before[column]:
                self.update(self._grid.columns.rect(column, 0, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        columns, paint = self._grid.columns, self._grid.painter_of
        width = self._grid.viewport().width()
        shown = event.rect()
        days = [day for day in columns.seen(width) if columns.rect(day, 0, self.height()).intersects(shown)]
        painter = QPainter(self)
        for row, shift in enumerate(self.shifts):
            top = row * ROW
            painter.setClipRect(QRect(columns.frozen, 0, width - columns.frozen, self.height()))
            for column in days:
                rect = columns.rect(column, top, ROW)
                paint.ground(painter, sheet.calendar.kind(sheet.days[column]), rect)
                cover = self._covers[column].get(shift.id)
                if cover is not None:
                    paint.cover(painter, cover.have, cover.need, rect)
            painter.setClipping(False)
            if row == 0:
                paint.words_in(painter, self._heading, QRect(0, 0, columns.frozen - 64, ROW), muted=True)
            chip = paint.chip(shift, 56, ROW - 3)
            painter.drawPixmap(QPoint(columns.frozen - 64, top + 1), chip)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, place: QPoint) -> str:
        """Return what the mouse is told at `place`."""
        columns, row = self._grid.columns, place.y() // ROW
        if self._sheet is None or place.x() < columns.frozen or not 0 <= row < len(self.shifts):
            return ""
        column = columns.at(place.x())
        cover = self._covers[column].get(self.shifts[row].id)
        if cover is None:
            return ""
        words = self._of if cover.need else self._without
        day = self._grid.explain_day(self._sheet.days[column])
        return words.format(day=day, code=cover.shift.code, have=cover.have, need=cover.need)
