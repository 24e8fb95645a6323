"""A PDF on a printer of the system."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.appraisal.printer import a_printer, send
from csdesk.ui.tasks import Cancelled, Progress
from tests.desks import a_new_desk


def _into(file: Path) -> QPrinter:
    printer = a_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def _blank_form(desk: Desk) -> bytes:
    from csdesk.core.month import Month

    return desk.papers.blank_interview(Month(2026, 11)).pdf()


def test_every_page_is_drawn_and_counted(qtbot: QtBot, tmp_path: Path) -> None:
    with a_new_desk(tmp_path) as desk:
        pdf = _blank_form(desk)
    progress = Progress()
    steps: list[tuple[int, int]] = []
    progress.stepped.connect(lambda done, total: steps.append((done, total)))
    send(pdf, _into(tmp_path / "paper.pdf"), progress)
    pages = pypdf.PdfReader(tmp_path / "paper.pdf").pages
    assert steps == [(number, len(pages)) for number in range(len(pages))]
    assert round(float(pages[0].mediabox.width)) == 595


def test_a_cancelled_printing_is_withdrawn(qtbot: QtBot, tmp_path: Path) -> None:
    with a_new_desk(tmp_path) as desk:
        pdf = _blank_form(desk)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        send(pdf, _into(tmp_path / "paper.pdf"), progress)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="does not answer"):
        send(b"", _into(tmp_path / "no such folder" / "paper.pdf"), Progress())
