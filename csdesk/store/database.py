"""Our database: sqlite-utils with transactions that begin at once, and the world's faults told apart from bugs."""

import os
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias, cast

import sqlite_utils

from csdesk.store.errors import StoreUnavailable, raise_if_fault, world_faults

Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Value, ...]


class Database(sqlite_utils.Database):
    """One connection to one team file; every write goes through `atomic()`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, recursive_triggers=False, execute_plugins=False)
        self.path = path
        self._file = _identity(path)

    @contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        """Run the block as one transaction: all of it is durable afterwards, or none of it happened.

        Begins IMMEDIATE, because what is read first must still hold when it is written. Blocks nest by savepoints.
        StoreUnavailable (``file.moved``) if the path no longer leads to the file that was opened: SQLite would go on
        writing to it, and to a log that nobody would ever read again.
        """
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        if _identity(self.path) != self._file:
            raise StoreUnavailable("file.moved", file=str(self.path))
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


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another, or None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  # asked before every save; Path.stat takes twice as long
    except OSError:
        return None
    return found.st_dev, found.st_ino
