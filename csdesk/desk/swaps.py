"""Swaps at work: ask, sign, approve, void. What is decided is checked again in the same transaction.

The roster as worked is the roster as planned with the approved swaps, so that a decision changes it by itself.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Literal

from csdesk.core.cells import Cell
from csdesk.core.days import Calendar, SpecialDay
from csdesk.core.incidents import Draft, check_reason
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swap_rules import reach
from csdesk.core.swaps import (
    SwapFacts,
    Verdict,
    judge_swap,
    near,
    problems_of_changing,
    problems_of_deciding,
    problems_of_voiding,
)
from csdesk.desk.calendar import OfficeCalendar
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.desk.shift_rules import AdoptedShiftRules
from csdesk.desk.stretches import Stretch, widened
from csdesk.store.errors import StoreUnavailable
from csdesk.store.swaps import Party


class Swaps:
    """The register of swaps."""

    def __init__(self, session: Session, people: People, calendar: OfficeCalendar, rules: AdoptedShiftRules) -> None:
        self._session = session
        self._people = people
        self._calendar = calendar
        self._rules = rules

    def all(self, month: Month | None = None) -> list[Swap]:
        """Return the register in its order; only the swaps with a leg in `month` where one is given."""
        swaps = self._session.store.swaps
        return swaps.all() if month is None else swaps.of_month(month)

    def undecided(self) -> list[Swap]:
        """Return the swaps that wait for a signature or a decision, whatever their month, in the register's order."""
        return self._session.store.swaps.undecided()

    def get(self, swap_id: str) -> Swap | None:
        """Return one swap, or None."""
        return self._session.store.swaps.get(swap_id)

    def check(self, draft: SwapDraft, own: Swap | None = None) -> Verdict:
        """Return what is to be said of a draft while it is typed, nothing stored.

        own: the swap that the draft changes, where it stands in the register already.
        """
        return self._verdict(draft, own, self._session.closed_months())

    def judge(self, swap: Swap) -> Verdict:
        """Return what is to be said of a swap of the register; an approved one is judged in its own place.

        What has been decided may stand in a month that was closed since.
        """
        return self._verdict(swap.draft, swap, () if problems_of_deciding(swap) else self._session.closed_months())

    def _verdict(self, draft: SwapDraft, own: Swap | None, closed: Collection[Month]) -> Verdict:
        versions = self._rules.versions()  # may adopt the shipped ones, which no snapshot allows
        found = self._rules.on(draft.day_a)
        rules = versions.versions[0] if isinstance(found, Problem) else found
        with self._session.store.db.snapshot():
            facts = self._facts({leg.day for leg in draft.legs}, rules, closed, (draft.a_id, draft.b_id))
        if own is None:
            verdict = judge_swap(draft, facts)
        else:
            signed = (own.signed_a, own.signed_b)
            verdict = judge_swap(draft, facts, own_id=own.id, signed=signed, approved=own.is_approved)
        if verdict.is_valid and isinstance(found, Problem):
            return Verdict([found._replace(field="day_a")])
        return verdict

    def ask(self, draft: SwapDraft) -> Swap | list[Problem]:
        """Put a swap into the register, durable when this returns; or return why it makes no sense.

        One that breaks a rule may be asked for; it cannot be approved.
        """
        session = self._session
        with session.store.atomic():
            problems = self.check(draft).problems
            if problems:
                return list(problems)
            swap = Swap("", 0, session.today(), draft._replace(reason=draft.reason.strip()))
            return session.store.swaps.add(swap, session.act("swap.asked"))

    def change(self, swap_id: str, rev: int, draft: SwapDraft) -> Swap | list[Problem]:
        """Ask for other people, days or reasons, as long as nobody has signed; the swap was read at `rev`."""
        store = self._session.store
        with store.atomic():
            swap = self._read(swap_id, rev)
            if not isinstance(swap, Swap):
                return swap
            problems = problems_of_changing(swap) or list(self.check(draft, swap).problems)
            if problems:
                return problems
            draft = draft._replace(reason=draft.reason.strip())
            return _or_stale(store.swaps.change(swap_id, rev, draft, self._session.act("swap.changed")))

    def sign(self, swap_id: str, rev: int, party: Party, day: date) -> Swap | list[Problem]:
        """Record that a party has signed on `day`; with both signatures the swap is agreed."""
        store = self._session.store
        with store.atomic():
            swap = self._read(swap_id, rev)
            if not isinstance(swap, Swap):
                return swap
            problems = problems_of_deciding(swap)
            own, other = (swap.signed_a, swap.signed_b) if party == "a" else (swap.signed_b, swap.signed_a)
            if own is not None:
                who = swap.draft.a_id if party == "a" else swap.draft.b_id
                problems = problems or [Problem.at("", "swap.signed-already", name=self._name(who), day=own)]
            if day > self._session.today():
                problems.append(Problem.at("day", "day.future", day=day))
            if problems:
                return problems
            state = SwapState.DRAFTED if other is None else SwapState.AGREED
            return _or_stale(store.swaps.sign(swap_id, rev, party, day, state, self._session.act("swap.signed")))

    def withdraw(self, swap_id: str, rev: int, reason: str) -> Swap | list[Problem]:
        """Take a request back before it is decided, with a reason."""
        return self._end(swap_id, rev, SwapState.WITHDRAWN, reason)

    def reject(self, swap_id: str, rev: int, reason: str) -> Swap | list[Problem]:
        """Reject a request, with a reason."""
        return self._end(swap_id, rev, SwapState.REJECTED, reason)

    def approve(self, swap_id: str, rev: int) -> Swap | list[Problem]:
        """Approve a swap, read at `rev`, and so change the roster; or return the rules that stop it."""
        with self._session.store.atomic():
            swap = self._read(swap_id, rev)
            if not isinstance(swap, Swap):
                return swap
            problems = problems_of_deciding(swap)
            if problems:
                return problems
            # As it would stand in the register: now both signatures are needed.
            approved = swap._replace(state=SwapState.APPROVED)
            verdict = self._verdict(swap.draft, approved, self._session.closed_months())
            problems = [*verdict.problems, *(rule.problem for rule in verdict.broken)]
            return problems or self._decide(swap, SwapState.APPROVED, None)

    def void(self, swap_id: str, rev: int, reason: str) -> Swap | list[Problem]:
        """Take an approved swap back, with a reason, and so change the roster back; or return what stands on it."""
        with self._session.store.atomic():
            swap = self._read(swap_id, rev)
            if not isinstance(swap, Swap):
                return swap
            if not swap.is_approved:
                return [Problem.at("", "swap.not-approved", number=swap.number)]
            problems = check_reason(reason) or self._problems_of_voiding(swap)
            return problems or self._decide(swap, SwapState.VOIDED, reason.strip())

    def cover_bonus(self, swap_id: str) -> list[Draft]:
        """Return the entry to propose for whoever covered for a colleague without a return; none where it is not so.

        Recorded with `desk.incidents.record` once the lead has confirmed it.
        """
        swap = self.get(swap_id)
        if swap is None or not swap.is_approved or swap.draft.day_b is not None:
            return []
        return self._drafts([swap.draft.b_id], swap.draft.day_a, swap, "cover")

    def charge_handover(self, swap_id: str, who: Collection[str], day: date | None = None) -> list[Draft]:
        """Return the entries that charge one or both with absence, where a swap led to a wrong or an empty shift.

        who: ids of the parties that are responsible. day: of the leg, the last one that has come where none is given.
        """
        swap = self.get(swap_id)
        if swap is None or not swap.is_approved:
            return []
        days = sorted(leg.day for leg in swap.legs if leg.day <= self._session.today())
        if not days or (day is not None and day not in days):
            return []
        parties = [one for one in (swap.draft.a_id, swap.draft.b_id) if one in who]
        return self._drafts(parties, days[-1] if day is None else day, swap, "absent")

    def _drafts(
        self, people: Iterable[str], day: date, swap: Swap, proposal: Literal["cover", "absent"]
    ) -> list[Draft]:
        """Return an entry for each of `people`, with the code that the rules of the day propose."""
        rules = self._rules.on(day)
        if isinstance(rules, Problem) or day > self._session.today():
            return []
        code = rules.proposals.cover if proposal == "cover" else rules.proposals.absent
        return [Draft(employee_id, day, code, note=swap.draft.reason) for employee_id in people]

    def _read(self, swap_id: str, rev: int) -> Swap | list[Problem]:
        swap = self.get(swap_id)
        if swap is None:
            return [Problem.at("", "swap.unknown")]
        return swap if swap.rev == rev else [Problem.at("", "swap.stale")]

    def _end(self, swap_id: str, rev: int, state: SwapState, reason: str) -> Swap | list[Problem]:
        with self._session.store.atomic():
            swap = self._read(swap_id, rev)
            if not isinstance(swap, Swap):
                return swap
            problems = check_reason(reason) + problems_of_deciding(swap)
            return problems or self._decide(swap, state, reason.strip())

    def _decide(self, swap: Swap, state: SwapState, reason: str | None) -> Swap | list[Problem]:
        session = self._session
        act = session.act(f"swap.{state.value}")
        return _or_stale(session.store.swaps.decide(swap.id, swap.rev, state, session.today(), reason, act))

    def _problems_of_voiding(self, swap: Swap) -> list[Problem]:
        rules = self._rules.on(swap.draft.day_a)
        if isinstance(rules, Problem):
            return [rules]
        days = {leg.day for leg in swap.legs}
        around = [
            one for first, last in widened(map(Stretch.day, days), reach(rules.swaps.min_rest_minutes))
            for one in self._session.store.swaps.between(first, last)
        ]  # fmt: skip
        days |= {leg.day for one in near(swap, around, rules.swaps.min_rest_minutes) for leg in one.legs}
        return problems_of_voiding(swap, self._facts(days, rules, self._session.closed_months()))

    def _facts(
        self, days: Collection[date], rules: ShiftRules, closed: Collection[Month], people: Sequence[str] = ()
    ) -> SwapFacts:
        """Return what swaps with legs on `days` are judged by. people: who swaps, where only they are judged."""
        store, margin = self._session.store, reach(rules.swaps.min_rest_minutes)
        near_by = widened(map(Stretch.day, days), margin)
        months = widened(map(Stretch.month, {Month.of(day) for day in days}), max(margin, rules.swaps.min_days_between))
        # The rules count the swaps of those who swap; the roster hangs on those of everybody on the days near by.
        found = [swap for first, last in near_by for swap in store.swaps.between(first, last)]
        for first, last in months:
            found += store.swaps.of_people(people, first, last) if people else store.swaps.between(first, last)
        # No other cells are moved, by these swaps or to their people.
        parties = {*people, *(party for swap in found for party in (swap.draft.a_id, swap.draft.b_id))}
        planned: dict[Cell, tuple[str, ...]] = {}
        for first, last in near_by:
            planned |= store.roster.of_people(parties, first, last)
        shifts = {shift.id: shift for shift in store.shifts.all()}
        if not shifts.keys() >= {shift_id for shift_ids in set(planned.values()) for shift_id in shift_ids}:
            raise StoreUnavailable("file.damaged", file=str(store.path))
        leaves = {leave.id: leave for day in days for leave in store.leaves.open_between(day, day)}
        return SwapFacts(
            planned, list({swap.id: swap for swap in found}.values()), shifts, self._people.by_id(),
            list(leaves.values()), self._calendar_of(days), rules, closed,
        )  # fmt: skip

    def _calendar_of(self, days: Iterable[date]) -> Calendar:
        """Return what `days` are; the years between them, of which there may be thousands by a slip, are left out."""
        special = {}
        for day in days:
            calendar = self._calendar.of(day, day)
            special[day] = SpecialDay(calendar.kind(day), calendar.name(day))
        return Calendar(special, self._calendar.official_through)

    def _name(self, employee_id: str) -> str:
        return self._people.by_id()[employee_id].name


def _or_stale(swap: Swap | None) -> Swap | list[Problem]:
    return swap if swap is not None else [Problem.at("", "swap.stale")]
