"""A person of the team, as far as the appraisal and the staff file need to know."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from csdesk.core.month import Month


class Role(StrEnum):
    """What somebody is in the department. Source: handbook roles, interfaces (intake workbook)."""

    AGENT = "agent"
    TRAINING_SPECIALIST = "training_specialist"
    TEAM_LEAD = "team_lead"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    HR = "hr"


class Employee(NamedTuple):
    """One line of the staff file.

    id: made by the program. number: as the firm writes it, leading zeros kept.
    left: the last day of employment, None while employed. base_salary: yuan a month.
    rev: how often the stored row was changed; an update names the rev it read.
    """

    id: str
    number: str
    name: str
    role: Role
    hired: date
    group: str = ""
    probation_end: date | None = None
    base_salary: Decimal | None = None
    left: date | None = None
    phone: str = ""
    rev: int = 0

    def employed_on(self, day: date) -> bool:
        """Return whether the person is employed on `day`, first and last day included."""
        return self.hired <= day and (self.left is None or day <= self.left)

    def employed_in(self, month: Month) -> bool:
        """Return whether the person is employed on any day of `month`. Source: handbook points, readings."""
        return self.hired <= month.last and (self.left is None or self.left >= month.first)

    def month_of_employment(self, month: Month) -> int:
        """Return which calendar month of the employment `month` is; the month of hire is 1."""
        return Month.of(self.hired).until(month) + 1
