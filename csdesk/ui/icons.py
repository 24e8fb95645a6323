"""The window's icons: one set (Phosphor, as QtAwesome brings it), drawn from a small font and tinted by token.

An icon takes its colour from the application's palette when it is drawn, so it follows a change of theme by itself.
resources/icons/make.py cuts the font, and says why QtAwesome itself is not loaded.
"""

from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from csdesk.paths import resource
from csdesk.ui.theme import mixed, tokens_of
from csdesk.ui.tokens import Tokens

GLYPHS = {
    "arrow-bend-down-left": 0xF010,
    "arrow-counter-clockwise": 0xF021,
    "arrow-right": 0xF044,
    "arrow-square-out": 0xF058,
    "arrows-left-right": 0xF04D,
    "calendar": 0xF0AC,
    "calendar-blank": 0xF0AD,
    "calendar-check": 0xF0AE,
    "caret-down": 0xF0C2,
    "caret-left": 0xF0C3,
    "caret-right": 0xF0C4,
    "caret-up": 0xF0C5,
    "chart-bar": 0xF0D2,
    "chart-bar-horizontal": 0xF0D3,
    "chat-text": 0xF0E6,
    "chats-circle": 0xF0E1,
    "check": 0xF0E7,
    "check-circle": 0xF0E8,
    "clipboard-text": 0xF0F8,
    "clock-counter-clockwise": 0xF0FC,
    "columns": 0xF10E,
    "command": 0xF10F,
    "copy": 0xF114,
    "download-simple": 0xF14C,
    "export": 0xF15A,
    "eye": 0xF15B,
    "file": 0xF167,
    "file-pdf": 0xF16C,
    "file-plus": 0xF16D,
    "file-text": 0xF170,
    "files": 0xF16E,
    "flag": 0xF17C,
    "floppy-disk": 0xF181,
    "folder-open": 0xF18C,
    "funnel-simple": 0xF197,
    "gear": 0xF19B,
    "hand-palm": 0xF1BD,
    "house": 0xF1D8,
    "identification-card": 0xF1DC,
    "info": 0xF1E0,
    "keyboard": 0xF1E5,
    "list": 0xF1FA,
    "lock-simple": 0xF205,
    "lock-simple-open": 0xF206,
    "magnifying-glass": 0xF20A,
    "medal": 0xF213,
    "moon": 0xF21F,
    "note": 0xF22A,
    "note-pencil": 0xF22E,
    "pencil-simple": 0xF266,
    "percent": 0xF269,
    "plus": 0xF27F,
    "plus-minus": 0xF281,
    "printer": 0xF288,
    "prohibit": 0xF289,
    "question": 0xF293,
    "rows": 0xF2A6,
    "scales": 0xF2AA,
    "scissors": 0xF2AB,
    "shield-check": 0xF2B8,
    "sign-out": 0xF2C7,
    "sliders-horizontal": 0xF2D0,
    "stack": 0xF2F1,
    "sun": 0xF2FE,
    "table": 0xF304,
    "text-aa": 0xF310,
    "translate": 0xF333,
    "trash": 0xF334,
    "trend-up": 0xF33B,
    "upload-simple": 0xF345,
    "user": 0xF346,
    "user-minus": 0xF34E,
    "user-plus": 0xF34F,
    "users": 0xF351,
    "warning": 0xF35C,
    "warning-circle": 0xF35D,
    "x": 0xF36D,
    "x-circle": 0xF36E,
}


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(resource("icons", "phosphor.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def draw(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw the glyph `name` in `colour`, filling the square of `rect`."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(GLYPHS[name]))
    painter.restore()


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the glyph `name` in `colour`; size in logical pixels, ratio: device pixels for each."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


class _GlyphEngine(QIconEngine):
    """Draws one glyph in the colour that a token has now."""

    def __init__(self, name: str, token: str, chosen: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._chosen = chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw(painter, self._name, self._colour(mode, state), QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._token, self._chosen)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = tokens_of(QGuiApplication.palette())
        if mode is QIcon.Mode.Disabled:
            return mixed(tokens.muted, tokens.surface, 0.45)
        return str(getattr(tokens, self._chosen if state is QIcon.State.On else self._token))


def icon(name: str, token: str = "muted", chosen: str = "") -> QIcon:
    """Return the icon `name` in the colour of `token`, a field of Tokens; KeyError for a name we have not.

    chosen: the token while it is switched on or its tab is in front, where that differs.
    """
    if name not in GLYPHS or token not in Tokens._fields:
        raise KeyError(f"no such icon or token: {name}, {token}")
    return QIcon(_GlyphEngine(name, token, chosen or token))
