"""The register of swaps at the desk: asked for, signed, approved with the rules checked again, voided."""

from datetime import date
from typing import NamedTuple

import pytest

from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft
from csdesk.core.leave import LeaveState, LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.month import Month
from csdesk.core.roster import Origin
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from tests.desks import a_shift, again, faults_of, logged, somebody
from tests.store.team_files import tamper

TODAY = date(2026, 11, 21)
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 11, day) for day in (23, 24, 25, 27))
LAST_WEEK = date(2026, 11, 16)


class Team(NamedTuple):
    """Three people, a day and a night shift, and a week planned for two of them."""

    desk: Desk
    li: Employee
    wu: Employee
    chen: Employee
    day: Shift
    night: Shift

    def plans(self, who: Employee, *days: date, shift: Shift | None = None) -> None:
        """Plan a shift for somebody, the day shift where none is given."""
        planned = self.desk.roster.set_cells({(who.id, day): ((shift or self.day).id,) for day in days})
        assert not isinstance(planned, list), planned

    def asks(self, a: Employee, day_a: date, b: Employee, day_b: date | None = None, reason: str = "") -> Swap:
        """Ask for a swap and return it."""
        return a_swap_of(self.desk.swaps.ask(SwapDraft(a.id, day_a, b.id, day_b, reason)))

    def agrees(self, a: Employee, day_a: date, b: Employee, day_b: date | None = None) -> Swap:
        """Ask for a swap and record both signatures."""
        swap = self.asks(a, day_a, b, day_b)
        swap = a_swap_of(self.desk.swaps.sign(swap.id, swap.rev, "a", TODAY))
        return a_swap_of(self.desk.swaps.sign(swap.id, swap.rev, "b", TODAY))

    def swaps(self, a: Employee, day_a: date, b: Employee, day_b: date | None = None) -> Swap:
        """Ask for a swap, record both signatures and approve it."""
        swap = self.agrees(a, day_a, b, day_b)
        return a_swap_of(self.desk.swaps.approve(swap.id, swap.rev))

    def works(self, who: Employee, day: date) -> list[str]:
        """Return the shifts that somebody works on a day, those by swap marked."""
        duties = self.desk.roster.month(Month.of(day)).duties
        codes = {shift.id: shift.code for shift in self.desk.shifts.all()}
        return [
            codes[duty.shift_id] + ("*" if duty.origin is Origin.SWAP else "")
            for duty in duties
            if (duty.employee_id, duty.day) == (who.id, day)
        ]


def a_swap_of(outcome: object) -> Swap:
    """Return the swap that came, and no problems."""
    assert isinstance(outcome, Swap), outcome
    return outcome


@pytest.fixture
def team(desk: Desk) -> Team:
    """Li works on Monday, Wu on Friday."""
    people = (somebody(desk, "0101", "李娜"), somebody(desk, "0102", "吴敏"), somebody(desk, "0103", "陈晨"))
    team = Team(desk, *people, a_shift(desk, "D"), a_shift(desk, "N", 22, 6))
    team.plans(team.li, MONDAY)
    team.plans(team.wu, FRIDAY)
    return team


def test_a_swap_goes_from_the_request_to_the_changed_roster(team: Team) -> None:
    swap = team.asks(team.li, MONDAY, team.wu, FRIDAY, " a wedding ")
    assert (swap.number, swap.state, swap.asked_on, swap.draft.reason) == (1, SwapState.DRAFTED, TODAY, "a wedding")
    swaps = team.desk.swaps
    swap = a_swap_of(swaps.sign(swap.id, swap.rev, "a", TODAY))
    assert swap.state is SwapState.DRAFTED
    swap = a_swap_of(swaps.sign(swap.id, swap.rev, "b", TODAY))
    assert swap.state is SwapState.AGREED
    assert team.works(team.li, MONDAY) == ["D"]
    swap = a_swap_of(swaps.approve(swap.id, swap.rev))
    assert (swap.state, swap.place, swap.decided_by, swap.decided_on) == (SwapState.APPROVED, 1, "sun", TODAY)
    assert [team.works(team.li, MONDAY), team.works(team.wu, MONDAY)] == [[], ["D*"]]
    assert [team.works(team.li, FRIDAY), team.works(team.wu, FRIDAY)] == [["D*"], []]
    assert swaps.judge(swap).ok
    assert team.desk.check() == []


def test_voiding_changes_the_roster_back(team: Team) -> None:
    swap = team.swaps(team.li, MONDAY, team.wu, FRIDAY)
    voided = a_swap_of(team.desk.swaps.void(swap.id, swap.rev, "the wedding is off"))
    assert (voided.state, voided.decision_reason) == (SwapState.VOIDED, "the wedding is off")
    assert [team.works(team.li, MONDAY), team.works(team.wu, FRIDAY)] == [["D"], ["D"]]
    assert [team.works(team.wu, MONDAY), team.works(team.li, FRIDAY)] == [[], []]


def test_the_register_is_listed_by_number_and_by_month(team: Team) -> None:
    december = date(2026, 12, 4)
    team.plans(team.chen, december)
    first, second = team.asks(team.li, MONDAY, team.wu), team.asks(team.wu, FRIDAY, team.chen, december)
    assert team.desk.swaps.all() == [first, second]
    assert team.desk.swaps.all(Month(2026, 12)) == [second]
    assert team.desk.swaps.get(first.id) == first
    assert team.desk.swaps.get("nothing") is None


def test_a_draft_is_judged_while_it_is_typed_and_nothing_is_stored(team: Team) -> None:
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, MONDAY, team.wu.id, FRIDAY))
    assert verdict.ok
    assert [rule.ok for rule in verdict.rules] == [None, None, True, True, True, True, True]
    assert team.desk.swaps.all() == []


def test_a_day_before_any_rules_is_told_at_its_field(team: Team) -> None:
    early = date(2024, 5, 7)
    team.plans(team.li, early)
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, early, team.wu.id))
    assert faults_of(list(verdict.problems)) == [("day_a", "shift-rules.none")]
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, date(2019, 5, 6), team.wu.id))
    assert [problem.code for problem in verdict.problems] == ["swap.not-employed", "swap.not-employed"]


def test_the_last_and_the_first_day_that_can_be_typed_have_no_shift(team: Team) -> None:
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, MONDAY, team.wu.id, date.max))
    assert [problem.field for problem in verdict.problems] == ["day_b"]
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, MONDAY, team.wu.id, date.min))
    assert [problem.code for problem in verdict.problems] == ["swap.not-employed", "swap.not-employed"]


def test_what_makes_no_sense_cannot_be_asked_for(team: Team) -> None:
    ask = team.desk.swaps.ask
    assert faults_of(ask(SwapDraft(team.li.id, MONDAY, team.li.id))) == [("b_id", "swap.same-person")]
    assert faults_of(ask(SwapDraft(team.li.id, FRIDAY, team.wu.id))) == [("day_a", "swap.no-shift")]
    assert team.desk.swaps.all() == []


def test_a_swap_in_a_closed_month_cannot_be_asked_for(team: Team) -> None:
    october = date(2026, 10, 20)
    team.plans(team.li, october)
    assert not isinstance(team.desk.months.close(Month(2026, 10)), list)
    draft = SwapDraft(team.li.id, october, team.wu.id)
    assert faults_of(team.desk.swaps.ask(draft)) == [("day_a", "swap.closed-month")]


def test_one_that_breaks_a_rule_may_be_asked_for_and_not_approved(team: Team) -> None:
    team.plans(team.wu, date(2026, 11, 22), shift=team.night)
    swap = team.agrees(team.li, MONDAY, team.wu, FRIDAY)
    assert faults_of(team.desk.swaps.approve(swap.id, swap.rev)) == [("", "swap.SW-5.broken")]
    assert team.desk.swaps.get(swap.id) == swap
    assert team.works(team.li, MONDAY) == ["D"]


def test_approval_needs_both_signatures(team: Team) -> None:
    swap = team.asks(team.li, MONDAY, team.wu, FRIDAY)
    assert faults_of(team.desk.swaps.approve(swap.id, swap.rev)) == [("", "swap.SW-1.broken")] * 2
    swap = a_swap_of(team.desk.swaps.sign(swap.id, swap.rev, "b", TODAY))
    refused = team.desk.swaps.approve(swap.id, swap.rev)
    assert isinstance(refused, list)
    assert [problem.detail["name"] for problem in refused] == ["李娜"]


def test_approval_is_refused_if_the_shift_is_gone_by_then(team: Team) -> None:
    swap = team.agrees(team.li, MONDAY, team.wu, FRIDAY)
    team.desk.roster.set_cells({(team.li.id, MONDAY): ()})
    assert faults_of(team.desk.swaps.approve(swap.id, swap.rev)) == [("day_a", "swap.no-shift")]


def test_two_agreed_swaps_that_are_too_near_cannot_both_be_approved(team: Team) -> None:
    team.plans(team.li, TUESDAY)
    first, second = team.agrees(team.li, MONDAY, team.wu), team.agrees(team.li, TUESDAY, team.chen)
    assert team.desk.swaps.judge(second).ok
    a_swap_of(team.desk.swaps.approve(first.id, first.rev))
    refused = team.desk.swaps.approve(second.id, second.rev)
    assert isinstance(refused, list)
    assert [(problem.code, problem.detail["number"]) for problem in refused] == [("swap.SW-4.broken", 1)]


def test_leave_that_is_asked_for_stops_the_approval(team: Team) -> None:
    swap = team.agrees(team.li, MONDAY, team.chen)
    team.desk.swaps.withdraw(swap.id, swap.rev, "try again")
    leave = team.desk.leaves.ask(LeaveDraft(team.chen.id, MONDAY, TUESDAY, LeaveType.ANNUAL))
    assert not isinstance(leave, list), leave
    assert leave.state is LeaveState.ASKED
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, MONDAY, team.chen.id))
    assert [rule.code for rule in verdict.broken] == ["SW-6.asked"]


def test_a_public_holiday_stops_the_approval(team: Team) -> None:
    national_day = date(2026, 10, 1)
    team.plans(team.li, national_day)
    verdict = team.desk.swaps.check(SwapDraft(team.li.id, national_day, team.wu.id))
    assert [rule.code for rule in verdict.broken] == ["SW-7.broken", "SW-7.broken"]


def test_a_request_can_be_changed_until_somebody_signs(team: Team) -> None:
    swaps = team.desk.swaps
    swap = team.asks(team.li, MONDAY, team.wu, FRIDAY)
    cover = SwapDraft(team.li.id, MONDAY, team.chen.id, None, " ill ")
    assert faults_of(swaps.change(swap.id, swap.rev, cover._replace(day_a=TUESDAY))) == [("day_a", "swap.no-shift")]
    swap = a_swap_of(swaps.change(swap.id, swap.rev, cover))
    assert swap.draft == cover._replace(reason="ill")
    swap = a_swap_of(swaps.sign(swap.id, swap.rev, "a", TODAY))
    assert faults_of(swaps.change(swap.id, swap.rev, cover)) == [("", "swap.signed")]
    swap = a_swap_of(swaps.withdraw(swap.id, swap.rev, "not needed"))
    assert faults_of(swaps.change(swap.id, swap.rev, cover)) == [("", "swap.decided")]


def test_a_party_signs_once_and_not_in_the_future(team: Team) -> None:
    swaps = team.desk.swaps
    swap = team.asks(team.li, MONDAY, team.wu)
    assert faults_of(swaps.sign(swap.id, swap.rev, "a", FRIDAY)) == [("day", "day.future")]
    swap = a_swap_of(swaps.sign(swap.id, swap.rev, "b", TODAY))
    again_signed = swaps.sign(swap.id, swap.rev, "b", TODAY)
    assert isinstance(again_signed, list)
    assert [(problem.code, problem.detail["name"]) for problem in again_signed] == [("swap.signed-already", "吴敏")]
    swap = a_swap_of(swaps.sign(swap.id, swap.rev, "a", TODAY))
    assert faults_of(swaps.sign(swap.id, swap.rev, "a", TODAY)) == [("", "swap.signed-already")]
    swap = a_swap_of(swaps.approve(swap.id, swap.rev))
    assert faults_of(swaps.sign(swap.id, swap.rev, "a", TODAY)) == [("", "swap.decided")]


def test_rejecting_withdrawing_and_voiding_need_a_reason_and_the_right_state(team: Team) -> None:
    swaps = team.desk.swaps
    swap = team.agrees(team.li, MONDAY, team.wu, FRIDAY)
    assert faults_of(swaps.reject(swap.id, swap.rev, " ")) == [("reason", "reason.missing")]
    assert faults_of(swaps.void(swap.id, swap.rev, "no")) == [("", "swap.not-approved")]
    swap = a_swap_of(swaps.reject(swap.id, swap.rev, " too few people "))
    assert (swap.state, swap.decision_reason, swap.place) == (SwapState.REJECTED, "too few people", None)
    assert faults_of(swaps.approve(swap.id, swap.rev)) == [("", "swap.decided")]
    assert faults_of(swaps.withdraw(swap.id, swap.rev, "no")) == [("", "swap.decided")]
    approved = team.swaps(team.li, MONDAY, team.wu, FRIDAY)
    assert faults_of(swaps.void(approved.id, approved.rev, "")) == [("reason", "reason.missing")]


def test_swaps_that_do_not_stand_on_each_other_are_voided_in_any_order(team: Team) -> None:
    team.plans(team.li, WEDNESDAY, shift=team.night)
    relief = team.swaps(team.li, WEDNESDAY, team.chen)
    gain = team.swaps(team.wu, FRIDAY, team.li)
    a_swap_of(team.desk.swaps.void(relief.id, relief.rev, "a mistake"))
    a_swap_of(team.desk.swaps.void(gain.id, gain.rev, "a mistake"))


def test_an_approved_swap_in_a_closed_month_stays(team: Team) -> None:
    october = date(2026, 10, 20)
    team.plans(team.li, october)
    swap = team.swaps(team.li, october, team.wu)
    assert not isinstance(team.desk.months.close(Month(2026, 10)), list)
    assert faults_of(team.desk.swaps.void(swap.id, swap.rev, "a mistake")) == [("", "swap.closed-month")]
    assert team.desk.swaps.judge(swap).ok


def test_whoever_comes_second_loses_politely(team: Team) -> None:
    swap = team.agrees(team.li, MONDAY, team.wu, FRIDAY)
    with again(team.desk) as other:
        a_swap_of(other.swaps.approve(swap.id, swap.rev))
    swaps, stale = team.desk.swaps, [("", "swap.stale")]
    assert faults_of(swaps.reject(swap.id, swap.rev, "no")) == stale
    assert faults_of(swaps.approve(swap.id, swap.rev)) == stale
    assert faults_of(swaps.void(swap.id, swap.rev, "no")) == stale
    assert faults_of(swaps.change(swap.id, swap.rev, swap.draft)) == stale
    assert faults_of(swaps.sign(swap.id, swap.rev, "a", TODAY)) == stale
    assert faults_of(swaps.withdraw("nothing", 0, "no")) == [("", "swap.unknown")]


def test_cells_that_another_window_changed_are_judged_as_they_are(team: Team) -> None:
    draft = SwapDraft(team.li.id, MONDAY, team.wu.id, FRIDAY)
    assert team.desk.swaps.check(draft).ok
    with again(team.desk) as other:
        other.roster.set_cells({(team.li.id, MONDAY): ()})
    assert not team.desk.swaps.check(draft).is_valid


def test_whoever_covered_is_proposed_the_bonus_once_the_day_has_come(team: Team) -> None:
    team.plans(team.li, LAST_WEEK)
    done, ahead = team.swaps(team.li, LAST_WEEK, team.chen), team.swaps(team.li, MONDAY, team.chen)
    assert team.desk.swaps.cover_bonus(done.id) == [Draft(team.chen.id, LAST_WEEK, "BON-03")]
    assert team.desk.swaps.cover_bonus(ahead.id) == []
    assert isinstance(team.desk.incidents.record_for([team.chen.id], Draft("", LAST_WEEK, "BON-03")), list)
    assert logged(team.desk, team.chen, "BON-03", LAST_WEEK).code == "BON-03"


def test_no_bonus_where_there_is_a_return_or_no_approval(team: Team) -> None:
    team.plans(team.li, LAST_WEEK)
    asked = team.asks(team.li, LAST_WEEK, team.chen)
    returned = team.swaps(team.li, LAST_WEEK, team.wu, FRIDAY)
    assert [team.desk.swaps.cover_bonus(one) for one in (asked.id, returned.id, "nothing")] == [[], [], []]


def test_a_wrong_or_empty_shift_is_charged_to_one_or_both(team: Team) -> None:
    team.plans(team.li, LAST_WEEK)
    swap = team.swaps(team.li, LAST_WEEK, team.wu, FRIDAY)
    charge = team.desk.swaps.charge_handover
    both = [Draft(team.li.id, LAST_WEEK, "SER-01"), Draft(team.wu.id, LAST_WEEK, "SER-01")]
    assert charge(swap.id, {team.wu.id, team.li.id}) == both
    assert charge(swap.id, {team.wu.id}, LAST_WEEK) == both[1:]
    assert charge(swap.id, {team.chen.id}) == []
    assert charge(swap.id, {team.li.id}, FRIDAY) == []
    ahead = team.asks(team.li, MONDAY, team.chen)
    assert charge(ahead.id, {team.li.id}) == []
    assert charge("nothing", {team.li.id}) == []


def test_a_shift_that_nobody_knows_is_damage_to_the_file(team: Team) -> None:
    team.desk.close()
    tamper(team.desk.path, "UPDATE roster_cell SET shifts = 'nothing'")
    with again(team.desk) as desk, pytest.raises(Unavailable):
        desk.swaps.check(SwapDraft(team.li.id, MONDAY, team.wu.id))
