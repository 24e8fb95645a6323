"""The Log tab: taking back, voiding, correcting, closed months, what other tabs ask to see."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.dialogs.void_entries import VoidDialog
from csdesk.ui.language import Speech
from csdesk.ui.log.correct_entry import CorrectDialog
from csdesk.ui.models.table import PAGE
from csdesk.ui.page import Change, Command, EntriesTarget, EntryTarget, PersonTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.desks import again, logged
from tests.ui.keyboard import Key
from tests.ui.pages.log import NOVEMBER, LogTab, a_log_tab, a_small_team, entries, li_na

OCTOBER = Month(2026, 10)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with Li Na, Wang Yi and Zeng Yating; it is 21 November 2026, 09:12."""
    with a_small_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme) -> Iterator[LogTab]:
    """The tab on that desk."""
    with a_log_tab(qtbot, desk, preferences, speech) as tab:
        yield tab


# Taking back


def test_a_saved_entry_is_taken_back_and_given_back_to_be_mended(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min4", "3")
    tab.undo()
    assert [row.incident.void_reason for row in entries(desk)] == ["Entered by mistake (undone at once)"]
    assert (tab.field("employee"), tab.field("points")) == ("李娜 · 0101", "−3")
    assert tab.message.startswith("Undone: the entry is voided; what you typed")
    assert tab.rows == []


def test_what_is_typed_meanwhile_is_not_overwritten(tab: LogTab) -> None:
    tab.write("ln,wy,")
    tab.enter()
    tab.write("min1")
    tab.enter()
    tab.enter()
    tab.write("zyt")
    tab.undo()
    assert tab.field("employee") == "zyt"
    assert tab.message == "Undone: the entry is voided."


def test_several_entries_are_given_back_together(tab: LogTab) -> None:
    tab.write("ln,wy,")
    tab.enter()
    tab.write("overrun")
    tab.enter()
    tab.write("5")
    tab.enter()
    tab.undo()
    assert tab.chips == ["李娜", "王铱"]
    assert tab.field("minutes") == "5"


def test_what_another_window_voided_first_is_told(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1")
    entry = entries(desk)[0].incident
    desk.incidents.void(entry.id, entry.rev, "twice")
    tab.undo()
    assert tab.asker.told == ["entry.already-void"]


def test_escape_empties_the_bar_and_can_be_taken_back(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.write("min14")
    tab.enter()
    tab.write("3")
    tab.enter()
    tab.write("2")
    assert not tab.page.may_leave()
    tab.press(Key.Key_Escape)
    assert (tab.page.may_leave(), tab.cursor) == (True, "employee")
    tab.undo()
    assert [tab.field(name) for name in ("employee", "points", "count")] == ["李娜 · 0101", "−3", "2"]


# Voiding and correcting


def test_an_entry_is_voided_with_a_reason_and_stays_readable(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1")
    tab.select(0)
    tab.act("Void")
    tab.enter()
    assert tab.form(VoidDialog).said == [
        "A written reason is required, so that the decision can be followed later. Write one."
    ]
    tab.write("twice")
    tab.enter()
    assert tab.dialog() is None
    assert (tab.rows, tab.message) == ([], "Voided; tick “Show voided” to see it.")
    tab.page.entries.with_void.click()
    tab.select(0)
    assert tab.detail == "Entered by sun, 21 Nov 09:12  ·  Voided by sun, 21 Nov 09:12: twice"
    assert tab.tooltip(0).endswith("Voided by sun, 21 Nov 09:12: twice")
    assert not tab.may("Void")
    assert not tab.may("Correct")
    tab.enter()
    assert tab.message.startswith("Voided by sun")


def test_several_entries_are_voided_at_once(tab: LogTab, desk: Desk) -> None:
    for _ in range(8):
        tab.log("ln", "min1")
    tab.select(*range(8))
    assert not tab.may("Correct")
    tab.act("Void")
    tab.write("all one event")
    tab.enter()
    assert tab.message == "8 entries voided; tick “Show voided” to see them."
    assert tab.rows == []


def test_voiding_what_is_void_is_told_in_the_dialog(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1")
    tab.select(0)
    tab.act("Void")
    entry = entries(desk)[0].incident
    desk.incidents.void(entry.id, entry.rev, "first")
    tab.write("second")
    tab.enter()
    assert tab.form(VoidDialog).said == ["This entry was voided before. Reload to see who voided it and why."]


def test_an_entry_is_corrected_in_one_step(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min4", "3", note="bus")
    tab.select(0)
    tab.enter()
    dialog = tab.form(CorrectDialog)
    tab.write("4")
    assert dialog.effect.text == "Score would be 77 → 76."
    tab.enter()
    assert dialog.said[0].startswith("A written reason is required")
    tab.write("40 minutes")
    tab.enter()
    assert tab.dialog() is None
    assert [(row[2], row[5], row[6]) for row in tab.rows] == [("MIN-04", "−4", "bus")]
    assert tab.detail.endswith("Corrects 21 Nov  MIN-04  −3: 40 minutes")
    assert tab.message.startswith("Corrected;")
    assert tab.person[1] == "76"


@pytest.mark.parametrize(("code", "figures"), [("OVERRUN", {"minutes": 12}), ("MIN-14", {"points": 3, "count": 2})])
def test_the_form_is_filled_in_with_the_entry(tab: LogTab, desk: Desk, code: str, figures: dict[str, Any]) -> None:
    entry = logged(desk, li_na(desk), code, time=time(8, 30), note="n", **figures)
    tab.page.reload(Change.EVERYTHING)
    tab.select(0)
    tab.act("Correct")
    draft = tab.form(CorrectDialog).fields.draft()
    assert (draft.code, draft.day, draft.time, draft.note) == (code, entry.day, time(8, 30), "n")
    assert (draft.points, draft.minutes, draft.count) == (
        -3 if code == "MIN-14" else None, figures.get("minutes"), figures.get("count"),
    )  # fmt: skip


def test_a_correction_that_comes_too_late_is_told(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1")
    tab.select(0)
    tab.act("Correct")
    entry = entries(desk)[0].incident
    desk.incidents.void(entry.id, entry.rev, "first")
    dialog = tab.form(CorrectDialog)
    dialog.reason.setText("wrong")
    dialog.submit()
    assert dialog.said == ["This entry was voided before. Reload to see who voided it and why."]


def test_a_form_with_faults_has_no_effect(tab: LogTab) -> None:
    tab.log("ln", "min1")
    tab.select(0)
    tab.act("Correct")
    dialog = tab.form(CorrectDialog)
    dialog.fields.when.setText("soon")
    dialog.fields.rule.setText("")
    dialog.fields.rule.textEdited.emit("")
    assert dialog.effect.text == ""
    dialog.submit()
    assert "“soon” cannot be read as a time" in " ".join(dialog.said)


@pytest.mark.parametrize(("act", "kind"), [("Void", VoidDialog), ("Correct", CorrectDialog)])
def test_a_world_that_fails_leaves_the_dialog_open(
    tab: LogTab, desk: Desk, monkeypatch: pytest.MonkeyPatch, act: str, kind: type[VoidDialog | CorrectDialog]
) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("file.locked")

    tab.log("ln", "min1")
    monkeypatch.setattr(desk.incidents, act.lower(), locked)
    tab.select(0)
    tab.act(act)
    dialog = tab.form(kind)
    dialog.reason.setText("why")
    dialog.submit()
    assert len(tab.asker.told) == 1
    assert tab.dialog() is dialog


def test_taking_back_while_the_world_fails_says_so(tab: LogTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("file.locked")

    tab.log("ln", "min1")
    monkeypatch.setattr(desk.incidents, "void", locked)
    tab.undo()
    assert len(tab.asker.told) == 1
    assert tab.field("employee") == ""


# Month, targets, language


def test_a_closed_month_is_read_only_and_says_who_can_reopen_it(tab: LogTab, desk: Desk) -> None:
    logged(desk, li_na(desk), "MIN-01", date(2026, 10, 5))
    desk.months.close(OCTOBER)
    tab.page.set_month(OCTOBER)
    tab.page.shown()
    assert tab.effect == "October 2026 is closed, so nothing in it can change. The manager can reopen it."
    assert not tab.page.bar.save_button.isEnabled()
    tab.select(0)
    assert not tab.may("Void")
    tab.enter()
    assert (tab.dialog(), tab.message) == (None, tab.effect)
    tab.page.set_month(NOVEMBER)
    assert tab.page.bar.save_button.isEnabled()
    assert tab.effect == ""


def test_the_people_of_a_closed_month_are_shown_one_after_another(tab: LogTab, desk: Desk) -> None:
    for person in desk.people.all():
        logged(desk, person, "MIN-01", date(2026, 10, 7))
    desk.months.close(OCTOBER)
    tab.page.set_month(OCTOBER)
    shown = []
    for row in range(3):
        tab.select(row)
        shown.append(tab.person[:2])
    assert sorted(shown) == [["曾雅婷", "78"], ["李娜", "78"], ["王铱", "78"]]


def test_a_month_closed_elsewhere_closes_the_bar(tab: LogTab, desk: Desk) -> None:
    tab.page.set_month(OCTOBER)
    desk.months.close(OCTOBER)
    tab.page.reload(Change.MONTHS)
    assert not tab.page.bar.is_open


def test_an_entry_is_shown_where_another_tab_asks_for_it(tab: LogTab, desk: Desk, qtbot: QtBot) -> None:
    person = li_na(desk)
    entry = logged(desk, person, "MIN-01", date(2026, 10, 5))
    desk.incidents.void(entry.id, entry.rev, "twice")
    tab.search("nothing")
    with qtbot.waitSignal(tab.page.month_asked) as asked:
        assert tab.page.open(EntryTarget(entry.id, OCTOBER))
    assert asked.args == [OCTOBER]
    assert [row.incident.id for row in tab.selected] == [entry.id]
    assert tab.person[0] == "李娜"


def test_an_entry_far_down_is_found_among_its_persons(tab: LogTab, desk: Desk) -> None:
    first = logged(desk, desk.people.find("wy")[0], "MIN-02", date(2026, 11, 1))
    for _ in range(PAGE + 1):
        logged(desk, li_na(desk), "MIN-01")
    assert tab.page.open(EntryTarget(first.id, NOVEMBER))
    assert [row.incident.id for row in tab.selected] == [first.id]


def test_entries_of_a_kind_are_shown(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1")
    tab.log("ln", "bon3")
    tab.log("wy", "min1")
    assert tab.page.open(EntriesTarget(NOVEMBER, "MIN-01", li_na(desk).id))
    assert tab.rows[0][1:3] == ["李娜", "MIN-01"]
    assert tab.page.open(EntriesTarget(NOVEMBER, "MIN-01"))
    assert len(tab.rows) == 2


def test_what_is_no_entry_is_shown_elsewhere(tab: LogTab) -> None:
    assert not tab.page.open(PersonTarget("x"))
    assert not tab.page.open(EntryTarget("nothing", NOVEMBER))


def test_control_n_goes_to_a_new_entry(tab: LogTab) -> None:
    tab.page.focus_search()
    tab.page.do(Command.NEW)
    assert tab.cursor == "employee"
    with pytest.raises(NotImplementedError):
        tab.page.do(Command.PRINT)


def test_what_another_window_wrote_appears(tab: LogTab, desk: Desk) -> None:
    with again(desk) as other:
        logged(other, li_na(other), "MIN-01")
    tab.refresh.poll()
    assert tab.codes == ["MIN-01"]


def test_a_small_window_leaves_the_table_more_room(tab: LogTab) -> None:
    wide = tab.page.person.width()
    tab.page.resize(1040, 640)
    assert tab.page.person.width() < wide
    tab.page.resize(1280, 700)
    assert tab.page.person.width() == wide


def test_the_tab_speaks_chinese_at_once(tab: LogTab, desk: Desk, speech: Speech) -> None:
    for _ in range(3):
        logged(desk, li_na(desk), "MIN-01", time=time(8, 0))
    tab.page.reload(Change.EVERYTHING)
    tab.page.bar.fields.when.setFocus()
    tab.write("20")
    tab.page.bar.fields.who.setFocus()
    tab.write("ln")
    tab.enter()
    tab.write("min1")
    tab.enter()
    speech.switch("zh")
    QGuiApplication.processEvents()
    assert (
        tab.effect
        == "本月第4次轻度违规：月末将再扣20分。得分预计 74 → 52，等级 C → F。提请经理关注：最终得分低于60分。"
    )
    assert tab.field("code") == "MIN-01  上班未使用普通话"
    assert tab.field("day") == "昨天"
    assert tab.rows[0][:5] == ["11-20 08:00", "李娜", "MIN-01", "上班未使用普通话", "轻度"]
    assert tab.count == "11月记录: 3条"
    assert "轻度 3/4（再有1次：−20）" in tab.person
