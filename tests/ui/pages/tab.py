"""A tab in the real window, as a person uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.core.words import Language
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.models.table import table_model
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS, Tab, TabName
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.message_bar import MessageBar
from csdesk.ui.widgets.table import DataTable
from tests.ui.fakes import ActivePage, active_page
from tests.ui.keyboard import Key, Keyboard

Dialog = TypeVar("Dialog", bound=QDialog)
WAIT = 20_000


class TabInWindow(Keyboard):
    """A tab in the real window; the other tabs only note what is asked of them."""

    name: TabName
    real: ClassVar[frozenset[TabName]] = frozenset()
    """Other tabs that are the real ones as well."""

    def __init__(
        self, qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
    ) -> None:
        super().__init__(lambda: self.window)
        self._qtbot = qtbot
        self.desk = desk
        self.folder = folder
        preferences.tab = self.name
        preferences.last_folder = str(folder)
        tabs = [tab if tab.name in {self.name, *self.real} else Tab(tab.name, tab.icon, active_page) for tab in TABS]
        self.window = MainWindow(desk, preferences, theme, speech, Hook(folder / "log", speech, desk.now), tabs)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.window.page.shown()

    def open(self) -> None:
        """Go to where the tests begin; they begin with the tab as it opens where nothing else is said."""

    def close(self) -> None:
        """Close the window and forget it at once, while its desk is still open."""
        for dialog in self.dialogs():
            dialog.close()
        self.speak("en")
        self.window.context.tasks.stop()
        self.wait_for_work()
        self.window.close()
        assert not self.window.isVisible(), "something keeps the window open"
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # Keyboard

    def choose(self, box: QComboBox, text: str) -> None:
        """Choose an entry of a box by keyboard."""
        box.setFocus()
        texts = [box.itemText(place) for place in range(box.count())]
        self.press(Key.Key_Home)
        self.press(*[Key.Key_Down] * texts.index(text))

    # Dialogs

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Return the dialog that is open, which must be of this kind."""
        found = [one for one in self.dialogs() if isinstance(one, kind)]
        assert found, self.dialogs()
        return found[-1]

    def faults(self, kind: type[FormDialog]) -> list[str]:
        """Every sentence that stands in the form."""
        return self.dialog(kind).said

    def choose_file(self, path: Path) -> None:
        """Choose a file where the program asks for one."""
        chooser = self.dialog(QFileDialog)
        chooser.fileSelected.emit(str(path))
        chooser.close()

    # Waiting

    def wait_until(self, holds: object) -> None:
        """Wait until `holds()` is true."""
        assert callable(holds)
        self._qtbot.waitUntil(holds, timeout=WAIT)
        QApplication.processEvents()

    def wait_for_work(self) -> None:
        """Wait until no work is under way beside the window."""
        self.wait_until(lambda: not self.window.context.tasks.is_busy)

    def speak(self, language: Language) -> None:
        """Switch the window's language."""
        self.window.context.speech.switch(language)
        QApplication.processEvents()

    # What is to be read

    def cells(self, table: DataTable) -> list[list[str]]:
        """The words of every row of a table, columns as shown."""
        model = table_model(table.model())
        shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
        return [[str(model.index(row, column).data() or "") for column in shown] for row in range(model.rowCount())]

    def asked(self, name: TabName) -> list[object]:
        """What another tab was asked."""
        page = self.window.made_page(name)
        assert isinstance(page, ActivePage)
        return page.asked

    @property
    def _messages(self) -> MessageBar:
        return self.window.page.findChildren(MessageBar)[0]

    @property
    def message(self) -> str:
        """The message at the bottom of the page."""
        return self.window.page.message

    def press_message(self) -> None:
        """Press the message's button: Undo, or Open."""
        next(b for b in self._messages.findChildren(QPushButton) if not b.isHidden()).click()

    def action(self, name: str) -> None:
        """Do one of the page's actions."""
        next(a for a in self.window.page.page_actions() if a.text().startswith(name)).trigger()

    def may(self, name: str) -> bool:
        """Whether one of the page's actions can be done."""
        return next(a for a in self.window.page.page_actions() if a.text().startswith(name)).isEnabled()


Window = TypeVar("Window", bound=TabInWindow)


@contextmanager
def in_window(
    kind: type[Window],
    qtbot: QtBot,
    desk: Desk,
    preferences: Preferences,
    theme: Theme,
    speech: Speech,
    folder: Path,
) -> Iterator[Window]:
    """A tab of this kind in its window on `desk`, closed at the end."""
    tab = kind(qtbot, desk, preferences, theme, speech, folder)
    tab.open()
    yield tab
    tab.close()
