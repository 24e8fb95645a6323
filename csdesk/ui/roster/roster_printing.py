"""Prints a month's roster or writes it as a workbook: asks how and where, then makes it beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.roster_papers import DutyJob
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_paper import PaperSize
from csdesk.ui.dialogs.roster_paper import (
    LANGUAGE_KEPT,
    PAPER,
    SIZE_KEPT,
    WORKBOOK,
    RosterPaperChoice,
    RosterPaperDialog,
)
from csdesk.ui.duty_writing import DutyWriting
from csdesk.ui.page import Context


class RosterPrinting(DutyWriting):
    """Prints and exports for `parent`, over which its dialogs open."""

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        super().__init__(desk, context, parent)
        self._window = parent

    def ask_print(self, month: Month) -> None:
        """Ask how the roster of `month` is printed."""
        self._ask(month, PAPER)

    def ask_export(self, month: Month) -> None:
        """Ask how the roster of `month` is exported."""
        self._ask(month, WORKBOOK)

    def _ask(self, month: Month, suffix: str) -> None:
        context = self._context
        folder = Path(context.preferences.last_folder or self._desk.path.parent)

        def path_of(size: PaperSize) -> Path:
            return folder / self._job(month, suffix, context.speech.language, size).file_name

        try:
            dialog = RosterPaperDialog(suffix, month, path_of, context, self._window)
        except Unavailable as failure:
            context.ask.failed(failure)
            return
        dialog.filled.connect(partial(self._go_on, dialog, month, suffix))
        dialog.open()

    def _job(self, month: Month, suffix: str, language: PaperLanguage, size: PaperSize) -> DutyJob:
        papers = self._desk.roster_papers
        return papers.roster(month, language, size) if suffix == PAPER else papers.book(month, language, size)

    def _go_on(self, dialog: RosterPaperDialog, month: Month, suffix: str, choice: RosterPaperChoice) -> None:
        try:
            job = self._job(month, suffix, choice.language, choice.size)
        except Unavailable as failure:
            self._context.ask.failed(failure)
            return
        if job.unprintable and not dialog.is_warned:
            dialog.warn(job.unprintable)
            return
        self._context.preferences.keep(SIZE_KEPT, choice.size)
        self._context.preferences.keep(LANGUAGE_KEPT, choice.language)
        dialog.accept()
        (self.print if suffix == PAPER else self.export)(job, choice.path)
