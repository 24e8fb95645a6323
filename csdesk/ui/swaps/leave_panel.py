"""The leave with the cursor: who is away and why, what was decided, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.leave import Leave
from csdesk.core.problem import Problem
from csdesk.ui.language import Retranslated
from csdesk.ui.messages import sentences
from csdesk.ui.page import Context
from csdesk.ui.swaps.facts import Facts
from csdesk.ui.swaps.leave_words import LeaveWords
from csdesk.ui.swaps.offered_buttons import OfferedButtons
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.widgets.cards import Band, words


class LeavePanel(Retranslated, QWidget):
    """The panel; `actions` are offered where they apply."""

    def __init__(
        self, context: Context, said: LeaveWords, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._words = said
        self._shown: tuple[Leave, Problem | None] | None = None
        self._title, self._state = words(like="title"), words(like="muted")
        self._title.setWordWrap(True)
        self.facts = Facts()
        self.band = Band("alarm")
        self.buttons = OfferedButtons(actions)
        column = scrolled(self)
        for widget in (self._title, self._state, self.facts, self.band, self.buttons):
            column.addWidget(widget)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        if self._shown is not None:
            self.show_leave(*self._shown)

    def show_leave(self, leave: Leave, closed: Problem | None) -> None:
        """Show a request. closed: why nothing of it can change."""
        self._shown = leave, closed
        said = self._words
        self._title.setText(said.name(leave))
        self._state.setText(f"{said.state(leave)}  ·  {said.type(leave.type)}")
        self.facts.show_facts(
            [
                (self.tr("When"), f"{said.span(leave)}  ·  {said.length(leave)}"),
                (self.tr("Emergency"), self._called(leave)),
                (self.tr("Note"), leave.note),
                (self.tr("Asked"), said.asked(leave)),
                (self.tr("Decision"), said.decision(leave)),
            ]
        )
        self.say_problems(())
        if closed is not None:
            self.band.say(self._context.texts.problem(closed), "info")

    def _called(self, leave: Leave) -> str:
        call = self._words.call(leave)
        return self.tr("the manager was called {when}").format(when=call) if call else ""

    def say_problems(self, problems: Sequence[Problem]) -> None:
        """Say why something was refused."""
        self.band.say("\n".join(sentences(problems, self._context.texts)), "alarm")

    @property
    def said(self) -> list[str]:
        """Everything that is said about the request, from top to bottom."""
        band = [self.band.text] if self.band.text else []
        return [self._title.text(), self._state.text(), *self.facts.said, *band]
