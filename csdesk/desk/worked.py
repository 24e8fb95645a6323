"""The roster of some days as the file holds it: as planned, and as worked once approved swaps have changed it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from csdesk.core.cells import Cell, Cells, Work, works
from csdesk.core.roster import in_order
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap
from csdesk.core.swaps import applied, moved, numbers_by_cell
from csdesk.store.closings import Closing
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store


class Worked(NamedTuple):
    """The cells of some days, each with its shifts by their start, then code.

    shifts: by id, the retired ones too. planned, cells: before and after approved swaps. gained: the shifts that cells
    hold by a swap. swap_numbers: of the approved swap that a cell belongs to, the last one's.
    """

    shifts: Mapping[str, Shift]
    planned: Cells
    cells: Cells
    gained: Cells
    swap_numbers: Mapping[Cell, int]

    def works(self, employee_id: str, day: date) -> list[Work]:
        """Return somebody's shifts of a day as worked, by their beginning."""
        return works(self.cells, self.shifts, employee_id, day, day)


def worked(store: Store, first: date, last: date, shifts: Mapping[str, Shift] | None = None) -> Worked:
    """Return the roster from `first` to `last`. shifts: by id, where they are not those on file.

    Raises Unavailable where a cell holds a shift that is not on file.
    """
    if shifts is None:
        shifts = shifts_on_file(store)
    held = store.roster.between(first, last)
    if any(shift_id not in shifts for shift_id in {one for shift_ids in held.values() for one in shift_ids}):
        raise StoreUnavailable("file.damaged", file=str(store.path))
    # What begins first stands first, whatever has become of a shift's times since the cell was set.
    planned = {cell: ids if len(ids) == 1 else by_start(ids, shifts) for cell, ids in held.items()}
    return _with_swaps(shifts, planned, store.swaps.between(first, last))


def _with_swaps(shifts: Mapping[str, Shift], planned: Cells, swaps: Iterable[Swap]) -> Worked:
    approved = [swap for swap in swaps if swap.is_approved]
    if not approved:
        return Worked(shifts, planned, planned, {}, {})
    numbers = numbers_by_cell(approved)
    cells = applied(planned, approved)
    cells.update({cell: by_start(cells[cell], shifts) for cell in numbers if cells.get(cell)})
    return Worked(shifts, planned, cells, moved(planned, approved), numbers)


def shifts_on_file(store: Store) -> dict[str, Shift]:
    """Return the team's shifts by id, the retired ones too, by their start."""
    return {shift.id: shift for shift in store.shifts.all()}


def shifts_as_closed(store: Store, closing: Closing) -> dict[str, Shift]:
    """Return the team's shifts by id, by their start, each as it stood when a month was closed.

    What the team needs later, and what it calls its shifts then, is no judgement of that month. A shift that was
    defined since may stand in the days before it, and takes nobody. Raises Unavailable where the journal does not know
    of the closing.
    """
    lines = store.journal.of_subject(closing.id)
    if not lines:
        raise StoreUnavailable("file.damaged", file=str(store.path))
    then = {shift.id: shift for shift in store.shifts.as_of(lines[0].seq)}
    shifts = [then.get(shift.id, shift._replace(retired=True)) for shift in store.shifts.all()]
    return {shift.id: shift for shift in in_order(shifts)}


def by_start(shift_ids: Iterable[str], shifts: Mapping[str, Shift]) -> tuple[str, ...]:
    """Return shifts as a cell holds them: each once, by their start, then code."""
    return tuple([shift.id for shift in in_order({shifts[shift_id] for shift_id in shift_ids})])
