"""Stretches of days, for reading no more of the file than a question needs."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from csdesk.core.month import Month


class Stretch(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> "Stretch":
        """Return one day alone."""
        return cls(day, day)

    @classmethod
    def month(cls, month: Month) -> "Stretch":
        """Return a whole month."""
        return cls(month.first, month.last)


def widened(stretches: Iterable[Stretch], margin: int) -> list[Stretch]:
    """Return the stretches with `margin` days before and after each, in order; those that overlap are one."""
    wide: list[Stretch] = []
    for stretch in sorted(stretches):
        first, last = _moved(stretch.first, -margin), _moved(stretch.last, margin)
        if wide and first <= wide[-1].last:
            wide[-1] = Stretch(wide[-1].first, max(last, wide[-1].last))
        else:
            wide.append(Stretch(first, last))
    return wide


def _moved(day: date, days: int) -> date:
    """Return the day so many days later, or the last one that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
