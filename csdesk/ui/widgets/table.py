"""The table of every page: look, keyboard, copying, sums of what is selected.

``DataTable("log", preferences)`` with `set_model` is all a page needs; the name is what its columns are remembered by
(`csdesk.ui.widgets.table_columns`).
"""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from csdesk.texts import MINUS
from csdesk.ui.models.table import TableModel
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import tokens_of
from csdesk.ui.tokens import ROW, ROW_COMPACT
from csdesk.ui.widgets.table_columns import TableColumns
from csdesk.ui.widgets.table_delegate import CellDelegate

SUMMED_AT_MOST = 20_000
KEPT_SELECTED = 500


def with_minus(number: str) -> str:
    """Return a number with a true minus."""
    return number.replace("-", MINUS)


class DataTable(QTableView):
    """A table of rows.

    current_changed(row or None): another row has the cursor. opened(row): Enter or a double click on a row.
    summary_changed(text): count and sums of the selected rows, "" for fewer than two.
    row_actions: asked for the actions of the selected rows, for the context menu.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    summary_changed = Signal(str)

    def __init__(self, name: str, preferences: Preferences | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: TableModel[Any] = TableModel([])  # Rows are of any kind here; a page knows its own.
        self._empty_title = ""
        self._empty_hint = ""
        self._kept: tuple[list[Hashable], Hashable | None] = ([], None)
        self.row_actions: Callable[[list[Any]], list[QAction]] | None = None
        # A viewport of our own is known to Python already. Asking Qt for its own one makes Python learn every class of
        # QtWidgets, to find out which of them it is: 12 ms of a start.
        self._canvas = QWidget()
        self._canvas.setBackgroundRole(QPalette.ColorRole.Base)
        self._canvas.setAutoFillBackground(True)
        self._columns = TableColumns(self, self._canvas, name, preferences)
        self.setViewport(self._canvas)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_COMPACT)
        self._set_compact(preferences is not None and preferences.compact)
        headings = self.horizontalHeader()
        headings.setSectionsClickable(True)
        headings.setHighlightSections(False)
        headings.setSortIndicatorShown(False)
        headings.sectionClicked.connect(self._sort_by_heading)
        self.doubleClicked.connect(self._open)
        if preferences is not None:
            preferences.compact_changed.connect(self._set_compact)

    # What a page calls

    def set_model(self, model: TableModel[Any]) -> None:
        """Show the rows of `model`, with the columns as they were left."""
        self._model = model
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self._say_summary)
        self.selectionModel().currentRowChanged.connect(self._say_current)
        self._columns.follow(model)

    def set_empty(self, title: str, hint: str = "") -> None:
        """Say `title` and what to do next (`hint`) while there are no rows."""
        self._empty_title, self._empty_hint = title, hint
        self.setAccessibleDescription(f"{title} {hint}".strip())
        self._canvas.update()

    def selected_rows(self) -> list[Any]:
        """Return the selected rows from top to bottom; rows are as the page handed them in."""
        rows = (self._model.row_at(number) for number in self._selected_numbers())
        return [row for row in rows if row is not None]

    def current_row(self) -> Any | None:
        """Return the row with the cursor, or None."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def select(self, identity: Hashable) -> bool:
        """Select the row with `identity` and scroll to it; False where it is not among the rows at hand."""
        if self._model.identity is None:
            return False
        for number, row in enumerate(self._model.rows_at_hand()):
            if self._model.identity(row) == identity:
                # selectRow would toggle the row while Ctrl is held, as it is at a shortcut.
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().setCurrentIndex(self._model.index(number, 0), flags)
                self.scrollTo(self._model.index(number, 0))
                return True
        return False

    def copied(self) -> str:
        """Return headings and selected rows as tab-separated text, columns as shown."""
        columns = [self._model.columns[number] for number in self._columns.shown()]
        lines = ["\t".join(column.title for column in columns)]
        for row in self.selected_rows():
            lines.append("\t".join(" ".join(column.words(row).split()) for column in columns))
        return "\n".join(lines) + "\n"

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with headings."""
        if self.selectionModel() is not None and self.selectionModel().hasSelection():
            QGuiApplication.clipboard().setText(self.copied())

    def reset_columns(self) -> None:
        """Show the columns as they were at first."""
        self._columns.reset()

    # Rows and selection

    def _set_compact(self, compact: bool) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW_COMPACT if compact else ROW)

    def _selected_numbers(self) -> list[int]:
        if self.selectionModel() is None:
            return []
        ranges = self.selectionModel().selection().toList()
        return sorted({number for chosen in ranges for number in range(chosen.top(), chosen.bottom() + 1)})

    def _keep_selection(self) -> None:
        identity = self._model.identity
        self._kept = ([], None)
        if identity is None or self.selectionModel() is None:
            return
        numbers = self._selected_numbers()
        if len(numbers) <= KEPT_SELECTED:
            rows = (self._model.row_at(number) for number in numbers)
            current = self.current_row()
            self._kept = (
                [identity(row) for row in rows if row is not None],
                identity(current) if current is not None else None,
            )

    def _restore_selection(self) -> None:
        identity = self._model.identity
        kept, current = set(self._kept[0]), self._kept[1]
        if identity is None or not (kept or current is not None):
            self._say_summary()
            self.current_changed.emit(None)
            return
        selection = self.selectionModel()
        whole_row = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        found = False
        for number, row in enumerate(self._model.rows_at_hand()):
            name = identity(row)
            if name == current:
                found = True
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                selection.setCurrentIndex(self._model.index(number, 0), flag)
            if name in kept:
                selection.select(self._model.index(number, 0), whole_row)
        self._say_summary()
        if not found:
            self.current_changed.emit(None)

    def _say_current(self, current: QModelIndex) -> None:
        self.current_changed.emit(self._model.row_at(current.row()) if current.isValid() else None)
        self._canvas.update()

    def _say_summary(self) -> None:
        numbers = self._selected_numbers()
        if len(numbers) < 2:
            self.summary_changed.emit("")
            return
        parts = [self.tr("{count} selected").format(count=len(numbers))]
        summed = [column for column in self._model.columns if column.sums]
        if summed and len(numbers) <= SUMMED_AT_MOST:
            rows = self.selected_rows()
            for column in summed:
                values = [value for row in rows if isinstance(value := column.value(row), int)]
                parts.append(f"{column.title} " + with_minus(f"{sum(values):,}"))
        self.summary_changed.emit(" · ".join(parts))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _sort_by_heading(self, number: int) -> None:
        column = self._model.columns[number]
        if column.sortable:
            self._model.sort_by(column.key, self._model.sorted_by == (column.key, False))

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.share_room()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = self.selected_rows()
        if rows:
            if self.row_actions is not None:
                menu.addActions(self.row_actions(rows))
                menu.addSeparator()
            copy = menu.addAction(self.tr("Copy"), self.copy)
            copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        sort = menu.addMenu(self.tr("Sort by"))
        for number, column in enumerate(self._model.columns):
            if column.sortable:
                sort.addAction(column.title).triggered.connect(partial(self._sort_by_heading, number))
        menu.addMenu(self._columns.menu(menu))
        at_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).bottomLeft() if at_key else event.pos()
        menu.popup(self._canvas.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say_summary()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self._canvas)
        if self._model.total == 0:
            self._paint_empty(painter)
        elif self.hasFocus() and self.currentIndex().isValid():
            self._paint_ring(painter)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        row = self.visualRect(self.currentIndex())
        width = min(self.horizontalHeader().length() - self.horizontalHeader().offset(), self._canvas.width())
        ring = QRectF(0, row.top(), width, row.height()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self.palette()).accent), 2))
        painter.drawRoundedRect(ring, 4, 4)

    def _paint_empty(self, painter: QPainter) -> None:
        tokens, area = tokens_of(self.palette()), self._canvas.rect().adjusted(24, 0, -24, 0)
        bold = QFont(self.font())
        bold.setBold(True)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        title_height = QFontMetrics(bold).boundingRect(area, flags, self._empty_title).height()
        hint_height = QFontMetrics(self.font()).boundingRect(area, flags, self._empty_hint).height()
        top = max(area.top() + 12, area.center().y() - (title_height + hint_height) // 2 - 12)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRect(area.left(), top, area.width(), title_height), flags, self._empty_title)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.muted))
        place = QRect(area.left(), top + title_height + 6, area.width(), hint_height)
        painter.drawText(place, flags, self._empty_hint)
