"""The register of swaps: searched, filtered, copied."""

from PySide6.QtGui import QGuiApplication

from csdesk.desk.desk import Desk
from tests.ui.keyboard import Key
from tests.ui.pages.swaps import (
    SwapsWindow,
    a_request,
)


def test_the_register_is_searched_and_filtered(tab: SwapsWindow, desk: Desk) -> None:
    a_request(desk, 24, 26, "school")
    swap = a_request(desk, 30)
    desk.swaps.reject(swap.id, swap.rev, "no")
    tab.shown()
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
    tab.shown().go_to(0)
    tab.control(Key.Key_C)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["No.", "Asked on", "A", "A's day"]
    assert row.split("\t")[-2:] == ["asked", "school"]


def test_an_empty_register_says_what_to_do_next(tab: SwapsWindow) -> None:
    table = tab.page.swaps.card.table
    assert "Type a name on the right (Ctrl+N)" in table.accessibleDescription()
