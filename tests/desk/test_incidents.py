"""The daily log at work: what is offered, recording, voiding, correcting, listing."""

from collections.abc import Sequence
from datetime import date, time

import pytest

from csdesk.core.appraisal import Sheet
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft, Incident
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query, sort_named
from tests.desks import again, faults_of, logged, somebody

NOVEMBER = Month(2026, 11)
TODAY = date(2026, 11, 21)
YESTERDAY = date(2026, 11, 20)


def listed(desk: Desk, query: Query) -> list[str]:
    return [row.incident.id for row in desk.incidents.page(query).rows]


# What is offered


def test_what_can_be_logged_leaves_out_what_the_program_adds_and_the_tiers_of_overruns(desk: Desk) -> None:
    offered = {choice.code: choice for choice in desk.incidents.rules(TODAY)}
    assert {"MIN-01", "BON-03", "DIS-01", "OVERRUN"} <= set(offered)
    assert not {"SER-05", "MOD-07", "BON-01", "BON-05", "MIN-13", "MOD-08", "SER-06"} & set(offered)


def test_a_choice_says_what_it_asks_for(desk: Desk) -> None:
    offered = {choice.code: choice for choice in desk.incidents.rules(TODAY)}
    asked = {
        code: (offered[code].asks_points, offered[code].asks_minutes, offered[code].asks_count)
        for code in ("MIN-01", "MIN-04", "MIN-14", "OVERRUN")
    }
    assert asked == {
        "MIN-01": (False, False, False),
        "MIN-04": (True, False, False),
        "MIN-14": (True, False, True),
        "OVERRUN": (False, True, False),
    }


def test_nothing_can_be_logged_before_the_first_rulebook(desk: Desk) -> None:
    assert desk.incidents.rules(date(1999, 1, 1)) == []
    assert desk.incidents.find_rule("min", date(1999, 1, 1)) == []


@pytest.mark.parametrize("typed", ["MIN-04", "min4", "min-4", "late arr", "迟到", "chidao", "cd"])
def test_a_rule_is_found_by_code_words_pinyin_and_initials(desk: Desk, typed: str) -> None:
    assert desk.incidents.find_rule(typed, TODAY)[0].code == "MIN-04"


def test_nothing_typed_offers_the_first_rules_of_the_book(desk: Desk) -> None:
    for _ in range(2):
        assert [choice.code for choice in desk.incidents.find_rule(" ", TODAY, 2)] == ["MIN-01", "MIN-02"]


# Recording


def test_what_is_recorded_is_the_fact(desk: Desk) -> None:
    li = somebody(desk)
    kept = desk.incidents.record(Draft(li.id, TODAY, "OVERRUN", time(8, 30), minutes=12, note="  outage  "))
    assert isinstance(kept, Incident)
    assert (kept.code, kept.minutes, kept.points, kept.note, kept.by) == ("MOD-08", 12, None, "outage", "sun")
    row = desk.incidents.get(kept.id)
    assert row is not None
    assert (row.incident, row.employee, row.points) == (kept, li, -10)


def test_a_draft_with_faults_is_not_recorded(desk: Desk) -> None:
    li = somebody(desk)
    assert faults_of(desk.incidents.record(Draft(li.id, date(2026, 11, 22), "MIN-14"))) == [
        ("day", "day.future"),
        ("points", "points.missing"),
        ("count", "count.missing"),
    ]
    assert faults_of(desk.incidents.check(Draft(li.id, TODAY, "XXX"))) == [("code", "rule.unknown")]
    assert desk.incidents.check(Draft(li.id, TODAY, "MIN-01")) == []
    assert desk.incidents.page(Query(with_void=True)).total == 0


def test_several_people_get_an_entry_each(desk: Desk) -> None:
    people = [somebody(desk), somebody(desk, "0102", "王铱")]
    kept = desk.incidents.record_for([person.id for person in people], Draft("", TODAY, "BON-03"))
    assert [incident.employee_id for incident in kept if isinstance(incident, Incident)] == [p.id for p in people]


def test_of_several_people_all_get_the_entry_or_nobody(desk: Desk) -> None:
    here, gone = somebody(desk), somebody(desk, "0102", "王铱", left=date(2026, 11, 1))
    outcome = desk.incidents.record_for([here.id, gone.id], Draft("", TODAY, "MIN-01"))
    assert faults_of(outcome) == [("day", "day.after-leaving")]
    assert desk.incidents.page(Query()).total == 0


def test_nothing_goes_into_a_closed_month(desk: Desk) -> None:
    li = somebody(desk)
    old = logged(desk, li, "MIN-01", date(2026, 10, 5))
    desk.months.close(Month(2026, 10))
    assert faults_of(desk.incidents.record(Draft(li.id, date(2026, 10, 5), "MIN-01"))) == [("day", "month.closed")]
    assert faults_of(desk.incidents.void(old.id, old.rev, "why")) == [("", "month.closed")]
    outcome = desk.incidents.correct(old.id, old.rev, Draft(li.id, TODAY, "MIN-01"), "why")
    assert faults_of(outcome) == [("", "month.closed")]


# Voiding and correcting


def test_a_voided_entry_no_longer_counts_but_stays_readable(desk: Desk) -> None:
    li = somebody(desk)
    entry = logged(desk, li, "SER-01")
    voided = desk.incidents.void(entry.id, entry.rev, " logged twice ")
    assert isinstance(voided, Incident)
    assert (voided.is_void, voided.void_reason, voided.voided_by) == (True, "logged twice", "sun")
    sheet = desk.months.running(li.id, NOVEMBER)
    assert isinstance(sheet, Sheet)
    assert sheet.final == 80
    assert listed(desk, Query()) == []
    assert listed(desk, Query(with_void=True)) == [entry.id]


def test_an_entry_is_voided_once_and_with_a_reason(desk: Desk) -> None:
    entry = logged(desk, somebody(desk), "MIN-01")
    assert faults_of(desk.incidents.void(entry.id, entry.rev, " ")) == [("reason", "reason.missing")]
    desk.incidents.void(entry.id, entry.rev, "twice")
    assert faults_of(desk.incidents.void(entry.id, entry.rev, "twice")) == [("", "entry.already-void")]
    assert faults_of(desk.incidents.void("nothing", 0, "twice")) == [("", "entry.unknown")]


def test_whoever_voids_what_another_window_has_changed_is_told(desk: Desk) -> None:
    entry = logged(desk, somebody(desk), "MIN-01")
    assert faults_of(desk.incidents.void(entry.id, entry.rev + 1, "twice")) == [("", "entry.stale")]
    outcome = desk.incidents.correct(entry.id, entry.rev + 1, Draft(entry.employee_id, YESTERDAY, "MIN-02"), "wrong")
    assert faults_of(outcome) == [("", "entry.stale")]
    assert listed(desk, Query(with_void=True)) == [entry.id]


def test_a_correction_voids_the_old_entry_and_names_it(desk: Desk) -> None:
    li = somebody(desk)
    old = logged(desk, li, "MIN-04", points=2)
    new = desk.incidents.correct(old.id, old.rev, Draft(li.id, YESTERDAY, "MIN-04", points=4), "40 minutes")
    assert isinstance(new, Incident)
    assert (new.corrects, new.points) == (old.id, -4)
    row = desk.incidents.get(old.id)
    assert row is not None
    assert row.incident.void_reason == "40 minutes"
    assert listed(desk, Query()) == [new.id]


def test_a_correction_with_faults_changes_nothing(desk: Desk) -> None:
    entry = logged(desk, somebody(desk), "MIN-01")
    outcome = desk.incidents.correct(entry.id, entry.rev, Draft(entry.employee_id, YESTERDAY, "MIN-04"), "")
    assert faults_of(outcome) == [("reason", "reason.missing"), ("points", "points.missing")]
    assert listed(desk, Query()) == [entry.id]


def test_an_entry_that_is_not_there_is_none(desk: Desk) -> None:
    assert desk.incidents.get("nothing") is None


# Listing


@pytest.fixture
def people(desk: Desk) -> Sequence[Employee]:
    return [somebody(desk), somebody(desk, "0102", "曾雅婷"), somebody(desk, "0103", "翟俊", role=Role.TEAM_LEAD)]


def test_a_page_is_a_stretch_of_the_newest_entries_and_their_number(desk: Desk, people: Sequence[Employee]) -> None:
    entries = [logged(desk, people[0], "MIN-01", date(2026, 11, day)) for day in (3, 9, 7)]
    page = desk.incidents.page(Query(month=NOVEMBER, limit=2))
    assert [row.incident.id for row in page.rows] == [entries[1].id, entries[2].id]
    assert page.total == 3
    assert listed(desk, Query(month=NOVEMBER, limit=2, offset=2)) == [entries[0].id]


def test_a_page_shows_one_month_or_all(desk: Desk, people: Sequence[Employee]) -> None:
    old = logged(desk, people[0], "MIN-01", date(2026, 10, 31))
    new = logged(desk, people[0], "MIN-01", date(2026, 11, 1))
    assert listed(desk, Query(month=NOVEMBER)) == [new.id]
    assert listed(desk, Query()) == [new.id, old.id]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("zyt", 1), ("曾", 1), ("zengya", 1), ("0102", 1), ("mod-05", 1), ("MOD", 1), ("TICKET", 1), ("two tick", 1),
     ("zyt mod", 1), ("ln tickets", 0), ("%", 0), ("nothing", 0), ("  ", 3)],
)  # fmt: skip
def test_entries_are_found_by_person_code_and_note(
    desk: Desk, people: Sequence[Employee], typed: str, found: int
) -> None:
    logged(desk, people[0], "MIN-01")
    logged(desk, people[1], "MOD-05", note="Two tickets skipped")
    logged(desk, people[2], "BON-03")
    page = desk.incidents.page(Query(month=NOVEMBER, text=typed))
    assert page.total == found


def test_one_persons_entries_are_listed_alone(desk: Desk, people: Sequence[Employee]) -> None:
    logged(desk, people[0], "MIN-01")
    own = logged(desk, people[1], "MIN-01")
    assert listed(desk, Query(employee_id=people[1].id)) == [own.id]


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        ("when", ["MIN-09", "SER-01", "BON-03", "DIS-01"]),
        ("code", ["BON-03", "DIS-01", "MIN-09", "SER-01"]),
        ("severity", ["BON-03", "MIN-09", "SER-01", "DIS-01"]),
        ("points", ["SER-01", "MIN-09", "DIS-01", "BON-03"]),
        ("note", ["BON-03", "DIS-01", "MIN-09", "SER-01"]),
    ],
)
def test_a_page_is_sorted_as_asked(desk: Desk, people: Sequence[Employee], sort: str, ascending: list[str]) -> None:
    li = people[0]
    logged(desk, li, "MIN-09", date(2026, 11, 2), points=1, note="c")
    logged(desk, li, "SER-01", date(2026, 11, 3), note="d")
    logged(desk, li, "BON-03", date(2026, 11, 4), note="a")
    logged(desk, li, "DIS-01", date(2026, 11, 5), note="b")
    for descending in (False, True):
        rows = desk.incidents.page(Query(sort=sort_named(sort), descending=descending)).rows
        assert [row.incident.code for row in rows] == (ascending[::-1] if descending else ascending)


def test_an_order_that_does_not_exist_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        sort_named("colour")


def test_a_persons_last_entries_are_the_newest_of_the_month(desk: Desk, people: Sequence[Employee]) -> None:
    logged(desk, people[0], "MIN-01", date(2026, 10, 20))
    for day in (1, 2, 3):
        logged(desk, people[0], "MIN-01", date(2026, 11, day))
    rows = desk.incidents.last_of(people[0].id, NOVEMBER, 2)
    assert [row.incident.day.day for row in rows] == [3, 2]


def test_a_row_carries_the_signed_points_of_all_occurrences(desk: Desk, people: Sequence[Employee]) -> None:
    logged(desk, people[0], "MIN-14", points=3, count=2)
    row: EntryRow = desk.incidents.page(Query()).rows[0]
    assert (row.points, row.rule.code if row.rule else "") == (-6, "MIN-14")


def test_what_another_window_recorded_is_listed(desk: Desk, people: Sequence[Employee]) -> None:
    with again(desk) as other:
        entry = logged(other, people[0], "MIN-01")
    assert listed(desk, Query()) == [entry.id]


def test_a_problem_is_a_value(desk: Desk) -> None:
    outcome = desk.incidents.record(Draft("nobody", TODAY, "MIN-01"))
    assert outcome == [Problem.at("employee", "employee.unknown")]
