"""The person beside the log: score so far, how it came about, how near the escalation is."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from csdesk.core.employee import Role
from csdesk.core.month import Month
from csdesk.desk.desk import Desk
from csdesk.ui.page import Change
from csdesk.ui.tokens import GAP
from tests.desks import logged, somebody
from tests.ui.pages.log import NOVEMBER, LogTab, li_na


def test_the_panel_says_how_the_score_came_about(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    for code in ("MIN-01", "MIN-02", "MIN-10", "MOD-01"):
        logged(desk, person, code)
    desk.months.adjust(person.id, NOVEMBER, 4, "helped")
    tab.page.reload(Change.EVERYTHING)
    tab.write("ln")
    tab.enter()
    assert tab.person == [
        "李娜", "68", "D", "Minor 3 of 4 (1 more: −20)", "Moderate 1 of 2 (1 more: −20)",
        "20 Nov  MOD-01  −10", "20 Nov  MIN-10  −2", "20 Nov  MIN-02  −2", "20 Nov  MIN-01  −2",
    ]  # fmt: skip


def test_the_panel_names_the_flags_and_what_the_escalation_took(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    for code in ("MOD-01", "MOD-06", "DIS-01"):
        logged(desk, person, code)
    tab.write("ln")
    tab.enter()
    assert "Final score below 60\nDismissal offence" in tab.person
    assert "Moderate 2 of 2 (−20 counted)" in tab.person
    desk.months.strike(person.id, NOVEMBER, "SER-05", "one event")
    tab.page.reload(Change.MONTHS)
    assert "Moderate 2 of 2 (−20 struck)" in tab.person


def test_a_newcomer_has_no_pay_effect_yet(tab: LogTab) -> None:
    tab.write("zyt")
    tab.enter()
    assert "Newcomer: the pay effect begins in December 2026." in tab.person


def test_a_raw_score_beyond_the_limits_is_shown_as_held(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    for _ in range(8):
        logged(desk, person, "BON-03")
    sheet = desk.months.running(person.id, NOVEMBER)
    steps = tab.page.person.figures.steps(sheet, tab.context.texts)  # type: ignore[arg-type]  # Li Na is appraised.
    assert [(one.label, one.points) for one in steps] == [
        ("Base", 80), ("Bonuses ×8", 40), ("Held at 110", -10), ("Score", 110),
    ]  # fmt: skip


def test_automatic_lines_are_bars_of_their_own(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    for code in ("SER-01", "MOD-01", "MOD-06"):
        logged(desk, person, code)
    desk.months.adjust(person.id, NOVEMBER, -2, "late forms")
    sheet = desk.months.running(person.id, NOVEMBER)
    steps = tab.page.person.figures.steps(sheet, tab.context.texts)  # type: ignore[arg-type]  # Li Na is appraised.
    assert [one.label for one in steps] == [
        "Base", "Moderate ×2", "Serious", "SER-05 automatic", "Adjustment", "Score",
    ]  # fmt: skip


def test_whoever_is_not_appraised_by_points_is_said_so(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0300", "林岚", role=Role.MANAGER)
    tab.write("0300")
    tab.enter()
    assert tab.person[:2] == [
        "林岚",
        "林岚 is not appraised by points in November 2026: this role is appraised by forms.",
    ]


def test_the_panel_is_empty_until_somebody_is_chosen(tab: LogTab) -> None:
    assert tab.person == []
    tab.log("ln", "min1")
    tab.select(0)
    assert tab.person[0] == "李娜"


def test_show_all_lists_this_persons_entries(tab: LogTab) -> None:
    tab.log("wy", "bon3")
    tab.log("ln", "min1")
    button = next(one for one in tab.page.person.findChildren(QPushButton) if one.text() == "Show all")
    button.click()
    assert tab.codes == ["MIN-01"]


def test_no_rulebook_no_escalation(tab: LogTab, desk: Desk) -> None:
    old = somebody(desk, "0400", "周老", hired=date(2001, 1, 1))
    tab.page.person.show_person(old.id, Month(2001, 2))
    assert any("No rulebook covers" in said for said in tab.person)


def test_a_long_name_takes_several_lines_and_no_room_from_the_bars(tab: LogTab, desk: Desk) -> None:
    somebody(desk, "0199", "Aleksandra Wilhelmina Konstantinopolska-Featherstonehaugh")
    tab.page.reload(Change.EVERYTHING)
    tab.write("Aleksandra")
    tab.enter()
    [area] = tab.page.person.findChildren(QScrollArea)
    inner = area.widget()
    assert inner is not None
    assert inner.width() <= area.viewport().width()


def test_the_month_keeps_its_distance_from_the_scroll_bar(tab: LogTab) -> None:
    tab.write("ln")
    tab.enter()
    tab.page.person.setFixedHeight(160)
    QApplication.processEvents()
    figures = tab.page.person.figures
    [month] = [label for label in figures.findChildren(QLabel) if label.text() == "November so far"]
    assert figures.verticalScrollBar().isVisible()
    assert month.mapTo(figures.viewport(), month.rect().bottomRight()).x() < figures.viewport().width() - GAP
