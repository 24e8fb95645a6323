"""A desk for every test of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from csdesk.desk.desk import Desk
from tests.desks import a_new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk on a new team file; today is 21 November 2026."""
    with a_new_desk(tmp_path) as desk:
        yield desk
