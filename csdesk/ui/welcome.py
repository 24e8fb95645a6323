"""The first page, while no team file is open: make one, open one, or look at the demonstration."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.preferences import Preferences
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import look
from csdesk.ui.widgets.cards import Band, Card, button, words
from csdesk.ui.widgets.task_strip import TaskStrip


class WelcomeWindow(Retranslated, QMainWindow):
    """Offers what can be done without a file. new_asked, open_asked(Path), demo_asked: what the user wants."""

    new_asked = Signal()
    open_asked = Signal(object)
    demo_asked = Signal()

    def __init__(self, preferences: Preferences, tasks: Tasks) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self._band = Band("alarm")
        self._title = words(like="title")
        self._text = words(like="muted")
        self._text.setWordWrap(True)
        self._new = button(icon=icons.icon("file-plus", "on_accent"), primary=True)
        self._open = button(icon=icons.icon("folder-open"))
        self._demo = button(icon=icons.icon("eye"))
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self._choose)
        self._demo.clicked.connect(self.demo_asked)
        card = Card()
        card.setFixedWidth(620)
        card.body.setContentsMargins(14, 8, 14, 12)
        card.body.setSpacing(14)
        for part in (self._title, self._text, self._band):
            card.body.addWidget(part)
        row = QHBoxLayout()
        for choice in (self._new, self._open, self._demo):
            row.addWidget(choice)
        row.addStretch(1)
        card.body.addLayout(row)
        centre = QWidget()
        look(centre, "page")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        column.addWidget(TaskStrip(tasks))
        self.setCentralWidget(centre)
        self.resize(860, 520)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle("csdesk")
        self._title.setText(self.tr("Welcome to csdesk"))
        self._text.setText(
            self.tr(
                "One file holds a team: its people, the log of the day, the month-end appraisal. "
                "Make a file for your team, open one that a colleague uses, or look around with a made-up team."
            )
        )
        self._new.setText(self.tr("New team…"))
        self._open.setText(self.tr("Open…"))
        self._demo.setText(self.tr("Demonstration"))

    def say_fault(self, sentence: str) -> None:
        """Say why the file that was asked for is not open."""
        self._band.say(sentence)

    @property
    def said_fault(self) -> str:
        """The sentence about the file that could not be opened, "" where there is none."""
        return self._band.text

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a team file"), self._preferences.last_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Team files (*.csdesk)"))
        dialog.fileSelected.connect(lambda path: self.open_asked.emit(Path(path)))
        dialog.open()
