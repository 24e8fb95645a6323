"""What the HR workbook says: in one language, or in both beside each other, Chinese first."""

import re
from typing import Literal

from csdesk.core.appraisal import Line, PayReason, Sheet, Source
from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.core.problem import Detail, Problem
from csdesk.core.rulebook import PayRule, Rulebook, Rulebooks
from csdesk.core.words import Words
from csdesk.texts import Texts

BookLanguage = Literal["en", "zh", "both"]

CELL_LIMIT = 32_767
"""UTF-16 units that a cell holds."""

_EN = Texts("en")
_ZH = Texts("zh")
_SPOKEN: dict[BookLanguage, tuple[Texts, ...]] = {"en": (_EN,), "zh": (_ZH,), "both": (_ZH, _EN)}
# XML cannot hold them, or nobody can see them; a line feed is fine.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class BookWords:
    """Says what stands in the workbook. judged_by: the version of the month itself, in case `rulebooks` lost it."""

    def __init__(self, language: BookLanguage, rulebooks: Rulebooks, judged_by: Rulebook) -> None:
        self._texts = _SPOKEN[language]
        self._versions = {version.id: version for version in (*rulebooks.versions, judged_by)}
        self._titles: dict[tuple[str, str], str] = {}

    @property
    def in_both(self) -> bool:
        """Whether both languages stand beside each other."""
        return len(self._texts) > 1

    def say(self, key: str, *, between: str = " ", **particulars: Detail) -> str:
        """Return the text ``workbook.<key>``."""
        return between.join(texts.say(f"workbook.{key}", **particulars) for texts in self._texts)

    def heading(self, name: str) -> str:
        """Return a column's heading, the languages below each other."""
        return self.say(f"head.{name}", between="\n")

    def month(self, month: Month) -> str:
        """Return a month; in both languages as 2026-11, which both can read."""
        return str(month) if self.in_both else self._texts[0].month(month)

    def of(self, words: Words) -> str:
        """Return words that come in both languages."""
        return " ".join(texts.of(words) for texts in self._texts)

    def role(self, role: Role) -> str:
        """Return a role."""
        return " ".join(texts.say(f"words.role.{role}") for texts in self._texts)

    def severity(self, kind: str) -> str:
        """Return the class of a line."""
        return " ".join(texts.say(f"words.severity.{kind}") for texts in self._texts)

    def source(self, source: Source) -> str:
        """Return where a line comes from."""
        return self.say(f"source.{source}")

    def title(self, line: Line) -> str:
        """Return what the line's rule is called in the version that judged it; its code where there is none."""
        key = (line.rulebook, line.code)
        if key not in self._titles:
            self._titles[key] = self._title(line)
        return self._titles[key]

    def _title(self, line: Line) -> str:
        if line.source is Source.ADJUSTMENT:
            return "\n".join(texts.say("words.line.adjustment") for texts in self._texts)
        version = self._versions.get(line.rulebook)
        rule = version.rule(line.code) if version else None
        return "\n".join(texts.of(rule.title) for texts in self._texts) if rule else line.code

    def note(self, line: Line) -> str:
        """Return the note of a line, after the reason where the program proposed it."""
        if not line.reason:
            return line.note
        return "\n".join(part for part in (*(texts.reason(line) for texts in self._texts), line.note) if part)

    def flags(self, sheet: Sheet) -> str:
        """Return the flags of a sheet, each on a line of its own."""
        return "\n".join(" ".join(texts.flag(flag) for texts in self._texts) for flag in sheet.flags)

    def pay_reason(self, sheet: Sheet, pay: PayRule) -> str:
        """Return why the pay effect is what it is."""
        said = [texts.pay_reason(sheet, pay) for texts in self._texts]
        if sheet.pay_reason is PayReason.BY_SCORE and self.in_both:
            return f"{said[0]} {self._texts[-1].say('paper.yuan')}"  # A formula needs no translation, only its unit.
        return "\n".join(said)

    def problem(self, problem: Problem) -> str:
        """Return the sentence of a problem."""
        return " ".join(texts.problem(problem) for texts in self._texts)


class Cleaner:
    """Makes people's texts fit for a cell. altered: how many texts lost something."""

    def __init__(self) -> None:
        self.altered = 0

    def clean(self, text: str) -> str:
        """Return the text without what a cell cannot hold; a longer one is cut, with an ellipsis at its end."""
        fit = _NOT_TEXT.sub("", text)
        if len(fit) > CELL_LIMIT // 2:
            fit = cut(fit, CELL_LIMIT)
        if fit != text:
            self.altered += 1
        # xlsxwriter takes a string in <r> for markup of its own and would write it as such.
        return f" {fit}" if fit.startswith("<r>") else fit


def units(text: str) -> int:
    """Return the length of a text as spreadsheets count it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, limit: int) -> str:
    """Return the text, or as much of it as fits into `limit` units with an ellipsis."""
    if units(text) <= limit:
        return text
    kept = text[: limit - 1]
    while units(kept) > limit - 1:
        kept = kept[: len(kept) - max(1, (units(kept) - limit + 1) // 2)]
    return f"{kept}…"


_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_NAME_LIMIT = 31


class SheetNames:
    """Gives sheets names that a workbook accepts and has only once, whatever people are called."""

    def __init__(self) -> None:
        # Excel keeps this name for itself.
        self._taken = {"history"}

    def name(self, wanted: str) -> str:
        """Return a free name as near to the one wanted as may be."""
        plain = " ".join(_FORBIDDEN_IN_NAME.sub(" ", _NOT_TEXT.sub("", wanted)).split())
        name, nth = _sheet_name(plain, ""), 1
        while name.lower() in self._taken:
            nth += 1
            name = _sheet_name(plain, f" ({nth})")
        self._taken.add(name.lower())
        return name


def _sheet_name(plain: str, suffix: str) -> str:
    # A name must neither begin nor end with an apostrophe, nor be empty.
    name = cut(plain.strip("' "), _NAME_LIMIT - len(suffix)) + suffix
    return name or "-"
