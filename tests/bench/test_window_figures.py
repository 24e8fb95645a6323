"""The real window measured in a process of its own, on a file small enough for a test."""

from pathlib import Path

import pytest

from csdesk.bench import window_figures
from csdesk.bench.seed import seeded


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team file of the bench."""
    path = tmp_path_factory.mktemp("bench") / "team.csdesk"
    seeded(path, 3, 120).close()
    return path


def test_a_start_is_measured_against_an_empty_window(file: Path) -> None:
    figure = window_figures.start(file, file.parent, runs=1)
    assert (figure.name, figure.unit) == ("start", "ms")
    assert figure.floor is not None
    assert figure.value > figure.floor > 0


def test_a_window_that_cannot_be_measured_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="could not be opened"):
        window_figures.played("start", tmp_path / "nothing.csdesk", tmp_path)
