"""The columns of a table are as its user left them, and share its width."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import Chip, Column, TableModel
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from csdesk.ui.tokens import SIZE_BODY, SIZE_SMALL
from csdesk.ui.widgets.table import DataTable
from csdesk.ui.widgets.table_columns import TableColumns
from csdesk.ui.widgets.table_delegate import CHIP_INSET, INSET
from tests.ui.tables import SCALE, Line, a_model, a_table, line_of, row_menu


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
    headings.resizeSection(1, 200)
    table.resize(240, 300)
    assert widths()[1] == 200
    table.resize(800, 300)
    assert widths() == [340, 200, 260]


def _narrow(
    qtbot: QtBot, preferences: Preferences, room: int, rows: list[Line], columns: list[Column[Line]]
) -> dict[str, int]:
    """Return the widths of `columns` in a table of `room`, by their keys."""
    model = TableModel(columns, identity=lambda line: line.id)
    table = a_table(qtbot, preferences, model)
    model.set_rows(rows)
    table.resize(room + table.width() - table.viewport().width(), 300)
    headings = table.horizontalHeader()
    assert headings.length() <= room
    return {column.key: headings.sectionSize(number) for number, column in enumerate(columns)}


def _is_whole(words: str, pixels: int, width: int) -> bool:
    font = QApplication.font()
    font.setPixelSize(pixels)
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * INSET) == words


NAMES = [Line("1", "Daniel Okafor", 5, severity="approved"), Line("2", "Li Na", 12, severity="asked")]


def test_where_room_is_short_names_and_states_are_whole_and_notes_are_cut(
    qtbot: QtBot, theme: Theme, preferences: Preferences
) -> None:
    long_note = "Stayed on when the lines were down, until all had been called back"
    found = _narrow(qtbot, preferences, 340, NAMES, [
        Column("Who", lambda line: line.who, key="who", width=130),
        Column("Points of the month", lambda line: line.points, key="points", figure=True, width=110),
        Column("State", lambda line: line.severity, key="state", width=130,
               chips=lambda line: [Chip(line.severity, "bonus")]),
        Column("Note", lambda line: line.id, key="note", text=lambda line: long_note, stretch=1),
    ])  # fmt: skip
    assert _is_whole("Daniel Okafor", SIZE_BODY, found["who"])
    assert _is_whole("approved", SIZE_SMALL, found["state"] - 2 * CHIP_INSET)
    assert found["note"] == 48


@pytest.mark.parametrize("name", ["Daniel Okafor", "Ivy Till", "Mia Li", "William Fitt", "17:30", "26 Nov  D"])
def test_a_fraction_of_a_pixel_cuts_no_name(qtbot: QtBot, theme: Theme, preferences: Preferences, name: str) -> None:
    found = _narrow(qtbot, preferences, 260, [Line("1", name, 5)], [
        Column("N", lambda line: line.who, key="who", width=200),
        Column("Note", lambda line: 40 * "word ", key="note", width=220, yields=True),
    ])  # fmt: skip
    assert _is_whole(name, SIZE_BODY, found["who"])


def test_what_yields_goes_to_its_least_before_a_name_is_cut(
    qtbot: QtBot, theme: Theme, preferences: Preferences
) -> None:
    found = _narrow(qtbot, preferences, 240, [Line("1", "Daniel Okafor", 5)], [
        Column("A", lambda line: line.who, key="a", width=104),
        Column("Signatures", lambda line: line.who, key="signatures", width=88, yields=True),
        Column("B", lambda line: line.who, key="b", width=104),
    ])  # fmt: skip
    assert _is_whole("Daniel Okafor", SIZE_BODY, found["a"])
    assert _is_whole("Daniel Okafor", SIZE_BODY, found["b"])


def test_a_name_that_stretches_is_whole_while_what_yields_is_cut(
    qtbot: QtBot, theme: Theme, preferences: Preferences
) -> None:
    rows = [Line("1", "Alexander Montgomery", 5), Line("2", "Li Na", 12)]
    found = _narrow(qtbot, preferences, 300, rows, [
        Column("Name", lambda line: line.who, key="who", stretch=1),
        Column("Role", lambda line: "Training specialist", key="role", width=128, yields=True),
        Column("Score", lambda line: line.score, key="score", scale=lambda line: SCALE, width=124),
    ])  # fmt: skip
    assert _is_whole("Alexander Montgomery", SIZE_BODY, found["who"])
    assert not _is_whole("Training specialist", SIZE_BODY, found["role"])
    assert found["score"] >= 2 * INSET + 60


def test_no_column_asks_for_a_scroll_bar_while_there_is_room_for_all(
    qtbot: QtBot, theme: Theme, preferences: Preferences
) -> None:
    columns: list[Column[Line]] = [
        Column("No.", lambda line: line.points, key=f"n{number}", width=37) for number in range(8)
    ]
    who: Column[Line] = Column("Who", lambda line: line.who, key="who", width=200)
    found = _narrow(qtbot, preferences, 9 * 36 + 10, NAMES, [*columns, who])
    assert min(found.values()) >= 36
    assert sum(found.values()) == 9 * 36 + 10


def test_columns_are_measured_anew_with_other_rows(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    model: TableModel[Line] = TableModel([
        Column("Who", lambda line: line.who, key="who", width=160),
        Column("Also", lambda line: line.severity, key="also", width=160),
    ], identity=lambda line: line.id)  # fmt: skip
    table = a_table(qtbot, preferences, model)
    table.resize(200 + table.width() - table.viewport().width(), 300)
    model.set_rows([Line("1", "Alexander Montgomery", 5)])
    assert table.horizontalHeader().sectionSize(0) > 120
    model.set_rows([Line("1", "Na", 5, severity="a long severity here")])
    assert table.horizontalHeader().sectionSize(0) < 100


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
