"""A month as the tab shows it, read from the desk: at once for a team, beside the window for a very large one."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from csdesk.core.appraisal import Sheet
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.months import MonthView
from csdesk.desk.papers import PrintMark
from csdesk.ui.own_desk import beside
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress

AT_ONCE = 300
"""Up to so many people a month is read in the window's own thread: 50 take less than 30 ms."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person's line of the table. mark: what became of the sheet on paper, None while it was never printed."""

    sheet: Sheet
    mark: PrintMark | None


@dataclass(frozen=True, slots=True)
class MonthReading:
    """A month's appraisal, and what became of its sheets. rows: by rank, then number."""

    view: MonthView
    rows: tuple[SheetRow, ...]


def read_month(desk: Desk, month: Month) -> MonthReading | Problem:
    """Return the month as it stands on file, or why it cannot be reckoned."""
    view = desk.months.result(month)
    if isinstance(view, Problem):
        return view
    marks = desk.papers.marks(view.result)
    return MonthReading(view, tuple(SheetRow(sheet, marks.get(sheet.employee.id)) for sheet in view.result.sheets))


class MonthReader(QObject):
    """Reads months. arrived(month, MonthReading | Problem): what came of the last one asked for."""

    arrived = Signal(object, object)

    def __init__(self, desk: Desk, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._asked = 0

    def read(self, month: Month) -> None:
        """Read `month`; what was asked before and has not arrived is dropped."""
        self._asked += 1
        if len(self._desk.people.all()) <= AT_ONCE:
            self.arrived.emit(month, read_month(self._desk, month))
            return
        self._context.tasks.run(
            self.tr("Calculating the month"),
            beside(self._desk, partial(_read, month)),
            partial(self._deliver, self._asked, month),
            self._context.ask.failed,
        )

    def _deliver(self, asked: int, month: Month, reading: MonthReading | Problem) -> None:
        if asked == self._asked:
            self.arrived.emit(month, reading)


def _read(month: Month, desk: Desk, progress: Progress) -> MonthReading | Problem:
    return read_month(desk, month)
