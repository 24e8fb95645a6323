"""Leave: who is away, from when to when, asked for, approved or refused. Source: handbook shifts, leave."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class LeaveType(StrEnum):
    """What leave is taken for. Source: handbook shifts, leave."""

    ANNUAL = "annual"
    SICK = "sick"
    PERSONAL = "personal"
    OTHER = "other"


class LeaveState(StrEnum):
    """How far a request has come."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Leave(NamedTuple):
    """One request. hours: of the one day, None for whole days. emergency_at: ISO text of the call's local time.

    decided_by, decided_at, decision_reason: of the last decision; decided_at as ISO text in UTC.
    """

    id: str
    employee_id: str
    first: date
    last: date
    type: LeaveType
    hours: Decimal | None = None
    state: LeaveState = LeaveState.ASKED
    note: str = ""
    emergency_at: str | None = None
    asked_by: str = ""
    asked_at: str = ""
    decided_by: str | None = None
    decided_at: str | None = None
    decision_reason: str | None = None
    rev: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is approved, or may yet be."""
        return self.state in (LeaveState.ASKED, LeaveState.APPROVED)

    @property
    def is_approved(self) -> bool:
        """Whether the manager has approved it."""
        return self.state is LeaveState.APPROVED

    def covers(self, day: date) -> bool:
        """Return whether `day` lies in the leave, first and last day included."""
        return self.first <= day <= self.last
