"""The world's faults are told apart from bugs."""

import sqlite3
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from csdesk.paths import resource
from csdesk.store.errors import StoreUnavailable, fault_code, world_faults

FILE = Path("team.csdesk")


def an_error(name: str) -> sqlite3.Error:
    """Return an error as SQLite reports it."""
    error = sqlite3.OperationalError(name)
    error.sqlite_errorcode = getattr(sqlite3, name)
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk.full"),
        ("SQLITE_IOERR_WRITE", "disk.full"),
        ("SQLITE_IOERR_FSYNC", "disk.full"),
        ("SQLITE_IOERR_SHMSIZE", "disk.full"),
        ("SQLITE_IOERR", "disk.fault"),
        ("SQLITE_IOERR_LOCK", "disk.fault"),
        ("SQLITE_IOERR_SHORT_READ", "file.damaged"),
        ("SQLITE_CORRUPT", "file.damaged"),
        ("SQLITE_CORRUPT_INDEX", "file.damaged"),
        ("SQLITE_NOTADB", "file.damaged"),
        ("SQLITE_BUSY", "file.locked"),
        ("SQLITE_BUSY_RECOVERY", "file.locked"),
        ("SQLITE_LOCKED", "file.locked"),
        ("SQLITE_READONLY", "file.read-only"),
        ("SQLITE_READONLY_DBMOVED", "file.moved"),
        ("SQLITE_CANTOPEN", "file.no-access"),
        ("SQLITE_PERM", "file.no-access"),
        ("SQLITE_CONSTRAINT_UNIQUE", None),
        ("SQLITE_ERROR", None),
    ],
)
def test_an_error_of_sqlite_has_a_code_or_is_a_bug(name: str, code: str | None) -> None:
    assert fault_code(an_error(name)) == code


def test_text_that_cannot_be_read_is_damage() -> None:
    assert fault_code(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")) == "file.damaged"
    assert fault_code(sqlite3.OperationalError("Could not decode to UTF-8 column 'note'")) == "file.damaged"


def test_a_wrong_call_is_a_bug() -> None:
    with pytest.raises(sqlite3.ProgrammingError), world_faults(FILE):
        raise sqlite3.ProgrammingError("wrong number of bindings")


def test_a_fault_names_the_file_and_its_cause() -> None:
    with pytest.raises(StoreUnavailable) as caught, world_faults(FILE):
        raise an_error("SQLITE_FULL")
    assert (caught.value.code, caught.value.detail) == ("disk.full", {"file": "team.csdesk"})
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
    assert str(caught.value) == "disk.full: file=team.csdesk"


def sentences() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences of the store in both languages."""
    return tomllib.loads(resource("i18n", "texts", "store.toml").read_text("utf-8"))


def test_every_code_has_its_sentence() -> None:
    sources = Path(fault_code.__code__.co_filename).parent.glob("*.py")
    code = "\n".join(source.read_text("utf-8") for source in sources)
    said = [key for key in sentences() if f'"{key}"' in code]
    raised = {part.split('"')[1] for part in code.split("StoreUnavailable(")[1:] if part.startswith('"')}
    raised |= {part.split('"')[1] for part in code.split("Finding(")[1:] if part.startswith('"')}
    assert raised <= set(said)
    assert {"disk.full", "disk.fault", "file.locked", "file.moved", "file.no-access", "file.damaged"} <= set(said)
