"""A shift swap on a sheet of its own: both people, what changes, the seven rules, decision and signatures."""

from collections.abc import Callable, Sequence
from functools import partial

from csdesk.core.swap import SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.render.duty_page import (
    Heading,
    Signature,
    boxes_height,
    heading_row,
    notes_of,
    pdf_of,
    set_box,
    set_boxes,
    set_feet,
    set_heading,
    set_running_heading,
    speech_of,
    weekday,
)
from csdesk.render.paper_flow import GAP, PAD, Flow, Row, Table, columns
from csdesk.render.paper_page import (
    A4,
    Page,
    Style,
    TextLine,
    beside_or_below,
    height,
    on_one_line,
    width,
    wrap,
)
from csdesk.render.swap_sheet import CELL, DECIDED, SMALL, SwapContext, SwapPaper, SwapSheet

_TITLE = Style(9.5, 15, bold=True)
_BOLD = Style(9, 12.5, bold=True)
_NAME = Style(9.5, 13, bold=True)
_SMALL_WHY = Style(7.5, 9.5)
_BEFORE, _SMALL_BEFORE = 9.0, 5.0
_BOX = 8.5
_CHANGES = ("day", "a_before", "a_after", "b_before", "b_after")
_RULES = tuple(f"SW-{number}" for number in range(1, 8))


def swap_pdf(
    sheets: Sequence[SwapSheet],
    context: SwapContext,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return requests as PDF, each on a sheet of its own; at least one. progress, cancelled: as of `pdf_of`."""
    requests = [_Request(sheet, context) for sheet in sheets]
    papers = [(request.heading, request.pages()) for request in requests]
    return pdf_of(papers, speech_of(context.language), progress, cancelled)


def swap_pages(sheet: SwapSheet, context: SwapContext) -> list[Page]:
    """Return the pages of one request."""
    return _Request(sheet, context).pages()


class _Request(SwapPaper):
    """One request that is being laid out."""

    def __init__(self, sheet: SwapSheet, context: SwapContext) -> None:
        super().__init__(context)
        swap = sheet.swap
        self._sheet = sheet
        self._width = A4.right - A4.left
        self._why, self._before = CELL, _BEFORE
        beside = (
            f"{self._label('asked_on')} {self._speech.day(swap.asked_on)}",
            f"{self._label('state')} {self._speech.phrase(f'duty.state.{swap.state}')}",
        )
        number = f"{self._label('number')} {swap.number}"
        self.heading = Heading(context.team, self._speech.each(self._form.title), number, beside, context.made_on)

    def pages(self) -> list[Page]:
        """Return the pages: one, in smaller type where it must be; more only where there is very much to say."""
        pages = self._laid()
        if len(pages) > 1:
            self._why, self._before = _SMALL_WHY, _SMALL_BEFORE
            pages = self._laid()
        set_feet(pages, self.heading, self._speech)
        return pages

    def _laid(self) -> list[Page]:
        flow = Flow(partial(set_heading, self.heading), partial(set_running_heading, self.heading, self._speech))
        self._set_people(flow)
        self._set_changes(flow)
        self._set_text(flow, self._label("reason"), self._sheet.swap.draft.reason)
        self._set_rules(flow)
        self._set_decision(flow)
        self._set_signatures(flow)
        return flow.pages

    def _set_people(self, flow: Flow) -> None:
        layout = columns((1, 1), ("left", "left"))
        labels = [self._speech.each(self._form.labels[key]) for key in ("a", "b")]
        table = Table(flow, layout, heading_row(labels, layout))
        numbered = self._label("employee_number")
        people = (self._sheet.a, self._sheet.b)
        table.add(
            Row(
                tuple(
                    wrap(person.name, _NAME, column.room) + wrap(f"{numbered} {person.number}", CELL, column.room)
                    for person, column in zip(people, layout, strict=True)
                )
            )
        )
        table.close()

    def _set_changes(self, flow: Flow) -> None:
        self._set_title(flow, self._label("changes"))
        layout = columns((90, 105, 105, 105, 105), ("left",) * 5)
        labels = [self._speech.each(self._form.labels[key]) for key in _CHANGES]
        table = Table(flow, layout, heading_row(labels, layout))
        for one in self._sheet.days:
            days = wrap(self._speech.day(one.day), CELL, layout[0].room)
            days += wrap(weekday(one.day, self._speech), SMALL, layout[0].room)
            shifts = (one.a_before, one.a_after, one.b_before, one.b_after)
            cells = (self._shifts(each, column.room) for each, column in zip(shifts, layout[1:], strict=True))
            table.add(Row((days, *cells)))
        table.close()
        if self._sheet.swap.draft.day_b is None:
            top = flow.take(SMALL.leading + 2)
            flow.page.put(on_one_line(self._speech.phrase("duty.no-return"), SMALL, self._width), A4.left, top - 2)

    def _set_text(self, flow: Flow, title: str, text: str) -> None:
        self._set_title(flow, title)
        for line in wrap(text, CELL, self._width) or (TextLine("", CELL),):
            top = flow.take(CELL.leading)
            flow.page.put(line, A4.left, top)

    def _set_title(self, flow: Flow, title: str) -> None:
        top = flow.take(self._before + _TITLE.leading + 2) - self._before
        flow.page.put(on_one_line(title, _TITLE, self._width), A4.left, top)

    def _set_rules(self, flow: Flow) -> None:
        """Put the seven rules, each with boxes for met and broken; what is open is ticked by hand."""
        self._set_title(flow, self._label("rules"))
        layout = columns((52, 62, 397), ("left", "left", "left"))
        labels = [self._speech.each(self._form.labels[key]) for key in ("met", "broken", "why")]
        table = Table(flow, layout, heading_row(labels, layout))
        for rule in _RULES:
            results = [one for one in self._sheet.rules if one.rule == rule]
            row = self._rule(rule, results, layout[2].room)
            table.add(row)
            # What is broken for both stands twice, with the same outcome.
            ok = results[0].ok if results else None
            middle = flow.y + row.height - PAD - _BOLD.leading / 2
            for column, meaning in ((layout[0], True), (layout[1], False)):
                set_box(flow.page, column.left + GAP, middle, _BOX, ok if ok is meaning else None)
        table.close()

    def _rule(self, rule: str, results: Sequence[RuleResult], room: float) -> Row:
        title = beside_or_below(self._speech.say(f"duty.rule.{rule}"), _BOLD, room - 40)
        lines = (title[0]._replace(text=f"{rule}  {title[0].text}"), *title[1:])
        told = [text for result in results for text in self._speech.say(result.text_key, **result.detail)]
        return Row(((), (), lines + tuple(line for text in told for line in wrap(text, self._why, room))))

    def _set_decision(self, flow: Flow) -> None:
        swap = self._sheet.swap
        self._set_title(flow, self._label("decision"))
        decided = DECIDED.get(swap.state)
        reason = swap.decision_reason or ""
        for key, meaning in (("approved", True), ("rejected", False)):
            text = self._label(key)
            if meaning is False and decided is False:
                text = f"{text} {reason}"
            lines = wrap(text, CELL, self._width - _BOX - 6)
            top = flow.take(height(lines) + 2)
            set_box(flow.page, A4.left, top - CELL.leading / 2, _BOX, True if decided is meaning else None)
            flow.page.put_all(lines, A4.left + _BOX + 6, top)
            if meaning is False and decided is None:
                flow.page.across(top - CELL.leading, x0=A4.left + _BOX + 12 + width(*lines[-1]))
        if swap.state in (SwapState.VOIDED, SwapState.WITHDRAWN):
            told = f"{self._speech.phrase(f'duty.state.{swap.state}')}: {reason}"
            for line in wrap(told, CELL, self._width):
                top = flow.take(CELL.leading)
                flow.page.put(line, A4.left, top)
        if swap.decided_by and swap.decided_on:
            told = f"{self._label('decided_by')} {swap.decided_by} · {self._label('decided_on')} "
            line = on_one_line(told + self._speech.day(swap.decided_on), CELL, self._width)
            top = flow.take(CELL.leading)
            flow.page.put(line, A4.left, top)

    def _set_signatures(self, flow: Flow) -> None:
        """Put what the team adds and the signature boxes, together on one page."""
        names = {"requester": self._sheet.a.name, "partner": self._sheet.b.name}
        boxes = []
        for signer in self._form.signers:
            name, day = names.get(signer.who, ""), self._sheet.signed[signer.who]
            boxes.append(Signature(self._speech.each(signer.label), name, self._speech.day(day) if day else ""))
        notes = notes_of(self._form.notes, self._speech, SMALL, self._width)
        high = boxes_height(boxes, flow.page)
        top = flow.take(2 * self._before + height(notes) + high) - self._before
        top = flow.page.put_all(notes, A4.left, top) - self._before
        set_boxes(flow.page, boxes, top, self._speech)
