from datetime import date
from pathlib import Path

import pytest

from csdesk.core.days import DayKind
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from csdesk.store.special_days import DaySet
from tests.store.team_files import a_store, an_act

SHUT = DaySet(date(2026, 11, 20), DayKind.HOLIDAY, "厂庆")
OPEN = DaySet(date(2026, 11, 15), DayKind.MAKE_UP)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an open team file in which no day is set."""
    return a_store(tmp_path)


def lines(store: Store) -> list[str]:
    """Return what was done to the table, oldest first."""
    return [line.what for line in reversed(store.journal.lines()) if line.subject == "special_day"]


def test_days_set_by_hand_come_earliest_first(store: Store) -> None:
    store.special_days.put(SHUT, an_act())
    store.special_days.put(OPEN, an_act())
    assert store.special_days.all() == [OPEN, SHUT]
    assert store.verify() == []


def test_a_day_is_set_otherwise_and_taken_back_with_a_line_each(store: Store) -> None:
    store.special_days.put(SHUT, an_act("set"))
    store.special_days.put(SHUT._replace(name="店庆"), an_act("named"))
    assert store.special_days.all() == [SHUT._replace(name="店庆")]
    store.special_days.take_back(SHUT.day, an_act("taken back"))
    assert store.special_days.all() == []
    store.special_days.put(SHUT, an_act("set again"))
    assert store.special_days.all() == [SHUT]
    assert lines(store) == ["set", "named", "taken back", "set again"]
    assert store.verify() == []


def test_what_changes_nothing_leaves_no_line(store: Store) -> None:
    store.special_days.take_back(SHUT.day, an_act("never set"))
    store.special_days.put(SHUT, an_act("set"))
    store.special_days.put(SHUT, an_act("the same"))
    store.special_days.take_back(SHUT.day, an_act("taken back"))
    store.special_days.take_back(SHUT.day, an_act("once more"))
    assert lines(store) == ["set", "taken back"]


def test_a_kind_that_is_none_is_damage(store: Store) -> None:
    store.special_days.put(SHUT, an_act())
    store.db.run("UPDATE special_day SET kind = 'feast'")
    with pytest.raises(StoreUnavailable, match=r"file\.damaged"):
        store.special_days.all()
