"""The complaint register: its whole rows, and their numbers."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from csdesk.core.month import Month
from csdesk.store.columns import day_of, day_text, decimal_of, flag, flag_of, hundredths, maybe_day_of
from csdesk.store.database import Database, Row


class ComplaintRecord(NamedTuple):
    """One complaint. number: 202611-003, given by the store. effective: None while undecided. fine: yuan."""

    received: date
    employee_id: str | None = None
    effective: bool | None = None
    quality: bool = False
    overseas: bool = False
    customer: str = ""
    subject: str = ""
    closed: date | None = None
    fine: Decimal | None = None
    id: str = ""
    number: str = ""
    rev: int = 0


def next_number(db: Database, month: Month) -> str:
    """Return the number of the next complaint of a month; rows are never deleted, so none comes twice."""
    start = f"{month.year:04d}{month.month:02d}-"
    sql = "SELECT number FROM complaint WHERE number LIKE ? ORDER BY length(number) DESC, number DESC LIMIT 1"
    last = db.first(sql, (f"{start}%",))
    return f"{start}{int(str(last[0])[len(start) :]) + 1 if last else 1:03d}"


def complaint_facts(record: ComplaintRecord, number: str, rev: int) -> Row:
    """Return the row of a complaint, in the order of COMPLAINT.facts."""
    fine = None if record.fine is None else hundredths(record.fine)
    return (
        number, record.received.isoformat(), record.employee_id, flag(record.effective), int(record.quality),
        int(record.overseas), record.customer, record.subject, day_text(record.closed), fine, rev,
    )  # fmt: skip


def complaint_record(row: tuple[Any, ...]) -> ComplaintRecord:
    """Return the complaint that a row holds."""
    key, number, received, employee, effective, quality, overseas, customer, subject, closed, fine, rev = row
    return ComplaintRecord(
        day_of(received), employee, flag_of(effective), quality == 1, overseas == 1, customer, subject,
        maybe_day_of(closed), None if fine is None else decimal_of(fine), key, number, rev,
    )  # fmt: skip
