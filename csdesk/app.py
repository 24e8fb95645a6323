"""Wires the window: opens the file, makes the desk, shows the window, puts another in its place.

What most starts do not need (first page, new team, demonstration) is imported where it is used.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import csdesk.ui  # noqa: F401  # it loads Qt, before anything else asks for it

# isort: split
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from csdesk import __version__
from csdesk.core.words import Language
from csdesk.desk.desk import Desk, new_desk, open_desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.session import User, os_user
from csdesk.paths import default_file, settings_file, user_data_dir
from csdesk.ui import icons
from csdesk.ui.ahead import Ahead
from csdesk.ui.hook import Hook
from csdesk.ui.language import Speech, system_language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.messages import fault_sentence
from csdesk.ui.preferences import Preferences
from csdesk.ui.tab_table import TABS, TabName
from csdesk.ui.tasks import Progress, Tasks
from csdesk.ui.theme import STYLE, Theme

if TYPE_CHECKING:
    from csdesk.ui.dialogs.new_team import NewTeam, NewTeamDialog
    from csdesk.ui.welcome import WelcomeWindow


def clock() -> datetime:
    """Return the present moment in the local time zone."""
    return datetime.now().astimezone()


class Program(QObject):
    """The running program: what outlives a window. data: the folder for team files and the log of faults."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        data: Path,
        language: Language | None = None,
        now: Callable[[], datetime] = clock,
        actor: User | None = None,
    ) -> None:
        super().__init__(app)
        self._preferences = preferences
        self._data = data
        self._now = now
        self._actor = actor or os_user()
        self._next: Path | None = None
        self.speech = Speech(app, language or preferences.language or system_language())
        self.theme = Theme(app, preferences.scheme, preferences.font, self.speech.language)
        self.speech.changed.connect(lambda: self.theme.speak(self.speech.language))
        self.hook = Hook(data / "csdesk.log", self.speech, now)
        self.tasks = Tasks(self)
        self.window: MainWindow | None = None
        self.ahead: Ahead | None = None
        self.welcome: WelcomeWindow | None = None

    def start(self, path: Path | None) -> None:
        """Show the window on the file at `path`, or on the one that was open last, or the first page."""
        recent = [Path(file) for file in self._preferences.recent_files]
        # Path.exists raises where a folder may not be entered; such a file is not there for this user.
        found = path or next((f for f in [*recent[:1], default_file()] if os.path.exists(f)), None)  # noqa: PTH110
        if found is None:
            self._show_welcome("")
        else:
            self.open(found)

    def open(self, path: Path) -> None:
        """Show the window on the file at `path` in place of the one that is open, or say why it cannot be opened."""
        try:
            desk = open_desk(path, self._actor, self._now)
        except Unavailable as fault:
            self._preferences.forget(str(path))
            self._refuse(fault)
            return
        if self.window is None:
            self._show(desk)
        else:
            # The open window may have something to lose, and asks before it goes.
            desk.close()
            self._next = path
            self.window.close()

    def make(self, asked: "NewTeam", dialog: "NewTeamDialog") -> None:
        """Make a new team's file and show it."""
        try:
            asked.path.parent.mkdir(parents=True, exist_ok=True)
            new_desk(asked.path, asked.team, asked.manager, self._actor, self._now).close()
        except (Unavailable, OSError) as fault:
            dialog.say_fault(fault_sentence(fault, self.speech.texts) or "")
            return
        dialog.accept()
        self.open(asked.path)

    def ask_new(self) -> None:
        """Ask for a new team."""
        from csdesk.ui.dialogs.new_team import NewTeamDialog

        dialog = NewTeamDialog(self._data, self.speech.texts, self.window or self.welcome)
        dialog.filled.connect(lambda asked: self.make(asked, dialog))
        dialog.open()

    def open_demo(self) -> None:
        """Show the made-up team, made beside the window where there is none yet."""
        path = self._data / "demo.csdesk"
        if path.exists():
            self.open(path)
            return
        work = partial(_make_demo, path, self._actor, self._now, self.speech.language)
        self.tasks.run(self.tr("Making the demonstration team"), work, self.open, self._refuse)

    def _show(self, desk: Desk) -> None:
        window = MainWindow(desk, self._preferences, self.theme, self.speech, self.hook)
        window.open_asked.connect(self.open)
        window.new_asked.connect(self.ask_new)
        window.closed.connect(partial(self._closed, desk))
        window.stayed.connect(self._stay)
        self._preferences.opened(str(desk.path))
        self.window = window
        window.show()
        # The first look at the style makes all of Qt's styles known to Python, 15 ms in which no tab should open. The
        # pages stay as long as the window: the collector need never look at them again.
        ahead = Ahead(window)
        pages = [partial(self._make_page, window, ahead, tab.name) for tab in TABS]
        ahead.do_next([QApplication.style, *pages, gc.freeze])
        self.ahead = ahead
        if self.welcome is not None:
            self.welcome.close()
            self.welcome = None

    @staticmethod
    def _make_page(window: MainWindow, ahead: Ahead, name: TabName) -> None:
        ahead.do_next(window.make_page(name).more_to_make())

    def _stay(self) -> None:
        self._next = None

    def _closed(self, desk: Desk) -> None:
        if self.ahead is not None:
            self.ahead.stop()
        desk.close()
        self.window = None
        asked, self._next = self._next, None
        if asked is not None:
            self.open(asked)

    def _refuse(self, fault: Exception) -> None:
        sentence = fault_sentence(fault, self.speech.texts)
        if sentence is None or self.window is not None:
            self.hook.tell(fault)
        else:
            self._show_welcome(sentence)

    def _show_welcome(self, fault: str) -> None:
        from csdesk.ui.welcome import WelcomeWindow

        if self.welcome is None:
            self.welcome = WelcomeWindow(self._preferences, self.tasks)
            self.welcome.new_asked.connect(self.ask_new)
            self.welcome.open_asked.connect(self.open)
            self.welcome.demo_asked.connect(self.open_demo)
            self.welcome.show()
        self.welcome.say_fault(fault)


def _make_demo(path: Path, actor: User, now: Callable[[], datetime], language: Language, progress: Progress) -> Path:
    from csdesk.desk.demo_team import make_demo_team  # Only who looks at the demonstration pays for it.

    path.parent.mkdir(parents=True, exist_ok=True)
    make_demo_team(path, actor, now, language).close()
    return path


def run_window(
    path: Path | None = None,
    *,
    language: Language | None = None,
    watch: Callable[[Program], object] | None = None,
) -> int:
    """Open the window on the team file at `path` (None: the last one) and run until it is closed; return 0.

    language: of the window, this time only; None: the one that was chosen last, or the system's. watch: gets the
    program once its window is shown; for the bench.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("csdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("csdesk")
    program = Program(app, Preferences(settings_file(), app), user_data_dir(), language)
    app.setWindowIcon(icons.icon("clipboard-text", "accent"))
    program.hook.install()
    try:
        program.start(path)
        # What is there now stays as long as the window: the collector need never look at it again.
        gc.freeze()
        gc.enable()
        if watch is not None:
            watch(program)
        return app.exec()
    finally:
        program.hook.remove()
        program.speech.fall_silent()
