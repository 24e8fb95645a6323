"""What holds for every month, whatever happened in it."""

import datetime
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.appraisal import (
    Adjustment,
    Best,
    Complaint,
    MonthFacts,
    MonthResult,
    Sheet,
    SkillTest,
    Source,
    Strike,
    Workload,
)
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft, Incident, Judged, judge
from csdesk.core.reckoning import appraise, appraise_person, last_and_low, last_and_low_among, last_of
from csdesk.core.rulebook import Rule, Rulebook, Severity
from csdesk.core.snapshot import differences, dump, load
from tests.builders import (
    MONTH,
    a_complaint,
    a_day,
    a_rulebook,
    a_strike,
    a_test,
    a_version,
    a_workload,
    an_adjustment,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)

T = TypeVar("T")
Row = TypeVar("Row", Incident, SkillTest, Workload, Complaint, Adjustment, Strike)

# Two versions, so that a month has entries of either.
BOOKS = the_rulebooks(a_rulebook(), a_version(a_day(16), points={"MIN-01": -4, "BON-03": 6, "MOD-07": -12}))
LOGGABLE = [rule for rule in a_rulebook().rules if rule.automatic is None]
OFFENCES = [rule for rule in LOGGABLE if rule.severity.is_offence]
AUTOMATIC_KEYS = [
    "SER-05",
    "BON-01",
    "BON-05",
    *(f"{code}:test-{n}" for code in ("MOD-07", "BON-02") for n in range(3)),
]

days = st.integers(1, 31).map(a_day)
times = st.none() | st.times(max_value=datetime.time(23, 59)).map(lambda time: time.replace(second=0, microsecond=0))


@st.composite
def entries_of(draw: st.DrawFn, employee: Employee, rules: Sequence[Rule] = LOGGABLE) -> Incident:
    rule = draw(st.sampled_from(rules))
    points = draw(st.integers(rule.lowest, rule.highest)) if rule.is_range else None
    return an_incident(rule.code, employee=employee, day=draw(days), time=draw(times), points=points,
                       count=draw(st.sampled_from((1, 1, 1, 2, 5))))  # fmt: skip


@st.composite
def months(draw: st.DrawFn) -> MonthFacts:
    """Draw a month of a small team with some of everything."""
    team = [
        an_employee(f"{place:04d}", hired=draw(st.dates(a_day(1).replace(year=2024), a_day(31))),
                    role=draw(st.sampled_from((Role.AGENT, Role.AGENT, Role.TEAM_LEAD, Role.SUPERVISOR))))
        for place in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    incidents = [one for person in team for one in draw(st.lists(entries_of(person), max_size=7))]
    tests = [
        a_test(draw(st.sampled_from((0, 59, 60, 80, 100))), employee=person, id=f"test-{n}", day=draw(days))
        for person in team
        for n in range(draw(st.integers(0, 2)))
    ]
    workloads = [
        a_workload(draw(st.sampled_from((300, 480))), draw(st.sampled_from((90, 98))), employee=person)
        for person in team
        if draw(st.booleans())
    ]
    complaints = [
        a_complaint(draw(st.sampled_from((True, False, None))), employee=person)
        for person in team
        if draw(st.booleans())
    ]
    adjustments = [
        an_adjustment(draw(st.sampled_from((-5, -1, 2, 5))), employee=person) for person in team if draw(st.booleans())
    ]
    strikes = [
        a_strike(key, employee=person)
        for person in team
        for key in draw(st.lists(st.sampled_from(AUTOMATIC_KEYS), max_size=2, unique=True))
    ]
    return the_facts(*incidents, employees=team, tests=tests, workloads=workloads, complaints=complaints,
                     adjustments=adjustments, strikes=strikes,
                     complaints_from=draw(st.sampled_from((None, MONTH.previous, MONTH, MONTH.next))))  # fmt: skip


def result_of(facts: MonthFacts) -> MonthResult:
    return appraise(facts, BOOKS)


def sheet_of(facts: MonthFacts, employee: Employee) -> Sheet:
    return appraise_person(employee, facts, BOOKS, Best.among(facts.workloads))


def own_of(rows: Sequence[Row], sheet: Sheet) -> list[Row]:
    return [row for row in rows if row.employee_id == sheet.employee.id]


@given(months(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_never_matters(facts: MonthFacts, chance: random.Random) -> None:
    def shuffled(rows: Sequence[T]) -> list[T]:
        return chance.sample(list(rows), len(rows))

    other = MonthFacts(
        facts.month,
        shuffled(facts.employees),
        shuffled(facts.incidents),
        shuffled(facts.tests),
        shuffled(facts.workloads),
        shuffled(facts.complaints),
        shuffled(facts.adjustments),
        shuffled(facts.strikes),
        facts.complaints_from,
    )
    assert result_of(other) == result_of(facts)


@given(months())
def test_the_raw_score_is_the_base_and_all_lines(facts: MonthFacts) -> None:
    for sheet in result_of(facts).sheets:
        assert sheet.raw == sheet.base + sum(line.points for line in sheet.lines)
        assert sheet.raw == sheet.base + sheet.bonuses - sheet.offences + sheet.automatic + sheet.adjustment
        automatic = [line for line in sheet.lines if line.source is Source.AUTOMATIC]
        assert sheet.automatic == sum(line.points for line in automatic)


@given(months())
def test_the_final_score_stays_within_floor_and_cap(facts: MonthFacts) -> None:
    for sheet in result_of(facts).sheets:
        assert 0 <= sheet.final <= 110
        assert sheet.final == sheet.raw or sheet.final in {0, 110}


@given(months(), st.data())
def test_an_offence_more_never_raises_a_score_nor_lowers_anybody_elses(facts: MonthFacts, data: st.DataObject) -> None:
    person = data.draw(st.sampled_from(facts.employees))
    offence = data.draw(entries_of(person, OFFENCES))
    before = {sheet.employee.id: sheet for sheet in result_of(facts).sheets}
    after = result_of(replace(facts, incidents=[*facts.incidents, offence]))
    for sheet in after.sheets:
        was = before[sheet.employee.id]
        if sheet.employee == person:
            assert sheet.raw <= was.raw
            assert sheet.final <= was.final
        else:
            assert (sheet.raw, sheet.lines) == (was.raw, was.lines)


@given(months())
def test_a_rank_is_one_more_than_how_many_are_better(facts: MonthFacts) -> None:
    result = result_of(facts)
    for sheet in result.sheets:
        assert sheet.rank == 1 + sum(other.final > sheet.final for other in result.sheets)
        assert sheet.of == len(result.sheets)
    assert [sheet.rank for sheet in result.sheets] == sorted(sheet.rank for sheet in result.sheets)
    assert all(sheet.rank > 1 for sheet in result.sheets if sheet.employee.id in last_of(result))


@given(months())
def test_only_those_appraised_by_points_have_a_sheet(facts: MonthFacts) -> None:
    appraised = {person.id for person in facts.employees if person.role is not Role.SUPERVISOR}
    assert {sheet.employee.id for sheet in result_of(facts).sheets} == appraised


@given(months())
def test_one_persons_sheet_is_that_of_the_month_without_rank(facts: MonthFacts) -> None:
    for sheet in result_of(facts).sheets:
        own = MonthFacts(
            facts.month,
            [sheet.employee],
            own_of(facts.incidents, sheet),
            own_of(facts.tests, sheet),
            own_of(facts.workloads, sheet),
            own_of(facts.complaints, sheet),
            own_of(facts.adjustments, sheet),
            own_of(facts.strikes, sheet),
            facts.complaints_from,
        )
        best = Best.among(facts.workloads)
        assert appraise_person(sheet.employee, own, BOOKS, best) == replace(sheet, rank=0, of=0)


@given(months(), st.data())
def test_who_is_last_and_low_can_be_told_without_the_whole_appraisal(facts: MonthFacts, data: st.DataObject) -> None:
    candidates = data.draw(st.sets(st.sampled_from([person.id for person in facts.employees] or ["nobody"])))
    whole = last_and_low(appraise(facts, BOOKS))
    assert last_and_low_among(candidates, facts, BOOKS) == whole & candidates


@given(months(), st.data())
def test_a_struck_line_is_out_of_the_score_and_lifting_gives_the_original(
    facts: MonthFacts, data: st.DataObject
) -> None:
    facts = replace(facts, strikes=())
    person = data.draw(st.sampled_from(facts.employees))
    original = sheet_of(facts, person)
    automatic = [line for line in original.lines if line.source is Source.AUTOMATIC]
    if not automatic:
        return
    line = data.draw(st.sampled_from(automatic))
    strike = a_strike(line.key, employee=person)
    struck = sheet_of(replace(facts, strikes=[strike]), person)
    assert (line, strike) in struck.struck
    assert line not in struck.lines
    if line.kind == Severity.BONUS:
        assert struck.raw == original.raw - line.points
    assert sheet_of(replace(facts, strikes=()), person) == original


@given(months())
def test_the_escalation_comes_once_and_only_with_two_moderate_or_four_minor_offences(facts: MonthFacts) -> None:
    for sheet in result_of(replace(facts, strikes=())).sheets:
        due = sheet.offence_counts[Severity.MODERATE] >= 2 or sheet.offence_counts[Severity.MINOR] >= 4
        assert sum(line.code == "SER-05" for line in sheet.lines) == due


@given(months())
def test_a_result_comes_back_from_its_text_as_it_was(facts: MonthFacts) -> None:
    result = result_of(facts)
    assert load(dump(result), BOOKS) == result
    assert dump(load(dump(result), BOOKS)) == dump(result)
    assert differences(result, load(dump(result), BOOKS)) == ()


# The check of an entry ------------------------------------------------------------------------------------------------

small = st.none() | st.integers(-12, 12)
drafts = st.builds(
    Draft,
    employee_id=st.just(an_employee().id),
    day=days,
    code=st.sampled_from(["OVERRUN", "", "NO-01", *(rule.code for rule in a_rulebook().rules)]),
    time=times,
    points=small | st.integers(-25, 25),
    minutes=st.none() | st.integers(-1, 40) | st.just(1441),
    count=st.none() | st.integers(-1, 5) | st.just(100),
)


def allowed(draft: Draft, book: Rulebook) -> bool:
    """Say by the handbook's words whether an entry may be logged; deliberately not by the program's."""
    minutes, code = draft.minutes, draft.code
    if minutes is not None and not 1 <= minutes <= 1440:
        return False
    tier = None if minutes is None else "MIN-13" if minutes <= 10 else "MOD-08" if minutes <= 30 else "SER-06"
    if code == "OVERRUN":
        code = tier or ""
    if code in {"MIN-13", "MOD-08", "SER-06"} and tier not in {None, code}:
        return False
    rule = book.rule(code)
    if rule is None or code in {"MOD-07", "SER-05", "BON-01", "BON-02", "BON-05"}:
        return False
    if draft.count is None and code == "MIN-14":
        return False
    if draft.count is not None and not 1 <= draft.count <= 99:
        return False
    return points_allowed(draft.points, rule)


def points_allowed(points: int | None, rule: Rule) -> bool:
    if points is None:
        return not rule.is_range
    sizes = range(min(abs(rule.mildest), abs(rule.hardest)), max(abs(rule.mildest), abs(rule.hardest)) + 1)
    return abs(points) in sizes and not (rule.severity is Severity.BONUS and points < 0)


@given(drafts)
def test_an_entry_is_accepted_exactly_where_the_handbook_allows_it(draft: Draft) -> None:
    book = BOOKS.on(draft.day)
    assert book is not None
    judged = judge(draft, an_employee(), BOOKS, today=a_day(31))
    assert isinstance(judged, Judged) == allowed(draft, book), judged
    if isinstance(judged, Judged):
        each = judged.total / judged.count
        assert judged.rule.lowest <= each <= judged.rule.highest
    else:
        assert judged, "refused without saying why"


@given(drafts)
def test_what_was_accepted_counts_in_the_month_as_it_was_judged(draft: Draft) -> None:
    judged = judge(draft, an_employee(), BOOKS, today=a_day(31))
    if isinstance(judged, list):
        return
    entry = an_incident(judged.rule.code, day=draft.day, time=draft.time, points=judged.points, count=judged.count)
    (line, *_) = sheet_of(the_facts(entry), an_employee()).lines
    assert (line.points, line.rulebook) == (judged.total, judged.rulebook.id)
