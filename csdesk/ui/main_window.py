"""The window: menus, tabs, the month of all tabs, status bar, long work; calls go down to pages, signals come up.

It is bound to one open desk. What concerns files (open another, new, quit) goes up to `csdesk.app` as signals.
`csdesk.ui.pages` knows what each page shows; see `csdesk.ui.page` for what passes between a page and the window. What
is not needed to show the first page (dialogs, palette) is imported where it is used: the window must be there at once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.asking import AskingWindow
from csdesk.ui.file_work import FileWork
from csdesk.ui.hook import Hook
from csdesk.ui.language import Retranslated, Speech
from csdesk.ui.menus import Menus
from csdesk.ui.page import Change, Command, Context, Page, Refresh, Target
from csdesk.ui.pages import Pages
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import FIRST, HOMES, TABS, Tab, TabName, home_of
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import Theme
from csdesk.ui.top_bar import TopBar
from csdesk.ui.view_choices import ViewChoices
from csdesk.ui.widgets.month_chooser import FIRST_YEAR, LAST_YEAR
from csdesk.ui.widgets.status_line import StatusLine
from csdesk.ui.widgets.task_strip import TaskStrip

if TYPE_CHECKING:
    from csdesk.ui.palette import Palette

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})


class MainWindow(Retranslated, AskingWindow):
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
        super().__init__(speech, hook)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_leaving = False
        self._is_closed = False
        self._desk = desk
        self._preferences = preferences
        self._tabs = tuple(tabs)
        self._tasks = Tasks(self)
        self._refresh = Refresh(desk, self)
        self.context = Context(preferences, speech, self._tasks, self._refresh, self)
        month = preferences.last_month or Month.of(desk.today())
        self._menus = Menus(self, [tab.name for tab in self._tabs], [tab.icon for tab in self._tabs])
        self._choices = ViewChoices(self._menus, preferences, theme, speech)
        self._files = FileWork(self, desk, self.context)
        self._centre = QWidget(self)
        self._bar = TopBar(self._tabs, month, speech, self._centre)
        self._pages = Pages(self._tabs, desk, self.context, month, self._centre)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()
        self._restore()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addWidget(TaskStrip(self._tasks, self._centre))
        self.setCentralWidget(self._centre)
        self._status = StatusLine(self)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self._bar.tab_chosen.connect(self._show_tab)
        self._bar.month_asked.connect(self.set_month)
        self._pages.summary.connect(self._status.say_summary)
        self._pages.month_asked.connect(self.set_month)
        self._pages.target_asked.connect(self.show_target)
        self._pages.command_asked.connect(self.do)
        self._refresh.changed.connect(self._changed)
        self._files.open_asked.connect(self.open_asked)
        self._files.said.connect(self.say)
        self._files.backed_up.connect(self._say_status)
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
            "find": lambda: _run(self.page.focus_search),
            "copy": self._copy,
            "palette": lambda: _run(self.open_palette),
            "earlier": lambda: self.set_month(self.month.previous),
            "later": lambda: self.set_month(self.month.next),
            "this-month": lambda: self.set_month(Month.of(self._desk.today())),
            "close-month": lambda: self.do(Command.CLOSE_MONTH),
            "help": self._files.show_help,
            "about": self._files.show_about,
        }
        for tab in self._tabs:
            slots[f"tab-{tab.name}"] = partial(_run, partial(self.go_to, tab.name))
        self._menus.connect_all(slots)
        self._show_recent()

    def _restore(self) -> None:
        self.resize(1280, 800)
        if not self._preferences.geometry.isEmpty():
            self.restoreGeometry(self._preferences.geometry)
        names = [tab.name for tab in self._tabs]
        self._bar.choose_tab(next((name for name in (self._preferences.tab, FIRST) if name in names), names[0]))
        if not self._pages.count():
            self._show_tab(self._bar.tab)

    def retranslate(self) -> None:
        if self._is_closed:  # The file may be closed already; nobody sees these words any more.
            return
        self.setWindowTitle(self.tr("{team} – csdesk").format(team=self._desk.team_name))
        names = {
            "roster": self.tr("Roster"),
            "log": self.tr("Log"),
            "swaps": self.tr("Swaps"),
            "appraisal": self.tr("Appraisal"),
            "reports": self.tr("Reports"),
        }
        self._bar.name_tabs(names, self.tr("Tabs"))
        self._menus.name_tabs({tab.name: names[tab.name] for tab in self._tabs})
        self._menus.retranslate()
        self._choices.retranslate()
        self._say_status()

    # Tabs

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages.front

    def made_page(self, name: str) -> Page | None:
        """Return the page of the tab `name` if it is made already, else None."""
        return self._pages.made(name)

    def make_page(self, name: TabName) -> Page:
        """Return the page of the tab `name`, made now if it was not; it stays behind the one in front."""
        return self._pages.make(name)

    @property
    def month(self) -> Month:
        """The month of all tabs."""
        return self._pages.month

    def go_to(self, name: TabName) -> Page:
        """Bring the tab `name` to the front and return its page."""
        self._bar.choose_tab(name)
        return self.page

    def _show_tab(self, name: TabName) -> None:
        page = self._pages.bring(name)
        self._status.say_summary("")
        self._menus.show_page_actions(page.page_actions())
        self._pages.catch_up()
        page.shown()

    def _changed(self, change: Change) -> None:
        self._pages.changed(change)
        self._say_status()

    def set_month(self, month: Month) -> None:
        """Show `month` on all tabs; months far outside any team's life are left alone."""
        if month == self.month or not FIRST_YEAR <= month.year <= LAST_YEAR:
            return
        self._preferences.last_month = month
        self._bar.show_month(month)
        self._pages.set_month(month)
        self._say_status()

    def do(self, command: Command, path: Path | None = None) -> None:
        """Do `command` on the page in front if it can, else on the tab that is its home."""
        page = self.page if self.page.does(command) else self.go_to(HOMES[command])
        page.do(command, path)

    def show_target(self, target: Target) -> None:
        """Show an entry, a person or a sheet on the tab that shows such things."""
        self.go_to(home_of(target)).open(target)

    def open_palette(self) -> "Palette":
        """Open the palette over the window."""
        from csdesk.ui.offered import open_palette

        return open_palette(self, self._menus, self._desk, self.show_target)

    def _copy(self) -> None:
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None)
        if callable(copy):
            copy()

    # Words below

    def say(self, text: str) -> None:
        """Show a message on the page in front."""
        self.page.say(text)

    def _say_status(self) -> None:
        is_closed = self.month in self._desk.closed_months()
        said = self.tr("{month} closed") if is_closed else self.tr("{month} open")
        self._status.say_file(self._desk.path.name, str(self._desk.path), self._desk.actor.name)
        self._status.say_month(said.format(month=self.context.texts.month(self.month)))
        self._status.say_backup(self._files.last_backup())
        self._menus.actions["close-month"].setEnabled(not is_closed)

    def _show_recent(self) -> None:
        others = [Path(file) for file in self._preferences.recent_files if Path(file) != self._desk.path]
        files = [(file.name, str(file)) for file in others]
        self._menus.show_recent(files, lambda file: self.open_asked.emit(Path(file)))

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
        loses = self._tasks.is_busy or not self._pages.may_leave()
        if loses and not self._is_leaving:
            event.ignore()
            asked = self.question(
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
        self._preferences.tab = self._bar.tab
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


def _run(act: Callable[[], object]) -> None:
    """Do `act` and leave what it returns."""
    act()
