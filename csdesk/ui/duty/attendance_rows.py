"""The rows of a day's sheet: who is on it, and which of their cells can be typed into."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from csdesk.core.problem import Problem
from csdesk.desk.attendance import AttendanceRow
from csdesk.ui.models.table import Column, TableModel

_Index = QModelIndex | QPersistentModelIndex

FIGURES = ("late", "early")
TYPED = (*FIGURES, "note")


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

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        aligns = role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal
        if aligns and 0 <= section < len(self.columns) and self.columns[section].key == "absent":
            # Over its box; beside it, the words would run together with those of their neighbour.
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.readonly is None and self.key_at(index) in TYPED:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags
