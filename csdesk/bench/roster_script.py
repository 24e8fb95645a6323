"""The calendar of shifts in the real window: a month drawn, and a cell set."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from csdesk.bench import window_scripts
from csdesk.core.month import Month
from csdesk.ui.main_window import MainWindow
from csdesk.ui.roster.calendar_page import CalendarPage
from csdesk.ui.tabs.roster import SHIFTS, RosterPage

TURNS, CELLS = 7, 41
"""How often each is done; the first time only warms up."""
_LONGEST = 10


class _Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def roster(window: MainWindow, told: Callable[[object], None]) -> None:
    """Tell the milliseconds of every turn of the month and of every cell that is set, each until it is painted."""

    def measure() -> None:
        page = window.go_to("roster")
        if not isinstance(page, RosterPage):
            raise TypeError(page)
        page.show_segment(SHIFTS)
        painted = _Painted(page.calendar.grid.viewport())
        QApplication.processEvents()
        months = [_took(partial(window.set_month, month), painted) for month in _turns(window.month)]
        page.calendar.grid.setFocus()
        cells = [_set_cell(page.calendar, place, painted) for place in range(CELLS)]
        told({"months": months, "cells": cells})

    # As in the shift: after the window has made its other tabs.
    QTimer.singleShot(int(window_scripts.A_CALL * 1000), measure)


def _turns(month: Month) -> Iterator[Month]:
    """Yield the two months that are filled, in turn."""
    for turn in range(TURNS):
        yield month if turn % 2 else month.previous


def _set_cell(calendar: CalendarPage, place: int, painted: _Painted) -> float:
    """Type another code than the one that stands in a cell; return the milliseconds until it has been painted."""
    view, grid = calendar.view, calendar.grid
    person, day = view.employees[place % 7 % len(view.employees)], view.days[place % 28]
    grid.go_to(person.id, day)
    QApplication.processEvents()
    held = view.cells.get((person.id, day), ())
    code = next(shift.code for shift in view.shifts.values() if shift.id not in held)
    took = _took(partial(window_scripts.press, code), painted)
    if calendar.view.cells.get((person.id, day), ()) == held:
        raise RuntimeError("the cell was not set")
    return took


def _took(act: Callable[[], object], painted: _Painted) -> float:
    """Do `act`; return the milliseconds until it has been painted."""
    before, begun = painted.count, time.perf_counter()
    act()
    while painted.count == before:
        QApplication.processEvents()
        if time.perf_counter() - begun > _LONGEST:
            raise RuntimeError("the calendar was not painted")
    return (time.perf_counter() - begun) * 1000
