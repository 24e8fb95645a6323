"""A request as a model for CP-SAT: one yes or no for each shift that somebody may be given on a day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from csdesk.core.cells import Cell
from csdesk.core.planning import DAY_MINUTES, Need, Placement, PlanPerson, Request

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar, LinearExprT

NIGHT_WEIGHT = HOLIDAY_WEIGHT = 3
WEEKEND_WEIGHT = 2
HOURS_WEIGHT = 1
"""How much one night, holiday, weekend day or shift beyond the even share counts."""


class RosterModel:
    """What is asked, as variables and rules; `short`, `unclean`, `refused` and `uneven` are what is to be made small.

    The rules bind what is new: where kept cells break one among themselves, that is nothing the search could mend.
    model: for the solver; `place` holds its variables. hints: a value for each variable, together a roster that holds;
    at first the empty one.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.model = cp_model.CpModel()
        self._days = request.days()
        self._shifts = {shift.id: shift for shift in request.shifts}
        self._kept: dict[Cell, tuple[str, ...]] = {(one.employee_id, one.day): one.shift_ids for one in request.kept}
        self.place: dict[Placement, IntVar] = {
            Placement(person.id, need.day, need.shift_id): self.model.new_bool_var("")
            for need, person in product(request.needs, request.people)
            if self._may_take(person, need)
        }
        self.hints: list[tuple[IntVar, int]] = [(variable, 0) for variable in self.place.values()]
        self._by_cell: defaultdict[Cell, list[IntVar]] = defaultdict(list)
        for one, variable in self.place.items():
            self._by_cell[one.employee_id, one.day].append(variable)
        for variables in self._by_cell.values():
            self.model.add_at_most_one(variables)
        self._rest()
        self._runs()
        self.short = self._short()
        self.unclean = self._unclean()
        self.refused = self._refused()

    def _may_take(self, person: PlanPerson, need: Need) -> bool:
        return (
            need.heads > 0
            and (person.id, need.day) not in self._kept
            and need.day in person.employed
            and need.day not in person.leave
            and self._shifts[need.shift_id].work <= self.request.max_work_minutes
        )

    # What must hold

    def _rest(self) -> None:
        """Part any two shifts of a person by the least rest."""
        least, shifts = self.request.least_rest, self.request.shifts
        latest = max((shift.ends for shift in shifts), default=0)
        for one, variable in self.place.items():
            shift = self._shifts[one.shift_id]
            for apart in range(1, 2 + (shift.ends + least) // DAY_MINUTES):
                too_soon = {later.id for later in shifts if apart * DAY_MINUTES + later.starts - shift.ends < least}
                self._none_of(variable, one, too_soon, timedelta(days=apart))
            for apart in range(1, 2 + (latest + least) // DAY_MINUTES):
                too_late = {
                    earlier.id for earlier in shifts if apart * DAY_MINUTES + shift.starts - earlier.ends < least
                }
                if not too_late.isdisjoint(self._kept.get((one.employee_id, one.day - timedelta(days=apart)), ())):
                    self.model.add(variable == 0)

    def _none_of(self, variable: "IntVar", one: Placement, shift_ids: set[str], later: timedelta) -> None:
        """Let whoever takes `one` take none of some shifts so much later."""
        day = one.day + later
        if not shift_ids.isdisjoint(self._kept.get((one.employee_id, day), ())):
            self.model.add(variable == 0)
        others = [Placement(one.employee_id, day, shift_id) for shift_id in sorted(shift_ids)]
        # All of them at once: of that day's shifts it is one at most anyway.
        self.model.add_at_most_one([variable, *(self.place[other] for other in others if other in self.place)])

    def _runs(self) -> None:
        """Let nobody work more than so many days in a row, the days around the request counted."""
        longest = self.request.longest_run
        start = self.request.first - timedelta(days=longest)
        for person, number in product(self.request.people, range(len(self._days) + longest)):
            window = [(person.id, start + timedelta(days=number + more)) for more in range(longest + 1)]
            kept = sum(1 for cell in window if self._kept.get(cell))
            variables = [variable for cell in window for variable in self._by_cell.get(cell, ())]
            if variables and kept + sum(1 for cell in window if cell in self._by_cell) > longest:
                self.model.add(sum(variables) <= max(longest - kept, 0))

    # What is to be made small

    def _short(self) -> "LinearExprT":
        """Return how many people are missing; see also that nobody is given to a shift that has enough."""
        away = {(person.id, day) for person in self.request.people for day in person.leave}
        have: defaultdict[tuple[date, str], int] = defaultdict(int)
        for cell, shift_ids in self._kept.items():
            for shift_id in shift_ids if cell not in away else ():
                have[cell[1], shift_id] += 1
        takers: defaultdict[tuple[date, str], list[IntVar]] = defaultdict(list)
        for one, variable in self.place.items():
            takers[one.day, one.shift_id].append(variable)
        missing: list[LinearExprT] = []
        for day, shift_id, heads in self.request.needs:
            open_places = max(heads - have[day, shift_id], 0)
            nobody = self._count(open_places, open_places)
            self.model.add(sum(takers[day, shift_id]) + nobody == open_places)
            missing.append(nobody)
        return sum(missing)

    def _unclean(self) -> "LinearExprT":
        """Return on how many days somebody is needed and nobody is left to clean."""
        cleaning = {shift.id for shift in self.request.shifts if shift.cleans}
        kept_clean = {cell[1] for cell, shift_ids in self._kept.items() if not cleaning.isdisjoint(shift_ids)}
        takers: defaultdict[date, list[IntVar]] = defaultdict(list)
        for one, variable in self.place.items():
            if one.shift_id in cleaning:
                takers[one.day].append(variable)
        unclean = []
        for day, variables in takers.items():
            if day not in kept_clean:
                nobody = self._count(1, 1)
                self.model.add(sum(variables) + nobody >= 1)
                unclean.append(nobody)
        return sum(unclean)

    def _refused(self) -> "LinearExprT":
        """Return how many wishes are not granted."""
        refused: list[LinearExprT] = []
        for employee_id, day, shift_id in self.request.wishes:
            cell = (employee_id, day)
            if cell in self._kept:
                kept = self._kept[cell]
                refused.append(int(bool(kept) if shift_id is None else shift_id not in kept))
            elif shift_id is None:
                refused.append(sum(self._by_cell.get(cell, ())))
            else:
                refused.append(1 - self.place.get(Placement(employee_id, day, shift_id), 0))
        return sum(refused)

    def uneven(self, proposed: Sequence[Placement]) -> "LinearExprT":
        """Return by how much nights, weekends, holidays and hours are spread unevenly; 0 is as even as can be.

        proposed: the roster that `hints` hold; the one looked for is as short, so the shares are reckoned by it. They
        are by the days on which somebody is there.
        """
        shifts, request = self._shifts, self.request
        weekends, holidays = frozenset(request.weekends), frozenset(request.holidays)
        every = frozenset(self._days)
        hour = max((shift.work for shift in request.shifts), default=1)
        nights = {id: 1 if shift.is_night else 0 for id, shift in shifts.items()}
        heads = dict.fromkeys(shifts, 1)
        hours = {id: shift.work for id, shift in shifts.items()}
        parts = [
            NIGHT_WEIGHT * self._spread(proposed, every, nights),
            WEEKEND_WEIGHT * self._spread(proposed, weekends, heads),
            HOLIDAY_WEIGHT * self._spread(proposed, holidays, heads),
            HOURS_WEIGHT * self._spread(proposed, every, hours, hour),
        ]
        return sum(parts)

    def _spread(
        self, proposed: Sequence[Placement], days: frozenset[date], worth: Mapping[str, int], step: int = 1
    ) -> "LinearExprT":
        """Return by how many steps people are off their share of what `worth` counts on `days`; a second counts 3."""
        there = {
            person.id: len(days.intersection(person.employed).difference(person.leave))
            for person in self.request.people
        }
        kept: defaultdict[str, int] = defaultdict(int)
        for (employee_id, day), shift_ids in self._kept.items():
            if day in days:
                kept[employee_id] += sum(worth[shift_id] for shift_id in shift_ids)
        total = sum(kept[id] for id in there) + sum(worth[one.shift_id] for one in proposed if one.day in days)
        if not total or not sum(there.values()):
            return 0
        mine, now = self._mine(days, worth), Counter(kept)
        for one in proposed:
            now[one.employee_id] += worth[one.shift_id] if one.day in days else 0
        off: list[LinearExprT] = []
        for id, present in there.items():
            share = total * present
            least, most = share // sum(there.values()), -(-share // sum(there.values()))
            least, most = least // step * step, -(-most // step) * step
            off_now = -(-max(now[id] - most, least - now[id], 0) // step)
            far, farther = self._count(total, off_now), self._count(total, max(off_now - 1, 0))
            self.model.add(far * step >= kept[id] + sum(mine[id]) - most)
            self.model.add(far * step >= least - kept[id] - sum(mine[id]))
            self.model.add(farther >= far - 1)
            off.append(far + 2 * farther)
        return sum(off)

    def _count(self, most: int, hint: int) -> "IntVar":
        """Return a new variable from 0 to `most`."""
        variable = self.model.new_int_var(0, most, "")
        self.hints.append((variable, hint))
        return variable

    def _mine(self, days: frozenset[date], worth: Mapping[str, int]) -> "Mapping[str, list[LinearExprT]]":
        mine: defaultdict[str, list[LinearExprT]] = defaultdict(list)
        for one, variable in self.place.items():
            if one.day in days and worth[one.shift_id]:
                mine[one.employee_id].append(worth[one.shift_id] * variable)
        return mine
