"""The request with the cursor: what it is, what was decided, and what can be done with it."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.ui.language import Retranslated
from csdesk.ui.messages import sentences
from csdesk.ui.page import Context
from csdesk.ui.swaps.facts import Facts
from csdesk.ui.swaps.offered_buttons import OfferedButtons
from csdesk.ui.swaps.request import Request
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.widgets.cards import Band, words


class RequestPanel(Retranslated, QWidget, Generic[Request]):
    """The panel; `actions` are offered where they apply. column: more may stand below the buttons.

    told_as: the kind of band that what is wrong with a request, or to be known of it, is told in.
    """

    told_as: ClassVar[str] = "alarm"

    def __init__(self, context: Context, actions: Sequence[QAction], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Request, Problem | None] | None = None
        self._title, self._state = words(like="title"), words(like="muted")
        self._title.setWordWrap(True)
        self.facts = Facts()
        self.band: Band = Band("alarm")
        self.buttons = OfferedButtons(actions)
        self.column = scrolled(self)
        for widget in (self._title, self._state, self.facts, self.band, self.buttons):
            self.column.addWidget(widget)

    def retranslate(self) -> None:
        if self._shown is not None:
            self.show_request(*self._shown)

    def show_request(self, request: Request, closed: Problem | None) -> None:
        """Show a request. closed: why nothing of it can change."""
        self._shown = request, closed
        self.band.say(self._sentences(self._say(request)), self.told_as)
        if closed is not None:
            self.band.say(self._context.texts.problem(closed), "info")

    @abstractmethod
    def _say(self, request: Request) -> Sequence[Problem]:
        """Say title, state and facts; return what is wrong with the request, or to be known of it."""

    def say_problems(self, problems: Sequence[Problem]) -> None:
        """Say why something was refused."""
        self.band.say(self._sentences(problems), "alarm")

    def _sentences(self, problems: Sequence[Problem]) -> str:
        return "\n".join(sentences(problems, self._context.texts))

    @property
    def said(self) -> list[str]:
        """Everything that is said about the request, from top to bottom."""
        said = [self._title.text(), self._state.text(), *self.facts.said, self.band.text]
        return [one for one in said if one]
