"""Every text is said somewhere, and every text that is asked for by its whole name is there."""

import ast
from collections.abc import Iterator
from pathlib import Path

from csdesk.core.problem import Problem
from csdesk.desk.errors import Unavailable
from csdesk.texts import catalogue

ROOT = Path(__file__).parents[1]
KEYS = frozenset(catalogue())


def sources() -> Iterator[ast.AST]:
    """Yield every node of the program's sources."""
    for file in sorted((ROOT / "csdesk").rglob("*.py")):
        yield from ast.walk(ast.parse(file.read_text("utf-8")))


def said() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand in the sources and forms, and those with which a composed key begins."""
    words, beginnings = set[str](), set[str]()
    for form in (ROOT / "forms").glob("*.toml"):
        words.update(form.read_text("utf-8").split('"'))
    for node in sources():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            (beginnings if node.value.endswith(".") else words).add(node.value)
        elif isinstance(node, ast.keyword) and node.arg is not None:
            words.add(node.arg)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginnings.add(str(node.values[0].value))
    return frozenset(words), frozenset(beginnings - {""})


def test_every_text_is_used() -> None:
    words, beginnings = said()

    def is_said(key: str) -> bool:
        return key in words or any(key.startswith(one) and is_said(key.removeprefix(one)) for one in beginnings)

    assert sorted(key for key in KEYS if not is_said(key)) == []


def codes_of(name: str, place: int) -> set[str]:
    """Return the codes that stand as a constant at `place` among what functions called `name` are given."""
    codes = set()
    for node in sources():
        if isinstance(node, ast.Call) and len(node.args) > place:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[place]
            if called == name and isinstance(code, ast.Constant) and isinstance(code.value, str):
                codes.add(code.value)
    return codes


def test_every_problem_has_its_sentence() -> None:
    # The check of a workbook tells problems in its own words.
    codes = codes_of(Problem.at.__name__, 1)
    assert len(codes) > 40
    assert sorted(code for code in codes if not {f"problems.{code}", f"intake.{code}"} & KEYS) == []


def test_every_fault_of_a_workbook_has_its_sentence() -> None:
    codes = codes_of("fault", 1)
    assert codes
    assert sorted(code for code in codes if f"intake.{code}" not in KEYS) == []


def test_every_fault_of_the_world_has_its_sentence() -> None:
    codes = codes_of(Unavailable.__name__, 0)
    assert codes
    assert sorted(code for code in codes if f"store.{code}" not in KEYS) == []
