"""How somebody stands with the team on a day: employed, on probation, about to leave, gone."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.texts import Texts
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import short_day


class Standing(StrEnum):
    """The states, in the order in which they follow on each other."""

    TO_COME = "to-come"
    PROBATION = "probation"
    EMPLOYED = "employed"
    LEAVING = "leaving"
    LEFT = "left"


_KINDS = {
    Standing.TO_COME: "",
    Standing.PROBATION: "minor",
    Standing.EMPLOYED: "",
    Standing.LEAVING: "moderate",
    Standing.LEFT: "",
}


def standing_of(employee: Employee, today: date) -> Standing:
    """Return how `employee` stands on `today`; the last day of probation still is one."""
    if employee.left is not None:
        return Standing.LEFT if employee.left < today else Standing.LEAVING
    if employee.hired > today:
        return Standing.TO_COME
    if employee.probation_end is not None and today <= employee.probation_end:
        return Standing.PROBATION
    return Standing.EMPLOYED


class StandingWords(QObject):
    """Says a standing in the window's language."""

    def chip(self, employee: Employee, today: date, texts: Texts) -> Chip:
        """Return the standing as a chip, with its day where one matters."""
        standing = standing_of(employee, today)
        said = {
            Standing.TO_COME: self.tr("from {day}").format(day=short_day(employee.hired, texts, today)),
            Standing.PROBATION: self.tr("probation"),
            Standing.EMPLOYED: self.tr("employed"),
            Standing.LEAVING: self.tr("until {day}").format(day=short_day(employee.left or today, texts, today)),
            Standing.LEFT: self.tr("left"),
        }[standing]
        return Chip(said, _KINDS[standing])
