"""Reading the rules of shifts from their TOML text, strictly: one version, or every fault with its line.

Source: handbook shifts, pay (S5). What a file looks like: resources/schemes/shifts.toml.
"""

import hashlib

from csdesk.core.rulebook_catalogue import RULE_CODE
from csdesk.core.shift_rules import LatePay, Proposals, ShiftRules, SwapRules
from csdesk.core.toml_table import HEAD, Fault, Table, read_head, read_table

_TOP = (*HEAD, "roster", "swaps", "leave", "late_pay", "proposals")
_ROSTER = ("max_work_minutes", "min_rest_minutes")
_LEAVE = ("emergency_minutes",)
_DAY_MINUTES = 24 * 60
_MONTH_DAYS = 31


def read(text: str, name: str) -> ShiftRules | list[Fault]:
    """Return the rules of shifts that `text` describes, or every fault in it by line.

    name: the file's name, for the faults.
    """
    opened = read_table(text, name, _TOP)
    if isinstance(opened, Fault):
        return [opened]
    top, report = opened
    head, roster, swaps, leave = read_head(top), _roster(top), _swaps(top), _leave(top)
    late_pay, proposals = _late_pay(top), _proposals(top)
    faults = report.faults()
    if faults or not (head and roster and swaps and late_pay and proposals) or leave is None:
        return faults
    return ShiftRules(
        id=head.version_id,
        in_force_from=head.in_force_from,
        title=head.title,
        max_work_minutes=roster[0],
        min_rest_minutes=roster[1],
        swaps=swaps,
        emergency_minutes=leave,
        proposals=proposals,
        late_pay=late_pay,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _roster(top: Table) -> tuple[int, int] | None:
    """Return the longest work and the shortest rest, in minutes."""
    table = top.table("roster", _ROSTER)
    if table is None:
        return None
    work = table.within("max_work_minutes", 1, _DAY_MINUTES)
    rest = table.within("min_rest_minutes", 0, _DAY_MINUTES)
    return None if work is None or rest is None else (work, rest)


def _swaps(top: Table) -> SwapRules | None:
    table = top.table("swaps", SwapRules._fields)
    if table is None:
        return None
    most, between = table.within("max_per_month", 0, _MONTH_DAYS), table.within("min_days_between", 0, _MONTH_DAYS)
    rest = table.within("min_rest_minutes", 0, _DAY_MINUTES)
    return None if most is None or between is None or rest is None else SwapRules(most, between, rest)


def _leave(top: Table) -> int | None:
    table = top.table("leave", _LEAVE)
    return None if table is None else table.within("emergency_minutes", 0, _DAY_MINUTES)


def _late_pay(top: Table) -> LatePay | None:
    table = top.table("late_pay", LatePay._fields)
    if table is None:
        return None
    percent, first = table.within("percent", 0, 100), table.within("first", 0, _MONTH_DAYS)
    beyond = table.within("beyond_percent", 0, 100)
    return None if percent is None or first is None or beyond is None else LatePay(percent, first, beyond)


def _proposals(top: Table) -> Proposals | None:
    table = top.table("proposals", Proposals._fields)
    if table is None:
        return None
    codes = {key: _code(table, key) for key in Proposals._fields}
    sound = {key: code for key, code in codes.items() if code is not None}
    return Proposals(**sound) if len(sound) == len(codes) else None


def _code(table: Table, key: str) -> str | None:
    code = table.text(key)
    if code is not None and not RULE_CODE.match(code):
        table.note(key, "code.format", code=code)
        return None
    return code
