import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar
import pytest
from chinese_calendar.constants import holidays as second_holidays
from holidays.countries.china import ChinaStaticHolidays

from csdesk.core.days import Calendar, DayKind
from csdesk.core.month import Month
from csdesk.core.words import Words
from csdesk.desk import calendar
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from tests.desks import again, faults_of

OFF = {DayKind.WEEKEND, DayKind.HOLIDAY}
TYPED = date(2026, 11, 20)
"""A Friday."""


def second_opinion(day: date) -> bool:
    """Return whether a day is off, as a second library has it."""
    return bool(chinese_calendar.is_holiday(day))  # type: ignore[no-untyped-call]  # it has no types


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def year_of(desk: Desk, year: int) -> Calendar:
    return desk.calendar.of(date(year, 1, 1), date(year, 12, 31))


def spans(desk: Desk, year: int, kind: DayKind) -> list[str]:
    """Return the days of a kind in a year, those that follow on each other as one: "10-01..10-07"."""
    of_year, found = year_of(desk, year), list[tuple[date, date]]()
    for day in days(date(year, 1, 1), date(year, 12, 31)):
        if of_year.kind(day) is kind:
            first = found.pop()[0] if found and day - found[-1][1] == timedelta(days=1) else day
            found.append((first, day))
    return [f"{first:%m-%d}..{last:%m-%d}" if last > first else f"{first:%m-%d}" for first, last in found]


# The notices ----------------------------------------------------------------------------------------------------------


def test_every_day_is_off_or_worked_as_a_second_library_has_it(desk: Desk) -> None:
    last = min(desk.calendar.official_through, max(day.year for day in second_holidays))
    of_years = desk.calendar.of(date(2010, 1, 1), date(last, 12, 31))
    asked = list(days(date(2010, 1, 1), date(last, 12, 31)))
    assert last >= 2026
    assert [day for day in asked if (of_years.kind(day) in OFF) != second_opinion(day)] == []


def test_the_holidays_of_2026_are_those_of_the_notice(desk: Desk) -> None:
    assert spans(desk, 2026, DayKind.HOLIDAY) == [
        "01-01..01-03", "02-15..02-23", "04-04..04-06", "05-01..05-05", "06-19..06-21", "09-25..09-27", "10-01..10-07",
    ]  # fmt: skip
    assert spans(desk, 2026, DayKind.MAKE_UP) == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 3), Words("New Year's Day", "元旦")),
        (date(2026, 2, 16), Words("Spring Festival", "春节")),
        (date(2026, 4, 5), Words("Tomb-Sweeping Day", "清明节")),
        (date(2026, 5, 5), Words("Labour Day", "劳动节")),
        (date(2026, 6, 21), Words("Dragon Boat Festival", "端午节")),
        (date(2026, 9, 25), Words("Mid-Autumn Festival", "中秋节")),
        (date(2026, 10, 7), Words("National Day", "国庆节")),
        (date(2026, 9, 20), Words("National Day", "国庆节")),
        (date(2025, 10, 8), Words("National Day, Mid-Autumn Festival", "国庆节、中秋节")),
        (date(2020, 10, 1), Words("National Day, Mid-Autumn Festival", "国庆节、中秋节")),
        (date(2012, 10, 1), Words("Mid-Autumn Festival, National Day", "中秋节、国庆节")),
        (date(2015, 10, 6), Words("National Day", "国庆节")),
        (date(2020, 2, 1), Words("Spring Festival", "春节")),
        (date(2026, 11, 20), None),
        (date(2026, 11, 21), None),
    ],
)
def test_a_day_bears_the_name_of_its_holiday(desk: Desk, day: date, name: Words | None) -> None:
    assert desk.calendar.of(day, day).name(day) == name


def test_every_name_that_the_library_has_is_known_in_both_languages(desk: Desk) -> None:
    of_years = desk.calendar.of(date(2010, 1, 1), date(2030, 12, 31))
    names = {of_years.name(day) for day in days(date(2010, 1, 1), date(2030, 12, 31))} - {None}
    assert len(names) == 10  # the seven, two ways to name National Day together with Mid-Autumn, and 3 Sep 2015
    assert all(name and name.en.isascii() and not name.zh.isascii() for name in names)


def test_a_name_that_is_not_known_is_the_librarys_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(calendar._NAMES, "清明节")  # noqa: SLF001  # as if the library knew a holiday that we do not
    calendar._arranged.cache_clear()  # noqa: SLF001
    day = date(2026, 4, 6)
    assert desk.calendar.of(day, day).name(day) == Words("Tomb-Sweeping Day", "清明节")
    calendar._arranged.cache_clear()  # noqa: SLF001


def test_a_holiday_over_new_year_is_whole_in_both_years(desk: Desk) -> None:
    for year, day in ((2022, date(2022, 12, 31)), (2023, date(2023, 1, 2)), (2018, date(2018, 12, 30))):
        assert year_of(desk, year).is_holiday(day)
        assert year_of(desk, year).name(day) == Words("New Year's Day", "元旦")
    assert desk.calendar.of(date(2022, 12, 1), date(2023, 1, 31)).is_holiday(date(2022, 12, 31))


def test_an_ordinary_day_is_what_its_day_of_the_week_says(desk: Desk) -> None:
    november = desk.calendar.of(date(2026, 11, 1), date(2026, 11, 30))
    assert november.kind(date(2026, 11, 20)) is DayKind.WORKDAY
    assert november.kind(date(2026, 11, 21)) is DayKind.WEEKEND


@pytest.mark.parametrize("year", [1, 1949, 1950, 2100, 2101, 9999])
def test_years_that_no_notice_reaches_have_a_calendar_too(desk: Desk, year: int) -> None:
    assert year_of(desk, year).kind(date(year, 3, 3)) in {DayKind.WORKDAY, DayKind.WEEKEND}


# How far it is official -----------------------------------------------------------------------------------------------


def test_it_is_official_through_the_last_notice_and_says_so(desk: Desk) -> None:
    assert desk.calendar.official_through >= 2026
    last = desk.calendar.official_through
    over_new_year = desk.calendar.of(date(last, 12, 1), date(last + 1, 1, 31))
    assert over_new_year.is_official(date(last, 12, 31))
    assert not over_new_year.is_official(date(last + 1, 1, 1))
    assert over_new_year.is_holiday(date(last + 1, 1, 1))


def test_every_year_since_2010_has_a_notice_with_moved_days_so_the_last_of_them_is_the_last_notice(desk: Desk) -> None:
    for year in range(2010, desk.calendar.official_through + 1):
        assert ChinaStaticHolidays.special_public_holidays.get(year)
        assert spans(desk, year, DayKind.MAKE_UP)
    assert spans(desk, desk.calendar.official_through + 2, DayKind.MAKE_UP) == []


def test_the_library_is_loaded_with_the_first_question_only() -> None:
    asked = "import sys, csdesk.desk.desk, csdesk.desk.calendar; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


# Set by hand ----------------------------------------------------------------------------------------------------------


def test_a_day_set_by_hand_goes_before_the_notice(desk: Desk) -> None:
    assert desk.calendar.override(TYPED, DayKind.HOLIDAY, " 店庆 ") == []
    assert desk.calendar.override(date(2026, 10, 7), DayKind.WORKDAY) == []
    assert desk.calendar.override(date(2026, 10, 10), DayKind.WEEKEND) == []
    assert desk.calendar.override(date(2026, 11, 22), DayKind.MAKE_UP) == []
    of_year = year_of(desk, 2026)
    assert (of_year.is_holiday(TYPED), of_year.name(TYPED)) == (True, Words("店庆", "店庆"))
    assert of_year.kind(date(2026, 11, 21)) is DayKind.WEEKEND
    assert (of_year.kind(date(2026, 10, 7)), of_year.name(date(2026, 10, 7))) == (DayKind.WORKDAY, None)
    assert of_year.kind(date(2026, 10, 10)) is DayKind.WEEKEND
    assert of_year.kind(date(2026, 11, 22)) is DayKind.MAKE_UP
    assert [(one.day, one.kind) for one in desk.calendar.overrides()] == [
        (date(2026, 10, 7), DayKind.WORKDAY),
        (date(2026, 10, 10), DayKind.WEEKEND),
        (TYPED, DayKind.HOLIDAY),
        (date(2026, 11, 22), DayKind.MAKE_UP),
    ]
    assert desk.check() == []


def test_taken_back_a_day_is_again_what_the_notice_says(desk: Desk) -> None:
    desk.calendar.override(date(2026, 10, 7), DayKind.WORKDAY)
    assert desk.calendar.override(date(2026, 10, 7), None) == []
    assert year_of(desk, 2026).is_holiday(date(2026, 10, 7))
    assert desk.calendar.overrides() == []
    assert [line.what for line in desk.journal(2)] == ["day.taken-back", "day.set"]


def test_another_window_sees_it_at_once(desk: Desk) -> None:
    with again(desk) as other:
        assert not year_of(other, 2026).is_holiday(TYPED)
        desk.calendar.override(TYPED, DayKind.HOLIDAY, "店庆")
        assert year_of(other, 2026).is_holiday(TYPED)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (" ", "special-day.name-missing"),
        ("节" * 41, "special-day.name-too-long"),
        ("店\0庆", "special-day.name-no-text"),
        ("店\ud800", "special-day.name-no-text"),
    ],
)
def test_a_holiday_without_a_fit_name_is_refused(desk: Desk, name: str, code: str) -> None:
    problems = desk.calendar.override(TYPED, DayKind.HOLIDAY, name)
    assert faults_of(problems) == [("name", code)]
    assert Texts("zh").problem(problems[0])
    assert desk.calendar.overrides() == []


def test_a_day_of_a_closed_month_is_not_set(desk: Desk) -> None:
    assert not isinstance(desk.months.close(Month(2026, 10)), list)
    assert faults_of(desk.calendar.override(date(2026, 10, 7), DayKind.WORKDAY)) == [("day", "month.closed")]
    assert faults_of(desk.calendar.override(date(2026, 10, 7), None)) == [("day", "month.closed")]
