"""The floor under the workbook holds the same cells, and nothing but cells."""

import io
from datetime import date

import openpyxl

from csdesk.bench.workbook_floor import record, replay
from csdesk.render.month_book import BookContext, month_book
from tests.builders import a_result, the_rulebooks

CONTEXT = BookContext("Hotline", the_rulebooks(), "both", date(2026, 11, 2))


def test_the_floor_writes_the_same_cells() -> None:
    result = a_result()
    taken = record(result, CONTEXT)
    ours = openpyxl.load_workbook(io.BytesIO(month_book(result, CONTEXT)))
    floor = openpyxl.load_workbook(io.BytesIO(replay(taken)))
    assert floor.sheetnames == ours.sheetnames
    compared = 0
    for title in ours.sheetnames:
        for row in ours[title].iter_rows():
            for cell in row:
                other = floor[title][cell.coordinate]
                assert (other.value, other.number_format, other.font.b, other.border.bottom.style) == (
                    cell.value, cell.number_format, cell.font.b, cell.border.bottom.style)  # fmt: skip
                compared += cell.has_style
    assert compared == taken.cells


def test_the_floor_has_no_charts() -> None:
    floor = openpyxl.load_workbook(io.BytesIO(replay(record(a_result(), CONTEXT))))
    assert not any(page._charts for page in floor.worksheets)  # type: ignore[attr-defined]  # noqa: SLF001 - read back only
