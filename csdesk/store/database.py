"""Our database: one connection, transactions that begin at once, and the world's faults told apart from bugs.

Tables are made and moved on by sqlite-utils over the same connection (`utils`). It is loaded only then: its loading
takes as long as showing the whole window, and a file that is up to date needs none of it.
"""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from csdesk.store.errors import StoreUnavailable, raise_if_fault, world_faults

if TYPE_CHECKING:
    import sqlite_utils

Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Value, ...]
Made = TypeVar("Made")


class Database:
    """One connection to one team file; every write goes through `atomic()`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.conn = connection
        self.path = path
        self._file = _identity(path)

    def utils(self) -> "sqlite_utils.Database":
        """Return the same connection as sqlite-utils sees it, for making and moving on the tables."""
        import sqlite_utils

        return sqlite_utils.Database(self.conn, recursive_triggers=False, execute_plugins=False)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    @contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        """Run the block as one transaction: all of it is durable afterwards, or none of it happened.

        Begins IMMEDIATE, because what is read first must still hold when it is written. Blocks nest by savepoints.
        StoreUnavailable (``file.moved``) if the path no longer leads to the file that was opened: SQLite would go on
        writing to it, and to a log that nobody would ever read again.
        """
        if self.conn.in_transaction:
            with self._inner():
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
                self._roll_back()
                raise

    @contextmanager
    def _inner(self) -> Generator[None, None, None]:
        """Run the block within the open transaction; if it ends badly, only what it did is taken back."""
        # Names of savepoints may repeat: the innermost of a name is meant.
        self.conn.execute("SAVEPOINT inner_block")
        try:
            yield
        except BaseException:
            if self.conn.in_transaction:  # A full disk may have ended the whole transaction.
                self.conn.execute("ROLLBACK TO inner_block")
                self.conn.execute("RELEASE inner_block")
            raise
        self.conn.execute("RELEASE inner_block")

    def _roll_back(self) -> None:
        if self.conn.in_transaction:  # A full disk may have ended it already.
            self.conn.execute("ROLLBACK")

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
                self._roll_back()

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

    def read(self, make: Callable[[tuple[Any, ...]], Made], sql: str, values: Sequence[Value] = ()) -> list[Made]:
        """Return what `make` makes of every row of a query; a value that it cannot read is damage to the file."""
        with world_faults(self.path):
            return [make(row) for row in self.conn.execute(sql, values)]

    def read_first(
        self, make: Callable[[tuple[Any, ...]], Made], sql: str, values: Sequence[Value] = ()
    ) -> Made | None:
        """Return what `make` makes of the first row of a query, or None."""
        with world_faults(self.path):
            row = self.conn.execute(sql, values).fetchone()
            return None if row is None else make(row)

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
