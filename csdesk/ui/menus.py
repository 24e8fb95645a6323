"""The menu bar: every action once, with its shortcut; the window does what they ask."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from csdesk.ui import icons

MenuName = Literal["file", "edit", "view", "month", "help"]


class Entry(NamedTuple):
    """One line of a menu, or a separator where `name` is empty. keys: its shortcut, as in Ctrl+K."""

    menu: MenuName
    name: str = ""
    icon: str = ""
    keys: str = ""


ENTRIES: tuple[Entry, ...] = (
    Entry("file", "new-file", "file-plus"),
    Entry("file", "open", "folder-open", "Ctrl+O"),
    Entry("file", "recent", "clock-counter-clockwise"),
    Entry("file"),
    Entry("file", "import", "download-simple", "Ctrl+I"),
    Entry("file", "export", "export", "Ctrl+E"),
    Entry("file", "print", "printer", "Ctrl+P"),
    Entry("file"),
    Entry("file", "backup", "floppy-disk"),
    Entry("file", "check", "shield-check"),
    Entry("file"),
    Entry("file", "quit", "sign-out", "Ctrl+Q"),
    Entry("edit", "new", "plus", "Ctrl+N"),
    Entry("edit", "find", "magnifying-glass", "Ctrl+F"),
    Entry("edit", "copy", "copy", "Ctrl+C"),
    Entry("edit"),
    Entry("view", "palette", "command", "Ctrl+K"),
    Entry("view"),
    Entry("view", "tabs"),
    Entry("view"),
    Entry("view", "language", "translate"),
    Entry("view", "theme", "moon"),
    Entry("view", "font", "text-aa"),
    Entry("view", "compact"),  # An icon would stand in the place of its tick.
    Entry("month", "earlier", "caret-left", "Alt+Left"),
    Entry("month", "later", "caret-right", "Alt+Right"),
    Entry("month", "this-month", "calendar-blank", "Alt+Home"),
    Entry("month"),
    Entry("month", "close-month", "lock-simple"),
    Entry("help", "help", "question", "F1"),
    Entry("help", "about", "info"),
)
# Qt would call these keys 左方向 and 右方向 in Chinese; the window says arrows, as its tips and its help do.
ARROW_KEYS = (QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right"))
SUBMENUS = frozenset({"recent", "language", "theme", "font"})


class Menus(QObject):
    """The menus of `window` with their actions by name; words come from `retranslate`."""

    def __init__(self, window: QMainWindow, tabs: Sequence[str], tab_icons: Sequence[str]) -> None:
        super().__init__(window)
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._page_actions: list[QAction] = []
        bar = window.menuBar()
        for entry in ENTRIES:
            if entry.menu not in self.menus:
                self.menus[entry.menu] = bar.addMenu("")
            menu = self.menus[entry.menu]
            if not entry.name:
                menu.addSeparator()
            elif entry.name == "tabs":
                for number, name in enumerate(tabs):
                    self._add(menu, Entry("view", f"tab-{name}", tab_icons[number], f"Ctrl+{number + 1}"))
            elif entry.name in SUBMENUS:
                self.menus[entry.name] = menu.addMenu(icons.icon(entry.icon), "")
            else:
                self._add(menu, entry)
        self.actions["compact"].setCheckable(True)

    def _add(self, menu: QMenu, entry: Entry) -> None:
        action = menu.addAction("")
        if entry.icon:
            action.setIcon(icons.icon(entry.icon))
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.actions[entry.name] = action

    def connect_all(self, slots: dict[str, Callable[[], None]]) -> None:
        """Let each action do what `slots` names for it."""
        for name, slot in slots.items():
            self.actions[name].triggered.connect(slot)

    def retranslate(self) -> None:
        """Say every menu and action in the language of the moment."""
        menus = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "month": self.tr("&Month"),
            "help": self.tr("&Help"),
            "recent": self.tr("Open recent"),
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "font": self.tr("Font"),
        }
        for name, words in menus.items():
            self.menus[name].setTitle(words)
        for name, words in self._action_names().items():
            self.actions[name].setText(words)

    def _action_names(self) -> dict[str, str]:
        return {
            "new-file": self.tr("New team file…"),
            "open": self.tr("Open…"),
            "import": self.tr("Import…"),
            "export": self.tr("Export…"),
            "print": self.tr("Print…"),
            "backup": self.tr("Back up…"),
            "check": self.tr("Check the file"),
            "quit": self.tr("Quit"),
            "new": self.tr("New entry or person"),
            "find": self.tr("Find on this page"),
            "copy": self.tr("Copy"),
            "palette": self.tr("Find an action or a person…"),
            "compact": self.tr("Compact rows"),
            "earlier": self.tr("Previous month"),
            "later": self.tr("Next month"),
            "this-month": self.tr("This month"),
            "close-month": self.tr("Close the month…"),
            "help": self.tr("Help"),
            "about": self.tr("About csdesk"),
        }

    def name_tabs(self, names: dict[str, str]) -> None:
        """Say what the tabs are called, by their names."""
        for name, words in names.items():
            self.actions[f"tab-{name}"].setText(words)

    def show_page_actions(self, actions: Sequence[QAction]) -> None:
        """Let the menu Edit end with the actions of the page in front."""
        for action in self._page_actions:
            self.menus["edit"].removeAction(action)
        self._page_actions = list(actions)
        self.menus["edit"].addActions(self._page_actions)

    def show_recent(self, files: Sequence[tuple[str, str]], choose: Callable[[str], None]) -> None:
        """Let File > Open recent list `files`: name and path."""
        menu = self.menus["recent"]
        menu.clear()
        for name, path in files:
            action = menu.addAction(name)
            action.setToolTip(path)
            action.triggered.connect(partial(choose, path))
        menu.setEnabled(bool(files))

    def all_actions(self) -> list[tuple[str, QAction]]:
        """Return every action that can be done now, for the palette; those of a submenu with its title before them."""
        found = [("", action) for name, action in self.actions.items() if name != "palette"]
        found += [("", action) for action in self._page_actions]
        for submenu in ("language", "theme", "font"):
            found += [(self.menus[submenu].title(), action) for action in self.menus[submenu].actions()]
        return [(title, action) for title, action in found if action.isEnabled()]
