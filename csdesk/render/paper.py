"""Sheets of paper: results and form files in, the bytes of one PDF out. Safe in a worker thread."""

from collections.abc import Callable, Iterator, Sequence

from csdesk.core.appraisal import Sheet
from csdesk.render.form_file import PaperForm
from csdesk.render.paper_job import Job, PaperContext, PaperMark
from csdesk.render.paper_page import Page
from csdesk.render.paper_sheet import lay_out
from csdesk.render.paper_words import PaperLanguage, Speech
from csdesk.render.steps import Cancelled

__all__ = ["Cancelled", "PaperContext", "PaperLanguage", "PaperMark", "appraisal_pdf", "interview_pdf", "laid_out"]


def appraisal_pdf(
    sheets: Sequence[tuple[Sheet, PaperMark]],
    context: PaperContext,
    form: PaperForm,
    *,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return one PDF of all `sheets`; pages are numbered within each, and each has a bookmark.

    progress: told how many sheets are done. cancelled: asked before each; if it says yes, Cancelled is raised.
    """
    return _pdf(sheets, context, form, progress, cancelled)


def interview_pdf(
    sheets: Sequence[tuple[Sheet | None, PaperMark | None]],
    context: PaperContext,
    form: PaperForm,
    *,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return one PDF of interview forms, filled with the facts of each sheet, or blank where there is None.

    progress, cancelled: as for `appraisal_pdf`.
    """
    return _pdf(sheets, context, form, progress, cancelled)


def laid_out(
    sheets: Sequence[tuple[Sheet | None, PaperMark | None]], context: PaperContext, form: PaperForm
) -> Iterator[tuple[str, list[Page]]]:
    """Yield each sheet's bookmark and its pages."""
    speech = Speech(context.language, context.rulebooks)
    for sheet, mark in sheets:
        yield _bookmark(sheet, form, speech), lay_out(Job(sheet, mark, form, context, speech))


def _pdf(
    sheets: Sequence[tuple[Sheet | None, PaperMark | None]],
    context: PaperContext,
    form: PaperForm,
    progress: Callable[[int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> bytes:
    from csdesk.render.paper_canvas import Drawing

    speech = Speech(context.language, context.rulebooks)
    drawing = Drawing(_title(sheets, form, speech), context.team, speech.locale)
    for done, (title, pages) in enumerate(laid_out(sheets, context, form), start=1):
        if cancelled is not None and cancelled():
            raise Cancelled
        drawing.bookmark(title)
        for page in pages:
            drawing.draw(page)
        if progress is not None:
            progress(done)
    return drawing.finish()


def _bookmark(sheet: Sheet | None, form: PaperForm, speech: Speech) -> str:
    return f"{sheet.employee.name} {sheet.employee.number}" if sheet else speech.label(form.title)


def _title(sheets: Sequence[tuple[Sheet | None, PaperMark | None]], form: PaperForm, speech: Speech) -> str:
    """Return the document's title: the form, the month where all have one, the person where there is one."""
    told = [speech.label(form.title)]
    months = {sheet.month for sheet, _ in sheets if sheet}
    if len(months) == 1:
        told.append(speech.month(months.pop()))
    if len(sheets) == 1 and sheets[0][0]:
        told.append(sheets[0][0].employee.name)
    return " · ".join(told)
