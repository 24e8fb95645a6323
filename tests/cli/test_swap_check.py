"""The verb `swap-check`: what the seven rules say of a proposed swap, with nothing stored."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.cli import main
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from tests.desks import a_new_desk, a_shift, somebody

LI_ON_MONDAY = ("--a", "0101", "--day-a", "2026-11-23", "--b", "0102")
RETURN_ON_FRIDAY = ("--day-b", "2026-11-27")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks, these tests read English."""
    monkeypatch.setenv("CSDESK_LANGUAGE", "en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Li works on Monday and on National Day, Wu on Friday and in the night of Tuesday."""
    with a_new_desk(tmp_path) as desk:
        day, night = a_shift(desk, "D"), a_shift(desk, "N", 22, 6)
        li, wu = somebody(desk, "0101", "Li Na"), somebody(desk, "0102", "Wu Tao")
        desk.roster.set_cells({(li.id, date(2026, 11, 23)): (day.id,), (li.id, date(2026, 10, 1)): (day.id,)})
        desk.roster.set_cells({(wu.id, date(2026, 11, 27)): (day.id,), (wu.id, date(2026, 11, 24)): (night.id,)})
        desk.roster.set_cells({(li.id, date(2026, 11, 25)): (day.id,)})
        yield desk


def said(capsys: pytest.CaptureFixture[str], desk: Desk, *words: str) -> tuple[int, str, str]:
    """Run the verb; return its exit code and what it said."""
    capsys.readouterr()
    code = main(["swap-check", "--file", str(desk.path), *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def document(capsys: pytest.CaptureFixture[str], desk: Desk, *words: str) -> dict[str, Any]:
    """Return the document that the verb prints."""
    code, out, err = said(capsys, desk, *words, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    assert list(found) == ["valid", "problems", "ok", "rules"]
    return found


def test_a_swap_that_breaks_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, desk, *LI_ON_MONDAY, *RETURN_ON_FRIDAY)
    assert (found["valid"], found["problems"], found["ok"]) == (True, [], True)
    assert [(rule["rule"], rule["ok"], rule["number"]) for rule in found["rules"]] == [
        ("SW-1", None, None),
        ("SW-2", None, None),
        *((f"SW-{number}", True, None) for number in range(3, 8)),
    ]
    assert all(rule["text"] for rule in found["rules"])
    assert desk.swaps.all() == []


def test_a_broken_rule_names_the_person_and_stands_twice_for_two(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    found = document(capsys, desk, "--a", "0101", "--day-a", "2026-10-01", "--b", "0102")
    assert (found["valid"], found["ok"]) == (True, False)
    assert [(rule["rule"], rule["number"]) for rule in found["rules"] if rule["ok"] is False] == [
        ("SW-7", "0101"),
        ("SW-7", "0102"),
    ]
    found = document(capsys, desk, "--a", "0101", "--day-a", "2026-11-25", "--b", "0102")
    broken = [rule for rule in found["rules"] if rule["ok"] is False]
    assert [(rule["rule"], rule["number"]) for rule in broken] == [("SW-5", "0102")]
    assert "Wu Tao would have 2:00 h of rest" in broken[0]["text"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--a", "0101", "--day-a", "2026-11-23", "--b", "0101"), ["same-person"]),
        (("--a", "0101", "--day-a", "2026-11-24", "--b", "0102"), ["no-shift"]),
        (("--a", "0102", "--day-a", "2026-11-27", "--b", "0101", "--day-b", "2024-02-01"), ["not-employed"] * 2),
        (("--a", "0101", "--day-a", "2023-02-01", "--b", "0102"), ["not-employed"] * 2),
    ],
)
def test_a_swap_that_makes_no_sense_says_why(
    desk: Desk, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], codes: list[str]
) -> None:
    found = document(capsys, desk, *words)
    assert [problem["code"] for problem in found["problems"]] == codes
    assert (found["valid"], found["ok"], found["rules"]) == (False, False, [])


def test_a_closed_month_is_a_problem(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert not isinstance(desk.months.close(Month(2026, 10)), list)
    found = document(capsys, desk, "--a", "0101", "--day-a", "2026-10-01", "--b", "0102")
    assert [problem["code"] for problem in found["problems"]] == ["closed-month"]


def test_without_json_it_is_told_in_lines(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, desk, *LI_ON_MONDAY, *RETURN_ON_FRIDAY)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "The swap of 0101 with 0102 breaks no rule."
    assert [line[:8] for line in lines[1:]] == ["  ? SW-1", "  ? SW-2", *(f"  + SW-{number}" for number in range(3, 8))]
    _, out, _ = said(capsys, desk, "--a", "0101", "--day-a", "2026-10-01", "--b", "0102")
    assert [line[:9] for line in out.splitlines() if line.startswith("  x")] == ["  x SW-7:"] * 2
    _, out, _ = said(capsys, desk, "--a", "0101", "--day-a", "2026-11-24", "--b", "0102", "--lang", "zh")
    assert out.splitlines() == [
        "0101与0102换班不成立。",
        "  Li Na在2026年11月24日没有班次，无班可换，请选择其当班的日期。",
    ]


def test_an_unknown_number_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, desk, "--a", "0101", "--day-a", "2026-11-23", "--b", "9999", "--json")
    assert (code, out) == (1, "")
    assert "9999" in err


def test_a_day_that_no_rules_cover_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    li = desk.people.by_number("0101")
    assert li is not None
    desk.roster.set_cells({(li.id, date(2024, 5, 7)): (desk.shifts.all()[0].id,)})
    code, out, err = said(capsys, desk, "--a", "0101", "--day-a", "2024-05-07", "--b", "0102", "--json")
    assert (code, out) == (1, "")
    assert "7 May 2024" in err


@pytest.mark.parametrize("words", [("--day-a", "23 Nov"), (), ("--day-a", "2026-11-23", "--day-b", "2026-02-30")])
def test_a_day_that_is_none_or_missing_is_wrong_usage(
    desk: Desk, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        said(capsys, desk, "--a", "0101", "--b", "0102", *words)
    assert ended.value.code == 2
