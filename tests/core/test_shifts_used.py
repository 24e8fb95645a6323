"""Why the times of a shift stand: closed months and approved swaps rest on them."""

from datetime import date, time

import pytest

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.shifts_used import why_times_stand
from csdesk.core.swap import Swap, SwapDraft, SwapState

DAY = Shift("day", "D", time(8), time(16))
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
LAST, MONDAY = date(2026, 10, 31), date(2026, 11, 2)
PLANNED = {("li", MONDAY): ("night", "day"), ("wu", MONDAY): ("night",), ("li", LAST): ("day",)}


def a_swap(number: int, giver: str, taker: str, day: date, state: SwapState = SwapState.APPROVED) -> Swap:
    return Swap(f"swap-{number}", number, day, SwapDraft(giver, day, taker), state, place=number)


def test_a_shift_of_closed_months_keeps_its_times_and_the_last_of_them_is_named() -> None:
    days = [date(2026, 9, 7), LAST, MONDAY]
    found = why_times_stand(DAY, days, {SEPTEMBER, OCTOBER, OCTOBER.previous.previous}, {}, [])
    assert found == Problem.at("", "shift.times-closed", code="D", month=OCTOBER)


def test_a_shift_of_open_months_may_get_other_times() -> None:
    assert why_times_stand(DAY, [MONDAY], {SEPTEMBER, OCTOBER}, PLANNED, []) is None
    assert why_times_stand(DAY, [], {OCTOBER}, {}, []) is None


@pytest.mark.parametrize(("giver", "taker"), [("li", "wu"), ("wu", "li"), ("li", "zhao")])
def test_a_shift_of_either_party_of_an_approved_swap_keeps_its_times(giver: str, taker: str) -> None:
    swaps = [a_swap(3, giver, taker, MONDAY), a_swap(2, giver, taker, MONDAY), a_swap(4, "chen", "zhao", LAST)]
    found = why_times_stand(DAY, [MONDAY], {SEPTEMBER}, PLANNED, swaps)
    assert found == Problem.at("", "shift.times-swapped", code="D", number=3)


def test_other_shifts_and_days_and_swaps_that_are_not_approved_hold_nothing_back() -> None:
    other = DAY._replace(id="late", code="E")
    swaps = [a_swap(1, "li", "wu", MONDAY)]
    assert why_times_stand(other, [], (), PLANNED, swaps) is None
    assert why_times_stand(DAY, [MONDAY], (), PLANNED, [a_swap(1, "li", "wu", date(2026, 11, 3))]) is None
    for state in set(SwapState) - {SwapState.APPROVED}:
        assert why_times_stand(DAY, [MONDAY], (), PLANNED, [a_swap(1, "li", "wu", MONDAY, state)]) is None
