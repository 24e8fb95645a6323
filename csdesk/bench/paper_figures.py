"""What leaves the program costs: the sheets of a team, its workbook for HR."""

from dataclasses import replace

from csdesk.bench import paper_floor, workbook_floor
from csdesk.bench.figures import Figure, in_turn
from csdesk.bench.seed import LAST
from csdesk.core.appraisal import Sheet
from csdesk.desk.desk import Desk
from csdesk.desk.papers import PrintJob
from csdesk.render.month_book import month_book
from csdesk.render.paper import PaperMark, appraisal_pdf, laid_out

PAGES = 2


def sheets_50(desk: Desk, runs: int = 5) -> Figure:
    """Everybody's sheet, of two pages each, as one PDF; the floor draws the same pages on a raw reportlab canvas."""
    job = desk.papers.job(LAST)
    if not isinstance(job, PrintJob):
        raise TypeError(job)
    sheets = [
        (_of_two_pages(sheet, mark, job), mark) for sheet, mark in job.sheets if sheet is not None and mark is not None
    ]
    pages = paper_floor.record(sheets, job.context, job.layout)
    ours, floor = in_turn(lambda: appraisal_pdf(sheets, job.context, job.layout), lambda: paper_floor.draw(pages), runs)
    return Figure("sheets_50", ours, "ms", floor)


def _of_two_pages(sheet: Sheet, mark: PaperMark, job: PrintJob) -> Sheet:
    """Return the sheet with as many of its lines as two pages hold."""
    fits, too_many = 0, len(sheet.lines) + 1
    while too_many - fits > 1:
        lines = (fits + too_many) // 2
        shorter = replace(sheet, lines=sheet.lines[:lines])
        ((_, pages),) = laid_out([(shorter, mark)], job.context, job.layout)
        fits, too_many = (lines, too_many) if len(pages) <= PAGES else (fits, lines)
    return replace(sheet, lines=sheet.lines[:fits])


def workbook(desk: Desk, runs: int = 3) -> Figure:
    """The month's workbook; the floor writes the same cells and formats with bare xlsxwriter."""
    job = desk.exports.job(LAST)
    if isinstance(job, list):
        raise TypeError(job)
    cells = workbook_floor.record(job.result, job.context)
    ours, floor = in_turn(lambda: month_book(job.result, job.context), lambda: workbook_floor.replay(cells), runs)
    return Figure("workbook", ours, "ms", floor)
