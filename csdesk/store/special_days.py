"""The days whose kind the team has set by hand."""

from datetime import date
from typing import NamedTuple

from csdesk.core.days import DayKind
from csdesk.store.columns import day_of
from csdesk.store.database import Database
from csdesk.store.errors import UnreadableValueError
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import SPECIAL_DAY

_AS_ARRANGED = ""
"""The kind of a day that is no longer set by hand: its row stays, for nothing is deleted."""


class DaySet(NamedTuple):
    """A day set by hand. name: of the holiday, in whatever language it was typed; empty where there is none."""

    day: date
    kind: DayKind
    name: str = ""


class SpecialDays:
    """The table of days set by hand."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[DaySet]:
        """Return every day that is set, earliest first."""
        sql = "SELECT day, kind, name FROM special_day WHERE kind <> ? ORDER BY day"
        return self._db.read(lambda row: DaySet(day_of(row[0]), _kind_of(row[1]), row[2]), sql, (_AS_ARRANGED,))

    def put(self, day: DaySet, act: Act) -> None:
        """Set a day."""
        self._put(day.day, day.kind, day.name, act)

    def take_back(self, day: date, act: Act) -> None:
        """Let a day be again what it is by itself."""
        with self._db.atomic():
            if any(one.day == day for one in self.all()):
                self._put(day, _AS_ARRANGED, "", act)

    def _put(self, day: date, kind: str, name: str, act: Act) -> None:
        """Write a row and its line, where anything changes."""
        key = day.isoformat()
        with self._db.atomic():
            present = self._db.first("SELECT kind, name FROM special_day WHERE day = ?", (key,))
            if present is None:
                self._journal.add(SPECIAL_DAY, key, (str(kind), name, 0), act)
            elif present != (kind, name):
                self._journal.change(SPECIAL_DAY, key, {"kind": str(kind), "name": name}, act)


def _kind_of(text: str) -> DayKind:
    try:
        return DayKind(text)
    except ValueError as error:
        raise UnreadableValueError(f"not a kind of day: {text!r:.40}") from error
