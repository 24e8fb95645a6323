"""An open team file for every test that asks for one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.store.files import Store
from tests.store.team_files import a_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield a new open team file with one person in it."""
    with closing(a_store(tmp_path)) as opened:
        yield opened
