"""The swap with the cursor: what it is, who has signed, what the rules say of it now, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.desk.desk import Desk
from csdesk.ui.page import Context
from csdesk.ui.swaps.request_panel import RequestPanel
from csdesk.ui.swaps.rule_lines import RuleLines
from csdesk.ui.swaps.swap_words import ENDED, SwapWords
from csdesk.ui.widgets.cards import words


class SwapPanel(RequestPanel[Swap]):
    """The panel."""

    def __init__(
        self, desk: Desk, context: Context, said: SwapWords, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, actions, parent)
        self._desk = desk
        self._words = said
        self._rules_title = words(like="card-title")
        self.rules = RuleLines(said)
        self.column.addSpacing(4)
        self.column.addWidget(self._rules_title)
        self.column.addWidget(self.rules)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self._rules_title.setText(self.tr("The seven rules"))
        super().retranslate()

    def _say(self, request: Swap) -> Sequence[Problem]:
        draft, said = request.draft, self._words
        self._title.setText(self.tr("Swap no. {number}").format(number=request.number))
        asked = self.tr("asked on {day}").format(day=said.day(request.asked_on))
        self._state.setText(f"{said.standing(request)}  ·  {asked}")
        gives = self.tr("{name} gives")
        facts = [(gives.format(name=said.name(leg.giver_id)), said.leg(request, leg)) for leg in request.legs]
        if draft.day_b is None:
            facts.append((self.tr("Works it"), f"{said.name(draft.b_id)}  ·  {self.tr('no return')}"))
        facts += [
            (said.name(draft.a_id), said.signature(request.signed_a)),
            (said.name(draft.b_id), said.signature(request.signed_b)),
            (self.tr("Reason"), draft.reason),
            (self.tr("Decision"), said.decision(request)),
        ]
        self.facts.show_facts(facts)
        verdict = self._desk.swaps.judge(request)
        is_judged = request.state not in ENDED
        self._rules_title.setVisible(is_judged)
        self.rules.setVisible(is_judged)
        self.rules.show_results(verdict.rules)
        return verdict.problems if is_judged else ()
