"""The Log tab as a person uses it: by keyboard, and by what is to be read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query
from csdesk.ui.dialogs.base import FormDialog
from csdesk.ui.language import Speech
from csdesk.ui.page import Context, Refresh
from csdesk.ui.preferences import Preferences
from csdesk.ui.tabs.log import LogPage
from csdesk.ui.tasks import Tasks
from csdesk.ui.widgets.message_bar import MessageBar
from tests.desks import a_new_desk, somebody
from tests.ui.keyboard import Key, Keyboard

Form = TypeVar("Form", bound=FormDialog)
NOVEMBER = Month(2026, 11)


class Listener:
    """Whoever would open the dialogs that every page may need; notes what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def confirm(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> None:
        agreed()

    def sorry(self, title: str, problems: list[Problem]) -> None:
        self.told += [problem.code for problem in problems]

    def failed(self, failure: Exception) -> None:
        self.told.append(failure)


class LogTab(Keyboard):
    """The tab in a window of its own, on a desk; `keys` counts every key pressed."""

    def __init__(self, qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech) -> None:
        super().__init__(lambda: self.page)
        self._qtbot = qtbot
        self.asker = Listener()
        self.refresh = Refresh(desk)
        self.context = Context(preferences, speech, Tasks(), self.refresh, self.asker)
        self.page = LogPage(desk, self.context)
        self.refresh.changed.connect(self.page.reload)
        self.page.resize(1280, 700)
        self.page.show()
        self.page.activateWindow()
        QApplication.processEvents()
        self.page.shown()

    def close(self) -> None:
        """Close the tab and forget it at once, while its desk is still open."""
        self.refresh.stop()
        self.page.close()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete)

    # Keyboard

    def log(self, who: str, rule: str, figure: str = "", note: str = "") -> None:
        """Log an entry as one types it: name, rule, what the rule asks for, note; then save."""
        self.write(who)
        self.enter()
        self.write(rule)
        self.enter()
        if figure:
            self.write(figure)
        if note:
            self.page.bar.fields.note.setFocus()
            self.write(note)
        self.enter()

    # What is to be read

    @property
    def cursor(self) -> str:
        """The name of the bar's field that the cursor is in, "" for anywhere else."""
        fields = self.page.bar.fields.fields
        return next((name for name, field in fields.items() if field.edit.hasFocus()), "")

    @property
    def effect(self) -> str:
        """The sentence about what the entry will do."""
        return self.page.bar.line.effect

    @property
    def fault(self) -> str:
        """The sentence about what is wrong in the bar."""
        return self.page.bar.line.fault

    def field(self, name: str) -> str:
        """What stands in a field of the bar."""
        return cast(QLineEdit, self.page.bar.fields.fields[name].edit).text()

    def asks(self, name: str) -> bool:
        """Whether a field of the bar is asked for."""
        field = self.page.bar.fields.fields[name]
        return not field.isHidden() and field.edit.isEnabled()

    def choices(self, name: str) -> list[str]:
        """What the list below Who or Rule offers."""
        field = {"employee": self.page.bar.fields.who, "code": self.page.bar.fields.rule}[name]
        return [choice.text for choice in field.choices]

    @property
    def chips(self) -> list[str]:
        """The people in the row."""
        return [person.name for person in self.page.bar.chips.people]

    @property
    def message(self) -> str:
        """The message at the bottom of the page."""
        return self.page.message

    @property
    def _messages(self) -> MessageBar:
        return self.page.findChildren(MessageBar)[0]

    def undo(self) -> None:
        """Press the message's button."""
        next(b for b in self._messages.findChildren(QPushButton) if not b.isHidden()).click()

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the table."""
        table = self.page.entries.table
        model = table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    @property
    def codes(self) -> list[str]:
        """The codes in the table, from top to bottom."""
        return [row[2] for row in self.rows]

    @property
    def count(self) -> str:
        """Title and count of the table."""
        card = self.page.entries
        return f"{card.accessibleName()}: {card.said_count}"

    @property
    def detail(self) -> str:
        """The line below the table."""
        return self.page.entries.said_detail

    @property
    def person(self) -> list[str]:
        """What the panel says, from top to bottom."""
        return self.page.person.said

    def tooltip(self, row: int, column: int = 0) -> str:
        """What a cell says beside the mouse."""
        return str(self.page.entries.table.model().index(row, column).data(Qt.ItemDataRole.ToolTipRole))

    # The table

    def select(self, *rows: int) -> None:
        """Select rows of the table."""
        table = self.page.entries.table
        table.clearSelection()
        for place, row in enumerate(rows):
            if place == 0:
                table.selectRow(row)
            else:
                index = table.model().index(row, 0)
                flags = table.selectionModel().SelectionFlag
                table.selectionModel().select(index, flags.Select | flags.Rows)
        table.setFocus()

    @property
    def selected(self) -> list[EntryRow]:
        """The selected entries."""
        return self.page.entries.rows

    def search(self, text: str) -> None:
        """Search the table."""
        self.page.focus_search()
        self.press(Key.Key_Backspace)
        self.write(text)

    def act(self, name: str) -> None:
        """Do one of the page's actions, by its text."""
        next(action for action in self.page.page_actions() if action.text().startswith(name)).trigger()

    def may(self, name: str) -> bool:
        """Whether one of the page's actions can be done."""
        return next(a for a in self.page.page_actions() if a.text().startswith(name)).isEnabled()

    def dialog(self) -> FormDialog | None:
        """The dialog that is open, if any."""
        open_ones = [one for one in self.page.findChildren(QDialog) if one.isVisible()]
        return cast(FormDialog, open_ones[0]) if open_ones else None

    def form(self, kind: type[Form]) -> Form:
        """Return the dialog that is open, which must be of this kind."""
        found = self.dialog()
        assert isinstance(found, kind), found
        return found

    def summaries(self) -> AbstractContextManager[object]:
        """Wait for count and sums of a selection."""
        return self._qtbot.waitSignal(self.page.summary)


@contextmanager
def a_small_team(folder: Path) -> Iterator[Desk]:
    """Open a desk with Li Na, Wang Yi and Zeng Yating; it is 21 November 2026, 09:12."""
    with a_new_desk(folder) as desk:
        somebody(desk)
        somebody(desk, "0102", "王铱")
        somebody(desk, "0103", "曾雅婷", hired=date(2026, 10, 5))
        yield desk


@contextmanager
def a_log_tab(qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech) -> Iterator[LogTab]:
    """Show the tab on `desk`, in November 2026."""
    tab = LogTab(qtbot, desk, preferences, speech)
    tab.page.set_month(NOVEMBER)
    yield tab
    tab.close()


def li_na(desk: Desk) -> Employee:
    """Return Li Na."""
    return desk.people.find("ln")[0]


def entries(desk: Desk) -> list[EntryRow]:
    """Return everything that was logged, void or not, newest first."""
    return list(desk.incidents.page(Query(with_void=True)).rows)
