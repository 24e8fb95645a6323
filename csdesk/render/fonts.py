"""The two fonts that everything on paper is set in: what they can draw, and how wide it is.

The widths are read here and not through reportlab, so that a name can be tried without loading it.
"""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from csdesk.paths import resource

REPLACEMENT = "\N{GETA MARK}"
"""What a printer sets, visibly, in the place of a character that no font has."""

_FULL_UNICODE = (3, 10)
_UNSEEN = frozenset({"Cc", "Cf"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font. name: how a PDF page calls it. advances: the width of each character it has, in ems."""

    name: str
    path: Path
    advances: Mapping[str, float] = field(repr=False)


class _Widths(dict[str, float]):
    """Widths by character; one that no font has is as wide as what stands in its place."""

    def __missing__(self, character: str) -> float:
        return self[REPLACEMENT]


@cache
def face(*, bold: bool) -> Face:
    """Return the regular or the bold font."""
    weight = "Bold" if bold else "Regular"
    path = resource("fonts", f"NotoSansSC-{weight}.ttf")
    return Face(f"NotoSansSC-{weight}", path, _advances(path))


@cache
def widths(*, bold: bool) -> Mapping[str, float]:
    """Return the width of every character, in ems; in bold, what the bold font lacks is set in the regular one."""
    regular = face(bold=False).advances
    return _Widths({**regular, **face(bold=True).advances} if bold else regular)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is in points, set at `size`."""
    return sum(map(widths(bold=bold).__getitem__, text)) * size


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no font has, each once, in order. Spaces and unseen marks do not count."""
    have = face(bold=False).advances
    if have.keys() >= set(text):
        return ()
    return tuple(dict.fromkeys(c for c in text if c not in have and not _is_unseen(c) and not _is_space(c)))


def shown(text: str) -> str:
    """Return `text` as it can be drawn on one line: unseen marks left out, a geta mark for what no font has."""
    have = face(bold=False).advances
    if have.keys() >= set(text):
        return text
    return "".join(c if c in have else _stand_in(c) for c in text)


def runs(text: str, *, bold: bool) -> Iterator[tuple[str, Face]]:
    """Yield the pieces of a shown `text` with the font each is drawn in; bold falls back to regular."""
    regular = face(bold=False)
    if not bold:
        yield text, regular
        return
    heavy = face(bold=True)
    have = heavy.advances
    if have.keys() >= set(text):
        yield text, heavy
        return
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (text[at] in have) != (text[start] in have):
            yield text[start:at], heavy if text[start] in have else regular
            start = at


def _stand_in(character: str) -> str:
    if _is_space(character) or character in "\t\n\r":
        return " "
    return "" if _is_unseen(character) else REPLACEMENT


def _is_space(character: str) -> bool:
    return unicodedata.category(character) in _SPACES


def _is_unseen(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) in _UNSEEN or any(code in selectors for selectors in _VARIATION_SELECTORS)


def _advances(path: Path) -> dict[str, float]:
    """Return the width in ems of each character of a TrueType font, from its tables cmap, head, hhea and hmtx."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    offset = {tag.decode("ascii"): start for tag, _checksum, start, _length in entries}
    em = struct.unpack_from(">H", data, offset["head"] + 18)[0]
    full = struct.unpack_from(">H", data, offset["hhea"] + 34)[0]
    # Advance and left side bearing in turn; glyphs beyond the last entry are as wide as the last.
    advances = [advance / em for advance in struct.unpack_from(f">{2 * full}H", data, offset["hmtx"])[::2]]
    last = len(advances) - 1
    return {
        chr(code): advances[min(glyph + code - first, last)]
        for first, end, glyph in _groups(data, offset["cmap"])
        for code in range(first, end + 1)
    }


def _groups(data: bytes, cmap: int) -> Iterator[tuple[int, int, int]]:
    """Yield first character, last character and first glyph of each group of the font's map of all of Unicode."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    records = (struct.unpack_from(">HHI", data, cmap + 4 + 8 * index) for index in range(count))
    table = cmap + next(start for platform, encoding, start in records if (platform, encoding) == _FULL_UNICODE)
    groups = struct.unpack_from(">I", data, table + 12)[0]
    yield from struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * groups])
