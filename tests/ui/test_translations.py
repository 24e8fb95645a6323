"""The window's Chinese is complete: every text of the sources, with the same particulars, compiled."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from csdesk.paths import resource

_PARTICULAR = re.compile(r"\{[^}]*\}")


@pytest.fixture(scope="module")
def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("making", resource("i18n", "make.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _kept(making: ModuleType) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = making.messages(making.TS)
    return found


def test_every_text_of_the_window_is_gathered_and_none_is_left_over(making: ModuleType, tmp_path: Path) -> None:
    making.gather(tmp_path / "fresh.ts")
    assert set(making.messages(tmp_path / "fresh.ts")) == set(_kept(making))


def test_every_text_has_its_chinese(making: ModuleType) -> None:
    assert [key for key, chinese in _kept(making).items() if not chinese] == []


def _named(text: str) -> list[str]:
    # English says "another −20", Chinese "takes off 20 more": one figure, with and without its sign.
    return sorted(found.replace("{size}", "{points}") for found in _PARTICULAR.findall(text))


def test_both_languages_name_the_same_particulars(making: ModuleType) -> None:
    differing = [
        english for (_, english), chinese in _kept(making).items() if chinese and _named(english) != _named(chinese)
    ]
    assert differing == []


def test_what_the_window_loads_is_compiled_from_it(making: ModuleType) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "csdesk_zh_CN.qm")))
    stale = [
        (context, english)
        for (context, english), chinese in _kept(making).items()
        if translator.translate(context, english) != chinese
    ]
    assert stale == []


def test_no_text_is_put_together_before_it_is_translated() -> None:
    package = resource("i18n").parent.parent / "csdesk"
    for file in package.rglob("*.py"):
        assert not re.search(r"\.tr\(\s*f[\"']", file.read_text("utf-8")), file
