"""The workbook that HR takes. What makes it is imported when one is made: the tab that offers it must not wait."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from csdesk.core.appraisal import MonthResult
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.months import Months, MonthView
from csdesk.desk.session import Session
from csdesk.desk.writing import beside, safe_name

if TYPE_CHECKING:
    from csdesk.render.month_book import BookContext, BookLanguage


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A month's workbook to be written; values only, so that a worker can make it."""

    result: MonthResult
    context: "BookContext"

    def file_name(self) -> str:
        """Return the name that the file gets where nobody chooses one."""
        return f"{safe_name(self.context.team)}-{self.result.month}.xlsx"

    def workbook(
        self,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return the workbook. Raises Cancelled (of the making)."""
        from csdesk.render.month_book import month_book

        return month_book(self.result, self.context, progress=progress, cancelled=cancelled)


class Exports:
    """What leaves the program for other departments."""

    def __init__(self, session: Session, months: Months) -> None:
        self._session = session
        self._months = months

    def job(self, month: Month, language: "BookLanguage" = "both") -> ExportJob | list[Problem]:
        """Return the workbook of a month, or why there is none."""
        view = self._months.result(month)
        if isinstance(view, Problem):
            return [view]
        return self.job_of(view, language)

    def job_of(self, view: MonthView, language: "BookLanguage" = "both") -> ExportJob:
        """Return the workbook of a month that was reckoned already."""
        from csdesk.render.month_book import BookContext

        context = BookContext(
            team=self._session.store.team().name,
            rulebooks=self._session.rulebooks(),
            language=language,
            made_on=self._session.today(),
            closed_on=None if view.closing is None else self._session.local_day(view.closing.at),
        )
        return ExportJob(view.result, context)

    def put_out(
        self,
        job: ExportJob,
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        settle: Callable[[], None] | None = None,
    ) -> None:
        """Write the workbook to `path` and note that it was given out, or neither.

        settle: called when all is ready, right before the file takes its place; it may raise, and everything stays as
        it was. Raises Cancelled (of the making) or OSError likewise.
        """
        # Made and written beside before: other windows must not wait for it.
        workbook = job.workbook(progress=progress, cancelled=cancelled)
        with beside([(path, workbook)]) as put_in_place, self._session.store.atomic():
            self.exported(job)
            if settle is not None:
                settle()
            put_in_place()

    def exported(self, job: ExportJob) -> None:
        """Note in the journal that the month's workbook was given out."""
        self._session.store.settings.put(
            f"exported-{job.result.month}", self._session.today().isoformat(), self._session.act("month.exported")
        )
