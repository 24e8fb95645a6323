"""A month is planned, two people swap, one comes late: from the roster to the log by keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.core.swap import SwapState
from csdesk.desk.desk import open_desk
from csdesk.desk.incidents import Query
from csdesk.ui.widgets.cards import SegmentBar
from tests.desks import LEAD, a_new_desk, a_shift, clock, somebody
from tests.journeys.desktop import ALT, SHIFT, Desktop, a_desktop
from tests.ui.keyboard import CONTROL, Key

NOVEMBER = Month(2026, 11)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A team of three with a day and a night shift, nothing planned; it is Saturday, 21 November 2026."""
    with a_new_desk(tmp_path) as desk:
        for number, name in (("0101", "李娜"), ("0102", "王铱"), ("0103", "曾雅婷")):
            somebody(desk, number, name)
        a_shift(desk, "D", 8, 16)
        a_shift(desk, "N", 16, 24)
        return desk.path


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(qtbot, qapp, file, tmp_path) as desktop:
        yield desktop


def go_to_segment(desktop: Desktop, name: str) -> None:
    """Walk to the row of sub-pages with the Tab key, and along it with the arrows."""
    for _ in range(40):
        if isinstance(desktop.focus().parentWidget(), SegmentBar):
            break
        desktop.press(Key.Key_Backtab, held=SHIFT)
    # Tab stops at the one that had the focus last: the others may be on either side of it.
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Right):
        focused = desktop.focus()
        assert isinstance(focused, QToolButton), "the Tab key does not lead to the sub-pages"
        if focused.text() == name:
            desktop.press(Key.Key_Space)
            return
        desktop.press(key)
    raise AssertionError(f"the arrows do not lead to {name}")


def worked(file: Path, name: str, day: int) -> list[str]:
    """Return the codes of the shifts that somebody works."""
    with open_desk(file, LEAD, clock()) as desk:
        month = desk.roster.month(NOVEMBER)
        person = desk.people.find(name)[0]
        return [month.shifts[one].code for one in month.cells.get((person.id, date(2026, 11, day)), ())]


def test_a_shift_is_planned_swapped_and_attended(desktop: Desktop, file: Path) -> None:
    # The supervisor plans: 李娜 by day from the 18th to the 24th, 王铱 by night on the 26th.
    desktop.tab_to(1)
    go_to_segment(desktop, "Shifts")
    desktop.control(Key.Key_Home)
    desktop.press(*[Key.Key_Right] * 17)
    desktop.press(*[Key.Key_Right] * 6, held=SHIFT)
    desktop.write("d")
    desktop.enter()
    desktop.control(Key.Key_Home)
    desktop.press(Key.Key_Down, *[Key.Key_Right] * 25)
    desktop.write("n")
    desktop.enter()
    assert worked(file, "李娜", 24) == ["D"]
    assert worked(file, "王铱", 26) == ["N"]

    # The lead registers the swap, and both sign; the manager approves.
    desktop.tab_to(3)
    desktop.control(Key.Key_N)
    for words in ("lina", "24", "wangyi", "26"):
        desktop.write(words)
        desktop.enter()
    desktop.enter()
    with open_desk(file, LEAD, clock()) as desk:
        assert [swap.state for swap in desk.swaps.all()] == [SwapState.DRAFTED]
    desktop.press(Key.Key_S, held=CONTROL | SHIFT)
    desktop.enter()
    desktop.press(Key.Key_A, held=CONTROL | SHIFT)
    with open_desk(file, LEAD, clock()) as desk:
        assert [swap.state for swap in desk.swaps.all()] == [SwapState.APPROVED]
    assert (worked(file, "王铱", 24), worked(file, "李娜", 24)) == (["D"], [])
    assert (worked(file, "李娜", 26), worked(file, "王铱", 26)) == (["N"], [])

    # 李娜 comes seven minutes late today; the lead logs what that leads to.
    desktop.tab_to(2)
    go_to_segment(desktop, "Attendance")
    desktop.write("7")
    desktop.enter()
    with open_desk(file, LEAD, clock()) as desk:
        [row] = desk.attendance.day(date(2026, 11, 21)).rows
        assert row.attendance is not None
        assert (row.employee.name, row.attendance.late) == ("李娜", 7)
        assert [proposal.draft.code for proposal in desk.attendance.proposals(date(2026, 11, 21))] == ["MIN-04"]
        assert desk.incidents.page(Query()).total == 0
    desktop.press(Key.Key_Left, held=ALT)  # another month and back: nothing is lost
    desktop.press(Key.Key_Right, held=ALT)
    assert worked(file, "李娜", 23) == ["D"]
