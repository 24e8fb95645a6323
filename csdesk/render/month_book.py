"""The month's workbook for HR: a summary with charts, all entries, and one sheet a person.

Real numbers and real dates, totals as values; no cell is a formula and no text can become one.
"""

import datetime
import io
from collections.abc import Callable

from xlsxwriter import Workbook

from csdesk.core.appraisal import MonthResult
from csdesk.render.month_entries import write_entries
from csdesk.render.month_making import BookContext, Making
from csdesk.render.month_person import write_person
from csdesk.render.month_style import FONT, Styles
from csdesk.render.month_summary import write_summary
from csdesk.render.month_words import BookLanguage, BookWords
from csdesk.render.steps import Cancelled, Steps

__all__ = ["BookContext", "BookLanguage", "Cancelled", "month_book", "options", "write_month_book"]


def options() -> dict[str, object]:
    """Return how xlsxwriter is to treat the workbook; a new mapping each time, for it changes what it gets."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }


def month_book(
    result: MonthResult,
    context: BookContext,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the workbook of a month; the same values give the same bytes.

    progress: called with sheets done and sheets in all. cancelled: asked between sheets; yes raises `Cancelled`.
    """
    stream = io.BytesIO()
    book = Workbook(stream, options())
    write_month_book(book, result, context, Steps(progress, cancelled, every=1))
    book.close()
    return stream.getvalue()


def write_month_book(book: Workbook, result: MonthResult, context: BookContext, steps: Steps) -> None:
    """Write everything into an open workbook of xlsxwriter."""
    midnight = datetime.datetime.combine(context.made_on, datetime.time())
    book.set_properties({"title": f"{context.team} {result.month}", "author": "csdesk", "created": midnight})
    words = BookWords(context.language, context.rulebooks, result.rulebook)
    making = Making(book, result, context, Styles(book), words)
    summary, entries = (making.names.name(words.say(f"sheet.{name}")) for name in ("summary", "entries"))
    people = sorted(result.sheets, key=lambda sheet: sheet.employee.number)
    titles = {
        sheet.employee.id: making.names.name(f"{sheet.employee.number} {sheet.employee.name}") for sheet in people
    }
    lines = {sheet.employee.id: making.lines(sheet) for sheet in people}
    steps.total = len(people) + 2
    write_summary(making, summary, titles)
    steps.one()
    write_entries(making, entries, [(sheet, lines[sheet.employee.id]) for sheet in people])
    steps.one()
    for sheet in people:
        write_person(making, titles[sheet.employee.id], sheet, lines[sheet.employee.id])
        steps.one()
