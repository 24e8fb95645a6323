"""The roster on paper: everything stands on it, nothing leaves it, and it breaks well over pages."""

import io
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

import pypdf
import pytest

from csdesk.core.leave import LeaveState
from csdesk.core.month import Month
from csdesk.core.shifts import Shift
from csdesk.core.words import Words
from csdesk.render.duty_form import ROSTER, DutyForm
from csdesk.render.paper_page import A3_ACROSS, A4_ACROSS, Ink, Page
from csdesk.render.paper_words import PaperLanguage
from csdesk.render.roster_paper import PaperSize, roster_pages, roster_pdf
from csdesk.render.roster_sheet import RosterSheet
from csdesk.render.steps import Cancelled
from tests.builders import an_employee
from tests.render.duty_builders import DAY, a_busy_roster, a_duty_form, a_leave, a_roster, people, the_calendar
from tests.render.pdf_reading import character_boxes, closed_up, copied, crossed, darkness, overlapping

LANGUAGES: list[PaperLanguage] = ["en", "zh", "both"]
SIZES: list[PaperSize] = ["A4", "A3"]
AREAS = {"A4": A4_ACROSS, "A3": A3_ACROSS}


def the_form() -> DutyForm:
    return a_duty_form("roster", ROSTER)


def pages_of(sheet: RosterSheet, language: PaperLanguage = "en", size: PaperSize = "A4") -> list[Page]:
    return roster_pages(sheet, the_form(), language, size)


def printed(sheet: RosterSheet, language: PaperLanguage = "en", size: PaperSize = "A4") -> bytes:
    return roster_pdf(sheet, the_form(), language, size)


def inks(pages: Sequence[Page]) -> list[Ink]:
    return [ink for page in pages for ink in page.inks]


def texts(pages: Sequence[Page]) -> list[str]:
    return [ink.text for ink in inks(pages)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_nothing_lies_on_anything_else_or_leaves_the_paper(
    count: int, language: PaperLanguage, size: PaperSize
) -> None:
    sheet = a_busy_roster(count) if count > 7 else a_roster(count)
    area = AREAS[size]
    for page in pages_of(sheet, language, size):
        assert page.area == area
        assert overlapping(page) == []
        assert crossed(page) == []
        assert all(stroke.y0 >= area.bottom - 8 for stroke in page.strokes)
    for _, _, (left, bottom, right, top) in character_boxes(printed(sheet, language, size)):
        assert area.left - 1 <= left <= right <= area.right + 1
        assert 20 <= bottom <= top <= area.top + 1


@pytest.mark.parametrize("month", [Month(2026, 2), Month(2028, 2), Month(2026, 11), Month(2026, 10)])
def test_every_day_of_the_month_has_its_column(month: Month) -> None:
    (page,) = pages_of(a_roster(5, month))
    days = [text for text in texts([page]) if text.isdigit() and len(text) <= 2]
    assert days == [str(day) for day in range(1, month.last.day + 1)]


def test_it_says_what_it_is_of_whom_and_when_it_was_made() -> None:
    pdf = printed(a_busy_roster(), "both", "A3")
    [page] = copied(pdf)
    told = (
        "南区客服中心 排班表Roster 2026年10月 October2026 制表日期Madeon2026-09-25 第1页，共1页Page1of1 李娜 1001 "
        "王𬭎 审批人Approvedby"
    )
    assert [each for each in told.split() if each not in page] == []
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert [float(side) for side in reader.pages[0].mediabox[2:]] == [1190.55, 841.89]
    assert reader.metadata is not None
    assert reader.metadata.title == "排班表 Roster · 2026年10月 October 2026"


def test_the_legend_explains_every_shift_and_every_sign() -> None:
    said = "|".join(texts(pages_of(a_busy_roster())))
    for told in (
        "08:30–17:30, break 60 min", "22:00–06:00 (next day), break 30 min", "by an approved swap", "on leave",
        "leave asked for, not yet approved", "not employed", "Hol 1–7 National Day (public holiday)",
        "Work 10 National Day (make-up working day)",
    ):  # fmt: skip
        assert told in said
    plain = "|".join(texts(pages_of(a_roster(3, Month(2026, 11)))))
    assert "swap" not in plain.replace("Changes only by a swap", "")
    assert not [told for told in ("leave", "not employed", "holiday") if told in plain]


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "08:30–17:30，休息60分钟"), ("both", "08:30–17:30，休息60分钟 break 60 min")],
)
def test_where_chinese_is_said_the_comma_is_chinese(language: PaperLanguage, told: str) -> None:
    assert told in "|".join(texts(pages_of(a_busy_roster(), language)))


def test_a_shift_by_swap_stands_in_a_frame() -> None:
    framed, plain = pages_of(a_busy_roster()), pages_of(a_busy_roster()._replace(gained={}))
    assert len(framed[0].strokes) - len(plain[0].strokes) == 4 * 4  # three shifts and the legend


def test_several_shifts_of_a_day_stand_below_each_other_by_their_start() -> None:
    sheet = a_roster(1, changed={("person-1001", date(2026, 10, 6)): ("night", "day", "evening")})
    day = next(ink for ink in inks(pages_of(sheet)) if ink.text == "6")
    column = [ink for ink in inks(pages_of(sheet)) if abs(ink.x - day.x) < 9 and ink.y < day.y and ink.text in "D晚班N"]
    assert [ink.text for ink in sorted(column, key=lambda ink: -ink.y)][:3] == ["D", "晚班", "N"]


def test_leave_stands_in_a_word_with_its_hours() -> None:
    leaves = [
        a_leave("person-1001", date(2026, 10, 5)),
        a_leave("person-1001", date(2026, 10, 6), hours=Decimal("3.50")),
        a_leave("person-1001", date(2026, 10, 12), state=LeaveState.ASKED),
        a_leave("person-1001", date(2026, 10, 13), state=LeaveState.REFUSED),
    ]
    said = texts(pages_of(a_roster(1, leaves=leaves)))
    assert said.count("Leave") == 3  # two days and the legend
    assert said.count("Leave?") == 2
    assert "3.5h" in said


def test_a_day_that_is_short_is_bold() -> None:
    covers = {ink.text: ink.bold for ink in inks(pages_of(a_roster(12))) if "/" in ink.text and len(ink.text) < 6}
    assert covers["2/3"]
    assert not covers["3/3"]


def test_shifts_that_nobody_needs_have_no_line_of_cover() -> None:
    sheet = a_roster(3, shifts=(DAY._replace(needs=(0,) * 7),))
    assert not [text for text in texts(pages_of(sheet)) if text.startswith("Cover")]


def test_weekends_and_holidays_are_grey_in_two_tones() -> None:
    (page,) = pages_of(a_roster(3))
    assert {round(shade.grey, 2) for shade in page.shades} == {0.8, 0.89}
    assert sum(shade.grey == 0.8 for shade in page.shades) == 2 * 7  # people, and cover below them
    assert 0.01 < darkness(printed(a_roster(12)))[0] < 0.2


def test_the_head_row_is_repeated_where_people_do_not_fit() -> None:
    pages = pages_of(a_roster(80), "en")
    assert len(pages) == 3
    for page in pages:
        assert {"Number", "Name", "31", "Th"} <= set(texts([page]))
        assert {int(text) for text in texts([page]) if text.isdigit() and len(text) < 3} == set(range(1, 32))
    numbers = [text for text in texts(pages) if len(text) == 4 and text.isdigit()]
    assert numbers == [str(1001 + at) for at in range(80)]
    assert [text for text in texts(pages[1:]) if text == "continued"] == ["continued"] * 2
    assert [text for text in texts(pages) if text.startswith("Page")] == [f"Page {at} of 3" for at in (1, 2, 3)]


@pytest.mark.parametrize(("count", "size", "pages"), [(30, "A4", 1), (60, "A3", 2), (12, "A4", 1), (200, "A3", 5)])
def test_as_few_pages_as_can_be_read(count: int, size: PaperSize, pages: int) -> None:
    assert len(pages_of(a_roster(count), "zh", size)) == pages


def test_cover_stays_together_and_signatures_stand_below_it() -> None:
    for count in range(20, 48, 3):
        pages = pages_of(a_roster(count), "both")
        captions = [at for at, page in enumerate(pages) for text in texts([page]) if "Cover:" in text]
        rows = {at for at, page in enumerate(pages) for text in texts([page]) if text == "N 22:00–06:00"}
        assert rows == set(captions)
        assert any("Approved by" in text for text in texts([pages[-1]]))


def test_more_shifts_than_a_page_holds_run_on() -> None:
    shifts = [Shift(f"s{at}", f"S{at}", time(8), time(16), needs=(1,) * 7) for at in range(70)]
    pages = pages_of(a_roster(3, shifts=shifts))
    assert len(pages) > 1
    assert [text for text in texts(pages) if text.startswith("S69 ")] == ["S69 08:00–16:00"]
    assert all(overlapping(page) == [] for page in pages)


def test_a_long_legend_never_leaves_the_caption_of_cover_alone() -> None:
    shifts = [Shift(f"s{at}", f"S{at}", time(8), time(16), needs=(1,) * 7) for at in range(70)]
    for count in range(28, 36):
        for page in pages_of(a_roster(count, shifts=shifts)):
            said = texts([page])
            if any(text.startswith("Cover") for text in said):
                assert any(text.startswith("S0 ") for text in said)


def test_long_names_and_numbers_are_cut_and_long_codes_made_to_fit() -> None:
    person = an_employee("N" * 30, "阿卜杜热合曼·阿卜杜克热木·买买提明·吐尔逊")
    codes = ("早班（客服一组）", "Morning-shift-hotline-desk-1", "Early-1", "客服一组早")
    shifts = [Shift(code, code, time(8), time(16)) for code in codes]
    sheet = a_roster(employees=[person], shifts=shifts, changed={
        (person.id, date(2026, 10, 1 + at)): (code,) for at, code in enumerate(codes)})  # fmt: skip
    (page,) = pages_of(sheet)
    said = texts([page])
    assert [text for text in said if text.startswith(("阿卜", "NNN")) and text.endswith("…")]
    assert any(text.startswith("早班") for text in said)
    assert overlapping(page) == []
    assert crossed(page) == []
    assert min(ink.size for ink in page.inks) >= 5


def test_who_is_not_employed_yet_has_a_dash_and_no_empty_day() -> None:
    joined = people(1)[0]._replace(hired=date(2026, 10, 29))
    with_dashes = pages_of(a_roster(employees=[joined], shifts=()))
    without = pages_of(a_roster(employees=[joined._replace(hired=date(2020, 1, 1))], shifts=()))
    assert len(with_dashes[0].strokes) - len(without[0].strokes) == 28


def test_an_empty_roster_says_so() -> None:
    assert "Nobody is on the roster of this month." in texts(pages_of(a_roster(0)))


def test_estimated_holidays_are_said() -> None:
    sheet = a_roster(2, Month(2027, 10), calendar=the_calendar())
    assert "2026年以后的节假日为推算，以国务院公布的安排为准。" in texts(pages_of(sheet, "zh"))


def test_a_team_may_let_only_one_sign_and_say_nothing() -> None:
    form = the_form()._replace(notes=(), signers=(the_form().signers[1],))
    said = texts(roster_pages(a_roster(2), form, "en"))
    assert "Approved by" in said
    assert "Made by" not in said
    renamed = form._replace(titles={"title": Words("Rota", "班表")})
    assert "Rota" in texts(roster_pages(a_roster(2), renamed, "en"))


def test_a_character_that_no_font_has_is_visibly_replaced() -> None:
    sheet = a_roster(employees=[an_employee("1001", "王😀")])
    assert "王〓" in copied(printed(sheet))[0]


def test_the_same_roster_gives_the_same_bytes_and_tells_its_progress() -> None:
    told: list[tuple[int, int]] = []
    sheet = a_roster(80)
    pdf = roster_pdf(
        sheet, the_form(), "en", progress=lambda done, total: told.append((done, total)), cancelled=lambda: False
    )
    assert pdf == printed(sheet)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert closed_up("October 2026") in copied(pdf)[2]


def test_a_cancelled_roster_is_none() -> None:
    with pytest.raises(Cancelled):
        roster_pdf(a_roster(3), the_form(), "en", cancelled=lambda: True)


def test_a_day_on_which_nobody_works_or_is_needed_has_no_cover() -> None:
    sheet = a_roster(0, shifts=(DAY._replace(needs=(0, 1, 0, 0, 0, 0, 0)),))
    assert [text for text in texts(pages_of(sheet)) if "/" in text and ":" not in text] == ["0/1"] * 4
