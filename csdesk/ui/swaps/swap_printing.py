"""Prints swaps with boxes to sign, or the month's register: asks where the file goes, makes it beside the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.swap import Swap
from csdesk.desk.desk import Desk
from csdesk.desk.roster_papers import DutyJob
from csdesk.ui.duty_writing import DutyWriting
from csdesk.ui.page import Context


class SwapPrinting(DutyWriting):
    """Prints on behalf of `window`."""

    def __init__(self, desk: Desk, context: Context, window: QWidget) -> None:
        super().__init__(desk, context, window)
        self._window = window

    def print_swaps(self, swaps: Sequence[Swap]) -> None:
        """Print each of `swaps` on a sheet."""
        language = self._context.speech.language
        job = self._desk.roster_papers.swaps([swap.id for swap in swaps], language)
        self._ask(job, self.tr("Save the swap's form"))

    def print_register(self, month: Month) -> None:
        """Print the register of `month`."""
        job = self._desk.roster_papers.register(month, self._context.speech.language)
        self._ask(job, self.tr("Save the register of swaps"))

    def _ask(self, job: DutyJob | list[Problem], title: str) -> None:
        """Ask where the file goes; characters that no font has are told before."""
        if isinstance(job, list):
            self._context.ask.sorry(self.tr("Not printed"), job)
            return
        preferences = self._context.preferences
        dialog = QFileDialog(self._window, title, preferences.last_folder or str(self._desk.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Paper (*.pdf)"))
        dialog.selectFile(job.file_name)
        dialog.fileSelected.connect(lambda path: self.print(job, Path(path)))
        dialog.open()
        if job.unprintable:
            self._context.ask.sorry(self.tr("Some characters cannot be printed"), list(job.unprintable))
