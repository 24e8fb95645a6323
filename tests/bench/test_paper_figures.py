"""The figures of paper and workbook, on a team small enough for a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from csdesk.bench import paper_figures, paper_floor
from csdesk.bench.seed import seeded
from csdesk.desk.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A team of two with more entries in a month than two pages hold."""
    with seeded(tmp_path / "team.csdesk", 2, 400, months=1) as desk:
        yield desk


def test_every_sheet_has_two_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded: list[int] = []
    record = paper_floor.record

    def noting(sheets, context, form):  # type: ignore[no-untyped-def]  # as `record`
        pages = record(sheets, context, form)
        recorded.append(len(pages))
        return pages

    monkeypatch.setattr(paper_floor, "record", noting)
    figure = paper_figures.sheets_50(desk, runs=1)
    assert recorded == [2 * paper_figures.PAGES]
    assert (figure.name, figure.unit) == ("sheets_50", "ms")


def test_the_workbook_is_measured_against_the_same_cells(desk: Desk) -> None:
    figure = paper_figures.workbook(desk, runs=1)
    assert (figure.name, figure.unit) == ("workbook", "ms")
    assert figure.ratio is not None
