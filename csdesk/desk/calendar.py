"""Weekends, public holidays of mainland China and make-up days, and what the team has set otherwise.

Source: handbook shifts (roster, reading of SW-7). The library `holidays` knows the State Council's notices; where a
year's notice is not out yet, it estimates without a word, so the calendar says through which year it is official.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.public_holidays import DayOff, special_days
from csdesk.core.words import Words
from csdesk.desk.session import Session
from csdesk.store.special_days import DaySet

NAME_LIMIT = 40
_NO_TEXT = {"Cc", "Cs"}

_SPRING_FESTIVAL = Words("Spring Festival", "春节")
_NAMES = {
    "元旦": Words("New Year's Day", "元旦"),
    "农历除夕": _SPRING_FESTIVAL,
    "春节": _SPRING_FESTIVAL,
    "春节延长假期": _SPRING_FESTIVAL,
    "清明节": Words("Tomb-Sweeping Day", "清明节"),
    "劳动节": Words("Labour Day", "劳动节"),
    "端午节": Words("Dragon Boat Festival", "端午节"),
    "国庆节": Words("National Day", "国庆节"),
    "中秋节": Words("Mid-Autumn Festival", "中秋节"),
    "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": Words(
        "70th anniversary of victory over Japan", "抗战胜利70周年纪念日"
    ),
}
"""The holidays by the library's names; of two on one day, the earlier one here is named first, as in the notices."""

_MOVED = re.compile(r"休息日（由 (\d{4}-\d{2}-\d{2}) 调休）\Z")
_NOT_ITS_OWN_DAY = re.compile(r"（补假(，推定)?）\Z")
_ESTIMATED = "（推定）"


class OfficeCalendar:
    """The days of the office. The library is loaded with the first question, which takes a sixth of a second."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def official_through(self) -> int:
        """The last year whose notice is known; what is said of later ones is estimated."""
        return _official_through()

    def of(self, first: date, last: date) -> Calendar:
        """Return the calendar of the years from `first` to `last`; what is set by hand goes before the notices."""
        special = load(first, last)
        special |= {one.day: SpecialDay(one.kind, _name_by_hand(one)) for one in self.overrides()}
        return Calendar(special, self.official_through)

    def overrides(self) -> list[DaySet]:
        """Return the days that are set by hand, earliest first."""
        return self._session.store.special_days.all()

    def override(self, day: date, kind: DayKind | None, name: str = "") -> list[Problem]:
        """Set what kind of day `day` is; None takes that back. Return what is wrong, where anything is.

        name: of the holiday, needed for one. Only `day` itself is set: no weekend is drawn in.
        """
        name = name.strip()
        problems = self._problems(day, kind, name)
        if not problems:
            days = self._session.store.special_days
            if kind is None:
                days.take_back(day, self._session.act("day.taken-back"))
            else:
                days.put(DaySet(day, kind, name), self._session.act("day.set"))
        return problems

    def _problems(self, day: date, kind: DayKind | None, name: str) -> list[Problem]:
        month = Month.of(day)
        if month in self._session.closed_months():
            return [Problem.at("day", "month.closed", month=month)]
        if kind is DayKind.HOLIDAY and not name:
            return [Problem.at("name", "special-day.name-missing")]
        if len(name) > NAME_LIMIT:
            return [Problem.at("name", "special-day.name-too-long", limit=NAME_LIMIT)]
        if any(unicodedata.category(character) in _NO_TEXT for character in name):
            return [Problem.at("name", "special-day.name-no-text")]
        return []


def load(first: date, last: date) -> dict[date, SpecialDay]:
    """Return the special days of the years from `first` to `last`; they are kept, so that later questions are quick.

    It touches no team file: a window may have it called in any thread before it shows a calendar.
    """
    return {day: one for year in range(first.year, last.year + 1) for day, one in _arranged(year).items()}


def _name_by_hand(day: DaySet) -> Words | None:
    return Words(day.name, day.name) if day.name else None


@cache
def _official_through() -> int:
    from holidays.countries.china import ChinaStaticHolidays  # see OfficeCalendar

    # Every notice so far has moved days, and these stand in the library by the year of the notice.
    return max(ChinaStaticHolidays.special_public_holidays)


@cache
def _arranged(year: int) -> Mapping[date, SpecialDay]:
    """Return the special days of one year."""
    # A holiday may begin in the year before or end in the one after.
    found = special_days(dict(_days_off(year - 1, year + 1)))
    return {day: special for day, special in found.items() if day.year == year}


def _days_off(first: int, last: int) -> Iterator[tuple[date, DayOff]]:
    """Yield the days off from the year `first` to the year `last`."""
    from holidays.countries.china import China  # see OfficeCalendar

    years = range(max(first, China.start_year), min(last, China.end_year) + 1)
    chinese = China(years=years, language="zh_CN")  # type: ignore[no-untyped-call]  # its __init__ has no types
    for day in chinese:
        yield day, _day_off(day, chinese.get_list(day))


def _day_off(day: date, said: list[str]) -> DayOff:
    """Return what the library says of a day."""
    moved = [match for name in said if (match := _MOVED.match(name))]
    if moved:
        return DayOff(worked=date.fromisoformat(moved[0][1]))
    own = [name.removesuffix(_ESTIMATED) for name in said if not _NOT_ITS_OWN_DAY.search(name)]
    made_up_for = [_NOT_ITS_OWN_DAY.sub("", name) for name in said]
    return DayOff(_names(day, own or made_up_for), is_own=bool(own))


def _names(day: date, said: list[str]) -> tuple[Words, ...]:
    """Return the holidays that the library names, in both languages."""
    order = list(_NAMES)
    if all(name in _NAMES for name in said):
        return tuple(_NAMES[name] for name in sorted(said, key=order.index))
    from holidays.countries.china import China

    english = China(years=day.year, language="en_US")  # type: ignore[no-untyped-call]  # its __init__ has no types
    return (Words(english[day], "、".join(said)),)
