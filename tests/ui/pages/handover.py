"""The page Handover of the Log tab in the real window, as a lead uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from csdesk.core.shifts import Shift, ShiftDraft
from csdesk.desk.desk import Desk
from csdesk.desk.roster import Change
from csdesk.ui.dialogs.note import NoteDialog
from csdesk.ui.duty.handover_page import HandoverPage
from csdesk.ui.duty.log_segments import HANDOVER
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.log import LogPage
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.tab import TabInWindow

FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)


@contextmanager
def a_team_in_shifts(folder: Path) -> Iterator[Desk]:
    """An open desk; it is Saturday, 21 November 2026, 09:12.

    From Thursday to Saturday 李娜 has the day shift, 王铱 and 曾雅婷 the evening shift that begins when that ends.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk)
        wang, zeng = somebody(desk, "0102", "王铱"), somebody(desk, "0103", "曾雅婷")
        day = desk.shifts.add(ShiftDraft("D", time(8), time(16)))
        evening = desk.shifts.add(ShiftDraft("E", time(16), time(22)))
        assert isinstance(day, Shift)
        assert isinstance(evening, Shift)
        by_person = {li.id: day, wang.id: evening, zeng.id: evening}
        cells = {(who, date(2026, 11, n)): (shift.id,) for who, shift in by_person.items() for n in (19, 20, 21)}
        assert isinstance(desk.roster.set_cells(cells), Change)
        yield desk


class HandoverTab(TabInWindow):
    """The Log tab with the handovers in front."""

    name: TabName = "log"

    @property
    def log(self) -> LogPage:
        """The tab itself."""
        page = self.window.made_page("log")
        assert isinstance(page, LogPage)
        return page

    @property
    def page(self) -> HandoverPage:
        """The page itself."""
        return self.log.segments.handover

    def open(self) -> None:
        """Go to the page, as a click on its name does."""
        self.log.segments.bar.choose(HANDOVER)
        self.log.segments.bar.chosen.emit(HANDOVER)
        QApplication.processEvents()

    def day_before(self) -> None:
        """Go one day back, by key."""
        self.control(Key.Key_PageUp)

    # The form

    def fill_in(
        self, given_by: str = "", taken_by: str = "wy", equipment: str = "all in order", problems: tuple[str, ...] = ()
    ) -> None:
        """Fill in the form of the change of shift with the cursor, and record it."""
        self.page.due.table.setFocus()
        self.enter()
        if given_by:
            self.page.form.given_by.setFocus()
            self.write_over(given_by)
            self.enter()
        self.page.form.taken_by.setFocus()
        if taken_by:
            self.write_over(taken_by)
            self.enter()
        self.page.form.equipment.setFocus()
        self.write(equipment)
        self.page.form.problems.setFocus()
        for problem in problems:
            self.write(problem)
            self.enter()
        self.control(Key.Key_Return)

    def field(self, name: str) -> str:
        """What stands in a field of the form."""
        edit = self.page.form.fields[name].edit
        return str(edit.property("currentText") or edit.property("text") or edit.property("plainText") or "")

    @property
    def faults_in_form(self) -> dict[str, str]:
        """What is wrong in the form, by field."""
        return self.page.form.faults

    # What is to be read

    @property
    def due(self) -> list[list[str]]:
        """The changes of shift of the day: time, shifts, leaving, taking over, state."""
        return self.cells(self.page.due.table)

    @property
    def records(self) -> list[list[str]]:
        """The records of the month: day, time, shifts, by, by, state, open problems."""
        return self.cells(self.page.records.table)

    @property
    def open_problems(self) -> list[list[str]]:
        """What is still open: since when, and what."""
        return self.cells(self.page.problems.table)

    @property
    def record(self) -> list[str]:
        """The record in sight, line by line; nothing where the form is."""
        return self.page.record.said if self.page.record.isVisible() else []

    @property
    def proposals(self) -> list[str]:
        """What is to be logged."""
        return self.page.proposals.said

    @property
    def records_title(self) -> str:
        """Month and count above the records."""
        return " / ".join(self.page.records.said)

    @property
    def suggested(self) -> str:
        """The name of the file that a paper goes to, where it is asked for."""
        return Path(self.dialog(QFileDialog).selectedFiles()[0]).name

    def close_dialogs(self) -> None:
        """Go back from every dialog that is open."""
        for dialog in self.dialogs():
            dialog.close()

    def answer(self, text: str) -> None:
        """Fill in the dialog that is open, and press Enter."""
        self.dialog(NoteDialog).note.setFocus()
        self.write(text)
        self.enter()


@contextmanager
def a_handover_tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, folder: Path
) -> Iterator[HandoverTab]:
    """Show the page in the real window on `desk`."""
    tab = HandoverTab(qtbot, desk, preferences, theme, speech, folder)
    tab.open()
    yield tab
    tab.page.form.clear()
    tab.close()
