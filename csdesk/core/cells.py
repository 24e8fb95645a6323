"""The roster as cells: who works which shifts on which day, and at what times. Source: handbook shifts, roster."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from csdesk.core.shifts import Shift

Cell = tuple[str, date]
"""One cell of the roster: an employee's id and a day."""

Cells = Mapping[Cell, tuple[str, ...]]
"""The ids of the shifts in each cell; cells without any are left out."""


class Work(NamedTuple):
    """One shift of one person, with its times. day: on which it begins."""

    employee_id: str
    day: date
    shift: Shift
    begins: datetime
    ends: datetime


def works(cells: Cells, shifts: Mapping[str, Shift], employee_id: str, first: date, last: date) -> list[Work]:
    """Return somebody's shifts of the days from `first` to `last`, by their beginning."""
    found = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        for shift_id in cells.get((employee_id, day), ()):
            shift = shifts[shift_id]
            found.append(Work(employee_id, day, shift, shift.begins(day), shift.ends(day)))
    return sorted(found, key=lambda work: (work.begins, work.ends, work.shift.code))
