"""Why the times of a shift stand, as the file has it: read when somebody wants to change them."""

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.shifts_used import why_times_stand
from csdesk.desk.stretches import Stretch, widened
from csdesk.store.files import Store


def times_stand(store: Store, shift: Shift) -> Problem | None:
    """Return why the times of a shift cannot be others any more, at no field; None where they can."""
    days, closed = store.shifts.days_used(shift.id), store.closings.months_closed()
    # Whatever a swap has in a closed month stands for that reason, so that older years need not be read.
    swaps = [swap for swap in store.swaps.all() if swap.is_approved]
    months = {Month.of(leg.day) for swap in swaps for leg in swap.legs} - closed
    planned = {}
    for first, last in widened(map(Stretch.month, months), 0):
        planned.update(store.roster.between(first, last))
    return why_times_stand(shift, days, closed, planned, swaps)
