"""Which entries a query of the log lets through: how many, and while they are few, which."""

from collections.abc import Mapping, Sequence, Sized
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from csdesk.core.month import Month
from csdesk.store.database import Database, Value

Sort = Literal["when", "who", "code", "severity", "points", "note", "by"]

FEW = 1000
"""So many entries are looked up by id and sorted in less time than a longer way through an index takes."""
_PIECES = 16
_TEXTS_KEPT = 50

_NONE: Mapping[str, int] = MappingProxyType({})


class Term(NamedTuple):
    """One word looked for. text: casefolded, found in note or code. people: ids of those whose name it finds."""

    text: str
    people: Sequence[str] = ()


class PageQuery(NamedTuple):
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
    rule_points: Mapping[str, int] = _NONE
    severities: Mapping[str, int] = _NONE
    names: Mapping[str, int] = _NONE

    @property
    def filters(self) -> tuple[object, ...]:
        """What decides which entries are found, whatever their order."""
        return self.month, self.employee_id, tuple(self.terms), self.with_void

    @property
    def is_narrow(self) -> bool:
        """Whether an index leads to a small part of the log, of one month or person."""
        return self.month is not None or self.employee_id is not None


class Found(NamedTuple):
    """total: how many entries. ids: which ones, None where they are more than a few."""

    total: int
    ids: Sequence[str] | None


class Finder:
    """Finds entries by one reading of the log, and remembers who need not be looked through for a longer text.

    A log of all months is read person by person: of those whose name is looked for, no text need be compared; and who
    has no entry with "li" has none with "lin". `forget` whenever the file has changed.
    """

    def __init__(self, db: Database, few: int = FEW) -> None:
        self._db = db
        self._few = few
        self._lacking: dict[tuple[str, bool], set[str]] = {}

    def forget(self) -> None:
        """Forget what was remembered."""
        self._lacking.clear()

    def find(self, query: PageQuery) -> Found:
        """Return what the filters let through."""
        if query.is_narrow:
            return Found(self._count(*conditions(query)), None)
        pieces = self._pieces(query)
        ids: list[str] = []
        for done, piece in enumerate(pieces):
            where, values = _of_people(piece, query)
            sql = f"SELECT i.id FROM incident AS i {where} LIMIT ?"
            more = self._db.fetch(sql, [*values, self._few + 1 - len(ids)])
            if not more:
                self._note_lacking(piece, query)
            if (len(ids) + len(more)) * len(pieces) > self._few * (done + 1):
                # They will hardly be few, however far this goes on.
                if not done and len(piece.texts) == len(query.terms) == len(pieces[-1].texts):
                    return Found(self._count(*conditions(query)), None)
                return Found(len(ids) + self._count_pieces(pieces[done:], query), None)
            ids += [cast(str, row[0]) for row in more]
        return Found(len(ids), ids)

    def people(self) -> list[str]:
        """Return everybody's id, by name and number."""
        return [cast(str, row[0]) for row in self._db.fetch("SELECT id FROM employee ORDER BY name, number")]

    def candidates(self, query: PageQuery) -> frozenset[str]:
        """Return whose entries may be found in all months: everybody but those known to lack a text."""
        return frozenset([person for piece in self._pieces(query) for person in piece.people])

    def _pieces(self, query: PageQuery) -> list["_Piece"]:
        """Return all people in pieces, each with the texts that their names leave to be found, the most texts first."""
        named = [(term.text, frozenset(term.people)) for term in query.terms]
        lacking = {term.text: self._lacking_in(term.text, query) for term in query.terms}
        everybody = self.people()
        left: dict[tuple[str, ...], list[str]] = {}
        for person in everybody:
            texts = tuple([text for text, people in named if person not in people])
            if not any(person in lacking[text] for text in texts):
                left.setdefault(texts, []).append(person)
        size = -(-len(everybody) // _PIECES)
        return [
            _Piece(texts, people[start : start + size])
            for texts, people in sorted(left.items(), key=lambda item: -len(item[0]))
            for start in range(0, len(people), size)
        ]

    def _count_pieces(self, pieces: Sequence["_Piece"], query: PageQuery) -> int:
        """Return how many entries there are of all people in `pieces`."""
        people: dict[tuple[str, ...], list[str]] = {}
        for piece in pieces:
            people.setdefault(piece.texts, []).extend(piece.people)
        total = 0
        for piece in [_Piece(texts, who) for texts, who in people.items()]:
            count = self._count(*_of_people(piece, query))
            if not count:
                self._note_lacking(piece, query)
            total += count
        return total

    def _note_lacking(self, piece: "_Piece", query: PageQuery) -> None:
        """Remember that nobody of `piece` has an entry with its text."""
        if len(piece.texts) == 1:
            if len(self._lacking) >= _TEXTS_KEPT:
                self.forget()
            self._lacking.setdefault((piece.texts[0], query.with_void), set()).update(piece.people)

    def _lacking_in(self, text: str, query: PageQuery) -> frozenset[str]:
        """Return who is known to have no entry with `text`."""
        known = [people for (part, void), people in self._lacking.items() if part in text and void == query.with_void]
        return frozenset().union(*known)

    def _count(self, where: str, values: Sequence[Value]) -> int:
        counted = self._db.first(f"SELECT count(*) FROM incident AS i {where}", values)
        return cast(int, counted[0]) if counted else 0


class _Piece(NamedTuple):
    """Some people, and the texts that must be found in an entry of theirs."""

    texts: tuple[str, ...]
    people: list[str]


def _of_people(piece: _Piece, query: PageQuery) -> tuple[str, list[Value]]:
    """Return the WHERE clause of the entries that the query finds among some people's, and its values."""
    parts = [f"i.employee_id IN ({marks(piece.people)})"]
    if not query.with_void:
        parts.append("i.voided_at IS NULL")
    values: list[Value] = [*piece.people]
    for text in piece.texts:
        holds, pattern = _holding(text)
        parts.append(holds)
        values.append(pattern)
    return f"WHERE {' AND '.join(parts)}", values


def conditions(query: PageQuery) -> tuple[str, list[Value]]:
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
        found, pattern = _holding(term.text)
        values.append(pattern)
        if term.people:
            found = f"({found} OR i.employee_id IN ({marks(term.people)}))"
            values += term.people
        parts.append(found)
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values


def _holding(text: str) -> tuple[str, str]:
    """Return the condition that an entry holds `text`, and its value; the signs of LIKE stand for themselves."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    # To look out for an escape takes a sixth of the time, and hardly ever is there one.
    return "i.search LIKE ?" if escaped == text else "i.search LIKE ? ESCAPE '\\'", f"%{escaped}%"


def marks(values: Sized) -> str:
    """Return the question marks for a list of values."""
    return ", ".join("?" * len(values))
