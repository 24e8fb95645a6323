"""Runs a script in the window of this process and prints what it measured, as JSON.

A start is measured here and not among the other scripts: what those import would count as part of it.
"""

import json
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableView

from csdesk.app import Program
from csdesk.bench.first_paint import FirstPaint
from csdesk.ui.main_window import MainWindow


def play(script: str, program: Program) -> None:
    """Play `script` in the window of `program`, print what was measured, and close the window."""
    window = program.window
    if window is None:
        raise RuntimeError("the file of the bench could not be opened")
    sys.excepthook = _give_up

    def told(result: object) -> None:
        print(json.dumps(result), flush=True)  # noqa: T201  # the bench reads it
        window.close()

    if script == "start":
        start(window, told)
        return
    if script == "roster":
        from csdesk.bench.roster_script import roster

        roster(window, told)
        return
    from csdesk.bench.window_scripts import SCRIPTS

    SCRIPTS[script](window, told)


def _give_up(kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    """End the process: nobody sees the dialog in which the window would tell of a failure."""
    traceback.print_exception(kind, failure, trace)
    QCoreApplication.exit(1)


def start(window: MainWindow, told: Callable[[object], None]) -> None:
    """Tell the moment at which the table of the tab in front has been painted with its rows."""
    table = window.page.findChild(QTableView)
    if not isinstance(table, QTableView) or not table.model().rowCount():
        raise RuntimeError("the window shows no rows")
    FirstPaint(table.viewport(), told)
