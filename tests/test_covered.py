"""The judge of coverage, fed with reports as coverage writes them."""

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("covered", Path(__file__).parents[1] / ".ci" / "covered.py")
assert _SPEC is not None
assert _SPEC.loader is not None
covered = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(covered)


Gaps = tuple[list[int], list[list[int]]]


def a_report(percent: float = 95.0, files: dict[str, Gaps] | None = None) -> dict[str, object]:
    return {
        "files": {
            name: {"missing_lines": lines, "missing_branches": branches}
            for name, (lines, branches) in (files or {}).items()
        },
        "totals": {"percent_covered": percent},
    }


def test_a_gap_outside_core_and_render_is_borne() -> None:
    report = a_report(files={"csdesk/ui/window.py": ([3, 4], []), "csdesk/core/month.py": ([], [])})
    assert covered.shortfalls(report) == []


@pytest.mark.parametrize("room", ["core", "render"])
def test_a_line_that_no_test_runs_is_named(room: str) -> None:
    report = a_report(files={f"csdesk/{room}/month.py": ([7, 9], [[7, 9], [6, 7]])})
    assert covered.shortfalls(report) == [f"csdesk/{room}/month.py: not covered: 7, 9"]


def test_a_branch_never_taken_is_named() -> None:
    report = a_report(files={"csdesk/core/month.py": ([], [[4, 6], [8, -1]])})
    assert covered.shortfalls(report) == ["csdesk/core/month.py: not covered: 4->6, 8->exit"]


def test_windows_paths_are_the_same_rooms() -> None:
    report = a_report(files={"csdesk\\core\\month.py": ([1], [])})
    assert len(covered.shortfalls(report)) == 1


def test_all_together_need_ninety_percent() -> None:
    assert covered.shortfalls(a_report(90.0)) == []
    assert covered.shortfalls(a_report(89.2)) == ["all of csdesk: 89.2 % is covered, 90 % asked"]


def test_the_exit_code_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "coverage.json"
    report.write_text('{"files": {}, "totals": {"percent_covered": 97.25}}', "utf-8")
    assert covered.main(report) == 0
    assert "97.2 %" in capsys.readouterr().out
    report.write_text('{"files": {}, "totals": {"percent_covered": 12.0}}', "utf-8")
    assert covered.main(report) == 1
