"""The workbook for HR: ask where it goes, write it beside the window, note it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk.desk.desk import Desk
from csdesk.desk.exports import ExportJob
from csdesk.desk.months import MonthView
from csdesk.ui.dialogs.export import LANGUAGE_KEPT, ExportChoice, ExportDialog
from csdesk.ui.own_desk import beside
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress


class Exporting(QObject):
    """Exports months. saved(text, folder): the workbook was written."""

    saved = Signal(str, object)

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._desk = desk
        self._context = context

    def ask(self, view: MonthView) -> ExportDialog:
        """Open the dialog for the month of `view`."""
        preferences = self._context.preferences
        folder = Path(preferences.last_folder or Path.home())
        name = self._desk.exports.job_of(view).file_name()
        month = self._context.texts.month(view.result.month)
        dialog = ExportDialog(folder / name, month, self._context, self._window)
        dialog.filled.connect(partial(self._export, dialog, view))
        dialog.open()
        return dialog

    def _export(self, dialog: ExportDialog, view: MonthView, choice: ExportChoice) -> None:
        dialog.accept()
        self._context.preferences.keep(LANGUAGE_KEPT, choice.language)
        self._context.preferences.last_folder = str(choice.path.parent)
        job = self._desk.exports.job_of(view, choice.language)
        self._context.tasks.run(
            self.tr("Writing the workbook"),
            beside(self._desk, partial(_save, job, choice.path)),
            partial(self._saved, choice.path),
            self._context.ask.failed,
        )

    def _saved(self, path: Path, _nothing: None) -> None:
        self._context.refresh.poll()
        self.saved.emit(self.tr("Exported: {file}").format(file=path.name), path.parent)


def _save(job: ExportJob, path: Path, desk: Desk, progress: Progress) -> None:
    """Write the file and note it, or leave everything as it was."""
    desk.exports.put_out(
        job, path, progress=progress.step, cancelled=lambda: progress.is_cancelled, settle=progress.settle
    )
