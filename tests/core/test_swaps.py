"""What approved swaps make of the roster, and the sense of a swap."""

from datetime import date

from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swaps import applied, moved

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 13)
PLANNED = {
    ("li", MONDAY): ("day",),
    ("li", TUESDAY): ("late",),
    ("wu", MONDAY): ("night",),
    ("wu", FRIDAY): ("day", "night"),
}


def a_swap(place: int | None, a: str, day_a: date, b: str, day_b: date | None = None) -> Swap:
    """Return an approved swap, or a drafted one where it has no place."""
    state = SwapState.DRAFTED if place is None else SwapState.APPROVED
    draft = SwapDraft(a, day_a, b, day_b)
    return Swap(f"swap-{place}", place or 99, MONDAY, draft, state, MONDAY, MONDAY, place)


def test_both_legs_of_an_approved_swap_are_worked_by_the_other() -> None:
    worked = applied(PLANNED, [a_swap(1, "li", TUESDAY, "wu", FRIDAY)])
    assert worked == {
        ("li", MONDAY): ("day",),
        ("li", FRIDAY): ("day", "night"),
        ("wu", MONDAY): ("night",),
        ("wu", TUESDAY): ("late",),
    }


def test_two_people_exchange_the_shifts_of_one_day() -> None:
    worked = applied(PLANNED, [a_swap(1, "li", MONDAY, "wu", MONDAY)])
    assert (worked["li", MONDAY], worked["wu", MONDAY]) == (("night",), ("day",))


def test_a_cover_leaves_the_giver_without_a_shift_and_the_taker_with_both() -> None:
    worked = applied(PLANNED, [a_swap(1, "li", MONDAY, "wu")])
    assert worked["wu", MONDAY] == ("night", "day")
    assert ("li", MONDAY) not in worked


def test_only_approved_ones_change_the_roster() -> None:
    approved = a_swap(1, "li", MONDAY, "wu")
    for state in set(SwapState) - {SwapState.APPROVED}:
        assert applied(PLANNED, [approved._replace(state=state)]) == PLANNED
        assert moved(PLANNED, [approved._replace(state=state)]) == {}


def test_swaps_change_the_roster_in_the_order_of_their_approval() -> None:
    there, on = a_swap(1, "li", MONDAY, "chen"), a_swap(2, "chen", MONDAY, "zhou")
    assert applied(PLANNED, [on, there]) == applied(PLANNED, [there, on])
    assert applied(PLANNED, [on, there])["zhou", MONDAY] == ("day",)


def test_a_day_without_a_shift_moves_nothing() -> None:
    assert applied(PLANNED, [a_swap(1, "li", FRIDAY, "chen")]) == PLANNED


def test_the_planned_roster_stays_as_it_is() -> None:
    before = dict(PLANNED)
    applied(PLANNED, [a_swap(1, "li", MONDAY, "wu")])
    assert before == PLANNED


def test_cells_with_shifts_by_swap_name_just_those() -> None:
    swaps = [a_swap(1, "li", MONDAY, "wu"), a_swap(2, "wu", FRIDAY, "chen"), a_swap(3, "chen", TUESDAY, "wu")]
    assert moved(PLANNED, swaps) == {("wu", MONDAY): ("day",), ("chen", FRIDAY): ("day", "night")}


def test_a_gained_shift_that_is_given_on_is_no_longer_there_by_swap() -> None:
    swaps = [a_swap(1, "li", MONDAY, "wu"), a_swap(2, "wu", MONDAY, "chen")]
    assert moved(PLANNED, swaps) == {("chen", MONDAY): ("night", "day")}


def test_an_exchange_of_one_day_leaves_both_cells_by_swap() -> None:
    swaps = [a_swap(1, "li", MONDAY, "wu", MONDAY)]
    assert moved(PLANNED, swaps) == {("li", MONDAY): ("night",), ("wu", MONDAY): ("day",)}
