"""The demonstration team's roster: shifts, and who works them in the months that are told of."""

import datetime
import tomllib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from csdesk.core.cells import Cell
from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.shifts import Shift
from csdesk.paths import resource

_WEEKEND = frozenset({5, 6})
_A_MONDAY = date(2024, 1, 1)


class DemoRoster(NamedTuple):
    """Shifts, and the cells that they are planned in; nothing of it is stored yet."""

    shifts: tuple[Shift, ...]
    cells: dict[Cell, tuple[str, ...]]


def days_off(employee: Employee) -> frozenset[int]:
    """Return on which days of the week somebody is off, Monday 0: agents take turns, the others have the weekend."""
    if employee.role is not Role.AGENT:
        return _WEEKEND
    return frozenset({int(employee.number) % 7, (int(employee.number) + 1) % 7})


def demo_roster(
    employees: Sequence[Employee], months: Sequence[Month], first_day: date, new_id: Callable[[], str]
) -> DemoRoster:
    """Return the roster of `months`, the last one still to come, for `employees`; nothing before `first_day`."""
    story = told()
    shifts = {row["code"]: _shift(row, new_id()) for row in story["shift"]}
    office, evening = shifts[story["turns"]["office"]], shifts[story["turns"]["evening"]]
    agents = [one.id for one in employees if one.role is Role.AGENT]
    cells: dict[Cell, tuple[str, ...]] = {}
    for day in (day for month in months for day in _days(month) if day >= first_day):
        week = (day - _A_MONDAY).days // 7
        for employee in employees:
            if not employee.employed_on(day) or day.weekday() in days_off(employee):
                continue
            has_evening = employee.id in agents and (agents.index(employee.id) + week) % story["turns"]["weeks"] == 0
            cells[employee.id, day] = ((evening if has_evening else office).id,)
    by_number = {employee.number: employee for employee in employees}
    for row in story["set"]:
        month, employee = months[-2].plus(-row["ago"]), by_number[row["number"]]
        own = [day for day in _days(month) if (employee.id, day) in cells]
        if own:
            day = own[int(row["place"] * len(own))]
            cells[employee.id, day] = tuple(shifts[code].id for code in row["shifts"])
    return DemoRoster(tuple(shifts.values()), {cell: held for cell, held in cells.items() if held})


def _shift(row: dict[str, Any], id: str) -> Shift:
    start, end = (datetime.time(row[name].hour, row[name].minute) for name in ("start", "end"))
    return Shift(
        id, row["code"], start, end, row["break"], row["colour"], tuple(row["needs"]), row.get("cleans", False)
    )


def _days(month: Month) -> list[date]:
    return [month.first + timedelta(days=passed) for passed in range((month.last - month.first).days + 1)]


@cache
def told() -> dict[str, Any]:
    """Return what the file says of the roster, as it stands."""
    return tomllib.loads(resource("demo", "roster.toml").read_text("utf-8"))
