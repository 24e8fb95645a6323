"""Reading a PDF, or laid-out pages, as a person would: what text stands where."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdf
import pypdfium2
from pypdf.generic import Destination

from csdesk.render import fonts
from csdesk.render.paper_page import Ink, Page

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def closed_up(text: str) -> str:
    """The text without any white space, for line ends on paper are no part of it."""
    return re.sub(r"\s+", "", text)


def copied(pdf: bytes) -> list[str]:
    """What one copies from each page, closed up."""
    return [closed_up(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """The outline's entries with the pages, from 0, that they lead to."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    entries = [entry for entry in reader.outline if isinstance(entry, Destination)]
    return [(str(entry.title), reader.get_destination_page_number(entry) or 0) for entry in entries]


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document as pdfium reads it."""
    document = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]  # the library has few annotations
    try:
        yield document
    finally:
        document.close()  # type: ignore[no-untyped-call]


def copied_by_pdfium(pdf: bytes) -> list[str]:
    """What one copies from each page with another reader, closed up."""
    with opened(pdf) as document:
        return [closed_up(page.get_textpage().get_text_range()) for page in document]


def character_boxes(pdf: bytes) -> Iterator[tuple[int, str, Box]]:
    """Page number, character and its box, of every character with ink."""
    with opened(pdf) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                character = text.get_text_range(index, 1)
                if character.strip():
                    yield number, character, text.get_charbox(index)


def darkness(pdf: bytes) -> list[float]:
    """How much of each rendered page is dark, from 0 to 1."""
    shares = []
    with opened(pdf) as document:
        for page in document:
            histogram = page.render(scale=0.5, grayscale=True).to_pil().histogram()
            shares.append(sum(histogram[:128]) / sum(histogram))
    return shares


def ink_box(ink: Ink) -> Box:
    """The room that a laid-out string takes: capitals and hanzi, not the air about them."""
    wide = fonts.width(ink.text, ink.size, bold=ink.bold)
    return ink.x, ink.y - 0.1 * ink.size, ink.x + wide, ink.y + 0.74 * ink.size


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Every two strings of a laid-out page that lie on each other."""
    boxes = [(ink_box(ink), ink.text) for ink in page.inks]
    found = []
    for at, (a, text) in enumerate(boxes):
        for b, other in boxes[at + 1 :]:
            if a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] and b[1] < a[3]:
                found.append((text, other))
    return found


def crossed(page: Page) -> list[str]:
    """Every string of a laid-out page that an upright rule runs through."""
    upright = [stroke for stroke in page.strokes if stroke.x0 == stroke.x1]
    return [
        ink.text
        for ink in page.inks
        for left, bottom, right, top in [ink_box(ink)]
        for rule in upright
        if left < rule.x0 < right and min(rule.y0, rule.y1) < top and bottom < max(rule.y0, rule.y1)
    ]
