"""Shift types in the file."""

from datetime import date, time

import pytest

from csdesk.core.handover import Handover
from csdesk.core.shifts import Shift
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.store.team_files import an_act

ADD = an_act("shift.added")
CHANGE = an_act("shift.changed")
NIGHT = Shift("n", "N1", time(22), time(6), 30, "violet", (1, 2, 3, 4, 5, 6, 7), cleans=True)


def test_a_shift_comes_back_as_it_was_stored(store: Store) -> None:
    assert store.shifts.add(NIGHT, ADD) == NIGHT
    assert store.shifts.get("n") == NIGHT
    assert store.shifts.by_code(" ｎ1") == NIGHT
    assert store.verify() == []


def test_a_shift_without_an_id_gets_one(store: Store) -> None:
    added = store.shifts.add(NIGHT._replace(id=""), ADD)
    assert added is not None
    assert store.shifts.get(added.id) == added


def test_shifts_stand_by_their_start_then_code(store: Store) -> None:
    for id, code, start in (("1", "Z", 8), ("2", "A", 8), ("3", "B", 6)):
        store.shifts.add(Shift(id, code, time(start), time(16)), ADD)
    assert [shift.code for shift in store.shifts.all()] == ["B", "A", "Z"]


def test_a_code_is_given_once_however_it_is_typed(store: Store) -> None:
    store.shifts.add(NIGHT, ADD)
    assert store.shifts.add(Shift("x", "n1", time(8), time(16)), ADD) is None
    day = Shift("d", "D", time(8), time(16))
    store.shifts.add(day, ADD)
    assert store.shifts.update(day._replace(code="N1"), CHANGE) is None
    assert store.shifts.get("d") == day


def test_a_changed_shift_has_a_new_revision_and_is_found_by_its_new_code(store: Store) -> None:
    store.shifts.add(NIGHT, ADD)
    changed = store.shifts.update(NIGHT._replace(code="N2", retired=True), CHANGE)
    assert changed == NIGHT._replace(code="N2", retired=True, rev=1)
    assert store.shifts.by_code("n2") == changed
    assert store.shifts.by_code("n1") is None


def test_whoever_comes_second_changes_nothing(store: Store) -> None:
    store.shifts.add(NIGHT, ADD)
    store.shifts.update(NIGHT._replace(colour="rose"), CHANGE)
    assert store.shifts.update(NIGHT._replace(colour="grey"), CHANGE) is None
    assert store.shifts.get("nothing") is None


@pytest.mark.parametrize("change", ["needs = '1 2'", "needs = 'many'", "start_time = ''", "end_time = 'late'"])
def test_a_shift_that_csdesk_never_wrote_is_damage(store: Store, change: str) -> None:
    store.shifts.add(NIGHT, ADD)
    with store.atomic() as db:
        db.run(f"UPDATE shift SET {change}")
    with pytest.raises(StoreUnavailable, match=r"file\.damaged"):
        store.shifts.all()


def test_the_days_are_known_on_which_a_cell_or_a_handover_names_a_shift(store: Store) -> None:
    day, late = Shift("d", "D", time(8), time(16)), Shift("dd", "E", time(16), time(0))
    for shift in (day, late, NIGHT):
        store.shifts.add(shift, ADD)
    person = store.people.all()[0].id
    first, second, third = (date(2026, 11, number) for number in (2, 3, 4))
    store.roster.set_cells({(person, first): ("d",), (person, second): ("dd", "n")}, CHANGE)
    store.handovers.add(Handover("", third, time(8), "n", "d", "in order"), [], CHANGE)
    assert store.shifts.days_used("n") == [second, third]
    assert store.shifts.days_used("dd") == [second]
    assert store.shifts.days_used("d") == [first, third]


def test_shifts_are_known_as_they_stood_when_the_journal_was_shorter(store: Store) -> None:
    store.shifts.add(NIGHT, ADD)
    first = store.journal.head()[0]
    later = store.shifts.update(NIGHT._replace(code="N2", needs=(9,) * 7), CHANGE)
    assert later is not None
    second = store.journal.head()[0]
    store.shifts.update(later._replace(retired=True), CHANGE)
    day = Shift("d", "D", time(8), time(16))
    store.shifts.add(day, ADD)
    assert store.shifts.as_of(first - 1) == []
    assert store.shifts.as_of(first) == [NIGHT]
    assert store.shifts.as_of(second) == [later]
    assert set(store.shifts.as_of(store.journal.head()[0])) == {later._replace(retired=True, rev=2), day}
