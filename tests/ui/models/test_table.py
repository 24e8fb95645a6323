"""The one table model: what is shown of a row, how rows are sorted, and which pages of a long result are fetched."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from csdesk.ui.models.table import PAGE, Chip, Column, ScoreScale, TableModel, table_model


@dataclass(frozen=True)
class Line:
    who: str
    points: int | None
    severity: str = "minor"


LINES = [Line("Li Na", -3), Line("Wang Hong", 5, "bonus"), Line("Zhao Min", None, "dismissal")]


def _columns(points: str = "Points") -> list[Column[Line]]:
    return [
        Column("Who", lambda line: line.who, key="who", tooltip=lambda line: f"{line.who}!"),
        Column(points, lambda line: line.points, key="points", figure=True, sums=True),
        Column("Severity", lambda line: line.severity, key="severity",
               chips=lambda line: [Chip(line.severity, line.severity)]),
    ]  # fmt: skip


def _shown(model: TableModel[Line], column: int = 0) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_cells_show_the_words_of_their_column(qtmodeltester: ModelTester) -> None:
    model = TableModel(_columns())
    model.set_rows(LINES)
    assert _shown(model) == ["Li Na", "Wang Hong", "Zhao Min"]
    assert _shown(model, 1) == ["-3", "5", ""]
    assert _shown(model, 2) == ["minor", "bonus", "dismissal"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Li Na!"
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not annotate it


def test_roles_that_are_not_shown_cost_nothing() -> None:
    def asked_too_often(line: Line) -> str:
        raise AssertionError("asked for a role that is not shown")

    model = TableModel([Column("Who", asked_too_often, key="who")])
    model.set_rows(LINES)
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_figures_and_their_headings_stand_on_the_right() -> None:
    model = TableModel(_columns())
    model.set_rows(LINES)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    align = Qt.ItemDataRole.TextAlignmentRole
    assert model.headerData(1, Qt.Orientation.Horizontal, align) == right
    assert model.index(0, 1).data(align) == right
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


def test_a_heading_sorts_up_then_down_with_what_is_unknown_last(qtbot: QtBot) -> None:
    model = TableModel(_columns())
    model.set_rows(LINES)
    model.sort_by("points", descending=False)
    assert _shown(model) == ["Li Na", "Wang Hong", "Zhao Min"]
    model.sort_by("points", descending=True)
    assert _shown(model) == ["Wang Hong", "Li Na", "Zhao Min"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Points ↓"


def test_new_rows_come_in_the_order_that_was_chosen() -> None:
    model = TableModel(_columns())
    model.sort_by("who", descending=True)
    model.set_rows(LINES)
    assert _shown(model) == ["Zhao Min", "Wang Hong", "Li Na"]


def test_rows_that_are_sorted_elsewhere_are_asked_for(qtbot: QtBot) -> None:
    model = TableModel(_columns(), asks_sort=True)
    model.set_rows(LINES[::-1])
    with qtbot.waitSignal(model.sort_asked) as asked:
        model.sort_by("who", descending=False)
    assert asked.args == ["who", False]
    assert _shown(model)[0] == "Zhao Min"


def test_a_window_fetches_only_the_pages_in_sight() -> None:
    asked: list[tuple[int, int]] = []

    def fetch(offset: int, limit: int) -> Sequence[Line]:
        asked.append((offset, limit))
        return [Line(f"line {number}", number) for number in range(offset, min(offset + limit, 100_000))]

    model = TableModel(_columns())
    model.set_window(100_000, fetch, first=[Line(f"line {number}", number) for number in range(PAGE)])
    assert model.rowCount() == 100_000
    assert model.index(5, 0).data() == "line 5"
    assert asked == []
    assert model.index(99_999, 0).data() == "line 99999"
    assert model.index(99_998, 0).data() == "line 99998"
    assert asked == [(99_800, PAGE)]
    assert len(model.rows_at_hand()) == PAGE


def test_pages_long_out_of_sight_are_let_go() -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> Sequence[Line]:
        asked.append(offset)
        return [Line("x", 0)] * limit

    model = TableModel(_columns())
    model.set_window(PAGE * 40, fetch)
    for page in range(40):
        model.row_at(page * PAGE)
    model.row_at(0)
    assert asked.count(0) == 2


def test_a_row_that_another_window_took_away_is_an_empty_line() -> None:
    model = TableModel(_columns(), struck=lambda line: True)
    model.set_window(3, lambda offset, limit: LINES[:1])
    assert _shown(model) == ["Li Na", None, None]
    assert [model.is_struck(row) for row in range(3)] == [True, False, False]


def test_headings_change_their_language_in_place() -> None:
    model = TableModel(_columns())
    model.set_columns(_columns("分值"))
    model.set_rows(LINES)
    model.set_columns(_columns("分值"))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "分值"
    with pytest.raises(ValueError, match="same columns"):
        model.set_columns(_columns()[:1])


def test_a_score_below_its_base_is_worse_and_far_below_alarming() -> None:
    scale = ScoreScale(base=80, top=110, alarm_below=60)
    assert [scale.tone(score) for score in (80, 79, 60, 59)] == ["accent", "worse", "worse", "alarm"]


def test_only_our_model_is_drawn() -> None:
    model = TableModel(_columns())
    assert table_model(model) is model
    assert model.columnCount(QModelIndex()) == 3
    with pytest.raises(TypeError):
        table_model(object())
