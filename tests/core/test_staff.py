"""A line of the staff file: what it must hold, and what is wrong with one that does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.reckoning import appraise
from csdesk.core.snapshot import Difference, differences
from csdesk.core.staff import (
    NAME_LIMIT,
    NUMBER_LIMIT,
    SALARY_LIMIT,
    PersonDraft,
    judge_person,
    problems_of_closed_months,
)
from tests.builders import an_employee, the_facts, the_rulebooks

DRAFT = PersonDraft("0101", "李娜", Role.AGENT, date(2026, 3, 2))


def problems(draft: PersonDraft, *team: Employee) -> list[Problem]:
    outcome = judge_person(draft, {one.number: one for one in team}, id="new")
    assert isinstance(outcome, list)
    return outcome


def person(draft: PersonDraft, *team: Employee, id: str = "new", rev: int = 0) -> Employee:
    outcome = judge_person(draft, {one.number: one for one in team}, id=id, rev=rev)
    assert isinstance(outcome, Employee), outcome
    return outcome


def test_number_name_role_and_hiring_date_are_enough() -> None:
    assert person(DRAFT, id="e1", rev=4) == Employee("e1", "0101", "李娜", Role.AGENT, date(2026, 3, 2), rev=4)


def test_everything_that_is_said_is_kept() -> None:
    li = an_employee("0101", "李娜", hired=date(2026, 3, 2), left=date(2026, 12, 31))
    li = li._replace(group="hotline", probation_end=date(2026, 6, 2), base_salary=Decimal("5200.50"), phone="138")
    assert person(PersonDraft.of(li), id=li.id, rev=li.rev) == li


def test_blanks_around_and_within_are_forgiven() -> None:
    draft = replace(DRAFT, number=" 0101 ", name="  Li \t Na ", group=" hotline ", phone=" 138 ")
    li = person(draft)
    assert (li.number, li.name, li.group, li.phone) == ("0101", "Li Na", "hotline", "138")


def test_a_number_typed_with_a_chinese_keyboard_is_the_same_number() -> None:
    assert person(replace(DRAFT, number="０１０１")).number == "0101"
    assert [one.code for one in problems(replace(DRAFT, number="０１０１"), an_employee("0101"))] == ["number.taken"]


def test_an_empty_line_lacks_everything_that_must_be_said() -> None:
    found = problems(PersonDraft())
    assert {(one.field, one.code) for one in found} == {
        ("number", "number.missing"), ("name", "name.missing"), ("role", "role.missing"), ("hired", "hired.missing"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (replace(DRAFT, number="1" * (NUMBER_LIMIT + 1)), "number", "number.too-long"),
        (replace(DRAFT, name="娜" * (NAME_LIMIT + 1)), "name", "name.too-long"),
        (replace(DRAFT, base_salary=Decimal(-1)), "base_salary", "salary.negative"),
        (replace(DRAFT, base_salary=Decimal("5200.505")), "base_salary", "salary.fen"),
        (replace(DRAFT, base_salary=SALARY_LIMIT + 1), "base_salary", "salary.too-big"),
        (replace(DRAFT, left=date(2026, 3, 1)), "left", "left.before-hire"),
        (replace(DRAFT, probation_end=date(2026, 3, 1)), "probation_end", "probation.before-hire"),
    ],
)
def test_a_fault_stands_at_its_field(draft: PersonDraft, field: str, code: str) -> None:
    assert [(one.field, one.code) for one in problems(draft)] == [(field, code)]


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, number="1" * NUMBER_LIMIT),
        replace(DRAFT, name="娜" * NAME_LIMIT),
        replace(DRAFT, base_salary=Decimal(0)),
        replace(DRAFT, base_salary=Decimal("5200.500")),
        replace(DRAFT, base_salary=SALARY_LIMIT),
        replace(DRAFT, left=DRAFT.hired),
        replace(DRAFT, probation_end=DRAFT.hired),
    ],
)
def test_what_lies_on_the_bound_is_within_it(draft: PersonDraft) -> None:
    person(draft)


def test_a_number_belongs_to_one_person() -> None:
    holder = an_employee("0101", "王芳")
    assert problems(DRAFT, holder) == [Problem.at("number", "number.taken", number="0101", name="王芳")]


def test_a_person_may_keep_the_own_number() -> None:
    holder = an_employee("0101", "李娜")
    assert person(DRAFT, holder, id=holder.id).number == "0101"


def test_every_fault_is_told_at_once() -> None:
    draft = replace(DRAFT, name=" ", base_salary=Decimal(-1), left=date(2026, 1, 1), probation_end=date(2026, 1, 1))
    assert [one.field for one in problems(draft)] == ["name", "base_salary", "left", "probation_end"]


# Closed months

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)

days = st.dates(date(2026, 5, 1), date(2026, 11, 30))
lines_of_staff = st.builds(
    lambda role, one, other, is_there: an_employee(
        role=role, hired=min(one, other), left=None if is_there else max(one, other)
    ),
    st.sampled_from(Role), days, days, st.booleans(),
)  # fmt: skip


def refused(before: Employee, after: Employee, *closed: Month) -> list[tuple[str, str, dict[str, Detail]]]:
    found = problems_of_closed_months(before, after, closed, the_rulebooks())
    return [(problem.field, problem.code, dict(problem.detail)) for problem in found]


def test_a_last_day_before_a_closed_month_is_refused_and_the_first_possible_one_named() -> None:
    li = an_employee(name="李娜")
    gone = li._replace(left=date(2026, 8, 20))
    (problem,) = refused(li, gone, AUGUST, SEPTEMBER, OCTOBER)
    assert problem == ("left", "left.closed-with", {"month": OCTOBER, "name": "李娜", "day": date(2026, 10, 1)})
    assert refused(li, li._replace(left=date(2026, 10, 1)), AUGUST, SEPTEMBER, OCTOBER) == []
    assert refused(li, gone, AUGUST) == []


@pytest.mark.parametrize("left", [None, date(2026, 9, 1)])
def test_a_last_day_that_brings_somebody_into_a_closed_month_is_refused(left: date | None) -> None:
    gone = an_employee(name="李娜", left=date(2026, 8, 31))
    (problem,) = refused(gone, gone._replace(left=left), AUGUST, SEPTEMBER, OCTOBER)
    assert problem == (
        "left", "left.closed-without", {"month": SEPTEMBER, "name": "李娜", "left": date(2026, 8, 31)},
    )  # fmt: skip
    assert refused(gone, gone._replace(left=date(2026, 8, 1)), AUGUST, SEPTEMBER, OCTOBER) == []


@pytest.mark.parametrize(
    ("hired", "corrected", "closed", "month"),
    [
        (date(2026, 9, 1), date(2026, 10, 1), (SEPTEMBER, OCTOBER), SEPTEMBER),  # falls out of September
        (date(2026, 10, 1), date(2026, 9, 30), (SEPTEMBER,), SEPTEMBER),  # enters September
        (date(2026, 9, 1), date(2026, 8, 31), (OCTOBER,), OCTOBER),  # October is the third month, no longer exempt
        (date(2026, 8, 31), date(2026, 9, 1), (OCTOBER,), OCTOBER),  # and the other way round
    ],
)
def test_a_hire_date_that_would_change_a_closed_month_is_refused(
    hired: date, corrected: date, closed: tuple[Month, ...], month: Month
) -> None:
    li = an_employee(hired=hired)
    after = li._replace(hired=corrected)
    assert refused(li, after, *closed) == [("hired", "hired.closed-month", {"month": month, "hired": hired})]
    assert refused(li, after) == []


@pytest.mark.parametrize(
    ("hired", "corrected"),
    [
        (date(2024, 3, 1), date(2020, 1, 6)),  # long past the exempt months either way
        (date(2026, 10, 5), date(2026, 10, 12)),  # the month of hire stays
        (date(2026, 11, 2), date(2026, 11, 30)),  # hired after all that is closed
    ],
)
def test_a_hire_date_may_be_corrected_where_no_closed_month_hangs_on_it(hired: date, corrected: date) -> None:
    li = an_employee(hired=hired)
    assert refused(li, li._replace(hired=corrected), AUGUST, SEPTEMBER, OCTOBER) == []


def test_both_dates_are_told_at_their_fields() -> None:
    li = an_employee(hired=date(2026, 8, 3))
    after = li._replace(hired=date(2026, 9, 1), left=date(2026, 9, 30))
    found = refused(li, after, AUGUST, SEPTEMBER, OCTOBER)
    assert [(field, detail["month"]) for field, _, detail in found] == [("hired", AUGUST), ("left", OCTOBER)]


def test_name_and_group_and_a_role_of_the_same_kind_may_change_whatever_is_closed() -> None:
    li = an_employee()
    assert refused(li, li._replace(name="李宁", group="online", role=Role.TEAM_LEAD), OCTOBER) == []


@pytest.mark.parametrize(("role", "new"), [(Role.AGENT, Role.SUPERVISOR), (Role.HR, Role.AGENT)])
def test_a_role_into_or_out_of_those_appraised_is_refused_where_a_closed_month_would_change(
    role: Role, new: Role
) -> None:
    li = an_employee(name="李娜", role=role, hired=date(2026, 9, 1))
    promoted = li._replace(role=new)
    told = ("role", "role.closed-month", {"month": OCTOBER, "name": "李娜"})
    assert refused(li, promoted, AUGUST, SEPTEMBER, OCTOBER) == [told]
    assert refused(li, promoted, AUGUST) == []


def test_the_dates_of_somebody_who_is_not_appraised_change_no_closed_month() -> None:
    boss = an_employee(role=Role.MANAGER)
    moved = boss._replace(hired=date(2026, 11, 2))
    assert refused(boss, moved, OCTOBER) == []
    assert refused(boss, moved._replace(role=Role.AGENT), OCTOBER) == []
    (problem,) = refused(moved, boss._replace(role=Role.AGENT), OCTOBER)
    assert problem[1] == "hired.closed-month"


def refused_new(employee: Employee, *closed: Month) -> list[Problem]:
    return problems_of_closed_months(None, employee, closed, the_rulebooks())


def test_somebody_new_enters_no_closed_month_and_the_first_possible_day_is_named() -> None:
    li = an_employee(name="李娜", hired=date(2026, 9, 30))
    told = Problem.at("hired", "hired.closed-without", month=OCTOBER, name="李娜", day=date(2026, 11, 1))
    assert refused_new(li, AUGUST, SEPTEMBER, OCTOBER) == [told]
    assert refused_new(li, AUGUST) == []
    assert refused_new(li._replace(left=date(2026, 10, 2)), Month(2026, 11)) == []
    assert refused_new(li._replace(role=Role.MANAGER), OCTOBER) == []
    assert refused_new(li) == []


@given(
    st.none() | lines_of_staff,
    lines_of_staff,
    st.sets(st.sampled_from([AUGUST, SEPTEMBER, OCTOBER])),
)
def test_what_is_not_refused_changes_no_closed_month_and_what_is_refused_would(
    before: Employee | None, after: Employee, closed: set[Month]
) -> None:
    colleague = an_employee("0101", "王芳")
    drift: list[Difference] = []
    for month in closed:
        was, is_now = (
            appraise(the_facts(month=month, employees=[one for one in (colleague, line) if one is not None
                                                       and one.employed_in(month)]), the_rulebooks())
            for line in (before, after)
        )  # fmt: skip
        drift += differences(was, is_now)
    assert bool(problems_of_closed_months(before, after, closed, the_rulebooks())) == bool(drift)


def test_a_month_before_the_first_rulebook_was_never_appraised() -> None:
    li = an_employee()
    assert refused(li, li._replace(left=date(2024, 10, 1)), Month(2024, 12)) == []
