"""Real team files for the tests of the store."""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from csdesk.core.employee import Employee
from csdesk.core.incidents import Incident
from csdesk.store.closings import text_digest
from csdesk.store.files import Store, create_store
from csdesk.store.journal import Act
from csdesk.store.rulebooks import RulebookText
from csdesk.store.schemes import SchemeText
from tests.builders import an_employee, an_incident

RULEBOOK = RulebookText("points@2025-01-01", date(2025, 1, 1), text_digest("the rules"), "the rules")
SHIFT_RULES = SchemeText("shifts@2025-01-01", "shifts", date(2025, 1, 1), text_digest("of shifts"), "of shifts")


def an_act(what: str = "incident.record", by: str = "zhao", minute: int = 0) -> Act:
    """Return who does something, and when."""
    return Act(by, datetime(2026, 10, 12, 8, minute, tzinfo=UTC), what)


def a_store(folder: Path, name: str = "team.csdesk", people: Sequence[Employee] | None = None) -> Store:
    """Return a new open team file with one person in it, or those given."""
    store = create_store(folder / name, "Hotline", "王经理", [RULEBOOK], an_act("team.created"))
    for person in people if people is not None else [an_employee()]:
        store.people.add(person, person.name.casefold(), an_act("person.added"))
    return store


def a_full_store(folder: Path) -> Store:
    """Return a new open team file with some entries, the last of them voided."""
    store = a_store(folder)
    for number in range(3):
        log(store, an_incident(id=f"entry-{number}", note=f"note {number}"))
    store.incidents.void("entry-2", 0, "logged twice", an_act("incident.voided"))
    return store


def log(store: Store, *incidents: Incident) -> None:
    """Store entries, each found by its note and code."""
    for incident in incidents:
        store.incidents.add(incident, f"{incident.note} {incident.code}".casefold(), an_act())


def folder_state(folder: Path) -> dict[str, str]:
    """Return every file of a folder with the digest of its bytes; no team file in it may be open."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def tamper(path: Path, *statements: str) -> None:
    """Change a closed file as another tool would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def ask(path: Path, sql: str) -> Any:
    """Return the first value of a query on a closed file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]
