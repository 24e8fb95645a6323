"""The cells of a day's sheet: how Absent is drawn, and how the others are typed into."""

from typing import Protocol

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
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from csdesk.ui.duty.attendance_rows import FIGURES, SheetModel
from csdesk.ui.duty.attendance_words import Filled
from csdesk.ui.theme import look, repolish, tokens_of
from csdesk.ui.widgets.table_delegate import CellDelegate

_Index = QModelIndex | QPersistentModelIndex
_Key = Qt.Key

BOX = 16
_STEPS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}


def box_of(cell: QRect) -> QRect:
    """Return where the box of Absent lies in its cell."""
    return QRect(cell.center().x() - BOX // 2, cell.center().y() - BOX // 2, BOX, BOX)


class Sheet(Protocol):
    """What the cells need of their table."""

    @property
    def sheet(self) -> SheetModel:
        """The rows."""

    def fill(self, index: _Index, text: str) -> str:
        """Take what was typed into a cell; return the sentence of what is wrong with it, else ""."""

    def say_fault(self, sentence: object = "", index: _Index | None = None) -> None:
        """Say a sentence at a cell, or none."""

    def step(self, rows: int, columns: int = 0) -> None:
        """Go on by rows and columns."""


class SheetDelegate(CellDelegate):
    """Draws the box of Absent, and lets the other cells be typed into."""

    def __init__(self, table: QAbstractItemView, sheet: Sheet) -> None:
        super().__init__(table)
        self._sheet = sheet
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
        row = self._sheet.sheet.row_at(index.row())
        if isinstance(editor, QLineEdit) and row is not None:
            editor.setText(self._sheet.sheet.columns[index.column()].words(row))
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
            self.closeEditor.emit(editor, SheetDelegate.EndEditHint.NoHint)
            self._sheet.step(rows, columns)

    def _say(self, editor: QLineEdit, sentence: str) -> None:
        self._sheet.say_fault(sentence, self._at if sentence else None)
        editor.setAccessibleDescription(sentence)
        if bool(editor.property("fault")) != bool(sentence):
            editor.setProperty("fault", bool(sentence))
            repolish(editor)
