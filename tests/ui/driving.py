"""How a test finds its way through the window: menus by their words, the status bar, dialogs."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from csdesk.ui.dialogs.base import TellDialog
from csdesk.ui.main_window import MainWindow


def menus(window: MainWindow) -> list[QMenu]:
    """Return the menus of the menu bar, from left to right."""
    found = (action.menu() for action in window.menuBar().actions())
    return [menu for menu in found if isinstance(menu, QMenu)]


def words_of(menu: QMenu) -> list[str]:
    """Return what the lines of a menu say, separators left out."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def line(window: MainWindow, *path: str) -> QAction:
    """Return the line of a menu, or of one of its submenus: ``line(window, "Theme", "Dark")``."""
    actions = [action for menu in menus(window) for action in menu.actions()]
    for word in path[:-1]:
        inner = _named(actions, word).menu()
        actions = inner.actions() if isinstance(inner, QMenu) else []
    return _named(actions, path[-1])


def _named(actions: list[QAction], word: str) -> QAction:
    return next(action for action in actions if action.text().replace("&", "").removesuffix("…") == word)


def press(window: MainWindow, *path: str) -> None:
    """Do what the menu line at `path` does."""
    line(window, *path).trigger()


def status(window: MainWindow) -> list[str]:
    """Return what the status bar says, from left to right."""
    return [label.text() for label in window.statusBar().findChildren(QLabel) if label.text()]


def only(window: QObject, kind: type[QObject]) -> QObject:
    """Return the one child of `window` of this kind."""
    return next(iter(window.findChildren(kind)))


def told() -> list[TellDialog]:
    """Return what the program tells in dialogs now."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, TellDialog) and one.isVisible()]
