"""The result of a month in one frame: how the score adds up, the score itself large, pay effect and flags."""

from typing import NamedTuple, assert_never

from csdesk.core.appraisal import Sheet
from csdesk.core.words import Words
from csdesk.render.form_file import Figure, FigureBox, Part
from csdesk.render.paper_flow import Flow
from csdesk.render.paper_job import Job, line_numbers
from csdesk.render.paper_page import (
    HAIR,
    LEFT,
    RIGHT,
    THICK,
    Page,
    Style,
    TextLines,
    beside_or_below,
    height,
    shrunk,
    width,
    wrap,
)

_LABEL, _FIGURE = Style(7.5, 10), Style(12.5, 20)
_LARGE_LABEL = Style(8, 10, bold=True)
_LARGE = {
    Figure.FINAL: Style(30, 32, bold=True),
    Figure.GRADE: Style(20, 32, bold=True),
    Figure.RANK: Style(16, 32, bold=True),
}
_SHARES = {Figure.FINAL: 1.7, Figure.GRADE: 1.4, Figure.RANK: 1.7}
"""How many plain figures the large ones are wide."""
_ROW_LABEL, _STRONG, _PLAIN = Style(8.5, 13), Style(9.5, 13, bold=True), Style(8.5, 13)
_MOST_FOR_LABELS = 150.0
_AIR, _INDENT, _BESIDE = 4.0, 8.0, 14.0


class _Row(NamedTuple):
    """A row below the figures."""

    label: TextLines
    strong: TextLines = ()
    told: TextLines = ()

    @property
    def height(self) -> float:
        return max(height(self.label), height(self.strong), height(self.told)) + 2 * _AIR


def set_result(flow: Flow, part: Part, job: Job) -> None:
    """Put the result on the page; on a blank form the boxes stay empty."""
    unit = (RIGHT - LEFT) / sum(_SHARES.get(box.figure, 1.0) for box in part.figures)
    labels = [_label(box, job, unit) for box in part.figures]
    figures = max(_LARGE.get(box.figure, _FIGURE).leading for box in part.figures)
    tall = max(map(height, labels)) + figures + 2 * _AIR
    labelled = [(_row_label(words, job), tell) for words, tell in ((part.pay, _pay), (part.flags, _flags)) if words]
    indent = LEFT + max((width(*line) for label, _ in labelled for line in label), default=0) + 3 * _INDENT
    rows = [tell(label, job, RIGHT - _INDENT - indent) for label, tell in labelled]
    top = flow.take(tall + sum(row.height for row in rows))
    page, y = flow.page, top - tall
    left = LEFT
    for box, label in zip(part.figures, labels, strict=True):
        right = left + unit * _SHARES.get(box.figure, 1.0)
        page.put_all(label, (left + right) / 2, top - _AIR, "center")
        _set_figure(page, box.figure, job, (left, right), y + _AIR)
        if left > LEFT:
            page.down(left, top, y, THICK if box.figure is Figure.FINAL else HAIR)
        left = right
    for row in rows:
        page.across(y, HAIR)
        page.put_all(row.label, LEFT + _INDENT, y - _AIR)
        page.put_all(row.strong, indent, y - _AIR)
        page.put_all(row.told, indent + _strong_room(row.strong), y - _AIR)
        y -= row.height
    page.frame(LEFT, top, RIGHT, y, THICK)


def _set_figure(page: Page, figure: Figure, job: Job, box: tuple[float, float], bottom: float) -> None:
    """Put a figure in the middle of `box`; plain and large ones stand on one line."""
    if job.sheet is None:
        return
    left, right = box
    line = shrunk(_told(figure, job.sheet, job), _LARGE.get(figure, _FIGURE), right - left - 6)
    page.put(line, (left + right) / 2, bottom + 5 + line.style.drop, "center")


def _label(box: FigureBox, job: Job, unit: float) -> TextLines:
    style = _LARGE_LABEL if box.figure in _LARGE else _LABEL
    room = unit * _SHARES.get(box.figure, 1.0) - 4
    return tuple(line for text in job.speech.each(box.label) for line in wrap(text, style, room))


def _row_label(words: Words, job: Job) -> TextLines:
    return beside_or_below(job.speech.each(words), _ROW_LABEL, _MOST_FOR_LABELS)


def _told(figure: Figure, sheet: Sheet, job: Job) -> str:
    points = job.speech.points
    match figure:
        case Figure.BASE:
            return points(sheet.base)
        case Figure.BONUSES:
            return points(sheet.bonuses, signed=True)
        case Figure.OFFENCES:
            return points(-sheet.offences)
        case Figure.AUTOMATIC:
            return points(sheet.automatic, signed=True)
        case Figure.ADJUSTMENT:
            return points(sheet.adjustment, signed=True)
        case Figure.RAW:
            return points(sheet.raw)
        case Figure.FINAL:
            return points(sheet.final)
        case Figure.GRADE:
            return sheet.grade
        case Figure.RANK:
            if not sheet.of:  # a running month ranks nobody
                return "—"
            return job.speech.say("paper.rank", rank=sheet.rank, of=sheet.of)[0]
        case _:
            assert_never(figure)


def _pay(label: TextLines, job: Job, room: float) -> _Row:
    sheet = job.sheet
    if sheet is None:
        return _Row(label)
    effect = sheet.pay_effect
    amount = job.speech.phrase("paper.pay.none") if effect is None else job.speech.yuan(effect)
    strong = wrap(amount, _STRONG, room)
    room -= _strong_room(strong)
    return _Row(label, strong, beside_or_below(job.speech.pay_reason(sheet), _PLAIN, room))


def _flags(label: TextLines, job: Job, room: float) -> _Row:
    sheet = job.sheet
    if sheet is None:
        return _Row(label)
    if not sheet.flags:
        return _Row(label, (), wrap(job.speech.phrase("paper.flags.none"), _PLAIN, room))
    numbers = line_numbers(sheet)
    told: TextLines = ()
    for flag in sheet.flags:
        where = [numbers[each] for each in flag.because if each in numbers]
        told += beside_or_below(job.speech.flag(flag, where), _STRONG, room)
    return _Row(label, told)


def _strong_room(strong: TextLines) -> float:
    """Return how much room the emphasised beginning of a row takes before what follows on the same line."""
    return max((width(*line) for line in strong), default=-_BESIDE) + _BESIDE
