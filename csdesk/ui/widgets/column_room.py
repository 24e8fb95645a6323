"""How the columns of a table share its width."""

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What a column would like, in pixels.

    least: what it can do with. share: of the room that is left over, on top of `width`; 0: it keeps its width.
    """

    width: int
    least: int
    share: int = 0


def shared(wishes: Sequence[Wish], room: int) -> list[int]:
    """Return the columns' widths: what is left over goes to those with a share; where room is short, all give way.

    Nothing falls below its least: the columns may then be wider than `room` together.
    """
    widths = [wish.width for wish in wishes]
    spare = room - sum(widths)
    if spare >= 0:
        parts = [wish.share for wish in wishes]
    else:
        parts = [wish.width - wish.least for wish in wishes]
        spare = -min(-spare, sum(parts))
    for place, part in enumerate(parts):
        if part:
            change = spare * part // sum(parts[place:])
            widths[place] += change
            spare -= change
    return widths
