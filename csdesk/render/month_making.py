"""What every sheet of the HR workbook is made from: the month, its words, formats and prepared lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from csdesk.core.appraisal import Line, MonthResult, Sheet
from csdesk.core.rulebook import Rulebooks
from csdesk.render.month_style import Styles, height_of, set_up_page
from csdesk.render.month_words import BookLanguage, BookWords, Cleaner, SheetNames

RULE_WIDTH, NOTE_WIDTH = 36, 42
_DAY_NOUGHT = date(1899, 12, 30)
"""What workbooks count days from; right for every day since March 1900."""


@dataclass(frozen=True, slots=True)
class BookContext:
    """What the workbook says beside the result.

    rulebooks: all versions that judged a line. made_on: the day of making. closed_on: for a closed month, its day.
    """

    team: str
    rulebooks: Rulebooks
    language: BookLanguage
    made_on: date
    closed_on: date | None = None


class WrittenLine(NamedTuple):
    """A line as it stands in two sheets: words said, texts cleaned, formats chosen."""

    day: date | None
    code: str
    title: str
    severity: str
    ink: Format
    times: int
    minutes: int | None
    points: int
    note: str
    source: str
    rulebook: str


@dataclass(slots=True)
class Making:
    """One workbook in the making."""

    book: Workbook
    result: MonthResult
    context: BookContext
    styles: Styles
    words: BookWords
    cleaner: Cleaner = field(default_factory=Cleaner)
    names: SheetNames = field(default_factory=SheetNames)

    def page(self, title: str, heading_row: int) -> Worksheet:
        """Add a sheet, set up for reading and paper. title: as `names` gave it. heading_row: from 0."""
        page = self.book.add_worksheet(title)
        footer = f"{self.context.team}  {self.words.month(self.result.month)}  {title}"
        set_up_page(page, heading_row=heading_row, footer=footer, pages=self.words.say("page", page="&P", pages="&N"))
        return page

    def lines(self, sheet: Sheet) -> list[WrittenLine]:
        """Return the lines of a sheet, ready to be written."""
        return [self.line(line) for line in sheet.lines]

    def line(self, line: Line) -> WrittenLine:
        """Return a line, ready to be written."""
        words = self.words
        return WrittenLine(
            line.day,
            line.code,
            words.title(line),
            words.severity(line.kind),
            self.styles.severities[line.kind],
            line.count,
            line.minutes,
            line.points,
            self.cleaner.clean(words.note(line)),
            words.source(line.source),
            line.rulebook,
        )


def write_headings(page: Worksheet, making: Making, row: int, columns: Iterable[tuple[str, float, bool]]) -> None:
    """Write a row of headings and set the widths.

    columns: name of the text, width in characters, whether figures stand there.
    """
    styles = making.styles
    page.set_row(row, 32 if making.words.in_both else 22)
    for column, (name, width, figures) in enumerate(columns):
        page.set_column(column, column, width)
        page.write_string(row, column, making.words.heading(name), styles.head_right if figures else styles.head)


def write_line(page: Worksheet, styles: Styles, row: int, column: int, line: WrittenLine) -> None:
    """Write what a line says from its code to its source into eight cells from `column` on."""
    text, whole = page.write_string, page.write_number
    height = height_of((line.title, RULE_WIDTH), (line.note, NOTE_WIDTH))
    if height is not None:
        page.set_row(row, height)
    text(row, column, line.code, styles.word)
    text(row, column + 1, line.title, styles.rule)
    text(row, column + 2, line.severity, line.ink)
    whole(row, column + 3, line.times, styles.whole)
    if line.minutes is None:
        page.write_blank(row, column + 4, None, styles.whole)
    else:
        whole(row, column + 4, line.minutes, styles.whole)
    whole(row, column + 5, line.points, styles.signed)
    write_text(page, row, column + 6, line.note, styles.note)
    text(row, column + 7, line.source, styles.small)


def write_text(page: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write a text, or a truly empty cell where there is none."""
    if text:
        page.write_string(row, column, text, style)
    else:
        page.write_blank(row, column, None, style)


def write_day(page: Worksheet, styles: Styles, row: int, column: int, day: date | None) -> None:
    """Write a date, or an empty cell where there is none."""
    if day is None:
        page.write_blank(row, column, None, styles.day)
    else:
        page.write_number(row, column, (day - _DAY_NOUGHT).days, styles.day)
