"""A full disk: it is said, nothing of it is saved, and all that was saved before is safe."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store, create_store, open_store
from tests.builders import an_incident
from tests.store.processes import told_by, try_to_save
from tests.store.team_files import RULEBOOK, a_full_store, a_store, an_act, folder_state


def many() -> list[tuple[object, str]]:
    """Return some megabytes of entries."""
    return [(an_incident()._replace(id=""), "x" * 500) for _ in range(4000)]


def test_a_file_that_may_not_grow_is_as_it_was(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        path = store.path
    before = folder_state(tmp_path)
    with closing(open_store(path)) as store:
        pages = store.db.first("PRAGMA page_count")
        assert pages is not None
        store.db.run(f"PRAGMA max_page_count = {pages[0]}")
        with pytest.raises(StoreUnavailable) as caught:
            store.incidents.add_many(many(), an_act())  # type: ignore[arg-type]  # entries with their texts
        assert caught.value.code == "disk.full"
        assert store.incidents.count() == 3
        assert store.verify() == []
    assert folder_state(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_limit_on_the_size_of_files_stops_the_large_and_not_the_small(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        path = store.path
    assert told_by(try_to_save, path, path.stat().st_size + 40_000) == ["disk.full", "saved", "4"]
    with closing(open_store(path)) as store:
        assert store.verify() == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_where_nothing_at_all_may_be_written_nothing_changes(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        path = store.path
    before = folder_state(tmp_path)
    assert told_by(try_to_save, path, 8192) == ["disk.full", "disk.full", "3"]
    assert folder_state(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of one megabyte."""
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None or os.getuid() != 0:
        pytest.skip("only root can make a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False)
    if made.returncode != 0:
        pytest.skip("no disk may be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_only_what_was_not_acknowledged(small_disk: Path) -> None:
    acknowledged: list[str] = []

    def fill(store: Store) -> None:
        while True:
            acknowledged.append(store.incidents.add(an_incident(note="x" * 500), "", an_act()).id)

    with closing(a_store(small_disk)) as store:
        with pytest.raises(StoreUnavailable) as caught:
            fill(store)
        assert caught.value.code == "disk.full"
        path = store.path
    with closing(open_store(path)) as store:
        assert store.db.fetch("SELECT id FROM incident ORDER BY id") == [(key,) for key in acknowledged]
        assert store.verify() == []


def test_no_new_file_and_no_rest_of_one_stands_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "film").write_bytes(bytes(900_000))
    with pytest.raises(StoreUnavailable) as caught:
        create_store(small_disk / "team.csdesk", "Hotline", "", [RULEBOOK], an_act())
    assert caught.value.code == "disk.full"
    assert [file.name for file in small_disk.iterdir()] == ["film"]


def test_a_file_on_a_full_disk_is_refused_untouched(small_disk: Path) -> None:
    with closing(a_store(small_disk)) as store:
        path = store.path
    (small_disk / "film").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    before = folder_state(small_disk)
    with pytest.raises(StoreUnavailable) as caught:
        open_store(path)
    assert caught.value.code == "disk.full"
    assert folder_state(small_disk) == before


def test_a_backup_to_a_full_disk_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    (small_disk / "film").write_bytes(bytes(900_000))
    with closing(a_full_store(tmp_path)) as store, pytest.raises(StoreUnavailable) as caught:
        store.backup(small_disk / "copy.csdesk")
    assert caught.value.code == "disk.full"
    assert [file.name for file in small_disk.iterdir()] == ["film"]
