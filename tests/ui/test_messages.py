"""Core speaks codes, the window speaks sentences."""

import pytest

from csdesk.core.problem import Problem
from csdesk.desk.errors import Unavailable
from csdesk.texts import Texts
from csdesk.ui.messages import fault_sentence, sentences


def test_each_problem_is_one_sentence() -> None:
    assert sentences([Problem.at("team", "team.missing")], Texts("en")) == [Texts("en").say("problems.team.missing")]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (Unavailable("file.locked", file="team.csdesk"), "in use by another program"),
        (OSError(28, "No space left on device", "out.pdf"), "the disk is full"),
        (PermissionError(13, "Permission denied", "out.pdf"), "Choose another folder"),
    ],
)
def test_the_world_s_faults_say_what_why_and_what_to_do(failure: Exception, said: str) -> None:
    sentence = fault_sentence(failure, Texts("en"))
    assert sentence is not None
    assert said in sentence
    assert fault_sentence(failure, Texts("zh")) != sentence


def test_a_bug_has_no_sentence() -> None:
    assert fault_sentence(ValueError("odd"), Texts("en")) is None
