"""The journal: every change leaves one line, in the same transaction, and each line seals the one before it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from json.encoder import encode_basestring
from typing import NamedTuple, cast

from csdesk.store.columns import moment_text
from csdesk.store.database import Database, Row, Value
from csdesk.store.tables import Table, canonical

ORIGIN = "0" * 64
"""What the first line names as the digest before it."""

_COLUMNS = "seq, at, by_whom, what, subject, subject_id, before, after, previous, digest"
_ADD_LINE = f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_READ_HEAD = "SELECT seq, digest FROM journal_head WHERE name = 'head'"
_MOVE_HEAD = "UPDATE journal_head SET seq = ?, digest = ? WHERE name = 'head'"


class Act(NamedTuple):
    """Who does what, and when: given with every change. at: with its time zone. what: a code, ``incident.record``."""

    by: str
    at: datetime
    what: str

    @property
    def moment(self) -> str:
        """The moment as it is kept: ISO text in UTC."""
        return moment_text(self.at)


class JournalLine(NamedTuple):
    """One line. before, after: the row's facts by column (None: there was no row), without those that are empty."""

    seq: int
    at: str
    by: str
    what: str
    subject: str
    subject_id: str
    before: Mapping[str, Value] | None
    after: Mapping[str, Value] | None
    previous: str
    digest: str


def line_digest(
    seq: int, at: str, by: str, what: str, subject: str, subject_id: str, before: str | None, after: str | None,
    previous: str,
) -> str:  # fmt: skip
    """Return the SHA-256 that seals a line: of one JSON array, with `before` and `after` in it as they are kept."""
    return _digest(seq, _head_text(at, by, what, subject), encode_basestring(subject_id), before, after, previous)


def _head_text(at: str, by: str, what: str, subject: str) -> str:
    """Return the part of the sealed text that all lines of an act have in common."""
    return canonical([at, by, what, subject])[1:-1]


def _digest(seq: int, head: str, subject_id: str, before: str | None, after: str | None, previous: str) -> str:
    text = f'[{seq},{head},{subject_id},{before or "null"},{after or "null"},"{previous}"]'
    return sha256(text.encode()).hexdigest()


class Journal:
    """Reads the journal, and writes rows together with their lines."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def head(self) -> tuple[int, str]:
        """Return number and digest of the last line."""
        row = self._db.first(_READ_HEAD)
        return (0, ORIGIN) if row is None else cast(tuple[int, str], row)

    def add(self, table: Table, key: str, facts: Row, act: Act, apart: Row = ()) -> None:
        """Insert a row and its line."""
        db = self._db
        with db.atomic():
            db.run(table.insert, (key, *facts, *apart))
            self._write(table, key, None, table.written(facts), act)

    def add_many(self, table: Table, rows: Iterable[tuple[str, Row, Row]], act: Act) -> None:
        """Insert many rows of (key, facts, columns apart) with a line each; all or none of them."""
        with self._db.atomic():
            self._db.run_many(table.insert, self._writing(table, rows, act))

    def _writing(self, table: Table, rows: Iterable[tuple[str, Row, Row]], act: Act) -> Iterator[Row]:
        """Yield the rows to insert while their lines are written in bundles."""
        db, (seq, previous) = self._db, self.head()
        at, by, what, subject = act.moment, act.by, act.what, table.name
        head, written = _head_text(at, by, what, subject), table.written
        lines: list[Row] = []
        for key, facts, apart in rows:
            seq += 1
            after = written(facts)
            digest = _digest(seq, head, encode_basestring(key), None, after, previous)
            lines.append((seq, at, by, what, subject, key, None, after, previous, digest))
            previous = digest
            if len(lines) == 1000:
                db.run_many(_ADD_LINE, lines)
                lines = []
            yield (key, *facts, *apart)
        db.run_many(_ADD_LINE, lines)
        db.run(_MOVE_HEAD, (seq, previous))

    def change(
        self, table: Table, key: str, changes: Mapping[str, Value], act: Act, *, rev: int | None = None,
        while_empty: str | None = None, apart: Mapping[str, Value] | None = None,
    ) -> Row | None:  # fmt: skip
        """Change a row and write its line; return the new row (key first), or None where nothing was changed.

        rev: the revision that was read; another one means that somebody else was first. None: whatever it is now.
        while_empty: a column that must still be NULL, for what is done once (voided_at). apart: see Table.
        """
        db = self._db
        with db.atomic():
            old = db.first(f"{table.select} WHERE {table.key} = ?", (key,))
            if old is None:
                return None
            facts = dict(zip(table.facts, old[1:], strict=True))
            if rev is not None and facts["rev"] != rev:
                return None
            if while_empty is not None and facts[while_empty] is not None:
                return None
            facts.update(changes)
            if "rev" in facts:
                facts["rev"] = cast(int, old[1 + table.facts.index("rev")]) + 1
            new, also = table.values(facts), apart or {}
            places = ", ".join(f"{name} = ?" for name in (*table.facts, *also))
            db.run(f"UPDATE {table.name} SET {places} WHERE {table.key} = ?", (*new, *also.values(), key))
            self._write(table, key, table.written(old[1:]), table.written(new), act)
        return (key, *new)

    def _write(self, table: Table, key: str, before: str | None, after: str | None, act: Act) -> None:
        """Write one line; the caller's transaction is open."""
        db, (seq, previous) = self._db, self.head()
        seq += 1
        at, by, what, subject = act.moment, act.by, act.what, table.name
        digest = line_digest(seq, at, by, what, subject, key, before, after, previous)
        db.run(_ADD_LINE, (seq, at, by, what, subject, key, before, after, previous, digest))
        db.run(_MOVE_HEAD, (seq, digest))

    def of_subject(self, subject_id: str) -> list[JournalLine]:
        """Return the lines of one row, oldest first."""
        sql = f"SELECT {_COLUMNS} FROM journal WHERE subject_id = ? ORDER BY seq"
        return _lines(self._db.fetch(sql, (subject_id,)))

    def lines(self, limit: int = 100, before_seq: int | None = None) -> list[JournalLine]:
        """Return the newest lines, newest first; before_seq: only those before that line."""
        where, values = ("", [limit]) if before_seq is None else ("WHERE seq < ?", [before_seq, limit])
        return _lines(self._db.fetch(f"SELECT {_COLUMNS} FROM journal {where} ORDER BY seq DESC LIMIT ?", values))


def _lines(rows: Sequence[Row]) -> list[JournalLine]:
    """Return rows of the journal as lines."""
    lines = []
    for row in rows:
        seq, at, by, what, subject, subject_id, before, after, previous, digest = row
        kept = [None if text is None else json.loads(cast(str, text)) for text in (before, after)]
        lines.append(
            JournalLine(
                cast(int, seq), str(at), str(by), str(what), str(subject), str(subject_id), kept[0], kept[1],
                str(previous), str(digest),
            )
        )  # fmt: skip
    return lines
