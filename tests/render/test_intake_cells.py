"""What people type into the cells of an intake workbook, and what is made of it."""

import datetime
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.core.words import Words
from csdesk.render.intake_cells import Cell, Raw, Wrong, is_blank, read_cell, shown
from csdesk.render.intake_layout import Column, Kind
from csdesk.texts import Texts

THIRD_OF_SEPTEMBER = date(2026, 9, 3)


def read(kind: Kind, value: Raw, *, form: str = "General", limit: int = 20, error: bool = False) -> object:
    return read_cell(Cell(value, error, form), Column("field", kind, Words("Field", "栏"), limit=limit))


def code(kind: Kind, value: Raw, *, form: str = "General", limit: int = 20, error: bool = False) -> str:
    wrong = read(kind, value, form=form, limit=limit, error=error)
    assert isinstance(wrong, Wrong), wrong
    for texts in (Texts("en"), Texts("zh")):
        assert "{" not in texts.say(f"intake.{wrong.code}", column="栏", **wrong.detail)
    return wrong.code


@pytest.mark.parametrize(
    "written",
    [
        "2026-09-03", "2026/9/3", "2026.9.3", "2026年9月3日", "２０２６年９月３日", "２０２６．９．３", " 2026-9-3 ",
        "\u30002026-09-03\u200b", "2026 年 9 月 3 日", "2026年9月3号", "2026-09-03 00:00:00", "2026-09-03T00:00",
        "2026\N{EN DASH}09\N{EN DASH}03", date(2026, 9, 3), datetime.datetime(2026, 9, 3),
        datetime.datetime(2026, 9, 2, 23, 59, 59, 900_000),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: Raw) -> None:
    assert read(Kind.DAY, written) == THIRD_OF_SEPTEMBER


@pytest.mark.parametrize(
    "written", ["3.9.2026", "September", "2026-09", "2026-09/03", 46268, 20260903, True, "2026-09-03 Thursday",
                "2026-09-03 25:00", datetime.time(9, 12)],
)  # fmt: skip
def test_what_is_no_day_is_a_fault(written: Raw) -> None:
    assert code(Kind.DAY, written) == "date.unreadable"


@pytest.mark.parametrize("written", ["2026-02-30", "2026年13月1日", "1026-01-05", datetime.datetime(1899, 12, 30)])
def test_a_day_that_cannot_be_is_a_fault(written: Raw) -> None:
    assert code(Kind.DAY, written) == "date.impossible"


@pytest.mark.parametrize("written", ["2026-09-03 09:12", datetime.datetime(2026, 9, 3, 9, 12)])
def test_a_day_with_a_time_is_a_fault_where_only_a_day_is_meant(written: Raw) -> None:
    assert code(Kind.DAY, written) == "date.with-time"
    assert read(Kind.MOMENT, written) == datetime.datetime(2026, 9, 3, 9, 12)


def test_the_last_moment_of_all_is_still_a_moment() -> None:
    assert read(Kind.MOMENT, datetime.datetime.max) == datetime.datetime(9999, 12, 31, 23, 59, 59)


def test_a_moment_without_a_time_is_a_day() -> None:
    assert read(Kind.MOMENT, "2026-09-03") == THIRD_OF_SEPTEMBER


@pytest.mark.parametrize(
    "written",
    ["2026-09", "2026/9", "2026年9月", "２０２６年９月", "2026.9", "2026年09月", "2026-09-17", date(2026, 9, 30),
     datetime.datetime(2026, 9, 1), datetime.datetime(2026, 9, 1, 8)],
)  # fmt: skip
def test_a_month_is_read_however_it_is_written(written: Raw) -> None:
    assert read(Kind.MONTH, written) == Month(2026, 9)


@pytest.mark.parametrize("written", ["2026-13", "9月", 202609, 2026.9, "2026-02-30", "0026-09", date(1899, 5, 1)])
def test_what_is_no_month_is_a_fault(written: Raw) -> None:
    assert code(Kind.MONTH, written) == "month.unreadable"


@pytest.mark.parametrize(
    "written",
    ["09:12", "9:12", "9:12:00", "９：１２", " 09:12:00.000 ", datetime.time(9, 12),
     datetime.timedelta(hours=9, minutes=12), datetime.time(9, 11, 59, 999_000)],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(written: Raw) -> None:
    assert read(Kind.TIME, written) == datetime.time(9, 12)


@pytest.mark.parametrize("written", ["25:00", "9:60", "9:12:99", "nine", 0.38, datetime.timedelta(hours=30), True])
@pytest.mark.parametrize("kind", [Kind.TIME, Kind.END])
def test_what_is_no_time_is_a_fault(kind: Kind, written: Raw) -> None:
    assert code(kind, written) == "time.unreadable"


@pytest.mark.parametrize(
    "written",
    ["24:00", "24:00:00", "２４：００", "00:00", datetime.time(0), datetime.timedelta(hours=24),
     datetime.datetime(1900, 1, 1)],
)  # fmt: skip
def test_a_shift_may_end_at_24_00(written: Raw) -> None:
    assert read(Kind.END, written) == datetime.time(0)


@pytest.mark.parametrize("written", ["24:00", datetime.timedelta(hours=24), datetime.datetime(1900, 1, 1)])
def test_nothing_happens_at_24_00(written: Raw) -> None:
    assert code(Kind.TIME, written) == "time.unreadable"


@pytest.mark.parametrize(
    ("written", "form", "number"),
    [("0101", "@", "0101"), (" 0101\u3000", "@", "0101"), ("０１０１", "@", "0101"), (101, "0000", "0101"),
     (101, "General", "101"), (101.0, "General", "101"), (101.0, "0000", "0101"),
     (7, '"KF"000', "KF007"), ("kf\u200b-7", "@", "kf-7"),
     (101, "#,##0", "101")],
)  # fmt: skip
def test_an_employee_number_keeps_its_zeros(written: Raw, form: str, number: str) -> None:
    assert read(Kind.NUMBER, written, form=form) == number


@pytest.mark.parametrize("written", [101.5, -3, True, date(2026, 9, 3), "01\n02", "01\x0701", "\u2063"])
def test_what_is_no_employee_number_is_a_fault(written: Raw) -> None:
    assert code(Kind.NUMBER, written) == "number.unreadable"


def test_an_employee_number_may_be_only_so_long() -> None:
    assert code(Kind.NUMBER, "9" * 21) == "text.too-long"


@pytest.mark.parametrize(
    "written", ["MIN-04", "min-04", " MIN - 04 ", "ＭＩＮ－０４", "MIN\N{EN DASH}04", "MIN\N{MINUS SIGN}04"]
)
def test_a_code_is_read_however_it_is_written(written: str) -> None:
    assert read(Kind.CODE, written) == "MIN-04"


@pytest.mark.parametrize("written", ["\u2063", "MIN\x07", "M" * 21, date(2026, 9, 3)])
def test_what_is_no_code_is_a_fault(written: Raw) -> None:
    assert code(Kind.CODE, written) == "code.unreadable"


@pytest.mark.parametrize(
    ("written", "figure"),
    [(3, 3), (-3, -3), (3.0, 3), ("3", 3), ("－３", -3), ("\N{MINUS SIGN}3", -3), ("+5", 5), (" 5 ", 5), ("5.0", 5)],
)
def test_a_whole_number_is_read_however_it_is_kept(written: Raw, figure: int) -> None:
    assert read(Kind.WHOLE, written) == figure


@pytest.mark.parametrize(
    ("written", "figure"),
    [(91.5, "91.5"), ("91.50", "91.50"), ("1,234.5", "1234.5"), (0.1 + 0.2, "0.3"), (0, "0"), ("９１．５", "91.5")],
)
def test_a_figure_is_read_however_it_is_kept(written: Raw, figure: str) -> None:
    assert read(Kind.DECIMAL, written) == Decimal(figure)


@pytest.mark.parametrize(
    ("kind", "written", "form", "expected"),
    [(Kind.WHOLE, "two", "General", "figure.is-text"), (Kind.WHOLE, "2 points", "General", "figure.is-text"),
     (Kind.WHOLE, "2分", "General", "figure.is-text"), (Kind.WHOLE, True, "General", "figure.is-text"),
     (Kind.DECIMAL, "nan", "General", "figure.is-text"), (Kind.DECIMAL, "1,23", "General", "figure.is-text"),
     (Kind.DECIMAL, "1e5", "General", "figure.is-text"), (Kind.MONEY, "¥4200", "General", "figure.is-text"),
     (Kind.WHOLE, 2.5, "General", "figure.not-whole"), (Kind.DECIMAL, 0.97, "0.00%", "figure.percent"),
     (Kind.DECIMAL, "97%", "General", "figure.percent"), (Kind.DECIMAL, "97％", "General", "figure.percent"),
     (Kind.DECIMAL, date(2026, 9, 3), "General", "figure.is-date"),
     (Kind.DECIMAL, datetime.time(9), "General", "figure.is-date"), (Kind.DECIMAL, -1, "General", "figure.negative"),
     (Kind.MONEY, -1, "General", "figure.negative"), (Kind.MONEY, 10.005, "General", "figure.fen"),
     (Kind.DECIMAL, 95.333, "General", "figure.decimals"),
     (Kind.DECIMAL, float("inf"), "General", "figure.too-big"), (Kind.WHOLE, 10**9, "General", "figure.too-big"),
     (Kind.WHOLE, "9" * 30, "General", "figure.too-big")],
)  # fmt: skip
def test_what_is_no_such_number_is_a_fault(kind: Kind, written: Raw, form: str, expected: str) -> None:
    assert code(kind, written, form=form) == expected


def test_money_is_kept_to_the_fen() -> None:
    assert read(Kind.MONEY, 4200.55) == Decimal("4200.55")


@pytest.mark.parametrize("written", ["yes", "YES", "是", 1, 1.0, "1", "TRUE", True, "true", "Ｙｅｓ", " 是 "])
def test_yes_is_yes_in_both_languages(written: Raw) -> None:
    assert read(Kind.YES_NO, written) is True


@pytest.mark.parametrize("written", ["no", "否", 0, "0", "FALSE", False])
def test_no_is_no_in_both_languages(written: Raw) -> None:
    assert read(Kind.YES_NO, written) is False


@pytest.mark.parametrize("written", ["perhaps", 2, -1, "-1", "有"])
def test_what_is_neither_yes_nor_no_is_a_fault(written: Raw) -> None:
    assert code(Kind.YES_NO, written) == "yes-no.unreadable"


@pytest.mark.parametrize(
    ("written", "role"),
    [("agent", Role.AGENT), ("客服专员", Role.AGENT), ("training_specialist", Role.TRAINING_SPECIALIST),
     ("Training specialist", Role.TRAINING_SPECIALIST), ("培训专员", Role.TRAINING_SPECIALIST),
     ("组长", Role.TEAM_LEAD), ("TEAM-LEAD", Role.TEAM_LEAD), ("主管", Role.SUPERVISOR), ("经理", Role.MANAGER),
     ("人事", Role.HR), ("ＨＲ", Role.HR)],
)  # fmt: skip
def test_a_role_is_read_in_both_languages(written: str, role: Role) -> None:
    assert read(Kind.ROLE, written) is role


def test_an_unknown_role_is_a_fault_that_names_the_roles() -> None:
    wrong = read(Kind.ROLE, "boss")
    assert isinstance(wrong, Wrong)
    assert wrong.code == "role.unknown"
    assert "training_specialist 培训专员" in str(wrong.detail["roles"])


@pytest.mark.parametrize(
    ("written", "text"),
    [("  电话（录错） ", "电话（录错）"), ("a\r\nb", "a\nb"), ("a_x000D_\nb", "a\nb"), ("_x005F_x0041_", "_x0041_"),
     ("a\tb", "a b"), (13800000000, "13800000000"), (13800000000.0, "13800000000"),
     (datetime.datetime(2026, 9, 3), "2026-09-03"),
     (datetime.datetime(2026, 9, 3, 9, 12), "2026-09-03 09:12:00"), (True, "TRUE"), ("王𬭎", "王𬭎")],
)  # fmt: skip
def test_a_text_stays_as_typed_but_for_the_spaces_around_it(written: Raw, text: str) -> None:
    assert read(Kind.TEXT, written) == text


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Kind.TEXT, "a\x07b"),
        (Kind.TEXT, "a_x0007_b"),
        (Kind.TEXT, "a\u202eb"),
        (Kind.TEXT, "a_xD83D_b"),
        (Kind.LINE, "a\nb"),
    ],
)
def test_a_text_that_cannot_be_printed_is_a_fault(kind: Kind, written: str) -> None:
    assert code(kind, written) == "text.control"


def test_a_text_may_be_only_so_long() -> None:
    assert read(Kind.TEXT, "a" * 20) == "a" * 20
    assert code(Kind.TEXT, "a" * 21) == "text.too-long"
    assert code(Kind.TEXT, "a" * 40_000) == "text.too-long"
    assert code(Kind.DAY, "2" * 40_000, limit=0) == "text.too-long"


def test_an_error_value_is_a_fault_in_any_column() -> None:
    assert {code(kind, "#N/A", error=True) for kind in Kind} == {"cell.error"}


@pytest.mark.parametrize("value", [None, "", "  ", "\u3000\u200b", "\n"])
def test_a_cell_with_nothing_to_see_is_blank(value: str | None) -> None:
    assert is_blank(value)


@pytest.mark.parametrize("value", [0, False, "0", "."])
def test_a_cell_with_something_to_see_is_not_blank(value: Raw) -> None:
    assert not is_blank(value)


def test_a_value_is_shown_short() -> None:
    assert shown("x" * 50) == "x" * 39 + "…"
    assert shown("a\n  b\x07c") == "a b c"
    assert shown(0.1) == "0.1"


@given(st.sampled_from(list(Kind)), st.text(max_size=60))
def test_no_text_in_any_column_breaks_the_reading(kind: Kind, written: str) -> None:
    read(kind, written)


@given(st.sampled_from(list(Kind)), st.integers() | st.floats() | st.datetimes() | st.times() | st.timedeltas())
def test_no_value_in_any_column_breaks_the_reading(kind: Kind, written: Raw) -> None:
    read(kind, written)
