"""A small table that tests of tables share, and the way to a line of its menus."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import Chip, Column, ScoreScale, TableModel
from csdesk.ui.preferences import Preferences
from csdesk.ui.widgets.table import DataTable


@dataclass(frozen=True)
class Line:
    """A row of the small table."""

    id: str
    who: str
    points: int | None
    score: int = 77
    severity: str = "minor"


LINES = [
    Line("a", "Li Na", -3, 51, "serious"),
    Line("b", "Wang\tHong", 5, 96, "bonus"),
    Line("c", "Zhao Min", None, 0, ""),
    Line("d", "Chen Yi", -10, 200, "dismissal"),
]
SCALE = ScoreScale(base=80, top=110, alarm_below=60)


def some_columns() -> list[Column[Line]]:
    """Return columns of every kind: stretched, summed, drawn, with chips, hidden at first."""
    return [
        Column("Who", lambda line: line.who, key="who", stretch=1),
        Column("Points", lambda line: line.points, key="points", figure=True, sums=True, width=90),
        Column("Score", lambda line: line.score, key="score", scale=lambda line: SCALE, width=200),
        Column("Severity", lambda line: line.severity, key="severity", sortable=False,
               chips=lambda line: [Chip(line.severity, line.severity)] * 3 if line.severity else []),
        Column("Id", lambda line: line.id, key="id", hidden=True, tone=lambda line: "muted"),
    ]  # fmt: skip


def a_model() -> TableModel[Line]:
    """Return a model of the small table, without rows yet."""
    return TableModel(some_columns(), identity=lambda line: line.id, struck=lambda line: line.id == "d")


def a_table(qtbot: QtBot, preferences: Preferences, model: TableModel[Line]) -> DataTable:
    """Return a shown table of `model` with the small table's rows, and the focus in it."""
    table = DataTable("log", preferences)
    qtbot.addWidget(table)
    table.set_model(model)
    model.set_rows(LINES)
    table.resize(800, 300)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    return table


def row_menu(table: DataTable, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Open the menu of the selected rows."""
    place = QPoint(5, 5)
    table.contextMenuEvent(QContextMenuEvent(reason, place, table.viewport().mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def line_of(menu: QMenu, *path: str) -> QAction:
    """Return the line of a menu, or of one of its submenus: ``line_of(menu, "Sort by", "Who")``."""
    found = next(action for action in menu.actions() if action.text() == path[0])
    inner = found.menu()
    return line_of(inner, *path[1:]) if len(path) > 1 and isinstance(inner, QMenu) else found
