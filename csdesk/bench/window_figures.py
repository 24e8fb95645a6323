"""What the window costs: its start, its search, its longest block, its memory; each in a process of its own."""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from csdesk.bench.figures import Figure, percentile
from csdesk.bench.seed import LAST

# As `python -m csdesk FILE` does it, and a script in the window once that is shown.
_WINDOW = """
import sys
from csdesk.__main__ import main

def watch(program):
    from csdesk.bench.playing import play
    play(sys.argv[1], program)

sys.exit(main([sys.argv[2]], watch=watch))
"""
_LONGEST = 120


def start(file: Path, folder: Path, runs: int = 9) -> Figure:
    """From process start to usable window; the floor is an empty Qt main window, in turn with ours."""
    ours, floor = [], []
    for _ in range(runs + 1):
        ours.append(_until_told(["-c", _WINDOW, "start", str(file)], folder))
        floor.append(_until_told(["-m", "csdesk.bench.bare_window"], folder))
    # The first run of each only warms up.
    return Figure("start", statistics.median(ours[1:]), "ms", statistics.median(floor[1:]))


def _until_told(words: list[str], folder: Path) -> float:
    """Return the milliseconds from the start of a process to the moment that it prints."""
    begun = time.monotonic_ns()
    return (int(_answer(words, folder)) - begun) / 1_000_000


def search(file: Path, folder: Path, runs: int = 3) -> Figure:
    """One key typed in the search until the table shows what it finds: what 95 of 100 keys do not exceed."""
    slow = [percentile(played("search", file, folder), 95) for _ in range(runs)]
    return Figure("search", statistics.median(slow), "ms")


def block(file: Path, folder: Path, runs: int = 3) -> Figure:
    """The longest block of the interface thread over a shift; of several shifts, for one alone may be disturbed."""
    longest = [float(played("block", file, folder)["longest"]) for _ in range(runs)]
    return Figure("block", statistics.median(longest), "ms")


def memory(file: Path, folder: Path) -> Figure:
    """The window's peak of memory after all tabs were looked at."""
    return Figure("memory", float(played("memory", file, folder)["peak"]), "MB")


def played(script: str, file: Path, folder: Path) -> Any:  # whatever JSON the script prints
    """Play a script in the window on `file`; return what it prints."""
    return json.loads(_answer(["-c", _WINDOW, script, str(file)], folder))


def _answer(words: list[str], folder: Path) -> str:
    """Run Python on `words` and return the last line it prints; RuntimeError with what it complained of."""
    done = subprocess.run(
        [sys.executable, *words], env=_surroundings(folder), capture_output=True, encoding="utf-8", timeout=_LONGEST,
        check=False,
    )  # fmt: skip
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the window of the bench ended with {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()[-1]


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of the window: settings of its own, the month of the file, no screen where there is none.

    The user's own settings and recent files are left alone.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    (home / "window.ini").write_text(f"[window]\nmonth={LAST}\n", "utf-8")
    root = Path(__file__).parents[2]
    surroundings = {
        **os.environ,
        "CSDESK_HOME": str(home),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(root),
        # As after any first start: what Python has compiled is kept, whoever owns the program's folder.
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    has_screen = sys.platform in {"win32", "darwin"} or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
    if not has_screen:
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    return surroundings
