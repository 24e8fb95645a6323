"""What month-end leaves behind: adopted rulebooks, closings with their results, printed sheets."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from csdesk.core.month import Month
from csdesk.store.columns import day_of, maybe_day_of, month_of
from csdesk.store.database import Database
from csdesk.store.ids import new_id
from csdesk.store.journal import Act, Journal
from csdesk.store.tables import CLOSING, RULEBOOK, SHEET_PRINT


class RulebookText(NamedTuple):
    """One adopted version of the rulebook. digest: SHA-256 of the text, hex."""

    id: str
    in_force_from: date
    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed month. result: canonical JSON. digest: SHA-256 of the result, hex."""

    id: str
    month: Month
    result: str
    digest: str
    by: str
    at: str
    reopened_by: str | None = None
    reopened_at: str | None = None
    reopen_reason: str | None = None
    rev: int = 0


@dataclass(frozen=True, slots=True)
class SheetPrint:
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


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, hex."""
    return sha256(text.encode()).hexdigest()


class Rulebooks:
    """Adopted versions of the rulebook, as the texts they are read from."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def all(self) -> list[RulebookText]:
        """Return every adopted version, oldest first."""
        sql = "SELECT id, in_force_from, digest, text FROM rulebook ORDER BY in_force_from"
        return self._db.read(lambda row: RulebookText(row[0], day_of(row[1]), row[2], row[3]), sql)

    def adopt(self, version: RulebookText, act: Act) -> bool:
        """Adopt a version; False if one with its id or its first day was adopted already."""
        first = version.in_force_from.isoformat()
        with self._db.atomic():
            taken = self._db.first("SELECT id FROM rulebook WHERE id = ? OR in_force_from = ?", (version.id, first))
            if taken is None:
                self._journal.add(RULEBOOK, version.id, (first, version.digest), act, (version.text,))
        return taken is None


class Closings:
    """Months that were closed, with the result as it stood."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def of(self, month: Month) -> Closing | None:
        """Return the closing of a month that is in force, or None."""
        sql = f"SELECT id, result, {', '.join(CLOSING.facts)} FROM closing WHERE month = ? AND reopened_at IS NULL"
        row: tuple[Any, ...] | None = self._db.first(sql, (str(month),))
        return None if row is None else Closing(row[0], month, row[1], *row[3:])

    def add(self, month: Month, result: str, act: Act) -> Closing | None:
        """Close a month with its result (canonical JSON); None if it is closed already."""
        with self._db.atomic():
            if self.of(month) is not None:
                return None
            key, digest = new_id(), text_digest(result)
            row = (str(month), digest, act.by, act.moment, None, None, None, 0)
            self._journal.add(CLOSING, key, row, act, (result,))
        return Closing(key, month, result, digest, act.by, act.moment)

    def reopen(self, closing_id: str, rev: int, reason: str, act: Act) -> bool:
        """Reopen a closed month; False if that was done already."""
        changes = {"reopened_by": act.by, "reopened_at": act.moment, "reopen_reason": reason}
        return self._journal.change(CLOSING, closing_id, changes, act, rev=rev, while_empty="reopened_at") is not None

    def months_closed(self) -> set[Month]:
        """Return the months that are closed."""
        sql = "SELECT month FROM closing WHERE reopened_at IS NULL ORDER BY month"
        return set(self._db.read(lambda row: month_of(row[0]), sql))


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
