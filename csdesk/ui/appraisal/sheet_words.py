"""How a person's sheet is said in few words: its state on paper, its flags, its pay."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from csdesk.core.appraisal import FlagCode, PayReason, Sheet
from csdesk.core.rulebook import PayRule
from csdesk.desk.desk import Desk
from csdesk.desk.papers import PrintMark
from csdesk.texts import Texts
from csdesk.ui.appraisal.checklist import CheckName, is_printed, is_signed, is_stale
from csdesk.ui.appraisal.reading import SheetRow
from csdesk.ui.models.table import Chip
from csdesk.ui.moments import local, short_day
from csdesk.ui.page import Context

NOTHING = "—"
_FLAG_CHIPS = {FlagCode.BELOW_60: "serious", FlagCode.LAST_TWICE: "moderate", FlagCode.DISMISSAL: "dismissal"}


def moment(at: str, texts: Texts, now: datetime) -> str:
    """Return a stored moment as people write it here: 30 Nov 17:12."""
    return local(at, texts, now)


class SheetWords(QObject):
    """Says sheets; it speaks the language of the moment."""

    def __init__(self, desk: Desk, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context = context

    @property
    def texts(self) -> Texts:
        """The texts in the language of the moment."""
        return self._context.texts

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._desk.now()

    def day(self, day: date) -> str:
        """Return a day in few letters."""
        return short_day(day, self.texts, self._desk.today())

    # On paper

    def state(self, mark: PrintMark | None) -> str:
        """Return what became of a sheet: printed, stale, signed with its day, or a dash."""
        if mark is None:
            return NOTHING
        if mark.stale:
            return self.tr("stale")
        if mark.signed_on is not None:
            return self.tr("signed {day}").format(day=self.day(mark.signed_on))
        return self.tr("printed")

    def state_tip(self, mark: PrintMark | None) -> str:
        """Return the same in a sentence or two, with serial and revision."""
        if mark is None:
            return self.tr("Not printed yet")
        said = self.tr("{serial}, revision {revision}, printed {when}.")
        parts = [said.format(serial=mark.serial, revision=mark.revision,
                             when=moment(mark.printed_at, self.texts, self.now))]  # fmt: skip
        if mark.signed_on is not None:
            parts.append(self.tr("It came back signed on {day}.").format(day=self.texts.day(mark.signed_on)))
        if mark.stale:
            parts.append(self.tr("The month has changed since: print the sheet anew."))
        return "\n".join(parts)

    @staticmethod
    def state_rank(mark: PrintMark | None) -> tuple[int, str]:
        """Return what sheets are sorted by: not printed, stale, printed, signed."""
        if mark is None:
            return 0, ""
        return (1 if mark.stale else 3 if mark.signed_on else 2), str(mark.signed_on or mark.printed_at)

    # Flags and pay

    def chips(self, sheet: Sheet) -> Sequence[Chip]:
        """Return a sheet's flags, and for a newcomer which month of the employment it is."""
        chips = [Chip(self.texts.flag(flag, short=True), _FLAG_CHIPS[flag.code]) for flag in sheet.flags]
        if sheet.pay_reason is PayReason.EXEMPT:
            chips.append(Chip(self.nth_month(sheet.employment_month), "minor"))
        return chips

    def nth_month(self, nth: int) -> str:
        """Return which month of the employment it is: 2nd month."""
        named = {1: self.tr("1st month"), 2: self.tr("2nd month"), 3: self.tr("3rd month")}
        return named.get(nth) or self.tr("{nth}th month").format(nth=nth)

    def flags_tip(self, sheet: Sheet, pay: PayRule) -> str:
        """Return the flags in sentences, and why somebody new has no pay effect."""
        lines = [self.texts.flag(flag) for flag in sheet.flags]
        if sheet.pay_reason is PayReason.EXEMPT:
            lines.append(self.texts.pay_reason(sheet, pay))
        return "\n".join(lines)

    def pay(self, sheet: Sheet) -> str:
        """Return the pay effect in yuan, or that there is none yet."""
        if sheet.pay_effect is None:
            return self.tr("none yet")
        return self.texts.points(int(sheet.pay_effect), signed=True)

    # Searching

    def filter_words(self) -> Mapping[CheckName, str]:
        """Return what to search for to find whom a line of the checklist is about."""
        return {
            CheckName.FLAGS: self.tr("flagged"),
            CheckName.PRINTED: self.tr("to print"),
            CheckName.STALE: self.tr("stale"),
            CheckName.SIGNED: self.tr("to sign"),
        }

    def found_by(self, row: SheetRow) -> str:
        """Return the words that a row is found by besides its person, casefolded, one a line."""
        sheet, named = row.sheet, self.filter_words()
        found = [self.texts.say(f"words.role.{sheet.employee.role}"), sheet.employee.group]
        found += [words for flag in sheet.flags for words in (self.texts.flag(flag), self.texts.flag(flag, short=True))]
        found += [chip.text for chip in self.chips(sheet)]
        found.append(self.state(row.mark))
        if sheet.flags:
            found.append(named[CheckName.FLAGS])
        if not is_printed(row):
            found.append(named[CheckName.PRINTED])
        if is_stale(row):
            found.append(named[CheckName.STALE])
        if not is_signed(row):
            found.append(named[CheckName.SIGNED])
        return "\n".join(found).casefold()
