"""Leave: requests are added and decided on, never deleted."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.store.columns import day_of, decimal_of, hundredths
from csdesk.store.database import Database, Row, Value
from csdesk.store.errors import UnreadableValueError
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import LEAVE

_BY_DAY = "ORDER BY first_day, last_day, asked_at, id"


class Leaves:
    """Leave, in the table `leave_request`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def between(self, first: date, last: date) -> list[Leave]:
        """Return every request that touches the days from `first` to `last`, whatever its state, by first day."""
        sql = f"{LEAVE.select} WHERE last_day >= ? AND first_day <= ? {_BY_DAY}"
        return self._db.read(_leave, sql, (first.isoformat(), last.isoformat()))

    def open_between(self, first: date, last: date) -> list[Leave]:
        """Return the requests from `first` to `last` that are approved or may yet be, by first day."""
        return [leave for leave in self.between(first, last) if leave.is_open]

    def undecided(self) -> list[Leave]:
        """Return the requests that wait for a decision, by first day."""
        return self._db.read(_leave, f"{LEAVE.select} WHERE state = ? {_BY_DAY}", (LeaveState.ASKED.value,))

    def get(self, leave_id: str) -> Leave | None:
        """Return one request, or None."""
        return self._db.read_first(_leave, f"{LEAVE.select} WHERE id = ?", (leave_id,))

    def add(self, leave: Leave, act: Act) -> Leave:
        """Store a new request, asked for by whoever acts, and return it with its id (made here where empty)."""
        key = leave.id or new_id()
        facts = _facts(leave._replace(asked_by=act.by, asked_at=act.moment, rev=0))
        self._journal.add(LEAVE, key, facts, act)
        return _leave((key, *facts))

    def decide(self, leave_id: str, rev: int, state: LeaveState, reason: str | None, act: Act) -> Leave | None:
        """Store a decision of whoever acts; None if the request was changed since it was read."""
        changes: Mapping[str, Value] = {
            "state": state.value, "decided_by": act.by, "decided_at": act.moment, "decision_reason": reason,
        }  # fmt: skip
        row = self._journal.change(LEAVE, leave_id, changes, act, rev=rev)
        return None if row is None else _leave(row)


def _facts(leave: Leave) -> Row:
    """Return the row of a request, in the order of LEAVE.facts."""
    return (
        leave.employee_id, leave.first.isoformat(), leave.last.isoformat(), leave.type.value,
        None if leave.hours is None else hundredths(leave.hours), leave.state.value, leave.note, leave.emergency_at,
        leave.asked_by, leave.asked_at, leave.decided_by, leave.decided_at, leave.decision_reason, leave.rev,
    )  # fmt: skip


def _leave(row: tuple[Any, ...]) -> Leave:
    """Return the request that a row of LEAVE.select holds: its columns stand in the order of Leave's fields."""
    key, who, first, last, type, hours, state, note, emergency_at, *rest = row
    try:
        kind, reached = LeaveType(type), LeaveState(state)
        if emergency_at is not None:
            datetime.fromisoformat(emergency_at)
    except (TypeError, ValueError) as error:
        raise UnreadableValueError(f"not a leave: {type!r:.40}, {state!r:.40}, {emergency_at!r:.40}") from error
    away = None if hours is None else decimal_of(hours)
    return Leave(key, who, day_of(first), day_of(last), kind, away, reached, note, emergency_at, *rest)
