"""The verb `import` on shifts and rosters, and what the verb `roster` makes of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.cli import main
from csdesk.core.words import Language
from tests.render.books import Rows, a_workbook, saved

STAFF: Rows = [
    ("number", "name", "role", "hired"),
    ("0101", "李娜", "agent", date(2024, 3, 1)),
    ("0102", "王芳", "agent", date(2024, 3, 1)),
]
SHIFTS: Rows = [
    ("code", "start", "end", "break"),
    ("早", "08:30", "17:30", 60),
    ("N", "22:00", "06:00", 30),
]
LONG: Rows = [
    ("date", "number", "shift"),
    (date(2026, 11, 3), "0101", "早"),
    (date(2026, 11, 4), "0101", "早"),
    (date(2026, 11, 5), "0102", "N"),
]
GRID: Rows = [
    ("2026年11月排班表",),
    ("姓名", *range(1, 31)),
    ("李娜", None, "休", "早", "早"),
    ("王芳", None, None, None, "-", "N"),
]
SWAPS: Rows = [
    ("number_a", "day_a", "number_b", "day_b", "signed_a", "signed_b", "approved"),
    ("0101", date(2026, 11, 3), "0102", date(2026, 11, 5), "yes", "yes", "yes"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new, empty team file."""
    path = tmp_path / "team.csdesk"
    assert main(["new", str(path), "--team", "South desk"]) == 0
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path, language: Language = "en") -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([*(str(word) for word in words), "--lang", language])
    said = capsys.readouterr()
    return code, said.out, said.err


def the_roster(capsys: pytest.CaptureFixture[str], file: Path) -> dict[str, Any]:
    code, out, _ = run(capsys, "roster", "2026-11", "--file", file, "--json")
    assert code == 0
    document = json.loads(out)
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("roster", [LONG, GRID], ids=["long form", "grid"])
def test_a_roster_with_its_swaps_comes_out_as_it_is_worked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], roster: Rows
) -> None:
    path = saved(a_workbook(Staff=STAFF, Shifts=SHIFTS, Roster=roster, Swaps=SWAPS), tmp_path)
    code, out, err = run(capsys, "import", path, "--file", file)
    assert (code, err) == (0, "")
    known = sum(len(sheet) - 1 for sheet in (STAFF, SHIFTS, SWAPS)) + (3 if roster is LONG else 5)
    assert f"there: {0 if roster is LONG else 2}." in out
    assert [tuple(shift.values()) for shift in the_roster(capsys, file)["shifts"]] == [
        ("0102", "2026-11-03", "早", "swap"),
        ("0101", "2026-11-04", "早", "roster"),
        ("0101", "2026-11-05", "N", "swap"),
    ]
    _, out, _ = run(capsys, "import", path, "--file", file)
    assert out.startswith(f"Imported intake.xlsx. Rows taken in: 0; already there: {known}.")
    assert run(capsys, "check", "--file", file)[0] == 0


def test_faults_are_told_with_sheet_and_cell_in_either_language(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    swaps = [*SWAPS, ("0101", date(2026, 11, 4), "0102", None, "yes", "no", "yes")]
    grid = [*GRID, ("刘洋", "早"), ("0102", "X")]
    path = saved(a_workbook(Staff=STAFF, Shifts=SHIFTS, 排班=grid, Swaps=swaps), tmp_path)
    code, out, err = run(capsys, "import", path, "--file", file)
    assert (code, out) == (1, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        "排班!A5", "排班!B6", "Swaps!F3", "Swaps!G3", "Swaps!G3", "Nothing was imported from intake.xlsx. Faults"
    ]  # fmt: skip
    assert "SW-1: 王芳 has not signed" in err
    code, out, _ = run(capsys, "import", path, "--file", file, "--json", language="zh")
    document = json.loads(out)
    assert [fault["code"] for fault in document["faults"]] == [
        "name.unknown", "shift.unknown", "swap.SW-1.broken", "swap.SW-4.broken", "swap.SW-4.broken"
    ]  # fmt: skip
    assert the_roster(capsys, file)["shifts"] == []
