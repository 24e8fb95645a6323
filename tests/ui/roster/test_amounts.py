"""Amounts in yuan, read as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from csdesk.ui.roster.amounts import read_amount, written_amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("5200", "5200"), ("5,200", "5200"), ("5,200.50", "5200.50"), ("５２００", "5200"), ("５，２００", "5200"),
        ("¥5200", "5200"), ("￥5200", "5200"), ("5200元", "5200"), (" 5 200 ", "5200"), ("-3", "-3"), ("−3", "-3"),
        ("0.5", "0.5"), ("1,234,567.89", "1234567.89"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(typed: str, amount: str) -> None:
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["", "much", "5,20", "52,00", "1.2.3", "1e5", "5200 USD", "NaN", "--3", "9" * 13])
def test_what_is_no_amount_is_not_guessed(typed: str) -> None:
    assert read_amount(typed) is None


def test_fen_are_written_only_where_there_are_any() -> None:
    assert written_amount(Decimal("5200.00")) == "5,200"
    assert written_amount(Decimal("5200.5")) == "5,200.50"


@given(some.decimals(0, 10_000_000, places=2))
def test_what_is_written_is_read_back(amount: Decimal) -> None:
    assert read_amount(written_amount(amount)) == amount
