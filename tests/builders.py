"""Values for tests, each whole and plausible by default; a test names only what it is about.

Ids count upward, so two things built one after the other are never the same thing.
"""

import datetime
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count as counting

from csdesk.core.appraisal import Adjustment, Complaint, MonthFacts, MonthResult, SkillTest, Strike, Workload
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft, Incident
from csdesk.core.month import Month
from csdesk.core.reckoning import appraise
from csdesk.core.rulebook import MonthRule, Rulebook, Rulebooks
from csdesk.core.rulebook_file import read
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shift_rules_file import read as read_shift_rules
from csdesk.paths import resource

MONTH = Month(2026, 10)
"""The month that things happen in where a test does not say another."""

_numbers = counting(1)


def a_day(day: int = 12, month: Month = MONTH) -> date:
    """Return a day of the month."""
    return date(month.year, month.month, day)


@cache
def a_rulebook() -> Rulebook:
    """Return the points rulebook as it is shipped."""
    file = resource("rulebooks", "points.toml")
    rulebook = read(file.read_text("utf-8"), file.name)
    assert isinstance(rulebook, Rulebook), rulebook
    return rulebook


@cache
def the_shift_rules() -> ShiftRules:
    """Return the rules of shifts as they are shipped."""
    file = resource("schemes", "shifts.toml")
    rules = read_shift_rules(file.read_text("utf-8"), file.name)
    assert isinstance(rules, ShiftRules), rules
    return rules


def a_version(in_force_from: date, month: MonthRule | None = None, points: dict[str, int] | None = None) -> Rulebook:
    """Return the shipped rulebook as a later version, with other month's parameters or points of some rules."""
    base, points = a_rulebook(), points or {}
    rules = tuple(r._replace(mildest=points[r.code], hardest=points[r.code]) if r.code in points else r
                  for r in base.rules)  # fmt: skip
    return base._replace(
        id=f"points@{in_force_from}",
        in_force_from=in_force_from,
        rules=rules,
        month=month or base.month,
        digest=f"digest of {in_force_from}",
    )


def the_rulebooks(*versions: Rulebook) -> Rulebooks:
    """Return the versions given, or the shipped one alone."""
    return Rulebooks(versions or (a_rulebook(),))


def an_employee(
    number: str = "0117",
    name: str = "李娜",
    *,
    id: str | None = None,
    role: Role = Role.AGENT,
    hired: date = date(2024, 3, 1),
    group: str = "hotline",
    probation_end: date | None = None,
    base_salary: Decimal | None = Decimal("5200.00"),
    left: date | None = None,
    phone: str = "",
    rev: int = 0,
) -> Employee:
    """Return an agent of long standing; the id follows from the number."""
    return Employee(id or f"person-{number}", number, name, role, hired, group, probation_end, base_salary, left, phone,
                    rev)  # fmt: skip


def a_team(size: int = 4) -> list[Employee]:
    """Return so many agents, numbered from 0101."""
    return [an_employee(f"{101 + place:04d}", f"员工{place + 1}") for place in range(size)]


def a_draft(
    code: str = "MIN-01",
    *,
    employee: Employee | None = None,
    day: date | None = None,
    time: datetime.time | None = None,
    points: int | None = None,
    minutes: int | None = None,
    count: int | None = None,
    note: str = "",
) -> Draft:
    """Return what a team lead typed about somebody."""
    return Draft((employee or an_employee()).id, day or a_day(), code, time, points, minutes, count, note)


def an_incident(
    code: str = "MIN-01",
    *,
    employee: Employee | None = None,
    id: str | None = None,
    day: date | None = None,
    time: datetime.time | None = None,
    points: int | None = None,
    minutes: int | None = None,
    count: int = 1,
    note: str = "",
    corrects: str | None = None,
    void_reason: str | None = None,
) -> Incident:
    """Return a stored entry; voided where a reason for that is given."""
    voided = void_reason is not None
    return Incident(
        id=id or f"entry-{next(_numbers):06d}",
        employee_id=(employee or an_employee()).id,
        day=day or a_day(),
        time=time,
        code=code,
        points=points,
        minutes=minutes,
        count=count,
        note=note,
        by="zhao",
        at="2026-10-12T08:30:00Z",
        corrects=corrects,
        voided_by="zhao" if voided else None,
        voided_at="2026-10-12T09:00:00Z" if voided else None,
        void_reason=void_reason,
    )


def a_test(
    score: Decimal | int | str = 85,
    full: Decimal | int | str = 100,
    *,
    employee: Employee | None = None,
    id: str | None = None,
    day: date | None = None,
) -> SkillTest:
    """Return a result of the skill test."""
    return SkillTest(id or f"test-{next(_numbers):06d}", (employee or an_employee()).id, day or a_day(20),
                     Decimal(score), Decimal(full))  # fmt: skip


def a_workload(
    workload: Decimal | int | str = 400,
    quality: Decimal | int | str = 95,
    *,
    employee: Employee | None = None,
    id: str | None = None,
    month: Month = MONTH,
) -> Workload:
    """Return somebody's figures of a month."""
    return Workload(id or f"workload-{next(_numbers):06d}", (employee or an_employee()).id, month, Decimal(workload),
                    Decimal(quality))  # fmt: skip


def a_complaint(
    effective: bool | None = True, *, employee: Employee | None = None, received: date | None = None
) -> Complaint:
    """Return a complaint about somebody, effective unless told otherwise."""
    return Complaint(f"complaint-{next(_numbers):06d}", (employee or an_employee()).id, received or a_day(), effective)


def an_adjustment(
    points: int = 3, reason: str = "Helped two newcomers", *, employee: Employee | None = None, month: Month = MONTH
) -> Adjustment:
    """Return the discretionary points of a person and month."""
    return Adjustment(f"adjustment-{next(_numbers):06d}", (employee or an_employee()).id, month, points, reason, "zhao",
                      "2026-10-31T10:00:00Z")  # fmt: skip


def a_strike(
    key: str = "SER-05", reason: str = "Two of them were one event", *, employee: Employee | None = None,
    month: Month = MONTH,
) -> Strike:  # fmt: skip
    """Return the striking of an automatic line."""
    return Strike(f"strike-{next(_numbers):06d}", (employee or an_employee()).id, month, key, reason, "wang",
                  "2026-10-31T11:00:00Z")  # fmt: skip


def the_facts(
    *incidents: Incident,
    employees: Sequence[Employee] | None = None,
    month: Month = MONTH,
    tests: Sequence[SkillTest] = (),
    workloads: Sequence[Workload] = (),
    complaints: Sequence[Complaint] = (),
    adjustments: Sequence[Adjustment] = (),
    strikes: Sequence[Strike] = (),
    complaints_from: Month | None = None,
) -> MonthFacts:
    """Return a month's facts: of 0117 alone where no team is given, the complaint register not yet in use."""
    team = (an_employee(),) if employees is None else employees
    return MonthFacts(month, team, incidents, tests, workloads, complaints, adjustments, strikes, complaints_from)


def a_result(facts: MonthFacts | None = None, rulebooks: Rulebooks | None = None) -> MonthResult:
    """Return the appraisal of `facts`, of a small and varied month where none are given."""
    return appraise(facts or a_month(), rulebooks or the_rulebooks())


def a_month(month: Month = MONTH) -> MonthFacts:
    """Return a small month with one of everything: an escalation, a dismissal flag, a newcomer, a leaver, a strike."""
    first, second, third, fourth = a_team(4)
    newcomer = an_employee("0105", "陈新", hired=a_day(5, month))
    leaver = an_employee("0106", "周离", left=a_day(18, month))
    incidents = (
        an_incident("BON-03", employee=first, day=a_day(3, month), note="covered the night line"),
        *(an_incident("MIN-01", employee=second, day=a_day(day, month)) for day in (2, 6, 9, 15)),
        an_incident("MIN-04", employee=third, day=a_day(7, month), time=datetime.time(8, 12), points=-3),
        an_incident("MIN-14", employee=third, day=a_day(8, month), points=-2, count=2),
        an_incident("DIS-01", employee=fourth, day=a_day(21, month), note="asleep at 03:10"),
        an_incident("MOD-08", employee=leaver, day=a_day(11, month), minutes=12),
    )
    return the_facts(
        *incidents,
        employees=(first, second, third, fourth, newcomer, leaver),
        month=month,
        tests=(a_test(100, employee=first, day=a_day(20, month)), a_test(55, employee=third, day=a_day(20, month))),
        workloads=(a_workload(480, 98, employee=first, month=month), a_workload(390, 97, employee=second, month=month)),
        complaints=(a_complaint(True, employee=third, received=a_day(13, month)),
                    a_complaint(None, employee=fourth, received=a_day(14, month))),
        adjustments=(an_adjustment(-2, "Slow to hand over", employee=fourth, month=month),),
        strikes=(a_strike("BON-05", "Complaint not yet entered", employee=leaver, month=month),),
        complaints_from=month.previous,
    )  # fmt: skip
