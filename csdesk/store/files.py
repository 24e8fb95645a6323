"""The one door to a team file: opened, made anew, backed up; refused and left as it was where it cannot be used."""

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from csdesk.store.closings import Closings
from csdesk.store.database import Database
from csdesk.store.errors import world_faults
from csdesk.store.ids import new_id
from csdesk.store.incidents import Incidents
from csdesk.store.journal import Act, Journal
from csdesk.store.keeping import Intake, Settings, Team, Teams
from csdesk.store.migrations import NEWEST, migrate
from csdesk.store.people import People
from csdesk.store.probe import APPLICATION_ID, address_of, check_usable
from csdesk.store.rulebooks import Rulebooks, RulebookText
from csdesk.store.tables import TEAM

if TYPE_CHECKING:
    from csdesk.store.attendance import Attendances
    from csdesk.store.facts import Facts
    from csdesk.store.handovers import Handovers
    from csdesk.store.leaves import Leaves
    from csdesk.store.prints import Prints
    from csdesk.store.roster import Roster
    from csdesk.store.schemes import Schemes, SchemeText
    from csdesk.store.shifts import Shifts
    from csdesk.store.special_days import SpecialDays
    from csdesk.store.swaps import Swaps
    from csdesk.store.verify import Finding

BUSY_SECONDS = 5.0


class Store:
    """An open team file, by subject.

    What the window does not need at its first showing is imported when it is first asked for.
    """

    def __init__(self, db: Database) -> None:
        self.db = db
        self.journal = Journal(db)
        self.teams = Teams(db, self.journal)
        self.people = People(db, self.journal)
        self.incidents = Incidents(db, self.journal)
        self.rulebooks = Rulebooks(db, self.journal)
        self.closings = Closings(db, self.journal)
        self.intake = Intake(db, self.journal)
        self.settings = Settings(db, self.journal)

    @cached_property
    def facts(self) -> "Facts":
        """What months are reckoned from, beside the log."""
        from csdesk.store.facts import Facts

        return Facts(self.db, self.journal)

    @cached_property
    def prints(self) -> "Prints":
        """Sheets that were printed, and those that came back signed."""
        from csdesk.store.prints import Prints

        return Prints(self.db, self.journal)

    @cached_property
    def leaves(self) -> "Leaves":
        """Leave, asked for and decided on."""
        from csdesk.store.leaves import Leaves

        return Leaves(self.db, self.journal)

    @cached_property
    def schemes(self) -> "Schemes":
        """Dated rules beside the points rulebook, by their kind."""
        from csdesk.store.schemes import Schemes

        return Schemes(self.db, self.journal)

    @cached_property
    def special_days(self) -> "SpecialDays":
        """Days whose kind was set by hand."""
        from csdesk.store.special_days import SpecialDays

        return SpecialDays(self.db, self.journal)

    @cached_property
    def shifts(self) -> "Shifts":
        """Shift types."""
        from csdesk.store.shifts import Shifts

        return Shifts(self.db, self.journal)

    @cached_property
    def roster(self) -> "Roster":
        """The roster as planned."""
        from csdesk.store.roster import Roster

        return Roster(self.db, self.journal)

    @cached_property
    def attendance(self) -> "Attendances":
        """Who was late, left early or was absent."""
        from csdesk.store.attendance import Attendances

        return Attendances(self.db, self.journal)

    @cached_property
    def handovers(self) -> "Handovers":
        """What one shift left for the next."""
        from csdesk.store.handovers import Handovers

        return Handovers(self.db, self.journal)

    @cached_property
    def swaps(self) -> "Swaps":
        """The register of swaps."""
        from csdesk.store.swaps import Swaps

        return Swaps(self.db, self.journal)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.db.path

    def team(self) -> Team:
        """Return the team that the file belongs to."""
        return self.teams.get()

    def atomic(self) -> AbstractContextManager[Database]:
        """Several changes as one: all of them are kept, or none."""
        return self.db.atomic()

    def data_version(self) -> int:
        """Return a number that changes whenever another process or window wrote to the file."""
        row = self.db.first("PRAGMA data_version")
        return int(row[0] or 0) if row else 0

    def verify(self) -> "list[Finding]":
        """Return everything that is not as the journal says; empty if the file is sound."""
        from csdesk.store.verify import verify

        return verify(self.db)

    def backup(self, target: Path, *, overwrite: bool = False) -> None:
        """Copy the open file to `target`, whole or not at all; StoreUnavailable where something is there."""
        from csdesk.store.placing import backup

        backup(self.db, Path(target), overwrite=overwrite)

    def close(self) -> None:
        """Close the file; the last one to close leaves no helper files behind."""
        self.db.close()


def open_db(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Open the team file at `path`; StoreUnavailable, with the file untouched, where it cannot be used."""
    path = Path(path)
    check_usable(path)
    db = _connect(path, "rw", busy_seconds)
    try:
        if _version(db) < NEWEST:
            migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def open_store(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the team file at `path`; see open_db."""
    return Store(open_db(path, busy_seconds=busy_seconds))


def create_store(
    path: Path,
    team: str,
    manager: str,
    rulebooks: Sequence[RulebookText],
    act: Act,
    schemes: "Sequence[SchemeText]" = (),
) -> Store:
    """Make a new team file at `path`, whole or not at all, and open it; StoreUnavailable where something is there."""
    from csdesk.store.placing import check_place, made_beside

    path = Path(path)
    check_place(path)
    with made_beside(path) as unfinished:
        _fill(unfinished, team, manager, rulebooks, schemes, act)
    return open_store(path)


def _fill(
    path: Path,
    team: str,
    manager: str,
    rulebooks: Sequence[RulebookText],
    schemes: "Sequence[SchemeText]",
    act: Act,
) -> None:
    """Write a new team file and close it."""
    db = _connect(path, "rwc", BUSY_SECONDS)
    with closing(db):
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        with db.atomic():
            migrate(db)
            store = Store(db)
            store.journal.add(TEAM, new_id(), (team, manager, act.moment, 0), act)
            for version in rulebooks:
                store.rulebooks.adopt(version, act)
            for scheme in schemes:
                store.schemes.adopt(scheme, act)


def _connect(path: Path, mode: str, busy_seconds: float) -> Database:
    """Return a connection set up as every connection must be."""
    address = address_of(path, f"mode={mode}")
    with world_faults(path):
        connection = sqlite3.connect(address, uri=True, timeout=busy_seconds, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -32768")
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except BaseException:
            connection.close()
            raise
        return Database(connection, path)


def _version(db: Database) -> int:
    """Return the schema version of an open file."""
    row = db.first("PRAGMA user_version")
    return int(row[0] or 0) if row else 0
