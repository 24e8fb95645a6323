"""Words that are not the window's: problems, paper, workbooks, command line.

They stand in resources/i18n/texts/*.toml, English and Chinese side by side, because a sheet or a workbook has a
language of its own that need not be the window's. Widgets use Qt's ``tr`` instead.
"""

import tomllib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.words import Language, Words
from csdesk.paths import resource

if TYPE_CHECKING:
    from csdesk.core.appraisal import Flag, Line, Sheet
    from csdesk.core.rulebook import PayRule

MINUS = "\N{MINUS SIGN}"
_ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                   "November", "December")  # fmt: skip


@cache
def subject(name: str) -> dict[str, Words]:
    """Return the texts of one file by their keys; KeyError where there is no such file.

    Each is read when its first word is said: the window needs few of them to be there.
    """
    file = resource("i18n", "texts", f"{name}.toml")
    if not file.is_file():
        raise KeyError(name)
    return {key: Words(words["en"], words["zh"]) for key, words in tomllib.loads(file.read_text("utf-8")).items()}


def catalogue() -> dict[str, Words]:
    """Return every text by its key: the file's name, then the keys, joined by dots."""
    names = sorted(file.stem for file in resource("i18n", "texts").glob("*.toml"))
    return {f"{name}.{key}": words for name in names for key, words in subject(name).items()}


class Texts:
    """The texts in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, key: str, /, **particulars: Detail) -> str:
        """Return the text `key` with its {particulars}; KeyError for a key that does not exist."""
        name, _, rest = key.partition(".")
        template = subject(name)[rest].said_in(self.language)
        return template.format(**{name: self.write(value) for name, value in particulars.items()})

    def problem(self, problem: Problem) -> str:
        """Return the sentence for `problem`."""
        return self.say(f"problems.{problem.code}", **problem.detail)

    def of(self, words: Words) -> str:
        """Return `words` in this language."""
        return words.said_in(self.language)

    def write(self, value: Detail) -> str:
        """Return a day, a month, a number or a text as it is written in this language."""
        if isinstance(value, Month):
            return self.month(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, int):
            return self.points(value)
        return value

    def day(self, day: date) -> str:
        """Return a day with its year: 21 Nov 2026, 2026年11月21日."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1][:3]} {day.year}"

    def month(self, month: Month) -> str:
        """Return a month with its year: November 2026, 2026年11月."""
        if self.language == "zh":
            return f"{month.year}年{month.month}月"
        return f"{_ENGLISH_MONTHS[month.month - 1]} {month.year}"

    def points(self, points: int, *, signed: bool = False) -> str:
        """Return a whole number with a true minus, and a plus where `signed` asks for it."""
        if points < 0:
            return f"{MINUS}{-points}"
        return f"+{points}" if signed and points > 0 else str(points)

    def flag(self, flag: "Flag", *, short: bool = False) -> str:
        """Return a flag in words; `short` fits a chip."""
        return self.say(f"words.flag.{'short.' if short else ''}{flag.code}", bound=flag.bound)

    def pay_reason(self, sheet: "Sheet", pay: "PayRule") -> str:
        """Return why a sheet's pay effect is what it is. pay: the rule of the sheet's month."""
        from csdesk.core.appraisal import PayReason  # the window has no result to tell of when it starts

        if sheet.pay_reason is PayReason.EXEMPT:
            return self.say("words.pay.exempt", months=pay.exempt_months, nth=sheet.employment_month)
        return self.say(f"words.pay.{sheet.pay_reason}", score=sheet.final, zero=pay.zero_at, per_point=pay.per_point,
                        limit=pay.limit if sheet.final > pay.zero_at else -pay.limit)  # fmt: skip

    def reason(self, line: "Line") -> str:
        """Return why the program proposed an automatic line; "" for any other line."""
        if not line.reason:
            return ""
        particulars = dict(part.split("=", 1) for part in line.detail)
        return self.say(f"words.reason.{line.reason}", **particulars)
