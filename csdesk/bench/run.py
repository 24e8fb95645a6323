"""Runs the figures that are asked for, each on team files made for it in a folder that is taken away at the end."""

from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from csdesk.bench.figures import Figure
from csdesk.bench.names import NAMES

_ON_A_FULL_MONTH = ("sheets_50", "workbook")
_ON_A_ROSTER = ("roster_200", "roster_cell")
_ON_FIVE_YEARS = ("start", "month_50", "search", "memory", "block")


def measured(names: Collection[str] = ()) -> Iterator[Figure]:
    """Yield the figures that are named, or all of them, as each is done."""
    asked = names or NAMES
    with TemporaryDirectory(prefix="csdesk-bench-") as folder:
        yield from _measured(asked, Path(folder))


def _measured(asked: Collection[str], folder: Path) -> Iterator[Figure]:
    from csdesk.bench import file_figures

    if any(name in asked for name in _ON_FIVE_YEARS):
        yield from _on_five_years(asked, folder)
    if "save" in asked:
        yield file_figures.save(folder)
    if any(name in asked for name in _ON_A_FULL_MONTH):
        yield from _on_a_full_month(asked, folder)
    if any(name in asked for name in _ON_A_ROSTER):
        from csdesk.bench import roster_figures

        yield from roster_figures.measured(asked, folder)
    if "swap_check" in asked:
        from csdesk.bench.swap_figures import swap_check

        yield swap_check(folder)
    if "month_1m" in asked:
        yield file_figures.month_1m(folder)


def _on_a_full_month(asked: Collection[str], folder: Path) -> Iterator[Figure]:
    """The figures of 50 people with 10,000 entries in one month."""
    from csdesk.bench import paper_figures
    from csdesk.bench.seed import seeded

    with seeded(folder / "full.csdesk", 50, 10_000, months=1) as desk:
        if "sheets_50" in asked:
            yield paper_figures.sheets_50(desk)
        if "workbook" in asked:
            yield paper_figures.workbook(desk)


def _on_five_years(asked: Collection[str], folder: Path) -> Iterator[Figure]:
    """The figures of 50 people with 100,000 entries in five years, most of them of the window."""
    from csdesk.bench import file_figures, window_figures
    from csdesk.bench.roster_seed import fill
    from csdesk.bench.seed import seeded

    file = folder / "window.csdesk"
    with seeded(file, 50, 100_000) as desk:
        fill(desk)
        if "month_50" in asked:
            yield file_figures.month_50(desk)
    runs = {
        "start": window_figures.start,
        "search": window_figures.search,
        "memory": window_figures.memory,
        "block": window_figures.block,
    }
    for name, run in runs.items():
        if name in asked:
            yield run(file, folder)
