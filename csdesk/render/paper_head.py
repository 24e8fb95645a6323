"""The head of a form, in full on the first page and in one line on the others, and the foot of every page."""

from typing import assert_never

from csdesk.render.form_file import Head, HeadField
from csdesk.render.paper_job import Job
from csdesk.render.paper_page import (
    BOTTOM,
    HAIR,
    LEFT,
    RIGHT,
    THICK,
    THIN,
    TOP,
    Page,
    Style,
    TextLine,
    TextLines,
    height,
    on_one_line,
    width,
    wrap,
)

_WIDTH = RIGHT - LEFT
_TEAM, _TITLE, _SUBTITLE = Style(9.5, 14), Style(19, 26, bold=True), Style(11.5, 15)
_SERIAL = Style(8.5, 12)
_LABEL, _VALUE, _NAME = Style(7.5, 10.5), Style(10, 15), Style(12, 15, bold=True)
_LONG_NAME = Style(9.5, 13, bold=True)
_RUNNING, _FOOT = Style(8.5, 12), Style(7.5, 10)
_FOR_SERIAL = 165.0
_IN_A_ROW = 3
_INDENT = 8.0
_AIR = 3.0
_AFTER_HEAD = 10.0


def set_head(job: Job, page: Page) -> float:
    """Put the full head on `page` and return where the body begins."""
    beside = TOP - 2
    for text in _serial(job):
        page.put(on_one_line(text, _SERIAL, _FOR_SERIAL), RIGHT, beside, "right")
        beside -= _SERIAL.leading
    room = _WIDTH - _FOR_SERIAL - _INDENT
    top = page.put_all(wrap(job.context.team, _TEAM, room), LEFT, TOP)
    top = _set_title(job, page, top, room)
    top = min(top, beside) - 5
    page.across(top, THICK)
    for start in range(0, len(job.form.head), _IN_A_ROW):
        top = _set_fields(job, page, job.form.head[start : start + _IN_A_ROW], top)
    return top


def _set_title(job: Job, page: Page, top: float, room: float) -> float:
    """Put the form's title; a second language follows in smaller type, on the same line where there is room."""
    title, *others = job.speech.each(job.form.title)
    lines = wrap(title, _TITLE, room)
    under = page.put_all(lines, LEFT, top)
    for other in others:
        right = LEFT + width(*lines[-1]) + _INDENT
        beside = on_one_line(other, _SUBTITLE, room)
        if len(lines) == 1 and right + width(*beside) <= LEFT + room:
            page.put(beside, right, top + _SUBTITLE.drop - _TITLE.drop)
        else:
            under = page.put_all(wrap(other, _SUBTITLE, room), LEFT, under)
    return under


def set_running_head(job: Job, page: Page) -> float:
    """Put the head of a later page on `page` and return where the body begins."""
    told, room = job.speech.label(job.form.title), _WIDTH - 100
    if job.sheet is not None:
        # A long name is cut, never the number or the month: a loose page must find its way back.
        employee = job.sheet.employee
        told = f"{employee.number} · {told} · {job.speech.month(job.sheet.month)}"
        name = on_one_line(employee.name, _RUNNING, room - width(f" {told}", _RUNNING))
        told = f"{name.text} {told}"
    page.put(on_one_line(told, _RUNNING, room), LEFT, TOP)
    page.put(on_one_line(job.speech.phrase("paper.continued"), _RUNNING, 90), RIGHT, TOP, "right")
    top = TOP - _RUNNING.leading - 3
    page.across(top, THIN)
    return top - _AFTER_HEAD


def set_foot(job: Job, page: Page, number: int, pages: int) -> None:
    """Put the foot on `page`: serial number, revision, check code, day of printing; page x of y."""
    speech = job.speech
    told = _serial(job)
    if job.mark is not None and job.mark.check_code:
        told.append(f"{speech.phrase('paper.check')} {job.mark.check_code}")
    told.append(f"{speech.phrase('paper.printed')} {speech.day(job.context.printed_on)}")
    top = BOTTOM - 7
    page.across(top, HAIR)
    page.put(on_one_line(" · ".join(told), _FOOT, _WIDTH - 140), LEFT, top - 3)
    place = speech.phrase("paper.page", page=number, pages=pages)
    page.put(on_one_line(place, _FOOT, 135), RIGHT, top - 3, "right")


def _serial(job: Job) -> list[str]:
    if job.mark is None:
        return []
    if not job.mark.serial:
        return [job.speech.phrase("paper.draft")]
    return [
        f"{job.speech.phrase('paper.serial')} {job.mark.serial}",
        f"{job.speech.phrase('paper.revision')} {job.mark.revision}",
    ]


def _set_fields(job: Job, page: Page, heads: tuple[Head, ...], top: float) -> float:
    share = _WIDTH / _IN_A_ROW
    room = share - 2 * _INDENT
    cells = [_field(job, head, room) for head in heads]
    bottom = top - _LABEL.leading - 2 * _AIR - max(_NAME.leading, *(height(value) for _, value in cells))
    for at, (label, value) in enumerate(cells):
        x = LEFT + at * share + (_INDENT if at else 0)
        page.put(label, x, top - _AIR)
        page.put_all(value, x, top - _AIR - _LABEL.leading)
        if at:
            page.down(LEFT + at * share, top, bottom)
    page.across(bottom, HAIR)
    return bottom


def _field(job: Job, head: Head, room: float) -> tuple[TextLine, TextLines]:
    text = _value(job, head.field) if head.field else ""
    style = _VALUE
    if head.field is HeadField.NAME:
        style = _NAME if width(text, _NAME) <= room else _LONG_NAME
    value = wrap(text, style, room)
    return on_one_line(job.speech.label(head.label), _LABEL, room), value


def _value(job: Job, field: HeadField) -> str:
    if job.sheet is None:
        return ""
    employee, speech = job.sheet.employee, job.speech
    match field:
        case HeadField.NAME:
            return employee.name
        case HeadField.NUMBER:
            return employee.number
        case HeadField.ROLE:
            return speech.phrase(f"words.role.{employee.role}")
        case HeadField.GROUP:
            return employee.group
        case HeadField.MONTH:
            return speech.month(job.sheet.month)
        case HeadField.HIRED:
            left = f" · {speech.phrase('paper.left')} {speech.day(employee.left)}" if employee.left else ""
            return speech.day(employee.hired) + left
        case _:
            assert_never(field)
