"""New files are made beside their place, and take it only when they are whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from csdesk.store.database import Database
from csdesk.store.errors import StoreUnavailable, world_faults
from csdesk.store.ids import new_id


def check_place(path: Path, *, overwrite: bool = False) -> None:
    """Return if a new file may be made at `path`; StoreUnavailable otherwise."""
    try:
        folder, taken = path.parent.is_dir(), path.exists()
    except OSError as error:
        raise StoreUnavailable("file.no-access", file=str(path)) from error
    if not folder:
        raise StoreUnavailable("folder.missing", file=str(path), folder=str(path.parent))
    if taken and not overwrite:
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
    if target.with_name(target.name + "-wal").exists():
        # Somebody has it open, or was killed with it; that log would be read into whatever takes its place.
        raise StoreUnavailable("file.locked", file=str(target))
    unfinished = _place_beside(target)
    try:
        with world_faults(target):
            connection = sqlite3.connect(unfinished.absolute(), isolation_level=None)
        with closing(connection) as copy:
            with world_faults(target):
                copy.execute("PRAGMA synchronous = FULL")
                db.conn.backup(copy)
            with world_faults(db.path):
                damage = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if damage != "ok":
            raise StoreUnavailable("file.damaged", file=str(db.path))
        put_in_place(unfinished, target, overwrite=overwrite)
    finally:
        discard(unfinished)


def _place_beside(path: Path) -> Path:
    """Return a free name in the same folder; a short one, for the name asked for may be as long as names can be."""
    return path.with_name(f".{new_id()}.new")


@contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Give the place where a new file is made; after the block it takes the name `path`, or nothing is left of it.

    StoreUnavailable names the file that was asked for, not the one that is made on the way.
    """
    unfinished = _place_beside(path)
    try:
        with world_faults(path):
            yield unfinished
            put_in_place(unfinished, path)
    except StoreUnavailable as error:
        if error.detail["file"] != str(unfinished):
            raise
        raise StoreUnavailable(error.code, **{**error.detail, "file": str(path)}) from error
    finally:
        discard(unfinished)


def put_in_place(unfinished: Path, path: Path, *, overwrite: bool = False) -> None:
    """Give a finished file its name, durably; StoreUnavailable where the name was taken meanwhile."""
    if overwrite:
        unfinished.replace(path)
    else:
        _take_free_name(unfinished, path)
    if os.name != "nt":  # pragma: no branch  # a folder cannot be opened there
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _take_free_name(unfinished: Path, path: Path) -> None:
    """Rename a file; StoreUnavailable where the name is taken."""
    try:
        if os.name == "nt":  # pragma: no cover  # rename there never overwrites
            unfinished.rename(path)
        else:
            os.link(unfinished, path)
            unfinished.unlink()
    except FileExistsError as error:
        raise StoreUnavailable("file.exists", file=str(path)) from error
    except OSError as error:
        # Memory sticks and some network drives know no second name for a file.
        if path.exists():
            raise StoreUnavailable("file.exists", file=str(path)) from error
        unfinished.replace(path)


def discard(unfinished: Path) -> None:
    """Remove a file that was made on the way, with its helpers."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
