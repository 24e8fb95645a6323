"""Sheets that were printed, and those that came back signed."""

from datetime import date
from typing import Any, NamedTuple

from csdesk.core.month import Month
from csdesk.store.columns import maybe_day_of, month_of
from csdesk.store.database import Database
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import SHEET_PRINT


class SheetPrint(NamedTuple):
    """One printing of somebody's sheet. digest: of what was printed. signed_on: when it came back signed."""

    employee_id: str
    month: Month
    form: str
    serial: str
    revision: int
    digest: str
    by: str = ""
    at: str = ""
    signed_on: date | None = None
    id: str = ""
    rev: int = 0


class Prints:
    """What was printed, and what came back signed."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, sheet: SheetPrint, act: Act) -> SheetPrint:
        """Note one printing."""
        key = sheet.id or new_id()
        facts = (sheet.employee_id, str(sheet.month), sheet.form, sheet.serial, sheet.revision, sheet.digest, act.by,
                 act.moment, None, 0)  # fmt: skip
        self._journal.add(SHEET_PRINT, key, facts, act)
        return _sheet_print((key, *facts))

    def latest_in(self, month: Month, form: str) -> dict[str, SheetPrint]:
        """Return everybody's latest printing of a form for a month, by employee id."""
        sql = f"{SHEET_PRINT.select} WHERE month = ? AND form = ? ORDER BY revision, printed_at, id"
        return {one.employee_id: one for one in self._db.read(_sheet_print, sql, (str(month), form))}

    def mark_signed(self, print_id: str, rev: int, day: date, act: Act) -> SheetPrint | None:
        """Note that a printed sheet came back signed; None if it was changed since it was read."""
        row = self._journal.change(SHEET_PRINT, print_id, {"signed_on": day.isoformat()}, act, rev=rev)
        return None if row is None else _sheet_print(row)


def _sheet_print(row: tuple[Any, ...]) -> SheetPrint:
    key, employee, month, form, serial, revision, digest, by, at, signed_on, rev = row
    return SheetPrint(
        employee, month_of(month), form, serial, revision, digest, by, at, maybe_day_of(signed_on), key, rev
    )
