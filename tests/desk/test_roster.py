"""The roster at work: months shown, cells set and undone, weeks copied, patterns repeated."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from csdesk.core.cells import Cell
from csdesk.core.days import DayKind
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.roster import Duty, Origin
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster import Change
from csdesk.desk.roster_month import RosterMonth
from csdesk.store.files import Store, open_store
from csdesk.store.journal import Act
from tests.desks import CHINA, a_shift, again, faults_of, somebody

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
FIRST = NOVEMBER.first
MONDAY = date(2026, 11, 2)


def day(number: int) -> date:
    return date(2026, 11, number)


def written(desk: Desk) -> Store:
    """Open the file of a desk as another room writes to it."""
    return open_store(desk.path)


def act() -> Act:
    return Act("lin", datetime(2026, 11, 1, tzinfo=UTC), "test")


def on_leave(desk: Desk, person: Employee, first: date, last: date, *, hours: int | None = None) -> None:
    """Put approved leave on file."""
    store = written(desk)
    leave = Leave("", person.id, first, last, LeaveType.ANNUAL, None if hours is None else Decimal(hours),
                  LeaveState.APPROVED)  # fmt: skip
    store.leaves.add(leave, act())
    store.close()


def swapped(desk: Desk, draft: SwapDraft, state: SwapState = SwapState.APPROVED) -> None:
    """Put a swap on the register."""
    store = written(desk)
    store.swaps.add(Swap("", 0, FIRST, draft, state), act())
    store.close()


def closed(desk: Desk, month: Month) -> None:
    """Close a month, whatever its result."""
    store = written(desk)
    store.closings.add(month, "{}", act())
    store.close()


def set_on(desk: Desk, cells: Mapping[tuple[Employee, date], Shift | None]) -> Change:
    """Set one shift in each cell and return the change."""
    change = desk.roster.set_cells(
        {(person.id, on): () if shift is None else (shift.id,) for (person, on), shift in cells.items()}
    )
    assert isinstance(change, Change), change
    return change


def codes(view: RosterMonth) -> list[tuple[str, int]]:
    """Return the problems of a month: code and day."""
    return [(problem.code, problem.day.day) for problem in view.problems]


# A month


def test_a_month_shows_who_is_employed_in_it_and_who_has_a_shift(desk: Desk) -> None:
    shift = a_shift(desk)
    somebody(desk, "0101", "李娜")
    gone = somebody(desk, "0102", "吴涛", left=date(2026, 10, 15))
    somebody(desk, "0103", "周远", left=date(2026, 10, 15))
    set_on(desk, {(gone, day(3)): shift})
    view = desk.roster.month(NOVEMBER)
    assert [person.name for person in view.employees] == ["李娜", "吴涛"]
    assert view.planned == view.cells == {(gone.id, day(3)): (shift.id,)}
    assert codes(view) == [("not-employed", 3)]
    assert (view.days[0], view.days[-1], len(view.days)) == (FIRST, day(30), 30)
    assert not view.closed
    assert view.fault is None


def test_a_month_has_its_calendar_covers_and_duties(desk: Desk) -> None:
    shift, person = a_shift(desk, needs=(1,) * 7), somebody(desk)
    set_on(desk, {(person, date(2026, 10, 1)): shift})
    view = desk.roster.month(OCTOBER)
    assert view.calendar.kind(date(2026, 10, 1)) is DayKind.HOLIDAY
    assert [(cover.have, cover.need) for cover in view.covers[date(2026, 10, 1)]] == [(1, 1)]
    assert len(view.covers) == 31
    assert view.duties == [Duty(person.id, date(2026, 10, 1), shift.id, Origin.ROSTER)]
    assert codes(view) == [("under-cover", number) for number in range(2, 32)]


def test_the_night_before_the_month_counts_for_its_first_rest(desk: Desk) -> None:
    early, night, person = a_shift(desk), a_shift(desk, "N", 22, 6), somebody(desk)
    set_on(desk, {(person, FIRST - timedelta(days=1)): night, (person, FIRST): early})
    assert codes(desk.roster.month(NOVEMBER)) == [("short-rest", 1)]
    assert codes(desk.roster.month(OCTOBER)) == []
    assert [duty.day for duty in desk.roster.month(NOVEMBER).duties] == [FIRST]


def test_leave_shows_and_frees_the_cover(desk: Desk) -> None:
    shift, person = a_shift(desk, needs=(1, 0, 0, 0, 0, 0, 0)), somebody(desk)
    set_on(desk, {(person, MONDAY): shift, (person, day(9)): shift, (person, day(16)): shift})
    on_leave(desk, person, MONDAY, MONDAY)
    on_leave(desk, person, day(9), day(9), hours=2)
    view = desk.roster.month(NOVEMBER)
    assert [leave.first.day for leave in view.leaves] == [2, 9]
    assert codes(view) == [("under-cover", 2), ("on-leave", 2), ("under-cover", 23), ("under-cover", 30)]


def test_a_month_that_no_rules_cover_says_so_and_shows_its_cells(desk: Desk) -> None:
    shift, person = a_shift(desk, needs=(1,) * 7), somebody(desk, hired=date(2020, 1, 1))
    change = set_on(desk, {(person, date(2020, 5, 4)): shift})
    view = desk.roster.month(Month(2020, 5))
    assert view.fault is not None
    assert (view.fault.code, view.problems, len(view.cells)) == ("shift-rules.none", [], 1)
    assert view.covers[date(2020, 5, 4)][0].have == 1
    assert desk.roster.after(view, change).problems == []


def test_the_first_month_of_the_calendar_can_be_shown(desk: Desk) -> None:
    assert desk.roster.month(Month(1, 1)).cells == {}


def test_a_cell_with_a_shift_that_is_not_there_is_damage(desk: Desk) -> None:
    person = somebody(desk)
    store = written(desk)
    store.roster.set_cells({(person.id, FIRST): ("nothing",)}, act())
    store.close()
    with pytest.raises(Unavailable, match=r"file\.damaged"):
        desk.roster.month(NOVEMBER)
    with pytest.raises(Unavailable, match=r"file\.damaged"):
        desk.roster.set_cells({(person.id, FIRST): ()})


# Swaps


def test_an_approved_swap_changes_the_roster_as_worked(desk: Desk) -> None:
    early, late = a_shift(desk), a_shift(desk, "E", 16, 24)
    li, wu = somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(4)): early, (wu, day(6)): late})
    swapped(desk, SwapDraft(li.id, day(4), wu.id, day(6)))
    view = desk.roster.month(NOVEMBER)
    assert view.planned == {(li.id, day(4)): (early.id,), (wu.id, day(6)): (late.id,)}
    assert view.cells == {(wu.id, day(4)): (early.id,), (li.id, day(6)): (late.id,)}
    assert view.swapped == {(person.id, on) for person in (li, wu) for on in (day(4), day(6))}
    assert [(duty.employee_id, duty.origin) for duty in view.duties] == [(wu.id, Origin.SWAP), (li.id, Origin.SWAP)]


def test_what_is_gained_by_a_swap_stands_by_its_start_beside_the_own_shift(desk: Desk) -> None:
    early, late = a_shift(desk), a_shift(desk, "E", 18, 22)
    li, wu = somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(4)): early, (wu, day(4)): late})
    swapped(desk, SwapDraft(li.id, day(4), wu.id))
    view = desk.roster.month(NOVEMBER)
    assert view.cells == {(wu.id, day(4)): (early.id, late.id)}
    assert [duty.origin for duty in view.duties] == [Origin.SWAP, Origin.ROSTER]


def test_a_swap_that_is_not_approved_changes_nothing(desk: Desk) -> None:
    shift, li, wu = a_shift(desk), somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(4)): shift})
    swapped(desk, SwapDraft(li.id, day(4), wu.id), SwapState.AGREED)
    view = desk.roster.month(NOVEMBER)
    assert (view.cells, view.swapped) == (view.planned, frozenset())


def test_the_cells_of_an_approved_swap_cannot_be_set(desk: Desk) -> None:
    shift, li, wu = a_shift(desk), somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(4)): shift})
    swapped(desk, SwapDraft(li.id, day(4), wu.id))
    for person in (li, wu):
        outcome = desk.roster.set_cells({(person.id, day(4)): (shift.id,) if person is wu else ()})
        assert isinstance(outcome, list)
        assert [(problem.code, problem.detail["number"]) for problem in outcome] == [("roster.swapped", 1)]
        assert (outcome[0].detail["name"], outcome[0].detail["day"]) == (person.name, day(4))


# Setting


def test_cells_are_set_at_once_and_ordered_by_the_shifts_start(desk: Desk) -> None:
    early, late, person = a_shift(desk), a_shift(desk, "A", 16, 24), somebody(desk)
    change = desk.roster.set_cells({(person.id, FIRST): (late.id, early.id, late.id), (person.id, MONDAY): ()})
    assert change == Change({(person.id, FIRST): ()}, {(person.id, FIRST): (early.id, late.id)})
    assert desk.roster.month(NOVEMBER).cells == {(person.id, FIRST): (early.id, late.id)}
    assert [line.what for line in desk.journal(1)] == ["roster.set"]


def test_shifts_of_a_cell_follow_when_their_times_change(desk: Desk) -> None:
    early, late, person = a_shift(desk), a_shift(desk, "E", 16, 24), somebody(desk)
    desk.roster.set_cells({(person.id, FIRST): (early.id, late.id)})
    moved = ShiftDraft.of(late)._replace(start=ShiftDraft.of(early).start, code="A")
    assert isinstance(desk.shifts.change(late.id, late.rev, moved), Shift)
    assert desk.roster.month(NOVEMBER).cells == {(person.id, FIRST): (late.id, early.id)}
    change = desk.roster.set_cells({(person.id, FIRST): (early.id, late.id)})
    assert change == Change({}, {})


def test_nothing_is_set_in_a_closed_month(desk: Desk) -> None:
    shift, person = a_shift(desk), somebody(desk)
    closed(desk, OCTOBER)
    cells: dict[Cell, tuple[str, ...]] = {(person.id, date(2026, 10, n)): (shift.id,) for n in (9, 5)}
    outcome = desk.roster.set_cells({**cells, (person.id, FIRST): (shift.id,)})
    assert isinstance(outcome, list)
    assert [problem.code for problem in outcome] == ["roster.closed"]
    assert outcome[0].detail == {"name": "李娜", "day": date(2026, 10, 5), "month": OCTOBER}
    assert desk.roster.month(NOVEMBER).cells == {}
    assert desk.roster.month(OCTOBER).closed


def test_a_shift_that_is_unknown_or_retired_is_not_given_out(desk: Desk) -> None:
    shift, person = a_shift(desk), somebody(desk)
    set_on(desk, {(person, MONDAY): shift})
    desk.shifts.retire(shift.id, shift.rev)
    assert faults_of(desk.roster.set_cells({(person.id, FIRST): (shift.id,), (person.id, day(3)): ("nothing",)})) == [
        ("", "roster.shift-retired"),
        ("", "roster.shift-unknown"),
    ]
    # Where it stands already it may stay.
    later = a_shift(desk, "E", 17, 18)
    assert isinstance(desk.roster.set_cells({(person.id, MONDAY): (shift.id, later.id)}), Change)


def test_nobody_unknown_is_given_a_shift(desk: Desk) -> None:
    shift = a_shift(desk)
    assert faults_of(desk.roster.set_cells({("nobody", FIRST): (shift.id,)})) == [("", "employee.unknown")]


# Undoing, and a screen that follows


def test_a_change_is_undone_and_redone(desk: Desk) -> None:
    early, late, person = a_shift(desk), a_shift(desk, "E", 16, 24), somebody(desk)
    set_on(desk, {(person, FIRST): early})
    change = set_on(desk, {(person, FIRST): late, (person, MONDAY): late})
    undone = desk.roster.undo(change)
    assert undone == Change(change.after, change.before)
    assert desk.roster.month(NOVEMBER).cells == {(person.id, FIRST): (early.id,)}
    assert isinstance(undone, Change)
    assert desk.roster.undo(undone) == change
    assert [line.what for line in desk.journal(1)] == ["roster.undone"]


def test_what_another_window_has_changed_since_is_not_undone(desk: Desk) -> None:
    early, late, person = a_shift(desk), a_shift(desk, "E", 16, 24), somebody(desk)
    change = set_on(desk, {(person, FIRST): early, (person, MONDAY): early})
    with again(desk) as other:
        set_on(other, {(person, MONDAY): late})
    outcome = desk.roster.undo(change)
    assert faults_of(outcome) == [("", "roster.stale")]
    assert isinstance(outcome, list)
    assert outcome[0].detail["day"] == MONDAY
    assert len(desk.roster.month(NOVEMBER).cells) == 2


def test_a_screen_follows_a_change_without_reading_the_month(desk: Desk) -> None:
    early, night = a_shift(desk, needs=(0, 1, 0, 0, 0, 0, 0)), a_shift(desk, "N", 22, 6)
    li, wu = somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(2)): night, (wu, day(2)): early, (wu, day(4)): early})
    view = desk.roster.month(NOVEMBER)
    october, december = date(2026, 10, 31), date(2026, 12, 1)
    change = set_on(desk, {(li, day(3)): early, (wu, day(4)): None, (wu, december): early, (wu, october): night})
    after, fresh = desk.roster.after(view, change), desk.roster.month(NOVEMBER)
    assert after._replace(calendar=fresh.calendar) == fresh
    assert codes(after) == [("short-rest", 3), ("under-cover", 10), ("under-cover", 17), ("under-cover", 24)]
    distant = set_on(desk, {(wu, date(2026, 10, 5)): night})
    assert desk.roster.after(after, distant).cells == after.cells


def test_a_screen_that_shows_somebody_new_reads_the_month(desk: Desk) -> None:
    shift, gone = a_shift(desk), somebody(desk, left=date(2026, 10, 15))
    view = desk.roster.month(NOVEMBER)
    change = set_on(desk, {(gone, MONDAY): shift})
    assert [person.id for person in desk.roster.after(view, change).employees] == [gone.id]


# Weeks and patterns


def test_a_week_is_copied_for_some_with_its_free_days(desk: Desk) -> None:
    shift, li, wu = a_shift(desk), somebody(desk), somebody(desk, "0102", "吴涛")
    set_on(desk, {(li, day(2)): shift, (li, day(8)): shift, (wu, day(2)): shift, (li, day(10)): shift})
    change = desk.roster.copy_week(MONDAY, day(9), [li.id])
    assert isinstance(change, Change)
    assert change.after == {(li.id, day(9)): (shift.id,), (li.id, day(10)): (), (li.id, day(15)): (shift.id,)}
    assert desk.journal(1)[0].what == "roster.week-copied"


def test_a_week_is_not_copied_to_days_without_employment(desk: Desk) -> None:
    shift, person = a_shift(desk), somebody(desk, left=day(10))
    set_on(desk, {(person, day(number)): shift for number in range(2, 9)})
    change = desk.roster.copy_week(MONDAY, day(9), [person.id])
    assert isinstance(change, Change)
    assert sorted(on.day for _, on in change.after) == [9, 10]


def test_a_pattern_is_repeated_each_person_further_on(desk: Desk) -> None:
    early, night = a_shift(desk), a_shift(desk, "N", 22, 6)
    li, wu = somebody(desk), somebody(desk, "0102", "吴涛", hired=day(3))
    pattern = [(early.id,), (night.id,), ()]
    change = desk.roster.rotate([li.id, wu.id], FIRST, day(4), pattern, 1)
    assert isinstance(change, Change)
    assert change.after == {
        (li.id, day(1)): (early.id,), (li.id, day(2)): (night.id,), (li.id, day(4)): (early.id,),
        (wu.id, day(3)): (early.id,), (wu.id, day(4)): (night.id,),
    }  # fmt: skip
    assert desk.journal(1)[0].what == "roster.rotated"


@pytest.mark.parametrize(
    ("last", "pattern", "fault"),
    [
        (day(4), [], ("pattern", "roster.pattern-missing")),
        (date(2026, 10, 31), [()], ("last", "roster.days-reversed")),
        (date(2027, 11, 2), [()], ("last", "roster.too-many-days")),
    ],
)
def test_a_rotation_with_a_mistake_is_told(
    desk: Desk, last: date, pattern: list[tuple[str, ...]], fault: tuple[str, str]
) -> None:
    assert faults_of(desk.roster.rotate([somebody(desk).id], FIRST, last, pattern)) == [fault]


# Who is there


def test_who_is_at_work_at_a_moment(desk: Desk) -> None:
    early, night = a_shift(desk), a_shift(desk, "N", 22, 6)
    li, wu, sun = somebody(desk), somebody(desk, "0100", "吴涛"), somebody(desk, "0104", "孙静", left=MONDAY)
    set_on(desk, {(li, day(2)): night, (wu, day(3)): early, (wu, day(2)): night, (sun, day(3)): early})
    assert desk.roster.on_shift(datetime(2026, 11, 3, 3)) == [wu.id, li.id]
    assert desk.roster.on_shift(datetime(2026, 11, 3, 6)) == []
    assert desk.roster.on_shift(datetime(2026, 11, 3, 8, tzinfo=CHINA)) == [wu.id]
    assert desk.roster.on_shift(datetime(2026, 11, 3, 0, tzinfo=UTC)) == [wu.id]
    on_leave(desk, wu, day(3), day(3))
    assert desk.roster.on_shift(datetime(2026, 11, 3, 3)) == [wu.id, li.id]
    assert desk.roster.on_shift(datetime(2026, 11, 3, 9)) == []
