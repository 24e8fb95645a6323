"""The empty intake workbook, and that what is filled in comes back."""

import datetime
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from csdesk.core.employee import Role
from csdesk.core.words import Language
from csdesk.render.intake_book import read_intake
from csdesk.render.intake_layout import SHEETS
from csdesk.render.intake_rows import ComplaintRow, IncidentRow, StaffRow
from csdesk.render.intake_template import intake_template
from tests.builders import a_rulebook

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def opened(language: Language, *, codes: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(intake_template(language, a_rulebook() if codes else None)))


def filled(folder: Path, language: Language, sheet: int, values: Mapping[str, object]) -> Path:
    """Fill one row into the template's sheet, each value under the heading of its field, keeping the formats."""
    book, layout = opened(language), SHEETS[sheet]
    page = book[layout.title.said_in(language)]
    for position, column in enumerate(layout.columns, start=1):
        page.cell(3, position).value = values.get(column.field)  # type: ignore[assignment]  # a test's own values
    path = folder / "filled.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_sheet_with_its_headings(language: Language) -> None:
    book = opened(language)
    assert book.sheetnames == [layout.title.said_in(language) for layout in SHEETS]
    for layout in SHEETS:
        headings = [cell.value for cell in book[layout.title.said_in(language)][2]]
        assert headings == [
            column.title.said_in(language) + (" *" if column.required else "") for column in layout.columns
        ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("codes", [False, True])
def test_empty_it_reads_without_a_fault(tmp_path: Path, language: Language, codes: bool) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(intake_template(language, a_rulebook() if codes else None))
    reading = read_intake(path)
    assert reading.faults == ()
    assert [sheet.rows for sheet in reading.sheets] == [()] * 11
    assert len(reading.unread) == 2
    assert reading.unknown == ()
    assert all(sheet.unknown_columns == () for sheet in reading.sheets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_filled_in_comes_back(tmp_path: Path, language: Language) -> None:
    role = "agent" if language == "en" else "客服专员"
    values = {"number": "0101", "name": "李娜", "role": role, "hired": date(2021, 3, 8), "base_salary": 4200.5}
    reading = read_intake(filled(tmp_path, language, 0, values))
    assert reading.faults == ()
    (row,) = reading.rows(StaffRow)
    assert (row.number, row.role, row.hired, row.base_salary) == (
        "0101",
        Role.AGENT,
        date(2021, 3, 8),
        Decimal("4200.5"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_filled_in_comes_back(tmp_path: Path, language: Language) -> None:
    values = {"date": date(2026, 9, 3), "time": datetime.time(9, 12), "number": "0101", "code": "MIN-14", "count": 2}
    reading = read_intake(filled(tmp_path, language, 1, values))
    assert reading.faults == ()
    (row,) = reading.rows(IncidentRow)
    assert (row.date, row.time, row.code, row.count) == (date(2026, 9, 3), datetime.time(9, 12), "MIN-14", 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_and_no_of_the_lists_come_back(tmp_path: Path, language: Language) -> None:
    yes, no = ("yes", "no") if language == "en" else ("是", "否")
    path = filled(tmp_path, language, 5, {"received": date(2026, 9, 3), "effective": yes, "overseas": no})
    (row,) = read_intake(path).rows(ComplaintRow)
    assert (row.effective, row.quality, row.overseas) == (True, None, False)


def test_roles_answers_and_codes_are_offered_as_lists() -> None:
    book = opened("en", codes=True)
    lists = {
        (sheet.title, str(rule.sqref).split(":")[0]): rule.formula1
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists["Staff", "C3"] == '"agent,training_specialist,team_lead,supervisor,manager,hr"'
    assert lists["Complaints", "C3"] == '"yes,no"'
    assert lists["Incidents", "D3"] == "Codes!$A$3:$A$36"
    assert lists["Roster", "C3"] == "Shifts!$A$3:$A$32"
    assert lists["Leave", "D3"] == '"annual,sick,personal,other"'
    assert [lists["Swaps", f"{column}3"] for column in "FGH"] == ['"yes,no"'] * 3
    assert all(cell.value for row in book["Codes"]["A3:A36"] for cell in row)
    assert book["Codes"]["A37"].value is None


def test_the_list_of_codes_says_what_each_means() -> None:
    book = opened("zh", codes=True)
    rows = {row[0]: row[1:] for row in book["编号表"].iter_rows(min_row=3, values_only=True)}
    assert rows["OVERRUN"][1:] in {("", ""), (None, None)}
    assert rows["MIN-04"] == ("迟到、早退", "轻度", "\N{MINUS SIGN}2至\N{MINUS SIGN}5")
    assert rows["BON-03"][2] == "+5"
    assert rows["DIS-01"][2] == "仅提请关注"
    assert "SER-05" not in rows


def test_without_a_rulebook_no_codes_are_offered() -> None:
    book = opened("en")
    kinds = {str(rule.sqref): rule.type for rule in book["Incidents"].data_validations.dataValidation}
    assert not any(kind == "list" for kind in kinds.values())


def test_headings_stay_in_sight_and_numbers_stay_texts() -> None:
    page = opened("en")["Staff"]
    assert page.freeze_panes == "A3"
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$2:$2")
    set_up = page.sheet_properties.pageSetUpPr
    assert set_up is not None
    assert set_up.fitToPage
    assert page["A1"].value
    assert page.column_dimensions["A"].number_format == "@"
    assert page.column_dimensions["E"].number_format == "yyyy-mm-dd"


def test_it_is_the_same_every_time() -> None:
    assert intake_template("zh", a_rulebook()) == intake_template("zh", a_rulebook())
