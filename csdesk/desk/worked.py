"""The roster as worked: as planned, with the approved swaps, for whoever asks who has a shift."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from csdesk.core.cells import Cells, Work, works
from csdesk.core.shifts import Shift
from csdesk.core.swaps import applied
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store


class Worked(NamedTuple):
    """The cells of some days as worked, with the shifts that stand in them, the retired ones too."""

    cells: Cells
    shifts: Mapping[str, Shift]

    def works(self, employee_id: str, day: date) -> list[Work]:
        """Return somebody's shifts of a day, by their beginning."""
        return works(self.cells, self.shifts, employee_id, day, day)


def worked(store: Store, first: date, last: date) -> Worked:
    """Return the roster as worked from `first` to `last`.

    Raises Unavailable where a cell holds a shift that is not on file.
    """
    shifts = {shift.id: shift for shift in store.shifts.all()}
    cells = applied(store.roster.between(first, last), store.swaps.between(first, last))
    if any(shift_id not in shifts for shift_ids in cells.values() for shift_id in shift_ids):
        raise StoreUnavailable("file.damaged", file=str(store.path))
    return Worked(cells, shifts)
