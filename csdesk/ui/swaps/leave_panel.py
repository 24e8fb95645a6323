"""The leave with the cursor: who is away and why, what was decided, and what can be done with it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.leave import Leave
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui.page import Context
from csdesk.ui.swaps.leave_words import ENDED, LeaveWords
from csdesk.ui.swaps.request_panel import RequestPanel


class LeavePanel(RequestPanel[Leave]):
    """The panel; an absence that the log holds for a day of the leave is told, for somebody has to void it."""

    told_as: ClassVar[str] = "warning"

    def __init__(
        self, desk: Desk, context: Context, said: LeaveWords, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, actions, parent)
        self._desk = desk
        self._words = said
        self.column.addStretch(1)

    def _say(self, request: Leave) -> Sequence[Problem]:
        said = self._words
        self._title.setText(said.name(request))
        self._state.setText(f"{said.state(request)}  ·  {said.type(request.type)}")
        call = said.call(request)
        self.facts.show_facts(
            [
                (self.tr("When"), f"{said.span(request)}  ·  {said.length(request)}"),
                (self.tr("Emergency"), self.tr("the manager was called {when}").format(when=call) if call else ""),
                (self.tr("Note"), request.note),
                (self.tr("Asked"), said.asked(request)),
                (self.tr("Decision"), said.decision(request)),
            ]
        )
        return () if request.state in ENDED else self._desk.leaves.absences_logged(request)
