"""The month's entries: searched, sorted, filtered, copied."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication

from csdesk.desk.desk import Desk
from csdesk.desk.incidents import EntryRow, Query
from csdesk.ui.models.table import PAGE
from csdesk.ui.page import Change
from tests.desks import logged
from tests.ui.keyboard import Key
from tests.ui.pages.log import LogTab, li_na


def test_the_table_shows_the_month_newest_first(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    logged(desk, person, "MIN-01", date(2026, 10, 30))
    logged(desk, person, "MIN-02", date(2026, 11, 2))
    logged(desk, person, "DIS-01", date(2026, 11, 9))
    tab.page.reload(Change.INCIDENTS)
    assert tab.codes == ["DIS-01", "MIN-02"]
    assert tab.rows[0][5] == "—"
    assert tab.count == "Entries in November: 2 entries"
    tab.page.entries.all_months.click()
    assert tab.codes == ["DIS-01", "MIN-02", "MIN-01"]
    assert tab.count == "Entries of all months: 3 entries"


def test_search_narrows_the_table_as_one_types(tab: LogTab, desk: Desk) -> None:
    tab.log("ln", "min1", note="shouted")
    tab.log("wy", "bon3")
    assert tab.count == "Entries in November: 2 entries"
    tab.search("wy")
    assert (tab.codes, tab.count) == (["BON-03"], "Entries in November: 1 found")
    tab.search("shou")
    assert tab.codes == ["MIN-01"]
    tab.press(Key.Key_Down)
    assert tab.selected[0].incident.code == "MIN-01"
    tab.search("nothing")
    assert tab.codes == []
    tab.press(Key.Key_Down)
    assert tab.page.entries.table.accessibleDescription().startswith("Nothing found")


def test_a_heading_sorts_the_whole_list(tab: LogTab) -> None:
    tab.log("ln", "min1")
    tab.log("wy", "bon3")
    tab.log("zyt", "ser1")
    model = tab.page.entries.table.model()
    model.sort_by("points", False)  # type: ignore[attr-defined]  # The table's own model.
    assert tab.codes == ["SER-01", "MIN-01", "BON-03"]


def test_one_persons_entries_alone(tab: LogTab) -> None:
    tab.log("ln", "min1")
    tab.log("wy", "bon3")
    tab.select(1)
    tab.act("Only")
    assert tab.codes == ["MIN-01"]
    tab.page.entries.only_button.click()
    assert len(tab.codes) == 2
    tab.page.person.only_asked.emit(tab.selected[0].employee)
    assert tab.codes == ["MIN-01"]


def test_selected_rows_are_counted_summed_and_copied(tab: LogTab) -> None:
    tab.log("ln", "min1")
    tab.log("wy", "bon3")
    with tab.summaries():
        tab.select(0, 1)
    tab.page.entries.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["When ↓".removesuffix(" ↓"), "Who", "Code"]
    assert len(lines) == 3


def test_further_pages_are_fetched_as_they_come_into_sight(tab: LogTab, desk: Desk) -> None:
    person = li_na(desk)
    for _ in range(PAGE + 3):
        logged(desk, person, "MIN-01")
    tab.page.reload(Change.EVERYTHING)
    assert len(tab.rows) == PAGE + 3


def test_an_entry_that_no_rulebook_knows_is_said_so(tab: LogTab, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = logged(desk, li_na(desk), "MIN-01")
    row = desk.incidents.get(entry.id)
    assert row is not None
    lost = EntryRow(row.incident._replace(code="OLD-01"), row.employee, None, 0)
    page = type(desk.incidents.page(Query()))([lost], 1)
    monkeypatch.setattr(desk.incidents, "page", lambda _query: page)
    tab.page.reload(Change.INCIDENTS)
    assert tab.rows[0][3:6] == ["not in that day's rulebook", "unknown", "—"]
