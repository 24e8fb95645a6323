"""The floor under the HR workbook: the same cells with the same formats, written with bare xlsxwriter.

Our own code runs once and what it put into the cells is taken down; the floor writes that down again and does nothing
else: no words to find, no texts to clean, no widths, no charts.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from csdesk.core.appraisal import MonthResult
from csdesk.render.month_book import BookContext, options, write_month_book
from csdesk.render.steps import Steps


@dataclass(frozen=True, slots=True)
class Page:
    """The cells of one sheet: row, column, value, number of the format in the record."""

    name: str
    texts: Sequence[tuple[int, int, str, int]]
    numbers: Sequence[tuple[int, int, float, int]]
    blanks: Sequence[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Record:
    """A whole workbook as cells and formats. formats: what each was made of."""

    formats: Sequence[dict[str, object]]
    pages: Sequence[Page]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return sum(len(page.texts) + len(page.numbers) + len(page.blanks) for page in self.pages)


class _Noting(Workbook):
    """Notes what each format is made of."""

    def __init__(self) -> None:
        # First, for xlsxwriter makes formats of its own at once.
        self.noted: dict[int, dict[str, object]] = {}
        super().__init__(io.BytesIO(), options())
        self.noted.clear()

    def add_format(self, properties: dict[str, object] | None = None) -> Format:
        """Add a format, and note its properties."""
        made: Format = super().add_format(properties)
        self.noted[id(made)] = properties or {}
        return made


def record(result: MonthResult, context: BookContext) -> Record:
    """Return the cells and formats of the month's workbook, taken from the workbook itself before it is packed."""
    book = _Noting()
    write_month_book(book, result, context, Steps())
    places = {key: place for place, key in enumerate(book.noted)}
    strings = {index: text for text, index in book.str_table.string_table.items()}
    pages = []
    for sheet in book.worksheets():
        texts: list[tuple[int, int, str, int]] = []
        numbers: list[tuple[int, int, float, int]] = []
        blanks: list[tuple[int, int, int]] = []
        for row, cells in sheet.table.items():
            for column, cell in cells.items():
                kind, form = type(cell).__name__, places[id(cell.format)]  # every cell of ours has a format
                if kind == "String":
                    texts.append((row, column, strings[cell.string], form))
                elif kind == "Number":
                    numbers.append((row, column, cell.number, form))
                else:
                    blanks.append((row, column, form))
        pages.append(Page(str(sheet.name), texts, numbers, blanks))
    book.close()
    return Record(list(book.noted.values()), pages)


def replay(record: Record) -> bytes:
    """Write the record with bare xlsxwriter."""
    stream = io.BytesIO()
    book = Workbook(stream, options())
    formats = [book.add_format(properties) for properties in record.formats]
    for page in record.pages:
        sheet = book.add_worksheet(page.name)
        for row, column, text, form in page.texts:
            sheet.write_string(row, column, text, formats[form])
        for row, column, number, form in page.numbers:
            sheet.write_number(row, column, number, formats[form])
        for row, column, form in page.blanks:
            sheet.write_blank(row, column, None, formats[form])
    book.close()
    return stream.getvalue()
