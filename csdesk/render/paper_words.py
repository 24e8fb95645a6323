"""What stands on paper in words: one language, or both beside each other, Chinese first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from csdesk.core.appraisal import Flag, Line, PayReason, Sheet, Source, Strike
from csdesk.core.month import Month
from csdesk.core.problem import Detail
from csdesk.core.rulebook import MonthRule, Rulebook, Rulebooks
from csdesk.core.words import Words
from csdesk.texts import MINUS, Texts

PaperLanguage = Literal["en", "zh", "both"]

NO_BREAK = "\N{NO-BREAK SPACE}"

_EN = Texts("en")
_ZH = Texts("zh")
_SPOKEN: dict[PaperLanguage, tuple[Texts, ...]] = {"en": (_EN,), "zh": (_ZH,), "both": (_ZH, _EN)}


class Speech:
    """Says everything in one language or in both; what comes as a tuple has one text for each."""

    def __init__(self, language: PaperLanguage, rulebooks: Rulebooks) -> None:
        self._texts = _SPOKEN[language]
        self._rulebooks = rulebooks
        self._by_id = {version.id: version for version in rulebooks.versions}

    @property
    def locale(self) -> str:
        """The language of the document, as PDF readers want it."""
        return "en-GB" if self._texts[0] is _EN else "zh-CN"

    def each(self, words: Words) -> tuple[str, ...]:
        """Return `words` in every language asked for."""
        return tuple(texts.of(words) for texts in self._texts)

    def label(self, words: Words) -> str:
        """Return `words` on one line, the languages beside each other."""
        return " ".join(self.each(words))

    def say(self, key: str, **particulars: Detail) -> tuple[str, ...]:
        """Return the text `key` in every language."""
        return tuple(texts.say(key, **particulars) for texts in self._texts)

    def phrase(self, key: str, **particulars: Detail) -> str:
        """Return the text `key` on one line."""
        return " ".join(self.say(key, **particulars))

    def day(self, day: date) -> str:
        """Return a day with its year; in both languages as 2026-11-21, which both can read."""
        return self._texts[0].day(day) if len(self._texts) == 1 else day.isoformat()

    def day_in_column(self, day: date) -> str:
        """Return a day with its year as a narrow column has room for: 21 Nov 2026, else 2026-11-21."""
        return _EN.day(day) if self._texts == (_EN,) else day.isoformat()

    def short_day(self, day: date) -> str:
        """Return a day of the sheet's month: 21 Nov, 11月21日; in both languages 11-21."""
        if len(self._texts) > 1:
            return f"{day:%m-%d}"
        return f"{day.month}月{day.day}日" if self._texts[0] is _ZH else _EN.day(day).rsplit(" ", 1)[0]

    def month(self, month: Month) -> str:
        """Return a month with its year."""
        return " ".join(texts.month(month) for texts in self._texts)

    def points(self, points: int, *, signed: bool = False) -> str:
        """Return a whole number with a true minus."""
        return _EN.points(points, signed=signed)

    def yuan(self, amount: Decimal) -> str:
        """Return a change of pay with its sign: +110 yuan."""
        figure = f"{amount:,.2f}".removesuffix(".00").replace("-", MINUS)
        return f"{'+' if amount > 0 else ''}{figure} {self.phrase('paper.yuan')}"

    def title(self, line: Line) -> tuple[str, ...]:
        """Return what the line's rule is called in the version that judged it; its code where there is none."""
        if line.source is Source.ADJUSTMENT:
            return self.say("words.line.adjustment")
        version = self._by_id.get(line.rulebook)
        rule = version.rule(line.code) if version else None
        return self.each(rule.title) if rule else (line.code,)

    def severity(self, line: Line) -> tuple[str, ...]:
        """Return the word for the line's class."""
        return self.say(f"words.severity.{line.kind}")

    def how(self, line: Line) -> tuple[str, ...]:
        """Return how the points came about, where that is more than one occurrence: 3 × −2, minutes past the limit."""
        told: tuple[str, ...] = ()
        if line.count > 1:
            told = (f"{line.count} × {self.points(line.points // line.count)}",)
        if line.minutes is not None:
            told += self.say("paper.minutes", minutes=line.minutes)
        return told

    def reason(self, line: Line, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the sentence of an automatic line, and the lines that it follows from."""
        particulars = dict(each.split("=", 1) for each in line.detail)
        said = self.say(f"words.reason.{line.reason}", **particulars)
        told = tuple(t.say("paper.automatic", reason=each) for t, each in zip(self._texts, said, strict=True))
        return self._with_lines(told, numbers)

    def flag(self, flag: Flag, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the sentence of a flag, and the lines that it follows from."""
        return self._with_lines(self.say(f"words.flag.{flag.code}", bound=flag.bound), numbers)

    def _with_lines(self, told: tuple[str, ...], numbers: Sequence[int]) -> tuple[str, ...]:
        if not numbers:
            return told
        numbers = sorted(set(numbers))
        key = "paper.with-lines" if len(numbers) > 1 else "paper.with-line"
        lines = ranges(numbers)
        return tuple(t.say(key, text=each, lines=lines) for t, each in zip(self._texts, told, strict=True))

    def struck(self, strike: Strike) -> tuple[str, ...]:
        """Return who struck a line out; the reason, which is in one language only, follows the last sentence."""
        if strike.by:
            *others, last = self.say("paper.struck.by", by=strike.by)
        else:
            *others, last = self.say("paper.struck")
        return *others, self._texts[-1].say("paper.struck.why", text=last, reason=strike.reason)

    def pay_reason(self, sheet: Sheet) -> tuple[str, ...]:
        """Return why the pay effect is what it is."""
        pay = self.month_rule(sheet.month).pay
        key = f"words.pay.{sheet.pay_reason}"
        if sheet.pay_reason is PayReason.EXEMPT:
            return self.say(key, months=pay.exempt_months, nth=sheet.employment_month)
        limit = pay.limit if sheet.final > pay.zero_at else -pay.limit
        said = self.say(key, score=sheet.final, zero=pay.zero_at, per_point=pay.per_point, limit=limit)
        if sheet.pay_reason is PayReason.BY_SCORE and len(said) > 1:
            # A formula needs no translation, only its unit.
            return (f"{said[0]} {self._texts[-1].say('paper.yuan')}",)
        return said

    def month_rule(self, month: Month) -> MonthRule:
        """Return what `month` is reckoned with; LookupError where no version covers it, for then there is no sheet."""
        version = self._rulebooks.on(month.last)
        if version is None:
            raise LookupError(f"no rulebook covers {month}")
        return version.month

    def text(self, words: Words, month: Month) -> tuple[str, ...]:
        """Return a form's text with the particulars of the month's rule."""
        rule = self.month_rule(month)
        known = {name: self.points(getattr(rule, name)) for name in ("base", "cap", "floor", "discretion")}
        return tuple(each.format(**known, grades=_grades(rule)) for each in self.each(words))

    def judged_by(self, sheet: Sheet) -> list[str]:
        """Return a sentence for each version of the rulebook that judged the sheet; its lines too, if several did."""
        numbers: dict[str, list[int]] = {}
        for number, line in enumerate(sheet.lines, start=1):
            numbers.setdefault(line.rulebook, []).append(number)
        last = self._rulebooks.on(sheet.month.last)
        versions = [version for version in self._rulebooks.versions if version.id in numbers]
        if not versions:
            versions = [last] if last else []
        several = len(versions) > 1
        return [each for version in versions for each in self._judged(version, numbers[version.id] if several else ())]

    def _judged(self, version: Rulebook, numbers: Sequence[int]) -> tuple[str, ...]:
        day = self.day(version.in_force_from)
        if not numbers:
            told = [t.say("paper.rulebook", title=t.of(version.title), id=version.id, day=day) for t in self._texts]
        else:
            key = "paper.rulebook.lines" if len(numbers) > 1 else "paper.rulebook.line"
            lines = ranges(numbers)
            told = [t.say(key, lines=lines, title=t.of(version.title), id=version.id, day=day) for t in self._texts]
        return tuple(told)


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers as people write them: 1–3, 5."""
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    return ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in zip(starts, ends, strict=True)
    )


def _grades(rule: MonthRule) -> str:
    bands = [f"{band.letter} {'>' if band.above else '≥'} {band.bound}" for band in rule.bands]
    lowest = rule.bands[-1]
    bands.append(f"{rule.ungraded} {'≤' if lowest.above else '<'} {lowest.bound}")
    return ", ".join(band.replace(" ", NO_BREAK) for band in bands)
