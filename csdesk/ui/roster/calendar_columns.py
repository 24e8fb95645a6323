"""Where the calendar's columns stand: the person's frozen ones on the left, then the days, scrolled sideways.

The grid and the cover below it measure by the same columns.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from csdesk.core.employee import Employee
from csdesk.core.shifts import Shift

LEAST_DAY, MOST_DAY = 30, 64
_NAME_AT_MOST, _GROUP_AT_MOST = 150, 110
_PAD = 8


class Columns:
    """Widths in logical pixels. number, name, group: the frozen columns; day: of each day."""

    def __init__(self) -> None:
        self.number, self.name, self.group = 56, 100, 0
        self.day = LEAST_DAY
        self.count = 0
        self.offset = 0
        self._widest = LEAST_DAY

    @property
    def frozen(self) -> int:
        """The width of what stands left of the days."""
        return self.number + self.name + self.group

    @property
    def whole(self) -> int:
        """The width of all the days."""
        return self.day * self.count

    def measure(self, people: Sequence[Employee], shifts: Sequence[Shift], days: int, font: QFontMetrics) -> None:
        """Make room for the people and the codes that there are."""

        def widest(texts: set[str], least: int, most: int) -> int:
            width = max((font.horizontalAdvance(text) for text in texts), default=0)
            return max(least, min(width + 2 * _PAD, most))

        self.number = widest({person.number for person in people}, 44, 96)
        self.name = widest({person.name for person in people}, 72, _NAME_AT_MOST)
        groups = {person.group for person in people} - {""}
        self.group = widest(groups, 56, _GROUP_AT_MOST) if groups else 0
        self.count = days
        self._widest = widest({shift.code for shift in shifts}, LEAST_DAY, MOST_DAY)

    def fit(self, width: int) -> None:
        """Share `width` out: the days take what the person leaves, as wide as the codes need where that is more."""
        room = (width - self.frozen) // self.count if self.count else 0
        self.day = max(LEAST_DAY, min(max(self._widest, room), MOST_DAY))
        if self.day * self.count > width - self.frozen and room >= LEAST_DAY:
            self.day = room  # A long code is cut short rather than a day pushed out of sight.
        self.offset = max(0, min(self.offset, self.whole - (width - self.frozen)))

    def left(self, column: int) -> int:
        """Return where a day begins on the screen."""
        return self.frozen + column * self.day - self.offset

    def at(self, x: int) -> int:
        """Return which day is at `x`, the nearest one beside them."""
        return max(0, min((x - self.frozen + self.offset) // self.day, self.count - 1))

    def seen(self, width: int) -> range:
        """Return the days of which something is to be seen."""
        first = self.offset // self.day
        return range(first, max(first, min(self.count, first + (width - self.frozen) // self.day + 2)))

    def rect(self, column: int, top: int, height: int) -> QRect:
        """Return a day's part of a row."""
        return QRect(self.left(column), top, self.day, height)
