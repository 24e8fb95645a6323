"""The month's roster as it is put on paper and into a workbook: values only, and what both say of them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from csdesk.core.cells import Cells
from csdesk.core.days import Calendar, DayKind
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave
from csdesk.core.month import Month
from csdesk.core.roster import Cover
from csdesk.core.shifts import Shift
from csdesk.core.words import Words
from csdesk.render.duty_page import weekday
from csdesk.render.paper_words import Speech, ranges

MARKED = (DayKind.HOLIDAY, DayKind.MAKE_UP)
"""The kinds of day that a roster marks with a word; weekends are only grey."""


class RosterSheet(NamedTuple):
    """A month's roster. employees: in the order in which they stand.

    cells: as worked, swaps applied. planned: before that. gained: what of the cells comes from a swap.
    leaves: those asked for or approved. covers: of each day, for the shifts that are worked or needed on it.
    """

    team: str
    month: Month
    made_on: date
    employees: Sequence[Employee]
    shifts: Mapping[str, Shift]
    cells: Cells
    planned: Cells
    gained: Cells
    leaves: Sequence[Leave]
    calendar: Calendar
    covers: Mapping[date, Sequence[Cover]]


class Entry(NamedTuple):
    """One thing that stands in a cell: a shift's code or words for leave. swapped: by an approved swap."""

    text: str
    swapped: bool = False


class RosterView:
    """What a roster says, in the words of one language or both."""

    def __init__(self, sheet: RosterSheet, speech: Speech) -> None:
        self.sheet = sheet
        self.speech = speech
        first = sheet.month.first
        self.days = [first + timedelta(days=number) for number in range((sheet.month.last - first).days + 1)]

    def entries(self, employee: Employee, day: date) -> list[Entry]:
        """Return what stands in somebody's cell of a day: shifts by their start, then leave."""
        cell = (employee.id, day)
        gained = self.sheet.gained.get(cell, ())
        shifts = sorted((self.sheet.shifts[each] for each in self.sheet.cells.get(cell, ())), key=_by_start)
        entries = [Entry(shift.code, shift.id in gained) for shift in shifts]
        for leave in self._leaves_by_person.get(employee.id, ()):
            if leave.covers(day):
                entries += [Entry(text) for text in self._away(leave)]
        return entries

    def _away(self, leave: Leave) -> tuple[str, ...]:
        """Return the words for leave; in both languages just the first, the legend has the other."""
        asked = "" if leave.is_approved else ".asked"
        word = self.speech.say(f"duty.away{asked}")[0]
        return (word,) if leave.hours is None else (word, f"{leave.hours.normalize():f}h")

    @cached_property
    def _leaves_by_person(self) -> Mapping[str, list[Leave]]:
        found: dict[str, list[Leave]] = {}
        for leave in self.sheet.leaves:
            if leave.is_open:
                found.setdefault(leave.employee_id, []).append(leave)
        return found

    def leave_words(self) -> list[tuple[str, str]]:
        """Return the words for leave that stand on the roster, each with its meaning."""
        first, last = self.days[0], self.days[-1]
        here = [leave for leaves in self._leaves_by_person.values() for leave in leaves
                if leave.first <= last and leave.last >= first]  # fmt: skip
        words = []
        if any(leave.is_approved for leave in here):
            words.append((self.speech.say("duty.away")[0], self.speech.phrase("duty.away.means")))
        if not all(leave.is_approved for leave in here):
            words.append((self.speech.say("duty.away.asked")[0], self.speech.phrase("duty.away.asked.means")))
        return words

    def weekday(self, day: date) -> str:
        """Return the day of the week, short."""
        return weekday(day, self.speech, short=True)

    def kind(self, day: date) -> DayKind:
        """Return what kind of day it is."""
        return self.sheet.calendar.kind(day)

    def mark(self, day: date) -> tuple[str, ...]:
        """Return the word that marks a holiday or make-up day, in each language; nothing for any other day."""
        kind = self.kind(day)
        return self.speech.say(f"duty.mark.{kind}") if kind in MARKED else ()

    @cached_property
    def shifts(self) -> list[Shift]:
        """The shifts that are worked or needed in the month, by their start."""
        used = {each for (_, day), cell in self.sheet.cells.items() if day in self.sheet.month for each in cell}
        used.update(cover.shift.id for covers in self.sheet.covers.values() for cover in covers if cover.need)
        return sorted((self.sheet.shifts[each] for each in used), key=_by_start)

    @cached_property
    def _cover_by_day(self) -> Mapping[tuple[str, date], Cover]:
        return {(c.shift.id, day): c for day, covers in self.sheet.covers.items() for c in covers if c.need or c.have}

    def cover(self, shift: Shift, day: date) -> Cover | None:
        """Return how a shift is covered on a day, None where nobody works or is needed."""
        return self._cover_by_day.get((shift.id, day))

    @property
    def covered_shifts(self) -> list[Shift]:
        """The shifts that take somebody on any day of the month."""
        return [shift for shift in self.shifts if any(
            cover.need for day in self.days if (cover := self.cover(shift, day)))]  # fmt: skip

    def special_days(self) -> list[str]:
        """Return the month's holidays and make-up days, each with its mark, its days and its name."""
        groups: dict[tuple[DayKind, Words | None], list[int]] = {}
        for day in self.days:
            if self.kind(day) in MARKED:
                groups.setdefault((self.kind(day), self.sheet.calendar.name(day)), []).append(day.day)
        told = []
        for (kind, name), numbers in groups.items():
            title = self.speech.label(name) if name else ""
            what = self.speech.phrase(f"duty.kind.{kind}")
            mark = self.speech.phrase(f"duty.mark.{kind}")
            told.append(" ".join(part for part in (mark, ranges(numbers), title, f"({what})") if part))
        return told

    def estimated(self) -> tuple[str, ...]:
        """Return the warning that the month's holidays are estimated, in each language; nothing where they are not."""
        calendar = self.sheet.calendar
        if calendar.is_official(self.days[-1]):
            return ()
        return self.speech.say("duty.estimated", year=calendar.official_through)


def _by_start(shift: Shift) -> tuple[object, ...]:
    return shift.start, shift.end, shift.code
