"""Months that were closed, each with its result as it stood."""

from hashlib import sha256
from typing import Any, NamedTuple

from csdesk.core.month import Month
from csdesk.store.columns import month_of
from csdesk.store.database import Database
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import CLOSING


class Closing(NamedTuple):
    """A closed month. result: canonical JSON. digest: SHA-256 of the result, hex."""

    id: str
    month: Month
    result: str
    digest: str
    by: str
    at: str
    reopened_by: str | None = None
    reopened_at: str | None = None
    reopen_reason: str | None = None
    rev: int = 0


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, hex."""
    return sha256(text.encode()).hexdigest()


class Closings:
    """Months that were closed, with the result as it stood."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def of(self, month: Month) -> Closing | None:
        """Return the closing of a month that is in force, or None."""
        sql = f"SELECT id, result, {', '.join(CLOSING.facts)} FROM closing WHERE month = ? AND reopened_at IS NULL"
        row: tuple[Any, ...] | None = self._db.first(sql, (str(month),))
        return None if row is None else Closing(row[0], month, row[1], *row[3:])

    def add(self, month: Month, result: str, act: Act) -> Closing | None:
        """Close a month with its result (canonical JSON); None if it is closed already."""
        with self._db.atomic():
            if self.of(month) is not None:
                return None
            key, digest = new_id(), text_digest(result)
            row = (str(month), digest, act.by, act.moment, None, None, None, 0)
            self._journal.add(CLOSING, key, row, act, (result,))
        return Closing(key, month, result, digest, act.by, act.moment)

    def reopen(self, closing_id: str, rev: int, reason: str, act: Act) -> bool:
        """Reopen a closed month; False if that was done already."""
        changes = {"reopened_by": act.by, "reopened_at": act.moment, "reopen_reason": reason}
        return self._journal.change(CLOSING, closing_id, changes, act, rev=rev, while_empty="reopened_at") is not None

    def months_closed(self) -> set[Month]:
        """Return the months that are closed."""
        sql = "SELECT month FROM closing WHERE reopened_at IS NULL ORDER BY month"
        return set(self._db.read(lambda row: month_of(row[0]), sql))
