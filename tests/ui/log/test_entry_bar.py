"""The quick entry: an entry in a few keys, at another time, for several people; what is wrong is told at its field."""

from datetime import date, time

import pytest

from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from tests.desks import again, logged, somebody
from tests.ui.keyboard import Key
from tests.ui.pages.log import LogTab, entries, li_na

# Logging


def test_a_common_entry_takes_at_most_twelve_keys(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min4", "3")
    (row,) = entries(desk)
    assert (row.employee.name, row.incident.code, row.points) == ("李娜", "MIN-04", -3)
    assert (row.incident.day, row.incident.time) == (date(2026, 11, 21), time(9, 12))
    assert tab.keys <= 12


def test_after_saving_the_bar_is_empty_and_the_cursor_at_who(tab: LogTab) -> None:
    tab.log("ln", "min1", note="in the hall")
    assert tab.cursor == "employee"
    assert [tab.field(name) for name in ("employee", "code", "points", "day", "note")] == [""] * 5
    assert tab.message == "Saved: 李娜, 21 Nov  MIN-01  −2"
    assert tab.rows == [
        ["21 Nov 09:12", "李娜", "MIN-01", "Not speaking Mandarin on duty", "minor", "−2", "in the hall", "sun"]
    ]
    assert tab.selected[0].incident.code == "MIN-01"
    assert tab.person[:3] == ["李娜", "78", "C"]


def test_enter_leads_from_field_to_field(tab: LogTab, desk: Desk) -> None:
    tab.write("ln")
    tab.enter()
    assert tab.cursor == "code"
    tab.write("spot")
    tab.enter()
    assert tab.cursor == "points"
    tab.write("2")
    tab.enter()
    assert tab.cursor == "count"
    tab.write("3")
    tab.enter()
    assert [row.points for row in entries(desk)] == [-6]


def test_a_rule_without_a_choice_leads_to_the_note_and_shows_its_points(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("bon3")
    tab.enter()
    assert tab.cursor == "note"
    assert tab.field("points") == "+5"
    assert not any(tab.asks(name) for name in ("points", "minutes", "count"))


def test_an_overrun_asks_for_minutes_which_pick_the_rule(tab: LogTab, desk: Desk) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("overrun")
    tab.enter()
    assert tab.cursor == "minutes"
    assert tab.page.bar.fields.fields["points"].isHidden()
    tab.write("12")
    tab.enter()
    assert entries(desk)[0].incident.code == "MOD-08"
    assert tab.rows[0][3] == "12 min · Emergency handled past its limit"


def test_arrows_step_within_the_range(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min4")
    tab.enter()
    tab.press(Key.Key_Down)
    assert tab.field("points") == "−2"
    tab.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert tab.field("points") == "−5"
    tab.press(Key.Key_Up)
    assert tab.field("points") == "−4"


@pytest.mark.parametrize("typed", ["李娜", "lina", "0101", "101"])
def test_who_is_found_by_hanzi_pinyin_and_number(tab: LogTab, typed: str) -> None:
    tab.write(typed)
    assert tab.choices("employee") == ["李娜 · 0101"]


def test_somebody_who_left_is_offered_behind_the_others_and_refused(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0099", "李宁", left=date(2026, 11, 10))
    tab.write("l")
    assert tab.choices("employee") == ["李娜 · 0101", "李宁 · 0099"]
    tab.press(Key.Key_Down)
    tab.enter()
    tab.write("min1")
    tab.enter()
    tab.enter()
    assert tab.fault.startswith("李宁's last day was 10 Nov 2026")
    assert tab.cursor == "day"


def test_whoever_comes_later_is_offered_with_the_first_day(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0200", "周新", hired=date(2026, 12, 1))
    tab.write("zx")
    assert [choice.hint for choice in tab.page.bar.fields.who.choices] == ["from 1 Dec"]


# When


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("yesterday 18:30", date(2026, 11, 20), time(18, 30)),
        ("昨天", date(2026, 11, 20), None),
        ("8:05", date(2026, 11, 21), time(8, 5)),
        ("3", date(2026, 11, 3), None),
        ("10-31", date(2026, 10, 31), None),
    ],
)
def test_an_entry_of_another_time(tab: LogTab, desk: Desk, typed: str, day: date, at: time | None) -> None:
    tab.page.bar.fields.when.setFocus()
    tab.write(typed)
    tab.page.bar.fields.who.setFocus()
    tab.log("ln", "min1")
    incident = entries(desk)[0].incident
    assert (incident.day, incident.time) == (day, at)
    assert tab.field("day") == ""


def test_what_is_typed_into_when_is_written_out(tab: LogTab) -> None:
    tab.page.bar.fields.when.setFocus()
    assert tab.page.bar.fields.when.placeholderText() == "Today 09:12"
    tab.write("20 18:30")
    tab.page.bar.fields.note.setFocus()
    assert tab.field("day") == "Yesterday 18:30"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("soon", "“soon” cannot be read as a time."),
        ("today 23:00", "This time of today is still to come."),
        ("22", "22 Nov 2026 is still to come."),
    ],
)
def test_a_time_that_cannot_be_is_told_at_when(tab: LogTab, desk: Desk, typed: str, fault: str) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min1")
    tab.enter()
    tab.page.bar.fields.when.setFocus()
    tab.write(typed)
    tab.enter()
    assert tab.fault.startswith(fault)
    assert tab.cursor == "day"
    assert entries(desk) == []


def test_an_entry_of_another_month_says_so(tab: LogTab) -> None:
    tab.page.bar.fields.when.setFocus()
    tab.write("10-31")
    tab.page.bar.fields.who.setFocus()
    tab.write("ln")
    tab.enter()
    tab.write("min1")
    tab.enter()
    assert tab.effect.startswith("This goes to October.")
    assert tab.page.person.person_id is not None
    tab.enter()
    assert tab.message == "Saved in October: 李娜, 31 Oct  MIN-01  −2"
    assert tab.rows == []


# What is wrong


def test_enter_in_an_empty_bar_asks_for_a_name(tab: LogTab) -> None:
    tab.enter()
    assert tab.fault.startswith("Nobody is named yet.")
    assert tab.cursor == "employee"


def test_a_name_and_a_rule_that_nobody_has_are_told_and_stay(tab: LogTab, desk: Desk) -> None:
    tab.write("xyz")
    tab.enter()
    assert tab.fault.startswith("Nobody on the staff file")
    assert tab.field("employee") == "xyz"
    tab.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    tab.write("ln")
    tab.enter()
    tab.write("qqq")
    tab.enter()
    assert tab.fault.startswith("The rulebook of that day has no rule qqq.")
    assert (tab.cursor, tab.field("code")) == ("code", "qqq")
    assert entries(desk) == []


def test_points_outside_the_range_are_told_while_they_are_typed(tab: LogTab, desk: Desk) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min4")
    tab.enter()
    assert tab.fault == ""
    tab.write("7")
    assert tab.fault == "7 is outside this rule's range. Enter points from −2 to −5."
    tab.enter()
    assert entries(desk) == []
    tab.write("5")
    assert tab.fault == ""
    assert tab.effect == "Score would be 80 → 75, grade B → C."


def test_letters_for_points_are_told(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min4")
    tab.enter()
    tab.write("x")
    assert tab.fault.startswith("“x” is no whole number.")
    tab.press(Key.Key_Backspace)
    tab.enter()
    assert tab.fault.startswith("This rule leaves a choice")
    assert tab.cursor == "points"


def test_a_note_that_is_too_long_is_told_until_it_is_shortened(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min1")
    tab.enter()
    tab.page.bar.fields.note.setMaxLength(5000)
    tab.page.bar.fields.note.setText("x" * 2001)
    tab.enter()
    assert tab.fault.startswith("The text has 2001 characters")
    tab.page.bar.fields.note.end(False)
    tab.press(Key.Key_Backspace)
    assert tab.fault == ""


def test_a_world_that_fails_loses_nothing_typed(tab: LogTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("file.full")

    monkeypatch.setattr(desk.incidents, "record", full)
    tab.log("ln", "min1", note="loud")
    assert [str(told) for told in tab.asker.told] == [str(StoreUnavailable("file.full"))]
    assert (tab.field("employee"), tab.field("note")) == ("李娜 · 0101", "loud")


def test_what_only_the_file_can_refuse_is_told_above_the_table(
    tab: LogTab, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.incidents, "record", lambda _draft: [Problem.at("", "entry.stale")])
    tab.log("ln", "min1")
    assert tab.effect.startswith("Somebody else has changed this entry")
    assert tab.field("employee") == "李娜 · 0101"


def test_an_entry_whose_rule_is_gone_is_shown_without_it(tab: LogTab, desk: Desk) -> None:
    fields = tab.page.bar.fields
    fields.fill(None, logged(desk, li_na(desk), "MIN-01", note="n")._replace(code="OLD-01"))
    assert (fields.choice, fields.person, fields.note.text()) == (None, None, "n")


def test_nobody_stands_in_the_row_twice(tab: LogTab, desk: Desk) -> None:
    for _ in range(2):
        tab.page.bar.chips.add(li_na(desk))
    assert tab.chips == ["李娜"]


def test_another_letter_takes_the_choice_back(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.page.bar.fields.who.setFocus()
    tab.write("x")
    assert tab.page.bar.fields.person is None
    tab.page.bar.fields.rule.setFocus()
    tab.write("min4")
    tab.enter()
    tab.page.bar.fields.rule.setFocus()
    tab.write("x")
    assert not tab.asks("points")
    tab.page.bar.save_button.click()
    assert tab.fault.startswith("Nobody on the staff file")


def test_a_fault_that_only_saving_finds_is_told(tab: LogTab, desk: Desk) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min1")
    tab.enter()
    with again(desk) as other:
        person = other.people.get(li_na(other).id)
        assert person is not None
        other.people.leave(person.id, person.rev, date(2026, 11, 1))
    tab.enter()
    assert tab.fault.startswith("李娜's last day was 1 Nov 2026")


# Several people


def test_a_comma_and_control_enter_add_people(tab: LogTab, desk: Desk) -> None:
    tab.write("ln,")
    assert (tab.chips, tab.field("employee")) == (["李娜"], "")
    tab.write("wy")
    tab.control(Key.Key_Return)
    assert tab.chips == ["李娜", "王铱"]
    tab.write("l")
    assert tab.choices("employee") == []
    tab.press(Key.Key_Backspace)
    tab.write("zyt")
    tab.enter()
    tab.write("bon3")
    tab.enter()
    assert tab.effect == (
        "One entry for each of 3 people. Scores would be: 李娜 80 → 85, 王铱 80 → 85, 曾雅婷 80 → 85."
    )
    tab.enter()
    assert sorted(row.employee.name for row in entries(desk)) == ["曾雅婷", "李娜", "王铱"]
    assert tab.message == "Saved for 3 people: 21 Nov  BON-03  +5"
    assert tab.chips == []


def test_people_are_taken_out_again(tab: LogTab) -> None:
    tab.write("ln,wy,")
    assert tab.chips == ["李娜", "王铱"]
    tab.press(Key.Key_Backspace)
    assert tab.chips == ["李娜"]
    tab.page.bar.chips.take_out(tab.page.bar.chips.people[0])
    assert tab.chips == []


def test_enter_behind_the_last_person_goes_on_to_the_rule(tab: LogTab) -> None:
    tab.write("ln，")
    tab.enter()
    assert tab.cursor == "code"


def test_a_comma_behind_nobody_is_no_person(tab: LogTab) -> None:
    tab.write("xyz,")
    assert (tab.chips, tab.field("employee")) == ([], "xyz")
    tab.control(Key.Key_Return)
    assert tab.chips == []


def test_what_is_wrong_with_one_of_several_stops_all(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0099", "李宁", left=date(2026, 11, 10))
    tab.write("ln,")
    tab.write("lning")
    tab.enter()
    tab.write("min1")
    tab.enter()
    tab.enter()
    assert tab.fault.startswith("李宁's last day")
    assert entries(desk) == []


def test_letters_that_pick_nobody_stop_several_too(tab: LogTab) -> None:
    tab.write("ln,qqq")
    tab.page.bar.fields.rule.setFocus()
    tab.write("min1")
    tab.enter()
    tab.enter()
    assert tab.fault.startswith("Nobody on the staff file")


def test_many_people_are_counted_in_the_row_and_the_sentence(tab: LogTab, desk: Desk) -> None:
    for number in range(1, 11):
        somebody(desk, f"1{number:03d}", f"员{number}")
        tab.write(f"1{number:03d},")
    tab.page.bar.fields.rule.setFocus()
    tab.write("min1")
    tab.enter()
    assert len(tab.chips) == 10
    assert tab.effect.endswith("员4 80 → 78 and 6 more.")


def test_a_dismissal_offence_of_several_flags_each(tab: LogTab) -> None:
    tab.write("ln,wy,")
    tab.enter()
    tab.write("dis1")
    tab.enter()
    assert "Each is flagged for the manager's decision." in tab.effect
