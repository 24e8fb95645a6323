"""The figures of the calendar, on a team small enough for a test."""

from pathlib import Path

import pytest

from csdesk.bench import roster_figures, window_figures
from csdesk.bench.roster_seed import MONTHS, fill
from csdesk.bench.seed import seeded


def test_two_months_are_filled_and_some_of_it_is_wrong(tmp_path: Path) -> None:
    with seeded(tmp_path / "team.csdesk", 5, 30, months=1) as desk:
        fill(desk, needs_of_hundred=60)
        for month in MONTHS:
            view = desk.roster.month(month)
            assert len([day for _, day in view.cells if day in month]) > 120
            assert "under-cover" in {problem.code for problem in view.problems}


def test_both_figures_come_from_one_window_and_the_first_time_only_warms_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answers(script: str, file: Path, _: Path) -> object:
        asked.append(script)
        return {"months": [900.0, 70.0, 80.0, 90.0], "cells": [900.0, 12.0, 13.0, 14.0]}

    monkeypatch.setattr(window_figures, "played", answers)
    found = list(roster_figures.measured(("roster_200", "roster_cell"), tmp_path, people=3))
    assert [(one.name, one.value, one.unit) for one in found] == [("roster_200", 80, "ms"), ("roster_cell", 13, "ms")]
    assert asked == ["roster"]


def test_one_of_them_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_figures, "played", lambda *_: {"months": [1.0, 2.0], "cells": [1.0, 3.0]})
    for name in ("roster_200", "roster_cell"):
        folder = tmp_path / name
        folder.mkdir()
        assert [one.name for one in roster_figures.measured((name,), folder, people=3)] == [name]
