"""How values of the trade are kept in columns: days and months as text, money and figures as whole hundredths.

What is read back and was never written like that raises UnreadableValueError.
"""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.store.errors import UnreadableValueError

_HUNDRED = Decimal(100)


def moment_text(at: datetime) -> str:
    """Return a moment as ISO text in UTC, to the millisecond; ValueError for one without a time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def hundredths(amount: Decimal) -> int:
    """Return yuan (or a figure) as whole hundredths; ValueError where that would lose something."""
    whole = amount * _HUNDRED
    if whole != int(whole):
        raise ValueError(f"more than two decimals: {amount}")
    return int(whole)


def decimal_of(value: int) -> Decimal:
    """Return whole hundredths as a Decimal with two decimals."""
    if not isinstance(value, int):
        raise UnreadableValueError(f"not hundredths: {value!r:.40}")
    return Decimal(value).scaleb(-2)


def day_text(day: date | None) -> str | None:
    """Return a day as it is kept, or None."""
    return None if day is None else day.isoformat()


@cache
def day_of(text: str) -> date:
    """Return the day that a column holds."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise UnreadableValueError(f"not a day: {text!r:.40}") from error


def maybe_day_of(text: str | None) -> date | None:
    """Return the day that a column holds, or None."""
    return None if text is None else day_of(text)


def time_text(moment: time | None) -> str:
    """Return a time of day as it is kept; nothing is kept as the empty text, which sorts first on every server."""
    return "" if moment is None else moment.isoformat("minutes")


@cache
def time_of(text: str) -> time | None:
    """Return the time of day that a column holds."""
    try:
        return time.fromisoformat(text) if text else None
    except (TypeError, ValueError) as error:
        raise UnreadableValueError(f"not a time: {text!r:.40}") from error


@cache
def month_of(text: str) -> Month:
    """Return the month that a column holds."""
    try:
        return Month.parse(text)
    except (TypeError, ValueError) as error:
        raise UnreadableValueError(f"not a month: {text!r:.40}") from error


def role_of(text: str) -> Role:
    """Return the role that a column holds."""
    try:
        return Role(text)
    except ValueError as error:
        raise UnreadableValueError(f"not a role: {text!r:.40}") from error


def flag(value: bool | None) -> int | None:
    """Return a yes or no as it is kept: 1, 0, or None while undecided."""
    return None if value is None else int(value)


def flag_of(value: int | None) -> bool | None:
    """Return the yes or no that a column holds."""
    return None if value is None else value == 1
