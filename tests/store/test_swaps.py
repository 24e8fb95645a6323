"""The register of swaps in the file."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.builders import an_employee
from tests.store.team_files import a_store, an_act

LI, WU = an_employee("0101", "李娜"), an_employee("0102", "吴敏")
ASKED = date(2026, 11, 2)
MONDAY, FRIDAY, DECEMBER = date(2026, 11, 9), date(2026, 11, 13), date(2026, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield a new open team file with two people in it."""
    with closing(a_store(tmp_path, people=(LI, WU))) as opened:
        yield opened


def a_swap(day_a: date = MONDAY, day_b: date | None = FRIDAY, reason: str = "") -> Swap:
    """Return a swap that is not yet on file."""
    return Swap("", 0, ASKED, SwapDraft(LI.id, day_a, WU.id, day_b, reason))


def test_a_swap_comes_back_whole_with_the_next_number(store: Store) -> None:
    first = store.swaps.add(a_swap(reason="a wedding"), an_act("swap.asked"))
    second = store.swaps.add(a_swap(DECEMBER, None), an_act("swap.asked"))
    assert first == a_swap(reason="a wedding")._replace(id=first.id, number=1)
    assert (second.number, second.place) == (2, None)
    assert store.swaps.all() == [first, second]
    assert store.swaps.get(second.id) == second
    assert store.swaps.get("nothing") is None


def test_an_approved_one_from_elsewhere_takes_the_next_place(store: Store) -> None:
    approved = a_swap()._replace(
        state=SwapState.APPROVED, signed_a=ASKED, signed_b=ASKED, decided_by="lin", decided_on=ASKED
    )
    kept = [store.swaps.add(approved, an_act()) for _ in range(2)]
    assert [(swap.number, swap.place) for swap in kept] == [(1, 1), (2, 2)]


def test_swaps_are_found_by_the_days_of_their_legs(store: Store) -> None:
    both = store.swaps.add(a_swap(MONDAY, DECEMBER), an_act())
    cover = store.swaps.add(a_swap(FRIDAY, None), an_act())
    assert store.swaps.between(MONDAY, FRIDAY) == [both, cover]
    assert store.swaps.between(FRIDAY, FRIDAY) == [cover]
    assert store.swaps.of_month(Month(2026, 12)) == [both]
    assert store.swaps.of_month(Month(2026, 10)) == []


def test_those_that_wait_for_a_signature_or_a_decision_are_found_whatever_their_month(store: Store) -> None:
    waiting = [store.swaps.add(a_swap(day), an_act("swap.asked")) for day in (DECEMBER, MONDAY)]
    for state in (SwapState.APPROVED, SwapState.REJECTED, SwapState.WITHDRAWN, SwapState.VOIDED):
        store.swaps.add(a_swap()._replace(state=state), an_act("swap.asked"))
    agreed = store.swaps.add(a_swap()._replace(state=SwapState.AGREED), an_act("swap.asked"))
    assert store.swaps.undecided() == [*waiting, agreed]


def test_swaps_are_found_by_who_takes_part(store: Store) -> None:
    chen = an_employee("0103", "陈晨")
    store.people.add(chen, "chen", an_act())
    swap = store.swaps.add(a_swap(), an_act())
    other = store.swaps.add(a_swap()._replace(draft=SwapDraft(chen.id, MONDAY, WU.id)), an_act())
    assert store.swaps.of_people([LI.id], MONDAY, FRIDAY) == [swap]
    assert store.swaps.of_people([LI.id, WU.id], MONDAY, FRIDAY) == [swap, other]
    assert store.swaps.of_people([WU.id], FRIDAY, FRIDAY) == [swap]
    assert store.swaps.of_people([chen.id], FRIDAY, FRIDAY) == []


def test_signatures_and_decision_are_kept_with_a_line_in_the_journal_each(store: Store) -> None:
    swap = store.swaps.add(a_swap(), an_act("swap.asked"))
    store.swaps.sign(swap.id, 0, "a", MONDAY, SwapState.DRAFTED, an_act("swap.signed"))
    store.swaps.sign(swap.id, 1, "b", FRIDAY, SwapState.AGREED, an_act("swap.signed"))
    approved = store.swaps.decide(swap.id, 2, SwapState.APPROVED, FRIDAY, None, an_act("swap.approved", "lin"))
    assert approved == swap._replace(
        state=SwapState.APPROVED, signed_a=MONDAY, signed_b=FRIDAY, place=1, decided_by="lin", decided_on=FRIDAY, rev=3
    )
    lines = store.journal.of_subject(swap.id)
    assert [line.what for line in lines] == ["swap.asked", "swap.signed", "swap.signed", "swap.approved"]
    assert store.verify() == []


def test_a_voided_one_keeps_its_place_and_nobody_gets_it_again(store: Store) -> None:
    first, second = (store.swaps.add(a_swap(), an_act()) for _ in range(2))
    store.swaps.decide(first.id, 0, SwapState.APPROVED, FRIDAY, None, an_act())
    voided = store.swaps.decide(first.id, 1, SwapState.VOIDED, FRIDAY, "a mistake", an_act())
    later = store.swaps.decide(second.id, 0, SwapState.APPROVED, FRIDAY, None, an_act())
    assert voided is not None
    assert (voided.place, voided.decision_reason) == (1, "a mistake")
    assert later is not None
    assert later.place == 2


def test_other_days_can_be_asked_for(store: Store) -> None:
    swap = store.swaps.add(a_swap(), an_act())
    draft = SwapDraft(WU.id, FRIDAY, LI.id, None, "changed")
    assert store.swaps.change(swap.id, 0, draft, an_act("swap.changed")) == swap._replace(draft=draft, rev=1)


def test_whoever_read_an_older_state_changes_nothing(store: Store) -> None:
    swap = store.swaps.add(a_swap(), an_act())
    signed = store.swaps.sign(swap.id, 0, "a", MONDAY, SwapState.DRAFTED, an_act())
    assert store.swaps.decide(swap.id, 0, SwapState.APPROVED, FRIDAY, None, an_act()) is None
    assert store.swaps.change(swap.id, 0, swap.draft, an_act()) is None
    assert store.swaps.sign(swap.id, 0, "b", MONDAY, SwapState.AGREED, an_act()) is None
    assert store.swaps.all() == [signed]


def test_a_state_that_there_is_not_is_damage(store: Store) -> None:
    swap = store.swaps.add(a_swap(), an_act())
    store.db.run("UPDATE swap SET state = 'lost' WHERE id = ?", (swap.id,))
    with pytest.raises(StoreUnavailable):
        store.swaps.get(swap.id)
