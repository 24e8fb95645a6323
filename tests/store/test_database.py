"""Transactions and readings of one connection."""

import sqlite3
from contextlib import closing

import pytest

from csdesk.store.database import Database
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store, open_store
from tests.store.team_files import tamper

ADD = "INSERT INTO setting (key, value) VALUES (?, ?)"
KEYS = "SELECT key FROM setting ORDER BY key"


@pytest.fixture
def db(store: Store) -> Database:
    """Return the connection of a new team file."""
    return store.db


def test_a_connection_is_set_up_to_lose_nothing(db: Database) -> None:
    settings = {name: db.first(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert settings == {"journal_mode": ("wal",), "synchronous": (2,), "foreign_keys": (1,)}
    assert db.first("PRAGMA busy_timeout") == (5000,)


def test_a_transaction_begins_at_once(db: Database) -> None:
    with closing(open_store(db.path, busy_seconds=0)) as other, db.atomic():
        with pytest.raises(StoreUnavailable) as caught, other.atomic():
            pytest.fail("two may not write at once")
        assert caught.value.code == "file.locked"


def test_a_transaction_is_kept_whole(db: Database) -> None:
    with db.atomic():
        assert db.run(ADD, ("a", "1")) == 1
        db.run_many(ADD, [("b", "1"), ("c", "1")])
    assert db.fetch(KEYS) == [("a",), ("b",), ("c",)]
    assert not db.conn.in_transaction


@pytest.mark.parametrize("end", [ZeroDivisionError, KeyboardInterrupt])
def test_a_transaction_that_ends_badly_leaves_nothing(db: Database, end: type[BaseException]) -> None:
    def fail() -> None:
        with db.atomic():
            db.run(ADD, ("a", "1"))
            raise end

    with pytest.raises(end):
        fail()
    assert db.fetch(KEYS) == []
    assert not db.conn.in_transaction


def test_an_inner_transaction_that_ends_badly_leaves_the_outer_one_whole(db: Database) -> None:
    def fail() -> None:
        with db.atomic():
            db.run(ADD, ("b", "1"))
            raise ZeroDivisionError

    with db.atomic():
        db.run(ADD, ("a", "1"))
        with pytest.raises(ZeroDivisionError):
            fail()
        with db.atomic():
            db.run(ADD, ("c", "1"))
    assert db.fetch(KEYS) == [("a",), ("c",)]


def test_a_snapshot_sees_one_moment_and_nests(db: Database) -> None:
    with closing(open_store(db.path)) as other:
        with db.snapshot():
            assert db.fetch(KEYS) == []
            other.db.run(ADD, ("a", "1"))
            with db.snapshot():
                assert db.fetch(KEYS) == []
        assert db.fetch(KEYS) == [("a",)]


def test_a_wrong_statement_is_a_bug(db: Database) -> None:
    for call in (db.run, db.fetch, db.first):
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            call("SELECT x FROM nowhere")


def test_what_cannot_be_read_is_damage(db: Database) -> None:
    tamper(db.path, "INSERT INTO setting (key, value) VALUES ('a', CAST(x'ff' AS TEXT))")
    for call in (db.fetch, db.first, lambda sql: list(db.stream(sql))):
        with pytest.raises(StoreUnavailable, match=r"file\.damaged"):
            call("SELECT value FROM setting ORDER BY key")


def test_what_cannot_be_written_is_said(db: Database) -> None:
    db.run("PRAGMA query_only = 1")
    with pytest.raises(StoreUnavailable, match=r"file\.read-only"):
        db.run(ADD, ("a", "1"))
