"""Entries of the daily log: a draft is checked against the rulebook of its day; what is kept is the fact.

Source: handbook points (catalogue and readings), roles.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Overrun, Rule, Rulebook, Rulebooks

NOTE_LIMIT = 2000
COUNT_LIMIT = 99
MINUTES_LIMIT = 24 * 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person typed, before any check.

    code: a rule's code, or that of an overrun. points: points of one occurrence, with or without the sign.
    minutes: past the limit, for an overrun. count: number of occurrences, for a spot check.
    """

    employee_id: str
    day: date
    code: str
    time: datetime.time | None = None
    points: int | None = None
    minutes: int | None = None
    count: int | None = None
    note: str = ""


class Incident(NamedTuple):
    """One entry as it is stored: the fact, never a computed result.

    A named tuple and not a dataclass, because a month may hold tens of thousands and is made anew each time.
    code: always a rule's own code. points: signed points of one occurrence where they were chosen, else None.
    at: ISO text in UTC of the moment of recording. corrects: the id of the entry this one replaces.
    """

    id: str
    employee_id: str
    day: date
    time: datetime.time | None
    code: str
    points: int | None
    minutes: int | None
    count: int
    note: str
    by: str
    at: str
    corrects: str | None = None
    voided_by: str | None = None
    voided_at: str | None = None
    void_reason: str | None = None
    rev: int = 0

    @property
    def is_void(self) -> bool:
        """Whether the entry was voided and no longer counts."""
        return self.voided_at is not None
