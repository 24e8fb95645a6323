"""The page Attendance of the Log tab in the real window, as a lead uses it: by keyboard, and by what is to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from csdesk.core.leave import Leave, LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.staff import PersonDraft
from csdesk.desk.desk import Desk
from csdesk.ui.duty.attendance_page import AttendancePage
from csdesk.ui.duty.log_segments import ATTENDANCE
from tests.desks import a_new_desk, a_shift, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.duty import FRIDAY, SATURDAY, DutyTab, plan
from tests.ui.pages.tab import in_window


@contextmanager
def a_team_on_duty(folder: Path) -> Iterator[Desk]:
    """An open desk; it is Saturday, 21 November 2026, 09:12.

    On Friday and Saturday 李娜 (5200 yuan) and 王铱 have the day shift, 曾雅婷 the evening shift, and 赵敏 is on leave.
    """
    with a_new_desk(folder) as desk:
        li = somebody(desk)
        desk.people.change(li.id, li.rev, replace(PersonDraft.of(li), base_salary=Decimal(5200)))
        wang, zeng, zhao = (somebody(desk, f"010{n}", name) for n, name in enumerate(("王铱", "曾雅婷", "赵敏"), 2))
        day, evening = a_shift(desk, "D", 8, 16), a_shift(desk, "E", 16, 24)
        plan(desk, {li.id: day, wang.id: day, zeng.id: evening, zhao.id: day}, (FRIDAY, SATURDAY))
        leave = desk.leaves.ask(
            LeaveDraft(zhao.id, SATURDAY, SATURDAY, LeaveType.SICK, emergency_at=datetime(2026, 11, 21, 7, 30))
        )
        assert isinstance(leave, Leave), leave
        assert isinstance(desk.leaves.approve(leave.id, leave.rev), Leave)
        yield desk


class AttendanceTab(DutyTab):
    """The Log tab with the sheet of a day in front."""

    segment = ATTENDANCE

    @property
    def page(self) -> AttendancePage:
        """The page itself."""
        return self.log.segments.attendance

    # The sheet

    def go_to(self, name: str, column: str = "late") -> None:
        """Put the cursor into a cell of somebody's row."""
        self.page.table.setFocus()
        self.page.table.put_cursor(self.names.index(name), column)

    @property
    def names(self) -> list[str]:
        """The people on the sheet, from top to bottom."""
        return [row[0] for row in self.rows]

    @property
    def rows(self) -> list[list[str]]:
        """The words of every row: who, shift, times, state, late, left early, absent, note."""
        return self.cells(self.page.table)

    def row(self, name: str) -> list[str]:
        """What stands in somebody's row from the state on, Absent left out: the state says it."""
        found = self.rows[self.names.index(name)]
        return [*found[3:6], found[7]]

    @property
    def cursor(self) -> tuple[str, str]:
        """Whose row and which column the cursor is in."""
        table = self.page.table
        cursor = table.cursor_place()
        assert cursor is not None
        return self.names[table.currentIndex().row()], cursor[1]

    @property
    def typed(self) -> str:
        """What stands in the cell that is typed into, "" while none is."""
        widget = QApplication.focusWidget()
        return widget.text() if isinstance(widget, QLineEdit) and self.page.table.is_typing else ""

    @property
    def fault(self) -> str:
        """The sentence at a cell."""
        return self.page.table.fault

    @property
    def note(self) -> str:
        """What holds for the whole day: closed, or still to come."""
        return self.page.note.text

    @property
    def title(self) -> str:
        """Day and counts above the sheet."""
        return " / ".join(self.page.card.said)

    def type_day(self, day: str) -> None:
        """Type another day."""
        self.page.day_bar.field.setFocus()
        self.write_over(day)
        self.enter()
        QApplication.processEvents()

    # Beside the sheet

    @property
    def proposals(self) -> list[str]:
        """What is to be logged."""
        return self.page.proposals.said

    @property
    def wages(self) -> list[list[str]]:
        """The statement of the month's late arrivals."""
        return self.cells(self.page.wages.table)

    def to_proposals(self) -> None:
        """Go to what is to be logged, by its key."""
        self.press(Key.Key_F8)


an_attendance_tab = partial(in_window, AttendanceTab)
