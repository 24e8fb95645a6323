"""The painted surface of the calendar: names frozen on the left, days frozen on top, cells scrolled between them.

Only what is to be seen is painted, so a month of 200 people costs no more than one of twenty.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from csdesk.core.days import DayKind
from csdesk.core.leave import LeaveType
from csdesk.ui.language import Retranslated
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.calendar_columns import Columns
from csdesk.ui.roster.calendar_paint import CalendarPaint, CalendarWords
from csdesk.ui.roster.calendar_sheet import Selection, Sheet
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import ROW_COMPACT

_ROW_COMPACT = 26
_HEADING, _HEADING_WITH_MARKS = 38, 48
_REPAINTED = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange}
)


class CalendarSurface(Retranslated, QAbstractScrollArea):
    """The surface. columns: where the days stand now. moved: they stand elsewhere, or have got another width.

    heading: how high it is, with a third line where the notice has moved days of the month. typed: at the cursor.
    explain: what the mouse is told about a cell. explain_day: about a day.
    """

    moved = Signal()

    def __init__(self, preferences: Preferences | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = Columns()
        self.sheet: Sheet | None = None
        self.selection = Selection()
        self.typed = ""
        self.heading = _HEADING
        self.explain: Callable[[int, int], str] = lambda _row, _column: ""
        self.explain_day: Callable[[date], str] = lambda _day: ""
        self._paint: CalendarPaint | None = None
        # A viewport of our own, as DataTable has it.
        self._canvas = QWidget()
        self._canvas.setBackgroundRole(QPalette.ColorRole.Base)
        self._canvas.setAutoFillBackground(True)
        self.setViewport(self._canvas)
        self.setCornerWidget(QWidget())  # Without one, Qt draws a frame where the scroll bars meet.
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._row = ROW_COMPACT
        self.set_compact(preferences is not None and preferences.compact)
        if preferences is not None:
            preferences.compact_changed.connect(self.set_compact)

    def set_compact(self, compact: bool) -> None:
        """Paint low rows, or those of a table."""
        self._row = _ROW_COMPACT if compact else ROW_COMPACT
        self.verticalScrollBar().setSingleStep(self._row)
        self._measure()

    # What is shown

    def lay(self, sheet: Sheet) -> None:
        """Show `sheet`; the place on the screen is kept."""
        before, self.sheet = self.sheet, sheet
        self.selection = self.selection.within(len(sheet.people), len(sheet.days))
        rows = None if before is None else sheet.changed_since(before, self._rows_between(0, self._canvas.height()))
        if rows is None:
            self._measure()
            self._canvas.update()
            return
        for row in rows:
            self._canvas.update(0, self.rect_of(row, 0).top(), self._canvas.width(), self._row)

    def _measure(self) -> None:
        """Make room for what the sheet holds, and set the scroll bars to it."""
        sheet = self.sheet
        if sheet is None:
            return
        moved = (DayKind.HOLIDAY, DayKind.MAKE_UP)
        has_marks = any(sheet.calendar.kind(day) in moved for day in sheet.days)
        self.heading = _HEADING_WITH_MARKS if has_marks else _HEADING
        worked = {id for ids in sheet.cells.values() for id in ids}
        shifts = [shift for shift in sheet.shifts.values() if not shift.retired or shift.id in worked]
        self.columns.measure(sheet.people, shifts, len(sheet.days), QFontMetrics(self.font()))
        self._fit()

    def _fit(self) -> None:
        if self.sheet is None:
            return
        width, height = self._canvas.width(), self._canvas.height() - self.heading
        self.columns.fit(width)
        sideways, down = self.horizontalScrollBar(), self.verticalScrollBar()
        sideways.setRange(0, max(0, self.columns.whole - (width - self.columns.frozen)))
        sideways.setPageStep(max(1, width - self.columns.frozen))
        sideways.setSingleStep(self.columns.day)
        down.setRange(0, max(0, len(self.sheet.people) * self._row - height))
        down.setPageStep(max(1, height))
        self.columns.offset = sideways.value()
        self._canvas.update()
        self.moved.emit()

    @property
    def painter_of(self) -> CalendarPaint:
        """What paints in the colours, the font and the language of the moment."""
        if self._paint is None:
            self._paint = CalendarPaint(tokens_of(self.palette()), self.font(), self.devicePixelRatioF(), self._words())
        return self._paint

    def _words(self) -> CalendarWords:
        return CalendarWords(
            number=self.tr("No.", "an employee's number, over a narrow column"),
            name=self.tr("Name"),
            group=self.tr("Group"),
            holiday=self.tr("hol.", "holiday, over a day of the calendar; as short as can be"),
            make_up=self.tr("work", "a weekend day worked to make up for a holiday; as short as can be"),
            leave={
                LeaveType.ANNUAL: self.tr("ann.", "annual leave, in a cell; as short as can be"),
                LeaveType.SICK: self.tr("sick", "sick leave, in a cell; as short as can be"),
                LeaveType.PERSONAL: self.tr("pers.", "personal leave, in a cell; as short as can be"),
                LeaveType.OTHER: self.tr("leave", "other leave, in a cell; as short as can be"),
            },
        )

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Roster of the month"))
        self._paint = None
        self._canvas.update()

    # Where things are

    def rect_of(self, row: int, column: int) -> QRect:
        """Return where a cell is on the canvas, behind the frozen parts as well."""
        return self.columns.rect(column, self.heading + row * self._row - self.verticalScrollBar().value(), self._row)

    def row_at(self, y: int) -> int:
        """Return which row is at `y`, the nearest one above or below them."""
        count = 0 if self.sheet is None else len(self.sheet.people)
        return max(0, min((y - self.heading + self.verticalScrollBar().value()) // self._row, count - 1))

    def _rows_between(self, top: int, bottom: int) -> range:
        """Return the rows of which something is to be seen between two heights."""
        has_rows = self.sheet is not None and bool(self.sheet.people)
        return range(self.row_at(top), self.row_at(bottom) + 1) if has_rows else range(0)

    @property
    def rows_seen(self) -> int:
        """How many whole rows are to be seen."""
        return max(1, (self._canvas.height() - self.heading) // self._row)

    def show_cell(self, row: int, column: int) -> None:
        """Scroll as little as it takes to see a cell whole."""
        rect, down, sideways = self.rect_of(row, column), self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() - max(0, self.heading - rect.top()))
        down.setValue(down.value() + max(0, rect.bottom() + 1 - self._canvas.height()))
        sideways.setValue(sideways.value() - max(0, self.columns.frozen - rect.left()))
        sideways.setValue(sideways.value() + max(0, rect.right() + 1 - self._canvas.width()))

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, _sideways: int, _down: int) -> None:
        self.columns.offset = self.horizontalScrollBar().value()
        self._canvas.update()
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REPAINTED:
            self._paint = None
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        painter = QPainter(self._canvas)
        days = self.columns.seen(self._canvas.width())
        if sheet.people:
            rows = self._rows_between(event.rect().top(), event.rect().bottom())
            self._paint_cells(painter, sheet, rows, days)
            self._paint_people(painter, sheet, rows)
        if event.rect().top() < self.heading:
            self._paint_headings(painter, sheet, days)
        painter.end()

    def _paint_cells(self, painter: QPainter, sheet: Sheet, rows: range, days: range) -> None:
        paint, width, height = self.painter_of, self._canvas.width(), self._canvas.height()
        right = min(width, self.columns.left(len(sheet.days)))
        bottom = min(height, self.rect_of(len(sheet.people), 0).top())
        painter.setClipRect(QRect(self.columns.frozen, self.heading, width, height))
        for column in days:
            ground = self.columns.rect(column, self.heading, bottom - self.heading)
            paint.ground(painter, sheet.calendar.kind(sheet.days[column]), ground)
        for row in rows:
            for column in days:
                paint.cell(painter, sheet, row, column, self.rect_of(row, column))
            paint.line(painter, self.columns.frozen, right, self.rect_of(row, 0).bottom())
        self._paint_selection(painter)

    def _paint_selection(self, painter: QPainter) -> None:
        chosen = self.selection
        first = self.rect_of(chosen.rows[0], chosen.columns[0])
        last = self.rect_of(chosen.rows[-1], chosen.columns[-1])
        if chosen.size > 1:
            self.painter_of.selected(painter, first.united(last))
        cursor = self.rect_of(chosen.row, chosen.column)
        self.painter_of.cursor(painter, cursor, self.typed, focused=self.hasFocus())

    def _paint_people(self, painter: QPainter, sheet: Sheet, rows: range) -> None:
        paint, columns = self.painter_of, self.columns
        painter.setClipRect(QRect(0, self.heading, columns.frozen, self._canvas.height()))
        for row in rows:
            person, place = sheet.people[row], self.rect_of(row, 0)
            top, height = place.top(), place.height()
            is_chosen = row in self.selection.rows
            paint.words_in(painter, person.number, QRect(0, top, columns.number, height), muted=True)
            paint.words_in(painter, person.name, QRect(columns.number, top, columns.name, height), bold=is_chosen)
            if columns.group:
                group = QRect(columns.number + columns.name, top, columns.group, height)
                paint.words_in(painter, person.group, group, muted=True)
            paint.line(painter, 0, columns.frozen, place.bottom())

    def _paint_headings(self, painter: QPainter, sheet: Sheet, days: range) -> None:
        paint, columns, height = self.painter_of, self.columns, self.heading
        painter.setClipRect(QRect(columns.frozen, 0, self._canvas.width(), height))
        for column in days:
            paint.heading(painter, sheet, sheet.days[column], columns.rect(column, 0, height))
        painter.setClipping(False)
        paint.title(painter, paint.words.number, QRect(0, 0, columns.number, height))
        paint.title(painter, paint.words.name, QRect(columns.number, 0, columns.name, height))
        if columns.group:
            paint.title(painter, paint.words.group, QRect(columns.number + columns.name, 0, columns.group, height))
        paint.line(painter, 0, min(self._canvas.width(), columns.left(len(sheet.days))), height - 1)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self._canvas)
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Return what the mouse is told at `place` of the canvas."""
        sheet = self.sheet
        if sheet is None or not sheet.people or place.x() < self.columns.frozen:
            return ""
        column = self.columns.at(place.x())
        if place.y() < self.heading:
            return self.explain_day(sheet.days[column])
        return self.explain(self.row_at(place.y()), column)
