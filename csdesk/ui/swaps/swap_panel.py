"""The swap with the cursor: what it is, who has signed, what the rules say of it now, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.core.swaps import Verdict
from csdesk.ui.language import Retranslated
from csdesk.ui.messages import sentences
from csdesk.ui.page import Context
from csdesk.ui.swaps.facts import Facts
from csdesk.ui.swaps.offered_buttons import OfferedButtons
from csdesk.ui.swaps.rule_lines import RuleLines
from csdesk.ui.swaps.scrolled import scrolled
from csdesk.ui.swaps.swap_words import ENDED, SwapWords
from csdesk.ui.widgets.cards import Band, words


class SwapPanel(Retranslated, QWidget):
    """The panel; `actions` are offered where they apply."""

    def __init__(
        self, context: Context, said: SwapWords, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._words = said
        self._shown: tuple[Swap, Verdict, Problem | None] | None = None
        self._title, self._state = words(like="title"), words(like="muted")
        self.facts = Facts()
        self.band = Band("alarm")
        self.buttons = OfferedButtons(actions)
        self._rules_title = words(like="card-title")
        self.rules = RuleLines(said)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = scrolled(self)
        for widget in (self._title, self._state, self.facts, self.band, self.buttons):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._rules_title)
        column.addWidget(self.rules)
        column.addStretch(1)

    def retranslate(self) -> None:
        self._rules_title.setText(self.tr("The seven rules"))
        if self._shown is not None:
            self.show_swap(*self._shown)

    def show_swap(self, swap: Swap, verdict: Verdict, closed: Problem | None) -> None:
        """Show a swap. verdict: what the rules say of it now. closed: why nothing of it can change."""
        self._shown = swap, verdict, closed
        draft, said = swap.draft, self._words
        self._title.setText(self.tr("Swap no. {number}").format(number=swap.number))
        asked = self.tr("asked on {day}").format(day=said.day(swap.asked_on))
        self._state.setText(f"{said.standing(swap)}  ·  {asked}")
        gives = self.tr("{name} gives")
        facts = [(gives.format(name=said.name(leg.giver_id)), said.leg(swap, leg)) for leg in swap.legs]
        if draft.day_b is None:
            facts.append((self.tr("Works it"), f"{said.name(draft.b_id)}  ·  {self.tr('no return')}"))
        facts += [
            (said.name(draft.a_id), said.signature(swap.signed_a)),
            (said.name(draft.b_id), said.signature(swap.signed_b)),
            (self.tr("Reason"), draft.reason),
            (self.tr("Decision"), said.decision(swap)),
        ]
        self.facts.show_facts(facts)
        self.say_problems(verdict.problems if swap.state not in ENDED else ())
        if closed is not None:
            self.band.say(self._context.texts.problem(closed), "info")
        is_judged = swap.state not in ENDED
        self._rules_title.setVisible(is_judged)
        self.rules.setVisible(is_judged)
        self.rules.show_results(verdict.rules)

    def say_problems(self, problems: Sequence[Problem]) -> None:
        """Say why something was refused."""
        self.band.say("\n".join(sentences(problems, self._context.texts)), "alarm")

    @property
    def said(self) -> list[str]:
        """Everything that is said about the swap, from top to bottom."""
        band = [self.band.text] if self.band.text else []
        return [self._title.text(), self._state.text(), *self.facts.said, *band]
