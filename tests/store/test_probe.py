"""A file that cannot be used is refused, and is afterwards byte for byte as it was."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import open_store
from csdesk.store.migrations import NEWEST
from csdesk.store.probe import APPLICATION_ID
from tests.builders import an_incident
from tests.store.processes import hold, in_another_process, told_by, try_to_open
from tests.store.team_files import a_full_store, a_store, an_act, folder_state, log, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed file of some hundred pages, alone in its folder."""
    folder = tmp_path / "team"
    folder.mkdir()
    with closing(a_full_store(folder)) as store:
        store.incidents.add_many(((an_incident(note="x" * 200), "") for _ in range(500)), an_act())
        return store.path


def refusal(path: Path, folder: Path | None = None) -> StoreUnavailable:
    """Return why a file is refused; its folder must be as it was."""
    folder = folder or path.parent
    before = folder_state(folder)
    with pytest.raises(StoreUnavailable) as caught:
        open_store(path)
    assert folder_state(folder) == before
    assert caught.value.detail["file"] == str(path)
    return caught.value


def test_a_missing_file(path: Path) -> None:
    assert refusal(path.with_name("other.csdesk")).code == "file.missing"


def test_a_file_in_what_is_no_folder(path: Path) -> None:
    assert refusal(path / "team.csdesk", path.parent).code == "file.missing"


def test_a_folder(path: Path) -> None:
    path.with_name("folder.csdesk").mkdir()
    with pytest.raises(StoreUnavailable) as caught:
        open_store(path.with_name("folder.csdesk"))
    assert caught.value.code == "file.foreign"


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a workbook", b"x" * 100_000, b"SQLite format 3\x00", bytes(4096)]
)
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path).code == "file.foreign"


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_another_programs_database(path: Path, journal_mode: str) -> None:
    path.unlink()
    tamper(path, f"PRAGMA journal_mode = {journal_mode}", "CREATE TABLE team (id TEXT)")
    assert refusal(path).code == "file.foreign"


def test_a_database_with_another_mark(path: Path) -> None:
    tamper(path, f"PRAGMA application_id = {APPLICATION_ID + 1}")
    assert refusal(path).code == "file.foreign"


def test_a_newer_file(path: Path) -> None:
    tamper(path, f"PRAGMA user_version = {NEWEST + 1}", "CREATE TABLE later (id TEXT)")
    refused = refusal(path)
    assert (refused.code, refused.detail["version"], refused.detail["known"]) == (
        "file.newer", str(NEWEST + 1), str(NEWEST),
    )  # fmt: skip


def test_a_file_that_is_just_being_made_newer_by_another_program(path: Path) -> None:
    # The new version stands in the log only; the file itself still looks like ours.
    child, connection = in_another_process(
        hold, path, f"PRAGMA user_version = {NEWEST + 1}", "CREATE TABLE later (id TEXT)"
    )
    assert connection.recv() == "held"
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match=r"file\.newer"):
        open_store(path)
    assert path.read_bytes() == before
    connection.send("end")
    child.join()


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwrite_tables(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 4096 * 40)


def drop_a_table(path: Path) -> None:
    tamper(path, "DROP TABLE strike")


def empty_the_journal(path: Path) -> None:
    tamper(path, "DELETE FROM journal")


def lose_the_head(path: Path) -> None:
    tamper(path, "DELETE FROM journal_head")


def break_text(path: Path) -> None:
    tamper(path, "UPDATE team SET name = CAST(x'ff' AS TEXT)")


def drop_the_journal(path: Path) -> None:
    tamper(path, "DROP TABLE journal")


def overwrite_a_description(path: Path) -> None:
    tamper(path, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, 'overseas', 'over;eas')")


def overwrite_a_columns_name(path: Path) -> None:
    tamper(path, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, 'overseas', 'overseaz')")


@pytest.mark.parametrize(
    "damage",
    [
        cut_short,
        overwrite_tables,
        drop_a_table,
        empty_the_journal,
        lose_the_head,
        break_text,
        drop_the_journal,
        overwrite_a_description,
        overwrite_a_columns_name,
    ],
)
def test_a_damaged_file(path: Path, damage: Callable[[Path], None]) -> None:
    damage(path)
    assert refusal(path).code == "file.damaged"


def test_a_file_that_another_process_keeps_to_itself(path: Path) -> None:
    child, connection = in_another_process(
        hold, path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "DELETE FROM intake_row"
    )
    assert connection.recv() == "held"
    assert told_by(try_to_open, path) == "file.locked"
    connection.send("end")
    assert connection.recv() == "released"
    child.join()
    assert told_by(try_to_open, path) == "opened"


def test_looking_at_an_open_file_leaves_its_locks(path: Path) -> None:
    # Closing a file that was opened beside SQLite would drop the locks that this process holds on it.
    with closing(open_store(path)) as store, store.atomic():
        log(store, an_incident())
        open_store(path).close()
        child, connection = in_another_process(hold, path, "PRAGMA busy_timeout = 0")
        assert connection.recv() == "held"
        connection.send("end")
        child.join()
        with (
            closing(open_store(path, busy_seconds=0)) as other,
            pytest.raises(StoreUnavailable, match=r"file\.locked"),
        ):
            log(other, an_incident())
    with closing(open_store(path)) as store:
        assert store.incidents.count() == 504
        assert store.verify() == []


def test_a_file_with_the_log_of_a_killed_process_is_read_together_with_it(path: Path, tmp_path: Path) -> None:
    with closing(open_store(path)) as store:
        log(store, an_incident(id="in the log"))
        # What a kill leaves behind: the file and its log as they are now.
        left = tmp_path / "left"
        shutil.copytree(path.parent, left, ignore=shutil.ignore_patterns("*-shm"))
    with closing(open_store(left / path.name)) as store:
        assert store.incidents.get("in the log") is not None
        assert store.verify() == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "code"),
    [
        (0o444, 0o777, "file.read-only"),
        (0o000, 0o777, "file.no-access"),
        (0o666, 0o555, "folder.read-only"),
        (0o666, 0o000, "file.no-access"),
        (0o666, 0o777, "opened"),
    ],
)
def test_a_file_without_the_rights_to_it(
    path: Path, tmp_path_factory: pytest.TempPathFactory, file_mode: int, folder_mode: int, code: str
) -> None:
    for folder in (path.parent.parent, *tmp_path_factory.getbasetemp().parents[:2], tmp_path_factory.getbasetemp()):
        folder.chmod(folder.stat().st_mode | 0o111)
    before = folder_state(path.parent)
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    try:
        assert told_by(try_to_open, path, False) == code
    finally:
        path.parent.chmod(0o777)
        path.chmod(0o666)
    assert folder_state(path.parent) == before


def test_a_disk_that_cannot_tell_its_size_is_no_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 0))  # noqa: SLF001
    open_store(path).close()


def test_a_file_that_is_opened_by_another_while_it_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    connect = sqlite3.connect

    def connect_late(address: str, **options: object) -> sqlite3.Connection:
        looks.append(address)
        if len(looks) == 1:
            path.with_name(path.name + "-wal").touch()
            raise sqlite3.DatabaseError("half of a page was new, half of it old")
        return connect(address, **options)  # type: ignore[call-overload,no-any-return]  # passed on as they came

    monkeypatch.setattr(sqlite3, "connect", connect_late)
    open_store(path).close()
    assert ["immutable" in look for look in looks] == [True, False, False]


def test_names_with_signs_of_addresses_are_only_names(tmp_path: Path) -> None:
    for name in ("热线 组.csdesk", "50%?a=b#c&mode=memory.csdesk"):
        with closing(a_store(tmp_path, name)) as store:
            assert store.path.name == name
        open_store(tmp_path / name).close()
