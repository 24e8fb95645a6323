"""What every use case shares: the open file, who works, and the clock."""

import getpass
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebook, Rulebooks
from csdesk.core.rulebook_file import read
from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import Store
from csdesk.store.journal import Act


class User(NamedTuple):
    """Who works at the desk; for now the user of the operating system."""

    name: str


def os_user() -> User:
    """Return the user of the operating system, or the computer where it knows the user by no name."""
    try:
        return User(getpass.getuser())
    except (KeyError, ImportError, OSError):  # a container's bare number; which of them depends on system and Python
        import platform  # few ask it, and it takes its time to load

        return User(platform.node() or "?")


class Session:
    """One open team file, its user and its clock; use cases get it passed in.

    now: gives the present moment, aware of its time zone.
    """

    def __init__(self, store: Store, actor: User, now: Callable[[], datetime]) -> None:
        self.store = store
        self.actor = actor
        self.now = now
        self._rulebooks: tuple[int, Rulebooks] | None = None

    def today(self) -> date:
        """Return the local day."""
        return self.now().date()

    def local_day(self, at: str) -> date:
        """Return the local day of a moment as it is kept, ISO text in UTC."""
        return datetime.fromisoformat(at).astimezone(self.now().tzinfo).date()

    def act(self, what: str) -> Act:
        """Return the journal's head for one change: who, when (UTC) and what."""
        return Act(by=self.actor.name, at=self.now().astimezone(UTC), what=what)

    def closed_months(self) -> frozenset[Month]:
        """Return the months that are closed."""
        return frozenset(self.store.closings.months_closed())

    def rulebooks(self) -> Rulebooks:
        """Return the versions that the team has adopted; read again when another process has written."""
        version = self.store.data_version()
        if self._rulebooks is None or self._rulebooks[0] != version:
            self._rulebooks = version, self._read_rulebooks()
        return self._rulebooks[1]

    def _read_rulebooks(self) -> Rulebooks:
        versions = []
        for row in self.store.rulebooks.all():
            rulebook = read(row.text, row.id)
            if not isinstance(rulebook, Rulebook) or rulebook.digest != row.digest:
                raise StoreUnavailable("file.rulebook-damaged", file=str(self.store.path), rulebook=row.id)
            versions.append(rulebook)
        return Rulebooks(tuple(versions))
