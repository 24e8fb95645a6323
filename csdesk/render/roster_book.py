"""The month's roster as a workbook: people down and days across, and the long form that can be imported again.

Real dates and times; no cell is a formula and no text can become one.
"""

import datetime
import io
from collections.abc import Callable, Mapping
from datetime import date, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from csdesk.core.days import DayKind
from csdesk.core.employee import Employee
from csdesk.core.shifts import Shift
from csdesk.core.words import Words
from csdesk.render.duty_page import speech_of, times_of
from csdesk.render.intake_layout import SHEETS, Column, Layout
from csdesk.render.intake_rows import SheetKind
from csdesk.render.month_book import options
from csdesk.render.month_style import ACCENT, DAY, FONT, LINE_HEIGHT, MUTED, SUNK, TEXT, width_of
from csdesk.render.month_words import Cleaner, SheetNames
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_paper import PaperSize
from csdesk.render.roster_sheet import RosterSheet, RosterView
from csdesk.render.steps import Steps

_PAPERS: dict[PaperSize, int] = {"A4": 9, "A3": 8}
_DAY_NOUGHT = date(1899, 12, 30)
_DAYS_FROM, _HEADING = 2, 2
"""The column of the first day, and the row of the headings."""
_GREY = {DayKind.WEEKEND: "#E8E8E8", DayKind.HOLIDAY: "#CFCFCF"}
_LIST_HEADING = 2
_RULE = "#A6AEBA"
"""Dark enough to be seen on paper; the hair lines of other workbooks are not."""
_ROW = 19.0
_DAY_MINUTES = 24 * 60


def roster_book(
    sheet: RosterSheet,
    language: PaperLanguage,
    size: PaperSize = "A4",
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the workbook of a month's roster; the same values give the same bytes.

    progress: called with people done and people in all. cancelled: asked between people; yes raises `Cancelled`.
    """
    stream = io.BytesIO()
    book = Workbook(stream, options())
    midnight = datetime.datetime.combine(sheet.made_on, time())
    book.set_properties({"title": f"{sheet.team} {sheet.month}", "author": "csdesk", "created": midnight})
    steps = Steps(progress, cancelled, every=1)
    steps.total = len(sheet.employees)
    maker = _Maker(book, RosterView(sheet, speech_of(language)), size)
    maker.write_month(steps)
    maker.write_planned()
    maker.write_shifts()
    book.close()
    return stream.getvalue()


class _Maker:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook, view: RosterView, size: PaperSize) -> None:
        self._book = book
        self._view = view
        self._size = size
        self._names = SheetNames()
        self._clean = Cleaner().clean
        self._formats: dict[tuple[object, ...], Format] = {}

    def write_month(self, steps: Steps) -> None:
        """Write the sheet with people down and days across, as it is worked."""
        view, speech = self._view, self._view.speech
        page = self._page(speech.phrase("duty.sheet.month"))
        page.write_string(0, 0, speech.month(view.sheet.month), self._format(font_size=17, bold=True))
        # Words that an import takes for a roster's must not stand here: it is the long form that is read again.
        hints = [*speech.say("duty.worked"), *speech.say("duty.marked"), *view.estimated(), *view.special_days()]
        page.write_string(1, 0, " ".join(hints), self._format(font_color=MUTED, font_size=9))
        first = self._write_days(page)
        for row, employee in enumerate(view.sheet.employees, start=first):
            self._write_person(page, row, employee)
            steps.one()
        last = self._write_covers(page, first + len(view.sheet.employees))
        people = [self._clean(employee.name) for employee in view.sheet.employees]
        page.set_column(0, 0, width_of([employee.number for employee in view.sheet.employees], 9, 18))
        page.set_column(1, 1, width_of(people, 14, 26))
        page.set_column(_DAYS_FROM, _DAYS_FROM + len(view.days) - 1, 6)
        page.freeze_panes(first, _DAYS_FROM)
        page.repeat_rows(_HEADING, first - 1)
        page.repeat_columns(0, 1)
        page.print_area(0, 0, last, _DAYS_FROM + len(view.days))

    def _write_days(self, page: Worksheet) -> int:
        """Write the headings and return the row of the first person."""
        view, speech = self._view, self._view.speech
        marks = [" ".join(view.mark(day)) for day in view.days]
        rows = 3 if any(marks) else 2
        head: dict[str, object] = {"bold": True, "font_color": MUTED, "font_size": 9, "bg_color": SUNK}
        for column, key in ((0, "duty.number"), (1, "duty.name"), (_DAYS_FROM + len(view.days), "duty.total")):
            page.write_string(_HEADING, column, speech.phrase(key), self._cell(**head))
            for row in range(1, rows):
                page.write_blank(_HEADING + row, column, None, self._cell(**head))
        for column, (day, mark) in enumerate(zip(view.days, marks, strict=True), start=_DAYS_FROM):
            ground = _GREY.get(view.kind(day), SUNK)
            style = {"bold": True, "align": "center", "font_size": 9, "bg_color": ground}
            page.write_number(_HEADING, column, (day - _DAY_NOUGHT).days, self._cell(**style, num_format="d"))
            page.write_string(_HEADING + 1, column, view.weekday(day), self._cell(**{**style, "bold": False}))
            if any(marks):
                page.write_string(_HEADING + 2, column, mark, self._cell(**style))
        return _HEADING + rows

    def _write_person(self, page: Worksheet, row: int, employee: Employee) -> None:
        view, tallest = self._view, 1
        page.write_string(row, 0, employee.number, self._cell(num_format="@"))
        page.write_string(row, 1, self._clean(employee.name), self._cell(quote_prefix=True))
        for column, day in enumerate(view.days, start=_DAYS_FROM):
            entries = view.entries(employee, day)
            style: dict[str, object] = {"align": "center", **self._ground(day)}
            if not entries:
                page.write_blank(row, column, None, self._cell(**style))
                continue
            if any(entry.swapped for entry in entries):
                style.update(bold=True, border=2, border_color=TEXT)
            # A code that is too long is set smaller; several stand below each other.
            style["shrink" if len(entries) == 1 else "text_wrap"] = True
            tallest = max(tallest, len(entries))
            text = "\n".join(self._clean(entry.text) for entry in entries)
            page.write_string(row, column, text, self._cell(**style, quote_prefix=True))
        page.set_row(row, max(_ROW, tallest * LINE_HEIGHT))
        worked = sum(len(view.sheet.cells.get((employee.id, day), ())) for day in view.days)
        page.write_number(row, _DAYS_FROM + len(view.days), worked, self._cell(num_format="0"))

    def _write_covers(self, page: Worksheet, row: int) -> int:
        """Write how the shifts are covered and return the last row."""
        view = self._view
        shifts = view.covered_shifts
        if not shifts:
            return row
        page.write_string(row, 0, view.speech.phrase("duty.cover"), self._format(bold=True, font_size=9))
        for at, shift in enumerate(shifts, start=row + 1):
            page.write_string(at, 0, self._clean(shift.code), self._cell(quote_prefix=True))
            page.write_string(at, 1, times_of(shift, view.speech), self._cell())
            for column, day in enumerate(view.days, start=_DAYS_FROM):
                cover = view.cover(shift, day)
                style: dict[str, object] = {"align": "center", "num_format": "@", **self._ground(day)}
                if cover is None:
                    page.write_blank(at, column, None, self._cell(**style))
                else:
                    style["bold"] = cover.have < cover.need
                    page.write_string(at, column, f"{cover.have}/{cover.need}", self._cell(**style))
        return row + len(shifts)

    def write_planned(self) -> None:
        """Write the long form of the roster as planned."""
        view = self._view
        layout = _layout(SheetKind.ROSTER)
        page = self._list(layout, view.speech.phrase("duty.planned"))
        numbers = {employee.id: employee.number for employee in view.sheet.employees}
        duties = sorted(
            (day, numbers[employee_id], place, view.sheet.shifts[shift_id].code)
            for (employee_id, day), cell in view.sheet.planned.items()
            if day in view.sheet.month
            for place, shift_id in enumerate(cell)
        )
        for row, (day, number, _, code) in enumerate(duties, start=_LIST_HEADING + 1):
            self._write_row(page, row, layout, {"date": day, "number": number, "shift": code})

    def write_shifts(self) -> None:
        """Write the shifts with their times, those that are no longer given out only where the month has them."""
        view = self._view
        layout = _layout(SheetKind.SHIFTS)
        page = self._list(layout, view.speech.phrase("duty.shifts"))
        planned = {each for (_, day), cell in view.sheet.planned.items() if day in view.sheet.month for each in cell}
        kept = [shift for shift in view.sheet.shifts.values()
                if not shift.retired or shift in view.shifts or shift.id in planned]  # fmt: skip
        for row, shift in enumerate(sorted(kept, key=_by_code), start=_LIST_HEADING + 1):
            values = {"code": shift.code, "start": shift.start, "end": shift.end, "break": shift.break_minutes}
            self._write_row(page, row, layout, values)

    def _list(self, layout: Layout, title: str) -> Worksheet:
        """Add a sheet of the intake workbook, with its headings."""
        page = self._page(self._view.speech.label(layout.title))
        page.write_string(0, 0, title, self._format(bold=True))
        for column, each in enumerate(layout.columns):
            heading = self._heading(each)
            style = self._cell(bold=True, font_color=MUTED, bg_color=SUNK, bottom=1, bottom_color=ACCENT)
            page.write_string(_LIST_HEADING, column, heading, style)
            page.set_column(column, column, max(14, len(heading) * 1.6))
        page.freeze_panes(_LIST_HEADING + 1, 0)
        page.repeat_rows(_LIST_HEADING)
        return page

    def _heading(self, column: Column) -> str:
        # Said in both languages, a heading has its unit once, at its end.
        en, zh = (text.partition("(")[0].strip() for text in column.title)
        return self._view.speech.label(Words(en, zh))

    def _write_row(self, page: Worksheet, row: int, layout: Layout, values: Mapping[str, object]) -> None:
        for column, field in enumerate(each.field for each in layout.columns):
            value = values[field]
            if isinstance(value, date):
                page.write_number(row, column, (value - _DAY_NOUGHT).days, self._cell(num_format=DAY, align="left"))
            elif isinstance(value, time):
                minutes = value.hour * 60 + value.minute
                page.write_number(row, column, minutes / _DAY_MINUTES, self._cell(num_format="hh:mm", align="left"))
            elif isinstance(value, int):
                page.write_number(row, column, value, self._cell(num_format="0", align="left"))
            else:
                page.write_string(row, column, self._clean(str(value)), self._cell(num_format="@", quote_prefix=True))

    def _page(self, title: str) -> Worksheet:
        """Add a sheet, set up for reading and for paper across."""
        view = self._view
        name = self._names.name(title)
        page = self._book.add_worksheet(name)
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(_PAPERS[self._size])
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        told = " ".join(f"{view.sheet.team}  {view.speech.month(view.sheet.month)}  {name}".split())[:90]
        pages = view.speech.phrase("paper.page", page="&P", pages="&N")
        page.set_footer(f"&L&8{self._clean(told).replace('&', '&&')}&R&8{pages}")
        return page

    def _ground(self, day: date) -> dict[str, object]:
        grey = _GREY.get(self._view.kind(day))
        return {} if grey is None else {"bg_color": grey}

    def _cell(self, **properties: object) -> Format:
        return self._format(**{"border": 1, "border_color": _RULE, "valign": "vcenter", **properties})

    def _format(self, **properties: object) -> Format:
        known = tuple(sorted(properties.items()))
        if known not in self._formats:
            base = {"font_name": FONT, "font_size": 10, "font_color": TEXT}
            self._formats[known] = self._book.add_format({**base, **properties})
        return self._formats[known]


def _layout(kind: SheetKind) -> Layout:
    return next(layout for layout in SHEETS if layout.kind is kind)


def _by_code(shift: Shift) -> tuple[object, ...]:
    return shift.start, shift.end, shift.code
