"""The roster judged: hours, rest, leave, employment, cleaning, cover. Source: handbook shifts, roster."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.cells import Cell, Cells
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.roster import (
    Cover,
    Duty,
    Origin,
    RosterFacts,
    RosterProblem,
    covers,
    covers_by_day,
    days_before,
    duties,
    problems_after,
    problems_of_cells,
    roster_problems,
)
from csdesk.core.shifts import Shift
from tests.builders import an_employee, the_shift_rules

EVERY_DAY = (1,) * 7
DAY = Shift("d", "D", time(8), time(16))
LATE = Shift("e", "E", time(16), time(0), cleans=True)
NIGHT = Shift("n", "N", time(22), time(6))
LONG = Shift("l", "L", time(8), time(17, 30), 60)
OFFICE = Shift("o", "O", time(8, 30), time(17, 30), 60)
SHORT = Shift("s", "S", time(6), time(8))
WHOLE = Shift("w", "W", time(23), time(23))
USUAL = (DAY, LATE._replace(cleans=False), NIGHT, LONG, OFFICE, SHORT)
LI, WU = an_employee("0101", "李娜"), an_employee("0102", "吴涛")
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
"""The first of them ends a month."""


def facts(
    cells: Mapping[Cell, str], *, shifts: Sequence[Shift] = USUAL,
    employees: Sequence[Employee] = (LI, WU), leaves: Sequence[Leave] = (),
) -> RosterFacts:  # fmt: skip
    """Return a roster; each cell with its shifts' ids, a letter each."""
    worked = {cell: tuple(ids) for cell, ids in cells.items()}
    return RosterFacts({shift.id: shift for shift in shifts}, employees, worked, leaves, the_shift_rules())


def leave(person: Employee, day: date, *, hours: int | None = None, state: LeaveState = LeaveState.APPROVED) -> Leave:
    amount = None if hours is None else Decimal(hours)
    return Leave("leave", person.id, day, day, LeaveType.ANNUAL, amount, state)


def found(roster: RosterFacts, first: date = MONDAY, last: date = TUESDAY) -> list[tuple[str, str | None, int]]:
    """Return the problems: code, number of the person, day of the month."""
    numbers: dict[str | None, str] = {person.id: person.number for person in roster.employees}
    problems = roster_problems(roster, first, last)
    return [(problem.code, numbers.get(problem.employee_id), problem.day.day) for problem in problems]


# Hours


def test_eight_hours_less_the_break_are_in_order() -> None:
    assert found(facts({(LI.id, MONDAY): "o", (WU.id, MONDAY): "d"})) == []


def test_a_shift_of_more_than_eight_hours_less_its_break_is_told() -> None:
    problem = roster_problems(facts({(LI.id, MONDAY): "l"}), MONDAY, TUESDAY)[0]
    assert (problem.code, problem.detail["hours"], problem.detail["limit"]) == ("over-8-hours", "8.5", "8")
    assert (problem.detail["name"], problem.detail["shifts"], problem.detail["day"]) == ("李娜", "L", MONDAY)


def test_shifts_that_touch_are_one_piece_of_work_told_on_the_later_day() -> None:
    roster = facts({(LI.id, MONDAY): "n", (LI.id, TUESDAY): "s"})
    assert found(roster) == [("over-8-hours", "0101", 1), ("short-rest", "0101", 1)]
    assert roster_problems(roster, MONDAY, TUESDAY)[0].detail["shifts"] == "N + S"
    assert roster_problems(roster, MONDAY, TUESDAY)[0].detail["hours"] == "10"


def test_a_chain_of_three_shifts_is_reckoned_from_its_beginning() -> None:
    quarter = [Shift(str(hour), f"Q{hour}", time(hour), time(hour + 4)) for hour in (6, 10, 14)]
    roster = facts({(LI.id, MONDAY): "6", (WU.id, MONDAY): "6"}, shifts=quarter)
    assert found(roster) == []
    many = {(LI.id, MONDAY): ("6", "10", "14")}
    problems = roster_problems(roster._replace(cells=many), MONDAY, MONDAY)
    hours = [problem.detail["hours"] for problem in problems if problem.code == "over-8-hours"]
    assert hours == ["12"]


def test_a_chain_that_began_days_ago_is_reckoned_whole() -> None:
    slow = Shift("z", "Z", time(8), time(8), 8 * 60)
    cells = {(LI.id, MONDAY - timedelta(days=days)): "z" for days in range(6)}
    problems = roster_problems(facts(cells, shifts=[slow]), MONDAY, MONDAY)
    assert problems[0].detail["hours"] == str(6 * 16)


def test_the_first_day_of_the_calendar_has_no_day_before() -> None:
    assert found(facts({(LI.id, date.min): "d"}, employees=[LI._replace(hired=date.min)]), date.min, date.min) == []


# Rest


def test_less_than_eight_hours_of_rest_are_told_on_the_later_day_with_the_earlier_shift() -> None:
    roster = facts({(LI.id, MONDAY): "n", (LI.id, TUESDAY): "d"})
    problem = roster_problems(roster, TUESDAY, TUESDAY)[0]
    assert (problem.code, problem.employee_id, problem.day) == ("short-rest", LI.id, TUESDAY)
    assert problem.detail == {
        "name": "李娜", "day": TUESDAY, "hours": "2", "least": "8", "shift": "D", "earlier": "N", "earlier_day": MONDAY,
    }  # fmt: skip
    assert roster_problems(roster, MONDAY, MONDAY) == []


def test_just_eight_hours_of_rest_are_enough() -> None:
    assert found(facts({(LI.id, MONDAY): "e", (LI.id, TUESDAY): "d"})) == []


def test_overlapping_shifts_have_no_rest() -> None:
    roster = facts({(LI.id, MONDAY): "do"})
    assert found(roster) == [("over-8-hours", "0101", 30), ("short-rest", "0101", 30), ("two-shifts", "0101", 30)]
    assert roster_problems(roster, MONDAY, MONDAY)[1].detail["hours"] == "0"


def test_rest_is_reckoned_from_whatever_ends_last() -> None:
    roster = facts({(LI.id, MONDAY): "ws", (LI.id, TUESDAY): "d"}, shifts=(WHOLE, SHORT, DAY))
    rests = [p.detail["earlier"] for p in roster_problems(roster, TUESDAY, TUESDAY) if p.code == "short-rest"]
    assert rests == ["W"]


def test_a_shift_of_a_whole_day_two_days_ago_may_leave_too_little_rest() -> None:
    early = Shift("m", "M", time(0), time(4))
    roster = facts({(LI.id, MONDAY): "w", (LI.id, TUESDAY + timedelta(days=1)): "m"}, shifts=(WHOLE, early))
    assert days_before(the_shift_rules()) == 2
    wednesday = TUESDAY + timedelta(days=1)
    assert [p.code for p in roster_problems(roster, wednesday, wednesday)] == ["short-rest"]


# The cell


def test_two_shifts_on_a_day_are_told_however_long_the_rest() -> None:
    assert found(facts({(LI.id, MONDAY): "se"})) == [("two-shifts", "0101", 30)]


def test_a_shift_on_approved_leave_of_the_whole_day_is_told() -> None:
    cells = {(LI.id, MONDAY): "d", (LI.id, TUESDAY): "d"}
    assert found(facts(cells, leaves=[leave(LI, MONDAY)])) == [("on-leave", "0101", 30)]


@pytest.mark.parametrize("other", [leave(LI, MONDAY, hours=2), leave(LI, MONDAY, state=LeaveState.ASKED),
                                   leave(WU, MONDAY), leave(LI, TUESDAY)])  # fmt: skip
def test_other_leave_is_none_of_the_rosters_business(other: Leave) -> None:
    assert found(facts({(LI.id, MONDAY): "d"}, leaves=[other])) == []


def test_a_shift_before_the_hire_or_after_the_last_day_is_told() -> None:
    newcomer, leaver = LI._replace(hired=TUESDAY), WU._replace(left=MONDAY)
    cells = {(person.id, day): "d" for person in (newcomer, leaver) for day in (MONDAY, TUESDAY)}
    assert found(facts(cells, employees=[newcomer, leaver])) == [
        ("not-employed", "0101", 30),
        ("not-employed", "0102", 1),
    ]


# The day


def test_a_day_on_which_nobody_cleans_is_told() -> None:
    shifts = (DAY, LATE)
    assert found(facts({(LI.id, MONDAY): "d", (WU.id, MONDAY): "e"}, shifts=shifts)) == []
    assert found(facts({(LI.id, MONDAY): "d"}, shifts=shifts)) == [("no-cleaning", None, 30)]


def test_whoever_is_on_leave_or_not_employed_does_not_clean() -> None:
    cells = {(LI.id, MONDAY): "d", (WU.id, MONDAY): "e"}
    away = facts(cells, shifts=(DAY, LATE), leaves=[leave(WU, MONDAY)])
    assert found(away) == [("no-cleaning", None, 30), ("on-leave", "0102", 30)]
    gone = facts(cells, shifts=(DAY, LATE), employees=[LI, WU._replace(left=MONDAY - timedelta(days=1))])
    assert found(gone) == [("no-cleaning", None, 30), ("not-employed", "0102", 30)]


def test_nobody_need_clean_where_no_shift_in_use_does() -> None:
    assert found(facts({(LI.id, MONDAY): "d"}, shifts=(DAY, LATE._replace(retired=True)))) == []


def test_too_few_on_a_shift_are_told_each_shift_by_its_start() -> None:
    shifts = (NIGHT._replace(needs=(1, 0, 0, 0, 0, 0, 0)), DAY._replace(needs=(2, 1, 0, 0, 0, 0, 0)))
    roster = facts({(LI.id, MONDAY): "d", (WU.id, TUESDAY): "d"}, shifts=shifts)
    problems = roster_problems(roster, MONDAY, TUESDAY)
    assert [(p.code, p.detail["shift"], p.detail["have"], p.detail["need"]) for p in problems] == [
        ("under-cover", "D", 1, 2),
        ("under-cover", "N", 0, 1),
    ]


def test_cover_counts_who_is_there() -> None:
    needed = DAY._replace(needs=EVERY_DAY)
    cells = {(person.id, MONDAY): "d" for person in (LI, WU)}
    assert covers(facts(cells, shifts=[needed]), MONDAY) == [Cover(needed, 2, 1)]
    assert covers(facts(cells, shifts=[needed], leaves=[leave(LI, MONDAY)]), MONDAY) == [Cover(needed, 1, 1)]
    assert covers(facts(cells, shifts=[needed], employees=[LI, WU._replace(hired=TUESDAY)]), MONDAY)[0].have == 1


def test_a_retired_shift_takes_nobody_and_shows_where_somebody_has_it() -> None:
    retired = DAY._replace(needs=EVERY_DAY, retired=True)
    roster = facts({(LI.id, MONDAY): "d"}, shifts=[retired])
    assert covers_by_day(roster, [MONDAY, TUESDAY]) == {MONDAY: [Cover(retired, 1, 0)], TUESDAY: []}
    assert found(roster) == []


# Order and duties


def test_problems_stand_by_day_then_number_then_code() -> None:
    cells = {(WU.id, MONDAY): "lo", (LI.id, MONDAY): "l", (LI.id, TUESDAY): "l"}
    assert found(facts(cells, shifts=(LONG, OFFICE._replace(needs=(2, 1, 0, 0, 0, 0, 0))), employees=[WU, LI])) == [
        ("under-cover", None, 30),
        ("over-8-hours", "0101", 30),
        ("over-8-hours", "0102", 30),
        ("over-8-hours", "0102", 30),
        ("short-rest", "0102", 30),
        ("two-shifts", "0102", 30),
        ("under-cover", None, 1),
        ("over-8-hours", "0101", 1),
    ]


def test_duties_say_which_shifts_came_by_a_swap() -> None:
    roster = facts({(WU.id, TUESDAY): "d", (LI.id, TUESDAY): "de", (LI.id, MONDAY): "d"}, employees=[WU, LI])
    assert duties(roster, {(LI.id, TUESDAY): ("e",)}, MONDAY, TUESDAY) == [
        Duty(LI.id, MONDAY, "d", Origin.ROSTER),
        Duty(LI.id, TUESDAY, "d", Origin.ROSTER),
        Duty(LI.id, TUESDAY, "e", Origin.SWAP),
        Duty(WU.id, TUESDAY, "d", Origin.ROSTER),
    ]


# Against the plain definition

MONTH_END = date(2026, 12, 28)
PEOPLE = [
    an_employee("0201"),
    an_employee("0202", hired=date(2027, 1, 1)),
    an_employee("0203", left=date(2026, 12, 31)),
]
TIMES = st.sampled_from([time(hour) for hour in range(0, 24, 2)])
SHIFTS = st.lists(
    st.builds(
        Shift, st.just(""), st.just(""), TIMES, TIMES, st.sampled_from([0, 30, 480]),
        needs=st.tuples(*[st.integers(0, 2)] * 7), cleans=st.booleans(), retired=st.booleans(),
    ),
    min_size=1, max_size=4,
).map(lambda shifts: [shift._replace(id=f"s{n}", code=f"S{n}") for n, shift in enumerate(shifts)])  # fmt: skip


@st.composite
def rosters(draw: st.DrawFn) -> RosterFacts:
    """Draw a roster over the turn of a year."""
    shifts = draw(SHIFTS)
    days = st.integers(0, 7).map(lambda number: MONTH_END + timedelta(days=number))
    ids = st.lists(st.sampled_from([shift.id for shift in shifts]), min_size=1, max_size=2, unique=True).map(tuple)
    cells = draw(st.dictionaries(st.tuples(st.sampled_from([p.id for p in PEOPLE]), days), ids, max_size=18))
    leaves = draw(
        st.lists(
            st.builds(
                Leave, st.just("x"), st.sampled_from([p.id for p in PEOPLE]), days, days, st.just(LeaveType.SICK),
                st.sampled_from([None, Decimal(2)]), st.sampled_from(LeaveState),
            ),
            max_size=3,
        )
    )  # fmt: skip
    return RosterFacts({shift.id: shift for shift in shifts}, PEOPLE, cells, leaves, the_shift_rules())


def plainly(roster: RosterFacts, first: date, last: date) -> list[tuple[date, str, str]]:
    """Return day, number and code of what is wrong, as the handbook's sentences say it, one after the other."""
    wrong = []
    for person in roster.employees:
        works = sorted(
            (shift.begins(day), shift.ends(day), shift.code, day, shift)
            for (employee_id, day), ids in roster.cells.items()
            if employee_id == person.id
            for shift in [roster.shifts[shift_id] for shift_id in ids]
        )
        for place, (begins, _, _, day, _) in enumerate(works):
            earlier = works[:place]
            if any(begins - work[1] < timedelta(hours=8) for work in earlier):
                wrong.append((day, person.number, "short-rest"))
            reaching = place
            while reaching and max(work[1] for work in works[:reaching]) >= works[reaching][0]:
                reaching -= 1
            if sum(work[4].minutes for work in works[reaching : place + 1]) > 480:
                wrong.append((day, person.number, "over-8-hours"))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    for day in days:
        there = []
        for person in roster.employees:
            ids = roster.cells.get((person.id, day), ())
            away = any(one.employee_id == person.id and one.state is LeaveState.APPROVED and one.hours is None
                       and one.first <= day <= one.last for one in roster.leaves)  # fmt: skip
            employed = person.hired <= day and (person.left is None or day <= person.left)
            wrong += [(day, person.number, "two-shifts")] * (len(ids) > 1)
            wrong += [(day, person.number, "on-leave")] * (bool(ids) and away)
            wrong += [(day, person.number, "not-employed")] * (bool(ids) and not employed)
            there += [roster.shifts[shift_id] for shift_id in ids] if employed and not away else []
        if there and any(s.cleans and not s.retired for s in roster.shifts.values()):
            wrong += [(day, "", "no-cleaning")] * (not any(shift.cleans for shift in there))
        for shift in roster.shifts.values():
            if not shift.retired and there.count(shift) < shift.needs[day.weekday()]:
                wrong.append((day, "", "under-cover"))
    return sorted(one for one in wrong if first <= one[0] <= last)


FIRST, LAST = MONTH_END + timedelta(days=2), MONTH_END + timedelta(days=6)


@given(rosters())
def test_what_is_wrong_is_what_the_handbooks_sentences_say(roster: RosterFacts) -> None:
    numbers: dict[str | None, str] = {person.id: person.number for person in PEOPLE}
    problems = roster_problems(roster, FIRST, LAST)
    assert [(p.day, numbers.get(p.employee_id, ""), p.code) for p in problems] == plainly(roster, FIRST, LAST)


@given(rosters(), st.data())
def test_what_is_wrong_after_a_change_is_found_from_the_changed_cells_alone(
    roster: RosterFacts, data: st.DataObject
) -> None:
    days = st.integers(0, 7).map(lambda number: MONTH_END + timedelta(days=number))
    ids = st.lists(st.sampled_from(sorted(roster.shifts)), max_size=2, unique=True).map(tuple)
    cell = st.tuples(st.sampled_from([person.id for person in PEOPLE]), days)
    changes: Cells = data.draw(st.dictionaries(cell, ids, min_size=1, max_size=3))
    after = {key: value for key, value in {**roster.cells, **changes}.items() if value}
    changed = roster._replace(cells=after)
    before = roster_problems(roster, FIRST, LAST)
    whole = roster_problems(changed, FIRST, LAST)
    assert problems_after(before, changed, list(changes), FIRST, LAST) == whole
    some = problems_of_cells(changed, list(changes), FIRST, LAST)
    assert [problem for problem in whole if problem in some] == some


def test_a_problem_is_a_value() -> None:
    assert (
        RosterProblem("no-cleaning", None, MONDAY, {"day": MONDAY})
        == roster_problems(facts({(LI.id, MONDAY): "d"}, shifts=(DAY, LATE)), MONDAY, MONDAY)[0]
    )
