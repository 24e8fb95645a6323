"""The seven rules of shift swaps, each judged on the roster as it would be. Source: handbook shifts, the register.

A rule that is kept stands once; one that is broken stands once for each person for whom it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from csdesk.core.cells import Cells, Work, works
from csdesk.core.days import Calendar
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.shift_rules import SwapRules
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft

_MINUTE = timedelta(minutes=1)
_NOTHING: Mapping[str, Detail] = MappingProxyType({})

Signatures = tuple[date | None, date | None]
"""When A and when B have signed, None where they have not."""


class RuleResult(NamedTuple):
    """What one rule says. ok: None while it is open. employee_id: for whom it is broken, None where it is kept.

    code: of the sentence, "SW-3.broken". detail: the particulars that the sentence names.
    """

    rule: str
    ok: bool | None
    employee_id: str | None
    code: str
    detail: Mapping[str, Detail] = _NOTHING

    @classmethod
    def kept(cls, code: str, /, **detail: Detail) -> "RuleResult":
        """Return that a rule is kept. code: of its sentence, which begins with the rule."""
        return cls(code.partition(".")[0], True, None, code, detail)

    @classmethod
    def open(cls, code: str, /) -> "RuleResult":
        """Return that a rule is open."""
        return cls(code.partition(".")[0], None, None, code)

    @classmethod
    def broken(cls, code: str, employee_id: str, /, **detail: Detail) -> "RuleResult":
        """Return that a rule is broken for somebody."""
        return cls(code.partition(".")[0], False, employee_id, code, detail)

    @property
    def text_key(self) -> str:
        """The whole key of the sentence; a broken rule's is that of its problem."""
        return f"problems.swap.{self.code}" if self.ok is False else f"swaps.rule.{self.code}"

    @property
    def problem(self) -> Problem:
        """The broken rule as what refuses the approval."""
        return Problem(f"swap.{self.code}", "", self.detail)


class AsItWouldBe(NamedTuple):
    """A proposed swap and what its rules look at; both people are known and different.

    others: the swaps that count besides it. before, after: the roster as worked without it and with it.
    gained: the shifts that either person works because of it.
    """

    draft: SwapDraft
    signed: Signatures
    approved: bool
    rules: SwapRules
    employees: Mapping[str, Employee]
    shifts: Mapping[str, Shift]
    leaves: Sequence[Leave]
    calendar: Calendar
    others: Sequence[Swap]
    before: Cells
    after: Cells
    gained: Sequence[Work]

    @property
    def people(self) -> tuple[str, str]:
        """The ids of both people, A first."""
        return self.draft.a_id, self.draft.b_id

    @property
    def days(self) -> list[date]:
        """The days of the legs, in order."""
        return sorted({leg.day for leg in self.draft.legs})

    def name(self, employee_id: str) -> str:
        """Return what somebody is called."""
        return self.employees[employee_id].name

    def others_of(self, employee_id: str) -> list[Swap]:
        """Return the other swaps of one of the two, in the order of the register."""
        theirs = (swap for swap in self.others if employee_id in (swap.draft.a_id, swap.draft.b_id))
        return sorted(theirs, key=lambda swap: swap.number)


def judge_rules(case: AsItWouldBe) -> list[RuleResult]:
    """Return what SW-1 to SW-7 say, in this order, A before B where a rule is broken for both."""
    return [*_sw1(case), _sw2(case), *_sw3(case), *_sw4(case), *_sw5(case), *_sw6(case), *_sw7(case)]


def reach(min_rest_minutes: int) -> int:
    """Return how many days away a shift may begin and yet lie within the rest before or after another.

    A shift ends within a day of its beginning, and so before the end of the next day.
    """
    return 1 + -(-min_rest_minutes // (24 * 60))


def _sw1(case: AsItWouldBe) -> list[RuleResult]:
    """Both parties agree."""
    missing = [who for who, day in zip(case.people, case.signed, strict=True) if day is None]
    if len(missing) == len(case.people) and not case.approved:
        return [RuleResult.open("SW-1.open")]
    broken = [RuleResult.broken("SW-1.broken", who, name=case.name(who)) for who in missing]
    return broken or [RuleResult.kept("SW-1.kept")]


def _sw2(case: AsItWouldBe) -> RuleResult:
    """The department manager has approved."""
    return RuleResult.kept("SW-2.kept") if case.approved else RuleResult.open("SW-2.open")


def _sw3(case: AsItWouldBe) -> list[RuleResult]:
    """So many swaps per person and month, each counted in the month of each of its days."""
    return _for_both(case, _too_many, RuleResult.kept("SW-3.kept", limit=case.rules.max_per_month))


def _too_many(case: AsItWouldBe, who: str) -> RuleResult | None:
    limit = case.rules.max_per_month
    for month in sorted({Month.of(day) for day in case.days}):
        counted = [swap.number for swap in case.others_of(who) if any(Month.of(leg.day) == month for leg in swap.legs)]
        if len(counted) + 1 > limit:
            numbers = ", ".join(map(str, counted))
            return RuleResult.broken("SW-3.broken", who, name=case.name(who), month=month, count=len(counted) + 1,
                                     limit=limit, numbers=numbers)  # fmt: skip
    return None


def _sw4(case: AsItWouldBe) -> list[RuleResult]:
    """So many days between the legs of different swaps of one person."""
    return _for_both(case, _too_near, RuleResult.kept("SW-4.kept", days=case.rules.min_days_between))


def _too_near(case: AsItWouldBe, who: str) -> RuleResult | None:
    between = case.rules.min_days_between
    near = [
        (abs((leg.day - day).days), swap.number, day, leg.day)
        for swap in case.others_of(who)
        for leg in swap.legs
        for day in case.days
        if abs((leg.day - day).days) <= between
    ]
    if not near:
        return None
    _, number, day, other_day = min(near)
    return RuleResult.broken("SW-4.broken", who, name=case.name(who), day=day, number=number, other_day=other_day,
                             days=between)  # fmt: skip


def _sw5(case: AsItWouldBe) -> list[RuleResult]:
    """So much rest before and after each shift that is gained, to every other shift of the person."""
    hours, minutes = _hours_and_minutes(case.rules.min_rest_minutes)
    return _for_both(case, _too_little_rest, RuleResult.kept("SW-5.kept", hours=hours, minutes=minutes))


def _too_little_rest(case: AsItWouldBe, who: str) -> RuleResult | None:
    """Return the shortest rest that somebody would have because of the swap, if it is too short."""
    needed = case.rules.min_rest_minutes
    found = [(rest, gained, other) for rest, gained, other in _rests(case, who) if rest < needed]
    if not found:
        return None
    rest, gained, other = min(found, key=lambda one: (one[0], one[1].begins, one[2].begins))
    hours, minutes = _hours_and_minutes(max(rest, 0))
    need_hours, need_minutes = _hours_and_minutes(needed)
    code = "SW-5.overlap" if rest < 0 else "SW-5.broken"
    return RuleResult.broken(code, who, name=case.name(who), shift=gained.shift.code, day=gained.day,
                             other=other.shift.code, other_day=other.day, hours=hours, minutes=minutes,
                             need_hours=need_hours, need_minutes=need_minutes)  # fmt: skip


def _rests(case: AsItWouldBe, who: str) -> Iterator[tuple[int, Work, Work]]:
    """Yield the minutes between each shift that somebody gains and each other one, with the two.

    Where the same two shifts stood there before, the rest between them is the roster's fault and left out.
    """
    around = timedelta(days=reach(case.rules.min_rest_minutes))
    for gained in case.gained:
        if gained.employee_id != who:
            continue
        first, last = gained.day - around, gained.day + around
        others = works(case.after, case.shifts, who, first, last)
        others.remove(gained)
        before = works(case.before, case.shifts, who, first, last)
        there_before = gained in before
        if there_before:
            before.remove(gained)
        for other in others:
            if not (there_before and other in before):
                yield _rest(gained, other), gained, other


def _rest(one: Work, other: Work) -> int:
    """Return the minutes between two shifts, less than 0 where they overlap."""
    earlier, later = (one, other) if one.begins <= other.begins else (other, one)
    return (later.begins - earlier.ends) // _MINUTE


def _hours_and_minutes(minutes: int) -> tuple[int, str]:
    hours, rest = divmod(minutes, 60)
    return hours, f"{rest:02d}"


def _sw6(case: AsItWouldBe) -> list[RuleResult]:
    """No leave, approved or asked for, of either party on the day of either leg."""
    return _for_both(case, _away, RuleResult.kept("SW-6.kept"))


def _away(case: AsItWouldBe, who: str) -> RuleResult | None:
    theirs = [leave for leave in case.leaves if leave.employee_id == who and leave.is_open]
    for day in case.days:
        for leave in sorted(theirs, key=lambda leave: (leave.first, leave.id)):
            if leave.covers(day):
                code = "SW-6.approved" if leave.is_approved else "SW-6.asked"
                return RuleResult.broken(code, who, name=case.name(who), day=day, first=leave.first, last=leave.last)
    return None


def _sw7(case: AsItWouldBe) -> list[RuleResult]:
    """No day of a leg lies in a public holiday."""
    estimated = [day for day in case.days if not case.calendar.is_official(day)]
    if estimated:
        return _for_both(case, _on_holiday, RuleResult.kept("SW-7.estimated", year=str(estimated[0].year)))
    return _for_both(case, _on_holiday, RuleResult.kept("SW-7.kept"))


def _on_holiday(case: AsItWouldBe, who: str) -> RuleResult | None:
    for day in case.days:
        if case.calendar.is_holiday(day):
            return RuleResult.broken("SW-7.broken", who, name=case.name(who), day=day)
    return None


def _for_both(
    case: AsItWouldBe, judge: Callable[[AsItWouldBe, str], RuleResult | None], kept: RuleResult
) -> list[RuleResult]:
    """Return for which of the two a rule is broken, or that it is kept."""
    return [broken for who in case.people if (broken := judge(case, who)) is not None] or [kept]
