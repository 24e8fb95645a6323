"""How the columns of a table share its width."""

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What a column would like, in pixels.

    sizes: from what it likes best to what it can do with, each no wider than the one before; the next is only asked
    for where no column can give more at this one. share: of the room that is left over; 0: it takes none of it.
    """

    sizes: tuple[int, ...]
    share: int = 0


def shared(wishes: Sequence[Wish], room: int) -> list[int]:
    """Return the columns' widths: what is left over goes to those with a share; where room is short, all give way.

    Nothing falls below the last of its sizes: the columns may then be wider than `room` together.
    """
    widths = [wish.sizes[0] for wish in wishes]
    spare = room - sum(widths)
    if spare >= 0:
        _change(widths, spare, [wish.share for wish in wishes])
        return widths
    for step in range(1, max((len(wish.sizes) for wish in wishes), default=0)):
        parts = [width - wish.sizes[min(step, len(wish.sizes) - 1)] for width, wish in zip(widths, wishes, strict=True)]
        _change(widths, -min(sum(widths) - room, sum(parts)), parts)
    return widths


def _change(widths: list[int], change: int, parts: Sequence[int]) -> None:
    """Share `change` among `widths` by their `parts`, to the pixel."""
    for place, part in enumerate(parts):
        if part:
            own = change * part // sum(parts[place:])
            widths[place] += own
            change -= own
