"""The daily log: entries are added and voided, never deleted."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, cast

from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.store.columns import day_of, time_of, time_text
from csdesk.store.database import Database, Row
from csdesk.store.errors import world_faults
from csdesk.store.ids import new_id
from csdesk.store.incident_pages import Page, PageQuery, Pages
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import INCIDENT

_IN_MONTH = (
    "SELECT id, employee_id, day, time, code, points, minutes, count, note, recorded_by, recorded_at, corrects, rev "
    "FROM incident WHERE day >= ? AND day <= ? AND voided_at IS NULL ORDER BY day, time, id"
)

_make = cast(Callable[[tuple[Any, ...]], Incident], partial(tuple.__new__, Incident))


class Incidents:
    """Entries of the log, in the table `incident`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal
        self._pages = Pages(db)

    def add(self, incident: Incident, search: str, act: Act) -> Incident:
        """Store a new entry and return it with its id (made here where empty)."""
        stored = incident if incident.id else incident._replace(id=new_id())
        self._journal.add(INCIDENT, stored.id, _facts(stored), act, (search,))
        return stored

    def add_many(self, entries: Iterable[tuple[Incident, str]], act: Act) -> list[str]:
        """Store many entries with their search texts, all or none; return their ids in order."""
        ids: list[str] = []

        def rows() -> Iterator[tuple[str, Row, Row]]:
            for incident, search in entries:
                key = incident.id or new_id()
                ids.append(key)
                yield key, _facts(incident), (search,)

        self._journal.add_many(INCIDENT, rows(), act)
        return ids

    def get(self, incident_id: str) -> Incident | None:
        """Return one entry, void or not, or None."""
        return self._db.read_first(_incident, f"{INCIDENT.select} WHERE id = ?", (incident_id,))

    def void(self, incident_id: str, rev: int, reason: str, act: Act) -> Incident | None:
        """Void an entry with a reason; None if it was voided or changed since it was read."""
        changes = {"voided_by": act.by, "voided_at": act.moment, "void_reason": reason}
        row = self._journal.change(INCIDENT, incident_id, changes, act, rev=rev, while_empty="voided_at")
        return None if row is None else _incident(row)

    def in_month(self, month: Month) -> list[Incident]:
        """Return the month's entries that are not void, by day, time, id."""
        make, days, times = _make, day_of, time_of
        with world_faults(self._db.path):
            rows = self._db.conn.execute(_IN_MONTH, (month.first.isoformat(), month.last.isoformat()))
            # Written out and read row by row, because a month may hold tens of thousands and is read again and again.
            return [
                make((key, who, days(day), times(time), code, points, minutes, count, note, by, at, corrects,
                      None, None, None, rev))
                for key, who, day, time, code, points, minutes, count, note, by, at, corrects, rev in rows
            ]  # fmt: skip

    def of_employee(self, employee_id: str, month: Month, with_void: bool = False) -> list[Incident]:
        """Return one person's entries of a month, by day, time, id."""
        void = "" if with_void else "AND voided_at IS NULL"
        sql = f"{INCIDENT.select} WHERE employee_id = ? AND day >= ? AND day <= ? {void} ORDER BY day, time, id"
        return self._db.read(_incident, sql, (employee_id, month.first.isoformat(), month.last.isoformat()))

    def page(self, query: PageQuery) -> Page:
        """Return one screen of a filtered and sorted list, and how long the whole list is."""
        rows, total = self._pages.read(query)
        with world_faults(self._db.path):
            return Page([_incident(row) for row in rows], total)

    def count(self) -> int:
        """Return how many entries there are, void ones included."""
        row = self._db.first("SELECT count(*) FROM incident")
        return cast(int, row[0]) if row else 0


def _facts(incident: Incident) -> Row:
    """Return the row of an entry, in the order of INCIDENT.facts."""
    return (
        incident.employee_id, incident.day.isoformat(), time_text(incident.time), incident.code, incident.points,
        incident.minutes, incident.count, incident.note, incident.by, incident.at, incident.corrects,
        incident.voided_by, incident.voided_at, incident.void_reason, incident.rev,
    )  # fmt: skip


def _incident(row: tuple[Any, ...]) -> Incident:
    """Return the entry that a row of INCIDENT.select holds: its columns stand in the order of Incident's fields."""
    key, who, day, time, *rest = row
    return _make((key, who, day_of(day), time_of(time), *rest))
