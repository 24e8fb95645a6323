"""Shifts that are in use: what rests on their times keeps them, and a closed month stays as it was closed."""

import random
from datetime import date, time
from typing import NamedTuple

import pytest

from csdesk.core.attendance import Attendance
from csdesk.core.cells import Cell
from csdesk.core.employee import Employee
from csdesk.core.handover import Handover, HandoverDraft
from csdesk.core.month import Month
from csdesk.core.shifts import COLOURS, NOBODY, Shift, ShiftDraft
from csdesk.core.swap import Swap, SwapDraft
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster import Change
from csdesk.store.files import open_store
from csdesk.texts import Texts
from tests.desks import a_shift, faults_of, somebody

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
CLOSED_DAY, OPEN_DAY, SWAP_DAY = date(2026, 10, 14), date(2026, 11, 11), date(2026, 11, 25)


class Team(NamedTuple):
    """Li works the day and Wu the night of 14 October and 11 November; nothing is closed."""

    desk: Desk
    li: Employee
    wu: Employee
    day: Shift
    night: Shift


@pytest.fixture
def team(desk: Desk) -> Team:
    """A team with two shifts."""
    li, wu = somebody(desk), somebody(desk, "0102", "吴越")
    day, night = a_shift(desk, "D", 8, 16, needs=(1,) * 7), a_shift(desk, "N", 16, 24, cleans=True)
    cells = {
        (person.id, on): (shift.id,) for person, shift in ((li, day), (wu, night)) for on in (CLOSED_DAY, OPEN_DAY)
    }
    assert isinstance(desk.roster.set_cells(cells), Change)
    return Team(desk, li, wu, day, night)


def changed(desk: Desk, shift: Shift, **changes: object) -> object:
    """Change a shift as it stands now, and return what comes of it."""
    present = desk.shifts.get(shift.id)
    assert present is not None
    return desk.shifts.change(shift.id, present.rev, ShiftDraft.of(present)._replace(**changes))  # type: ignore[arg-type]  # test data


def approved(desk: Desk, draft: SwapDraft) -> Swap:
    """Ask for a swap, sign it for both and approve it."""
    swap = desk.swaps.ask(draft)
    for party in ("a", "b"):
        assert isinstance(swap, Swap), swap
        swap = desk.swaps.sign(swap.id, swap.rev, party, desk.today())
    assert isinstance(swap, Swap), swap
    outcome = desk.swaps.approve(swap.id, swap.rev)
    assert isinstance(outcome, Swap), outcome
    return outcome


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": time(9)}, "start"),
        ({"end": time(15), "code": "T"}, "end"),
        ({"break_minutes": 30, "colour": "rose"}, "break_minutes"),
    ],
)
def test_the_times_of_a_shift_of_a_closed_month_are_refused_at_their_field(
    team: Team, changes: dict[str, object], field: str
) -> None:
    team.desk.months.close(OCTOBER)
    outcome = changed(team.desk, team.day, **changes)
    assert faults_of(outcome) == [(field, "shift.times-closed")]
    assert isinstance(outcome, list)
    assert outcome[0].detail == {"code": "D", "month": OCTOBER}
    assert team.desk.shifts.get(team.day.id) == team.day
    for language in ("en", "zh"):
        assert "D" in Texts(language).problem(outcome[0])


def test_times_may_change_while_no_month_of_theirs_is_closed(team: Team) -> None:
    team.desk.months.close(OCTOBER.previous)
    assert isinstance(changed(team.desk, team.day, start=time(9)), Shift)


def test_a_new_shift_may_have_the_new_times_and_the_old_one_be_retired(team: Team) -> None:
    team.desk.months.close(OCTOBER)
    new = a_shift(team.desk, "D9", 9, 17)
    assert isinstance(team.desk.shifts.retire(team.day.id, team.day.rev), Shift)
    assert isinstance(team.desk.roster.set_cells({(team.li.id, date(2026, 11, 12)): (new.id,)}), Change)
    assert isinstance(changed(team.desk, new, end=time(18)), Shift)


def test_a_shift_that_only_a_handover_of_a_closed_month_names_keeps_its_times(team: Team) -> None:
    spare = a_shift(team.desk, "S", 0, 8)
    draft = HandoverDraft(CLOSED_DAY, time(8), spare.id, team.day.id, team.wu.id, team.li.id, "in order")
    assert isinstance(team.desk.handovers.record(draft), Handover)
    team.desk.months.close(OCTOBER)
    assert faults_of(changed(team.desk, spare, end=time(9))) == [("end", "shift.times-closed")]


def test_the_times_by_which_a_swap_was_approved_stand_until_it_is_voided(team: Team) -> None:
    desk = team.desk
    desk.roster.set_cells({(team.li.id, SWAP_DAY): (team.day.id,)})
    swap = approved(desk, SwapDraft(team.li.id, SWAP_DAY, team.wu.id))
    assert faults_of(changed(desk, team.day, start=time(9))) == [("start", "shift.times-swapped")]
    assert isinstance(changed(desk, team.night, start=time(17)), Shift)
    assert isinstance(desk.swaps.void(swap.id, swap.rev, "not needed"), Swap)
    assert isinstance(changed(desk, team.day, start=time(9)), Shift)


def test_who_has_not_seen_the_present_shift_is_told_that_first(team: Team) -> None:
    team.desk.months.close(OCTOBER)
    assert isinstance(changed(team.desk, team.day, colour="rose"), Shift)
    outcome = team.desk.shifts.change(team.day.id, team.day.rev, ShiftDraft.of(team.day)._replace(start=time(9)))
    assert faults_of(outcome) == [("", "shift.stale")]


# A closed month


def test_a_closed_month_shows_its_shifts_as_they_were_when_it_was_closed(team: Team) -> None:
    desk = team.desk
    desk.months.close(OCTOBER)
    october, november = desk.roster.month(OCTOBER), desk.roster.month(NOVEMBER)
    assert isinstance(changed(desk, team.day, code="T", needs=(5,) * 7, colour="rose"), Shift)
    assert isinstance(changed(desk, team.night, cleans=False), Shift)
    a_shift(desk, "X", 6, 7, needs=(3,) * 7, cleans=True)
    assert isinstance(desk.shifts.retire(team.night.id, team.night.rev + 1), Shift)
    view = desk.roster.month(OCTOBER)
    assert (view.problems, view.covers) == (october.problems, october.covers)
    assert [shift.code for shift in view.shifts.values() if not shift.retired] == ["D", "N"]
    assert desk.roster.month(NOVEMBER).covers != november.covers


def test_a_shift_defined_since_may_stand_before_the_closed_month(team: Team) -> None:
    desk = team.desk
    desk.months.close(OCTOBER)
    new = a_shift(desk, "X", 4, 12, needs=(3,) * 7)
    eve = date(2026, 9, 30)
    assert isinstance(desk.roster.set_cells({(team.li.id, eve): (new.id,)}), Change)
    view = desk.roster.month(OCTOBER)
    assert view.cells[team.li.id, eve] == (new.id,)
    assert all(cover.shift.id != new.id for covers in view.covers.values() for cover in covers)


def test_a_closing_that_the_journal_does_not_know_is_damage(team: Team) -> None:
    team.desk.months.close(OCTOBER)
    store = open_store(team.desk.path)
    store.db.run("DELETE FROM journal WHERE subject = 'closing'")
    store.close()
    with pytest.raises(Unavailable):
        team.desk.roster.month(OCTOBER)


def as_it_stands(desk: Desk) -> list[object]:
    """Return all that October shows of its shifts, and what the register says of its approved swaps."""
    view, seen = desk.roster.month(OCTOBER), list[object]()
    seen += [view.planned, view.cells, view.problems, view.covers, view.duties]
    for number in range(1, 32):
        on = date(2026, 10, number)
        seen += [
            [
                [row.employee.id, [shift[2:5] for shift in row.shifts], row.attendance]
                for row in desk.attendance.day(on).rows
            ],
            [(due.change.time, due.leaving, due.arriving, due.handover) for due in desk.handovers.due(on)],
        ]
    seen += [desk.attendance.wages(OCTOBER), desk.months.result(OCTOBER), desk.check()]
    verdicts = [desk.swaps.judge(swap) for swap in desk.swaps.all() if swap.is_approved]
    seen += [[(rule.rule, rule.ok) for rule in verdict.rules] for verdict in verdicts]
    return seen


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_with_shifts_leaves_closed_months_and_approved_swaps_as_they_were(
    team: Team, seed: int
) -> None:
    desk, chance = team.desk, random.Random(seed)
    shifts = [team.day, team.night, a_shift(desk, "E", 12, 20), a_shift(desk, "Z", 0, 8)]
    cells: dict[Cell, tuple[str, ...]] = {
        (person.id, date(2026, month, number)): (chance.choice(shifts[:3]).id,)
        for person in (team.li, team.wu) for month in (10, 11) for number in range(1, 29) if chance.random() < 0.6
    }  # fmt: skip
    cells |= {(team.li.id, SWAP_DAY): (shifts[0].id,), (team.li.id, CLOSED_DAY): (shifts[1].id,)}
    # The swap must be allowed whatever else was drawn.
    cells |= {(who.id, date(2026, 11, n)): () for who in (team.li, team.wu) for n in (23, 24, 26, 27)}
    cells[team.wu.id, SWAP_DAY] = ()
    assert isinstance(desk.roster.set_cells(cells), Change)
    assert isinstance(desk.attendance.record(team.li.id, CLOSED_DAY, late=12), Attendance)
    approved(desk, SwapDraft(team.li.id, SWAP_DAY, team.wu.id))
    desk.months.close(OCTOBER)
    before, taken, refused = as_it_stands(desk), 0, set[str]()
    for nth in range(40):
        shift = chance.choice(desk.shifts.all(with_retired=True))
        draft = ShiftDraft.of(shift)._replace(
            colour=chance.choice(COLOURS), needs=chance.choice((NOBODY, (1,) * 7, (4,) * 7)),
            cleans=chance.random() < 0.5, code=f"{shift.code[0]}{nth}",
        )  # fmt: skip
        if chance.random() < 0.5:
            draft = draft._replace(**{chance.choice(("start", "end")): time(chance.randrange(24))})  # type: ignore[arg-type]  # test data
        acts = (
            lambda draft=draft, shift=shift: desk.shifts.change(shift.id, shift.rev, draft),
            lambda shift=shift: desk.shifts.retire(shift.id, shift.rev),
            lambda shift=shift: desk.shifts.bring_back(shift.id, shift.rev),
            lambda draft=draft, nth=nth: desk.shifts.add(draft._replace(code=f"Q{nth}")),
        )
        outcome = chance.choices(acts, (6, 1, 1, 1))[0]()
        taken += isinstance(outcome, Shift)
        refused |= set() if isinstance(outcome, Shift) else {problem.code for problem in outcome}
    assert taken > 10
    assert "shift.times-closed" in refused
    assert as_it_stands(desk) == before
