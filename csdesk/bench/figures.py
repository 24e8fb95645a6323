"""A measured figure, and how a piece of work is measured in turn with its floor."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. value, floor: in `unit`. ratio: value over floor; both None where there is no floor."""

    name: str
    value: float
    unit: str
    floor: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor the value is."""
        return None if self.floor is None else self.value / self.floor


def milliseconds(work: Work) -> float:
    """Return how long one run of `work` took."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def median_of(work: Work, runs: int) -> float:
    """Return the median of several runs, in milliseconds; the first one only warms up."""
    work()
    return statistics.median(_quiet(work) for _ in range(runs))


def in_turn(ours: Work, floor: Work, runs: int) -> tuple[float, float]:
    """Return the medians of `ours` and of its floor, run in turn so that noise falls on both; in milliseconds."""
    ours()
    floor()
    pairs = [(_quiet(ours), _quiet(floor)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _quiet(work: Work) -> float:
    """Return one run's milliseconds, with what earlier runs left to collect out of the way."""
    gc.collect()
    return milliseconds(work)


def percentile(values: list[float], share: int) -> float:
    """Return the value that `share` per cent of `values` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
