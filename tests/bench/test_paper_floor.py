"""The floor for paper draws the very same strings as the sheets."""

from csdesk.bench import paper_floor
from csdesk.render.paper import appraisal_pdf
from tests.render.builders import a_context, a_form, a_mark, a_sheet, a_usual_month
from tests.render.pdf_reading import copied


def test_the_floor_has_the_same_text_as_the_sheets() -> None:
    sheets = [(a_sheet(a_usual_month()), a_mark())] * 2
    recorded = paper_floor.record(sheets, a_context("both"), a_form())
    assert copied(paper_floor.draw(recorded)) == copied(appraisal_pdf(sheets, a_context("both"), a_form()))
