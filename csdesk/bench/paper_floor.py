"""The floor for paper: the very strings and rules of laid-out sheets, drawn on a raw reportlab canvas and nothing else.

What is measured against it lays the sheets out as well: `render.paper.appraisal_pdf` on the same sheets.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.core.appraisal import Sheet
from csdesk.render.form_file import PaperForm
from csdesk.render.paper import PaperContext, PaperMark, laid_out
from csdesk.render.paper_page import HEIGHT, WIDTH, Stroke

if TYPE_CHECKING:  # reportlab loads slowly
    from csdesk.render.paper_canvas import PieceOfText


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """A page's strings and rules."""

    texts: tuple["PieceOfText", ...]
    strokes: tuple[Stroke, ...]


def record(
    sheets: Sequence[tuple[Sheet, PaperMark]], context: PaperContext, form: PaperForm
) -> tuple[RecordedPage, ...]:
    """Return every page of `sheets` as it will be drawn."""
    from csdesk.render.paper_canvas import pieces

    return tuple(
        RecordedPage(tuple(pieces(page)), tuple(page.strokes))
        for _, pages in laid_out(sheets, context, form)
        for page in pages
    )


def draw(pages: Sequence[RecordedPage]) -> bytes:
    """Return the PDF of recorded pages, string by string and rule by rule, with the same fonts embedded."""
    from reportlab.pdfgen.canvas import Canvas

    from csdesk.render.paper_canvas import register_fonts

    register_fonts()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
    for page in pages:
        for x0, y0, x1, y1, weight in page.strokes:
            canvas.setLineWidth(weight)
            canvas.line(x0, y0, x1, y1)
        for x, y, font, size, text in page.texts:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
