"""Our database: sqlite-utils with transactions that begin at once, and the world's faults told apart from bugs."""

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias, cast

import sqlite_utils

from csdesk.store.errors import raise_if_fault, world_faults

Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Value, ...]


class Database(sqlite_utils.Database):
    """One connection to one team file; every write goes through `atomic()`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, recursive_triggers=False, execute_plugins=False)
        self.path = path

    @contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        """Run the block as one transaction: all of it is durable afterwards, or none of it happened.

        Begins IMMEDIATE, because what is read first must still hold when it is written. Blocks nest by savepoints.
        """
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        with world_faults(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self.conn.execute("COMMIT")
            except BaseException:
                self.rollback()
                raise

    @contextmanager
    def snapshot(self) -> Generator[None, None, None]:
        """Let all reading in the block see one moment of the file, whatever others write; nothing is written in it."""
        if self.conn.in_transaction:
            yield
            return
        with world_faults(self.path):
            self.conn.execute("BEGIN")
            try:
                yield
            finally:
                self.rollback()

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        try:
            return self.conn.execute(sql, values).rowcount
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise_if_fault(error, self.path)
            raise

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each of `rows`."""
        with world_faults(self.path):
            self.conn.executemany(sql, rows)

    def fetch(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return all rows of a query."""
        try:
            return self.conn.execute(sql, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise_if_fault(error, self.path)
            raise

    def first(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        try:
            return cast(Row | None, self.conn.execute(sql, values).fetchone())
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise_if_fault(error, self.path)
            raise

    def stream(self, sql: str, values: Sequence[Value] = ()) -> Generator[Row, None, None]:
        """Yield the rows of a query one by one, for what is too much to hold at once."""
        with world_faults(self.path):
            yield from self.conn.execute(sql, values)
