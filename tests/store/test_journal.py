"""The journal: every change leaves one line."""

from hashlib import sha256

import pytest

from csdesk.store.files import Store
from csdesk.store.journal import ORIGIN, Journal, line_digest
from csdesk.store.tables import SETTING
from tests.builders import an_employee, an_incident
from tests.store.team_files import an_act, log


def test_a_change_says_who_when_what_before_and_after(store: Store) -> None:
    log(store, an_incident("MIN-04", id="a", points=-2, note="“迟到”"))
    store.incidents.void("a", 0, "not so", an_act("incident.voided", "wang", 5))
    added, voided = store.journal.of_subject("a")
    assert (added.by, added.at, added.what) == ("zhao", "2026-10-12T08:00:00.000Z", "incident.record")
    assert (voided.by, voided.at, voided.what) == ("wang", "2026-10-12T08:05:00.000Z", "incident.voided")
    assert (added.subject, added.before) == ("incident", None)
    assert added.after == voided.before
    assert added.after is not None
    assert added.after["points"] == -2
    assert voided.after == {
        **added.after, "voided_by": "wang", "voided_at": voided.at, "void_reason": "not so", "rev": 1,
    }  # fmt: skip


def test_each_line_seals_the_one_before(store: Store) -> None:
    log(store, an_incident(), an_incident())
    lines = store.journal.lines()[::-1]
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert [line.previous for line in lines] == [ORIGIN, *(line.digest for line in lines[:-1])]
    assert store.journal.head() == (lines[-1].seq, lines[-1].digest)


def test_a_line_is_sealed_by_one_json_array() -> None:
    digest = line_digest(7, "at", "li\n", "what", "incident", "id", None, '{"a":1}', ORIGIN)
    text = f'[7,"at","li\\n","what","incident","id",null,{{"a":1}},"{ORIGIN}"]'
    assert digest == sha256(text.encode()).hexdigest()


def test_lines_come_newest_first_and_page_backwards(store: Store) -> None:
    log(store, *(an_incident() for _ in range(5)))
    last = store.journal.head()[0]
    assert [line.seq for line in store.journal.lines(2)] == [last, last - 1]
    assert [line.seq for line in store.journal.lines(2, before_seq=last - 1)] == [last - 2, last - 3]


def test_a_line_and_its_row_are_written_together_or_not_at_all(store: Store) -> None:
    log(store, an_incident(id="a"))
    head = store.journal.head()
    with pytest.raises(Exception, match="UNIQUE"):
        log(store, an_incident(id="a"))
    with pytest.raises(ZeroDivisionError), store.atomic():  # noqa: PT012  # the first change must go with the second
        store.incidents.void("a", 0, "why", an_act())
        store.settings.put("a", str(1 // 0), an_act())
    assert store.journal.head() == head
    assert store.verify() == []


def test_several_changes_may_be_one(store: Store) -> None:
    with store.atomic():
        log(store, an_incident(id="a"))
        with pytest.raises(Exception, match="FOREIGN KEY"):
            log(store, an_incident(employee=an_employee("9999")))
        store.incidents.void("a", 0, "why", an_act())
    assert len(store.journal.of_subject("a")) == 2
    assert store.verify() == []


def test_what_has_no_revision_is_changed_whatever_it_is(store: Store) -> None:
    journal: Journal = store.journal
    assert journal.change(SETTING, "none", {"value": "x"}, an_act()) is None
    store.settings.put("a", "1", an_act())
    assert journal.change(SETTING, "a", {"value": "2"}, an_act()) == ("a", "2")


def test_a_file_without_a_head_starts_from_the_origin(store: Store) -> None:
    store.db.run("DELETE FROM journal_head")
    assert store.journal.head() == (0, ORIGIN)
