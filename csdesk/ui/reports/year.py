"""A year of months for the reports, read one at a time so that the window never waits for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from csdesk.core.appraisal import Sheet
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.months import MonthView
from csdesk.desk.reports import MonthSummary, summarise
from csdesk.ui.appraisal.reading import AT_ONCE
from csdesk.ui.own_desk import beside
from csdesk.ui.page import Context
from csdesk.ui.tasks import Progress, Run

MONTHS = 12


@dataclass(frozen=True, slots=True)
class GradedPerson:
    """Somebody's outcome of the month that is shown."""

    employee_id: str
    number: str
    name: str
    final: int
    grade: str
    rank: int

    @classmethod
    def of(cls, sheet: Sheet) -> "GradedPerson":
        """Return the outcome that a sheet says."""
        person = sheet.employee
        return cls(person.id, person.number, person.name, sheet.final, sheet.grade, sheet.rank)


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months that end with `last`, as far as they are read.

    summaries: newest first, from the first month on in which anything was recorded. people: of `last`, by rank; None
    until that month is read. problem: why `last` cannot be reckoned. is_whole: nothing more is to come.
    """

    last: Month
    summaries: Sequence[MonthSummary] = ()
    people: Sequence[GradedPerson] | None = None
    problem: Problem | None = None
    is_whole: bool = False

    def summary(self, month: Month) -> MonthSummary | None:
        """Return a month's summary, None where there is none (yet)."""
        return next((one for one in self.summaries if one.month == month), None)


_Last = tuple[MonthSummary, Sequence[GradedPerson]]


def read_last(desk: Desk, month: Month) -> _Last | Problem:
    """Return the summary and the people of the month that is shown."""
    view = desk.months.result(month)
    if not isinstance(view, MonthView):
        return view
    summary = summarise(view.result, closed=view.closing is not None)
    return summary, tuple(GradedPerson.of(sheet) for sheet in view.result.sheets)


class YearReader(QObject):
    """Reads years. arrived(Year): one more month is read, or all of them."""

    arrived = Signal(object)

    def __init__(self, desk: Desk, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._known: dict[Month, MonthSummary | Problem] = {}
        self._year = Year(Month.of(desk.today()))
        self._last: _Last | Problem | None = None
        self._waiting: list[Month] = []
        self._run: Run | None = None
        # Started anew after each month: whatever waits meanwhile comes first.
        self._timer = QTimer(self, interval=1, singleShot=True)
        self._timer.timeout.connect(self._read_one)

    def forget(self) -> None:
        """Read every month anew next time, after a write."""
        self._known.clear()

    def read(self, last: Month) -> None:
        """Read the year that ends with `last`; what was asked before and is not read yet is dropped."""
        self.stop()
        self._year, self._last = Year(last), None
        self._known.pop(last, None)
        self._waiting = [month for month in _months(last) if month not in self._known]
        if len(self._desk.people.all()) > AT_ONCE:
            work = beside(self._desk, partial(_read_all, tuple(self._waiting)))
            title = self.tr("Calculating the months")
            self._run = self._context.tasks.run(title, work, self._take_all, self._fail)
        else:
            self._timer.start()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        if self._run is not None:
            self._run.cancel()
            self._run = None

    def _read_one(self) -> None:
        """Read one more month; the window gets its turn between two."""
        month = self._waiting.pop(0)
        try:
            if month == self._year.last:
                self._take_last(read_last(self._desk, month))
            else:
                self._known[month] = self._desk.reports.summary(month)
        except Unavailable as failure:
            self._fail(failure)
            return
        if self._waiting:
            self._timer.start()
        self._tell()

    def _take_all(self, found: "tuple[_Last | Problem, dict[Month, MonthSummary | Problem]]") -> None:
        self._run = None
        self._waiting = []
        self._take_last(found[0])
        self._known.update(found[1])
        self._tell()

    def _take_last(self, last: _Last | Problem) -> None:
        self._last = last
        self._known[self._year.last] = last if isinstance(last, Problem) else last[0]

    def _fail(self, failure: Exception) -> None:
        self.stop()
        self._context.ask.failed(failure)

    def _tell(self) -> None:
        last, found = self._last, [self._known.get(month) for month in _months(self._year.last)]
        self.arrived.emit(
            Year(
                self._year.last,
                _in_use([one for one in found if isinstance(one, MonthSummary)]),
                last[1] if last is not None and not isinstance(last, Problem) else None,
                last if isinstance(last, Problem) else None,
                not self._waiting,
            )
        )


def _in_use(summaries: Sequence[MonthSummary]) -> Sequence[MonthSummary]:
    """Return the summaries without the oldest ones in which nothing was recorded: the team did not keep a log yet."""
    kept = list(summaries)
    while len(kept) > 1 and _is_blank(kept[-1]):
        kept.pop()
    return tuple(kept)


def _is_blank(summary: MonthSummary) -> bool:
    return not summary.closed and not (summary.bonuses or summary.offences) and summary.best == summary.worst


def _months(last: Month) -> list[Month]:
    """Return the twelve months that end with `last`, newest first."""
    return [last.plus(-back) for back in range(MONTHS)]


def _read_all(
    months: Sequence[Month], desk: Desk, progress: Progress
) -> tuple[_Last | Problem, dict[Month, MonthSummary | Problem]]:
    """Read the months in a worker; the first of them is the one that is shown."""
    last = read_last(desk, months[0])
    found: dict[Month, MonthSummary | Problem] = {}
    for number, month in enumerate(months[1:], start=1):
        progress.step(number, len(months))
        found[month] = desk.reports.summary(month)
    return last, found
