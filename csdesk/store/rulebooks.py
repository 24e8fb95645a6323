"""The versions of the rulebook that the team has adopted."""

from datetime import date
from typing import NamedTuple

from csdesk.store.columns import day_of
from csdesk.store.database import Database
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import RULEBOOK


class RulebookText(NamedTuple):
    """One adopted version of the rulebook. digest: SHA-256 of the text, hex."""

    id: str
    in_force_from: date
    digest: str
    text: str


class Rulebooks:
    """Adopted versions of the rulebook, as the texts they are read from."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[RulebookText]:
        """Return every adopted version, oldest first."""
        sql = "SELECT id, in_force_from, digest, text FROM rulebook ORDER BY in_force_from"
        return self._db.read(lambda row: RulebookText(row[0], day_of(row[1]), row[2], row[3]), sql)

    def adopt(self, version: RulebookText, act: Act) -> bool:
        """Adopt a version; False if one with its id or its first day was adopted already."""
        first = version.in_force_from.isoformat()
        with self._db.atomic():
            taken = self._db.first("SELECT id FROM rulebook WHERE id = ? OR in_force_from = ?", (version.id, first))
            if taken is None:
                self._journal.add(RULEBOOK, version.id, (first, version.digest), act, (version.text,))
        return taken is None
