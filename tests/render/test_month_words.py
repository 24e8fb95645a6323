"""Texts cut and cleaned for cells, names for sheets, and what is said in both languages."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.appraisal import PayReason
from csdesk.core.rulebook import Rulebooks
from csdesk.render.month_words import BookWords, Cleaner, SheetNames, cut, units
from tests.render.builders import a_sheet, an_incident, the_rulebook


def test_length_is_counted_as_spreadsheets_count_it() -> None:
    assert units("王𬭎") == 3


@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits_and_begins_alike(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert units(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_a_cut_never_splits_a_character() -> None:
    assert cut("𬭎𬭎𬭎", 4) == "𬭎…"


def test_only_texts_that_lost_something_are_counted() -> None:
    cleaner = Cleaner()
    assert cleaner.clean("sound\ntext") == "sound\ntext"
    assert cleaner.clean("<r>x</r>") == " <r>x</r>"
    assert cleaner.altered == 0
    assert cleaner.clean("a\x07b") == "ab"
    assert cleaner.clean("𬭎" * 20_000) == "𬭎" * 16_383 + "…"
    assert cleaner.clean("长" * 20_000) == "长" * 20_000
    assert cleaner.altered == 2


def test_a_third_sheet_of_a_name_is_numbered_three() -> None:
    names = SheetNames()
    assert [names.name("Li Na") for _ in range(3)] == ["Li Na", "Li Na (2)", "Li Na (3)"]
    assert names.name("History") == "History (2)"
    assert names.name("''") == "-"


def test_in_both_languages_a_formula_stands_once_and_a_sentence_twice() -> None:
    rulebook = the_rulebook()
    said = BookWords("both", Rulebooks((rulebook,)), rulebook)
    sheet = a_sheet([an_incident("MIN-01")])
    assert said.pay_reason(sheet, rulebook.month.pay).endswith(" 元 yuan")
    newcomer = replace(sheet, pay_reason=PayReason.EXEMPT)
    assert said.pay_reason(newcomer, rulebook.month.pay).count("\n") == 1
