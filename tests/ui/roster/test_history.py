"""The journal of a person in words."""

import pytest
from PySide6.QtCore import QObject

from csdesk.desk.people import JournalLine
from csdesk.texts import Texts
from csdesk.ui.language import Speech
from csdesk.ui.roster.history import Facts, HistoryWords, Told
from tests.desks import NOW

FACTS: Facts = {
    "number": "0101", "name": "李娜", "role": "agent", "group_name": "", "hired": "2024-03-01", "phone": "", "rev": 0
}  # fmt: skip


def a_line(changes: Facts | None = None, *, what: str = "person.changed", before: Facts | None = FACTS) -> JournalLine:
    after = {**FACTS, "rev": 1, **(changes or {})}
    return JournalLine(7, "2026-11-20T02:30:00.000Z", "sun", what, "employee", "e1", before, after, "0", "1")


@pytest.fixture
def words(speech: Speech, owner: QObject) -> HistoryWords:
    return HistoryWords(owner)


def test_a_line_says_when_in_local_time_and_by_whom(words: HistoryWords) -> None:
    told = words.tell(a_line(what="person.added", before=None), Texts("en"), NOW)
    assert told == Told("20 Nov 10:30 · sun", ("Added to the staff file",))


def test_who_came_by_a_workbook_is_said_so(words: HistoryWords) -> None:
    assert words.tell(a_line(what="intake.imported", before=None), Texts("en"), NOW).what == (
        "Imported from a workbook",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"role": "team_lead"}, ("Role: Agent → Team lead",)),
        ({"hired": "2024-04-01"}, ("Hired: 1 Mar 2024 → 1 Apr 2024",)),
        ({"left_on": "2026-11-30"}, ("Last day: 30 Nov 2026",)),
        ({"base_salary": 520050, "phone": "138"}, ("Base salary: 5,200.50", "Phone: 138")),
        ({"name": ""}, ("Name removed (was 李娜)",)),
        ({}, ("Saved without a change",)),
    ],
)
def test_every_change_is_said_with_what_was_before(words: HistoryWords, changes: Facts, said: tuple[str, ...]) -> None:
    assert words.tell(a_line(changes), Texts("en"), NOW).what == said


def test_a_change_by_an_import_is_said_so(words: HistoryWords) -> None:
    told = words.tell(a_line({"phone": "138"}, what="intake.imported"), Texts("en"), NOW)
    assert told.what == ("Changed by an import:", "Phone: 138")


def test_the_history_speaks_chinese(speech: Speech, words: HistoryWords) -> None:
    speech.switch("zh")
    told = words.tell(a_line({"role": "team_lead", "group_name": "热线"}), Texts("zh"), NOW)
    assert told == Told("11-20 10:30 · sun", ("岗位：客服专员 → 组长", "组别：热线"))
