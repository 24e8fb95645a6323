"""The handbook's worked cases, logged in the window and read there. Source: handbook points, worked cases."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from tests.desks import a_new_desk, somebody
from tests.journeys.desktop import a_desktop

CASES: list[tuple[list[str], str, str, str, str]] = [
    # what is logged (of Li Na; with no complaint in a register in use)  final  grade  pay  flag
    ([], "85", "B", "+50", ""),
    (["min01"] * 4, "57", "F", "−230", "below 60"),
    (["mod01", "mod06"], "45", "F", "−300", "below 60"),
    (["min01", "min01", "min01", "mod01"], "69", "D", "−110", ""),
    (["bon3"] * 4 + ["bon4"] * 3, "110", "A", "+300", ""),
]


@pytest.mark.parametrize(("rules", "final", "grade", "pay", "flag"), CASES, ids=lambda value: str(value)[:24])
def test_a_worked_case_comes_out_in_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    rules: list[str],
    final: str,
    grade: str,
    pay: str,
    flag: str,
) -> None:
    with a_new_desk(tmp_path) as desk:
        somebody(desk)
        desk.settings.move_complaints_from(Month(2026, 11))
        file = desk.path
    with a_desktop(qtbot, qapp, file, tmp_path) as desktop:
        for rule in rules:
            desktop.log("ln", rule)
        desktop.tab_to(4)
        (row,) = desktop.table()
        assert [cell for cell in row if cell in {final, grade, pay, flag} and cell] == [
            cell for cell in (final, grade, pay, flag) if cell
        ]
