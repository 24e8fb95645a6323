"""Handover at work."""

from datetime import date, datetime, time

import pytest

from csdesk.core.employee import Employee
from csdesk.core.handover import Handover, HandoverDraft, OpenProblem
from csdesk.core.incidents import Incident
from csdesk.core.leave import Leave
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.handovers import HandoverProposal
from tests.desks import CHINA, again, faults_of, somebody

THURSDAY, FRIDAY, TODAY, MONDAY = (date(2026, 11, day) for day in (19, 20, 21, 23))


def a_shift(desk: Desk, code: str, start: int, end: int) -> Shift:
    """Define a shift and return it."""
    shift = desk.shifts.add(ShiftDraft(code, time(start), time(end)))
    assert isinstance(shift, Shift), shift
    return shift


class Floor:
    """Friday: Wu and Li hand over to Zhao at 16:00; Chen's night of Thursday ends at 08:00."""

    def __init__(self, desk: Desk) -> None:
        self.day, self.evening = a_shift(desk, "D", 8, 16), a_shift(desk, "E", 16, 0)
        self.night = a_shift(desk, "N", 0, 8)
        self.li, self.wu = somebody(desk, "0101", "李娜"), somebody(desk, "0102", "吴越")
        self.zhao, self.chen = somebody(desk, "0103", "赵敏"), somebody(desk, "0104", "陈新")
        plan = {self.wu: self.day, self.li: self.day, self.zhao: self.evening}
        desk.roster.set_cells({(person.id, FRIDAY): (shift.id,) for person, shift in plan.items()})

    def draft(self, *problems: str, given_by: Employee | None = None) -> HandoverDraft:
        """Return what Li writes for Zhao."""
        giver = given_by or self.li
        return HandoverDraft(
            FRIDAY, time(16, 5), self.day.id, self.evening.id, giver.id, self.zhao.id, "all in order", problems=problems
        )


@pytest.fixture
def floor(desk: Desk) -> Floor:
    """A floor with a roster."""
    return Floor(desk)


def recorded(desk: Desk, draft: HandoverDraft) -> Handover:
    """Record a handover and return it."""
    record = desk.handovers.record(draft)
    assert isinstance(record, Handover), record
    return record


def refused(desk: Desk, record: Handover) -> Handover:
    """Let the relief refuse a record and return it."""
    changed = desk.handovers.refuse(record.id, record.rev, "half is blank")
    assert isinstance(changed, Handover), changed
    return changed


def only(desk: Desk, day: date = FRIDAY) -> HandoverProposal:
    """Return the one proposal of a day."""
    (proposal,) = desk.handovers.proposals(day)
    return proposal


def test_due_is_what_the_roster_says_with_the_record(desk: Desk, floor: Floor) -> None:
    (due,) = desk.handovers.due(FRIDAY)
    assert (due.change.time, due.leaving, due.arriving, due.handover) == (
        time(16), (floor.li, floor.wu), (floor.zhao,), None,
    )  # fmt: skip
    record = recorded(desk, floor.draft())
    assert [due.handover for due in desk.handovers.due(FRIDAY)] == [record]
    assert desk.handovers.due(TODAY) == []


def test_who_is_on_leave_hands_nothing_over(desk: Desk, floor: Floor) -> None:
    desk.roster.set_cells({(floor.li.id, MONDAY): (floor.day.id,), (floor.zhao.id, MONDAY): (floor.evening.id,)})
    leave = desk.leaves.ask(LeaveDraft(floor.li.id, MONDAY, MONDAY))
    assert isinstance(leave, Leave)
    assert [due.leaving for due in desk.handovers.due(MONDAY)] == [(floor.li,)]
    desk.leaves.approve(leave.id, leave.rev)
    assert desk.handovers.due(MONDAY) == []


def test_a_record_is_kept_and_signed_by_both(desk: Desk, floor: Floor) -> None:
    record = recorded(desk, floor.draft())
    assert desk.handovers.of(FRIDAY, FRIDAY) == [record]
    assert desk.handovers.get(record.id) == record
    assert faults_of(desk.handovers.acknowledge(record.id, 0, "taken")) == [("", "handover.not-given")]
    given = desk.handovers.acknowledge(record.id, 0, "given")
    assert isinstance(given, Handover)
    done = desk.handovers.acknowledge(record.id, given.rev, "taken")
    assert isinstance(done, Handover)
    assert done.is_done
    assert done.taken_at == "2026-11-21T01:12:00.000Z"
    assert [line.what for line in desk.journal(3)] == ["handover.taken", "handover.given", "handover.recorded"]
    assert faults_of(desk.handovers.refuse(record.id, done.rev, "late")) == [("", "handover.signed-already")]


def test_a_second_record_of_the_change_waits_for_a_refusal(desk: Desk, floor: Floor) -> None:
    first = recorded(desk, floor.draft())
    assert faults_of(desk.handovers.record(floor.draft())) == [("", "handover.recorded")]
    assert faults_of(desk.handovers.check(floor.draft())) == [("", "handover.recorded")]
    refused(desk, first)
    assert desk.handovers.check(floor.draft()) == []
    second = recorded(desk, floor.draft())
    assert desk.handovers.due(FRIDAY)[0].handover == second


def test_what_is_not_on_file_is_neither_signed_nor_refused(desk: Desk) -> None:
    assert desk.handovers.get("nothing") is None
    assert faults_of(desk.handovers.acknowledge("nothing", 0, "given")) == [("", "handover.unknown")]
    assert faults_of(desk.handovers.refuse("nothing", 0, "blank")) == [("", "handover.unknown")]


def test_another_window_that_was_first_is_named(desk: Desk, floor: Floor) -> None:
    record = recorded(desk, floor.draft())
    assert faults_of(desk.handovers.acknowledge(record.id, 1, "given")) == [("", "handover.stale")]
    assert faults_of(desk.handovers.refuse(record.id, 1, "blank")) == [("", "handover.stale")]


def test_problems_are_carried_until_they_are_closed(desk: Desk, floor: Floor) -> None:
    record = recorded(desk, floor.draft("line 2 down", " ", "refund of 3312"))
    line, refund = desk.handovers.open_problems(TODAY)
    assert (line.text, refund.text) == ("line 2 down", "refund of 3312")
    closed = desk.handovers.close_problem(line.id, line.rev, " new cable ")
    assert isinstance(closed, OpenProblem)
    assert (closed.closed_on, closed.closed_by, closed.closing_note) == (TODAY, "sun", "new cable")
    assert desk.handovers.open_problems(TODAY) == [refund]
    assert desk.handovers.open_problems(FRIDAY) == [closed, refund]
    assert desk.handovers.problems_of(record.id) == [closed, refund]
    assert faults_of(desk.handovers.close_problem(line.id, closed.rev)) == [("", "open-problem.stale")]
    assert faults_of(desk.handovers.close_problem("nothing", 0)) == [("", "open-problem.unknown")]
    assert faults_of(desk.handovers.close_problem(refund.id, 0, "x" * 2001)) == [("note", "note.too-long")]


def test_a_missing_record_is_proposed_and_logged_for_who_is_chosen(desk: Desk, floor: Floor) -> None:
    proposal = only(desk)
    assert not proposal.is_refused
    assert proposal.people == (floor.li, floor.wu)
    assert (proposal.draft.code, proposal.draft.day, proposal.draft.note) == ("MIN-05", FRIDAY, "D → E")
    assert faults_of(desk.handovers.confirm(proposal)) == [("employee", "handover.nobody-to-charge")]
    assert faults_of(desk.handovers.confirm(proposal, floor.chen.id)) == [("employee", "handover.nobody-to-charge")]
    entry = desk.handovers.confirm(proposal, floor.wu.id)
    assert isinstance(entry, Incident)
    assert (entry.employee_id, entry.code) == (floor.wu.id, "MIN-05")
    assert desk.handovers.proposals(FRIDAY) == []
    assert desk.handovers.of(FRIDAY, FRIDAY) == []
    assert desk.handovers.due(FRIDAY)[0].handover is None
    assert faults_of(desk.handovers.confirm(proposal, floor.wu.id)) == [("", "handover.settled")]


def test_a_missing_record_is_proposed_again_once_its_entry_was_voided(desk: Desk, floor: Floor) -> None:
    entry = desk.handovers.confirm(only(desk), floor.wu.id)
    assert isinstance(entry, Incident)
    desk.incidents.void(entry.id, entry.rev, "it was Li")
    again_proposed = desk.handovers.confirm(only(desk), floor.li.id)
    assert isinstance(again_proposed, Incident)
    assert again_proposed.employee_id == floor.li.id
    assert desk.handovers.proposals(FRIDAY) == []


def test_a_record_written_late_is_no_longer_missing(desk: Desk, floor: Floor) -> None:
    proposal = only(desk)
    recorded(desk, floor.draft())
    assert desk.handovers.proposals(FRIDAY) == []
    assert faults_of(desk.handovers.confirm(proposal, floor.li.id)) == [("", "handover.settled")]


def test_nothing_is_missing_while_the_day_lasts(desk: Desk, floor: Floor) -> None:
    desk.roster.set_cells({(floor.li.id, TODAY): (floor.day.id,), (floor.zhao.id, TODAY): (floor.evening.id,)})
    assert [due.change.time for due in desk.handovers.due(TODAY)] == [time(16)]
    assert desk.handovers.proposals(TODAY) == []


def test_a_refused_record_is_proposed_for_who_handed_over(desk: Desk, floor: Floor) -> None:
    record = refused(desk, recorded(desk, floor.draft(given_by=floor.wu)))
    proposal = only(desk)
    assert proposal.is_refused
    assert proposal.people == (floor.wu,)
    assert proposal.draft.note == "D → E: half is blank"
    entry = desk.handovers.confirm(proposal)
    assert isinstance(entry, Incident)
    assert entry.employee_id == floor.wu.id
    linked = desk.handovers.get(record.id)
    assert linked is not None
    assert linked.incident_id == entry.id
    assert desk.handovers.proposals(FRIDAY) == []


def test_a_refused_record_stays_proposed_when_the_roster_has_changed(desk: Desk, floor: Floor) -> None:
    draft = floor.draft()._replace(given_by_id=None)
    refused(desk, recorded(desk, draft))
    desk.roster.set_cells({(person.id, FRIDAY): () for person in (floor.li, floor.wu)})
    proposal = only(desk)
    assert proposal.people == ()
    assert proposal.draft.employee_id == ""
    assert faults_of(desk.handovers.confirm(proposal)) == [("employee", "handover.nobody-to-charge")]
    assert isinstance(desk.handovers.confirm(proposal, floor.chen.id), Incident)


def test_a_night_shifts_handover_is_charged_on_the_day_it_began(desk: Desk, floor: Floor) -> None:
    late = a_shift(desk, "L", 22, 8)
    desk.roster.set_cells({(floor.chen.id, THURSDAY): (late.id,)})
    early, _ = desk.handovers.proposals(FRIDAY)
    assert (early.draft.employee_id, early.draft.day, early.draft.time) == (floor.chen.id, THURSDAY, time(8))
    entry = desk.handovers.confirm(early)
    assert isinstance(entry, Incident)
    assert entry.day == THURSDAY
    assert len(desk.handovers.proposals(FRIDAY)) == 1


def test_a_closed_month_takes_no_entry_of_a_handover(desk: Desk, floor: Floor) -> None:
    with again(desk, now=datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
        later.months.close(Month(2026, 11))
        proposal = only(later)
        assert faults_of(later.handovers.confirm(proposal, floor.li.id)) == [("day", "month.closed")]
        assert len(later.handovers.proposals(FRIDAY)) == 1


def test_a_closed_month_takes_no_record_no_signature_and_no_refusal(desk: Desk, floor: Floor) -> None:
    record = recorded(desk, floor.draft("the printer"))
    other = floor.draft()._replace(from_shift_id=floor.evening.id, to_shift_id=floor.night.id)
    with again(desk, now=datetime(2026, 12, 1, 9, tzinfo=CHINA)) as later:
        later.months.close(Month(2026, 11))
        told = [("day", "month.closed")]
        assert faults_of(later.handovers.record(other)) == faults_of(later.handovers.check(other)) == told
        assert faults_of(later.handovers.acknowledge(record.id, record.rev, "given")) == told
        assert faults_of(later.handovers.refuse(record.id, record.rev, "half is blank")) == told
        assert later.handovers.of(FRIDAY, FRIDAY) == [record]
        # What stays open is carried into the months that follow, and ends there.
        (open_one,) = later.handovers.open_problems(date(2026, 12, 1))
        assert isinstance(later.handovers.close_problem(open_one.id, open_one.rev), OpenProblem)


def test_no_link_is_written_into_a_closed_month_for_an_entry_of_the_month_before(desk: Desk, floor: Floor) -> None:
    new_year, eve = date(2027, 1, 1), date(2026, 12, 31)
    desk.roster.set_cells({(floor.zhao.id, eve): (floor.evening.id,), (floor.chen.id, new_year): (floor.night.id,)})
    with again(desk, now=datetime(2027, 2, 1, 9, tzinfo=CHINA)) as later:
        proposal = only(later, new_year)
        assert proposal.draft.day == eve
        later.months.close(Month(2027, 1))
        assert faults_of(later.handovers.confirm(proposal)) == [("day", "month.closed")]


def test_where_no_rules_of_shifts_cover_the_day_nothing_is_proposed(desk: Desk) -> None:
    assert desk.handovers.proposals(date(2011, 5, 3)) == []
