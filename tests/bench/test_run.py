"""The bench as the command line runs it."""

import json
import tempfile
from pathlib import Path

import pytest

from csdesk.bench import file_figures, window_figures
from csdesk.bench.figures import Figure
from csdesk.bench.names import NAMES
from csdesk.bench.run import measured
from csdesk.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary files of these tests go here."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_one_figure_can_be_asked_for_and_nothing_is_left_behind(folder: Path) -> None:
    assert [figure.name for figure in measured(["month_50"])] == ["month_50"]
    assert list(folder.iterdir()) == []


def test_nothing_is_left_behind_where_a_figure_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> Figure:
        raise ZeroDivisionError

    monkeypatch.setattr(file_figures, "save", fails)
    with pytest.raises(ZeroDivisionError):
        list(measured(["save"]))
    assert list(folder.iterdir()) == []


def test_the_window_is_measured_on_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answers(script: str, file: Path, _: Path) -> object:
        assert file.stat().st_size > 10_000_000
        asked.append(script)
        return {"search": [1.0, 2.0], "block": {"longest": 80.0}, "memory": {"peak": 150.0}}[script]

    monkeypatch.setattr(window_figures, "played", answers)
    figures = {figure.name: figure.value for figure in measured(["search", "block", "memory"])}
    assert asked == ["search"] * 3 + ["memory"] + ["block"] * 3
    assert figures == {"search": 2.0, "block": 80.0, "memory": 150.0}


def test_the_command_line_prints_what_was_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(file_figures, "save", lambda _: Figure("save", 0.5, "ms", 0.25))
    assert main(["bench", "save", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["figures"] == [{"name": "save", "value": 0.5, "unit": "ms", "floor": 0.25, "ratio": 2.0}]
    assert main(["--lang", "en", "bench", "save"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("held")


def test_a_figure_that_does_not_exist_is_refused_with_those_that_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "beauty"])
    complaint = capsys.readouterr().err
    assert all(name in complaint for name in NAMES)
