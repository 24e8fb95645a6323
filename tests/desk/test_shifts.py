"""Shift types at work: defined, changed with the loser told, retired and brought back."""

from datetime import time

import pytest

from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from tests.desks import a_shift, again, faults_of

NIGHT = ShiftDraft("N", time(22), time(6), 30, "violet", (1,) * 7, cleans=True)


def test_a_shift_is_defined_and_found_by_its_code(desk: Desk) -> None:
    night = desk.shifts.add(NIGHT)
    assert isinstance(night, Shift)
    assert desk.shifts.all() == [night]
    assert desk.shifts.get(night.id) == desk.shifts.by_code(" ｎ ") == night
    assert desk.journal()[0].what == "shift.added"


def test_a_shift_with_a_mistake_is_not_defined(desk: Desk) -> None:
    assert faults_of(desk.shifts.add(NIGHT._replace(code=""))) == [("code", "shift.code-missing")]
    a_shift(desk, "N")
    assert faults_of(desk.shifts.add(NIGHT)) == [("code", "shift.taken")]


def test_a_shift_whose_code_changes_keeps_its_id(desk: Desk) -> None:
    shift = a_shift(desk, "D")
    changed = desk.shifts.change(shift.id, shift.rev, ShiftDraft.of(shift)._replace(code="T"))
    assert changed == shift._replace(code="T", rev=1)
    assert faults_of(desk.shifts.change(shift.id, 1, NIGHT._replace(start=None))) == [("start", "shift.start-missing")]


def test_whoever_changes_a_shift_second_is_told(desk: Desk) -> None:
    shift = a_shift(desk, "D")
    with again(desk) as other:
        other.shifts.change(shift.id, shift.rev, NIGHT)
    assert faults_of(desk.shifts.change(shift.id, shift.rev, ShiftDraft.of(shift))) == [("", "shift.stale")]
    assert faults_of(desk.shifts.retire(shift.id, shift.rev)) == [("", "shift.stale")]


def test_a_retired_shift_is_listed_where_asked_and_can_be_brought_back(desk: Desk) -> None:
    shift = a_shift(desk, "D")
    retired = desk.shifts.retire(shift.id, shift.rev)
    assert retired == shift._replace(retired=True, rev=1)
    assert desk.shifts.all() == []
    assert desk.shifts.all(with_retired=True) == [retired]
    assert faults_of(desk.shifts.add(ShiftDraft("d", time(8), time(16)))) == [("code", "shift.taken")]
    changed = desk.shifts.change(shift.id, 1, ShiftDraft.of(shift)._replace(colour="rose"))
    assert changed == shift._replace(retired=True, colour="rose", rev=2)
    assert desk.shifts.bring_back(shift.id, 2) == shift._replace(colour="rose", rev=3)
    assert [line.what for line in desk.journal(3)] == ["shift.brought-back", "shift.changed", "shift.retired"]


@pytest.mark.parametrize("act", ["retire", "bring_back"])
def test_a_shift_that_is_not_there_is_told(desk: Desk, act: str) -> None:
    assert faults_of(getattr(desk.shifts, act)("nothing", 0)) == [("", "shift.gone")]
    assert faults_of(desk.shifts.change("nothing", 0, NIGHT)) == [("", "shift.gone")]
