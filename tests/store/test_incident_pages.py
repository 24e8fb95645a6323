"""Screens of the log."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import time
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.store.columns import time_text
from csdesk.store.files import Store, open_store
from csdesk.store.incident_pages import PageQuery, Pages, Sort, Term
from tests.builders import MONTH, a_day, an_employee, an_incident
from tests.store.team_files import a_store, an_act, log

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


# However long the list, and whichever way it is read ------------------------------------------------------------------

NOTES = ("", "late", "Late again", "phone 50%", "迟到", "two_ticks")
CODES = ("BON-03", "MIN-01", "MIN-04", "MOD-01")
TEXTS = ("", "l", "la", "late", "min", "-0", "迟", "50%", "o_t", "nobody writes this")
TEAM = (LI, WU, an_employee("0300", "Ann"), an_employee("0400", "Ann"))


@pytest.fixture(scope="module")
def long_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a file with entries that have most things in common with others, some of them void."""
    chance = Random(7)  # nothing secret
    with closing(a_store(tmp_path_factory.mktemp("log"), people=TEAM)) as store:
        for number in range(150):
            entry = an_incident(
                chance.choice(CODES), id=f"{chance.randrange(10**6):06d}-{number}", employee=chance.choice(TEAM),
                day=a_day(chance.randint(1, 4), Month(2026, chance.randint(9, 10))), count=chance.randint(1, 2),
                points=chance.choice([None, -2, -1, 0, 3]), note=chance.choice(NOTES),
            )  # fmt: skip
            log(store, entry)
            if not number % 9:
                store.incidents.void(entry.id, 0, "not so", an_act())
        yield store


@pytest.fixture(scope="module")
def readers(long_log: Store) -> list[Pages]:
    """Return what takes no list for short, some, and every list; each remembers what it read."""
    return [Pages(long_log.db, few) for few in (0, 20, 1000)]


def expected(store: Store, query: PageQuery) -> list[str]:
    """Return the ids of the whole list, found and sorted by Python alone."""
    places = sorted(TEAM, key=lambda person: (query.names.get(person.id, 0), person.name, person.number))
    place = {person.id: number for number, person in enumerate(places)}

    def holds(entry: Incident, term: Term) -> bool:
        return term.text in f"{entry.note} {entry.code}".casefold() or entry.employee_id in term.people

    def key(entry: Incident) -> tuple[object, ...]:
        points = query.rule_points.get(entry.code, 0) if entry.points is None else entry.points
        first: Mapping[Sort, tuple[object, ...]] = {
            "when": (),
            "who": (place[entry.employee_id],),
            "code": (entry.code,),
            "severity": (query.severities.get(entry.code, 0), entry.code),
            "points": (points * entry.count,),
            "note": (entry.note,),
            "by": (entry.by,),
        }
        return (*first[query.sort], entry.day, time_text(entry.time), entry.id)

    entries = [
        entry
        for month in (Month(2026, 9), MONTH)
        for person in TEAM
        for entry in store.incidents.of_employee(person.id, month, with_void=query.with_void)
        if query.month in (None, month) and query.employee_id in (None, person.id)
        if all(holds(entry, term) for term in query.terms)
    ]
    return [entry.id for entry in sorted(entries, key=key, reverse=query.descending)]


ONE = st.sampled_from([person.id for person in TEAM])
QUERIES = st.builds(
    PageQuery,
    month=st.sampled_from([None, None, MONTH]),
    employee_id=st.one_of(st.none(), st.none(), ONE),
    terms=st.lists(st.builds(Term, st.sampled_from(TEXTS), st.lists(ONE, max_size=2, unique=True)), max_size=2),
    with_void=st.booleans(),
    sort=st.sampled_from(get_args(Sort)),
    descending=st.booleans(),
    limit=st.integers(1, 60),
    offset=st.sampled_from([0, 0, 1, 30, 90, 149, 200]),
    rule_points=st.dictionaries(st.sampled_from(CODES), st.integers(-2, 2)),
    severities=st.dictionaries(st.sampled_from(CODES), st.integers(1, 3)),
    names=st.dictionaries(ONE, st.integers(1, 3)),
)


@given(query=QUERIES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_short_and_long_lists_are_read_in_the_same_order(
    long_log: Store, readers: Sequence[Pages], query: PageQuery
) -> None:
    ids = expected(long_log, query)
    for pages in readers:
        rows, total = pages.read(query)
        assert total == len(ids)
        assert [row[0] for row in rows] == ids[query.offset : query.offset + query.limit]


def test_a_longer_text_is_looked_for_anew_after_a_change_and_after_one_taken_back(store: Store) -> None:
    def found(text: str) -> int:
        return store.incidents.page(PageQuery(terms=[Term(text)])).total

    def log_and_fail() -> None:
        with store.atomic():
            log(store, an_incident(note="to Lina"))
            assert found("lina") == 1
            raise KeyError

    assert [found(text) for text in ("l", "li", "lina")] == [0, 0, 0]
    with pytest.raises(KeyError):
        log_and_fail()
    assert found("lina") == 0
    log(store, an_incident(note="to Lina"))
    assert found("lina") == 1


def test_only_so_many_texts_are_remembered(long_log: Store) -> None:
    for number in range(120):
        assert long_log.incidents.page(PageQuery(terms=[Term(f"nowhere {number:03d}")])).total == 0


def test_a_file_without_people_has_no_entries(tmp_path: Path) -> None:
    with closing(a_store(tmp_path, people=[])) as store:
        assert store.incidents.page(PageQuery()) == ([], 0)
