"""The planner as a process of its own: started, listened to, ended. What it loads never comes into this one."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import IO

from csdesk.core.planning import IMPROVEMENT, JOB, PROPOSAL, Improvement, PlanJob, Proposal, unmet_of
from csdesk.core.problem import Problem

LISTENING_SECONDS = 0.2
"""How often the listener is told how much time has passed, and may end the search."""

LEAVING_SECONDS = 5.0
"""How long a process that has said all may take to go by itself."""

_SOURCE = Path(__file__).resolve().parents[2]
_ENVIRONMENT = _SOURCE / ".venv-planner"
"""Where `python3 run.py planner` puts it: beside the program's own."""

Told = Callable[[Improvement], None]


def interpreter(environment: Path = _ENVIRONMENT) -> Path | None:
    """Return the Python that can plan: this one, or that of the planner's own environment; None where neither can."""
    if getattr(sys, "frozen", False):
        return None
    if importlib.util.find_spec("ortools") is not None:
        return Path(sys.executable)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    # The stamp is written last, so a half-made environment does not count.
    return python if python.exists() and (environment / "csdesk-stamp").exists() else None


def why_unavailable() -> Problem | None:
    """Return the problem that nothing here can plan, with what to do about it; None where all is well."""
    if interpreter() is not None:
        return None
    return Problem.at("", "planning.built-without" if getattr(sys, "frozen", False) else "planning.not-installed")


class Planning:
    """One search. `result` starts the process and waits for it; `cancel` may be called from another thread."""

    def __init__(self, job: PlanJob, python: Path) -> None:
        self.job = job
        self._command = [str(python), "-P", "-X", "utf8", "-m", "csdesk.planner"]
        self._lock = Lock()
        self._process: subprocess.Popen[str] | None = None
        self._cancelled = Event()

    def result(self, told: Told | None = None) -> Proposal | Problem | None:
        """Return what the planner proposes, None after a cancel, or the problem that it failed.

        told: called with each improvement, and a few times a second with the time that has passed. What it raises ends
        the process and is passed on.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
            with self._lock:
                if self._cancelled.is_set():
                    return None
                self._process = self._started(complaints)
            try:
                last = self._listen(self._process, told or (lambda _: None))
            finally:
                self._end(self._process)
            if self._cancelled.is_set():
                return None
            if last is not None:
                return last
            complaints.seek(0)
            said = complaints.read().strip().splitlines() or [f"exit code {self._process.returncode}"]
            return Problem.at("", "planning.failed", said=said[-1])

    def cancel(self) -> None:
        """End the search; nothing of it is left when this returns."""
        with self._lock:
            self._cancelled.set()
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _started(self, complaints: IO[str]) -> subprocess.Popen[str]:
        # Whichever Python it is, it runs the very csdesk that asks.
        paths = (str(_SOURCE), os.environ.get("PYTHONPATH"))
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _listen(self, process: "subprocess.Popen[str]", told: Told) -> Proposal | None:
        """Give the process its job and return the last line it says, where that is a proposal."""
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            # Left open: the process ends as soon as nobody holds the other end.
            process.stdin.write(f"{json.dumps(JOB.write(self.job))}\n")
            process.stdin.flush()
        lines: SimpleQueue[str | None] = SimpleQueue()
        Thread(target=_read_lines, args=(process, lines), daemon=True).start()
        begun = time.monotonic()
        latest = Improvement(0.0, sum(one.missing for one in unmet_of((), self.job.request)))
        while True:
            try:
                line = lines.get(timeout=LISTENING_SECONDS)
            except Empty:
                told(latest._replace(progress=self._passed(begun)))
                continue
            if line is None:
                return None
            read = json.loads(line)
            if "progress" not in read:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(LEAVING_SECONDS)
                return PROPOSAL.read(read)
            # By one clock: the process began to count only when it had loaded.
            latest = IMPROVEMENT.read(read)._replace(progress=self._passed(begun))
            told(latest)

    def _passed(self, begun: float) -> float:
        return min((time.monotonic() - begun) / self.job.seconds, 1.0)

    def _end(self, process: "subprocess.Popen[str]") -> None:
        with self._lock:
            process.kill()
            process.wait()
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.close()


def _read_lines(process: "subprocess.Popen[str]", lines: "SimpleQueue[str | None]") -> None:
    """Hand over what the process says, line by line, then None."""
    assert process.stdout is not None
    with process.stdout as said:
        for line in said:
            lines.put(line)
    lines.put(None)
