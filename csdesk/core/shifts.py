"""Shift types: when a shift begins and ends, how many it needs, who cleans. Source: handbook shifts, roster."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from csdesk.core.problem import Problem

CODE_LIMIT = 20
BREAK_LIMIT = 8 * 60
NEED_LIMIT = 999
COLOURS = ("blue", "green", "amber", "violet", "teal", "rose", "grey")
"""What a shift may be tinted with; the window and the paper have a tint for each."""

NOBODY = (0, 0, 0, 0, 0, 0, 0)
"""No need on any day of the week, Monday first."""


class Shift(NamedTuple):
    """One type of shift.

    end: at or before `start` it is on the next day. break_minutes: unpaid, within the shift.
    needs: how many people it takes on each day of the week, Monday first.
    cleans: whether its people clean the common area when it ends. retired: no longer given out; older rosters keep it.
    rev: as of Employee.
    """

    id: str
    code: str
    start: time
    end: time
    break_minutes: int = 0
    colour: str = "blue"
    needs: tuple[int, ...] = NOBODY
    cleans: bool = False
    retired: bool = False
    rev: int = 0

    @property
    def crosses_midnight(self) -> bool:
        """Whether the shift ends on the day after it began."""
        return self.end <= self.start

    def begins(self, day: date) -> datetime:
        """Return when the shift of `day` begins, local time."""
        return datetime.combine(day, self.start)

    def ends(self, day: date) -> datetime:
        """Return when the shift of `day` ends, local time. A night shift belongs to the day it began."""
        return datetime.combine(day + timedelta(days=1) if self.crosses_midnight else day, self.end)

    @property
    def minutes(self) -> int:
        """The working time in minutes, the break left out."""
        day = date(2000, 1, 3)
        return int((self.ends(day) - self.begins(day)).total_seconds()) // 60 - self.break_minutes

    def need(self, day: date) -> int:
        """Return how many people the shift takes on `day`."""
        return self.needs[day.weekday()]


class ShiftDraft(NamedTuple):
    """What a person typed about a shift, before any check; None is an empty field."""

    code: str = ""
    start: time | None = None
    end: time | None = None
    break_minutes: int = 0
    colour: str = COLOURS[0]
    needs: tuple[int, ...] = NOBODY
    cleans: bool = False

    @classmethod
    def of(cls, shift: Shift) -> "ShiftDraft":
        """Return the draft that says just what is on file of `shift`."""
        return cls(*shift[1:8])


TIMES = ("start", "end", "break_minutes")
"""The fields that say when a shift is worked."""


def changed_time(before: Shift, after: Shift | ShiftDraft) -> str | None:
    """Return the first field of its times in which a shift would be another one; None where it keeps them."""
    return next((field for field in TIMES if getattr(before, field) != getattr(after, field)), None)


def fold_code(code: str) -> str:
    """Return a shift's code without what people vary: case, width, spaces around."""
    return unicodedata.normalize("NFKC", code).strip().casefold()


def judge_shift(draft: ShiftDraft, taken: Mapping[str, Shift], *, id: str, rev: int = 0) -> Shift | list[Problem]:
    """Return the shift that `draft` describes, or everything that is wrong with it.

    taken: the team's shifts by folded code; the one with the same `id` may keep its own code.
    """
    code = unicodedata.normalize("NFKC", draft.code).strip()
    problems = _problems_of_code(code)
    holder = taken.get(fold_code(code))
    if holder is not None and holder.id != id:
        problems.append(Problem.at("code", "shift.taken", code=holder.code))
    if draft.start is None:
        problems.append(Problem.at("start", "shift.start-missing"))
    if draft.end is None:
        problems.append(Problem.at("end", "shift.end-missing"))
    if not 0 <= draft.break_minutes <= BREAK_LIMIT:
        problems.append(Problem.at("break_minutes", "shift.break-outside", limit=BREAK_LIMIT))
    if len(draft.needs) != len(NOBODY) or not all(0 <= need <= NEED_LIMIT for need in draft.needs):
        problems.append(Problem.at("needs", "shift.need-outside", limit=NEED_LIMIT))
    if draft.colour not in COLOURS:
        problems.append(Problem.at("colour", "shift.colour-unknown", colour=draft.colour))
    if problems or draft.start is None or draft.end is None:
        return problems
    shift = Shift(
        id, code, draft.start, draft.end, draft.break_minutes, draft.colour, draft.needs, draft.cleans, rev=rev
    )
    if shift.minutes <= 0:
        return [Problem.at("break_minutes", "shift.all-break", minutes=draft.break_minutes)]
    return shift


def _problems_of_code(code: str) -> list[Problem]:
    if not code:
        return [Problem.at("code", "shift.code-missing")]
    if len(code) > CODE_LIMIT:
        return [Problem.at("code", "shift.code-too-long", limit=CODE_LIMIT)]
    if any(sign.isspace() or sign in "/+,;|" for sign in code):
        # These stand between codes where several shifts of a day are typed or read.
        return [Problem.at("code", "shift.code-signs", code=code)]
    return []
