"""Values go to JSON and come back as they were, or are refused with where and why."""

from collections import namedtuple
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from csdesk.core import json_kinds
from csdesk.core.json_kinds import Kind, NotOfKindError
from csdesk.core.month import Month


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Point:
    x: int
    label: str | None = None
    length: int = field(init=False, default=0)


Pair = namedtuple("Pair", ["one", "other"])

A_POINT = json_kinds.record(Point, x=json_kinds.whole, label=json_kinds.optional(json_kinds.text))
A_PAIR = json_kinds.record(Pair, one=json_kinds.day, other=json_kinds.decimal)


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (json_kinds.text, "客服", "客服"),
        (json_kinds.whole, -3, -3),
        (json_kinds.day, date(2026, 10, 3), "2026-10-03"),
        (json_kinds.decimal, Decimal("92.50"), "92.50"),
        (json_kinds.parsed(Month, Month.parse), Month(2026, 10), "2026-10"),
        (json_kinds.one_of(Colour), Colour.RED, "red"),
        (json_kinds.optional(json_kinds.day), None, None),
        (json_kinds.many(json_kinds.whole), (1, 2), [1, 2]),
        (json_kinds.mapping(json_kinds.one_of(Colour), json_kinds.whole), {Colour.RED: 1}, {"red": 1}),
        (json_kinds.pair(json_kinds.text, json_kinds.whole), ("a", 1), ["a", 1]),
        (A_POINT, Point(1), {"x": 1, "label": None}),
        (A_PAIR, Pair(date(2026, 10, 3), Decimal(1)), {"one": "2026-10-03", "other": "1"}),
    ],
)
def test_a_value_comes_back_as_it_was(kind: Kind[Any], value: object, written: object) -> None:
    assert kind.write(value) == written
    assert kind.read(written) == value


@pytest.mark.parametrize(
    ("kind", "written", "why"),
    [
        (json_kinds.text, 1, "a text is due, not 1"),
        (json_kinds.whole, True, "a whole number is due, not True"),
        (json_kinds.whole, 1.0, "a whole number is due, not 1.0"),
        (json_kinds.day, "3 Oct", "a day is due, not '3 Oct'"),
        (json_kinds.decimal, "much", "a decimal number is due, not 'much'"),
        (json_kinds.one_of(Colour), "green", "one of red, blue is due, not 'green'"),
        (json_kinds.many(json_kinds.whole), {}, "a list is due, not {}"),
        (json_kinds.pair(json_kinds.text, json_kinds.whole), ["a"], "a pair is due"),
        (A_POINT, {"x": 1}, "Point lacks or has beside its own: label"),
        (A_POINT, {"x": "1", "label": None}, "Point.x: a whole number is due, not '1'"),
    ],
)
def test_anything_else_is_refused_and_named(kind: Kind[Any], written: object, why: str) -> None:
    with pytest.raises(NotOfKindError) as caught:
        kind.read(written)
    assert str(caught.value) == why


def test_a_record_must_name_every_field() -> None:
    with pytest.raises(AssertionError, match="Point has other fields"):
        json_kinds.record(Point, x=json_kinds.whole)
