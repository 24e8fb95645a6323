"""The pages of the window: which are made, which is in front, which month each shows, what each has still to show.

Only the page in front reads the file. The others are told of months and writes when they come to the front.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.page import Change, Context, Page
from csdesk.ui.tab_table import Tab, TabName


class Pages(QStackedWidget):
    """The pages of `tabs`, each made at its first showing.

    summary(text): of the page in front. month_asked, target_asked, command_asked: as of any page.
    """

    summary = Signal(str)
    month_asked = Signal(object)
    target_asked = Signal(object)
    command_asked = Signal(object)

    def __init__(
        self, tabs: Sequence[Tab], desk: Desk, context: Context, month: Month, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tabs = {tab.name: tab for tab in tabs}
        self._desk = desk
        self._context = context
        self._month = month
        self._front: TabName | None = None
        self._made: dict[str, Page] = {}
        self._due: dict[str, list[Change]] = {}
        self._months: dict[str, Month] = {}

    @property
    def front(self) -> Page:
        """The page in front; KeyError before the first `bring`."""
        return self._made[self.front_name]

    @property
    def front_name(self) -> TabName:
        """The tab of the page in front; KeyError before the first `bring`."""
        if self._front is None:
            raise KeyError("no page is in front yet")
        return self._front

    @property
    def month(self) -> Month:
        """The month of all pages."""
        return self._month

    def made(self, name: str) -> Page | None:
        """Return the page of the tab `name` if it is made, else None."""
        return self._made.get(name)

    def make(self, name: TabName) -> Page:
        """Return the page of the tab `name`, made now if it was not; it stays behind and reads nothing yet."""
        made = self._made.get(name)
        if made is not None:
            return made
        page = self._made[name] = self._tabs[name].make(self._desk, self._context, self)
        page.summary.connect(partial(self._say_summary, name))
        page.month_asked.connect(self.month_asked)
        page.target_asked.connect(self.target_asked)
        page.command_asked.connect(self.command_asked)
        self._due[name] = []
        self.addWidget(page)
        return page

    def bring(self, name: TabName) -> Page:
        """Bring the tab `name` to the front and return its page, as it was left; `catch_up` shows what is due."""
        self._front = name
        page = self.make(name)
        self.setCurrentWidget(page)
        return page

    def catch_up(self) -> None:
        """Let the page in front show the month, and what happened while it was behind."""
        self._show_month()
        self._reload()

    def set_month(self, month: Month) -> None:
        """Show `month`: the page in front now, each other when it comes to the front."""
        self._month = month
        self._show_month()

    def changed(self, change: Change) -> None:
        """Show what was written: the page in front now, each other when it comes to the front."""
        for due in self._due.values():
            due.append(change)
        self._reload()

    def may_leave(self) -> bool:
        """Return whether nothing typed on any page would be lost by closing the window."""
        return all(page.may_leave() for page in self._made.values())

    def _show_month(self) -> None:
        name = self.front_name
        if self._months.get(name) != self._month:
            self._months[name] = self._month
            self._made[name].set_month(self._month)

    def _reload(self) -> None:
        name = self.front_name
        due, self._due[name] = self._due[name], []
        for change in dict.fromkeys(due):
            self._made[name].reload(change)

    def _say_summary(self, name: str, text: str) -> None:
        if name == self._front:
            self.summary.emit(text)
