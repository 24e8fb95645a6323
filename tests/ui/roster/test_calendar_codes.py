"""Codes as they are typed, copied and pasted."""

from datetime import time

import pytest

from csdesk.core.shifts import Shift
from csdesk.ui.roster.calendar_codes import Codes, Typing, Unread, block_text, read_block, written


def a_shift(code: str, *, retired: bool = False) -> Shift:
    return Shift(code.lower(), code, time(8), time(16), retired=retired)


SHIFTS = [a_shift("Day"), a_shift("E"), a_shift("N"), a_shift("N2"), a_shift("早"), a_shift("Old", retired=True)]
CODES = Codes(SHIFTS)


def typed(letters: str, standing: str = "") -> list[tuple[str, ...] | None]:
    """What comes of each letter."""
    typing = Typing(CODES)
    return [typing.add(letter, standing) for letter in letters]


def test_a_code_is_taken_as_soon_as_only_one_begins_so() -> None:
    assert typed("d") == [("day",)]
    assert typed("早") == [("早",)]


def test_the_rest_of_a_code_that_is_taken_is_not_heard() -> None:
    assert typed("day") == [("day",), None, None]
    assert typed("dae") == [("day",), None, ("e",)]


def test_a_code_that_others_begin_with_waits_for_enter() -> None:
    typing = Typing(CODES)
    assert typing.add("n") is None
    assert typing.typed == "n"
    assert typing.take() == ("n",)
    assert typing.typed == ""


def test_the_longer_code_is_taken_when_it_is_clear() -> None:
    assert typed("n2") == [None, ("n2",)]


def test_a_letter_with_which_no_code_goes_on_is_dropped() -> None:
    typing = Typing(CODES)
    typing.add("x")
    typing.add("n")
    typing.add("x")
    assert typing.typed == "n"


def test_a_shift_that_is_retired_cannot_be_typed() -> None:
    assert typed("o") == [None]
    assert CODES.exact("Old") is None


def test_a_stroke_adds_to_what_stands_in_the_cell() -> None:
    assert typed("/d", standing="E") == [None, ("e", "day")]
    assert typed("/d") == [None, ("day",)]


def test_a_stroke_behind_a_code_asks_for_another() -> None:
    assert typed("n/e") == [None, None, ("n", "e")]


def test_a_stroke_behind_half_a_code_is_dropped() -> None:
    typing = Typing(Codes([a_shift("AB"), a_shift("AC")]))
    assert typing.add("a") is None
    assert typing.add("/") is None
    assert typing.typed == "a"


def test_letters_are_taken_back_or_forgotten() -> None:
    typing = Typing(CODES)
    typing.add("n")
    typing.back()
    assert typing.take() is None
    typing.add("n")
    typing.forget()
    assert typing.take() is None


def test_half_a_code_is_no_shift() -> None:
    typing = Typing(Codes([a_shift("AB"), a_shift("AC")]))
    typing.add("a")
    assert typing.take() is None


def test_a_block_is_copied_as_a_spreadsheet_does() -> None:
    shifts = {shift.id: shift for shift in SHIFTS}
    assert written(("day", "e"), shifts) == "Day/E"
    assert block_text([["Day", ""], ["E", "N"]]) == "Day\t\nE\tN\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_block_comes_back_from_a_spreadsheet(end: str) -> None:
    assert read_block(f"day\tＥ/n\n\tN2{end}", CODES) == [[("day",), ("e", "n")], [(), ("n2",)]]


def test_short_rows_of_a_block_end_with_empty_cells() -> None:
    assert read_block("N\nE\tE\n", CODES) == [[("n",), ()], [("e",), ("e",)]]


def test_a_block_with_an_unknown_code_names_it() -> None:
    assert read_block("N\tE\nN\tsick \n", CODES) == Unread(1, 1, "sick")


def test_codes_of_no_shift_are_none() -> None:
    assert not Codes()
    assert CODES
