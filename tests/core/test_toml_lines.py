import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.toml_lines import TomlPath, lines_of
from csdesk.paths import resource

EVERYTHING = '''# Every kind of thing that a TOML file may hold.
plain = 1  # [not] = "a key"
"quoted key" = "a # in \\"text\\""
'literal key' = 'C:\\folder\\'
dotted . "in two" = true
day = 2026-09-01
moment = 2026-09-01 08:30:00
long = """
[not.a.table]
key = "not a key"
""""
longer = \'\'\'
[[not.an.item]]\'\'\'
many = [
    1,  # one, two
    [2, "]"],
    { a = 1, b.c = "}" },
]
empty = []
inline = { x = 1, y = { z = [ {} ] } }

[table]
key = 1
  [ table . below ]
  key = 2

[[item]]
name = "first"
[[ item ]]
name = "second"
[item.more]
key = 3
[[item.part]]
key = 4
[[item.part]]
key = 5
[[item]]'''


def paths(value: object, path: TomlPath = ()) -> list[TomlPath]:
    below: list[tuple[TomlPath, object]] = []
    if isinstance(value, dict):
        below = [((*path, key), inner) for key, inner in value.items()]
    elif isinstance(value, list):
        below = [((*path, position), inner) for position, inner in enumerate(value)]
    return [path, *(found for place, inner in below for found in paths(inner, place))]


def test_every_place_of_a_document_has_a_line_and_no_other() -> None:
    assert sorted(map(str, lines_of(EVERYTHING))) == sorted(map(str, paths(tomllib.loads(EVERYTHING))))


def test_every_place_of_the_shipped_rulebook_has_a_line() -> None:
    text = resource("rulebooks", "points.toml").read_text("utf-8")
    assert set(lines_of(text)) == set(paths(tomllib.loads(text)))


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        (("plain",), "plain = 1"),
        (("quoted key",), '"quoted key"'),
        (("literal key",), "'literal key'"),
        (("dotted", "in two"), "dotted"),
        (("moment",), "moment"),
        (("longer",), "longer"),
        (("many",), "many"),
        (("many", 0), "    1,"),
        (("many", 1, 1), "    [2,"),
        (("many", 2, "b", "c"), "    { a"),
        (("empty",), "empty"),
        (("inline", "y", "z", 0), "inline"),
        (("table", "below"), "  [ table"),
        (("table", "below", "key"), "  key = 2"),
        (("item",), "[[item]]"),
        (("item", 1), "[[ item ]]"),
        (("item", 1, "name"), 'name = "second"'),
        (("item", 1, "more", "key"), "key = 3"),
        (("item", 1, "part", 1, "key"), "key = 5"),
    ],
)
def test_the_line_is_the_one_where_it_begins(path: TomlPath, begins: str) -> None:
    assert EVERYTHING.split("\n")[lines_of(EVERYTHING)[path] - 1].startswith(begins)


def test_windows_line_ends_count_once() -> None:
    assert lines_of(EVERYTHING.replace("\n", "\r\n")) == lines_of(EVERYTHING)


@given(st.lists(st.sampled_from(['"', "'", "\\", "#", "[", "]", "{", "}", "=", ",", "\n", "a", "\t"]), max_size=12))
def test_a_text_never_hides_or_invents_a_place(letters: list[str]) -> None:
    text = "".join(letters)
    basic = text.replace("\\", "\\\\").replace('"', '\\"')
    one_line = basic.replace("\n", "\\n")
    document = f'first = """{basic}"""\nsecond = ["{one_line}", {{ "{one_line}" = 1 }}]\nthird = 1'
    assert tomllib.loads(document)["first"] == text.removeprefix("\n")
    lines = lines_of(document)
    assert set(lines) == set(paths(tomllib.loads(document)))
    assert lines[("third",)] == document.count("\n") + 1
