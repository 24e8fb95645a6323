"""The planner's process as whoever starts it sees it: one line in, lines out, and its end."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from csdesk.core.planning import IMPROVEMENT, JOB, PROPOSAL, PlanJob, PlanStatus
from tests.planning import a_request

ENDLESS = PlanJob(a_request(people=tuple("abcdefghijkl"), days=200, needs={"E": 3, "L": 3, "N": 3}), 600.0)


class Started:
    """A planner's process with a job."""

    def __init__(self, python: Path, line: str) -> None:
        command = [str(python), "-P", "-m", "csdesk.planner"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.input, self.output = self.process.stdin, self.process.stdout
        self.input.write(line)
        self.input.flush()

    def __enter__(self) -> "Started":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        with self.process:  # closes what is open still
            pass


def line_of(job: PlanJob) -> str:
    return f"{json.dumps(JOB.write(job))}\n"


def test_it_says_a_line_for_each_improvement_and_the_proposal_last(the_planner: Path) -> None:
    with Started(the_planner, line_of(PlanJob(a_request(days=2), 10.0, seed=1))) as started:
        *improvements, last = [json.loads(line) for line in started.output]
        assert started.process.wait(timeout=120) == 0
    assert improvements
    assert all(IMPROVEMENT.read(one).missing == 0 for one in improvements)
    assert PROPOSAL.read(last).status is PlanStatus.MET


def test_it_ends_at_once_when_its_input_closes(the_planner: Path) -> None:
    with Started(the_planner, line_of(ENDLESS)) as started:
        assert "progress" in json.loads(started.output.readline())
        started.input.close()
        assert started.process.wait(timeout=120) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals between processes")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_at_once_when_told_to(the_planner: Path, told: signal.Signals) -> None:
    with Started(the_planner, line_of(ENDLESS)) as started:
        started.output.readline()
        started.process.send_signal(told)
        assert started.process.wait(timeout=120) == -told


@pytest.mark.parametrize("line", ["no JSON\n", '{"request": 1}\n'])
def test_what_is_no_job_is_refused_with_a_reason(the_planner: Path, line: str) -> None:
    with Started(the_planner, line) as started:
        assert started.process.wait(timeout=120) == 1
        assert started.process.stderr is not None
        assert "Error" in started.process.stderr.read()
