"""The month's roster on paper, A4 or A3 across: values in, the bytes of one PDF out. Safe in a worker thread."""

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from csdesk.core.shifts import Shift
from csdesk.render.duty_form import DutyForm
from csdesk.render.duty_page import (
    Heading,
    notes_of,
    pdf_of,
    set_feet,
    set_heading,
    set_running_heading,
    speech_of,
    times_of,
)
from csdesk.render.paper_flow import Flow
from csdesk.render.paper_page import (
    A3_ACROSS,
    A4_ACROSS,
    HAIR,
    THIN,
    Area,
    Page,
    Style,
    TextLine,
    TextLines,
    height,
    on_one_line,
    width,
    wrap,
)
from csdesk.render.paper_words import PaperLanguage, Speech
from csdesk.render.roster_grid import RosterGrid
from csdesk.render.roster_sheet import RosterSheet, RosterView

PaperSize = Literal["A4", "A3"]

AREAS: dict[PaperSize, Area] = {"A4": A4_ACROSS, "A3": A3_ACROSS}

_PITCHES: dict[PaperSize, tuple[float, float, float]] = {"A4": (10.6, 13.0, 22.0), "A3": (13.0, 15.0, 32.0)}
"""How high a row is: at least, to save all on one page; at least on several pages; at most."""
_FINENESS = 16
_LEGEND, _CODE, _NOTE = Style(7.5, 11), Style(7.5, 11, bold=True), Style(7.5, 11)
_SIGN = Style(9, 13)
_BETWEEN = 16.0
_BEFORE = 6.0
_TO_SIGN = 20.0
_RUNNING = 24.0
"""How high the head of a later page is."""


class _Item(NamedTuple):
    """One thing the legend explains: a sign and what it means. framed: the sign stands in a frame."""

    sign: TextLine
    meaning: TextLine
    framed: bool = False

    @property
    def width(self) -> float:
        return width(*self.sign) + 5 + width(*self.meaning)


def roster_pdf(
    sheet: RosterSheet,
    form: DutyForm,
    language: PaperLanguage,
    size: PaperSize = "A4",
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the month's roster as PDF.

    progress: told how many pages of how many are drawn. cancelled: asked before each; yes raises Cancelled.
    """
    speech = speech_of(language)
    roster = _Roster(sheet, form, speech, size)
    return pdf_of([(roster.heading, roster.pages())], speech, progress, cancelled)


def roster_pages(sheet: RosterSheet, form: DutyForm, language: PaperLanguage, size: PaperSize = "A4") -> list[Page]:
    """Return the pages of the month's roster."""
    return _Roster(sheet, form, speech_of(language), size).pages()


class _Roster:
    """One roster that is being laid out."""

    def __init__(self, sheet: RosterSheet, form: DutyForm, speech: Speech, size: PaperSize) -> None:
        self._view = RosterView(sheet, speech)
        self._form = form
        self._speech = speech
        self._area = AREAS[size]
        self._pitches = _PITCHES[size]
        self._room = self._area.right - self._area.left
        made = f"{speech.phrase('duty.made-on')} {speech.day(sheet.made_on)}"
        self.heading = Heading(sheet.team, speech.each(form.title), speech.month(sheet.month), (made,), sheet.made_on)
        self._legend = _in_lines(self._items(), self._room)
        estimated = tuple(line for text in self._view.estimated() for line in wrap(text, _NOTE, self._room))
        self._notes: TextLines = estimated + notes_of(form.notes, speech, _NOTE, self._room)

    def pages(self) -> list[Page]:
        """Return the pages: as few as can be read well, with rows as high as they allow."""
        least, on_several, most = self._pitches
        if len(fewest := self._laid(least)) > 1:
            least = on_several
            fewest = self._laid(least)
        steps = [least + (most - least) * step / _FINENESS for step in range(1, _FINENESS + 1)]
        fitting = bisect_right(steps, len(fewest), key=lambda pitch: len(self._laid(pitch)))
        pages = self._laid(steps[fitting - 1]) if fitting else fewest
        set_feet(pages, self.heading, self._speech)
        return pages

    def _laid(self, pitch: float) -> list[Page]:
        heading = self.heading
        flow = Flow(partial(set_heading, heading), partial(set_running_heading, heading, self._speech), self._area)
        grid = RosterGrid(self._view, self._area, pitch)
        grid.begin(flow)
        for employee in self._view.sheet.employees:
            grid.put(flow, grid.person(employee))
        if not self._view.sheet.employees:
            grid.say(flow, self._speech.phrase("duty.nobody"))
        self._set_cover(flow, grid)
        grid.end(flow)
        self._set_ending(flow)
        return flow.pages

    def _set_cover(self, flow: Flow, grid: RosterGrid) -> None:
        """Put how the shifts are covered, on one page where they fit at all."""
        rows = [grid.cover(shift) for shift in self._view.covered_shifts]
        if not rows:
            return
        wanted = grid.caption_height + sum(row.height for row in rows)
        if grid.heading_height + wanted > self._area.top - self._area.bottom - _RUNNING:
            wanted = grid.caption_height + rows[0].height
        if wanted > flow.room:
            grid.turn(flow)
        grid.say(flow, self._speech.phrase("duty.cover"))
        for row in rows:
            grid.put(flow, row)

    def _items(self) -> list[_Item]:
        speech = self._speech
        items = [self._item(shift.code, self._shift(shift)) for shift in self._view.shifts]
        if any(self._view.sheet.gained.get((employee.id, day)) for employee in self._view.sheet.employees
               for day in self._view.days):  # fmt: skip
            sign = self._view.shifts[0].code
            items.append(self._item(sign, speech.phrase("duty.swapped"))._replace(framed=True))
        items += [self._item(word, meaning) for word, meaning in self._view.leave_words()]
        if any(not e.employed_on(day) for e in self._view.sheet.employees for day in self._view.days):
            items.append(self._item("—", speech.phrase("duty.not-employed")))
        return items + [self._item("", text) for text in self._view.special_days()]

    def _shift(self, shift: Shift) -> str:
        told = times_of(shift, self._speech)
        if shift.break_minutes:
            comma = ", " if self._speech.locale.startswith("en") else "，"
            told += comma + self._speech.phrase("duty.break", minutes=shift.break_minutes)
        return told

    def _item(self, sign: str, meaning: str) -> _Item:
        first = on_one_line(sign, _CODE, self._room / 2)
        return _Item(first, on_one_line(meaning, _LEGEND, self._room - width(*first) - 8))

    @property
    def _ending_height(self) -> float:
        return _BEFORE + len(self._legend) * _LEGEND.leading + height(self._notes) + _TO_SIGN + _SIGN.leading

    def _set_ending(self, flow: Flow) -> None:
        """Put the legend, the notes and the line on which those sign who made and approved it."""
        page_top = flow.take(self._ending_height) - _BEFORE
        page, top = flow.page, page_top
        for items in self._legend:
            x = self._area.left
            for item in items:
                page.put(item.sign, x + (2 if item.framed else 0), top)
                if item.framed:
                    page.frame(x, top - 1, x + width(*item.sign) + 4, top - _CODE.leading + 1, THIN)
                page.put(item.meaning, x + width(*item.sign) + (7 if item.framed else 5 if item.sign.text else 0), top)
                x += item.width + _BETWEEN
            top -= _LEGEND.leading
        top = page.put_all(self._notes, self._area.left, top)
        self._sign(page, top - _TO_SIGN)

    def _sign(self, page: Page, top: float) -> None:
        share = (self._room + 2 * _BETWEEN) / len(self._form.signers)
        date = self._speech.phrase("duty.date")
        for at, signer in enumerate(self._form.signers):
            left, right = self._area.left + at * share, self._area.left + (at + 1) * share - 2 * _BETWEEN
            label = on_one_line(self._speech.label(signer.label), _SIGN, share * 0.4)
            dated = on_one_line(date, _SIGN, share * 0.2)
            dating = right - 90
            page.put(label, left, top)
            page.across(top - _SIGN.leading, HAIR, left + width(*label) + 5, dating - 12)
            page.put(dated, dating, top)
            page.across(top - _SIGN.leading, HAIR, dating + width(*dated) + 5, right)


def _in_lines(items: list[_Item], room: float) -> list[list[_Item]]:
    """Return the legend's items in lines that fit."""
    lines: list[list[_Item]] = []
    used = room
    for item in items:
        if not lines or used + item.width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += item.width + _BETWEEN
    return lines
