"""Which days are worked: weekends, public holidays and the days worked to make up for them. Source: handbook shifts."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from csdesk.core.words import Words

_SATURDAY = 5


class DayKind(StrEnum):
    """What kind of day it is for the office. Source: interfaces, roster --json."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up"


class SpecialDay(NamedTuple):
    """A day that is not what its day of the week says. name: of the holiday that it belongs to, where it has one."""

    kind: DayKind
    name: Words | None


class Calendar:
    """The days as the State Council's notices arrange them, with what the team has set otherwise.

    special: holidays (the weekend days that belong to a public holiday included), make-up days, and days that are set
    by hand. official_through: the last year whose notice is known; later ones are estimated.
    """

    def __init__(self, special: Mapping[date, SpecialDay], official_through: int) -> None:
        self._special = special
        self.official_through = official_through

    def kind(self, day: date) -> DayKind:
        """Return what kind of day `day` is."""
        special = self._special.get(day)
        if special is not None:
            return special.kind
        return DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY

    def name(self, day: date) -> Words | None:
        """Return the name of the holiday that `day` belongs to, None for an ordinary day."""
        special = self._special.get(day)
        return special.name if special is not None else None

    def is_holiday(self, day: date) -> bool:
        """Return whether `day` lies in a public holiday. Source: handbook shifts, reading of SW-7."""
        return self.kind(day) is DayKind.HOLIDAY

    def is_official(self, day: date) -> bool:
        """Return whether the year's notice is known, so that nothing about the day is estimated."""
        return day.year <= self.official_through
