"""The calendar month: what is appraised, closed and printed."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_WRITTEN = re.compile(r"(\d{4})-(\d{2})\Z")


class _YearAndMonth(NamedTuple):
    year: int
    month: int


class Month(_YearAndMonth):
    """A month of the calendar; months compare and sort in time.

    year: 1 to 9999. month: 1 to 12. Raises ValueError outside these.
    """

    __slots__ = ()

    def __new__(cls, year: int, month: int) -> "Month":
        """Make sure that there is such a month."""
        if not (1 <= month <= 12 and 1 <= year <= 9999):
            raise ValueError(f"no such month: {year}-{month}")
        return super().__new__(cls, year, month)

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month that `day` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Return the month written as YYYY-MM; ValueError for anything else."""
        match = _WRITTEN.match(text)
        if match is None:
            raise ValueError(f"not a month written as YYYY-MM: {text!r}")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first(self) -> date:
        """The month's first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The month's last day."""
        return date.max if self.year == date.max.year and self.month == 12 else self.next.first - timedelta(days=1)

    def plus(self, months: int) -> "Month":
        """Return the month `months` later (earlier where negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    @property
    def next(self) -> "Month":
        """The month after this one."""
        return self.plus(1)

    @property
    def previous(self) -> "Month":
        """The month before this one."""
        return self.plus(-1)

    def until(self, later: "Month") -> int:
        """Return how many months `later` comes after this one (negative if before)."""
        return (later.year - self.year) * 12 + later.month - self.month

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day.year, day.month) == (self.year, self.month)
