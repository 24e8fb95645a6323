"""What checking a proposed swap costs while it is typed, on the roster of 200 people with swaps approved in it."""

import random
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from csdesk.bench.figures import Figure, milliseconds, percentile
from csdesk.bench.roster_seed import fill
from csdesk.bench.seed import LAST, seeded
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk

PEOPLE = 200
_PARTIES: tuple[Literal["a", "b"], ...] = ("a", "b")


def swap_check(folder: Path, people: int = PEOPLE, approved: int = 40, checks: int = 300) -> Figure:
    """One check of a swap whose people and days change from check to check: what 95 of 100 do not exceed."""
    with seeded(folder / "swaps.csdesk", people, 1000, months=1) as desk:
        fill(desk)
        chance = random.Random(20261130)  # nothing secret
        _approve_some(desk, chance, approved)
        drafts = [_draft(desk, chance) for _ in range(checks)]
        desk.swaps.check(drafts[0])  # loads the holidays
        took = [milliseconds(partial(desk.swaps.check, draft)) for draft in drafts]
        return Figure("swap_check", percentile(took, 95), "ms")


def _approve_some(desk: Desk, chance: random.Random, wanted: int) -> None:
    done = 0
    while done < wanted:
        draft = _draft(desk, chance)
        swap = desk.swaps.ask(draft) if desk.swaps.check(draft).ok else None
        if not isinstance(swap, Swap):
            continue
        for party in _PARTIES:
            signed = desk.swaps.sign(swap.id, swap.rev, party, desk.today())
            swap = signed if isinstance(signed, Swap) else swap
        if not isinstance(desk.swaps.approve(swap.id, swap.rev), Swap):
            raise TypeError("the bench's own swap was refused")
        done += 1


def _draft(desk: Desk, chance: random.Random) -> SwapDraft:
    """Return a swap of two people on two days of the month, most of which make sense."""
    a, b = chance.sample(desk.people.all(), 2)
    return SwapDraft(a.id, _day(chance), b.id, _day(chance), "bench")


def _day(chance: random.Random) -> date:
    return LAST.first + timedelta(days=chance.randrange((LAST.last - LAST.first).days + 1))
