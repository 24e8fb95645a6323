"""Forms on paper are described by TOML files in forms/: what stands on them, in both languages, and who signs.

A new form needs no code. A form is its head, a sequence of parts, and its signature boxes:

- ``result``: the figures of the score, the pay effect and the flags;
- ``lines``: every line of the sheet in a ruled table with the columns named, broken over pages;
- ``summary``: the same lines gathered by rule, with how often and how many points;
- ``text``: a sentence, with particulars in braces;
- ``writing``: a heading and empty lines to write on;
- ``grid``: an empty table to fill in by hand.
"""

import string
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from csdesk.core.employee import Role
from csdesk.core.toml_table import Fault, Table, read_table
from csdesk.core.words import Words

_NO_WORDS = Words("", "")


class HeadField(StrEnum):
    """What the head can say of the person and the month."""

    NAME = "name"
    NUMBER = "number"
    ROLE = "role"
    GROUP = "group"
    HIRED = "hired"
    MONTH = "month"


class Figure(StrEnum):
    """What the result can show. Those from FINAL on are set large."""

    BASE = "base"
    BONUSES = "bonuses"
    OFFENCES = "offences"
    AUTOMATIC = "automatic"
    ADJUSTMENT = "adjustment"
    RAW = "raw"
    FINAL = "final"
    GRADE = "grade"
    RANK = "rank"


class LineField(StrEnum):
    """What a column of the table of lines, or of their summary, can hold."""

    NO = "no"
    DATE = "date"
    CODE = "code"
    TITLE = "title"
    CLASS = "class"
    HOW = "how"
    TIMES = "times"
    POINTS = "points"


class PartKind(StrEnum):
    """The kinds of part; see the module's docstring."""

    RESULT = "result"
    LINES = "lines"
    SUMMARY = "summary"
    TEXT = "text"
    WRITING = "writing"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Head:
    """A field of the head. field: None is left empty, to be filled in by hand."""

    label: Words
    field: HeadField | None


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A figure of the result and what it is called."""

    figure: Figure
    label: Words


@dataclass(frozen=True, slots=True)
class Column:
    """A column. width: its share of the page. field: None in a grid, which is filled in by hand."""

    label: Words
    width: int
    field: LineField | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form; which of the members count depends on its kind.

    title: the heading; for a text, the text. lines: how many to write on, or how many empty rows a grid has.
    pay, flags: what these rows of a result are called, None where it has none. beside: whether room to write
    stands to the right of the part before it.
    """

    kind: PartKind
    title: Words
    lines: int = 0
    figures: tuple[FigureBox, ...] = ()
    pay: Words | None = None
    flags: Words | None = None
    beside: bool = False
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs the sheet of somebody in `roles`; no roles: of everybody else, and a blank form."""

    roles: frozenset[Role]
    boxes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form as it stands in its file. name: the file's, without folder and ending."""

    name: str
    title: Words
    head: tuple[Head, ...]
    parts: tuple[Part, ...]
    signatures: tuple[Signatures, ...]

    def boxes(self, role: Role | None) -> tuple[Words, ...]:
        """Return the labels of the signature boxes on the sheet of somebody in `role`; None: on a blank form."""
        return next(
            (each.boxes for each in self.signatures if role in each.roles),
            next((each.boxes for each in self.signatures if not each.roles), ()),
        )


PARTICULARS = frozenset({"base", "cap", "floor", "discretion", "grades"})
"""What a text may name in braces: the month's rule."""

_TOP = ("title", "head", "part", "signatures")
_KEYS: dict[PartKind, tuple[str, ...]] = {
    PartKind.RESULT: ("figure", "pay", "flags"),
    PartKind.LINES: ("title", "column"),
    PartKind.SUMMARY: ("title", "column"),
    PartKind.TEXT: ("text",),
    PartKind.WRITING: ("title", "lines", "beside"),
    PartKind.GRID: ("title", "lines", "column"),
}
_PART = tuple(dict.fromkeys(("kind", *(key for keys in _KEYS.values() for key in keys))))
_MOST_LINES = 40
_MOST_BOXES = 6


def read_form(text: str, name: str) -> PaperForm | list[Fault]:
    """Return the form that `text` describes, or every fault in it by line.

    name: the file's name, for the faults; its stem names the form. A fault's sentence stands under `fault_key`.
    """
    opened = read_table(text, name, _TOP)
    if isinstance(opened, Fault):
        return [opened]
    top, report = opened
    title = top.words("title")
    head = [_head(table) for table in top.tables("head", ("label", "field")) or []]
    parts = [_part(table) for table in top.tables("part", _PART) or []]
    signatures = _signatures(top)
    faults = report.faults()
    if faults or title is None:
        return faults
    return PaperForm(
        name=name.rsplit(".", 1)[0],
        title=title,
        head=tuple(filter(None, head)),
        parts=tuple(filter(None, parts)),
        signatures=tuple(signatures),
    )


def fault_key(fault: Fault) -> str:
    """Return the key of the sentence for `fault` among the texts."""
    return f"paper.fault.{fault.code}" if fault.code.startswith("form.") else fault.key


def _head(table: Table) -> Head | None:
    label = table.words("label")
    field = _choice(table, "field", HeadField) if "field" in table else None
    return Head(label, field) if label else None


def _part(table: Table) -> Part | None:
    kind = _choice(table, "kind", PartKind)
    if kind is None:
        return None
    for key in _PART[1:]:
        if key in table and key not in _KEYS[kind]:
            table.note(key, "form.not-here", entry=key, kind=kind.value, known=", ".join(_KEYS[kind]))
    match kind:
        case PartKind.RESULT:
            return _result(table)
        case PartKind.TEXT:
            return _text(table)
        case PartKind.WRITING:
            title, lines, beside = table.words("title"), _lines(table), table.yes("beside")
            return Part(kind, title, lines=lines, beside=beside) if title else None
        case PartKind.GRID:
            title, lines, columns = table.words("title"), _lines(table), _columns(table, with_field=False)
            return Part(kind, title, lines=lines, columns=columns) if title else None
        case _:
            title, columns = table.words("title"), _columns(table, with_field=True)
            return Part(kind, title, columns=columns) if title else None


def _result(table: Table) -> Part | None:
    boxes = []
    for each in table.tables("figure", ("field", "label")) or []:
        figure, label = _choice(each, "field", Figure), each.words("label")
        if figure and label:
            boxes.append(FigureBox(figure, label))
    pay = table.words("pay") if "pay" in table else None
    flags = table.words("flags") if "flags" in table else None
    return Part(PartKind.RESULT, _NO_WORDS, figures=tuple(boxes), pay=pay, flags=flags)


def _text(table: Table) -> Part | None:
    text = table.words("text")
    if text is None:
        return None
    for each in (text.en, text.zh):
        try:
            named = {field for _, field, _, _ in string.Formatter().parse(each) if field is not None}
        except ValueError:
            table.note("text", "form.braces")
            continue
        for unknown in sorted(named - PARTICULARS):
            table.note("text", "form.particular", name=unknown, known=", ".join(sorted(PARTICULARS)))
    return Part(PartKind.TEXT, text)


def _lines(table: Table) -> int:
    lines = table.integer("lines")
    if lines is not None and not 1 <= lines <= _MOST_LINES:
        table.note("lines", "form.lines", lines=lines, most=_MOST_LINES)
    return lines or 1


def _columns(table: Table, *, with_field: bool) -> tuple[Column, ...]:
    columns = []
    known = ("label", "width", "field") if with_field else ("label", "width")
    for each in table.tables("column", known) or []:
        label, width = each.words("label"), each.integer("width")
        field = _choice(each, "field", LineField) if with_field else None
        if width is not None and width < 1:
            each.note("width", "form.width", width=width)
        if label and width:
            columns.append(Column(label, width, field))
    return tuple(columns)


def _signatures(top: Table) -> list[Signatures]:
    found: list[Signatures] = []
    for_everybody = 0
    taken: set[Role] = set()
    for table in top.tables("signatures", ("roles", "box")) or []:
        roles = _roles(table, taken) if "roles" in table else frozenset()
        for_everybody += "roles" not in table
        labels = [each.words("label") for each in table.tables("box", ("label",)) or []]
        if len(labels) > _MOST_BOXES:
            table.note("box", "form.boxes", most=_MOST_BOXES)
        if for_everybody > 1 and "roles" not in table:
            table.note("box", "form.everybody-twice")
        found.append(Signatures(roles, tuple(filter(None, labels))))
    if found and not for_everybody:
        top.note("signatures", "form.no-everybody")
    return found


def _roles(table: Table, taken: set[Role]) -> frozenset[Role]:
    roles = set()
    for position, text in table.texts("roles") or []:
        if text not in tuple(Role):
            table.note_item("roles", position, "form.role", role=text, known=", ".join(Role))
        elif Role(text) in taken:
            table.note_item("roles", position, "form.role-twice", role=text)
        else:
            taken.add(Role(text))
            roles.add(Role(text))
    return frozenset(roles)


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(table: Table, key: str, kinds: type[_Choice]) -> _Choice | None:
    text = table.text(key)
    if text is None:
        return None
    if text not in tuple(kinds):
        table.note(key, "form.choice", entry=key, value=text, known=", ".join(kinds))
        return None
    return kinds(text)
