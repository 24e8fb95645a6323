"""The workbook that HR takes: read back, cell by cell."""

import datetime
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from csdesk.core.appraisal import MonthResult
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.render.month_book import BookContext, BookLanguage, month_book
from csdesk.render.steps import Cancelled
from tests.builders import (
    a_day,
    a_month,
    a_result,
    a_rulebook,
    a_version,
    an_adjustment,
    an_employee,
    an_incident,
    the_facts,
    the_rulebooks,
)

MADE_ON = date(2026, 11, 2)
LANGUAGES: tuple[BookLanguage, ...] = ("en", "zh", "both")
HEADING_ROW = 4


def a_context(language: BookLanguage = "en", **changes: object) -> BookContext:
    context = BookContext("Hotline & Co", the_rulebooks(), language, MADE_ON)
    return replace(context, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


def written(result: MonthResult | None = None, context: BookContext | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(month_book(result or a_result(), context or a_context())))


def result_of(*incidents: Incident, name: str = "李娜", number: str = "0117", group: str = "hotline") -> MonthResult:
    """Return the month of one person with these entries."""
    return a_result(the_facts(*incidents, employees=[an_employee(number, name, group=group)]))


def table(page: Worksheet) -> list[dict[str, object]]:
    """Return the rows below the headings, by heading, up to the first row without a number of a person or a date."""
    rows = page.iter_rows(min_row=HEADING_ROW, values_only=True)
    headings = [str(value) for value in next(rows)]
    return [dict(zip(headings, row, strict=True)) for row in rows if row[1] is not None and row[2] is not None]


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", ["Summary", "Entries"]), ("zh", ["汇总", "明细"]), ("both", ["汇总 Summary", "明细 Entries"])],
)
def test_it_has_a_summary_all_entries_and_a_sheet_a_person(language: BookLanguage, names: list[str]) -> None:
    people = ["0101 员工1", "0102 员工2", "0103 员工3", "0104 员工4", "0105 陈新", "0106 周离"]
    assert written(context=a_context(language)).sheetnames == names + people


def test_the_summary_says_who_has_what() -> None:
    result = a_result()
    rows = table(written(result)["Summary"])[: len(result.sheets)]
    for row, sheet in zip(rows, result.sheets, strict=True):
        assert (row["Number"], row["Name"], row["Rank"]) == (sheet.employee.number, sheet.employee.name, sheet.rank)
        assert (row["Base"], row["Bonuses"], row["Offences"]) == (80, sheet.bonuses, -sheet.offences)
        assert (row["Automatic"], row["Adjustment"]) == (sheet.automatic, sheet.adjustment)
        assert (row["Raw score"], row["Final score"], row["Grade"]) == (sheet.raw, sheet.final, sheet.grade)


def test_a_row_of_the_summary_adds_up() -> None:
    for row in table(written()["Summary"])[:6]:
        parts = [row[name] for name in ("Base", "Bonuses", "Offences", "Automatic", "Adjustment")]
        assert sum(part for part in parts if isinstance(part, int)) == row["Raw score"]


def test_pay_is_a_number_or_a_dash_with_its_reason() -> None:
    rows = {row["Number"]: row for row in table(written()["Summary"])}
    assert rows["0101"]["Pay effect (yuan)"] == 200
    assert rows["0105"]["Pay effect (yuan)"] == "—"
    assert "first 2 calendar months" in str(rows["0105"]["Why"])


def test_pay_shows_fen_only_where_there_are_any() -> None:
    result = a_result()
    halves = replace(result, sheets=tuple(replace(sheet, pay_effect=Decimal("-12.50")) for sheet in result.sheets))
    page = written(halves)["Summary"]
    assert (page["N5"].value, page["N11"].value) == (-12.5, -75)
    assert "0.00" in page["N5"].number_format
    assert "0.00" not in page["N11"].number_format
    odd = replace(halves, sheets=halves.sheets[:1])
    assert "0.00" in written(odd)["Summary"]["N6"].number_format


def test_flags_stand_with_their_person() -> None:
    rows = {row["Number"]: row["For the manager"] for row in table(written()["Summary"])}
    assert rows["0104"] == "Dismissal offence"
    assert rows["0102"] == "Final score below 60"


def test_totals_and_averages_are_values() -> None:
    result = a_result()
    page = written(result)["Summary"]
    total, average = HEADING_ROW + 7, HEADING_ROW + 8
    assert page.cell(total, 3).value == "Total"
    assert page.cell(total, 7).value == sum(sheet.bonuses for sheet in result.sheets)
    assert page.cell(total, 14).value == sum(int(sheet.pay_effect or 0) for sheet in result.sheets)
    assert page.cell(average, 12).value == round(sum(sheet.final for sheet in result.sheets) / 6, 1)


def test_the_grades_are_counted_and_add_up() -> None:
    page = written()["Summary"]
    first = next(row for row in range(1, 40) if page.cell(row, 1).value == "People by grade") + 2
    counts = {page.cell(row, 1).value: page.cell(row, 4).value for row in range(first, first + 6)}
    assert counts == {"A": 1, "B": 2, "C": 1, "D": 0, "E": 1, "F": 1}
    assert page.cell(first, 3).value == "above 90"
    assert page.cell(first + 5, 3).value == "below 60"
    assert page.cell(first + 1, 5).value == pytest.approx(2 / 6, abs=0.001)


def test_two_charts_show_grades_and_scores() -> None:
    archive = zipfile.ZipFile(io.BytesIO(month_book(a_result(), a_context("zh"))))
    charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    texts = "".join(archive.read(name).decode("utf-8") for name in charts)
    assert "等级分布" in texts
    assert "最终得分" in texts
    assert "barChart" in texts


def test_every_line_of_every_person_is_an_entry() -> None:
    result = a_result()
    rows = table(written(result)["Entries"])
    assert len(rows) == sum(len(sheet.lines) for sheet in result.sheets)
    for sheet in result.sheets:
        own = [row for row in rows if row["Number"] == sheet.employee.number]
        points = [row["Points"] for row in own if isinstance(row["Points"], int)]
        assert 80 + sum(points) == sheet.raw


def test_an_entry_says_everything_about_itself() -> None:
    (row,) = (row for row in table(written()["Entries"]) if row["Code"] == "MOD-08")
    assert row == {
        "Date": datetime.datetime(2026, 10, 11),
        "Number": "0106",
        "Name": "周离",
        "Code": "MOD-08",
        "Rule": "Emergency handled 11 to 30 minutes past its limit",
        "Class": "moderate",
        "Count": 1,
        "Minutes": 12,
        "Points": -10,
        "Note": None,
        "Source": "Log",
        "Rulebook": a_rulebook().id,
    }


def test_an_automatic_entry_says_why() -> None:
    rows = {row["Code"]: row for row in table(written()["Entries"])}
    assert rows["MOD-07"]["Note"] == "Skill test 55 of 100, below 60 %"
    assert rows["SER-05"]["Source"] == "Automatic"
    assert rows["SER-05"]["Date"] is None
    assert (rows["ADJ"]["Rule"], rows["ADJ"]["Note"]) == ("Discretionary adjustment", "Slow to hand over")


def test_an_entry_is_named_by_the_version_that_judged_it() -> None:
    later = a_version(date(2026, 10, 10), points={"MIN-01": -3})
    books = the_rulebooks(a_rulebook(), later)
    person = an_employee()
    facts = the_facts(an_incident(day=a_day(3), employee=person), an_incident(day=a_day(20), employee=person),
                      employees=[person])  # fmt: skip
    rows = table(written(a_result(facts, books), a_context(rulebooks=books))["Entries"])
    assert [(row["Points"], row["Rulebook"]) for row in rows] == [(-2, a_rulebook().id), (-3, later.id)]


def test_a_rule_that_no_version_knows_is_named_by_its_code() -> None:
    result = result_of(an_incident())
    sheet = result.sheets[0]
    strange = replace(
        result, sheets=(replace(sheet, lines=(sheet.lines[0]._replace(code="OLD-1", rulebook="lost@1"),)),)
    )
    assert table(written(strange)["Entries"])[0]["Rule"] == "OLD-1"


def test_a_person_s_sheet_has_head_lines_and_result() -> None:
    page = written()["0102 员工2"]
    assert page["A1"].value == "员工2  0102"
    assert page["G1"].value == 57
    assert [page.cell(row, 2).value for row in range(5, 10)] == ["MIN-01"] * 4 + ["SER-05"]
    result = {page.cell(row, 3).value: page.cell(row, 7).value for row in range(11, 24) if page.cell(row, 3).value}
    assert result == {"Base": 80, "Bonuses": 0, "Offences": -8, "Automatic": -15, "Adjustment": 0, "Raw score": 57,
                      "Final score": 57, "Grade": "F", "Pay effect (yuan)": -230, "For the manager": None}  # fmt: skip


def test_a_person_s_sheet_lists_what_was_struck_out() -> None:
    page = written()["0106 周离"]
    texts = [cell.value for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "Automatic lines struck out; they do not count" in texts
    assert "Complaint not yet entered" in texts
    assert any(text.endswith("last day 2026-10-18") for text in texts)


def test_a_person_without_an_entry_has_a_sheet_that_says_so() -> None:
    book = written(result_of())
    assert book["0117 李娜"]["A5"].value == "No entry this month."
    assert book["Entries"]["A5"].value == "No entry this month."


def test_a_month_without_anybody_is_a_workbook_too() -> None:
    book = written(a_result(the_facts(employees=[])))
    assert book.sheetnames == ["Summary", "Entries"]
    assert book["Summary"]["A5"].value == "Nobody was appraised by points this month."


def test_numbers_and_days_are_real() -> None:
    book = written()
    page = book["Entries"]
    assert page["A5"].is_date
    assert page["B5"].data_type == "s"
    assert page["I5"].data_type == "n"
    assert "\N{MINUS SIGN}" in page["I5"].number_format
    assert book["Summary"]["L5"].data_type == "n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_is_a_formula(language: BookLanguage) -> None:
    book = written(context=a_context(language))
    assert [
        c.coordinate for page in book.worksheets for row in page.iter_rows() for c in row if c.data_type == "f"
    ] == []
    archive = zipfile.ZipFile(io.BytesIO(month_book(a_result(), a_context(language))))
    assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "worksheets" in name)
    assert not any("external" in name.lower() or "vba" in name.lower() for name in archive.namelist())


@pytest.mark.parametrize(
    "note",
    ["=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "http://example.com",
     "mailto:a@b", "internal:'Summary'!A1", "123", "1e5", "TRUE", "<b>bold</b>", "<r><t>raw</t></r>", "<r>", "a & b",
     "_x0041_"],
)  # fmt: skip
def test_what_people_type_stays_a_text(note: str) -> None:
    page = written(result_of(an_incident(note=note)))["Entries"]
    assert page["J5"].data_type == "s"
    assert str(page["J5"].value).replace("_x005F_", "_").strip() == note
    assert page["J5"].hyperlink is None


def test_a_text_stays_a_text_even_when_its_cell_is_edited() -> None:
    page = written(result_of(an_incident(note="=1+1"), group="=A1"))
    assert page["Entries"]["J5"].quotePrefix
    assert page["Summary"]["E5"].quotePrefix


def test_characters_that_no_cell_can_hold_are_taken_out_and_reported() -> None:
    book = written(result_of(an_incident(note="a\x07b\x00\ud800c\n二行")))
    assert book["Entries"]["J5"].value == "abc\n二行"
    said = [cell.value for row in book["Summary"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any(text.startswith("Texts that held characters") and text.endswith("cut: 1.") for text in said)


def test_a_text_too_long_for_a_cell_is_cut_and_reported() -> None:
    book = written(result_of(an_incident(note="长" * 40_000)))
    text = str(book["Entries"]["J5"].value)
    assert (len(text), text[-1]) == (32_767, "…")


def test_sound_texts_are_not_reported() -> None:
    said = [cell.value for row in written()["Summary"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not any(text.startswith("Texts that held") for text in said)


def test_what_is_undecided_is_said() -> None:
    said = [cell.value for row in written()["Summary"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any("not yet decided: 1" in text for text in said)


@pytest.mark.parametrize(
    ("number", "name"),
    [("0117", "a/b:c*d?[e]\\f"), ("'0117", "Grace O'Neil'"), ("0117", "名" * 40), ("0117", "𬭎" * 40), ("", ""),
     ("0117", "with\ttabs\nand lines"), ("0117", "sum;mary!#%&"), ("0117", "\x07")],
)  # fmt: skip
def test_a_sheet_gets_a_name_that_is_allowed(number: str, name: str) -> None:
    title = written(result_of(number=number, name=name)).sheetnames[2]
    assert title
    assert len(title.encode("utf-16-le")) // 2 <= 31
    assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", title)
    assert not title.startswith("'")
    assert not title.endswith("'")


def test_sheets_whose_names_would_be_the_same_are_numbered() -> None:
    team = [an_employee("a1", "B" * 40), an_employee("A1", "b" * 40), an_employee("", "Summary"),
            an_employee("history", "")]  # fmt: skip
    book = written(a_result(the_facts(employees=team)))
    names = [name.lower() for name in book.sheetnames]
    assert len(set(names)) == len(names) == 6
    assert "summary (2)" in names
    assert "history" not in names


def test_the_summary_leads_to_each_person_s_sheet() -> None:
    page = written(result_of(name="Grace O'Neil"))["Summary"]
    link = page["B5"].hyperlink
    assert link is not None
    assert link.location == "'0117 Grace O''Neil'!A1"
    assert page["B5"].value == "0117"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stay_in_sight_and_tables_can_be_filtered(language: BookLanguage) -> None:
    book = written(context=a_context(language))
    summary, entries, person = book.worksheets[:3]
    assert (summary.freeze_panes, entries.freeze_panes, person.freeze_panes) == ("D5", "D5", "A5")
    assert summary.auto_filter.ref == "A4:P10"
    assert str(entries.auto_filter.ref).startswith("A4:L")


def test_every_page_is_set_up_for_paper() -> None:
    for page in written().worksheets:
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$4:$4"
        assert page.oddFooter is not None
        assert str(page.oddFooter.left.text).startswith("Hotline && Co")
        assert page.oddFooter.right.text == "Page &P of &N"
        assert page.column_dimensions["A"].width is not None


def test_a_footer_never_grows_too_long() -> None:
    page = written(context=a_context(team="&" * 300)).worksheets[0]
    assert page.oddFooter is not None
    assert len(str(page.oddFooter.left.text)) < 255


@pytest.mark.parametrize(
    ("language", "heading", "month"),
    [
        ("en", "Final score", "October 2026"),
        ("zh", "最终得分", "2026年10月"),
        ("both", "最终得分\nFinal score", "2026-10"),
    ],
)
def test_it_speaks_the_language_asked_for(language: BookLanguage, heading: str, month: str) -> None:
    page = written(context=a_context(language)).worksheets[0]
    assert page.cell(HEADING_ROW, 12).value == heading
    assert str(page["A2"].value).startswith(month)


def test_both_languages_stand_beside_each_other() -> None:
    rows = table(written(context=a_context("both"))["明细 Entries"])
    row = next(row for row in rows if row["编号\nCode"] == "MIN-01")
    assert row["条款\nRule"] == "上班未使用普通话\nNot speaking Mandarin on duty"
    assert row["类别\nClass"] == "轻度 minor"


def test_a_closed_month_says_since_when() -> None:
    assert "Month closed on 2026-11-01" in str(
        written(context=a_context(closed_on=date(2026, 11, 1)))["Summary"]["A2"].value
    )
    assert "closed" not in str(written()["Summary"]["A2"].value)


def test_a_row_is_as_high_as_its_text() -> None:
    notes = ["short", "two\nlines", "word " * 40, "x" * 5000]
    page = written(result_of(*(an_incident(note=note) for note in notes)))["Entries"]
    heights = [page.row_dimensions[row].height for row in range(5, 9)]
    assert heights[0] in (None, 15)
    assert heights[1] == 30
    assert heights[2] is not None
    assert heights[2] >= 75
    assert heights[3] is not None
    assert heights[3] <= 409


def test_the_same_month_gives_the_same_bytes() -> None:
    facts = a_month()
    result = a_result(facts)
    assert month_book(result, a_context("both")) == month_book(result, a_context("both"))


def test_progress_counts_the_sheets() -> None:
    told: list[tuple[int, int]] = []
    month_book(a_result(), a_context(), progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 8) for done in range(1, 9)]


def test_a_cancelled_workbook_is_not_made() -> None:
    with pytest.raises(Cancelled):
        month_book(a_result(), a_context(), cancelled=lambda: True)


def test_an_adjustment_alone_is_a_line() -> None:
    person = an_employee()
    facts = the_facts(employees=[person], adjustments=[an_adjustment(3, employee=person)], month=Month(2026, 10))
    page = written(a_result(facts))["0117 李娜"]
    assert [cell.value for cell in page[5]][1:7] == ["ADJ", "Discretionary adjustment", "adjustment", 1, None, 3]


@settings(max_examples=25)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=80))
def test_no_name_or_note_breaks_the_workbook(number: str, name: str, note: str) -> None:
    book = written(result_of(an_incident(note=note), name=name, number=number))
    assert len(book.sheetnames) == 3


def test_a_name_and_a_group_that_are_long_go_on_below_instead_of_being_cut_off() -> None:
    result = result_of(name="Maximiliana Featherstonehaugh-Wellington", group="客户服务一部夜间值班组")
    page = written(result)["Summary"]
    assert page.row_dimensions[HEADING_ROW + 1].height == 30
    assert page.cell(HEADING_ROW + 1, 3).alignment.wrap_text
    short = written(result_of())["Summary"]
    assert short.row_dimensions[HEADING_ROW + 1].height in (None, 15)
