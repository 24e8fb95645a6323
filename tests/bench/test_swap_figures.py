"""The figure of checking a swap, on a team small enough for a test."""

from pathlib import Path

from csdesk.bench.swap_figures import swap_check


def test_swaps_are_approved_before_checks_are_measured(tmp_path: Path) -> None:
    figure = swap_check(tmp_path, people=12, approved=3, checks=10)
    assert (figure.name, figure.unit, figure.floor) == ("swap_check", "ms", None)
    assert figure.value > 0
