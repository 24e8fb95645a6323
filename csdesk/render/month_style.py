"""How the HR workbook looks: one accent, hair lines, quiet headings. Source: design, look (light tokens)."""

import math

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FONT = "Microsoft YaHei"
"""On every office machine with Chinese; others put their own font in its place."""

ACCENT = "#1D5FC4"
TEXT = "#18212D"
MUTED = "#556172"
LINE = "#DCE1E8"
SUNK = "#EEF1F5"
ALARM = "#B3261E"

SIGNED = '+#,##0;"\N{MINUS SIGN}"#,##0;0'
SIGNED_FEN = '+#,##0.00;"\N{MINUS SIGN}"#,##0.00;0.00'
DAY = "yyyy-mm-dd"
LINE_HEIGHT = 15.0

_SEVERITIES = {
    "minor": "#7A5200",
    "moderate": "#9A3B00",
    "serious": "#A11B1B",
    "dismissal": "#6B1414",
    "bonus": "#17633B",
    "adjustment": ACCENT,
}

_A4 = 9
# Away from a figure that stands right-aligned in the column before.
_LEFT: dict[str, object] = {"align": "left", "indent": 1}
_MOST_LINES = 27
_LETTER = 0.92
_PROPERTIES = dict[str, object]


class Styles:
    """The formats of one workbook, by what stands in the cell."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._free(font_size=17, bold=True)
        self.figure = self._free(font_size=17, bold=True, font_color=ACCENT, align="right")
        self.section = self._free(font_size=12, bold=True)
        self.hint = self._free(font_color=MUTED, font_size=9)
        self.beside = self._free(font_color=MUTED, font_size=9, **_LEFT)
        self.warning = self._free(font_color=ALARM, font_size=9)
        head: _PROPERTIES = {
            "bold": True, "font_color": MUTED, "font_size": 9, "bg_color": SUNK, "text_wrap": True, "valign": "vcenter",
            "bottom": 1, "bottom_color": ACCENT,
        }  # fmt: skip
        self.head = self._free(**head, **_LEFT)
        self.head_right = self._free(**head, align="right")
        # quote_prefix: a text that begins with = stays one, even when somebody edits the cell.
        self.text = self._cell(quote_prefix=True, **_LEFT)
        self.note = self._cell(quote_prefix=True, text_wrap=True, **_LEFT)
        self.number = self._cell(num_format="@", **_LEFT)
        self.link = self._cell(num_format="@", font_color=ACCENT, **_LEFT)
        self.word = self._cell(**_LEFT)
        self.rule = self._cell(text_wrap=True, **_LEFT)
        self.small = self._cell(font_color=MUTED, font_size=9, **_LEFT)
        self.reason = self._cell(font_color=MUTED, font_size=9, text_wrap=True, **_LEFT)
        self.flags = self._cell(font_color=ALARM, bold=True, text_wrap=True, **_LEFT)
        self.day = self._cell(num_format=DAY, **_LEFT)
        self.whole = self._cell(num_format="0")
        self.signed = self._cell(num_format=SIGNED)
        self.signed_fen = self._cell(num_format=SIGNED_FEN)
        self.none = self._cell(font_color=MUTED, align="right")
        self.final = self._cell(num_format="0", bold=True, font_color=ACCENT)
        self.grade = self._cell(bold=True, **_LEFT)
        self.grade_right = self._cell(bold=True, align="right")
        self.struck = self._cell(num_format=SIGNED, font_strikeout=True, font_color=MUTED)
        self.share = self._cell(num_format="0%")
        total: _PROPERTIES = {"bold": True, "top": 1, "top_color": ACCENT, "valign": "top"}
        self.total = self._free(**total, **_LEFT)
        self.total_signed = self._free(**total, num_format=SIGNED)
        self.total_signed_fen = self._free(**total, num_format=SIGNED_FEN)
        self.average = self._free(bold=True, valign="top", num_format="0.0")
        self.average_word = self._free(bold=True, valign="top", **_LEFT)
        self.severities = {kind: self._cell(font_color=ink, bold=True, **_LEFT) for kind, ink in _SEVERITIES.items()}

    def _free(self, **properties: object) -> Format:
        return self._book.add_format({"font_name": FONT, "font_size": 10, "font_color": TEXT, **properties})

    def _cell(self, **properties: object) -> Format:
        return self._free(**{"bottom": 1, "bottom_color": LINE, "valign": "top", **properties})


def set_up_page(page: Worksheet, *, heading_row: int, footer: str, pages: str) -> None:
    """Set a page up for reading and for paper: no grid, A4 across, as wide as the paper, headings on every page.

    heading_row: from 0. footer: stands at the left of every page's foot. pages: with &P and &N, at its right.
    """
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(heading_row)
    page.set_footer(f"&L&8{_in_footer(footer)}&R&8{pages}")


def _in_footer(text: str) -> str:
    """Return a text for a header or footer, which hold 255 characters with all their codes."""
    return " ".join(text.split())[:90].replace("&", "&&")


def width_of(texts: list[str], least: float, most: float) -> float:
    """Return a column's width in characters for these texts; a full-width character takes two."""
    widest = max((_columns(text) for text in texts), default=0)
    return min(max(widest * 1.1 + 3, least), most)


def height_of(*texts: tuple[str, float]) -> float | None:
    """Return the height in points of a row with these texts, each with its column's width; None for a single line.

    Not every program finds the height of a wrapped row by itself.
    """
    lines = min(max(_lines(text, width) for text, width in texts), _MOST_LINES)
    return lines * LINE_HEIGHT if lines > 1 else None


def _lines(text: str, width: float) -> int:
    room = width - 2
    if 2 * len(text) <= room and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(_columns(line) / room)) for line in text.split("\n"))


def _columns(text: str) -> float:
    """Return how many figures wide a text is; a full-width character takes two, a letter a little less than one."""
    if text.isascii():
        return len(text) * _LETTER
    return sum(2 if character > "\u2e7f" else _LETTER for character in text)
