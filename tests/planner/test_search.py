"""The search: every proposal is sound, improvements are told in order, a full month is filled."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.core.plan_judging import problems_of
from csdesk.core.planning import (
    Improvement,
    Kept,
    PlanJob,
    PlanPerson,
    PlanStatus,
    Proposal,
    Request,
    Wish,
)
from csdesk.desk.planner_process import Planning
from tests.planning import EARLY, LATE, NIGHT, a_person, a_request, on

_DAYS = 6
_IDS = ("a", "b", "c")
_numbers = st.integers(0, _DAYS - 1)
_around = st.integers(-3, _DAYS + 2)
_shift_ids = st.sampled_from(["E", "L", "N"])

_people = st.tuples(
    *(
        st.builds(
            lambda employed, leave, id=id: a_person(id, employed=employed, leave=leave),
            st.sets(_numbers, min_size=2).map(sorted),
            st.sets(_numbers, max_size=2).map(sorted),
        )
        for id in _IDS
    )
)
_requests = st.builds(
    a_request,
    people=_people,
    days=st.just(_DAYS),
    needs=st.dictionaries(_shift_ids, st.integers(0, 3)),
    kept=st.lists(
        st.builds(
            lambda id, number, shift_ids: Kept(id, on(number), tuple(shift_ids)),
            st.sampled_from(_IDS),
            _around,
            st.lists(_shift_ids, max_size=2, unique=True),
        ),
        max_size=5,
        unique_by=lambda one: (one.employee_id, one.day),
    ).map(tuple),
    wishes=st.lists(
        st.builds(
            lambda id, number, shift_id: Wish(id, on(number), shift_id),
            st.sampled_from(_IDS),
            _numbers,
            st.none() | _shift_ids,
        ),
        max_size=4,
    ),
    min_rest_minutes=st.sampled_from([0, 480, 660, 1500]),
    max_work_minutes=st.sampled_from([450, 480]),
    longest_run=st.integers(1, 6),
    weekends=st.just((on(5),)),
    holidays=st.sets(_numbers, max_size=2).map(lambda numbers: tuple(map(on, sorted(numbers)))),
)


def searched(request: Request, python: Path, seconds: float = 10.0) -> tuple[Proposal, list[Improvement]]:
    """Return what is proposed, and the improvements on the way to it."""
    told: list[Improvement] = []
    proposal = Planning(PlanJob(request, seconds, seed=1), python).result(told.append)
    assert isinstance(proposal, Proposal), proposal
    return proposal, [one for one in told if one.refused is not None]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(request=_requests)
def test_every_proposal_is_sound(the_planner: Path, request: Request) -> None:
    proposal, _ = searched(request, the_planner)
    assert problems_of(proposal, request) == []
    assert proposal.status is not PlanStatus.UNPROVEN


def test_the_same_seed_proposes_the_same_roster(the_planner: Path) -> None:
    request = a_request(needs={"E": 1, "L": 1}, people=("a", "b", "c", "d"))
    assert searched(request, the_planner)[0] == searched(request, the_planner)[0]


def test_improvements_are_told_as_needs_then_wishes_then_the_even_spread(the_planner: Path) -> None:
    request = a_request(needs={"E": 1, "L": 1}, people=("a", "b", "c", "d"), wishes=(Wish("a", on(0)),))
    proposal, told = searched(request, the_planner)
    assert told
    assert all(later.missing <= earlier.missing for earlier, later in pairwise(told))
    assert [one.uneven is None for one in told] == sorted((one.uneven is None for one in told), reverse=True)
    assert (told[-1].missing, told[-1].refused) == (sum(one.missing for one in proposal.unmet), 0)
    assert all(0 <= one.progress <= 1 for one in told)


def test_a_month_of_30_people_and_3_shifts_is_filled(the_planner: Path) -> None:
    first = date(2026, 12, 1)
    days = tuple(first + timedelta(days=number) for number in range(31))
    people = tuple(
        PlanPerson(f"{number:02}", days, days[number : number + 3] if number % 5 == 0 else ()) for number in range(30)
    )
    request = a_request(
        people=people,
        needs={},
        first=first,
        last=days[-1],
        shifts=(EARLY, LATE, NIGHT),
        weekends=tuple(day for day in days if day.weekday() > 4),
    )
    need = a_request(days=1, needs={"E": 6, "L": 6, "N": 5}).needs
    request = request._replace(needs=tuple(one._replace(day=day) for day in days for one in need))
    planning = Planning(PlanJob(request, 12.0), the_planner)
    proposal = planning.result()
    assert isinstance(proposal, Proposal)
    assert problems_of(proposal, request) == []


def test_a_search_without_time_proposes_something_sound_and_claims_no_more(the_planner: Path) -> None:
    request = a_request(people=tuple("abcdefgh"), days=28, needs={"E": 2, "L": 2, "N": 2})
    proposal, _ = searched(request, the_planner, seconds=1e-6)
    assert problems_of(proposal, request) == []
    assert proposal.status is (PlanStatus.UNPROVEN if proposal.unmet else PlanStatus.MET)
