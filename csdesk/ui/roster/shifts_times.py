"""Times and needs of shifts as people write them; free of Qt."""

import re
import unicodedata
from datetime import time

from csdesk.core.shifts import Shift

_WRITTEN = re.compile(r"(\d{1,2})(?:[:.点时]?([0-5]\d))?(?:[点时分]?)\Z")


def read_time(text: str) -> time | None:
    """Return the time that `text` means (8, 8:30, 0830, 22.15, 8点30), None where it means none."""
    typed = "".join(unicodedata.normalize("NFKC", text).split())
    match = _WRITTEN.match(typed)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour == 24 and minute == 0:
        return time(0)
    return time(hour, minute) if hour < 24 else None


def written_time(moment: time) -> str:
    """Return a time as it is written in a field: 08:30."""
    return f"{moment:%H:%M}"


def written_times(shift: Shift) -> str:
    """Return when a shift begins and ends, +1 where that is the next day."""
    next_day = " +1" if shift.crosses_midnight else ""
    return f"{shift.start:%H:%M}\N{EN DASH}{shift.end:%H:%M}{next_day}"


def written_needs(needs: tuple[int, ...]) -> str:
    """Return how many a shift takes, Monday first."""
    return " ".join(str(need) for need in needs)
