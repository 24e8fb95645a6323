"""The whole program as a person at the keyboard meets it: the real window on a real file, keys in, words out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from csdesk.app import Program
from csdesk.core.words import Language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.page import Page
from csdesk.ui.preferences import Preferences
from csdesk.ui.widgets.message_bar import MessageBar
from csdesk.ui.widgets.table import DataTable
from tests.desks import LEAD, NOW, clock
from tests.ui.keyboard import NONE, Key, Keyboard

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE = 20_000
"""Milliseconds that work beside the window may take."""


class Desktop(Keyboard):
    """The program, its window in front. keys: how many were pressed."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        super().__init__(lambda: self.window)
        self._qtbot = qtbot
        self.program = program

    @property
    def window(self) -> MainWindow:
        """The window on the team file."""
        assert self.program.window is not None
        return self.program.window

    @property
    def page(self) -> Page:
        """The tab in front."""
        return self.window.page

    # Keys

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the cursor is, and let the program do what they bring about."""
        super().press(*keys, held=held)
        QApplication.processEvents()

    def tab_to(self, number: int) -> None:
        """Go to the tab with this number."""
        self.control(Key(ord(str(number))))

    def log(self, who: str, rule: str, figure: str = "", count: str = "") -> None:
        """Log an entry in the quick-entry bar as one types it."""
        self.write(who)
        self.enter()
        self.write(rule)
        self.enter()
        if figure:
            self.write(figure)
            if count:
                self.press(Key.Key_Tab)
                self.write(count)
        self.enter()

    # What is to be read

    @property
    def message(self) -> str:
        """The message at the bottom of the tab in front."""
        return self.page.findChildren(MessageBar)[0].text

    def table(self) -> list[list[str]]:
        """The words that every row of the first table of the tab in front shows."""
        table = self.page.findChildren(DataTable)[0]
        model = table.model()
        columns = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
        return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]

    def said(self, widget: QWidget | None = None) -> str:
        """Everything that labels say in the tab in front, or in `widget`."""
        labels = (widget or self.page).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def dialog(self) -> QWidget:
        """Return the dialog that is open."""
        found = QApplication.activeModalWidget()
        assert found is not None, "no dialog is open"
        return found

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for what is done beside the window."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)


@contextmanager
def a_desktop(
    qtbot: QtBot, app: QApplication, path: Path, home: Path, *, language: Language = "en", now: datetime = NOW
) -> Iterator[Desktop]:
    """Start the program on the file at `path`, and close it at the end."""
    preferences = Preferences(home / "window.ini")
    preferences.last_folder = str(home)
    program = Program(app, preferences, home, language=language, now=clock(now), actor=LEAD)
    program.start(path)
    desktop = Desktop(qtbot, program)
    window = desktop.window
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield desktop
    finally:
        window = desktop.window
        window.close()
        program.tasks.stop()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        program.speech.switch("en")
        program.setParent(None)
