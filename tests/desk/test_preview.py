"""What an entry would do before it is saved, and what brings the escalation about."""

from datetime import date

from csdesk.core.employee import Role
from csdesk.core.incidents import Draft
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebooks, Severity
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.desk.preview import Preview, escalation_bound, escalation_rule
from tests.builders import a_version
from tests.desks import faults_of, logged, somebody

NOVEMBER = Month(2026, 11)
TODAY = date(2026, 11, 21)
YESTERDAY = date(2026, 11, 20)


def previewed(desk: Desk, draft: Draft, *, instead_of: str | None = None) -> Preview:
    preview = desk.incidents.preview(draft, instead_of=instead_of)
    assert isinstance(preview, Preview), preview
    return preview


def test_a_preview_says_the_score_without_and_with_the_entry(desk: Desk) -> None:
    li = somebody(desk)
    preview = previewed(desk, Draft(li.id, TODAY, "MIN-04", points=3))
    assert (preview.before.final, preview.after.final, preview.points, preview.rule.code) == (80, 77, -3, "MIN-04")
    assert (preview.nth, preview.bound, preview.escalates, preview.escalation_points) == (1, 4, False, 0)
    assert preview.stake == -20


def test_the_fourth_minor_offence_is_said_to_escalate(desk: Desk) -> None:
    li = somebody(desk)
    for day in (2, 3, 4):
        logged(desk, li, "MIN-01", date(2026, 11, day))
    preview = previewed(desk, Draft(li.id, TODAY, "MIN-01"))
    assert (preview.before.final, preview.after.final) == (74, 52)
    assert (preview.nth, preview.escalates, preview.escalation_points, preview.stake) == (4, True, -20, 0)


def test_a_count_may_bring_the_escalation_about_at_once(desk: Desk) -> None:
    li = somebody(desk)
    preview = previewed(desk, Draft(li.id, TODAY, "MIN-14", points=2, count=4))
    assert (preview.nth, preview.points, preview.escalates) == (4, -8, True)


def test_an_escalation_comes_once(desk: Desk) -> None:
    li = somebody(desk)
    for code in ("MOD-01", "MOD-06"):
        logged(desk, li, code)
    preview = previewed(desk, Draft(li.id, TODAY, "MOD-01"))
    assert (preview.nth, preview.escalates, preview.stake) == (3, False, 0)


def test_a_struck_escalation_does_not_come_again(desk: Desk) -> None:
    li = somebody(desk)
    for code in ("MOD-01", "MOD-06"):
        logged(desk, li, code)
    assert desk.months.strike(li.id, NOVEMBER, "SER-05", "one event") == []
    assert not previewed(desk, Draft(li.id, TODAY, "MOD-01")).escalates


def test_a_bonus_is_no_offence(desk: Desk) -> None:
    li = somebody(desk)
    preview = previewed(desk, Draft(li.id, TODAY, "BON-03"))
    assert (preview.nth, preview.bound, preview.after.final) == (0, None, 85)


def test_a_serious_offence_has_no_bound(desk: Desk) -> None:
    assert previewed(desk, Draft(somebody(desk).id, TODAY, "SER-01")).bound is None


def test_an_entry_of_somebody_who_is_not_appraised_is_said_to_count_for_nothing(desk: Desk) -> None:
    manager, li = somebody(desk, "0300", "林岚", role=Role.MANAGER), somebody(desk)
    why = Problem.at("", "person.role-not-appraised", name="林岚", month=NOVEMBER)
    assert previewed(desk, Draft(manager.id, TODAY, "MIN-01")).not_appraised == why
    assert previewed(desk, Draft(li.id, TODAY, "MIN-01")).not_appraised is None


def test_a_preview_of_a_correction_leaves_the_old_entry_out(desk: Desk) -> None:
    li = somebody(desk)
    old = logged(desk, li, "MIN-04", points=5)
    preview = previewed(desk, Draft(li.id, YESTERDAY, "MIN-04", points=2), instead_of=old.id)
    assert (preview.before.final, preview.after.final, preview.nth) == (75, 78, 1)


def test_a_draft_with_faults_has_no_preview(desk: Desk) -> None:
    li = somebody(desk)
    assert faults_of(desk.incidents.preview(Draft(li.id, TODAY, "MIN-04", points=9))) == [("points", "points.outside")]
    assert faults_of(desk.incidents.preview(Draft("", TODAY, "MIN-01"))) == [("employee", "employee.unknown")]
    assert faults_of(desk.incidents.preview(Draft(li.id, date(1999, 1, 1), "MIN-01")))[0] == ("day", "day.before-hire")


def test_a_preview_writes_nothing(desk: Desk) -> None:
    li = somebody(desk)
    lines = len(desk.journal())
    previewed(desk, Draft(li.id, TODAY, "MIN-01"))
    assert desk.incidents.page(Query()).total == 0
    assert len(desk.journal()) == lines


def test_the_rulebook_says_what_escalates_and_from_where() -> None:
    books = Rulebooks((a_version(date(2026, 1, 1)),))
    assert escalation_bound(books, NOVEMBER, Severity.MINOR) == 4
    assert escalation_bound(books, NOVEMBER, Severity.MODERATE) == 2
    assert escalation_bound(books, NOVEMBER, Severity.SERIOUS) is None
    rule = escalation_rule(books, NOVEMBER)
    assert rule is not None
    assert rule.code == "SER-05"


def test_nothing_escalates_where_no_rulebook_is_in_force() -> None:
    books = Rulebooks((a_version(date(2026, 1, 1)),))
    assert escalation_rule(books, Month(2025, 12)) is None
    assert escalation_bound(books, Month(2025, 12), Severity.MINOR) is None
