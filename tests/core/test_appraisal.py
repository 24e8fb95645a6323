"""The values of an appraisal."""

from csdesk.core.appraisal import Best
from tests.builders import a_workload


def test_the_best_of_the_team_may_be_two_people() -> None:
    best = Best.among([a_workload(480, 90), a_workload(300, "98.5")])
    assert best is not None
    assert (str(best.workload), str(best.quality)) == ("480", "98.5")


def test_without_figures_nobody_is_best() -> None:
    assert Best.among([]) is None
