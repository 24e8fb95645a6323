"""Drawing laid-out pages as PDF. reportlab stands only here, and loads slowly: import this only where paper is made."""

import io
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from csdesk.render import fonts
from csdesk.render.paper_page import HEIGHT, WIDTH, Page, Shade, Stroke

_EMBEDDING = Lock()
_ENTRIES_IN_A_LIST = 100
"""No list of a ToUnicode map may be longer. Source: Adobe technical note 5014."""


class PieceOfText(NamedTuple):
    """A string that is drawn in one font, at the place where its baseline begins."""

    x: float
    y: float
    font: str
    size: float
    text: str


class PaperFont(TTFont):
    """A font whose text can be copied out of the PDF as it was, and that two threads may use at once."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - the name is reportlab's
        """Embed what `doc` uses of the font, with a map back to Unicode that knows more than the basic plane."""
        state = self.state[doc]
        with _EMBEDDING:  # reportlab moves one reading position through the font's file
            super().addObjects(doc)
        embedded = doc.idToObject["BasicFonts"].dict  # type: ignore[attr-defined]  # a PDFDictionary
        for number, subset in enumerate(state.subsets):
            name = f"{state.internalName}+{number}"
            stream = doc.idToObject[embedded[name].ToUnicode.name]
            stream.content = _to_unicode(name, subset)  # type: ignore[attr-defined]  # a PDFStream


def _to_unicode(name: str, subset: list[int]) -> str:
    """Return the map from the codes of an embedded subset to characters, in UTF-16."""
    entries = [f"<{code:02X}> <{chr(c).encode('utf-16-be').hex().upper()}>" for code, c in enumerate(subset) if c]
    lists: list[str] = []
    for start in range(0, len(entries), _ENTRIES_IN_A_LIST):
        some = entries[start : start + _ENTRIES_IN_A_LIST]
        lists += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *lists,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@cache
def _register(name: str) -> None:
    face = next(face for face in (fonts.face(bold=False), fonts.face(bold=True)) if face.name == name)
    pdfmetrics.registerFont(PaperFont(name, str(face.path), shapable=False))


def register_fonts() -> str:
    """Make the fonts known to reportlab, once, and return the regular one's name."""
    with _EMBEDDING:
        for bold in (True, False):
            _register(fonts.face(bold=bold).name)
    return fonts.face(bold=False).name


def pieces(page: Page) -> Iterator[PieceOfText]:
    """Yield the page's strings, each in one font."""
    for x, y, text, size, bold in page.inks:
        at = x
        for run, face in fonts.runs(text, bold=bold):
            yield PieceOfText(at, y, face.name, size, run)
            at += fonts.width(run, size, bold=bold)


class Drawing:
    """A PDF that is being drawn, page after page.

    title, author: of the document. locale: its language.
    """

    def __init__(self, title: str, author: str, locale: str) -> None:
        self._bytes = io.BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=register_fonts(),  # type: ignore[arg-type]  # the stubs take it for a number
            lang=locale,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("csdesk")
        self._bookmarks = 0

    def bookmark(self, title: str) -> None:
        """Let the outline lead to the page that is drawn next."""
        self._bookmarks += 1
        key = f"sheet-{self._bookmarks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key)

    def draw(self, page: Page) -> None:
        """Draw one page, in its own size."""
        self._canvas.setPageSize((page.area.width, page.area.height))
        self._shade(page.shades)
        self._rule(page.strokes)
        text = self._canvas.beginText()
        set_in = ("", 0.0)
        for x, y, font, size, piece in pieces(page):
            if set_in != (font, size):
                text.setFont(font, size)
                set_in = font, size
            text.setTextOrigin(x, y)
            text.textOut(piece)
        self._canvas.drawText(text)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the PDF."""
        self._canvas.save()
        return self._bytes.getvalue()

    def _shade(self, shades: list[Shade]) -> None:
        for x0, y0, x1, y1, grey in shades:
            self._canvas.setFillGray(grey)
            self._canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
        if shades:
            self._canvas.setFillGray(0)

    def _rule(self, strokes: list[Stroke]) -> None:
        last = 0.0
        for x0, y0, x1, y1, weight in strokes:
            if weight != last:
                self._canvas.setLineWidth(weight)
                last = weight
            self._canvas.line(x0, y0, x1, y1)
