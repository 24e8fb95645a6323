"""The rulebook by example: tables of facts and results that a supervisor can read and extend.

They stand in tests/core/examples/*.toml; the first lines of scores.toml say how they are written. Every entry goes
the whole way: it is typed, judged by the rulebook of its day, kept, and appraised with its month.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.core.appraisal import Adjustment, Complaint, MonthFacts, MonthResult, Sheet, SkillTest, Source, Workload
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft, Incident, Judged, judge
from csdesk.core.month import Month
from csdesk.core.reckoning import appraise, last_and_low, pay_effect
from csdesk.core.rulebook import Rulebooks
from tests.builders import (
    a_complaint,
    a_day,
    a_rulebook,
    a_strike,
    a_test,
    a_version,
    a_workload,
    an_adjustment,
    an_employee,
    the_facts,
)

Table = Mapping[str, Any]  # what tomllib gives: keys of a hand-written table, each with its own kind of value

FILES: Mapping[str, Table] = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "examples").glob("*.toml"))
}
ENTRY = re.compile(
    r"(?P<code>\S+)(?: (?P<points>[+-]?\d+))?(?: (?P<minutes>-?\d+) min)?"
    r"(?: count (?P<count>\d+))?(?: on (?P<day>\S+))?(?: x(?P<times>\d+))?"
)
PERSON = {"entries", "tests", "workload", "complaints", "adjustment", "strike", "hired", "left", "role", "number"}
CASE = {"title", "month", "register", "people", "before", "expect", "refused"} | PERSON
ALONE = "she"


@dataclass(frozen=True, slots=True)
class Example:
    """One case with the rulebooks of its file."""

    file: str
    case: Table
    rulebooks: Rulebooks

    def __str__(self) -> str:
        return f"{self.file}: {self.case['title']}"

    @property
    def month(self) -> Month:
        return Month.parse(self.case.get("month", "2026-10"))

    @property
    def people(self) -> Mapping[str, Table]:
        """The people of the case by name; one person where it names none."""
        people: Mapping[str, Table] = self.case.get("people", {ALONE: the_person(self.case)})
        return people

    @property
    def expected(self) -> Mapping[str, Table]:
        """What is expected by name."""
        expect: Mapping[str, Table] = self.case["expect"]
        return expect if "people" in self.case else {ALONE: expect}


def the_person(case: Table) -> Table:
    """Return what a case about one person says of that person."""
    return {key: case[key] for key in PERSON & case.keys()}


def rulebooks_of(file: Table) -> Rulebooks:
    """Return the shipped rulebook and the later versions that the file of examples makes up."""
    versions = [a_rulebook()]
    for version in file.get("version", ()):
        month = a_rulebook().month._replace(**version.get("month", {}))
        versions.append(a_version(version["in_force_from"], month, version.get("points")))
    return Rulebooks(tuple(versions))


def examples(kind: str) -> list[Example]:
    """Return the cases with `expect`, or those with `refused`."""
    found = []
    for name, file in FILES.items():
        for case in file.get("case", ()):
            assert case.keys() <= CASE, f"{name}: {case['title']}: {case.keys() - CASE}"
            if kind in case:
                found.append(Example(name, case, rulebooks_of(file)))
    return found


# From what is written to facts ----------------------------------------------------------------------------------------


def the_day(written: str | None, month: Month) -> date:
    """Return a day written as 5 (of the month) or as 2026-09-30; the 12th where nothing is written."""
    if written is None:
        return a_day(12, month)
    return a_day(int(written), month) if written.isdigit() else date.fromisoformat(written)


def the_drafts(written: str, employee: Employee, month: Month) -> list[Draft]:
    """Return what somebody typed: ``MIN-04 -3 on 5``, ``OVERRUN 12 min``, ``MIN-14 -2 count 3``, ``MIN-01 x4``."""
    match = ENTRY.fullmatch(written)
    assert match is not None, f"not an entry: {written!r}"
    points, minutes, count = (None if match[key] is None else int(match[key]) for key in ("points", "minutes", "count"))
    draft = Draft(employee.id, the_day(match["day"], month), match["code"], None, points, minutes, count)
    return [draft] * int(match["times"] or 1)


def the_employee(name: str, place: int, person: Table) -> Employee:
    """Return the person; hired long ago and an agent where nothing else is written."""
    assert person.keys() <= PERSON, person.keys() - PERSON
    return an_employee(person.get("number", f"{place:04d}"), name, hired=person.get("hired", date(2020, 1, 1)),
                       left=person.get("left"), role=Role(person.get("role", "agent")))  # fmt: skip


def the_entries(person: Table, employee: Employee, month: Month, rulebooks: Rulebooks) -> list[Incident]:
    """Return the entries, numbered 1, 2, 3 in the order written, after the rulebook has accepted each."""
    drafts = [draft for written in person.get("entries", ()) for draft in the_drafts(written, employee, month)]
    entries = []
    for place, draft in enumerate(drafts, start=1):
        judged = judge(draft, employee, rulebooks, today=date(2099, 1, 1))
        assert isinstance(judged, Judged), judged
        entries.append(
            Incident(f"{employee.name} {place}", employee.id, draft.day, None, judged.rule.code, judged.points,
                     judged.minutes, judged.count, "", "zhao", "2026-10-12T08:30:00Z")
        )  # fmt: skip
    return entries


def the_tests(person: Table, employee: Employee, month: Month) -> list[SkillTest]:
    """Return the tests written as 85, 59.5 or 89/150, named test 1, test 2."""
    tests = []
    for place, written in enumerate(person.get("tests", ()), start=1):
        score, _, full = str(written).partition("/")
        tests.append(
            a_test(score, full or 100, employee=employee, id=f"{employee.name} test {place}", day=a_day(20, month))
        )
    return tests


def the_complaints(person: Table, employee: Employee, month: Month) -> list[Complaint]:
    """Return the complaints written as effective, not effective or undecided."""
    meaning = {"effective": True, "not effective": False, "undecided": None}
    return [
        a_complaint(meaning[written], employee=employee, received=a_day(12, month))
        for written in person.get("complaints", ())
    ]


def the_workloads(person: Table, employee: Employee, month: Month) -> list[Workload]:
    """Return the figures written as { workload = 400, quality = 98.5 }."""
    if "workload" not in person:
        return []
    written = person["workload"]
    return [a_workload(str(written["workload"]), str(written["quality"]), employee=employee, month=month)]


def the_adjustments(person: Table, employee: Employee, month: Month) -> list[Adjustment]:
    """Return the adjustment written as a number of points."""
    return [an_adjustment(person["adjustment"], employee=employee, month=month)] if "adjustment" in person else []


def facts_of(people: Mapping[str, Table], example: Example, month: Month) -> MonthFacts:
    """Return the month's facts about everybody who was employed in it."""
    everybody = {name: the_employee(name, place, person) for place, (name, person) in enumerate(people.items(), 1)}
    both = [(people[name], employee) for name, employee in everybody.items()]
    register = example.case.get("register")
    return the_facts(
        *(entry for person, who in both for entry in the_entries(person, who, month, example.rulebooks)),
        employees=[employee for employee in everybody.values() if employee.employed_in(month)],
        month=month,
        tests=[test for person, who in both for test in the_tests(person, who, month)],
        workloads=[figures for person, who in both for figures in the_workloads(person, who, month)],
        complaints=[complaint for person, who in both for complaint in the_complaints(person, who, month)],
        adjustments=[one for person, who in both for one in the_adjustments(person, who, month)],
        strikes=[
            a_strike(key.replace(":test", f":{who.name} test"), employee=who, month=month)
            for person, who in both
            for key in person.get("strike", ())
        ],
        complaints_from=None if register is None else Month.parse(register),
    )


# From a result to what is written -------------------------------------------------------------------------------------


def said(sheet: Sheet | None, keys: Sequence[str]) -> dict[str, object]:
    """Return what the sheet says to each of `keys`, as the examples write it."""
    if sheet is None:
        return {key: False if key == "appraised" else None for key in keys}
    in_words = {
        "appraised": True,
        "pay": "none" if sheet.pay_effect is None else int(sheet.pay_effect),
        "flags": [flag.code.value for flag in sheet.flags],
        "entries": [f"{line.code} {line.points}" for line in sheet.lines if line.source is Source.LOG],
        "automatic": [line.code for line in sheet.lines if line.source is Source.AUTOMATIC],
        "struck": [line.code for line, _ in sheet.struck],
        "because": {
            line.code: [one.removeprefix(f"{sheet.employee.name} ") for one in line.because]
            for line in sheet.lines
            if line.source is Source.AUTOMATIC and line.because
        },
        "offences_of": {severity.value: count for severity, count in sheet.offence_counts.items() if count},
        "versions": [line.rulebook.removeprefix("points@") for line in sheet.lines],
    }
    return {key: in_words[key] if key in in_words else getattr(sheet, key) for key in keys}


def reckoned(example: Example) -> MonthResult:
    """Return the month's result, with the month before where the case tells of it."""
    last_before: frozenset[str] = frozenset()
    if "before" in example.case:
        before = facts_of(example.case["before"], example, example.month.previous)
        last_before = last_and_low(appraise(before, example.rulebooks))
    return appraise(facts_of(example.people, example, example.month), example.rulebooks, last_before=last_before)


@pytest.mark.parametrize("example", examples("expect"), ids=str)
def test_the_month_comes_out_as_written(example: Example) -> None:
    sheets = {sheet.employee.name: sheet for sheet in reckoned(example).sheets}
    assert example.expected.keys() <= example.people.keys()
    for name, expected in example.expected.items():
        assert said(sheets.get(name), list(expected)) == expected


@pytest.mark.parametrize("example", examples("refused"), ids=str)
def test_the_entry_is_refused_as_written(example: Example) -> None:
    employee = the_employee(ALONE, 1, the_person(example.case))
    for written in example.case["entries"]:
        for draft in the_drafts(written, employee, example.month):
            judged = judge(draft, employee, example.rulebooks, today=a_day(28, example.month))
            assert isinstance(judged, list), f"{written!r} was accepted"
            assert [problem.code for problem in judged] == example.case["refused"], written


@pytest.mark.parametrize("score", FILES["scores"]["score"], ids=lambda score: str(score["final"]))
def test_a_final_score_gives_grade_and_pay_as_written(score: Table) -> None:
    month = a_rulebook().month
    assert (month.grade(score["final"]), int(pay_effect(score["final"], month.pay))) == (score["grade"], score["pay"])


def test_there_are_plenty_of_examples() -> None:
    assert len(examples("expect")) >= 100
    assert len(examples("refused")) >= 15
