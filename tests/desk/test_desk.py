"""The open desk: made, opened, checked, backed up."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Rulebook
from csdesk.core.rulebook_file import read
from csdesk.desk.checking import finding_sentence
from csdesk.desk.desk import Desk, open_desk, shipped_rulebooks
from csdesk.desk.errors import Unavailable
from csdesk.desk.session import os_user
from csdesk.store.files import open_store
from csdesk.store.journal import Act
from csdesk.store.rulebooks import RulebookText
from csdesk.texts import Texts
from tests.desks import LEAD, NOW, a_new_desk, again, clock, logged, somebody


def tampered(desk: Desk, sql: str) -> Desk:
    """Change the file with another tool while the desk is closed, and open it again."""
    path = desk.path
    desk.close()
    with sqlite3.connect(path) as connection:
        connection.execute(sql)
    connection.close()
    return open_desk(path, LEAD, clock())


def test_a_new_file_knows_its_team_its_rulebook_and_its_day(desk: Desk) -> None:
    assert (desk.team_name, desk.today()) == ("南区客服", date(2026, 11, 21))
    assert [version.id for version in desk.rulebooks().versions] == ["points@2025-01-01"]
    assert desk.now().isoformat() == "2026-11-21T09:12:00+08:00"


def test_what_was_written_is_there_when_the_file_is_opened_again(desk: Desk) -> None:
    somebody(desk)
    with again(desk) as other:
        assert [person.name for person in other.people.all()] == ["李娜"]


def test_another_window_notices_a_change(desk: Desk) -> None:
    with again(desk) as other:
        seen = other.data_version()
        somebody(desk)
        assert other.data_version() != seen
        assert [person.name for person in other.people.all()] == ["李娜"]


def test_a_rulebook_that_another_window_adopts_is_in_force_here(desk: Desk) -> None:
    assert len(desk.rulebooks().versions) == 1
    (shipped,) = shipped_rulebooks()
    text = shipped.text.replace("in_force_from = 2025-01-01", "in_force_from = 2026-12-01")
    later = read(text, "later.toml")
    assert isinstance(later, Rulebook)
    with closing(open_store(desk.path)) as other:
        other.rulebooks.adopt(RulebookText(later.id, later.in_force_from, later.digest, text), Act("lin", NOW, "test"))
    assert [version.id for version in desk.rulebooks().versions] == ["points@2025-01-01", "points@2026-12-01"]


def test_every_change_leaves_one_line_in_the_journal(desk: Desk) -> None:
    person = somebody(desk)
    entry = logged(desk, person, "MIN-01")
    desk.incidents.void(entry.id, entry.rev, "a mix-up")
    newest = desk.journal(3)
    assert [(line.what, line.by) for line in newest] == [
        ("entry.voided", "sun"), ("entry.recorded", "sun"), ("person.added", "sun")
    ]  # fmt: skip


def test_a_sound_file_has_no_findings(desk: Desk) -> None:
    logged(desk, somebody(desk), "MIN-01", date(2026, 10, 9))
    desk.months.close(Month(2026, 10))
    assert desk.check() == []


def test_quiet_tampering_with_an_entry_is_found(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    logged(desk, somebody(desk), "MIN-04", points=5)
    with tampered(desk, "UPDATE incident SET points = -2") as opened:
        assert [finding.code for finding in opened.check()] == ["verify.changed"]


def test_a_changed_snapshot_is_found(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    somebody(desk)
    desk.months.close(Month(2026, 10))
    with tampered(desk, "UPDATE closing SET result = replace(result, '80', '99')") as opened:
        assert "verify.text" in [finding.code for finding in opened.check()]


def test_a_snapshot_that_is_not_the_one_sealed_is_not_shown(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    somebody(desk)
    desk.months.close(Month(2026, 10))
    with tampered(desk, "UPDATE closing SET result = replace(result, '80', '99')") as opened:
        problem = opened.months.result(Month(2026, 10))
        assert isinstance(problem, Problem)
        assert problem.code == "snapshot.damaged"


def test_a_month_after_a_damaged_snapshot_is_not_closed(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    li, _ = somebody(desk), somebody(desk, "0102", "王伟")
    for month in (9, 10):
        for code in ("MOD-01", "MOD-02"):
            logged(desk, li, code, date(2026, month, 9))
    desk.months.close(Month(2026, 9))
    with tampered(desk, "UPDATE closing SET result = replace(result, '李', '季')") as opened:
        refused = opened.months.close(Month(2026, 10))
        assert isinstance(refused, list)
        assert [problem.code for problem in refused] == ["snapshot.damaged"]


@pytest.mark.parametrize(
    "change",
    [
        "employee SET role = 'agxnt'",
        "employee SET hired = '2024-03-0x'",
        "incident SET day = '2026-10-09x'",
        "rulebook SET in_force_from = 'x'",
        "closing SET month = '2026-1x'",
    ],
)
def test_a_value_that_cannot_be_read_is_damage_and_its_row_is_found(tmp_path: Path, change: str) -> None:
    desk = a_new_desk(tmp_path)
    logged(desk, somebody(desk), "MIN-01", date(2026, 10, 9))
    desk.months.close(Month(2026, 10))
    with tampered(desk, f"UPDATE {change}") as opened:
        assert [finding.code for finding in opened.check()] == ["verify.changed", "file.damaged"]


def test_an_unreadable_snapshot_is_found(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    li = somebody(desk)
    desk.months.close(Month(2026, 10))
    with tampered(desk, "UPDATE closing SET result = '{}'") as opened:
        assert "check.snapshot-unreadable" in [finding.code for finding in opened.check()]
        for problem in (opened.months.result(Month(2026, 10)), opened.months.running(li.id, Month(2026, 10))):
            assert isinstance(problem, Problem)
            assert problem.code == "snapshot.damaged"


def test_facts_that_no_longer_lead_to_the_snapshot_are_found(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    logged(desk, somebody(desk), "MIN-04", date(2026, 10, 9), points=5)
    desk.months.close(Month(2026, 10))
    with tampered(desk, "UPDATE incident SET points = -2") as opened:
        found = opened.check()
        assert {finding.code for finding in found} == {"verify.changed", "check.snapshot-drift"}
        said = [finding_sentence(finding, Texts("en")) for finding in found]
        assert any("2026 differs from a fresh computation for 0101: final score" in sentence for sentence in said)


def test_a_changed_rulebook_is_refused(tmp_path: Path) -> None:
    desk = a_new_desk(tmp_path)
    somebody(desk)
    with (
        tampered(desk, "UPDATE rulebook SET text = replace(text, 'base = 80', 'base = 90')") as opened,
        pytest.raises(Unavailable) as refused,
    ):
        opened.months.result(Month(2026, 10))
    assert refused.value.code == "file.rulebook-damaged"


def test_a_backup_is_a_whole_team_file(desk: Desk, tmp_path: Path) -> None:
    somebody(desk)
    desk.backup(tmp_path / "copy.csdesk")
    with open_desk(tmp_path / "copy.csdesk", LEAD, clock()) as copy:
        assert [person.name for person in copy.people.all()] == ["李娜"]
        assert copy.check() == []


def test_the_team_can_be_renamed(desk: Desk) -> None:
    assert desk.settings.rename_team(" 北区客服 ") == []
    assert desk.team_name == "北区客服"
    assert [problem.code for problem in desk.settings.rename_team(" ")] == ["team.missing"]


def test_the_operating_system_knows_who_works() -> None:
    assert os_user().name


@pytest.mark.parametrize("failure", [KeyError("uid not found: 1234"), OSError("No username set"), ImportError("pwd")])
def test_where_the_system_knows_no_name_the_computer_stands_for_its_user(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fail() -> str:
        raise failure

    monkeypatch.setattr("getpass.getuser", fail)
    monkeypatch.setattr("platform.node", lambda: "desk-3")
    assert os_user().name == "desk-3"
