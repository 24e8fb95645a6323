"""A line that finds something by a few letters: a person, a rule. Keyboard only, the first hit is one key away.

``PickField(find)`` asks ``find(text)`` at every key and lists what it returns below the line. Enter and Tab take the
marked choice (the first, unless arrows moved the mark), Esc closes the list, a click takes what is clicked.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHideEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from csdesk.ui.models.table import Chip
from csdesk.ui.theme import look, tokens_of
from csdesk.ui.tokens import SIZE_SMALL
from csdesk.ui.widgets.table_delegate import draw_chips

CHOICE_HEIGHT = 32
INSET = 10
GAP_TO_HINT = 10
LIST_AT_LEAST = 340
LIST_AT_MOST = 560


class Choice:
    """One thing to pick. text: what the line shows once picked. value: what is emitted.

    hint: muted words beside it (a number, a group). chip: drawn on the right (a severity).
    No named tuple: Qt would make a list of it.
    """

    __slots__ = ("chip", "hint", "text", "value")

    def __init__(self, text: str, value: object, hint: str = "", chip: Chip | None = None) -> None:
        self.text = text
        self.value = value
        self.hint = hint
        self.chip = chip


class ChoiceDelegate(QStyledItemDelegate):
    """Draws a choice of `view`: its words, the muted hint, the chip on the right.

    It asks the view what is marked, not the option; see CellDelegate.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        tokens = tokens_of(option.palette)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.selectionModel().isSelected(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(rect, 5, 5)
        room = rect.adjusted(INSET, 0, -INSET, 0)
        metrics = QFontMetrics(option.font)
        if choice.chip is not None:
            width = _chip_width(choice.chip, option.font)
            draw_chips(painter, room.adjusted(room.width() - width + 6, 0, 4, 0), [choice.chip], tokens, option.font)
            room.adjust(0, 0, -width, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        centre = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        words = metrics.elidedText(choice.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, centre, words)
        room.adjust(metrics.horizontalAdvance(words) + GAP_TO_HINT, 0, 0, 0)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(room, centre, metrics.elidedText(choice.hint, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        width = 2 * INSET + QFontMetrics(option.font).horizontalAdvance(f"{choice.text}{choice.hint}") + GAP_TO_HINT
        return QSize(width + (_chip_width(choice.chip, option.font) if choice.chip is not None else 0), CHOICE_HEIGHT)


def _chip_width(chip: Chip, font: QFont) -> int:
    """Return the room that `chip` takes on the right, the gap before it included."""
    small = QFont(font)
    small.setPixelSize(SIZE_SMALL)
    return QFontMetrics(small).horizontalAdvance(chip.text) + 26


class PickField(QLineEdit):
    """The line with its list. picked(value): a choice was taken, or None where the text was changed after that."""

    picked = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Choice]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._value: object | None = None
        self._made_list: QListWidget | None = None
        self.textEdited.connect(self._search)

    @property
    def _list(self) -> QListWidget:
        """The list, made when something is first listed."""
        if self._made_list is None:
            self._made_list = made = QListWidget()
            made.hide()
            look(made, "popup")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setItemDelegate(ChoiceDelegate(made))
            made.setMouseTracking(True)
            made.itemPressed.connect(self._take)
            self.destroyed.connect(made.deleteLater)
        return self._made_list

    @property
    def _is_open(self) -> bool:
        return self._made_list is not None and not self._made_list.isHidden()

    def _close(self) -> None:
        if self._made_list is not None:
            self._made_list.hide()

    @property
    def value(self) -> object | None:
        """What was picked, None while nothing is."""
        return self._value

    @property
    def choices(self) -> list[Choice]:
        """The choices that are listed now; empty while the list is closed."""
        if not self._is_open:
            return []
        return [self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count())]

    @property
    def list_geometry(self) -> QRect:
        """Where the list lies in the window."""
        return self._list.geometry()

    def set_choice(self, choice: Choice | None) -> None:
        """Show `choice` as picked (None: empty the line) without saying so."""
        self._value = None if choice is None else choice.value
        self.setText("" if choice is None else choice.text)
        self.setCursorPosition(0)
        self._close()

    def pick_first(self) -> bool:
        """Take the marked choice, as Enter does; False where none is listed."""
        item = self._list.currentItem() if self._is_open else None
        if item is None:
            return False
        self._take(item)
        return True

    def _search(self, text: str) -> None:
        if self._value is not None:
            self._value = None
            self.picked.emit(None)
        self._show(self._find(text) if text.strip() else [])

    def _show(self, choices: Sequence[Choice]) -> None:
        if not choices:
            self._close()
            return
        self._list.clear()
        for choice in choices:
            item = QListWidgetItem(f"{choice.text} {choice.hint}".strip())
            item.setData(Qt.ItemDataRole.UserRole, choice)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place(len(choices))
        self._list.show()
        self._list.raise_()

    def _place(self, count: int) -> None:
        """Put the list below the line (above it where there is no room), over everything else in the window."""
        window = self.window()
        if self._list.parentWidget() is not window:
            self._list.setParent(window)
        height = count * CHOICE_HEIGHT + 10
        below = self.mapTo(window, QPoint(0, self.height() + 2))
        above = below.y() - self.height() - 4 - height
        top = above if below.y() + height > window.height() and above >= 0 else below.y()
        wanted = min(max(self._list.sizeHintForColumn(0) + 10, LIST_AT_LEAST), LIST_AT_MOST)
        width = min(max(self.width(), wanted), window.width() - below.x() - 8)
        self._list.setGeometry(below.x(), top, width, height)

    def _take(self, item: QListWidgetItem) -> None:
        choice: Choice = item.data(Qt.ItemDataRole.UserRole)
        self.set_choice(choice)
        self.picked.emit(choice.value)

    def _move(self, by: int) -> None:
        if not self._is_open:
            self._show(self._find(self.text().strip() if self._value is None else ""))
            return
        self._list.setCurrentRow((self._list.currentRow() + by) % self._list.count())
        self.setAccessibleDescription(self._list.currentItem().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._move(1)
        elif event.key() == Qt.Key.Key_Up and self._is_open:
            self._move(-1)
        elif event.key() == Qt.Key.Key_Escape and self._is_open:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pick_first():
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._close()
        is_tab = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if is_tab and self.pick_first() and not self.hasFocus():
            return True  # Whoever heard `picked` has moved the cursor on already.
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_open:
            self._place(self._list.count())
