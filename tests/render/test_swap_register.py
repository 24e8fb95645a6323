"""The month's register of swaps, with room to sign."""

import io
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pypdf
import pytest

from csdesk.core.swap import SwapState
from csdesk.render.duty_form import SWAP
from csdesk.render.paper_page import A4_ACROSS, Page
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.swap_register import register_pages, register_pdf
from csdesk.render.swap_sheet import SwapContext, SwapSheet
from tests.render.duty_builders import OCTOBER, a_duty_form, a_swap, a_swap_sheet
from tests.render.pdf_reading import bookmarks, crossed, overlapping

TENTH = date(2026, 10, 10)


def a_context(language: PaperLanguage = "en") -> SwapContext:
    return SwapContext("南区客服中心", date(2026, 11, 1), language, a_duty_form("swap", SWAP))


def pages_of(sheets: Sequence[SwapSheet], language: PaperLanguage = "en") -> list[Page]:
    return register_pages(OCTOBER, sheets, a_context(language))


def texts(pages: Sequence[Page]) -> list[str]:
    return [ink.text for page in pages for ink in page.inks]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("count", [0, 1, 25])
def test_nothing_lies_on_anything_else(count: int, language: PaperLanguage) -> None:
    states = list(SwapState)
    sheets = [
        a_swap_sheet(
            a_swap(1 + at, state=states[at % 6], reason="换班原因 reason " * (at % 9), signed_a=TENTH, decided_on=TENTH)
        )
        for at in range(count)
    ]
    for page in pages_of(sheets, language):
        assert page.area == A4_ACROSS
        assert overlapping(page) == []
        assert crossed(page) == []
    for printed in pypdf.PdfReader(io.BytesIO(register_pdf(OCTOBER, sheets, a_context(language)))).pages:
        assert [float(side) for side in printed.mediabox[2:]] == [841.89, 595.28]


def test_a_line_holds_both_people_their_shifts_the_reason_the_state_and_the_days() -> None:
    swap = a_swap(state=SwapState.APPROVED, signed_a=TENTH, signed_b=date(2026, 10, 11), decided_on=date(2026, 10, 12))
    said = texts(pages_of([a_swap_sheet(swap)]))
    for told in ("12", "9 Oct 2026", "赵敏", "1006", "14 Oct 2026", "N 22:00–06:00", "孙立新", "1007", "21 Oct 2026",
                 "D 08:30–17:30", "晚班 14:00–22:00", "approved", "10 Oct 2026", "11 Oct 2026"):  # fmt: skip
        assert told in said
    assert said.count("12 Oct 2026") == 2  # the manager's signature and the decision
    assert "".join(said).count("家中老人住院") == 1


@pytest.mark.parametrize("language", ["zh", "both"])
def test_all_days_of_a_line_are_written_alike_and_short(language: PaperLanguage) -> None:
    said = texts(pages_of([a_swap_sheet(a_swap(state=SwapState.AGREED, signed_a=TENTH))], language))
    assert {"2026-10-09", "2026-10-10", "2026-10-14", "2026-10-21"} <= set(said)


def test_what_is_open_has_room_to_sign() -> None:
    open_rows = pages_of([a_swap_sheet(a_swap(day_b=None, reason="x"))])
    heights = sorted({round(stroke.y0, 1) for stroke in open_rows[0].strokes if stroke.y0 == stroke.y1})
    assert max(upper - lower for lower, upper in pairwise(heights)) >= 26
    assert "no return" in texts(open_rows)


def test_an_empty_register_says_so_and_has_rows_to_write_in() -> None:
    pages = pages_of([], "zh")
    assert "本月无换班记录。" in texts(pages)
    assert len(pages) == 1
    bare = a_context()._replace(form=a_context().form._replace(notes=()))
    assert register_pages(OCTOBER, [], bare)


def test_its_heading_is_repeated_on_every_page() -> None:
    pages = pages_of([a_swap_sheet(a_swap(number)) for number in range(1, 40)])
    assert len(pages) == 4
    for page in pages:
        assert {"Requester (A)", "Partner (B)", "Manager", "Reason"} <= set(texts([page]))
    numbers = [text for text in texts(pages) if text.isdigit() and len(text) < 3]
    assert numbers == [str(number) for number in range(1, 40)]


def test_it_is_named_and_tells_its_progress() -> None:
    told: list[tuple[int, int]] = []
    pdf = register_pdf(OCTOBER, [], a_context("zh"), progress=lambda done, total: told.append((done, total)))
    assert bookmarks(pdf) == [("换班登记表 · 2026年10月", 0)]
    assert told == [(1, 1)]
