"""One person's month by points: the lines of the log, the automatic lines, and the sheet that they add up to.

Written for speed where a large team has tens of thousands of entries a month; `core.reckoning` is what others call.
Source: handbook points, month-end score and readings.
"""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import NamedTuple

from csdesk.core.appraisal import (
    Adjustment,
    Best,
    Complaint,
    Flag,
    FlagCode,
    Line,
    MonthFacts,
    PayReason,
    Sheet,
    SkillTest,
    Source,
    Strike,
    Workload,
)
from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.rulebook import PayRule, Rule, Rulebook, Rulebooks, Severity, Trigger

_LOG = Source.LOG  # looked up once: Python 3.11 finds a member of an enumeration slowly
_BONUS, _DISMISSAL = Severity.BONUS, Severity.DISMISSAL
_OFFENCES = tuple(severity for severity in Severity if severity.is_offence)
_BY_ID = attrgetter("id")
_BY_DAY_AND_ID = attrgetter("day", "id")
_BY_DAY_TIME_AND_ID = itemgetter(*(Incident._fields.index(name) for name in ("day", "time", "id")))


class OwnFacts(NamedTuple):
    """One person's facts of the month."""

    incidents: Sequence[Incident]
    tests: Sequence[SkillTest]
    workloads: Sequence[Workload]
    complaints: Sequence[Complaint]
    adjustments: Sequence[Adjustment]
    strikes: Sequence[Strike]


class Tally(NamedTuple):
    """What one person's month adds up to, before anybody is ranked."""

    employee: Employee
    logged: Sequence[Line]
    automatic: Sequence[Line]
    adjustments: Sequence[Line]
    struck: tuple[tuple[Line, Strike], ...]
    offence_counts: dict[Severity, int]
    bonuses: int
    offences: int
    automatic_total: int
    adjustment_total: int
    raw: int
    final: int


class _Judgement(NamedTuple):
    """How a version judges entries of one code. each: points where none were chosen. counts_as: None: no offence."""

    kind: str
    each: int
    is_range: bool
    counts_as: Severity | None


class _Version:
    """A version of the rulebook, laid out by what the reckoning looks for."""

    def __init__(self, book: Rulebook) -> None:
        self.id = book.id
        self.test_full = tuple(book.triggered_by(Trigger.TEST_FULL))
        self.test_below = [(rule, rule.automatic.below_percent) for rule in book.triggered_by(Trigger.TEST_BELOW)
                           if rule.automatic]  # fmt: skip
        self.repeated_offences = [(rule, rule.automatic.at_least) for rule in
                                  book.triggered_by(Trigger.REPEATED_OFFENCES) if rule.automatic]  # fmt: skip
        self.first_of_team = tuple(book.triggered_by(Trigger.FIRST_OF_TEAM))
        self.no_effective_complaint = tuple(book.triggered_by(Trigger.NO_EFFECTIVE_COMPLAINT))
        self.judgements = {
            rule.code: _Judgement(
                rule.severity.value,
                rule.hardest,
                rule.is_range,
                rule.severity if rule.severity.is_offence else None,
            )
            for rule in book.rules
        }


class Reckoner:
    """Reckons everybody's sums and sheets of one month; keeps what is the same for all.

    rulebook: the version in force on the month's last day. unjudged: day and code of entries that no rule covers.
    """

    def __init__(self, facts: MonthFacts, rulebook: Rulebook, rulebooks: Rulebooks, best: Best | None) -> None:
        self.month = facts.month
        self.rulebook = rulebook
        self.rule = rulebook.month
        self.unjudged: list[tuple[date, str]] = []
        self._best = best
        self._rulebooks = rulebooks
        self._version = _Version(rulebook)
        self._versions = {rulebook.id: self._version}
        self._by_day: dict[date, _Version | None] = {}
        # The same lines for everybody without an effective complaint.
        in_use = facts.complaints_from is not None and facts.complaints_from <= facts.month
        self._uncomplained = [
            self._automatic(rule, "no-effective-complaint", ())
            for rule in self._version.no_effective_complaint
            if in_use
        ]

    def tally(self, employee: Employee, own: OwnFacts) -> Tally:
        """Return the sums of one person's month from that person's own facts."""
        counts = dict.fromkeys(_OFFENCES, 0)
        logged, bonuses, offences = self._logged(own.incidents, counts)
        automatic, struck = self._proposed(own, counts, logged)
        adjustments = [self._adjustment(one) for one in sorted(own.adjustments, key=_BY_ID)] if own.adjustments else []
        automatic_total = sum([line.points for line in automatic])
        adjustment_total = sum([line.points for line in adjustments])
        raw = self.rule.base + bonuses - offences + automatic_total + adjustment_total
        final = max(self.rule.floor, min(self.rule.cap, raw))
        return Tally(employee, logged, automatic, adjustments, struck, counts, bonuses, offences, automatic_total,
                     adjustment_total, raw, final)  # fmt: skip

    def sheet(self, tally: Tally, rank: int = 0, of: int = 0) -> Sheet:
        """Return the sheet that says the sums of `tally`, with the person's place among all."""
        nth = tally.employee.month_of_employment(self.month)
        effect, reason = self._pay(tally.final, nth)
        return Sheet(
            employee=tally.employee,
            month=self.month,
            base=self.rule.base,
            bonuses=tally.bonuses,
            offences=tally.offences,
            automatic=tally.automatic_total,
            adjustment=tally.adjustment_total,
            raw=tally.raw,
            final=tally.final,
            grade=self.rule.grade(tally.final),
            pay_effect=effect,
            pay_reason=reason,
            flags=self._flags(tally),
            lines=(*tally.logged, *tally.automatic, *tally.adjustments),
            struck=tally.struck,
            offence_counts=tally.offence_counts,
            rank=rank,
            of=of,
            employment_month=nth,
        )

    # The log -------------------------------------------------------------------------------------------------------

    def _logged(self, incidents: Sequence[Incident], counts: dict[Severity, int]) -> tuple[list[Line], int, int]:
        """Return the lines of the log in time, the bonuses and the offences; add the offences to `counts`."""
        lines = []
        bonuses = offences = 0
        # Written out and not called for each entry; a call costs as much as the work.
        for incident in _in_time(incidents):
            code, day, count = incident.code, incident.day, incident.count
            version = self._by_day[day] if day in self._by_day else self._version_of(day)
            judgement = None if version is None else version.judgements.get(code)
            if version is None or judgement is None:
                self.unjudged.append((day, code))
                continue
            kind, each, is_range, counts_as = judgement
            if is_range and incident.points is not None:
                each = incident.points
            points = each * count
            if points > 0:
                bonuses += points
            else:
                offences -= points
            if counts_as is not None:
                counts[counts_as] += count
            lines.append(Line(incident.id, code, kind, points, day, incident.note, _LOG, (incident.id,), version.id,
                              count, incident.minutes))  # fmt: skip
        return lines, bonuses, offences

    def _version_of(self, day: date) -> _Version | None:
        """Return the version in force on `day`, and remember it."""
        book = self._rulebooks.on(day)
        version = None
        if book is not None:
            version = self._versions.get(book.id) or self._versions.setdefault(book.id, _Version(book))
        self._by_day[day] = version
        return version

    # What the program proposes by itself ---------------------------------------------------------------------------

    def _proposed(
        self, own: OwnFacts, counts: dict[Severity, int], logged: Sequence[Line]
    ) -> tuple[Sequence[Line], tuple[tuple[Line, Strike], ...]]:
        """Return the automatic lines that stand and those struck; add failed tests to `counts`.

        Each proposal sees what stands of those before it: a struck test no longer counts for the escalation.
        """
        strikes = {one.key: one for one in sorted(own.strikes, key=_BY_ID)} if own.strikes else {}
        proposed: list[Line] = []
        tests: list[Line] = []
        if own.tests:
            proposed = self._from_tests(own.tests)
            tests = [line for line in proposed if line.key not in strikes and line.kind != _BONUS]
            for line in tests:
                counts[Severity(line.kind)] += 1
        proposed += self._repeated_offences(counts, logged, tests)
        if own.workloads and not any(counts.values()):
            proposed += self._first_of_team(own.workloads)
        if self._uncomplained and not any(complaint.effective for complaint in own.complaints):
            proposed += self._uncomplained
        if not strikes:
            return proposed, ()
        struck = tuple((line, strikes[line.key]) for line in proposed if line.key in strikes)
        return [line for line in proposed if line.key not in strikes], struck

    def _from_tests(self, tests: Sequence[SkillTest]) -> list[Line]:
        lines = []
        for test in sorted(tests, key=_BY_DAY_AND_ID):
            version = self._version_of(test.day) or self._version
            if test.score == test.full:
                lines += [_test_line(rule, test, version, "test-full") for rule in version.test_full]
            for rule, percent in version.test_below:
                if test.score * 100 < test.full * percent:
                    lines.append(_test_line(rule, test, version, "test-below", f"percent={percent}"))
        return lines

    def _repeated_offences(
        self, counts: dict[Severity, int], logged: Sequence[Line], tests: Sequence[Line]
    ) -> list[Line]:
        lines = []
        for rule, at_least in self._version.repeated_offences:
            reached = [severity.value for severity, bound in at_least if counts[severity] >= bound]
            if reached:
                because = tuple([line.because[0] for line in (*logged, *tests) if line.kind in reached])
                detail = tuple([f"{severity}={counts[severity]}" for severity in _OFFENCES])
                lines.append(self._automatic(rule, "escalation", because, detail))
        return lines

    def _first_of_team(self, workloads: Sequence[Workload]) -> list[Line]:
        best = self._best
        highest = [one for one in workloads if best and (one.workload, one.quality) == (best.workload, best.quality)]
        if not highest:
            return []
        # Once a month, also where the figures were entered twice.
        figures = min(highest, key=_BY_ID)
        detail = (f"workload={_plain(figures.workload)}", f"quality={_plain(figures.quality)}")
        return [self._automatic(rule, "first-of-team", (figures.id,), detail) for rule in self._version.first_of_team]

    def _automatic(self, rule: Rule, reason: str, because: tuple[str, ...], detail: tuple[str, ...] = ()) -> Line:
        return Line(rule.code, rule.code, rule.severity.value, rule.hardest, None, "", Source.AUTOMATIC, because,
                    self.rulebook.id, reason=reason, detail=detail)  # fmt: skip

    # The rest of the sheet -----------------------------------------------------------------------------------------

    def _adjustment(self, adjustment: Adjustment) -> Line:
        return Line("ADJ", "ADJ", "adjustment", adjustment.points, None, adjustment.reason, Source.ADJUSTMENT,
                    (adjustment.id,), self.rulebook.id)  # fmt: skip

    def _pay(self, final: int, nth: int) -> tuple[Decimal | None, PayReason]:
        pay = self.rule.pay
        if nth <= pay.exempt_months:
            return None, PayReason.EXEMPT
        effect = pay_effect(final, pay)
        return effect, PayReason.BY_SCORE if effect == _by_score(final, pay) else PayReason.AT_LIMIT

    def _flags(self, tally: Tally) -> tuple[Flag, ...]:
        flags: tuple[Flag, ...] = ()
        if tally.final < self.rule.flag_below:
            flags = (Flag(FlagCode.BELOW_60, bound=self.rule.flag_below),)
        if tally.offence_counts[_DISMISSAL]:
            because = tuple([line.key for line in tally.logged if line.kind == _DISMISSAL])
            flags = (*flags, Flag(FlagCode.DISMISSAL, because=because))
        return flags


def pay_effect(final: int, pay: PayRule) -> Decimal:
    """Return the month's change of pay in yuan, within the rule's limit.

    final: score after the cap, in points. Source: handbook points, month-end 6.
    """
    return Decimal(max(-pay.limit, min(pay.limit, _by_score(final, pay))))


def _by_score(final: int, pay: PayRule) -> int:
    return (final - pay.zero_at) * pay.per_point


def _in_time(incidents: Sequence[Incident]) -> Sequence[Incident]:
    """Return the entries by day, time and id; one without a time stands before those with one."""
    try:
        return sorted(incidents, key=_BY_DAY_TIME_AND_ID)
    except TypeError:  # Times and missing times on one day do not compare.
        return sorted(incidents, key=lambda one: (one.day, one.time or time.min, one.id))


def _test_line(rule: Rule, test: SkillTest, version: _Version, reason: str, *more: str) -> Line:
    detail = (f"score={_plain(test.score)}", f"full={_plain(test.full)}", *more)
    return Line(f"{rule.code}:{test.id}", rule.code, rule.severity.value, rule.hardest, test.day, "", Source.AUTOMATIC,
                (test.id,), version.id, reason=reason, detail=detail)  # fmt: skip


def _plain(value: Decimal) -> str:
    """Return a figure as people write it: 97, 92.5."""
    return f"{value.normalize():f}"
