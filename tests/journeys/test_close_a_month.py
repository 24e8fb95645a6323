"""A supervisor closes out a month: prints everybody's sheet, exports for HR, closes. By keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import open_desk
from csdesk.desk.months import MonthView
from tests.desks import LEAD, a_new_desk, clock, logged, somebody
from tests.journeys.desktop import ALT, Desktop, a_desktop
from tests.ui.keyboard import CONTROL, Key

OCTOBER = Month(2026, 10)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """October of three people: one good, one with an escalation, one new."""
    with a_new_desk(tmp_path) as desk:
        li, wang = somebody(desk, "0101", "李娜"), somebody(desk, "0102", "王𬭎")
        somebody(desk, "0103", "曾雅婷", hired=date(2026, 10, 8))
        logged(desk, li, "BON-03", date(2026, 10, 6))
        for day in (5, 12):
            logged(desk, wang, "MOD-01", date(2026, 10, day))
        return desk.path


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Desktop]:
    (tmp_path / "out").mkdir()
    with a_desktop(qtbot, qapp, file, tmp_path / "out") as desktop:
        desktop.tab_to(4)
        desktop.press(Key.Key_Left, held=ALT)
        yield desktop


def the_month(file: Path) -> MonthView:
    with open_desk(file, LEAD, clock()) as desk:
        view = desk.months.result(OCTOBER)
        assert isinstance(view, MonthView)
        return view


def test_a_month_goes_to_paper_and_workbook_and_is_closed(desktop: Desktop, file: Path, tmp_path: Path) -> None:
    assert [row[1:4:2] for row in desktop.table()] == [["李娜", "85"], ["曾雅婷", "80"], ["王𬭎", "40"]]

    desktop.press(Key.Key_P, held=CONTROL)
    desktop.enter()
    desktop.wait(lambda: bool(list((tmp_path / "out").glob("*.pdf"))))
    (printed,) = (tmp_path / "out").glob("*.pdf")
    reader = pypdf.PdfReader(printed)
    pages = [page.extract_text() for page in reader.pages]
    assert [name in page for name, page in zip(["李娜", "曾雅婷", "王𬭎"], pages, strict=True)] == [True] * 3

    desktop.press(Key.Key_E, held=CONTROL)
    desktop.enter()
    desktop.wait(lambda: bool(list((tmp_path / "out").glob("*.xlsx"))))
    (exported,) = (tmp_path / "out").glob("*.xlsx")
    values = [cell.value for row in openpyxl.load_workbook(exported).worksheets[0].iter_rows() for cell in row]
    assert {"李娜", "曾雅婷", "王𬭎", 85, 40} <= set(values)

    desktop.press(Key.Key_K, held=CONTROL)
    desktop.write("close month")
    desktop.enter()
    assert "reopen" in desktop.said(desktop.dialog())
    desktop.enter()
    desktop.wait(lambda: the_month(file).closing is not None)
    assert "October 2026 closed" in desktop.said(desktop.window)
    assert [(s.employee.name, s.final) for s in the_month(file).result.sheets] == [
        ("李娜", 85),
        ("曾雅婷", 80),
        ("王𬭎", 40),
    ]
