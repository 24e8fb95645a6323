"""The Roster tab in the real window, as a supervisor uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.core.staff import PersonDraft
from csdesk.core.words import Language
from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.dialogs.intake import IntakeDialog
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.models.table import table_model
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS, Tab, TabName
from csdesk.ui.tabs.roster import RosterPage
from csdesk.ui.theme import Theme
from csdesk.ui.widgets.message_bar import MessageBar
from csdesk.ui.widgets.table import DataTable
from tests.desks import a_new_desk, logged, somebody
from tests.ui.fakes import ActivePage, active_page

Key = Qt.Key
Dialog = TypeVar("Dialog", bound=QDialog)
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
WAIT = 20_000


@contextmanager
def a_team(folder: Path) -> Iterator[Desk]:
    """An open desk; it is 21 November 2026.

    李娜 in the hotline with all facts, 曾雅婷 on probation, 周文静 the manager, 欧阳喆 gone since 20 November.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk, "0101", "李娜")
        draft = replace(PersonDraft.of(li), group="hotline", base_salary=Decimal(5200), phone="8101")
        desk.people.change(li.id, li.rev, draft)
        zeng = somebody(desk, "0102", "曾雅婷", hired=date(2026, 10, 8))
        draft = replace(PersonDraft.of(zeng), group="online", probation_end=date(2027, 1, 7))
        desk.people.change(zeng.id, zeng.rev, draft)
        somebody(desk, "0001", "周文静", role=Role.MANAGER)
        somebody(desk, "0103", "欧阳喆", left=date(2026, 11, 20))
        logged(desk, li, "BON-03", date(2026, 11, 6))
        yield desk


class TabInWindow:
    """A tab in the real window; the other tabs only note what is asked of them."""

    name: TabName

    def __init__(
        self, qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
    ) -> None:
        self._qtbot = qtbot
        self.desk = desk
        self.folder = folder
        preferences.tab = self.name
        preferences.last_folder = str(folder)
        tabs = [tab if tab.name == self.name else Tab(tab.name, tab.icon, active_page) for tab in TABS]
        self.window = MainWindow(desk, preferences, theme, speech, Hook(folder / "log", speech, desk.now), tabs)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.window.page.shown()

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
        """Type `text` where the cursor is; what no key gives comes from an input method."""
        for letter in text:
            widget = self._focus()
            if letter.isascii():
                QTest.keyClicks(widget, letter)
            else:
                committed = QInputMethodEvent()
                committed.setCommitString(letter)
                QApplication.sendEvent(widget, committed)

    def write_over(self, text: str) -> None:
        """Type `text` in place of what stands in the line with the cursor."""
        self.control(Key.Key_A)
        self.press(Key.Key_Backspace)
        self.write(text)

    # Dialogs

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

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
        return self._messages.text

    def press_message(self) -> None:
        """Press the message's button: Undo, or Open."""
        next(b for b in self._messages.findChildren(QPushButton) if not b.isHidden()).click()

    def action(self, name: str) -> None:
        """Do one of the page's actions."""
        next(a for a in self.window.page.page_actions() if a.text().startswith(name)).trigger()

    def may(self, name: str) -> bool:
        """Whether one of the page's actions can be done."""
        return next(a for a in self.window.page.page_actions() if a.text().startswith(name)).isEnabled()


class RosterTab(TabInWindow):
    """The Roster tab."""

    name: TabName = "roster"

    @property
    def page(self) -> RosterPage:
        """The page itself."""
        page = self.window.made_page("roster")
        assert isinstance(page, RosterPage)
        return page

    def search(self, text: str) -> None:
        """Search the list."""
        self.control(Key.Key_F)
        self.write_over(text)

    def filter(self, box: QComboBox, text: str) -> None:
        """Choose an entry of one of the filters by keyboard."""
        box.setFocus()
        texts = [box.itemText(place) for place in range(box.count())]
        self.press(Key.Key_Home)
        self.press(*[Key.Key_Down] * texts.index(text))

    def go_to(self, name: str) -> None:
        """Put the cursor on somebody, with the arrow keys from the top."""
        self.page.people.table.setFocus()
        self.control(Key.Key_Home)
        self.press(*[Key.Key_Down] * self.names.index(name))

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the list: number, name, role, group, hired, state."""
        return self.cells(self.page.people.table)

    @property
    def names(self) -> list[str]:
        """The people in the list, from top to bottom."""
        return [person.name for person in self.page.people.shown]

    @property
    def card(self) -> list[str]:
        """Every word on the card."""
        return self.page.person.said

    @property
    def facts(self) -> dict[str, str]:
        """The facts on the card."""
        person = self.page.person.person
        assert person is not None
        return dict(self.page.person.facts(person, self.window.context.texts))

    # Workbooks

    def take_in(self, path: Path) -> IntakeDialog:
        """Import the workbook at `path`, as far as its check list."""
        self.page.take_in(path)
        dialog = self.dialog(IntakeDialog)
        self.wait_until(lambda: dialog.work.check is not None)
        return dialog


@contextmanager
def a_roster_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[RosterTab]:
    """The tab in its window, closed at the end."""
    tab = RosterTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
