"""The Appraisal tab in the real window, as a supervisor uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.models.table import table_model
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.appraisal import AppraisalPage
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, logged, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.tab import TabInWindow

OCTOBER = Month(2026, 10)
NOVEMBER = Month(2026, 11)


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


class AppraisalTab(TabInWindow):
    """The window with its tabs Log and Appraisal, the latter in front and showing October."""

    SHIFT = Qt.KeyboardModifier.ShiftModifier
    ALT = Qt.KeyboardModifier.AltModifier
    CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    name: TabName = "appraisal"
    real: ClassVar[frozenset[TabName]] = frozenset({"log"})

    @property
    def page(self) -> AppraisalPage:
        """The page itself."""
        page = self.window.made_page("appraisal")
        assert isinstance(page, AppraisalPage)
        return page

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

    # What is to be read

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row of the table: rank, name, role, score, grade, pay, flags, sheet."""
        return self.cells(self.page.results.table)

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
        return self.cells(self.page.why.lines)

    @property
    def why(self) -> list[str]:
        """What the panel says of the person, from top to bottom."""
        return self.page.why.said

    @property
    def strip(self) -> list[str]:
        """The checklist."""
        return self.page.strip.said

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
    preferences.last_month = OCTOBER
    tab = AppraisalTab(qtbot, desk, preferences, theme, speech, folder)
    yield tab
    tab.close()
