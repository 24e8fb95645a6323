"""The table by keyboard and mouse: sorting, copying, sums, what stays over a reload."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QFontMetrics, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import Chip, TableModel
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Scheme, Theme
from csdesk.ui.tokens import DARK, LIGHT, ROW, ROW_COMPACT, contrast
from csdesk.ui.widgets.table import DataTable
from csdesk.ui.widgets.table_delegate import CHIP_HEIGHT, INSET, shown_chips
from tests.ui.tables import LINES, Line, a_model, a_table, line_of, row_menu, some_columns


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, preferences: Preferences) -> DataTable:
    return a_table(qtbot, preferences, a_model())


def _who(table: DataTable) -> list[str]:
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())]


def _click_heading(table: DataTable, number: int) -> None:
    headings = table.horizontalHeader()
    place = QPoint(headings.sectionViewportPosition(number) + 20, 10)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_heading_sorts_one_way_and_then_the_other(table: DataTable) -> None:
    _click_heading(table, 1)
    assert _who(table)[:2] == ["Chen Yi", "Li Na"]
    _click_heading(table, 1)
    assert _who(table)[0] == "Wang\tHong"
    _click_heading(table, 3)
    assert _who(table)[0] == "Wang\tHong"


def test_selected_rows_are_copied_with_the_headings_as_shown(table: DataTable) -> None:
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Who\tPoints\tScore\tSeverity",
        "Li Na\t−3\t51\tserious, serious, serious".replace("−", "-"),
        "Wang Hong\t5\t96\tbonus, bonus, bonus",
    ]


def test_nothing_selected_copies_nothing(table: DataTable) -> None:
    QGuiApplication.clipboard().setText("before")
    table.clearSelection()
    table.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_count_and_sums_of_the_selection_are_said(table: DataTable, qtbot: QtBot) -> None:
    said: list[str] = []
    table.summary_changed.connect(said.append)
    table.selectRow(0)
    table.selectAll()
    table.clearSelection()
    assert said == ["", "4 selected · Points −8", ""]


def test_enter_and_a_double_click_open_the_row(table: DataTable, qtbot: QtBot) -> None:
    opened: list[Line] = []
    table.opened.connect(opened.append)
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert [line.id for line in opened] == ["a", "b", "a"]


def test_the_row_with_the_cursor_is_told(table: DataTable) -> None:
    told: list[Line | None] = []
    table.current_changed.connect(told.append)
    table.selectRow(2)
    current = table.current_row()
    assert current is not None
    assert (told[-1], current.id) == (LINES[2], "c")


def test_a_reload_keeps_what_is_selected_by_its_identity(table: DataTable, qtbot: QtBot) -> None:
    table.select("b")
    model = table.model()
    assert isinstance(model, TableModel)
    told: list[object] = []
    table.current_changed.connect(told.append)
    model.set_rows([Line("z", "New", 1), *LINES])
    assert [line.id for line in table.selected_rows()] == ["b"]
    assert table.currentIndex().row() == 2
    model.set_rows([line for line in LINES if line.id != "b"])
    assert table.selected_rows() == []
    assert told[-1] is None


def test_a_row_that_is_not_there_cannot_be_selected(table: DataTable, qtbot: QtBot, preferences: Preferences) -> None:
    assert not table.select("nobody")
    without = a_table(qtbot, preferences, TableModel(some_columns()))
    assert not without.select("a")
    without.selectRow(1)
    table_model = without.model()
    assert isinstance(table_model, TableModel)
    table_model.set_rows(LINES)
    assert without.current_row() is None


def test_the_row_menu_by_key_offers_the_page_s_actions_copy_and_sort(table: DataTable) -> None:
    done: list[list[Line]] = []

    def actions(rows: list[Line]) -> list[QAction]:
        void = QAction("Void", table)
        void.triggered.connect(lambda: done.append(rows))
        return [void]

    table.row_actions = actions
    table.selectRow(0)
    menu = row_menu(table, QContextMenuEvent.Reason.Keyboard)
    line_of(menu, "Void").trigger()
    line_of(menu, "Copy").trigger()
    line_of(menu, "Sort by", "Who").trigger()
    menu.close()
    assert done == [[LINES[0]]]
    assert _who(table)[0] == "Chen Yi"


def test_rows_are_low_where_the_user_likes_them_low(table: DataTable, preferences: Preferences) -> None:
    assert table.rowHeight(0) == ROW
    preferences.compact = True
    assert table.rowHeight(0) == ROW_COMPACT


def test_an_empty_table_says_what_to_do_next(qtbot: QtBot, theme: Theme) -> None:
    table = DataTable("plain")
    qtbot.addWidget(table)
    table.set_model(a_model())
    table.resize(600, 300)
    blank = table.grab().toImage()
    table.set_empty("No entries", "Type a name above.")
    assert table.grab().toImage() != blank
    assert table.accessibleDescription() == "No entries Type a name above."
    table.horizontalHeader().moveSection(1, 0)
    table.reset_columns()
    assert table.selected_rows() == []


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_chips_bars_selection_and_ring_are_drawn_in_both_themes(table: DataTable, theme: Theme) -> None:
    table.selectRow(1)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.choose(scheme)
        table.viewport().update()
        seen = _colours(table.grab().toImage())
        expected = {tokens.selection, tokens.accent, tokens.alarm, tokens.tints["serious"].ground, tokens.line}
        assert expected <= seen


@pytest.mark.parametrize("kind", ["shift-blue", "quiet", "serious"])
def test_a_chip_on_a_selected_row_has_an_edge(table: DataTable, theme: Theme, kind: str) -> None:
    model = table.model()
    assert isinstance(model, TableModel)
    model.set_rows([Line("a", "Li Na", None, 0, kind)])
    cell = table.visualRect(model.index(0, 3))
    top = cell.topLeft() + QPoint(INSET + CHIP_HEIGHT, (cell.height() - CHIP_HEIGHT) // 2)
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.choose(scheme)
        edge = tokens.tint(kind).text
        assert contrast(edge, tokens.selection) >= 3
        table.clearSelection()
        assert table.viewport().grab().toImage().pixelColor(top) != QColor(edge)
        table.selectRow(0)
        assert table.viewport().grab().toImage().pixelColor(top) == QColor(edge)


def test_a_narrow_score_shows_its_figure_alone(table: DataTable) -> None:
    table.horizontalHeader().resizeSection(2, 50)
    table.horizontalHeader().resizeSection(3, 40)
    assert LIGHT.alarm not in _colours(table.grab().toImage())


def test_a_large_sum_is_set_in_thousands(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    model = a_model()
    table = a_table(qtbot, preferences, model)
    model.set_rows([Line("a", "Li Na", -1200), Line("b", "Wang Hong", -300)])
    said: list[str] = []
    table.summary_changed.connect(said.append)
    table.selectAll()
    assert said[-1] == "2 selected · Points −1,500"


def test_chips_that_do_not_fit_are_counted(table: DataTable) -> None:
    chips = [Chip("below 60", "serious"), Chip("last twice", "serious"), Chip("dismissal", "dismissal")]
    metrics = QFontMetrics(table.font())
    one = metrics.horizontalAdvance("below 60") + 18
    two = one + 6 + metrics.horizontalAdvance("last twice") + 18
    more = 6 + metrics.horizontalAdvance("+1")
    assert shown_chips(chips, metrics, 10) == 1
    assert shown_chips(chips, metrics, two) == 1
    assert shown_chips(chips, metrics, two + more) == 2
    assert shown_chips(chips[:2], metrics, two) == 2
    assert shown_chips(chips[:1], metrics, one - 20) == 1
