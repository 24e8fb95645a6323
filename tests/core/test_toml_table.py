"""Kinds of values; what a whole rulebook makes of them stands in test_rulebook_file."""

from datetime import date

import pytest

from csdesk.core.toml_table import Fault, Table, read_table
from csdesk.core.words import Words


def opened(text: str) -> Table:
    result = read_table(text, "book.toml", ["value", "values"])
    assert not isinstance(result, Fault), result
    return result[0]


def faults_of(text: str, kind: str) -> list[tuple[int, str]]:
    result = read_table(text, "book.toml", ["value", "values"])
    assert not isinstance(result, Fault), result
    table, report = result
    if kind in {"table", "tables"}:
        getattr(table, kind)("value", ["inner"])
    else:
        getattr(table, kind)("value")
    return [(fault.line, fault.code) for fault in report.faults()]


def test_values_come_out_by_their_kind() -> None:
    assert opened("value = 7").integer("value") == 7
    assert opened("value = ' seven '").text("value") == "seven"
    assert opened("value = 2026-09-01").day("value") == date(2026, 9, 1)
    assert opened("value = true").yes("value")
    assert opened("value = -2").span("value") == (-2, -2)
    assert opened("value = [-2, -5]").span("value") == (-2, -5)
    assert opened("value = { en = 'a', zh = '甲' }").words("value") == Words("a", "甲")
    assert opened("value = ['a', 'b']").texts("value") == [(0, "a"), (1, "b")]
    assert opened("value = 7").value("value") == 7


def test_what_is_missing_is_no_by_itself() -> None:
    assert not opened("").yes("value")
    assert opened("").value("value") is None


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        ("integer", "'7'", "type.integer"),
        ("integer", "7.0", "type.integer"),
        ("integer", "true", "type.integer"),
        ("text", "7", "type.text"),
        ("text", "'  '", "text.empty"),
        ("day", "'2026-09-01'", "type.date"),
        ("day", "2026-09-01T08:00:00", "type.date"),
        ("yes", "1", "type.yes"),
        ("span", "'2'", "type.span"),
        ("span", "true", "type.span"),
        ("span", "[1, true]", "type.span"),
        ("span", "[true, 1]", "type.span"),
        ("span", "[1, 2, 3]", "type.span"),
        ("words", "'a'", "type.table"),
        ("table", "7", "type.table"),
        ("tables", "7", "type.tables"),
        ("tables", "[]", "list.empty"),
        ("tables", "[{}, 7]", "type.tables"),
        ("texts", "'a'", "type.texts"),
        ("texts", "['a', 7]", "type.texts"),
    ],
)
def test_another_kind_is_a_fault_of_its_line(kind: str, written: str, code: str) -> None:
    assert faults_of(f"# first line\nvalue = {written}", kind) == [(2, code)]


@pytest.mark.parametrize("kind", ["integer", "text", "day", "span", "words", "table", "tables", "texts"])
def test_what_is_missing_is_a_fault_of_its_table(kind: str) -> None:
    assert faults_of("", kind) == [(1, "key.missing")]


def test_a_misspelt_key_is_told_once_with_the_key_it_is_like() -> None:
    result = read_table("\nvalu = 1", "book.toml", ["value", "other"])
    assert not isinstance(result, Fault)
    table, report = result
    assert table.integer("value") is None
    assert report.faults() == [Fault("book.toml", 2, "key.unknown", {"name": "valu", "nearest": "value"})]


def test_a_key_like_no_other_is_told_with_all_there_are() -> None:
    result = read_table("\nzzz = 1", "book.toml", ["value", "other"])
    assert not isinstance(result, Fault)
    assert result[1].faults() == [Fault("book.toml", 2, "key.unlike", {"name": "zzz", "known": "value, other"})]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \nc = 3", 2),
        ("a = 1\nb = [1,\n", 2),
        ("a = 1\na = 2", 2),
        ("a = " + "9" * 5000, 1),
    ],
)
def test_what_is_not_toml_is_one_fault_with_its_line(text: str, line: int) -> None:
    fault = read_table(text, "book.toml", [])
    assert isinstance(fault, Fault)
    assert (fault.code, fault.line) == ("toml", line)
    assert "(at " not in str(fault.detail["reason"])


def test_brackets_without_end_are_refused() -> None:
    assert read_table("a = " + "[" * 20_000, "book.toml", []) == Fault("book.toml", 1, "toml.deep")


def test_the_mark_that_windows_puts_in_front_is_no_fault() -> None:
    assert opened("\N{ZERO WIDTH NO-BREAK SPACE}value = 7").integer("value") == 7


def test_a_fault_brings_its_file_and_line_to_its_sentence() -> None:
    fault = Fault("book.toml", 3, "key.missing", {"name": "code"})
    assert fault.key == "rulebook.key.missing"
    assert fault.particulars == {"file": "book.toml", "line": 3, "name": "code"}
