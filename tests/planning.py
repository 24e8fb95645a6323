"""Requests to the planner, small and whole; a test names only what it is about."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from csdesk.core.planning import Need, Placement, PlanPerson, PlanShift, Proposal, Request, Wish

MONDAY = date(2026, 10, 12)
EARLY = PlanShift("E", 8 * 60, 16 * 60, 450)
LATE = PlanShift("L", 14 * 60, 22 * 60, 450, cleans=True)
NIGHT = PlanShift("N", 22 * 60, 30 * 60, 480)


def on(number: int) -> date:
    """Return the day so many days after the first one."""
    return MONDAY + timedelta(days=number)


def a_person(id: str, *, days: int = 7, leave: Sequence[int] = (), employed: Sequence[int] | None = None) -> PlanPerson:
    """Return somebody who is employed on every day, or on those numbered."""
    there = range(days) if employed is None else employed
    return PlanPerson(id, tuple(map(on, there)), tuple(map(on, leave)))


def a_request(
    *,
    people: Sequence[str | PlanPerson] = ("a", "b", "c"),
    days: int = 7,
    needs: Mapping[str, int] | None = None,
    shifts: Sequence[PlanShift] = (EARLY, LATE, NIGHT),
    wishes: Sequence[Wish] = (),
    **given: object,
) -> Request:
    """Return what is asked for some days from the Monday on. needs: of every day, by shift."""
    daily = {"E": 1} if needs is None else needs
    return Request(
        on(0),
        on(days - 1),
        tuple(a_person(one, days=days) if isinstance(one, str) else one for one in people),
        tuple(shifts),
        tuple(Need(on(number), id, heads) for number in range(days) for id, heads in daily.items()),
        480,
        480,
        tuple(wishes),
    )._replace(**given)  # type: ignore[arg-type]  # test data


def given(proposal: Proposal) -> dict[str, str]:
    """Return each person's shifts as a line: a letter a day, a dot where there is none before the last."""
    lines: dict[str, dict[date, str]] = {}
    for employee_id, day, shift_id in proposal.cells:
        lines.setdefault(employee_id, {})[day] = shift_id
    last = max((one.day for one in proposal.cells), default=MONDAY)
    days = [on(number) for number in range((last - MONDAY).days + 1)]
    return {id: "".join(cells.get(day, ".") for day in days).rstrip(".") for id, cells in lines.items()}


def placed(*cells: tuple[str, int, str]) -> tuple[Placement, ...]:
    """Return cells as a proposal has them; days by their number."""
    return tuple(Placement(id, on(number), shift_id) for id, number, shift_id in cells)
