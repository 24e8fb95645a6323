"""The month's register of shift swaps, A4 across, with room to sign."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from csdesk.core.employee import Employee
from csdesk.core.month import Month
from csdesk.core.shifts import Shift
from csdesk.render.duty_page import (
    Heading,
    heading_row,
    notes_of,
    pdf_of,
    set_feet,
    set_heading,
    set_running_heading,
    speech_of,
)
from csdesk.render.paper_flow import Flow, Row, Table, columns
from csdesk.render.paper_page import (
    A4_ACROSS,
    Align,
    Page,
    Style,
    TextLine,
    TextLines,
    beside_or_below,
    height,
    on_one_line,
    wrap,
)
from csdesk.render.swap_sheet import CELL, SMALL, SwapContext, SwapPaper, SwapSheet

_BEFORE = 9.0
_TO_SIGN = TextLine("", Style(8.5, 26))
"""Makes a row high enough to sign in."""
_BLANK_ROWS = 3


def register_pdf(
    month: Month,
    sheets: Sequence[SwapSheet],
    context: SwapContext,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the register of a month as PDF, A4 across. progress, cancelled: as of `pdf_of`."""
    register = _Register(month, sheets, context)
    return pdf_of([(register.heading, register.pages())], speech_of(context.language), progress, cancelled)


def register_pages(month: Month, sheets: Sequence[SwapSheet], context: SwapContext) -> list[Page]:
    """Return the pages of the register of a month."""
    return _Register(month, sheets, context).pages()


class _Register(SwapPaper):
    """The month's register that is being laid out."""

    def __init__(self, month: Month, sheets: Sequence[SwapSheet], context: SwapContext) -> None:
        super().__init__(context)
        self._sheets = sheets
        speech = self._speech
        beside = (f"{speech.phrase('duty.made-on')} {speech.day(context.made_on)}",)
        title = speech.each(self._form.titles["register"])
        self.heading = Heading(context.team, title, speech.month(month), beside, context.made_on)
        signing = (70,) * len(self._form.signers)
        shares = (32, 58, 78, 92, 78, 92, 112, *signing, 62, 58)
        aligns: list[Align] = ["left"] * len(shares)
        self._layout = columns(shares, aligns, A4_ACROSS)

    def pages(self) -> list[Page]:
        """Return the pages."""
        area, speech = A4_ACROSS, self._speech
        flow = Flow(partial(set_heading, self.heading), partial(set_running_heading, self.heading, speech), area)
        labels = [self._form.labels[key] for key in ("number", "asked_on", "a", "shift", "b", "shift", "reason")]
        labels += [signer.label for signer in self._form.signers]
        labels += [self._form.labels[key] for key in ("state", "decided_on")]
        heading = heading_row([speech.each(label) for label in labels], self._layout)
        table = Table(flow, self._layout, heading)
        for sheet in self._sheets:
            table.add(self._row(sheet))
        if not self._sheets:
            empty = wrap(speech.phrase("duty.no-swaps"), CELL, self._layout[6].room)
            rows = [(*([()] * 6), empty, *([()] * (len(self._layout) - 7)))]
            rows += [((_TO_SIGN,), *([()] * (len(self._layout) - 1)))] * _BLANK_ROWS
            for cells in rows:
                table.add(Row(cells))
        table.close()
        notes = notes_of(self._form.notes, speech, SMALL, area.right - area.left)
        if notes:
            top = flow.take(_BEFORE + height(notes))
            flow.page.put_all(notes, area.left, top - _BEFORE)
        set_feet(flow.pages, self.heading, speech)
        return flow.pages

    def _row(self, sheet: SwapSheet) -> Row:
        swap, speech, rooms = sheet.swap, self._speech, [column.room for column in self._layout]
        signatures = []
        for signer, room in zip(self._form.signers, rooms[7:], strict=False):
            day = sheet.signed[signer.who]
            signatures.append((_TO_SIGN, on_one_line(speech.day_in_column(day) if day else "", SMALL, room)))
        decided = swap.decided_on
        return Row(
            (
                wrap(str(swap.number), CELL, rooms[0]),
                wrap(speech.day_in_column(swap.asked_on), SMALL, rooms[1]),
                self._person(sheet.a, rooms[2]),
                self._leg(swap.draft.day_a, sheet.shifts_a, rooms[3]),
                self._person(sheet.b, rooms[4]),
                self._leg(swap.draft.day_b, sheet.shifts_b, rooms[5]),
                wrap(swap.draft.reason, CELL, rooms[6]),
                *signatures,
                beside_or_below(speech.say(f"duty.state.{swap.state}"), CELL, rooms[-2]),
                wrap(speech.day_in_column(decided), SMALL, rooms[-1]) if decided else (),
            )
        )

    def _person(self, person: Employee, room: float) -> TextLines:
        return wrap(person.name, CELL, room) + wrap(person.number, SMALL, room)

    def _leg(self, day: date | None, shifts: Sequence[Shift], room: float) -> TextLines:
        if day is None:
            return beside_or_below(self._speech.say("duty.no-return"), CELL, room)
        return wrap(self._speech.day_in_column(day), CELL, room) + self._shifts(shifts, room)
