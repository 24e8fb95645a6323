"""Hours of leave, as people type them."""

from decimal import Decimal

import pytest

from csdesk.ui.swaps.leave_form import read_hours


@pytest.mark.parametrize("typed", ["3.5", "3,5", " 3.5 h", "3.5小时", "\uff13\uff0e\uff15"])
def test_hours_are_read_as_people_type_them(typed: str) -> None:
    assert read_hours(typed) == Decimal("3.5")


@pytest.mark.parametrize("typed", ["", "many", "3.5.1", "NaN", "Infinity"])
def test_what_is_no_number_of_hours_is_not_read(typed: str) -> None:
    assert read_hours(typed) is None
