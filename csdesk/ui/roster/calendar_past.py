"""What was done to the roster here, to be undone and done again; free of Qt."""

from collections.abc import Callable
from typing import Generic, TypeVar

from csdesk.core.problem import Problem

Done = TypeVar("Done")


class Past(Generic[Done]):
    """Undo and redo. take_back: undoes a change, and returns the change that did so, or why it cannot."""

    def __init__(self, take_back: Callable[[Done], Done | list[Problem]]) -> None:
        self._take_back = take_back
        self._done: list[Done] = []
        self._undone: list[Done] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again."""
        return bool(self._undone)

    def did(self, change: Done) -> None:
        """Remember a change; what was undone before it cannot be done again."""
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> Done | list[Problem]:
        """Undo the last change; return the change that did so, or why it cannot be and is forgotten."""
        return self._move(self._done, self._undone)

    def redo(self) -> Done | list[Problem]:
        """Do again what was undone last; as `undo`."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Done], target: list[Done]) -> Done | list[Problem]:
        if not source:
            return []
        outcome = self._take_back(source.pop())
        if not isinstance(outcome, list):
            target.append(outcome)
        return outcome

    def forget(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()
