"""The Appraisal tab in the real window, as a supervisor uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.core.words import Language
from csdesk.desk.desk import Desk
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.models.table import table_model
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS
from csdesk.ui.tabs.appraisal import AppraisalPage
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.message_bar import MessageBar
from csdesk.ui.widgets.table import DataTable
from tests.desks import a_new_desk, logged, somebody

Key = Qt.Key
Dialog = TypeVar("Dialog", bound=QDialog)
OCTOBER = Month(2026, 10)
NOVEMBER = Month(2026, 11)
WAIT = 20_000


@contextmanager
def an_office(folder: Path) -> Iterator[Desk]:
    """An open desk; it is 21 November 2026, and October is to be closed.

    李娜 85 B, 欧阳喆 80 B, 曾雅婷 (hired in October) 77 C, 王怡 52 F by four minor offences and their escalation.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk, "0101", "李娜")
        wang = somebody(desk, "0102", "王怡")
        zeng = somebody(desk, "0103", "曾雅婷", hired=date(2026, 10, 8))
        somebody(desk, "0104", "欧阳喆")
        logged(desk, li, "BON-03", date(2026, 10, 6), note="Came in for a sick colleague")
        for day in (5, 12, 19, 26):
            logged(desk, wang, "MIN-01", date(2026, 10, day))
        logged(desk, zeng, "MIN-04", date(2026, 10, 20), points=3)
        yield desk


class AppraisalTab:
    """The window with its tabs Log and Appraisal, the latter in front and showing October."""

    SHIFT = Qt.KeyboardModifier.ShiftModifier
    ALT = Qt.KeyboardModifier.AltModifier
    CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    def __init__(
        self, qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
    ) -> None:
        self._qtbot = qtbot
        self.desk = desk
        preferences.last_month = OCTOBER
        preferences.tab = "appraisal"
        preferences.last_folder = str(folder)
        tabs = [tab for tab in TABS if tab.name in {"log", "appraisal"}]
        self.window = MainWindow(desk, preferences, theme, speech, Hook(folder / "log", speech, desk.now), tabs)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        page = self.window.page
        assert isinstance(page, AppraisalPage)
        self.page = page
        page.shown()

    def close(self) -> None:
        """Close the window and forget it at once, while its desk is still open."""
        for dialog in self.dialogs():
            dialog.close()
        self.window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # Keyboard

    def _focus(self) -> QWidget:
        """Return the widget that hears the keys, after whatever has opened or closed has done so."""
        QApplication.processEvents()
        top = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not top:
            # Without a window manager nobody else does it.
            top.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the cursor is."""
        for key in keys:
            QTest.keyClick(self._focus(), key, held)

    def control(self, *keys: Key) -> None:
        """Press keys while Control is held."""
        self.press(*keys, held=Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Type `text` where the cursor is, in place of what is marked."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)

    def search(self, text: str) -> None:
        """Search the table."""
        self.control(Key.Key_F)
        self.press(Key.Key_Backspace)
        self.write(text)

    def go_to(self, name: str) -> None:
        """Put the cursor on somebody, with the arrow keys from the top."""
        self.page.results.table.setFocus()
        self.press(Key.Key_Home)
        self.press(*[Key.Key_Down] * self.names.index(name))

    def go_to_line(self, title: str) -> None:
        """Put the cursor on a line of the person, with the arrow keys from the top."""
        self.page.results.table.setFocus()
        self.press(Key.Key_Return)
        self.press(Key.Key_Home)
        self.press(*[Key.Key_Down] * [line[1] for line in self.lines].index(title))

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

    def form(self, kind: type[Dialog]) -> Dialog:
        """Return the dialog that is open, which must be of this kind."""
        found = [one for one in self.dialogs() if isinstance(one, kind)]
        assert found, self.dialogs()
        return found[0]

    # Waiting

    def speak(self, language: Language) -> None:
        """Switch the window's language."""
        self.window.context.speech.switch(language)
        QApplication.processEvents()

    def wait_for_work(self) -> None:
        """Wait until no work is under way beside the window."""
        self._qtbot.waitUntil(lambda: not self.window.context.tasks.is_busy, timeout=WAIT)
        QApplication.processEvents()

    # What is to be read

    def _cells(self, table: DataTable) -> list[list[str]]:
        model = table_model(table.model())
        shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
        return [[str(model.index(row, column).data() or "") for column in shown] for row in range(model.rowCount())]

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the table: rank, name, role, score, grade, pay, flags, sheet."""
        return self._cells(self.page.results.table)

    @property
    def names(self) -> list[str]:
        """The people in the table, from top to bottom."""
        return [row[1] for row in self.rows]

    def row(self, name: str) -> list[str]:
        """One person's row."""
        return next(row for row in self.rows if row[1] == name)

    def states(self) -> dict[str, str]:
        """What became of everybody's sheet."""
        return {row[1]: row[7] for row in self.rows}

    @property
    def lines(self) -> list[list[str]]:
        """The lines of the person beside the table: day, line, from, points."""
        return self._cells(self.page.why.lines)

    @property
    def why(self) -> list[str]:
        """What the panel says of the person, from top to bottom."""
        return self.page.why.said

    @property
    def strip(self) -> list[str]:
        """The checklist."""
        return self.page.strip.said

    @property
    def message(self) -> str:
        """The message at the bottom of the page."""
        return self._messages.text

    @property
    def _messages(self) -> MessageBar:
        return self.page.findChildren(MessageBar)[0]

    def press_message(self) -> None:
        """Press the message's button: Undo, or Open folder."""
        next(b for b in self._messages.findChildren(QPushButton) if not b.isHidden()).click()

    def may(self, name: str) -> bool:
        """Whether one of the page's actions can be done."""
        return next(a for a in self.page.page_actions() if a.text().startswith(name)).isEnabled()

    def tooltip(self, name: str, column: str) -> str:
        """What a cell says beside the mouse. column: its key."""
        table = self.page.results.table
        model = table_model(table.model())
        number = next(at for at, one in enumerate(model.columns) if one.key == column)
        return str(model.index(self.names.index(name), number).data(Qt.ItemDataRole.ToolTipRole) or "")


@contextmanager
def an_appraisal_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[AppraisalTab]:
    """The tab in its window, closed at the end."""
    tab = AppraisalTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
