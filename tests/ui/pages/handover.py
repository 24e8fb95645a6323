"""The page Handover of the Log tab in the real window, as a lead uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from csdesk.desk.desk import Desk
from csdesk.ui.dialogs.note import NoteDialog
from csdesk.ui.duty.handover_page import HandoverPage
from csdesk.ui.duty.log_segments import HANDOVER
from tests.desks import a_new_desk, a_shift, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.duty import FRIDAY, SATURDAY, THURSDAY, DutyTab, plan
from tests.ui.pages.tab import in_window


@contextmanager
def a_team_in_shifts(folder: Path) -> Iterator[Desk]:
    """An open desk; it is Saturday, 21 November 2026, 09:12.

    From Thursday to Saturday 李娜 has the day shift, 王铱 and 曾雅婷 the evening shift that begins when that ends.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk)
        wang, zeng = somebody(desk, "0102", "王铱"), somebody(desk, "0103", "曾雅婷")
        day, evening = a_shift(desk, "D", 8, 16), a_shift(desk, "E", 16, 22)
        plan(desk, {li.id: day, wang.id: evening, zeng.id: evening}, (THURSDAY, FRIDAY, SATURDAY))
        yield desk


class HandoverTab(DutyTab):
    """The Log tab with the handovers in front."""

    segment = HANDOVER

    @property
    def page(self) -> HandoverPage:
        """The page itself."""
        return self.log.segments.handover

    def close(self) -> None:
        """Close the window, whatever is typed."""
        self.page.form.clear()
        super().close()

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


a_handover_tab = partial(in_window, HandoverTab)
