"""What is done in the real window to measure it, beside its start."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from csdesk.ui.main_window import MainWindow
from csdesk.ui.models.table import TableModel, table_model
from csdesk.ui.page import Page
from csdesk.ui.tabs.log import LogPage
from csdesk.ui.tabs.roster import PEOPLE, SHIFTS, RosterPage
from csdesk.ui.widgets.table import DataTable

WORDS = ("lina", "电话号码", "min-04", "晚到25分钟", "wang", "two tickets", "00017", "zhangjie")
SORTS = ("when", "severity", "when", "who", "when", "points", "when", "note")
ENTRIES = (("00007", "min-04", "3"), ("00012", "min-01", ""), ("00031", "min-04", "2"))
A_CALL = 8.0
"""Seconds on the telephone between two entries. The window makes its other tabs meanwhile, and that is measured too."""
A_KEY, A_LOOK = 0.02, 0.4
"""Seconds until the next step of the shift: after a key, and after something else is to be looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done in a shift. what: names it where it blocks. pause: seconds before the next step."""

    what: str
    act: Callable[[], object]
    pause: float = A_KEY


def table_of(page: Page) -> DataTable:
    """Return the table of a tab that is in sight; pages beside it may have tables of their own."""
    found = next((table for table in page.findChildren(DataTable) if table.isVisible()), None)
    if not isinstance(found, DataTable):
        raise TypeError(f"no table on {page}")
    return found


def rows_of(page: Page) -> TableModel[object]:
    """Return the rows of a tab's table."""
    return table_model(table_of(page).model())


def press(text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
    """Press and release one key where the cursor stands."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("the cursor stands nowhere")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


# Search --------------------------------------------------------------------------------------------------------------


class _Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def search(window: MainWindow, told: Callable[[object], None]) -> None:
    """Tell the milliseconds of every key typed into the search of all months, in several orders of the rows."""
    page = _log(window)
    table = table_of(page)
    paints = _Paints(table.viewport())

    def type_all() -> None:
        page.entries.all_months.setChecked(True)
        page.focus_search()
        took = []
        for word, sort in zip(WORDS, SORTS, strict=True):
            page.entries.search.clear()
            rows_of(page).sort_by(sort, descending=True)
            QApplication.processEvents()
            took += [_typed(letter, paints) for letter in word]
        told(took)

    # As in the shift: nobody searches in the seconds in which the window still makes its other tabs.
    QTimer.singleShot(int(A_CALL * 1000), type_all)


def _typed(letter: str, paints: _Paints) -> float:
    """Type one letter; return the milliseconds until the table has been painted with what it finds."""
    before, begun = paints.count, time.perf_counter()
    press(letter)
    while paints.count == before:
        QApplication.processEvents()
        if time.perf_counter() - begun > 10:
            raise RuntimeError(f"the table did not answer to {letter!r}")
    return (time.perf_counter() - begun) * 1000


# A shift -------------------------------------------------------------------------------------------------------------


class Shift(QObject):
    """Does steps one by one, and measures how long the event loop was not free: the gaps between beats of a timer."""

    def __init__(self, steps: Iterator[Step], done: Callable[[float, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self.blocked_by = ""
        self._steps = steps
        self._done = done
        self._step = Step("begin", lambda: None, A_LOOK)
        self._last = self._due = time.perf_counter() + A_LOOK
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        if now - self._last > self.longest:
            self.longest, self.blocked_by = now - self._last, self._step.what
        self._last = now
        if now < self._due:
            return
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self._done(self.longest * 1000, self.blocked_by)
            return
        self._step, self._due = step, now + step.pause
        step.act()


def block(window: MainWindow, told: Callable[[object], None]) -> None:
    """Tell the longest block of the interface thread over a shift, in milliseconds, and by what."""
    Shift(a_shift(window), lambda longest, what: told({"longest": longest, "by": what}), window)


def a_shift(window: MainWindow) -> Iterator[Step]:
    """Yield what somebody does in a shift: log, turn the months, search and sort, look through all tabs."""
    page = _log(window)
    yield from _logging(page)
    yield Step("a call comes in", lambda: None, A_CALL)
    for month in (window.month.previous, window.month.plus(-2), window.month):
        yield Step(f"month {month}", lambda month=month: window.set_month(month), A_LOOK)  # type: ignore[misc]
    yield Step("all months", lambda: page.entries.all_months.setChecked(True), A_LOOK)
    yield Step("cursor into the search", page.focus_search)
    for letter in WORDS[0]:
        yield Step(f"search {letter}", lambda letter=letter: press(letter))  # type: ignore[misc]
    yield Step("empty the search", page.entries.search.clear, A_LOOK)
    yield from _sorting("log", page)
    yield Step("this month", lambda: page.entries.all_months.setChecked(False), A_LOOK)
    for name in ("appraisal", "roster", "reports"):
        yield Step(f"open {name}", lambda name=name: window.go_to(name), 2 * A_LOOK)  # type: ignore[misc]
        yield from _looking_through(name, window.page)
    yield Step("open roster", lambda: window.go_to("roster"), A_LOOK)
    yield from _turning_the_calendar(window)
    for name in ("log", "appraisal", "roster", "reports", "log"):
        yield Step(f"back to {name}", lambda name=name: window.go_to(name), A_LOOK)  # type: ignore[misc]
    yield from _logging(page)


def _logging(page: LogPage) -> Iterator[Step]:
    before = rows_of(page).total
    yield Step("new entry", page.shown)
    for person, rule, points in ENTRIES:
        for word in (person, rule, points):
            for letter in word:
                yield Step(f"entry {word}", lambda letter=letter: press(letter))  # type: ignore[misc]
            if word:
                yield Step(f"take {word}", lambda: press("\r", Qt.Key.Key_Return))
        for _ in range(2):
            if not page.bar.is_blank:
                yield Step("save the entry", lambda: press("\r", Qt.Key.Key_Return), A_LOOK)
    if rows_of(page).total != before + len(ENTRIES):
        raise RuntimeError(f"{rows_of(page).total - before} of {len(ENTRIES)} entries were saved")


def _turning_the_calendar(window: MainWindow) -> Iterator[Step]:
    page = window.page
    if not isinstance(page, RosterPage):
        raise TypeError(page)
    yield Step("open the calendar", lambda: page.show_segment(SHIFTS), 2 * A_LOOK)
    for month in (window.month.previous, window.month):
        yield Step(f"calendar of {month}", lambda month=month: window.set_month(month), A_LOOK)  # type: ignore[misc]
    yield Step("back to the people", lambda: page.show_segment(PEOPLE), A_LOOK)


def _looking_through(name: str, page: Page) -> Iterator[Step]:
    if not any(table.isVisible() for table in page.findChildren(DataTable)):
        return
    yield Step(f"cursor into the table of {name}", table_of(page).setFocus)
    for _ in range(5):
        yield Step(f"down in {name}", lambda: press("", Qt.Key.Key_Down), A_LOOK / 2)
    yield from _sorting(name, page)


def _sorting(name: str, page: Page) -> Iterator[Step]:
    model = rows_of(page)
    for column in model.columns:
        if column.sortable:
            yield Step(
                f"sort {name} by {column.key}",
                lambda key=column.key: model.sort_by(key, descending=True),  # type: ignore[misc]
                A_LOOK / 2,
            )


def _log(window: MainWindow) -> LogPage:
    page = window.go_to("log")
    if not isinstance(page, LogPage):
        raise TypeError(page)
    return page


# Memory --------------------------------------------------------------------------------------------------------------


def memory(window: MainWindow, told: Callable[[object], None]) -> None:
    """Tell the peak of memory in MB after all tabs were looked at, and how it grew."""
    grown: dict[str, float] = {}

    def looked() -> Iterator[Step]:
        yield Step("all months", lambda: _log(window).entries.all_months.setChecked(True), A_LOOK)
        for name in ("log", "appraisal", "roster", "reports", "log"):
            yield Step(f"open {name}", lambda name=name: window.go_to(name), 3 * A_LOOK)  # type: ignore[misc]
            grown[name] = peak_memory()

    Shift(looked(), lambda *_: told({"peak": peak_memory(), "after": grown}), window)


def peak_memory() -> float:
    """Return the most memory that this process ever held, in MB.

    On Linux not from getrusage: there a new process begins with the peak of the one that started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    import resource  # not on Windows, where this figure is not measured

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


SCRIPTS: dict[str, Callable[[MainWindow, Callable[[object], None]], None]] = {
    "search": search,
    "block": block,
    "memory": memory,
}
