"""Handover records on paper, filled and blank."""

from collections.abc import Sequence
from datetime import date

import pytest

from csdesk.core.handover import OpenProblem
from csdesk.render.duty_form import HANDOVER
from csdesk.render.handover_paper import HandoverSheet, handover_pages, handover_pdf
from csdesk.render.paper_page import Page
from csdesk.render.paper_words import PaperLanguage
from tests.render.duty_builders import a_duty_form, a_handover
from tests.render.pdf_reading import bookmarks, copied, crossed, overlapping

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
BLANK = HandoverSheet("南区客服中心", date(2026, 10, 15))


def pages_of(sheet: HandoverSheet, language: PaperLanguage = "en") -> list[Page]:
    return handover_pages(sheet, a_duty_form("handover", HANDOVER), language)


def texts(pages: Sequence[Page]) -> list[str]:
    return [ink.text for page in pages for ink in page.inks]


def many_problems() -> HandoverSheet:
    problems = [
        OpenProblem(f"p{at}", "h", "订单重复扣款，等财务回复。" * (1 + at % 5), date(2026, 10, 1)) for at in range(40)
    ]
    return a_handover(
        problems=problems, equipment="耳麦 headset " * 60, notes="注意 " * 300, refused_reason="记录不完整"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", [a_handover(), BLANK, many_problems()], ids=["filled", "blank", "long"])
def test_nothing_lies_on_anything_else(sheet: HandoverSheet, language: PaperLanguage) -> None:
    for page in pages_of(sheet, language):
        assert overlapping(page) == []
        assert crossed(page) == []


def test_a_record_says_from_whom_to_whom_when_and_what_is_open() -> None:
    said = texts(pages_of(a_handover()))
    for told in ("14 Oct 2026", "晚班", "14:00–22:00", "N", "22:00–06:00 (next day)", "22:00",
                 "3号坐席耳麦有杂音，已报修。", "订单20261003-17重复扣款，等财务回复。", "12 Oct 2026",
                 "Callback to Mr Brown", "13 Oct 2026",
                 "赵敏与孙立新换班（第12号）。", "–", "赵敏", "孙立新", "Date 2026-10-14 22:03", "Date"):  # fmt: skip
        assert told in said
    assert "Refused by the relief, because:" not in said


def test_a_refused_record_says_why() -> None:
    said = texts(pages_of(a_handover(refused_reason="耳麦未报修"), "zh"))
    assert "接班人拒绝接收，原因：" in said
    assert "耳麦未报修" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_is_one_page_with_lines_to_write_on(language: PaperLanguage) -> None:
    form = a_duty_form("handover", HANDOVER)
    (page,) = pages_of(BLANK, language)
    levels = [stroke for stroke in page.strokes if stroke.y0 == stroke.y1]
    assert len(levels) > sum(form.lines.values())
    assert "–" not in texts([page])
    (one_line_more,) = handover_pages(BLANK, form._replace(lines={**form.lines, "notes": 5}), language)
    assert len([stroke for stroke in one_line_more.strokes if stroke.y0 == stroke.y1]) == len(levels) + 1


def test_a_long_record_runs_on_and_its_signatures_stand_on_the_last_page() -> None:
    pages = pages_of(many_problems())
    assert len(pages) > 1
    assert "Relief" in texts(pages[-1:])
    assert all("Problem" in texts([page]) for page in pages[:2])


def test_several_records_stand_in_one_file() -> None:
    form = a_duty_form("handover", HANDOVER)
    pdf = handover_pdf([a_handover(), BLANK], form, "zh")
    assert bookmarks(pdf) == [("交接班记录 · 2026年10月14日", 0), ("交接班记录", 1)]
    assert "孙立新" in copied(pdf)[0]
    assert "孙立新" not in copied(pdf)[1]


def test_more_lines_than_a_page_holds_begin_a_new_one() -> None:
    form = a_duty_form("handover", HANDOVER)
    pages = handover_pages(BLANK, form._replace(lines=dict.fromkeys(form.lines, 18)), "zh")
    assert len(pages) > 1
    assert all(overlapping(page) == [] for page in pages)
