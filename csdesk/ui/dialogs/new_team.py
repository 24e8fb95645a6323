"""A new team file: the team's name, who manages it, and where the file stands."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.widgets.cards import Field, button

SUFFIX = ".csdesk"


@dataclass(frozen=True, slots=True)
class NewTeam:
    """What a new team file begins with."""

    team: str
    manager: str
    path: Path


class NewTeamDialog(FormDialog):
    """Asks for a new team. filled(NewTeam). The file's name follows the team's until it is changed by hand."""

    def __init__(self, folder: Path, texts: Texts, parent: QWidget | None) -> None:
        super().__init__(parent, texts, 520)
        self._folder = folder
        self._team = QLineEdit()
        self._manager = QLineEdit()
        self._path = QLineEdit(str(folder / f"team{SUFFIX}"))
        self._is_own_path = False
        self._browse = button()
        self._team_field = self.add_field("team", self._team)
        self._manager_field = self.add_field("manager", self._manager)
        self._path_field = Field(self._path)
        self.register_field("path", self._path_field)
        row = QHBoxLayout()
        row.addWidget(self._path_field, 1)
        row.addWidget(self._browse)
        row.setAlignment(self._browse, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self._team.textEdited.connect(self._follow_team)
        self._path.textEdited.connect(self._keep_path)
        self._browse.clicked.connect(self.choose)
        self.retranslate()
        self._team.setFocus()

    def retranslate(self) -> None:
        self.set_heading(self.tr("New team file"))
        self._team_field.set_label(self.tr("Team's name, as it stands on sheets"))
        self._manager_field.set_label(self.tr("Manager (may be left empty)"))
        self._path_field.set_label(self.tr("File"))
        self._browse.setText(self.tr("Choose…"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.done_button.setText(self.tr("Create the file"))

    def submit(self) -> None:
        if not self._team.text().strip():
            self.show_problems([Problem.at("team", "team.missing")])
            return
        self.show_problems([])
        path = Path(self._path.text().strip()).expanduser()
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        self.filled.emit(NewTeam(self._team.text().strip(), self._manager.text().strip(), path))

    def _follow_team(self, name: str) -> None:
        if not self._is_own_path:
            plain = "".join(letter for letter in name if letter.isalnum() or letter in " -_").strip() or "team"
            self._path.setText(str(self._folder / f"{plain}{SUFFIX}"))

    def _keep_path(self) -> None:
        self._is_own_path = True

    def choose(self) -> None:
        """Let the user choose where the file stands."""
        dialog = QFileDialog(self, self.tr("Where the team file is kept"), self._path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(self._path.setText)
        dialog.fileSelected.connect(self._keep_path)
        dialog.open()
