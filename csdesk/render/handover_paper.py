"""The handover between two shifts on paper: filled from a record, or blank to be written by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from csdesk.core.handover import OpenProblem
from csdesk.core.shifts import Shift
from csdesk.render.duty_form import DutyForm
from csdesk.render.duty_page import (
    Heading,
    Signature,
    boxes_height,
    heading_row,
    notes_of,
    pdf_of,
    set_boxes,
    set_feet,
    set_heading,
    set_running_heading,
    speech_of,
    times_of,
)
from csdesk.render.paper_flow import LEAST, Flow, Row, Table, columns
from csdesk.render.paper_page import A4, HAIR, Page, Style, TextLine, height, on_one_line, wrap
from csdesk.render.paper_words import PaperLanguage

_TITLE = Style(9.5, 15, bold=True)
_TEXT, _SMALL, _VALUE = Style(9, 13), Style(7.5, 11), Style(9.5, 13, bold=True)
_BEFORE = 9.0
_PITCH = 20.0
_LINE = TextLine("", Style(9, _PITCH - 4.5))
_ADDED_BY_HAND = 2
"""So many empty rows follow the problems of a filled form."""


class HandoverSheet(NamedTuple):
    """One handover; where `day` is None, a blank form.

    time: of the change of shift. given_at, taken_at: when each signed, as it is to be read, "" where nobody has.
    problems: those that were open at the time, closed since or not.
    """

    team: str
    made_on: date
    day: date | None = None
    time: str = ""
    from_shift: Shift | None = None
    to_shift: Shift | None = None
    equipment: str = ""
    problems: Sequence[OpenProblem] = ()
    staff_changes: str = ""
    notes: str = ""
    given_by: str = ""
    given_at: str = ""
    taken_by: str = ""
    taken_at: str = ""
    refused_reason: str = ""


def handover_pdf(
    sheets: Sequence[HandoverSheet],
    form: DutyForm,
    language: PaperLanguage,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return handovers as PDF, at least one, each on a sheet of its own. progress, cancelled: as of `pdf_of`."""
    records = [_Record(sheet, form, language) for sheet in sheets]
    papers = [(record.heading, record.pages()) for record in records]
    return pdf_of(papers, speech_of(language), progress, cancelled)


def handover_pages(sheet: HandoverSheet, form: DutyForm, language: PaperLanguage) -> list[Page]:
    """Return the pages of one handover."""
    return _Record(sheet, form, language).pages()


class _Record:
    """One handover that is being laid out."""

    def __init__(self, sheet: HandoverSheet, form: DutyForm, language: PaperLanguage) -> None:
        self._sheet = sheet
        self._form = form
        self._speech = speech_of(language)
        self._width = A4.right - A4.left
        subject = self._speech.day(sheet.day) if sheet.day else ""
        self.heading = Heading(sheet.team, self._speech.each(form.title), subject, (), sheet.made_on)

    def pages(self) -> list[Page]:
        """Return the pages."""
        sheet = self._sheet
        flow = Flow(partial(set_heading, self.heading), partial(set_running_heading, self.heading, self._speech))
        self._set_head(flow)
        self._set_text(flow, "equipment", sheet.equipment)
        self._set_problems(flow)
        self._set_text(flow, "staff_changes", sheet.staff_changes)
        self._set_text(flow, "notes", sheet.notes)
        if sheet.refused_reason:
            self._set_text(flow, "refused", sheet.refused_reason)
        self._set_signatures(flow)
        set_feet(flow.pages, self.heading, self._speech)
        return flow.pages

    def _label(self, key: str) -> str:
        return self._speech.label(self._form.labels[key])

    def _set_head(self, flow: Flow) -> None:
        sheet = self._sheet
        layout = columns((130, 130, 130, 121), ("left",) * 4)
        labels = [self._speech.each(self._form.labels[key]) for key in ("day", "from", "to", "time")]
        table = Table(flow, layout, heading_row(labels, layout))
        day = wrap(self._speech.day(sheet.day), _VALUE, layout[0].room) if sheet.day else (_LINE,)
        shifts = [
            self._shift(each, c.room) for each, c in zip((sheet.from_shift, sheet.to_shift), layout[1:3], strict=True)
        ]
        table.add(Row((day, *shifts, wrap(sheet.time, _VALUE, layout[3].room))))
        table.close()

    def _shift(self, shift: Shift | None, room: float) -> tuple[TextLine, ...]:
        if shift is None:
            return ()
        return wrap(shift.code, _VALUE, room) + wrap(times_of(shift, self._speech), _SMALL, room)

    def _set_title(self, flow: Flow, title: str, least: float) -> None:
        if flow.room < _BEFORE + _TITLE.leading + least:
            flow.turn()
        top = flow.take(_BEFORE + _TITLE.leading + 2) - _BEFORE
        flow.page.put(on_one_line(title, _TITLE, self._width), A4.left, top)

    def _set_text(self, flow: Flow, key: str, text: str) -> None:
        """Put a text with its heading; on a blank form, lines to write on."""
        if self._sheet.day is None:
            lines = self._form.lines[key]
            self._set_title(flow, self._label(key), lines * _PITCH)
            for _ in range(lines):
                flow.take(_PITCH)
                flow.page.across(flow.y, HAIR)
            return
        self._set_title(flow, self._label(key), 2 * _TEXT.leading)
        for line in wrap(text or "–", _TEXT, self._width):
            top = flow.take(_TEXT.leading)
            flow.page.put(line, A4.left, top)

    def _set_problems(self, flow: Flow) -> None:
        self._set_title(flow, self._label("problems"), LEAST)
        layout = columns((355, 78, 78), ("left",) * 3)
        labels = [self._speech.each(self._form.labels[key]) for key in ("problem", "opened_on", "closed_on")]
        heading = heading_row(labels, layout)
        table = Table(flow, layout, heading)
        for problem in self._sheet.problems:
            opened = wrap(self._speech.day(problem.opened_on), _SMALL, layout[1].room)
            closed = wrap(self._speech.day(problem.closed_on), _SMALL, layout[2].room) if problem.closed_on else ()
            table.add(Row((wrap(problem.text, _TEXT, layout[0].room), opened, closed)))
        for _ in range(_ADDED_BY_HAND if self._sheet.day else self._form.lines["problems"]):
            table.add(Row(((_LINE,), (), ())))
        table.close()

    def _set_signatures(self, flow: Flow) -> None:
        """Put what the team adds and the signature boxes, together on one page."""
        sheet = self._sheet
        known = {"leaving": (sheet.given_by, sheet.given_at), "relief": (sheet.taken_by, sheet.taken_at)}
        boxes = [Signature(self._speech.each(signer.label), *known[signer.who]) for signer in self._form.signers]
        notes = notes_of(self._form.notes, self._speech, _SMALL, self._width)
        top = flow.take(2 * _BEFORE + height(notes) + boxes_height(boxes, flow.page)) - _BEFORE
        top = flow.page.put_all(notes, A4.left, top) - _BEFORE
        set_boxes(flow.page, boxes, top, self._speech)
