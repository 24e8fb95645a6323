"""Where the days of the calendar stand."""

from datetime import date, time

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from csdesk.core.employee import Employee, Role
from csdesk.core.shifts import Shift
from csdesk.ui.roster.calendar_columns import LEAST_DAY, MOST_DAY, Columns
from csdesk.ui.roster.calendar_sheet import Selection


def columns(width: int, code: str = "D", group: str = "") -> Columns:
    made = Columns()
    person = Employee("e", "0101", "李娜", Role.AGENT, date(2024, 1, 1), group)
    made.measure([person], [Shift("d", code, time(8), time(16))], 30, QFontMetrics(QFont()))
    made.fit(width)
    return made


def test_the_days_share_the_room_that_the_names_leave(qapp: QApplication) -> None:
    made = columns(1220)
    assert LEAST_DAY < made.day < MOST_DAY
    assert made.frozen + made.whole <= 1220


def test_in_a_wide_window_a_day_is_no_wider_than_it_needs(qapp: QApplication) -> None:
    assert columns(4000).day == MOST_DAY


def test_in_a_narrow_window_the_days_scroll(qapp: QApplication) -> None:
    made = columns(600)
    assert made.day == LEAST_DAY
    assert len(made.seen(600)) < 30
    made.offset = 10_000
    made.fit(600)
    assert made.left(29) + made.day == 600


def test_a_long_code_is_cut_short_rather_than_a_day_lost(qapp: QApplication) -> None:
    made = columns(1220, code="Afternoon")
    assert made.frozen + made.whole <= 1220


def test_groups_have_a_column_where_there_are_any(qapp: QApplication) -> None:
    assert columns(1220).group == 0
    assert columns(1220, group="hotline").group > 0


def test_a_place_beside_the_days_is_the_nearest_one(qapp: QApplication) -> None:
    made = columns(1220)
    assert (made.at(0), made.at(made.frozen + made.day), made.at(9999)) == (0, 1, 29)


def test_before_anything_is_measured_there_is_no_day(qapp: QApplication) -> None:
    made = Columns()
    made.fit(500)
    assert list(made.seen(500)) == []


def test_a_selection_stays_within_the_cells() -> None:
    assert Selection(5, 5, 9, 9).within(4, 8) == Selection(3, 5, 3, 7)
    assert Selection().within(0, 0) == Selection(0, 0, 0, 0)
    assert list(Selection(1, 1, 0, 1).places) == [(0, 1), (1, 1)]
