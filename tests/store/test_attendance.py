"""Attendance in the file."""

from datetime import date

import pytest

from csdesk.core.attendance import Attendance
from csdesk.core.month import Month
from csdesk.store.files import Store
from tests.builders import an_employee, an_incident
from tests.store.team_files import an_act, log

LI = an_employee()
MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)


def a_record(day: date = MONDAY, employee_id: str = LI.id) -> Attendance:
    """Return a record that is not yet on file."""
    return Attendance("", employee_id, day, 12, 5, note="bus")


def test_a_record_comes_back_whole(store: Store) -> None:
    kept = store.attendance.add(a_record(), an_act("attendance.recorded"))
    assert kept == a_record()._replace(id=kept.id, recorded_by="zhao", recorded_at="2026-10-12T08:00:00.000Z")
    assert store.attendance.of(LI.id, MONDAY) == kept
    assert store.attendance.of(LI.id, TUESDAY) is None


def test_records_are_found_by_day_and_month(store: Store) -> None:
    wu = an_employee("0200", "吴越")
    store.people.add(wu, "", an_act())
    later = store.attendance.add(a_record(TUESDAY), an_act())
    li = store.attendance.add(a_record(), an_act())
    other = store.attendance.add(a_record(employee_id=wu.id), an_act())
    assert store.attendance.on(MONDAY) == [li, other]
    assert store.attendance.in_month(Month(2026, 10)) == [li, other, later]
    assert store.attendance.in_month(Month(2026, 11)) == []


def test_a_change_names_who_made_it_and_links_entries(store: Store) -> None:
    log(store, an_incident(id="entry"))
    kept = store.attendance.add(a_record(), an_act())
    changed = kept._replace(late=0, early=0, absent=True, absent_incident_id="entry")
    stored = store.attendance.change(changed, an_act("attendance.changed", "lin", 9))
    assert stored == changed._replace(recorded_by="lin", recorded_at="2026-10-12T08:09:00.000Z", rev=1)
    assert store.attendance.of(LI.id, MONDAY) == stored
    assert len(store.journal.of_subject(kept.id)) == 2


def test_whoever_read_an_older_state_changes_nothing(store: Store) -> None:
    kept = store.attendance.add(a_record(), an_act())
    store.attendance.change(kept._replace(late=3), an_act())
    assert store.attendance.change(kept._replace(late=4), an_act()) is None


@pytest.mark.parametrize("absent", [True, False])
def test_absence_is_kept_as_a_flag(store: Store, absent: bool) -> None:
    kept = store.attendance.add(Attendance("", LI.id, MONDAY, absent=absent), an_act())
    assert kept.absent is absent
