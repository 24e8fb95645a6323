"""A closed month is kept as text: exactly, under its digest, and compared with what would come out today."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.appraisal import Flag, FlagCode, Line, MonthResult, Sheet
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebooks
from csdesk.core.snapshot import Difference, SnapshotError, What, differences, digest, dump, load
from csdesk.texts import Texts
from tests.builders import (
    a_complaint,
    a_day,
    a_month,
    a_result,
    a_rulebook,
    a_strike,
    a_team,
    a_version,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)


def changed(result: MonthResult, place: int, **changes: Any) -> MonthResult:
    """Return the result with another sheet at `place`."""
    sheets = list(result.sheets)
    sheets[place] = replace(sheets[place], **changes)
    return replace(result, sheets=tuple(sheets))


def edited(result: MonthResult, edit: Callable[[Any], None]) -> str:
    """Return the result's text after somebody edited it."""
    content = json.loads(dump(result))
    edit(content)
    return json.dumps(content)


# There and back -------------------------------------------------------------------------------------------------------


def test_a_month_with_one_of_everything_comes_back_as_it_was() -> None:
    result = a_result(a_month())
    assert load(dump(result), the_rulebooks()) == result


@given(st.text(), st.text(), st.decimals(allow_nan=False, allow_infinity=False), st.dates(), st.integers())
def test_any_text_and_any_number_comes_back(note: str, name: str, salary: Decimal, day: date, points: int) -> None:
    person = an_employee(name=name, base_salary=salary, hired=date.min, left=day, probation_end=day, phone=note)
    line = Line("k", "MIN-01", "minor", points, day, note, a_result().sheets[0].lines[0].source, (note, name), "b")
    result = changed(a_result(), 0, employee=person, lines=(line,), struck=((line, a_strike(reason=note)),))
    result = replace(result, problems=(Problem.at("", "x", a=note, b=points, c=day, d=Month.of(day)),))
    again = load(dump(result), the_rulebooks())
    assert again == result
    assert str(again.sheets[0].employee.base_salary) == str(salary)


def test_equal_results_have_equal_texts_and_digests() -> None:
    facts = a_month()
    one, other = dump(a_result(facts)), dump(a_result(facts))
    assert one == other
    assert digest(one) == digest(other)
    assert "\n" not in one


def test_the_text_is_canonical_json_with_characters_as_they_are() -> None:
    text = dump(a_result())
    content = json.loads(text)
    assert text == json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "员工1" in text


def test_the_digest_is_sha_256_of_the_text() -> None:
    assert digest("客服") == "eae0efe236c3fe680dcf0e1b1708d0caedecfe6532c8080d4b001c0694477229"


def test_the_rulebook_is_named_by_id_and_digest() -> None:
    content = json.loads(dump(a_result()))
    assert content["result"]["rulebook"] == {"id": a_rulebook().id, "digest": a_rulebook().digest}


# What cannot be read --------------------------------------------------------------------------------------------------


def refused(text: str, rulebooks: Rulebooks | None = None) -> SnapshotError:
    with pytest.raises(SnapshotError) as caught:
        load(text, rulebooks or the_rulebooks())
    assert isinstance(caught.value, ValueError)
    for language in ("en", "zh"):
        assert Texts(language).problem(caught.value.problem)
    return caught.value


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "[]", '{"format": 1}', '{"format": 1, "result": []}'])
def test_a_text_that_is_no_result_is_refused(text: str) -> None:
    assert refused(text).problem.code == "snapshot.damaged"


def test_another_text_than_the_sealed_one_is_refused_however_well_it_reads() -> None:
    result = a_result()
    text = dump(result)
    assert load(text, the_rulebooks(), sealed=digest(text)) == result
    with pytest.raises(SnapshotError, match="sealed"):
        load(text, the_rulebooks(), sealed=digest(text + " "))


@pytest.mark.parametrize("layout", [0, 2, "1"])
def test_another_layout_is_refused_and_not_guessed_at(layout: object) -> None:
    error = refused(edited(a_result(), lambda content: content.update(format=layout)))
    assert error.problem.code == "snapshot.newer"


def test_a_rulebook_that_is_no_longer_there_is_named() -> None:
    error = refused(dump(a_result()), the_rulebooks(a_version(date(2026, 1, 1))))
    assert error.problem == Problem.at("month", "snapshot.rulebook-unknown", rulebook=a_rulebook().id)
    assert a_rulebook().id in str(error)


def test_a_rulebook_with_another_text_under_the_same_id_is_named() -> None:
    other = a_rulebook()._replace(digest="0" * 64)
    error = refused(dump(a_result()), the_rulebooks(other))
    assert error.problem == Problem.at("month", "snapshot.rulebook-changed", rulebook=a_rulebook().id)


def first(content: Any) -> Any:
    return content["result"]["sheets"][0]


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda c: first(c).update(final="85"), "Sheet.final: a whole number is due"),
        (lambda c: first(c).update(final=True), "Sheet.final: a whole number is due"),
        (lambda c: first(c).update(final=85.0), "Sheet.final: a whole number is due"),
        (lambda c: first(c).update(grade=1), "Sheet.grade: a text is due"),
        (lambda c: first(c).update(lines={}), "Sheet.lines: a list is due"),
        (lambda c: first(c).update(offence_counts=[]), "Sheet.offence_counts: an object is due"),
        (lambda c: first(c).update(offence_counts={"grave": 1}), "one of minor, moderate"),
        (lambda c: first(c).update(pay_effect="ten"), "a decimal number is due"),
        (lambda c: first(c).update(pay_reason="luck"), "one of by-score"),
        (lambda c: first(c).update(struck=[[1]]), "Sheet.struck: a pair is due"),
        (lambda c: first(c).update(colour="red"), "Sheet lacks or has beside its own: colour"),
        (lambda c: first(c).pop("raw"), "Sheet lacks or has beside its own: raw"),
        (lambda c: first(c)["employee"].update(hired="2026-02-30"), "Employee.hired: a day is due"),
        (lambda c: c["result"].update(month="2026-13"), "MonthResult.month: a Month is due"),
        (lambda c: c["result"]["problems"][0]["detail"].update(count={"week": 1}), "a text is due"),
    ],
)
def test_a_value_of_another_kind_is_refused_and_named(edit: Callable[[Any], None], why: str) -> None:
    assert why in str(refused(edited(a_result(), edit)))


# How it differs -------------------------------------------------------------------------------------------------------


def test_the_same_result_does_not_differ() -> None:
    assert differences(a_result(facts := a_month()), a_result(facts)) == ()


def whats(kept: MonthResult, fresh: MonthResult) -> list[What]:
    return [difference.what for difference in differences(kept, fresh)]


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("final", 1, What.FINAL),
        ("raw", 1, What.RAW),
        ("grade", "Z", What.GRADE),
        ("rank", 9, What.RANK),
        ("pay_effect", None, What.PAY),
        ("flags", (Flag(FlagCode.LAST_TWICE),), What.FLAGS),
    ],
)
def test_a_differing_value_is_told_with_both_sides(field: str, value: Any, what: What) -> None:
    kept = a_result(a_month())
    sheet = kept.sheets[0]
    assert differences(kept, changed(kept, 0, **{field: value})) == (
        Difference(sheet.employee.number, sheet.employee.name, what, getattr(sheet, field), value),
    )


def test_lines_that_are_missing_new_or_changed_are_told() -> None:
    kept = a_result(a_month())
    sheet: Sheet = kept.sheets[0]
    line, *others = sheet.lines
    heavier = line._replace(points=-99)
    fewer, more, other = (changed(kept, 0, lines=tuple(lines)) for lines in (others, sheet.lines, (heavier, *others)))
    who = (sheet.employee.number, sheet.employee.name)
    assert differences(more, fewer) == (Difference(*who, What.LINE_MISSING, line, None),)
    assert differences(fewer, more) == (Difference(*who, What.LINE_ADDED, None, line),)
    assert differences(more, other) == (Difference(*who, What.LINE_CHANGED, line, heavier),)


def test_people_who_are_missing_or_new_are_told() -> None:
    one, other = a_team(2)
    both = a_result(the_facts(employees=[one, other]))
    alone = a_result(the_facts(employees=[one]))
    assert differences(both, alone) == (Difference(other.number, other.name, What.PERSON_MISSING, 80, None),)
    assert differences(alone, both) == (Difference(other.number, other.name, What.PERSON_ADDED, None, 80),)


def test_an_entry_more_is_told_in_all_that_it_moves() -> None:
    first_, second = a_team(2)
    facts = the_facts(employees=[first_, second])
    kept = a_result(facts)
    fresh = a_result(replace(facts, incidents=[an_incident("SER-01", employee=second, day=a_day(3))],
                             complaints=[a_complaint(None)]))  # fmt: skip
    assert whats(kept, fresh) == [What.FINAL, What.RAW, What.GRADE, What.RANK, What.PAY, What.LINE_ADDED]


def test_every_difference_has_its_words() -> None:
    for what in What:
        assert Texts("en").say(f"problems.snapshot.what.{what}") != Texts("zh").say(f"problems.snapshot.what.{what}")
