"""What the window offers in its palette: what the menus can do now, and people by their names.

Like the palette itself it is imported when somebody first asks for it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from csdesk.desk.desk import Desk
from csdesk.ui.menus import Menus
from csdesk.ui.page import PersonTarget
from csdesk.ui.palette import Offer, Palette


def open_palette(window: QWidget, menus: Menus, desk: Desk, show: Callable[[PersonTarget], None]) -> Palette:
    """Open the palette over `window`. show: shows a person who was chosen."""
    actions = [
        Offer(plain(title, action), action.shortcut().toString(), action.trigger)
        for title, action in menus.all_actions()
    ]

    def people(typed: str) -> list[Offer]:
        found = desk.people.find(typed, limit=5)
        return [Offer(one.name, one.number, partial(show, PersonTarget(one.id))) for one in found]

    palette = Palette(actions, people, window)
    palette.chosen.connect(_act)
    palette.open()
    return palette


def plain(title: str, action: QAction) -> str:
    """Return what an action is called, without the marks of a menu. title: of its submenu, or ""."""
    words = f"{title}: {action.text()}" if title else action.text()
    return words.replace("&", "").removesuffix("…").strip()


def _act(offer: Offer) -> None:
    offer.act()
