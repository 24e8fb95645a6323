"""The one door to a team file."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store, create_store, open_store
from csdesk.store.migrations import NEWEST
from csdesk.store.probe import APPLICATION_ID
from csdesk.store.rulebooks import RulebookText
from tests.builders import an_incident
from tests.store.team_files import RULEBOOK, a_full_store, a_store, an_act, ask, folder_state, log, tamper


def test_a_new_file_has_its_team_and_rulebooks(tmp_path: Path) -> None:
    with closing(
        create_store(tmp_path / "team.csdesk", "热线组", "王经理", [RULEBOOK], an_act("team.created"))
    ) as store:
        assert (store.team().name, store.team().manager_name) == ("热线组", "王经理")
        assert store.rulebooks.all() == [RULEBOOK]
        assert [line.subject for line in store.journal.lines()] == ["rulebook", "team"]
        assert store.verify() == []


def test_a_new_file_is_marked_and_alone(tmp_path: Path) -> None:
    a_store(tmp_path).close()
    assert ask(tmp_path / "team.csdesk", "PRAGMA application_id") == APPLICATION_ID
    assert ask(tmp_path / "team.csdesk", "PRAGMA user_version") == NEWEST
    assert list(folder_state(tmp_path)) == ["team.csdesk"]


def test_a_new_file_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    def rulebooks() -> Iterable[RulebookText]:
        yield RULEBOOK
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_store(tmp_path / "team.csdesk", "Hotline", "", rulebooks(), an_act())  # type: ignore[arg-type]  # ends early
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "team.csdesk").write_text("mine")
    with pytest.raises(StoreUnavailable, match=r"file\.exists"):
        a_store(tmp_path)
    assert (tmp_path / "team.csdesk").read_text() == "mine"


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        path, rows = store.path, store.db.fetch("SELECT id, note FROM incident ORDER BY id")
    before = folder_state(tmp_path)
    for _ in range(2):
        with closing(open_store(path)) as store:
            assert store.db.fetch("SELECT id, note FROM incident ORDER BY id") == rows
            assert store.path == path
    assert folder_state(tmp_path) == before


def test_a_window_notices_what_another_one_writes(store: Store) -> None:
    with closing(open_store(store.path)) as other:
        before = store.data_version()
        log(store, an_incident())
        assert store.data_version() == before
        log(other, an_incident())
        assert store.data_version() != before


def test_a_file_that_another_tool_took_out_of_log_mode_is_put_back(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        path = store.path
    tamper(path, "PRAGMA journal_mode = DELETE")
    with closing(open_store(path)) as store:
        assert store.db.first("PRAGMA journal_mode") == ("wal",)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is there")
def test_a_file_taken_away_or_replaced_while_it_is_open_saves_nothing_more(tmp_path: Path) -> None:
    with closing(a_full_store(tmp_path)) as store:
        store.path.rename(tmp_path / "away.csdesk")
        for _ in range(2):
            with pytest.raises(StoreUnavailable) as caught:
                log(store, an_incident())
            assert caught.value.code == "file.moved"
            store.path.write_bytes(b"another file in its place")
    # Put back beside its log, as the message says, it has everything.
    (tmp_path / "away.csdesk").replace(store.path)
    with closing(open_store(store.path)) as store:
        assert store.incidents.count() == 3
        assert store.verify() == []
