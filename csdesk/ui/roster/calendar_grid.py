"""The calendar at work: keys, mouse and clipboard; what is to be set goes up as a signal.

A code is typed into the cell with the cursor and set in every selected one; Enter or an arrow takes it at once.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from csdesk.core.cells import Cell
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.calendar_codes import Codes, ShiftIds, Typing, Unread, block_text, read_block, written
from csdesk.ui.roster.calendar_sheet import Selection, Sheet
from csdesk.ui.roster.calendar_surface import CalendarSurface

_STEPS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_WITHOUT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CalendarGrid(CalendarSurface):
    """The calendar.

    set_asked({cell: shift ids}): what shall stand in which cells. cursor_moved(): another cell has the cursor, or
    another range is selected. refused(sentence): what was pasted or typed cannot be set, and why.
    """

    set_asked = Signal(object)
    cursor_moved = Signal()
    refused = Signal(str)

    def __init__(self, preferences: Preferences | None = None, parent: QWidget | None = None) -> None:
        super().__init__(preferences, parent)
        self._codes = Codes()
        self._typing = Typing(self._codes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.retranslate()

    # What the page calls

    def show_sheet(self, sheet: Sheet) -> None:
        """Show `sheet`; the cursor stays with the person and the day that it was on."""
        before = self.sheet
        if before is None or before.shifts != sheet.shifts:
            self._codes = Codes(sheet.shifts.values())
            self._typing = Typing(self._codes)
            self.typed = ""
        row, column = self.selection[2:]
        if before is not None and before.people != sheet.people and row < len(before.people):
            id = before.people[row].id
            row = next((row for row, person in enumerate(sheet.people) if person.id == id), 0)
            self.selection = self.selection.to(row, column)
        elif before is None and sheet.today in sheet.month:
            self.selection = Selection().to(0, sheet.today.day - 1)
        self.lay(sheet)
        self.cursor_moved.emit()

    def go_to(self, employee_id: str | None, day: date) -> bool:
        """Put the cursor on somebody's day, on the day in the row that has it now where nobody is named."""
        sheet = self.sheet
        if sheet is None or not sheet.people or day not in sheet.month:
            return False
        place = (self.selection.row, day.day - 1) if employee_id is None else sheet.place(employee_id, day)
        if place is None:
            return False
        self._move(self.selection.to(*place))
        self.setFocus()
        return True

    def set_selected(self, ids: ShiftIds) -> None:
        """Ask for these shifts in every selected cell."""
        self._ask(self.selection.places, ids)

    @property
    def selected_people(self) -> list[str]:
        """The ids of the people in the selected rows."""
        sheet = self.sheet
        return [] if sheet is None else [sheet.people[row].id for row in self.selection.rows if sheet.people]

    # Clipboard

    def copy(self) -> None:
        """Copy the selected cells, as a spreadsheet does."""
        sheet = self.sheet
        if sheet is None or not sheet.people:
            return
        rows = [
            [written(sheet.ids(row, column), sheet.shifts) for column in self.selection.columns]
            for row in self.selection.rows
        ]
        QGuiApplication.clipboard().setText(block_text(rows))

    def paste(self) -> None:
        """Set what was copied, here or in a spreadsheet, from the selection's first cell on."""
        sheet, text = self.sheet, QGuiApplication.clipboard().text()
        if sheet is None or not sheet.people or not text:
            return
        block = read_block(text, self._codes)
        if isinstance(block, Unread):
            said = self.tr("Nothing is pasted: “{text}” in row {row}, column {column} of the block is no shift's code.")
            self.refused.emit(said.format(text=block.text[:20], row=block.row + 1, column=block.column + 1))
            return
        chosen = self.selection
        rows, columns = len(block), len(block[0])
        if len(chosen.rows) % rows or len(chosen.columns) % columns:
            # Not a whole number of times: once, from the first cell on.
            last = (chosen.rows[0] + rows - 1, chosen.columns[0] + columns - 1)
            if last[0] >= len(sheet.people) or last[1] >= len(sheet.days):
                said = self.tr("Nothing is pasted: {rows} rows and {days} days do not fit from here on.")
                self.refused.emit(said.format(rows=rows, days=columns))
                return
            chosen = Selection(chosen.rows[0], chosen.columns[0], *last)
        top, left = chosen.rows[0], chosen.columns[0]
        changes = {
            sheet.cell(row, column): block[(row - top) % rows][(column - left) % columns]
            for row, column in chosen.places
        }
        self._move(chosen)
        self._emit(changes)

    # Setting

    def _ask(self, places: Iterable[tuple[int, int]], ids: ShiftIds) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.people:
            return
        found = list(places)
        if len(found) > 1:
            # Painting over a range means the days that people are here.
            found = [place for place in found if sheet.is_employed(*place)]
        self._emit({sheet.cell(*place): ids for place in found})

    def _emit(self, changes: Mapping[Cell, ShiftIds]) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        changed = {cell: ids for cell, ids in changes.items() if sheet.cells.get(cell, ()) != ids}
        if changed:
            self.set_asked.emit(changed)

    def _type(self, letter: str) -> None:
        """Take one typed letter."""
        sheet = self.sheet
        if sheet is None or not sheet.people:
            return
        standing = written(sheet.ids(self.selection.row, self.selection.column), sheet.shifts)
        ids = self._typing.add(letter, standing)
        self._show_typed()
        if ids is not None:
            self.set_selected(ids)

    def _take(self) -> bool:
        """Set what is typed; return False where it is no code."""
        typed, ids = self._typing.typed, self._typing.take()
        self._show_typed()
        if ids is not None:
            self.set_selected(ids)
        elif typed:
            self.refused.emit(self.tr("“{typed}” is no shift's code.").format(typed=typed))
            return False
        return True

    def _show_typed(self) -> None:
        if self.typed != self._typing.typed:
            self.typed = self._typing.typed
            self._canvas.update()

    def _move(self, selection: Selection) -> None:
        self._typing.forget()
        self._show_typed()
        if self.sheet is None or not self.sheet.people:
            return
        self.selection = selection.within(len(self.sheet.people), len(self.sheet.days))
        self.show_cell(self.selection.row, self.selection.column)
        self._canvas.update()
        self.cursor_moved.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.set_selected(())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif not self._moves(event) and not self._edits(event):
            super().keyPressEvent(event)

    def _select_all(self) -> None:
        if self.sheet is not None:
            self._move(Selection(0, 0, len(self.sheet.people) - 1, len(self.sheet.days) - 1))

    def _moves(self, event: QKeyEvent) -> bool:
        """Move the cursor, taking what is typed; return whether the key asks for that."""
        where, key = self._place_for(event), event.key()
        if where is None:
            return False
        if not self._take():
            return True
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and key not in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )
        self._move(self.selection.to(*where, extend=extend))
        return True

    def _place_for(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return row and column to which a key moves, None for any other key."""
        if self.sheet is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        key, row, column = event.key(), self.selection.row, self.selection.column
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        last_row, last_column = len(self.sheet.people) - 1, len(self.sheet.days) - 1
        if key in _STEPS:
            down, right = _STEPS[key]
            if whole:
                down, right = down * (last_row + 1), right * (last_column + 1)
            return max(0, min(row + down, last_row)), max(0, min(column + right, last_column))
        places = {
            Qt.Key.Key_Home: (0 if whole else row, 0),
            Qt.Key.Key_End: (last_row if whole else row, last_column),
            Qt.Key.Key_PageUp: (max(0, row - self.rows_seen), column),
            Qt.Key.Key_PageDown: (min(last_row, row + self.rows_seen), column),
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection.size == 1:
            return min(row + 1, last_row), column
        return places.get(Qt.Key(key))

    def _edits(self, event: QKeyEvent) -> bool:
        """Set, empty or type; return whether the key asks for that."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Backspace and self.typed:
            self._typing.back()
            self._show_typed()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._typing.forget()
            self._show_typed()
            self.set_selected(())
        elif key == Qt.Key.Key_Escape and (self.typed or self.selection.size > 1):
            self._move(self.selection.to(self.selection.row, self.selection.column))
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _WITHOUT_TEXT:
            for letter in event.text():
                self._type(letter)
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        for letter in event.commitString().strip():
            self._type(letter)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            return QRect(self.rect_of(self.selection.row, self.selection.column))
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._canvas.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take()
        self._canvas.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.people or event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        row, column = self.row_at(place.y()), self.columns.at(place.x())
        last_row, last_column = len(sheet.people) - 1, len(sheet.days) - 1
        self._take()
        if place.y() < self.heading and place.x() >= self.columns.frozen:
            self._move(Selection(last_row, column, 0, column))
        elif place.x() < self.columns.frozen:
            if place.y() >= self.heading:
                self._move(Selection(row, last_column, row, 0))
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(self.selection.to(row, column, extend=extend))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.people or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        row, column = self.row_at(place.y()), self.columns.at(place.x())
        if (row, column) != (self.selection.row, self.selection.column):
            self._move(self.selection.to(row, column, extend=True))
