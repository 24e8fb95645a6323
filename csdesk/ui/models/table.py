"""One read-only table model for every table of the window: rows are values, columns say what is shown of them.

A page writes ``TableModel([Column(self.tr("Points"), lambda row: row.points, key="points", figure=True)])`` and hands
it rows with `set_rows`, or a window over a long result with `set_window`; filter and sort of the latter stay in SQL.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

PAGE = 200
PAGES_KEPT = 30

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHOWN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole})


class Chip(NamedTuple):
    """A word on a tinted ground. kind: a severity, or any other word for a quiet chip."""

    text: str
    kind: str


class ScoreScale(NamedTuple):
    """What a score is drawn against: bar from 0 to `top`, tick at `base`, alarm colour below `alarm_below`."""

    base: int
    top: int
    alarm_below: int

    def tone(self, score: int) -> str:
        """Return the token of the bar's colour."""
        return "accent" if score >= self.base else "worse" if score >= self.alarm_below else "alarm"


class Column(NamedTuple, Generic[Row]):
    """One column.

    title: in the window's language. value: what it sorts and sums by, None last. key: stable, names it in preferences
    and for `sort_asked`. text: the words shown (default: the value's own). tone: a token's name for the words' colour.
    chips: drawn instead of the words. scale: draws the value as figure and bar. figure: right-aligned.
    sums: the selection's total stands in the status bar. hidden: only shown when chosen. width: logical pixels.
    stretch: its share of the room that the other columns leave, 0 for a column that keeps its width. yields: its words
    are cut before those of others, where room is short.
    """

    title: str
    value: Callable[[Row], object]
    key: str
    text: Callable[[Row], str] | None = None
    tooltip: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    chips: Callable[[Row], Sequence[Chip]] | None = None
    scale: Callable[[Row], ScoreScale] | None = None
    figure: bool = False
    bold: bool = False
    sums: bool = False
    sortable: bool = True
    hidden: bool = False
    stretch: int = 0
    width: int = 120
    yields: bool = False

    def words(self, row: Row) -> str:
        """Return what the cell says, as copied and as read aloud."""
        if self.text is not None:
            return self.text(row)
        if self.chips is not None:
            return ", ".join(chip.text for chip in self.chips(row))
        value = self.value(row)
        return "" if value is None else str(value)


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows under columns.

    identity: what stays the same of a row over a reload (its id), so that the table keeps what is selected.
    struck: whether a row is drawn struck through. asks_sort: headings emit `sort_asked(key, descending)` and the page
    hands in sorted rows; otherwise the model sorts the rows it has.
    """

    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        identity: Callable[[Row], Hashable] | None = None,
        struck: Callable[[Row], bool] | None = None,
        asks_sort: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[Row], ...] = tuple(columns)
        self.identity = identity
        self._struck = struck
        self._asks_sort = asks_sort
        self._sorted: tuple[str, bool] | None = None
        self._rows: Sequence[Row] = ()
        self._total = 0
        self._fetch: Callable[[int, int], Sequence[Row]] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    # What a page calls

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`, sorted by the heading that was chosen (unless the page sorts)."""
        self.beginResetModel()
        self._fetch = None
        self._pages.clear()
        self._rows = rows if self._asks_sort else self._in_order(rows)
        self._total = len(rows)
        self.endResetModel()

    def set_window(self, total: int, fetch: Callable[[int, int], Sequence[Row]], first: Sequence[Row] = ()) -> None:
        """Show `total` rows of which only those in sight are fetched, by ``fetch(offset, limit)``.

        first: the first page where it is at hand already; used when it holds PAGE rows or all.
        """
        self.beginResetModel()
        self._rows = ()
        self._fetch = fetch
        self._total = total
        self._pages.clear()
        if first and len(first) >= min(PAGE, total):
            self._pages[0] = first[:PAGE]
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show the same columns anew, for example in another language; their keys and order must be the same."""
        if [column.key for column in columns] != [column.key for column in self.columns]:
            raise ValueError("set_columns takes the same columns in the same order")
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))

    def row_at(self, number: int) -> Row | None:
        """Return the row that stands at `number`, fetching its page where needed.

        None where it is gone meanwhile: another window may have written since the total was counted.
        """
        if self._fetch is None:
            return self._rows[number] if number < len(self._rows) else None
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(page * PAGE, PAGE)
            self._pages[page] = rows
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return rows[place] if place < len(rows) else None

    def rows_at_hand(self) -> Sequence[Row]:
        """Return the rows without fetching any: all of them, or the first page of a window."""
        return self._rows if self._fetch is None else self._pages.get(0, ())

    def is_struck(self, number: int) -> bool:
        """Return whether the row at `number` is struck through."""
        if self._struck is None:
            return False
        row = self.row_at(number)
        return row is not None and self._struck(row)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    @property
    def sorted_by(self) -> tuple[str, bool] | None:
        """The key that rows are sorted by and whether descending; None for the order they came in."""
        return self._sorted

    def mark_sorted(self, key: str, descending: bool) -> None:
        """Say how the rows handed in are sorted, without asking anybody; for the heading's arrow."""
        self._sorted = (key, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def sort_by(self, key: str, descending: bool) -> None:
        """Sort by the column `key`: here, or by whoever hears `sort_asked`."""
        self.mark_sorted(key, descending)
        if self._asks_sort:
            self.sort_asked.emit(key, descending)
            return
        self.beginResetModel()
        self._rows = self._in_order(self._rows)
        self.endResetModel()

    def _in_order(self, rows: Sequence[Row]) -> Sequence[Row]:
        if self._sorted is None:
            return rows
        key, descending = self._sorted
        value = next(column.value for column in self.columns if column.key == key)
        known = [row for row in rows if value(row) is not None]
        unknown = [row for row in rows if value(row) is None]
        return [*sorted(known, key=lambda row: (value(row),), reverse=descending), *unknown]

    # What Qt calls

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SHOWN or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.figure else LEFT
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(row) if column.tooltip is not None else None
        return column.words(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            if self._sorted is None or self._sorted[0] != column.key:
                return column.title
            return f"{column.title} {'↓' if self._sorted[1] else '↑'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].figure else LEFT
        return None


def table_model(model: object) -> TableModel[object]:
    """Return `model` as the table model that it must be; TypeError for any other."""
    if not isinstance(model, TableModel):
        raise TypeError(f"not a TableModel: {model!r}")
    return cast("TableModel[object]", model)
