"""The table of every line of a sheet, and the summary of the same lines by rule."""

from collections.abc import Mapping
from operator import itemgetter

from csdesk.core.appraisal import Line, Source, Strike
from csdesk.render.form_file import LineField, Part
from csdesk.render.paper_flow import LEAST, Flow, Row, Table, columns
from csdesk.render.paper_job import Job, line_numbers
from csdesk.render.paper_page import (
    LEFT,
    RIGHT,
    Align,
    Style,
    TextLine,
    TextLines,
    beside_or_below,
    height,
    on_one_line,
    wrap,
)

_TITLE, _HEADING = Style(9.5, 15, bold=True), Style(8, 10.5, bold=True)
_CELL, _RULE, _DETAIL = Style(8.5, 12), Style(9, 12), Style(8, 11)
_POINTS, _SUM = Style(9.5, 12, bold=True), Style(8.5, 12, bold=True)
_SOURCE = Style(7.5, 11)

_TO_THE_RIGHT = frozenset({LineField.NO, LineField.TIMES, LineField.POINTS})
_BLANK_ROWS = 4
_BLANK: TextLines = (TextLine("", Style(9, 15)),)

_Cells = Mapping[LineField, TextLines]


def set_lines(flow: Flow, part: Part, job: Job) -> None:
    """Put every line of the sheet into a table, struck ones below it; on a blank form a few empty rows."""
    lines = _Lines(part, job)
    _set_title(flow, job.speech.label(part.title))
    table = lines.table(flow)
    if job.sheet is None:
        lines.close_blank(table)
        return
    numbers = line_numbers(job.sheet)
    for number, line in enumerate(job.sheet.lines, start=1):
        table.add(lines.row(number, line, numbers))
    if not job.sheet.lines:
        table.add(lines.remark("paper.empty"))
    table.total(lines.sum("paper.total", table.sum))
    for line, strike in job.sheet.struck:
        table.add(lines.struck(line, strike, numbers))
    table.close()
    sources = tuple(line for text in job.speech.judged_by(job.sheet) for line in wrap(text, _SOURCE, RIGHT - LEFT))
    top = flow.take(height(sources) + 4)
    flow.page.put_all(sources, LEFT, top - 4)


def set_summary(flow: Flow, part: Part, job: Job) -> None:
    """Put the sheet's lines into a table, those of one rule together, the hardest first."""
    lines = _Lines(part, job)
    _set_title(flow, job.speech.label(part.title))
    table = lines.table(flow)
    if job.sheet is None:
        lines.close_blank(table)
        return
    by_code: dict[str, list[Line]] = {}
    for line in job.sheet.lines:
        by_code.setdefault(line.code, []).append(line)
    gathered = [(sum(line.points for line in same), same) for same in by_code.values()]
    for points, same in sorted(gathered, key=itemgetter(0)):
        table.add(lines.gathered(same, points))
    if not gathered:
        table.add(lines.remark("paper.empty"))
    table.total(lines.sum("paper.total", table.sum))
    table.close()


def _set_title(flow: Flow, title: str) -> None:
    if flow.room < _TITLE.leading + LEAST:
        flow.turn()
    flow.page.put(on_one_line(title, _TITLE, RIGHT - LEFT), LEFT, flow.y)
    flow.y -= _TITLE.leading + 2


class _Lines:
    """Makes the rows of one table."""

    def __init__(self, part: Part, job: Job) -> None:
        self._speech = job.speech
        self._fields = [column.field for column in part.columns]
        self._labels = [job.speech.each(column.label) for column in part.columns]
        aligns: list[Align] = ["right" if field in _TO_THE_RIGHT else "left" for field in self._fields]
        self._layout = columns([column.width for column in part.columns], aligns)
        self._rooms = dict(zip(self._fields, (column.room for column in self._layout), strict=True))

    def table(self, flow: Flow) -> Table:
        """Return the table with its heading, ready for rows."""
        cells = zip(self._labels, self._layout, strict=True)
        heading = Row(tuple(tuple(w for t in texts for w in wrap(t, _HEADING, c.room)) for texts, c in cells))
        return Table(
            flow,
            self._layout,
            heading,
            carried=lambda so_far: self.sum("paper.carried", so_far),
            brought=lambda so_far: self.sum("paper.brought", so_far),
        )

    def row(self, number: int, line: Line, numbers: Mapping[str, int]) -> Row:
        """Return the row of a line that counts."""
        return self._row(
            {
                LineField.NO: self._one(str(number), LineField.NO, _CELL),
                **self._common(line),
                LineField.TITLE: self._title(line) + self._facts(line, numbers, number),
                LineField.HOW: self._many(self._speech.how(line), LineField.HOW, _CELL),
                LineField.TIMES: self._one(str(line.count), LineField.TIMES, _CELL),
                LineField.POINTS: self._points(line.points),
            },
            points=line.points,
        )

    def struck(self, line: Line, strike: Strike, numbers: Mapping[str, int]) -> Row:
        """Return the row of an automatic line that was taken out: its title and points struck through, and why."""
        title = self._title(line)
        why = self._speech.struck(strike)
        cells = {
            **self._common(line),
            LineField.TITLE: title + self._facts(line, numbers) + self._many(why, LineField.TITLE, _DETAIL),
            LineField.POINTS: self._points(line.points),
        }
        return self._row(cells, struck={LineField.TITLE: len(title), LineField.POINTS: 1})

    def gathered(self, same: list[Line], points: int) -> Row:
        """Return the row of all lines of one rule."""
        cells = {
            **self._common(same[0]),
            LineField.TITLE: self._title(same[0]),
            LineField.TIMES: self._one(str(sum(line.count for line in same)), LineField.TIMES, _CELL),
            LineField.POINTS: self._points(points),
        }
        return self._row(cells, points=points)

    def sum(self, key: str, total: int) -> Row:
        """Return the row of a sum: its name beside the rules, its figure under the points."""
        cells = {
            LineField.TITLE: self._one(self._speech.phrase(key), LineField.TITLE, _SUM),
            LineField.POINTS: self._points(total),
        }
        return self._row(cells)

    def remark(self, key: str) -> Row:
        """Return a row that only says something."""
        return self._row({LineField.TITLE: self._one(self._speech.phrase(key), LineField.TITLE, _CELL)})

    def close_blank(self, table: Table) -> None:
        """End a table of empty rows to be filled in by hand."""
        for _ in range(_BLANK_ROWS):
            table.add(Row((_BLANK, *((),) * (len(self._layout) - 1))))
        table.close()

    def _row(self, cells: _Cells, points: int = 0, struck: Mapping[LineField, int] | None = None) -> Row:
        return Row(
            tuple(cells.get(field, ()) if field else () for field in self._fields),
            points,
            tuple(struck.get(field, 0) if field else 0 for field in self._fields) if struck else (),
        )

    def _common(self, line: Line) -> dict[LineField, TextLines]:
        speech = self._speech
        day = (speech.short_day(line.day),) if line.day else speech.say("paper.whole-month")
        return {
            LineField.DATE: self._said(day, LineField.DATE, _CELL),
            LineField.CODE: self._one(line.code, LineField.CODE, _CELL),
            LineField.CLASS: self._said(speech.severity(line), LineField.CLASS, _CELL),
        }

    def _title(self, line: Line) -> TextLines:
        return self._said(self._speech.title(line), LineField.TITLE, _RULE)

    def _facts(self, line: Line, numbers: Mapping[str, int], own: int = 0) -> TextLines:
        told: TextLines = ()
        if line.source is Source.AUTOMATIC:
            where = [numbers[each] for each in line.because if numbers.get(each, own) != own]
            told = self._many(self._speech.reason(line, where), LineField.TITLE, _DETAIL)
        return told + self._one(line.note, LineField.TITLE, _DETAIL)

    def _points(self, points: int) -> TextLines:
        return self._one(self._speech.points(points, signed=True), LineField.POINTS, _POINTS)

    def _said(self, texts: tuple[str, ...], field: LineField, style: Style) -> TextLines:
        """Return what is said in one language or two, beside each other if they fit."""
        room = self._rooms.get(field)
        return () if room is None else beside_or_below(texts, style, room)

    def _many(self, texts: tuple[str, ...], field: LineField, style: Style) -> TextLines:
        return tuple(line for text in texts for line in self._one(text, field, style))

    def _one(self, text: str, field: LineField, style: Style) -> TextLines:
        room = self._rooms.get(field)
        return () if room is None else wrap(text, style, room)
