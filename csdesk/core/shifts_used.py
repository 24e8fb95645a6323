"""Where a shift is used so that its times stand: in closed months, and in the cells of approved swaps.

Source: handbook shifts (roster, register of swaps); handbook points (a closed month stands as it was closed).
"""

from collections.abc import Collection, Sequence
from datetime import date

from csdesk.core.cells import Cells
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap
from csdesk.core.swaps import numbers_by_cell


def why_times_stand(
    shift: Shift, days: Collection[date], closed: Collection[Month], planned: Cells, swaps: Sequence[Swap]
) -> Problem | None:
    """Return why the times of a shift cannot be others any more; None where they can.

    days: of every cell and every handover record that names the shift. planned: the roster on the days of `swaps`,
    the register. A closed month keeps its hours, handovers and attendance as they were; an approved swap was judged by
    the rest that these times leave.
    """
    months = {Month.of(day) for day in days} & set(closed)
    if months:
        return Problem.at("", "shift.times-closed", code=shift.code, month=max(months))
    numbers = [number for cell, number in numbers_by_cell(swaps).items() if shift.id in planned.get(cell, ())]
    if numbers:
        return Problem.at("", "shift.times-swapped", code=shift.code, number=max(numbers))
    return None
