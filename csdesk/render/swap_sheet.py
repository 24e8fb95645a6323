"""Shift swaps as they are put on paper: values, and the words that both papers share."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.render.duty_form import DutyForm
from csdesk.render.duty_page import Heading, shift_text, speech_of
from csdesk.render.paper_page import Style, TextLines, wrap
from csdesk.render.paper_words import PaperLanguage, Speech

CELL, SMALL = Style(8.5, 12), Style(7.5, 11)
DECIDED = {SwapState.APPROVED: True, SwapState.VOIDED: True, SwapState.REJECTED: False}
"""Whether the manager has agreed, by the state; nothing where nobody has decided."""


class SwapDay(NamedTuple):
    """What a swap does to both people on one of its days."""

    day: date
    a_before: Sequence[Shift]
    a_after: Sequence[Shift]
    b_before: Sequence[Shift]
    b_after: Sequence[Shift]


class SwapSheet(NamedTuple):
    """One swap of the register. days: those of its legs, in order. rules: what the rules say; none: not judged."""

    swap: Swap
    a: Employee
    b: Employee
    days: Sequence[SwapDay]
    rules: Sequence[RuleResult] = ()

    @property
    def signed(self) -> Mapping[str, date | None]:
        """When each signer has signed; what is kept of a voided one is when it was voided."""
        swap = self.swap
        manager = swap.decided_on if swap.state in (SwapState.APPROVED, SwapState.REJECTED) else None
        return {"requester": swap.signed_a, "partner": swap.signed_b, "manager": manager}

    @property
    def shifts_a(self) -> Sequence[Shift]:
        """What A gives away."""
        return next((one.a_before for one in self.days if one.day == self.swap.draft.day_a), ())

    @property
    def shifts_b(self) -> Sequence[Shift]:
        """What B gives in return."""
        return next((one.b_before for one in self.days if one.day == self.swap.draft.day_b), ())


class SwapContext(NamedTuple):
    """What every paper of a print run has in common."""

    team: str
    made_on: date
    language: PaperLanguage
    form: DutyForm


class SwapPaper:
    """A paper about swaps: its words."""

    heading: Heading

    def __init__(self, context: SwapContext) -> None:
        self._form = context.form
        self._speech: Speech = speech_of(context.language)

    def _label(self, key: str) -> str:
        return self._speech.label(self._form.labels[key])

    def _shifts(self, shifts: Sequence[Shift], room: float) -> TextLines:
        if not shifts:
            return wrap(self._speech.phrase("duty.free"), CELL, room)
        return tuple(line for shift in shifts for line in wrap(shift_text(shift), CELL, room))
