"""The sheet Swaps of an intake workbook: approved ones change the roster in the order of their rows.

An approved swap that breaks a rule or makes no sense is a fault of its row. Source: interfaces, handbook shifts.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from csdesk.core.cells import Cell
from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules, ShiftRuleVersions
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swap_rules import RuleResult, reach
from csdesk.core.swaps import SwapFacts, Verdict, judge_swap
from csdesk.desk.intake_ground import Ground
from csdesk.desk.intake_leave import LeaveSheet
from csdesk.desk.intake_roster import RosterSheets
from csdesk.desk.intake_shifts import ShiftSheet
from csdesk.render.intake_rows import SwapRow
from csdesk.store.ids import new_id


class SwapSheet:
    """What the sheet adds to the register. all: what is on file, then what the sheet adds."""

    def __init__(self, ground: Ground, shifts: ShiftSheet, roster: RosterSheets, leave: LeaveSheet) -> None:
        self.new: list[tuple[Swap, SwapRow]] = []
        self.all = list(ground.basis.duty.swaps)
        self._ground = ground
        self._shifts = shifts
        self._roster = roster
        self._leave = leave
        self._number = max((swap.number for swap in self.all), default=0)
        self._place = max((swap.place or 0 for swap in self.all), default=0)

    def check(self) -> None:
        """Check the rows in their order, each on the roster that the approved ones before it have left."""
        rows = self._ground.fresh(SwapRow)
        if not rows:
            return
        employees = self._ground.by_id
        shifts = {shift.id: shift for shift in self._shifts.by_code.values()}
        cells_by_month: dict[Month, dict[Cell, tuple[str, ...]]] = {}
        for cell, shift_ids in self._roster.planned.items():
            cells_by_month.setdefault(Month.of(cell[1]), {})[cell] = shift_ids
        for row in rows:
            a = self._ground.employee(row.where, row.number_a, "number_a")
            b = self._ground.employee(row.where, row.number_b, "number_b")
            if a is None or b is None:
                continue
            rules = self._rules(row)
            if rules is None:
                continue
            draft = SwapDraft(a.id, row.day_a, b.id, row.day_b, row.reason)
            facts = SwapFacts(
                _around(draft, cells_by_month),
                [swap for swap in self.all if _is_near(swap, draft, rules)],
                shifts, employees, self._leave.all, self._ground.basis.duty.calendar, rules,
                self._ground.basis.closed,
            )  # fmt: skip
            self._check_swap(row, draft, facts, (a, b))

    def _rules(self, row: SwapRow) -> ShiftRules | None:
        """Return the rules in force on the day of a row; None, and why, for a day that cannot be judged."""
        ground = self._ground
        problems = ground.problems_of_reach("day_a", row.day_a)
        problems += ground.problems_of_reach("day_b", row.day_b) if row.day_b is not None else []
        versions = ShiftRuleVersions(ground.basis.duty.rules)
        in_force = versions.on(row.day_a)
        if in_force is None:
            problems.append(Problem.at("day_a", "shift-rules.none", day=row.day_a, first=versions.first_day))
        ground.report(row.where, problems)
        return None if problems else in_force

    def _check_swap(self, row: SwapRow, draft: SwapDraft, facts: SwapFacts, people: tuple[Employee, Employee]) -> None:
        swap = self._swap(row, draft)
        verdict = judge_swap(draft, facts, signed=(swap.signed_a, swap.signed_b), approved=swap.is_approved)
        problems = self._problems_of_row(row) + self._problems_of_verdict(draft, verdict)
        if swap.is_approved:
            problems += [_at_its_cell(rule, people) for rule in verdict.broken]
        self._ground.report(row.where, problems)
        if verdict.is_valid:
            # One that breaks a rule is taken as meant, so that later rows are not blamed for it.
            self._number += 1
            self._place += swap.is_approved
            self.all.append(swap)
        if not problems and verdict.is_valid:
            self.new.append((swap, row))

    def _swap(self, row: SwapRow, draft: SwapDraft) -> Swap:
        """Return the row as a line of the register. The sheet keeps no days of the signatures."""
        signed_on = row.approved_on or min(row.day_a, self._ground.basis.today)
        swap = Swap(new_id(), self._number + 1, signed_on, draft, signed_a=signed_on if row.signed_a else None,
                    signed_b=signed_on if row.signed_b else None)  # fmt: skip
        if row.approved:
            return swap._replace(state=SwapState.APPROVED, place=self._place + 1, decided_on=signed_on)
        return swap._replace(state=SwapState.AGREED if row.signed_a and row.signed_b else SwapState.DRAFTED)

    def _problems_of_row(self, row: SwapRow) -> list[Problem]:
        problems = []
        if row.approved_on is not None and not row.approved:
            problems.append(Problem.at("approved_on", "swap.approved-on-alone", day=row.approved_on))
        elif row.approved_on is not None and row.approved_on > self._ground.basis.today:
            problems.append(Problem.at("approved_on", "day.future", day=row.approved_on))
        return problems

    def _problems_of_verdict(self, draft: SwapDraft, verdict: Verdict) -> list[Problem]:
        """Return why a swap makes no sense, but for shifts that may only be missing for a fault of the roster."""
        unclear = {
            field
            for field, leg in zip(("day_a", "day_b"), draft.legs, strict=False)
            if self._roster.is_unclear((leg.giver_id, leg.day))
        }
        return [one for one in verdict.problems if not (one.code == "swap.no-shift" and one.field in unclear)]


def _at_its_cell(rule: RuleResult, people: tuple[Employee, Employee]) -> Problem:
    """Return a broken rule as a problem of the signature that is missing, or of the approval."""
    if rule.rule != "SW-1":
        return rule.problem._replace(field="approved")
    return rule.problem._replace(field="signed_a" if rule.employee_id == people[0].id else "signed_b")


def _around(draft: SwapDraft, cells_by_month: dict[Month, dict[Cell, tuple[str, ...]]]) -> dict[Cell, tuple[str, ...]]:
    """Return the roster of the months of a swap's days and of those beside them."""
    cells: dict[Cell, tuple[str, ...]] = {}
    for month in sorted({near for leg in draft.legs for near in _months_around(leg.day)}):
        cells.update(cells_by_month.get(month, {}))
    return cells


def _is_near(swap: Swap, draft: SwapDraft, rules: ShiftRules) -> bool:
    """Return whether a swap may count for another: it has a day in its months, or within its rest."""
    days = [leg.day for leg in draft.legs]
    apart = timedelta(days=max(reach(rules.swaps.min_rest_minutes), rules.swaps.min_days_between + 1))
    return any(Month.of(leg.day) == Month.of(day) or abs(leg.day - day) <= apart for leg in swap.legs for day in days)


def _months_around(day: date) -> Iterable[Month]:
    month = Month.of(day)
    return month.previous, month, month.next
