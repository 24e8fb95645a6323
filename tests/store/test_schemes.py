from datetime import date
from pathlib import Path

import pytest

from csdesk.store.files import Store, create_store
from tests.store.team_files import RULEBOOK, SHIFT_RULES, a_store, an_act

LATER = SHIFT_RULES._replace(id="shifts@2026-07-01", in_force_from=date(2026, 7, 1))
OF_SALES = SHIFT_RULES._replace(id="sales@2025-01-01", kind="sales")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an open team file with no such rules in it."""
    return a_store(tmp_path)


def test_adopted_rules_come_oldest_first_and_by_their_kind(store: Store) -> None:
    for version in (LATER, OF_SALES, SHIFT_RULES):
        assert store.schemes.adopt(version, an_act())
    assert store.schemes.all("shifts") == [SHIFT_RULES, LATER]
    assert store.schemes.all("sales") == [OF_SALES]
    assert store.verify() == []


def test_a_version_is_adopted_once_and_a_first_day_has_one_version(store: Store) -> None:
    assert store.schemes.adopt(SHIFT_RULES, an_act("scheme.adopted"))
    before = store.journal.head()
    assert not store.schemes.adopt(SHIFT_RULES, an_act())
    assert not store.schemes.adopt(LATER._replace(in_force_from=SHIFT_RULES.in_force_from), an_act())
    assert store.schemes.all("shifts") == [SHIFT_RULES]
    assert store.journal.head() == before
    assert [line.what for line in store.journal.of_subject(SHIFT_RULES.id)] == ["scheme.adopted"]


def test_a_new_file_begins_with_the_rules_it_is_given(tmp_path: Path) -> None:
    store = create_store(tmp_path / "team.csdesk", "Hotline", "", [RULEBOOK], an_act(), [SHIFT_RULES])
    assert store.schemes.all("shifts") == [SHIFT_RULES]
    assert store.journal.lines()[0].subject == "scheme"
