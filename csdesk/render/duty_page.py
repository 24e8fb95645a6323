"""What the papers of roster, swaps and handovers have in common: head, foot, signature boxes, ticks, words."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from csdesk.core.rulebook import Rulebooks
from csdesk.core.shifts import Shift
from csdesk.core.words import Words
from csdesk.render.paper_flow import GAP, Row, TableColumn
from csdesk.render.paper_page import (
    HAIR,
    THICK,
    THIN,
    Page,
    Style,
    TextLines,
    beside_or_below,
    height,
    on_one_line,
    width,
    wrap,
)
from csdesk.render.paper_words import PaperLanguage, Speech
from csdesk.render.steps import Cancelled

_TEAM, _TITLE, _SECOND, _SUBJECT = Style(9.5, 13), Style(17, 23, bold=True), Style(11, 14), Style(13, 17, bold=True)
_BESIDE, _RUNNING, _FOOT = Style(8.5, 12), Style(8.5, 12), Style(7.5, 10)
_HEADING = Style(8, 10.5, bold=True)
_LABEL, _NAME = Style(8.5, 12), Style(9, 12.5, bold=True)
_FOR_BESIDE = 190.0
_BETWEEN = 10.0
_TO_SIGN = 30.0
_AIR = 4.0
AFTER_HEAD = 7.0


_DAYS_OF_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Heading(NamedTuple):
    """What a paper is headed with. title: in each language. subject: a month or a number. beside: at the right."""

    team: str
    title: tuple[str, ...]
    subject: str
    beside: tuple[str, ...]
    made_on: date

    @property
    def told(self) -> str:
        """The whole on one line."""
        return " · ".join(part for part in (" ".join(self.title), self.subject) if part)


class Signature(NamedTuple):
    """A signature box, with room to sign by hand. name: who signs, "" where that is open. day: when it was signed."""

    label: tuple[str, ...]
    name: str = ""
    day: str = ""


def pdf_of(
    papers: Sequence[tuple[Heading, Sequence[Page]]],
    speech: Speech,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return papers as one PDF, named by the first; each has a bookmark.

    progress: told how many pages of how many are drawn. cancelled: asked before each; yes raises Cancelled.
    """
    from csdesk.render.paper_canvas import Drawing

    first = papers[0][0]
    drawing = Drawing(first.told, first.team, speech.locale)
    total, done = sum(len(pages) for _, pages in papers), 0
    for heading, pages in papers:
        drawing.bookmark(heading.told)
        for page in pages:
            if cancelled is not None and cancelled():
                raise Cancelled
            drawing.draw(page)
            done += 1
            if progress is not None:
                progress(done, total)
    return drawing.finish()


def speech_of(language: PaperLanguage) -> Speech:
    """Return the words of papers that no rulebook judges."""
    return Speech(language, Rulebooks(()))


def weekday(day: date, speech: Speech, *, short: bool = False) -> str:
    """Return the day of the week."""
    key = "duty.weekday." if short else "duty.day-of-week."
    return speech.phrase(f"{key}{_DAYS_OF_WEEK[day.weekday()]}")


def times_of(shift: Shift, speech: Speech) -> str:
    """Return from when to when a shift is, for example 22:00–06:00 (next day)."""
    times = f"{shift.start:%H:%M}–{shift.end:%H:%M}"
    return f"{times} ({speech.phrase('duty.next-day')})" if shift.crosses_midnight else times


def shift_text(shift: Shift) -> str:
    """Return a shift with its times."""
    return f"{shift.code} {shift.start:%H:%M}–{shift.end:%H:%M}"


def set_heading(heading: Heading, page: Page) -> float:
    """Put the full head on `page` and return where the body begins."""
    area = page.area
    beside = area.top
    for text in heading.beside:
        page.put(on_one_line(text, _BESIDE, _FOR_BESIDE), area.right, beside, "right")
        beside -= _BESIDE.leading
    room = area.right - area.left - _FOR_BESIDE - _BETWEEN
    top = page.put_all((on_one_line(heading.team, _TEAM, room),), area.left, area.top)
    title, *others = heading.title
    at = area.left
    parts = ((title, _TITLE), *((other, _SECOND) for other in others), (heading.subject, _SUBJECT))
    for text, style in parts:
        line = on_one_line(text, style, area.left + room - at)
        page.put(line, at, top - _TITLE.drop + style.drop)
        at += width(*line) + _BETWEEN
    top = min(top - _TITLE.leading, beside) - 3
    page.across(top, THICK)
    return top - AFTER_HEAD


def set_running_heading(heading: Heading, speech: Speech, page: Page) -> float:
    """Put the head of a later page on `page` and return where the body begins."""
    area = page.area
    page.put(
        on_one_line(f"{heading.team} · {heading.told}", _RUNNING, area.right - area.left - 100), area.left, area.top
    )
    page.put(on_one_line(speech.phrase("paper.continued"), _RUNNING, 90), area.right, area.top, "right")
    top = area.top - _RUNNING.leading - 3
    page.across(top, THIN)
    return top - AFTER_HEAD


def set_feet(pages: Sequence[Page], heading: Heading, speech: Speech) -> None:
    """Put the foot on every page: what it is, the day of printing, page x of y."""
    told = f"{heading.team} · {heading.told} · {speech.phrase('paper.printed')} {speech.day(heading.made_on)}"
    for number, page in enumerate(pages, start=1):
        area = page.area
        top = area.bottom - 7
        page.across(top, HAIR)
        page.put(on_one_line(told, _FOOT, area.right - area.left - 140), area.left, top - 3)
        place = speech.phrase("paper.page", page=number, pages=len(pages))
        page.put(on_one_line(place, _FOOT, 135), area.right, top - 3, "right")


def heading_row(labels: Sequence[tuple[str, ...]], layout: Sequence[TableColumn]) -> Row:
    """Return a table's heading. labels: of its columns, each in every language, beside each other where they fit."""
    return Row(tuple(beside_or_below(each, _HEADING, column.room) for each, column in zip(labels, layout, strict=True)))


def boxes_height(boxes: Sequence[Signature], page: Page) -> float:
    """Return how high a row of signature boxes is."""
    return max(map(height, _labels(boxes, page))) + _TO_SIGN + _LABEL.leading + 2 * _AIR


def set_boxes(page: Page, boxes: Sequence[Signature], top: float, speech: Speech) -> None:
    """Put a row of signature boxes: who signs, room to sign, the date."""
    area, labels = page.area, _labels(boxes, page)
    bottom = top - boxes_height(boxes, page)
    share = (area.right - area.left) / len(boxes)
    dating = bottom + _LABEL.leading + _AIR
    for at, (box, label) in enumerate(zip(boxes, labels, strict=True)):
        left, room = area.left + at * share, share - 2 * GAP
        page.put_all(label, left + GAP, top - _AIR / 2)
        page.across(dating, HAIR, left, left + share)
        date_line = f"{speech.phrase('duty.date')} {box.day}".rstrip()
        page.put(on_one_line(date_line, _LABEL, room), left + GAP, dating - _AIR / 2)
        if at:
            page.down(left, top, bottom)
    page.frame(area.left, top, area.right, bottom, THIN)


def _labels(boxes: Sequence[Signature], page: Page) -> list[TextLines]:
    room = (page.area.right - page.area.left) / len(boxes) - 2 * GAP
    return [
        beside_or_below(box.label, _LABEL, room) + wrap(box.name, _NAME, room)  # a line of no text is none
        for box in boxes
    ]


def notes_of(notes: Sequence[Words], speech: Speech, style: Style, room: float) -> TextLines:
    """Return the team's own sentences, in every language asked for."""
    return tuple(line for note in notes for text in speech.each(note) for line in wrap(text, style, room))


def set_box(page: Page, x: float, middle: float, side: float, ok: bool | None) -> None:
    """Draw a little box with a tick (True), a cross (False) or nothing; no font has these signs."""
    low, high = middle - side / 2, middle + side / 2
    page.frame(x, high, x + side, low, HAIR)
    if ok is None:
        return
    inset = side * 0.2
    if ok:
        elbow = x + side * 0.42
        page.line(x + inset, middle, elbow, low + inset, THICK)
        page.line(elbow, low + inset, x + side - inset, high - inset, THICK)
    else:
        page.line(x + inset, low + inset, x + side - inset, high - inset, THICK)
        page.line(x + inset, high - inset, x + side - inset, low + inset, THICK)
