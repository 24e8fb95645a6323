"""The roster as planned: a row for each cell that was ever set; it is emptied, never deleted."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from csdesk.core.cells import Cell
from csdesk.store.columns import day_of
from csdesk.store.database import Database
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import ROSTER_CELL

ShiftIds = tuple[str, ...]


class Roster:
    """The planned shifts of people and days, in the table `roster_cell`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def between(self, first: date, last: date) -> dict[Cell, ShiftIds]:
        """Return the cells of the days from `first` to `last` that hold a shift."""
        sql = "SELECT employee_id, day, shifts FROM roster_cell WHERE day >= ? AND day <= ? ORDER BY day, employee_id"
        rows = self._db.read(_cell, sql, (first.isoformat(), last.isoformat()))
        return {cell: shift_ids for cell, shift_ids in rows if shift_ids}

    def of_people(self, people: Collection[str], first: date, last: date) -> dict[Cell, ShiftIds]:
        """Return the cells of `people` from `first` to `last` that hold a shift."""
        marks = ", ".join("?" * len(people))
        sql = (
            f"SELECT employee_id, day, shifts FROM roster_cell WHERE employee_id IN ({marks}) AND day >= ? AND day <= ?"
        )
        rows = self._db.read(_cell, f"{sql} ORDER BY day, employee_id", (*people, first.isoformat(), last.isoformat()))
        return {cell: shift_ids for cell, shift_ids in rows if shift_ids}

    def planned(self, cells: Collection[Cell]) -> dict[Cell, ShiftIds]:
        """Return what each of `cells` holds, () where nothing."""
        if not cells:
            return {}
        days = [day for _, day in cells]
        found = self.between(min(days), max(days))
        return {cell: found.get(cell, ()) for cell in cells}

    def set_cells(self, changes: Mapping[Cell, ShiftIds], act: Act) -> None:
        """Set cells, with a line in the journal each; all or none of them. What a cell holds already is left alone."""
        if not changes:
            return
        days = [day for _, day in changes]
        with self._db.atomic():
            keys = self._keys(min(days), max(days))
            added = []
            for cell, shift_ids in changes.items():
                text = " ".join(shift_ids)
                key, before = keys.get(cell, (None, ""))
                if text == before:
                    continue
                if key is None:
                    added.append((new_id(), (cell[0], cell[1].isoformat(), text, 0), ()))
                else:
                    self._journal.change(ROSTER_CELL, key, {"shifts": text}, act)
            self._journal.add_many(ROSTER_CELL, added, act)

    def _keys(self, first: date, last: date) -> dict[Cell, tuple[str | None, str]]:
        """Return the key and the text of every cell that has a row."""
        sql = "SELECT employee_id, day, shifts, id FROM roster_cell WHERE day >= ? AND day <= ? ORDER BY day, id"
        rows = self._db.read(
            lambda row: ((row[0], day_of(row[1])), (row[3], row[2])), sql, (first.isoformat(), last.isoformat())
        )
        return dict(rows)


def _cell(row: tuple[Any, ...]) -> tuple[Cell, ShiftIds]:
    """Return a cell and what it holds."""
    employee_id, day, shifts = row
    return (employee_id, day_of(day)), tuple(shifts.split(" ")) if shifts else ()
