"""How a month is reckoned: facts and rulebooks in, one sheet a person out. Pure; order of the facts never matters.

Source: handbook points, month-end score and readings.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from csdesk.core.appraisal import (
    Adjustment,
    Best,
    Complaint,
    Flag,
    FlagCode,
    MonthFacts,
    MonthResult,
    Sheet,
    SkillTest,
    Strike,
    Workload,
)
from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.reckoner import OwnFacts, Reckoner, pay_effect
from csdesk.core.rulebook import Rulebook, Rulebooks

__all__ = [
    "Best",
    "NoRulebookError",
    "appraise",
    "appraise_person",
    "flag_last_twice",
    "last_and_low",
    "last_and_low_among",
    "last_of",
    "pay_effect",
    "problem_of_appraising",
]

_Row = TypeVar("_Row", Incident, SkillTest, Workload, Complaint, Adjustment, Strike)
_FLAG_ORDER = tuple(FlagCode)


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


def _in_force(month: Month, rulebooks: Rulebooks) -> Rulebook:
    rulebook = rulebooks.on(month.last)
    if rulebook is None:
        raise NoRulebookError(month, rulebooks.first_day)
    return rulebook


class _ByEmployee:
    """A month's facts, sorted to the people they belong to."""

    def __init__(self, facts: MonthFacts) -> None:
        self.incidents = _by_employee(facts.incidents)
        self.tests = _by_employee(facts.tests)
        self.workloads = _by_employee(facts.workloads)
        self.complaints = _by_employee(facts.complaints)
        self.adjustments = _by_employee(facts.adjustments)
        self.strikes = _by_employee(facts.strikes)

    def of(self, employee_id: str) -> OwnFacts:
        return OwnFacts(
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
    rulebook = _in_force(facts.month, rulebooks)
    reckoner = Reckoner(facts, rulebook, rulebooks, Best.among(facts.workloads))
    own = _ByEmployee(facts)
    tallies = [
        reckoner.tally(person, own.of(person.id))
        for person in facts.employees
        if rulebook.month.appraises(person, facts.month)
    ]
    ranks = _ranks([tally.final for tally in tallies])
    sheets = [reckoner.sheet(tally, ranks[tally.final], len(tallies)) for tally in tallies]
    sheets.sort(key=lambda sheet: (sheet.rank, sheet.employee.number, sheet.employee.id))
    problems = [Problem.at("", "entry.no-rule", day=day, code=code) for day, code in sorted(reckoner.unjudged)]
    sheeted = {tally.employee.id for tally in tallies}
    aside = sum(incident.employee_id not in sheeted for incident in facts.incidents)
    if aside:
        problems.append(Problem.at("", "entry.not-appraised", count=aside, month=facts.month))
    undecided = sum(complaint.effective is None for complaint in facts.complaints)
    if undecided:
        problems.append(Problem.at("", "complaint.undecided", count=undecided, month=facts.month))
    result = MonthResult(
        month=facts.month,
        rulebook=rulebook,
        sheets=tuple(sheets),
        problems=tuple(problems),
        tests=len(facts.tests),
        workloads=len(facts.workloads),
        undecided=undecided,
    )
    return flag_last_twice(result, last_before)


def problem_of_appraising(employee: Employee, month: Month, rulebook: Rulebook) -> Problem | None:
    """Return why somebody is not appraised by points in `month`, None where the person is.

    rulebook: the version in force on the month's last day.
    """
    if rulebook.month.appraises(employee, month):
        return None
    code = "person.role-not-appraised" if employee.employed_in(month) else "person.not-employed"
    return Problem.at("", code, name=employee.name, month=month)


def appraise_person(employee: Employee, facts: MonthFacts, rulebooks: Rulebooks, best: Best | None) -> Sheet:
    """Return one person's sheet, unranked, from that person's own facts; `best` is the whole team's.

    Raises NoRulebookError where no version covers the month's last day.
    """
    reckoner = Reckoner(facts, _in_force(facts.month, rulebooks), rulebooks, best)
    return reckoner.sheet(reckoner.tally(employee, _ByEmployee(facts).of(employee.id)))


def last_of(result: MonthResult) -> frozenset[str]:
    """Return the ids of everybody at the lowest score; nobody is last alone or where all scores are equal."""
    finals = [sheet.final for sheet in result.sheets]
    if len(set(finals)) < 2:
        return frozenset()
    lowest = min(finals)
    return frozenset(sheet.employee.id for sheet in result.sheets if sheet.final == lowest)


def last_and_low(result: MonthResult) -> frozenset[str]:
    """Return the ids of those who are last with a score below the rulebook's bound for "last twice"."""
    bound = result.rulebook.month.flag_last_twice_below
    last = last_of(result)
    return frozenset(s.employee.id for s in result.sheets if s.employee.id in last and s.final < bound)


def last_and_low_among(candidates: Collection[str], facts: MonthFacts, rulebooks: Rulebooks) -> frozenset[str]:
    """Return which of `candidates` are last in the month of `facts` with a score below the rulebook's bound.

    The same as `last_and_low` of the whole appraisal, but it looks at the others only until the answer is certain.
    Raises NoRulebookError where no version covers the month's last day.
    """
    rulebook = _in_force(facts.month, rulebooks)
    reckoner = Reckoner(facts, rulebook, rulebooks, Best.among(facts.workloads))
    own = _ByEmployee(facts)
    people = [person for person in facts.employees if rulebook.month.appraises(person, facts.month)]
    finals = {p.id: reckoner.tally(p, own.of(p.id)).final for p in people if p.id in candidates}
    lowest = min(finals.values(), default=rulebook.month.flag_last_twice_below)
    if lowest >= rulebook.month.flag_last_twice_below:
        return frozenset()
    somebody_higher = max(finals.values()) > lowest
    for person in people:
        if somebody_higher and lowest == rulebook.month.floor:
            break
        final = lowest if person.id in finals else reckoner.tally(person, own.of(person.id)).final
        if final < lowest:
            return frozenset()
        somebody_higher = somebody_higher or final > lowest
    return frozenset(id for id, final in finals.items() if final == lowest) if somebody_higher else frozenset()


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


def _ranks(finals: Sequence[int]) -> dict[int, int]:
    """Return the rank of each score; ties share one (1, 2, 2, 4)."""
    ranks: dict[int, int] = {}
    for place, final in enumerate(sorted(finals, reverse=True), start=1):
        ranks.setdefault(final, place)
    return ranks
