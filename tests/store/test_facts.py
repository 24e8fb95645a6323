"""What a month's appraisal needs beside the log."""

from dataclasses import replace
from decimal import Decimal

import pytest

from csdesk.core.month import Month
from csdesk.store.complaints import ComplaintRecord
from csdesk.store.files import Store
from tests.builders import MONTH, a_day, a_strike, a_test, a_workload, an_adjustment, an_employee
from tests.store.team_files import an_act

LI = an_employee()
WU = an_employee("0200", "吴越")
NEXT = MONTH.next


@pytest.fixture(autouse=True)
def _two_people(store: Store) -> None:
    store.people.add(WU, "", an_act())


def test_tests_of_a_month_come_by_day(store: Store) -> None:
    late = store.facts.add_test(a_test("88.5", employee=WU, day=a_day(31)), an_act())
    early = store.facts.add_test(replace(a_test(day=a_day(1)), id=""), an_act())
    store.facts.add_test(a_test(day=a_day(1, NEXT)), an_act())
    assert store.facts.tests_in(MONTH) == [early, late]
    assert store.facts.tests_in(MONTH, WU.id) == [late]


def test_figures_of_a_month_are_replaced_and_not_doubled(store: Store) -> None:
    first = store.facts.put_workload(replace(a_workload(400, "95.25"), id=""), an_act())
    other = store.facts.put_workload(a_workload(380, 99, employee=WU), an_act())
    second = store.facts.put_workload(a_workload(410, "95.25"), an_act())
    assert second.id == first.id
    assert sorted(store.facts.workloads_in(MONTH), key=lambda w: w.employee_id) == [second, other]
    assert store.facts.workloads_in(MONTH, LI.id) == [second]
    assert store.facts.workload_maxima(MONTH) == (Decimal(410), Decimal(99))
    assert len(store.journal.of_subject(first.id)) == 2


def test_the_same_figures_again_leave_no_line(store: Store) -> None:
    store.facts.put_workload(a_workload(400, 95), an_act())
    head = store.journal.head()
    store.facts.put_workload(a_workload("400.00", "95.0"), an_act())
    assert store.journal.head() == head


def test_a_month_without_figures_has_no_best_ones(store: Store) -> None:
    assert store.facts.workload_maxima(MONTH) is None


def test_a_complaint_comes_back_whole_and_as_the_appraisal_needs_it(store: Store) -> None:
    asked = ComplaintRecord(
        a_day(5), LI.id, True, True, False, "a customer", "no call back", a_day(9), Decimal("50.00")
    )
    kept = store.facts.add_complaint(asked, an_act())
    assert kept == asked._replace(id=kept.id, number="202610-001")
    assert store.facts.get_complaint(kept.id) == kept
    assert store.facts.complaint_records_in(MONTH) == [kept]
    (needed,) = store.facts.complaints_in(MONTH)
    assert (needed.id, needed.employee_id, needed.received, needed.effective) == (kept.id, LI.id, a_day(5), True)


def test_a_complaint_may_be_nobodys_and_undecided(store: Store) -> None:
    kept = store.facts.add_complaint(ComplaintRecord(a_day(5)), an_act())
    (needed,) = store.facts.complaints_in(MONTH)
    assert (needed.employee_id, needed.effective, kept.closed, kept.fine) == (None, None, None, None)
    assert store.facts.complaints_in(MONTH, LI.id) == []
    assert store.facts.get_complaint("none") is None


def test_numbers_of_complaints_count_through_their_month(store: Store) -> None:
    days = [a_day(5), a_day(1, NEXT), a_day(2), a_day(6)]
    numbers = [store.facts.add_complaint(ComplaintRecord(day), an_act()).number for day in days]
    assert numbers == ["202610-001", "202611-001", "202610-002", "202610-003"]


def test_numbers_of_complaints_go_on_past_a_thousand(store: Store) -> None:
    kept = store.facts.add_complaint(ComplaintRecord(a_day(5)), an_act())
    for number in ("202610-999", "202610-1000"):
        store.db.run("UPDATE complaint SET number = ? WHERE id = ?", (number, kept.id))
        following = store.facts.add_complaint(ComplaintRecord(a_day(5)), an_act())
        assert following.number == f"202610-{int(number[7:]) + 1}"
        store.db.run("DELETE FROM complaint WHERE id = ?", (following.id,))


def test_the_register_begins_with_its_first_complaint(store: Store) -> None:
    assert store.facts.first_complaint_month() is None
    for day in (a_day(5), a_day(5, Month(2025, 3))):
        store.facts.add_complaint(ComplaintRecord(day), an_act())
    assert store.facts.first_complaint_month() == Month(2025, 3)


def test_a_decided_complaint_keeps_its_number(store: Store) -> None:
    kept = store.facts.add_complaint(ComplaintRecord(a_day(5)), an_act())
    decided = store.facts.change_complaint(kept._replace(effective=True, number="x"), an_act())
    assert decided == kept._replace(effective=True, rev=1)
    assert store.facts.change_complaint(kept._replace(effective=False), an_act()) is None
    assert store.facts.get_complaint(kept.id) == decided


def test_a_person_has_one_adjustment_a_month(store: Store) -> None:
    kept = store.facts.add_adjustment(replace(an_adjustment(), id=""), an_act())
    assert kept is not None
    assert (kept.points, kept.by, kept.at) == (3, "zhao", "2026-10-12T08:00:00.000Z")
    assert store.facts.add_adjustment(an_adjustment(5), an_act()) is None
    other = store.facts.add_adjustment(an_adjustment(employee=WU), an_act())
    assert store.facts.add_adjustment(an_adjustment(month=NEXT), an_act()) is not None
    assert store.facts.adjustments_in(MONTH, LI.id) == [kept]
    assert {a.id for a in store.facts.adjustments_in(MONTH)} == {kept.id, other.id if other else ""}


def test_a_withdrawn_adjustment_counts_no_more_and_makes_room(store: Store) -> None:
    kept = store.facts.add_adjustment(an_adjustment(), an_act())
    assert kept is not None
    assert store.facts.withdraw_adjustment(kept.id, kept.rev, "a mistake", an_act())
    assert not store.facts.withdraw_adjustment(kept.id, kept.rev + 1, "again", an_act())
    assert store.facts.adjustments_in(MONTH) == []
    assert store.facts.add_adjustment(an_adjustment(), an_act()) is not None


def test_a_line_is_struck_once_until_it_is_put_back(store: Store) -> None:
    kept = store.facts.add_strike(replace(a_strike("SER-05"), id=""), an_act())
    assert kept is not None
    assert store.facts.add_strike(a_strike("SER-05"), an_act()) is None
    assert store.facts.add_strike(a_strike("BON-01"), an_act()) is not None
    assert kept in store.facts.strikes_in(MONTH)
    assert store.facts.lift_strike(kept.id, "it stands", an_act())
    assert not store.facts.lift_strike(kept.id, "again", an_act())
    assert [strike.key for strike in store.facts.strikes_in(MONTH, LI.id)] == ["BON-01"]
    assert store.facts.add_strike(a_strike("SER-05"), an_act()) is not None


def test_everything_stands_in_the_journal(store: Store) -> None:
    test_a_line_is_struck_once_until_it_is_put_back(store)
    test_a_withdrawn_adjustment_counts_no_more_and_makes_room(store)
    test_a_decided_complaint_keeps_its_number(store)
    test_figures_of_a_month_are_replaced_and_not_doubled(store)
    assert store.verify() == []
