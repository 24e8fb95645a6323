"""The world's faults, kept apart from our own bugs: a file that cannot be used, and why."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# SQLITE_IOERR_xxx while reading; every other IOERR comes up while writing, syncing or enlarging.
_READING = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}
_WRITING = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_COMMIT_ATOMIC,
}
_BY_CODE = {
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_IOERR: "disk.fault",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_NOTADB: "file.damaged",
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_PROTOCOL: "file.locked",
    sqlite3.SQLITE_READONLY: "file.read-only",
    sqlite3.SQLITE_CANTOPEN: "file.no-access",
    sqlite3.SQLITE_PERM: "file.no-access",
    sqlite3.SQLITE_AUTH: "file.no-access",
}


class StoreUnavailable(Exception):
    """A team file cannot be opened, read or written, through no fault of the program.

    code: the key of the sentence in resources/i18n/texts/store.toml. detail: what the sentence names, `file` always.
    """

    def __init__(self, code: str, **detail: str) -> None:
        super().__init__(f"{code}: {', '.join(f'{name}={value}' for name, value in detail.items())}")
        self.code = code
        self.detail: Mapping[str, str] = detail


class UnreadableValueError(ValueError):
    """A column holds what csdesk never wrote, so something else changed the file."""


def fault_code(error: Exception) -> str | None:
    """Return the code for an error of SQLite that is the world's fault, or None for a bug of ours."""
    if isinstance(error, UnicodeDecodeError | UnreadableValueError):
        return "file.damaged"
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return "file.damaged" if str(error).startswith("Could not decode") else None
    if extended in _READING:
        return "file.damaged"
    if extended in _WRITING:
        return "disk.full"
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return "file.moved"
    return _BY_CODE.get(extended & 0xFF)


@contextmanager
def world_faults(path: Path) -> Iterator[None]:
    """Raise StoreUnavailable in place of an error of SQLite, or an unreadable value, that is the world's fault."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError, UnreadableValueError) as error:
        raise_if_fault(error, path)
        raise


def raise_if_fault(error: Exception, path: Path) -> None:
    """Raise StoreUnavailable if `error` is the world's fault; return if it is a bug."""
    code = fault_code(error)
    if code is not None:
        raise StoreUnavailable(code, file=str(path)) from error
