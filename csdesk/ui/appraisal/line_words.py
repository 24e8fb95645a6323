"""How a line of a sheet is said: its title, where it comes from, and everything behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from csdesk.core.appraisal import Flag, Line, PayReason, Sheet, Source, Strike
from csdesk.core.month import Month
from csdesk.core.rulebook import PayRule, Rulebook, Rulebooks, Severity
from csdesk.texts import Texts
from csdesk.ui.appraisal.sheet_words import SheetWords, moment
from csdesk.ui.widgets.waterfall import Step, StepKind, step

NAMED_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a sheet as the panel lists it. strike: who took it out and why, None where it stands."""

    line: Line
    strike: Strike | None = None


def lines_of(sheet: Sheet) -> list[SheetLine]:
    """Return every line of `sheet` in its order, those taken out at the end."""
    return [*map(SheetLine, sheet.lines), *(SheetLine(line, strike) for line, strike in sheet.struck)]


class LineWords(QObject):
    """Says the lines of one sheet at a time; it speaks the language of the moment."""

    def __init__(self, sheet_words: SheetWords, parent: QObject) -> None:
        super().__init__(parent)
        self._words = sheet_words
        self._rulebooks = Rulebooks(())
        self._by_id: Mapping[str, Rulebook] = {}
        self._behind: Mapping[str, Line] = {}

    def speak_of(self, sheet: Sheet, rulebooks: Rulebooks) -> None:
        """Say the lines of `sheet` from now on."""
        self._rulebooks = rulebooks
        self._by_id = {version.id: version for version in rulebooks.versions}
        lines = [row.line for row in lines_of(sheet)]
        self._behind = {line.because[0]: line for line in reversed(lines) if line.because}

    @property
    def _texts(self) -> Texts:
        return self._words.texts

    # A line

    def title(self, line: Line) -> str:
        """Return the rule's title, with the minutes of an overrun and the number of occurrences."""
        if line.source is Source.ADJUSTMENT:
            return self._texts.say("words.line.adjustment")
        version = self._by_id.get(line.rulebook)
        rule = version.rule(line.code) if version is not None else None
        if version is None or rule is None:
            return line.code
        if line.minutes is not None:
            whole = next((one.title for one in version.overruns if line.code in one.tiers), rule.title)
            return self.tr("{title}: {minutes} min").format(title=self._texts.of(whole), minutes=line.minutes)
        title = self._texts.of(rule.title)
        return f"{title} ×{line.count}" if line.count > 1 else title

    def day(self, line: Line) -> str:
        """Return the day of the month, two digits, as the table lists it; a dash where a line has none."""
        return f"{line.day.day:02d}" if line.day is not None else "—"

    def source(self, row: SheetLine) -> str:
        """Return where a line comes from, or that it was taken out."""
        if row.strike is not None:
            return self.tr("struck")
        return {
            Source.LOG: self.tr("log"),
            Source.AUTOMATIC: self.tr("automatic"),
            Source.ADJUSTMENT: self.tr("by hand"),
        }[row.line.source]

    def points(self, line: Line) -> str:
        """Return the signed points of a line, a dash for a dismissal offence."""
        return self._texts.points(line.points, signed=True) if line.points else "—"

    def short(self, line: Line) -> str:
        """Return day and code: 4 Nov MIN-01."""
        return f"{self._words.day(line.day)} {line.code}" if line.day is not None else line.code

    def named(self, ids: Iterable[str]) -> str:
        """Return what stands behind a line or a flag, by day and code; "" where none of it is on the sheet."""
        found = [self.short(self._behind[one]) for one in ids if one in self._behind]
        if len(found) > NAMED_AT_MOST:
            more = self.tr("{count} more").format(count=len(found) - NAMED_AT_MOST)
            found = [*found[:NAMED_AT_MOST], more]
        return self.tr(", ").join(found)

    def detail(self, row: SheetLine) -> list[str]:
        """Return everything there is to say of a line: what, why, because of which entries, judged by which rules."""
        line = row.line
        said = [f"{line.code} {self.title(line)}" if line.code != "ADJ" else self.title(line)]
        if line.note:
            said.append(self.tr("“{note}”").format(note=line.note))
        reason = self._texts.reason(line)
        if reason:
            said.append(self.tr("Added by the program. {reason}").format(reason=reason))
        behind = self.named(one for one in line.because if self._behind.get(one) not in {None, line})
        if behind:
            said.append(self.tr("Because of {entries}").format(entries=behind))
        if row.strike is not None:
            said.append(self._struck(row.strike))
        said.append(self._judged_by(line))
        return said

    def _struck(self, strike: Strike) -> str:
        said = self.tr("Struck by {by}, {when}: {reason}")
        when = moment(strike.at, self._texts, self._words.now) if strike.at else ""
        return said.format(by=strike.by, when=when, reason=strike.reason)

    def _judged_by(self, line: Line) -> str:
        version = self._by_id.get(line.rulebook)
        if version is None:
            return self.tr("Rulebook {id}").format(id=line.rulebook)
        said = self.tr("Rulebook {id}, in force from {day}")
        return said.format(id=version.id, day=self._texts.day(version.in_force_from))

    # The sheet

    def flag(self, flag: Flag) -> str:
        """Return a flag in a sentence, with the entries behind it."""
        behind = self.named(flag.because)
        said = self._texts.flag(flag)
        return self.tr("{flag}: {entries}").format(flag=said, entries=behind) if behind else said

    def pay(self, sheet: Sheet, pay: PayRule) -> str:
        """Return the pay effect and how it comes about."""
        reason = self._texts.pay_reason(sheet, pay)
        if sheet.pay_reason is PayReason.EXEMPT:
            begins = Month.of(sheet.employee.hired).plus(pay.exempt_months)
            said = self.tr("No pay effect until {month}: {reason}")
            return said.format(month=self._texts.month(begins), reason=reason)
        return self.tr("Pay {yuan} yuan = {reason}").format(yuan=self._words.pay(sheet), reason=reason)

    def cut(self, sheet: Sheet) -> str:
        """Return that the raw score was held at the cap or the floor; "" where it was not."""
        if sheet.raw == sheet.final:
            return ""
        said = self.tr("The raw score of {raw} is held at the upper limit of {final}.") if sheet.raw > sheet.final \
            else self.tr("The raw score of {raw} is held at the lower limit of {final}.")  # fmt: skip
        return said.format(raw=self._texts.points(sheet.raw), final=self._texts.points(sheet.final))

    def steps(self, sheet: Sheet) -> list[tuple[Step, str]]:
        """Return the bars from base to final score, each with the key of its first line; what moved nothing is out."""
        bars = [(Step(self._texts.say("words.line.base"), sheet.base, StepKind.BASE), "")]
        logged = [line for line in sheet.lines if line.source is Source.LOG]
        groups = [
            (self._class(severity), [line for line in logged if line.kind == severity])
            for severity in (Severity.BONUS, Severity.MINOR, Severity.MODERATE, Severity.SERIOUS)
        ]
        groups.append((self.tr("Automatic"), [line for line in sheet.lines if line.source is Source.AUTOMATIC]))
        groups.append((self.tr("Adjustment"), [line for line in sheet.lines if line.source is Source.ADJUSTMENT]))
        for label, lines in groups:
            if lines:
                bars.append((self._bar(label, lines), lines[0].key))
        if sheet.raw != sheet.final:
            held = self.tr("Held at {limit}").format(limit=self._texts.points(sheet.final))
            bars.append((step(held, sheet.final - sheet.raw, self.cut(sheet)), ""))
        return [*bars, (Step(self.tr("Final score"), sheet.final, StepKind.TOTAL), "")]

    def _bar(self, label: str, lines: Sequence[Line]) -> Step:
        count = sum(line.count for line in lines)
        tip = "\n".join(f"{self.short(line)} {self.points(line)}" for line in lines[:NAMED_AT_MOST])
        return step(f"{label} ×{count}" if count > 1 else label, sum(line.points for line in lines), tip)

    def _class(self, severity: Severity) -> str:
        return {
            Severity.BONUS: self.tr("Bonuses"),
            Severity.MINOR: self.tr("Minor"),
            Severity.MODERATE: self.tr("Moderate"),
            Severity.SERIOUS: self.tr("Serious"),
        }[severity]
