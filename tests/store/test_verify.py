"""Whatever another tool does to a team file is found."""

from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.files import Store, open_store
from csdesk.store.journal import line_digest
from tests.builders import MONTH, an_incident
from tests.store.team_files import SHIFT_RULES, a_full_store, an_act, ask, log, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed file with entries, rules of shifts and a closing."""
    with closing(a_full_store(tmp_path)) as store:
        store.schemes.adopt(SHIFT_RULES, an_act())
        store.closings.add(MONTH, '{"sheets":[]}', an_act())
        return store.path


def found(path: Path) -> list[tuple[str, str, str]]:
    """Return what a check of the file finds."""
    with closing(open_store(path)) as store:
        return [(finding.code, finding.subject, finding.where) for finding in store.verify()]


def test_a_sound_file_has_no_findings(path: Path) -> None:
    assert found(path) == []


@pytest.mark.parametrize(
    "change",
    ["note = 'other'", "points = -1", "day = '2026-10-13'", "count = 2", "recorded_by = 'x'", "code = 'BON-01'",
     "voided_at = '2026-10-12T00:00:00.000Z'", "rev = 5"],
)  # fmt: skip
def test_a_changed_entry_is_found(path: Path, change: str) -> None:
    tamper(path, f"UPDATE incident SET {change} WHERE id = 'entry-1'")
    assert found(path) == [("verify.changed", "incident", "entry-1")]


def test_an_entry_that_is_void_no_more_is_found(path: Path) -> None:
    tamper(path, "UPDATE incident SET voided_by = NULL, voided_at = NULL, void_reason = NULL WHERE id = 'entry-2'")
    assert found(path) == [("verify.changed", "incident", "entry-2")]


def test_a_deleted_entry_is_found(path: Path) -> None:
    tamper(path, "DELETE FROM incident WHERE id = 'entry-1'")
    assert found(path) == [("verify.missing", "incident", "entry-1")]


def test_an_added_entry_is_found(path: Path) -> None:
    tamper(
        path,
        "INSERT INTO incident (id, employee_id, day, time, code, count, note, search, recorded_by, recorded_at) "
        "SELECT 'new', employee_id, day, time, code, count, note, search, recorded_by, recorded_at "
        "FROM incident WHERE id = 'entry-1'",
    )
    assert found(path) == [("verify.unrecorded", "incident", "new")]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("employee", "base_salary = 1"),
        ("team", "name = 'Ours'"),
        ("rulebook", "digest = 'x'"),
        ("scheme", "digest = 'x'"),
        ("closing", "month = '2026-09'"),
    ],
)
def test_a_change_in_any_table_is_found(path: Path, table: str, change: str) -> None:
    tamper(path, f"UPDATE {table} SET {change}")
    assert ("verify.changed", table) in [(code, subject) for code, subject, _ in found(path)]


@pytest.mark.parametrize(("table", "column"), [("closing", "result"), ("rulebook", "text"), ("scheme", "text")])
def test_a_changed_sealed_text_is_found(path: Path, table: str, column: str) -> None:
    key = ask(path, f"SELECT id FROM {table}")
    tamper(path, f"UPDATE {table} SET {column} = 'other'")
    assert found(path) == [("verify.text", table, key)]


@pytest.mark.parametrize("column", ["at", "by_whom", "what", "subject_id"])
def test_a_changed_line_is_found(path: Path, column: str) -> None:
    tamper(path, f"UPDATE journal SET {column} = 'x' WHERE seq = 4")
    assert ("verify.line", "journal", "4") in found(path)


@pytest.mark.parametrize("after", ["'{}'", "NULL", "'{'"])
def test_a_line_with_another_after_is_found(path: Path, after: str) -> None:
    tamper(path, f"UPDATE journal SET after = {after} WHERE seq = 4")
    assert ("verify.line", "journal", "4") in found(path)


def test_a_line_sealed_anew_breaks_the_chain_behind_it(path: Path) -> None:
    with closing(open_store(path)) as store:
        row = store.db.first("SELECT seq, at, 'x', what, subject, subject_id, before, after, previous FROM journal "
                             "WHERE seq = 4")  # fmt: skip
        assert row is not None
        store.db.run("UPDATE journal SET by_whom = 'x', digest = ? WHERE seq = 4", (line_digest(*row),))  # type: ignore[arg-type]  # the columns in order
    assert found(path) == [("verify.chain", "journal", "5")]


def test_what_is_no_json_is_found_even_if_sealed(path: Path) -> None:
    with closing(open_store(path)) as store:
        seq, digest = store.journal.head()
        sealed = line_digest(seq + 1, "at", "by", "what", "none", "none", None, "{", digest)
        store.db.run("INSERT INTO journal VALUES (?, 'at', 'by', 'what', 'none', 'none', NULL, '{', ?, ?)",
                     (seq + 1, digest, sealed))  # fmt: skip
        store.db.run("UPDATE journal_head SET seq = ?, digest = ?", (seq + 1, sealed))
    assert found(path) == [("verify.line", "journal", str(seq + 1))]


def test_a_deleted_line_is_found(path: Path) -> None:
    tamper(path, "DELETE FROM journal WHERE seq = 4")
    assert ("verify.chain", "journal", "5") in found(path)


def test_lines_in_another_order_are_found(path: Path) -> None:
    tamper(
        path,
        "UPDATE journal SET seq = 1000 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 5",
        "UPDATE journal SET seq = 5 WHERE seq = 1000",
    )
    assert {where for code, _, where in found(path) if code == "verify.line"} == {"4", "5"}


def test_a_cut_end_is_found_although_the_rows_went_with_it(path: Path) -> None:
    tamper(
        path,
        "DELETE FROM closing",
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    )
    last = ask(path, "SELECT max(seq) FROM journal")
    assert found(path) == [("verify.end", "journal", str(last))]


def test_a_cut_end_is_found_by_the_rows_although_the_head_was_moved_back(path: Path) -> None:
    key = ask(path, "SELECT id FROM closing")
    tamper(
        path,
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "UPDATE journal_head SET seq = (SELECT max(seq) FROM journal), "
        "digest = (SELECT digest FROM journal ORDER BY seq DESC LIMIT 1)",
    )
    assert found(path) == [("verify.unrecorded", "closing", key)]


def test_a_reference_to_nobody_is_found(path: Path) -> None:
    tamper(path, "UPDATE incident SET employee_id = 'nobody' WHERE id = 'entry-1'")
    codes = [code for code, *_ in found(path)]
    assert codes == ["verify.reference", "verify.changed"]


def test_damage_inside_the_file_is_found(path: Path) -> None:
    with closing(open_store(path)) as store:
        store.incidents.add_many(((an_incident(note="x" * 200), "") for _ in range(500)), an_act())
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    assert {code for code, *_ in found(path)} == {"verify.file"}


def test_text_that_is_none_is_found(path: Path) -> None:
    tamper(path, "UPDATE incident SET note = CAST(x'ff' AS TEXT) WHERE id = 'entry-1'")
    assert "verify.file" in [code for code, *_ in found(path)]


def test_another_window_may_write_during_a_check(store: Store) -> None:
    with closing(open_store(store.path, busy_seconds=0)) as other, store.db.snapshot():
        assert store.incidents.count() == 0
        log(other, an_incident())
        assert store.incidents.count() == 0
        assert store.verify() == []
    assert store.incidents.count() == 1
