from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.month import Month

months = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))


def test_a_month_is_written_and_read_as_year_and_month() -> None:
    assert str(Month(2026, 3)) == "2026-03"
    assert Month.parse("2026-03") == Month(2026, 3)


@pytest.mark.parametrize("text", ["2026-3", "2026-13", "2026-00", "2026/03", "2026-03-01", "", "march", "2026-03\n"])
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (0, 1), (10_000, 1)])
def test_there_is_no_such_month(year: int, month: int) -> None:
    with pytest.raises(ValueError, match="no such month"):
        Month(year, month)


@pytest.mark.parametrize(
    ("month", "last"),
    [(Month(2026, 2), 28), (Month(2028, 2), 29), (Month(2100, 2), 28), (Month(2026, 4), 30), (Month(2026, 12), 31)],
)
def test_a_month_ends_on_its_last_day(month: Month, last: int) -> None:
    assert month.first == date(month.year, month.month, 1)
    assert month.last == date(month.year, month.month, last)


def test_the_year_turns_after_december() -> None:
    assert Month(2026, 12).next == Month(2027, 1)
    assert Month(2027, 1).previous == Month(2026, 12)


def test_months_sort_in_time() -> None:
    assert sorted([Month(2027, 1), Month(2026, 12), Month(2026, 2)]) == [
        Month(2026, 2),
        Month(2026, 12),
        Month(2027, 1),
    ]


def test_a_day_lies_in_its_month() -> None:
    assert date(2026, 3, 31) in Month(2026, 3)
    assert date(2026, 4, 1) not in Month(2026, 3)
    assert date(2025, 3, 31) not in Month(2026, 3)
    words: object = "2026-03-31"
    assert words not in Month(2026, 3)
    assert 2026 not in Month(2026, 3)


def test_a_month_holds_the_days_it_is_of() -> None:
    assert Month.of(date(2026, 3, 31)) == Month(2026, 3)


@given(months, st.integers(-500, 500))
def test_going_on_and_counting_back_agree(month: Month, by: int) -> None:
    assert month.until(month.plus(by)) == by
    assert month.plus(by).plus(-by) == month
