"""The roster's cells in the file."""

from datetime import date

import pytest

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from tests.builders import an_employee
from tests.store.team_files import an_act

SET = an_act("roster.set")
LI = an_employee().id
LAST, FIRST = date(2026, 10, 31), date(2026, 11, 1)


def lines(store: Store) -> list[tuple[str, object, object]]:
    """Return what the journal says of cells, oldest first: what, shifts before, shifts after."""
    said = [line for line in store.journal.lines() if line.subject == "roster_cell"][::-1]
    return [(line.what, line.before and line.before["shifts"], line.after and line.after["shifts"]) for line in said]


def test_cells_come_back_with_their_shifts_in_the_order_given(store: Store) -> None:
    store.roster.set_cells({(LI, LAST): ("d", "n"), (LI, FIRST): ("e",)}, SET)
    assert store.roster.between(LAST, FIRST) == {(LI, LAST): ("d", "n"), (LI, FIRST): ("e",)}
    assert store.roster.between(FIRST, FIRST) == {(LI, FIRST): ("e",)}
    assert store.roster.planned([(LI, FIRST), ("wu", LAST)]) == {(LI, FIRST): ("e",), ("wu", LAST): ()}
    assert store.verify() == []


def test_every_change_of_a_cell_leaves_a_line(store: Store) -> None:
    store.roster.set_cells({(LI, FIRST): ("d",)}, SET)
    store.roster.set_cells({(LI, FIRST): ("n",)}, SET)
    store.roster.set_cells({(LI, FIRST): ()}, an_act("roster.undone"))
    assert lines(store) == [("roster.set", None, "d"), ("roster.set", "d", "n"), ("roster.undone", "n", "")]
    assert store.roster.between(FIRST, FIRST) == {}
    assert store.verify() == []


def test_an_emptied_cell_is_set_again_in_its_old_row(store: Store) -> None:
    for shift_ids in (("d",), (), ("n",)):
        store.roster.set_cells({(LI, FIRST): shift_ids}, SET)
    assert store.db.first("SELECT count(*), max(rev) FROM roster_cell") == (1, 2)


def test_what_a_cell_holds_already_leaves_no_line(store: Store) -> None:
    store.roster.set_cells({(LI, FIRST): ("d",), (LI, LAST): ()}, SET)
    store.roster.set_cells({(LI, FIRST): ("d",)}, SET)
    store.roster.set_cells({}, SET)
    assert lines(store) == [("roster.set", None, "d")]
    assert store.roster.planned([]) == {}


def test_cells_are_set_all_or_none(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.roster.set_cells({(LI, FIRST): ("d",), ("nobody", FIRST): ("d",)}, SET)
    assert store.roster.between(FIRST, FIRST) == {}
    assert lines(store) == []


def test_a_day_that_csdesk_never_wrote_is_damage(store: Store) -> None:
    store.roster.set_cells({(LI, FIRST): ("d",)}, SET)
    with store.atomic() as db:
        db.run("UPDATE roster_cell SET day = '2026-11-1x'")
    with pytest.raises(StoreUnavailable, match=r"file\.damaged"):
        store.roster.between(LAST, date(2026, 11, 30))
