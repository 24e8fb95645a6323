"""What the menus File and Help do that needs no page: choose a file, back it up, check it, help, about.

Dialogs are imported where they are opened: the window is made with this at every start.
"""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from csdesk import __version__
from csdesk.desk.desk import Desk, open_desk
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress

if TYPE_CHECKING:
    from csdesk.desk.checking import Finding

SUFFIX = "csdesk"


class FileWork(QObject):
    """Work on the open file as a whole. said(text): a message for the page in front. backed_up: a backup was made."""

    open_asked = Signal(object)
    said = Signal(str)
    backed_up = Signal()

    def __init__(self, window: QWidget, desk: Desk, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._context = context

    def ask_open(self) -> None:
        """Let the user choose a team file; `open_asked` says which."""
        from PySide6.QtWidgets import QFileDialog  # its names alone take a millisecond of every start

        dialog = QFileDialog(self._window, self.tr("Open a team file"), self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Team files (*.csdesk)"))
        dialog.fileSelected.connect(lambda path: self.open_asked.emit(Path(path)))
        dialog.open()

    def ask_backup(self) -> None:
        """Let the user choose where the backup goes, then write it beside the window."""
        from PySide6.QtWidgets import QFileDialog

        today = self._desk.today().isoformat()
        dialog = QFileDialog(self._window, self.tr("Back up the team file to"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setNameFilter(self.tr("Team files (*.csdesk)"))
        dialog.selectFile(f"{self._desk.path.stem}-{today}.{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self.backup(Path(path)))
        dialog.open()

    def backup(self, to: Path) -> None:
        """Write a verified copy of the file to `to`, beside the window."""
        self._context.preferences.last_folder = str(to.parent)
        self._context.tasks.run(
            self.tr("Backing up"),
            partial(_backup, self._desk, to),
            partial(self._backed_up, to),
            self._context.ask.failed,
        )

    def check(self) -> None:
        """Check the file, its journal and its closed months, beside the window."""
        self._context.tasks.run(
            self.tr("Checking the file"), partial(_check, self._desk), self._checked, self._context.ask.failed
        )

    def last_backup(self) -> str:
        """Return when this file was last backed up from this window's user, or ""."""
        kept = self._context.preferences.text(self._backup_key())
        if not kept:
            return ""
        day = datetime.fromisoformat(kept).date()
        return self.tr("Backup of {day}").format(day=self._context.texts.day(day))

    def show_help(self) -> None:
        """Open the help page in the window's language."""
        from csdesk.ui.dialogs.help import HelpDialog

        HelpDialog(self._context.speech, self._window).open()

    def show_about(self) -> None:
        """Say what this program is."""
        from csdesk.ui.dialogs.base import TellDialog

        said = [
            self.tr("csdesk {version}").format(version=__version__),
            self.tr("Roster, incident log and monthly appraisal for a customer-service team."),
            self.tr("Team file: {file}").format(file=self._desk.path),
        ]
        TellDialog(self.tr("About csdesk"), said, "info", self._window).open()

    def _folder(self) -> str:
        return self._context.preferences.last_folder or str(self._desk.path.parent)

    def _backup_key(self) -> str:
        return f"backups/{self._desk.path.as_posix().replace('/', '|')}"

    def _backed_up(self, to: Path, _nothing: None) -> None:
        self._context.preferences.keep(self._backup_key(), self._desk.now().isoformat(timespec="minutes"))
        self.backed_up.emit()
        self.said.emit(self.tr("Backed up and verified: {file}").format(file=to))

    def _checked(self, found: "list[Finding]") -> None:
        if not found:
            self.said.emit(self.tr("The file is sound: its tables, its journal and its closed months agree."))
            return
        from csdesk.desk.checking import finding_sentence
        from csdesk.ui.dialogs.base import TellDialog

        texts = self._context.texts
        said = [finding_sentence(finding, texts) for finding in found[:12]]
        if len(found) > len(said):
            said.append(self.tr("{count} more.").format(count=len(found) - len(said)))
        TellDialog(self.tr("The file is not sound"), said, "alarm", self._window).open()


def _backup(desk: Desk, to: Path, progress: Progress) -> None:
    """Back up in a worker, through a connection of its own: the window's stays in the window's thread."""
    with open_desk(desk.path, desk.actor, desk.now) as own:
        own.backup(to)


def _check(desk: Desk, progress: Progress) -> "list[Finding]":
    """Check in a worker, through a connection of its own."""
    with open_desk(desk.path, desk.actor, desk.now) as own:
        return own.check()
