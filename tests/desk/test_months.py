"""The monthly appraisal at work."""

from contextlib import closing
from datetime import date, datetime
from decimal import Decimal

import pytest

from csdesk.core.appraisal import Adjustment, FlagCode, Sheet
from csdesk.core.employee import Employee, Role
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.months import Closing, MonthView
from csdesk.store.complaints import ComplaintRecord
from csdesk.store.files import open_store
from csdesk.store.journal import Act
from tests.desks import CHINA, NOW, again, logged, somebody

NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)
AN_ACT = Act("sun", NOW, "done with another tool")


def the_result(desk: Desk, month: Month = NOVEMBER) -> MonthView:
    view = desk.months.result(month)
    assert isinstance(view, MonthView), view
    return view


def the_sheet(desk: Desk, number: str = "0101", month: Month = NOVEMBER) -> Sheet:
    return next(s for s in the_result(desk, month).result.sheets if s.employee.number == number)


def codes(problems: object) -> list[str]:
    assert isinstance(problems, list), problems
    return [problem.code for problem in problems]


def test_a_month_without_entries_gives_everybody_the_base(desk: Desk) -> None:
    somebody(desk)
    assert the_sheet(desk).final == 80


def test_a_logged_entry_stands_on_the_sheet_with_its_rule_and_version(desk: Desk) -> None:
    entry = logged(desk, somebody(desk), "MIN-04", points=3)
    (line,) = the_sheet(desk).lines
    assert (line.code, line.points, line.because, line.rulebook) == ("MIN-04", -3, (entry.id,), "points@2025-01-01")


def test_a_month_before_the_first_rulebook_says_so(desk: Desk) -> None:
    problem = desk.months.result(Month(2024, 12))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.detail["first"]) == ("rulebook.none", date(2025, 1, 1))


def test_a_supervisor_has_no_running_score(desk: Desk) -> None:
    supervisor = somebody(desk, role=Role.SUPERVISOR)
    problem = desk.months.running(supervisor.id, NOVEMBER)
    assert isinstance(problem, Problem)
    assert problem.code == "person.role-not-appraised"


def test_nobody_has_no_running_score(desk: Desk) -> None:
    problem = desk.months.running("nobody", NOVEMBER)
    assert isinstance(problem, Problem)
    assert problem.code == "employee.unknown"


def test_a_running_score_before_the_first_rulebook_says_so(desk: Desk) -> None:
    person = somebody(desk)
    problem = desk.months.running(person.id, Month(2024, 12))
    assert isinstance(problem, Problem)
    assert problem.code == "rulebook.none"


def test_the_running_score_is_the_one_of_the_month(desk: Desk) -> None:
    person = somebody(desk)
    logged(desk, person, "MOD-01")
    running = desk.months.running(person.id, NOVEMBER)
    assert isinstance(running, Sheet)
    assert running.final == the_sheet(desk).final == 70


def test_whoever_is_last_and_low_twice_is_flagged(desk: Desk) -> None:
    person = somebody(desk)
    somebody(desk, "0102", "王𬭎")
    for day in (date(2026, 10, 12), date(2026, 11, 12)):
        logged(desk, person, "SER-01", day)
    assert [flag.code for flag in the_sheet(desk).flags] == [FlagCode.LAST_TWICE]
    assert [flag.code for flag in the_sheet(desk, month=OCTOBER).flags] == []


def test_the_month_before_counts_as_it_was_closed(desk: Desk) -> None:
    person = somebody(desk)
    somebody(desk, "0102", "王𬭎")
    for day in (date(2026, 10, 12), date(2026, 11, 12)):
        logged(desk, person, "SER-01", day)
    desk.months.close(OCTOBER)
    assert [flag.code for flag in the_sheet(desk).flags] == [FlagCode.LAST_TWICE]


def test_the_first_month_of_the_rulebook_has_none_before_it(desk: Desk) -> None:
    person = somebody(desk)
    somebody(desk, "0102", "王𬭎")
    logged(desk, person, "SER-01", date(2025, 1, 12))
    assert the_sheet(desk, month=Month(2025, 1)).flags == ()


def given(desk: Desk, person: Employee, points: int) -> Adjustment:
    adjustment = desk.months.adjust(person.id, NOVEMBER, points, "helped newcomers")
    assert isinstance(adjustment, Adjustment)
    return adjustment


class TestAdjusting:
    def test_an_adjustment_moves_the_score_and_keeps_its_reason(self, desk: Desk) -> None:
        person = somebody(desk)
        assert isinstance(desk.months.adjust(person.id, NOVEMBER, 3, "helped newcomers"), Adjustment)
        sheet = the_sheet(desk)
        assert (sheet.final, sheet.adjustment, sheet.lines[0].note) == (83, 3, "helped newcomers")

    @pytest.mark.parametrize("points", [5, -5])
    def test_the_whole_discretion_may_be_used(self, desk: Desk, points: int) -> None:
        assert isinstance(desk.months.adjust(somebody(desk).id, NOVEMBER, points, "why"), Adjustment)

    def test_a_second_figure_takes_the_place_of_the_first(self, desk: Desk) -> None:
        person = somebody(desk)
        first = given(desk, person, 3)
        desk.months.adjust(person.id, NOVEMBER, -2, "on second thoughts", seen=first.id)
        assert the_sheet(desk).adjustment == -2

    def test_who_has_not_seen_the_figure_in_force_does_not_replace_it(self, desk: Desk) -> None:
        person = somebody(desk)
        first = given(desk, person, 3)
        with again(desk) as other:
            assert codes(other.months.adjust(person.id, NOVEMBER, -2, "why")) == ["adjustment.stale"]
            second = other.months.adjust(person.id, NOVEMBER, -2, "why", seen=first.id)
        assert isinstance(second, Adjustment)
        assert codes(desk.months.adjust(person.id, NOVEMBER, 1, "why", seen=first.id)) == ["adjustment.stale"]
        withdrawn = desk.months.withdraw_adjustment(person.id, NOVEMBER, "why", seen=first.id)
        assert codes(withdrawn) == ["adjustment.stale"]
        assert the_sheet(desk).adjustment == -2

    def test_a_figure_that_another_window_took_back_is_not_replaced(self, desk: Desk) -> None:
        person = somebody(desk)
        first = given(desk, person, 3)
        with again(desk) as other:
            assert other.months.withdraw_adjustment(person.id, NOVEMBER, "a mistake", seen=first.id) == []
        assert codes(desk.months.adjust(person.id, NOVEMBER, 1, "why", seen=first.id)) == ["adjustment.stale"]
        assert the_sheet(desk).adjustment == 0

    @pytest.mark.parametrize(
        ("points", "reason", "code"),
        [
            (0, "why", "adjustment.zero"),
            (6, "why", "adjustment.outside"),
            (-6, "why", "adjustment.outside"),
            (3, " ", "reason.missing"),
        ],
    )
    def test_a_figure_outside_the_discretion_or_without_reason_is_refused(
        self, desk: Desk, points: int, reason: str, code: str
    ) -> None:
        person = somebody(desk)
        assert codes(desk.months.adjust(person.id, NOVEMBER, points, reason)) == [code]
        assert the_sheet(desk).adjustment == 0

    def test_a_manager_gets_none(self, desk: Desk) -> None:
        manager = somebody(desk, role=Role.MANAGER)
        assert codes(desk.months.adjust(manager.id, NOVEMBER, 1, "why")) == ["person.role-not-appraised"]

    def test_nobody_gets_none(self, desk: Desk) -> None:
        assert codes(desk.months.adjust("nobody", NOVEMBER, 1, "why")) == ["employee.unknown"]

    def test_a_month_before_the_first_rulebook_takes_none(self, desk: Desk) -> None:
        person = somebody(desk)
        assert codes(desk.months.adjust(person.id, Month(2024, 12), 1, "why")) == ["rulebook.none"]

    def test_an_adjustment_can_be_withdrawn(self, desk: Desk) -> None:
        person = somebody(desk)
        first = given(desk, person, 3)
        assert desk.months.withdraw_adjustment(person.id, NOVEMBER, "a mistake", seen=first.id) == []
        assert the_sheet(desk).final == 80

    def test_there_must_be_one_to_withdraw(self, desk: Desk) -> None:
        person = somebody(desk)
        assert codes(desk.months.withdraw_adjustment(person.id, NOVEMBER, "why", seen="")) == ["adjustment.none"]


class TestStriking:
    @pytest.fixture
    def escalated(self, desk: Desk) -> str:
        person = somebody(desk)
        for day in (2, 3):
            logged(desk, person, "MOD-01", date(2026, 11, day))
        assert the_sheet(desk).final == 40
        return person.id

    def test_a_struck_line_no_longer_counts_but_stays_readable(self, desk: Desk, escalated: str) -> None:
        assert desk.months.strike(escalated, NOVEMBER, "SER-05", "both on one day") == []
        sheet = the_sheet(desk)
        (line, strike) = sheet.struck[0]
        assert (sheet.final, line.code, strike.reason) == (60, "SER-05", "both on one day")

    def test_a_struck_line_can_be_put_back(self, desk: Desk, escalated: str) -> None:
        desk.months.strike(escalated, NOVEMBER, "SER-05", "both on one day")
        assert desk.months.unstrike(escalated, NOVEMBER, "SER-05", "no, two days") == []
        assert the_sheet(desk).final == 40

    def test_it_cannot_be_struck_twice(self, desk: Desk, escalated: str) -> None:
        desk.months.strike(escalated, NOVEMBER, "SER-05", "why")
        assert codes(desk.months.strike(escalated, NOVEMBER, "SER-05", "why")) == ["strike.already"]

    def test_it_needs_a_reason(self, desk: Desk, escalated: str) -> None:
        assert codes(desk.months.strike(escalated, NOVEMBER, "SER-05", "")) == ["reason.missing"]
        assert the_sheet(desk).final == 40

    def test_only_an_automatic_line_can_be_struck(self, desk: Desk, escalated: str) -> None:
        logged_line = the_sheet(desk).lines[0].key
        assert codes(desk.months.strike(escalated, NOVEMBER, logged_line, "why")) == ["strike.no-line"]

    def test_only_a_struck_line_can_be_put_back(self, desk: Desk, escalated: str) -> None:
        assert codes(desk.months.unstrike(escalated, NOVEMBER, "SER-05", "why")) == ["strike.no-line"]

    def test_nothing_is_struck_before_the_first_rulebook(self, desk: Desk, escalated: str) -> None:
        assert "rulebook.none" in codes(desk.months.strike(escalated, Month(2024, 12), "SER-05", "why"))


class TestClosing:
    def test_a_closed_month_is_shown_from_its_snapshot(self, desk: Desk) -> None:
        person = somebody(desk)
        logged(desk, person, "MIN-01", date(2026, 10, 5))
        before = the_result(desk, OCTOBER).result
        assert isinstance(desk.months.close(OCTOBER), Closing)
        view = the_result(desk, OCTOBER)
        assert view.result == before
        assert view.closing is not None
        assert (view.closing.by, list(view.drift)) == ("sun", [])

    def test_a_closed_month_takes_nothing_more(self, desk: Desk) -> None:
        person = somebody(desk)
        entry = logged(desk, person, "MIN-01", date(2026, 10, 5))
        desk.months.close(OCTOBER)
        assert codes(desk.months.adjust(person.id, OCTOBER, 1, "why")) == ["month.closed"]
        assert codes(desk.months.strike(person.id, OCTOBER, "BON-05", "why")) == ["month.closed"]
        assert codes(desk.incidents.void(entry.id, entry.rev, "why")) == ["month.closed"]

    def test_it_cannot_be_closed_twice(self, desk: Desk) -> None:
        desk.months.close(OCTOBER)
        assert codes(desk.months.close(OCTOBER)) == ["month.already-closed"]

    def test_a_month_that_is_not_over_stays_open(self, desk: Desk) -> None:
        assert codes(desk.months.close(NOVEMBER)) == ["month.not-over"]
        assert not desk.months.is_closed(NOVEMBER)

    def test_a_month_can_be_closed_on_its_last_day(self, desk: Desk) -> None:
        with again(desk, now=datetime(2026, 11, 30, 18, 0, tzinfo=CHINA)) as later:
            assert isinstance(later.months.close(NOVEMBER), Closing)

    def test_a_month_before_the_first_rulebook_cannot_be_closed(self, desk: Desk) -> None:
        assert codes(desk.months.close(Month(2024, 12))) == ["rulebook.none"]

    def test_a_later_change_of_the_facts_shows_as_drift(self, desk: Desk) -> None:
        person = somebody(desk)
        desk.months.close(OCTOBER)
        # Only another tool could write into a closed month; the desk refuses.
        with closing(open_store(desk.path)) as tool:
            tool.facts.add_adjustment(Adjustment("x", person.id, OCTOBER, 5, "quietly"), AN_ACT)
        assert {difference.what for difference in desk.months.drift(OCTOBER)} >= {"final"}

    def test_somebody_who_was_not_there_is_not_in_the_snapshot(self, desk: Desk) -> None:
        person = somebody(desk, hired=date(2026, 11, 2))
        desk.months.close(OCTOBER)
        problem = desk.months.running(person.id, OCTOBER)
        assert isinstance(problem, Problem)
        assert problem.code == "person.not-employed"

    def test_somebody_whose_facts_were_changed_after_the_closing_is_not_in_the_snapshot_either(
        self, desk: Desk
    ) -> None:
        person = somebody(desk, hired=date(2026, 11, 2))
        desk.months.close(OCTOBER)
        # Only another tool could hire somebody into a closed month; the desk refuses.
        with closing(open_store(desk.path)) as tool:
            tool.people.update(person._replace(hired=date(2026, 9, 1)), "", AN_ACT)
        with again(desk) as later:
            problem = later.months.running(person.id, OCTOBER)
        assert isinstance(problem, Problem)
        assert problem.code == "person.not-in-closing"

    def test_each_closed_month_keeps_its_own_result(self, desk: Desk) -> None:
        person = somebody(desk)
        logged(desk, person, "MIN-05", date(2026, 9, 9))
        for month in (OCTOBER, OCTOBER.previous):
            assert isinstance(desk.months.close(month), Closing)
        finals = [the_sheet(desk, month=month).final for month in (OCTOBER, OCTOBER.previous, OCTOBER)]
        assert finals == [80, 75, 80]

    def test_the_running_score_of_a_closed_month_is_the_kept_one(self, desk: Desk) -> None:
        person = somebody(desk)
        desk.months.close(OCTOBER)
        running = desk.months.running(person.id, OCTOBER)
        assert isinstance(running, Sheet)
        assert (running.rank, running.of) == (1, 1)


def test_an_effective_complaint_takes_the_bonus_of_the_month(desk: Desk) -> None:
    person = somebody(desk)
    somebody(desk, "0102", "王𬭎")
    with closing(open_store(desk.path)) as register:
        register.facts.add_complaint(ComplaintRecord(date(2026, 11, 3), person.id, effective=True), AN_ACT)
    assert (the_sheet(desk).final, the_sheet(desk, "0102").final) == (80, 85)


def test_the_complaint_register_can_count_as_in_use_from_another_month(desk: Desk) -> None:
    somebody(desk)
    desk.settings.move_complaints_from(OCTOBER)
    assert the_sheet(desk).final == 85
    assert the_sheet(desk, month=Month(2026, 9)).final == 80
    desk.settings.move_complaints_from(None)
    assert the_sheet(desk).final == 80


def test_pay_is_exact(desk: Desk) -> None:
    somebody(desk)
    assert the_sheet(desk).pay_effect == Decimal(0)
