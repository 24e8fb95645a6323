"""Who is on shift comes first in the quick entry, among those who fit equally."""

import sys
from datetime import date, time

import pytest

from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.log.on_shift import OnShift
from tests.desks import somebody
from tests.ui.keyboard import Key
from tests.ui.pages.log import LogTab, li_na

TODAY = date(2026, 11, 21)


def on_duty(desk: Desk, number: str, start: int = 8) -> None:
    """Put somebody on the roster of today."""
    shift = desk.shifts.by_code(f"S{start}") or desk.shifts.add(ShiftDraft(f"S{start}", time(start), time(start + 8)))
    person = desk.people.by_number(number)
    assert isinstance(shift, Shift)
    assert person is not None
    desk.roster.set_cells({(person.id, TODAY): (shift.id,)})


def test_those_on_shift_come_first_where_nothing_is_typed(tab: LogTab, desk: Desk) -> None:
    on_duty(desk, "0102")
    tab.press(Key.Key_Down)
    assert tab.choices("employee") == ["王铱 · 0102", "李娜 · 0101", "曾雅婷 · 0103"]


def test_those_on_shift_come_first_where_several_fit_equally(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0099", "李宁")
    on_duty(desk, "0101")
    tab.write("ln")
    assert tab.choices("employee") == ["李娜 · 0101", "李宁 · 0099"]
    tab.write(",")
    assert tab.chips == ["李娜"]


def test_who_fits_better_stays_before_those_on_shift(tab: LogTab, desk: Desk) -> None:
    on_duty(desk, "0102")
    tab.write("li")
    assert tab.choices("employee")[0] == "李娜 · 0101"


def test_an_entry_of_another_day_knows_no_shift_of_now(tab: LogTab, desk: Desk) -> None:
    on_duty(desk, "0102")
    tab.page.bar.fields.when.setFocus()
    tab.write("20")
    tab.page.bar.fields.who.setFocus()
    tab.press(Key.Key_Down)
    assert tab.choices("employee")[0] == "李娜 · 0101"


def test_a_team_without_shifts_has_nobody_on_shift(desk: Desk) -> None:
    assert not OnShift(desk).ids()


def test_the_roster_is_read_once_a_minute(desk: Desk) -> None:
    on_shift = OnShift(desk)
    on_duty(desk, "0101")
    assert set(on_shift.ids()) == {li_na(desk).id}
    on_duty(desk, "0102")
    assert set(on_shift.ids()) == {li_na(desk).id}


def test_whose_shift_begins_later_is_not_on_it(desk: Desk) -> None:
    on_duty(desk, "0101", 14)
    assert not OnShift(desk).ids()


def test_before_the_roster_is_loaded_nobody_is_waited_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    on_duty(desk, "0101")
    monkeypatch.delitem(sys.modules, "csdesk.desk.roster")
    assert not OnShift(desk).ids()


def test_a_damaged_roster_keeps_nobody_from_logging(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_moment: object) -> object:
        raise StoreUnavailable("file.damaged", file="team.csdesk")

    on_duty(desk, "0101")
    monkeypatch.setattr(desk.roster, "on_shift", fails)
    assert not OnShift(desk).ids()
