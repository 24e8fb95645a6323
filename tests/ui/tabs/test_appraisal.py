"""The Appraisal tab: everybody's month, why each score came about, and what a supervisor decides."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.core.appraisal import Adjustment
from csdesk.core.employee import Employee
from csdesk.desk.desk import Desk
from csdesk.ui.appraisal import reading
from csdesk.ui.appraisal.checklist import CheckName
from csdesk.ui.dialogs.adjust import AdjustDialog
from csdesk.ui.dialogs.base import ConfirmDialog, TellDialog
from csdesk.ui.dialogs.signed import SignedDialog
from csdesk.ui.dialogs.strike import StrikeDialog
from csdesk.ui.language import Speech
from csdesk.ui.page import Change, SheetTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.tabs.log import LogPage
from csdesk.ui.theme import Theme
from tests.desks import logged
from tests.ui.keyboard import Key
from tests.ui.pages.appraisal import NOVEMBER, OCTOBER, AppraisalTab, an_appraisal_tab, an_office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with four people; it is 21 November 2026, and October is to be closed."""
    with an_office(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[AppraisalTab]:
    """The tab in its window, showing October."""
    with an_appraisal_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def somebody_of(desk: Desk, number: str) -> Employee:
    found = desk.people.by_number(number)
    assert found is not None
    return found


def printed(tab: AppraisalTab) -> None:
    """Print every sheet of October, without the window."""
    job = tab.desk.papers.job(OCTOBER)
    assert not isinstance(job, list)
    tab.desk.papers.printed(job)
    tab.page.reload(Change.MONTHS)


# Everybody


def test_everybody_is_listed_by_rank_with_score_grade_and_pay(tab: AppraisalTab) -> None:
    assert [row[:6] for row in tab.rows] == [
        ["1", "李娜", "Agent", "85", "B", "+50"],
        ["2", "欧阳喆", "Agent", "80", "B", "0"],
        ["3", "曾雅婷", "Agent", "77", "C", "none yet"],
        ["4", "王怡", "Agent", "52", "F", "−280"],
    ]


def test_flags_stand_as_chips_and_a_newcomer_says_which_month_it_is(tab: AppraisalTab) -> None:
    assert {row[1]: row[6] for row in tab.rows} == {
        "李娜": "", "欧阳喆": "", "曾雅婷": "1st month", "王怡": "below 60",
    }  # fmt: skip


def test_the_name_says_number_and_role_beside_the_mouse(tab: AppraisalTab) -> None:
    assert tab.tooltip("李娜", "name") == "李娜 · 0101 · Agent"
    assert tab.tooltip("李娜", "pay") == "(85 − 80) × 10 yuan"
    assert tab.tooltip("王怡", "flags") == "Final score below 60"
    assert "first 2 calendar months" in tab.tooltip("曾雅婷", "flags")
    assert tab.tooltip("李娜", "score") == ""


def test_a_score_that_was_cut_names_the_raw_one(tab: AppraisalTab, desk: Desk) -> None:
    for _ in range(6):
        logged(desk, somebody_of(desk, "0101"), "BON-04", date(2026, 10, 7))
    tab.page.reload(Change.INCIDENTS)
    assert tab.tooltip("李娜", "score") == "Raw score 115, held at 110"
    tab.go_to("李娜")
    assert "The raw score of 115 is held at the upper limit of 110." in tab.why
    assert "Held at 110 -5" in tab.why


def test_a_score_is_not_taken_below_the_lower_limit(tab: AppraisalTab, desk: Desk) -> None:
    for _ in range(5):
        logged(desk, somebody_of(desk, "0102"), "SER-01", date(2026, 10, 7))
    tab.page.reload(Change.INCIDENTS)
    tab.go_to("王怡")
    assert "The raw score of −48 is held at the lower limit of 0." in tab.why


def test_the_head_counts_and_averages(tab: AppraisalTab) -> None:
    assert tab.page.results.said_count == "4 people · average 73.5"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lina", ["李娜"]),
        ("oyz", ["欧阳喆"]),
        ("0103", ["曾雅婷"]),
        ("below 60", ["王怡"]),
        ("flagged", ["王怡"]),
        ("1st month", ["曾雅婷"]),
        ("to print", ["李娜", "欧阳喆", "曾雅婷", "王怡"]),
        ("zzzz", []),
    ],
)
def test_the_table_is_searched_by_name_number_flag_and_state(tab: AppraisalTab, typed: str, found: list[str]) -> None:
    tab.search(typed)
    assert tab.names == found
    assert tab.page.results.said_count == f"{len(found)} found"


def test_escape_empties_the_search_and_down_goes_on_to_the_table(tab: AppraisalTab) -> None:
    tab.search("zeng")
    tab.press(Key.Key_Escape)
    assert len(tab.names) == 4
    tab.press(Key.Key_Down)
    assert tab.page.results.table.hasFocus()


def test_the_table_is_sorted_by_its_headings(tab: AppraisalTab) -> None:
    table = tab.page.results.table
    table.horizontalHeader().sectionClicked.emit(0)
    table.horizontalHeader().sectionClicked.emit(0)
    assert tab.names == ["王怡", "曾雅婷", "欧阳喆", "李娜"]


def test_the_selected_are_counted_and_their_pay_is_added_up(tab: AppraisalTab, qtbot: QtBot) -> None:
    tab.page.results.table.setFocus()
    with qtbot.waitSignal(tab.page.summary, check_params_cb=bool) as heard:
        tab.control(Key.Key_A)
    assert heard.args == ["4 selected · Pay (yuan) −230"]


def test_points_by_kind_are_there_for_the_choosing(tab: AppraisalTab) -> None:
    table = tab.page.results.table
    for place in range(table.horizontalHeader().count()):
        table.setColumnHidden(place, False)
    assert tab.row("王怡")[7:12] == ["0", "−8", "−20", "0", "52"]


# The checklist


def test_the_checklist_is_counted_from_the_facts(tab: AppraisalTab) -> None:
    assert tab.strip == [
        "Tests 0", "Workload 0", "Undecided complaints 0", "Flagged 1", "Printed 0/4", "Signed 0/4",
    ]  # fmt: skip


def test_a_line_of_the_checklist_shows_whom_it_is_about(tab: AppraisalTab, desk: Desk) -> None:
    printed(tab)
    logged(desk, somebody_of(desk, "0104"), "MIN-10", date(2026, 10, 30))
    tab.page.reload(Change.INCIDENTS)
    assert tab.strip[4:] == ["Printed 4/4", "Stale 1", "Signed 0/4"]
    tab.page.strip.items[CheckName.STALE].click()
    assert tab.names == ["欧阳喆"]


# Why this score


def test_the_panel_tells_how_the_score_came_about(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    assert tab.why == [
        "王怡", "0102 · Agent · rank 4 of 4", "52", "F", "Final score below 60",
        "Base 80", "Minor ×4 -8", "Automatic -20", "Final score 52", "Pay −280 yuan = (52 − 80) × 10 yuan",
    ]  # fmt: skip
    assert tab.lines == [
        ["05", "Not speaking Mandarin on duty", "log", "−2"],
        ["12", "Not speaking Mandarin on duty", "log", "−2"],
        ["19", "Not speaking Mandarin on duty", "log", "−2"],
        ["26", "Not speaking Mandarin on duty", "log", "−2"],
        ["—", tab.lines[4][1], "automatic", "−20"],
    ]


def test_an_automatic_line_names_its_reason_its_entries_and_its_rulebook(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    tab.go_to_line(tab.lines[4][1])
    assert tab.why[-4].startswith("SER-05 Duties badly performed")
    assert tab.why[-3:] == [
        "Added by the program. Offences this month: moderate 0, minor 4",
        "Because of 5 Oct MIN-01, 12 Oct MIN-01, 19 Oct MIN-01, 26 Oct MIN-01",
        "Rulebook points@2025-01-01, in force from 1 Jan 2025",
    ]


def test_a_newcomer_is_told_from_when_on_pay_follows_the_score(tab: AppraisalTab) -> None:
    tab.go_to("曾雅婷")
    assert tab.why[-1].startswith("No pay effect until December 2026: None in the first 2 calendar months")


def test_a_dismissal_flag_names_its_entry(tab: AppraisalTab, desk: Desk) -> None:
    logged(desk, somebody_of(desk, "0104"), "DIS-01", date(2026, 10, 9))
    tab.page.reload(Change.INCIDENTS)
    tab.go_to("欧阳喆")
    assert "Dismissal offence: 9 Oct DIS-01" in tab.why
    assert tab.lines[0][3] == "—"


def test_minutes_and_counts_stand_in_the_title(tab: AppraisalTab, desk: Desk) -> None:
    logged(desk, somebody_of(desk, "0104"), "OVERRUN", date(2026, 10, 9), minutes=14)
    logged(desk, somebody_of(desk, "0104"), "MIN-14", date(2026, 10, 10), points=2, count=3)
    tab.page.reload(Change.INCIDENTS)
    tab.go_to("欧阳喆")
    assert tab.lines[0][1].endswith(": 14 min")
    assert tab.lines[1][1].endswith("×3")


def test_enter_on_a_logged_line_opens_the_entry_in_the_log(tab: AppraisalTab) -> None:
    tab.go_to("李娜")
    tab.go_to_line(tab.lines[0][1])
    assert "“Came in for a sick colleague”" in tab.why
    tab.press(Key.Key_Return)
    log = tab.window.page
    assert isinstance(log, LogPage)
    assert [row.incident.code for row in log.entries.rows] == ["BON-03"]


def test_a_bar_leads_to_its_first_line(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    waterfall = tab.page.why.waterfall
    waterfall.step_clicked.emit(2)
    assert tab.page.why.current is not None
    assert tab.page.why.current.line.code == "SER-05"
    waterfall.step_clicked.emit(0)
    assert tab.page.why.current.line.code == "SER-05"


def test_the_chosen_line_stays_in_sight_while_the_words_about_it_take_room(tab: AppraisalTab, qtbot: QtBot) -> None:
    tab.window.resize(1024, 640)
    tab.go_to("王怡")
    tab.go_to_line(tab.lines[-1][1])
    lines = tab.page.why.lines
    canvas, row = lines.viewport(), lines.visualRect(lines.currentIndex())
    qtbot.waitUntil(lambda: canvas.visibleRegion().boundingRect().contains(row))


# Adjusting


def adjusted(tab: AppraisalTab, points: str, reason: str) -> AdjustDialog:
    tab.press(Key.Key_F2)
    dialog = tab.dialog(AdjustDialog)
    tab.write(points)
    tab.press(Key.Key_Tab)
    tab.write(reason)
    return dialog


def test_an_adjustment_shows_its_effect_before_it_is_given_and_can_be_taken_back(tab: AppraisalTab) -> None:
    tab.go_to("曾雅婷")
    dialog = adjusted(tab, "+3", "trained")
    assert dialog.effect.text == "Score 77 → 80, grade C → B"
    tab.press(Key.Key_Return)
    assert tab.row("曾雅婷")[:5] == ["2", "曾雅婷", "Agent", "80", "B"]
    assert tab.lines[-1][1:] == ["Discretionary adjustment", "by hand", "+3"]
    assert tab.message == "曾雅婷 adjusted by +3."
    tab.press_message()
    assert tab.row("曾雅婷")[3] == "77"


def test_the_effect_names_pay_and_a_grade_that_stays(tab: AppraisalTab) -> None:
    tab.go_to("李娜")
    dialog = adjusted(tab, "2", "")
    assert dialog.effect.text == "Score 85 → 87, grade B as before, pay +50 → +70 yuan"


@pytest.mark.parametrize(
    ("points", "reason", "said"),
    [
        ("3", "", "A written reason is required"),
        ("0", "why", "An adjustment of 0 changes nothing"),
        ("9", "why", "may be 5 points up or down at most"),
    ],
)
def test_a_faulty_adjustment_is_refused_at_its_field(tab: AppraisalTab, points: str, reason: str, said: str) -> None:
    tab.go_to("李娜")
    dialog = adjusted(tab, points, reason)
    tab.press(Key.Key_Return)
    assert len(dialog.said) == 1
    assert said in dialog.said[0]
    assert tab.row("李娜")[3] == "85"


def test_arrow_keys_stay_within_the_limit(tab: AppraisalTab) -> None:
    tab.go_to("李娜")
    tab.press(Key.Key_F2)
    dialog = tab.dialog(AdjustDialog)
    tab.press(*[Key.Key_Down] * 8)
    assert dialog.points.text() == "−5"
    tab.press(Key.Key_Backspace)
    tab.write("x-2")
    assert dialog.points.value() == -2


def test_an_adjustment_is_replaced_or_withdrawn_with_a_reason(tab: AppraisalTab, desk: Desk) -> None:
    tab.go_to("李娜")
    adjusted(tab, "-4", "late reports")
    tab.press(Key.Key_Return)
    assert tab.row("李娜")[3] == "81"
    dialog = adjusted(tab, "", "was settled")
    assert dialog.points.value() == -4
    dialog.withdraw_button.click()
    assert tab.row("李娜")[3] == "85"
    assert tab.message == "李娜's adjustment is withdrawn."
    tab.press_message()
    assert tab.lines[-1][3] == "−4"


def test_an_adjustment_that_another_window_gave_meanwhile_is_shown_and_not_overwritten(
    tab: AppraisalTab, desk: Desk
) -> None:
    tab.go_to("李娜")
    dialog = adjusted(tab, "-4", "late reports")
    assert dialog.withdraw_button.isHidden()
    desk.months.adjust(somebody_of(desk, "0101").id, OCTOBER, 1, "helped newcomers")
    tab.press(Key.Key_Return)
    (said,) = dialog.said
    assert said.startswith("Somebody else has changed this adjustment in the meantime")
    assert "Given so far: +1, helped newcomers" in dialog.so_far
    assert (dialog.points.value(), dialog.reason.text()) == (-4, "late reports")
    assert tab.row("李娜")[3] == "86"
    tab.press(Key.Key_Return)
    assert tab.row("李娜")[3] == "81"


def test_an_adjustment_that_another_window_replaced_meanwhile_is_not_withdrawn(tab: AppraisalTab, desk: Desk) -> None:
    person = somebody_of(desk, "0101")
    first = desk.months.adjust(person.id, OCTOBER, 1, "helped newcomers")
    assert isinstance(first, Adjustment)
    tab.page.reload(Change.MONTHS)
    tab.go_to("李娜")
    dialog = adjusted(tab, "", "a mistake")
    desk.months.adjust(person.id, OCTOBER, 2, "and taught them", seen=first.id)
    dialog.withdraw_button.click()
    assert "in the meantime" in dialog.said[0]
    assert "Given so far: +2" in dialog.so_far
    dialog.withdraw_button.click()
    assert tab.row("李娜")[3] == "85"


def test_an_undo_does_not_take_back_what_another_window_gave(tab: AppraisalTab, desk: Desk) -> None:
    tab.go_to("李娜")
    adjusted(tab, "1", "why")
    tab.press(Key.Key_Return)
    person = somebody_of(desk, "0101")
    desk.months.adjust(person.id, OCTOBER, 3, "another", seen=adjusted(tab, "", "").seen)
    tab.dialog(AdjustDialog).reject()
    tab.press_message()
    assert "in the meantime" in tab.dialog(TellDialog).text.text()


def test_enter_on_an_adjustment_opens_it(tab: AppraisalTab) -> None:
    tab.go_to("李娜")
    adjusted(tab, "1", "why")
    tab.press(Key.Key_Return)
    tab.go_to_line("Discretionary adjustment")
    tab.press(Key.Key_Return)
    assert tab.dialog(AdjustDialog).points.value() == 1


def test_an_undo_that_came_too_late_says_so(tab: AppraisalTab, desk: Desk) -> None:
    tab.go_to("李娜")
    adjusted(tab, "1", "why")
    tab.press(Key.Key_Return)
    desk.months.close(OCTOBER)
    tab.press_message()
    assert "is closed" in tab.dialog(TellDialog).text.text()


# Striking


def test_an_automatic_line_is_struck_with_a_reason_and_put_back(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    escalation = tab.lines[4][1]
    assert not tab.may("Strike")
    tab.go_to_line(escalation)
    tab.press(Key.Key_Delete)
    dialog = tab.dialog(StrikeDialog)
    tab.press(Key.Key_Return)
    assert "A written reason is required" in dialog.said[0]
    tab.write("warned already")
    tab.press(Key.Key_Return)
    assert tab.row("王怡")[3] == "72"
    assert tab.lines[4] == ["—", escalation, "struck", "−20"]
    assert any(said.startswith("Struck by sun") and said.endswith("warned already") for said in tab.why)
    tab.go_to_line(escalation)
    tab.press(Key.Key_Return)
    tab.write("by mistake")
    tab.press(Key.Key_Return)
    assert tab.row("王怡")[3] == "52"
    assert tab.message == "SER-05 stands again on 王怡's sheet."
    tab.press_message()
    assert tab.row("王怡")[3] == "72"


def test_a_strike_can_be_taken_back_at_once(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    tab.go_to_line(tab.lines[4][1])
    tab.press(Key.Key_Delete)
    tab.write("why")
    tab.press(Key.Key_Return)
    tab.press_message()
    assert tab.row("王怡")[3] == "52"
    assert tab.message == "Undone."


# Signed sheets


def test_printed_sheets_are_marked_as_signed(tab: AppraisalTab) -> None:
    assert not tab.may("Mark")
    printed(tab)
    assert set(tab.states().values()) == {"printed"}
    tab.go_to("李娜")
    tab.press(Key.Key_Down, held=tab.SHIFT)
    tab.press(Key.Key_S, held=tab.CONTROL_SHIFT)
    assert tab.dialog(SignedDialog).heading.text() == "Mark 2 sheets as signed"
    tab.press(Key.Key_Return)
    assert list(tab.states().values()) == ["signed 21 Nov", "signed 21 Nov", "printed", "printed"]
    assert tab.strip[-1] == "Signed 2/4"
    assert tab.message == "2 sheets marked as signed."
    assert "came back signed on 21 Nov 2026" in tab.tooltip("李娜", "sheet")


def test_a_day_to_come_is_refused(tab: AppraisalTab) -> None:
    printed(tab)
    tab.go_to("李娜")
    tab.press(Key.Key_S, held=tab.CONTROL_SHIFT)
    dialog = tab.dialog(SignedDialog)
    assert dialog.day.text() == "21 Nov 2026"
    tab.write_over("22 Nov")
    tab.press(Key.Key_Return)
    assert "still to come" in dialog.said[0]
    assert tab.states()["李娜"] == "printed"


def test_a_day_that_cannot_be_read_is_asked_for_again_and_another_one_is_noted(tab: AppraisalTab) -> None:
    printed(tab)
    tab.go_to("李娜")
    tab.press(Key.Key_S, held=tab.CONTROL_SHIFT)
    tab.write_over("soon")
    tab.press(Key.Key_Return)
    assert "“soon” cannot be read as a date" in tab.dialog(SignedDialog).said[0]
    tab.write_over("20")
    tab.press(Key.Key_Return)
    assert tab.states()["李娜"] == "signed 20 Nov"


def test_who_was_never_printed_is_left_out_and_a_stale_sheet_is_named(tab: AppraisalTab, desk: Desk) -> None:
    job = desk.papers.job(OCTOBER, employee_ids=[somebody_of(desk, number).id for number in ("0101", "0104")])
    assert not isinstance(job, list)
    desk.papers.printed(job)
    logged(desk, somebody_of(desk, "0104"), "MIN-10", date(2026, 10, 30))
    tab.page.reload(Change.INCIDENTS)
    assert tab.states() == {"李娜": "printed", "欧阳喆": "stale", "曾雅婷": "—", "王怡": "—"}
    assert tab.tooltip("王怡", "sheet") == "Not printed yet"
    assert tab.tooltip("欧阳喆", "sheet").endswith("print the sheet anew.")
    tab.page.results.table.setFocus()
    tab.control(Key.Key_A)
    tab.press(Key.Key_S, held=tab.CONTROL_SHIFT)
    assert tab.dialog(SignedDialog).hints == [
        "Not printed yet, so left out: 曾雅婷, 王怡",
        "The month has changed since these were printed; better print them anew first: 欧阳喆",
    ]


def test_a_long_list_of_names_is_cut(speech: Speech, theme: Theme, qtbot: QtBot) -> None:
    names = [f"N{number}" for number in range(10)]
    dialog = SignedDialog(names, [], [], lambda: datetime(2026, 11, 21, 9, 12), speech.texts, None)
    qtbot.addWidget(dialog)
    assert dialog.who.endswith("N7 and 2 more")


def test_every_figure_of_the_strip_says_what_it_counts(tab: AppraisalTab) -> None:
    tips = {name: item.toolTip() for name, item in tab.page.strip.items.items()}
    assert tips[CheckName.TESTS] == "Test results on file for this month"
    assert tips[CheckName.PRINTED] == "Show whose sheet is not printed yet"
    printed(tab)
    assert tab.page.strip.items[CheckName.PRINTED].toolTip() == "Every sheet is printed"


# The order of Tab


def test_tab_goes_through_the_strip_before_the_table(tab: AppraisalTab) -> None:
    tab.page.strip.items[CheckName.PRINTED].setFocus()
    said = []
    for _ in range(6):
        focused = tab.focus()
        said.append(focused.accessibleName() or str(focused.property("text")))
        tab.press(Key.Key_Tab)
    assert said == ["Printed 0/4", "Signed 0/4", "Print sheets…", "Export for HR…", "Close month…", "Search"]


# Closing the month


def test_closing_says_what_it_does_and_what_is_still_open(tab: AppraisalTab, desk: Desk) -> None:
    tab.page.strip.close_button.click()
    dialog = tab.dialog(ConfirmDialog)
    assert "Only the manager can reopen it." in dialog.text.text()
    assert dialog.text.text().endswith("Still open: 4 sheets not printed, 4 sheets not signed.")
    tab.press(Key.Key_Return)
    assert desk.months.is_closed(OCTOBER)
    assert tab.strip[0] == "Closed by sun, 21 Nov 09:12"
    assert tab.message == "October 2026 is closed."
    assert tab.page.strip.close_button.isHidden()


def test_a_closed_month_takes_no_decisions_and_says_why(tab: AppraisalTab, desk: Desk) -> None:
    tab.go_to("王怡")
    tab.go_to_line(tab.lines[4][1])
    desk.months.close(OCTOBER)
    tab.page.reload(Change.MONTHS)
    assert not tab.may("Adjust")
    assert not tab.may("Strike")
    assert "is closed" in tab.page.page_actions()[2].toolTip()
    tab.go_to_line(tab.lines[4][1])
    tab.press(Key.Key_Return)
    assert tab.message.startswith("October 2026 is closed")


def test_a_month_is_not_closed_before_its_last_day(tab: AppraisalTab, desk: Desk) -> None:
    tab.press(Key.Key_Right, held=tab.ALT)
    tab.page.strip.close_button.click()
    assert "30 Nov 2026" in tab.dialog(TellDialog).text.text()
    assert not desk.months.is_closed(NOVEMBER)


def test_a_month_that_another_window_closed_first_says_so(tab: AppraisalTab, desk: Desk) -> None:
    tab.page.strip.close_button.click()
    desk.months.close(OCTOBER)
    tab.dialog(ConfirmDialog).agree_button.click()
    assert "closed already" in tab.dialog(TellDialog).text.text()


def test_a_closed_month_that_has_drifted_names_whom(tab: AppraisalTab, desk: Desk) -> None:
    desk.months.close(OCTOBER)
    # Only another tool could move a date that a closed month hangs on; the desk refuses.
    with closing(sqlite3.connect(desk.path)) as tool:
        tool.execute("UPDATE employee SET hired = '2025-01-01' WHERE number = '0103'")
        tool.commit()
    tab.page.reload(Change.PEOPLE)
    assert tab.page.bands.isVisible()
    assert "曾雅婷 (pay effect)" in tab.page.bands.drift.text
    assert tab.row("曾雅婷")[5] == "none yet"


# Where there is nothing


def test_a_month_without_people_says_what_to_do(tab: AppraisalTab, desk: Desk) -> None:
    for person in desk.people.all():
        desk.people.leave(person.id, person.rev, date(2026, 10, 31))
    tab.press(Key.Key_Right, held=tab.ALT)
    assert tab.rows == []
    assert tab.strip == []
    assert "Add people under Roster" in tab.page.results.table.accessibleDescription()
    assert tab.why == []
    tab.control(Key.Key_P)
    assert tab.message == "Nobody is appraised by points in November 2026."


def test_a_month_before_the_first_rulebook_says_so(tab: AppraisalTab) -> None:
    tab.window.set_month(OCTOBER._replace(year=2024))
    assert "No rulebook covers 31 Oct 2024" in tab.page.results.table.accessibleDescription()
    assert not tab.may("Preview")


# From elsewhere


def test_another_tab_can_ask_for_somebodys_sheet(tab: AppraisalTab, desk: Desk) -> None:
    tab.search("lina")
    tab.window.show_target(SheetTarget(somebody_of(desk, "0102").id, NOVEMBER))
    assert tab.window.month == NOVEMBER
    assert tab.why[0] == "王怡"
    assert not tab.page.open(SheetTarget("nobody", NOVEMBER))


def test_the_page_speaks_chinese_at_once(tab: AppraisalTab) -> None:
    tab.go_to("王怡")
    tab.speak("zh")
    assert tab.row("曾雅婷")[5:8] == ["暂无", "入职第1月", "—"]
    assert tab.strip[3:] == ["需关注 1", "已打印 0/4", "已签 0/4"]
    assert tab.why[4:6] == ["最终得分低于60分", "基础分 80"]
    tab.speak("en")


def test_a_very_large_team_is_read_beside_the_window(
    tab: AppraisalTab, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 1)
    tab.window.set_month(NOVEMBER)
    tab.window.set_month(OCTOBER)
    tab.wait_for_work()
    assert tab.names == ["李娜", "欧阳喆", "曾雅婷", "王怡"]
