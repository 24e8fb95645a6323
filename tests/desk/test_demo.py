from collections import Counter
from collections.abc import Callable
from datetime import date, time
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.core.appraisal import FlagCode, MonthFacts, MonthResult, PayReason
from csdesk.core.employee import Role
from csdesk.core.incidents import Incident, Judged, judge
from csdesk.core.month import Month
from csdesk.core.reckoning import appraise
from csdesk.core.rulebook import Rulebooks
from csdesk.core.words import Language
from csdesk.desk.demo import MONTHS, DemoTeam, demonstration
from csdesk.desk.names import match, search_keys
from tests.builders import a_rulebook

TODAY = date(2026, 11, 21)
RULEBOOKS = Rulebooks((a_rulebook(),))

days = st.dates(date(2025, 7, 1), date(2030, 12, 31))
some_days = settings(max_examples=25)


def counted() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers):05d}"


def the_team(today: date = TODAY, language: Language = "en") -> DemoTeam:
    return demonstration(today, a_rulebook(), counted(), language)


def recorded(team: DemoTeam, today: date) -> list[Incident]:
    people = {person.id: person for person in team.employees}
    incidents = []
    for place, draft in enumerate(team.drafts):
        judged = judge(draft, people[draft.employee_id], RULEBOOKS, today=today)
        assert isinstance(judged, Judged), (draft, judged)
        incidents.append(Incident(f"entry-{place:04d}", draft.employee_id, draft.day, draft.time, judged.rule.code,
                                  judged.points, judged.minutes, judged.count, draft.note, "zhao", ""))  # fmt: skip
    return incidents


def results(team: DemoTeam, today: date) -> list[MonthResult]:
    """Return the appraisals of the six months, the current one last."""
    incidents = recorded(team, today)
    months = [Month.of(today).plus(-ago) for ago in reversed(range(MONTHS))]
    return [
        appraise(
            MonthFacts(
                month=month,
                employees=[person for person in team.employees if person.employed_in(month)],
                incidents=[incident for incident in incidents if incident.day in month],
                tests=[test for test in team.tests if test.day in month],
                workloads=[figures for figures in team.workloads if figures.month == month],
                complaints=[complaint for complaint in team.complaints if complaint.received in month],
                adjustments=[adjustment for adjustment in team.adjustments if adjustment.month == month],
                complaints_from=Month.of(min(complaint.received for complaint in team.complaints)),
            ),
            RULEBOOKS,
        )
        for month in months
    ]


def test_there_are_twelve_people_most_of_them_appraised_by_points() -> None:
    team = the_team()
    assert len({person.number for person in team.employees}) == len({person.id for person in team.employees}) == 12
    assert Counter(person.role for person in team.employees) == {
        Role.MANAGER: 1, Role.SUPERVISOR: 1, Role.TRAINING_SPECIALIST: 1, Role.TEAM_LEAD: 1, Role.AGENT: 8,
    }  # fmt: skip
    assert team.manager in {person.name for person in team.employees if person.role is Role.MANAGER}


def test_the_names_are_those_that_programs_get_wrong() -> None:
    names = " ".join(person.name for person in the_team().employees)
    assert all(surname in names for surname in "曾翟单区尉")
    assert any(person.name.isascii() for person in the_team().employees)
    assert any(ord(letter) > 0xFFFF for letter in names)


def test_everybody_is_found_by_initials_of_the_surname() -> None:
    found = {p.name for p in the_team().employees if match("zyt", search_keys(p.name, p.number)) is not None}
    assert found == {"曾雅婷"}


def test_the_same_day_gives_the_same_team() -> None:
    assert the_team() == the_team()


def test_only_the_words_depend_on_the_language() -> None:
    english, chinese = the_team(language="en"), the_team(language="zh")
    assert english.name.isascii()
    assert not chinese.name.isascii()
    assert {draft.note for draft in english.drafts}.isdisjoint({draft.note for draft in chinese.drafts})
    assert [draft._replace(note="") for draft in english.drafts] == [
        draft._replace(note="") for draft in chinese.drafts
    ]
    assert english.tests == chinese.tests


@given(days)
@some_days
def test_every_entry_holds_before_the_rulebook(today: date) -> None:
    assert recorded(the_team(today), today)


@given(days)
@some_days
def test_nothing_lies_ahead(today: date) -> None:
    team = the_team(today)
    assert max(draft.day for draft in team.drafts) <= today
    assert all(draft.time is None for draft in team.drafts if draft.day == today)
    assert max(test.day for test in team.tests) <= today
    assert max(complaint.received for complaint in team.complaints) <= today
    assert max(person.hired for person in team.employees) <= today
    assert max(figures.month for figures in team.workloads) < Month.of(today)
    assert max(adjustment.month for adjustment in team.adjustments) < Month.of(today)


@given(days)
@some_days
def test_nothing_happens_to_who_is_not_employed(today: date) -> None:
    team = the_team(today)
    people = {person.id: person for person in team.employees}
    assert all(people[draft.employee_id].employed_on(draft.day) for draft in team.drafts)
    assert all(people[test.employee_id].employed_on(test.day) for test in team.tests)
    assert all(people[c.employee_id].employed_on(c.received) for c in team.complaints if c.employee_id)
    assert all(people[figures.employee_id].employed_in(figures.month) for figures in team.workloads)
    assert all(people[adjustment.employee_id].employed_in(adjustment.month) for adjustment in team.adjustments)


@given(days)
@some_days
def test_nothing_stands_there_twice_and_every_id_is_its_own(today: date) -> None:
    team = the_team(today)
    assert len({(draft.employee_id, draft.day) for draft in team.drafts}) == len(team.drafts)
    assert len({(test.employee_id, test.day) for test in team.tests}) == len(team.tests)
    assert len({(a.employee_id, a.month) for a in team.adjustments}) == len(team.adjustments)
    ids = [p.id for p in team.employees] + [t.id for t in team.tests] + [w.id for w in team.workloads]
    ids += [c.id for c in team.complaints] + [a.id for a in team.adjustments]
    assert len(set(ids)) == len(ids)


@given(days)
@some_days
def test_entries_lie_in_working_hours_and_in_order(today: date) -> None:
    team = the_team(today)
    times = [draft.time for draft in team.drafts if draft.time]
    assert time(8, 30) <= min(times)
    assert max(times) <= time(17, 30)
    assert [draft.day for draft in team.drafts] == sorted(draft.day for draft in team.drafts)


@given(days)
@some_days
def test_every_full_month_has_entries_tests_figures_and_complaints(today: date) -> None:
    team = the_team(today)
    for ago in range(1, MONTHS):
        month = Month.of(today).plus(-ago)
        assert sum(draft.day in month for draft in team.drafts) >= 10
        assert sum(test.day in month for test in team.tests) >= 7
        assert sum(figures.month == month for figures in team.workloads) >= 7
        assert any(complaint.received in month for complaint in team.complaints)
        assert all(c.effective is not None for c in team.complaints if c.received in month)
    assert Month.of(team.drafts[0].day) == Month.of(today).plus(1 - MONTHS)


@given(days)
@some_days
def test_the_last_full_month_shows_one_of_everything(today: date) -> None:
    team = the_team(today)
    month = results(team, today)[-2]
    codes = Counter(line.code for sheet in month.sheets for line in sheet.lines)
    assert codes["SER-05"] == codes["DIS-01"] == codes["BON-01"] == codes["BON-02"] == 1
    assert codes["ADJ"] == 2
    newcomers = [sheet.employee.name for sheet in month.sheets if sheet.pay_reason is PayReason.EXEMPT]
    leavers = [sheet.employee.name for sheet in month.sheets if sheet.employee.left]
    assert (newcomers, leavers) == (["尉迟燚"], ["赵喆"])
    flags = Counter(flag.code for sheet in month.sheets for flag in sheet.flags)
    assert flags == {FlagCode.DISMISSAL: 1, FlagCode.BELOW_60: 1}


@given(days)
@some_days
def test_six_months_hold_one_escalation_and_one_dismissal_flag(today: date) -> None:
    sheets = [sheet for month in results(the_team(today), today) for sheet in month.sheets]
    assert sum(line.code == "SER-05" for sheet in sheets for line in sheet.lines) == 1
    assert sum(flag.code is FlagCode.DISMISSAL for sheet in sheets for flag in sheet.flags) == 1


@given(days)
@some_days
def test_most_scores_lie_between_70_and_95(today: date) -> None:
    finals = [sheet.final for month in results(the_team(today), today) for sheet in month.sheets]
    assert sum(70 <= final <= 95 for final in finals) > 0.8 * len(finals)
    assert len(set(finals)) > 10
    assert len({sheet.grade for month in results(the_team(today), today) for sheet in month.sheets}) >= 4


def test_most_of_what_is_logged_is_small() -> None:
    team = the_team()
    kinds = Counter(draft.code.split("-")[0] for draft in team.drafts)
    assert kinds["MIN"] > kinds["BON"] > 10
    assert kinds["MOD"] + kinds["SER"] + kinds["DIS"] < 6


@pytest.mark.parametrize("today", [date(2026, 11, 1), date(2028, 2, 29), date(2026, 12, 31)])
def test_the_first_and_the_last_day_of_a_month_give_a_team_too(today: date) -> None:
    assert len(results(the_team(today), today)) == MONTHS


def test_nothing_happens_before_the_rulebook_begins() -> None:
    late = a_rulebook()._replace(in_force_from=date(2026, 10, 10))
    team = demonstration(TODAY, late, counted())
    assert min(draft.day for draft in team.drafts) >= date(2026, 10, 10)
    assert min(test.day for test in team.tests) >= date(2026, 10, 10)
    assert min(complaint.received for complaint in team.complaints) >= date(2026, 10, 10)
    assert min(figures.month for figures in team.workloads) == Month(2026, 10)
    assert min(adjustment.month for adjustment in team.adjustments) == Month(2026, 10)
