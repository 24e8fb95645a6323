"""The sheet of a day: a row a person, filled in by exception, straight in its cells.

Arrows move; a figure sets the minutes, a letter or the space bar turns Absent on or off, Enter goes on to the next
row, Delete empties a cell. What is refused says so in one sentence at its cell, and what was typed stays there.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from csdesk.core.problem import Problem
from csdesk.desk.attendance import AttendanceRow
from csdesk.ui.duty.attendance_cells import SheetDelegate, box_of
from csdesk.ui.duty.attendance_rows import FIGURES, SheetModel
from csdesk.ui.duty.attendance_words import Filled
from csdesk.ui.log.figure_field import whole_number
from csdesk.ui.page import Context
from csdesk.ui.theme import tokens_of
from csdesk.ui.widgets.cards import Band
from csdesk.ui.widgets.table import DataTable

_Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger
_Key = Qt.Key
_SAID_AT_MOST = 460


class SheetTable(DataTable):
    """The table. record: records a row as filled in; returns the sentence of what refuses it, else ""."""

    def __init__(self, context: Context, record: Callable[[AttendanceRow, Filled], str], parent: QWidget) -> None:
        super().__init__("attendance", context.preferences, parent)
        self.context = context
        self.record = record
        self.setItemDelegate(SheetDelegate(self, self))
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self._fault = Band("alarm", self.viewport())
        self._faulty = QPersistentModelIndex()
        self.verticalScrollBar().valueChanged.connect(self.say_fault)

    @property
    def sheet(self) -> SheetModel:
        """The rows."""
        model = self.model()
        assert isinstance(model, SheetModel)  # The card hands in no other.
        return model

    @property
    def is_typing(self) -> bool:
        """Whether something is being typed into a cell."""
        return self.state() is QAbstractItemView.State.EditingState

    @property
    def fault(self) -> str:
        """The sentence that stands at a cell, "" where none does."""
        return "" if self._fault.isHidden() else self._fault.text

    def say_fault(self, sentence: object = "", index: _Index | None = None) -> None:
        """Say a sentence at a cell; anything else than a sentence takes away the one that stands."""
        said = sentence if isinstance(sentence, str) and index is not None else ""
        self._faulty = QPersistentModelIndex(index) if index is not None and said else QPersistentModelIndex()
        self._fault.say(said)
        self.setAccessibleDescription(said)
        if said and index is not None:
            cell, area = self.visualRect(index), self.viewport().rect()
            width = min(_SAID_AT_MOST, area.width() - 16)
            height = max(self._fault.heightForWidth(width), 36)
            left = min(max(8, cell.left()), area.width() - width - 8)
            below = cell.bottom() + 4
            top = below if below + height < area.height() else max(0, cell.top() - height - 4)
            self._fault.setGeometry(left, top, width, height)
            self._fault.raise_()
        self.viewport().update()

    # The cursor

    def put_cursor(self, row: int, key: str) -> None:
        """Put the cursor into a cell."""
        column = next(n for n, one in enumerate(self.sheet.columns) if one.key == key)
        self.setCurrentIndex(self.sheet.index(row, column))

    def cursor_place(self) -> tuple[str, str] | None:
        """Return whose row and which column the cursor is in."""
        row: AttendanceRow | None = self.current_row()
        return None if row is None else (row.employee.id, self.sheet.key_at(self.currentIndex()))

    def step(self, rows: int, columns: int = 0) -> None:
        """Go on by rows and columns, as they are shown, within the table."""
        header, index = self.horizontalHeader(), self.currentIndex()
        row = min(max(index.row() + rows, 0), self.sheet.total - 1)
        place = header.visualIndex(index.column()) + columns
        place = min(max(place, 0), header.count() - 1)
        self.setCurrentIndex(self.sheet.index(row, header.logicalIndex(place)))
        self.setFocus()

    # Filling in

    def fill(self, index: _Index, text: str) -> str:
        """Take what was typed into a cell; return the sentence of what is wrong with it, else ""."""
        row, key = self.sheet.row_at(index.row()), self.sheet.key_at(index)
        if row is None:
            return ""
        filled = Filled.of(row)
        if key in FIGURES:
            typed = text.strip()
            number = whole_number(typed) if typed else 0
            if number is None:
                return self.context.texts.problem(Problem.at(key, "figure.unreadable", typed=typed))
            wanted = filled._replace(late=number) if key == "late" else filled._replace(early=number)
        else:
            wanted = filled._replace(note=text.strip())
        return self.record(row, wanted) if wanted != filled else ""

    def toggle_absent(self) -> None:
        """Turn Absent on or off in the row with the cursor."""
        row: AttendanceRow | None = self.current_row()
        if row is not None:
            filled = Filled.of(row)
            self._record_at_cursor(row, filled._replace(absent=not filled.absent), "absent")

    def empty(self) -> None:
        """Empty the cell with the cursor; in a column that is not filled in, the whole row."""
        row: AttendanceRow | None = self.current_row()
        if row is None:
            return
        key, filled = self.sheet.key_at(self.currentIndex()), Filled.of(row)
        nothing = Filled()._asdict()
        wanted = filled._replace(**{key: nothing[key]}) if key in nothing else Filled()
        if wanted != filled:
            self._record_at_cursor(row, wanted, key)

    def _record_at_cursor(self, row: AttendanceRow, wanted: Filled, key: str) -> None:
        if self.sheet.readonly is not None:
            self._say_readonly()
            return
        if key in Filled._fields:
            self.put_cursor(self.currentIndex().row(), key)
        sentence = self.record(row, wanted)
        if sentence:
            self.say_fault(sentence, self.currentIndex())

    def _say_readonly(self) -> None:
        if self.sheet.readonly is not None:
            self.say_fault(self.context.texts.problem(self.sheet.readonly), self.currentIndex())

    # What Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not self.currentIndex().isValid() or plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        self.say_fault()
        if event.key() in (_Key.Key_Return, _Key.Key_Enter):
            self.step(1)
        elif event.key() in (_Key.Key_Delete, _Key.Key_Backspace):
            self.empty()
        elif event.text().strip() or event.key() == _Key.Key_Space:
            self._type(event)
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        key = self.sheet.key_at(self.currentIndex())
        if self.sheet.readonly is not None:
            self._say_readonly()
        elif key == "note":
            super().keyPressEvent(event)
        elif event.text().isdigit():
            if key not in FIGURES:
                self.put_cursor(self.currentIndex().row(), "late")
            super().keyPressEvent(event)
        elif event.text().isalpha() or event.key() == _Key.Key_Space:
            self.toggle_absent()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.sheet.key_at(index) == "absent":
            box = box_of(self.visualRect(index)).adjusted(-6, -6, 6, 6)
            if box.contains(event.position().toPoint()):
                self.toggle_absent()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self.fault:
            self.say_fault()

    def _paint_ring(self, painter: QPainter) -> None:
        tokens = tokens_of(self.palette())
        index = self.currentIndex()
        is_wrong = self._faulty.isValid() and self._faulty == index
        ring = QRectF(self.visualRect(index)).adjusted(1, 1, -1, -2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.alarm if is_wrong else tokens.accent), 2))
        painter.drawRoundedRect(ring, 4, 4)
