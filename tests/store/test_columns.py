"""Values of the trade as columns and back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from csdesk.store import columns
from csdesk.store.errors import UnreadableValueError


def test_a_moment_is_kept_in_utc() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert columns.moment_text(datetime(2026, 10, 1, 0, 30, tzinfo=shanghai)) == "2026-09-30T16:30:00.000Z"
    assert columns.moment_text(datetime(2026, 10, 1, tzinfo=UTC)) == "2026-10-01T00:00:00.000Z"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        columns.moment_text(datetime(2026, 10, 1))


@pytest.mark.parametrize("amount", ["0", "0.01", "5200", "5200.5", "-12.34", "99999999.99"])
def test_money_comes_back_as_it_was(amount: str) -> None:
    assert columns.decimal_of(columns.hundredths(Decimal(amount))) == Decimal(amount)


def test_money_comes_back_with_two_decimals() -> None:
    assert str(columns.decimal_of(520050)) == "5200.50"


def test_a_third_decimal_is_refused_rather_than_lost() -> None:
    with pytest.raises(ValueError, match=r"0\.005"):
        columns.hundredths(Decimal("0.005"))


def test_days_and_times_come_back_as_they_were() -> None:
    assert columns.day_of("2026-10-12") == date(2026, 10, 12)
    assert columns.maybe_day_of(columns.day_text(date(2026, 10, 12))) == date(2026, 10, 12)
    assert columns.maybe_day_of(columns.day_text(None)) is None
    assert columns.time_of(columns.time_text(time(9, 5))) == time(9, 5)
    assert columns.time_of(columns.time_text(None)) is None


@pytest.mark.parametrize("value", [True, False, None])
def test_a_flag_comes_back_as_it_was(value: bool | None) -> None:
    assert columns.flag_of(columns.flag(value)) is value


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (columns.day_of, "2026-1x-12"),
        (columns.day_of, None),
        (columns.time_of, "25:00"),
        (columns.month_of, "2026-13"),
        (columns.month_of, 7),
        (columns.role_of, "agxnt"),
        (columns.decimal_of, "12"),
    ],
)
def test_what_was_never_written_like_that_is_unreadable(read: Callable[[Any], object], value: object) -> None:
    with pytest.raises(UnreadableValueError):
        read(value)
