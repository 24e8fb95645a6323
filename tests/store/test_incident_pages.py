"""Screens of the log."""

from collections.abc import Mapping
from contextlib import closing
from datetime import time

import pytest

from csdesk.core.month import Month
from csdesk.store import PageQuery, Store, Term, open_store
from csdesk.store.incident_pages import Sort
from tests.builders import MONTH, a_day, an_employee, an_incident
from tests.store.team_files import an_act, log

LI = an_employee()
WU = an_employee("0200", "吴越")


@pytest.fixture
def log_book(store: Store) -> Store:
    """Return a file with four entries in October, one of them void, and one in September."""
    store.people.add(WU, "wuyue wy", an_act())
    log(
        store,
        an_incident("MIN-04", id="a", day=a_day(3), note="Left 50% early", points=-2),
        an_incident("MOD-01", id="b", day=a_day(1), employee=WU, note="under_score", time=time(9)),
        an_incident("BON-03", id="c", day=a_day(1), employee=WU, note="Thanked", time=time(8)),
        an_incident("MIN-01", id="d", day=a_day(2), note="phone", count=4),
        an_incident("MIN-01", id="e", day=Month(2026, 9).last, note="phone"),
    )
    store.incidents.void("d", 0, "not so", an_act())
    return store


def ids(store: Store, **asked: object) -> list[str]:
    """Return the ids of one screen, oldest first unless told otherwise; the total must agree."""
    query = PageQuery(**{"descending": False, **asked})  # type: ignore[arg-type]  # named by each test
    rows, total = store.incidents.page(query)
    assert total == len(rows)
    return [row.id for row in rows]


def test_all_months_come_without_what_is_void(log_book: Store) -> None:
    assert ids(log_book) == ["e", "c", "b", "a"]
    assert ids(log_book, with_void=True) == ["e", "c", "b", "d", "a"]


def test_one_month_or_one_person(log_book: Store) -> None:
    assert ids(log_book, month=MONTH) == ["c", "b", "a"]
    assert ids(log_book, employee_id=LI.id) == ["e", "a"]
    assert ids(log_book, employee_id="nobody") == []


def test_a_word_is_found_in_note_or_code_or_by_name(log_book: Store) -> None:
    assert ids(log_book, terms=[Term("phone")]) == ["e"]
    assert ids(log_book, terms=[Term("min-0")]) == ["e", "a"]
    assert ids(log_book, terms=[Term("thanked", [LI.id])]) == ["e", "c", "a"]
    assert ids(log_book, terms=[Term("wu", [WU.id]), Term("bon")]) == ["c"]


@pytest.mark.parametrize(("text", "found"), [("50%", ["a"]), ("0%e", []), ("r_s", ["b"]), ("_", ["b"]), ("\\", [])])
def test_signs_of_patterns_stand_for_themselves(log_book: Store, text: str, found: list[str]) -> None:
    assert ids(log_book, terms=[Term(text)]) == found


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("when", ["c", "b", "a"]),
        ("who", ["c", "b", "a"]),
        ("code", ["c", "a", "b"]),
        ("severity", ["a", "b", "c"]),
        ("points", ["b", "a", "c"]),
        ("note", ["a", "c", "b"]),
        ("by", ["c", "b", "a"]),
    ],
)
def test_every_column_sorts_both_ways(log_book: Store, sort: Sort, expected: list[str]) -> None:
    ranks: Mapping[str, int] = {"MIN-04": 1, "MOD-01": 2, "BON-03": 3}
    points: Mapping[str, int] = {"MOD-01": -5, "BON-03": 5}
    asked = {"month": MONTH, "sort": sort, "severities": ranks, "rule_points": points}
    assert ids(log_book, **asked) == expected
    assert ids(log_book, **asked, descending=True) == expected[::-1]


def test_names_sort_by_their_characters_or_as_the_reader_orders_them(log_book: Store) -> None:
    who = [row.employee_id for row in log_book.incidents.page(PageQuery(sort="who", descending=False)).rows]
    assert who == [WU.id, WU.id, LI.id, LI.id]
    by_pinyin = PageQuery(sort="who", descending=False, names={LI.id: 1, WU.id: 2})
    assert [row.employee_id for row in log_book.incidents.page(by_pinyin).rows] == [LI.id, LI.id, WU.id, WU.id]


def test_a_screen_is_a_part_of_the_list_and_knows_its_length(log_book: Store) -> None:
    rows, total = log_book.incidents.page(PageQuery(descending=False, limit=2, offset=1))
    assert ([row.id for row in rows], total) == (["c", "b"], 4)


def test_the_length_follows_what_this_window_and_others_write(log_book: Store) -> None:
    query = PageQuery()
    assert log_book.incidents.page(query).total == 4
    log(log_book, an_incident(id="f"))
    assert log_book.incidents.page(query).total == 5
    with closing(open_store(log_book.path)) as other:
        log(other, an_incident(id="g"))
    assert log_book.incidents.page(query).total == 6


def test_a_screen_holds_whole_entries(log_book: Store) -> None:
    for sort in ("when", "points"):
        (row,) = log_book.incidents.page(PageQuery(terms=[Term("50%")], sort=sort)).rows
        assert row == log_book.incidents.get("a")
