"""How sheets are laid out: nothing lies on anything else, tables break well, signatures stay together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from csdesk.core.appraisal import Flag, FlagCode, Sheet
from csdesk.core.words import Words
from csdesk.render.form_file import Column, Part, PartKind
from csdesk.render.paper import PaperLanguage, PaperMark, laid_out
from csdesk.render.paper_page import BOTTOM, LEFT, RIGHT, TOP, Page
from tests.render.builders import (
    a_context,
    a_form,
    a_mark,
    a_result,
    a_sheet,
    a_strike,
    a_test,
    a_usual_month,
    an_adjustment,
    an_employee,
    an_incident,
)
from tests.render.pdf_reading import crossed, ink_box, overlapping

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
LONG = "上海市浦东新区张江高科技园区客户服务中心南区热线与在线联合服务团队（第二职场）"
VIEW = Part(PartKind.WRITING, Words("View", "意见"), lines=2)
GOALS = Part(PartKind.GRID, Words("Goals", "目标"), lines=40, columns=(Column(Words("Goal", "目标"), 1),))


def pages_of(
    sheet: Sheet | None,
    language: PaperLanguage = "en",
    form: str = "appraisal",
    *,
    parts: Sequence[Part] | None = None,
    mark: PaperMark | None = None,
    team: str = LONG,
) -> list[Page]:
    shape = a_form(form)
    if parts is not None:
        shape = replace(shape, parts=tuple(parts))
    [(_, pages)] = laid_out([(sheet, mark or a_mark(check_code="7F3A-91C2"))], a_context(language, team=team), shape)
    return pages


def texts(page: Page) -> list[str]:
    return [ink.text for ink in page.inks]


def said(pages: Sequence[Page]) -> str:
    return "\n".join("\n".join(texts(page)) for page in pages)


def with_everything(days: int = 9) -> Sheet:
    flags = (Flag(FlagCode.BELOW_60, bound=60), Flag(FlagCode.LAST_TWICE, bound=70))
    incidents = [an_incident("MIN-14", 1 + at, points=-5, count=9, note="说明 note " * at) for at in range(days)]
    sheet = a_sheet(
        [
            *a_usual_month(),
            *incidents,
            an_incident("DIS-01", 20),
            an_incident("SER-06", 21, minutes=1240, note=LONG * 20),
        ],
        people=[an_employee("阿卜杜热合曼·阿卜杜克热木", group=LONG, left=date(2026, 11, 30))],
        tests=[a_test()],
        adjustments=[an_adjustment(-5, LONG)],
        strikes=[a_strike(reason=LONG), a_strike("SER-05", LONG, "")],
    )
    return replace(sheet, flags=(*flags, *sheet.flags), rank=118, of=2000)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["appraisal", "interview"])
@pytest.mark.parametrize("days", [0, 3, 5, 9, 28])
def test_nothing_lies_on_anything_else(form: str, language: PaperLanguage, days: int) -> None:
    for page in pages_of(with_everything(days), language, form):
        assert overlapping(page) == []
        assert crossed(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["appraisal", "interview"])
def test_nothing_on_a_blank_form_lies_on_anything_else(form: str, language: PaperLanguage) -> None:
    for page in pages_of(None, language, form):
        assert overlapping(page) == []
        assert crossed(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_within_the_margins(language: PaperLanguage) -> None:
    for page in pages_of(with_everything(28), language):
        for ink in page.inks:
            left, bottom, right, top = ink_box(ink)
            assert LEFT - 0.1 <= left <= right <= RIGHT + 0.1, ink
            assert BOTTOM - 24 <= bottom <= top <= TOP, ink
        for rule in page.strokes:
            assert LEFT - 1 <= rule.x0 <= rule.x1 <= RIGHT + 1
            assert BOTTOM - 8 <= min(rule.y0, rule.y1) <= max(rule.y0, rule.y1) <= TOP


@pytest.mark.parametrize("lines", range(1, 40))
def test_the_signatures_stand_together_with_what_comes_before_them(lines: int) -> None:
    pages = pages_of(a_sheet([an_incident("MIN-01", 1 + at % 28) for at in range(lines)]))
    for page in pages[:-1]:
        assert "Employee" not in texts(page)
    last = texts(pages[-1])
    assert last.count("Date") >= 4
    assert "Employee's remarks" in last
    assert all(box in last for box in ["Employee", "Assessor (training specialist)", "Supervisor", "Manager"])


def test_the_signatures_of_a_short_sheet_stand_at_the_foot() -> None:
    [page] = pages_of(a_sheet())
    [supervisor] = [ink for ink in page.inks if ink.text == "Supervisor"]
    assert supervisor.y < BOTTOM + 80


def test_the_signatures_follow_on_where_a_later_page_is_almost_empty() -> None:
    pages = next(
        found
        for lines in range(8, 40)
        if len(found := pages_of(a_sheet([an_incident("MIN-01", 1 + at % 28) for at in range(lines)]))) == 2
        and "Rule and facts" not in texts(found[-1])
    )
    [supervisor] = [ink for ink in pages[-1].inks if ink.text == "Supervisor"]
    assert supervisor.y > TOP - 250


def test_a_struck_line_is_shown_struck_through_with_who_and_why() -> None:
    sheet = a_sheet(strikes=[a_strike(reason="客诉登记有遗漏", by="王芳")])
    [page] = pages_of(sheet)
    told = texts(page)
    assert "Struck out by 王芳, does not count: 客诉登记有遗漏" in told
    at = told.index("No effective complaint this month")
    y = page.inks[at].y
    assert [rule for rule in page.strokes if y < rule.y0 == rule.y1 < y + 6 and rule.x0 > LEFT + 50]
    assert told.index("Sum of the lines") < at


def test_a_struck_line_without_a_name_says_only_why() -> None:
    assert "Struck out, does not count: 重复" in said(pages_of(a_sheet(strikes=[a_strike(reason="重复", by="")])))


def test_a_dismissal_offence_leads_the_manager_to_its_line() -> None:
    told = said(pages_of(a_sheet([an_incident(points=-2), an_incident("DIS-01", 15)])))
    assert "Dismissal offence (line 2)" in told


def test_a_running_month_ranks_nobody() -> None:
    assert "—" in said(pages_of(replace(a_sheet(), rank=0, of=0)))


def test_an_empty_month_says_so() -> None:
    sheet = a_sheet(register_in_use=False)
    assert "No entry this month." in said(pages_of(sheet))
    assert "No entry this month." in said(pages_of(sheet, form="interview"))


def test_an_unnumbered_form_has_no_serial() -> None:
    [(_, [page])] = laid_out([(None, None)], a_context(), a_form("interview"))
    assert not [text for text in texts(page) if "No. 2026" in text or "Revision" in text]


def test_the_months_facts_are_gathered_by_rule_the_hardest_first() -> None:
    sheet = a_sheet(
        [an_incident("BON-04", 2), an_incident("MIN-04", 3, points=-2), an_incident("MIN-04", 9, points=-3)]
    )
    told = texts(pages_of(sheet, form="interview")[0])
    codes = [text for text in told if text in {"MIN-04", "BON-04", "BON-05"}]
    assert codes == ["MIN-04", "BON-04", "BON-05"]
    assert told[told.index("MIN-04") :][1:5] == ["Late arrival or early leaving", "minor", "2", "−5"]


def test_a_column_that_the_form_leaves_out_is_not_printed() -> None:
    part = next(part for part in a_form().parts if part.kind is PartKind.LINES)
    few = replace(part, columns=part.columns[:3])
    told = said(pages_of(a_sheet(a_usual_month(), adjustments=[an_adjustment()]), parts=[few]))
    assert "MIN-04" in told
    assert "Late arrival" not in told


def test_parts_to_write_on_may_stand_anywhere_and_beside_each_other() -> None:
    beside = replace(VIEW, title=Words("Other", "其他"), beside=True)
    lines = next(part for part in a_form().parts if part.kind is PartKind.LINES)
    [page] = pages_of(a_sheet(), parts=[VIEW, beside, lines])
    inks = {ink.text: ink for ink in page.inks}
    assert inks["View"].y == inks["Other"].y > inks["Rule and facts"].y
    assert inks["View"].x < inks["Other"].x


def test_what_stands_beside_needs_something_to_stand_beside() -> None:
    beside = replace(VIEW, beside=True)
    text = Part(PartKind.TEXT, Words("Base {base}", "基础分{base}"))
    [page] = pages_of(a_sheet(), parts=[text, beside])
    assert "View" in texts(page)


def test_a_sheet_may_be_all_signatures() -> None:
    [page] = pages_of(a_sheet(), parts=[])
    assert "Supervisor" in texts(page)


def test_a_grid_that_fills_a_page_takes_its_own() -> None:
    pages = pages_of(a_sheet(), parts=[VIEW, GOALS, GOALS, VIEW])
    assert [[text for text in texts(page) if text in {"View", "Goals"}] for page in pages] == [
        ["View"],
        ["Goals"],
        ["Goals"],
        ["View"],
    ]
    for page in pages:
        assert overlapping(page) == []


def test_a_blank_form_of_several_pages_names_only_itself() -> None:
    [_, *later] = pages_of(None, parts=[GOALS, GOALS])
    assert {tuple(texts(page)[:2]) for page in later} == {("Monthly appraisal sheet", "continued")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_later_page_of_a_long_name_still_says_number_and_month(language: PaperLanguage) -> None:
    sheet = replace(a_sheet(a_usual_month()), employee=an_employee("Aleksandra Wilhelmina " * 3, "0104"))
    [_, later, *_] = pages_of(sheet, language, parts=[GOALS, GOALS])
    told = texts(later)[0]
    assert told.startswith("Aleksandra Wil")
    assert " 0104 · " in told
    assert told.endswith({"en": "November 2026", "zh": "2026年11月", "both": "2026年11月 November 2026"}[language])


def test_both_languages_of_pay_and_flags_share_a_line_where_they_fit() -> None:
    sheet = replace(a_sheet(), flags=(Flag(FlagCode.BELOW_60, bound=60),))
    [page] = pages_of(sheet, "both", team="客服部")
    assert "最终得分低于60分 Final score below 60" in texts(page)


def test_a_table_does_not_begin_at_the_very_foot_of_a_page() -> None:
    lines = next(part for part in a_form().parts if part.kind is PartKind.LINES)
    tall = replace(VIEW, lines=33)
    for more in range(6):
        pages = pages_of(a_sheet(a_usual_month()), parts=[replace(tall, lines=30 + more), lines])
        for page in pages:
            assert texts(page)[-3:] != ["Class", "How", "Points"]
            assert overlapping(page) == []


def test_a_title_in_two_languages_that_is_too_long_for_one_line_takes_two() -> None:
    long = Words(
        "A very long title of a form about the appraisal of a month", "很长很长很长很长的一份月度绩效考核表的标题"
    )
    [(_, [page])] = laid_out([(a_sheet(), None)], a_context("both"), replace(a_form(), title=long))
    assert overlapping(page) == []


def test_a_result_of_plain_figures_only_needs_no_room_for_large_ones() -> None:
    result = next(part for part in a_form().parts if part.kind is PartKind.RESULT)
    plain = replace(result, figures=result.figures[:6], pay=None, flags=None)
    [page] = pages_of(a_sheet(), parts=[plain])
    assert max(ink.size for ink in page.inks if ink.text.lstrip("+−").isdigit()) < 13
    assert overlapping(page) == []


def test_every_member_of_a_team_gets_a_sheet() -> None:
    people = [an_employee(name, f"{1000 + at}") for at, name in enumerate(["李娜", "王𬭎", "赵敏"])]
    result = a_result(people=people)
    found = list(laid_out([(sheet, a_mark()) for sheet in result.sheets], a_context(), a_form()))
    assert [title for title, _ in found] == ["李娜 1000", "王𬭎 1001", "赵敏 1002"]
