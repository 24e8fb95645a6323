"""The columns of a table as the user likes them: which are shown, in which order, how wide; remembered by a name."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.preferences import Preferences, TableLook
from csdesk.ui.tokens import SIZE_BODY, SIZE_SMALL
from csdesk.ui.widgets.column_room import Wish, shared
from csdesk.ui.widgets.table_delegate import BAR_LEAST, CHIP_GAP, CHIP_INSET, INSET

AT_LEAST = 36
STRETCHED = 96
ROOMY = 160  # Whatever is wider than this is prose, which may be cut.
CUT_TO = 48  # Prose, while names and days are still whole.
MEASURED = 16  # Rows, about as many as are in sight: every letter of a search has them measured anew.
WRITTEN_AFTER = 300  # Milliseconds from the last change.


class TableColumns(QObject):
    """The columns of `table`, which share the width of `canvas`; kept in `preferences` under `name`."""

    def __init__(self, table: QTableView, canvas: QWidget, name: str, preferences: Preferences | None) -> None:
        super().__init__(table)
        self._canvas = canvas
        self._name = name
        self._preferences = preferences
        self._model: TableModel[Any] | None = None
        self._chosen: dict[str, int] = {}
        self._taken: dict[int, int] = {}
        self._settling = False
        self._headings = table.horizontalHeader()
        self._headings.setSectionsMovable(True)
        self._headings.setMinimumSectionSize(AT_LEAST)
        self._headings.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._headings.customContextMenuRequested.connect(self._ask)
        self._headings.sectionMoved.connect(self._keep_look)
        self._headings.sectionResized.connect(self._resized)
        self._look_timer = QTimer(self, singleShot=True, interval=WRITTEN_AFTER)
        self._look_timer.timeout.connect(self._write_look)

    def follow(self, model: TableModel[Any]) -> None:
        """Show the columns of `model`, which the table shows by now, as they were left."""
        self._model = model
        model.headerDataChanged.connect(self._measure_anew)
        model.modelReset.connect(self._measure_anew)
        self._apply_look()

    def shown(self) -> list[int]:
        """Return the columns' numbers in the model, as they stand from left to right, without the hidden ones."""
        order = (self._headings.logicalIndex(place) for place in range(self._headings.count()))
        return [number for number in order if not self._headings.isSectionHidden(number)]

    def share_room(self) -> None:
        """Give every column its width, as far as there is room; widths that the user chose stay as they are."""
        columns, room = self._columns(), self._canvas.width()
        if room < ROOMY:  # It is not in its place yet, and will be told when it is.
            return
        shown = self.shown() if self._headings.count() == len(columns) else []
        wishes = [self._wish(columns[number]) for number in shown]
        widths = shared(wishes, room)
        # Only where it is needed: measuring what stands in the rows takes a few milliseconds.
        is_narrow = any(wish.share and width < ROOMY for wish, width in zip(wishes, widths, strict=True))
        if is_narrow or sum(widths) > room:
            widths = shared([self._narrow_wish(number) for number in shown], room)
        was, self._settling = self._settling, True
        for number, width in zip(shown, widths, strict=True):
            self._headings.resizeSection(number, width)
        self._settling = was

    def reset(self) -> None:
        """Show the columns as they were at first."""
        if self._preferences is not None:
            self._preferences.keep_table(self._name, TableLook())
        self._apply_look()

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu to choose the columns from; the last one that is shown cannot be hidden."""
        menu = QMenu(self.tr("Columns"), parent)
        shown = self.shown()
        for number, column in enumerate(self._columns()):
            choice = menu.addAction(column.title)
            choice.setCheckable(True)
            choice.setChecked(number in shown)
            choice.setEnabled(number not in shown or len(shown) > 1)
            choice.toggled.connect(partial(self._show, number))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns"), self.reset)
        return menu

    def _columns(self) -> tuple[Column[Any], ...]:
        return self._model.columns if self._model is not None else ()

    def _apply_look(self) -> None:
        self._settling = True
        look = self._preferences.table(self._name) if self._preferences is not None else TableLook()
        headings, columns = self._headings, self._columns()
        self._chosen = dict(look.widths)
        hidden = set(look.hidden) if look.order else {column.key for column in columns if column.hidden}
        for number, column in enumerate(columns):
            # Those that stretch get their room from share_room: Qt's own stretching gives each the same.
            mode = QHeaderView.ResizeMode.Fixed if column.stretch else QHeaderView.ResizeMode.Interactive
            headings.setSectionResizeMode(number, mode)
            headings.setSectionHidden(number, column.key in hidden)
        numbers = {column.key: number for number, column in enumerate(columns)}
        order = [numbers[key] for key in look.order if key in numbers]
        for place, number in enumerate([*order, *(number for number in numbers.values() if number not in order)]):
            headings.moveSection(headings.visualIndex(number), place)
        self._settling = False
        self.share_room()

    def _measure_anew(self) -> None:
        self._taken.clear()
        self.share_room()

    def _wish(self, column: Column[Any]) -> Wish:
        if column.stretch:
            return Wish((STRETCHED,), column.stretch)
        return Wish((self._chosen.get(column.key, column.width),))

    def _narrow_wish(self, number: int) -> Wish:
        """Return what a column would like where room is short: prose gives way first, headings next, names last."""
        column = self._columns()[number]
        chosen = self._chosen.get(column.key)
        if chosen is not None and not column.stretch:
            return Wish((chosen,))
        taken = self._taken_by(number)
        if column.stretch and (column.yields or taken > ROOMY):
            return Wish((STRETCHED, CUT_TO, CUT_TO, AT_LEAST), column.stretch)
        width = max(STRETCHED, taken) if column.stretch else max(AT_LEAST, column.width)
        taken = min(width, max(AT_LEAST, taken))
        heading = self._headings.fontMetrics().horizontalAdvance(self._heading(number)) + 2 * INSET
        easy = min(width, max(heading, taken))
        cut = min(easy, CUT_TO)
        sizes = (width, easy, cut, AT_LEAST) if column.yields else (width, easy, easy, taken, AT_LEAST)
        return Wish(sizes, column.stretch)

    def _heading(self, number: int) -> str:
        model = self._model
        return str(model.headerData(number, Qt.Orientation.Horizontal)) if model is not None else ""

    def _taken_by(self, number: int) -> int:
        """Return the width of the widest cell of a column, as far as rows are at hand."""
        if number not in self._taken:
            column = self._columns()[number]
            font = QFont(self._headings.font())
            font.setPixelSize(SIZE_SMALL if column.chips is not None else SIZE_BODY)
            font.setBold(column.bold)
            metrics = QFontMetrics(font)
            rows = self._model.rows_at_hand()[:MEASURED] if self._model is not None else ()
            widest = max((_width(column, row, metrics) for row in rows), default=0)
            self._taken[number] = widest + 1 + 2 * INSET  # Letters end within a pixel.
        return self._taken[number]

    def _resized(self, number: int, _was: int, width: int) -> None:
        if not self._settling and width:  # A column that is hidden has no width.
            self._chosen[self._columns()[number].key] = width
            self.share_room()
            self._keep_look()

    def _show(self, number: int, shown: bool) -> None:
        self._headings.setSectionHidden(number, not shown)
        self.share_room()
        self._keep_look()

    def _keep_look(self) -> None:
        if not self._settling and self._preferences is not None:
            self._look_timer.start()

    def _write_look(self) -> None:
        if self._preferences is None:
            return
        headings, columns = self._headings, self._columns()
        order = tuple(columns[headings.logicalIndex(place)].key for place in range(len(columns)))
        hidden = tuple(column.key for number, column in enumerate(columns) if headings.isSectionHidden(number))
        self._preferences.keep_table(self._name, TableLook(order, hidden, tuple(self._chosen.items())))

    def _ask(self, place: QPoint) -> None:
        menu = self.menu(self._headings)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._headings.mapToGlobal(place))


def _width(column: Column[Any], row: object, metrics: QFontMetrics) -> int:
    """Return how much room a cell takes without its insets."""
    if column.scale is not None:
        return BAR_LEAST
    if column.chips is None:
        return metrics.horizontalAdvance(column.words(row))
    chips = column.chips(row)
    return sum(metrics.horizontalAdvance(chip.text) + 2 * CHIP_INSET + CHIP_GAP for chip in chips) - CHIP_GAP
