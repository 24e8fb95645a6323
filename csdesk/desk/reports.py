"""What a month and a year look like from above."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from csdesk.core.appraisal import MonthResult
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.months import Months


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """A month in a row. average: of the final scores, one decimal, None where nobody is appraised.

    grades: how many people by letter, every letter of the rulebook from best to worst. pay: yuan in all.
    offences, bonuses: points of logged entries in all. flagged: people with at least one flag.
    """

    month: Month
    closed: bool
    people: int
    average: Decimal | None
    best: int | None
    worst: int | None
    grades: Mapping[str, int]
    bonuses: int
    offences: int
    pay: Decimal
    flagged: int


class Reports:
    """Summaries of months."""

    def __init__(self, months: Months) -> None:
        self._months = months

    def summary(self, month: Month) -> MonthSummary | Problem:
        """Return one month's summary, or why it cannot be reckoned."""
        view = self._months.result(month)
        if isinstance(view, Problem):
            return view
        return summarise(view.result, closed=view.closing is not None)


def average_score(result: MonthResult) -> Decimal | None:
    """Return the average final score with one decimal, half up; None where nobody is appraised."""
    finals = [sheet.final for sheet in result.sheets]
    if not finals:
        return None
    return (Decimal(sum(finals)) / len(finals)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def letters(result: MonthResult) -> Sequence[str]:
    """Return the grades of the month's rulebook, best first, the ungraded one last."""
    return [*(band.letter for band in result.rulebook.month.bands), result.rulebook.month.ungraded]


def summarise(result: MonthResult, *, closed: bool) -> MonthSummary:
    """Return the summary of a month's result."""
    counts = Counter(sheet.grade for sheet in result.sheets)
    finals = [sheet.final for sheet in result.sheets]
    return MonthSummary(
        month=result.month,
        closed=closed,
        people=len(finals),
        average=average_score(result),
        best=max(finals, default=None),
        worst=min(finals, default=None),
        grades={letter: counts[letter] for letter in letters(result)},
        bonuses=sum(sheet.bonuses for sheet in result.sheets),
        offences=sum(sheet.offences for sheet in result.sheets),
        pay=sum((sheet.pay_effect for sheet in result.sheets if sheet.pay_effect is not None), Decimal(0)),
        flagged=sum(bool(sheet.flags) for sheet in result.sheets),
    )
