"""What the file keeps about itself."""

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.store.team_files import an_act


def test_the_team_may_change_its_name(store: Store) -> None:
    team = store.team()
    assert (team.name, team.manager_name, team.created_at) == ("Hotline", "王经理", "2026-10-12T08:00:00.000Z")
    renamed = store.teams.update(team._replace(name="热线组"), an_act())
    assert renamed == team._replace(name="热线组", rev=1) == store.team()
    assert store.teams.update(team._replace(name="Second"), an_act()) is None


def test_a_file_without_its_team_is_damaged(store: Store) -> None:
    store.db.run("DELETE FROM team")
    with pytest.raises(StoreUnavailable, match=r"file\.damaged"):
        store.team()


def test_a_setting_stands_until_it_is_set_anew(store: Store) -> None:
    assert store.settings.get("paper.language") is None
    store.settings.put("paper.language", "zh", an_act())
    store.settings.put("paper.language", "both", an_act())
    assert store.settings.get("paper.language") == "both"


def test_setting_the_same_again_leaves_no_line(store: Store) -> None:
    store.settings.put("paper.language", "zh", an_act())
    head = store.journal.head()
    store.settings.put("paper.language", "zh", an_act())
    assert store.journal.head() == head


def test_rows_of_workbooks_are_known_again(store: Store) -> None:
    digests = [f"digest {number}" for number in range(1200)]
    assert store.intake.known(digests) == set()
    store.intake.add_many([(digest, "Staff") for digest in digests[:1100]], an_act())
    assert store.intake.known(digests) == set(digests[:1100])
    assert store.intake.known([]) == set()
    assert store.verify() == []
