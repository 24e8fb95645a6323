"""The sheet of a day: a row a person, filled in by exception, straight in its cells.

Arrows move; a figure sets the minutes, a letter or the space bar turns Absent on or off, Enter goes on to the next
row, Delete empties a cell. What is refused says so in one sentence at its cell, and what was typed stays there.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from csdesk.core.problem import Problem
from csdesk.desk.attendance import AttendanceRow
from csdesk.ui.log.attendance_words import Filled
from csdesk.ui.log.figure_field import whole_number
from csdesk.ui.models.table import Column, TableModel, table_model
from csdesk.ui.page import Context
from csdesk.ui.theme import look, repolish, tokens_of
from csdesk.ui.widgets.cards import Band
from csdesk.ui.widgets.table import DataTable
from csdesk.ui.widgets.table_delegate import CellDelegate

_Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger
_Key = Qt.Key

FIGURES = ("late", "early")
TYPED = (*FIGURES, "note")
BOX = 16
_SAID_AT_MOST = 460
_STEPS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}


class SheetModel(TableModel[AttendanceRow]):
    """The rows. readonly: why nothing can be filled in, None where it can."""

    def __init__(self, columns: Sequence[Column[AttendanceRow]]) -> None:
        super().__init__(columns, identity=lambda row: row.employee.id)
        self.readonly: Problem | None = None

    def replace_row(self, row: AttendanceRow) -> None:
        """Show the same person's row as it is now."""
        rows = list(self.rows_at_hand())
        number = next(n for n, one in enumerate(rows) if one.employee.id == row.employee.id)
        rows[number] = row
        self._rows = rows
        self.show_anew()

    def show_anew(self) -> None:
        """Let every cell be drawn again; the cursor stays where it is."""
        if self.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self.total - 1, len(self.columns) - 1))

    def key_at(self, index: _Index) -> str:
        """Return the key of a cell's column."""
        return self.columns[index.column()].key

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.readonly is None and self.key_at(index) in TYPED:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags


class SheetTable(DataTable):
    """The table. record: records a row as filled in; returns the sentence of what refuses it, else ""."""

    def __init__(self, context: Context, record: Callable[[AttendanceRow, Filled], str]) -> None:
        super().__init__("attendance", context.preferences)
        self.context = context
        self.record = record
        self.setItemDelegate(_SheetDelegate(self))
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


def box_of(cell: QRect) -> QRect:
    """Return where the box of Absent lies in its cell."""
    return QRect(cell.center().x() - BOX // 2, cell.center().y() - BOX // 2, BOX, BOX)


class _SheetDelegate(CellDelegate):
    """Draws the box of Absent, and lets the other cells be typed into."""

    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._sheet = table
        self._at = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if self._sheet.sheet.key_at(index) != "absent":
            return
        row = self._sheet.sheet.row_at(index.row())
        if row is None or (self._sheet.sheet.readonly is not None and not Filled.of(row).absent):
            return
        tokens, box = tokens_of(option.palette), QRectF(box_of(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_absent = Filled.of(row).absent
        painter.setPen(QPen(QColor(tokens.alarm if is_absent else tokens.edge), 1))
        painter.setBrush(QColor(tokens.alarm if is_absent else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_absent:
            painter.setPen(QPen(QColor(tokens.surface), 2))
            left, middle = box.left() + 4, box.center().y()
            painter.drawPolyline([QPointF(left, middle), QPointF(left + 3, middle + 3), QPointF(left + 8, middle - 3)])
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        look(editor, "cell")
        editor.setAccessibleName(self._sheet.sheet.columns[index.column()].title)
        if self._sheet.sheet.key_at(index) in FIGURES:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.textEdited.connect(lambda: self._say(editor, ""))
        self._at = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(self._sheet.sheet.columns[index.column()].words(_row(index)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            sentence = self._sheet.fill(index, editor.text())
            if sentence:
                self._sheet.say_fault(sentence, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = self._step_of(event)
            if step is not None:
                self._leave(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return where a key leads out of the cell, None for a key that belongs to the line in it."""
        key = Qt.Key(event.key())
        if key in (_Key.Key_Return, _Key.Key_Enter):
            return (1, 0)
        if key is _Key.Key_Tab:
            return (0, 1)
        sideways = key in (_Key.Key_Left, _Key.Key_Right)
        if sideways and self._sheet.sheet.key_at(self._at) == "note":
            return None
        return _STEPS.get(key)

    def _leave(self, editor: QLineEdit, rows: int, columns: int) -> None:
        sentence = self._sheet.fill(self._at, editor.text())
        self._say(editor, sentence)
        if not sentence:
            self.closeEditor.emit(editor, _SheetDelegate.EndEditHint.NoHint)
            self._sheet.step(rows, columns)

    def _say(self, editor: QLineEdit, sentence: str) -> None:
        self._sheet.say_fault(sentence, self._at if sentence else None)
        editor.setAccessibleDescription(sentence)
        if bool(editor.property("fault")) != bool(sentence):
            editor.setProperty("fault", bool(sentence))
            repolish(editor)


def _row(index: _Index) -> Any:  # a row of the sheet, as the columns take it
    return table_model(index.model()).row_at(index.row())
