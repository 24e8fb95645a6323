"""Sheets on a printer of the system: the pages of a PDF, drawn as they stand on paper."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from csdesk.ui.tasks import Cancelled, Progress

DOTS_PER_INCH = 300
"""Enough for the smallest type on a sheet; at a printer's own 1200 one page would take half a gigabyte."""


def a_printer() -> QPrinter:
    """Return the system's printer, set up for sheets."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    return printer


def send(pdf: bytes, printer: QPrinter, progress: Progress) -> None:
    """Draw every page of `pdf` on `printer`; safe in a worker. A cancelled printing is withdrawn from the printer."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(None, "the printer does not answer", printer.printerName())
    try:
        for page in range(document.pageCount()):
            progress.step(page, document.pageCount())
            if page:
                printer.newPage()
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(paper, document.render(page, paper.size()))
        progress.settle()
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
