from datetime import date

import pytest

from csdesk.core.month import Month
from tests.builders import an_employee


@pytest.mark.parametrize(
    ("day", "employed"),
    [
        (date(2026, 3, 9), False), (date(2026, 3, 10), True), (date(2026, 4, 1), True), (date(2026, 5, 20), True),
        (date(2026, 5, 21), False),
    ],
)  # fmt: skip
def test_the_first_and_the_last_day_count(day: date, employed: bool) -> None:
    someone = an_employee(hired=date(2026, 3, 10), left=date(2026, 5, 20))
    assert someone.employed_on(day) is employed


def test_who_has_not_left_stays_employed() -> None:
    someone = an_employee(hired=date(2026, 3, 10))
    assert someone.employed_on(date(2040, 1, 1))
    assert someone.employed_in(Month(2040, 1))


@pytest.mark.parametrize(
    ("month", "employed"),
    [
        (Month(2026, 2), False), (Month(2026, 3), True), (Month(2026, 4), True), (Month(2026, 5), True),
        (Month(2026, 6), False),
    ],
)  # fmt: skip
def test_a_single_day_of_a_month_is_enough(month: Month, employed: bool) -> None:
    assert an_employee(hired=date(2026, 3, 31), left=date(2026, 5, 1)).employed_in(month) is employed


def test_the_month_of_hire_is_the_first() -> None:
    someone = an_employee(hired=date(2026, 11, 30))
    assert someone.month_of_employment(Month(2026, 11)) == 1
    assert someone.month_of_employment(Month(2027, 1)) == 3
