"""The daily log."""

from datetime import time

import pytest

from csdesk.core.month import Month
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.builders import MONTH, a_day, an_employee, an_incident
from tests.store.team_files import an_act, log, tamper

VOID = an_act("incident.voided", "wang", 30)


def test_an_entry_comes_back_as_it_was_stored(store: Store) -> None:
    plain = an_incident(id="a")
    whole = an_incident(
        "MIN-04", id="b", time=time(9, 5), points=-3, minutes=12, count=2, note="迟到 “12” 分钟\n<b>", corrects="a"
    )
    log(store, plain, whole)
    assert store.incidents.get("a") == plain
    assert store.incidents.get("b") == whole
    assert store.incidents.in_month(MONTH) == [plain, whole]
    assert store.incidents.of_employee(an_employee().id, MONTH) == [plain, whole]


def test_an_entry_without_an_id_gets_one(store: Store) -> None:
    stored = store.incidents.add(an_incident(id="")._replace(id=""), "", an_act())
    assert store.incidents.get(stored.id) == stored


def test_there_is_no_entry_where_there_is_none(store: Store) -> None:
    assert store.incidents.get("none") is None
    assert store.incidents.void("none", 0, "why", VOID) is None


def test_a_month_holds_its_own_entries_by_day_time_and_id(store: Store) -> None:
    days = [Month(2026, 9).last, a_day(1), a_day(31), Month(2026, 11).first]
    log(store, *(an_incident(id=f"day {day}", day=day) for day in days))
    log(store, an_incident(id="late", day=a_day(1), time=time(18, 0)), an_incident(id="z", day=a_day(1), time=time(9)))
    log(store, an_incident(id="a", day=a_day(1), time=time(9)))
    found = [entry.id for entry in store.incidents.in_month(MONTH)]
    assert found == ["day 2026-10-01", "a", "z", "late", "day 2026-10-31"]


def test_many_entries_are_stored_at_once_with_a_line_each(store: Store) -> None:
    before, _ = store.journal.head()
    entries = [an_incident(id=f"{number:05d}") for number in range(2500)]
    ids = store.incidents.add_many(((entry, "") for entry in [*entries, an_incident()._replace(id="")]), an_act())
    assert ids[:-1] == [entry.id for entry in entries]
    assert store.incidents.get(ids[-1]) is not None
    assert store.incidents.count() == 2501
    assert store.journal.head()[0] == before + 2501
    assert store.verify() == []


def test_of_many_entries_all_are_stored_or_none(store: Store) -> None:
    head = store.journal.head()

    def entries() -> object:
        yield an_incident(), ""
        raise RuntimeError("the workbook ends here")

    with pytest.raises(RuntimeError):
        store.incidents.add_many(entries(), an_act())  # type: ignore[arg-type]  # no need to spell the tuple out
    assert store.incidents.count() == 0
    assert store.journal.head() == head


def test_a_void_entry_says_by_whom_when_and_why_and_counts_no_more(store: Store) -> None:
    log(store, an_incident(id="a"), an_incident(id="b"))
    voided = store.incidents.void("a", 0, "logged twice", VOID)
    assert voided is not None
    assert voided.is_void
    assert (voided.voided_by, voided.voided_at, voided.void_reason, voided.rev) == (
        "wang", "2026-10-12T08:30:00.000Z", "logged twice", 1,
    )  # fmt: skip
    assert store.incidents.get("a") == voided
    assert [entry.id for entry in store.incidents.in_month(MONTH)] == ["b"]
    assert [entry.id for entry in store.incidents.of_employee(an_employee().id, MONTH)] == ["b"]
    assert store.incidents.of_employee(an_employee().id, MONTH, with_void=True)[0] == voided


@pytest.mark.parametrize("rev", [0, 1])
def test_an_entry_is_voided_once(store: Store, rev: int) -> None:
    log(store, an_incident(id="a"))
    first = store.incidents.void("a", 0, "first", VOID)
    assert store.incidents.void("a", rev, "second", VOID) is None
    assert store.incidents.get("a") == first


def test_an_entry_about_nobody_is_a_bug_and_stores_nothing(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        log(store, an_incident(employee=an_employee("9999")))
    assert store.incidents.count() == 0
    assert store.verify() == []


def test_a_month_that_cannot_be_read_is_said_to_be_damaged(store: Store) -> None:
    log(store, an_incident(id="a", note="note"))
    tamper(store.path, "UPDATE incident SET note = CAST(x'ff' AS TEXT)")
    with pytest.raises(StoreUnavailable) as caught:
        store.incidents.in_month(MONTH)
    assert caught.value.code == "file.damaged"
