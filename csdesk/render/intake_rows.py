"""What reading an intake workbook gives: typed rows with the place where each stands, and faults.

Checked by the reading: whatever can be told from the workbook alone, one cell at a time. Left to the desk, with the
same `Fault` and the texts of ``intake.*``: whatever needs the team's file, the rulebook, the clock, or a second row.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from csdesk.core.employee import Role
from csdesk.core.leave import LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Detail

_NOTHING: Mapping[str, Detail] = MappingProxyType({})


class SheetKind(StrEnum):
    """The sheets of an intake workbook. Source: interfaces, intake workbook."""

    STAFF = "staff"
    INCIDENTS = "incidents"
    ADJUSTMENTS = "adjustments"
    TESTS = "tests"
    WORKLOAD = "workload"
    COMPLAINTS = "complaints"
    SHIFTS = "shifts"
    ROSTER = "roster"
    SWAPS = "swaps"
    LEAVE = "leave"
    ATTENDANCE = "attendance"
    FIGURES = "figures"
    RATINGS = "ratings"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a workbook, for the person who keeps it.

    sheet: its title, or "" where the file itself is at fault. cell: ``C12``, a row as ``12:12``, or "".
    code: dotted, stable; its sentence is said with the particulars in `detail`. is_problem: that sentence is the one
    which the window says at a field.
    """

    sheet: str
    cell: str
    code: str
    detail: Mapping[str, Detail] = field(default_factory=lambda: _NOTHING)
    is_problem: bool = False

    @property
    def text(self) -> str:
        """The key of the fault's sentence, for ``Texts.say(fault.text, **fault.detail)``."""
        return f"problems.{self.code}" if self.is_problem else f"intake.{self.code}"


@dataclass(frozen=True, slots=True)
class Where:
    """Where a row stands: sheet, row number, and the column letter of each field that the sheet has."""

    sheet: str
    row: int
    columns: Mapping[str, str]

    def cell(self, name: str) -> str:
        """Return the address of a field, for example ``C12``; the whole row where the sheet has no such column."""
        letter = self.columns.get(name)
        return f"{letter}{self.row}" if letter else self.line

    @property
    def line(self) -> str:
        """The whole row, for example ``12:12``."""
        return f"{self.row}:{self.row}"

    def fault(self, name: str, code: str, /, **detail: Detail) -> Fault:
        """Return the fault `code` at a field of this row; at the whole row for the name ""."""
        return Fault(self.sheet, self.cell(name), code, detail)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that could be read whole.

    digest: SHA-256 (hex) of the sheet's kind and all its known cells, brought to one way of writing; the same row has
    the same digest whatever the language and order of the columns. Source: interfaces (a row's identity).
    """

    where: Where
    digest: str


@dataclass(frozen=True, slots=True)
class StaffRow(Row):
    """A person. A field whose column is missing in `where.columns` says nothing about what is on file."""

    number: str
    name: str
    role: Role
    hired: date
    group: str = ""
    probation_end: date | None = None
    base_salary: Decimal | None = None
    left: date | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class IncidentRow(Row):
    """An entry of the log. points: as typed, with or without sign. code: a rule's or an overrun's, in capitals."""

    date: date
    number: str
    code: str
    time: datetime.time | None = None
    points: int | None = None
    minutes: int | None = None
    count: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdjustmentRow(Row):
    """The discretionary points of a person and month."""

    month: Month
    number: str
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class TestRow(Row):
    """A result of the skill test; full marks are 100 where the cell is empty."""

    __test__ = False  # not a class of tests, whatever pytest makes of the name

    date: date
    number: str
    score: Decimal
    full: Decimal


@dataclass(frozen=True, slots=True)
class WorkloadRow(Row):
    """Somebody's figures of workload and quality in a month."""

    month: Month
    number: str
    workload: Decimal
    quality: Decimal


@dataclass(frozen=True, slots=True)
class ComplaintRow(Row):
    """A customer's complaint. number: the employee concerned, "" if nobody. effective: None while undecided."""

    received: date
    number: str = ""
    effective: bool | None = None
    quality: bool | None = None
    overseas: bool | None = None
    customer: str = ""
    subject: str = ""
    closed: date | None = None
    fine: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ShiftRow(Row):
    """A type of shift. break_: minutes, None where the cell is empty or there is no such column."""

    code: str
    start: datetime.time
    end: datetime.time
    break_: int | None = None


@dataclass(frozen=True, slots=True)
class RosterRow(Row):
    """One shift of one person on one day, as planned; `shift` may say that the person rests.

    name: who it is where a grid has no number; a number may stand there as well.
    """

    date: date
    number: str
    shift: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SwapRow(Row):
    """A line of the swap register. day_b: of the return, None for a cover."""

    number_a: str
    day_a: date
    number_b: str
    day_b: date | None = None
    reason: str = ""
    signed_a: bool | None = None
    signed_b: bool | None = None
    approved: bool | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class LeaveRow(Row):
    """A leave, first and last day included. approved: None while nobody has decided."""

    number: str
    from_: date
    to: date
    type: LeaveType
    approved: bool | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow(Row):
    """What was amiss with somebody's attendance on a day. late, early: minutes."""

    date: date
    number: str
    late: int | None = None
    early: int | None = None
    absent: bool | None = None


@dataclass(frozen=True, slots=True)
class PartialRow:
    """A row with a fault, as far as it could be read, so that whatever else is wrong with it can be told as well.

    values: by field. at_fault: the fields whose faults are told already.
    """

    where: Where
    values: Mapping[str, object]
    at_fault: frozenset[str]


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet whose headings were found.

    rows: those without a fault, in the order of the sheet; partial: the others. numbers: every employee number that
    could be read in it, also on rows with a fault, so that nobody is called unknown for a fault elsewhere in the row.
    unknown_columns: headings that are not ours; their cells were skipped.
    """

    kind: SheetKind
    title: str
    rows: tuple[Row, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    partial: tuple[PartialRow, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeReading:
    """A workbook as values; nothing may be imported while there are faults.

    unread: titles of the sheets that were not read, in the workbook's order; of these `unknown` are none of ours, the
    others belong to the intake but are not read yet. unreadable: kinds of sheets that are there but whose headings
    are at fault; what they hold is not known.
    """

    file_name: str
    sheets: tuple[SheetReading, ...] = ()
    unread: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()
    unreadable: tuple[SheetKind, ...] = ()

    def sheet(self, kind: SheetKind) -> SheetReading | None:
        """Return the sheet of a kind, or None where the workbook has none that could be read."""
        return next((sheet for sheet in self.sheets if sheet.kind is kind), None)

    def rows(self, of: type[R]) -> tuple[R, ...]:
        """Return all rows of one type, for example ``reading.rows(StaffRow)``."""
        return tuple(row for sheet in self.sheets for row in sheet.rows if isinstance(row, of))
