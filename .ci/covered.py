"""Judge a coverage report: python .ci/covered.py coverage.json. Exit code 1 where a floor is not held."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

WHOLE = ("csdesk/core/", "csdesk/render/")
"""Rooms in which every line and every branch is run by a test."""

ALL_PERCENT = 90.0


def shortfalls(report: Mapping[str, object]) -> list[str]:
    """Return a sentence for each floor that `report` (coverage's JSON, read) does not hold.

    Lines and branches count together, as in coverage's own percentage.
    """
    found = []
    files = _table(report["files"])
    for name, file in sorted(files.items()):
        if name.replace("\\", "/").startswith(WHOLE):
            gaps = _gaps(_table(file))
            if gaps:
                found.append(f"{name}: not covered: {gaps}")
    percent = _table(report["totals"])["percent_covered"]
    assert isinstance(percent, float | int)
    if percent < ALL_PERCENT:
        found.append(f"all of csdesk: {percent:.1f} % is covered, {ALL_PERCENT:.0f} % asked")
    return found


def _gaps(file: Mapping[str, object]) -> str:
    """Return the lines and the branches of one file that no test ran."""
    lines, branches = file["missing_lines"], file["missing_branches"]
    assert isinstance(lines, list)
    assert isinstance(branches, list)
    # A branch from or to a missing line is told by that line.
    lone = ((start, end) for start, end in branches if start not in lines and end not in lines)
    ways = (f"{start}->{end}" if end > 0 else f"{start}->exit" for start, end in lone)
    return ", ".join([*(str(line) for line in lines), *ways])


def _table(value: object) -> Mapping[str, object]:
    """Return `value`, which coverage promises to be a table."""
    assert isinstance(value, dict)
    return value


def main(report: Path) -> int:
    """Print what falls short in the file `report`, or the total; 1 where anything does."""
    read = json.loads(report.read_text("utf-8"))
    found = shortfalls(read)
    print(*found or [f"Covered: {read['totals']['percent_covered']:.1f} %, core and render wholly"], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
