"""Desks for tests: real team files in a temporary folder, with a clock that stands still."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft, Incident
from csdesk.core.shifts import NOBODY, Shift, ShiftDraft
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk, new_desk, open_desk
from csdesk.desk.session import User

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 21, 9, 12, tzinfo=CHINA)
LEAD = User("sun")


def clock(now: datetime = NOW) -> Callable[[], datetime]:
    """Return a clock that always says `now`."""
    return lambda: now


def a_new_desk(folder: Path, *, team: str = "南区客服", now: datetime = NOW) -> Desk:
    """Return an open desk on a new file in `folder`."""
    return new_desk(folder / "team.csdesk", team, "林岚", LEAD, clock(now))


def again(desk: Desk, *, now: datetime = NOW) -> Desk:
    """Return another desk on the same file, as another window would have it."""
    return open_desk(desk.path, LEAD, clock(now))


def somebody(
    desk: Desk,
    number: str = "0101",
    name: str = "李娜",
    *,
    role: Role = Role.AGENT,
    hired: date = date(2024, 3, 1),
    left: date | None = None,
) -> Employee:
    """Put somebody on the staff file and return the person."""
    employee = desk.people.add(PersonDraft(number=number, name=name, role=role, hired=hired, left=left))
    assert isinstance(employee, Employee), employee
    return employee


def a_shift(
    desk: Desk, code: str = "D", start: int = 8, end: int = 16, *, needs: tuple[int, ...] = NOBODY, cleans: bool = False
) -> Shift:
    """Define a shift of whole hours without a break and return it."""
    shift = desk.shifts.add(ShiftDraft(code, time(start), time(end % 24), needs=needs, cleans=cleans))
    assert isinstance(shift, Shift), shift
    return shift


def logged(desk: Desk, employee: Employee, code: str, day: date = date(2026, 11, 20), **given: object) -> Incident:
    """Record an entry and return it."""
    incident = desk.incidents.record(Draft(employee.id, day, code, **given))  # type: ignore[arg-type]  # test data
    assert isinstance(incident, Incident), incident
    return incident


def faults_of(outcome: object) -> list[tuple[str, str]]:
    """Return field and code of each problem that came instead of what was asked for."""
    assert isinstance(outcome, list), outcome
    return [(problem.field, problem.code) for problem in outcome]
