"""The planner's process as the desk has it: found, listened to, cancelled; nothing of it is left."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from csdesk.core.planning import Improvement, PlanJob, PlanStatus, Proposal
from csdesk.core.problem import Problem
from csdesk.desk import planner_process
from csdesk.desk.planner_process import Planning, interpreter, why_unavailable
from tests.planning import a_request

ENDLESS = PlanJob(a_request(people=tuple("abcdefghijkl"), days=200, needs={"E": 3, "L": 3, "N": 3}), 600.0)
SMALL = PlanJob(a_request(days=2), 10.0, seed=1)


def processes() -> set[str]:
    """Return the ids of this process's children; of the dead ones that nobody has waited for too."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


@pytest.fixture
def leaves_nothing() -> Iterator[None]:
    """See that no process is left that was not there before."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells the children of a process")
    before = processes()
    yield
    assert processes() - before == set()


@pytest.fixture
def without_or_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)


def an_environment(folder: Path) -> Path:
    """Make what looks like the planner's environment and return its Python."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "csdesk-stamp").touch()
    return python


# Where it is


def test_this_python_plans_where_or_tools_is_installed_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "ortools" or None)
    assert interpreter(tmp_path) == Path(sys.executable)


@pytest.mark.usefixtures("without_or_tools")
def test_else_the_planners_own_environment_does_once_it_is_whole(tmp_path: Path) -> None:
    assert interpreter(tmp_path / "none") is None
    python = an_environment(tmp_path / "planner")
    assert interpreter(tmp_path / "planner") == python
    (tmp_path / "planner" / "csdesk-stamp").unlink()
    assert interpreter(tmp_path / "planner") is None


def test_a_built_program_cannot_plan_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    an_environment(tmp_path / "planner")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert interpreter(tmp_path / "planner") is None
    assert why_unavailable() == Problem("planning.built-without")


def test_where_nothing_can_plan_the_problem_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner_process, "interpreter", lambda: None)
    assert why_unavailable() == Problem("planning.not-installed")


def test_where_something_can_plan_there_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner_process, "interpreter", lambda: Path("python"))
    assert why_unavailable() is None


# What it does


@pytest.mark.usefixtures("leaves_nothing")
def test_a_search_tells_its_improvements_and_ends_in_a_proposal(the_planner: Path) -> None:
    told: list[Improvement] = []
    proposal = Planning(SMALL, the_planner).result(told.append)
    assert isinstance(proposal, Proposal)
    assert proposal.status is PlanStatus.MET
    assert told[-1].missing == 0
    assert [one.progress for one in told] == sorted(one.progress for one in told)


@pytest.mark.usefixtures("leaves_nothing")
def test_nobody_has_to_listen(the_planner: Path) -> None:
    assert isinstance(Planning(SMALL, the_planner).result(), Proposal)


@pytest.mark.usefixtures("leaves_nothing")
def test_a_cancel_from_another_thread_leaves_no_process(the_planner: Path) -> None:
    planning = Planning(ENDLESS, the_planner)
    cancels: list[Timer] = []

    def cancel_once(_: Improvement) -> None:
        if not cancels:
            cancels.append(Timer(0.0, planning.cancel))
            cancels[0].start()

    assert planning.result(cancel_once) is None
    cancels[0].join()


@pytest.mark.usefixtures("leaves_nothing")
def test_what_the_listener_raises_ends_the_process_and_comes_out(the_planner: Path) -> None:
    def refuse(_: Improvement) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Planning(ENDLESS, the_planner).result(refuse)


@pytest.mark.usefixtures("leaves_nothing")
def test_a_search_that_is_cancelled_before_it_begins_starts_nothing(tmp_path: Path) -> None:
    planning = Planning(SMALL, tmp_path / "no-such-python")
    planning.cancel()
    assert planning.result() is None


@pytest.mark.usefixtures("leaves_nothing")
def test_a_cancel_that_comes_too_late_does_no_harm(the_planner: Path) -> None:
    planning = Planning(SMALL, the_planner)
    assert isinstance(planning.result(), Proposal)
    planning.cancel()


@pytest.mark.usefixtures("leaves_nothing")
def test_a_planner_that_breaks_down_is_a_problem_with_what_it_said() -> None:
    if importlib.util.find_spec("ortools") is not None:
        pytest.skip("this Python can plan")
    problem = Planning(SMALL, Path(sys.executable)).result()
    assert isinstance(problem, Problem)
    assert (problem.code, problem.detail) == (
        "planning.failed",
        {"said": "ModuleNotFoundError: No module named 'ortools'"},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_planner_that_ends_without_a_word_is_a_problem_with_its_exit_code(tmp_path: Path) -> None:
    silent = tmp_path / "python"
    silent.write_text("#!/bin/sh\nexit 9\n", "ascii")
    silent.chmod(0o755)
    problem = Planning(SMALL, silent).result()
    assert problem == Problem.at("", "planning.failed", said="exit code 9")
