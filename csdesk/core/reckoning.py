"""How a month is reckoned: facts and rulebooks in, one sheet a person out. Pure; order of the facts never matters.

Source: handbook points, month-end score and readings.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from operator import attrgetter
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
_OFFENCES = tuple(severity for severity in Severity if severity.is_offence)
_CLASSES = (Severity.MODERATE, Severity.MINOR, Severity.SERIOUS)
_FLAG_ORDER = tuple(FlagCode)
_id = attrgetter("id")


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
    tallies = [reckoner.tally(person, own.of(person.id)) for person in facts.employees if reckoner.appraises(person)]
    ranks = _ranks([tally.final for tally in tallies])
    sheets = [reckoner.sheet(tally, ranks[tally.final], len(tallies)) for tally in tallies]
    sheets.sort(key=lambda sheet: (sheet.rank, sheet.employee.number, sheet.employee.id))
    problems = [Problem.at("", "entry.no-rule", day=day, code=code) for day, code in sorted(reckoner.unjudged)]
    undecided = sum(complaint.effective is None for complaint in facts.complaints)
    if undecided:
        problems.append(Problem.at("", "complaint.undecided", count=undecided, month=facts.month))
    result = MonthResult(
        month=facts.month,
        rulebook=reckoner.rulebook,
        sheets=tuple(sheets),
        problems=tuple(problems),
        tests=len(facts.tests),
        workloads=len(facts.workloads),
        undecided=undecided,
    )
    return flag_last_twice(result, last_before)


def appraise_person(employee: Employee, facts: MonthFacts, rulebooks: Rulebooks, best: Best | None) -> Sheet:
    """Return one person's sheet, unranked, from that person's own facts; `best` is the whole team's.

    Raises NoRulebookError where no version covers the month's last day.
    """
    reckoner = _Reckoner(facts, rulebooks, best)
    return reckoner.sheet(reckoner.tally(employee, _ByEmployee(facts).of(employee.id)))


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
    sheets = tuple(_flagged(s, flag) if s.employee.id in flagged else s for s in result.sheets)
    return replace(result, sheets=sheets)


def _flagged(sheet: Sheet, flag: Flag) -> Sheet:
    """Return `sheet` with one more flag, in the order in which the handbook lists them."""
    return replace(sheet, flags=tuple(sorted((*sheet.flags, flag), key=lambda one: _FLAG_ORDER.index(one.code))))


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


class _Version:
    """A version of the rulebook, laid out so that tens of thousands of entries are judged quickly."""

    def __init__(self, book: Rulebook) -> None:
        self.id = book.id
        # By code: the severity as a plain word, the points where none were chosen, whether they are chosen, and what
        # the entry counts as. An escalation is not counted again.
        self.entries: dict[str, tuple[str, int, bool, Severity | None]] = {
            rule.code: (rule.severity.value, rule.hardest, rule.is_range, _counts_as(rule)) for rule in book.rules
        }
        self.test_full = tuple(book.triggered_by(Trigger.TEST_FULL))
        self.test_below = tuple(book.triggered_by(Trigger.TEST_BELOW))
        self.repeated_offences = tuple(book.triggered_by(Trigger.REPEATED_OFFENCES))
        self.first_of_team = tuple(book.triggered_by(Trigger.FIRST_OF_TEAM))
        self.no_effective_complaint = tuple(book.triggered_by(Trigger.NO_EFFECTIVE_COMPLAINT))


def _counts_as(rule: Rule) -> Severity | None:
    escalates = rule.automatic is not None and rule.automatic.when is Trigger.REPEATED_OFFENCES
    return rule.severity if rule.severity.is_offence and not escalates else None


class _Tally(NamedTuple):
    """What one person's month adds up to, before anybody is ranked."""

    employee: Employee
    logged: list[Line]
    automatic: list[Line]
    adjustments: list[Line]
    struck: list[tuple[Line, Strike]]
    offence_counts: dict[Severity, int]
    bonuses: int
    offences: int
    raw: int
    final: int


class _Reckoner:
    """Reckons sheets of one month; keeps what is the same for everybody. unjudged: entries that no rule covers."""

    def __init__(self, facts: MonthFacts, rulebooks: Rulebooks, best: Best | None) -> None:
        rulebook = rulebooks.on(facts.month.last)
        if rulebook is None:
            raise NoRulebookError(facts.month, rulebooks.first_day)
        self.month = facts.month
        self.rulebook: Rulebook = rulebook
        self.rule: MonthRule = rulebook.month
        self.best = best
        self.unjudged: list[tuple[date, str]] = []
        self._rulebooks = rulebooks
        self._version = _Version(rulebook)
        self._versions: dict[str, _Version] = {rulebook.id: self._version}
        self._by_day: dict[date, _Version | None] = {}
        in_use = facts.complaints_from is not None and facts.complaints_from <= facts.month
        # The same line for everybody without an effective complaint.
        self._uncomplained = [
            self._automatic(rule, "no-effective-complaint", ())
            for rule in self._version.no_effective_complaint
            if in_use
        ]

    def appraises(self, employee: Employee) -> bool:
        """Return whether the person is appraised by points in this month."""
        return employee.role in self.rule.roles and employee.employed_in(self.month)

    def tally(self, employee: Employee, own: _OwnFacts) -> _Tally:
        """Return the sums of one person's month from that person's own facts."""
        counts = dict.fromkeys(_OFFENCES, 0)
        logged, bonuses, offences = self._logged(own.incidents, counts)
        strikes = {strike.key: strike for strike in sorted(own.strikes, key=_id)}
        proposed = self._from_tests(own.tests)
        standing = [line for line in proposed if line.key not in strikes]
        for line in standing:
            if line.kind != Severity.BONUS:
                counts[Severity(line.kind)] += 1
        proposed += self._repeated_offences(counts, logged, standing)
        if own.workloads and not any(counts.values()):
            proposed += self._first_of_team(own.workloads)
        if not any(complaint.effective for complaint in own.complaints):
            proposed += self._uncomplained
        automatic = [line for line in proposed if line.key not in strikes] if strikes else proposed
        struck = [(line, strikes[line.key]) for line in proposed if line.key in strikes]
        adjustments = [self._adjustment(adjustment) for adjustment in sorted(own.adjustments, key=_id)]
        moved = sum([line.points for line in automatic]) + sum([line.points for line in adjustments])
        raw = self.rule.base + bonuses - offences + moved
        return _Tally(employee, logged, automatic, adjustments, struck, counts, bonuses, offences, raw,
                      max(self.rule.floor, min(self.rule.cap, raw)))  # fmt: skip

    def sheet(self, tally: _Tally, rank: int = 0, of: int = 0) -> Sheet:
        """Return the sheet that says the sums of `tally`, with the person's place among all."""
        nth = tally.employee.month_of_employment(self.month)
        effect, reason = self._pay(tally.final, nth)
        return Sheet(
            employee=tally.employee,
            month=self.month,
            base=self.rule.base,
            bonuses=tally.bonuses,
            offences=tally.offences,
            automatic=sum([line.points for line in tally.automatic]),
            adjustment=sum([line.points for line in tally.adjustments]),
            raw=tally.raw,
            final=tally.final,
            grade=self.rule.grade(tally.final),
            pay_effect=effect,
            pay_reason=reason,
            flags=self._flags(tally),
            lines=(*tally.logged, *tally.automatic, *tally.adjustments),
            struck=tuple(tally.struck),
            offence_counts=tally.offence_counts,
            rank=rank,
            of=of,
            employment_month=nth,
        )

    def _logged(self, incidents: Sequence[Incident], counts: dict[Severity, int]) -> tuple[list[Line], int, int]:
        """Return the lines of the log in time, the bonuses and the offences; add the offences to `counts`."""
        lines = []
        bonuses = offences = 0
        # Written out and not called: a large team has tens of thousands of entries a month.
        for day, _, entry_id, incident in sorted([(i.day, i.time or _MIDNIGHT, i.id, i) for i in incidents]):
            version = self._by_day[day] if day in self._by_day else self._version_of(day)
            judged = None if version is None else version.entries.get(incident.code)
            if version is None or judged is None:
                self.unjudged.append((day, incident.code))
                continue
            kind, each, chosen, offence = judged
            count = incident.count
            if chosen and incident.points is not None:
                each = incident.points
            total = each * count
            if total > 0:
                bonuses += total
            else:
                offences -= total
            if offence is not None:
                counts[offence] += count
            lines.append(Line(entry_id, incident.code, kind, total, day, incident.note, Source.LOG, (entry_id,),
                              version.id, count, incident.minutes))  # fmt: skip
        return lines, bonuses, offences

    def _version_of(self, day: date) -> _Version | None:
        """Return the version in force on `day`, and remember it."""
        book = self._rulebooks.on(day)
        if book is None:
            version = None
        else:
            version = self._versions.get(book.id) or self._versions.setdefault(book.id, _Version(book))
        self._by_day[day] = version
        return version

    def _from_tests(self, tests: Sequence[SkillTest]) -> list[Line]:
        lines = []
        for test in sorted(tests, key=lambda test: (test.day, test.id)) if tests else ():
            version = self._version_of(test.day) or self._version
            if test.score == test.full:
                lines += [_test_line(rule, test, version, "test-full") for rule in version.test_full]
            for rule in version.test_below:
                assert rule.automatic is not None  # triggered_by yields no other
                percent = rule.automatic.below_percent
                if test.score * 100 < test.full * percent:
                    lines.append(_test_line(rule, test, version, "test-below", f"percent={percent}"))
        return lines

    def _repeated_offences(
        self, counts: Mapping[Severity, int], logged: Sequence[Line], tests: Sequence[Line]
    ) -> Iterable[Line]:
        for rule in self._version.repeated_offences:
            assert rule.automatic is not None  # triggered_by yields no other
            reached = {severity for severity, bound in rule.automatic.at_least if counts[severity] >= bound}
            if reached:
                lines = [line for line in (*logged, *tests) if line.kind in reached and line.code != rule.code]
                because = tuple([line.because[0] for line in lines])
                detail = tuple([f"{severity}={counts[severity]}" for severity in _CLASSES])
                yield self._automatic(rule, "escalation", because, detail)

    def _first_of_team(self, workloads: Sequence[Workload]) -> Iterable[Line]:
        best = self.best
        if best is None:
            return
        # Once a month, however often the figures were entered.
        for figures in sorted(workloads, key=_id)[:1]:
            if figures.workload == best.workload and figures.quality == best.quality:
                detail = (f"workload={_plain(figures.workload)}", f"quality={_plain(figures.quality)}")
                for rule in self._version.first_of_team:
                    yield self._automatic(rule, "first-of-team", (figures.id,), detail)

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
        unlimited = (final - pay.zero_at) * pay.per_point
        return pay_effect(final, pay), PayReason.AT_LIMIT if abs(unlimited) > pay.limit else PayReason.BY_SCORE

    def _flags(self, tally: _Tally) -> tuple[Flag, ...]:
        flags = []
        if tally.final < self.rule.flag_below:
            flags.append(Flag(FlagCode.BELOW_60, bound=self.rule.flag_below))
        if tally.offence_counts[Severity.DISMISSAL]:
            because = tuple([line.key for line in tally.logged if line.kind == Severity.DISMISSAL])
            flags.append(Flag(FlagCode.DISMISSAL, because=because))
        return tuple(flags)


def _test_line(rule: Rule, test: SkillTest, version: _Version, reason: str, *more: str) -> Line:
    detail = (f"score={_plain(test.score)}", f"full={_plain(test.full)}", *more)
    return Line(f"{rule.code}:{test.id}", rule.code, rule.severity.value, rule.hardest, test.day, "", Source.AUTOMATIC,
                (test.id,), version.id, reason=reason, detail=detail)  # fmt: skip


def _plain(value: Decimal) -> str:
    """Return a figure as people write it: 97, 92.5."""
    return f"{value.normalize():f}"
