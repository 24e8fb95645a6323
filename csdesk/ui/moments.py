"""When something happened, as people type it in a hurry, and as the log writes it.

Read are: nothing (now), a time (9:12, 9点12分, 0912), a day (today, yesterday, 21, 11-21, 21 Nov, 2026-11-21, 昨天,
11月21日), or a day and a time. What `written` writes is read back as the same moment, in either language.
"""

import datetime
import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple

from csdesk.core.month import Month
from csdesk.texts import Texts

_FAR_AHEAD = timedelta(days=60)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_DAYS = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2,
}  # fmt: skip
# Compiled by re when first asked for, and kept: the window must not wait for it.
_NAMED = "|".join(_NAMED_DAYS)
_TIME = r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|[点时](?:(?P<spoken>\d{1,2})分?|(?P<half>半))?)$"
_FOUR_DIGITS = r"(?:^|(?<=[ \D]))(?P<hour>\d{2})(?P<minute>\d{2})$"
_DAYS = (
    r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?",
    r"(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?",
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? ?(?P<name>[a-z]{3,9})\.?(?:,? ?(?P<year>\d{4}))?",
    r"(?P<name>[a-z]{3,9})\.? ?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? ?(?P<year>\d{4}))?",
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|日|号)?",
)


class Moment(NamedTuple):
    """A day, and the time of it where it is known."""

    day: date
    time: datetime.time | None = None

    @classmethod
    def of(cls, now: datetime.datetime) -> "Moment":
        """Return `now` to the minute."""
        return cls(now.date(), datetime.time(now.hour, now.minute))

    def is_after(self, now: datetime.datetime) -> bool:
        """Return whether the moment is still to come, as far as it is known."""
        return (self.day, self.time or datetime.time.min) > (now.date(), now.time())


def read(text: str, now: datetime.datetime, shown: Month) -> Moment | None:
    """Return the moment that `text` means, None where it cannot be read. Nothing typed means now.

    shown: the month that a number alone belongs to. A day without its year lies in this year, or in the last where
    that would be far ahead. A time alone is the nearest one, so 23:50 typed after midnight is yesterday's.
    """
    typed = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not typed:
        return Moment.of(now)
    day_part, time = _without_time(typed)
    if time is None:
        day = _day(typed, now.date(), shown)
        return Moment(day) if day is not None else None
    if day_part:
        day = _day(day_part, now.date(), shown)
        return Moment(day, time) if day is not None else None
    ahead = datetime.datetime.combine(now.date(), time) - now.replace(tzinfo=None)
    return Moment(now.date() - timedelta(days=1) if ahead > timedelta(hours=12) else now.date(), time)


def _without_time(typed: str) -> tuple[str, datetime.time | None]:
    """Return what stands before the time, and the time; everything and None where no time ends the text."""
    found = re.search(_TIME, typed)
    if found is None:
        found = re.search(_FOUR_DIGITS, typed)
        # 21 Nov 2026 ends in a year.
        if found is None or _any_day(typed):
            return typed, None
    parts = found.groupdict()
    minute = 30 if parts.get("half") else int(parts["minute"] or parts.get("spoken") or 0)
    if int(parts["hour"]) > 23 or minute > 59:
        return typed, None
    return typed[: found.start()].strip(" ,"), datetime.time(int(parts["hour"]), minute)


def _any_day(typed: str) -> re.Match[str] | None:
    return next((found for pattern in _DAYS if (found := re.fullmatch(pattern, typed))), None)


def _day(typed: str, today: date, shown: Month) -> date | None:
    if re.fullmatch(_NAMED, typed):
        return today - timedelta(days=_NAMED_DAYS[typed])
    found = _any_day(typed)
    if found is None:
        return None
    parts = found.groupdict()
    number = int(parts["day"])
    if parts.get("name"):
        if parts["name"][:3] not in _MONTHS:
            return None
        month = _MONTHS.index(parts["name"][:3]) + 1
    elif parts.get("month"):
        month = int(parts["month"])
    else:
        return _date(shown.year, shown.month, number)
    if parts.get("year"):
        return _date(int(parts["year"]), month, number)
    this_year = _date(today.year, month, number)
    if this_year is not None and this_year - today > _FAR_AHEAD:
        return _date(today.year - 1, month, number)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # no such day in the calendar
        return None


def written(moment: Moment, texts: Texts, today: date) -> str:
    """Return the moment as the log's tables write it: 21 Nov 09:12, 11-21 09:12; the year where it is another one."""
    parts = [short_day(moment.day, texts, today)]
    if moment.time is not None:
        parts.append(f"{moment.time:%H:%M}")
    return " ".join(parts)


def short_day(day: date, texts: Texts, today: date) -> str:
    """Return a day in few letters, with its year only where that is not this year."""
    if texts.language == "zh":
        return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"
    whole = texts.day(day)
    return whole.removesuffix(f" {day.year}") if day.year == today.year else whole


def month_name(month: Month, texts: Texts, today: date) -> str:
    """Return a month's name, with its year only where that is not this year: November, 11月."""
    if month.year != today.year:
        return texts.month(month)
    return f"{month.month}月" if texts.language == "zh" else texts.month(month).removesuffix(f" {month.year}")


def local(at: str, texts: Texts, now: datetime.datetime) -> str:
    """Return a stored moment (ISO text in UTC) in the time zone of `now`, as the log writes it."""
    moment = datetime.datetime.fromisoformat(at).astimezone(now.tzinfo)
    return written(Moment.of(moment), texts, now.date())
