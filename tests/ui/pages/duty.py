"""The pages of the Log tab about who is on duty, in the real window: what Attendance and Handover have in common."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QApplication

from csdesk.core.shifts import Shift
from csdesk.desk.desk import Desk
from csdesk.desk.roster import Change
from csdesk.ui.tab_table import TabName
from csdesk.ui.tabs.log import LogPage
from tests.ui.pages.tab import TabInWindow

THURSDAY, FRIDAY, SATURDAY = (date(2026, 11, day) for day in (19, 20, 21))


def plan(desk: Desk, shifts: Mapping[str, Shift], days: Sequence[date]) -> None:
    """Let each person, by id, work the same shift on these days."""
    cells = {(who, day): (shift.id,) for who, shift in shifts.items() for day in days}
    assert isinstance(desk.roster.set_cells(cells), Change)


class DutyTab(TabInWindow):
    """The Log tab with one of the pages in front. segment: its number."""

    name: TabName = "log"
    segment: ClassVar[int]

    @property
    def log(self) -> LogPage:
        """The tab itself."""
        page = self.window.made_page("log")
        assert isinstance(page, LogPage)
        return page

    def open(self) -> None:
        """Go to the page, as a click on its name does."""
        self.log.segments.bar.choose(self.segment)
        self.log.segments.bar.chosen.emit(self.segment)
        QApplication.processEvents()
