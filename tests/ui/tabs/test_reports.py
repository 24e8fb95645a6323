"""The Reports tab: grades of the month with the people behind them, averages of a year, the months in rows."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.store.errors import StoreUnavailable
from csdesk.ui.language import Speech
from csdesk.ui.page import Change, SheetTarget
from csdesk.ui.preferences import Preferences
from csdesk.ui.reports.year import Year
from csdesk.ui.theme import Theme
from tests.desks import a_new_desk, logged
from tests.ui.driving import status
from tests.ui.keyboard import Key
from tests.ui.pages.reports import ReportsTab, a_reported_team, a_reports_tab
from tests.ui.pages.roster import NOVEMBER, OCTOBER

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_reported_team(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[ReportsTab]:
    with a_reports_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        tab.wait_for_months(3)
        yield tab


def test_a_month_without_anybody_says_so_and_offers_no_picture(tab: ReportsTab) -> None:
    tab.window.set_month(Month(2024, 5))
    tab.wait_until(lambda: not tab.people)
    assert tab.page.grades.list_said == ["", "Nobody is appraised this month."]
    assert not tab.page.grades.save_button.isEnabled()
    tab.wait_until(lambda: not tab.page.average.save_button.isEnabled())
    tab.window.set_month(NOVEMBER)
    tab.wait_until(lambda: bool(tab.people))
    assert tab.page.grades.list_said[0] == "Everybody. Click a bar to see its people."
    assert tab.page.grades.save_button.isEnabled()


# The months in rows


def test_each_month_since_the_log_began_is_a_row(tab: ReportsTab) -> None:
    assert tab.months == [
        ["November 2026", "open", "3", "80.7", "85", "77", "0", "2", "1", "0", "0", "0", "+5", "−3", "+50", "0"],
        ["October 2026", "open", "2", "66.0", "80", "52", "0", "1", "0", "0", "0", "1", "0", "−8", "−280", "1"],
        ["September 2026", "open", "2", "82.5", "85", "80", "0", "2", "0", "0", "0", "0", "+5", "0", "+50", "0"],
    ]


def test_the_head_names_the_first_and_the_last_month_or_the_only_one(tab: ReportsTab) -> None:
    assert tab.page.months.said == ["Months", "September 2026 – November 2026"]
    tab.window.set_month(SEPTEMBER)
    tab.wait_until(lambda: tab.page.months.said == ["Months", "September 2026"])


def test_a_closed_month_is_marked(tab: ReportsTab, desk: Desk) -> None:
    desk.months.close(OCTOBER)
    tab.window.context.refresh.announce(Change.MONTHS)
    tab.wait_until(lambda: [row[1] for row in tab.months] == ["open", "closed", "open"])


def test_what_is_logged_meanwhile_appears(tab: ReportsTab, desk: Desk) -> None:
    li = desk.people.by_number("0101")
    assert li is not None
    logged(desk, li, "BON-03", date(2026, 11, 20))
    tab.window.context.refresh.announce(Change.INCIDENTS)
    tab.wait_until(lambda: tab.months[0][4] == "90")
    assert tab.bars["A"] + tab.bars["B"] == 2


def test_enter_on_a_month_shows_it_on_all_tabs(tab: ReportsTab) -> None:
    tab.page.months.table.setFocus()
    tab.control(Key.Key_Home)
    tab.press(Key.Key_Down, Key.Key_Return)
    assert tab.window.month == OCTOBER
    tab.wait_until(lambda: tab.bars.get("F") == 1)


def test_selected_months_are_summed(tab: ReportsTab) -> None:
    tab.page.months.table.setFocus()
    tab.control(Key.Key_A)
    summary = next(said for said in status(tab.window) if said.startswith("3 selected"))
    assert {"Bonuses 10", "Offences −11", "Pay (yuan) −180", "B 5"} <= set(summary.split(" · "))


def test_an_empty_team_is_told_what_comes_here(
    qtbot: QtBot, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> None:
    with (
        a_new_desk(tmp_path) as desk,
        a_reports_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab,
    ):
        tab.wait_until(lambda: bool(tab.bars))
        tab.wait_for_months(0)
        assert tab.page.months.table.accessibleDescription().startswith("Nothing to report yet")
        assert not tab.page.months.copy_button.isEnabled()
        assert set(tab.bars.values()) == {0}


def test_a_month_before_the_first_rulebook_says_why_it_is_empty(tab: ReportsTab) -> None:
    tab.window.set_month(Month(2024, 6))
    tab.wait_until(lambda: tab.page.band.text.startswith("No rulebook covers 30 Jun 2024"))
    assert tab.people == []
    assert tab.bars == {}


def test_grades_of_another_rulebook_get_columns_of_their_own(tab: ReportsTab) -> None:
    year = Year(NOVEMBER, tuple(tab.page.months.rows))
    tab.page.months.show_year(year, ("A", "B", "Pass"))
    titles = tab.page.months.text(",", "\n").splitlines()[0]
    assert titles.split(",")[6:9] == ["A", "B", "Pass"]
    assert tab.months[0][6:9] == ["0", "2", "0"]


# The grades


def test_the_bars_say_how_many_have_each_grade(tab: ReportsTab) -> None:
    assert tab.bars == {"A": 0, "B": 2, "C": 1, "D": 0, "E": 0, "F": 0}
    assert tab.people == ["李娜", "王怡", "翟俊"]


def test_a_click_on_a_bar_lists_the_people_behind_it(tab: ReportsTab) -> None:
    tab.click_bar("B")
    assert tab.people == ["李娜", "王怡"]
    tab.click_bar("D")
    assert tab.people == []
    tab.click_bar("D")
    assert len(tab.people) == 3


def test_bars_are_chosen_by_keyboard_and_lead_to_the_appraisal(tab: ReportsTab, desk: Desk) -> None:
    assert tab.page.grades.chart.hasFocus()
    tab.press(Key.Key_Right, Key.Key_Right)
    assert tab.people == ["李娜", "王怡"]
    tab.press(Key.Key_Return)
    assert tab.page.grades.table.hasFocus()
    tab.press(Key.Key_Down, Key.Key_Return)
    wang = desk.people.by_number("0102")
    assert wang is not None
    assert tab.asked("appraisal")[-1] == SheetTarget(wang.id, NOVEMBER)


def test_the_list_stays_with_the_chosen_grade_over_the_months(tab: ReportsTab) -> None:
    tab.click_bar("B")
    tab.window.set_month(SEPTEMBER)
    tab.wait_until(lambda: tab.people == ["李娜", "王怡"])
    tab.window.set_month(OCTOBER)
    tab.wait_until(lambda: tab.people == ["李娜"])


def test_enter_on_an_empty_bar_stays_where_it_is(tab: ReportsTab) -> None:
    tab.press(Key.Key_Right, Key.Key_Return)
    assert tab.page.grades.chart.hasFocus()


# Out


def test_the_table_is_copied_whole(tab: ReportsTab) -> None:
    tab.page.months.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Month", "State", "People", "Average"]
    assert lines[2].split("\t")[:4] == ["2026-10", "open", "2", "66.0"]
    assert tab.message == "The table is on the clipboard."


def test_the_table_is_saved_with_plain_figures(tab: ReportsTab, tmp_path: Path) -> None:
    tab.action("Save table of months")
    tab.choose_file(tmp_path / "months.csv")
    tab.wait_for_work()
    lines = (tmp_path / "months.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[2] == "2026-10,open,2,66.0,80,52,0,1,0,0,0,1,0,-8,-280,1"
    assert tab.message == f"Saved: {tmp_path / 'months.csv'}"


@pytest.mark.parametrize("name", ["Save chart of grades", "Save chart of averages"])
def test_a_chart_is_saved_as_a_picture_on_white(tab: ReportsTab, tmp_path: Path, name: str) -> None:
    tab.action(name)
    tab.choose_file(tmp_path / "chart.png")
    tab.wait_for_work()
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() >= 2 * tab.page.average.chart.minimumWidth()
    assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_a_file_that_cannot_be_written_is_told(
    tab: ReportsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))
    (tmp_path / "no-folder").write_text("a file")
    tab.page.save(tmp_path / "no-folder" / "months.csv", b"")
    tab.wait_for_work()
    assert isinstance(heard[0], OSError)


# The window


def test_the_tab_speaks_chinese(tab: ReportsTab) -> None:
    tab.speak("zh")
    assert tab.months[0][:4] == ["2026年11月", "未结", "3", "80.7"]
    assert tab.page.grades.accessibleName() == "2026年11月等级分布"
    assert tab.page.average.chart.categories.categories()[-1] == "11月"


def test_a_file_that_cannot_be_read_is_told(tab: ReportsTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Exception] = []
    monkeypatch.setattr(type(tab.window), "failed", lambda _window, failure: heard.append(failure))

    def refuse(*_given: object) -> None:
        raise StoreUnavailable("file.locked", file="team.csdesk")

    monkeypatch.setattr(desk.months, "result", refuse)
    tab.window.set_month(OCTOBER)
    tab.wait_until(lambda: bool(heard))


def test_a_large_team_is_reckoned_beside_the_window(tab: ReportsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.ui.reports.year.AT_ONCE", 2)
    tab.window.set_month(OCTOBER)
    assert tab.window.context.tasks.is_busy
    tab.window.set_month(SEPTEMBER)
    tab.wait_for_work()
    assert [row[0] for row in tab.months] == ["September 2026"]
    tab.window.set_month(NOVEMBER)
    tab.wait_for_months(3)
    assert tab.people == ["李娜", "王怡", "翟俊"]


def test_charts_are_only_loaded_when_the_tab_is_shown() -> None:
    loads = "import csdesk.ui.main_window, sys; sys.exit('PySide6.QtCharts' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], check=False).returncode == 0
