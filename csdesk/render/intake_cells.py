"""From a cell to a value: what people type into each kind of column, in either language and any width.

Every reader returns the value, or `Wrong` with the code and particulars of the fault.
"""

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from csdesk.core.employee import Role
from csdesk.core.leave import LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Detail
from csdesk.render.intake_layout import Column, Kind
from csdesk.render.intake_words import LEAVE_TYPE_BY_NAME, LEAVE_TYPES, ROLE_BY_NAME, ROLES, YES_NO_BY_NAME, fold

CELL_LIMIT = 32_767
"""No program writes a longer text into a cell."""

Raw = str | int | float | bool | date | datetime.datetime | datetime.time | datetime.timedelta
"""What openpyxl finds in a cell that is not empty."""

Value = str | int | bool | Decimal | date | datetime.datetime | datetime.time | Month | Role | LeaveType

_SHOWN = 40
_TOKEN_LIMIT = 200
_BIGGEST = 10**9
_FIRST_YEAR = 1900
_MINUSES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-"})
_DAY = re.compile(r"(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号])")
_MONTH = re.compile(r"(\d{4})\s*(?:[-/.]\s*(\d{1,2})|年\s*(\d{1,2})\s*月)")
_TIME = re.compile(r"(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2})(?:\.0+)?)?")
_MIDNIGHT = re.compile(r"24\s*:\s*00(?:\s*:\s*00)?")
_WHOLE_DAYS = (datetime.timedelta(days=1), datetime.datetime(1900, 1, 1))  # 24:00 as a table program keeps it
_NUMERAL = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_ZEROS = re.compile(r'(?:"([^"]*)")?(0+)(?:"([^"]*)")?')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Control characters but line feed, halves of characters, marks that turn the direction of writing: none can be printed.
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Cell(NamedTuple):
    """A cell that is not empty. error: an error value such as #N/A. format: its number format."""

    value: Raw
    error: bool = False
    format: str = "General"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell does not hold what its column needs: a fault's code and particulars, yet without its place."""

    code: str
    detail: Mapping[str, Detail] = field(default_factory=lambda: MappingProxyType({}))


def read_cell(cell: Cell, column: Column) -> Value | Wrong:
    """Return what the cell says, as the column's kind of value."""
    if cell.error:
        return Wrong("cell.error", {"value": shown(cell.value)})
    if isinstance(cell.value, str) and len(cell.value) > CELL_LIMIT:
        return Wrong("text.too-long", {"length": len(cell.value), "limit": column.limit or CELL_LIMIT})
    return _READERS[column.kind](cell, column)


def is_blank(value: Raw | None) -> bool:
    """Return whether a cell holds nothing that a person can see."""
    return value is None or (isinstance(value, str) and (not value or not _trimmed(value)))


def shown(value: Raw) -> str:
    """Return a cell's content for a sentence, shortened."""
    if isinstance(value, float):
        text = format(value, ".15g")
    elif isinstance(value, bool):
        text = str(value).upper()
    else:
        text = " ".join(_UNPRINTABLE.sub(" ", str(value)[: 4 * _SHOWN]).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _trimmed(text: str) -> str:
    """Return the text without spaces and invisible marks around it."""
    return text.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad \t\r\n\v\f\u00a0\u3000").strip()


def _token(text: str) -> str:
    """Return a short text with full-width characters made plain, invisible marks dropped, spaces around cut off."""
    plain = unicodedata.normalize("NFKC", text[:_TOKEN_LIMIT]).translate(_MINUSES)
    return "".join(c for c in plain if unicodedata.category(c) != "Cf").strip()


def _number(cell: Cell, column: Column) -> str | Wrong:
    """Read an employee number: text as typed, or a numeral with the leading zeros that its format shows."""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        zeros = _ZEROS.fullmatch(cell.format)
        if zeros:
            return f"{zeros[1] or ''}{value:0{len(zeros[2])}d}{zeros[3] or ''}"
        return str(value)
    if not isinstance(value, str):
        return Wrong("number.unreadable", {"value": shown(value)})
    text = _token(value)
    if not text or _UNPRINTABLE.search(text) or "\n" in text:
        return Wrong("number.unreadable", {"value": shown(value)})
    if len(text) > column.limit:
        return Wrong("text.too-long", {"length": len(text), "limit": column.limit})
    return text


def _code(cell: Cell, column: Column) -> str | Wrong:
    """Read a code in capitals, whatever dash was typed."""
    text = "".join(_token(str(cell.value)).split()).upper()
    if not text or not isinstance(cell.value, str | int) or _UNPRINTABLE.search(text) or len(text) > column.limit:
        return Wrong("code.unreadable", {"value": shown(cell.value)})
    return text


def _shift(cell: Cell, column: Column) -> str | Wrong:
    """Read a shift's code as typed, but for its width; a shift may be called 1."""
    value = int(cell.value) if isinstance(cell.value, float) and cell.value.is_integer() else cell.value
    text = _token(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text or len(text) > column.limit or _UNPRINTABLE.search(text) or "\n" in text:
        return Wrong("shift.unreadable", {"value": shown(cell.value)})
    return text


def _text(cell: Cell, column: Column) -> str | Wrong:
    """Read a text as typed, but for the spaces around it; a number or a day becomes the text that it shows."""
    value = cell.value
    if isinstance(value, float):
        text = format(value, ".15g")
    elif isinstance(value, datetime.datetime) and value.time() == datetime.time():
        text = value.date().isoformat()
    elif isinstance(value, str):
        # Excel writes characters that XML cannot hold as _x000D_.
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    else:
        text = shown(value)
    text = _trimmed(text)
    if _UNPRINTABLE.search(text) or (column.kind is Kind.LINE and "\n" in text):
        return Wrong("text.control", {"value": shown(text)})
    if len(text) > column.limit:
        return Wrong("text.too-long", {"length": len(text), "limit": column.limit})
    return text


def _instant(cell: Cell) -> date | datetime.datetime | Wrong | None:
    """Return the day or moment that a cell holds; None where it holds no date at all."""
    value = cell.value
    if isinstance(value, datetime.datetime):
        # Excel keeps a moment as a fraction of a day, so the second may be a hair off.
        if value.year < date.max.year:
            value += datetime.timedelta(milliseconds=500)
        value = value.replace(microsecond=0)
        return value.date() if value.time() == datetime.time() else value
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = _token(value)
    match = _DAY.match(text)
    if match is None:
        return None
    day = _calendar_day(match)
    rest = text[match.end() :].replace("T", " ").strip()
    if isinstance(day, Wrong) or not rest:
        return day
    time = _clock_time(rest)
    if time is None:
        return None
    return datetime.datetime.combine(day, time) if time != datetime.time() else day


def _calendar_day(match: re.Match[str]) -> date | Wrong:
    year, month, day = int(match[1]), int(match[3] or match[5]), int(match[4] or match[6])
    try:
        return date(year, month, day)
    except ValueError:
        return Wrong("date.impossible", {"value": match[0]})


def _clock_time(text: str) -> datetime.time | None:
    """Return the time written as 9:12 or 09:12:00, or None."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    return datetime.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _moment(cell: Cell, column: Column) -> date | datetime.datetime | Wrong:
    """Read a day that may carry a time: a `datetime` comes back only where it does."""
    found = _instant(cell)
    if found is None:
        return Wrong("date.unreadable", {"value": shown(cell.value)})
    if not isinstance(found, Wrong) and found.year < _FIRST_YEAR:
        return Wrong("date.impossible", {"value": shown(cell.value)})
    return found


def _day(cell: Cell, column: Column) -> date | Wrong:
    found = _moment(cell, column)
    if isinstance(found, datetime.datetime):
        return Wrong("date.with-time", {"value": shown(cell.value)})
    return found


def _month(cell: Cell, column: Column) -> Month | Wrong:
    """Read a month, also from any day in it."""
    found = _instant(cell)
    if isinstance(found, date) and found.year >= _FIRST_YEAR:
        return Month.of(found)
    match = _MONTH.fullmatch(_token(cell.value)) if isinstance(cell.value, str) else None
    if match and int(match[1]) >= _FIRST_YEAR and 1 <= int(match[2] or match[3]) <= 12:
        return Month(int(match[1]), int(match[2] or match[3]))
    return Wrong("month.unreadable", {"value": shown(cell.value)})


def _time(cell: Cell, column: Column) -> datetime.time | Wrong:
    """Read a time of the day, to the second."""
    value = cell.value
    time: datetime.time | None = None
    if isinstance(value, datetime.time):
        on_some_day = datetime.datetime.combine(date(2000, 1, 1), value) + datetime.timedelta(milliseconds=500)
        time = on_some_day.time().replace(microsecond=0)
    elif isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        if 0 <= seconds < 24 * 60 * 60:
            time = datetime.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    elif isinstance(value, str):
        time = _clock_time(_token(value))
    return Wrong("time.unreadable", {"value": shown(value)}) if time is None else time


def _end(cell: Cell, column: Column) -> datetime.time | Wrong:
    """Read the time at which a shift ends; many write midnight as 24:00 there."""
    text = _token(cell.value) if isinstance(cell.value, str) else ""
    if cell.value in _WHOLE_DAYS or _MIDNIGHT.fullmatch(text):
        return datetime.time()
    return _time(cell, column)


def _decimal(cell: Cell, column: Column) -> Decimal | Wrong:
    """Read a figure of nought or more, of two decimals at most: rounding a mark is for the person who gives it."""
    return _to_hundredths(cell, "figure.decimals")


def _money(cell: Cell, column: Column) -> Decimal | Wrong:
    """Read an amount in yuan, to the fen."""
    return _to_hundredths(cell, "figure.fen")


def _to_hundredths(cell: Cell, too_fine: str) -> Decimal | Wrong:
    figure = _figure(cell)
    if isinstance(figure, Decimal) and figure < 0:
        return Wrong("figure.negative", {"value": shown(cell.value)})
    if isinstance(figure, Decimal) and figure != round(figure, 2):
        return Wrong(too_fine, {"value": shown(cell.value)})
    return figure


def _whole(cell: Cell, column: Column) -> int | Wrong:
    """Read a whole number, with or without a sign."""
    figure = _figure(cell)
    if isinstance(figure, Wrong):
        return figure
    if figure != int(figure):
        return Wrong("figure.not-whole", {"value": shown(cell.value)})
    return int(figure)


def _figure(cell: Cell) -> Decimal | Wrong:
    """Return the number in a cell, kept as a number or as a text."""
    value = cell.value
    text = _token(value) if isinstance(value, str) else ""
    if text.endswith("%") or ("%" in cell.format and isinstance(value, int | float)):
        return Wrong("figure.percent", {"value": shown(value)})
    if isinstance(value, date | datetime.time | datetime.timedelta):
        return Wrong("figure.is-date", {"value": shown(value)})
    if isinstance(value, bool) or (isinstance(value, str) and not _NUMERAL.fullmatch(text)):
        return Wrong("figure.is-text", {"value": shown(value)})
    if isinstance(value, float) and not math.isfinite(value):
        return Wrong("figure.too-big", {"value": shown(value)})
    # Fifteen digits are what a workbook keeps; the rest of a float is noise.
    figure = Decimal(text.replace(",", "")) if text else Decimal(format(value, ".15g"))
    if abs(figure) >= _BIGGEST:
        return Wrong("figure.too-big", {"value": shown(value)})
    return figure


def _yes_no(cell: Cell, column: Column) -> bool | Wrong:
    answer = YES_NO_BY_NAME.get(_token(shown(cell.value)).casefold())
    return Wrong("yes-no.unreadable", {"value": shown(cell.value)}) if answer is None else answer


def _role(cell: Cell, column: Column) -> Role | Wrong:
    role = ROLE_BY_NAME.get(fold(shown(cell.value)))
    return role or Wrong("role.unknown", {"value": shown(cell.value), "roles": _ALL_ROLES})


def _leave_type(cell: Cell, column: Column) -> LeaveType | Wrong:
    kind = LEAVE_TYPE_BY_NAME.get(fold(shown(cell.value)))
    return kind or Wrong("leave.type-unknown", {"value": shown(cell.value), "types": _ALL_LEAVE_TYPES})


_ALL_LEAVE_TYPES = ", ".join(f"{words.en} {words.zh}" for words in LEAVE_TYPES.values())
_ALL_ROLES = ", ".join(f"{words.en} {words.zh}" for words in ROLES.values())
_READERS: dict[Kind, Callable[[Cell, Column], Value | Wrong]] = {
    Kind.NUMBER: _number,
    Kind.CODE: _code,
    Kind.LINE: _text,
    Kind.TEXT: _text,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.TIME: _time,
    Kind.END: _end,
    Kind.MONTH: _month,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.MONEY: _money,
    Kind.YES_NO: _yes_no,
    Kind.ROLE: _role,
    Kind.SHIFT: _shift,
    Kind.LEAVE_TYPE: _leave_type,
}
