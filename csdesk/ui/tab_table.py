"""Which tabs the window has, in order, and which of them is the home of each command and target.

A tab's module is imported when the tab is first shown: the window must be there before it.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtWidgets import QWidget

from csdesk.desk.desk import Desk
from csdesk.ui.page import Command, Context, EntriesTarget, EntryTarget, Page, PersonTarget, SheetTarget, Target

TabName = Literal["roster", "log", "swaps", "appraisal", "reports"]


class Tab(NamedTuple):
    """One tab. icon: its glyph. make: makes the page at its first showing."""

    name: TabName
    icon: str
    make: Callable[[Desk, Context, QWidget], Page]


def _roster(desk: Desk, context: Context, parent: QWidget) -> Page:
    from csdesk.ui.tabs.roster import RosterPage

    return RosterPage(desk, context, parent)


def _log(desk: Desk, context: Context, parent: QWidget) -> Page:
    from csdesk.ui.tabs.log import LogPage

    return LogPage(desk, context, parent)


def _swaps(desk: Desk, context: Context, parent: QWidget) -> Page:
    from csdesk.ui.tabs.swaps import SwapsTab

    return SwapsTab(desk, context, parent)


def _appraisal(desk: Desk, context: Context, parent: QWidget) -> Page:
    from csdesk.ui.tabs.appraisal import AppraisalPage

    return AppraisalPage(desk, context, parent)


def _reports(desk: Desk, context: Context, parent: QWidget) -> Page:
    from csdesk.ui.tabs.reports import ReportsPage

    return ReportsPage(desk, context, parent)


TABS: tuple[Tab, ...] = (
    Tab("roster", "users", _roster),
    Tab("log", "note-pencil", _log),
    Tab("swaps", "arrows-left-right", _swaps),
    Tab("appraisal", "medal", _appraisal),
    Tab("reports", "chart-bar", _reports),
)

FIRST: TabName = "log"

HOMES: dict[Command, TabName] = {
    Command.NEW: "log",
    Command.PRINT: "appraisal",
    Command.EXPORT: "appraisal",
    Command.IMPORT: "roster",
    Command.CLOSE_MONTH: "appraisal",
}


def home_of(target: Target) -> TabName:
    """Return the tab that shows such a thing."""
    homes: dict[type, TabName] = {
        EntryTarget: "log",
        EntriesTarget: "log",
        PersonTarget: "roster",
        SheetTarget: "appraisal",
    }
    return homes[type(target)]
