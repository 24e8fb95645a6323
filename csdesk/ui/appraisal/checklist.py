"""What is still to be done before a month can be closed, computed from its facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from csdesk.ui.appraisal.reading import MonthReading, SheetRow


class CheckName(StrEnum):
    """What is looked at, in the order of the work at month-end."""

    TESTS = "tests"
    WORKLOADS = "workloads"
    COMPLAINTS = "complaints"
    FLAGS = "flags"
    PRINTED = "printed"
    STALE = "stale"
    SIGNED = "signed"


class CheckState(StrEnum):
    """How far it is. PENDING: not yet, and nothing is wrong with that. LOOK: somebody must look at it."""

    DONE = "done"
    PENDING = "pending"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist. of: how many there are in all, None where there is no such number."""

    name: CheckName
    count: int
    state: CheckState
    of: int | None = None


def is_printed(row: SheetRow) -> bool:
    """Return whether a sheet was printed, stale or not."""
    return row.mark is not None


def is_stale(row: SheetRow) -> bool:
    """Return whether the month has changed since the sheet was printed."""
    return row.mark is not None and row.mark.stale


def is_signed(row: SheetRow) -> bool:
    """Return whether the sheet came back signed, and says what is still so."""
    return row.mark is not None and row.mark.signed_on is not None and not row.mark.stale


def checks(reading: MonthReading) -> Sequence[Check]:
    """Return the month's checklist. Stale sheets are only named where there are any."""
    result, rows = reading.view.result, reading.rows
    people = len(rows)
    flags = sum(bool(row.sheet.flags) for row in rows)
    printed, stale = sum(map(is_printed, rows)), sum(map(is_stale, rows))
    signed = sum(map(is_signed, rows))
    found = [
        Check(CheckName.TESTS, result.tests, _done(result.tests > 0)),
        Check(CheckName.WORKLOADS, result.workloads, _done(result.workloads > 0)),
        Check(CheckName.COMPLAINTS, result.undecided, CheckState.LOOK if result.undecided else CheckState.DONE),
        Check(CheckName.FLAGS, flags, CheckState.LOOK if flags else CheckState.DONE),
        Check(CheckName.PRINTED, printed, _done(printed == people), people),
    ]
    if stale:
        found.append(Check(CheckName.STALE, stale, CheckState.LOOK))
    return [*found, Check(CheckName.SIGNED, signed, _done(signed == people), people)]


def _done(yes: bool) -> CheckState:
    return CheckState.DONE if yes else CheckState.PENDING
