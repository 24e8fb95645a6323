"""What is asked of a planner and what comes back: needs, wishes, and the lines between two processes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.json_kinds import NotOfKindError
from csdesk.core.planning import (
    IMPROVEMENT,
    JOB,
    PROPOSAL,
    Improvement,
    Kept,
    Need,
    Placement,
    PlanJob,
    PlanShift,
    PlanStatus,
    Proposal,
    Request,
    Unmet,
    Wish,
    refused_of,
    unmet_of,
)
from tests.planning import EARLY, LATE, NIGHT, a_person, a_request, on, placed


def test_whoever_is_on_leave_does_not_cover_a_shift() -> None:
    kept = (Kept("a", on(0), ("E",)), Kept("b", on(0), ("E",)))
    request = a_request(people=(a_person("a", leave=(0,)), "b"), days=1, needs={"E": 2}, kept=kept)
    assert unmet_of((), request) == (Unmet(on(0), "E", 1),)


def test_a_night_is_a_shift_that_reaches_into_the_next_day() -> None:
    assert NIGHT.is_night
    assert not LATE.is_night
    assert not PlanShift("M", 960, 1440, 450).is_night


def test_the_days_of_a_request_are_all_from_first_to_last() -> None:
    assert a_request(days=3).days() == [on(0), on(1), on(2)]


# As lines between two processes

_texts = st.text(max_size=4)
_some_days = st.lists(st.dates(), max_size=3).map(tuple)
_requests = st.builds(
    a_request,
    wishes=st.lists(st.builds(Wish, _texts, st.dates(), st.none() | _texts), max_size=3),
    kept=st.lists(st.builds(Kept, _texts, st.dates(), st.lists(_texts, max_size=2).map(tuple)), max_size=3).map(tuple),
    weekends=_some_days,
    holidays=_some_days,
)


@given(_requests, st.floats(0, 100), st.none() | st.integers())
def test_a_job_comes_out_as_it_went_in(request: Request, seconds: float, seed: int | None) -> None:
    job = PlanJob(request, seconds, seed)
    assert JOB.read(JOB.write(job)) == job


@given(st.builds(Improvement, st.floats(0, 1), st.integers(), st.none() | st.integers(), st.none() | st.integers()))
def test_an_improvement_comes_out_as_it_went_in(improvement: Improvement) -> None:
    assert IMPROVEMENT.read(IMPROVEMENT.write(improvement)) == improvement


@given(
    st.builds(
        Proposal,
        st.lists(st.builds(Placement, _texts, st.dates(), _texts), max_size=3).map(tuple),
        st.lists(st.builds(Unmet, st.dates(), _texts, st.integers()), max_size=3).map(tuple),
        st.sampled_from(PlanStatus),
    )
)
def test_a_proposal_comes_out_as_it_went_in(proposal: Proposal) -> None:
    assert PROPOSAL.read(PROPOSAL.write(proposal)) == proposal


@pytest.mark.parametrize("value", ["1", True, None, []])
def test_what_is_no_number_is_refused_where_one_is_due(value: object) -> None:
    with pytest.raises(NotOfKindError):
        IMPROVEMENT.read({"progress": value, "missing": 0, "refused": None, "uneven": None})


@pytest.mark.parametrize("value", ["yes", 1, None])
def test_whether_a_shift_cleans_is_true_or_false(value: object) -> None:
    written = JOB.write(PlanJob(a_request(needs={}, shifts=(EARLY,)), 1.0))
    written["request"]["shifts"][0]["cleans"] = value
    with pytest.raises(NotOfKindError):
        JOB.read(written)


def test_a_need_of_a_day_is_told_with_its_shift() -> None:
    request = a_request(days=2, needs={})._replace(needs=(Need(date(2026, 10, 13), "L", 2),))
    assert unmet_of((), request) == (Unmet(date(2026, 10, 13), "L", 2),)


def test_wishes_are_granted_by_new_cells_and_by_kept_ones() -> None:
    kept = (Kept("a", on(0), ("L",)), Kept("b", on(0)))
    wishes = (Wish("a", on(0)), Wish("b", on(0)), Wish("a", on(1)), Wish("b", on(1), "E"), Wish("a", on(2), "E"))
    request = a_request(kept=kept)._replace(wishes=wishes)
    refused = refused_of(placed(("b", 1, "E"), ("a", 2, "L")), request)
    assert refused == (Wish("a", on(0)), Wish("a", on(2), "E"))
