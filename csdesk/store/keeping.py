"""What the file keeps about itself: the team, its settings, and which rows of workbooks it has taken in."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from csdesk.store.database import Database
from csdesk.store.errors import StoreUnavailable
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import INTAKE_ROW, SETTING, TEAM

_AT_ONCE = 500


class Team(NamedTuple):
    """The team that a file belongs to."""

    id: str
    name: str
    manager_name: str
    created_at: str
    rev: int = 0


class Teams:
    """The one row of the table `team`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def get(self) -> Team:
        """Return the team; StoreUnavailable if its row is gone."""
        row: tuple[Any, ...] | None = self._db.first(f"{TEAM.select} ORDER BY id")
        if row is None:
            raise StoreUnavailable("file.damaged", file=str(self._db.path))
        return Team(*row)

    def update(self, team: Team, act: Act) -> Team | None:
        """Store changed names; None if they were changed since they were read."""
        changes = {"name": team.name, "manager_name": team.manager_name}
        row: tuple[Any, ...] | None = self._journal.change(TEAM, team.id, changes, act, rev=team.rev)
        return None if row is None else Team(*row)


class Settings:
    """Choices that belong to the team and not to one person's window."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def get(self, key: str) -> str | None:
        """Return what is set, or None."""
        row = self._db.first("SELECT value FROM setting WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def put(self, key: str, value: str, act: Act) -> None:
        """Set something."""
        with self._db.atomic():
            present = self.get(key)
            if present is None:
                self._journal.add(SETTING, key, (value,), act)
            elif present != value:
                self._journal.change(SETTING, key, {"value": value}, act)


class Intake:
    """Rows of workbooks that were taken in, by the digest of their cells."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def known(self, digests: Collection[str]) -> set[str]:
        """Return those of `digests` that were taken in before."""
        wanted, found = list(digests), set[str]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._db.fetch(f"SELECT digest FROM intake_row WHERE digest IN ({marks}) ORDER BY digest", some)
            found.update(str(row[0]) for row in rows)
        return found

    def add_many(self, rows: Iterable[tuple[str, str]], act: Act) -> None:
        """Note rows as taken in: (digest, sheet), none of them known before."""
        moment = act.moment
        self._journal.add_many(INTAKE_ROW, ((digest, (sheet, moment), ()) for digest, sheet in rows), act)
