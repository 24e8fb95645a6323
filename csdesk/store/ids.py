"""Ids made by the program: UUID version 7 as text, so that they sort by the time they were made."""

import os
import threading
import time

_COUNTER_BITS = 74
# The top bit of the random part starts clear, so that counting up within a millisecond never overflows.
_RANDOM_START = (1 << (_COUNTER_BITS - 1)) - 1


class Ids:
    """A source of ids, each greater as text than every one before it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> str:
        """Return a new id. Source: RFC 9562, version 7."""
        fresh = (time.time_ns() // 1_000_000) << _COUNTER_BITS
        fresh |= int.from_bytes(os.urandom(10), "big") & _RANDOM_START
        with self._lock:
            # The clock may be set back, and many ids fall into one millisecond: then the last one is counted up.
            self._last = value = fresh if fresh > self._last else self._last + 1
        high, low = value >> 62, value & ((1 << 62) - 1)
        text = f"{high >> 12:012x}7{high & 0xFFF:03x}{low | 1 << 63:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


new_id = Ids().next
"""Return a new id, greater as text than every id that this process made before."""
