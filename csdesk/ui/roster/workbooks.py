"""What the Roster tab does with files: choose a workbook to take in, save an empty one, save a list of faults."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from csdesk.core.rulebook import Rulebook
from csdesk.core.words import Language
from csdesk.desk.desk import Desk
from csdesk.desk.writing import write_whole
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress


class Workbooks(QObject):
    """Files that come and go. chosen(Path): a workbook to import.

    said(text): a message. said_with_action(text, verb, act): one with a button.
    """

    chosen = Signal(object)
    said = Signal(str)
    said_with_action = Signal(str, str, object)

    def __init__(self, desk: Desk, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Let the user choose a workbook to import; `chosen` says which."""
        dialog = QFileDialog(self._window, self.tr("Import a workbook"), self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Workbooks (*.xlsx *.xlsm *.xls)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    def _choose(self, path: str) -> None:
        self._context.preferences.last_folder = str(Path(path).parent)
        self.chosen.emit(Path(path))

    def ask_list(self, dialog: QWidget, name: str, text: str) -> None:
        """Let the user choose where the list of faults `text` goes, then save it. dialog: it stands over this one."""
        chooser = QFileDialog(dialog, self.tr("Save the list of faults"), self._folder())
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.setNameFilter(self.tr("Text, columns set off by tabs (*.txt)"))
        chooser.selectFile(name)
        # With the mark that tells spreadsheet programs which characters these are.
        chooser.fileSelected.connect(lambda path: self._save(Path(path), ("\ufeff" + text).encode()))
        chooser.open()

    def _save(self, path: Path, content: bytes) -> None:
        done = partial(self._saved, path)
        work = partial(_write, path, content)
        self._context.tasks.run(self.tr("Saving"), work, done, self._context.ask.failed)

    def ask_template(self) -> None:
        """Let the user choose where the empty workbook goes, then make it beside the window."""
        dialog = QFileDialog(self._window, self.tr("Save an empty workbook"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(self.tr("Workbooks (*.xlsx)"))
        dialog.selectFile(self.tr("csdesk-intake.xlsx"))
        dialog.fileSelected.connect(lambda path: self.save_template(Path(path)))
        dialog.open()

    def save_template(self, path: Path) -> None:
        """Write the empty workbook to `path`, with headings in the window's language and today's codes."""
        self._context.preferences.last_folder = str(path.parent)
        rulebook = self._desk.rulebooks().on(self._desk.today())
        self._context.tasks.run(
            self.tr("Making the empty workbook"),
            partial(_template, path, self._context.speech.language, rulebook),
            partial(self._saved, path),
            self._context.ask.failed,
        )

    def _saved(self, path: Path, _nothing: None) -> None:
        said = self.tr("Saved: {file}").format(file=path)
        self.said_with_action.emit(said, self.tr("Open"), partial(self._open, path))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(self.tr("No program here opens such files: {file}").format(file=path))

    def _folder(self) -> str:
        return self._context.preferences.last_folder or str(self._desk.path.parent)


def _write(path: Path, content: bytes, progress: Progress) -> None:
    write_whole(path, content)


def _template(path: Path, language: Language, rulebook: Rulebook | None, progress: Progress) -> None:
    from csdesk.render.intake_template import intake_template  # xlsxwriter is only loaded where a workbook is made

    write_whole(path, intake_template(language, rulebook))
