"""Papers and workbooks of the roster, swaps and handovers: made beside the window, with a message that opens them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.roster_papers import DutyJob
from csdesk.ui.own_desk import beside
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress


class DutyWriting(QObject):
    """Writes files for `parent`, over which it asks. said(text, what the button does, verb): the file is there."""

    said = Signal(str, object, str)

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._parent = parent

    def ask_where(self, job: DutyJob | list[Problem], title: str) -> None:
        """Ask where a paper goes, under `title`, then write it; characters that no font has are told before."""
        if isinstance(job, list):
            self._context.ask.sorry(self.tr("Not printed"), job)
            return
        folder = self._context.preferences.last_folder or str(self._desk.path.parent)
        dialog = QFileDialog(self._parent, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Paper (*.pdf)"))
        dialog.selectFile(job.file_name)
        dialog.fileSelected.connect(lambda path: self.print(job, Path(path)))
        dialog.open()
        if job.unprintable:
            self._context.ask.sorry(self.tr("Some characters cannot be printed"), list(job.unprintable))

    def print(self, job: DutyJob, path: Path) -> None:
        """Write the paper of `job` to `path`."""
        self._write(self.tr("Printing"), self.tr("Printed: {file}"), job, path)

    def export(self, job: DutyJob, path: Path) -> None:
        """Write the workbook of `job` to `path`."""
        self._write(self.tr("Writing the workbook"), self.tr("Exported: {file}"), job, path)

    def _write(self, title: str, said: str, job: DutyJob, path: Path) -> None:
        self._context.preferences.last_folder = str(path.parent)
        self._context.tasks.run(
            title,
            beside(self._desk, partial(_put_out, job, path)),
            lambda _nothing: self._written(said, path),
            self._context.ask.failed,
        )

    def _written(self, said: str, path: Path) -> None:
        self._context.refresh.poll()
        open_it = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        self.said.emit(said.format(file=path.name), open_it, self.tr("Open"))


def _put_out(job: DutyJob, path: Path, desk: Desk, progress: Progress) -> None:
    """Write the file and note it, or leave everything as it was."""
    desk.roster_papers.put_out(
        job, path, progress=progress.step, cancelled=lambda: progress.is_cancelled, settle=progress.settle
    )
