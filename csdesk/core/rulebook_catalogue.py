"""The catalogue of a rulebook's TOML text: its rules, and the overruns whose tiers are rules.

Source: handbook points, catalogue and readings.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from csdesk.core.rulebook import Automatic, Overrun, Rule, Severity, Trigger
from csdesk.core.toml_table import Table

ADJUSTMENT_CODE = "ADJ"
"""The code of the discretionary adjustment; no rule may take it. Source: handbook points, discretion."""
RULE_CODE = re.compile(r"[A-Z]{2,6}-[0-9]{2,3}\Z")
"""What a rule's code looks like."""

_RULE = ("code", "severity", "points", "title", "counted", "minutes", "automatic")
_OVERRUN = ("code", "title", "tiers")
_OVERRUN_CODE = re.compile(r"[A-Z]{2,12}\Z")
# The graver class first, as the handbook names them.
_ESCALATING = (Severity.SERIOUS, Severity.MODERATE, Severity.MINOR)


class _Declared(NamedTuple):
    """A rule as it stands in the file, whether or not all of it is sound: a tier may name it."""

    table: Table
    code: str
    minutes: tuple[int, int | None] | None
    rule: Rule | None


def read_catalogue(top: Table) -> tuple[tuple[Rule, ...], tuple[Overrun, ...]]:
    """Return the rules and overruns of the document, complete only where no fault was noted."""
    tables = top.tables("rule", _RULE) or []
    _codes_once(tables, RULE_CODE, "code.format")
    declared = [_rule(table) for table in tables]
    overruns = _overruns(top, {one.code: one for one in declared})
    return tuple(one.rule for one in declared if one.rule is not None), tuple(overruns)


def _codes_once(tables: Sequence[Table], pattern: re.Pattern[str], fault: str) -> None:
    """Note every code that is badly written or stands a second time."""
    first: dict[str, Table] = {}
    for table in tables:
        code = table.text("code")
        if code is None:
            continue
        if code == ADJUSTMENT_CODE:
            table.note("code", "code.reserved", code=code)
        elif not pattern.match(code):
            table.note("code", fault, code=code)
        if code in first:
            table.note("code", "code.twice", code=code, first=first[code].line("code"))
        first.setdefault(code, table)


def _named(table: Table) -> str:
    """Return the code as it stands there; what is wrong with it was noted before."""
    return str(table.value("code")).strip()


def _rule(table: Table) -> _Declared:
    code = _named(table)
    title, counted = table.words("title"), table.yes("counted")
    minutes = _minutes(table) if "minutes" in table else None
    automatic = _automatic(table) if "automatic" in table else None
    special = [key for key in ("counted", "minutes", "automatic") if key in table]
    if len(special) > 1:
        table.note(special[1], "rule.mixed", one=special[0], other=special[1])
    severity = _severity(table)
    points = _points(table, severity) if severity else None
    if points and points[0] != points[1] and ("minutes" in table or "automatic" in table):
        table.note("points", "points.not-fixed")
    if title is None or severity is None or points is None:
        return _Declared(table, code, minutes, None)
    rule = Rule(code, severity, title, *points, counted=counted, minutes=minutes, automatic=automatic)
    return _Declared(table, code, minutes, rule)


def _severity(table: Table) -> Severity | None:
    word = table.text("severity")
    if word is None:
        return None
    if word not in list(Severity):
        table.note("severity", "severity.unknown", word=word, known=", ".join(Severity))
        return None
    return Severity(word)


def _points(table: Table, severity: Severity) -> tuple[int, int] | None:
    """Return the mildest and the hardest points; a dismissal offence needs none in the file."""
    if severity is Severity.DISMISSAL and "points" not in table:
        return 0, 0
    points = table.span("points")
    if points is None:
        return None
    mildest, hardest = points
    if severity is Severity.DISMISSAL:
        if points != (0, 0):
            table.note("points", "sign.dismissal")
    elif severity is Severity.BONUS:
        if min(points) <= 0:
            table.note("points", "sign.bonus", points=min(points))
    elif max(points) >= 0:
        table.note("points", "sign.offence", points=max(points))
    if abs(mildest) > abs(hardest):
        table.note("points", "points.reversed", mildest=mildest, hardest=hardest)
    return points


def _automatic(rule: Table) -> Automatic | None:
    table = rule.table("automatic", ("when", "below_percent", "at_least"))
    if table is None:
        return None
    word = table.text("when")
    if word is None:
        return None
    if word not in list(Trigger):
        table.note("when", "trigger.unknown", word=word, known=", ".join(Trigger))
        return None
    trigger = Trigger(word)
    for key, owner in (("below_percent", Trigger.TEST_BELOW), ("at_least", Trigger.REPEATED_OFFENCES)):
        if key in table and trigger is not owner:
            table.note(key, "trigger.key", name=key, owner=owner.value, trigger=word)
    if trigger is Trigger.TEST_BELOW:
        percent = table.integer("below_percent")
        if percent is not None and not 1 <= percent <= 100:
            table.note("below_percent", "trigger.percent", number=percent)
        return Automatic(trigger, below_percent=percent or 0)
    if trigger is Trigger.REPEATED_OFFENCES:
        return Automatic(trigger, at_least=_at_least(table))
    return Automatic(trigger)


def _at_least(automatic: Table) -> tuple[tuple[Severity, int], ...]:
    table = automatic.table("at_least", [severity.value for severity in _ESCALATING])
    if table is None:
        return ()
    thresholds = []
    for severity in _ESCALATING:
        if severity in table:
            number = table.integer(severity)
            if number is not None and number < 1:
                table.note(severity, "trigger.count", number=number)
            thresholds.append((severity, number or 0))
    if not thresholds:
        automatic.note("at_least", "list.empty", name="at_least")
    return tuple(thresholds)


def _minutes(rule: Table) -> tuple[int, int | None] | None:
    table = rule.table("minutes", ("from", "to"))
    if table is None:
        return None
    first = table.integer("from")
    last = table.integer("to") if "to" in table else None
    if first is None or ("to" in table and last is None):
        return None
    if first < 1 or (last is not None and last < first):
        table.note("from", "minutes.order")
        return None
    return first, last


def _overruns(top: Table, declared: Mapping[str, _Declared]) -> list[Overrun]:
    tables = (top.tables("overrun", _OVERRUN) or []) if "overrun" in top else []
    _codes_once(tables, _OVERRUN_CODE, "code.overrun-format")
    overruns = []
    taken: dict[str, str] = {}
    for table in tables:
        code, title = _named(table), table.words("title")
        tiers = _tiers(table, code, declared, taken)
        if title is not None:
            overruns.append(Overrun(code, title, tiers))
    for one in declared.values():
        if "minutes" in one.table and one.code not in taken:
            one.table.note("minutes", "tier.unused", code=one.code)
    return overruns


def _tiers(table: Table, overrun: str, declared: Mapping[str, _Declared], taken: dict[str, str]) -> tuple[str, ...]:
    """Return the codes of the overrun's tiers. taken: which overrun each rule is a tier of; added to here."""
    named = table.texts("tiers") or []
    tiers: list[tuple[_Declared, tuple[int, int | None]]] = []
    for position, code in named:
        one = declared.get(code)
        if one is None:
            table.note_item("tiers", position, "tier.unknown", code=code)
        elif code in taken:
            table.note_item("tiers", position, "tier.twice", code=code, overrun=taken[code])
        elif "minutes" not in one.table:
            table.note_item("tiers", position, "tier.no-minutes", code=code)
        elif one.minutes is not None:
            tiers.append((one, one.minutes))
        taken.setdefault(code, overrun)
    # Whether tiers follow on one another can only be said where all of them are known.
    if named and len(tiers) == len(named):
        _follow_on(table, tiers)
    return tuple(code for _, code in named)


def _follow_on(table: Table, tiers: Sequence[tuple[_Declared, tuple[int, int | None]]]) -> None:
    """Note where tiers leave minutes out, hold some twice, or end."""
    follows = 1
    for one, (first, last) in tiers:
        if first > follows:
            one.table.note("minutes", "tier.gap", code=one.code, first=follows, last=first - 1)
        elif first < follows:
            one.table.note("minutes", "tier.overlap", code=one.code, first=first, last=follows - 1)
        if last is None:
            if one is not tiers[-1][0]:
                one.table.note("minutes", "tier.open-early", code=one.code)
            return
        follows = last + 1
    table.note("tiers", "tier.closed", code=tiers[-1][0].code, last=follows - 1)
