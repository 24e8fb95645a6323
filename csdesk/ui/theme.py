"""The theme: palette, style sheet and font made from the tokens, on Fusion, in light, dark or as the system has it.

Widgets say what they are with the property ``look`` (see resources/style/window.qss): ``look(label, "muted")``.
Whoever paints asks `tokens_of(widget.palette())`, so nobody holds colours that may go stale.
"""

from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from csdesk.core.words import Language
from csdesk.paths import resource
from csdesk.ui import tokens as look_of
from csdesk.ui.tokens import DARK, LIGHT, Tokens

# The font of both languages; before it, in English only, its letters with narrow signs (resources/fonts/subset.py).
FAMILY = "Noto Sans SC"
LATIN_FAMILY = "csdesk Latin"


class Scheme(StrEnum):
    """What the user chose: as the system has it, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class FontChoice(StrEnum):
    """Which font the window speaks with: the one that comes with the program, or the system's."""

    BUNDLED = "bundled"
    SYSTEM = "system"


def look(widget: QWidget, name: str) -> None:
    """Give `widget` one of the looks of the style sheet, now or later."""
    if widget.property("look") != name:
        widget.setProperty("look", name)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property of `widget` that changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def tokens_of(palette: QPalette) -> Tokens:
    """Return the tokens that `palette` was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of `tokens`."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunk,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.alarm,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.edge,
        QPalette.ColorRole.Shadow: tokens.edge,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(mixed(tokens.muted, tokens.surface, 0.35)))
    return made


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a `share` (0 to 1) of `other` mixed in, as #RRGGBB."""
    parts = (round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


@cache
def style_sheet(tokens_are_dark: bool) -> str:
    """Return the style sheet of the dark or the light tokens."""
    tokens = DARK if tokens_are_dark else LIGHT
    names = {name: getattr(tokens, name) for name in Tokens._fields if name not in {"is_dark", "tints"}}
    for kind, tint in tokens.tints.items():
        names |= {f"{kind}_text": tint.text, f"{kind}_ground": tint.ground}
    template = Template(resource("style", "window.qss").read_text("utf-8"))
    return template.substitute(
        names,
        name="dark" if tokens.is_dark else "light",
        icons=resource("icons").as_posix(),
        disabled=mixed(tokens.muted, tokens.surface, 0.35),
        accent_hover=mixed(tokens.accent, tokens.text, 0.14),
        scroll=mixed(tokens.edge, tokens.surface, 0.45),
    )


STYLE = ("-style", "Fusion")
"""What the application is started with; `setStyle` would make all of Qt's style known to Python, 10 ms of a start."""


@cache
def bundled_families() -> frozenset[str]:
    """Load the fonts that come with the program; return their families, those that are missing left out."""
    numbers = (QFontDatabase.addApplicationFont(str(file)) for file in sorted(resource("fonts").glob("*.ttf")))
    return frozenset(name for one in numbers if one >= 0 for name in QFontDatabase.applicationFontFamilies(one))


def window_font(choice: FontChoice, language: Language = "en") -> QFont:
    """Return the font of the window's body text in `language`."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    if choice is FontChoice.BUNDLED:
        asked = (FAMILY,) if language == "zh" else (LATIN_FAMILY, FAMILY)
        font.setFamilies([*(name for name in asked if name in bundled_families()), *font.families()])
    font.setPixelSize(look_of.SIZE_BODY)
    return font


class Theme(QObject):
    """Applies a scheme to the application, and follows the system where that is asked.

    The style sheet is only ever replaced, never taken away: when the last one goes, Qt (6.11) forgets which widgets it
    must be told the death of, and crashes at the next one.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        scheme: Scheme = Scheme.SYSTEM,
        font: FontChoice = FontChoice.BUNDLED,
        language: Language = "en",
    ) -> None:
        super().__init__(app)
        self._app = app
        self._language = language
        self.scheme = scheme
        self.font = font
        self.tokens = LIGHT
        app.setFont(window_font(font, language))
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, scheme: Scheme) -> None:
        """Show the window in `scheme` from now on."""
        self.scheme = scheme
        self._apply()
        self.changed.emit()

    def choose_font(self, font: FontChoice) -> None:
        """Speak with `font` from now on."""
        self.font = font
        self._set_font()

    def speak(self, language: Language) -> None:
        """Use the letters and signs of `language` from now on."""
        if language != self._language:
            self._language = language
            self._set_font()

    def _set_font(self) -> None:
        self._app.setFont(window_font(self.font, self._language))
        self._apply()
        self.changed.emit()

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        asked = {
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }[self.scheme]
        if asked is not Qt.ColorScheme.Unknown or hints.colorScheme() is not asked:
            hints.setColorScheme(asked)
        is_dark = self.scheme is Scheme.DARK or (
            self.scheme is Scheme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark
        )
        self.tokens = DARK if is_dark else LIGHT
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(is_dark))
