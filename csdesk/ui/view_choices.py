"""What is chosen in the menu View and remembered: language, theme, font, height of table rows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from csdesk.ui.language import Speech
from csdesk.ui.menus import Menus
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import FontChoice, Scheme, Theme


class ViewChoices(QObject):
    """Fills the submenus of View, applies what is chosen at once, and keeps it for the next start."""

    def __init__(self, menus: Menus, preferences: Preferences, theme: Theme, speech: Speech) -> None:
        super().__init__(menus)
        self._menus = menus
        self._preferences = preferences
        self._theme = theme
        self._speech = speech
        self._actions: dict[str, dict[str, QAction]] = {}
        self._fill("language", ("en", "zh"), speech.language, self._choose_language)
        self._fill("theme", tuple(Scheme), theme.scheme, self._choose_scheme)
        self._fill("font", tuple(FontChoice), theme.font, self._choose_font)
        menus.actions["compact"].setChecked(preferences.compact)
        menus.actions["compact"].toggled.connect(self._choose_compact)

    def retranslate(self) -> None:
        """Say every choice in the language of the moment; each language is named in itself, so nobody is lost."""
        names = {
            "language": {"en": "English", "zh": "简体中文"},
            "theme": {"system": self.tr("Follow the system"), "light": self.tr("Light"), "dark": self.tr("Dark")},
            "font": {"bundled": self.tr("Noto Sans (comes with csdesk)"), "system": self.tr("System font")},
        }
        for submenu, words in names.items():
            for value, name in words.items():
                self._actions[submenu][value].setText(name)

    def _fill(self, submenu: str, values: Sequence[str], now: str, choose: Callable[[str], None]) -> None:
        group = QActionGroup(self)
        self._actions[submenu] = {}
        for value in values:
            action = self._menus.menus[submenu].addAction("")
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(partial(choose, value))
            group.addAction(action)
            self._actions[submenu][value] = action

    def _choose_language(self, name: str) -> None:
        self._preferences.language = "zh" if name == "zh" else "en"
        self._speech.switch("zh" if name == "zh" else "en")

    def _choose_scheme(self, name: str) -> None:
        self._preferences.scheme = Scheme(name)
        self._theme.choose(Scheme(name))

    def _choose_font(self, name: str) -> None:
        self._preferences.font = FontChoice(name)
        self._theme.choose_font(FontChoice(name))

    def _choose_compact(self, compact: bool) -> None:
        self._preferences.compact = compact
