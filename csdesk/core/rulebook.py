"""A rulebook: the dated catalogue of offences and bonuses, and what a month is reckoned with.

Everything that one firm decides is a field here and stands in a TOML file; see `core.rulebook_file`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.words import Words


class Severity(StrEnum):
    """The class of an entry. Source: handbook points, catalogue."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    DISMISSAL = "dismissal"
    BONUS = "bonus"

    @property
    def is_offence(self) -> bool:
        """Whether an entry of this class is an offence."""
        return self is not Severity.BONUS


class Trigger(StrEnum):
    """What makes the program propose an entry by itself. Source: handbook points, readings."""

    TEST_BELOW = "test-below"
    TEST_FULL = "test-full"
    REPEATED_OFFENCES = "repeated-offences"
    FIRST_OF_TEAM = "first-of-team"
    NO_EFFECTIVE_COMPLAINT = "no-effective-complaint"


class Automatic(NamedTuple):
    """When a rule is proposed by the program.

    below_percent: for TEST_BELOW, the share of full marks (in per cent) that a test must not fall under.
    at_least: for REPEATED_OFFENCES, how many offences of a severity in the month trigger it; any one suffices.
    """

    when: Trigger
    below_percent: int = 0
    at_least: tuple[tuple[Severity, int], ...] = ()


class Rule(NamedTuple):
    """One entry of the catalogue.

    mildest, hardest: signed points of one occurrence, nearest to and farthest from nought; equal where
    nothing is chosen. Both 0 for a dismissal offence.
    counted: whether the person who logs says how many there were (a spot check).
    minutes: for a tier of an overrun, its first and last minute; None as the last is "and more".
    """

    code: str
    severity: Severity
    title: Words
    mildest: int
    hardest: int
    counted: bool = False
    minutes: tuple[int, int | None] | None = None
    automatic: Automatic | None = None

    @property
    def is_range(self) -> bool:
        """Whether points are chosen within a range."""
        return self.mildest != self.hardest

    @property
    def lowest(self) -> int:
        """The smaller of the two bounds, as signed points."""
        return min(self.mildest, self.hardest)

    @property
    def highest(self) -> int:
        """The larger of the two bounds, as signed points."""
        return max(self.mildest, self.hardest)


class Overrun(NamedTuple):
    """One entry for the person who logs, several rules by the minutes. Source: handbook points, readings.

    code: what is typed (OVERRUN). tiers: codes of the rules, by rising minutes, without a gap.
    """

    code: str
    title: Words
    tiers: tuple[str, ...]


class GradeBand(NamedTuple):
    """A grade and where it begins: from `bound` on, or only above it."""

    letter: str
    bound: int
    above: bool = False

    def holds(self, score: int) -> bool:
        """Return whether `score` reaches this band."""
        return score > self.bound if self.above else score >= self.bound


class PayRule(NamedTuple):
    """How a score moves pay: (score - zero_at) x per_point yuan, within plus or minus limit.

    exempt_months: so many calendar months of employment, the month of hire the first, have no effect.
    """

    zero_at: int
    per_point: int
    limit: int
    exempt_months: int


class MonthRule(NamedTuple):
    """What a month is reckoned with. Source: handbook points, month-end score.

    bands: from the best grade down. ungraded: the letter below the last band.
    flag_below: a final score below it is flagged. flag_last_twice_below: last in two months running, both below it.
    """

    base: int
    cap: int
    floor: int
    discretion: int
    bands: tuple[GradeBand, ...]
    ungraded: str
    pay: PayRule
    flag_below: int
    flag_last_twice_below: int
    roles: frozenset[Role]

    def grade(self, score: int) -> str:
        """Return the grade's letter for a final score."""
        return next((band.letter for band in self.bands if band.holds(score)), self.ungraded)

    def appraises(self, employee: Employee, month: Month) -> bool:
        """Return whether somebody is appraised by points in `month`. Source: handbook points, readings."""
        return employee.role in self.roles and employee.employed_in(month)


class _RulebookFacts(NamedTuple):
    id: str
    in_force_from: date
    title: Words
    rules: tuple[Rule, ...]
    overruns: tuple[Overrun, ...]
    month: MonthRule
    digest: str


class Rulebook(_RulebookFacts):
    """One version of a rulebook.

    id: name and first day, for example ``points@2025-01-01``. digest: SHA-256 of the text it was read from, hex.
    """

    @cached_property
    def _by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    def rule(self, code: str) -> Rule | None:
        """Return the rule with `code`, or None."""
        return self._by_code.get(code)

    def overrun(self, code: str) -> Overrun | None:
        """Return the overrun that is typed as `code`, or None."""
        return next((overrun for overrun in self.overruns if overrun.code == code), None)

    def tier(self, overrun: Overrun, minutes: int) -> Rule | None:
        """Return the rule of `overrun` whose tier holds `minutes`, or None."""
        for code in overrun.tiers:
            rule = self._by_code[code]
            if rule.minutes and rule.minutes[0] <= minutes and (rule.minutes[1] is None or minutes <= rule.minutes[1]):
                return rule
        return None

    def triggered_by(self, trigger: Trigger) -> Iterable[Rule]:
        """Yield the rules that the program proposes on `trigger`, in the catalogue's order."""
        return (rule for rule in self.rules if rule.automatic and rule.automatic.when is trigger)


class _Versions(NamedTuple):
    versions: tuple[Rulebook, ...]


class Rulebooks(_Versions):
    """All versions that a team has adopted, oldest first."""

    __slots__ = ()

    def __new__(cls, versions: Iterable[Rulebook]) -> "Rulebooks":
        """Put the versions in their order."""
        return super().__new__(cls, tuple(sorted(versions, key=lambda version: version.in_force_from)))

    def on(self, day: date) -> Rulebook | None:
        """Return the version in force on `day`; None before the first one's first day."""
        found = None
        for version in self.versions:
            if version.in_force_from > day:
                break
            found = version
        return found

    @property
    def first_day(self) -> date | None:
        """The first day that any version covers, or None where there is none."""
        return self.versions[0].in_force_from if self.versions else None
