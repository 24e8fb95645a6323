"""How things are said on paper."""

from dataclasses import replace
from decimal import Decimal

import pytest

from csdesk.core.appraisal import PayReason
from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebooks
from csdesk.core.words import Words
from csdesk.render.paper_words import PaperLanguage, Speech, ranges
from tests.render.builders import NOVEMBER, a_sheet, an_incident, the_rulebook

BOOKS = Rulebooks((the_rulebook(),))


def speech(language: PaperLanguage = "en", books: Rulebooks = BOOKS) -> Speech:
    return Speech(language, books)


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([3], "3"), ([1, 2], "1–2"), ([1, 3, 4, 5, 9], "1, 3–5, 9"), ([2, 4], "2, 4")],
)
def test_numbers_in_a_row_are_written_as_ranges(numbers: list[int], written: str) -> None:
    assert ranges(numbers) == written


@pytest.mark.parametrize(
    ("amount", "written"), [("110", "+110 yuan"), ("0", "0 yuan"), ("-120", "−120 yuan"), ("-1234.5", "−1,234.50 yuan")]
)
def test_yuan_have_their_sign_and_a_true_minus(amount: str, written: str) -> None:
    assert speech().yuan(Decimal(amount)) == written


def test_days_and_months_are_written_in_the_language_of_the_paper() -> None:
    day = NOVEMBER.first
    assert [speech(each).day(day) for each in ("en", "zh", "both")] == ["1 Nov 2026", "2026年11月1日", "2026-11-01"]
    assert [speech(each).short_day(day) for each in ("en", "zh", "both")] == ["1 Nov", "11月1日", "11-01"]
    assert speech("both").month(NOVEMBER) == "2026年11月 November 2026"


def test_in_both_languages_a_formula_stands_once_and_a_sentence_twice() -> None:
    sheet = a_sheet([an_incident("MIN-01")])
    newcomer = replace(sheet, pay_reason=PayReason.EXEMPT)
    [formula] = speech("both").pay_reason(sheet)
    assert formula == f"{speech('zh').pay_reason(sheet)[0]} yuan"
    assert speech("both").pay_reason(newcomer) == (*speech("zh").pay_reason(newcomer), *speech().pay_reason(newcomer))


def test_a_line_whose_version_is_gone_is_called_by_its_code() -> None:
    [line, *_] = a_sheet([an_incident("MIN-01")]).lines
    assert speech().title(line) == ("Not speaking Mandarin on duty",)
    assert speech().title(line._replace(rulebook="points@1999-01-01")) == ("MIN-01",)
    assert speech("both").title(line._replace(code="MIN-99")) == ("MIN-99",)


def test_a_month_that_no_version_covers_has_no_sheet() -> None:
    with pytest.raises(LookupError, match="2024-12"):
        speech().month_rule(Month(2024, 12))


def test_the_grades_are_told_from_the_rulebook() -> None:
    [told] = speech().text(Words("{grades}", "{grades}"), NOVEMBER)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == "A > 90, B ≥ 80, C ≥ 70, D ≥ 65, E ≥ 60, F < 60"


def test_the_ungraded_begin_where_the_last_band_ends() -> None:
    books = Rulebooks((the_rulebook(**{'{ letter = "E", from = 60 }': '{ letter = "E", above = 59 }'}),))
    [told] = speech(books=books).text(Words("{grades}", "{grades}"), NOVEMBER)
    assert told.replace("\N{NO-BREAK SPACE}", " ").endswith("E > 59, F ≤ 59")


def test_the_versions_of_several_lines_are_told_with_their_lines() -> None:
    second = the_rulebook(**{"in_force_from = 2025-01-01": "in_force_from = 2026-11-16"})
    books = Rulebooks((the_rulebook(), second))
    sheet = a_sheet([an_incident(day=3), an_incident(day=4), an_incident(day=20)], books=books, register_in_use=False)
    assert [told.split(" by:")[0] for told in speech(books=books).judged_by(sheet)] == ["Lines 1–2", "Line 3"]
    assert len(speech("both", books).judged_by(sheet)) == 4


def test_a_sheet_without_lines_is_judged_by_the_version_of_the_months_end() -> None:
    sheet = a_sheet(register_in_use=False)
    [told] = speech().judged_by(sheet)
    assert told == "Judged by: Points rulebook for customer service (points@2025-01-01), in force from 1 Jan 2025"
    assert speech().judged_by(replace(sheet, month=Month(2024, 12))) == []
