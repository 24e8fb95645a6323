"""What the two shipped fonts can draw, and that nothing is ever silently left blank."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from csdesk.paths import resource
from csdesk.render import fonts

STANDARD = "".join(resource("fonts", "standard_hanzi.txt").read_text("utf-8").split())


def test_the_list_holds_the_8105_standard_hanzi() -> None:
    assert len(STANDARD) == len(set(STANDARD)) == 8105


@pytest.mark.parametrize("bold", [False, True])
def test_both_fonts_have_every_standard_hanzi_and_the_signs_of_the_forms(bold: bool) -> None:
    signs = "AZaz09áü·×→✓−–—…“”‘’≥≤，。、；：？！（）《》【】％￥℃①"
    assert not set(STANDARD + signs) - fonts.face(bold=bold).advances.keys()


def test_the_regular_font_has_gbk_and_the_rare_characters_of_names() -> None:
    gbk = "".join(chr(code) for code in range(0x4E00, 0x9FA6))
    assert fonts.missing(gbk + "㐀䶵𬭎𫖯𬀩") == ()


@pytest.mark.parametrize("bold", [False, True])
def test_only_spaces_have_no_ink(bold: bool) -> None:
    font = TTFont(fonts.face(bold=bold).path)
    blank = {chr(c) for c, glyph in (font.getBestCmap() or {}).items() if font["glyf"][glyph].numberOfContours == 0}
    assert {unicodedata.category(each) for each in blank} == {"Zs"}


@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_font_file(bold: bool) -> None:
    font = TTFont(fonts.face(bold=bold).path)
    measured = {chr(c): font["hmtx"][glyph][0] / 1000 for c, glyph in (font.getBestCmap() or {}).items()}
    assert fonts.face(bold=bold).advances == measured


def test_a_text_is_as_wide_as_its_characters() -> None:
    assert fonts.width("李娜", 10) == 20
    assert fonts.width("", 10) == 0


def test_missing_names_each_character_that_no_font_has_once_and_in_order() -> None:
    assert fonts.missing("王😀☐😀") == ("😀", "☐")
    assert fonts.missing("王𬭎 Li Na") == ()


def test_spaces_and_unseen_marks_are_not_missing() -> None:
    assert fonts.missing("a\u2009b\u200bc\ufe0fd\u0007\n") == ()


def test_what_no_font_has_is_shown_as_a_geta_mark() -> None:
    assert fonts.shown("王😀") == "王〓"
    assert fonts.width("😀", 10) == fonts.width("〓", 10)


def test_unseen_marks_are_left_out_and_odd_spaces_become_plain_ones() -> None:
    assert fonts.shown("a\u200bb\tc\u2009d\ufe0f\U000e0101") == "ab c d"


def test_what_bold_lacks_is_set_in_regular() -> None:
    told = [(text, face.name) for text, face in fonts.runs("王㐀娜", bold=True)]
    assert told == [("王", "NotoSansSC-Bold"), ("㐀", "NotoSansSC-Regular"), ("娜", "NotoSansSC-Bold")]


def test_a_text_in_one_font_stays_in_one_piece() -> None:
    assert [text for text, _ in fonts.runs("李娜 79", bold=True)] == ["李娜 79"]
    assert [text for text, _ in fonts.runs("㐀李娜", bold=False)] == ["㐀李娜"]
    assert [text for text, _ in fonts.runs("㐀㐁", bold=True)] == ["㐀㐁"]


def test_a_character_that_only_regular_has_is_as_wide_in_bold() -> None:
    assert fonts.width("㐀", 10, bold=True) == fonts.width("㐀", 10)
