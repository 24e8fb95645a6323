"""When something happened: what people type, and what the log writes."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from csdesk.core.month import Month
from csdesk.core.words import Language
from csdesk.texts import Texts
from csdesk.ui.moments import Moment, month_name, read, written

NOW = datetime(2026, 11, 21, 9, 12, 40)
SHOWN = Month(2026, 11)
TODAY = NOW.date()
YESTERDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("", TODAY, time(9, 12)),
        ("  ", TODAY, time(9, 12)),
        ("today", TODAY, None),
        ("Today 08:05", TODAY, time(8, 5)),
        ("今天", TODAY, None),
        ("今天8点半", TODAY, time(8, 30)),
        ("yesterday", YESTERDAY, None),
        ("Yesterday 18:30", YESTERDAY, time(18, 30)),
        ("昨天", YESTERDAY, None),
        ("昨天18:30", YESTERDAY, time(18, 30)),
        ("前天 9点05分", date(2026, 11, 19), time(9, 5)),
        ("8:12", TODAY, time(8, 12)),
        ("\uff18\uff1a\uff11\uff12", TODAY, time(8, 12)),
        ("0812", TODAY, time(8, 12)),
        ("11 0812", date(2026, 11, 11), time(8, 12)),
        ("21", TODAY, None),
        ("3rd", date(2026, 11, 3), None),
        ("3日", date(2026, 11, 3), None),
        ("21 8:40", TODAY, time(8, 40)),
        ("11-21", TODAY, None),
        ("11/2 7:00", date(2026, 11, 2), time(7)),
        ("11月2日 7点", date(2026, 11, 2), time(7)),
        ("2 Nov", date(2026, 11, 2), None),
        ("2nd november 07:00", date(2026, 11, 2), time(7)),
        ("Nov 2", date(2026, 11, 2), None),
        ("Nov 2, 2025", date(2025, 11, 2), None),
        ("2 Nov 2025", date(2025, 11, 2), None),
        ("2026-11-02 08:00", date(2026, 11, 2), time(8)),
        ("2026年11月2日", date(2026, 11, 2), None),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, day: date, at: time | None) -> None:
    assert read(typed, NOW, SHOWN) == Moment(day, at)


@pytest.mark.parametrize("typed", ["soon", "32", "11-31", "31", "25:00", "9:75", "21 Foo", "2026-13-01", "12 x 9:12"])
def test_what_is_no_moment_is_not_guessed(typed: str) -> None:
    assert read(typed, NOW, SHOWN) is None


def test_a_day_alone_lies_in_the_month_that_is_shown() -> None:
    assert read("21", NOW, Month(2026, 9)) == Moment(date(2026, 9, 21))


def test_a_day_without_its_year_lies_in_this_year_unless_that_is_far_ahead() -> None:
    assert read("12-30", datetime(2027, 1, 3, 8, 0), Month(2027, 1)) == Moment(date(2026, 12, 30))
    assert read("11-22", NOW, SHOWN) == Moment(date(2026, 11, 22))
    assert read("1 Jan", NOW, SHOWN) == Moment(date(2026, 1, 1))


def test_a_late_time_typed_after_midnight_is_yesterdays() -> None:
    after_midnight = datetime(2026, 11, 21, 0, 30)
    assert read("23:50", after_midnight, SHOWN) == Moment(YESTERDAY, time(23, 50))
    assert read("0:45", after_midnight, SHOWN) == Moment(TODAY, time(0, 45))


def test_a_moment_to_come_is_known() -> None:
    assert Moment(TODAY, time(9, 30)).is_after(NOW)
    assert Moment(date(2026, 11, 22)).is_after(NOW)
    assert not Moment(TODAY).is_after(NOW)
    assert not Moment.of(NOW).is_after(NOW)


@given(some.dates(date(2025, 1, 1), date(2026, 11, 21)), some.none() | some.times(), some.sampled_from(["en", "zh"]))
def test_what_is_written_is_read_back(day: date, at: time | None, language: Language) -> None:
    moment = Moment(day, at.replace(second=0, microsecond=0, fold=0) if at else None)
    assert read(written(moment, Texts(language), TODAY), NOW, SHOWN) == moment


def test_the_year_is_written_only_where_it_is_another_one() -> None:
    en, zh = Texts("en"), Texts("zh")
    assert written(Moment(TODAY, time(9, 5)), en, TODAY) == "21 Nov 09:05"
    assert written(Moment(TODAY, time(9, 5)), zh, TODAY) == "11-21 09:05"
    assert written(Moment(date(2025, 3, 1)), en, TODAY) == "1 Mar 2025"
    assert written(Moment(date(2025, 3, 1)), zh, TODAY) == "2025-03-01"
    assert month_name(SHOWN, en, TODAY) == "November"
    assert month_name(SHOWN, zh, TODAY) == "11月"
    assert month_name(Month(2025, 1), en, TODAY) == "January 2025"
    assert month_name(Month(2025, 1), zh, TODAY) == "2025年1月"
