"""How a swap and its rules are said: in the register, in the panel, in messages and dialogs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from csdesk.core.employee import Employee
from csdesk.core.swap import Leg, Swap, SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.desk.desk import Desk
from csdesk.texts import Texts
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import short_day
from csdesk.ui.swaps.duties import Duties

NOTHING = "—"
ENDED = frozenset({SwapState.REJECTED, SwapState.WITHDRAWN, SwapState.VOIDED})
RULES = ("SW-1", "SW-2", "SW-3", "SW-4", "SW-5", "SW-6", "SW-7")
_KINDS = {SwapState.AGREED: "minor", SwapState.APPROVED: "bonus"}


class SwapWords(QObject):
    """Says swaps; it speaks the language of the moment."""

    def __init__(self, desk: Desk, duties: Duties, texts: Callable[[], Texts], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._duties = duties
        self._texts = texts

    def person(self, employee_id: str) -> Employee:
        """Return who an id means; everybody in the register is on the staff file."""
        return self._desk.people.by_id()[employee_id]

    def name(self, employee_id: str) -> str:
        """Return what somebody is called."""
        return self.person(employee_id).name

    def day(self, day: date) -> str:
        """Return a day in few letters."""
        return short_day(day, self._texts(), self._desk.today())

    def leg(self, swap: Swap, leg: Leg) -> str:
        """Return a leg's day and shift: 24 Nov D."""
        return f"{self.day(leg.day)}  {self._duties.moved(swap, leg) or NOTHING}"

    def title(self, swap: Swap) -> str:
        """Return what is swapped: Li Na 24 Nov D, Wang Yi 26 Nov N."""
        said = [f"{self.name(leg.giver_id)} {self.leg(swap, leg)}" for leg in swap.legs]
        if len(said) == 1:
            covers = self.tr("{name} covers").format(name=self.name(swap.draft.b_id))
            return f"{said[0]}  ·  {covers}"
        return f"{said[0]}  ↔  {said[1]}"

    def state(self, state: SwapState) -> str:
        """Return how far a request has come."""
        return {
            SwapState.DRAFTED: self.tr("asked"),
            SwapState.AGREED: self.tr("both agree"),
            SwapState.APPROVED: self.tr("approved"),
            SwapState.REJECTED: self.tr("rejected"),
            SwapState.WITHDRAWN: self.tr("withdrawn"),
            SwapState.VOIDED: self.tr("voided"),
        }[state]

    def standing(self, swap: Swap) -> str:
        """Return how far a request has come, and whom it waits for while it is undecided."""
        if swap.state is SwapState.DRAFTED:
            return self.tr("waits for the signatures")
        return self.tr("waits for the manager") if swap.state is SwapState.AGREED else self.state(swap.state)

    def chip(self, swap: Swap) -> Chip:
        """Return the state as a chip."""
        return Chip(self.state(swap.state), _KINDS.get(swap.state, "quiet"))

    def signatures(self, swap: Swap) -> str:
        """Return who has signed: both, one, or nobody yet."""
        signed = [
            self.name(who)
            for who, day in ((swap.draft.a_id, swap.signed_a), (swap.draft.b_id, swap.signed_b))
            if day is not None
        ]
        return self.tr("both") if len(signed) == 2 else signed[0] if signed else self.tr("none yet")

    def signature(self, day: date | None) -> str:
        """Return when one of the two has signed."""
        return self.tr("not signed yet") if day is None else self.tr("signed {day}").format(day=self.day(day))

    def decision(self, swap: Swap) -> str:
        """Return what was decided, when and why; "" while nothing is."""
        if swap.decided_on is None:
            return ""
        said = self.tr("{state} {day}, entered by {by}")
        told = said.format(
            state=self.state(swap.state).capitalize(), day=self.day(swap.decided_on), by=swap.decided_by or ""
        )
        return f"{told}: {swap.decision_reason}" if swap.decision_reason else told

    def rule(self, rule: str) -> str:
        """Return what a rule is about, in few words."""
        return {
            "SW-1": self.tr("Both parties agree"),
            "SW-2": self.tr("The manager approves"),
            "SW-3": self.tr("Number in a month"),
            "SW-4": self.tr("None on two days running"),
            "SW-5": self.tr("Rest between shifts"),
            "SW-6": self.tr("No leave on the day"),
            "SW-7": self.tr("No public holiday"),
        }[rule]

    def verdict(self, ok: bool | None) -> str:
        """Return how a rule stands."""
        return self.tr("not yet") if ok is None else self.tr("kept") if ok else self.tr("broken")

    def why(self, result: RuleResult) -> str:
        """Return the sentence of a rule, without the rule's name that stands beside it."""
        said = self._texts().say(result.text_key, **result.detail)
        return said.removeprefix(f"{result.rule}: ").removeprefix(f"{result.rule}：")
