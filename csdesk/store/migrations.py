"""The tables, as a list of named steps that is only ever appended to.

The SQL holds for SQLite and PostgreSQL alike; STRICT, which makes SQLite as particular about types as a server is,
is added in one place. Each step leaves a small file behind in tests/store/old that must still open.
"""

from typing import TYPE_CHECKING

from csdesk.store.database import Database

if TYPE_CHECKING:
    import sqlite_utils


def _create(db: "sqlite_utils.Database", statements: str) -> None:
    """Run statements that are divided by semicolons; tables become STRICT."""
    for statement in statements.split(";"):
        text = statement.strip()
        db.execute(text + " STRICT" if text.startswith("CREATE TABLE") else text)


def first_tables(db: "sqlite_utils.Database") -> None:
    """Staff, log, month-end, paper and journal."""
    _create(
        db,
        """
        CREATE TABLE team (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, manager_name TEXT NOT NULL, created_at TEXT NOT NULL,
            rev INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE employee (
            id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_search TEXT NOT NULL,
            role TEXT NOT NULL, group_name TEXT NOT NULL, hired TEXT NOT NULL, probation_end TEXT,
            base_salary INTEGER, left_on TEXT, phone TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE incident (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), day TEXT NOT NULL,
            time TEXT NOT NULL, code TEXT NOT NULL, points INTEGER, minutes INTEGER, count INTEGER NOT NULL,
            note TEXT NOT NULL, search TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
            corrects TEXT REFERENCES incident (id), voided_by TEXT, voided_at TEXT, void_reason TEXT,
            rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX incident_by_day ON incident (day, time, id);
        CREATE INDEX incident_by_employee ON incident (employee_id, day);
        CREATE INDEX incident_by_recorder ON incident (recorded_by, day, time, id);
        CREATE TABLE adjustment (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), month TEXT NOT NULL,
            points INTEGER NOT NULL, reason TEXT NOT NULL, given_by TEXT NOT NULL, given_at TEXT NOT NULL,
            withdrawn_by TEXT, withdrawn_at TEXT, withdraw_reason TEXT, rev INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX adjustment_in_force ON adjustment (month, employee_id) WHERE withdrawn_at IS NULL;
        CREATE TABLE strike (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), month TEXT NOT NULL,
            key TEXT NOT NULL, reason TEXT NOT NULL, struck_by TEXT NOT NULL, struck_at TEXT NOT NULL,
            lifted_by TEXT, lifted_at TEXT, lift_reason TEXT, rev INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX strike_in_force ON strike (month, employee_id, key) WHERE lifted_at IS NULL;
        CREATE TABLE skill_test (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), day TEXT NOT NULL,
            score INTEGER NOT NULL, full_marks INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX skill_test_by_day ON skill_test (day, employee_id);
        CREATE TABLE workload (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), month TEXT NOT NULL,
            workload INTEGER NOT NULL, quality INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 0,
            UNIQUE (month, employee_id));
        CREATE TABLE complaint (
            id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, received TEXT NOT NULL,
            employee_id TEXT REFERENCES employee (id), effective INTEGER, quality INTEGER NOT NULL,
            overseas INTEGER NOT NULL, customer TEXT NOT NULL, subject TEXT NOT NULL, closed TEXT, fine INTEGER,
            rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX complaint_by_day ON complaint (received, employee_id);
        CREATE TABLE rulebook (
            id TEXT PRIMARY KEY, in_force_from TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE closing (
            id TEXT PRIMARY KEY, month TEXT NOT NULL, result TEXT NOT NULL, digest TEXT NOT NULL,
            closed_by TEXT NOT NULL, closed_at TEXT NOT NULL, reopened_by TEXT, reopened_at TEXT,
            reopen_reason TEXT, rev INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX closing_in_force ON closing (month) WHERE reopened_at IS NULL;
        CREATE TABLE sheet_print (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), month TEXT NOT NULL,
            form TEXT NOT NULL, serial TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL,
            printed_by TEXT NOT NULL, printed_at TEXT NOT NULL, signed_on TEXT, rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX sheet_print_by_month ON sheet_print (month, form, employee_id);
        CREATE TABLE intake_row (digest TEXT PRIMARY KEY, sheet TEXT NOT NULL, imported_at TEXT NOT NULL);
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by_whom TEXT NOT NULL, what TEXT NOT NULL,
            subject TEXT NOT NULL, subject_id TEXT NOT NULL, before TEXT, after TEXT, previous TEXT NOT NULL,
            digest TEXT NOT NULL);
        CREATE INDEX journal_by_subject ON journal (subject_id, seq);
        CREATE TABLE journal_head (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, digest TEXT NOT NULL)
        """,
    )
    db.execute("INSERT INTO journal_head (name, seq, digest) VALUES ('head', 0, ?)", ["0" * 64])


def log_in_every_order(db: "sqlite_utils.Database") -> None:
    """An index for every order of the log, most with what is searched: no long list need be sorted."""
    _create(
        db,
        """
        DROP INDEX incident_by_day;
        CREATE INDEX incident_by_day ON incident (day, time, id, employee_id, voided_at, search);
        DROP INDEX incident_by_employee;
        CREATE INDEX incident_by_employee ON incident (employee_id, day, time, id, voided_at, search);
        CREATE INDEX incident_by_rule ON incident (
            code, points, count, day, time, id, employee_id, voided_at, search);
        CREATE INDEX incident_by_note ON incident (note, day, time, id, employee_id, voided_at, search);
        CREATE INDEX IF NOT EXISTS incident_by_recorder ON incident (recorded_by, day, time, id)
        """,
    )


def shifts_and_swaps(db: "sqlite_utils.Database") -> None:
    """Shifts, roster, swaps, leave, attendance, handover, days set by hand, and the dated rules they go by."""
    _create(
        db,
        """
        CREATE TABLE scheme (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, in_force_from TEXT NOT NULL, digest TEXT NOT NULL,
            text TEXT NOT NULL, UNIQUE (kind, in_force_from));
        CREATE TABLE shift (
            id TEXT PRIMARY KEY, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE, start_time TEXT NOT NULL,
            end_time TEXT NOT NULL, break_minutes INTEGER NOT NULL, colour TEXT NOT NULL, needs TEXT NOT NULL,
            cleans INTEGER NOT NULL, retired INTEGER NOT NULL, rev INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE roster_cell (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), day TEXT NOT NULL,
            shifts TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0, UNIQUE (day, employee_id));
        CREATE INDEX roster_cell_by_employee ON roster_cell (employee_id, day);
        CREATE TABLE special_day (
            day TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE swap (
            id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, asked_on TEXT NOT NULL,
            a_id TEXT NOT NULL REFERENCES employee (id), day_a TEXT NOT NULL,
            b_id TEXT NOT NULL REFERENCES employee (id), day_b TEXT, reason TEXT NOT NULL, state TEXT NOT NULL,
            signed_a TEXT, signed_b TEXT, place INTEGER UNIQUE, decided_by TEXT, decided_on TEXT,
            decision_reason TEXT, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
            rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX swap_by_day_a ON swap (day_a, state);
        CREATE INDEX swap_by_day_b ON swap (day_b, state);
        CREATE TABLE leave_request (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), first_day TEXT NOT NULL,
            last_day TEXT NOT NULL, type TEXT NOT NULL, hours INTEGER, state TEXT NOT NULL, note TEXT NOT NULL,
            emergency_at TEXT, asked_by TEXT NOT NULL, asked_at TEXT NOT NULL, decided_by TEXT, decided_at TEXT,
            decision_reason TEXT, rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX leave_request_by_day ON leave_request (last_day, first_day, employee_id);
        CREATE TABLE attendance (
            id TEXT PRIMARY KEY, employee_id TEXT NOT NULL REFERENCES employee (id), day TEXT NOT NULL,
            late INTEGER NOT NULL, early INTEGER NOT NULL, absent INTEGER NOT NULL, note TEXT NOT NULL,
            late_incident_id TEXT REFERENCES incident (id), absent_incident_id TEXT REFERENCES incident (id),
            recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0,
            UNIQUE (day, employee_id));
        CREATE TABLE handover (
            id TEXT PRIMARY KEY, day TEXT NOT NULL, time TEXT NOT NULL,
            from_shift_id TEXT NOT NULL REFERENCES shift (id), to_shift_id TEXT NOT NULL REFERENCES shift (id),
            equipment TEXT NOT NULL, staff_changes TEXT NOT NULL, notes TEXT NOT NULL,
            given_by_id TEXT REFERENCES employee (id), taken_by_id TEXT REFERENCES employee (id),
            given_at TEXT, taken_at TEXT, refused_reason TEXT, incident_id TEXT REFERENCES incident (id),
            recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX handover_by_day ON handover (day, time, id);
        CREATE TABLE open_problem (
            id TEXT PRIMARY KEY, handover_id TEXT NOT NULL REFERENCES handover (id), text TEXT NOT NULL,
            opened_on TEXT NOT NULL, closed_on TEXT, closed_by TEXT, closing_note TEXT,
            rev INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX open_problem_by_day ON open_problem (closed_on, opened_on)
        """,
    )


STEPS = (first_tables, log_in_every_order, shifts_and_swaps)
NEWEST = len(STEPS)
"""The schema version that this program writes."""


def migrate(db: Database) -> None:
    """Bring the file to the newest version, wholly or not at all."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("csdesk")
    for step in STEPS:
        migrations()(step)
    with db.atomic():
        # Another process may have migrated while this one waited for its turn; pending steps are read afresh here.
        migrations.apply(db.utils())
        db.run(f"PRAGMA user_version = {NEWEST}")
