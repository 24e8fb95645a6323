"""The program changes its language while it runs, whatever file is open."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import new_desk
from tests.desks import LEAD, a_new_desk, clock, somebody
from tests.journeys.desktop import a_desktop


def test_the_language_changes_also_after_another_file_was_opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with a_new_desk(tmp_path) as desk:
        somebody(desk)
        first = desk.path
    second = tmp_path / "second.csdesk"
    new_desk(second, "北区客服", "", LEAD, clock()).close()
    with a_desktop(qtbot, qapp, first, tmp_path) as desktop:
        desktop.program.open(second)
        qtbot.waitUntil(desktop.window.isActiveWindow)
        for number in (1, 2, 3, 4, 5):
            desktop.tab_to(number)
        desktop.program.speech.switch("zh")
        QApplication.processEvents()
        assert "2026年11月" in desktop.said(desktop.window)
        assert "second.csdesk" in desktop.said(desktop.window)
        desktop.program.speech.switch("en")
        QApplication.processEvents()
        assert "November 2026" in desktop.said(desktop.window)
