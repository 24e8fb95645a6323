"""Entries of the daily log: a draft is checked against the rulebook of its day; what is kept is the fact.

Source: handbook points (catalogue and readings), roles.
"""

import datetime
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Overrun, Rule, Rulebook, Rulebooks

NOTE_LIMIT = 2000
COUNT_LIMIT = 99
MINUTES_LIMIT = 24 * 60


class Draft(NamedTuple):
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
    count: int | None = None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
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
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody calls
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


class Judged(NamedTuple):
    """A draft that holds: the rule it falls under and the facts to keep.

    points: signed points of one occurrence where the rule leaves a choice, else None. total: of all occurrences.
    """

    rule: Rule
    rulebook: Rulebook
    points: int | None
    minutes: int | None
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody calls

    @property
    def total(self) -> int:
        """Signed points of all occurrences together."""
        return total_points(self.rule, self.points, self.count)


def total_points(rule: Rule, chosen: int | None, count: int) -> int:
    """Return the signed points of `count` occurrences; `chosen` counts only where the rule is a range."""
    each = chosen if chosen is not None and rule.is_range else rule.hardest
    return each * count


def judge(
    draft: Draft,
    employee: Employee | None,
    rulebooks: Rulebooks,
    *,
    today: date,
    closed: Collection[Month] = (),
) -> Judged | list[Problem]:
    """Return the draft judged by the rulebook of its own day, or everything that is wrong with it.

    employee: the person of the draft, None if there is no such person. closed: months that take no more entries.
    """
    problems = _problems_of_person_and_day(draft, employee, today, closed)
    if len(draft.note) > NOTE_LIMIT:
        problems.append(Problem.at("note", "note.too-long", length=len(draft.note), limit=NOTE_LIMIT))
    rulebook = rulebooks.on(draft.day)
    if rulebook is None:
        first = rulebooks.first_day
        problems.append(
            Problem.at("day", "rulebook.none", day=draft.day, first=first)
            if first
            else Problem.at("day", "rulebook.empty")
        )
        return problems
    judged = _judge_by(rulebook, draft)
    if isinstance(judged, Judged) and not problems:
        return judged
    return problems + (judged if isinstance(judged, list) else [])


def _problems_of_person_and_day(
    draft: Draft, employee: Employee | None, today: date, closed: Collection[Month]
) -> list[Problem]:
    problems = []
    if employee is None:
        problems.append(Problem.at("employee", "employee.unknown"))
    problems += problems_of_employment(employee, draft.day)
    if draft.day > today:
        problems.append(Problem.at("day", "day.future", day=draft.day))
    if Month.of(draft.day) in closed:
        problems.append(Problem.at("day", "month.closed", month=Month.of(draft.day)))
    return problems


def problems_of_employment(employee: Employee | None, day: date) -> list[Problem]:
    """Return that somebody is not yet, or no longer, employed on `day`; nothing where it is not known who it is."""
    if employee is None:
        return []
    if day < employee.hired:
        return [Problem.at("day", "day.before-hire", name=employee.name, day=day, hired=employee.hired)]
    if employee.left is not None and day > employee.left:
        return [Problem.at("day", "day.after-leaving", name=employee.name, day=day, left=employee.left)]
    return []


def _judge_by(rulebook: Rulebook, draft: Draft) -> Judged | list[Problem]:
    if not draft.code:
        return [Problem.at("code", "rule.missing")]
    rule, problems = _rule_of(rulebook, draft)
    if rule is None:
        return problems
    points, points_problems = _points_of(rule, draft)
    count, count_problems = _count_of(rule, draft)
    problems = problems + points_problems + count_problems
    return problems or Judged(rule, rulebook, points, draft.minutes, count)


def _rule_of(rulebook: Rulebook, draft: Draft) -> tuple[Rule | None, list[Problem]]:
    problems = []
    if draft.minutes is not None and not 1 <= draft.minutes <= MINUTES_LIMIT:
        problems.append(Problem.at("minutes", "minutes.outside", limit=MINUTES_LIMIT))
    overrun = rulebook.overrun(draft.code)
    if overrun is not None:
        if problems:
            return None, problems
        return _tier_of(rulebook, overrun, draft.minutes)
    rule = rulebook.rule(draft.code)
    if rule is None:
        return None, [*problems, Problem.at("code", "rule.unknown", code=draft.code)]
    if rule.automatic is not None:
        return None, [*problems, Problem.at("code", "rule.automatic", code=rule.code)]
    return rule, problems or _minutes_that_disagree(rulebook, rule, draft.minutes)


def _tier_of(rulebook: Rulebook, overrun: Overrun, minutes: int | None) -> tuple[Rule | None, list[Problem]]:
    if minutes is None:
        return None, [Problem.at("minutes", "minutes.missing")]
    tier = rulebook.tier(overrun, minutes)
    return tier, [] if tier else [Problem.at("minutes", "minutes.no-tier", minutes=minutes, code=overrun.code)]


def _minutes_that_disagree(rulebook: Rulebook, rule: Rule, minutes: int | None) -> list[Problem]:
    if minutes is None or rule.minutes is None:
        return []
    first, last = rule.minutes
    if first <= minutes and (last is None or minutes <= last):
        return []
    tiers = (rulebook.tier(overrun, minutes) for overrun in rulebook.overruns if rule.code in overrun.tiers)
    return [
        Problem.at("minutes", "minutes.disagree", minutes=minutes, code=rule.code, tier=tier.code)
        if tier
        else Problem.at("minutes", "minutes.no-tier", minutes=minutes, code=rule.code)
        for tier in tiers
    ]


def _points_of(rule: Rule, draft: Draft) -> tuple[int | None, list[Problem]]:
    if draft.points is None:
        if rule.is_range:
            return None, [Problem.at("points", "points.missing", mildest=rule.mildest, hardest=rule.hardest)]
        return None, []
    # People write the size of a deduction with or without its minus; the rule knows the sign.
    signed = abs(draft.points) if rule.highest > 0 else -abs(draft.points)
    contradicts = draft.points < 0 < rule.highest
    if rule.is_range:
        if contradicts or not rule.lowest <= signed <= rule.highest:
            outside = Problem.at("points", "points.outside", points=draft.points, mildest=rule.mildest,
                                 hardest=rule.hardest)  # fmt: skip
            return None, [outside]
        return signed, []
    if contradicts or signed != rule.hardest:
        return None, [Problem.at("points", "points.fixed", points=draft.points, code=rule.code, fixed=rule.hardest)]
    return None, []


def _count_of(rule: Rule, draft: Draft) -> tuple[int, list[Problem]]:
    if draft.count is None:
        return 1, [Problem.at("count", "count.missing")] if rule.counted else []
    if not 1 <= draft.count <= COUNT_LIMIT:
        return 1, [Problem.at("count", "count.outside", count=draft.count, limit=COUNT_LIMIT)]
    return draft.count, []


def check_reason(reason: str) -> list[Problem]:
    """Return what is wrong with a written reason: it must be there and within the note's length."""
    if not reason.strip():
        return [Problem.at("reason", "reason.missing")]
    if len(reason) > NOTE_LIMIT:
        return [Problem.at("reason", "note.too-long", length=len(reason), limit=NOTE_LIMIT)]
    return []


def problems_of_voiding(incident: Incident, reason: str, closed: Collection[Month]) -> list[Problem]:
    """Return why `incident` cannot be voided (or corrected) with `reason`."""
    problems = check_reason(reason)
    if incident.is_void:
        problems.append(Problem.at("", "entry.already-void"))
    if Month.of(incident.day) in closed:
        problems.append(Problem.at("", "month.closed", month=Month.of(incident.day)))
    return problems
