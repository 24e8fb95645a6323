"""Progress and cancelling of long work: counted steps, told now and then."""

from collections.abc import Callable


class Cancelled(Exception):
    """The person stopped the work; nothing came of it."""


class Steps:
    """Counts the steps of one piece of work.

    progress: called with steps done and steps in all. cancelled: asked as often; yes raises `Cancelled`.
    every: so many steps lie between two calls. total: set before the first step.
    """

    def __init__(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        every: int = 128,
    ) -> None:
        self.total = 0
        self._every = every
        self._done = 0
        self._asked = 0
        self._progress = progress
        self._cancelled = cancelled

    def one(self) -> None:
        """Count one step done."""
        self._done += 1
        if self._done % self._every == 0:
            self._tell(min(self._done, self.total))
        self.ask()

    def ask(self) -> None:
        """Raise `Cancelled` if the person said stop; asked in earnest only now and then."""
        self._asked += 1
        if self._cancelled is not None and self._asked % self._every == 0 and self._cancelled():
            raise Cancelled

    def finish(self) -> None:
        """Say that all is done."""
        self._tell(self.total)

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, self.total)
