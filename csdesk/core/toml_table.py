"""Reading a hand-written TOML text strictly: every value by its kind, every fault with its line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from csdesk.core.problem import Detail
from csdesk.core.words import Words

if TYPE_CHECKING:
    from csdesk.core.toml_lines import TomlPath

_WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)\Z")
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_Kind = TypeVar("_Kind")

HEAD = ("id", "in_force_from", "title")
"""The keys that every dated file of rules begins with; see `read_head`."""


class Fault(NamedTuple):
    """One thing in a file that keeps it from being used.

    file: its name. line: from 1. code: dotted, stable. detail: the particulars that the sentence names.
    The sentence is ``texts.say(fault.key, **fault.particulars)``.
    """

    file: str
    line: int
    code: str
    detail: Mapping[str, Detail] = MappingProxyType({})

    @property
    def key(self) -> str:
        """The key of the sentence among the texts."""
        return f"rulebook.{self.code}"

    @property
    def particulars(self) -> dict[str, Detail]:
        """Everything that the sentence names, file and line included."""
        return {"file": self.file, "line": self.line, **self.detail}


class Report:
    """The faults found so far in one file, and where its things stand."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._faults: list[Fault] = []

    @cached_property
    def _lines(self) -> "Mapping[TomlPath, int]":
        # Only a fault asks where it stands; a sound file is read in half the time.
        from csdesk.core.toml_lines import lines_of

        return lines_of(self._text)

    def line(self, path: "TomlPath") -> int:
        """Return the line of `path`."""
        return self._lines[path]

    def note(self, path: "TomlPath", code: str, /, **detail: Detail) -> None:
        """Add a fault at `path`."""
        self._faults.append(Fault(self._file, self._lines[path], code, detail))

    def faults(self) -> list[Fault]:
        """Return the faults by line, those of one line as they were found."""
        return sorted(self._faults, key=lambda fault: fault.line)


class Table:
    """One table of the file; what is taken out of it is of the right kind, or None with a fault noted.

    known: the keys that may stand in it; any other is a fault.
    """

    def __init__(self, values: Mapping[str, object], path: "TomlPath", report: Report, known: Sequence[str]) -> None:
        self.path = path
        self._values = values
        self._report = report
        self._meant: set[str] = set()
        for key in values:
            if key not in known:
                self._unknown(key, known)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def value(self, key: str) -> object:
        """Return whatever stands at `key`, unchecked; None where nothing does."""
        return self._values.get(key)

    def note(self, key: str, code: str, /, **detail: Detail) -> None:
        """Add a fault at `key`, or at the table itself where the key is missing."""
        self._report.note((*self.path, key) if key in self._values else self.path, code, **detail)

    def line(self, key: str) -> int:
        """Return the line of `key`, which must be there."""
        return self._report.line((*self.path, key))

    def integer(self, key: str) -> int | None:
        """Return the whole number at `key`."""
        return self._take(key, int, "type.integer")

    def not_negative(self, key: str) -> int | None:
        """Return the whole number at `key`; one below 0 is a fault."""
        number = self.integer(key)
        if number is not None and number < 0:
            self.note(key, "number.negative", name=key, number=number)
            return None
        return number

    def within(self, key: str, first: int, last: int) -> int | None:
        """Return the whole number at `key`; one outside `first` to `last` is a fault."""
        number = self.integer(key)
        if number is not None and not first <= number <= last:
            self.note(key, "number.outside", name=key, number=number, first=first, last=last)
            return None
        return number

    def text(self, key: str) -> str | None:
        """Return the text at `key`, without blanks around; an empty one is a fault."""
        text = self._take(key, str, "type.text")
        if text is not None and not text.strip():
            self.note(key, "text.empty", name=key)
            return None
        return None if text is None else text.strip()

    def span(self, key: str) -> tuple[int, int] | None:
        """Return the two whole numbers at `key`; a single one stands for both."""
        value = self._take(key, object, "type.span")
        match value:
            case None:
                return None
            case bool() | [bool(), _] | [_, bool()]:
                pass
            case int(single):
                return single, single
            case [int(first), int(second)]:
                return first, second
        self.note(key, "type.span", name=key)
        return None

    def day(self, key: str) -> date | None:
        """Return the day at `key`."""
        day = self._take(key, date, "type.date")
        if isinstance(day, datetime):
            self.note(key, "type.date", name=key)
            return None
        return day

    def yes(self, key: str) -> bool:
        """Return whether `key` says true; False where it is missing."""
        return bool(self._take(key, bool, "type.yes")) if key in self else False

    def words(self, key: str) -> Words | None:
        """Return the text in both languages at `key`; one that is empty in either is a fault."""
        table = self.table(key, ("en", "zh"))
        if table is None:
            return None
        en, zh = table.text("en"), table.text("zh")
        return None if en is None or zh is None else Words(en, zh)

    def table(self, key: str, known: Sequence[str]) -> "Table | None":
        """Return the table at `key`, with the keys `known`."""
        values = self._take(key, dict, "type.table")
        return None if values is None else Table(values, (*self.path, key), self._report, known)

    def tables(self, key: str, known: Sequence[str]) -> "list[Table] | None":
        """Return the list of tables at `key`, at least one; items of another kind are left out, with a fault."""
        items = self._list(key, dict, "type.tables")
        if items is None:
            return None
        return [Table(values, (*self.path, key, at), self._report, known) for at, values in items]

    def texts(self, key: str) -> list[tuple[int, str]] | None:
        """Return the list of texts at `key`, each with its position, at least one."""
        return self._list(key, str, "type.texts")

    def note_item(self, key: str, position: int, code: str, /, **detail: Detail) -> None:
        """Add a fault at an item of the list at `key`."""
        self._report.note((*self.path, key, position), code, **detail)

    def _take(self, key: str, kind: type[_Kind], code: str) -> _Kind | None:
        if key not in self._values:
            # A misspelt key was named already, with the key it was meant to be.
            if key not in self._meant:
                self._report.note(self.path, "key.missing", name=key)
            return None
        value = self._values[key]
        # To Python, true is a whole number; to who writes the file it is not.
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return value
        self.note(key, code, name=key)
        return None

    def _list(self, key: str, kind: type[_Kind], code: str) -> list[tuple[int, _Kind]] | None:
        items = self._take(key, list, code)
        if items is None:
            return None
        if not items:
            self.note(key, "list.empty", name=key)
            return None
        for position, item in enumerate(items):
            if not isinstance(item, kind):
                self.note_item(key, position, code, name=key)
        return [(position, item) for position, item in enumerate(items) if isinstance(item, kind)]

    def _unknown(self, key: str, known: Sequence[str]) -> None:
        import difflib  # only for a file with a mistake in it

        near = difflib.get_close_matches(key.casefold(), known, n=1)
        if near:
            self._meant.update(near)
            self.note(key, "key.unknown", name=key, nearest=near[0])
        else:
            self.note(key, "key.unlike", name=key, known=", ".join(known))


def read_table(text: str, file: str, known: Sequence[str]) -> tuple[Table, Report] | Fault:
    """Return the document's top table and its report, or the one fault that keeps it from being TOML at all."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")  # Windows' editor puts it there
    try:
        values = tomllib.loads(text)
    except RecursionError:
        return Fault(file, 1, "toml.deep")
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        where = _WHERE.search(str(error))
        line = where[1] if where else "1"
        return Fault(file, int(line or text.rstrip().count("\n") + 1), "toml", {"reason": _WHERE.sub("", str(error))})
    report = Report(file, text)
    return Table(values, (), report, known), report


class Head(NamedTuple):
    """What every dated file of rules begins with. id: of all its versions."""

    id: str
    in_force_from: date
    title: Words

    @property
    def version_id(self) -> str:
        """The version's own id: name and first day, for example ``points@2025-01-01``."""
        return f"{self.id}@{self.in_force_from.isoformat()}"


def read_head(top: Table) -> Head | None:
    """Return what the file begins with, or None with its faults noted."""
    own_id, first_day, title = top.text("id"), top.day("in_force_from"), top.words("title")
    if own_id is not None and not _ID.match(own_id):
        top.note("id", "id.format", id=own_id)
    return None if own_id is None or first_day is None or title is None else Head(own_id, first_day, title)
