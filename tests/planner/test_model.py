"""What the model asks of a roster, seen in what comes of it: small cases whose answer is known."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from csdesk.core.plan_judging import problems_of
from csdesk.core.planning import Kept, PlanJob, PlanStatus, Proposal, Request, Unmet, Wish
from csdesk.desk.planner_process import Planning
from tests.planning import MONDAY, a_person, a_request, given, on

Proposed = Callable[[Request], Proposal]


@pytest.fixture
def proposed(the_planner: Path) -> Proposed:
    """Return what proposes a roster, which is sound by the core's own judgement."""

    def propose(request: Request) -> Proposal:
        proposal = Planning(PlanJob(request, 10.0, seed=1), the_planner).result()
        assert isinstance(proposal, Proposal), proposal
        assert problems_of(proposal, request) == []
        return proposal

    return propose


def test_every_need_is_met_where_there_are_people(proposed: Proposed) -> None:
    proposal = proposed(a_request(needs={"E": 1, "L": 1}, people=("a", "b", "c")))
    assert (proposal.status, proposal.unmet) == (PlanStatus.MET, ())
    assert Counter(one.shift_id for one in proposal.cells) == {"E": 7, "L": 7}


def test_a_need_that_nobody_can_meet_is_named_with_day_shift_and_number(proposed: Proposed) -> None:
    on_leave = a_person("a", leave=(1,)), a_person("b", leave=(1, 2))
    proposal = proposed(a_request(people=on_leave, days=3, needs={"E": 2}))
    assert proposal.status is PlanStatus.SHORT
    assert proposal.unmet == (Unmet(on(1), "E", 2), Unmet(on(2), "E", 1))
    assert given(proposal) == {"a": "E.E", "b": "E"}


def test_nobody_works_more_than_six_days_in_a_row(proposed: Proposed) -> None:
    proposal = proposed(a_request(people=("a",)))
    assert len(proposal.cells) == 6
    assert [one.missing for one in proposal.unmet] == [1]


def test_the_days_worked_before_the_request_count_in_the_run(proposed: Proposed) -> None:
    kept = tuple(Kept("a", on(-number), ("E",)) for number in range(1, 7))
    proposal = proposed(a_request(people=("a",), days=3, kept=kept))
    assert given(proposal) == {"a": ".EE"}


def test_the_days_worked_after_the_request_count_in_the_run(proposed: Proposed) -> None:
    kept = tuple(Kept("a", on(2 + number), ("E",)) for number in range(6))
    assert given(proposed(a_request(people=("a",), days=2, kept=kept))) == {"a": "E"}


def test_a_run_that_is_too_long_already_is_not_made_longer(proposed: Proposed) -> None:
    kept = tuple(Kept("a", on(number), ("E",)) for number in range(7))
    proposal = proposed(a_request(people=("a",), days=9, kept=kept))
    assert [one.day for one in proposal.cells] == [on(8)]


def test_after_a_night_comes_no_early_shift(proposed: Proposed) -> None:
    needs = {"E": 1, "N": 1}
    proposal = proposed(a_request(people=("a", "b"), days=4, needs=needs, min_rest_minutes=11 * 60))
    assert proposal.status is PlanStatus.MET
    assert sorted(given(proposal).values()) == ["EEEE", "NNNN"]


def test_rest_is_kept_to_what_stands_before_and_after(proposed: Proposed) -> None:
    kept = (Kept("a", on(-1), ("N",)), Kept("a", on(2), ("E",)))
    proposal = proposed(a_request(people=("a",), days=2, needs={"E": 1, "N": 1}, kept=kept))
    # Not early after the night, and no night before the early shift.
    assert given(proposal) in ({"a": ".E"}, {"a": "N"}, {"a": "NE"})
    assert all((one.day, one.shift_id) not in {(on(0), "E"), (on(1), "N")} for one in proposal.cells)


def test_only_people_who_are_employed_and_there_are_given_shifts(proposed: Proposed) -> None:
    people = (a_person("a", employed=(0, 1, 2), leave=(1,)), a_person("b", employed=(3,)))
    proposal = proposed(a_request(people=people, days=5))
    assert given(proposal) == {"a": "E.E", "b": "...E"}
    assert [one.day for one in proposal.unmet] == [on(1), on(4)]


def test_a_shift_of_more_than_the_hours_stays_empty(proposed: Proposed) -> None:
    proposal = proposed(a_request(days=1, max_work_minutes=449))
    assert (proposal.cells, proposal.unmet) == ((), (Unmet(on(0), "E", 1),))


def test_kept_cells_stay_and_count(proposed: Proposed) -> None:
    kept = (Kept("a", on(0), ("E",)), Kept("b", on(1)))
    proposal = proposed(a_request(people=("a", "b"), days=2, kept=kept))
    assert given(proposal) == {"a": ".E"}
    assert proposal.status is PlanStatus.MET


def test_a_kept_cell_beyond_the_need_takes_nothing_from_other_days(proposed: Proposed) -> None:
    kept = (Kept("a", on(0), ("E",)), Kept("b", on(0), ("E",)))
    assert given(proposed(a_request(people=("a", "b"), days=1, kept=kept))) == {}


def test_where_too_few_can_work_somebody_is_left_to_clean(proposed: Proposed) -> None:
    proposal = proposed(a_request(people=("a",), days=3, needs={"E": 1, "L": 1}))
    assert given(proposal) == {"a": "LLL"}


def test_whoever_cleans_by_hand_leaves_the_others_free_for_it(proposed: Proposed) -> None:
    kept = (Kept("b", on(0), ("L",)),)
    proposal = proposed(a_request(people=("a", "b"), days=1, needs={"E": 1, "L": 1}, kept=kept))
    assert given(proposal) == {"a": "E"}


def test_wishes_are_granted_where_no_need_suffers(proposed: Proposed) -> None:
    wishes = (Wish("a", on(0)), Wish("b", on(1)), Wish("c", on(0), "L"), Wish("c", on(1), "E"))
    proposal = proposed(a_request(days=2, needs={"E": 1, "L": 1}, wishes=wishes))
    assert given(proposal) == {"b": "E", "c": "LE", "a": ".L"}


def test_a_need_goes_before_a_wish(proposed: Proposed) -> None:
    proposal = proposed(a_request(people=("a",), days=1, wishes=(Wish("a", on(0)),)))
    assert given(proposal) == {"a": "E"}


def test_a_wish_for_what_cannot_be_is_no_hindrance(proposed: Proposed) -> None:
    kept = (Kept("a", on(0), ("E",)),)
    wishes = (Wish("a", on(0)), Wish("a", on(0), "L"), Wish("b", on(0), "N"), Wish("b", on(1), "E"))
    assert given(proposed(a_request(people=("a", "b"), days=2, kept=kept, wishes=wishes))) == {"b": ".E"}


def test_hours_are_spread_evenly(proposed: Proposed) -> None:
    proposal = proposed(a_request(people=("a", "b", "c"), days=9))
    assert sorted(Counter(one.employee_id for one in proposal.cells).values()) == [3, 3, 3]


def test_nights_weekends_and_holidays_are_spread_evenly(proposed: Proposed) -> None:
    days = [on(number) for number in range(14)]
    weekends = tuple(day for day in days if day.weekday() > 4)
    request = a_request(
        people=("a", "b", "c", "d"),
        days=14,
        needs={"E": 1, "N": 1},
        weekends=weekends,
        holidays=(MONDAY, on(1)),
    )
    proposal = proposed(request)
    nights = Counter(one.employee_id for one in proposal.cells if one.shift_id == "N")
    free_days = Counter(one.employee_id for one in proposal.cells if one.day in weekends)
    holidays = Counter(one.employee_id for one in proposal.cells if one.day in request.holidays)
    assert sorted(nights.values()) == [3, 3, 4, 4]
    assert sorted(free_days.values()) == [2, 2, 2, 2]
    assert sorted(holidays.values()) == [1, 1, 1, 1]


def test_whoever_is_there_half_the_time_has_half_the_share(proposed: Proposed) -> None:
    people = ("a", "b", a_person("c", employed=range(5, 10)))
    proposal = proposed(a_request(people=people, days=10))
    assert Counter(one.employee_id for one in proposal.cells) == {"a": 4, "b": 4, "c": 2}


def test_shifts_given_by_hand_count_in_the_share(proposed: Proposed) -> None:
    kept = tuple(Kept("a", on(number), ("N",)) for number in range(3))
    proposal = proposed(a_request(people=("a", "b", "c"), days=9, needs={"N": 1}, kept=kept))
    assert Counter(one.employee_id for one in proposal.cells) == {"b": 3, "c": 3}


def test_nobody_and_nothing_make_an_empty_roster(proposed: Proposed) -> None:
    assert proposed(a_request(people=(), needs={})) == Proposal((), (), PlanStatus.MET)
    assert proposed(a_request(people=(), days=1)).unmet == (Unmet(on(0), "E", 1),)
