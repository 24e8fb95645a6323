"""The staff file at work: found by a few letters, changed with the loser told, nobody ever dropped."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from tests.desks import again, faults_of, somebody

TODAY = date(2026, 11, 21)
OCTOBER = Month(2026, 10)


def names(people: list[Employee]) -> list[str]:
    return [person.name for person in people]


# Finding


@pytest.mark.parametrize(
    "typed", ["曾雅婷", "曾", "雅婷", "zengyating", "zeng yating", "zyt", "ZYT", "zengyt", "0102", "102", "１０２"]
)
def test_a_person_is_found_by_hanzi_pinyin_initials_and_number(desk: Desk, typed: str) -> None:
    somebody(desk)
    somebody(desk, "0102", "曾雅婷")
    assert names(desk.people.find(typed)) == ["曾雅婷"]


@pytest.mark.parametrize(("name", "typed"), [("单晓燕", "shan"), ("翟俊", "zhai"), ("区志强", "ou"), ("卜凡", "bu")])
def test_a_surname_is_found_as_it_is_read(desk: Desk, name: str, typed: str) -> None:
    somebody(desk, "0102", name)
    assert names(desk.people.find(typed)) == [name]


def test_the_best_fit_comes_first_and_no_more_than_asked(desk: Desk) -> None:
    for number, name in (("0101", "欧阳娜"), ("0102", "娜木"), ("0103", "李娜")):
        somebody(desk, number, name)
    assert names(desk.people.find("ln")) == ["李娜"]
    assert names(desk.people.find("娜"))[0] == "娜木"
    assert len(desk.people.find("娜", limit=2)) == 2


def test_nothing_typed_offers_the_first_people_by_number(desk: Desk) -> None:
    somebody(desk, "0102", "王铱")
    somebody(desk, "0101", "李娜")
    assert names(desk.people.find(" ", limit=1)) == ["李娜"]


def test_only_people_employed_on_the_day_are_found_where_asked(desk: Desk) -> None:
    somebody(desk, "0101", "李娜", left=date(2026, 11, 10))
    somebody(desk, "0102", "李宁", hired=date(2026, 11, 15))
    assert names(desk.people.find("li", on=date(2026, 11, 10))) == ["李娜"]
    assert names(desk.people.find("li", on=TODAY)) == ["李宁"]
    assert names(desk.people.find("", on=TODAY)) == ["李宁"]
    assert len(desk.people.find("li")) == 2


def test_nobody_is_found_by_what_fits_nobody(desk: Desk) -> None:
    somebody(desk)
    assert desk.people.find("xyz") == []
    assert desk.people.find_ids("xyz") == []


def test_everybody_who_fits_has_an_id(desk: Desk) -> None:
    people = [somebody(desk, f"{number:04d}", f"李{number}") for number in range(1, 13)]
    assert set(desk.people.find_ids("李")) == {person.id for person in people}


def test_somebody_is_found_by_a_new_name_at_once(desk: Desk) -> None:
    li = somebody(desk)
    desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), name="王芳"))
    assert names(desk.people.find("wf")) == ["王芳"]
    assert desk.people.find("ln") == []


def test_whom_another_window_added_is_found(desk: Desk) -> None:
    assert desk.people.find("wy") == []
    with again(desk) as other:
        somebody(other, "0102", "王铱")
    assert names(desk.people.find("wy")) == ["王铱"]


# The file


def test_people_are_kept_by_number(desk: Desk) -> None:
    second, first = somebody(desk, "0102", "王铱"), somebody(desk, "0101", "李娜")
    assert desk.people.all() == [first, second]
    assert desk.people.by_number("0102") == second
    assert desk.people.by_number("9") is None
    assert desk.people.get(first.id) == first
    assert desk.people.get("nobody") is None
    assert desk.people.by_id() == {first.id: first, second.id: second}


def test_those_who_left_are_listed_only_where_asked(desk: Desk) -> None:
    gone = somebody(desk, "0101", "李娜", left=date(2026, 11, 20))
    leaving = somebody(desk, "0102", "王铱", left=TODAY)
    assert desk.people.all() == [gone, leaving]
    assert desk.people.all(include_left=False) == [leaving]


def test_a_line_with_faults_is_not_kept(desk: Desk) -> None:
    somebody(desk)
    outcome = desk.people.add(PersonDraft(number="0101", name="", role=Role.AGENT, hired=TODAY))
    assert isinstance(outcome, list)
    assert {problem.field for problem in outcome} == {"number", "name"}
    assert len(desk.people.all()) == 1


def test_a_change_is_kept_with_its_history(desk: Desk) -> None:
    li = somebody(desk)
    changed = desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), group="hotline"))
    assert isinstance(changed, Employee)
    assert (changed.group, changed.rev) == ("hotline", li.rev + 1)
    assert [line.what for line in desk.people.history(li.id)] == ["person.changed", "person.added"]


def test_the_later_of_two_windows_is_told(desk: Desk) -> None:
    li = somebody(desk)
    desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), group="hotline"))
    outcome = desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), group="online"))
    assert isinstance(outcome, list)
    assert [problem.code for problem in outcome] == ["person.stale"]


def test_a_change_with_faults_is_not_kept(desk: Desk) -> None:
    li = somebody(desk)
    outcome = desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), name=" "))
    assert isinstance(outcome, list)
    assert desk.people.get(li.id) == li


def test_somebody_leaves_on_a_last_day(desk: Desk) -> None:
    li = somebody(desk)
    gone = desk.people.leave(li.id, li.rev, TODAY)
    assert isinstance(gone, Employee)
    assert gone.left == TODAY


def test_nobody_leaves_before_the_first_day(desk: Desk) -> None:
    li = somebody(desk, hired=TODAY)
    for person, day, code in ((li.id, date(2026, 11, 20), "left.before-hire"), ("nobody", TODAY, "employee.unknown")):
        outcome = desk.people.leave(person, li.rev, day)
        assert isinstance(outcome, list)
        assert [problem.code for problem in outcome] == [code]


def test_dates_that_would_change_a_closed_month_are_refused_at_their_field(desk: Desk) -> None:
    li = somebody(desk)
    desk.months.close(OCTOBER)
    draft = PersonDraft.of(li)
    early, late = date(2026, 9, 30), date(2026, 11, 2)
    assert faults_of(desk.people.leave(li.id, li.rev, early)) == [("left", "left.closed-with")]
    assert faults_of(desk.people.change(li.id, li.rev, replace(draft, left=early))) == [("left", "left.closed-with")]
    assert faults_of(desk.people.change(li.id, li.rev, replace(draft, hired=late))) == [("hired", "hired.closed-month")]
    assert desk.people.get(li.id) == li
    assert isinstance(desk.people.leave(li.id, li.rev, date(2026, 10, 31)), Employee)
    assert desk.months.drift(OCTOBER) == ()


def test_who_has_not_seen_the_present_line_is_told_that_first(desk: Desk) -> None:
    li = somebody(desk)
    desk.months.close(OCTOBER)
    assert isinstance(desk.people.leave(li.id, li.rev, TODAY), Employee)
    assert faults_of(desk.people.leave(li.id, li.rev, date(2026, 9, 30))) == [("", "person.stale")]


def test_a_role_that_would_change_a_closed_month_is_refused_at_its_field(desk: Desk) -> None:
    li, boss = somebody(desk), somebody(desk, "0401", "林岚", role=Role.MANAGER)
    desk.months.close(OCTOBER)
    for person, role in ((li, Role.SUPERVISOR), (boss, Role.AGENT)):
        outcome = desk.people.change(person.id, person.rev, replace(PersonDraft.of(person), role=role))
        assert faults_of(outcome) == [("role", "role.closed-month")]
    lead = desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), role=Role.TEAM_LEAD))
    assert isinstance(lead, Employee)
    assert desk.months.drift(OCTOBER) == ()


def test_what_is_said_to_do_about_a_new_role_can_be_done(desk: Desk) -> None:
    li = somebody(desk)
    desk.months.close(OCTOBER)
    assert isinstance(desk.people.leave(li.id, li.rev, date(2026, 11, 15)), Employee)
    somebody(desk, "0101-2", "李娜", role=Role.SUPERVISOR, hired=date(2026, 11, 16))
    assert desk.check() == []


def test_nobody_is_added_to_a_closed_month(desk: Desk) -> None:
    somebody(desk)
    desk.months.close(OCTOBER)
    old = PersonDraft("0102", "王铱", Role.AGENT, date(2026, 10, 31))
    outcome = desk.people.add(old)
    assert faults_of(outcome) == [("hired", "hired.closed-without")]
    assert isinstance(outcome, list)
    assert outcome[0].detail == {"month": OCTOBER, "name": "王铱", "day": date(2026, 11, 1)}
    assert names(desk.people.all()) == ["李娜"]
    assert isinstance(desk.people.add(replace(old, hired=date(2026, 11, 1))), Employee)
    assert isinstance(desk.people.add(replace(old, number="0401", role=Role.MANAGER)), Employee)
    assert desk.check() == []


def test_who_loses_a_number_to_another_window_is_told_whose_it_is(desk: Desk) -> None:
    with again(desk) as late:
        assert late.people.all() == []
        somebody(desk, "0101", "王铱")
        outcome = late.people.add(PersonDraft("0101", "李娜", Role.AGENT, TODAY))
    assert isinstance(outcome, list)
    assert [(one.code, one.detail["name"]) for one in outcome] == [("number.taken", "王铱")]
    assert names(desk.people.all()) == ["王铱"]


def test_names_stand_in_the_order_in_which_they_are_looked_up(desk: Desk) -> None:
    people = [somebody(desk, f"010{n}", name) for n, name in enumerate(["曾雅婷", "Grace O'Neil", "李娜", "单晓燕"])]
    ranks = desk.people.name_ranks()
    assert sorted(people, key=lambda one: ranks[one.id]) == [people[1], people[2], people[3], people[0]]
    later = somebody(desk, "0109", "卜文静")
    assert desk.people.name_ranks()[later.id] == 1


def test_some_come_first_where_several_fit_equally(desk: Desk) -> None:
    li, wang, ning = (somebody(desk, number, name) for number, name in (("1", "李娜"), ("2", "王铱"), ("3", "李宁")))
    assert desk.people.find("l", first={ning.id}) == [ning, li]
    assert desk.people.find("", first={wang.id}) == [wang, li, ning]
