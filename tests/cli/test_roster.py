"""The verb `roster`: the month's roster as a table, and as a document for other programs."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from csdesk.cli import main
from csdesk.desk.desk import Desk
from tests.desks import a_new_desk, a_shift, somebody


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks, these tests read English."""
    monkeypatch.setenv("CSDESK_LANGUAGE", "en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A team of two; one of them works two days of October 2026."""
    with a_new_desk(tmp_path) as desk:
        early, night = a_shift(desk, "D", 8, 14), a_shift(desk, "夜", 22, 6)
        a_shift(desk, "E", 16, 24)
        li = somebody(desk)
        somebody(desk, "0102", "Wu Tao")
        first, second = (li.id, date(2026, 10, 1)), (li.id, date(2026, 10, 2))
        desk.roster.set_cells({first: (night.id,), second: (early.id, night.id)})
        yield desk


def said(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, list[str], str]:
    capsys.readouterr()
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err


def test_the_table_has_people_down_and_days_across(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = said(capsys, "roster", "2026-10", "--file", desk.path)
    assert (code, err) == (0, "")
    assert lines[0] == "Roster of October 2026. People: 2; shifts: 3; problems: 2."
    assert lines[1].startswith("     1  2    3  4  5")
    assert lines[2].startswith("     Th Fr   Sa Su Mo")
    assert lines[3].startswith("0101 夜 D+夜 .  .")
    assert lines[3].endswith(".  李娜")
    assert lines[4].startswith("0102 .  .    .")
    assert lines[5:] == [
        "Public holiday: 1 2 3 4 5 6 7",
        "Worked to make up for a holiday: 10",
        "D: 08:00–14:00",
        "夜: 22:00–06:00",
        "李娜 has only 2 h of rest before D on 2 Oct 2026, after 夜 of 1 Oct 2026; at least 8 are due.",
        "李娜 has more than one shift on 2 Oct 2026: D + 夜.",
    ]


def test_the_table_speaks_chinese(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines, _ = said(capsys, "roster", "2026-11", "--file", desk.path, "--lang", "zh")
    assert lines[0] == "2026年11月排班：2人，0个班次，0处问题。"
    assert lines[2].startswith("     日 一 二")
    assert len(lines) == 5


def test_the_document_is_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "roster", "2026-10", "--file", desk.path, "--json")
    document = json.loads("\n".join(lines))
    assert code == 0
    assert sorted(document) == ["days", "month", "problems", "shifts"]
    assert [one["shift"] for one in document["shifts"]] == ["夜", "D", "夜"]
    assert [(one["code"], one["number"]) for one in document["problems"]] == [("short-rest", "0101"),
                                                                              ("two-shifts", "0101")]  # fmt: skip


def test_a_month_before_any_rules_is_shown_and_the_complaint_made(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, err = said(capsys, "roster", "2020-02", "--file", desk.path, "--json")
    assert code == 0
    assert json.loads("\n".join(lines))["problems"] == []
    assert "29 Feb 2020" in err
