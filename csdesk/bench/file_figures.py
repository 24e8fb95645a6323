"""What a team file costs: one entry saved, one month reckoned."""

import sqlite3
import statistics
from datetime import date
from pathlib import Path

from csdesk.bench.figures import Figure, in_turn, median_of, milliseconds
from csdesk.bench.seed import LAST, seeded
from csdesk.core.incidents import Draft, Incident
from csdesk.desk.desk import Desk
from csdesk.store.files import open_db

_RAW_TABLE = """CREATE TABLE entry (id TEXT PRIMARY KEY, employee_id TEXT, day TEXT, time TEXT, code TEXT,
    points INTEGER, minutes INTEGER, count INTEGER, note TEXT, by TEXT, at TEXT)"""
_AGGREGATE = """SELECT employee_id, code, count(*), sum(count), sum(points) FROM incident
    WHERE day >= ? AND day <= ? AND voided_at IS NULL GROUP BY employee_id, code ORDER BY employee_id, code"""
_ROWS = "SELECT * FROM incident WHERE day >= ? AND day <= ? AND voided_at IS NULL ORDER BY day, time, id"


def save(folder: Path, runs: int = 400) -> Figure:
    """One entry checked and saved with its journal line; the floor is a raw insert and commit, as durable."""
    desk = seeded(folder / "save.csdesk", 20, 1000)
    raw = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute(_RAW_TABLE)
    person = desk.people.all()[0].id
    rounds = iter(range(1_000_000))

    def ours() -> None:
        draft = Draft(person, LAST.last, "MIN-04", points=3, note="晚到25分钟")
        if not isinstance(desk.incidents.record(draft), Incident):
            raise RuntimeError("the bench's own entry was refused")

    def floor() -> None:
        row = (f"{next(rounds):032d}", person, "2026-11-30", "09:12", "MIN-04", -3, None, 1, "晚到25分钟", "bench", "")
        raw.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    for work in (ours, floor):
        work()
    pairs = [(milliseconds(ours), milliseconds(floor)) for _ in range(runs)]
    raw.close()
    desk.close()
    return Figure("save", statistics.median(a for a, _ in pairs), "ms", statistics.median(b for _, b in pairs))


def month_50(desk: Desk) -> Figure:
    """A month of 50 people, from the file to the ranked sheets. `desk`: of the file that the window is measured on."""
    return Figure("month_50", median_of(lambda: desk.months.result(LAST), 15), "ms")


def month_1m(folder: Path, people: int = 2000, entries: int = 1_000_000) -> Figure:
    """A month of 2,000 people in a file of 1,000,000 entries; the floor fetches the same rows and their sums."""
    desk = seeded(folder / "million.csdesk", people, entries)
    db = open_db(desk.path)
    days: tuple[date, date] = (LAST.first, LAST.last)
    month = tuple(day.isoformat() for day in days)

    def floor() -> None:
        db.conn.execute(_AGGREGATE, month).fetchall()
        db.conn.execute(_ROWS, month).fetchall()

    ours, least = in_turn(lambda: desk.months.result(LAST), floor, 7)
    db.close()
    desk.close()
    return Figure("month_1m", ours, "ms", least)
