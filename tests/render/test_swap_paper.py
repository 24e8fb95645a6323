"""A shift swap on a sheet of its own: what it says, what is ticked, who signs."""

from collections.abc import Sequence
from datetime import date

import pytest

from csdesk.core.swap import SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.render.duty_form import SWAP
from csdesk.render.paper_page import A4, THICK, Page, Stroke
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.steps import Cancelled
from csdesk.render.swap_paper import swap_pages, swap_pdf
from csdesk.render.swap_sheet import SwapContext, SwapSheet
from tests.render.duty_builders import SUN, ZHAO, a_duty_form, a_swap, a_swap_sheet, the_rules
from tests.render.pdf_reading import bookmarks, closed_up, copied, crossed, overlapping

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
TENTH = date(2026, 10, 10)


def a_context(language: PaperLanguage = "en") -> SwapContext:
    return SwapContext("南区客服中心", date(2026, 10, 15), language, a_duty_form("swap", SWAP))


def pages_of(sheet: SwapSheet, language: PaperLanguage = "en") -> list[Page]:
    return swap_pages(sheet, a_context(language))


def texts(pages: Sequence[Page]) -> list[str]:
    return [ink.text for page in pages for ink in page.inks]


def signs(page: Page) -> tuple[int, int]:
    """How many ticks and how many crosses are drawn: only a cross has a long stroke that falls."""
    sloping = [stroke for stroke in page.strokes if stroke.x0 != stroke.x1 and stroke.y0 != stroke.y1]
    assert all(stroke.weight == THICK for stroke in sloping)

    def falls(stroke: Stroke) -> bool:
        return stroke.y1 < stroke.y0

    crosses = sum(falls(stroke) and stroke.x1 - stroke.x0 > 4 for stroke in sloping)
    return len(sloping) // 2 - crosses, crosses


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", SwapState)
@pytest.mark.parametrize("reason", ["", "家中老人住院，需陪护一天。" * 40])
def test_nothing_lies_on_anything_else(language: PaperLanguage, state: SwapState, reason: str) -> None:
    swap = a_swap(state=state, reason=reason, decided_on=TENTH, decision_reason="人手不足 too few people " * 12)
    pages = pages_of(a_swap_sheet(swap, rules=the_rules(broken=True)), language)
    for page in pages:
        assert page.area == A4
        assert overlapping(page) == []
        assert crossed(page) == []
        assert all(ink.y > page.area.bottom - 20 for ink in page.inks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_swap_stands_on_one_sheet_also_where_a_rule_is_broken_for_both(language: PaperLanguage) -> None:
    assert len(pages_of(a_swap_sheet(), language)) == 1
    assert len(pages_of(a_swap_sheet(rules=the_rules(broken=True)), language)) == 1


def test_it_names_both_people_their_days_and_their_shifts_before_and_after() -> None:
    said = texts(pages_of(a_swap_sheet()))
    for told in ("Shift swap request", "No. 12", "Asked on 9 Oct 2026", "State asked", "赵敏", "Number 1006",
                 "孙立新", "Number 1007", "14 Oct 2026", "Wednesday", "21 Oct 2026",
                 "家中老人住院，需陪护一天。"):  # fmt: skip
        assert told in said
    assert said.count("N 22:00–06:00") == 2
    assert said.count("D 08:30–17:30") == said.count("晚班 14:00–22:00") == 2
    assert said.count("free") == 4
    assert "no return" not in said


def test_a_cover_without_return_has_one_day_and_says_so() -> None:
    said = texts(pages_of(a_swap_sheet(a_swap(day_b=None))))
    assert "no return" in said
    assert "21 Oct 2026" not in said


def test_what_is_met_is_ticked_what_is_broken_is_crossed_what_is_open_is_left_to_the_pen() -> None:
    (page,) = pages_of(a_swap_sheet())
    assert signs(page) == (6, 0)
    (page,) = pages_of(a_swap_sheet(rules=the_rules(broken=True)))
    assert signs(page) == (5, 1)
    (page,) = pages_of(a_swap_sheet(rules=()))
    assert signs(page) == (0, 0)
    assert "SW-7  Not on a public holiday" in texts([page])


def test_each_rule_says_why_for_each_person_for_whom_it_is_broken() -> None:
    said = closed_up("".join(texts(pages_of(a_swap_sheet(rules=the_rules(broken=True)), "both"))))
    for person in (ZHAO, SUN):
        assert f"SW-3：这将是{person.name}2026年10月的第4次换班" in said
        assert f"swap4of{person.name}inOctober2026" in said
    assert "部门经理尚未审批。" in said


@pytest.mark.parametrize(
    ("state", "ticks", "told"),
    [
        (SwapState.APPROVED, 1, "Decided by 王芳 · Decided on 10 Oct 2026"),
        (SwapState.REJECTED, 1, "Rejected, because: too few"),
        (SwapState.VOIDED, 1, "voided: too few"),
        (SwapState.WITHDRAWN, 0, "withdrawn: too few"),
    ],
)
def test_the_decision_is_ticked_with_its_reason(state: SwapState, ticks: int, told: str) -> None:
    swap = a_swap(state=state, decided_on=TENTH, decision_reason="too few")
    (page,) = pages_of(a_swap_sheet(swap, rules=()))
    assert signs(page) == (ticks, 0)
    assert told in texts([page])


def test_signatures_that_are_recorded_stand_with_their_days() -> None:
    swap = a_swap(state=SwapState.APPROVED, signed_a=date(2026, 10, 9), signed_b=TENTH, decided_on=date(2026, 10, 11))
    said = texts(pages_of(a_swap_sheet(swap)))
    assert [text for text in said if text.startswith("Date")] == [
        "Date 9 Oct 2026",
        "Date 10 Oct 2026",
        "Date 11 Oct 2026",
    ]
    open_ones = texts(pages_of(a_swap_sheet(a_swap(state=SwapState.WITHDRAWN, decided_on=TENTH))))
    assert [text for text in open_ones if text.startswith("Date")] == ["Date"] * 3


def test_the_day_of_voiding_is_no_signature() -> None:
    said = texts(pages_of(a_swap_sheet(a_swap(state=SwapState.VOIDED, decided_on=TENTH, decision_reason="mistake"))))
    assert [text for text in said if text.startswith("Date")] == ["Date"] * 3
    assert "Decided by 王芳 · Decided on 10 Oct 2026" in said


def test_the_form_file_says_who_signs() -> None:
    form = a_context().form
    context = a_context()._replace(form=form._replace(signers=form.signers[:2], notes=()))
    said = texts(swap_pages(a_swap_sheet(), context))
    assert [text for text in said if text.startswith("Date")] == ["Date"] * 2
    assert "Manager" not in said


def test_a_reason_of_several_pages_runs_on_with_a_running_head() -> None:
    pages = pages_of(a_swap_sheet(a_swap(reason="说来话长。" * 900)))
    assert len(pages) > 1
    assert "continued" in texts(pages[1:])
    assert f"Page 2 of {len(pages)}" in texts(pages[1:])


def test_all_of_a_months_swaps_may_stand_in_one_file_with_bookmarks() -> None:
    told: list[tuple[int, int]] = []
    sheets = [a_swap_sheet(a_swap(number)) for number in (12, 13)]
    pdf = swap_pdf(sheets, a_context("zh"), progress=lambda done, total: told.append((done, total)))
    assert bookmarks(pdf) == [("换班申请表 · 编号 12", 0), ("换班申请表 · 编号 13", 1)]
    assert told == [(1, 2), (2, 2)]
    assert "第1页，共1页" in copied(pdf)[1]
    assert pdf == swap_pdf(sheets, a_context("zh"), cancelled=lambda: False)


def test_a_cancelled_print_is_none() -> None:
    with pytest.raises(Cancelled):
        swap_pdf([a_swap_sheet()], a_context(), cancelled=lambda: True)


def test_a_rule_may_be_open_for_one_reason_only() -> None:
    (page,) = pages_of(a_swap_sheet(rules=[RuleResult.open("SW-1.open")]))
    assert signs(page) == (0, 0)
    assert "Nobody has signed yet. Both parties sign the register." in texts([page])
