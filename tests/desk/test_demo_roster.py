"""The demonstration team's roster."""

from collections import Counter
from datetime import date

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.desk.demo import MONTHS, DemoTeam, demonstration
from csdesk.desk.demo_roster import days_off
from tests.builders import a_rulebook

TODAY = date(2026, 11, 21)


def made(today: date = TODAY) -> DemoTeam:
    """Return the team of a day, with plain ids."""
    numbers = iter(range(10_000))
    return demonstration(today, a_rulebook(), lambda: f"id-{next(numbers)}")


def test_six_months_are_planned_and_the_one_to_come() -> None:
    months = {Month.of(day) for _, day in made().roster.cells}
    assert months == {Month(2026, 11).plus(-ago) for ago in range(-1, MONTHS)}


def test_nobody_is_planned_on_a_day_off_or_before_being_hired() -> None:
    team = made()
    people = {one.id: one for one in team.employees}
    for employee_id, day in team.roster.cells:
        assert people[employee_id].employed_on(day)
        assert day.weekday() not in days_off(people[employee_id])


def test_only_agents_take_turns_with_the_evening_shift() -> None:
    team = made()
    evening = next(shift for shift in team.roster.shifts if shift.cleans)
    people = {one.id: one for one in team.employees}
    turns = Counter(people[id].role for (id, _), held in team.roster.cells.items() if evening.id in held)
    assert set(turns) == {Role.AGENT}


def test_one_person_has_two_shifts_on_a_day_for_the_supervisor_to_find() -> None:
    assert sum(len(held) > 1 for held in made().roster.cells.values()) == 1


def test_everybody_works_on_the_days_on_which_something_is_logged() -> None:
    team = made(date(2026, 11, 5))
    planned = set(team.roster.cells)
    missing = [draft for draft in team.drafts if (draft.employee_id, draft.day) not in planned]
    assert len(missing) <= 1  # the one cell that was emptied by hand
