"""A line of the swap register."""

from datetime import date

from csdesk.core.swap import Leg, Swap, SwapDraft, SwapState

FIRST, SECOND = date(2026, 11, 9), date(2026, 11, 12)


def test_a_cover_has_one_leg_and_a_swap_two() -> None:
    assert SwapDraft("a", FIRST, "b").legs == (Leg("a", "b", FIRST),)
    assert SwapDraft("a", FIRST, "b", SECOND).legs == (Leg("a", "b", FIRST), Leg("b", "a", SECOND))


def test_only_an_approved_swap_changes_the_roster() -> None:
    swap = Swap("s", 1, FIRST, SwapDraft("a", FIRST, "b"))
    assert [s for s in SwapState if swap._replace(state=s).is_approved] == [SwapState.APPROVED]
    assert swap.legs == swap.draft.legs
