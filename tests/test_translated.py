"""The judge of the window's Chinese."""

import runpy
from collections.abc import Callable
from pathlib import Path

faults: Callable[[dict[tuple[str, str], str], dict[tuple[str, str], str]], list[str]] = runpy.run_path(
    str(Path(__file__).parents[1] / ".ci" / "translated.py")
)["faults"]

SAVED = ("Log", "Saved {name}")


def test_a_text_with_its_chinese_is_well() -> None:
    assert faults({SAVED: "已保存{name}"}, {SAVED: "已保存{name}"}) == []


def test_a_text_that_was_not_gathered_is_named() -> None:
    assert faults({}, {SAVED: ""}) == ["not gathered yet: Log: Saved {name}"]


def test_a_text_that_nobody_says_any_more_is_named() -> None:
    assert faults({SAVED: "已保存{name}"}, {}) == ["no longer said: Log: Saved {name}"]


def test_a_text_without_chinese_is_named() -> None:
    assert faults({SAVED: ""}, {SAVED: ""}) == ["no Chinese: Log: Saved {name}"]


def test_a_chinese_that_forgets_a_particular_is_named() -> None:
    assert faults({SAVED: "已保存"}, {SAVED: "已保存"}) == ["other particulars: Log: Saved {name} / 已保存"]


def test_a_chinese_may_say_another_particular_in_its_place() -> None:
    points = ("Log", "Another {points}")
    assert faults({points: "再扣{size}分"}, {points: "再扣{size}分"}) == []
