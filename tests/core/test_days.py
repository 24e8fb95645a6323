"""Days and what kind they are."""

from datetime import date

from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.words import Words

NATIONAL = Words("National Day", "国庆节")
CALENDAR = Calendar(
    {
        date(2026, 10, 1): SpecialDay(DayKind.HOLIDAY, NATIONAL),
        date(2026, 10, 3): SpecialDay(DayKind.HOLIDAY, NATIONAL),
        date(2026, 10, 10): SpecialDay(DayKind.MAKE_UP, NATIONAL),
    },
    official_through=2026,
)


def test_days_of_no_notice_are_what_their_day_of_the_week_says() -> None:
    assert CALENDAR.kind(date(2026, 11, 23)) is DayKind.WORKDAY
    assert CALENDAR.kind(date(2026, 11, 21)) is DayKind.WEEKEND
    assert CALENDAR.name(date(2026, 11, 21)) is None


def test_holidays_and_make_up_days_have_their_holidays_name() -> None:
    assert CALENDAR.kind(date(2026, 10, 10)) is DayKind.MAKE_UP
    assert CALENDAR.name(date(2026, 10, 10)) == NATIONAL
    assert CALENDAR.is_holiday(date(2026, 10, 3))
    assert not CALENDAR.is_holiday(date(2026, 10, 10))


def test_a_year_without_a_notice_is_not_official() -> None:
    assert CALENDAR.is_official(date(2026, 12, 31))
    assert not CALENDAR.is_official(date(2027, 1, 1))
