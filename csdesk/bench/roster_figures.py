"""What the calendar of shifts costs: a month of 200 people drawn, a cell set with its checks; medians of several."""

import statistics
from collections.abc import Collection, Iterator
from pathlib import Path

from csdesk.bench import window_figures
from csdesk.bench.figures import Figure
from csdesk.bench.roster_seed import fill
from csdesk.bench.seed import seeded

PEOPLE = 200


def measured(asked: Collection[str], folder: Path, people: int = PEOPLE) -> Iterator[Figure]:
    """Yield those of the two figures that are asked for, from one window on a file of its own."""
    file = folder / "roster.csdesk"
    with seeded(file, people, 1000, months=1) as desk:
        fill(desk)
    took = window_figures.played("roster", file, folder)
    if "roster_200" in asked:
        # The first turn only warms up.
        yield Figure("roster_200", statistics.median(took["months"][1:]), "ms")
    if "roster_cell" in asked:
        yield Figure("roster_cell", statistics.median(took["cells"][1:]), "ms")
