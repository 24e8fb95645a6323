"""One screen of the log: filtered, sorted and counted in SQL, however long the log is."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar, cast

from csdesk.core.incidents import Incident
from csdesk.store.database import Database, Row, Value
from csdesk.store.incident_finding import FEW, Finder, Found, PageQuery, Sort, Term, conditions, marks
from csdesk.store.tables import INCIDENT

__all__ = ["Page", "PageQuery", "Pages", "Sort", "Term"]

_T = TypeVar("_T")


class Page(NamedTuple):
    """rows: the entries of one screen. total: how many the filters let through."""

    rows: list[Incident]
    total: int


class Group(NamedTuple):
    """Entries of one person, or of one rule with the same points and count: an index holds them by day, time, id."""

    where: str
    values: tuple[Value, ...]


# Every order ends with day, time and id, so that no two entries may change places. v.value: see _ranks.
_ORDERS: Mapping[Sort, str] = {
    "when": "",
    "who": "coalesce(v.value, 0) {d}, ",
    "code": "i.code {d}, ",
    "severity": "coalesce(v.value, 0) {d}, i.code {d}, ",
    "points": "coalesce(i.points, v.value, 0) * i.count {d}, ",
    "note": "i.note {d}, ",
    "by": "i.recorded_by {d}, ",
}
_BY_DAY = "i.day {d}, i.time {d}, i.id {d}"
_WITH_OWN_INDEX = ("when", "note", "by")
_COLUMNS = ", ".join(f"i.{name}" for name in (INCIDENT.key, *INCIDENT.facts))
_ALIKE = "SELECT i.code, i.points, i.count, count(*) FROM incident AS i {} GROUP BY i.code, i.points, i.count"


class Pages:
    """Reads screens of the log, and remembers what it counted until the file changes.

    few: up to how many entries are sorted; in a longer list, entries are read in their order from the indexes.
    """

    def __init__(self, db: Database, few: int = FEW) -> None:
        self._db = db
        self._finder = Finder(db, few)
        self._version: tuple[object, int] | None = None
        self._known: dict[object, object] = {}

    def read(self, query: PageQuery) -> tuple[list[Row], int]:
        """Return the rows of INCIDENT.select for one screen, and the whole list's length."""
        self._forget_what_changed()
        found = self._found(query)
        if found.total == 0:
            return [], 0
        if found.ids is not None:
            return self._sorted(query, f"WHERE i.id IN ({marks(found.ids)})", found.ids), found.total
        where, values = conditions(query)
        if query.is_narrow:
            return self._sorted(query, where, values), found.total
        if query.sort in _WITH_OWN_INDEX:
            sql = f"SELECT {_COLUMNS} FROM incident AS i {where} ORDER BY {_order(query)} LIMIT ? OFFSET ?"
            return self._db.fetch(sql, [*values, query.limit, query.offset]), found.total
        return self._walked(query, where, values), found.total

    # What is remembered

    def _forget_what_changed(self) -> None:
        version = self._db.first("PRAGMA data_version"), self._db.conn.total_changes
        if self._version != version:
            # What is read in a transaction may be taken back with it, which no number tells.
            self._version = None if self._db.conn.in_transaction else version
            self._known.clear()
            self._finder.forget()

    def _remember(self, kind: str, what: object, known: _T) -> _T:
        """Keep one answer of each kind."""
        self._known[kind] = what, known
        return known

    def _recall(self, kind: str, what: object) -> object:
        """Return the answer that was kept, None where another question was asked since."""
        asked, known = cast(tuple[object, object], self._known.get(kind, (None, None)))
        return known if asked == what else None

    def _found(self, query: PageQuery) -> Found:
        """Return what the filters let through; not looked for again for the next screen or another order."""
        known = self._recall("found", query.filters)
        return cast(Found, known) if known else self._remember("found", query.filters, self._finder.find(query))

    # Short lists

    def _sorted(self, query: PageQuery, where: str, values: Sequence[Value]) -> list[Row]:
        """Return a screen of a short list, by sorting it."""
        head, join, ranks = self._ranks(query)
        order = _order(query)
        if query.sort == "when":
            sql = f"SELECT {_COLUMNS} FROM incident AS i {where} ORDER BY {order} LIMIT ? OFFSET ?"
        else:
            # The keys are sorted first, so that the sorter carries no whole rows.
            keys = f"SELECT i.id FROM incident AS i {join} {where} ORDER BY {order} LIMIT ? OFFSET ?"
            sql = f"{head}SELECT {_COLUMNS} FROM incident AS i {join} WHERE i.id IN ({keys}) ORDER BY {order}"
        return self._db.fetch(sql, [*ranks, *values, query.limit, query.offset])

    def _ranks(self, query: PageQuery) -> tuple[str, str, list[Value]]:
        """Return what the order needs beside the entries: a WITH clause, a join, and the clause's values."""
        if query.sort not in ("who", "severity", "points"):
            return "", "", []
        pairs = {"who": self._places(query), "severity": query.severities, "points": query.rule_points}[query.sort]
        # One pair more than needed, so that the list is never empty.
        pairs = {"": 0, **pairs}
        key = "i.employee_id" if query.sort == "who" else "i.code"
        listed = ", ".join(["(CAST(? AS TEXT), CAST(? AS INTEGER))"] * len(pairs))
        values: list[Value] = [value for pair in pairs.items() for value in pair]
        return f"WITH v (key, value) AS (VALUES {listed}) ", f"LEFT JOIN v ON v.key = {key}", values

    def _places(self, query: PageQuery) -> Mapping[str, int]:
        """Return everybody's place among the people, as the query ranks them, else by name and number."""
        people = sorted(self._finder.people(), key=lambda person: query.names.get(person, 0))
        return {person: place for place, person in enumerate(people, start=1)}

    # Long lists

    def _walked(self, query: PageQuery, where: str, values: Sequence[Value]) -> list[Row]:
        """Return a screen of a long list, read group by group in the order of the groups until it is full."""
        sizes = self._sizes(query, where, values) if query.offset else {}
        skipped, wanted, ids = query.offset, query.limit, list[str]()
        for section in self._sections(query):
            size = sum(sizes.get(group, 0) for group in section)
            if skipped and skipped >= size:
                skipped -= size
                continue
            found = self._of_section(section, query, (where, values), skipped + wanted)[skipped:]
            skipped, wanted = 0, wanted - len(found)
            ids += found
            if not wanted:
                break
        rows = self._db.fetch(f"SELECT {_COLUMNS} FROM incident AS i WHERE i.id IN ({marks(ids)}) ORDER BY i.id", ids)
        by_id = {row[0]: row for row in rows}
        return [by_id[key] for key in ids]

    def _of_section(
        self, section: Sequence[Group], query: PageQuery, filters: tuple[str, Sequence[Value]], limit: int
    ) -> list[str]:
        """Return the first ids of entries that nothing but day, time and id sorts, at most `limit`."""
        where, values = filters
        order = _BY_DAY.format(d="DESC" if query.descending else "ASC")
        rows: list[Row] = []
        for group in section:
            both = f"{where} AND {group.where}" if where else f"WHERE {group.where}"
            sql = f"SELECT i.day, i.time, i.id FROM incident AS i {both} ORDER BY {order} LIMIT ?"
            rows += self._db.fetch(sql, [*values, *group.values, limit])
        if len(section) > 1:
            rows.sort(key=lambda row: cast(tuple[str, str, str], row), reverse=query.descending)
        return [cast(str, row[2]) for row in rows[:limit]]

    def _sections(self, query: PageQuery) -> list[list[Group]]:
        """Return the groups in the wanted order, those together that it holds equal."""
        if query.sort == "who":
            candidates = self._finder.candidates(query)
            sections = [[_of_person(person)] for person in self._places(query) if person in candidates]
            return sections[::-1] if query.descending else sections
        # All groups that there are; those in which nothing is found are passed by quickly.
        alike = cast(list[Row] | None, self._recall("groups", ""))
        if alike is None:
            alike = self._remember("groups", "", self._db.fetch(_ALIKE.format("")))

        def key(row: Row) -> tuple[int | str, ...]:
            code, points, count, _ = cast(tuple[str, int | None, int, int], row)
            if query.sort == "points":
                return ((query.rule_points.get(code, 0) if points is None else points) * count,)
            return (query.severities.get(code, 0), code) if query.sort == "severity" else (code,)

        ordered = sorted(alike, key=key, reverse=query.descending)
        return [[_of_rule(row) for row in rows] for _, rows in groupby(ordered, key)]

    def _sizes(self, query: PageQuery, where: str, values: Sequence[Value]) -> Mapping[Group, int]:
        """Return how many entries each group has among those that the filters let through."""
        what = query.filters, query.sort == "who"
        known = self._recall("sizes", what)
        if known:
            return cast(Mapping[Group, int], known)
        if query.sort == "who":
            sql = f"SELECT i.employee_id, count(*) FROM incident AS i {where} GROUP BY i.employee_id"
            sizes = {_of_person(cast(str, row[0])): cast(int, row[1]) for row in self._db.fetch(sql, values)}
        else:
            rows = self._db.fetch(_ALIKE.format(where), values)
            sizes = {_of_rule(row): cast(int, row[3]) for row in rows}
        return self._remember("sizes", what, sizes)


def _order(query: PageQuery) -> str:
    """Return the columns to sort by."""
    return (_ORDERS[query.sort] + _BY_DAY).format(d="DESC" if query.descending else "ASC")


def _of_person(person: str) -> Group:
    return Group("i.employee_id = ?", (person,))


def _of_rule(row: Row) -> Group:
    """Return the group of a row of code, points and count; points that were not chosen are NULL."""
    code, points, count = row[:3]
    if points is None:
        return Group("i.code = ? AND i.points IS NULL AND i.count = ?", (code, count))
    return Group("i.code = ? AND i.points = ? AND i.count = ?", (code, points, count))
