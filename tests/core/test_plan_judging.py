"""A proposal is judged from values alone: everything that must hold, and nothing that was wrong before."""

import pytest

from csdesk.core.plan_judging import PlanProblem, problems_of
from csdesk.core.planning import (
    Kept,
    PlanShift,
    PlanStatus,
    Proposal,
    Request,
    Unmet,
    unmet_of,
)
from tests.planning import a_person, a_request, on, placed


def judged(request: Request, *cells: tuple[str, int, str]) -> list[tuple[str, int, str | None]]:
    """Return code, day's number and person of everything that is wrong with `cells`, their unmet needs told right."""
    new = placed(*cells)
    problems = problems_of(Proposal(new, unmet_of(new, request), PlanStatus.SHORT), request)
    return [(problem.code, (problem.day - on(0)).days, problem.employee_id) for problem in problems]


def test_a_sound_proposal_has_no_problems() -> None:
    assert judged(a_request(), ("a", 0, "E"), ("b", 1, "E"), ("a", 2, "E")) == []


def test_somebody_some_day_or_some_shift_unknown_is_told_before_all_else() -> None:
    request = a_request()
    assert judged(request, ("z", 0, "E"), ("a", 0, "E"), ("a", 0, "E")) == [("unknown", 0, "z")]
    assert judged(request, ("a", 0, "X")) == [("unknown", 0, "a")]
    assert judged(request, ("a", 7, "E"), ("a", -1, "E")) == [("unknown", 7, "a"), ("unknown", -1, "a")]


def test_two_shifts_on_a_day_are_too_many() -> None:
    assert judged(a_request(needs={"E": 1, "N": 1}), ("a", 0, "E"), ("a", 0, "N")) == [("two-shifts", 0, "a")]


def test_a_kept_cell_is_left_alone_even_where_it_is_empty() -> None:
    request = a_request(kept=(Kept("a", on(0), ("L",)), Kept("a", on(3))))
    assert judged(request, ("a", 0, "E"), ("a", 3, "E")) == [("kept", 0, "a"), ("kept", 3, "a")]


def test_only_who_is_employed_and_not_on_leave_is_given_a_shift() -> None:
    request = a_request(people=(a_person("a", employed=(1, 2), leave=(2,)),))
    assert judged(request, ("a", 0, "E"), ("a", 1, "E"), ("a", 2, "E")) == [
        ("not-employed", 0, "a"),
        ("on-leave", 2, "a"),
    ]


def test_a_shift_of_more_than_8_hours_is_given_to_nobody() -> None:
    long = PlanShift("X", 8 * 60, 18 * 60, 481)
    assert judged(a_request(shifts=(long,), needs={"X": 1}), ("a", 0, "X")) == [("over-8-hours", 0, "a")]


def test_nobody_is_given_to_a_shift_that_has_enough_or_takes_nobody() -> None:
    request = a_request(needs={"E": 1})
    assert judged(request, ("a", 0, "E"), ("b", 0, "E")) == [("beyond-need", 0, None)]
    assert judged(request, ("a", 0, "L")) == [("beyond-need", 0, None)]
    request = a_request(needs={"E": 1}, kept=(Kept("c", on(0), ("E",)),))
    assert judged(request, ("a", 0, "E"), ("b", 1, "E")) == [("beyond-need", 0, None)]


@pytest.mark.parametrize(
    ("earlier", "later", "least", "is_enough"),
    [
        ("L", "E", 10 * 60, True),
        ("L", "E", 10 * 60 + 1, False),
        ("N", "E", 8 * 60, False),
        ("N", "L", 8 * 60, True),
        ("N", "L", 8 * 60 + 1, False),
        ("E", "N", 24 * 60, True),
    ],
)
def test_between_two_shifts_lies_the_least_rest(earlier: str, later: str, least: int, is_enough: bool) -> None:
    request = a_request(needs={"E": 1, "L": 1, "N": 1}, min_rest_minutes=least)
    expected = [] if is_enough else [("short-rest", 1, "a")]
    assert judged(request, ("a", 0, earlier), ("a", 1, later)) == expected


def test_shifts_never_touch_even_where_no_rest_is_asked() -> None:
    half = PlanShift("H", 0, 240, 240)
    until = PlanShift("U", 1200, 1440, 240)
    request = a_request(shifts=(half, until), needs={"H": 1, "U": 1}, min_rest_minutes=0)
    assert judged(request, ("a", 0, "U"), ("a", 1, "H")) == [("short-rest", 1, "a")]


def test_rest_is_kept_to_the_shifts_around_the_request() -> None:
    request = a_request(kept=(Kept("a", on(-1), ("N",)), Kept("b", on(7), ("E",))), needs={"E": 1, "N": 1})
    assert judged(request, ("a", 0, "E"), ("b", 6, "N")) == [("short-rest", 0, "a"), ("short-rest", 7, "b")]


def test_what_is_wrong_among_kept_cells_is_no_fault_of_a_proposal() -> None:
    kept = (
        Kept("a", on(0), ("N",)),
        Kept("a", on(1), ("E", "L")),
        *(Kept("b", on(number), ("E",)) for number in range(7)),
    )
    assert judged(a_request(kept=kept, needs={"E": 2}), ("a", 3, "E")) == []


def test_nobody_works_longer_than_the_longest_run_with_the_days_around() -> None:
    kept = (Kept("a", on(-1), ("E",)), Kept("a", on(3), ("E",)))
    request = a_request(kept=kept, longest_run=3)
    assert judged(request, ("a", 0, "E"), ("a", 1, "E")) == []
    assert judged(request, ("a", 0, "E"), ("a", 1, "E"), ("a", 2, "E")) == [("long-run", 3, "a")]
    assert judged(request, ("a", 1, "E"), ("a", 2, "E"), ("a", 5, "E"), ("a", 6, "E")) == []


def test_unmet_needs_must_be_told_as_they_are() -> None:
    request = a_request(days=1, needs={"E": 2})
    cells = placed(("a", 0, "E"))
    assert unmet_of(cells, request) == (Unmet(on(0), "E", 1),)
    assert problems_of(Proposal(cells, (), PlanStatus.MET), request) == [PlanProblem("unmet-untrue", on(0))]
