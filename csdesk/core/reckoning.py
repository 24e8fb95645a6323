"""How a month is reckoned: facts and rulebooks in, one sheet a person out. Pure; order of the facts never matters.

Source: handbook points, month-end score and readings.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple, TypeVar

from csdesk.core.appraisal import (
    Adjustment,
    Complaint,
    Flag,
    FlagCode,
    Line,
    MonthFacts,
    MonthResult,
    PayReason,
    Sheet,
    SkillTest,
    Source,
    Strike,
    Workload,
)
from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import MonthRule, PayRule, Rule, Rulebook, Rulebooks, Severity, Trigger

_Row = TypeVar("_Row", Incident, SkillTest, Workload, Complaint, Adjustment, Strike)
_MIDNIGHT = time.min


class NoRulebookError(LookupError):
    """No version of the rulebook covers the month; nothing can be reckoned."""

    def __init__(self, month: Month, first_day: date | None) -> None:
        super().__init__(f"no rulebook covers {month}")
        self.month = month
        self.first_day = first_day

    @property
    def problem(self) -> Problem:
        """The same as a value for the person who asked."""
        if self.first_day is None:
            return Problem.at("month", "rulebook.empty")
        return Problem.at("month", "rulebook.none", day=self.month.last, first=self.first_day)


@dataclass(frozen=True, slots=True)
class Best:
    """The highest workload and the highest quality of a month, among all who have figures."""

    workload: Decimal
    quality: Decimal

    @classmethod
    def among(cls, figures: Sequence[Workload]) -> "Best | None":
        """Return the best of `figures`, None where there are none."""
        if not figures:
            return None
        return cls(max(f.workload for f in figures), max(f.quality for f in figures))


class _OwnFacts(NamedTuple):
    """One person's facts of the month."""

    incidents: Sequence[Incident]
    tests: Sequence[SkillTest]
    workloads: Sequence[Workload]
    complaints: Sequence[Complaint]
    adjustments: Sequence[Adjustment]
    strikes: Sequence[Strike]


class _ByEmployee:
    """A month's facts, sorted to the people they belong to."""

    def __init__(self, facts: MonthFacts) -> None:
        self.incidents = _by_employee(facts.incidents)
        self.tests = _by_employee(facts.tests)
        self.workloads = _by_employee(facts.workloads)
        self.complaints = _by_employee(facts.complaints)
        self.adjustments = _by_employee(facts.adjustments)
        self.strikes = _by_employee(facts.strikes)

    def of(self, employee_id: str) -> _OwnFacts:
        return _OwnFacts(
            self.incidents.get(employee_id, ()),
            self.tests.get(employee_id, ()),
            self.workloads.get(employee_id, ()),
            self.complaints.get(employee_id, ()),
            self.adjustments.get(employee_id, ()),
            self.strikes.get(employee_id, ()),
        )


def _by_employee(rows: Iterable[_Row]) -> Mapping[str | None, Sequence[_Row]]:
    sorted_out: defaultdict[str | None, list[_Row]] = defaultdict(list)
    for row in rows:
        sorted_out[row.employee_id].append(row)
    return sorted_out


def appraise(facts: MonthFacts, rulebooks: Rulebooks, *, last_before: Collection[str] = ()) -> MonthResult:
    """Return the month's appraisal of everybody appraised by points, by rank and number.

    last_before: ids of those who were last the month before with a low score, see `last_and_low`.
    Raises NoRulebookError where no version covers the month's last day.
    """
    reckoner = _Reckoner(facts, rulebooks, Best.among(facts.workloads))
    own = _ByEmployee(facts)
    appraised = [e for e in facts.employees if e.role in reckoner.rule.roles and e.employed_in(facts.month)]
    sheets = [reckoner.sheet(employee, own.of(employee.id)) for employee in appraised]
    ranks = _ranks([sheet.final for sheet in sheets])
    ranked = [replace(sheet, rank=ranks[sheet.final], of=len(sheets)) for sheet in sheets]
    ranked.sort(key=lambda sheet: (sheet.rank, sheet.employee.number))
    undecided = sum(complaint.effective is None for complaint in facts.complaints)
    if undecided:
        reckoner.problems.append(Problem.at("", "complaint.undecided", count=undecided, month=facts.month))
    result = MonthResult(
        month=facts.month,
        rulebook=reckoner.rulebook,
        sheets=tuple(ranked),
        problems=tuple(reckoner.problems),
        tests=len(facts.tests),
        workloads=len(facts.workloads),
        undecided=undecided,
    )
    return flag_last_twice(result, last_before)


def appraise_person(employee: Employee, facts: MonthFacts, rulebooks: Rulebooks, best: Best | None) -> Sheet:
    """Return one person's sheet, unranked, from that person's own facts; `best` is the whole team's.

    Raises NoRulebookError where no version covers the month's last day.
    """
    return _Reckoner(facts, rulebooks, best).sheet(employee, _ByEmployee(facts).of(employee.id))


def last_of(result: MonthResult) -> frozenset[str]:
    """Return the ids of everybody at the lowest score; nobody is last alone or where all scores are equal."""
    finals = [sheet.final for sheet in result.sheets]
    if len(set(finals)) < 2:
        return frozenset()
    lowest = min(finals)
    return frozenset(sheet.employee.id for sheet in result.sheets if sheet.final == lowest)


def last_and_low(result: MonthResult) -> frozenset[str]:
    """Return the ids of those who are last with a score below the rulebook's bound for two months running."""
    bound = result.rulebook.month.flag_last_twice_below
    last = last_of(result)
    return frozenset(s.employee.id for s in result.sheets if s.employee.id in last and s.final < bound)


def flag_last_twice(result: MonthResult, last_before: Collection[str]) -> MonthResult:
    """Return `result` with a flag for whoever is last and low now and stands in `last_before`."""
    flagged = last_and_low(result).intersection(last_before)
    if not flagged:
        return result
    flag = Flag(FlagCode.LAST_TWICE, bound=result.rulebook.month.flag_last_twice_below)
    sheets = tuple(replace(s, flags=(*s.flags, flag)) if s.employee.id in flagged else s for s in result.sheets)
    return replace(result, sheets=sheets)


def pay_effect(final: int, pay: PayRule) -> Decimal:
    """Return the month's change of pay in yuan, within the rule's limit.

    final: score after the cap, in points. Source: handbook points, month-end 6.
    """
    return Decimal(max(-pay.limit, min(pay.limit, (final - pay.zero_at) * pay.per_point)))


def _ranks(finals: Sequence[int]) -> dict[int, int]:
    """Return the rank of each score; ties share one (1, 2, 2, 4)."""
    ranks: dict[int, int] = {}
    for place, final in enumerate(sorted(finals, reverse=True), start=1):
        ranks.setdefault(final, place)
    return ranks


class _Reckoner:
    """Reckons sheets of one month; keeps what is the same for everybody."""

    def __init__(self, facts: MonthFacts, rulebooks: Rulebooks, best: Best | None) -> None:
        rulebook = rulebooks.on(facts.month.last)
        if rulebook is None:
            raise NoRulebookError(facts.month, rulebooks.first_day)
        self.month = facts.month
        self.rulebook: Rulebook = rulebook
        self.rule: MonthRule = rulebook.month
        self.rulebooks = rulebooks
        self.best = best
        self.complaints_in_use = facts.complaints_from is not None and facts.complaints_from <= facts.month
        self.problems: list[Problem] = []
        self._by_day: dict[date, Rulebook | None] = {}

    def sheet(self, employee: Employee, own: _OwnFacts) -> Sheet:
        logged = self._logged(own.incidents)
        struck_keys = {strike.key: strike for strike in own.strikes}
        proposed = self._from_tests(own.tests)
        standing = [line for line in proposed if line.key not in struck_keys]
        struck = [line for line in proposed if line.key in struck_keys]
        for propose in (self._repeated_offences, self._first_of_team, self._no_effective_complaint):
            for line in propose(logged + standing, own):
                (struck if line.key in struck_keys else standing).append(line)
        adjustments = [self._adjustment(adjustment) for adjustment in own.adjustments]
        return self._sum_up(employee, logged, standing, adjustments, [(line, struck_keys[line.key]) for line in struck])

    def _sum_up(
        self,
        employee: Employee,
        logged: list[Line],
        automatic: list[Line],
        adjustments: list[Line],
        struck: list[tuple[Line, Strike]],
    ) -> Sheet:
        bonuses = sum(line.points for line in logged if line.points > 0)
        offences = -sum(line.points for line in logged if line.points < 0)
        automatic_total = sum(line.points for line in automatic)
        adjustment = sum(line.points for line in adjustments)
        raw = self.rule.base + bonuses - offences + automatic_total + adjustment
        final = max(self.rule.floor, min(self.rule.cap, raw))
        nth = employee.month_of_employment(self.month)
        effect, reason = self._pay(final, nth)
        return Sheet(
            employee=employee,
            month=self.month,
            base=self.rule.base,
            bonuses=bonuses,
            offences=offences,
            automatic=automatic_total,
            adjustment=adjustment,
            raw=raw,
            final=final,
            grade=self.rule.grade(final),
            pay_effect=effect,
            pay_reason=reason,
            flags=self._flags(final, logged),
            lines=(*logged, *automatic, *adjustments),
            struck=tuple(struck),
            offence_counts=_offence_counts(logged + automatic, self.rulebook),
            employment_month=nth,
        )

    def _logged(self, incidents: Sequence[Incident]) -> list[Line]:
        lines = []
        for incident in sorted(incidents, key=_in_time) if len(incidents) > 1 else incidents:
            day = incident.day
            book = self._by_day.get(day)
            if book is None:
                book = self._by_day[day] = self.rulebooks.on(day)
            rule = book.rule(incident.code) if book is not None else None
            if book is None or rule is None:
                self.problems.append(Problem.at("", "entry.no-rule", day=day, code=incident.code))
                continue
            points, count = incident.points, incident.count
            # Written out and not called: a large team has tens of thousands of entries a month.
            total = (points if points is not None and rule.mildest != rule.hardest else rule.hardest) * count
            lines.append(
                Line(incident.id, rule.code, rule.severity.value, total, day, incident.note, Source.LOG,
                     (incident.id,), book.id, count, incident.minutes)
            )  # fmt: skip
        return lines

    def _from_tests(self, tests: Sequence[SkillTest]) -> list[Line]:
        lines = []
        for test in sorted(tests, key=lambda test: (test.day, test.id)):
            book = self.rulebooks.on(test.day) or self.rulebook
            for rule in book.triggered_by(Trigger.TEST_FULL):
                if test.score == test.full:
                    lines.append(_test_line(rule, test, book, "test-full"))
            for rule in book.triggered_by(Trigger.TEST_BELOW):
                assert rule.automatic is not None  # triggered_by yields no other
                if test.score * 100 < test.full * rule.automatic.below_percent:
                    lines.append(_test_line(rule, test, book, "test-below", str(rule.automatic.below_percent)))
        return lines

    def _repeated_offences(self, lines: Sequence[Line], _own: _OwnFacts) -> Iterable[Line]:
        for rule in self.rulebook.triggered_by(Trigger.REPEATED_OFFENCES):
            assert rule.automatic is not None  # triggered_by yields no other
            counted = [line for line in lines if line.code != rule.code]
            counts = {s: sum(line.count for line in counted if line.kind == s) for s, _ in rule.automatic.at_least}
            reached = {severity for severity, bound in rule.automatic.at_least if counts[severity] >= bound}
            if reached:
                because = tuple(line.because[0] for line in counted if line.kind in reached)
                detail = tuple(f"{severity}={counts[severity]}" for severity, _ in rule.automatic.at_least)
                yield self._automatic(rule, "escalation", because, detail)

    def _first_of_team(self, lines: Sequence[Line], own: _OwnFacts) -> Iterable[Line]:
        best = self.best
        if best is None or any(line.kind != Severity.BONUS for line in lines):
            return
        for figures in own.workloads:
            if figures.workload == best.workload and figures.quality == best.quality:
                for rule in self.rulebook.triggered_by(Trigger.FIRST_OF_TEAM):
                    detail = (f"workload={_plain(figures.workload)}", f"quality={_plain(figures.quality)}")
                    yield self._automatic(rule, "first-of-team", (figures.id,), detail)

    def _no_effective_complaint(self, _lines: Sequence[Line], own: _OwnFacts) -> Iterable[Line]:
        if self.complaints_in_use and not any(complaint.effective for complaint in own.complaints):
            for rule in self.rulebook.triggered_by(Trigger.NO_EFFECTIVE_COMPLAINT):
                yield self._automatic(rule, "no-effective-complaint", ())

    def _automatic(self, rule: Rule, reason: str, because: tuple[str, ...], detail: tuple[str, ...] = ()) -> Line:
        return Line(rule.code, rule.code, rule.severity.value, rule.hardest, None, "", Source.AUTOMATIC, because,
                    self.rulebook.id, reason=reason, detail=detail)  # fmt: skip

    def _adjustment(self, adjustment: Adjustment) -> Line:
        return Line("ADJ", "ADJ", "adjustment", adjustment.points, None, adjustment.reason, Source.ADJUSTMENT,
                    (adjustment.id,), self.rulebook.id)  # fmt: skip

    def _pay(self, final: int, nth: int) -> tuple[Decimal | None, PayReason]:
        pay = self.rule.pay
        if nth <= pay.exempt_months:
            return None, PayReason.EXEMPT
        effect = pay_effect(final, pay)
        unlimited = (final - pay.zero_at) * pay.per_point
        return effect, PayReason.BY_SCORE if effect == unlimited else PayReason.AT_LIMIT

    def _flags(self, final: int, logged: Sequence[Line]) -> tuple[Flag, ...]:
        flags = []
        if final < self.rule.flag_below:
            flags.append(Flag(FlagCode.BELOW_60, bound=self.rule.flag_below))
        dismissal = tuple(line.key for line in logged if line.kind == Severity.DISMISSAL)
        if dismissal:
            flags.append(Flag(FlagCode.DISMISSAL, because=dismissal))
        return tuple(flags)


def _in_time(incident: Incident) -> tuple[date, time, str]:
    return incident.day, incident.time or _MIDNIGHT, incident.id


def _test_line(rule: Rule, test: SkillTest, book: Rulebook, reason: str, percent: str = "") -> Line:
    detail = [f"score={_plain(test.score)}", f"full={_plain(test.full)}"]
    if percent:
        detail.append(f"percent={percent}")
    return Line(f"{rule.code}:{test.id}", rule.code, rule.severity.value, rule.hardest, test.day, "", Source.AUTOMATIC,
                (test.id,), book.id, reason=reason, detail=tuple(detail))  # fmt: skip


def _offence_counts(lines: Sequence[Line], rulebook: Rulebook) -> dict[Severity, int]:
    escalations = {rule.code for rule in rulebook.triggered_by(Trigger.REPEATED_OFFENCES)}
    counts = dict.fromkeys((s for s in Severity if s.is_offence), 0)
    for line in lines:
        if line.kind != Severity.BONUS and line.code not in escalations:
            counts[Severity(line.kind)] += line.count
    return counts


def _plain(value: Decimal) -> str:
    """Return a figure as people write it: 97, 92.5."""
    return f"{value.normalize():f}"
