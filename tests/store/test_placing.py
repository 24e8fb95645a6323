"""New files take their place only when they are whole."""

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store, open_store
from csdesk.store.placing import check_place, made_beside, put_in_place
from tests.builders import an_incident
from tests.store.team_files import a_store, an_act, log


@pytest.mark.parametrize("named", ["team.csdesk", "another.csdesk"])
def test_what_goes_wrong_on_the_way_names_the_file_that_was_asked_for(tmp_path: Path, named: str) -> None:
    path = tmp_path / "team.csdesk"

    def begin() -> None:
        with made_beside(path) as unfinished:
            unfinished.write_bytes(b"half")
            at_fault = unfinished if named == path.name else tmp_path / named
            raise StoreUnavailable("disk.full", file=str(at_fault))

    with pytest.raises(StoreUnavailable) as caught:
        begin()
    assert caught.value.detail == {"file": str(tmp_path / named)}
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_an_open_file_is_the_file(store: Store, tmp_path: Path) -> None:
    log(store, an_incident(id="a"))
    store.backup(tmp_path / "copy.csdesk")
    log(store, an_incident(id="b"))
    with closing(open_store(tmp_path / "copy.csdesk")) as copy:
        assert copy.incidents.get("a") == store.incidents.get("a")
        assert copy.incidents.get("b") is None
        assert copy.verify() == []
    assert sorted(file.suffix for file in tmp_path.iterdir() if file.name.startswith("copy")) == [".csdesk"]


def test_a_backup_replaces_another_only_where_that_is_wanted(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.csdesk"
    store.backup(target)
    log(store, an_incident(id="a"))
    with pytest.raises(StoreUnavailable, match=r"file\.exists"):
        store.backup(target)
    store.backup(target, overwrite=True)
    with closing(open_store(target)) as copy:
        assert copy.incidents.get("a") is not None


def test_a_backup_never_replaces_the_file_itself(store: Store) -> None:
    with pytest.raises(StoreUnavailable, match=r"file\.same"):
        store.backup(store.path, overwrite=True)
    assert store.verify() == []


def test_a_backup_never_replaces_a_file_that_is_in_use(store: Store, tmp_path: Path) -> None:
    with closing(a_store(tmp_path, "other.csdesk")) as other:
        with pytest.raises(StoreUnavailable, match=r"file\.locked"):
            store.backup(other.path, overwrite=True)
        assert other.verify() == []


def test_a_backup_needs_a_folder(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        store.backup(tmp_path / "nowhere" / "copy.csdesk")
    assert (caught.value.code, caught.value.detail["folder"]) == ("folder.missing", str(tmp_path / "nowhere"))


def test_a_folder_that_goes_away_meanwhile_is_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.store.placing.check_place", lambda _path, **_given: None)
    with pytest.raises(StoreUnavailable, match=r"file\.no-access"):
        store.backup(tmp_path / "nowhere" / "copy.csdesk")


@pytest.mark.parametrize("damage", [b"\xa5" * 4096, bytes(100)])
def test_a_damaged_file_makes_no_backup(store: Store, tmp_path: Path, damage: bytes) -> None:
    store.incidents.add_many(((an_incident(note="x" * 200), "") for _ in range(500)), an_act())
    store.close()
    with store.path.open("r+b") as file:
        file.seek(store.path.stat().st_size // 2 // 4096 * 4096)
        file.write(damage)
    with closing(open_store(store.path)) as damaged, pytest.raises(StoreUnavailable) as caught:
        damaged.backup(tmp_path / "copy.csdesk")
    assert (caught.value.code, caught.value.detail["file"]) == ("file.damaged", str(store.path))
    assert [file.name for file in tmp_path.iterdir()] == ["team.csdesk"]


def test_a_name_that_was_taken_meanwhile_stays_taken(tmp_path: Path) -> None:
    for name in ("new", "old"):
        (tmp_path / name).write_text(name)
    with pytest.raises(StoreUnavailable, match=r"file\.exists"):
        put_in_place(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_text() == "old"


def test_a_disk_without_hard_links_gets_its_file_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "new").write_text("new")
    put_in_place(tmp_path / "new", tmp_path / "team")
    assert [file.name for file in tmp_path.iterdir()] == ["team"]
    (tmp_path / "new").write_text("newer")
    with pytest.raises(StoreUnavailable, match=r"file\.exists"):
        put_in_place(tmp_path / "new", tmp_path / "team")
    assert (tmp_path / "team").read_text() == "new"


def test_a_folder_that_may_not_be_written_gets_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreUnavailable, match=r"folder\.read-only"):
        check_place(tmp_path / "team.csdesk")


def test_a_name_that_the_disk_cannot_hold_gets_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"file\.no-access"):
        check_place(tmp_path / ("x" * 5000))


AWKWARD = [
    "a?b#c%41.csdesk",
    "file:x?mode=memory",
    ":memory:",
    "two\nlines.csdesk",
    "𬭎😀.csdesk",
    "n" * 240 + ".csdesk",
]


@pytest.mark.skipif(sys.platform == "win32", reason="names may not hold these there")
@pytest.mark.parametrize("name", [*AWKWARD, os.fsdecode(b"\xff\xfe.csdesk")])
def test_a_file_may_have_any_name_that_its_folder_takes(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path(name).touch()
    except OSError:
        pytest.skip("this file system does not take it")
    Path(name).unlink()
    with closing(a_store(Path(), name)) as store:
        log(store, an_incident(id="a"))
        (tmp_path / "copies").mkdir()
        store.backup(Path("copies", name))
    monkeypatch.chdir("copies")
    with closing(open_store(Path(name))) as copy:
        assert copy.incidents.get("a") is not None
    assert [file.name for file in Path().iterdir()] == [name]
