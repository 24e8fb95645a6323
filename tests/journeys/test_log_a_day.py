"""A team lead logs a day between two calls, by keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.core.appraisal import Sheet
from csdesk.core.month import Month
from csdesk.desk.desk import open_desk
from csdesk.desk.incidents import Query
from tests.desks import LEAD, a_new_desk, clock, somebody
from tests.journeys.desktop import ALT, Desktop, a_desktop
from tests.ui.keyboard import CONTROL, Key

NOVEMBER = Month(2026, 11)
TEAM = [("0101", "李娜"), ("0102", "王𬭎"), ("0103", "曾雅婷"), ("0104", "翟俊"), ("0110", "Grace O'Neil")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A team of five, nothing logged yet."""
    with a_new_desk(tmp_path) as desk:
        for number, name in TEAM:
            somebody(desk, number, name)
        return desk.path


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(qtbot, qapp, file, tmp_path) as desktop:
        yield desktop


def the_sheet(file: Path, number: str) -> Sheet:
    with open_desk(file, LEAD, clock()) as desk:
        person = desk.people.by_number(number)
        assert person is not None
        sheet = desk.months.running(person.id, NOVEMBER)
        assert isinstance(sheet, Sheet)
        return sheet


def test_a_day_of_entries_is_saved_shown_and_reckoned(desktop: Desktop, file: Path) -> None:
    desktop.log("lina", "min4", "3")
    desktop.log("wh", "bon3")
    desktop.log("zengyt", "mod05")
    desktop.log("0104", "min14", "2", "3")
    desktop.log("grace", "overrun", "12")
    desktop.log("李娜", "迟到", "5")
    assert [(row[1], row[2], row[5]) for row in desktop.table()] == [
        ("李娜", "MIN-04", "−5"),
        ("Grace O'Neil", "MOD-08", "−10"),
        ("翟俊", "MIN-14", "−6"),
        ("曾雅婷", "MOD-05", "−10"),
        ("王𬭎", "BON-03", "+5"),
        ("李娜", "MIN-04", "−3"),
    ]
    assert [the_sheet(file, number).final for number, _ in TEAM] == [72, 85, 70, 74, 70]


def test_a_common_entry_takes_at_most_twelve_keys(desktop: Desktop) -> None:
    desktop.log("ln", "min4", "3")
    assert len(desktop.table()) == 1
    assert desktop.keys <= 12


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(desktop: Desktop, file: Path) -> None:
    desktop.log("ln", "min4", "9")
    assert "outside this rule's range" in desktop.said()
    assert desktop.table() == []
    with open_desk(file, LEAD, clock()) as desk:
        assert desk.incidents.page(Query()).total == 0


def test_before_saving_the_bar_says_what_the_fourth_minor_offence_brings(desktop: Desktop) -> None:
    for rule in ("min01", "min02", "min10"):
        desktop.log("ln", rule)
    desktop.write("ln")
    desktop.enter()
    desktop.write("min12")
    desktop.enter()
    assert "4th minor offence" in desktop.said()
    assert "−20" in desktop.said()


def test_an_entry_is_voided_with_a_reason_and_stays_readable(desktop: Desktop, file: Path) -> None:
    desktop.log("ln", "mod01")
    desktop.press(Key.Key_F, held=CONTROL)
    desktop.press(Key.Key_Tab)
    desktop.press(Key.Key_Home, Key.Key_Delete)
    desktop.write("mixed up with a colleague")
    desktop.enter()
    assert desktop.table() == []
    assert the_sheet(file, "0101").final == 80
    with open_desk(file, LEAD, clock()) as desk:
        (row,) = desk.incidents.page(Query(with_void=True)).rows
        assert (row.incident.void_reason, row.incident.voided_by) == ("mixed up with a colleague", "sun")
        assert desk.check() == []


def test_yesterday_and_another_month_are_a_few_keys_away(desktop: Desktop, file: Path) -> None:
    desktop.log("ln", "min01")
    desktop.press(Key.Key_Left, held=ALT)
    assert desktop.table() == []
    desktop.press(Key.Key_Home, held=ALT)
    assert len(desktop.table()) == 1
    with open_desk(file, LEAD, clock()) as desk:
        assert desk.incidents.page(Query()).rows[0].incident.day == date(2026, 11, 21)
