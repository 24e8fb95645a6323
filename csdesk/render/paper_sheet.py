"""Laying out one person's form: the parts in their order, then what is written by hand and the signature boxes."""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from csdesk.render.form_file import Part, PartKind
from csdesk.render.paper_flow import GAP, Flow, columns
from csdesk.render.paper_head import set_foot, set_head, set_running_head
from csdesk.render.paper_job import Job
from csdesk.render.paper_lines import set_lines, set_summary
from csdesk.render.paper_page import (
    BOTTOM,
    HAIR,
    HEIGHT,
    LEFT,
    RIGHT,
    THIN,
    Page,
    Style,
    TextLines,
    beside_or_below,
    height,
    on_one_line,
    wrap,
)
from csdesk.render.paper_result import set_result

_TITLE, _TEXT = Style(9.5, 15, bold=True), Style(7.5, 11)
_BOX_LABEL, _BOX_DATE, _HEADING = Style(8.5, 12), Style(7.5, 11), Style(8, 10.5, bold=True)
_BEFORE = 8.0
_BETWEEN = 16.0
_PITCH, _EASY, _WIDEST = 17.0, 22.0, 26.0
"""From one line to write on to the next: at least, as one likes it, and at most."""
_TO_SIGN = 34.0
_ALMOST_EMPTY = HEIGHT * 0.75
"""On a later page that has nothing below this, the signatures follow on and do not stand at the foot."""
_AIR = 4.0
_BY_HAND = frozenset({PartKind.TEXT, PartKind.WRITING, PartKind.GRID})


def lay_out(job: Job) -> list[Page]:
    """Return the pages of one form, its heads and feet on them."""
    flow = Flow(partial(set_head, job), partial(set_running_head, job))
    parts = job.form.parts
    ending = tuple(takewhile(lambda part: part.kind in _BY_HAND, reversed(parts)))[::-1]
    for row in _in_rows(parts[: len(parts) - len(ending)]):
        flow.y -= _BEFORE
        match row[0].kind:
            case PartKind.RESULT:
                set_result(flow, row[0], job)
            case PartKind.LINES:
                set_lines(flow, row[0], job)
            case PartKind.SUMMARY:
                set_summary(flow, row[0], job)
            case _:
                _set_row(flow, row, job, _PITCH)
    _set_ending(flow, ending, job)
    for number, page in enumerate(flow.pages, start=1):
        set_foot(job, page, number, len(flow.pages))
    return flow.pages


def _set_ending(flow: Flow, ending: Sequence[Part], job: Job) -> None:
    """Put what is written by hand and the signatures at the foot of the page, with wider lines where there is room.

    Where they do not fit as a whole, the signatures take the part before them along to the next page.
    """
    rows = _in_rows(ending)
    signing = _boxes_height(job)
    needed = signing + sum(_BEFORE + _height(row, job, _PITCH) for row in rows)
    almost_empty = len(flow.pages) > 1 and flow.y > _ALMOST_EMPTY
    pitch = _PITCH
    if needed <= flow.room:
        lines = sum(max(part.lines for part in row) for row in rows)
        pitch = min(_EASY if almost_empty else _WIDEST, _PITCH + (flow.room - needed) / max(lines, 1))
    if needed <= flow.room and not almost_empty:
        flow.y = BOTTOM + signing + sum(_BEFORE + _height(row, job, pitch) for row in rows)
    for row in rows:
        high = _BEFORE + _height(row, job, pitch)
        if high + (signing if row is rows[-1] else 0) > flow.room:
            flow.turn()
        else:
            flow.y -= _BEFORE
        _set_row(flow, row, job, pitch)
    _set_boxes(flow, job)


def _in_rows(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """Return `parts` in rows: what stands beside each other, from left to right."""
    rows: list[tuple[Part, ...]] = []
    for part in parts:
        if rows and part.beside and rows[-1][-1].kind is PartKind.WRITING:
            rows[-1] += (part,)
        else:
            rows.append((part,))
    return rows


def _set_row(flow: Flow, row: tuple[Part, ...], job: Job, pitch: float) -> None:
    top = flow.take(_height(row, job, pitch))
    page, first = flow.page, row[0]
    if first.kind is PartKind.TEXT:
        page.put_all(_text(first, job), LEFT, top)
    elif first.kind is PartKind.GRID:
        _set_grid(page, first, job, top, pitch)
    else:
        share = (RIGHT - LEFT + _BETWEEN) / len(row)
        for at, part in enumerate(row):
            left = LEFT + at * share
            right = left + share - _BETWEEN
            page.put(on_one_line(job.speech.label(part.title), _TITLE, right - left), left, top)
            for number in range(1, part.lines + 1):
                page.across(top - _TITLE.leading - number * pitch, HAIR, left, right)


def _height(row: tuple[Part, ...], job: Job, pitch: float) -> float:
    """Return how high a row is of what is written by hand, or a text."""
    if row[0].kind is PartKind.TEXT:
        return height(_text(row[0], job))
    heading = _heading_height(row[0], job) if row[0].kind is PartKind.GRID else 0.0
    return _TITLE.leading + heading + max(part.lines for part in row) * pitch


def _text(part: Part, job: Job) -> TextLines:
    return tuple(line for text in job.speech.text(part.title, job.month) for line in wrap(text, _TEXT, RIGHT - LEFT))


def _headings(part: Part, job: Job) -> list[TextLines]:
    layout = columns([column.width for column in part.columns], ["left"] * len(part.columns))
    return [
        wrap(job.speech.label(column.label), _HEADING, place.room)
        for column, place in zip(part.columns, layout, strict=True)
    ]


def _heading_height(part: Part, job: Job) -> float:
    return max(map(height, _headings(part, job))) + 2 * _AIR + 2


def _set_grid(page: Page, part: Part, job: Job, top: float, pitch: float) -> None:
    layout = columns([column.width for column in part.columns], ["left"] * len(part.columns))
    page.put(on_one_line(job.speech.label(part.title), _TITLE, RIGHT - LEFT), LEFT, top)
    under_title = top - _TITLE.leading - 2
    y = under_title - _heading_height(part, job) + 2
    page.across(under_title, THIN)
    for place, heading in zip(layout, _headings(part, job), strict=True):
        page.put_all(heading, place.left + GAP, under_title - _AIR)
    page.across(y, THIN)
    for _ in range(part.lines):
        y -= pitch
        page.across(y)
    page.across(y, THIN)
    for place in layout:
        page.down(place.left, under_title, y, HAIR if place is not layout[0] else THIN)
    page.down(RIGHT, under_title, y, THIN)


def _box_labels(job: Job) -> list[TextLines]:
    boxes = job.form.boxes(job.sheet.employee.role if job.sheet else None)
    room = (RIGHT - LEFT) / len(boxes) - 2 * GAP
    return [beside_or_below(job.speech.each(box), _BOX_LABEL, room) for box in boxes]


def _boxes_height(job: Job) -> float:
    return _BEFORE + max(map(height, _box_labels(job))) + _TO_SIGN + _BOX_DATE.leading + 2 * _AIR


def _set_boxes(flow: Flow, job: Job) -> None:
    """Put the signature boxes: who signs, room to sign, a line for the date."""
    labels = _box_labels(job)
    top = flow.take(_boxes_height(job)) - _BEFORE
    page, bottom = flow.page, flow.y
    share = (RIGHT - LEFT) / len(labels)
    date = on_one_line(job.speech.phrase("paper.date"), _BOX_DATE, share - 2 * GAP)
    dating = bottom + _BOX_DATE.leading + 2 * _AIR
    for at, lines in enumerate(labels):
        left = LEFT + at * share
        page.put_all(lines, left + GAP, top - _AIR)
        page.across(dating, HAIR, left, left + share)
        page.put(date, left + GAP, dating - _AIR)
        if at:
            page.down(left, top, bottom)
    page.frame(LEFT, top, RIGHT, bottom, THIN)
