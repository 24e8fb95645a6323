"""What a workbook is checked against, and what comes of the check: the list for the person, the plan for the import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from csdesk.core.appraisal import Adjustment, SkillTest, Workload
from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Judged
from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebooks
from csdesk.desk.intake_duty_plan import DutyBasis, DutyPlan
from csdesk.render.intake_rows import (
    AdjustmentRow,
    ComplaintRow,
    Fault,
    IncidentRow,
    IntakeReading,
    SheetKind,
    StaffRow,
    TestRow,
    WorkloadRow,
)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a workbook is checked against; values only.

    known: digests of the rows that were imported before. adjusted, figures: what people have already, by employee and
    month.
    """

    employees: Sequence[Employee]
    rulebooks: Rulebooks
    closed: frozenset[Month]
    today: date
    known: frozenset[str] = frozenset()
    adjusted: Mapping[tuple[str, Month], Adjustment] = field(default_factory=dict)
    figures: Mapping[tuple[str, Month], Workload] = field(default_factory=dict)
    duty: DutyBasis = field(default_factory=DutyBasis)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will write: the rows of `reading` that are new to `basis`.

    new_people, changed_people: as they will stand.
    """

    reading: IntakeReading
    basis: Basis
    new_people: Sequence[tuple[Employee, StaffRow]] = ()
    changed_people: Sequence[tuple[Employee, StaffRow]] = ()
    incidents: Sequence[tuple[Draft, Judged, IncidentRow]] = ()
    adjustments: Sequence[tuple[str, AdjustmentRow]] = ()
    tests: Sequence[tuple[SkillTest, TestRow]] = ()
    workloads: Sequence[tuple[Workload, WorkloadRow]] = ()
    complaints: Sequence[tuple[str | None, ComplaintRow]] = ()
    unchanged_people: Sequence[StaffRow] = ()
    duty: DutyPlan = field(default_factory=DutyPlan)


@dataclass(frozen=True, slots=True)
class SheetCount:
    """How many rows of a sheet are new, change something on file, or were there already."""

    kind: SheetKind
    title: str
    new: int
    changed: int
    known: int


@dataclass(frozen=True, slots=True)
class IntakeCheck:
    """The check list of an import; `faults` empty means that it can be imported.

    unread: sheets that were not read, by title; of these `unknown` are none of ours. skipped: columns by sheet.
    """

    file_name: str
    faults: Sequence[Fault]
    counts: Sequence[SheetCount]
    unread: Sequence[str]
    unknown: Sequence[str]
    skipped: Sequence[tuple[str, str]]
    plan: Plan

    @property
    def changes(self) -> int:
        """How many rows the import will write."""
        return sum(count.new + count.changed for count in self.counts)

    @property
    def known(self) -> int:
        """How many rows were there already."""
        return sum(count.known for count in self.counts)
