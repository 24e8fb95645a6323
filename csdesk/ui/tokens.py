"""The tokens of the look: every colour and measure of the window stands here once, light and dark.

Free of Qt, so that charts on paper and tests can read it too. `ui.theme` makes palette and style sheet from it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Tint(NamedTuple):
    """A word's colour and the soft ground it stands on (a chip, a band)."""

    text: str
    ground: str


class Tokens(NamedTuple):
    """The colours of one theme, as #RRGGBB.

    line: separators only. edge: borders of fields and buttons, which carry meaning. tints: by severity, and of shifts
    by their colour, as ``shift-blue``.
    soft: the accent's soft ground (chosen sub-page). selection: ground of selected rows. worse, alarm: of bad news.
    """

    is_dark: bool
    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    soft: str
    selection: str
    good: str
    worse: str
    alarm: str
    tints: Mapping[str, Tint]

    def tint(self, kind: str) -> Tint:
        """Return the tint of a severity, of ``adjustment``, or a quiet one for any other kind."""
        return self.tints.get(kind) or Tint(self.muted, self.sunk)


LIGHT = Tokens(
    is_dark=False,
    ground="#F4F6F9",
    surface="#FFFFFF",
    sunk="#EEF1F5",
    line="#DCE1E8",
    edge="#868F9D",
    text="#18212D",
    muted="#556172",
    accent="#1D5FC4",
    on_accent="#FFFFFF",
    soft="#E6EFFC",
    selection="#DCE9FC",
    good="#1E7B4A",
    worse="#C2410C",
    alarm="#B3261E",
    tints=MappingProxyType(
        {
            "minor": Tint("#7A5200", "#FDF1D8"),
            "moderate": Tint("#9A3B00", "#FFE9DC"),
            "serious": Tint("#A11B1B", "#FCE3E1"),
            "dismissal": Tint("#FFFFFF", "#6B1414"),
            "bonus": Tint("#17633B", "#DFF3E7"),
            "shift-blue": Tint("#174A9C", "#DCE9FC"),
            "shift-green": Tint("#17633B", "#D8F0E1"),
            "shift-amber": Tint("#7A5200", "#FBEBC6"),
            "shift-violet": Tint("#5B2E9E", "#EAE1FA"),
            "shift-teal": Tint("#0B5A63", "#D3EEF1"),
            "shift-rose": Tint("#9B1C4F", "#FBDFE9"),
            "shift-grey": Tint("#3D4856", "#E1E6ED"),
        }
    ),
)

DARK = Tokens(
    is_dark=True,
    ground="#14181E",
    surface="#1B2027",
    sunk="#232932",
    line="#313945",
    edge="#75808F",
    text="#E6EAF0",
    muted="#A0ABBA",
    accent="#6FA8FF",
    on_accent="#0B1A33",
    soft="#1E2C44",
    selection="#24395C",
    good="#6FD39B",
    worse="#FFB184",
    alarm="#FF8A80",
    tints=MappingProxyType(
        {
            "minor": Tint("#F2C873", "#3A2E12"),
            "moderate": Tint("#FFB184", "#43281A"),
            "serious": Tint("#FF9C96", "#481F1F"),
            "dismissal": Tint("#FFFFFF", "#8E1F1F"),
            "bonus": Tint("#7FDCA8", "#173626"),
            "shift-blue": Tint("#9CC4FF", "#1E3A66"),
            "shift-green": Tint("#7FDCA8", "#17402B"),
            "shift-amber": Tint("#F2C873", "#46370F"),
            "shift-violet": Tint("#CDB4FF", "#3B2A66"),
            "shift-teal": Tint("#7FD9E3", "#124048"),
            "shift-rose": Tint("#FFA3C4", "#521E36"),
            "shift-grey": Tint("#C3CCD8", "#3A4452"),
        }
    ),
)

# Measures in logical pixels, on a 4-pixel grid; Qt scales them with the screen.
PAGE_MARGIN = 16
CARD_GAP = 12
CARD_PADDING = 14
GAP = 8
CONTROL_HEIGHT = 36
ROW = 38
ROW_COMPACT = 30
NARROW_PAGE = 1180  # Below this width the panel beside a table leaves it more room.

# Type sizes in logical pixels.
SIZE_BODY = 13
SIZE_SMALL = 12
SIZE_TITLE = 17


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, 0 to 1. Source: WCAG 2.2, relative luminance."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    """Return every text and ground that may meet: what it is, text colour, ground colour."""
    pairs = [
        (f"{name} on {where}", colour, ground)
        for name, colour in (("text", tokens.text), ("muted", tokens.muted), ("accent", tokens.accent))
        for where, ground in (("ground", tokens.ground), ("surface", tokens.surface), ("sunk", tokens.sunk),
                              ("selection", tokens.selection), ("soft", tokens.soft))
    ]  # fmt: skip
    pairs += [
        (f"{name} on surface", colour, tokens.surface)
        for name, colour in (("good", tokens.good), ("worse", tokens.worse), ("alarm", tokens.alarm))
    ]
    pairs += [(f"{kind} chip", tint.text, tint.ground) for kind, tint in tokens.tints.items()]
    return [*pairs, ("on accent", tokens.on_accent, tokens.accent)]


def edge_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    """Return every edge or bar that carries meaning, with the ground it stands on."""
    grounds = (("surface", tokens.surface), ("ground", tokens.ground))
    pairs = [
        (f"{name} on {where}", colour, ground)
        for name, colour in (("edge", tokens.edge), ("accent", tokens.accent))
        for where, ground in grounds
    ]
    pairs += [
        (f"{name} bar on {where}", colour, ground)
        for name, colour in (("good", tokens.good), ("worse", tokens.worse), ("alarm", tokens.alarm))
        for where, ground in (("surface", tokens.surface), ("selection", tokens.selection), ("sunk", tokens.sunk))
    ]
    return pairs
