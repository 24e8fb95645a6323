"""The window: menus, tabs, the month of all tabs, status bar, long work; calls go down to pages, signals come up.

It is bound to one open desk. What concerns files (open another, new, quit) goes up to `csdesk.app` as signals.
Pages are made at their first showing; see `csdesk.ui.page` for what passes between them and the window. What is not
needed to show the first of them (dialogs, palette) is imported where it is used: the window must be there at once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.ui import icons
from csdesk.ui.file_work import FileWork
from csdesk.ui.hook import Hook
from csdesk.ui.language import Retranslated, Speech
from csdesk.ui.menus import Menus
from csdesk.ui.messages import sentences
from csdesk.ui.page import Change, Command, Context, Page, PersonTarget, Refresh, Target
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import FIRST, HOMES, TABS, Tab, TabName, home_of
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import Theme, look
from csdesk.ui.view_choices import ViewChoices
from csdesk.ui.widgets.month_chooser import FIRST_YEAR, LAST_YEAR, MonthChooser
from csdesk.ui.widgets.status_line import StatusLine
from csdesk.ui.widgets.task_strip import TaskStrip

if TYPE_CHECKING:
    from csdesk.ui.dialogs.base import ConfirmDialog
    from csdesk.ui.palette import Offer, Palette

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})


class MainWindow(Retranslated, QMainWindow):
    """The window on `desk`.

    open_asked(Path), new_asked(), closed(), stayed() (closing was thought better of): for whoever holds the window.
    """

    open_asked = Signal(object)
    new_asked = Signal()
    closed = Signal()
    stayed = Signal()

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        speech: Speech,
        hook: Hook,
        tabs: Sequence[Tab] = TABS,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_leaving = False
        self._is_closed = False
        self._desk = desk
        self._preferences = preferences
        self._speech = speech
        self._hook = hook
        self._tabs = tuple(tabs)
        self._tasks = Tasks(self)
        self._refresh = Refresh(desk, self)
        self.context = Context(preferences, speech, self._tasks, self._refresh, self)
        self._month = preferences.last_month or Month.of(desk.today())
        self._pages: dict[str, Page] = {}
        self._due: dict[str, list[Change]] = {}
        self._months: dict[str, Month] = {}
        self._menus = Menus(self, [tab.name for tab in self._tabs], [tab.icon for tab in self._tabs])
        self._choices = ViewChoices(self._menus, preferences, theme, speech)
        self._files = FileWork(self, desk, self.context)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()
        self._restore()

    # Building

    def _build(self) -> None:
        self._bar = QWidget()
        look(self._bar, "bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tab_bar = QTabBar()
        look(self._tab_bar, "tabs")
        self._tab_bar.setDrawBase(False)
        self._tab_bar.setExpanding(False)
        self._tab_bar.setIconSize(QSize(18, 18))
        self._tab_bar.setUsesScrollButtons(False)
        # The chosen tab is bold and so wider; the bar asks for its room again.
        self._tab_bar.currentChanged.connect(self._tab_bar.updateGeometry)
        for tab in self._tabs:
            self._tab_bar.addTab(icons.icon(tab.icon, chosen="accent"), "")
        self._chooser = MonthChooser(self._month, self._speech.texts)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 0, 16, 0)
        row.addWidget(self._tab_bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._chooser)
        self._stack = QStackedWidget()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(TaskStrip(self._tasks))
        self.setCentralWidget(centre)
        self._status = StatusLine()
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self._tab_bar.currentChanged.connect(self._show_tab)
        self._chooser.asked.connect(self.set_month)
        self._refresh.changed.connect(self._changed)
        self._files.open_asked.connect(self.open_asked)
        self._files.said.connect(self.say)
        self._files.backed_up.connect(self._say_status)
        # A bound method ends with the window; the speech goes on.
        self._speech.changed.connect(self._speak)
        slots: dict[str, Callable[[], None]] = {
            "new-file": self.new_asked.emit,
            "open": self._files.ask_open,
            "import": lambda: self.do(Command.IMPORT),
            "export": lambda: self.do(Command.EXPORT),
            "print": lambda: self.do(Command.PRINT),
            "backup": self._files.ask_backup,
            "check": self._files.check,
            "quit": lambda: _run(self.close),
            "new": lambda: self.do(Command.NEW),
            "find": self._find,
            "copy": self._copy,
            "palette": lambda: _run(self.open_palette),
            "earlier": lambda: self.set_month(self._month.previous),
            "later": lambda: self.set_month(self._month.next),
            "this-month": lambda: self.set_month(Month.of(self._desk.today())),
            "close-month": lambda: self.do(Command.CLOSE_MONTH),
            "help": self._files.show_help,
            "about": self._files.show_about,
        }
        for tab in self._tabs:
            slots[f"tab-{tab.name}"] = partial(_run, partial(self.go_to, tab.name))
        self._menus.connect_all(slots)
        self._show_recent()

    def _speak(self) -> None:
        self._chooser.speak(self._speech.texts)

    def _restore(self) -> None:
        self.resize(1280, 800)
        if not self._preferences.geometry.isEmpty():
            self.restoreGeometry(self._preferences.geometry)
        names = [tab.name for tab in self._tabs]
        kept = self._preferences.tab
        at_first = names.index(FIRST) if FIRST in names else 0
        self._tab_bar.setCurrentIndex(names.index(kept) if kept in names else at_first)
        if not self._pages:
            self._show_tab(self._tab_bar.currentIndex())

    def retranslate(self) -> None:
        if self._is_closed:  # The file may be closed already; nobody sees these words any more.
            return
        self.setWindowTitle(self.tr("{team} – csdesk").format(team=self._desk.team_name))
        names = {
            "roster": self.tr("Roster"),
            "log": self.tr("Log"),
            "appraisal": self.tr("Appraisal"),
            "reports": self.tr("Reports"),
        }
        for number, tab in enumerate(self._tabs):
            self._tab_bar.setTabText(number, names[tab.name])
        self._tab_bar.setAccessibleName(self.tr("Tabs"))
        self._menus.name_tabs({tab.name: names[tab.name] for tab in self._tabs})
        self._menus.retranslate()
        self._choices.retranslate()
        self._say_status()

    # Tabs

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self._tabs[self._tab_bar.currentIndex()].name]

    def made_page(self, name: str) -> Page | None:
        """Return the page of the tab `name` if it was shown before, else None."""
        return self._pages.get(name)

    @property
    def month(self) -> Month:
        """The month of all tabs."""
        return self._month

    def go_to(self, name: TabName) -> Page:
        """Bring the tab `name` to the front and return its page."""
        self._tab_bar.setCurrentIndex([tab.name for tab in self._tabs].index(name))
        return self.page

    def _show_tab(self, number: int) -> None:
        tab = self._tabs[number]
        page = self.make_page(tab.name)
        self._stack.setCurrentWidget(page)
        self._say_summary(tab.name, "")
        self._menus.show_page_actions(page.page_actions())
        self._show_month_on(tab.name)
        self._catch_up(tab.name)
        page.shown()

    def make_page(self, name: TabName) -> Page:
        """Return the tab `name`, made now if it was not; it stays behind the one in front and reads nothing yet."""
        made = self._pages.get(name)
        if made is not None:
            return made
        tab = next(tab for tab in self._tabs if tab.name == name)
        page = self._pages[name] = tab.make(self._desk, self.context, self._stack)
        page.summary.connect(partial(self._say_summary, name))
        page.month_asked.connect(self.set_month)
        page.target_asked.connect(self.show_target)
        page.command_asked.connect(self.do)
        self._due[name] = []
        self._stack.addWidget(page)
        return page

    def _show_month_on(self, name: str) -> None:
        """Let a page in front show the month; one that is behind reads it when it comes to the front."""
        if self._months.get(name) != self._month:
            self._months[name] = self._month
            self._pages[name].set_month(self._month)

    def _catch_up(self, name: str) -> None:
        """Let a page in front show what happened while it was behind."""
        due, self._due[name] = self._due[name], []
        for change in dict.fromkeys(due):
            self._pages[name].reload(change)

    def _changed(self, change: Change) -> None:
        for name in self._pages:
            self._due[name].append(change)
        self._catch_up(self._tabs[self._tab_bar.currentIndex()].name)
        self._say_status()

    def set_month(self, month: Month) -> None:
        """Show `month` on all tabs; months far outside any team's life are left alone."""
        if month == self._month or not FIRST_YEAR <= month.year <= LAST_YEAR:
            return
        self._month = month
        self._preferences.last_month = month
        self._chooser.show_month(month)
        self._show_month_on(self._tabs[self._tab_bar.currentIndex()].name)
        self._say_status()

    def do(self, command: Command, path: Path | None = None) -> None:
        """Do `command` on the page in front if it can, else on the tab that is its home."""
        page = self.page if command in self.page.commands else self.go_to(HOMES[command])
        page.do(command, path)

    def show_target(self, target: Target) -> None:
        """Show an entry, a person or a sheet on the tab that shows such things."""
        self.go_to(home_of(target)).open(target)

    def open_palette(self) -> "Palette":
        """Open the palette over the window."""
        from csdesk.ui.palette import Offer, Palette

        actions = [
            Offer(_plain(title, action), action.shortcut().toString(), action.trigger)
            for title, action in self._menus.all_actions()
        ]
        palette = Palette(actions, self._people_offers, self)
        palette.chosen.connect(_act)
        palette.open()
        return palette

    def _people_offers(self, typed: str) -> "list[Offer]":
        from csdesk.ui.palette import Offer

        people = self._desk.people.find(typed, limit=5)
        return [Offer(one.name, one.number, partial(self.show_target, PersonTarget(one.id))) for one in people]

    def _find(self) -> None:
        self.page.focus_search()

    def _copy(self) -> None:
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None)
        if callable(copy):
            copy()

    # Words below

    def say(self, text: str) -> None:
        """Show a message on the page in front."""
        self.page.say(text)

    def _say_summary(self, tab: str, text: str) -> None:
        if tab == self._tabs[self._tab_bar.currentIndex()].name:
            self._status.say_summary(text)

    def _say_status(self) -> None:
        is_closed = self._month in self._desk.closed_months()
        said = self.tr("{month} closed") if is_closed else self.tr("{month} open")
        self._status.say_file(self._desk.path.name, str(self._desk.path), self._desk.actor.name)
        self._status.say_month(said.format(month=self._speech.texts.month(self._month)))
        self._status.say_backup(self._files.last_backup())
        self._menus.actions["close-month"].setEnabled(not is_closed)

    def _show_recent(self) -> None:
        others = [Path(file) for file in self._preferences.recent_files if Path(file) != self._desk.path]
        files = [(file.name, str(file)) for file in others]
        self._menus.show_recent(files, lambda file: self.open_asked.emit(Path(file)))

    # What pages ask (Asker)

    def confirm(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask `text`; call `agreed` when the user presses the button `verb`."""
        self._ask(title, text, verb, agreed)

    def _ask(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> "ConfirmDialog":
        from csdesk.ui.dialogs.base import ConfirmDialog

        dialog = ConfirmDialog(title, text, verb, self)
        dialog.agreed.connect(agreed)
        dialog.open()
        return dialog

    def sorry(self, title: str, problems: list[Problem]) -> None:
        """Show problems that have no field to stand at."""
        from csdesk.ui.dialogs.base import TellDialog

        TellDialog(title, sentences(problems, self._speech.texts), "warning", self).open()

    def failed(self, failure: Exception) -> None:
        """Tell what, why and what to do of a world's fault; anything else goes to the hook as a bug."""
        self._hook.tell(failure)

    # What Qt calls

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        workbook = _workbook(event.mimeData())
        if workbook is not None:
            event.acceptProposedAction()
            # The other program waits until the drop is taken; the check list comes after it.
            QTimer.singleShot(0, self, partial(self.do, Command.IMPORT, workbook))

    def closeEvent(self, event: QCloseEvent) -> None:
        loses = self._tasks.is_busy or not all(page.may_leave() for page in self._pages.values())
        if loses and not self._is_leaving:
            event.ignore()
            asked = self._ask(
                self.tr("Close csdesk?"),
                self.tr("Something typed is not saved yet, or work is still running. Closing now loses it."),
                self.tr("Close anyway"),
                self._drop_and_close,
            )
            asked.rejected.connect(self.stayed)
            return
        self._tasks.stop()
        self._refresh.stop()
        self._preferences.geometry = self.saveGeometry()
        self._preferences.tab = self._tabs[self._tab_bar.currentIndex()].name
        self._preferences.flush()
        self._is_closed = True
        self.closed.emit()
        event.accept()

    def _drop_and_close(self) -> None:
        self._is_leaving = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and not self._is_closed:
            self._refresh.poll()


def _workbook(mime: QMimeData) -> Path | None:
    """Return the one workbook that is dragged, or None."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.casefold() in WORKBOOKS else None


def _plain(title: str, action: QAction) -> str:
    """Return what an action is called, without the marks of a menu."""
    words = f"{title}: {action.text()}" if title else action.text()
    return words.replace("&", "").removesuffix("…").strip()


def _act(offer: "Offer") -> None:
    offer.act()


def _run(act: Callable[[], object]) -> None:
    """Do `act` and leave what it returns."""
    act()
