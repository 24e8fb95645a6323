"""What waits in other months than the one shown: how many requests, and the way to their months."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from csdesk.core.month import Month
from csdesk.ui import icons
from csdesk.ui.language import Retranslated
from csdesk.ui.moments import month_name
from csdesk.ui.page import Context
from csdesk.ui.theme import look
from csdesk.ui.widgets.cards import ICON_BESIDE_WORDS


class WaitingElsewhere(Retranslated, QPushButton):
    """A button that counts them, hidden while there are none. month_asked(Month): the one to go to.

    Where they wait in several months, a menu asks which. today: the clock's day, whose year is not said.
    """

    month_asked = Signal(object)

    def __init__(self, context: Context, today: Callable[[], date]) -> None:
        super().__init__()
        self._context = context
        self._today = today
        self._counts: list[tuple[Month, int]] = []
        look(self, "quiet")
        self.setIcon(icons.icon("clock-counter-clockwise"))
        self.setIconSize(ICON_BESIDE_WORDS)
        self.clicked.connect(self.go)
        self.hide()

    def show_waiting(self, months: Sequence[Month]) -> None:
        """Count what waits. months: of each request, as often as there are requests."""
        self._counts = sorted(Counter(months).items())
        self.setVisible(bool(months))
        self.retranslate()

    def retranslate(self) -> None:
        total = sum(count for _, count in self._counts)
        if len(self._counts) == 1:
            said = self.tr("1 request waits in {month}") if total == 1 else self.tr("{count} requests wait in {month}")
            self.setText(said.format(count=total, month=self._named(self._counts[0][0])))
            self.setToolTip(self.tr("Go to that month (F8)"))
        else:
            self.setText(self.tr("{count} requests wait in other months").format(count=total))
            self.setToolTip(self.tr("Choose the month to go to (F8)"))

    def _named(self, month: Month) -> str:
        return month_name(month, self._context.texts, self._today())

    def go(self) -> None:
        """Ask for the month where something waits; with a menu, where there are several."""
        if len(self._counts) == 1:
            self.month_asked.emit(self._counts[0][0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for month, count in self._counts:
            said = self.tr("{month}: 1 request") if count == 1 else self.tr("{month}: {count} requests")
            choice = menu.addAction(said.format(month=self._named(month), count=count))
            choice.triggered.connect(partial(self.month_asked.emit, month))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
