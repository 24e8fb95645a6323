"""The staff file: what a new or changed line must hold. Source: handbook shifts (staff), points (readings)."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebook, Rulebooks

NUMBER_LIMIT = 20
NAME_LIMIT = 60
SALARY_LIMIT = Decimal(10_000_000)
"""Yuan a month; whoever types more has typed something else."""

_FEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What a person typed about somebody of the team, before any check; None is an empty field."""

    number: str = ""
    name: str = ""
    role: Role | None = None
    hired: date | None = None
    group: str = ""
    probation_end: date | None = None
    base_salary: Decimal | None = None
    left: date | None = None
    phone: str = ""

    @classmethod
    def of(cls, employee: Employee) -> "PersonDraft":
        """Return the draft that says just what the staff file says of `employee`."""
        return cls(
            number=employee.number,
            name=employee.name,
            role=employee.role,
            hired=employee.hired,
            group=employee.group,
            probation_end=employee.probation_end,
            base_salary=employee.base_salary,
            left=employee.left,
            phone=employee.phone,
        )


def judge_person(
    draft: PersonDraft, taken: Mapping[str, Employee], *, id: str, rev: int = 0
) -> Employee | list[Problem]:
    """Return the employee that `draft` describes, or everything that is wrong with it.

    taken: the team by number; the line with the same `id` may keep its own number.
    """
    # Full-width digits come from Chinese keyboards and mean the same number.
    number, name = unicodedata.normalize("NFKC", draft.number).strip(), " ".join(draft.name.split())
    problems = _problems_of_names(number, name)
    holder = taken.get(number)
    if holder is not None and holder.id != id:
        problems.append(Problem.at("number", "number.taken", number=number, name=holder.name))
    if draft.base_salary is not None:
        problems += _problems_of_salary(draft.base_salary)
    if draft.role is None:
        problems.append(Problem.at("role", "role.missing"))
    if draft.hired is None:
        problems.append(Problem.at("hired", "hired.missing"))
    else:
        problems += _problems_of_days(draft, draft.hired)
    if problems or draft.role is None or draft.hired is None:
        return problems
    return Employee(
        id=id,
        number=number,
        name=name,
        role=draft.role,
        hired=draft.hired,
        group=draft.group.strip(),
        probation_end=draft.probation_end,
        base_salary=draft.base_salary,
        left=draft.left,
        phone=draft.phone.strip(),
        rev=rev,
    )


def _problems_of_names(number: str, name: str) -> list[Problem]:
    problems = []
    if not number:
        problems.append(Problem.at("number", "number.missing"))
    elif len(number) > NUMBER_LIMIT:
        problems.append(Problem.at("number", "number.too-long", limit=NUMBER_LIMIT))
    if not name:
        problems.append(Problem.at("name", "name.missing"))
    elif len(name) > NAME_LIMIT:
        problems.append(Problem.at("name", "name.too-long", limit=NAME_LIMIT))
    return problems


def _problems_of_salary(salary: Decimal) -> list[Problem]:
    if salary < 0:
        return [Problem.at("base_salary", "salary.negative")]
    if salary > SALARY_LIMIT:
        return [Problem.at("base_salary", "salary.too-big", limit=f"{SALARY_LIMIT:,}")]
    if salary % _FEN:
        return [Problem.at("base_salary", "salary.fen")]
    return []


def _problems_of_days(draft: PersonDraft, hired: date) -> list[Problem]:
    problems = []
    if draft.left is not None and draft.left < hired:
        problems.append(Problem.at("left", "left.before-hire", left=draft.left, hired=hired))
    if draft.probation_end is not None and draft.probation_end < hired:
        problems.append(Problem.at("probation_end", "probation.before-hire", day=draft.probation_end, hired=hired))
    return problems


def problems_of_closed_months(
    before: Employee | None, after: Employee, closed: Collection[Month], rulebooks: Rulebooks
) -> list[Problem]:
    """Return how changing `before` to `after` would change the result of closed months. before: None of a new person.

    A closed month holds whoever was employed in it in a role that is appraised, and says whose pay it left alone. That
    hangs on the hire date, the last day and the role, which has no first day of its own, and on nothing else of the
    staff file. Source: handbook points, month-end and readings; handbook shifts, staff.
    """
    covered = [(month, rulebook) for month in sorted(closed) if (rulebook := rulebooks.on(month.last)) is not None]
    if before is None:
        entered = [month for month, rulebook in covered if rulebook.month.appraises(after, month)]
        return _problems_of_new_person(after, entered[-1:])
    by_hire, by_role, lost, gained = [], [], [], []
    for month, rulebook in covered:
        if not _changes_result(before, after, month, rulebook):
            continue
        was, is_now = before.employed_in(month), after.employed_in(month)
        if (was and after.hired > month.last) or (is_now and before.hired > month.last):
            by_hire.append(month)
        elif was and not is_now:
            lost.append(month)
        elif is_now and not was:
            gained.append(month)
        elif rulebook.month.appraises(before, month) and rulebook.month.appraises(after, month):
            by_hire.append(month)
        else:
            by_role.append(month)
    problems = []
    if by_role:
        problems.append(Problem.at("role", "role.closed-month", month=by_role[-1], name=before.name))
    if by_hire:
        problems.append(Problem.at("hired", "hired.closed-month", month=by_hire[0], hired=before.hired))
    if lost:
        last = lost[-1]
        problems.append(Problem.at("left", "left.closed-with", month=last, name=before.name, day=last.first))
    if gained and before.left is not None:
        problems.append(Problem.at("left", "left.closed-without", month=gained[0], name=before.name, left=before.left))
    return problems


def _problems_of_new_person(employee: Employee, entered: Sequence[Month]) -> list[Problem]:
    """Return that somebody who is new would enter a closed month. entered: the last one, nothing where none is."""
    return [
        Problem.at("hired", "hired.closed-without", month=month, name=employee.name, day=month.next.first)
        for month in entered
    ]


def _changes_result(before: Employee, after: Employee, month: Month, rulebook: Rulebook) -> bool:
    """Return whether the result of a month would be another."""
    was, is_now = rulebook.month.appraises(before, month), rulebook.month.appraises(after, month)
    return was != is_now or (was and _is_exempt(before, month, rulebook) != _is_exempt(after, month, rulebook))


def _is_exempt(employee: Employee, month: Month, rulebook: Rulebook) -> bool:
    return employee.month_of_employment(month) <= rulebook.month.pay.exempt_months
