"""What approved swaps make of the roster, and whether one may join them or go; the rules stand in the examples."""

from collections.abc import Mapping
from datetime import date, time

from csdesk.core.cells import Cell
from csdesk.core.days import Calendar
from csdesk.core.incidents import NOTE_LIMIT
from csdesk.core.month import Month
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shift_rules_file import read
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swaps import SwapFacts, applied, judge_swap, moved, numbers_by_cell, problems_of_voiding
from csdesk.paths import resource
from tests.builders import an_employee

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 13)
PLANNED = {
    ("li", MONDAY): ("day",),
    ("li", TUESDAY): ("late",),
    ("wu", MONDAY): ("night",),
    ("wu", FRIDAY): ("day", "night"),
}
SHIFTS = {
    "day": Shift("day", "D", time(8), time(16)),
    "late": Shift("late", "E", time(16), time(0)),
    "night": Shift("night", "N", time(22), time(6)),
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


def test_a_cell_has_the_number_of_the_last_approved_swap_that_it_belongs_to() -> None:
    there, back = a_swap(1, "li", MONDAY, "wu", FRIDAY), a_swap(2, "wu", MONDAY, "chen")
    asked = a_swap(None, "li", TUESDAY, "wu")
    assert numbers_by_cell([back, asked, there]) == {
        ("li", MONDAY): 1, ("wu", MONDAY): 2, ("chen", MONDAY): 2, ("li", FRIDAY): 1, ("wu", FRIDAY): 1,
    }  # fmt: skip


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


def facts(*swaps: Swap, planned: Mapping[Cell, tuple[str, ...]] = PLANNED, min_days_between: int = 1) -> SwapFacts:
    """Return what swaps are judged by; everybody is employed."""
    rules = read(resource("schemes", "shifts.toml").read_text("utf-8"), "shifts.toml")
    assert isinstance(rules, ShiftRules)
    rules = rules._replace(swaps=rules.swaps._replace(min_days_between=min_days_between))
    everybody = {name: an_employee(name, name.title(), id=name) for name in ("li", "wu", "chen", "zhou")}
    return SwapFacts(planned, swaps, SHIFTS, everybody, (), Calendar({}, 2026), rules)


def problems_of(draft: SwapDraft) -> list[tuple[str, str]]:
    """Return field and code of what makes no sense."""
    return [(problem.field, problem.code) for problem in judge_swap(draft, facts()).problems]


def test_each_problem_stands_at_its_field() -> None:
    assert problems_of(SwapDraft("", MONDAY, "nobody")) == [("a_id", "employee.missing"), ("b_id", "employee.unknown")]
    assert problems_of(SwapDraft("li", MONDAY, "li")) == [("b_id", "swap.same-person")]
    assert problems_of(SwapDraft("li", FRIDAY, "wu", TUESDAY)) == [
        ("day_a", "swap.no-shift"),
        ("day_b", "swap.no-shift"),
    ]
    long = SwapDraft("li", MONDAY, "chen", reason="x" * (NOTE_LIMIT + 1))
    assert problems_of(long) == [("reason", "note.too-long")]


def test_a_swap_that_makes_no_sense_is_not_ok_and_no_rule_is_told() -> None:
    verdict = judge_swap(SwapDraft("li", MONDAY, "li"), facts())
    assert (verdict.is_valid, verdict.ok, verdict.rules) == (False, False, ())


def test_a_broken_rule_is_the_problem_that_refuses_the_approval() -> None:
    verdict = judge_swap(SwapDraft("li", MONDAY, "wu", FRIDAY), facts(), signed=(MONDAY, None))
    assert [(rule.text_key, rule.problem.code) for rule in verdict.broken] == [
        ("problems.swap.SW-1.broken", "swap.SW-1.broken"),
        ("problems.swap.SW-5.broken", "swap.SW-5.broken"),
        ("problems.swap.SW-5.broken", "swap.SW-5.broken"),
    ]
    assert verdict.broken[0].problem.detail == {"name": "Wu"}


def test_an_approved_swap_is_judged_in_its_own_place_and_not_against_itself() -> None:
    there, on = a_swap(1, "li", MONDAY, "chen"), a_swap(2, "chen", MONDAY, "zhou")
    register = facts(there, on, min_days_between=-1)
    for swap in (there, on):
        verdict = judge_swap(swap.draft, register, own_id=swap.id, signed=(MONDAY, MONDAY), approved=True)
        assert verdict.ok, swap


def test_a_drafted_swap_is_not_counted_against_itself() -> None:
    asked = a_swap(None, "li", MONDAY, "chen")
    assert judge_swap(asked.draft, facts(asked), own_id=asked.id).ok


def test_an_approved_swap_on_which_nothing_stands_may_be_voided() -> None:
    swap = a_swap(1, "li", MONDAY, "chen")
    assert problems_of_voiding(swap, facts(swap)) == []
    assert problems_of_voiding(swap, facts(swap, a_swap(2, "wu", FRIDAY, "zhou"))) == []


def test_a_swap_whose_shift_was_given_on_cannot_be_voided_before_that_one() -> None:
    there, on = a_swap(1, "li", MONDAY, "chen"), a_swap(2, "chen", MONDAY, "zhou")
    register = facts(there, on, min_days_between=-1)
    assert [(p.code, p.detail["number"]) for p in problems_of_voiding(there, register)] == [("swap.void-stands", 2)]
    assert problems_of_voiding(on, register) == []


def test_a_swap_that_gives_another_its_rest_cannot_be_voided_before_it() -> None:
    planned = {("li", MONDAY): ("night",), ("wu", TUESDAY): ("day",)}
    relief, gain = a_swap(1, "li", MONDAY, "chen"), a_swap(2, "wu", TUESDAY, "li")
    register = facts(relief, gain, planned=planned, min_days_between=0)
    refused = problems_of_voiding(relief, register)
    assert [(p.code, p.detail) for p in refused] == [
        ("swap.void-breaks", {"number": 2, "rule": "SW-5", "name": "Li"}),
    ]


def test_a_rule_that_is_broken_anyway_does_not_hold_up_the_voiding_of_another() -> None:
    planned = {("li", MONDAY): ("day",), ("li", TUESDAY): ("late",), ("wu", MONDAY): ("night",)}
    short_rest, other = a_swap(1, "wu", MONDAY, "li"), a_swap(2, "li", TUESDAY, "chen")
    register = facts(short_rest, other, planned=planned, min_days_between=0)
    assert problems_of_voiding(other, register) == []


def test_a_swap_with_a_leg_in_a_closed_month_stays() -> None:
    swap = a_swap(1, "li", MONDAY, "chen")
    closed = facts(swap)._replace(closed=[Month(2026, 11)])
    assert [(p.code, p.detail) for p in problems_of_voiding(swap, closed)] == [
        ("swap.closed-month", {"month": Month(2026, 11)})
    ]


def test_a_day_beyond_the_last_notice_is_told_to_be_estimated() -> None:
    day = date(2027, 3, 1)
    verdict = judge_swap(SwapDraft("li", day, "chen"), facts(planned={("li", day): ("day",)}))
    assert [(rule.code, rule.detail) for rule in verdict.rules if rule.rule == "SW-7"] == [
        ("SW-7.estimated", {"year": "2027"})
    ]
