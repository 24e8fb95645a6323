"""Whether a team file is what its journal says: the chain, the rows, the sealed texts, the file itself."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from csdesk.store.closings import text_digest
from csdesk.store.database import Database, Row
from csdesk.store.errors import StoreUnavailable
from csdesk.store.journal import ORIGIN, line_digest
from csdesk.store.tables import TABLES, Table

_LINES = "SELECT seq, at, by_whom, what, subject, subject_id, before, after, previous, digest FROM journal ORDER BY seq"


class Finding(NamedTuple):
    """One thing that is wrong. code: the key of the sentence. where: the line's number or the row's id."""

    code: str
    subject: str = ""
    where: str = ""


def verify(db: Database) -> list[Finding]:
    """Return everything that is wrong, the file itself first; empty if the file is sound."""
    # One moment, so that another window's writing does not look like damage.
    with db.snapshot():
        found = _file(db)
        if any(finding.code == "verify.file" for finding in found):
            return found
        for part in (_chain(db), *(_rows(db, table) for table in TABLES), _texts(db)):
            try:
                found.extend(part)
            except StoreUnavailable as error:
                found.append(Finding("verify.file", where=str(error.__cause__)))
    return found


def _file(db: Database) -> list[Finding]:
    """Return what SQLite itself finds."""
    try:
        damage = [str(row[0]) for row in db.fetch("PRAGMA integrity_check")]
        if damage != ["ok"]:
            return [Finding("verify.file", where=line) for line in damage]
        broken = db.fetch("PRAGMA foreign_key_check")
    except StoreUnavailable as error:
        return [Finding("verify.file", where=str(error.__cause__))]
    return [Finding("verify.reference", str(row[0]), str(row[1])) for row in broken]


def _chain(db: Database) -> Iterator[Finding]:
    """Yield the lines that break the chain, and an end that was cut off."""
    expected, previous = 1, ORIGIN
    for row in db.stream(_LINES):
        seq, sealed, digest = cast(int, row[0]), cast(str, row[8]), cast(str, row[9])
        if seq != expected or sealed != previous:
            yield Finding("verify.chain", "journal", str(seq))
        if line_digest(*cast(Any, row[:9])) != digest or not _readable(row):
            yield Finding("verify.line", "journal", str(seq))
        expected, previous = seq + 1, digest
    head = db.first("SELECT seq, digest FROM journal_head WHERE name = 'head'")
    if head != (expected - 1, previous):
        yield Finding("verify.end", "journal", str(expected - 1))


def _readable(row: Row) -> bool:
    """Return whether a line's before and after are JSON."""
    try:
        for text in row[6:8]:
            json.loads(cast(str, text)) if text is not None else None
    except ValueError:
        return False
    return True


def _rows(db: Database, table: Table) -> Iterator[Finding]:
    """Yield the rows of a table that are not what their latest line says, and those that are gone."""
    columns = ", ".join(f"t.{name}" for name in (table.key, *table.facts))
    latest = f"SELECT max(seq) FROM journal WHERE subject = '{table.name}' AND subject_id = t.{table.key}"
    sql = (
        f"SELECT j.after, {columns} FROM {table.name} AS t LEFT JOIN journal AS j ON j.seq = ({latest}) "
        f"ORDER BY t.{table.key}"
    )
    for after, key, *facts in db.stream(sql):
        if after is None:
            yield Finding("verify.unrecorded", table.name, str(key))
        elif after != table.written(tuple(facts)):
            yield Finding("verify.changed", table.name, str(key))
    gone = (
        f"SELECT DISTINCT subject_id FROM journal WHERE subject = '{table.name}' AND NOT EXISTS "
        f"(SELECT 1 FROM {table.name} AS t WHERE t.{table.key} = journal.subject_id) ORDER BY subject_id"
    )
    for (key,) in db.stream(gone):
        yield Finding("verify.missing", table.name, str(key))


def _texts(db: Database) -> Iterator[Finding]:
    """Yield the sealed texts that do not match their digest."""
    for subject, column in (("closing", "result"), ("rulebook", "text"), ("scheme", "text")):
        for key, digest, text in db.stream(f"SELECT id, digest, {column} FROM {subject} ORDER BY id"):
            if text_digest(str(text)) != digest:
                yield Finding("verify.text", subject, str(key))
