"""The dated rules of shifts: hours, rest, swaps, leave, what attendance leads to. Source: handbook shifts, pay.

One firm's decisions stand in resources/schemes/shifts.toml; see `core.shift_rules_file`.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from csdesk.core.words import Words


class SwapRules(NamedTuple):
    """The parameters of SW-3, SW-4 and SW-5.

    max_per_month: a person's swaps in a month. min_days_between: days between the legs of different swaps.
    min_rest_minutes: before and after a shift gained by a swap.
    """

    max_per_month: int
    min_days_between: int
    min_rest_minutes: int


class Proposals(NamedTuple):
    """The codes of the points rulebook that attendance, handover, covers and cleaning lead to."""

    late: str
    absent: str
    handover: str
    cover: str
    cleaning: str


class LatePay(NamedTuple):
    """What late arrivals cost, in per cent of the base salary: `percent` each up to `first`, then `beyond_percent`."""

    percent: int
    first: int
    beyond_percent: int


class ShiftRules(NamedTuple):
    """One version. max_work_minutes: of one shift or of shifts that touch. min_rest_minutes: between two shifts.

    emergency_minutes: within which the manager is called in an emergency. id: as a rulebook's.
    """

    id: str
    in_force_from: date
    title: Words
    max_work_minutes: int
    min_rest_minutes: int
    swaps: SwapRules
    emergency_minutes: int
    proposals: Proposals
    late_pay: LatePay
    digest: str


class ShiftRuleVersions:
    """All versions of the rules that a team has adopted, at least one."""

    def __init__(self, versions: Iterable[ShiftRules]) -> None:
        self.versions = tuple(sorted(versions, key=lambda version: version.in_force_from))

    def on(self, day: date) -> ShiftRules | None:
        """Return the version in force on `day`; None before the first one's first day."""
        return next((version for version in reversed(self.versions) if version.in_force_from <= day), None)

    @property
    def first_day(self) -> date:
        """The first day that any version covers."""
        return self.versions[0].in_force_from
