from datetime import date

from csdesk.core.days import DayKind, SpecialDay
from csdesk.core.public_holidays import UNNAMED, DayOff, special_days
from csdesk.core.words import Words

LABOUR, NATIONAL, AUTUMN = Words("Labour Day", "劳动节"), Words("National Day", "国庆节"), Words("Mid-Autumn", "中秋节")


def may(day: int) -> date:
    """Return a day of May 2026; the 2nd is a Saturday."""
    return date(2026, 5, day)


def holidays_of(special: dict[date, SpecialDay]) -> list[int]:
    return sorted(day.day for day, one in special.items() if one.kind is DayKind.HOLIDAY)


def test_nothing_off_is_nothing_special() -> None:
    assert special_days({}) == {}


def test_weekend_days_that_touch_a_day_off_belong_to_the_holiday() -> None:
    special = special_days({may(1): DayOff((LABOUR,))})
    assert special == {may(day): SpecialDay(DayKind.HOLIDAY, LABOUR) for day in (1, 2, 3)}
    assert holidays_of(special_days({may(4): DayOff((LABOUR,))})) == [2, 3, 4]


def test_a_weekend_apart_from_the_days_off_does_not_belong() -> None:
    assert holidays_of(special_days({may(6): DayOff((LABOUR,))})) == [6]


def test_a_weekend_day_between_days_off_belongs() -> None:
    assert holidays_of(special_days({may(day): DayOff((LABOUR,)) for day in (1, 2, 4)})) == [1, 2, 3, 4]


def test_a_make_up_day_never_becomes_a_holiday_and_nothing_touches_through_it() -> None:
    special = special_days({may(1): DayOff((LABOUR,)), may(4): DayOff(worked=may(2))})
    assert holidays_of(special) == [1, 3, 4]
    assert special[may(2)].kind is DayKind.MAKE_UP


def test_a_make_up_day_bears_the_name_of_the_holiday_it_is_worked_for() -> None:
    special = special_days({may(1): DayOff((LABOUR,)), may(4): DayOff((LABOUR,)), may(5): DayOff(worked=may(16))})
    assert special[may(16)] == SpecialDay(DayKind.MAKE_UP, LABOUR)
    assert special[may(5)] == SpecialDay(DayKind.HOLIDAY, LABOUR)
    assert may(17) not in special


def test_a_holiday_for_two_bears_both_names_in_the_order_of_its_days() -> None:
    off = {may(5): DayOff((NATIONAL,)), may(6): DayOff((NATIONAL,)), may(7): DayOff((AUTUMN,))}
    assert special_days(off)[may(6)].name == Words("National Day, Mid-Autumn", "国庆节、中秋节")


def test_a_day_made_up_for_names_the_holiday_only_where_none_falls_in_it() -> None:
    off = {
        may(5): DayOff((NATIONAL,)),
        may(6): DayOff((AUTUMN,), is_own=False),
        may(13): DayOff((AUTUMN,), is_own=False),
    }
    special = special_days(off)
    assert (special[may(6)].name, special[may(13)].name) == (NATIONAL, AUTUMN)


def test_a_holiday_that_nobody_names_is_a_public_holiday() -> None:
    assert special_days({may(6): DayOff(worked=may(9))})[may(6)].name == UNNAMED
