"""Handover records, and the problems that are carried from one to the next; nothing is deleted."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from csdesk.core.handover import Handover, OpenProblem
from csdesk.store.columns import day_of, day_text, maybe_day_of, time_of, time_text
from csdesk.store.database import Database, Row, Value
from csdesk.store.errors import UnreadableValueError
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import HANDOVER, OPEN_PROBLEM


class Handovers:
    """Records in the table `handover`, problems in `open_problem`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def between(self, first: date, last: date) -> list[Handover]:
        """Return the records of the days from `first` to `last`, by day and time, then as they were made."""
        sql = f"{HANDOVER.select} WHERE day >= ? AND day <= ? ORDER BY day, time, recorded_at, id"
        return self._db.read(_record, sql, (first.isoformat(), last.isoformat()))

    def get(self, handover_id: str) -> Handover | None:
        """Return one record, or None."""
        return self._db.read_first(_record, f"{HANDOVER.select} WHERE id = ?", (handover_id,))

    def add(self, record: Handover, problems: Sequence[str], act: Act) -> Handover:
        """Store a new record with the problems that it leaves open, and return it with its id (made where empty)."""
        key = record.id or new_id()
        facts = _facts(record._replace(recorded_by=act.by, recorded_at=act.moment, rev=0))
        opened = record.day.isoformat()
        with self._db.atomic():
            self._journal.add(HANDOVER, key, facts, act)
            rows = [(new_id(), (key, text, opened, None, None, None, 0), ()) for text in problems]
            self._journal.add_many(OPEN_PROBLEM, rows, act)
        return _record((key, *facts))

    def change(self, handover_id: str, rev: int, changes: Mapping[str, Value], act: Act) -> Handover | None:
        """Store signatures, a refusal or a link to an entry; None if the record was changed since it was read."""
        row = self._journal.change(HANDOVER, handover_id, changes, act, rev=rev)
        return None if row is None else _record(row)

    def problems_open(self, on: date) -> list[OpenProblem]:
        """Return the problems that were open at the end of a day, the oldest first."""
        sql = (
            f"{OPEN_PROBLEM.select} WHERE opened_on <= ? AND (closed_on IS NULL OR closed_on > ?) "
            "ORDER BY opened_on, id"
        )
        return self._db.read(_problem, sql, (on.isoformat(), on.isoformat()))

    def problems_of(self, handover_id: str) -> list[OpenProblem]:
        """Return the problems that a record names first, whether closed or not, as they were written."""
        sql = f"{OPEN_PROBLEM.select} WHERE handover_id = ? ORDER BY id"
        return self._db.read(_problem, sql, (handover_id,))

    def get_problem(self, problem_id: str) -> OpenProblem | None:
        """Return one problem, or None."""
        return self._db.read_first(_problem, f"{OPEN_PROBLEM.select} WHERE id = ?", (problem_id,))

    def close_problem(self, problem_id: str, rev: int, on: date, note: str, act: Act) -> OpenProblem | None:
        """Close a problem; None if it was closed or changed since it was read."""
        changes = {"closed_on": day_text(on), "closed_by": act.by, "closing_note": note}
        row = self._journal.change(OPEN_PROBLEM, problem_id, changes, act, rev=rev, while_empty="closed_on")
        return None if row is None else _problem(row)


def _facts(record: Handover) -> Row:
    """Return the row of a record, in the order of HANDOVER.facts."""
    return (record.day.isoformat(), time_text(record.time), *record[3:])


def _record(row: tuple[Any, ...]) -> Handover:
    """Return the record that a row of HANDOVER.select holds: its columns stand in the order of Handover's fields."""
    key, day, time, *rest = row
    moment = time_of(time)
    if moment is None:
        raise UnreadableValueError("a handover without a time")
    return Handover(key, day_of(day), moment, *rest)


def _problem(row: tuple[Any, ...]) -> OpenProblem:
    """Return the problem that a row of OPEN_PROBLEM.select holds."""
    key, handover_id, text, opened, closed, closed_by, note, rev = row
    return OpenProblem(key, handover_id, text, day_of(opened), maybe_day_of(closed), closed_by, note, rev)
