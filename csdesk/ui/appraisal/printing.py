"""Printing: ask what, lay the sheets out beside the window, say whose characters cannot be printed, save, note it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.papers import PrintJob
from csdesk.ui.dialogs.print import FILES_KEPT, LANGUAGE_KEPT, Output, Paper, PrintChoice, PrintDialog
from csdesk.ui.own_desk import beside
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress


def open_folder(folder: Path) -> None:
    """Show `folder` in the system's file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Printing(QObject):
    """Prints sheets of a month. saved(text, folder): files were written; sent(text): a printer has them."""

    saved = Signal(str, object)
    sent = Signal(str)

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._context = context

    def ask(
        self,
        month: Month,
        selected: Sequence[tuple[str, str]],
        everybody: int,
        *,
        paper: Paper = Paper.APPRAISAL,
        all_chosen: bool = False,
    ) -> PrintDialog:
        """Open the dialog. selected: ids and names; everybody: how many are appraised."""
        dialog = PrintDialog(
            selected, everybody, self._context, self._window, paper=paper, all_chosen=all_chosen
        )  # fmt: skip
        dialog.filled.connect(partial(self._lay_out, dialog, month))
        dialog.open()
        return dialog

    def _lay_out(self, dialog: PrintDialog, month: Month, choice: PrintChoice) -> None:
        """Ask the desk for the sheets, on a desk beside the window: a large team has thousands."""
        dialog.done_button.setEnabled(False)

        def failed(failure: Exception) -> None:
            dialog.done_button.setEnabled(True)
            self._context.ask.failed(failure)

        self._context.tasks.run(
            self.tr("Preparing the sheets"),
            beside(self._desk, partial(_job, month, choice)),
            partial(self._go_on, dialog, choice),
            failed,
        )

    def _go_on(self, dialog: PrintDialog, choice: PrintChoice, job: PrintJob | list[Problem]) -> None:
        dialog.done_button.setEnabled(True)
        if isinstance(job, list):
            dialog.show_problems(job)
            return
        if job.unprintable and not dialog.is_warned:
            dialog.warn(job.unprintable)
            return
        self._remember(choice)
        dialog.accept()
        if choice.folder is None:
            self._ask_printer(job)
        else:
            self._save(job, choice.folder, merged=choice.output is Output.ONE_FILE)

    def _remember(self, choice: PrintChoice) -> None:
        preferences = self._context.preferences
        preferences.keep(LANGUAGE_KEPT, choice.language)
        preferences.keep(FILES_KEPT, choice.output.value)
        if choice.folder is not None:
            preferences.last_folder = str(choice.folder)

    # Files

    def _save(self, job: PrintJob, folder: Path, *, merged: bool) -> None:
        self._context.tasks.run(
            self.tr("Printing"),
            beside(self._desk, partial(_save, job, folder, merged)),
            partial(self._saved, folder),
            self._context.ask.failed,
        )

    def _saved(self, folder: Path, files: list[Path]) -> None:
        self._context.refresh.poll()
        if len(files) == 1:
            said = self.tr("Printed: {file}").format(file=files[0].name)
        else:
            said = self.tr("Printed {count} files to {folder}").format(count=len(files), folder=folder.name or folder)
        self.saved.emit(said, folder)

    # A printer

    def _ask_printer(self, job: PrintJob) -> None:
        # Neither is needed before somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog

        from csdesk.ui.appraisal.printer import a_printer

        printer = a_printer()
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(
            lambda: self._context.tasks.run(
                self.tr("Printing"),
                beside(self._desk, partial(_send, job, printer)),
                self._sent,
                self._context.ask.failed,
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog hides it behind an older one with a slot.

    def _sent(self, count: int) -> None:
        self._context.refresh.poll()
        one = self.tr("1 sheet sent to the printer")
        self.sent.emit(one if count == 1 else self.tr("{count} sheets sent to the printer").format(count=count))


def _job(month: Month, choice: PrintChoice, desk: Desk, progress: Progress) -> PrintJob | list[Problem]:
    if choice.paper is Paper.BLANK:
        return desk.papers.blank_interview(month, choice.language)
    return desk.papers.job(month, choice.paper.form, choice.language, choice.employee_ids)


def _save(job: PrintJob, folder: Path, merged: bool, desk: Desk, progress: Progress) -> list[Path]:
    """Write the files and note the printing, or leave everything as it was."""
    total = len(job.sheets)
    return desk.papers.put_out(
        job,
        folder,
        merged=merged,
        progress=lambda done: progress.step(done, total),
        cancelled=lambda: progress.is_cancelled,
        settle=progress.settle,
    )


def _send(job: PrintJob, printer: object, desk: Desk, progress: Progress) -> int:
    from PySide6.QtPrintSupport import QPrinter

    from csdesk.ui.appraisal.printer import send

    assert isinstance(printer, QPrinter)  # It was made by `a_printer`; its module is only imported by who prints.
    send(job.pdf(cancelled=lambda: progress.is_cancelled), printer, progress)
    desk.papers.printed(job)
    return len(job.sheets)
