"""Stretches of days."""

from datetime import date

from csdesk.core.month import Month
from csdesk.desk.stretches import Stretch, widened


def november(first: int, last: int) -> Stretch:
    return Stretch(date(2026, 11, first), date(2026, 11, last))


def test_stretches_that_overlap_once_they_are_widened_are_one() -> None:
    days = [Stretch.day(date(2026, 11, day)) for day in (20, 9, 12)]
    assert widened(days, 2) == [november(7, 14), november(18, 22)]
    assert widened([november(5, 25), november(7, 9)], 0) == [november(5, 25)]
    assert widened([], 2) == []


def test_a_month_is_whole() -> None:
    assert widened([Stretch.month(Month(2026, 11))], 1) == [Stretch(date(2026, 10, 31), date(2026, 12, 1))]


def test_there_is_nothing_before_the_first_day_and_after_the_last() -> None:
    assert widened([Stretch.day(date.min)], 3) == [Stretch(date.min, date(1, 1, 4))]
    assert widened([Stretch.day(date.max)], 3) == [Stretch(date(9999, 12, 28), date.max)]
