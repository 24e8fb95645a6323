"""The Swaps tab: the register of swaps, by keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from csdesk.core.leaves import LeaveDraft
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.language import Speech
from csdesk.ui.page import Change, Command
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Scheme, Theme
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    DECEMBER,
    NOVEMBER,
    SwapsWindow,
    SwapsWithRoster,
    a_request,
    a_rostered_team,
    a_swaps_tab,
    an_agreed_one,
    an_approved_one,
    duty,
    logged_codes,
    nov,
    person,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_rostered_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[SwapsWindow]:
    with a_swaps_tab(qtbot, desk, preferences, theme, speech, tmp_path, SwapsWindow) as tab:
        yield tab


def shown(tab: SwapsWindow) -> SwapsWindow:
    """Let the tab show what a test wrote behind its back."""
    tab.window.context.refresh.announce(Change.EVERYTHING)
    return tab


# Asking


def test_a_swap_is_asked_for_in_thirteen_keys_and_stands_in_the_register(tab: SwapsWindow, desk: Desk) -> None:
    tab.ask("ln", "24", "wy", "26")
    assert tab.keys == 13
    assert tab.rows == [["1", "21 Nov", "李娜", "24 Nov  D", "王铱", "26 Nov  N", "none yet", "asked", ""]]
    assert tab.message == "Asked: swap no. 1, 李娜 24 Nov  D  ↔  王铱 26 Nov  N"
    assert duty(desk, "ln", nov(24)) == ["D"]


def test_the_rules_are_judged_while_one_types(tab: SwapsWindow) -> None:
    assert [tab.rule(f"SW-{number}") for number in range(1, 8)] == ["not yet"] * 7
    for typed in ("ln", "24", "wy"):
        tab.write(typed)
        tab.enter()
    tab.write("26")
    assert [tab.rule(f"SW-{number}") for number in range(1, 8)] == ["not yet", "not yet", *["kept"] * 5]
    assert tab.why("SW-7") == "No day lies in a public holiday."


def test_a_rule_that_is_broken_says_so_with_its_word_and_why(tab: SwapsWindow, desk: Desk) -> None:
    desk.leaves.ask(LeaveDraft(person(desk, "wy").id, nov(30), nov(30)))
    for typed in ("ln", "30", "wy"):
        tab.write(typed)
        tab.enter()
    assert tab.rule("SW-6") == "broken"
    assert tab.why("SW-6").startswith("王铱 has asked for leave on 30 Nov 2026")
    assert tab.page.swaps.form.rules.said[5].startswith("SW-6  No leave on the day: broken: 王铱 has asked")


def test_a_day_without_a_shift_is_told_at_its_field_and_nothing_is_asked(tab: SwapsWindow, desk: Desk) -> None:
    tab.ask("ln", "25", "wy")
    assert tab.problems == [
        "李娜 has no shift on 25 Nov 2026, so there is none to give. Choose a day on which they work."
    ]
    assert tab.page.swaps.form.fault_of("day_a") == tab.problems[0]
    assert desk.swaps.all() == []


def test_a_swap_with_oneself_is_told_at_the_second_person(tab: SwapsWindow) -> None:
    for field, typed in ((tab.page.swaps.form.b, "ln"), (tab.page.swaps.form.a, "ln")):
        field.setFocus()
        tab.write(typed)
        tab.enter()
    tab.write("24")
    assert tab.page.swaps.form.fault_of("b_id") == "李娜 cannot swap with themselves. Choose another person."


def test_somebody_unknown_is_told_at_the_field(tab: SwapsWindow) -> None:
    tab.ask("xyzzy", "24", "wy")
    assert tab.page.swaps.form.fault_of("a_id").startswith("Nobody on the staff file has this name or number.")


def test_what_is_missing_or_unreadable_is_told_when_it_is_asked_for(tab: SwapsWindow) -> None:
    tab.page.swaps.form.day_b.setFocus()
    tab.write("soon")
    tab.enter()
    tab.enter()
    said = tab.problems
    assert len(said) == 4
    assert said[1] == "The day of the shift that is given away is missing. Enter it."
    assert "“soon” cannot be read as a date" in said[3]
    assert tab.page.swaps.form.a.hasFocus()


def test_whoever_has_a_shift_on_the_day_is_offered_first_with_it(tab: SwapsWindow) -> None:
    tab.page.swaps.form.day_a.setFocus()
    tab.write("24")
    tab.page.swaps.form.a.setFocus()
    tab.press(Key.Key_Down)
    offered = [(choice.text, choice.hint) for choice in tab.page.swaps.form.a.choices]
    assert offered == [
        ("李娜 · 0101", "D on 24 Nov"), ("王铱 · 0102", "free on 24 Nov"), ("曾雅婷 · 0103", "free on 24 Nov"),
    ]  # fmt: skip


def test_a_days_number_belongs_to_the_month_shown(tab: SwapsWindow) -> None:
    tab.window.set_month(DECEMBER)
    tab.page.swaps.form.day_a.setFocus()
    tab.write("3")
    assert tab.page.swaps.form.day_a.day == DECEMBER.first.replace(day=3)


def test_a_request_for_another_month_is_kept_and_named(tab: SwapsWindow, desk: Desk) -> None:
    tab.window.set_month(DECEMBER)
    tab.ask("ln", "2026-11-24", "wy")
    assert tab.rows == []
    assert tab.message == "Asked: swap no. 1, 李娜 24 Nov  D  ·  王铱 covers"
    assert len(desk.swaps.all(NOVEMBER)) == 1


# Signing and deciding


def test_both_signatures_are_recorded_in_one_step(tab: SwapsWindow, desk: Desk) -> None:
    tab.ask("ln", "24", "wy", "26")
    tab.decide(Key.Key_S)
    tab.enter()
    assert (tab.rows[0][6], tab.states) == ("both", ["both agree"])
    assert "李娜: signed 21 Nov" in tab.panel
    assert tab.message == "Signatures recorded: swap no. 1"
    assert not tab.may("Signatures")


def test_a_signature_may_be_of_one_alone_and_not_of_tomorrow(tab: SwapsWindow, desk: Desk) -> None:
    tab.ask("ln", "24", "wy")
    tab.decide(Key.Key_S)
    tab.press(Key.Key_Space)  # takes A's tick away
    tab.parties.boxes[1][1].setFocus()
    tab.press(Key.Key_Tab)
    tab.write_over("22")
    tab.enter()
    assert len(tab.parties.said) == 1
    tab.write_over("20")
    tab.enter()
    assert tab.rows[0][6] == "王铱"
    assert tab.panel[-2:] == ["李娜: not signed yet", "王铱: signed 20 Nov"]


def test_nobody_ticked_or_no_day_is_told_in_the_dialog(tab: SwapsWindow) -> None:
    tab.ask("ln", "24", "wy")
    tab.decide(Key.Key_S)
    for _, box in tab.parties.boxes:
        box.setChecked(False)
    assert tab.parties.day is not None
    tab.parties.day.setText("soon")
    tab.parties.submit()
    assert len(tab.parties.said) == 2


def test_an_approval_changes_the_roster_and_voiding_changes_it_back(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    shown(tab).go_to(0)
    tab.decide(Key.Key_A)
    assert (tab.states, tab.message) == (["approved"], "Approved: swap no. 1; the roster is changed.")
    assert (duty(desk, "ln", nov(24)), duty(desk, "wy", nov(24)), duty(desk, "ln", nov(26))) == ([], ["D"], ["N"])
    tab.press(Key.Key_Delete)
    tab.give_reason("the school called it off")
    assert tab.states == ["voided"]
    assert "Decision: Voided 21 Nov, entered by sun: the school called it off" in tab.panel
    assert (duty(desk, "ln", nov(24)), duty(desk, "wy", nov(24)), duty(desk, "ln", nov(26))) == (["D"], [], [])


def test_the_calendar_of_the_roster_shows_a_swap_at_once(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> None:
    an_agreed_one(desk, 24, 26)
    with a_swaps_tab(qtbot, desk, preferences, theme, speech, tmp_path, SwapsWithRoster) as tab:
        assert tab.calendar_cell("wy", nov(24)) == []
        tab.control(Key.Key_3)
        tab.go_to(0)
        tab.decide(Key.Key_A)
        assert (tab.calendar_cell("wy", nov(24)), tab.calendar_cell("ln", nov(26))) == (["D"], ["N"])
        tab.control(Key.Key_3)
        tab.press(Key.Key_Delete)
        tab.give_reason("the school called it off")
        assert (tab.calendar_cell("wy", nov(24)), tab.calendar_cell("ln", nov(24))) == ([], ["D"])


def test_an_approval_can_be_undone_at_once(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    shown(tab).go_to(0)
    tab.decide(Key.Key_A)
    tab.press_message()
    assert (tab.states, duty(desk, "ln", nov(24))) == (["voided"], ["D"])
    assert tab.message == "Undone: the swap is voided, the roster as before."


def test_an_approval_that_cannot_be_undone_any_more_says_why(tab: SwapsWindow, desk: Desk) -> None:
    swap = an_agreed_one(desk, 24, 26)
    shown(tab).go_to(0)
    tab.decide(Key.Key_A)
    approved = desk.swaps.get(swap.id)
    assert approved is not None
    desk.swaps.void(approved.id, approved.rev, "elsewhere")
    tab.press_message()
    assert told()[0].heading.text() == "Could not be undone"


def test_a_swap_that_nobody_signed_is_refused_with_the_rules_sentence(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    shown(tab).go_to(0)
    tab.decide(Key.Key_A)
    assert tab.states == ["asked"]
    assert "SW-1: 李娜 has not signed." in tab.panel[-1]


def test_a_request_is_rejected_and_withdrawn_only_with_a_reason(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    a_request(desk, 30)
    shown(tab).go_to(0)
    tab.decide(Key.Key_R)
    tab.give_reason("")
    assert len(tab.dialogs()) == 1
    tab.give_reason("too few people")
    assert (tab.states, tab.message) == (["rejected", "asked"], "Rejected: swap no. 1")
    tab.go_to(1)
    tab.decide(Key.Key_W)
    tab.give_reason("found another way")
    assert (tab.states, tab.message) == (["rejected", "withdrawn"], "Withdrawn: swap no. 2")
    assert not any(tab.may(name) for name in ("Signatures", "Approve", "Reject", "Withdraw", "Void"))


def test_a_swap_that_changed_meanwhile_is_not_decided(tab: SwapsWindow, desk: Desk) -> None:
    swap = an_agreed_one(desk, 24)
    shown(tab).go_to(0)
    tab.decide(Key.Key_S)
    desk.swaps.reject(swap.id, swap.rev, "elsewhere")
    tab.decide(Key.Key_A)
    assert "Somebody else has changed this swap in the meantime" in tab.panel[-1]


# What it leads to in the log


def test_a_cover_without_a_return_is_offered_its_bonus(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 20)
    shown(tab).go_to(0)
    tab.decide(Key.Key_A)
    assert tab.message == "Approved: swap no. 1. 王铱 has covered without a return."
    assert tab.may("Log BON-03 for 王铱")
    tab.press_message()
    assert logged_codes(desk) == [("王铱", "BON-03", 20)]
    assert tab.message == "Logged: BON-03 for 王铱, 20 Nov"
    assert not tab.may("Log BON-03")
    tab.press_message()
    assert logged_codes(desk) == []
    tab.action("Log BON-03")
    assert logged_codes(desk) == [("王铱", "BON-03", 20)]


def test_an_unclear_handover_charges_one_or_both_in_one_step(tab: SwapsWindow, desk: Desk) -> None:
    an_approved_one(desk, 20)
    shown(tab).go_to(0)
    tab.action("Unclear handover")
    tab.enter()
    assert len(tab.parties.said) == 1
    for _, box in tab.parties.boxes:
        box.setFocus()
        tab.press(Key.Key_Space)
    tab.enter()
    assert logged_codes(desk) == [("李娜", "SER-01", 20), ("王铱", "SER-01", 20)]
    assert tab.message == "Logged: SER-01 for 李娜, 王铱, 20 Nov"


def test_what_lies_ahead_is_neither_charged_nor_rewarded(tab: SwapsWindow, desk: Desk) -> None:
    an_approved_one(desk, 24)
    shown(tab).go_to(0)
    assert not tab.may("Log BON-03")
    assert not tab.may("Unclear handover")


# The register


def test_the_register_is_searched_and_filtered(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "school")
    swap = a_request(desk, 30)
    desk.swaps.reject(swap.id, swap.rev, "no")
    shown(tab)
    for typed, numbers in (("school", ["1"]), ("2", ["2"]), ("wy", ["1", "2"]), ("zyt", [])):
        tab.control(Key.Key_F)
        tab.write_over(typed)
        assert [row[0] for row in tab.rows] == numbers
    assert tab.page.swaps.card.said == ["Register of November", "0 found"]
    tab.press(Key.Key_Escape)
    tab.choose(tab.page.swaps.card.state, "Rejected or ended")
    assert tab.states == ["rejected"]
    tab.choose(tab.page.swaps.card.state, "Undecided")
    assert tab.states == ["asked"]


def test_a_new_request_takes_away_the_filter_that_would_hide_it(tab: SwapsWindow) -> None:
    tab.control(Key.Key_F)
    tab.write("zyt")
    tab.control(Key.Key_N)
    tab.ask("ln", "24", "wy")
    assert len(tab.rows) == 1


def test_rows_are_copied_with_their_headings(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "school")
    shown(tab).go_to(0)
    tab.control(Key.Key_C)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["No.", "Asked on", "A", "A's day"]
    assert row.split("\t")[-2:] == ["asked", "school"]


def test_escape_and_ctrl_n_lead_from_a_swap_back_to_the_form_and_enter_to_its_buttons(
    tab: SwapsWindow, desk: Desk
) -> None:
    a_request(desk, 24)
    shown(tab).go_to(0)
    tab.enter()
    assert tab.page.swaps.panel.buttons.offered[0].hasFocus()
    tab.press(Key.Key_Escape)
    assert tab.is_form_front
    tab.go_to(0)
    tab.control(Key.Key_N)
    assert tab.window.focusWidget() is tab.page.swaps.form.a


def test_several_rows_have_no_panel_and_are_counted(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    a_request(desk, 30)
    shown(tab)
    tab.page.swaps.card.table.setFocus()
    tab.control(Key.Key_A)
    assert tab.is_form_front
    assert not tab.may("Approve")


def test_a_closed_month_is_read_only_and_says_who_can_reopen_it(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_agreed_one(desk, 24)
    monkeypatch.setattr(desk, "closed_months", lambda: frozenset({NOVEMBER}))
    shown(tab)
    assert tab.page.swaps.form.said_problems == [
        "November 2026 is closed, so nothing in it can change. The manager can reopen it."
    ]
    tab.page.swaps.form.submit()
    tab.go_to(0)
    assert "November 2026 is closed" in tab.panel[-1]
    assert not any(tab.may(name) for name in ("Signatures", "Approve", "Reject", "Withdraw", "Void"))
    tab.page.shown()
    assert tab.page.swaps.card.table.hasFocus()


def test_an_empty_register_says_what_to_do_next(tab: SwapsWindow) -> None:
    table = tab.page.swaps.card.table
    assert "Type a name on the right (Ctrl+N)" in table.accessibleDescription()


def test_a_fault_of_the_world_is_told_and_nothing_is_lost(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    an_agreed_one(desk, 24)
    shown(tab)
    for name in ("ask", "approve", "reject"):
        monkeypatch.setattr(desk.swaps, name, full)
    tab.ask("ln", "30", "wy")
    assert not tab.page.may_leave()
    assert len(told()) == 1
    told()[0].close()
    tab.go_to(0)
    tab.decide(Key.Key_A)
    assert len(told()) == 1
    told()[0].close()
    tab.decide(Key.Key_R)
    tab.give_reason("no")
    assert len(told()) == 1
    assert tab.states == ["both agree"]


def test_the_page_speaks_both_languages(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    shown(tab).go_to(0)
    tab.speak("zh")
    assert tab.rows == [["1", "11-21", "李娜", "11-24  D", "王铱", "11-26  N", "双方", "双方同意", ""]]
    assert tab.panel[:2] == ["第1号换班", "待经理审批  ·  11-21申请"]
    assert tab.rule("SW-3") == "符合"


def test_the_window_does_new_and_no_other_command_here(tab: SwapsWindow) -> None:
    tab.page.do(Command.NEW)
    assert tab.page.swaps.form.a.hasFocus()
    with pytest.raises(NotImplementedError):
        tab.page.do(Command.CLOSE_MONTH)


def test_nothing_of_the_page_behind_can_be_done(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    shown(tab).go_to(0)
    tab.go_to_leave()
    assert not any(action.isEnabled() for action in tab.page.swap_actions.all)
    tab.page.show_segment(0)
    assert tab.page.swap_actions.approve.isEnabled()


# Paper


def test_the_months_register_is_printed_where_nothing_is_chosen(tab: SwapsWindow, desk: Desk, tmp_path: Path) -> None:
    a_request(desk, 24, 26)
    shown(tab)
    tab.control(Key.Key_P)
    tab.choose_file(tmp_path / "register.pdf")
    tab.wait_for_work()
    assert tab.message == "Printed: register.pdf"
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


def test_a_chosen_swap_is_printed_with_its_boxes(
    tab: SwapsWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    a_request(desk, 24, 26)
    shown(tab).go_to(0)
    tab.page.swaps.card.print_button.click()
    tab.choose_file(tmp_path / "swap.pdf")
    tab.wait_for_work()
    assert (tmp_path / "swap.pdf").read_bytes().startswith(b"%PDF")
    tab.press_message()
    assert opened == ["swap.pdf"]


def test_what_no_font_has_is_said_before_printing(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "\U0001f9d1")
    shown(tab).go_to(0)
    tab.page.do(Command.PRINT)
    assert told()[0].heading.text() == "Some characters cannot be printed"


# What fails in the log, and in the world


def test_an_entry_that_cannot_be_logged_says_why(tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    an_approved_one(desk, 20)
    shown(tab).go_to(0)
    refused = [Problem.at("", "month.closed", month=NOVEMBER)]
    monkeypatch.setattr(desk.incidents, "record_for", lambda *_: refused)
    tab.action("Log BON-03")
    assert told()[0].heading.text() == "Could not be logged"
    told()[0].close()
    tab.action("Unclear handover")
    tab.press(Key.Key_Space)
    tab.enter()
    assert tab.parties.said == ["November 2026 is closed, so nothing in it can change. The manager can reopen it."]


def test_an_entry_that_cannot_be_taken_back_says_why(tab: SwapsWindow, desk: Desk) -> None:
    an_approved_one(desk, 20)
    shown(tab).go_to(0)
    tab.action("Log BON-03")
    entry = desk.incidents.page(Query()).rows[0].incident
    desk.incidents.void(entry.id, entry.rev, "elsewhere")
    tab.press_message()
    assert told()[0].heading.text() == "Could not be undone"


def test_a_fault_of_the_world_in_the_log_is_told(tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    an_approved_one(desk, 20)
    shown(tab).go_to(0)
    tab.action("Log BON-03")
    monkeypatch.setattr(desk.incidents, "void", locked)
    tab.press_message()
    assert len(told()) == 1
    told()[0].close()
    monkeypatch.setattr(desk.incidents, "record_for", locked)
    tab.action("Unclear handover")
    tab.press(Key.Key_Space)
    tab.enter()
    assert len(told()) == 1


def test_a_second_signature_that_is_refused_leaves_the_first(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_request(desk, 24)
    shown(tab).go_to(0)
    tab.decide(Key.Key_S)
    sign = desk.swaps.sign

    def only_a(swap_id: str, rev: int, party: Literal["a", "b"], day: date) -> object:
        return sign(swap_id, rev, party, day) if party == "a" else [Problem.at("", "swap.stale")]

    monkeypatch.setattr(desk.swaps, "sign", only_a)
    tab.enter()
    assert len(tab.parties.said) == 1
    assert tab.rows[0][6] == "李娜"


def test_the_form_keeps_what_is_typed_when_the_language_or_the_theme_changes(tab: SwapsWindow, theme: Theme) -> None:
    for typed in ("ln", "24", "wy"):
        tab.write(typed)
        tab.enter()
    tab.speak("zh")
    assert (tab.page.swaps.form.day_a.text(), tab.rule("SW-7")) == ("2026年11月24日", "符合")
    theme.choose(Scheme.DARK)
    assert tab.rule("SW-7") == "符合"
    tab.go_to_leave()
    tab.write("zyt")
    tab.enter()
    tab.speak("en")
    assert "曾雅婷" in tab.page.leave.form.who.text()
