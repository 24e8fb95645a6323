"""Shift types."""

from datetime import date, datetime, time
from typing import Any

import pytest

from csdesk.core.shifts import NOBODY, Shift, ShiftDraft, changed_time, fold_code, judge_shift

DAY = Shift("s1", "D", time(8, 30), time(17, 30), 60)
NIGHT = Shift("s2", "N", time(22), time(6), 30)
NEW_YEARS_EVE = date(2026, 12, 31)


def codes(draft: ShiftDraft, id: str = "new") -> list[tuple[str, str]]:
    """Return the problems of a draft, each with its field."""
    judged = judge_shift(draft, {fold_code(DAY.code): DAY}, id=id)
    return [] if isinstance(judged, Shift) else [(problem.field, problem.code) for problem in judged]


def test_a_day_shift_ends_on_its_day() -> None:
    assert not DAY.crosses_midnight
    assert DAY.ends(NEW_YEARS_EVE) == datetime(2026, 12, 31, 17, 30)
    assert DAY.minutes == 8 * 60


def test_a_night_shift_belongs_to_the_day_it_began_and_ends_on_the_next() -> None:
    assert NIGHT.crosses_midnight
    assert NIGHT.begins(NEW_YEARS_EVE) == datetime(2026, 12, 31, 22)
    assert NIGHT.ends(NEW_YEARS_EVE) == datetime(2027, 1, 1, 6)
    assert NIGHT.minutes == 7 * 60 + 30


def test_a_shift_that_ends_when_it_began_takes_the_whole_day() -> None:
    assert Shift("s", "W", time(8), time(8)).minutes == 24 * 60


def test_the_need_is_that_of_the_day_of_the_week() -> None:
    shift = DAY._replace(needs=(1, 2, 3, 4, 5, 6, 7))
    assert shift.need(date(2026, 11, 23)) == 1  # a Monday
    assert shift.need(date(2026, 11, 29)) == 7


def test_a_draft_becomes_a_shift_with_its_code_as_typed() -> None:
    draft = ShiftDraft(" Ｎ1 ", time(22), time(6), 30, "violet", (1, 1, 1, 1, 1, 0, 0), cleans=True)
    assert judge_shift(draft, {}, id="s9", rev=3) == Shift(
        "s9", "N1", time(22), time(6), 30, "violet", (1, 1, 1, 1, 1, 0, 0), cleans=True, rev=3
    )


def test_the_draft_of_a_shift_says_what_is_on_file() -> None:
    assert judge_shift(ShiftDraft.of(DAY), {fold_code(DAY.code): DAY}, id=DAY.id) == DAY


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (ShiftDraft("", time(8), time(16)), ("code", "shift.code-missing")),
        (ShiftDraft("X" * 21, time(8), time(16)), ("code", "shift.code-too-long")),
        (ShiftDraft("D/N", time(8), time(16)), ("code", "shift.code-signs")),
        (ShiftDraft("ｄ", time(8), time(16)), ("code", "shift.taken")),
        (ShiftDraft("E", None, time(16)), ("start", "shift.start-missing")),
        (ShiftDraft("E", time(8), None), ("end", "shift.end-missing")),
        (ShiftDraft("E", time(8), time(16), -1), ("break_minutes", "shift.break-outside")),
        (ShiftDraft("E", time(8), time(9), 60), ("break_minutes", "shift.all-break")),
        (ShiftDraft("E", time(8), time(16), needs=(1, 2)), ("needs", "shift.need-outside")),
        (ShiftDraft("E", time(8), time(16), needs=(-1, *NOBODY[1:])), ("needs", "shift.need-outside")),
        (ShiftDraft("E", time(8), time(16), colour="pink"), ("colour", "shift.colour-unknown")),
    ],
)
def test_a_draft_with_a_mistake_is_told_at_its_field(draft: ShiftDraft, problem: tuple[str, str]) -> None:
    assert codes(draft) == [problem]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": time(9)}, "start"),
        ({"end": time(18), "break_minutes": 0}, "end"),
        ({"break_minutes": 45}, "break_minutes"),
        ({"code": "T", "colour": "rose", "needs": (1,) * 7, "cleans": True}, None),
    ],
)
def test_only_other_times_are_other_times(changes: dict[str, Any], field: str | None) -> None:
    assert changed_time(DAY, DAY._replace(**changes)) == field
    assert changed_time(DAY, ShiftDraft.of(DAY)._replace(**changes)) == field
