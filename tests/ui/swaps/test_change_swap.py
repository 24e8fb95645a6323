"""A swap that nobody has signed is changed in a dialog, by keyboard alone."""

import pytest

from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.swaps.change_swap import ChangeSwapDialog
from csdesk.ui.theme import Scheme, Theme
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    NOVEMBER,
    SwapsWindow,
    a_request,
    an_agreed_one,
    nov,
)


def changing(tab: SwapsWindow, row: int = 0) -> ChangeSwapDialog:
    """Press F2 on a row of the register, and return the dialog that opens."""
    tab.shown().go_to(row)
    tab.press(Key.Key_F2)
    return tab.dialog(ChangeSwapDialog)


def test_the_form_opens_filled_with_the_swap_and_enter_changes_it(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "school")
    form = changing(tab).form
    fields = (form.a, form.day_a, form.b, form.day_b, form.reason)
    assert [field.text() for field in fields] == ["李娜 · 0101", "24 Nov 2026", "王铱 · 0102", "26 Nov 2026", "school"]
    assert tab.focus() is form.a
    tab.press(Key.Key_Tab)
    tab.write_over("30")
    tab.enter()
    assert tab.dialogs() == []
    assert tab.rows == [["1", "21 Nov", "李娜", "30 Nov  D", "王铱", "26 Nov  N", "none yet", "asked", "school"]]
    assert tab.message == "Changed: swap no. 1, 李娜 30 Nov  D  ↔  王铱 26 Nov  N"
    assert (tab.focus(), tab.panel[0]) == (tab.table, "Swap no. 1")
    assert [swap.draft.day_a for swap in desk.swaps.all()] == [nov(30)]


def test_another_partner_and_no_return_are_picked_as_in_a_new_request(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26)
    form = changing(tab).form
    form.b.setFocus()
    tab.write_over("zyt")
    tab.enter()
    assert tab.focus() is form.day_b
    tab.control(Key.Key_A)
    tab.press(Key.Key_Backspace)
    tab.enter()
    assert tab.rows[0][2:6] == ["李娜", "24 Nov  D", "曾雅婷", "—"]


def test_the_rules_are_judged_as_if_the_swap_stood_there_already(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26)
    form = changing(tab).form
    assert [form.rules.word_of(f"SW-{number}") for number in range(1, 8)] == ["not yet", "not yet", *["kept"] * 5]
    tab.press(Key.Key_Tab)
    tab.write_over("25")
    assert form.fault_of("day_a").startswith("李娜 has no shift on 25 Nov 2026")


def test_what_makes_no_sense_is_told_in_the_dialog_and_nothing_changes(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26)
    dialog = changing(tab)
    tab.press(Key.Key_Tab)
    tab.write_over("25")
    tab.enter()
    assert [sentence[:30] for sentence in dialog.said] == ["李娜 has no shift on 25 Nov 2026,"[:30]]
    tab.write_over("soon")
    tab.enter()
    assert "“soon” cannot be read as a date" in dialog.said[0]
    tab.press(Key.Key_Escape)
    assert (tab.dialogs(), tab.rows[0][3]) == ([], "24 Nov  D")


def test_what_is_typed_for_a_new_request_stays_while_another_is_changed(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26)
    tab.write("ln")
    tab.enter()
    changing(tab)
    tab.enter()
    tab.control(Key.Key_N)
    assert tab.page.swaps.form.a.text() == "李娜 · 0101"


def test_what_is_signed_decided_or_closed_cannot_be_changed(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_agreed_one(desk, 24)
    rejected = a_request(desk, 30)
    desk.swaps.reject(rejected.id, rejected.rev, "no")
    tab.shown()
    for row in (0, 1):
        tab.go_to(row)
        assert not tab.may("Change")
    a_request(desk, 20)
    tab.shown().go_to(2)
    assert tab.may("Change")
    monkeypatch.setattr(desk, "closed_months", lambda: frozenset({NOVEMBER}))
    tab.shown()
    assert not tab.may("Change")


def test_a_swap_that_was_signed_meanwhile_stays_as_it_is_and_the_dialog_says_so(tab: SwapsWindow, desk: Desk) -> None:
    swap = a_request(desk, 24, 26)
    dialog = changing(tab)
    desk.swaps.sign(swap.id, swap.rev, "a", nov(21))
    tab.enter()
    assert "Somebody else has changed this swap in the meantime" in dialog.said[0]


def test_a_fault_of_the_world_leaves_the_dialog_open(
    tab: SwapsWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("file.locked", file=str(desk.path))

    a_request(desk, 24)
    dialog = changing(tab)
    monkeypatch.setattr(desk.swaps, "change", full)
    tab.enter()
    assert len(told()) == 1
    told()[0].close()
    assert dialog.isVisible()


def test_the_dialog_speaks_chinese_and_follows_the_theme(tab: SwapsWindow, desk: Desk, theme: Theme) -> None:
    a_request(desk, 24, 26)
    dialog = changing(tab)
    tab.speak("zh")
    assert (dialog.heading.text(), dialog.done_button.text()) == ("修改第1号换班", "修改")
    assert dialog.form.day_a.text() == "2026年11月24日"
    theme.choose(Scheme.DARK)
    assert dialog.form.rules.word_of("SW-7") == "符合"
