"""The rules of swaps by example: tests/core/examples/swaps.toml, whose first lines say how its cases are written."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from csdesk.core.cells import Cell
from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.employee import Employee
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shift_rules import ShiftRules
from csdesk.core.shift_rules_file import read
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.core.swaps import SwapFacts, Verdict, applied, judge_swap
from csdesk.core.words import Words
from csdesk.paths import resource
from csdesk.texts import Texts
from tests.builders import an_employee

Table = Mapping[str, Any]  # what tomllib gives: keys of a hand-written table, each with its own kind of value

FILE: Table = tomllib.loads((Path(__file__).parent / "examples" / "swaps.toml").read_text("utf-8"))
CASES: list[Table] = FILE["swap"]
CASE = {"title", "roster", "asks", "register", "leave", "signed", "approved", "closed", "hired", "left", "rules",
        "refused", "broken", "open", "says", "worked"}  # fmt: skip
PEOPLE = ("Li", "Wu", "Chen", "Zhou")
MONTH = Month(2026, 11)
SIGNED = date(2026, 10, 1)


def the_day(written: str) -> date:
    """Return a day written as 9 (of November 2026) or as 2026-12-01."""
    return date(MONTH.year, MONTH.month, int(written)) if written.isdigit() else date.fromisoformat(written)


def the_days(written: str) -> tuple[date, date]:
    """Return the first and last day of what is written as 9 or as 9..12."""
    first, _, last = written.partition("..")
    return the_day(first), the_day(last or first)


def the_shifts() -> dict[str, Shift]:
    """Return the shifts of the file by their codes, which are their ids as well."""
    times = {code: [time.fromisoformat(at) for at in written.split("-")] for code, written in FILE["shifts"].items()}
    return {code: Shift(code, code, start, end) for code, (start, end) in times.items()}


def the_calendar() -> Calendar:
    """Return the calendar of the file."""
    special = {}
    for written in FILE["calendar"]["holidays"]:
        first, last = the_days(written)
        for number in range((last - first).days + 1):
            special[first + timedelta(days=number)] = SpecialDay(DayKind.HOLIDAY, Words("holiday", "节假日"))
    for written in FILE["calendar"]["make_up"]:
        special[the_day(written)] = SpecialDay(DayKind.MAKE_UP, Words("make-up day", "补班"))
    return Calendar(special, FILE["calendar"]["official_through"])


def the_rules(changes: Table) -> ShiftRules:
    """Return the shipped rules with other parameters of swaps."""
    rules = read(resource("schemes", "shifts.toml").read_text("utf-8"), "shifts.toml")
    assert isinstance(rules, ShiftRules)
    return rules._replace(swaps=rules.swaps._replace(**changes))


def the_people(case: Table) -> dict[str, Employee]:
    """Return everybody by name, which is the id as well."""
    hired, left = case.get("hired", {}), case.get("left", {})
    return {
        name: an_employee(name, name, id=name, hired=hired.get(name, date(2020, 1, 1)), left=left.get(name))
        for name in PEOPLE
    }


def the_roster(case: Table) -> dict[Cell, tuple[str, ...]]:
    """Return the cells of a roster: Li = "9 D, 12 N"."""
    roster: Mapping[str, str] = case.get("roster", {"Li": "9 D", "Wu": "12 D"})
    return {
        (name, the_day(day)): tuple(codes.split("+"))
        for name, row in roster.items()
        for day, codes in (cell.split(" ") for cell in row.split(", "))
    }


def the_draft(written: str) -> SwapDraft:
    """Return the swap written as "Li 9, Wu 12", or as "Li 9, Wu" for a cover."""
    match = re.fullmatch(r"(\w+) (\S+), (\w+)(?: (\S+))?", written)
    assert match is not None, f"not a swap: {written!r}"
    a, day_a, b, day_b = match.groups()
    return SwapDraft(a, the_day(day_a), b, None if day_b is None else the_day(day_b))


def the_register(case: Table) -> Iterator[Swap]:
    """Yield the swaps that stand in the register, numbered and approved in the order written."""
    for number, written in enumerate(case.get("register", ()), start=1):
        words = written.rsplit(" ", 1)
        state = SwapState(words[1]) if words[1] in set(SwapState) else SwapState.APPROVED
        draft = the_draft(words[0] if words[1] in set(SwapState) else written)
        yield Swap(f"swap-{number}", number, SIGNED, draft, state, SIGNED, SIGNED, number)


def the_leave(case: Table) -> Iterator[Leave]:
    """Yield the leave written as "Li 9", "Wu 11..13" or "Li 9 asked"."""
    for number, written in enumerate(case.get("leave", ())):
        name, days, *state = written.split(" ")
        first, last = the_days(days)
        known = LeaveState(state[0]) if state else LeaveState.APPROVED
        yield Leave(f"leave-{number}", name, first, last, LeaveType.PERSONAL, state=known)


def the_facts(case: Table) -> SwapFacts:
    """Return what the swap of a case is judged by."""
    assert case.keys() <= CASE, f"{case['title']}: {case.keys() - CASE}"
    closed = [Month.parse(month) for month in case.get("closed", ())]
    return SwapFacts(the_roster(case), list(the_register(case)), the_shifts(), the_people(case), list(the_leave(case)),
                     the_calendar(), the_rules(case.get("rules", {})), closed)  # fmt: skip


def the_asked(case: Table) -> SwapDraft:
    """Return the swap that a case asks for."""
    return the_draft(case.get("asks", "Li 9, Wu 12"))


def the_verdict(case: Table) -> Verdict:
    """Return what is said of the swap of a case."""
    signed = case.get("signed", "").split(", ")
    draft = the_asked(case)
    days = (SIGNED if draft.a_id in signed else None, SIGNED if draft.b_id in signed else None)
    return judge_swap(draft, the_facts(case), signed=days, approved=case.get("approved", False))


def written(problem: Problem) -> str:
    """Return a problem as the examples write it: "no-shift Li", "closed-month 2026-10"."""
    who = problem.detail.get("name") or problem.detail["month"]
    return f"{problem.code.removeprefix('swap.')} {who}"


def sentence(result: RuleResult) -> str:
    """Return what a rule says, in English; in Chinese it must have a sentence as well."""
    assert Texts("zh").say(result.text_key, **result.detail)
    return Texts("en").say(result.text_key, **result.detail)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_swap_is_judged_as_written(case: Table) -> None:
    verdict = the_verdict(case)
    assert [written(problem) for problem in verdict.problems] == case.get("refused", [])
    assert verdict.is_valid is ("refused" not in case)
    assert [f"{rule.rule} {rule.employee_id}" for rule in verdict.broken] == case.get("broken", [])
    assert verdict.ok is ("refused" not in case and "broken" not in case)
    if "open" in case:
        assert [rule.rule for rule in verdict.rules if rule.ok is None] == case["open"]


@pytest.mark.parametrize("case", [case for case in CASES if "refused" not in case], ids=lambda case: case["title"])
def test_every_rule_is_told_in_order_kept_once_or_broken_by_person(case: Table) -> None:
    rules = the_verdict(case).rules
    assert list(dict.fromkeys(rule.rule for rule in rules)) == [f"SW-{number}" for number in range(1, 8)]
    told = [(rule.rule, rule.employee_id) for rule in rules]
    assert len(set(told)) == len(told)
    assert all((rule.employee_id is None) is (rule.ok is not False) for rule in rules)
    sentences = "\n".join(sentence(rule) for rule in rules)
    assert [words for words in case.get("says", ()) if words not in sentences] == []


@pytest.mark.parametrize("case", [case for case in CASES if "worked" in case], ids=lambda case: case["title"])
def test_the_roster_becomes_as_written(case: Table) -> None:
    facts = the_facts(case)
    last = len(facts.swaps) + 1
    asked = Swap("asked", last, SIGNED, the_asked(case), SwapState.APPROVED, SIGNED, SIGNED, last)
    cells = applied(facts.planned, [*facts.swaps, asked])
    for name, row in case["worked"].items():
        days = sorted((day, codes) for (who, day), codes in cells.items() if who == name)
        assert ", ".join(f"{day.day} {'+'.join(codes)}" for day, codes in days) == row, name


def test_there_are_plenty_of_cases() -> None:
    assert len(CASES) >= 60
    assert len({case["title"] for case in CASES}) == len(CASES)
    assert {broken.split(" ")[0] for case in CASES for broken in case.get("broken", ())} == {
        "SW-1", "SW-3", "SW-4", "SW-5", "SW-6", "SW-7"
    }  # fmt: skip
