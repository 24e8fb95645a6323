"""The planner's process: ``python -m csdesk.planner``. One job in, one line for each improvement, the proposal last.

The job is one line of JSON (`core.planning.JOB`) on standard input, which whoever asks keeps open for as long as the
answer is wanted: once it closes, because of a cancel or because the program that asked is gone, this process ends.
"""

import json
import os
import signal
import sys
from threading import Thread

from csdesk.core.planning import IMPROVEMENT, JOB, PROPOSAL, Improvement
from csdesk.planner.search import plan

_STDIN = 0
CANCELLED = 3
"""The exit code of a process whose answer nobody wants any more."""


def main() -> int:
    """Answer one job."""
    # At its default it also ends what runs inside the solver, which never returns to Python for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    line = _first_line()
    Thread(target=_end_with_input, daemon=True).start()
    proposal = plan(JOB.read(json.loads(line)), _tell)
    _say(PROPOSAL.write(proposal))
    return 0


def _tell(improvement: Improvement) -> None:
    _say(IMPROVEMENT.write(improvement))


def _say(value: object) -> None:
    sys.stdout.write(f"{json.dumps(value)}\n")
    sys.stdout.flush()


def _first_line() -> bytes:
    """Return the first line of standard input, its end left out, or all of it where no line ends."""
    # Not by sys.stdin: the thread that waits on it would hold its lock when the process ends.
    read = bytearray()
    while b"\n" not in read and (more := os.read(_STDIN, 65536)):
        read += more
    return bytes(read.partition(b"\n")[0])


def _end_with_input() -> None:  # pragma: no cover - it ends the process, and with it what is measured there
    """End the process once standard input has closed."""
    while os.read(_STDIN, 65536):
        pass
    os._exit(CANCELLED)


if __name__ == "__main__":
    sys.exit(main())
