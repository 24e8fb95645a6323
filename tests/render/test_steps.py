"""Progress and cancelling of long work."""

import pytest

from csdesk.render.steps import Cancelled, Steps


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    steps = Steps(lambda done, total: told.append((done, total)), every=2)
    steps.total = 5
    for _ in range(5):
        steps.one()
    steps.finish()
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_more_steps_than_announced_do_not_pass_the_end() -> None:
    told: list[tuple[int, int]] = []
    steps = Steps(lambda done, total: told.append((done, total)), every=1)
    steps.total = 1
    steps.one()
    steps.one()
    assert told == [(1, 1), (1, 1)]


def test_work_goes_on_until_somebody_says_stop() -> None:
    answers = iter([False, True])
    steps = Steps(cancelled=lambda: next(answers), every=1)
    steps.one()
    with pytest.raises(Cancelled):
        steps.one()


def test_nobody_need_listen() -> None:
    steps = Steps(every=1)
    steps.one()
    steps.finish()
