"""Handover from one shift to the next."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from csdesk.core.cells import Cells
from csdesk.core.handover import (
    Handover,
    HandoverDraft,
    HandoverFacts,
    Owed,
    ShiftChange,
    changes_of,
    judge_handover,
    new_problems,
    owed,
    problems_of_refusing,
    problems_of_signing,
    record_of,
)
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from tests.builders import an_employee

MONDAY = date(2026, 10, 12)
SUNDAY = MONDAY - timedelta(days=1)
TUESDAY = MONDAY + timedelta(days=1)
DAY = Shift("d", "D", time(8), time(16))
EVENING = Shift("e", "E", time(15, 30), time(23, 30))
NIGHT = Shift("n", "N", time(23), time(7))
OFFICE = Shift("o", "O", time(8, 30), time(17, 30))
SHIFTS = {shift.id: shift for shift in (DAY, EVENING, NIGHT, OFFICE)}
LI, WU = an_employee("0101", "李娜"), an_employee("0102", "吴越")
FACTS = HandoverFacts(SHIFTS, {LI.id: LI, WU.id: WU}, [], MONDAY)


def changes(cells: Cells, day: date = MONDAY, **shifts: Shift) -> list[str]:
    """Return the changes of shift of `day`, each as time and codes."""
    found = changes_of(cells, SHIFTS | shifts, day)
    assert all(change.day == day for change in found)
    return [f"{change.time:%H:%M} {change.from_shift.code}-{change.to_shift.code}" for change in found]


def test_each_shift_hands_over_to_the_next() -> None:
    three = {
        (f"{shift}{day}", day): (shift,) for day in (SUNDAY, MONDAY, TUESDAY) for shift in ("d", "e", "n")
    }  # fmt: skip
    # The night shift ends at seven and waits for the day shift.
    assert changes(three) == ["08:00 N-D", "16:00 D-E", "23:30 E-N"]


def test_a_change_names_both_shifts_people_and_the_day_the_leaving_one_began() -> None:
    cells = {("li", SUNDAY): ("n",), ("wu", SUNDAY): ("n",), ("zhao", MONDAY): ("d",)}
    assert changes_of(cells, SHIFTS, MONDAY) == [
        ShiftChange(MONDAY, time(8), NIGHT, DAY, SUNDAY, ("li", "wu"), ("zhao",))
    ]


def test_a_shift_without_relief_hands_over_to_nobody() -> None:
    assert changes({("li", MONDAY): ("d",)}) == []
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("n",)}) == []
    assert changes({}) == []


@pytest.mark.parametrize(("begins", "found"), [(time(17), ["17:00 D-L"]), (time(17, 1), [])])
def test_the_relief_begins_within_the_hour(begins: time, found: list[str]) -> None:
    late = Shift("l", "L", begins, time(22))
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("l",)}, l=late) == found


def test_who_works_beside_a_shift_does_not_relieve_it() -> None:
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("o",)}) == []
    half = Shift("h", "H", time(12), time(20))
    more = Shift("h", "H", time(12, 1), time(20))
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("h",)}, h=half) == []
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("h",)}, h=more) == ["16:00 D-H"]


def test_a_shift_that_ends_first_relieves_nobody() -> None:
    short = Shift("s", "S", time(13), time(16))
    assert changes({("li", MONDAY): ("d",), ("wu", MONDAY): ("s",)}, s=short) == []


def test_the_nearest_shift_is_the_relief() -> None:
    noon = Shift("m", "M", time(12, 30), time(20, 30))
    cells = {("li", MONDAY): ("d",), ("wu", MONDAY): ("m",), ("zhao", MONDAY): ("e",)}
    assert changes(cells, m=noon) == ["16:00 D-E"]


def test_of_two_shifts_that_begin_together_the_first_by_code_is_the_relief() -> None:
    other = Shift("f", "B", time(15, 30), time(22))
    cells = {("li", MONDAY): ("d",), ("wu", MONDAY): ("e",), ("zhao", MONDAY): ("f",)}
    assert changes(cells, f=other) == ["16:00 D-B"]


def test_a_change_at_midnight_is_of_the_day_that_begins() -> None:
    late = Shift("l", "L", time(16), time(0))
    early = Shift("g", "G", time(0), time(8))
    cells = {("li", MONDAY): ("l",), ("wu", TUESDAY): ("g",)}
    assert changes(cells, MONDAY, l=late, g=early) == []
    assert changes(cells, TUESDAY, l=late, g=early) == ["00:00 L-G"]


def test_a_shift_of_a_whole_day_hands_over_to_itself() -> None:
    whole = Shift("w", "W", time(9), time(9))
    cells = {("li", SUNDAY): ("w",), ("wu", MONDAY): ("w",)}
    assert changes(cells, w=whole) == ["09:00 W-W"]


def a_draft(**given: Any) -> HandoverDraft:
    """Return what was written down at Monday's change from day to evening."""
    draft = HandoverDraft(MONDAY, time(16, 5), DAY.id, EVENING.id, LI.id, WU.id, "all in order", "", "", ())
    return draft._replace(**given)


def a_record(**given: Any) -> Handover:
    """Return the same on file."""
    record = Handover("h", MONDAY, time(16, 5), DAY.id, EVENING.id, "all in order", "", "", LI.id, WU.id)
    return record._replace(**given)


def faults(draft: HandoverDraft, facts: HandoverFacts = FACTS) -> list[tuple[str, str]]:
    """Return field and code of everything that is wrong with `draft`."""
    judged = judge_handover(draft, facts)
    assert not isinstance(judged, Handover), judged
    return [(problem.field, problem.code) for problem in judged]


def test_a_whole_record_is_kept() -> None:
    draft = a_draft(equipment=" all in order ", staff_changes=" swap no. 3 ", notes=" line 2 slow ")
    expected = a_record(staff_changes="swap no. 3", notes="line 2 slow")
    assert judge_handover(draft, FACTS, id="h") == expected
    nobody = a_draft(given_by_id=None, taken_by_id=None)
    assert judge_handover(nobody, FACTS, id="h") == a_record(given_by_id=None, taken_by_id=None)


def test_problems_that_were_left_blank_are_none() -> None:
    assert new_problems(a_draft(problems=(" line 2 down ", " ", "refund of 3312"))) == ["line 2 down", "refund of 3312"]


def test_every_fault_of_a_record_stands_at_its_field() -> None:
    draft = HandoverDraft(TUESDAY, None, "x", "", "nobody", None, " ", "", "y" * 2001, ("z" * 2001,))
    assert faults(draft) == [
        ("day", "handover.future"), ("time", "handover.time-missing"), ("from_shift", "handover.shift-missing"),
        ("to_shift", "handover.shift-missing"), ("given_by", "employee.unknown"),
        ("equipment", "handover.equipment-missing"), ("notes", "note.too-long"), ("problems", "note.too-long"),
    ]  # fmt: skip


def test_a_closed_month_takes_no_record() -> None:
    closed = FACTS._replace(closed={Month.of(a_draft().day)})
    outcome = judge_handover(a_draft(), closed)
    assert outcome == [Problem.at("day", "month.closed", month=Month.of(a_draft().day))]
    assert isinstance(judge_handover(a_draft(), FACTS._replace(closed={Month.of(a_draft().day).next})), Handover)


def test_the_people_of_a_record_are_two_and_employed() -> None:
    assert faults(a_draft(taken_by_id=LI.id)) == [("taken_by", "handover.same-person")]
    gone = FACTS._replace(employees={LI.id: LI, WU.id: WU._replace(left=SUNDAY)})
    assert faults(a_draft(), gone) == [("taken_by", "day.after-leaving")]


def test_a_change_of_shift_has_one_record_that_stands() -> None:
    assert faults(a_draft(), FACTS._replace(records=[a_record()])) == [("", "handover.recorded")]
    others = [
        a_record(refused_reason="blank"), a_record(equipment=""), a_record(from_shift_id=NIGHT.id), a_record(day=SUNDAY)
    ]  # fmt: skip
    assert isinstance(judge_handover(a_draft(), FACTS._replace(records=others)), Handover)


def test_the_leaving_shift_signs_and_then_the_relief() -> None:
    record = a_record()
    given_at = record._replace(given_at="2026-10-12T08:05:00.000Z")
    done = given_at._replace(taken_at="2026-10-12T08:06:00.000Z")
    assert [one.is_done for one in (record, given_at, done)] == [False, False, True]
    assert problems_of_signing(record, "given") == []
    assert [problem.code for problem in problems_of_signing(record, "taken")] == ["handover.not-given"]
    assert problems_of_signing(given_at, "taken") == []
    for party in ("given", "taken"):
        assert [problem.code for problem in problems_of_signing(done, party)] == ["handover.signed-already"]


def test_nobody_signs_what_is_refused_missing_or_nameless() -> None:
    refused, missing = a_record(refused_reason="blank"), a_record(equipment="")
    assert [problem.code for problem in problems_of_signing(refused, "given")] == ["handover.is-refused"]
    assert [problem.code for problem in problems_of_signing(missing, "given")] == ["handover.unknown"]
    nameless = a_record(given_by_id=None, taken_by_id=None, given_at=None)
    assert [(p.field, p.code) for p in problems_of_signing(nameless, "given")] == [("given_by", "handover.nobody")]
    assert [(p.field, p.code) for p in problems_of_signing(nameless, "taken")] == [("taken_by", "handover.nobody")]


def test_a_record_is_refused_with_a_reason_until_it_is_taken() -> None:
    assert problems_of_refusing(a_record(), "half of it is blank") == []
    assert [problem.code for problem in problems_of_refusing(a_record(), " ")] == ["reason.missing"]
    for record, code in (
        (a_record(taken_at="2026-10-12T08:06:00.000Z"), "handover.signed-already"),
        (a_record(refused_reason="blank"), "handover.is-refused"),
        (a_record(equipment=""), "handover.unknown"),
    ):
        assert [problem.code for problem in problems_of_refusing(record, "blank")] == [code]


CHANGE = ShiftChange(MONDAY, time(16), DAY, EVENING, MONDAY, (LI.id, "zhao"), (WU.id,))


def test_the_record_of_a_change_is_the_one_that_stands() -> None:
    refused, missing = a_record(refused_reason="blank"), a_record(equipment="")
    other = a_record(from_shift_id=NIGHT.id)
    assert record_of(CHANGE, [other, missing]) is None
    assert record_of(CHANGE, [refused]) == refused
    assert record_of(CHANGE, [refused, a_record(), missing]) == a_record()


def test_a_missing_record_is_owed_by_the_leaving_shift_once_the_day_is_over() -> None:
    assert owed([CHANGE], [], MONDAY, ()) == []
    assert owed([CHANGE], [], TUESDAY, ()) == [Owed(MONDAY, CHANGE, None, (LI.id, "zhao"))]
    assert owed([CHANGE], [a_record()], TUESDAY, ()) == []


def test_what_the_log_holds_is_not_owed_again() -> None:
    missing = a_record(equipment="", incident_id="i")
    refused = a_record(refused_reason="blank", incident_id="j")
    assert owed([CHANGE], [missing], TUESDAY, {"i"}) == []
    assert owed([CHANGE], [missing], TUESDAY, ()) == [Owed(MONDAY, CHANGE, missing, (LI.id, "zhao"))]
    assert owed([CHANGE], [refused], TUESDAY, {"j"}) == []


def test_a_refused_record_is_owed_by_who_handed_over_even_if_it_was_mended() -> None:
    refused = a_record(refused_reason="blank")
    for records in ([refused], [refused, a_record()]):
        assert owed([CHANGE], records, MONDAY, ()) == [Owed(MONDAY, CHANGE, refused, (LI.id,))]
    nameless = refused._replace(given_by_id=None)
    assert owed([CHANGE], [nameless], MONDAY, ()) == [Owed(MONDAY, CHANGE, nameless, (LI.id, "zhao"))]


def test_a_refused_record_of_a_change_that_the_roster_lost_is_owed_on_its_day() -> None:
    refused = a_record(refused_reason="blank")
    assert owed([], [refused], TUESDAY, ()) == [Owed(MONDAY, None, refused, (LI.id,))]
    night = CHANGE._replace(leaving_day=SUNDAY)
    assert owed([night], [refused._replace(given_by_id=None)], MONDAY, ())[0].day == SUNDAY
    assert owed([], [refused._replace(given_by_id=None)], TUESDAY, ())[0].people == ()
