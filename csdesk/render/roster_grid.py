"""The roster's table on paper: people down, days across, cover below; its heading row on every page it reaches."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from csdesk.core.days import DayKind
from csdesk.core.employee import Employee
from csdesk.core.shifts import Shift
from csdesk.render.paper_flow import Flow
from csdesk.render.paper_page import HAIR, THIN, Area, Page, Style, TextLine, on_one_line, shrunk, width, wrap
from csdesk.render.roster_sheet import Entry, RosterView

_LEAST_SIZE = 5.0
"""Smaller type cannot be read on a copy; what does not fit then is broken, and cut."""
_AIR = 1.5
_INDENT = 3.0
_GREY = {DayKind.WEEKEND: 0.89, DayKind.HOLIDAY: 0.8}
_ROWS_OF_A_CODE = 2


class _Line(NamedTuple):
    """A line in a cell. framed: a little frame is drawn round it."""

    text: TextLine
    framed: bool = False


class RosterRow(NamedTuple):
    """A row that is ready to be put on a page. absent: empty ones, as the person is not employed."""

    number: TextLine
    name: TextLine
    cells: tuple[tuple[_Line, ...], ...]
    height: float
    absent: frozenset[int] = frozenset()


class RosterGrid:
    """Makes the rows of one roster and puts them on pages. pitch: how high a row of one line is."""

    def __init__(self, view: RosterView, area: Area, pitch: float) -> None:
        self._view = view
        self._area = area
        self._pitch = pitch
        self._scale = (area.right - area.left) / 786
        size = min(max(pitch * 0.58, 6.2), 9.0 * self._scale)
        self._cell, self._name = Style(size, size * 1.22), Style(size + 0.4, size + 2)
        self._number = Style(size, size + 2)
        self._heads = Style(7.5 * self._scale, 9.5 * self._scale, bold=True)
        self._weekday = Style(6.3 * self._scale, 8.0 * self._scale)
        self._short = self._cell._replace(bold=True)
        people = view.sheet.employees
        numbers = [width(person.number, self._number) for person in people]
        names = [width(person.name, self._name) for person in people]
        self._for_number = min(max([22 * self._scale, *numbers]) + 2 * _INDENT, 58 * self._scale)
        self._for_name = min(max([44 * self._scale, *names]) + 2 * _INDENT, 92 * self._scale)
        left = area.left + self._for_number + self._for_name
        self._day_width = (area.right - left) / len(view.days)
        self._lefts = [left + at * self._day_width for at in range(len(view.days))]
        self._marks = [self._small(view.mark(day)) for day in view.days]
        self._top = self._part = 0.0

    @property
    def heading_height(self) -> float:
        """How high the row of the days is."""
        marks = max(map(len, self._marks))  # 0 in a month without holidays
        return self._heads.leading + (1 + marks) * self._weekday.leading + 2 * _AIR

    def person(self, employee: Employee) -> RosterRow:
        """Return the row of one person."""
        cells = tuple(self._lines(self._view.entries(employee, day)) for day in self._view.days)
        absent = (at for at, day in enumerate(self._view.days) if not cells[at] and not employee.employed_on(day))
        return self._row(employee.number, employee.name, cells, frozenset(absent))

    def cover(self, shift: Shift) -> RosterRow:
        """Return the row that says how a shift is covered; a day that is short stands in bold."""
        cells = tuple(self._cover(shift, day) for day in self._view.days)
        row = self._row("", "", cells)
        room = self._for_number + self._for_name - 2 * _INDENT
        told = f"{shift.code} {shift.start:%H:%M}–{shift.end:%H:%M}"
        return row._replace(number=on_one_line(told, self._number, room))

    @property
    def caption_height(self) -> float:
        """How high a row is that only says something."""
        return self._short.leading + 2 * _AIR

    def begin(self, flow: Flow) -> None:
        """Begin the table with the row of the days."""
        page, self._top = flow.page, flow.y
        self._part = self._top
        top = flow.take(self.heading_height)
        page.across(top, THIN)
        left = self._area.left + _INDENT
        for key, x, room in (
            ("duty.number", left, self._for_number),
            ("duty.name", left + self._for_number, self._for_name),
        ):
            texts = self._view.speech.say(key)
            page.put_all(tuple(shrunk(each, self._heads, room - 2 * _INDENT) for each in texts), x, top - _AIR)
        for day, left, marks in zip(self._view.days, self._lefts, self._marks, strict=True):
            middle, y = left + self._day_width / 2, top - _AIR
            page.put(TextLine(str(day.day), self._heads), middle, y, "center")
            y -= self._heads.leading
            page.put(shrunk(self._view.weekday(day), self._weekday, self._day_width - 2), middle, y, "center")
            page.put_all(marks, middle, y - self._weekday.leading, "center")
        page.across(flow.y, THIN)

    def turn(self, flow: Flow) -> None:
        """End the table on this page and begin it again on the next."""
        self.end(flow)
        flow.turn()
        self.begin(flow)

    def put(self, flow: Flow, row: RosterRow) -> None:
        """Put a row, on a new page with its heading where it does not fit."""
        if row.height > flow.room:
            self.turn(flow)
        page = flow.page
        top = flow.take(row.height)
        middle = (top + flow.y) / 2
        self._put_middle(page, row.number, self._area.left + _INDENT, middle)
        self._put_middle(page, row.name, self._area.left + self._for_number + _INDENT, middle)
        for at, lines in enumerate(row.cells):
            self._put_cell(page, lines, self._lefts[at], middle)
        for at in row.absent:
            page.across(middle, HAIR, self._lefts[at] + 3, self._lefts[at] + self._day_width - 3)
        page.across(flow.y)

    def say(self, flow: Flow, text: str) -> None:
        """Put a row that only says something, over the whole width; what comes after it stays on the same page."""
        self._rule_days(flow)
        page = flow.page
        page.across(flow.y, THIN)
        top = flow.take(self.caption_height)
        line = on_one_line(text, self._short, self._area.right - self._area.left - 2 * _INDENT)
        page.put(line, self._area.left + _INDENT, top - _AIR)
        page.across(flow.y, THIN)
        self._part = flow.y

    def end(self, flow: Flow) -> None:
        """End the table on this page."""
        self._rule_days(flow)
        page = flow.page
        page.across(flow.y, THIN)
        page.down(self._area.left, self._top, flow.y, THIN)
        page.down(self._area.right, self._top, flow.y, THIN)

    def _rule_days(self, flow: Flow) -> None:
        """Part the days that were put last from each other, and lay grey under weekends and holidays."""
        page, top, bottom = flow.page, self._part, flow.y
        for at, (day, left) in enumerate(zip(self._view.days, self._lefts, strict=True)):
            # Monday's rule is heavier, so that the eye finds the week.
            page.down(left, top, bottom, THIN if at == 0 or day.weekday() == 0 else HAIR)
            grey = _GREY.get(self._view.kind(day))
            if grey is not None:
                page.shade(left, top, left + self._day_width, bottom, grey)

    def _row(
        self, number: str, name: str, cells: tuple[tuple[_Line, ...], ...], absent: frozenset[int] = frozenset()
    ) -> RosterRow:
        tallest = max(sum(line.text.style.leading for line in lines) for lines in cells)
        return RosterRow(
            on_one_line(number, self._number, self._for_number - 2 * _INDENT),
            on_one_line(name, self._name, self._for_name - 2 * _INDENT),
            cells,
            max(self._pitch, tallest + 2 * _AIR),
            absent,
        )

    def _lines(self, entries: Sequence[Entry]) -> tuple[_Line, ...]:
        return tuple(_Line(line, entry.swapped) for entry in entries for line in self._fitted(entry))

    def _fitted(self, entry: Entry) -> tuple[TextLine, ...]:
        """Return an entry as it fits into a cell: smaller, then on two lines, then cut."""
        room = self._day_width - (5 if entry.swapped else 2.4)
        line = shrunk(entry.text, self._cell, room)
        if line.style.size >= _LEAST_SIZE:
            return (line,)
        least = Style(_LEAST_SIZE, _LEAST_SIZE * 1.2)
        lines = wrap(entry.text, least, room)
        if len(lines) <= _ROWS_OF_A_CODE:
            return lines
        return lines[0], on_one_line(entry.text.removeprefix(lines[0].text).lstrip(), least, room)

    def _cover(self, shift: Shift, day: date) -> tuple[_Line, ...]:
        cover = self._view.cover(shift, day)
        if cover is None:
            return ()
        style = self._short if cover.have < cover.need else self._cell
        return (_Line(shrunk(f"{cover.have}/{cover.need}", style, self._day_width - 4)),)

    def _small(self, texts: Sequence[str]) -> tuple[TextLine, ...]:
        return tuple(shrunk(text, self._weekday._replace(bold=True), self._day_width - 2) for text in texts)

    def _put_cell(self, page: Page, lines: Sequence[_Line], left: float, middle: float) -> None:
        top = middle + sum(line.text.style.leading for line in lines) / 2
        for text, framed in lines:
            page.put(text, left + self._day_width / 2, top, "center")
            if framed:
                half = width(*text) / 2 + 1.6
                centre = left + self._day_width / 2
                page.frame(centre - half, top - 0.2, centre + half, top - text.style.leading + 0.2, THIN)
            top -= text.style.leading

    def _put_middle(self, page: Page, line: TextLine, x: float, middle: float) -> None:
        page.put(line, x, middle + line.style.leading / 2)
