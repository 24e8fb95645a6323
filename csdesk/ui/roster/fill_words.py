"""What filling a month says of people, shifts and days, in the window's language."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.core.planning import Improvement, Proposal, Request, Unmet, Wish, unmet_of
from csdesk.core.shifts import Shift
from csdesk.ui.page import Context
from csdesk.ui.roster.calendar_words import week_day_and_date

_MINUTES_OF_AN_HOUR = 60


class FillWords(QObject):
    """Speaks of one month that is filled. people, shifts: by id."""

    def __init__(
        self,
        context: Context,
        people: Mapping[str, Employee],
        shifts: Mapping[str, Shift],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.people = people
        self.shifts = shifts

    def day(self, day: date) -> str:
        """Return a day with the day of its week."""
        return week_day_and_date(day, self._context)

    def person(self, employee_id: str) -> str:
        """Return somebody's number and name."""
        person = self.people[employee_id]
        return f"{person.number} {person.name}"

    def wish(self, wish: Wish) -> str:
        """Return what is wished for."""
        return self.tr("the day off") if wish.shift_id is None else self.shift(wish.shift_id)

    def shift(self, shift_id: str) -> str:
        """Return a shift's code and times."""
        shift = self.shifts[shift_id]
        return f"{shift.code} {shift.start:%H:%M}\N{EN DASH}{shift.end:%H:%M}"

    def gap(self, gap: Unmet | Wish) -> str:
        """Return what a proposal leaves undone."""
        if isinstance(gap, Wish):
            return self.tr("{name} wished: {wish}").format(name=self.person(gap.employee_id), wish=self.wish(gap))
        code = self.shift(gap.shift_id)
        one, many = self.tr("Shift {shift}: 1 person short"), self.tr("Shift {shift}: {count} people short")
        return (one if gap.missing == 1 else many).format(shift=code, count=gap.missing)

    def promise(self, request: Request, seconds: int) -> list[str]:
        """Return what will be done, a sentence each."""
        days = {"first": self.day(request.first), "last": self.day(request.last)}
        missing = sum(one.missing for one in unmet_of((), request))
        hours, rest = (
            minutes / _MINUTES_OF_AN_HOUR for minutes in (request.max_work_minutes, request.min_rest_minutes)
        )
        return [
            self.tr(
                "From {first} to {last}, shifts are given to {people} people (agents, training specialists and team "
                "leads) where a cell is empty. What stands in a cell, by hand or by a swap, stays as it is."
            ).format(people=sum(1 for person in request.people if person.employed), **days),
            self.tr(
                "Kept without exception: one shift a day, at most {hours} hours of work, at least {rest} hours of "
                "rest between shifts, at most {run} days in a row, approved leave."
            ).format(hours=f"{hours:g}", rest=f"{rest:g}", run=request.longest_run),
            self.tr(
                "Sought, in this order: every shift has its people ({missing} missing now); wishes, and leave that "
                "is asked for but not decided; a fair share of nights, weekends and holidays for everybody."
            ).format(missing=missing),
            self.tr("This takes up to {seconds} seconds. Nothing is written before you accept the proposal.").format(
                seconds=seconds
            ),
        ]

    def so_far(self, best: Improvement) -> str:
        """Return how good the best roster found until now is."""
        if best.missing:
            one, many = self.tr("Best so far: 1 person short"), self.tr("Best so far: {count} people short")
            return (one if best.missing == 1 else many).format(count=best.missing)
        if best.refused:
            one = self.tr("Best so far: every need is met, 1 wish is not")
            many = self.tr("Best so far: every need is met, {count} wishes are not")
            return (one if best.refused == 1 else many).format(count=best.refused)
        return self.tr("Best so far: every need is met; shares are being evened out")

    def cells(self, proposal: Proposal) -> str:
        """Return how much a proposal of at least one cell fills, and how evenly."""
        each = Counter(cell.employee_id for cell in proposal.cells)
        if len(proposal.cells) == 1:
            return self.tr("1 empty cell is filled.")
        if len(each) == 1:
            return self.tr("{count} empty cells are filled, all for one person.").format(count=len(proposal.cells))
        said = self.tr("{count} empty cells are filled: {people} people are given {least} to {most} shifts each.")
        return said.format(
            count=len(proposal.cells),
            people=len(each),
            least=min(each.values()),
            most=max(each.values()),
        )
