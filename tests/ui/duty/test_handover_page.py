"""The page Handover: records of what one shift leaves for the next, signed by both, and what a missing one leads to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.dialogs.note import NoteDialog
from csdesk.ui.language import Speech
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Theme
from tests.desks import again
from tests.ui.driving import told
from tests.ui.keyboard import Key
from tests.ui.pages.duty import FRIDAY, SATURDAY
from tests.ui.pages.handover import HandoverTab, a_handover_tab, a_team_in_shifts


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with a day shift and an evening shift."""
    with a_team_in_shifts(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech, theme: Theme, tmp_path: Path
) -> Iterator[HandoverTab]:
    """The page on that desk, on Saturday."""
    with a_handover_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def entries(desk: Desk) -> list[EntryRow]:
    """Everything that was logged, void or not."""
    return list(desk.incidents.page(Query(with_void=True)).rows)


def printed(paper: Path, text: str) -> bool:
    """Whether a text stands on a paper."""
    return any(text in page.extract_text() for page in PdfReader(paper).pages)


def test_the_roster_says_which_handovers_are_due(tab: HandoverTab) -> None:
    assert tab.due == [["16:00", "D → E", "李娜", "王铱, 曾雅婷", "To be written"]]
    assert (tab.field("from_shift")[:1], tab.field("to_shift")[:1], tab.field("time")) == ("D", "E", "16:00")
    assert (tab.field("given_by"), tab.field("taken_by")) == ("李娜 · 0101", "")
    tab.day_before()
    assert tab.due[0][4] == "Missing"
    tab.page.go_to_day(date(2026, 11, 3))
    assert tab.due == []
    assert [tab.field(name) for name in ("from_shift", "to_shift", "time", "given_by")] == ["", "", "", ""]


def test_a_handover_is_recorded_signed_and_taken_over(tab: HandoverTab, desk: Desk) -> None:
    tab.fill_in(problems=("refund of order 88121", "phones drop calls"))
    assert tab.message == "Recorded: D → E · 21 Nov 16:00. Now both sign."
    assert tab.due[0][4] == "To be signed"
    assert tab.record == [
        "Equipment: all in order",
        "Problems: – refund of order 88121\n– phones drop calls",
        "Handed over: 李娜, not signed yet",
        "Taken over: 王铱, not signed yet",
    ]
    assert not tab.may("Sign for taking over")
    tab.action("Sign for handing over")
    assert tab.record[2] == "Handed over: 李娜, signed 21 Nov 09:12"
    tab.action("Sign for taking over")
    assert tab.message == "王铱 has signed: D → E · 21 Nov 16:00"
    assert tab.records == [["21 Nov", "16:00", "D → E", "李娜", "王铱", "Signed by both", "2"]]
    assert not tab.may("Refuse")
    (record,) = desk.handovers.of(SATURDAY, SATURDAY)
    assert record.is_done


def test_what_is_missing_is_said_at_its_field(tab: HandoverTab) -> None:
    tab.fill_in(equipment="", taken_by="ln")
    assert set(tab.faults_in_form) == {"equipment", "taken_by"}
    tab.page.form.time.setFocus()
    tab.write_over("25:99")
    tab.control(Key.Key_Return)
    assert "time" in tab.faults_in_form
    tab.write_over("16:05")
    assert "time" not in tab.faults_in_form
    assert not tab.page.may_leave or tab.page.form.is_blank


def test_somebody_who_is_not_known_is_said_at_the_field(tab: HandoverTab) -> None:
    tab.page.start_new()
    tab.page.form.taken_by.setFocus()
    tab.write("nobody at all")
    tab.control(Key.Key_Return)
    assert "taken_by" in tab.faults_in_form


def test_the_relief_refuses_with_a_reason_and_another_may_be_written(tab: HandoverTab) -> None:
    tab.fill_in()
    tab.action("Refuse")
    tab.answer("")
    assert tab.faults(NoteDialog) != []
    tab.answer("the headsets are not counted")
    assert tab.page.record.band.text == "The relief refused this record: the headsets are not counted"
    assert tab.due[0][4] == "Refused"
    tab.control(Key.Key_N)
    tab.fill_in(equipment="three headsets")
    assert [row[5] for row in tab.records] == ["Refused", "To be signed"]


def test_open_problems_are_carried_on_until_they_are_closed(tab: HandoverTab) -> None:
    tab.day_before()
    tab.fill_in(problems=("refund of order 88121",))
    tab.control(Key.Key_PageDown)
    assert tab.open_problems == [["20 Nov", "refund of order 88121"]]
    assert not tab.may("Close problem")
    tab.page.problems.table.selectRow(0)
    tab.action("Close problem")
    tab.answer("arrived")
    assert tab.open_problems == []
    assert tab.message == "Closed: refund of order 88121"
    tab.page.records.table.selectRow(0)
    assert tab.record[1] == "Problems: – refund of order 88121 (closed 21 Nov: arrived)"


def test_a_missing_handover_is_charged_to_whoever_left(tab: HandoverTab, desk: Desk) -> None:
    tab.day_before()
    assert tab.proposals == ["李娜 · no record: 16:00 D → E"]
    tab.press(Key.Key_F8)
    tab.press(Key.Key_Space)
    (entry,) = entries(desk)
    assert (entry.employee.name, entry.incident.code, entry.incident.day) == ("李娜", "MIN-05", FRIDAY)
    assert tab.message == "Logged: 李娜, MIN-05 −5"
    assert tab.proposals == []
    tab.press(Key.Key_F8)
    assert tab.message == "No handover of this day is to be logged."


def test_where_several_left_the_lead_chooses_who_is_charged(tab: HandoverTab, desk: Desk) -> None:
    zeng, shift = desk.people.find("zyt")[0], desk.shifts.by_code("D")
    assert shift is not None
    desk.roster.set_cells({(zeng.id, FRIDAY): (shift.id,)})
    tab.day_before()
    assert tab.proposals == ["No record: 16:00 D → E"]
    row = tab.page.proposals.rows[0]
    tab.choose(row.people, "曾雅婷 · 0103")
    row.buttons[0].click()
    assert [entry.employee.name for entry in entries(desk)] == ["曾雅婷"]


def test_a_refused_handover_is_charged_with_its_reason(tab: HandoverTab, desk: Desk) -> None:
    tab.fill_in()
    tab.action("Refuse")
    tab.answer("careless")
    assert tab.proposals == ["李娜 · refused: 16:00 D → E: careless"]
    with again(desk) as other:
        other.handovers.confirm(other.handovers.proposals(SATURDAY)[0])
    tab.page.proposals.rows[0].buttons[0].click()
    assert [one.windowTitle() for one in told()] == ["Not logged"]
    assert tab.proposals == []


def test_a_closed_month_is_only_read(tab: HandoverTab, desk: Desk) -> None:
    with again(desk) as other:
        assert not isinstance(other.months.close(Month(2026, 10)), list)
    tab.page.go_to_day(date(2026, 10, 31))
    assert tab.page.form.band.text == "October 2026 is closed, so nothing in it can change. The manager can reopen it."
    assert not tab.page.form.save_button.isEnabled()
    assert tab.proposals == []


def test_what_another_window_signed_first_is_told(tab: HandoverTab, desk: Desk) -> None:
    tab.fill_in()
    with again(desk) as other:
        (record,) = other.handovers.of(SATURDAY, SATURDAY)
        other.handovers.acknowledge(record.id, record.rev, "given")
    tab.action("Sign for handing over")
    assert [one.windowTitle() for one in told()] == ["Not signed"]
    assert tab.due[0][4] == "To be taken over"


def test_a_fault_of_the_world_is_told(tab: HandoverTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_args: object, **_more: object) -> object:
        raise StoreUnavailable("file.damaged", file="team.csdesk")

    monkeypatch.setattr(desk.handovers, "record", fails)
    tab.fill_in()
    assert len(told()) == 1
    assert tab.field("equipment") == "all in order"


def test_the_record_in_sight_is_printed(tab: HandoverTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    tab.fill_in()
    tab.control(Key.Key_P)
    tab.choose_file(tmp_path / "handover.pdf")
    tab.wait_until((tmp_path / "handover.pdf").exists)
    tab.wait_for_work()
    assert tab.message == "Printed: handover.pdf"
    assert printed(tmp_path / "handover.pdf", "李娜")
    tab.press_message()
    assert opened == ["handover.pdf"]


def test_where_no_record_is_in_sight_a_blank_form_is_printed(tab: HandoverTab, tmp_path: Path) -> None:
    tab.control(Key.Key_P)
    assert tab.suggested == "handover-blank.pdf"
    tab.choose_file(tmp_path / "blank.pdf")
    tab.wait_for_work()
    assert printed(tmp_path / "blank.pdf", "Handover record")
    assert not printed(tmp_path / "blank.pdf", "16:00")
    tab.page.form.print_button.click()
    assert tab.suggested == "handover-blank.pdf"


def test_a_blank_form_is_printed_beside_a_record_too(tab: HandoverTab) -> None:
    tab.fill_in()
    tab.page.record.print_button.click()
    assert tab.suggested == "handover-2026-11-21-1600-D.pdf"
    tab.close_dialogs()
    tab.action("Print a blank form")
    assert tab.suggested == "handover-blank.pdf"


def test_what_cannot_be_printed_is_told_before(tab: HandoverTab) -> None:
    tab.fill_in(equipment="headset \U0001f3a7")
    tab.control(Key.Key_P)
    assert [one.windowTitle() for one in told()] == ["Some characters cannot be printed"]


def test_a_record_that_cannot_be_read_is_told(tab: HandoverTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_language: object) -> object:
        raise StoreUnavailable("file.damaged", file="team.csdesk")

    monkeypatch.setattr(desk.roster_papers, "blank_handover", fails)
    tab.control(Key.Key_P)
    assert len(told()) == 1
    tab.close_dialogs()
    monkeypatch.setattr(desk.roster_papers, "blank_handover", lambda _language: [Problem.at("", "handover.unknown")])
    tab.control(Key.Key_P)
    assert "Not printed" in {one.windowTitle() for one in told()}


def test_records_are_found_by_people_shifts_and_words(tab: HandoverTab) -> None:
    tab.day_before()
    tab.fill_in(problems=("refund of order 88121",), taken_by="zyt")
    tab.control(Key.Key_PageDown)
    tab.fill_in()
    assert [row[4] for row in tab.records] == ["曾雅婷", "王铱"]
    assert tab.records_title == "Handovers in November 2026 / 2 records"
    for typed, found in (
        ("wang", ["王铱"]),
        ("0103", ["曾雅婷"]),
        ("88121", ["曾雅婷"]),
        ("ALL IN ORDER", ["曾雅婷", "王铱"]),
    ):
        tab.control(Key.Key_F)
        tab.write(typed)
        assert [row[4] for row in tab.records] == found
    tab.control(Key.Key_F)
    tab.write("refund")
    assert tab.records_title == "Handovers in November 2026 / 1 of 2 records"
    tab.enter()
    assert tab.record[-1].startswith("Taken over: 曾雅婷")
    tab.control(Key.Key_F)
    tab.write("nothing like that")
    assert tab.records == []
    tab.enter()
    tab.press(Key.Key_Escape)
    assert len(tab.records) == 2


def test_what_is_typed_stays_while_one_looks_at_another_change(tab: HandoverTab) -> None:
    tab.page.form.equipment.setFocus()
    tab.write("all in order")
    tab.day_before()
    assert tab.field("equipment") == "all in order"
    assert not tab.log.may_leave()


def test_the_page_speaks_chinese(tab: HandoverTab) -> None:
    tab.fill_in()
    tab.speak("zh")
    assert tab.due[0][4] == "待签字"
    assert tab.record == ["设备状况: all in order", "交班: 李娜，未签字", "接班: 王铱，未签字"]
