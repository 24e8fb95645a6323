"""Work on the open file beside the window: on a desk of its own, for the window's stays in the window's thread."""

from collections.abc import Callable
from typing import TypeVar

from csdesk.desk.desk import Desk, open_desk
from csdesk.ui.tasks import Progress

T = TypeVar("T")


def beside(desk: Desk, work: Callable[[Desk, Progress], T]) -> Callable[[Progress], T]:
    """Return `work` as a worker does it: given a desk of its own on the file of `desk`, and its progress."""

    def run(progress: Progress) -> T:
        with open_desk(desk.path, desk.actor, desk.now) as own:
            return work(own, progress)

    return run
