"""What the journal keeps of each table: its key and its facts, in the order they are written down.

Two kinds of columns stand in no journal line: those only made for searching (name_search, search), and long texts
whose digest is a fact (a rulebook's text, a closing's result). A fact that a later step adds comes at the end and is
NULL in older rows, so that what older lines say still holds.
"""

from collections.abc import Mapping
from json import JSONEncoder
from json.encoder import encode_basestring

from csdesk.store.database import Row, Value

canonical = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write a value as JSON in the one way that digests are taken of: no blanks, keys in the order given."""


class Table:
    """One table. key: its primary key. facts: its other columns. apart: columns that no journal line holds."""

    __slots__ = ("_names", "apart", "facts", "insert", "key", "name", "select")

    def __init__(self, name: str, facts: tuple[str, ...], key: str = "id", apart: tuple[str, ...] = ()) -> None:
        self.name = name
        self.facts = facts
        self.key = key
        self.apart = apart
        columns = (key, *facts, *apart)
        self.insert = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        self.select = f"SELECT {', '.join((key, *facts))} FROM {name}"
        self._names = tuple([f'"{fact}":' for fact in facts])

    def written(self, facts: Row) -> str:
        """Return the journal's text of a row's facts, as `canonical` would write them; what is NULL is left out.

        Put together by hand, because it is a good part of the time that a save takes.
        """
        pairs = [
            name + (encode_basestring(value) if value.__class__ is str else str(value))
            for name, value in zip(self._names, facts, strict=True)
            if value is not None
        ]
        return "{" + ",".join(pairs) + "}"

    def values(self, facts: Mapping[str, Value]) -> Row:
        """Return named facts as a row; KeyError for one that is missing."""
        return tuple([facts[name] for name in self.facts])


TEAM = Table("team", ("name", "manager_name", "created_at", "rev"))
SETTING = Table("setting", ("value",), key="key")
EMPLOYEE = Table(
    "employee",
    ("number", "name", "role", "group_name", "hired", "probation_end", "base_salary", "left_on", "phone", "rev"),
    apart=("name_search",),
)
INCIDENT = Table(
    "incident",
    ("employee_id", "day", "time", "code", "points", "minutes", "count", "note", "recorded_by", "recorded_at",
     "corrects", "voided_by", "voided_at", "void_reason", "rev"),
    apart=("search",),
)  # fmt: skip
ADJUSTMENT = Table(
    "adjustment",
    ("employee_id", "month", "points", "reason", "given_by", "given_at", "withdrawn_by", "withdrawn_at",
     "withdraw_reason", "rev"),
)  # fmt: skip
STRIKE = Table(
    "strike",
    ("employee_id", "month", "key", "reason", "struck_by", "struck_at", "lifted_by", "lifted_at", "lift_reason", "rev"),
)
SKILL_TEST = Table("skill_test", ("employee_id", "day", "score", "full_marks", "rev"))
WORKLOAD = Table("workload", ("employee_id", "month", "workload", "quality", "rev"))
COMPLAINT = Table(
    "complaint",
    ("number", "received", "employee_id", "effective", "quality", "overseas", "customer", "subject", "closed", "fine",
     "rev"),
)  # fmt: skip
RULEBOOK = Table("rulebook", ("in_force_from", "digest"), apart=("text",))
CLOSING = Table(
    "closing",
    ("month", "digest", "closed_by", "closed_at", "reopened_by", "reopened_at", "reopen_reason", "rev"),
    apart=("result",),
)
SHEET_PRINT = Table(
    "sheet_print",
    ("employee_id", "month", "form", "serial", "revision", "digest", "printed_by", "printed_at", "signed_on", "rev"),
)
INTAKE_ROW = Table("intake_row", ("sheet", "imported_at"), key="digest")
SCHEME = Table("scheme", ("kind", "in_force_from", "digest"), apart=("text",))
SHIFT = Table(
    "shift",
    ("code", "start_time", "end_time", "break_minutes", "colour", "needs", "cleans", "retired", "rev"),
    apart=("code_key",),
)
ROSTER_CELL = Table("roster_cell", ("employee_id", "day", "shifts", "rev"))
SPECIAL_DAY = Table("special_day", ("kind", "name", "rev"), key="day")
SWAP = Table(
    "swap",
    ("number", "asked_on", "a_id", "day_a", "b_id", "day_b", "reason", "state", "signed_a", "signed_b", "place",
     "decided_by", "decided_on", "decision_reason", "recorded_by", "recorded_at", "rev"),
)  # fmt: skip
LEAVE = Table(
    "leave_request",
    ("employee_id", "first_day", "last_day", "type", "hours", "state", "note", "emergency_at", "asked_by", "asked_at",
     "decided_by", "decided_at", "decision_reason", "rev"),
)  # fmt: skip
ATTENDANCE = Table(
    "attendance",
    ("employee_id", "day", "late", "early", "absent", "note", "late_incident_id", "absent_incident_id", "recorded_by",
     "recorded_at", "rev"),
)  # fmt: skip
HANDOVER = Table(
    "handover",
    ("day", "time", "from_shift_id", "to_shift_id", "equipment", "staff_changes", "notes", "given_by_id",
     "taken_by_id", "given_at", "taken_at", "refused_reason", "incident_id", "recorded_by", "recorded_at", "rev"),
)  # fmt: skip
OPEN_PROBLEM = Table(
    "open_problem", ("handover_id", "text", "opened_on", "closed_on", "closed_by", "closing_note", "rev")
)

TABLES = (
    TEAM, SETTING, EMPLOYEE, INCIDENT, ADJUSTMENT, STRIKE, SKILL_TEST, WORKLOAD, COMPLAINT, RULEBOOK, CLOSING,
    SHEET_PRINT, INTAKE_ROW, SCHEME, SHIFT, ROSTER_CELL, SPECIAL_DAY, SWAP, LEAVE, ATTENDANCE, HANDOVER, OPEN_PROBLEM,
)  # fmt: skip
"""Every table whose rows stand in the journal."""
