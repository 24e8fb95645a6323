"""The staff file."""

from datetime import date
from decimal import Decimal

from csdesk.core.employee import Role
from csdesk.store.files import Store
from tests.builders import an_employee
from tests.store.team_files import an_act

ADD = an_act("person.added")
CHANGE = an_act("person.changed")


def test_a_person_comes_back_as_they_were_stored(store: Store) -> None:
    whole = an_employee(
        "0099", "曾 翟", role=Role.TEAM_LEAD, probation_end=date(2024, 6, 1), left=date(2026, 9, 30), phone="138 0000"
    )
    assert store.people.add(whole, "zeng zhai", ADD) == whole
    assert store.people.get(whole.id) == whole
    assert store.people.by_number("0099") == whole
    bare = an_employee("0100", base_salary=None, group="")
    assert store.people.add(bare, "", ADD) == store.people.get(bare.id) == bare


def test_a_person_without_an_id_gets_one(store: Store) -> None:
    stored = store.people.add(an_employee("0200")._replace(id=""), "", ADD)
    assert stored is not None
    assert store.people.get(stored.id) == stored != an_employee("0200")


def test_everybody_stands_by_number(store: Store) -> None:
    for number in ("0300", "0001", "0200"):
        store.people.add(an_employee(number), f"key {number}", ADD)
    assert [person.number for person in store.people.all()] == ["0001", "0117", "0200", "0300"]
    assert [key for _, key in store.people.search_keys()] == ["key 0001", "李娜", "key 0200", "key 0300"]


def test_nobody_is_found_where_nobody_is(store: Store) -> None:
    assert store.people.get("nobody") is None
    assert store.people.by_number("9999") is None


def test_a_number_is_given_once(store: Store) -> None:
    assert store.people.add(an_employee("0117", id="another"), "", ADD) is None
    other = an_employee("0118")
    store.people.add(other, "", ADD)
    assert store.people.update(other._replace(number="0117"), "", CHANGE) is None
    assert store.people.get(other.id) == other


def test_a_changed_person_has_a_new_revision_and_new_search_text(store: Store) -> None:
    changed = store.people.update(an_employee()._replace(base_salary=Decimal(6000)), "lina", CHANGE)
    assert changed == an_employee()._replace(base_salary=Decimal(6000), rev=1)
    assert store.people.search_keys() == [(an_employee().id, "lina")]


def test_a_person_may_get_a_new_number(store: Store) -> None:
    assert store.people.update(an_employee()._replace(number="0500"), "", CHANGE) is not None
    assert store.people.by_number("0117") is None


def test_whoever_comes_second_changes_nothing(store: Store) -> None:
    store.people.update(an_employee()._replace(name="First"), "", CHANGE)
    assert store.people.update(an_employee()._replace(name="Second"), "", CHANGE) is None
    assert [person.name for person in store.people.all()] == ["First"]


def test_nobody_is_changed_where_nobody_is(store: Store) -> None:
    assert store.people.update(an_employee("0999"), "", CHANGE) is None
