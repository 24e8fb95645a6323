"""Swaps on the roster: what the approved ones make of it, and whether another may join them, or one of them go.

Source: handbook shifts, the register. The rules themselves: `core.swap_rules`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells, Work
from csdesk.core.days import Calendar
from csdesk.core.employee import Employee
from csdesk.core.incidents import NOTE_LIMIT
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shifts import Shift
from csdesk.core.swap import Leg, Swap, SwapDraft, SwapState
from csdesk.core.swap_rules import AsItWouldBe, RuleResult, Signatures, judge_rules, reach

Given = tuple[tuple[str, ...], ...]
"""The ids of the shifts that each leg of a swap moves."""


class SwapFacts(NamedTuple):
    """What swaps are judged by.

    planned: the roster without swaps, and swaps: the register; both with the days and months around those judged.
    shifts, employees: by id, retired and former ones included. rules: in force. closed: months that may not change.
    """

    planned: Cells
    swaps: Sequence[Swap]
    shifts: Mapping[str, Shift]
    employees: Mapping[str, Employee]
    leaves: Sequence[Leave]
    calendar: Calendar
    rules: ShiftRules
    closed: Collection[Month] = ()


class Verdict(NamedTuple):
    """What is to be said of a proposed swap. problems: why it makes no sense; then no rules are judged."""

    problems: Sequence[Problem]
    rules: Sequence[RuleResult] = ()

    @property
    def is_valid(self) -> bool:
        """Whether the swap makes sense."""
        return not self.problems

    @property
    def ok(self) -> bool:
        """Whether it makes sense and breaks no rule; what is not yet signed or decided breaks none."""
        return self.is_valid and not self.broken

    @property
    def broken(self) -> list[RuleResult]:
        """The rules that it breaks, each for one person."""
        return [rule for rule in self.rules if rule.ok is False]


def applied(planned: Cells, swaps: Iterable[Swap]) -> dict[Cell, tuple[str, ...]]:
    """Return the roster as worked: as planned, with the approved ones of `swaps` in the order of their places.

    A leg moves every shift that the giver has on its day by then; what somebody gains stands after their own. Both
    legs of a swap move at once, so that two people can exchange the shifts of one day.
    """
    cells = dict(planned)
    for swap in in_order(swaps):
        _move(cells, swap)
    return cells


def moved(planned: Cells, swaps: Iterable[Swap]) -> dict[Cell, tuple[str, ...]]:
    """Return the cells that hold shifts by swap on the roster as worked, each with the ids of just those shifts."""
    cells = dict(planned)
    own = dict(planned)
    touched = set[Cell]()
    for swap in in_order(swaps):
        _move(cells, swap)
        for leg in swap.legs:
            own.pop((leg.giver_id, leg.day), None)
            touched.add((leg.taker_id, leg.day))
    gained = {cell: cells.get(cell, ())[len(own.get(cell, ())) :] for cell in touched}
    return {cell: shifts for cell, shifts in gained.items() if shifts}


def numbers_by_cell(swaps: Iterable[Swap]) -> dict[Cell, int]:
    """Return every cell that belongs to an approved one of `swaps`, the giver's and the taker's, with its number.

    Where several have moved a cell it is the last one's.
    """
    return {
        (employee_id, leg.day): swap.number
        for swap in in_order(swaps)
        for leg in swap.legs
        for employee_id in (leg.giver_id, leg.taker_id)
    }


def in_order(swaps: Iterable[Swap]) -> Sequence[Swap]:
    """Return the approved ones of `swaps`, in the order in which they change the roster."""
    return sorted((swap for swap in swaps if swap.is_approved), key=lambda swap: (swap.place or 0, swap.number))


def _move(cells: dict[Cell, tuple[str, ...]], swap: Swap) -> Given:
    """Let both legs of a swap change `cells` at once, and return what they moved."""
    legs = swap.legs
    given = tuple([cells.pop((leg.giver_id, leg.day), ()) for leg in legs])
    for leg, shifts in zip(legs, given, strict=True):
        if shifts:
            taken = (leg.taker_id, leg.day)
            cells[taken] = cells.get(taken, ()) + shifts
    return given


def judge_swap(
    draft: SwapDraft,
    facts: SwapFacts,
    *,
    own_id: str | None = None,
    signed: Signatures = (None, None),
    approved: bool = False,
) -> Verdict:
    """Return whether a swap makes sense, and what each rule says of it on the roster as it would be.

    own_id: of the swap itself where it stands in the register; an approved one is judged in its own place.
    """
    problems = _problems_of_people(draft, facts) + _problems_of_text(draft)
    if problems:
        return Verdict(problems)
    others = [swap for swap in in_order(facts.swaps) if swap.id != own_id]
    own = next((swap for swap in facts.swaps if swap.id == own_id and swap.is_approved), None)
    before = applied(facts.planned, others)
    if own is None:
        last = max((swap.place or 0 for swap in others), default=0)
        own = Swap(own_id or "", 0, draft.day_a, draft, SwapState.APPROVED, place=last + 1)
        after = dict(before)
        given = _move(after, own)
    else:
        after = applied(facts.planned, [*others, own])
        given = _given(facts.planned, [*others, own])[own.id]
    problems = _problems_of_days(draft, facts, given)
    if problems:
        return Verdict(problems)
    gained = _gained(draft.legs, given, after, facts.shifts)
    case = AsItWouldBe(draft, signed, approved, facts.rules.swaps, facts.employees, facts.shifts, facts.leaves,
                       facts.calendar, others, before, after, gained)  # fmt: skip
    return Verdict((), judge_rules(case))


def _given(planned: Cells, swaps: Iterable[Swap]) -> dict[str, Given]:
    """Return what each of the approved ones moves, by its id."""
    cells = dict(planned)
    return {swap.id: _move(cells, swap) for swap in in_order(swaps)}


def _gained(legs: Sequence[Leg], given: Given, after: Cells, shifts: Mapping[str, Shift]) -> list[Work]:
    """Return the shifts that the takers work because of the swap, save those that a later swap moves on."""
    gained = []
    for leg, moved_ids in zip(legs, given, strict=True):
        there = after.get((leg.taker_id, leg.day), ())
        for shift in (shifts[shift_id] for shift_id in moved_ids if shift_id in there):
            gained.append(Work(leg.taker_id, leg.day, shift, shift.begins(leg.day), shift.ends(leg.day)))
    return gained


def _problems_of_people(draft: SwapDraft, facts: SwapFacts) -> list[Problem]:
    people = (("a_id", draft.a_id), ("b_id", draft.b_id))
    problems = [
        Problem.at(field, "employee.unknown" if employee_id else "employee.missing")
        for field, employee_id in people
        if employee_id not in facts.employees
    ]
    if not problems and draft.a_id == draft.b_id:
        problems.append(Problem.at("b_id", "swap.same-person", name=facts.employees[draft.a_id].name))
    return problems


def _problems_of_text(draft: SwapDraft) -> list[Problem]:
    if len(draft.reason) > NOTE_LIMIT:
        return [Problem.at("reason", "note.too-long", length=len(draft.reason), limit=NOTE_LIMIT)]
    return []


def _problems_of_days(draft: SwapDraft, facts: SwapFacts, given: Given) -> list[Problem]:
    """Return whose days are no days for this swap: not employed, no shift to give, or in a closed month."""
    problems = []
    for field, leg, shifts in zip(("day_a", "day_b"), draft.legs, given, strict=False):
        absent = [who for who in (leg.giver_id, leg.taker_id) if not facts.employees[who].employed_on(leg.day)]
        for who in absent:
            problems.append(Problem.at(field, "swap.not-employed", name=facts.employees[who].name, day=leg.day))
        if not shifts and leg.giver_id not in absent:
            name = facts.employees[leg.giver_id].name
            problems.append(Problem.at(field, "swap.no-shift", name=name, day=leg.day))
        if Month.of(leg.day) in facts.closed:
            problems.append(Problem.at(field, "swap.closed-month", month=Month.of(leg.day)))
    return problems


def problems_of_voiding(swap: Swap, facts: SwapFacts) -> list[Problem]:
    """Return why an approved swap cannot be taken back: a closed month, or another approved one that stands on it.

    Another stands on it if it would move other shifts than it did, or would newly break a rule.
    """
    months = sorted({Month.of(leg.day) for leg in swap.legs} & set(facts.closed))
    if months:
        return [Problem.at("", "swap.closed-month", month=month) for month in months]
    rest = [other for other in facts.swaps if other.id != swap.id]
    was, would_be = _given(facts.planned, facts.swaps), _given(facts.planned, rest)
    # What others have in closed months stays as it is, and yet must be looked at.
    facts, without = facts._replace(closed=()), facts._replace(swaps=rest, closed=())
    problems = []
    for other in near(swap, rest, facts.rules.swaps.min_rest_minutes):
        if was[other.id] != would_be[other.id]:
            problems.append(Problem.at("", "swap.void-stands", number=other.number))
            continue
        known = set(_broken(other, facts))
        for rule, who in _broken(other, without):
            if (rule, who) not in known:
                name = facts.employees[who].name
                problems.append(Problem.at("", "swap.void-breaks", number=other.number, rule=rule, name=name))
    return problems


def near(swap: Swap, others: Iterable[Swap], min_rest_minutes: int) -> list[Swap]:
    """Return the approved ones on whose shifts, or the rest around them, the days of `swap` can tell."""
    days = [leg.day for leg in swap.legs]
    around = timedelta(days=reach(min_rest_minutes))
    return [
        other for other in in_order(others) if any(abs(leg.day - day) <= around for leg in other.legs for day in days)
    ]


def _broken(swap: Swap, facts: SwapFacts) -> list[tuple[str, str]]:
    """Return the rules that an approved swap breaks, each with the person for whom it does."""
    verdict = judge_swap(swap.draft, facts, own_id=swap.id, signed=(swap.signed_a, swap.signed_b), approved=True)
    return [(rule.rule, rule.employee_id) for rule in verdict.broken if rule.employee_id is not None]


def problems_of_deciding(swap: Swap) -> list[Problem]:
    """Return why a swap can no longer be signed, approved, rejected or withdrawn."""
    if swap.state in (SwapState.DRAFTED, SwapState.AGREED):
        return []
    return [Problem.at("", "swap.decided", number=swap.number)]


def problems_of_changing(swap: Swap) -> list[Problem]:
    """Return why other people, days or reasons can no longer be asked for: nobody signs for what comes after."""
    decided = problems_of_deciding(swap)
    if decided or (swap.signed_a is None and swap.signed_b is None):
        return decided
    return [Problem.at("", "swap.signed", number=swap.number)]
