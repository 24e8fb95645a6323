"""What is signed on paper: which sheets, with which serial and revision, and what was printed when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from csdesk.core.appraisal import MonthResult, Sheet
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.snapshot import digest, dump
from csdesk.desk.months import Months, MonthView
from csdesk.desk.session import Session
from csdesk.desk.writing import beside, distinct, safe_name
from csdesk.paths import form
from csdesk.render import fonts
from csdesk.render.form_file import PaperForm, read_form
from csdesk.render.paper import PaperContext, PaperLanguage, PaperMark, interview_pdf
from csdesk.store.errors import StoreUnavailable
from csdesk.store.prints import SheetPrint

APPRAISAL = "appraisal"
INTERVIEW = "interview"
FORMS = (APPRAISAL, INTERVIEW)
Progress = Callable[[int], None]
Cancelled = Callable[[], bool]
Settle = Callable[[], None]


@dataclass(frozen=True, slots=True)
class PrintMark:
    """What became of somebody's sheet. stale: the month has changed since it was printed.

    printed_at: ISO text in UTC. signed_on: the day on which it came back signed.
    """

    serial: str
    revision: int
    printed_at: str
    stale: bool
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Sheets to be printed; values only, so that a worker can draw them.

    sheets: None stands for a blank form. digests: of what each sheet says, in the same order.
    unprintable: what holds characters that no font has; said before printing.
    """

    form: str
    month: Month
    sheets: Sequence[tuple[Sheet | None, PaperMark | None]]
    digests: Sequence[str]
    context: PaperContext
    layout: PaperForm
    unprintable: Sequence[Problem] = ()

    def pdf(self, *, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bytes:
        """Return all sheets as one PDF."""
        return interview_pdf(self.sheets, self.context, self.layout, progress=progress, cancelled=cancelled)

    def files(
        self, folder: Path, *, merged: bool, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> list[tuple[Path, bytes]]:
        """Return the files to be written into `folder`: one, or one a person. Raises Cancelled (of the drawing)."""
        if merged:
            return [(folder / f"{self.form}-{self.month}.pdf", self.pdf(progress=progress, cancelled=cancelled))]
        files = []
        names = distinct([self.file_name(sheet) for sheet, _ in self.sheets])
        for done, (name, pair) in enumerate(zip(names, self.sheets, strict=True), start=1):
            files.append((folder / name, replace(self, sheets=[pair]).pdf(cancelled=cancelled)))
            if progress is not None:
                progress(done)
        return files

    def file_name(self, sheet: Sheet | None) -> str:
        """Return the name of one person's file."""
        if sheet is None:
            return f"{self.form}-blank.pdf"
        person = sheet.employee
        return safe_name(f"{self.form}-{self.month}-{person.number}-{person.name}") + ".pdf"


class Papers:
    """Sheets and forms on paper."""

    def __init__(self, session: Session, months: Months) -> None:
        self._session = session
        self._months = months

    def job(
        self,
        month: Month,
        form_name: str = APPRAISAL,
        language: PaperLanguage = "zh",
        employee_ids: Sequence[str] | None = None,
    ) -> PrintJob | list[Problem]:
        """Return the sheets of a month for the people named, or for everybody appraised."""
        view = self._months.result(month)
        if isinstance(view, Problem):
            return [view]
        return self.job_of(view, form_name, language, employee_ids)

    def job_of(
        self,
        view: MonthView,
        form_name: str = APPRAISAL,
        language: PaperLanguage = "zh",
        employee_ids: Sequence[str] | None = None,
    ) -> PrintJob | list[Problem]:
        """Return the sheets of a month that was reckoned already."""
        if form_name not in FORMS:
            return [Problem.at("form", "form.unknown")]
        result = view.result
        sheets = [s for s in result.sheets if employee_ids is None or s.employee.id in employee_ids]
        if not sheets:
            return [Problem.at("employee", "print.nobody", month=result.month)]
        digests = [sheet_digest(result, sheet) for sheet in sheets]
        check_code = view.closing.digest[:8].upper() if view.closing is not None else ""
        printed = self._session.store.prints.latest_in(result.month, form_name)
        marks = [
            _mark(form_name, sheet, printed.get(sheet.employee.id), seen, check_code)
            for sheet, seen in zip(sheets, digests, strict=True)
        ]
        return PrintJob(
            form=form_name,
            month=result.month,
            sheets=list(zip(sheets, marks, strict=True)),
            digests=digests,
            context=self._context(language),
            layout=self._layout(form_name),
            unprintable=_unprintable(self._session.store.team().name, sheets),
        )

    def blank_interview(self, month: Month, language: PaperLanguage = "zh") -> PrintJob:
        """Return one blank interview form."""
        return PrintJob(INTERVIEW, month, [(None, None)], [""], self._context(language), self._layout(INTERVIEW))

    def _context(self, language: PaperLanguage) -> PaperContext:
        return PaperContext(
            team=self._session.store.team().name,
            rulebooks=self._session.rulebooks(),
            printed_on=self._session.today(),
            language=language,
        )

    def _layout(self, form_name: str) -> PaperForm:
        path = form(f"{form_name}.toml")
        layout = read_form(path.read_text("utf-8"), path.name)
        if not isinstance(layout, PaperForm):
            raise ValueError(f"{path.name}: {layout}")
        return layout

    def put_out(
        self,
        job: PrintJob,
        folder: Path,
        *,
        merged: bool,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        settle: Settle | None = None,
    ) -> list[Path]:
        """Write the sheets into `folder` and note that they were printed, or neither; return the files.

        settle: called when all is ready, right before the files take their places; it may raise, and everything stays
        as it was. Raises Cancelled (of the drawing) or OSError likewise.
        """
        # Drawn and written beside before: other windows must not wait for it.
        files = job.files(folder, merged=merged, progress=progress, cancelled=cancelled)
        with beside(files) as put_in_place, self._session.store.atomic():
            self.printed(job)
            if settle is not None:
                settle()
            put_in_place()
        return [path for path, _ in files]

    def printed(self, job: PrintJob) -> None:
        """Note that the sheets of `job` were printed."""
        find = self._session.store.people.get
        if any(sheet is not None and find(sheet.employee.id) is None for sheet, _ in job.sheets):
            # Nobody is ever taken off the staff file, so something else did it.
            raise StoreUnavailable("file.damaged", file=str(self._session.store.path))
        act = self._session.act("sheet.printed")
        with self._session.store.atomic():
            for (sheet, mark), seen in zip(job.sheets, job.digests, strict=True):
                if sheet is not None and mark is not None:
                    self._session.store.prints.add(
                        SheetPrint(sheet.employee.id, job.month, job.form, mark.serial, mark.revision, seen), act
                    )

    def marks(self, result: MonthResult, form_name: str = APPRAISAL) -> Mapping[str, PrintMark]:
        """Return what became of everybody's sheet of the month, by employee id; nothing for who has none."""
        printed = self._session.store.prints.latest_in(result.month, form_name)
        marks = {}
        for sheet in result.sheets:
            last = printed.get(sheet.employee.id)
            if last is not None:
                stale = last.digest != sheet_digest(result, sheet)
                marks[sheet.employee.id] = PrintMark(last.serial, last.revision, last.at, stale, last.signed_on)
        return marks

    def sign(self, month: Month, employee_ids: Sequence[str], day: date) -> list[Problem]:
        """Note that printed sheets came back signed on `day`."""
        if day > self._session.today():
            return [Problem.at("day", "day.future", day=day)]
        prints, act = self._session.store.prints, self._session.act("sheet.signed")
        with self._session.store.atomic():
            printed = prints.latest_in(month, APPRAISAL)
            if any(employee_id not in printed for employee_id in employee_ids):
                return [Problem.at("employee", "sheet.not-printed")]
            for employee_id in employee_ids:
                last = printed[employee_id]
                prints.mark_signed(last.id, last.rev, day, act)
        return []


def sheet_digest(result: MonthResult, sheet: Sheet) -> str:
    """Return the SHA-256 of what one person's sheet says."""
    return digest(dump(replace(result, sheets=(sheet,), problems=(), tests=0, workloads=0, undecided=0)))


def _mark(form_name: str, sheet: Sheet, last: SheetPrint | None, seen: str, check_code: str) -> PaperMark:
    """Return the serial and revision: a sheet that says something new is a new revision."""
    letter = form_name[0].upper()
    serial = f"{letter}{sheet.month.year:04d}{sheet.month.month:02d}-{sheet.employee.number}"
    revision = 1 if last is None else last.revision + (last.digest != seen)
    return PaperMark(serial, revision, check_code)


def _unprintable(team: str, sheets: Sequence[Sheet]) -> list[Problem]:
    """Return what no font can print: in the names, the team's among them, and in what else stands on the sheets."""
    problems = []
    for name, texts in [(team, ""), *((sheet.employee.name, _other_texts(sheet)) for sheet in sheets)]:
        for code, text in (("name.unprintable", name), ("text.unprintable", texts)):
            missing = fonts.missing(text)
            if missing:
                shown = " ".join(f"{c} (U+{ord(c):04X})" for c in missing)
                problems.append(Problem.at("name", code, name=name, characters=shown))
    return problems


def _other_texts(sheet: Sheet) -> str:
    struck = [strike.reason for _, strike in sheet.struck]
    return "".join([sheet.employee.group, *(line.note for line in sheet.lines), *struck])
