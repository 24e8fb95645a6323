"""What is done with a swap, by keyboard alone, and what it leads to in the log."""

from datetime import date
from typing import Literal

import pytest

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import Query
from csdesk.store.errors import StoreUnavailable
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    NOVEMBER,
    SwapsWindow,
    a_request,
    an_agreed_one,
    an_approved_one,
    duty,
    logged_codes,
    nov,
)


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
    tab.shown().go_to(0)
    tab.decide(Key.Key_A)
    assert (tab.states, tab.message) == (["approved"], "Approved: swap no. 1; the roster is changed.")
    assert (duty(desk, "ln", nov(24)), duty(desk, "wy", nov(24)), duty(desk, "ln", nov(26))) == ([], ["D"], ["N"])
    tab.press(Key.Key_Delete)
    tab.give_reason("the school called it off")
    assert tab.states == ["voided"]
    assert "Decision: Voided 21 Nov, entered by sun: the school called it off" in tab.panel
    assert (duty(desk, "ln", nov(24)), duty(desk, "wy", nov(24)), duty(desk, "ln", nov(26))) == (["D"], [], [])


def test_an_approval_can_be_undone_at_once(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 24, 26)
    tab.shown().go_to(0)
    tab.decide(Key.Key_A)
    tab.press_message()
    assert (tab.states, duty(desk, "ln", nov(24))) == (["voided"], ["D"])
    assert tab.message == "Undone: the swap is voided, the roster as before."


def test_an_approval_that_cannot_be_undone_any_more_says_why(tab: SwapsWindow, desk: Desk) -> None:
    swap = an_agreed_one(desk, 24, 26)
    tab.shown().go_to(0)
    tab.decide(Key.Key_A)
    approved = desk.swaps.get(swap.id)
    assert approved is not None
    desk.swaps.void(approved.id, approved.rev, "elsewhere")
    tab.press_message()
    assert told()[0].heading.text() == "Could not be undone"


def test_a_swap_that_nobody_signed_is_refused_with_the_rules_sentence(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    tab.shown().go_to(0)
    tab.decide(Key.Key_A)
    assert tab.states == ["asked"]
    assert "SW-1: 李娜 has not signed." in tab.panel[-1]


def test_a_request_is_rejected_and_withdrawn_only_with_a_reason(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24)
    a_request(desk, 30)
    tab.shown().go_to(0)
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
    tab.shown().go_to(0)
    tab.decide(Key.Key_S)
    desk.swaps.reject(swap.id, swap.rev, "elsewhere")
    tab.decide(Key.Key_A)
    assert "Somebody else has changed this swap in the meantime" in tab.panel[-1]


def test_a_cover_without_a_return_is_offered_its_bonus(tab: SwapsWindow, desk: Desk) -> None:
    an_agreed_one(desk, 20)
    tab.shown().go_to(0)
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
    tab.shown().go_to(0)
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
    tab.shown().go_to(0)
    assert not tab.may("Log BON-03")
    assert not tab.may("Unclear handover")


def test_an_entry_that_cannot_be_logged_says_why(tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    an_approved_one(desk, 20)
    tab.shown().go_to(0)
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
    tab.shown().go_to(0)
    tab.action("Log BON-03")
    entry = desk.incidents.page(Query()).rows[0].incident
    desk.incidents.void(entry.id, entry.rev, "elsewhere")
    tab.press_message()
    assert told()[0].heading.text() == "Could not be undone"


def test_a_fault_of_the_world_in_the_log_is_told(tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    an_approved_one(desk, 20)
    tab.shown().go_to(0)
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
    tab.shown().go_to(0)
    tab.decide(Key.Key_S)
    sign = desk.swaps.sign

    def only_a(swap_id: str, rev: int, party: Literal["a", "b"], day: date) -> object:
        return sign(swap_id, rev, party, day) if party == "a" else [Problem.at("", "swap.stale")]

    monkeypatch.setattr(desk.swaps, "sign", only_a)
    tab.enter()
    assert len(tab.parties.said) == 1
    assert tab.rows[0][6] == "李娜"
