"""From the days off of the State Council's notices to public holidays. Source: handbook shifts, reading of SW-7."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from csdesk.core.days import DayKind, SpecialDay
from csdesk.core.words import Words

UNNAMED = Words("Public holiday", "公众假期")
"""The name of a holiday for which none is known."""

_DAY = timedelta(days=1)
_SATURDAY = 5


class DayOff(NamedTuple):
    """A day off as a notice has it.

    names: of the holidays that fall on it, or that are made up for on it; none on a day that only exchanges places with
    a weekend day. is_own: whether they fall on it. worked: the weekend day that is worked instead of it.
    """

    names: tuple[Words, ...] = ()
    is_own: bool = True
    worked: date | None = None


def special_days(off: Mapping[date, DayOff]) -> dict[date, SpecialDay]:
    """Return the public holidays, the weekend days that touch them included, and the days worked to make up for them.

    Every day of a holiday bears the names of all that it is for, as the notices print them.
    """
    special: dict[date, SpecialDay] = {}
    for period in _periods(off):
        name = _name([off[day] for day in period if day in off])
        special.update((day, SpecialDay(DayKind.HOLIDAY, name)) for day in period)
    make_up = {one.worked: special[day].name for day, one in off.items() if one.worked is not None}
    special.update((day, SpecialDay(DayKind.MAKE_UP, name)) for day, name in make_up.items())
    return special


def _periods(off: Mapping[date, DayOff]) -> list[list[date]]:
    """Return the days of each holiday, in order: days off, and weekend days that touch them."""
    worked = {one.worked for one in off.values()}
    days = set(off)
    for day in off:
        for step in (-_DAY, _DAY):
            near = day + step
            while near.weekday() >= _SATURDAY and near not in worked:
                days.add(near)
                near += step
    periods: list[list[date]] = []
    for day in sorted(days):
        if periods and day - periods[-1][-1] == _DAY:
            periods[-1].append(day)
        else:
            periods.append([day])
    return periods


def _name(off: Iterable[DayOff]) -> Words:
    """Return the names of a holiday, in the order of its days; those made up for only where there are no others."""
    off = tuple(off)
    own = [name for one in off if one.is_own for name in one.names]
    names = tuple(dict.fromkeys(own or [name for one in off for name in one.names])) or (UNNAMED,)
    return Words(", ".join(name.en for name in names), "、".join(name.zh for name in names))
