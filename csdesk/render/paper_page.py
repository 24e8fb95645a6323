"""A page of paper as values: strings and rules at known places, in points from the lower left corner.

Laying out makes pages, drawing turns them into PDF; the two share nothing else.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from csdesk.render import fonts
from csdesk.render.breaking import break_lines

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT = 42.5, WIDTH - 42.5
TOP = HEIGHT - 34.0
BOTTOM = 48.0
"""Where the body ends; the foot stands below."""


class Area(NamedTuple):
    """A size of paper, and where the body lies on it; the foot stands below."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


A4 = Area(WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM)
A4_ACROSS = Area(HEIGHT, WIDTH, 28.0, HEIGHT - 28.0, WIDTH - 28.0, 40.0)
A3_ACROSS = Area(1190.55, HEIGHT, 34.0, 1190.55 - 34.0, HEIGHT - 34.0, 46.0)

HAIR, THIN, THICK = 0.4, 0.8, 1.4
ELLIPSIS = "…"

Align = Literal["left", "right", "center"]


class Style(NamedTuple):
    """How a line is set: size and distance to the next line, in points."""

    size: float
    leading: float
    bold: bool = False

    @property
    def drop(self) -> float:
        """How far the baseline stands below the line's top: hanzi reach 0.88 em up and 0.12 em down."""
        return (self.leading - self.size) / 2 + self.size * 0.88


class TextLine(NamedTuple):
    """A line of text that is ready to be put somewhere."""

    text: str
    style: Style


TextLines = tuple[TextLine, ...]


class Ink(NamedTuple):
    """A string on the page; x, y: where its baseline begins."""

    x: float
    y: float
    text: str
    size: float
    bold: bool


class Shade(NamedTuple):
    """A grey ground below text and rules, from the lower left to the upper right corner. grey: 0 black, 1 white."""

    x0: float
    y0: float
    x1: float
    y1: float
    grey: float


class Stroke(NamedTuple):
    """A straight rule on the page. weight: its width in points."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float


@lru_cache(4096)
def width(text: str, style: Style) -> float:
    """Return how wide `text` is in points."""
    return fonts.width(text, style.size, bold=style.bold)


@lru_cache(4096)
def wrap(text: str, style: Style, room: float) -> TextLines:
    """Return `text` in lines of at most `room` points, as they can be drawn."""
    drawable = "\n".join(map(fonts.shown, text.splitlines()))
    lines = break_lines(drawable, room / style.size, fonts.widths(bold=style.bold))
    return tuple(TextLine(line, style) for line in lines)


@lru_cache(4096)
def on_one_line(text: str, style: Style, room: float) -> TextLine:
    """Return as much of `text` as one line of `room` points holds, with an ellipsis where something is left out."""
    text = fonts.shown(text)
    if width(text, style) > room:
        while text and width(text + ELLIPSIS, style) > room:
            text = text[:-1]
        text = text.rstrip() + ELLIPSIS
    return TextLine(text, style)


def beside_or_below(texts: tuple[str, ...], style: Style, room: float) -> TextLines:
    """Return the same thing said in several languages: on one line where it fits, else one below the other."""
    joined = on_one_line(" ".join(texts), style, room)
    if width(*joined) <= room and not joined.text.endswith(ELLIPSIS):
        return (joined,)
    return tuple(line for text in texts for line in wrap(text, style, room))


def shrunk(text: str, style: Style, room: float) -> TextLine:
    """Return `text` on one line of `room` points, set smaller where it must be."""
    text = fonts.shown(text)
    wanted = width(text, style)
    return TextLine(text, style if wanted <= room else style._replace(size=style.size * room / wanted))


def height(lines: TextLines) -> float:
    """Return how high `lines` are together."""
    return sum(line.style.leading for line in lines)


class Page:
    """A page that is being filled. area: its paper, and the body on it."""

    __slots__ = ("area", "inks", "shades", "strokes")

    def __init__(self, area: Area = A4) -> None:
        self.area = area
        self.inks: list[Ink] = []
        self.shades: list[Shade] = []
        self.strokes: list[Stroke] = []

    def put(self, line: TextLine, x: float, top: float, align: Align = "left") -> None:
        """Put a line with its top at `top`; x is its left end, its right end, or its middle."""
        text, style = line
        if not text:
            return
        if align != "left":
            x -= width(text, style) / (2 if align == "center" else 1)
        self.inks.append(Ink(x, top - style.drop, text, style.size, style.bold))

    def put_all(self, lines: TextLines, x: float, top: float, align: Align = "left") -> float:
        """Put lines one below the other and return where the next would begin."""
        for line in lines:
            self.put(line, x, top, align)
            top -= line.style.leading
        return top

    def across(self, y: float, weight: float = HAIR, x0: float | None = None, x1: float | None = None) -> None:
        """Draw a level rule, over the whole body where nothing else is said."""
        left, right = self.area.left if x0 is None else x0, self.area.right if x1 is None else x1
        self.strokes.append(Stroke(left, y, right, y, weight))

    def down(self, x: float, top: float, bottom: float, weight: float = HAIR) -> None:
        """Draw an upright rule."""
        self.strokes.append(Stroke(x, top, x, bottom, weight))

    def line(self, x0: float, y0: float, x1: float, y1: float, weight: float = HAIR) -> None:
        """Draw a rule that may slope."""
        self.strokes.append(Stroke(x0, y0, x1, y1, weight))

    def shade(self, x0: float, top: float, x1: float, bottom: float, grey: float) -> None:
        """Lay a grey ground."""
        self.shades.append(Shade(x0, bottom, x1, top, grey))

    def frame(self, x0: float, top: float, x1: float, bottom: float, weight: float = HAIR) -> None:
        """Draw a frame; its rules meet at the corners."""
        half = weight / 2
        self.across(top, weight, x0 - half, x1 + half)
        self.across(bottom, weight, x0 - half, x1 + half)
        self.down(x0, top, bottom, weight)
        self.down(x1, top, bottom, weight)
