"""Whole sheets of paper: what was appraised stands on them, can be copied from them, and nothing leaves the page."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

import pypdf
import pytest

from csdesk.core.appraisal import Sheet
from csdesk.core.employee import Role
from csdesk.core.rulebook import Rulebooks
from csdesk.render.paper import Cancelled, PaperLanguage, PaperMark, appraisal_pdf, interview_pdf
from csdesk.render.paper_page import HEIGHT, LEFT, RIGHT
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
    the_rulebook,
)
from tests.render.pdf_reading import bookmarks, character_boxes, closed_up, copied, copied_by_pdfium, darkness

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
PASSAGE = "客户来电反映订单“20261103-17”重复扣款（金额￥1,299.00），客服答复“没问题”。 Heard twice: <b>no</b> & {x}. "
LONG_NOTE = (PASSAGE * 40)[:2000]


def printed(sheet: Sheet, language: PaperLanguage = "en", mark: PaperMark | None = None) -> bytes:
    return appraisal_pdf([(sheet, mark or a_mark())], a_context(language), a_form())


def a_full_month() -> Sheet:
    return a_sheet(a_usual_month(), tests=[a_test()], adjustments=[an_adjustment()], strikes=[a_strike()])


def a_month_of_sixty() -> Sheet:
    codes = {"MIN-01": None, "MIN-04": -4, "MIN-14": -2, "BON-04": None, "DIS-01": None}
    incidents = [
        an_incident(
            code,
            1 + at // 2,
            points=points,
            count=2 if code == "MIN-14" else 1,
            note=f"第{at}条 note" + "说明" * (at % 9),
        )
        for at, (code, points) in enumerate(list(codes.items()) * 12)
    ]
    return a_sheet([*incidents, an_incident("SER-01", 16, note=LONG_NOTE)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_stands_on_the_paper(language: PaperLanguage) -> None:
    sheet = a_full_month()
    text = "".join(copied(printed(sheet, language)))
    rulebook = the_rulebook()
    for line in sheet.lines:
        rule = rulebook.rule(line.code)
        if rule:
            for title in {"en": [rule.title.en], "zh": [rule.title.zh], "both": [rule.title.en, rule.title.zh]}[
                language
            ]:
                assert closed_up(title) in text
        assert line.code in text
        assert closed_up(line.note) in text
        assert f"{line.points:+d}".replace("-", "−") in text
    for line, strike in sheet.struck:
        assert line.code in text
        assert strike.reason in text
        assert strike.by in text


IN_WORDS: dict[PaperLanguage, str] = {
    "en": "Monthlyappraisalsheet Finalscore Grade 1of1 −300yuan heldat−300 Finalscorebelow60 Sumofthelines−34 3×−2 "
    "6minover (lines1,3–5) Printed1Dec2026 Page1of1 Hired",
    "zh": "月度绩效考核表 最终得分 等级 1/1 −300元 最终得分低于60分 合计−34 3×−2 超时6分钟 "
    "（第1,3–5项） 第1页，共1页 考评人（培训专员） 入职日期2024年3月1日",
    "both": "月度绩效考核表 Monthlyappraisalsheet 最终得分Finalscore 1/1 −300元yuan 合计Sumofthelines−34 "
    "入职日期Hired 2024-03-01",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_says_the_result_in_words(language: PaperLanguage) -> None:
    text = "".join(copied(printed(a_full_month(), language)))
    assert not [told for told in IN_WORDS[language].split() if told not in text]


def test_head_and_foot_name_person_team_and_paper() -> None:
    mark = PaperMark("2026-11-0042", 3, "7F3A-91C2")
    [page] = copied(printed(a_sheet(), mark=mark))
    told = "南区客服中心 李娜 1001 Agent 热线一组 1Mar2024 November2026 No.2026-11-0042 Revision3 Checkcode7F3A-91C2"
    assert not [each for each in told.split() if each not in page]


def test_a_draft_says_that_it_is_one() -> None:
    [page] = copied(printed(a_sheet(), mark=PaperMark("", 0)))
    assert page.count("Draft,notnumbered") == 2
    assert "Revision" not in page


def test_a_normal_month_is_one_page_in_any_language() -> None:
    sheet = a_sheet([entry for entry in a_usual_month() if entry.code != "MIN-14"])
    assert len(sheet.lines) == 6
    for language in LANGUAGES:
        assert len(copied(printed(sheet, language))) == 1


def test_a_month_of_sixty_lines_is_carried_over_the_pages() -> None:
    sheet = a_month_of_sixty()
    pages = copied(printed(sheet))
    assert len(pages) > 3
    assert all("Carriedforward" in page for page in pages[:2])
    assert all("Broughtforward" in page and "RuleandfactsClass" in page for page in pages[1:3])
    assert "Carriedforward" not in pages[-1]
    assert all(f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all("李娜1001" in page for page in pages[1:])


def test_what_is_carried_forward_is_the_sum_of_the_lines_above() -> None:
    [first, second, *_] = copied(printed(a_sheet([an_incident("MIN-01", 1 + at % 28) for at in range(60)])))
    lines = first.count("NotspeakingMandarin")
    assert f"Carriedforward−{2 * lines}" in first
    assert f"Broughtforward−{2 * lines}" in second


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_of_2000_characters_is_printed_whole(language: PaperLanguage) -> None:
    text = "".join(copied(printed(a_sheet([an_incident("MOD-01", 3, note=LONG_NOTE)]), language)))
    for start in range(0, len(closed_up(LONG_NOTE)), 40):
        assert closed_up(LONG_NOTE)[start : start + 12] in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [a_full_month, a_month_of_sixty, a_sheet], ids=["full", "sixty", "empty"])
def test_no_character_leaves_the_page(make: partial[Sheet], language: PaperLanguage) -> None:
    pdf = printed(make(), language)
    for number, character, (left, bottom, right, top) in character_boxes(pdf):
        assert LEFT - 1 <= left <= right <= RIGHT + 1, (number, character)
        assert 24 <= bottom <= top <= HEIGHT - 28, (number, character)


def test_no_page_is_blank() -> None:
    assert all(0.005 < share < 0.3 for share in darkness(printed(a_month_of_sixty(), "both")))


@pytest.mark.parametrize("name", ["王𬭎", "𫖯㐀䶵", "阿依古丽·买买提", "O'Neill-Müller"])
def test_a_rare_name_can_be_copied_from_the_paper(name: str) -> None:
    sheet = a_result([an_incident(note=f"与{name}核对")], people=[an_employee(name)]).sheets[0]
    pdf = printed(sheet)
    for pages in (copied(pdf), copied_by_pdfium(pdf)):
        assert pages[0].count(closed_up(name)) == 2


def test_many_rare_characters_can_be_copied_too() -> None:
    rare = "".join(chr(code) for code in range(0x3400, 0x3400 + 700)) + "𬭎𫖯𬀩𬒔"
    text = copied(printed(a_sheet([an_incident(note=rare)])))[0]
    assert rare in text


def test_a_character_that_no_font_has_is_visibly_replaced() -> None:
    sheet = a_result(people=[an_employee("王😀")]).sheets[0]
    assert "王〓" in copied(printed(sheet))[0]


def test_a_note_is_never_taken_for_markup_or_a_template() -> None:
    note = "<b>粗</b> & <para> {base} %s \\n (x) [y]"
    assert closed_up(note) in copied(printed(a_sheet([an_incident(note=note)])))[0]


def test_line_ends_of_a_note_are_kept() -> None:
    assert "第一第二" in copied(printed(a_sheet([an_incident(note="第一\n第二\u200b")])))[0]


def test_the_sheets_of_a_team_are_numbered_each_by_itself_and_found_by_bookmark() -> None:
    people = [an_employee(), an_employee("王𬭎", "1002", role=Role.TRAINING_SPECIALIST), an_employee("赵敏", "1003")]
    sheets = a_result([an_incident(day=1 + at % 28, note="说明" * 9) for at in range(60)], people=people).sheets
    pdf = appraisal_pdf([(sheet, a_mark()) for sheet in sheets], a_context("zh"), a_form())
    pages = copied(pdf)
    assert [page.partition("第1页")[2][:4] for page in pages] == ["，共1页", "，共1页", "，共4页", "", "", ""]
    assert bookmarks(pdf) == [("王𬭎 1002", 0), ("赵敏 1003", 1), ("李娜 1001", 2)]


def test_who_signs_goes_by_role() -> None:
    people = [an_employee(role=Role.TRAINING_SPECIALIST)]
    assert "Assessor(supervisor)" in copied(printed(a_result(people=people).sheets[0]))[0]
    assert "Assessor(trainingspecialist)" in copied(printed(a_sheet()))[0]


def test_no_pay_effect_is_said_with_its_reason() -> None:
    newcomer = a_result(people=[an_employee(hired=date(2026, 10, 12), left=date(2026, 11, 20))]).sheets[0]
    [page] = copied(printed(newcomer))
    assert "none" in page
    assert "thisismonth2" in page
    assert "12Oct2026·left20Nov2026" in page


def test_a_gain_is_held_at_the_limit_with_a_plus() -> None:
    sheet = a_sheet([an_incident("BON-03", day) for day in range(1, 9)])
    [page] = copied(printed(sheet))
    assert "+300yuan(110−80)×10yuan" in page


def test_the_version_that_judged_each_line_is_named() -> None:
    text = {"in_force_from = 2025-01-01": "in_force_from = 2026-11-16", "Points rulebook": "Second rulebook"}
    books = Rulebooks((the_rulebook(), the_rulebook(**text)))
    sheet = a_sheet([an_incident(day=3, points=-2), an_incident(day=20, points=-2)], books=books)
    page = copied(appraisal_pdf([(sheet, a_mark())], a_context(books=books), a_form()))[0]
    assert "Lines1by:Pointsrulebook" in page.replace("Line1", "Lines1")
    assert "Secondrulebookforcustomerservice(points@2026-11-16)" in page


def test_a_document_says_what_it_is() -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed(a_sheet(), "zh")))
    assert reader.metadata is not None
    assert reader.metadata.title == "月度绩效考核表 · 2026年11月 · 李娜"
    assert reader.metadata.author == "南区客服中心"
    assert [str(reader.root_object["/Lang"])] == ["zh-CN"]
    assert str(pypdf.PdfReader(io.BytesIO(printed(a_sheet()))).root_object["/Lang"]) == "en-GB"


def test_the_same_sheets_give_the_same_bytes_also_in_two_threads_at_once() -> None:
    sheet = a_full_month()
    alone = [printed(sheet, language) for language in LANGUAGES]
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(partial(printed, sheet), LANGUAGES * 2))
    assert together == alone * 2


def test_progress_counts_sheets() -> None:
    told: list[int] = []
    appraisal_pdf([(a_sheet(), a_mark())] * 3, a_context(), a_form(), progress=told.append, cancelled=lambda: False)
    assert told == [1, 2, 3]


def test_a_cancelled_run_ends_between_two_sheets() -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        appraisal_pdf(
            [(a_sheet(), a_mark())] * 5, a_context(), a_form(), progress=told.append, cancelled=lambda: len(told) == 2
        )
    assert told == [1, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_interview_form_has_the_months_facts_by_rule(language: PaperLanguage) -> None:
    sheet = a_sheet([*a_usual_month(), an_incident("MIN-04", 25, points=-2)], adjustments=[an_adjustment()])
    text = "".join(copied(interview_pdf([(sheet, a_mark())], a_context(language), a_form("interview"))))
    assert text.count("MIN-04") == 1
    assert "2−5" in text  # late twice, -3 and -2
    assert {"en": "Goalsandmeasures", "zh": "下期目标与改进措施", "both": "目标Goal"}[language] in text
    for _, _, (left, bottom, right, _) in character_boxes(
        interview_pdf([(sheet, None)], a_context(language), a_form("interview"))
    ):
        assert LEFT - 1 <= left <= right <= RIGHT + 1
        assert bottom >= 24


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["interview", "appraisal"])
def test_a_blank_form_is_one_page_with_nobody_on_it(name: str, language: PaperLanguage) -> None:
    pdf = interview_pdf([(None, None)], a_context(language), a_form(name))
    [page] = copied(pdf)
    assert "李娜" not in page
    assert "No.2026" not in page
    assert {"en": "Employee", "zh": "员工", "both": "员工Employee"}[language] in page
    title = a_form(name).title
    told = {"en": title.en, "zh": title.zh, "both": f"{title.zh} {title.en}"}
    assert bookmarks(pdf) == [(told[language], 0)]
