"""Work that other processes do to a team file, for tests of what several of them and sudden ends do to it.

Runs in children of a fork server that has imported the store already, so that a child is up in some milliseconds.
"""

import multiprocessing
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from csdesk.store.errors import StoreUnavailable
from csdesk.store.files import open_store
from tests.builders import an_employee, an_incident
from tests.store.team_files import an_act

NOBODY = 65534


def _context() -> Any:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


CONTEXT = _context()


def in_another_process(work: Callable[..., None], *values: object) -> tuple[Any, Connection]:
    """Start `work(connection, *values)` in a child; return the child and our end of the connection."""
    ours, theirs = CONTEXT.Pipe()
    child = CONTEXT.Process(target=work, args=(theirs, *values), daemon=True)
    child.start()
    theirs.close()
    return child, ours


def told_by(work: Callable[..., None], *values: object) -> Any:
    """Return the one thing that `work` sends from another process."""
    child, connection = in_another_process(work, *values)
    try:
        return connection.recv()
    finally:
        connection.close()
        child.join()


def save_until_killed(connection: Connection, path: Path) -> None:
    """Save entry after entry, and acknowledge each by its id once it is saved."""
    store = open_store(path)
    while True:
        kept = store.incidents.add(an_incident()._replace(id="", note="saved"), "saved", an_act())
        os.write(connection.fileno(), kept.id.encode() + b"\n")


def count_up(connection: Connection, path: Path, times: int) -> None:
    """Read a number and write the next one, over and over, while others do the same; and log an entry each time."""
    with closing(open_store(path, busy_seconds=60)) as store:
        for _ in range(times):
            with store.atomic():
                number = int(store.settings.get("counter") or 0)
                store.settings.put("counter", str(number + 1), an_act())
                store.incidents.add(an_incident()._replace(id=""), "", an_act())
    connection.send("done")


def hold(connection: Connection, path: Path, *statements: str) -> None:
    """Keep the file busy by some statements until told to end."""
    held = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        held.execute(statement).fetchall()
    connection.send("held")
    connection.recv()
    held.close()
    connection.send("released")


def try_to_open(connection: Connection, path: Path, rights: bool = True) -> None:
    """Tell how opening a file ends: the code of the refusal, or "opened"."""
    if not rights and os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        open_store(path, busy_seconds=0).close()
        connection.send("opened")
    except StoreUnavailable as refused:
        connection.send(refused.code)


def try_to_save(connection: Connection, path: Path, limit: int) -> None:
    """Tell how saving ends where no file may grow beyond `limit` bytes: one code for many entries, one for a few."""
    import resource  # not on Windows, where no test asks for this

    told = []
    with closing(open_store(path)) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        for size in (2000, 1):
            entries = [(an_incident(employee=an_employee())._replace(id=""), "x" * 200) for _ in range(size)]
            try:
                store.incidents.add_many(entries, an_act())
                told.append("saved")
            except StoreUnavailable as refused:
                told.append(refused.code)
        told.append(str(store.incidents.count()))
    connection.send(told)
