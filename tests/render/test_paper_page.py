"""Putting text on a page."""

import io

import pytest
from pypdf import PdfReader

from csdesk.render.paper_canvas import Drawing
from csdesk.render.paper_page import (
    A3_ACROSS,
    A4,
    A4_ACROSS,
    Page,
    Style,
    TextLine,
    beside_or_below,
    height,
    on_one_line,
    shrunk,
    width,
    wrap,
)
from tests.render.pdf_reading import darkness

PLAIN = Style(10, 14)


def test_what_does_not_fit_one_line_ends_in_an_ellipsis() -> None:
    assert on_one_line("李娜", PLAIN, 20).text == "李娜"
    assert on_one_line("客户服务中心", PLAIN, 45).text == "客户服…"
    assert on_one_line("客户", PLAIN, 5).text == "…"


def test_a_figure_is_set_smaller_rather_than_cut() -> None:
    line = shrunk("118 of 2000", Style(16, 20, bold=True), 50)
    assert line.text == "118 of 2000"
    assert width(*line) == pytest.approx(50)
    assert shrunk("3", PLAIN, 50) == TextLine("3", PLAIN)


def test_two_languages_stand_beside_each_other_where_there_is_room() -> None:
    assert [line.text for line in beside_or_below(("轻度", "minor"), PLAIN, 80)] == ["轻度 minor"]
    assert [line.text for line in beside_or_below(("轻度", "minor"), PLAIN, 40)] == ["轻度", "minor"]


def test_line_ends_break_and_tabs_become_spaces() -> None:
    lines = wrap("a\tb\nc", PLAIN, 100)
    assert [line.text for line in lines] == ["a b", "c"]
    assert height(lines) == 28


def test_an_empty_line_leaves_no_ink() -> None:
    page = Page()
    assert page.put_all((TextLine("", PLAIN), TextLine("x", PLAIN)), 50, 100) == 72
    assert [ink.text for ink in page.inks] == ["x"]


def test_text_is_put_by_its_left_end_its_right_end_or_its_middle() -> None:
    page = Page()
    for align in ("left", "right", "center"):
        page.put(TextLine("李娜", PLAIN), 100, 50, align)
    assert [ink.x for ink in page.inks] == [100, 80, 90]


def test_the_rules_of_a_frame_meet_at_the_corners() -> None:
    page = Page()
    page.frame(10, 40, 30, 20, 2)
    assert [(rule.x0, rule.y0, rule.x1, rule.y1) for rule in page.strokes] == [
        (9, 40, 31, 40),
        (9, 20, 31, 20),
        (10, 40, 10, 20),
        (30, 40, 30, 20),
    ]


def test_a_rule_runs_over_the_body_of_its_own_paper() -> None:
    for area in (A4, A4_ACROSS, A3_ACROSS):
        page = Page(area)
        page.across(100)
        assert [(rule.x0, rule.x1) for rule in page.strokes] == [(area.left, area.right)]


def test_a_page_keeps_its_own_size_and_its_grey_ground() -> None:
    drawing = Drawing("三种纸", "南区客服", "zh-CN")
    for area in (A4, A4_ACROSS, A3_ACROSS, A4):
        page = Page(area)
        page.shade(area.left, area.top, area.right, area.bottom, 0.3)
        page.put(TextLine("李娜", PLAIN), area.left, area.top)
        drawing.draw(page)
    pdf = drawing.finish()
    sizes = [tuple(map(float, page.mediabox[2:])) for page in PdfReader(io.BytesIO(pdf)).pages]
    assert sizes == [(595.28, 841.89), (841.89, 595.28), (1190.55, 841.89), (595.28, 841.89)]
    assert all(share > 0.5 for share in darkness(pdf))
