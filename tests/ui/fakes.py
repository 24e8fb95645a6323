"""Pages and askers that only note what was asked of them."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui.page import Change, Command, Context, Page, Target


class SomePage(Page):
    """A page that notes what the window asks of it."""

    commands: ClassVar[frozenset[Command]] = frozenset({Command.NEW})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.asked: list[object] = []
        self.has_unsaved = False
        self.search = QLineEdit()
        self.body.addWidget(self.search)
        self.void = QAction("Void", self)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search"))

    def set_month(self, month: Month) -> None:
        self.asked.append(month)

    def reload(self, change: Change) -> None:
        self.asked.append(change)


class ActivePage(SomePage):
    """A page with everything a page may have."""

    commands: ClassVar[frozenset[Command]] = frozenset(Command)

    def shown(self) -> None:
        self.asked.append("shown")

    def focus_search(self) -> None:
        self.asked.append("search")

    def do(self, command: Command, path: Path | None = None) -> None:
        self.asked.append((command, path))

    def open(self, target: Target) -> bool:
        self.asked.append(target)
        return True

    def page_actions(self) -> list[QAction]:
        return [self.void]

    def may_leave(self) -> bool:
        return not self.has_unsaved


def some_page(desk: Desk, context: Context, parent: QWidget) -> Page:
    """Make a page as the window's table of tabs does."""
    return SomePage(context, parent)


def active_page(desk: Desk, context: Context, parent: QWidget) -> Page:
    """Make a page that can do everything."""
    return ActivePage(context, parent)


class Nobody:
    """Asks nobody and tells nobody."""

    def confirm(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask nobody."""

    def sorry(self, title: str, problems: list[Problem]) -> None:
        """Tell nobody."""

    def failed(self, failure: Exception) -> None:
        """Tell nobody."""
