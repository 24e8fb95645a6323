"""The bar at the top of the window: its tabs, and the month that all of them show."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from csdesk.core.month import Month
from csdesk.ui import icons
from csdesk.ui.language import Speech
from csdesk.ui.tab_table import Tab, TabName
from csdesk.ui.theme import look
from csdesk.ui.widgets.month_chooser import MonthChooser


class TopBar(QWidget):
    """The bar over `tabs`. tab_chosen(name): another tab is to be shown. month_asked(Month): another month is."""

    tab_chosen = Signal(str)
    month_asked = Signal(object)

    def __init__(self, tabs: Sequence[Tab], month: Month, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [tab.name for tab in tabs]
        self._speech = speech
        look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs = QTabBar(self)
        look(self._tabs, "tabs")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setIconSize(QSize(18, 18))
        self._tabs.setUsesScrollButtons(False)
        # The chosen tab is bold and so wider; the bar asks for its room again.
        self._tabs.currentChanged.connect(self._tabs.updateGeometry)
        for tab in tabs:
            self._tabs.addTab(icons.icon(tab.icon, chosen="accent"), "")
        self._tabs.currentChanged.connect(self._tell_tab)
        self._chooser = MonthChooser(month, speech.texts, self)
        self._chooser.asked.connect(self.month_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._chooser)
        # A bound method ends with the bar; the speech goes on.
        speech.changed.connect(self._speak)

    @property
    def tab(self) -> TabName:
        """The tab that is chosen."""
        return self._names[self._tabs.currentIndex()]

    def choose_tab(self, name: TabName) -> None:
        """Choose the tab `name`; `tab_chosen` says it where another was chosen before."""
        self._tabs.setCurrentIndex(self._names.index(name))

    def show_month(self, month: Month) -> None:
        """Say that `month` is shown."""
        self._chooser.show_month(month)

    def name_tabs(self, names: Mapping[str, str], together: str) -> None:
        """Say what each tab is called, and what they are `together`, for those who hear them."""
        for number, name in enumerate(self._names):
            self._tabs.setTabText(number, names[name])
        self._tabs.setAccessibleName(together)

    def _tell_tab(self) -> None:
        self.tab_chosen.emit(self.tab)

    def _speak(self) -> None:
        self._chooser.speak(self._speech.texts)
