"""Nothing acknowledged is ever lost: not to sudden ends, not to others who write at the same time."""

import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.files import open_store
from tests.store.processes import count_up, in_another_process, save_until_killed
from tests.store.team_files import a_store

KILLS = 200


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and cheap children")
def test_every_acknowledged_entry_survives_200_kills(tmp_path: Path) -> None:
    with closing(a_store(tmp_path)) as store:
        path = store.path
    acknowledged: list[str] = []
    moments = random.Random(2026)
    for _ in range(KILLS):
        child, connection = in_another_process(save_until_killed, path)
        heard = os.read(connection.fileno(), 4096)
        time.sleep(moments.uniform(0, 0.02))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        while more := os.read(connection.fileno(), 65536):
            heard += more
        connection.close()
        # What stands before the last line's end was acknowledged; a part of a line behind it was not.
        acknowledged += heard.decode().split("\n")[:-1]
    assert len(acknowledged) >= KILLS
    with closing(open_store(path)) as store:
        kept = {str(row[0]) for row in store.db.stream("SELECT id FROM incident ORDER BY id")}
        assert set(acknowledged) <= kept
        assert store.verify() == []


def test_four_who_read_and_write_at_once_lose_nothing(tmp_path: Path) -> None:
    with closing(a_store(tmp_path)) as store:
        children = [in_another_process(count_up, store.path, 150) for _ in range(4)]
        assert [connection.recv() for _, connection in children] == ["done"] * 4
        for child, connection in children:
            child.join()
            connection.close()
        assert store.settings.get("counter") == "600"
        assert store.incidents.count() == 600
        assert store.verify() == []
