"""The register of swaps: asked for, signed and decided on, never deleted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from csdesk.core.month import Month
from csdesk.core.swap import OPEN, Swap, SwapDraft, SwapState
from csdesk.store.columns import day_of, day_text, maybe_day_of
from csdesk.store.database import Database, Row, Value
from csdesk.store.errors import UnreadableValueError
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import SWAP

Party = Literal["a", "b"]
"""Who of the two: A, who asks, or B, the partner."""


_BETWEEN = "WHERE ((day_a >= ? AND day_a <= ?) OR (day_b IS NOT NULL AND day_b >= ? AND day_b <= ?))"


class Swaps:
    """Swaps, in the table `swap`; all lists in the order of the register."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[Swap]:
        """Return the whole register."""
        return self._db.read(_swap, f"{SWAP.select} ORDER BY number")

    def between(self, first: date, last: date) -> list[Swap]:
        """Return every swap with a leg from `first` to `last`, whatever its state."""
        days = (first.isoformat(), last.isoformat())
        return self._db.read(_swap, f"{SWAP.select} {_BETWEEN} ORDER BY number", (*days, *days))

    def of_people(self, employee_ids: Sequence[str], first: date, last: date) -> list[Swap]:
        """Return those of `between` in which any of these people takes part."""
        days, marks = (first.isoformat(), last.isoformat()), ", ".join("?" * len(employee_ids))
        sql = f"{SWAP.select} {_BETWEEN} AND (a_id IN ({marks}) OR b_id IN ({marks})) ORDER BY number"
        return self._db.read(_swap, sql, (*days, *days, *employee_ids, *employee_ids))

    def of_month(self, month: Month) -> list[Swap]:
        """Return every swap with a leg in `month`, whatever its state."""
        return self.between(month.first, month.last)

    def undecided(self) -> list[Swap]:
        """Return the swaps that wait for a signature or a decision, in the order of the register."""
        states = sorted(OPEN)
        marks = ", ".join("?" * len(states))
        return self._db.read(_swap, f"{SWAP.select} WHERE state IN ({marks}) ORDER BY number", states)

    def get(self, swap_id: str) -> Swap | None:
        """Return one swap, or None."""
        return self._db.read_first(_swap, f"{SWAP.select} WHERE id = ?", (swap_id,))

    def add(self, swap: Swap, act: Act) -> Swap:
        """Store a new swap as the next of the register, and as the last one approved if it is; return it.

        Its id is made here where empty.
        """
        with self._db.atomic():
            key, number = swap.id or new_id(), self._next("number")
            place = self._next("place") if swap.is_approved else None
            facts = _facts(swap._replace(number=number, place=place, rev=0), act)
            self._journal.add(SWAP, key, facts, act)
            return _swap((key, *facts))

    def change(self, swap_id: str, rev: int, draft: SwapDraft, act: Act) -> Swap | None:
        """Store other people, days or reason; None if the swap was changed since it was read."""
        return self._write(swap_id, rev, _draft_facts(draft), act)

    def sign(self, swap_id: str, rev: int, party: Party, day: date, state: SwapState, act: Act) -> Swap | None:
        """Store when a party signed, and what state that brings; None if the swap was changed since it was read."""
        return self._write(swap_id, rev, {f"signed_{party}": day.isoformat(), "state": state.value}, act)

    def decide(self, swap_id: str, rev: int, state: SwapState, day: date, reason: str | None, act: Act) -> Swap | None:
        """Store a decision of whoever acts; None if the swap was changed since it was read.

        An approved one takes the next place in the order of approvals and keeps it.
        """
        changes: dict[str, Value] = {
            "state": state.value, "decided_by": act.by, "decided_on": day.isoformat(), "decision_reason": reason,
        }  # fmt: skip
        with self._db.atomic():
            if state is SwapState.APPROVED:
                changes["place"] = self._next("place")
            return self._write(swap_id, rev, changes, act)

    def _write(self, swap_id: str, rev: int, changes: Mapping[str, Value], act: Act) -> Swap | None:
        row = self._journal.change(SWAP, swap_id, changes, act, rev=rev)
        return None if row is None else _swap(row)

    def _next(self, column: Literal["number", "place"]) -> int:
        row: tuple[Any, ...] | None = self._db.first(f"SELECT max({column}) FROM swap")
        return (row[0] or 0) + 1 if row else 1


def _draft_facts(draft: SwapDraft) -> dict[str, Value]:
    """Return the columns of what is asked for."""
    return {
        "a_id": draft.a_id, "day_a": draft.day_a.isoformat(), "b_id": draft.b_id, "day_b": day_text(draft.day_b),
        "reason": draft.reason,
    }  # fmt: skip


def _facts(swap: Swap, act: Act) -> Row:
    """Return the row of a new swap, in the order of SWAP.facts."""
    named: dict[str, Value] = {
        "number": swap.number, "asked_on": swap.asked_on.isoformat(), **_draft_facts(swap.draft),
        "state": swap.state.value, "signed_a": day_text(swap.signed_a), "signed_b": day_text(swap.signed_b),
        "place": swap.place, "decided_by": swap.decided_by, "decided_on": day_text(swap.decided_on),
        "decision_reason": swap.decision_reason, "recorded_by": act.by, "recorded_at": act.moment, "rev": swap.rev,
    }  # fmt: skip
    return SWAP.values(named)


def _swap(row: tuple[Any, ...]) -> Swap:
    """Return the swap that a row of SWAP.select holds."""
    (key, number, asked_on, a_id, day_a, b_id, day_b, reason, state, signed_a, signed_b, place, decided_by, decided_on,
     decision_reason, _, _, rev) = row  # fmt: skip
    try:
        reached = SwapState(state)
    except ValueError as error:
        raise UnreadableValueError(f"not the state of a swap: {state!r:.40}") from error
    return Swap(
        id=key, number=number, asked_on=day_of(asked_on),
        draft=SwapDraft(a_id, day_of(day_a), b_id, maybe_day_of(day_b), reason), state=reached,
        signed_a=maybe_day_of(signed_a), signed_b=maybe_day_of(signed_b), place=place, decided_by=decided_by,
        decided_on=maybe_day_of(decided_on), decision_reason=decision_reason, rev=rev,
    )  # fmt: skip
