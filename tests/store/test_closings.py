"""What month-end leaves behind."""

from datetime import date

from csdesk.store.closings import text_digest
from csdesk.store.files import Store
from csdesk.store.prints import SheetPrint
from csdesk.store.rulebooks import RulebookText
from tests.builders import MONTH, an_employee
from tests.store.team_files import RULEBOOK, an_act

LATER = RulebookText("points@2026-07-01", date(2026, 7, 1), text_digest("later"), "later")
PRINT = SheetPrint(an_employee().id, MONTH, "appraisal", "A-001", 1, "digest")


def test_adopted_rulebooks_come_oldest_first(store: Store) -> None:
    assert store.rulebooks.adopt(LATER, an_act())
    assert store.rulebooks.all() == [RULEBOOK, LATER]


def test_a_version_is_adopted_once_and_a_day_has_one_version(store: Store) -> None:
    assert not store.rulebooks.adopt(RULEBOOK, an_act())
    assert not store.rulebooks.adopt(LATER._replace(in_force_from=RULEBOOK.in_force_from), an_act())
    assert store.rulebooks.all() == [RULEBOOK]


def test_a_month_is_closed_once(store: Store) -> None:
    closed = store.closings.add(MONTH, '{"sheets":[]}', an_act())
    assert closed is not None
    assert (closed.result, closed.digest, closed.by) == ('{"sheets":[]}', text_digest('{"sheets":[]}'), "zhao")
    assert store.closings.add(MONTH, "{}", an_act()) is None
    assert store.closings.of(MONTH) == closed
    assert store.closings.of(MONTH.next) is None
    assert store.closings.months_closed() == {MONTH}


def test_a_reopened_month_may_be_closed_again(store: Store) -> None:
    first = store.closings.add(MONTH, "{}", an_act())
    assert first is not None
    assert store.closings.reopen(first.id, 0, "a late complaint", an_act())
    assert not store.closings.reopen(first.id, 1, "again", an_act())
    assert store.closings.of(MONTH) is None
    assert store.closings.months_closed() == set()
    second = store.closings.add(MONTH, "[]", an_act())
    assert store.closings.of(MONTH) == second
    assert store.verify() == []


def test_the_latest_printing_of_a_form_is_known(store: Store) -> None:
    store.prints.add(PRINT, an_act())
    second = store.prints.add(PRINT._replace(revision=2, serial="A-001-2"), an_act())
    store.prints.add(PRINT._replace(form="interview"), an_act())
    assert store.prints.latest_in(MONTH, "appraisal") == {PRINT.employee_id: second}
    assert store.prints.latest_in(MONTH.next, "appraisal") == {}
    assert (second.by, second.at) == ("zhao", "2026-10-12T08:00:00.000Z")


def test_a_sheet_comes_back_signed(store: Store) -> None:
    printed = store.prints.add(PRINT, an_act())
    signed = store.prints.mark_signed(printed.id, 0, date(2026, 11, 3), an_act())
    assert signed == printed._replace(signed_on=date(2026, 11, 3), rev=1)
    assert store.prints.latest_in(MONTH, "appraisal") == {PRINT.employee_id: signed}
    assert store.prints.mark_signed(printed.id, 0, date(2026, 11, 4), an_act()) is None
