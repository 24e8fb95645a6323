"""Amounts in yuan, as people type them and as the window writes them."""

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?\Z")
_UNITS = str.maketrans("", "", " ¥元")


def read_amount(text: str) -> Decimal | None:
    """Return the amount that `text` is, None where it is none: 5200, 5,200.50, ¥5200, 5200元, full-width digits."""
    typed = unicodedata.normalize("NFKC", text).translate(_UNITS).replace("\N{MINUS SIGN}", "-")
    return Decimal(typed.replace(",", "")) if _AMOUNT.match(typed) else None


def written_amount(amount: Decimal) -> str:
    """Return an amount with its thousands set off, and fen only where there are any: 5,200, 5,200.50."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
