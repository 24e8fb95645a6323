"""A month's result as text: what is kept when the month is closed, and how it differs from a fresh computation.

The text is canonical (sorted keys, no spare white space), so equal results have equal texts and equal digests. The
rulebook is named by id and digest; to read a text, that very version must still be there.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from csdesk.core.appraisal import (
    Flag,
    FlagCode,
    Line,
    MonthResult,
    PayReason,
    Sheet,
    Source,
    Strike,
)
from csdesk.core.employee import Employee, Role
from csdesk.core.json_kinds import (
    Json,
    Kind,
    NotOfKindError,
    day,
    decimal,
    many,
    mapping,
    one_of,
    optional,
    pair,
    parsed,
    record,
    text,
    whole,
)
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.rulebook import Rulebook, Rulebooks, Severity

FORMAT = 1
"""Raised when the text's layout changes; a text of a later layout is refused, not guessed at."""


class SnapshotError(ValueError):
    """A text cannot be read as a month's result. problem: the same for the person who asked."""

    def __init__(self, message: str, problem: Problem) -> None:
        super().__init__(message)
        self.problem = problem


# How it is written ----------------------------------------------------------------------------------------------------

_month = parsed(Month, Month.parse)


def _write_detail(value: Detail) -> Json:
    if isinstance(value, Month):
        return {"month": _month.write(value)}
    return {"day": day.write(value)} if isinstance(value, date) else value


def _read_detail(value: Json) -> Detail:
    if isinstance(value, dict) and value.keys() == {"month"}:
        return _month.read(value["month"])
    if isinstance(value, dict) and value.keys() == {"day"}:
        return day.read(value["day"])
    return whole.read(value) if isinstance(value, int) else text.read(value)


_employee = record(
    Employee,
    id=text,
    number=text,
    name=text,
    role=one_of(Role),
    hired=day,
    group=text,
    probation_end=optional(day),
    base_salary=optional(decimal),
    left=optional(day),
    phone=text,
    rev=whole,
)
_line = record(
    Line,
    key=text,
    code=text,
    kind=text,
    points=whole,
    day=optional(day),
    note=text,
    source=one_of(Source),
    because=many(text),
    rulebook=text,
    count=whole,
    minutes=optional(whole),
    reason=text,
    detail=many(text),
)
_strike = record(Strike, id=text, employee_id=text, month=_month, key=text, reason=text, by=text, at=text)
_sheet = record(
    Sheet,
    employee=_employee,
    month=_month,
    base=whole,
    bonuses=whole,
    offences=whole,
    automatic=whole,
    adjustment=whole,
    raw=whole,
    final=whole,
    grade=text,
    pay_effect=optional(decimal),
    pay_reason=one_of(PayReason),
    flags=many(record(Flag, code=one_of(FlagCode), because=many(text), bound=whole)),
    lines=many(_line),
    struck=many(pair(_line, _strike)),
    offence_counts=mapping(one_of(Severity), whole),
    rank=whole,
    of=whole,
    employment_month=whole,
)
_problem = record(Problem, code=text, field=text, detail=mapping(text, Kind(_write_detail, _read_detail)))


@dataclass(frozen=True, slots=True)
class _Version:
    """How a rulebook is named."""

    id: str
    digest: str


_version = record(_Version, id=text, digest=text)


def _result(rulebooks: Rulebooks) -> Kind[MonthResult]:
    """Return the kind of a result; its rulebook is looked for among `rulebooks`."""

    def read_rulebook(value: Json) -> Rulebook:
        named = _version.read(value)
        for book in rulebooks.versions:
            if book.id == named.id and book.digest == named.digest:
                return book
        if any(book.id == named.id for book in rulebooks.versions):
            raise _refused("rulebook-changed", f"rulebook {named.id} has another text now", named.id)
        raise _refused("rulebook-unknown", f"there is no rulebook {named.id}", named.id)

    return record(
        MonthResult,
        month=_month,
        rulebook=Kind(lambda book: _version.write(_Version(book.id, book.digest)), read_rulebook),
        sheets=many(_sheet),
        problems=many(_problem),
        tests=whole,
        workloads=whole,
        undecided=whole,
    )


def _refused(code: str, message: str, rulebook: str) -> SnapshotError:
    return SnapshotError(message, Problem.at("month", f"snapshot.{code}", rulebook=rulebook))


def dump(result: MonthResult) -> str:
    """Return `result` as canonical JSON; equal results give equal texts."""
    content = {"format": FORMAT, "result": _result(Rulebooks(())).write(result)}
    return json.dumps(content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def load(text: str, rulebooks: Rulebooks, *, sealed: str | None = None) -> MonthResult:
    """Return the result that `dump` made `text` of; SnapshotError where text or rulebook is not known.

    sealed: the digest that the text must have; another text is refused, however well it reads.
    """
    if sealed is not None and digest(text) != sealed:
        raise _damaged("not the text that was sealed")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(f"not JSON: {error}") from error
    if not isinstance(content, dict) or content.keys() != {"format", "result"}:
        raise _damaged("not a month's result")
    if content["format"] != FORMAT:
        raise SnapshotError(f"layout {content['format']!r:.20} is not known", Problem.at("month", "snapshot.newer"))
    try:
        return _result(rulebooks).read(content["result"])
    except NotOfKindError as error:
        raise _damaged(str(error)) from error


def _damaged(message: str) -> SnapshotError:
    return SnapshotError(message, Problem.at("month", "snapshot.damaged"))


def digest(text: str) -> str:
    """Return the SHA-256 of `text`, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


# How it differs -------------------------------------------------------------------------------------------------------


Value = int | str | Decimal | tuple[Flag, ...] | Line | None
"""What may differ; None where there is none on that side."""


class What(StrEnum):
    """What of a person's month differs. Its words: texts ``problems.snapshot.what.<value>``."""

    PERSON_MISSING = "person-missing"
    PERSON_ADDED = "person-added"
    FINAL = "final"
    RAW = "raw"
    GRADE = "grade"
    RANK = "rank"
    PAY = "pay"
    FLAGS = "flags"
    LINE_MISSING = "line-missing"
    LINE_ADDED = "line-added"
    LINE_CHANGED = "line-changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a fresh computation differs from what was kept.

    number, name: the person's, as kept where the person was. kept, fresh: the value on either side, None where there
    is none (also: no pay effect); for a whole person the final score.
    """

    number: str
    name: str
    what: What
    kept: Value
    fresh: Value


def differences(kept: MonthResult, fresh: MonthResult) -> tuple[Difference, ...]:
    """Return everything in which `fresh` differs from `kept`: by the kept order, then those who are new."""
    before = {sheet.employee.id: sheet for sheet in kept.sheets}
    now = {sheet.employee.id: sheet for sheet in fresh.sheets}
    found: list[Difference] = []
    for id_ in (*before, *(id_ for id_ in now if id_ not in before)):
        found += _differences_of(before.get(id_), now.get(id_))
    return tuple(found)


def _differences_of(kept: Sheet | None, fresh: Sheet | None) -> Iterator[Difference]:
    if kept is None or fresh is None:
        if kept is not None:
            yield Difference(kept.employee.number, kept.employee.name, What.PERSON_MISSING, kept.final, None)
        if fresh is not None:
            yield Difference(fresh.employee.number, fresh.employee.name, What.PERSON_ADDED, None, fresh.final)
        return
    who = kept.employee
    values: dict[What, tuple[Value, Value]] = {
        What.FINAL: (kept.final, fresh.final),
        What.RAW: (kept.raw, fresh.raw),
        What.GRADE: (kept.grade, fresh.grade),
        What.RANK: (kept.rank, fresh.rank),
        What.PAY: (kept.pay_effect, fresh.pay_effect),
        What.FLAGS: (kept.flags, fresh.flags),
    }
    for what, (one, other) in values.items():
        if one != other:
            yield Difference(who.number, who.name, what, one, other)
    yield from _differences_of_lines(who, _by_key(kept), _by_key(fresh))


def _differences_of_lines(who: Employee, kept: Mapping[str, Line], fresh: Mapping[str, Line]) -> Iterator[Difference]:
    for key in (*kept, *(key for key in fresh if key not in kept)):
        one, other = kept.get(key), fresh.get(key)
        if one != other:
            what = What.LINE_MISSING if other is None else What.LINE_ADDED if one is None else What.LINE_CHANGED
            yield Difference(who.number, who.name, what, one, other)


def _by_key(sheet: Sheet) -> Mapping[str, Line]:
    return {line.key: line for line in sheet.lines}
