"""Whether a file may be opened at all; looking leaves it, and its folder, byte for byte as it was."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from csdesk.store.errors import StoreUnavailable, fault_code
from csdesk.store.migrations import NEWEST
from csdesk.store.tables import TABLES

APPLICATION_ID = 0x43534431
"""Marks a SQLite file as a team file of csdesk: the letters CSD1."""

_HELPERS_NEED = 64 * 1024


def check_usable(path: Path) -> None:
    """Return if the file at `path` is a team file that this program can work on; StoreUnavailable otherwise."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreUnavailable("file.missing", file=str(path)) from error
    except OSError as error:
        raise StoreUnavailable("file.no-access", file=str(path)) from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreUnavailable("file.foreign", file=str(path))
    if not os.access(path, os.R_OK):
        raise StoreUnavailable("file.no-access", file=str(path))
    _look_inside(path)
    if not os.access(path, os.W_OK):
        raise StoreUnavailable("file.read-only", file=str(path))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise StoreUnavailable("folder.read-only", file=str(path), folder=str(path.parent))
    _check_space(path)


def _check_space(path: Path) -> None:
    """Refuse a file beside which SQLite could not make its helper files; it would leave halves of them behind."""
    if not path.with_name(path.name + "-shm").exists():
        disk = shutil.disk_usage(path.parent)
        # Some network drives cannot tell, and say that they have no size at all.
        if disk.total > 0 and disk.free < _HELPERS_NEED:
            raise StoreUnavailable("disk.full", file=str(path))


def _look_inside(path: Path) -> None:
    """Read the file's marks, and the first page of every table.

    A file that nobody has open is read as immutable, which makes no helper files and takes no locks. One with a log
    beside it (open elsewhere, or left by a process that was killed) is read together with its log, or what it says
    might be long out of date; read-only, so that closing does not write the log back.
    """
    log = path.with_name(path.name + "-wal")
    try:
        _read(path, "mode=ro" if log.exists() else "mode=ro&immutable=1")
    except StoreUnavailable:
        # Somebody may have opened the file while it was read as if nobody could.
        if not log.exists():
            raise
        _read(path, "mode=ro")


def address_of(path: Path, options: str) -> str:
    """Return how SQLite is to be asked for the file; a name may hold any bytes, signs of addresses among them."""
    return f"file:{quote(os.fsencode(path.absolute()))}?{options}"


def _read(path: Path, options: str) -> None:
    address = address_of(path, options)
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=1.0, isolation_level=None)) as connection:
            _check_marks(connection, path)
            _check_tables(connection, path)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise StoreUnavailable("file.foreign", file=str(path)) from error
        raise StoreUnavailable(fault_code(error) or "file.damaged", file=str(path)) from error


def _check_marks(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse another program's file, and one of a newer csdesk."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreUnavailable("file.foreign", file=str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST:
        raise StoreUnavailable("file.newer", file=str(path), version=str(version), known=str(NEWEST))


def _check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Read a row of every table, and the journal's last line; what is missing or cannot be read is damage.

    That finds a file that was cut short or overwritten. Looking at every page would take longer than the whole start
    of the program may; the verb `check` does it.
    """
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")}
    for name in sorted(names):
        connection.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchone()
    if connection.execute("PRAGMA user_version").fetchone()[0] == NEWEST:
        for table in TABLES:  # by the columns' names, in case the description of a table was overwritten
            columns = ", ".join((table.key, *table.facts, *table.apart))
            connection.execute(f"SELECT {columns} FROM {table.name} LIMIT 1").fetchone()
    head = connection.execute("SELECT seq FROM journal_head WHERE name = 'head'").fetchone()
    last = connection.execute("SELECT seq FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    if head is None or last is None:
        raise StoreUnavailable("file.damaged", file=str(path))
