"""Shift types: added, changed and retired, never deleted."""

from datetime import date, time
from typing import Any

from csdesk.core.shifts import Shift, fold_code
from csdesk.store.columns import day_of, flag_of, time_of, time_text
from csdesk.store.database import Database, Row
from csdesk.store.errors import UnreadableValueError
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import SHIFT


class Shifts:
    """Shift types, in the table `shift`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[Shift]:
        """Return every shift, the retired ones too, by start, then code."""
        return self._db.read(_shift, f"{SHIFT.select} ORDER BY start_time, code, id")

    def get(self, shift_id: str) -> Shift | None:
        """Return one shift, or None."""
        return self._db.read_first(_shift, f"{SHIFT.select} WHERE id = ?", (shift_id,))

    def by_code(self, code: str) -> Shift | None:
        """Return the shift with this code, however it is typed, or None."""
        return self._db.read_first(_shift, f"{SHIFT.select} WHERE code_key = ?", (fold_code(code),))

    def as_of(self, seq: int) -> list[Shift]:
        """Return the shifts that there were when the journal had so many lines, as they stood then, in no order."""
        found = []
        for shift in self.all():
            later = next((line for line in self._journal.of_subject(shift.id) if line.seq > seq), None)
            if later is None:
                found.append(shift)
            elif later.before is not None:
                found.append(_shift((shift.id, *map(later.before.get, SHIFT.facts))))
        return found

    def days_used(self, shift_id: str) -> list[date]:
        """Return the days on which a cell of the roster as planned holds the shift, or a handover record names it."""
        sql = (
            "SELECT DISTINCT day FROM roster_cell WHERE ' ' || shifts || ' ' LIKE ? "
            "UNION SELECT day FROM handover WHERE from_shift_id = ? OR to_shift_id = ? ORDER BY day"
        )
        # A cell holds ids with blanks between them.
        return self._db.read(lambda row: day_of(row[0]), sql, (f"% {shift_id} %", shift_id, shift_id))

    def add(self, shift: Shift, act: Act) -> Shift | None:
        """Store a new shift and return it with its id (made here where empty); None if the code is taken."""
        with self._db.atomic():
            if self.by_code(shift.code) is not None:
                return None
            key, facts = shift.id or new_id(), _facts(shift._replace(rev=0))
            self._journal.add(SHIFT, key, facts, act, (fold_code(shift.code),))
            return _shift((key, *facts))

    def update(self, shift: Shift, act: Act) -> Shift | None:
        """Store a changed shift; None if it was changed since it was read, or the code is another's."""
        with self._db.atomic():
            owner = self.by_code(shift.code)
            if owner is not None and owner.id != shift.id:
                return None
            changes = dict(zip(SHIFT.facts, _facts(shift), strict=True))
            apart = {"code_key": fold_code(shift.code)}
            row = self._journal.change(SHIFT, shift.id, changes, act, rev=shift.rev, apart=apart)
            return None if row is None else _shift(row)


def _facts(shift: Shift) -> Row:
    """Return the row of a shift, in the order of SHIFT.facts."""
    needs = " ".join(str(need) for need in shift.needs)
    return (
        shift.code, time_text(shift.start), time_text(shift.end), shift.break_minutes, shift.colour, needs,
        int(shift.cleans), int(shift.retired), shift.rev,
    )  # fmt: skip


def _shift(row: tuple[Any, ...]) -> Shift:
    """Return the shift that a row of SHIFT.select holds."""
    key, code, start, end, break_minutes, colour, needs, cleans, retired, rev = row
    return Shift(
        key, code, _time(start), _time(end), break_minutes, colour, _needs(needs), flag_of(cleans) is True,
        flag_of(retired) is True, rev,
    )  # fmt: skip


def _time(text: str) -> time:
    moment = time_of(text)
    if moment is None:
        raise UnreadableValueError("no time")
    return moment


def _needs(text: str) -> tuple[int, ...]:
    try:
        needs = tuple(int(need) for need in text.split(" "))
    except (AttributeError, ValueError) as error:
        raise UnreadableValueError(f"not the needs of a week: {text!r:.40}") from error
    if len(needs) != 7:
        raise UnreadableValueError(f"not the needs of a week: {text!r:.40}")
    return needs
