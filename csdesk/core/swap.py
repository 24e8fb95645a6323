"""A shift swap as it is registered: two people, one or two days, signatures, decision. Source: handbook shifts."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class SwapState(StrEnum):
    """How far a request has come. Source: handbook shifts, life of a request."""

    DRAFTED = "drafted"
    AGREED = "agreed"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


OPEN = frozenset({SwapState.DRAFTED, SwapState.AGREED})
"""Nobody has decided yet."""


class Leg(NamedTuple):
    """One day of a swap: the giver's shifts of `day` are worked by the taker."""

    giver_id: str
    taker_id: str
    day: date


class SwapDraft(NamedTuple):
    """What a person asks for: A's shift on day A is worked by B; B's on day B, where there is a return, by A."""

    a_id: str
    day_a: date
    b_id: str
    day_b: date | None = None
    reason: str = ""

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The swap's days, the return last."""
        first = Leg(self.a_id, self.b_id, self.day_a)
        return (first,) if self.day_b is None else (first, Leg(self.b_id, self.a_id, self.day_b))


class Swap(NamedTuple):
    """One line of the register.

    number: in the register, from 1. place: in the order of approvals, None unless approved or voided.
    signed_a, signed_b: when each signed. decided_on: the local day of the last decision.
    """

    id: str
    number: int
    asked_on: date
    draft: SwapDraft
    state: SwapState = SwapState.DRAFTED
    signed_a: date | None = None
    signed_b: date | None = None
    place: int | None = None
    decided_by: str | None = None
    decided_on: date | None = None
    decision_reason: str | None = None
    rev: int = 0

    @property
    def is_approved(self) -> bool:
        """Whether it changes the roster."""
        return self.state is SwapState.APPROVED

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The swap's days, the return last."""
        return self.draft.legs
