"""The calendar shows what stands in its cells: leave, swaps, problems, days that are not worked."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.employee import Employee, Role
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.roster import Cover, RosterProblem
from csdesk.core.shifts import Shift
from csdesk.core.words import Words
from csdesk.ui.language import Speech
from csdesk.ui.page import Context, Refresh
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.calendar_cover import CalendarCover
from csdesk.ui.roster.calendar_grid import CalendarGrid
from csdesk.ui.roster.calendar_sheet import Sheet
from csdesk.ui.roster.calendar_words import CellWords
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import Theme
from csdesk.ui.tokens import LIGHT
from tests.ui.fakes import Nobody

OCTOBER = Month(2026, 10)
DAYS = [OCTOBER.first + timedelta(days=number) for number in range(31)]
DAY = Shift("d", "D", time(8), time(16))
NIGHT = Shift("n", "Night", time(23), time(7), colour="violet")
LI = Employee("li", "0101", "李娜", Role.AGENT, date(2024, 3, 1), "hotline")
WANG = Employee("wang", "0102", "王红", Role.AGENT, date(2024, 3, 1), "online", left=date(2026, 10, 20))
NATIONAL = SpecialDay(DayKind.HOLIDAY, Words("National Day", "国庆节"))


def leave(type: LeaveType, **given: object) -> Leave:
    return Leave("l", "li", DAYS[11], DAYS[11], type, **given)  # type: ignore[arg-type]  # test data


def a_sheet(**given: object) -> Sheet:
    """October, with holidays, a make-up day, leave on the 12th, a swap on the 13th and a problem on the 14th."""
    facts = {
        "cells": {("li", DAYS[12]): ("d",), ("li", DAYS[13]): ("d", "n")},
        "calendar": Calendar({DAYS[0]: NATIONAL, DAYS[9]: SpecialDay(DayKind.MAKE_UP, NATIONAL.name)}, 2026),
        "leaves": {("li", DAYS[11]): leave(LeaveType.SICK, state=LeaveState.APPROVED)},
        "swaps": {("li", DAYS[12]): 7},
        "problems": {("li", DAYS[13]): [RosterProblem("two-shifts", "li", DAYS[13], {
            "name": "李娜", "day": DAYS[13], "shifts": "D + Night"})]},
        "covers": {DAYS[12]: [Cover(DAY, 1, 2), Cover(NIGHT, 0, 0)]},
    } | given  # fmt: skip
    return Sheet(OCTOBER, [LI, WANG], DAYS, {"d": DAY, "n": NIGHT}, today=date(2026, 10, 21), **facts)  # type: ignore[arg-type]


@pytest.fixture
def words(
    preferences: Preferences, speech: Speech, theme: Theme, owner: QObject, qapp: QApplication
) -> Callable[[Sheet, int], list[str]]:
    """What is said of 李娜's day."""

    class NeverWritten:
        def data_version(self) -> int:
            return 1

    context = Context(preferences, speech, Tasks(owner), Refresh(NeverWritten(), owner), Nobody())
    spoken = CellWords(context, owner)
    return lambda sheet, day: spoken.cell(sheet, 0, day - 1)


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> CalendarGrid:
    """The calendar on October."""
    grid = CalendarGrid()
    qtbot.addWidget(grid)
    grid.resize(1200, 200)
    grid.show()
    grid.show_sheet(a_sheet())
    return grid


def colours(widget: QWidget, rect: QRect) -> set[str]:
    """Every colour that stands in a part of a widget."""
    image: QImage = widget.grab(rect).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in places}


def of_cell(grid: CalendarGrid, row: int, day: int) -> set[str]:
    return colours(grid.viewport(), grid.rect_of(row, day - 1))


def test_a_shift_is_a_chip_in_its_tint(grid: CalendarGrid) -> None:
    assert LIGHT.tint("shift-blue").ground in of_cell(grid, 0, 13)
    assert LIGHT.tint("shift-violet").ground in of_cell(grid, 0, 14)
    assert LIGHT.tint("shift-blue").ground not in of_cell(grid, 1, 13)


def test_a_problem_is_marked_in_the_corner(grid: CalendarGrid) -> None:
    assert LIGHT.alarm in of_cell(grid, 0, 14)
    assert LIGHT.alarm not in of_cell(grid, 0, 13)


def test_leave_is_hatched_and_holidays_and_weekends_are_shaded(grid: CalendarGrid) -> None:
    plain = of_cell(grid, 0, 15)
    assert of_cell(grid, 0, 12) - plain - {LIGHT.text}
    assert LIGHT.sunk in of_cell(grid, 0, 17)
    assert QColor(LIGHT.sunk).name().upper() not in of_cell(grid, 0, 10)
    assert of_cell(grid, 0, 1).isdisjoint(plain - {LIGHT.line})


def test_a_month_with_moved_days_has_a_higher_heading(grid: CalendarGrid) -> None:
    before = grid.heading
    grid.show_sheet(a_sheet(calendar=Calendar({}, 2026)))
    assert grid.heading < before


def test_long_columns_scroll_to_the_cursor(qtbot: QtBot, grid: CalendarGrid) -> None:
    grid.resize(500, 120)
    grid.go_to("wang", DAYS[30])
    shown = grid.viewport().rect()
    assert shown.contains(grid.rect_of(1, 30))
    grid.go_to("li", DAYS[0])
    assert grid.rect_of(0, 0).left() == grid.columns.frozen
    assert not grid.go_to("nobody", DAYS[0])
    assert not grid.go_to("li", date(2026, 11, 1))


def test_an_empty_calendar_takes_no_keys(qtbot: QtBot, grid: CalendarGrid) -> None:
    asked: list[object] = []
    grid.set_asked.connect(asked.append)
    grid.show_sheet(a_sheet()._replace(people=[]))
    QTest.keyClicks(grid, "d")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    grid.copy()
    grid.paste()
    assert asked == []
    assert grid.selected_people == []


def test_the_cover_says_who_is_short(qtbot: QtBot, grid: CalendarGrid) -> None:
    cover = CalendarCover(grid)
    qtbot.addWidget(cover)
    cover.resize(1200, 40)
    cover.show()
    cover.show_sheet(a_sheet())
    assert LIGHT.alarm in colours(cover.strip, grid.columns.rect(12, 0, 20))
    assert LIGHT.alarm not in colours(cover.strip, grid.columns.rect(13, 0, 20))


# What is said


def test_a_swapped_shift_names_its_swap(words: Callable[[Sheet, int], list[str]]) -> None:
    assert words(a_sheet(), 13)[2:] == ["D 08:00–16:00", "by swap no. 7"]


def test_a_problem_is_said_in_a_sentence(words: Callable[[Sheet, int], list[str]]) -> None:
    said = words(a_sheet(), 14)
    assert said[2:4] == ["D 08:00–16:00", "Night 23:00–07:00"]
    assert "李娜" in said[4]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (leave(LeaveType.SICK, state=LeaveState.APPROVED), "sick leave"),
        (leave(LeaveType.ANNUAL), "annual leave, not approved yet"),
        (leave(LeaveType.PERSONAL, hours=Decimal("2.50"), state=LeaveState.APPROVED), "personal leave, 2.5 hours"),
        (leave(LeaveType.OTHER, state=LeaveState.APPROVED), "other leave"),
    ],
)
def test_leave_is_said_with_its_kind_and_state(
    words: Callable[[Sheet, int], list[str]], given: Leave, said: str
) -> None:
    assert words(a_sheet(leaves={("li", DAYS[11]): given}), 12)[2:] == [said]
