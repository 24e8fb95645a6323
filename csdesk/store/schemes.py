"""The dated rules beside the points rulebook that the team has adopted: of shifts, for example."""

from datetime import date
from typing import NamedTuple

from csdesk.store.columns import day_of
from csdesk.store.database import Database
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import SCHEME


class SchemeText(NamedTuple):
    """One adopted version of one kind of rules. digest: SHA-256 of the text, hex."""

    id: str
    kind: str
    in_force_from: date
    digest: str
    text: str


class Schemes:
    """Adopted versions of rules by their kind, as the texts they are read from."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self, kind: str) -> list[SchemeText]:
        """Return every adopted version of a kind, oldest first."""
        sql = "SELECT id, kind, in_force_from, digest, text FROM scheme WHERE kind = ? ORDER BY in_force_from"
        return self._db.read(lambda row: SchemeText(row[0], row[1], day_of(row[2]), row[3], row[4]), sql, (kind,))

    def adopt(self, version: SchemeText, act: Act) -> bool:
        """Adopt a version; False if one with its id, or of its kind with its first day, was adopted already."""
        first = version.in_force_from.isoformat()
        sql = "SELECT id FROM scheme WHERE id = ? OR (kind = ? AND in_force_from = ?)"
        with self._db.atomic():
            taken = self._db.first(sql, (version.id, version.kind, first))
            if taken is None:
                self._journal.add(SCHEME, version.id, (version.kind, first, version.digest), act, (version.text,))
        return taken is None
