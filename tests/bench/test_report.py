"""What the bench prints. Source: design, interfaces."""

import json

from csdesk.bench.figures import Figure
from csdesk.bench.names import LIMITS, NAMES, Limit
from csdesk.bench.report import document, heading, is_held, row
from csdesk.texts import Texts


def test_the_figures_have_the_names_that_others_rely_on() -> None:
    assert NAMES == (
        "start", "save", "month_50", "month_1m", "sheets_50", "workbook", "search", "block", "memory", "roster_200",
        "roster_cell", "swap_check",
    )  # fmt: skip


def test_the_document_holds_the_machine_and_every_figure_with_its_floor() -> None:
    printed = json.loads(json.dumps(document([Figure("save", 0.51236, "ms", 0.25), Figure("block", 80, "ms")])))
    assert set(printed) == {"machine", "figures"}
    assert "Python" in printed["machine"]
    assert printed["figures"] == [
        {"name": "save", "value": 0.512, "unit": "ms", "floor": 0.25, "ratio": 2.049},
        {"name": "block", "value": 80, "unit": "ms", "floor": None, "ratio": None},
    ]


def test_a_figure_keeps_within_both_of_its_limits_or_it_misses() -> None:
    both = Limit(ratio=2.0, value=1500)
    assert is_held(Figure("start", 300, "ms", 150), both)
    assert not is_held(Figure("start", 301, "ms", 150), both)
    assert not is_held(Figure("start", 1501, "ms", 1000), both)
    assert is_held(Figure("block", 100, "ms"), LIMITS["block"])
    assert not is_held(Figure("block", 100.1, "ms"), LIMITS["block"])


def test_the_table_has_the_limit_beside_each_figure() -> None:
    texts = Texts("en")
    assert heading(texts).split() == ["figure", "measured", "floor", "ratio", "limit"]
    start = row(Figure("start", 420, "ms", 120), texts)
    assert start.split("  ")[0] == "start"
    assert "3.50 x" in start
    assert start.endswith("2.0 x and 1500 ms     MISSED")
    assert row(Figure("memory", 133, "MB"), texts).split() == ["memory", "133", "MB", "250", "MB", "held"]


def test_the_columns_of_the_table_stand_under_each_other_in_chinese_too() -> None:
    texts = Texts("zh")
    of_heading = heading(texts).index("基线") + len("指标测得")
    assert row(Figure("save", 0.5, "ms", 0.25), texts).index("0.25 ms") == of_heading
