"""What a tab of the window is, and what the window hands to it.

A tab is a `Page`. The window makes it at its first showing as ``LogPage(desk, context)``, and from then on:

- **Calls go down.** `set_month(month)` when the month chooser moves (if the tab is behind: when it comes to the front),
  `reload(change)` after any write, here or in another window; `shown()` each time the tab comes to the front;
  `focus_search()` for Ctrl+F; `do(command, path)` for a command of the menus (Ctrl+N, Ctrl+P, Ctrl+E ...) that the
  tab's class names in `commands` (or for which `does` says yes, where that changes with what is in sight); a command
  that the tab in front does not do goes to the tab that is its home (`csdesk.ui.tab_table`); `open(target)` when
  another tab asks to see an entry or a person; the steps of `more_to_make()` when the window has time.
- **Signals go up.** `summary` (count and sums of the selection, for the status bar), `month_asked`, `target_asked`
  (the window finds the tab that shows it), `command_asked` (for example "print" from a button of the page).
- **Messages** that need no answer: ``self.say(self.tr("Saved."), undo=self._undo)``; they stand in the bar at the
  bottom of the page. Problems stand beside their field. `self.context.ask(...)` opens the dialogs that need an answer.
- **After a write** call ``self.context.refresh.announce(Change.INCIDENTS)``; the window passes it on to all tabs,
  this one included.
- **Actions** of the page (void, correct ...) are `QAction`s in `page_actions()`; the window shows them in the menu Edit
  while the tab is in front and finds them in the palette. Give each a text, an icon and, where it has one, a shortcut;
  the page also adds them to itself (`addAction`) only if they need no menu. Keep their `setEnabled` up to date.
- **Words**: `retranslate()` is called at every change of language (and by the page itself at the end of __init__).
  Texts that are not a widget's own come from `self.context.texts` (always in the window's language).

A page builds itself into ``self.body`` (a vertical layout with the page's margins); the message bar is below it.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.texts import Texts
from csdesk.ui.language import Retranslated, Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.tasks import Tasks
from csdesk.ui.theme import look
from csdesk.ui.tokens import CARD_GAP, PAGE_MARGIN

if TYPE_CHECKING:
    from csdesk.ui.widgets.message_bar import MessageBar

POLL_MILLISECONDS = 250


class Change(StrEnum):
    """What kind of thing was written."""

    PEOPLE = "people"
    INCIDENTS = "incidents"
    MONTHS = "months"
    ROSTER = "roster"
    EVERYTHING = "everything"


class Command(StrEnum):
    """What the menus ask of a tab; the window goes to the tab that names it among its `commands`."""

    NEW = "new"
    PRINT = "print"
    EXPORT = "export"
    IMPORT = "import"
    CLOSE_MONTH = "close-month"


class EntryTarget(NamedTuple):
    """An entry of the log that somebody wants to see."""

    incident_id: str
    month: Month


class EntriesTarget(NamedTuple):
    """Entries of the log that somebody wants to see: those of a month that hold `text`, of one person or all."""

    month: Month
    text: str = ""
    employee_id: str | None = None


class PersonTarget(NamedTuple):
    """A person whose card somebody wants to see."""

    employee_id: str


class SheetTarget(NamedTuple):
    """A person's appraisal that somebody wants to see."""

    employee_id: str
    month: Month


Target = EntryTarget | EntriesTarget | PersonTarget | SheetTarget


class Versioned(Protocol):
    """What `Refresh` needs of the desk."""

    def data_version(self) -> int:
        """Return a number that changes when another process wrote."""


class Refresh(QObject):
    """Announces writes: our own at once, those of other windows within a quarter of a second."""

    changed = Signal(object)

    def __init__(self, desk: Versioned, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen = desk.data_version()
        self._timer = QTimer(self, interval=POLL_MILLISECONDS)
        self._timer.timeout.connect(self.poll)
        self._timer.start()

    def announce(self, change: Change) -> None:
        """Say that this window wrote something of the kind `change`."""
        self.changed.emit(change)

    def poll(self) -> None:
        """Look whether another window wrote, and say so."""
        seen = self._desk.data_version()
        if seen != self._seen:
            self._seen = seen
            self.changed.emit(Change.EVERYTHING)

    def stop(self) -> None:
        """Look no more; the file is about to be closed."""
        self._timer.stop()


class Asker(Protocol):
    """Opens the few dialogs that every page may need; the main window is one."""

    def confirm(self, title: str, text: str, verb: str, agreed: Callable[[], None]) -> None:
        """Ask `text`; call `agreed` when the user presses the button `verb`."""

    def sorry(self, title: str, problems: list[Problem]) -> None:
        """Show problems that have no field to stand at."""

    def failed(self, failure: Exception) -> None:
        """Tell what, why and what to do of a world's fault; anything else goes to the hook as a bug."""


class Context(NamedTuple):
    """What the window hands to every page and dialog."""

    preferences: Preferences
    speech: Speech
    tasks: Tasks
    refresh: Refresh
    ask: Asker

    @property
    def texts(self) -> Texts:
        """The texts in the window's language of the moment."""
        return self.speech.texts


class Page(Retranslated, QWidget):
    """A tab of the window; see the module's first lines for the agreement."""

    summary = Signal(str)
    month_asked = Signal(object)
    target_asked = Signal(object)
    command_asked = Signal(object)

    commands: ClassVar[frozenset[Command]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        look(self, "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAGE_MARGIN, CARD_GAP, PAGE_MARGIN, CARD_GAP)
        outer.setSpacing(CARD_GAP)
        self.body = QVBoxLayout()
        self.body.setSpacing(CARD_GAP)
        outer.addLayout(self.body, 1)
        self._outer = outer
        self._made_messages: MessageBar | None = None

    @property
    def _messages(self) -> "MessageBar":
        """The bar at the bottom, made when the first message comes."""
        if self._made_messages is None:
            from csdesk.ui.widgets.message_bar import MessageBar

            self._made_messages = MessageBar(self)
            self._outer.addWidget(self._made_messages)
        return self._made_messages

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a message that needs no answer, with an Undo where `undo` is given."""
        self._messages.say(text, undo)

    def say_action(self, text: str, verb: str, act: Callable[[], None]) -> None:
        """Show a message with one button, for example "Open folder"."""
        self._messages.say(text, act, verb)

    @property
    def message(self) -> str:
        """The message that stands at the bottom now, "" where none does."""
        return "" if self._made_messages is None else self._made_messages.text

    def more_to_make(self) -> Sequence[Callable[[], object]]:
        """Return what makes the parts that are not in sight yet, each done when everything is loaded and nobody waits.

        A step may come late or never: whoever goes there before makes the part.
        """
        return ()

    @abstractmethod
    def set_month(self, month: Month) -> None:
        """Show `month` from now on."""

    @abstractmethod
    def reload(self, change: Change) -> None:
        """Show what was written; do nothing for a kind of change that this page does not show."""

    def shown(self) -> None:
        """Do what is due when the tab comes to the front (the focus goes to its first field)."""

    def focus_search(self) -> None:
        """Put the cursor into the page's search field, if it has one."""

    def does(self, command: Command) -> bool:
        """Return whether `command` is this page's own as it stands."""
        return command in self.commands

    def do(self, command: Command, path: Path | None = None) -> None:
        """Do `command`, one of this class's `commands`. path: the workbook for an import, if it is known."""
        raise NotImplementedError(command)

    def open(self, target: Target) -> bool:
        """Show `target`; False where this page does not show such things."""
        return False

    def page_actions(self) -> list[QAction]:
        """Return the page's own actions, for the menu Edit and the palette."""
        return []

    def may_leave(self) -> bool:
        """Return whether nothing typed would be lost by closing the window."""
        return True
