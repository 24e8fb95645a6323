"""The figures of a team file, on files small enough for a test."""

from pathlib import Path

from csdesk.bench import file_figures
from csdesk.bench.seed import seeded


def test_a_save_is_measured_against_a_raw_insert(tmp_path: Path) -> None:
    figure = file_figures.save(tmp_path, runs=3)
    assert (figure.name, figure.unit) == ("save", "ms")
    assert figure.ratio is not None


def test_a_month_is_measured_from_the_file_to_the_sheets(tmp_path: Path) -> None:
    with seeded(tmp_path / "team.csdesk", 3, 30, months=1) as desk:
        figure = file_figures.month_50(desk)
    assert (figure.name, figure.unit, figure.floor) == ("month_50", "ms", None)


def test_a_large_file_is_measured_against_its_one_query(tmp_path: Path) -> None:
    figure = file_figures.month_1m(tmp_path, people=3, entries=60)
    assert (figure.name, figure.unit) == ("month_1m", "ms")
    assert figure.ratio is not None
