"""What one person's form is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from csdesk.core.appraisal import Sheet
from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebooks
from csdesk.render.form_file import PaperForm
from csdesk.render.paper_words import PaperLanguage, Speech


@dataclass(frozen=True, slots=True)
class PaperContext:
    """What every sheet of a print run has in common."""

    team: str
    rulebooks: Rulebooks
    printed_on: date
    language: PaperLanguage


@dataclass(frozen=True, slots=True)
class PaperMark:
    """What tells one printed sheet from another. serial: "" on a draft. check_code: from the signing on."""

    serial: str
    revision: int
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One form to be laid out. sheet: None for a blank form. mark: None where the paper is not numbered."""

    sheet: Sheet | None
    mark: PaperMark | None
    form: PaperForm
    context: PaperContext
    speech: Speech

    @property
    def month(self) -> Month:
        """The month that the form is about; on a blank one that of printing."""
        return self.sheet.month if self.sheet else Month.of(self.context.printed_on)


def line_numbers(sheet: Sheet) -> Mapping[str, int]:
    """Return the number on the sheet of every fact that a line stands for, by the fact's id.

    A line that follows from several facts (an escalation) comes after those that stand for them.
    """
    numbers: dict[str, int] = {}
    for number, line in enumerate(sheet.lines, start=1):
        if line.because:
            numbers.setdefault(line.because[0], number)
    return numbers
