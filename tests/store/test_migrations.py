"""Every file that an earlier version left behind must still open."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.store.files import open_store
from csdesk.store.incident_pages import PageQuery
from csdesk.store.migrations import NEWEST, STEPS
from tests.store.team_files import a_store, an_act, ask, folder_state, tamper

OLD = sorted((Path(__file__).parent / "old").glob("*.csdesk"))


def test_every_step_left_a_file_behind() -> None:
    assert [file.stem for file in OLD] == [f"{place:03d}_{step.__name__}" for place, step in enumerate(STEPS, start=1)]


@pytest.mark.parametrize("left", OLD, ids=lambda file: file.stem)
def test_an_old_file_opens_with_everything_in_it(left: Path, tmp_path: Path) -> None:
    path = shutil.copyfile(left, tmp_path / "team.csdesk")
    month = Month(2026, 10)
    with closing(open_store(path)) as store:
        assert store.team().name == "Hotline"
        assert [person.number for person in store.people.all()] == ["0117", "0200"]
        assert len(store.incidents.in_month(month)) == 2
        assert store.incidents.page(PageQuery(with_void=True)).total == 3
        assert len(store.facts.tests_in(month)) == len(store.facts.workloads_in(month)) == 1
        assert len(store.facts.complaints_in(month)) == len(store.facts.adjustments_in(month)) == 1
        assert len(store.facts.strikes_in(month)) == len(store.prints.latest_in(month, "appraisal")) == 1
        assert store.closings.months_closed() == {month}
        assert store.settings.get("paper.language") == "both"
        assert store.intake.known(["row"]) == {"row"}
        assert store.verify() == []
        store.settings.put("paper.language", "zh", an_act())
        assert store.verify() == []
    assert ask(path, "PRAGMA user_version") == NEWEST


def test_a_step_is_not_done_twice(tmp_path: Path) -> None:
    with closing(a_store(tmp_path)) as store:
        path = store.path
    tamper(path, "PRAGMA user_version = 0")
    open_store(path).close()
    assert ask(path, "PRAGMA user_version") == NEWEST
    assert ask(path, "SELECT count(*) FROM _sqlite_migrations") == NEWEST


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with closing(a_store(tmp_path)) as store:
        path = store.path
    tamper(path, "PRAGMA user_version = 0", "DELETE FROM _sqlite_migrations")
    before = folder_state(tmp_path)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_store(path)
    assert folder_state(tmp_path) == before
