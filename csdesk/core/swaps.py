"""Swaps on the roster: what the approved ones make of it. Source: handbook shifts, the register."""

from collections.abc import Iterable, Sequence

from csdesk.core.cells import Cell, Cells
from csdesk.core.swap import Swap


def applied(planned: Cells, swaps: Iterable[Swap]) -> dict[Cell, tuple[str, ...]]:
    """Return the roster as worked: as planned, with the approved ones of `swaps` in the order of their places.

    A leg moves every shift that the giver has on its day by then; what somebody gains stands after their own. Both
    legs of a swap move at once, so that two people can exchange the shifts of one day.
    """
    cells = dict(planned)
    for swap in in_order(swaps):
        _move(cells, swap)
    return cells


def moved(planned: Cells, swaps: Iterable[Swap]) -> dict[Cell, tuple[str, ...]]:
    """Return the cells that hold shifts by swap on the roster as worked, each with the ids of just those shifts."""
    cells = dict(planned)
    own = dict(planned)
    touched = set[Cell]()
    for swap in in_order(swaps):
        _move(cells, swap)
        for leg in swap.legs:
            own.pop((leg.giver_id, leg.day), None)
            touched.add((leg.taker_id, leg.day))
    gained = {cell: cells.get(cell, ())[len(own.get(cell, ())) :] for cell in touched}
    return {cell: shifts for cell, shifts in gained.items() if shifts}


def in_order(swaps: Iterable[Swap]) -> Sequence[Swap]:
    """Return the approved ones of `swaps`, in the order in which they change the roster."""
    return sorted((swap for swap in swaps if swap.is_approved), key=lambda swap: (swap.place or 0, swap.number))


def _move(cells: dict[Cell, tuple[str, ...]], swap: Swap) -> None:
    given = [(leg, cells.pop((leg.giver_id, leg.day), ())) for leg in swap.legs]
    for leg, shifts in given:
        if shifts:
            taken = (leg.taker_id, leg.day)
            cells[taken] = cells.get(taken, ()) + shifts
