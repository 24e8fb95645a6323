"""A supervisor takes a team's workbook in: faults first, mended, then all of it. By keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import open_desk
from csdesk.desk.incidents import Query
from csdesk.ui.roster.intake_dialog import IntakeDialog
from tests.desks import LEAD, a_new_desk, clock
from tests.journeys.desktop import ALT, Desktop, a_desktop
from tests.ui.keyboard import CONTROL, Key

WORKBOOK = Path(__file__).parents[1] / "data" / "desk-2026.xlsx"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new, empty team file."""
    with a_new_desk(tmp_path) as desk:
        return desk.path


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Desktop]:
    with a_desktop(qtbot, qapp, file, tmp_path) as desktop:
        yield desktop


def faulty(path: Path) -> Path:
    """Save the team's workbook with three faults in it."""
    book = openpyxl.load_workbook(WORKBOOK)
    book["记录"]["E4"] = "MIN-99"
    book["记录"]["C5"] = "9999"
    book["考试"]["C2"] = "很好"
    book.save(path)
    return path


def mended(path: Path) -> Path:
    """Put the faults right, as one does in a spreadsheet program."""
    book = openpyxl.load_workbook(path)
    book["记录"]["E4"] = "MIN-12"
    book["记录"]["C5"] = "0109"
    book["考试"]["C2"] = 77
    book.save(path)
    return path


def chosen(desktop: Desktop, path: Path) -> IntakeDialog:
    """Choose the workbook with Ctrl+I and wait for its check list."""
    desktop.press(Key.Key_I, held=CONTROL)
    desktop.write(str(path))
    desktop.enter()
    desktop.wait(lambda: isinstance(QApplication.activeModalWidget(), IntakeDialog))
    dialog = desktop.dialog()
    assert isinstance(dialog, IntakeDialog)
    desktop.wait(lambda: dialog.work.check is not None)
    return dialog


def counts_on_file(file: Path) -> tuple[int, int]:
    with open_desk(file, LEAD, clock()) as desk:
        return len(desk.people.all()), desk.incidents.page(Query()).total


def test_faults_are_listed_and_nothing_comes_in_until_they_are_mended(
    desktop: Desktop, file: Path, tmp_path: Path
) -> None:
    workbook = faulty(tmp_path / "desk.xlsx")
    dialog = chosen(desktop, workbook)
    assert dialog.work.check is not None
    assert [(f.sheet, f.cell) for f in dialog.work.check.faults] == [("记录", "E4"), ("记录", "C5"), ("考试", "C2")]
    assert not dialog.import_button.isEnabled()
    assert counts_on_file(file) == (0, 0)

    mended(workbook)
    dialog.again_button.setFocus()
    desktop.press(Key.Key_Space)
    desktop.wait(lambda: dialog.work.check is not None and not dialog.work.check.faults)
    desktop.enter()
    desktop.wait(lambda: QApplication.activeModalWidget() is None)
    assert counts_on_file(file) == (15, 91)

    again = chosen(desktop, workbook)
    assert again.work.check is not None
    assert (again.work.check.changes, again.work.check.known) == (0, 222)
    desktop.press(Key.Key_Escape)
    assert counts_on_file(file) == (15, 91)


def test_the_four_months_of_the_real_team_stand_in_the_appraisal(desktop: Desktop) -> None:
    chosen(desktop, WORKBOOK)
    desktop.enter()
    desktop.wait(lambda: QApplication.activeModalWidget() is None)
    desktop.tab_to(4)
    desktop.press(Key.Key_Left, held=ALT)
    rows = {row[1]: row for row in desktop.table()}
    assert {name: row[3] for name, row in rows.items()} == {
        "李娜": "85", "王𬭎": "82", "曾雅婷": "81", "翟俊": "49", "单晓燕": "85", "欧阳喆": "85", "区志强": "75",
        "陈燚": "27", "Grace O'Neil": "78", "卜文静": "59", "孙立新": "47", "周蓉": "78",
    }  # fmt: skip
