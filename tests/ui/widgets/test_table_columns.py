"""The columns of a table are as its user left them, and share its width."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import Column, TableModel
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.table import DataTable
from csdesk.ui.widgets.table_columns import TableColumns
from tests.ui.tables import Line, a_model, a_table, line_of, row_menu


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, preferences: Preferences) -> DataTable:
    return a_table(qtbot, preferences, a_model())


def test_columns_are_chosen_and_moved_and_remembered(table: DataTable, qtbot: QtBot, preferences: Preferences) -> None:
    menu = row_menu(table)
    line_of(menu, "Columns", "Points").trigger()
    menu.close()
    menu = row_menu(table)
    line_of(menu, "Columns", "Id").trigger()
    menu.close()
    table.horizontalHeader().moveSection(2, 0)
    table.horizontalHeader().resizeSection(2, 150)
    qtbot.waitUntil(lambda: dict(preferences.table("log").widths).get("score") == 150)
    again = a_table(qtbot, preferences, a_model())
    again.selectRow(0)
    assert again.copied().splitlines()[0] == "Score\tWho\tSeverity\tId"


def test_columns_go_back_to_what_they_were_at_first(table: DataTable, preferences: Preferences) -> None:
    table.horizontalHeader().moveSection(2, 0)
    menu = row_menu(table)
    line_of(menu, "Columns", "Reset columns").trigger()
    menu.close()
    table.selectRow(0)
    assert table.copied().splitlines()[0] == "Who\tPoints\tScore\tSeverity"


def test_the_last_column_cannot_be_hidden(table: DataTable) -> None:
    for name in ("Who", "Points", "Score"):
        menu = row_menu(table)
        line_of(menu, "Columns", name).trigger()
        menu.close()
    menu = row_menu(table)
    assert not line_of(menu, "Columns", "Severity").isEnabled()
    menu.close()


def test_headings_offer_the_columns_too(table: DataTable) -> None:
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert line_of(menu, "Points").isChecked()
    menu.close()


def test_columns_that_stretch_share_what_the_others_leave(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    model: TableModel[Line] = TableModel([
        Column("Who", lambda line: line.who, key="who", stretch=3),
        Column("Points", lambda line: line.points, key="points", width=100),
        Column("Severity", lambda line: line.severity, key="severity", stretch=2),
    ], identity=lambda line: line.id)  # fmt: skip
    table = a_table(qtbot, preferences, model)
    headings = table.horizontalHeader()

    def widths() -> list[int]:
        return [headings.sectionSize(number) for number in range(3)]

    assert widths() == [400, 100, 300]
    table.resize(240, 300)
    assert widths() == [96, 72, 96]
    headings.resizeSection(1, 200)
    assert widths() == [96, 200, 96]
    table.resize(800, 300)
    assert widths() == [340, 200, 260]


def test_without_preferences_columns_are_chosen_for_this_time(qtbot: QtBot, theme: Theme) -> None:
    view, model = QTableView(), a_model()
    qtbot.addWidget(view)
    view.setModel(model)
    columns = TableColumns(view, view.viewport(), "log", None)
    columns.share_room()
    columns.follow(model)
    assert columns.shown() == [0, 1, 2, 3]
    line_of(columns.menu(view), "Points").trigger()
    view.horizontalHeader().moveSection(3, 0)
    assert columns.shown() == [3, 0, 2]
    columns.reset()
    assert columns.shown() == [0, 1, 2, 3]
