"""The words of paper, workbooks and command line: whole in both languages, and written as each language writes."""

import re
from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.words import Words
from csdesk.texts import MINUS, Texts, catalogue

ENGLISH = Texts("en")
CHINESE = Texts("zh")
HALF_WIDTH_MARK_IN_CHINESE = re.compile(
    r"[\u4e00-\u9fff，。；：！？、“”）](?:[,;:!?()]|[.](?![a-z]))|[,;:!?()][\u4e00-\u9fff“”（]"
)


def particulars(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_text_stands_in_both_languages() -> None:
    assert [key for key, words in catalogue().items() if not (words.en.strip() and words.zh.strip())] == []


def test_both_languages_name_the_same_particulars() -> None:
    assert [key for key, words in catalogue().items() if particulars(words.en) != particulars(words.zh)] == []


def test_every_particular_has_a_name() -> None:
    unnamed = [
        key for key, words in catalogue().items() if not all(name.isidentifier() for name in particulars(words.en))
    ]
    assert unnamed == []


def test_chinese_sentences_are_set_with_full_width_marks() -> None:
    assert [key for key, words in catalogue().items() if HALF_WIDTH_MARK_IN_CHINESE.search(words.zh)] == []


def test_a_key_begins_with_the_name_of_its_file() -> None:
    assert catalogue()["words.role.agent"] == Words("Agent", "客服专员")


def test_a_text_is_said_with_its_particulars() -> None:
    assert ENGLISH.say("words.flag.below-60", bound=60) == "Final score below 60"
    assert CHINESE.say("words.flag.below-60", bound=60) == "最终得分低于60分"


def test_a_key_that_does_not_exist_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("words.no-such-text")


def test_a_problem_is_said_by_its_code() -> None:
    template = catalogue()["problems.points.outside"]
    detail = dict.fromkeys(particulars(template.en), -5)
    for texts in (ENGLISH, CHINESE):
        sentence = texts.problem(Problem("points.outside", "points", detail))
        assert f"{MINUS}5" in sentence
        assert "{" not in sentence


def test_words_of_a_rule_are_said_in_the_language_of_the_paper() -> None:
    assert (ENGLISH.of(Words("late", "迟到")), CHINESE.of(Words("late", "迟到"))) == ("late", "迟到")


def test_a_day_is_written_with_its_year() -> None:
    assert ENGLISH.day(date(2026, 9, 3)) == "3 Sep 2026"
    assert CHINESE.day(date(2026, 9, 3)) == "2026年9月3日"


def test_a_month_is_written_with_its_year() -> None:
    assert ENGLISH.month(Month(2026, 11)) == "November 2026"
    assert CHINESE.month(Month(2026, 11)) == "2026年11月"


@pytest.mark.parametrize(
    ("points", "plain", "signed"),
    [(7, "7", "+7"), (0, "0", "0"), (-3, f"{MINUS}3", f"{MINUS}3")],
)
def test_points_have_a_true_minus_and_a_plus_where_asked(points: int, plain: str, signed: str) -> None:
    for texts in (ENGLISH, CHINESE):
        assert texts.points(points) == plain
        assert texts.points(points, signed=True) == signed


def test_particulars_are_written_by_their_kind() -> None:
    assert ENGLISH.write(Month(2026, 2)) == "February 2026"
    assert CHINESE.write(date(2026, 2, 1)) == "2026年2月1日"
    assert ENGLISH.write(-4) == f"{MINUS}4"
    assert CHINESE.write("{as it is}") == "{as it is}"


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_reads_back(day: date) -> None:
    year, month, number = (int(part) for part in re.findall(r"\d+", CHINESE.day(day)))
    assert date(year, month, number) == day


@given(st.text())
def test_a_note_with_braces_is_said_as_it_stands(name: str) -> None:
    assert ENGLISH.say("words.flag.below-60", bound=name) == f"Final score below {name}"
