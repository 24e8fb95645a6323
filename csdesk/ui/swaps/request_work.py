"""What is done with requests: asked for, approved, refused or withdrawn with a reason; each tells what became of it."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.dialogs.note import NoteDialog, NoteWords
from csdesk.ui.page import Change, Context
from csdesk.ui.swaps.request import Request


class Ending(NamedTuple, Generic[Request]):
    """How a request is ended. heading, hint, verb: what the dialog says that asks why. decide: does it.

    done: what is said then, as `RequestWork._told` fills it.
    """

    heading: str
    hint: str
    verb: str
    decide: Callable[[str, int, str], Request | list[Problem]]
    done: str


class RequestWork(QObject, Generic[Request]):
    """Does it on behalf of `page`.

    said(text, undo or None, verb): a message with what its button does. done(request): a request was written.
    refused(problems): why the request that is chosen stayed as it was. title: says a request in one line.
    """

    said = Signal(str, object, str)
    done = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, context: Context, title: Callable[[Request], str], page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._context = context
        self._title: Callable[[Request], str] = title
        self._page = page

    @abstractmethod
    def ask(self, draft: Any) -> list[Problem] | None:  # Each kind of request has a draft of its own.
        """Put a request on file; return what is wrong with it, None where the world failed."""

    @abstractmethod
    def _told(self, said: str, request: Request) -> str:
        """Return what is `said` of a request, filled in."""

    def _attempt(self, step: Callable[[], Request | list[Problem]]) -> Request | list[Problem] | None:
        """Do a step; None where the world failed, which is told."""
        try:
            return step()
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return None

    def _written(self, request: Request, said: str = "") -> None:
        """Show what was written, and say it."""
        self._context.refresh.announce(Change.ROSTER)
        self.done.emit(request)
        if said:
            self.said.emit(self._told(said, request), None, "")

    def _ask(self, step: Callable[[], Request | list[Problem]], said: str) -> list[Problem] | None:
        """Do what puts a request on file; return what is wrong with it, None where the world failed."""
        outcome = self._attempt(step)
        if outcome is None or isinstance(outcome, list):
            return outcome
        self._written(outcome, said)
        return []

    def _decide(self, step: Callable[[], Request | list[Problem]]) -> Request | None:
        """Do what decides on the request that is chosen; None where it was refused or the world failed, both told."""
        outcome = self._attempt(step)
        if isinstance(outcome, list):
            self.refused.emit(outcome)
            return None
        return outcome

    def _ask_why(self, request: Request, ending: Ending[Request]) -> None:
        """Ask for the reason, then end a request."""
        said = NoteWords(ending.heading, self._title(request), ending.verb, ending.hint)
        dialog = NoteDialog(said, self._context.texts, self._page)
        dialog.filled.connect(partial(self._end, dialog, request, ending))
        dialog.open()

    def _end(self, dialog: FormDialog, request: Request, ending: Ending[Request], reason: str) -> None:
        self._fill(dialog, partial(ending.decide, request.id, request.rev, reason), ending.done)

    def _fill(self, dialog: FormDialog, step: Callable[[], Request | list[Problem]], done: str) -> None:
        """Do what a dialog was filled in for, and close it; or say in it why that was refused."""
        outcome = self._attempt(step)
        if isinstance(outcome, list):
            dialog.show_problems(outcome)
        elif outcome is not None:
            dialog.accept()
            self._written(outcome, done)
