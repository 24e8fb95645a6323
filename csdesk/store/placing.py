"""New files are made beside their place, and take it only when they are whole."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from csdesk.store.database import Database
from csdesk.store.errors import StoreUnavailable, world_faults
from csdesk.store.ids import new_id


def check_place(path: Path, *, overwrite: bool = False) -> None:
    """Return if a new file may be made at `path`; StoreUnavailable otherwise."""
    if not path.parent.is_dir():
        raise StoreUnavailable("folder.missing", file=str(path), folder=str(path.parent))
    if path.exists() and not overwrite:
        raise StoreUnavailable("file.exists", file=str(path))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise StoreUnavailable("folder.read-only", file=str(path), folder=str(path.parent))


def backup(db: Database, target: Path, *, overwrite: bool = False) -> None:
    """Copy the open team file to `target`, checked and durable before it takes its place.

    StoreUnavailable (``file.exists``) where something is there, unless `overwrite`.
    """
    check_place(target, overwrite=overwrite)
    if target.exists() and target.samefile(db.path):
        raise StoreUnavailable("file.same", file=str(target))
    unfinished = target.with_name(f"{target.name}.{new_id()}.new")
    try:
        with world_faults(target):
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
                copy.execute("PRAGMA synchronous = FULL")
                db.conn.backup(copy)
                damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if damage != "ok":
                raise StoreUnavailable("file.damaged", file=str(db.path))
            put_in_place(unfinished, target, overwrite=overwrite)
    finally:
        discard(unfinished)


def put_in_place(unfinished: Path, path: Path, *, overwrite: bool = False) -> None:
    """Give a finished file its name, durably; StoreUnavailable where the name was taken meanwhile."""
    try:
        if overwrite:
            unfinished.replace(path)
        elif os.name == "nt":  # pragma: no cover  # rename there never overwrites
            unfinished.rename(path)
        else:
            path.hardlink_to(unfinished)
    except FileExistsError as error:
        raise StoreUnavailable("file.exists", file=str(path)) from error
    if os.name != "nt":  # pragma: no branch  # a folder cannot be opened there
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def discard(unfinished: Path) -> None:
    """Remove a file that was made on the way, with its helpers."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
