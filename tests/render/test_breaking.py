"""Where lines break: never before a closing mark, never after an opening one, never inside a word that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.render import fonts
from csdesk.render.breaking import CLOSING, OPENING, break_lines

WIDTHS = fonts.widths(bold=False)
HANZI = "客户来电反映订单重复扣款服未按流程核实"
WORDS = ["Li Na", "20261103-17", "12:30", "￥1,299.00", "3.5%", "and/or", "(twice)", "it's", "wiki/returns"]
PIECES = st.one_of(
    st.text(HANZI, min_size=1, max_size=8),
    st.sampled_from(WORDS),
    st.sampled_from(
        ["，", "。", "、", "；", "：", "（", "）", "“", "”", "《", "》", "…", "——", '"', "'", "×", " ", "  ", "\u3000"]
    ),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
ROOMS = st.floats(8, 40)


def wide(text: str) -> float:
    return sum(WIDTHS[character] for character in text)


def broken(text: str, room: float = 10) -> list[str]:
    return break_lines(text, room, WIDTHS)


@given(TEXTS, ROOMS)
def test_no_line_is_wider_than_the_room(text: str, room: float) -> None:
    assert all(wide(line) <= room + 1e-6 for line in broken(text, room))


@given(TEXTS, ROOMS)
def test_nothing_is_lost_but_spaces_at_line_ends(text: str, room: float) -> None:
    assert "".join("".join(broken(text, room)).split()) == "".join(text.split())
    assert all(line and line == line.strip() for line in broken(text, room))


# A word and the marks about it, as people write them: the longest is narrower than 16.
CLAUSES = st.tuples(
    st.sampled_from(["", "（", "“", "《", "￥", " "]),
    st.one_of(st.text(HANZI, min_size=1, max_size=5), st.sampled_from(WORDS)),
    st.sampled_from(["", "，", "。”", "）；", "……", "——", "》、", "%。", " "]),
).map("".join)


@given(st.lists(CLAUSES, max_size=30).map("".join), st.floats(16, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, room: float) -> None:
    lines = broken(text, room)
    assert not [line for line in lines[1:] if line[0] in CLOSING]
    assert not [line for line in lines[:-1] if line[-1] in OPENING]


@given(
    st.lists(st.text(HANZI, min_size=1, max_size=5), min_size=1, max_size=20),
    st.sampled_from(["，", "。", "”", "）", "…"]),
)
def test_a_closing_mark_never_begins_a_line(words: list[str], mark: str) -> None:
    assert all(not line.startswith(mark) for line in broken(mark.join(words) + mark, 6))


@given(
    st.lists(st.text(HANZI, min_size=1, max_size=5), min_size=1, max_size=20), st.sampled_from(["“", "（", "《", "￥"])
)
def test_an_opening_mark_never_ends_a_line(words: list[str], mark: str) -> None:
    assert all(not line.endswith(mark) for line in broken(mark.join(words), 6))


@given(st.lists(st.sampled_from([word for word in WORDS if " " not in word]), min_size=1, max_size=30))
def test_words_and_numbers_stay_whole(words: list[str]) -> None:
    assert " ".join(broken(" ".join(words), 12)).split() == words


@given(st.text(max_size=60), ROOMS)
def test_any_text_at_all_is_broken(text: str, room: float) -> None:
    shown = "\n".join(fonts.shown(line) for line in text.splitlines())
    assert "".join("".join(broken(shown, room)).split()) == "".join(shown.split())


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("客户再次来电，等待良久。", 6, ["客户再次来", "电，等待良", "久。"]),
        ("说“系统没问题”后挂断", 4, ["说“系统", "没问题”", "后挂断"]),
        ("抽查Li Na的录音", 4, ["抽查Li", "Na的录", "音"]),
        ("共3.5%，扣5分", 4.5, ["共3.5%，", "扣5分"]),
        ("a b", 10, ["a b"]),
        ("one\n\ntwo ", 10, ["one", "", "two"]),
        ("", 10, []),
        (" \n ", 10, []),
    ],
)
def test_some_lines_by_eye(text: str, room: float, lines: list[str]) -> None:
    assert broken(text, room) == lines


def test_a_word_longer_than_a_line_is_broken_and_keeps_its_mark() -> None:
    lines = broken("x" * 35 + "。", 10)
    assert "".join(lines) == "x" * 35 + "。"
    assert all(wide(line) <= 10 for line in lines)
    assert len(lines[-1]) > 1


def test_nothing_but_marks_is_broken_where_it_must_be() -> None:
    assert broken("。" * 25, 10) == ["。" * 10, "。" * 10, "。" * 5]
    assert all(line.strip() == line for line in broken("( " * 30, 4) + broken(") " * 30, 4))


def test_a_character_wider_than_the_room_has_a_line_of_its_own() -> None:
    assert broken("中文", 0.5) == ["中", "文"]
    assert broken("中", 0.5) == ["中"]


def test_full_width_letters_and_digits_are_words() -> None:
    assert broken("编号ＡＢ１２３号", 5.5) == ["编号", "ＡＢ１２３", "号"]
