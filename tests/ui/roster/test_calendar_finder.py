"""Search and group over the calendar of shifts."""

from pytestqt.qtbot import QtBot

from csdesk.ui.roster.calendar_finder import CalendarFinder
from tests.builders import an_employee

LI, WU, HE = (
    an_employee("0101", "李娜", group="online"),
    an_employee("0102", "吴敏", group="phone"),
    an_employee("0103", "何颖", group="online"),
)
PEOPLE = (LI, WU, HE)


def a_finder(qtbot: QtBot) -> CalendarFinder:
    finder = CalendarFinder(lambda text: [one.id for one in PEOPLE if text in one.name])
    qtbot.addWidget(finder)
    finder.show()
    finder.offer_groups(PEOPLE)
    return finder


def test_everybody_is_found_while_nothing_is_asked(qtbot: QtBot) -> None:
    assert a_finder(qtbot).found(PEOPLE) == PEOPLE


def test_group_and_letters_both_have_to_fit(qtbot: QtBot) -> None:
    finder = a_finder(qtbot)
    finder.group.setCurrentText("online")
    assert finder.found(PEOPLE) == [LI, HE]
    finder.search.setText("何")
    assert finder.found(PEOPLE) == [HE]
    finder.find_everybody()
    assert finder.found(PEOPLE) == PEOPLE


def test_the_chosen_group_stays_as_long_as_there_is_one(qtbot: QtBot) -> None:
    finder = a_finder(qtbot)
    finder.group.setCurrentText("phone")
    finder.offer_groups([WU, LI])
    assert finder.group.currentText() == "phone"
    finder.offer_groups([LI, HE])
    assert (finder.group.currentText(), finder.group.isVisible()) == ("All groups", False)


def test_who_is_shown_is_asked_anew_for_letters_and_for_a_group(qtbot: QtBot) -> None:
    finder, asked = a_finder(qtbot), list[bool]()
    finder.asked.connect(lambda: asked.append(True))
    finder.group.setCurrentText("phone")
    finder.search.setText("吴")
    assert len(asked) == 2
