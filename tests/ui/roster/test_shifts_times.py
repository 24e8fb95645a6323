"""Times as people write them."""

from datetime import time

import pytest

from csdesk.core.shifts import Shift
from csdesk.ui.roster.shifts_times import read_time, written_needs, written_time, written_times


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)), ("08:30", time(8, 30)), ("0830", time(8, 30)), ("22.15", time(22, 15)), ("24:00", time(0)),
        ("８：３０", time(8, 30)), ("8点30", time(8, 30)), ("8点30分", time(8, 30)), ("8时", time(8)),
        (" 6 : 05 ", time(6, 5)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "noon", "25", "24:30", "8:60", "8:3", "12345"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None


def test_times_and_needs_are_written() -> None:
    night = Shift("n", "N", time(22), time(6, 30))
    assert written_times(night) == "22:00–06:30 +1"
    assert written_times(night._replace(end=time(23))) == "22:00–23:00"
    assert written_time(time(8, 5)) == "08:05"
    assert written_needs((1, 1, 1, 1, 1, 0, 0)) == "1 1 1 1 1 0 0"
