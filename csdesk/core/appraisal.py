"""The month-end appraisal by points: from facts and rulebooks to one sheet a person, each line with its origin.

Source: handbook points, month-end score and readings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebook, Severity


class Source(StrEnum):
    """Where a line of a sheet comes from."""

    LOG = "log"
    AUTOMATIC = "automatic"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class SkillTest:
    """One result of the monthly skill test."""

    id: str
    employee_id: str
    day: date
    score: Decimal
    full: Decimal


@dataclass(frozen=True, slots=True)
class Workload:
    """Somebody's figures of workload and quality in a month."""

    id: str
    employee_id: str
    month: Month
    workload: Decimal
    quality: Decimal


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


@dataclass(frozen=True, slots=True)
class Complaint:
    """A customer's complaint, as far as the appraisal needs it. effective: None while undecided."""

    id: str
    employee_id: str | None
    received: date
    effective: bool | None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The discretionary points of a person and month, with their reason. by, at: who gave them, and when (UTC)."""

    id: str
    employee_id: str
    month: Month
    points: int
    reason: str
    by: str = ""
    at: str = ""
    rev: int = 0


@dataclass(frozen=True, slots=True)
class Strike:
    """An automatic line that the supervisor took out. key: the line's key, see Line.key."""

    id: str
    employee_id: str
    month: Month
    key: str
    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """Everything that happened and that one month's appraisal needs.

    employees: those employed on any day of the month, whatever their role. incidents: not voided.
    complaints_from: the first month in which the complaint register counts as in use, or None.
    """

    month: Month
    employees: Sequence[Employee]
    incidents: Sequence[Incident] = ()
    tests: Sequence[SkillTest] = ()
    workloads: Sequence[Workload] = ()
    complaints: Sequence[Complaint] = ()
    adjustments: Sequence[Adjustment] = ()
    strikes: Sequence[Strike] = ()
    complaints_from: Month | None = None


class Line(NamedTuple):
    """One line of a sheet: what moved the score, by how much, and why.

    key: names the line within the sheet: the entry's id, ``SER-05``, ``MOD-07:<test id>``, ``ADJ``.
    kind: the severity, or ``adjustment``. points: signed, of all `count` occurrences together.
    reason: for an automatic line the code of its sentence (``escalation``, ...), with `detail` in order.
    because: ids of the entries, tests or complaints behind it. rulebook: id of the version that judged it.
    """

    key: str
    code: str
    kind: str
    points: int
    day: date | None
    note: str
    source: Source
    because: tuple[str, ...]
    rulebook: str
    count: int = 1  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    minutes: int | None = None
    reason: str = ""
    detail: tuple[str, ...] = ()


class FlagCode(StrEnum):
    """What the manager must look at; the program never acts on it. Source: handbook points, month-end 7."""

    BELOW_60 = "below-60"
    LAST_TWICE = "last-twice-below-70"
    DISMISSAL = "dismissal-offence"


@dataclass(frozen=True, slots=True)
class Flag:
    """One flag. because: ids of the entries behind it, where there are any. bound: the rulebook's figure, if any."""

    code: FlagCode
    because: tuple[str, ...] = ()
    bound: int = 0


class PayReason(StrEnum):
    """Why the pay effect is what it is."""

    BY_SCORE = "by-score"
    AT_LIMIT = "at-limit"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's appraisal of a month.

    bonuses, offences: positive totals of logged entries. automatic: signed total of automatic lines.
    raw: base and all lines. final: raw within floor and cap. rank: 1 is best; ties share. of: how many are ranked.
    pay_effect: yuan, None where exempt. lines: by day; struck: automatic lines taken out, each with its strike.
    offence_counts: number of offences (logged and automatic, the escalation itself left out) by severity.
    employment_month: which calendar month of the employment it is; 1 is the month of hire.
    """

    employee: Employee
    month: Month
    base: int
    bonuses: int
    offences: int
    automatic: int
    adjustment: int
    raw: int
    final: int
    grade: str
    pay_effect: Decimal | None
    pay_reason: PayReason
    flags: tuple[Flag, ...]
    lines: tuple[Line, ...]
    struck: tuple[tuple[Line, Strike], ...]
    offence_counts: Mapping[Severity, int]
    rank: int = 0
    of: int = 0
    employment_month: int = 0


@dataclass(frozen=True, slots=True)
class MonthResult:
    """A month's appraisal: one sheet a person, by rank, then number.

    rulebook: the version in force on the month's last day.
    problems: what the reader should know (undecided complaints...).
    """

    month: Month
    rulebook: Rulebook
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
    tests: int = 0
    workloads: int = 0
    undecided: int = 0
