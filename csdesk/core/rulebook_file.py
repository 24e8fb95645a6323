"""Reading a rulebook from its TOML text, strictly: a rulebook, or every fault with its line.

Source: handbook points (catalogue, readings, month-end score). What a file looks like: resources/rulebooks/points.toml.
"""

import hashlib
import itertools

from csdesk.core.employee import Role
from csdesk.core.rulebook import GradeBand, MonthRule, PayRule, Rulebook
from csdesk.core.rulebook_catalogue import read_catalogue
from csdesk.core.toml_table import HEAD, Fault, Table, read_head, read_table

_TOP = (*HEAD, "month", "rule", "overrun")
_MONTH = ("base", "cap", "floor", "discretion", "flag_below", "flag_last_twice_below", "roles", "grades", "pay")
_PAY = ("zero_at", "per_point", "limit", "exempt_months")


def read(text: str, name: str) -> Rulebook | list[Fault]:
    """Return the rulebook that `text` describes, or every fault in it by line.

    name: the file's name, for the faults.
    """
    opened = read_table(text, name, _TOP)
    if isinstance(opened, Fault):
        return [opened]
    top, report = opened
    head, month = read_head(top), _month(top)
    rules, overruns = read_catalogue(top)
    faults = report.faults()
    if faults or head is None or month is None:
        return faults
    return Rulebook(
        id=head.version_id,
        in_force_from=head.in_force_from,
        title=head.title,
        rules=rules,
        overruns=overruns,
        month=month,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _month(top: Table) -> MonthRule | None:
    table = top.table("month", _MONTH)
    if table is None:
        return None
    base, cap, floor = table.integer("base"), table.integer("cap"), table.integer("floor")
    discretion = table.not_negative("discretion")
    flag_below, flag_twice = table.integer("flag_below"), table.integer("flag_last_twice_below")
    roles, grades, pay = _roles(table), _grades(table), _pay(table)
    if base is None or cap is None or floor is None:
        return None
    if floor > cap:
        table.note("floor", "month.floor-over-cap", floor=floor, cap=cap)
    elif not floor <= base <= cap:
        table.note("base", "month.base-outside", base=base, floor=floor, cap=cap)
    if discretion is None or flag_below is None or flag_twice is None or pay is None or grades is None:
        return None
    found, ungraded = grades
    bands = tuple(band for _, band in found)
    for one, band in found:
        if not (floor <= band.bound < cap or (band.bound == cap and not band.above)):
            one.note(_bound_key(band), "grade.outside", bound=band.bound, floor=floor, cap=cap)
    return MonthRule(base, cap, floor, discretion, bands, ungraded, pay, flag_below, flag_twice, frozenset(roles))


def _roles(month: Table) -> list[Role]:
    roles = []
    for position, word in month.texts("roles") or ():
        if word in list(Role):
            roles.append(Role(word))
        else:
            month.note_item("roles", position, "role.unknown", word=word, known=", ".join(Role))
    return roles


def _pay(month: Table) -> PayRule | None:
    table = month.table("pay", _PAY)
    if table is None:
        return None
    zero_at, per_point = table.integer("zero_at"), table.not_negative("per_point")
    limit, exempt = table.not_negative("limit"), table.not_negative("exempt_months")
    if zero_at is None or per_point is None or limit is None or exempt is None:
        return None
    return PayRule(zero_at, per_point, limit, exempt)


def _grades(month: Table) -> tuple[list[tuple[Table, GradeBand]], str] | None:
    """Return the bands, each with the table it stands in, and the letter below them."""
    table = month.table("grades", ("bands", "ungraded"))
    if table is None:
        return None
    ungraded = table.text("ungraded")
    tables = table.tables("bands", ("letter", "from", "above")) or []
    bands = [(one, band) for one in tables if (band := _band(one)) is not None]
    seen = {ungraded}
    for one, band in bands:
        if band.letter in seen:
            one.note("letter", "grade.twice", letter=band.letter)
        seen.add(band.letter)
    for (_, better), (one, band) in itertools.pairwise(bands):
        letters = {"letter": band.letter, "better": better.letter}
        if band.bound == better.bound:
            one.note(_bound_key(band), "grade.equal", bound=band.bound, **letters)
        elif band.bound > better.bound:
            one.note(_bound_key(band), "grade.order", bound=band.bound, better_bound=better.bound, **letters)
    return None if ungraded is None else (bands, ungraded)


def _bound_key(band: GradeBand) -> str:
    return "above" if band.above else "from"


def _band(table: Table) -> GradeBand | None:
    letter = table.text("letter")
    if ("from" in table) == ("above" in table):
        table.note("letter", "grade.bound")
        return None
    above = "above" in table
    bound = table.integer("above" if above else "from")
    return None if letter is None or bound is None else GradeBand(letter, bound, above)
