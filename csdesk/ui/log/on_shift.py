"""Who is at work now, for the field Who: those come first among equals. Read once a minute, at a key."""

import sys
from collections.abc import Collection
from datetime import datetime

from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable

_READER = "csdesk.desk.roster"


class OnShift:
    """Knows it for the minute."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: tuple[datetime, Collection[str]] | None = None

    def ids(self) -> Collection[str]:
        """Return the ids of those on shift; nobody where the team has no shifts, or the roster cannot be read."""
        # What reads the roster is loaded soon after the start (`csdesk.ui.ahead`); no key shall wait for it.
        if _READER not in sys.modules:
            return ()
        minute = self._desk.now().replace(second=0, microsecond=0)
        if self._read is None or self._read[0] != minute:
            self._read = minute, self._ids(minute)
        return self._read[1]

    def _ids(self, minute: datetime) -> Collection[str]:
        try:
            return frozenset(self._desk.roster.on_shift(minute)) if self._desk.shifts.all() else ()
        except Unavailable:
            # The roster's own page says what is wrong with the file; an entry can be logged all the same.
            return ()
