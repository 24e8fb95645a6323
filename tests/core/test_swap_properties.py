"""What holds for every register of swaps, whatever was asked, approved and voided in it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.cells import Cell
from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shift_rules_file import read
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swaps import SwapFacts, applied, judge_swap, moved, problems_of_voiding
from csdesk.core.words import Words
from csdesk.paths import resource
from tests.builders import an_employee

FIRST = date(2026, 11, 26)
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
PEOPLE = ("li", "wu", "chen", "zhou")
SHIFTS = {
    "d": Shift("d", "D", time(8), time(16)),
    "e": Shift("e", "E", time(16), time(0)),
    "n": Shift("n", "N", time(22), time(6)),
}

people = st.sampled_from(PEOPLE)
days = st.sampled_from(DAYS)
drafts = st.builds(SwapDraft, people, days, people, st.none() | days)
rosters = st.dictionaries(st.tuples(people, days), st.sampled_from([("d",), ("e",), ("n",), ("d", "n")]), max_size=48)
# At -1 even a shift that was gained the same day may be given on, so that swaps come to stand on each other.
parameters = st.tuples(st.integers(1, 4), st.integers(-1, 2), st.sampled_from([0, 8 * 60, 11 * 60]))


class Step(NamedTuple):
    """One thing that happens: a swap is asked for and approved if it may be, or one of those approved is voided."""

    draft: SwapDraft
    voids: int | None


steps = st.builds(Step, drafts, st.none() | st.integers(0, 99))


def the_rules(parameters: tuple[int, int, int]) -> ShiftRules:
    """Return the shipped rules with other parameters of swaps."""
    rules = read(resource("schemes", "shifts.toml").read_text("utf-8"), "shifts.toml")
    assert isinstance(rules, ShiftRules)
    return rules._replace(swaps=type(rules.swaps)(*parameters))


def the_facts(planned: dict[Cell, tuple[str, ...]], rules: ShiftRules) -> SwapFacts:
    """Return facts with somebody on leave for a while, and a holiday."""
    leave = Leave("leave", "zhou", DAYS[3], DAYS[4], LeaveType.ANNUAL, state=LeaveState.ASKED)
    calendar = Calendar({DAYS[9]: SpecialDay(DayKind.HOLIDAY, Words("holiday", "节假日"))}, 2026)
    everybody = {name: an_employee(name, name, id=name) for name in PEOPLE}
    return SwapFacts(planned, (), SHIFTS, everybody, (leave,), calendar, rules)


class Slip:
    """One shift of a day as a piece of paper in somebody's hand."""

    def __init__(self, holder: str, day: date, shift: str) -> None:
        self.holder, self.day, self.shift = holder, day, shift


class Rota:
    """The roster as slips that go from hand to hand and back."""

    def __init__(self, planned: dict[Cell, tuple[str, ...]]) -> None:
        self._slips = [Slip(who, day, shift) for (who, day), shifts in planned.items() for shift in shifts]
        self._handed: dict[str, list[tuple[Slip, str]]] = {}

    def hand_over(self, swap: Swap) -> None:
        """Hand over the slips of all legs at once."""
        found = [
            (slip, leg)
            for leg in swap.legs
            for slip in self._slips
            if (slip.holder, slip.day) == (leg.giver_id, leg.day)
        ]
        self._handed[swap.id] = [(slip, leg.giver_id) for slip, leg in found]
        for slip, leg in found:
            slip.holder = leg.taker_id

    def hand_back(self, swap: Swap) -> None:
        """Give the same slips back to whoever gave them."""
        for slip, giver in self._handed.pop(swap.id):
            slip.holder = giver

    def cells(self) -> dict[Cell, list[str]]:
        """Return who holds which shifts, in no order."""
        cells: dict[Cell, list[str]] = defaultdict(list)
        for slip in self._slips:
            cells[slip.holder, slip.day].append(slip.shift)
        return {cell: sorted(shifts) for cell, shifts in cells.items()}


def unordered(cells: dict[Cell, tuple[str, ...]]) -> dict[Cell, list[str]]:
    """Return the cells with their shifts in no order."""
    return {cell: sorted(shifts) for cell, shifts in cells.items()}


def breaks_no_rule(swap: Swap, facts: SwapFacts) -> bool:
    """Return whether an approved swap still makes sense and breaks nothing."""
    return judge_swap(swap.draft, facts, own_id=swap.id, signed=(FIRST, FIRST), approved=True).ok


@given(rosters, parameters, st.lists(steps, max_size=14))
def test_the_roster_is_that_rebuilt_from_the_start_and_no_approved_swap_breaks_a_rule(
    planned: dict[Cell, tuple[str, ...]], parameters: tuple[int, int, int], steps: Sequence[Step]
) -> None:
    facts = the_facts(planned, the_rules(parameters))
    rota = Rota(planned)
    for number, step in enumerate(steps, start=1):
        register = list(facts.swaps)
        approved = [swap for swap in register if swap.is_approved]
        if step.voids is not None and approved:
            swap = approved[step.voids % len(approved)]
            if problems_of_voiding(swap, facts):
                continue
            register[register.index(swap)] = swap._replace(state=SwapState.VOIDED)
            rota.hand_back(swap)
        else:
            swap = Swap(f"swap-{number}", number, FIRST, step.draft, SwapState.AGREED, FIRST, FIRST)
            verdict = judge_swap(swap.draft, facts, own_id=swap.id, signed=(FIRST, FIRST), approved=True)
            if verdict.ok:
                swap = swap._replace(state=SwapState.APPROVED, place=number)
                rota.hand_over(swap)
            register.append(swap)
        facts = facts._replace(swaps=register)
        assert unordered(applied(planned, register)) == rota.cells()
        assert all(breaks_no_rule(swap, facts) for swap in register if swap.is_approved)


@given(rosters, st.lists(drafts.filter(lambda draft: draft.a_id != draft.b_id), max_size=6))
def test_what_is_by_swap_and_what_is_not_make_the_roster_together(
    planned: dict[Cell, tuple[str, ...]], asked: Sequence[SwapDraft]
) -> None:
    register = [
        Swap(f"swap-{place}", place, FIRST, draft, SwapState.APPROVED, FIRST, FIRST, place)
        for place, draft in enumerate(asked, start=1)
    ]
    cells, by_swap = applied(planned, register), moved(planned, register)
    touched = {(who, leg.day) for swap in register for leg in swap.legs for who in (leg.giver_id, leg.taker_id)}
    assert by_swap.keys() <= touched
    for cell, shifts in cells.items():
        assert len(by_swap.get(cell, ())) <= len(shifts)
        if cell not in touched:
            assert shifts == planned[cell]
    assert sum(map(len, cells.values())) == sum(map(len, planned.values()))


@given(rosters, parameters, drafts)
def test_a_swap_is_as_good_for_the_one_as_for_the_other(
    planned: dict[Cell, tuple[str, ...]], parameters: tuple[int, int, int], draft: SwapDraft
) -> None:
    if draft.day_b is None:
        return
    facts = the_facts(planned, the_rules(parameters))
    turned = SwapDraft(draft.b_id, draft.day_b, draft.a_id, draft.day_a)
    one, other = judge_swap(draft, facts), judge_swap(turned, facts)
    assert one.is_valid is other.is_valid
    assert {(rule.rule, rule.employee_id) for rule in one.broken} == {
        (rule.rule, rule.employee_id) for rule in other.broken
    }
