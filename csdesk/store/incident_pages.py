"""One screen of the log: filtered, sorted and counted in SQL, however long the log is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.store.database import Database, Row, Value
from csdesk.store.tables import INCIDENT

Sort = Literal["when", "who", "code", "severity", "points", "note", "by"]

FEW_SCREENS = 5

_NONE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Term:
    """One word looked for. text: casefolded, found in note or code. people: ids of those whose name it finds."""

    text: str
    people: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PageQuery:
    """What the log table asks for.

    month: None for all. terms: each must be found. rule_points: points by code, for entries whose points were not
    chosen (sort "points"). severities: the rank of each code's severity (sort "severity"). names: the rank of each
    person's name by id, for the reader's own order of names (sort "who"); without it, names sort by their characters.
    """

    month: Month | None = None
    employee_id: str | None = None
    terms: Sequence[Term] = ()
    with_void: bool = False
    sort: Sort = "when"
    descending: bool = True
    limit: int = 100
    offset: int = 0
    rule_points: Mapping[str, int] = field(default_factory=lambda: _NONE)
    severities: Mapping[str, int] = field(default_factory=lambda: _NONE)
    names: Mapping[str, int] = field(default_factory=lambda: _NONE)


class Page(NamedTuple):
    """rows: the entries of one screen. total: how many the filters let through."""

    rows: list[Incident]
    total: int


_ORDERS: Mapping[Sort, str] = {
    "when": "i.day {d}, i.time {d}, i.id {d}",
    "who": "e.name {d}, e.number {d}, i.day {d}, i.time {d}, i.id {d}",
    "code": "i.code {d}, i.day {d}, i.time {d}, i.id {d}",
    "severity": "coalesce(v.value, 0) {d}, i.code {d}, i.day {d}, i.time {d}, i.id {d}",
    "points": "coalesce(i.points, v.value, 0) * i.count {d}, i.day {d}, i.time {d}, i.id {d}",
    "note": "i.note {d}, i.day {d}, i.time {d}, i.id {d}",
    "by": "i.recorded_by {d}, i.day {d}, i.time {d}, i.id {d}",
}

_BY_RANK = "coalesce(v.value, 0) {d}, i.day {d}, i.time {d}, i.id {d}"


class Pages:
    """Reads screens of the log, and remembers how long the list of the same filters was."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._counted: tuple[object, int] | None = None

    def read(self, query: PageQuery) -> tuple[list[Row], int]:
        """Return the rows of INCIDENT.select for one screen, and the whole list's length."""
        where, values = _conditions(query)
        total = self._total(where, values)
        if total == 0:
            return [], 0
        head, joins, ranks = _lookup(query)
        ranked = query.sort == "who" and query.names
        order = (_BY_RANK if ranked else _ORDERS[query.sort]).format(d="DESC" if query.descending else "ASC")
        columns = ", ".join(f"i.{name}" for name in (INCIDENT.key, *INCIDENT.facts))
        if query.sort == "when":
            if query.terms and total < FEW_SCREENS * query.limit:
                # Few rows hold the text: reading all in a row and sorting those beats following the index of days.
                order = order.replace("i.day", "+i.day", 1)
            sql = f"SELECT {columns} FROM incident AS i {where} ORDER BY {order} LIMIT ? OFFSET ?"
        else:
            # The keys are sorted first, so that the sorter carries no whole rows.
            keys = f"SELECT i.id FROM incident AS i {joins} {where} ORDER BY {order} LIMIT ? OFFSET ?"
            sql = f"{head}SELECT {columns} FROM incident AS i {joins} WHERE i.id IN ({keys}) ORDER BY {order}"
        return self._db.fetch(sql, [*ranks, *values, query.limit, query.offset]), total

    def _total(self, where: str, values: list[Value]) -> int:
        """Return how many entries the filters let through; not counted again for the next screen or another order."""
        state = (where, tuple(values), self._db.first("PRAGMA data_version"), self._db.conn.total_changes)
        if self._counted is None or self._counted[0] != state:
            counted = self._db.first(f"SELECT count(*) FROM incident AS i {where}", values)
            self._counted = state, cast(int, counted[0]) if counted else 0
        return self._counted[1]


def _conditions(query: PageQuery) -> tuple[str, list[Value]]:
    """Return the WHERE clause of a query, and its values."""
    parts: list[str] = []
    values: list[Value] = []
    if query.month is not None:
        parts.append("i.day >= ? AND i.day <= ?")
        values += [query.month.first.isoformat(), query.month.last.isoformat()]
    if query.employee_id is not None:
        parts.append("i.employee_id = ?")
        values.append(query.employee_id)
    if not query.with_void:
        parts.append("i.voided_at IS NULL")
    for term in query.terms:
        found = "i.search LIKE ? ESCAPE '\\'"
        values.append(f"%{_escaped(term.text)}%")
        if term.people:
            found = f"({found} OR i.employee_id IN ({', '.join('?' * len(term.people))}))"
            values += term.people
        parts.append(found)
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values


def _escaped(text: str) -> str:
    """Return text in which the signs of LIKE stand for themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _lookup(query: PageQuery) -> tuple[str, str, list[Value]]:
    """Return what the sort order needs beside the entries: a WITH clause, joins, and the clause's values."""
    ranks = {"who": query.names, "severity": query.severities, "points": query.rule_points}.get(query.sort)
    if query.sort == "who" and not ranks:
        return "", "JOIN employee AS e ON e.id = i.employee_id", []
    if ranks is None:
        return "", "", []
    # One pair more than needed, so that the list is never empty.
    pairs = {"": 0, **ranks}
    marks = ", ".join(["(CAST(? AS TEXT), CAST(? AS INTEGER))"] * len(pairs))
    join = f"LEFT JOIN v ON v.key = {'i.employee_id' if query.sort == 'who' else 'i.code'}"
    return f"WITH v (key, value) AS (VALUES {marks}) ", join, [value for pair in pairs.items() for value in pair]
