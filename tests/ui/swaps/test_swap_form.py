"""The form that asks for a swap, by keyboard alone."""

from csdesk.core.leaves import LeaveDraft
from csdesk.desk.desk import Desk
from csdesk.ui.theme import Scheme, Theme
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    DECEMBER,
    NOVEMBER,
    SwapsWindow,
    duty,
    nov,
    person,
)


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
