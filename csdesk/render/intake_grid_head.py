"""The head of a roster as it usually hangs on the wall: people down, the days of a month across."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from csdesk.core.month import Month
from csdesk.render.intake_cells import Cell, shown
from csdesk.render.intake_words import fold

Line = Sequence[Cell | None]

FEWEST_DAYS = 5
"""So many days in a row, one after the other, make a head."""

_WEEKDAY = r"(?:(?:周|星期|礼拜)?[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_ONLY_WEEKDAY = re.compile(_WEEKDAY, re.IGNORECASE)
_BEHIND = re.compile(rf"\s*\(?\s*{_WEEKDAY}\s*\)?\s*", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DAY = re.compile(r"(\d{1,2})\s*[日号]?")
_MONTH = re.compile(r"(\d{4})\s*(?:年\s*(\d{1,2})\s*月|[-/.]\s*(\d{1,2})(?!\d))")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_IN_ENGLISH = re.compile(rf"\b({'|'.join(_NAMES)})[a-z]*\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_A_DAY_FOLLOWS = re.compile(r"\s*[-/.]?\s*\d")
_ROSTER = re.compile(r"排班|班表|轮班|倒班|\broster\b|\brota\b|\bschedule\b", re.IGNORECASE)
_OTHER = re.compile(r"考勤|出勤|打卡|请假|加班|工资|attendance|leave|overtime", re.IGNORECASE)
_NUMBER_HEADS = frozenset({"number", "工号", "员工号", "员工工号", "employeenumber", "no.", "staffno", "staffnumber"})
_NAME_HEADS = frozenset({"name", "姓名", "员工", "员工姓名", "人员", "employee", "staff"})
_LAST_YEAR = date.max.year


class Day(NamedTuple):
    """A day as a heading writes it: the month and the year only where they stand there."""

    day: int
    month: int = 0
    year: int = 0

    def follows(self, other: "Day") -> bool:
        """Return whether this is the day after `other`, as far as can be told without a calendar."""
        return self.day == other.day + 1 or (self.day == 1 and other.day >= 28)


class Head(NamedTuple):
    """The head of a grid. row: of the days, from 1; the rows of people begin below `last`.

    days: by position from 0, as they are written. texts: every other heading, by position. names, numbers: the
    positions at which people stand, None where there is none. months: the month, each way in which the sheet names it.
    """

    row: int
    last: int
    days: Mapping[int, Day]
    texts: Mapping[int, str]
    names: int | None
    numbers: int | None
    months: tuple[Month, ...]
    is_roster: bool

    def date_at(self, position: int) -> date | None:
        """Return the day of a column; None for one that its month does not have, such as 31 in November."""
        written = self.days[position]
        month = self.months[0] if self.months else None
        try:
            if written.year:
                return date(written.year, written.month, written.day)
            if month is None:
                return None
            if written.month:
                return date(_nearest_year(month, written.month), written.month, written.day)
            return date(month.year, month.month, written.day)
        except ValueError:
            return None

    @property
    def needs_month(self) -> bool:
        """Whether the days mean nothing without a month."""
        return any(not day.year for day in self.days.values())


def find_head(title: str, top: Sequence[Line]) -> Head | None:
    """Return the head of a grid, None for a sheet that is none. top: the first rows of the sheet, from the first on."""
    found = [_days_of(line) for line in top]
    runs = [_run(days) for days in found]
    if max(runs, default=0) < FEWEST_DAYS - 1:
        return None
    at = runs.index(max(runs))
    days = found[at]
    last = at
    while last + 1 < len(top) and _is_weekdays(top[last + 1], days):
        last += 1
    above_days = [line for line in top[max(0, at - 1) : at] if not _is_title(line)]
    texts = _texts([*above_days, *top[at : last + 1]], days)
    names, numbers = _position(texts, _NAME_HEADS), _position(texts, _NUMBER_HEADS)
    if names is None and numbers is None:
        names = _beside(top[last + 1 :], min(days))
    above = [
        _plain(title),
        *(text for line in top[:at] for text in _words_of(line)),
        *(_plain(text) for text in texts.values()),
    ]
    return Head(at + 1, last + 1, days, texts, names, numbers, *_months(above))


def _nearest_year(month: Month, of_day: int) -> int:
    """Return the year of a day's month in a roster of `month`, which may begin before it or end after it."""
    apart = of_day - month.month
    return month.year + (apart < -6) - (apart > 6)


def _days_of(line: Line) -> dict[int, Day]:
    """Return the days that a row names, by position."""
    return {position: day for position, cell in enumerate(line) if cell and (day := _day(cell)) is not None}


def _day(cell: Cell) -> Day | None:
    value = cell.value
    if cell.error or isinstance(value, bool):
        return None
    if isinstance(value, date):
        return Day(value.day, value.month, value.year)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = _plain(str(value))
    for pattern in (_DATE, _DAY_OF_MONTH, _DAY):
        match = pattern.match(text)
        rest = text[match.end() :] if match else ""
        if match and (not rest.strip() or _BEHIND.fullmatch(rest)):
            return _checked(Day(*(int(part) for part in reversed(match.groups()))))
    return None


def _checked(day: Day) -> Day | None:
    return day if 1 <= day.day <= 31 and day.month <= 12 else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:80]).split())


def _run(days: Mapping[int, Day]) -> int:
    """Return how often a day follows the one before it."""
    row = [days[position] for position in sorted(days)]
    return sum(after.follows(before) for before, after in pairwise(row))


def _is_weekdays(line: Line, days: Mapping[int, Day]) -> bool:
    """Return whether a row below the days says which days of the week they are."""
    cells = [line[position] for position in days if position < len(line)]
    said = [_plain(str(cell.value)) for cell in cells if cell]
    return bool(said) and all(_ONLY_WEEKDAY.fullmatch(text) for text in said)


def _words_of(line: Line) -> Iterator[str]:
    for cell in line:
        if cell:
            yield (
                f"{cell.value.year}年{cell.value.month}月" if isinstance(cell.value, date) else _plain(str(cell.value))
            )


def _texts(lines: Sequence[Line], days: Mapping[int, Day]) -> dict[int, str]:
    """Return the headings that are no days; where rows disagree, the lower one, which stands over the people."""
    return {
        position: shown(cell.value)
        for line in lines
        for position, cell in enumerate(line)
        if cell and position not in days
    }


def _is_title(line: Line) -> bool:
    """Return whether a row is a title, which stands alone."""
    return sum(cell is not None for cell in line) == 1


def _position(texts: Mapping[int, str], heads: frozenset[str]) -> int | None:
    return next((position for position, text in sorted(texts.items()) if fold(text) in heads), None)


def _beside(lines: Sequence[Line], first_day: int) -> int | None:
    """Return the column next to the days in which something stands; people stand there where no heading says where."""
    filled = {position for line in lines for position, cell in enumerate(line[:first_day]) if cell}
    return max(filled, default=None)


def _months(texts: Sequence[str]) -> tuple[tuple[Month, ...], bool]:
    """Return the months that a sheet names as its own, and whether it calls itself a roster. texts: its name first."""
    sheet, *others = texts
    titles = [text for text in others if _ROSTER.search(text)]
    own = [month for text in (sheet, *titles) for month in _months_in(text, with_days=True)[:1]]
    if not own:
        own = [month for text in others for month in _months_in(text, with_days=False)[:1]][:1]
    says_so = bool(titles) or _ROSTER.search(sheet) is not None
    is_roster = says_so or (_is_bare_month(sheet) and not any(_OTHER.search(text) for text in others))
    return tuple(dict.fromkeys(own)), is_roster


def _is_bare_month(sheet: str) -> bool:
    return _MONTH.fullmatch(sheet) is not None or _MONTH_IN_ENGLISH.fullmatch(sheet) is not None


def _months_in(text: str, *, with_days: bool) -> list[Month]:
    """Return the months that a text names; those of whole dates only `with_days`: a list is dated as well."""
    found = []
    for match in _MONTH.finditer(text):
        if with_days or not _A_DAY_FOLLOWS.match(text, match.end()):
            found.append((int(match[1]), int(match[2] or match[3])))
    for match in _MONTH_IN_ENGLISH.finditer(text):
        found.append((int(match[2]), _NAMES.index(match[1].casefold()) + 1))
    return [Month(year, month) for year, month in found if 1900 <= year <= _LAST_YEAR and 1 <= month <= 12]
