"""A month filled automatically from the Shifts page; the planner's process is a faked one but for one test."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.core.planning import Improvement, Placement, PlanStatus, Proposal, Request, Wish, unmet_of
from csdesk.core.problem import Problem
from csdesk.desk import planning as desk_planning
from csdesk.desk.desk import Desk
from csdesk.desk.errors import Unavailable
from csdesk.desk.planner_process import Planning, Told
from csdesk.desk.planning import Plans
from csdesk.ui.dialogs.base import TellDialog
from csdesk.ui.language import Speech
from csdesk.ui.main_window import MainWindow
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.fill_dialog import FillDialog
from csdesk.ui.theme import Theme
from tests.ui.keyboard import Key
from tests.ui.pages.shifts import ShiftsTab, a_shifts_tab, a_team_with_shifts, planned

Answer = Callable[[Request], "Proposal | Problem"]
EMPTY = " ".join(["."] * 30)
FILLED = " ".join(["."] * 22 + ["D"] * 5 + [".", ".", "D"])
"""李娜 has the day shift on every working day that is still to come in November."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_team_with_shifts(tmp_path) as desk:
        yield desk


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, preferences: Preferences, theme: Theme, speech: Speech, tmp_path: Path
) -> Iterator[ShiftsTab]:
    with a_shifts_tab(qtbot, desk, preferences, theme, speech, tmp_path) as tab:
        yield tab


def proposal_of(request: Request, cells: tuple[Placement, ...]) -> Proposal:
    """Return a proposal that tells its unmet needs right."""
    unmet = unmet_of(cells, request)
    return Proposal(cells, unmet, PlanStatus.SHORT if unmet else PlanStatus.MET)


def all_by_the_first(request: Request) -> Proposal:
    """Give every place to the first person."""
    first = request.people[0].id
    return proposal_of(request, tuple(Placement(first, need.day, need.shift_id) for need in request.needs))


class FakePlanner:
    """The planner's process: answers what the test says, and notes what it was asked.

    tells: what it says on the way. is_endless: it searches until it is cancelled.
    """

    def __init__(self) -> None:
        self.answer: Answer = all_by_the_first
        self.tells = [Improvement(0.5, 3), Improvement(0.75, 0, 2)]
        self.is_endless = False
        self.asked: list[Request] = []

    def result(self, request: Request, told: Told) -> Proposal | Problem:
        """Do as the process does."""
        self.asked.append(request)
        for improvement in self.tells:
            told(improvement)
        while self.is_endless:
            time.sleep(0.02)  # The window must have time to hear it.
            told(self.tells[-1])
        return self.answer(request)


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch) -> FakePlanner:
    fake = FakePlanner()
    monkeypatch.setattr(desk_planning, "interpreter", lambda: Path("python"))
    monkeypatch.setattr(desk_planning, "why_unavailable", lambda: None)
    monkeypatch.setattr(Planning, "result", lambda planning, told: fake.result(planning.job.request, told))
    return fake


@pytest.mark.usefixtures("planner")
def test_the_dialog_says_what_will_be_done_before_it_is(tab: ShiftsTab) -> None:
    said = "\n".join(tab.fill().told)
    assert "From Sat 21 Nov 2026 to Mon 30 Nov 2026, shifts are given to 2 people" in said
    assert "at most 8 hours of work, at least 8 hours of rest" in said
    assert "every shift has its people (6 missing now)" in said
    assert "Nothing is written before you accept" in said
    assert tab.row("李娜") == EMPTY


@pytest.mark.usefixtures("planner")
def test_a_proposal_is_shown_before_anything_is_set(tab: ShiftsTab) -> None:
    tab.fill()
    assert tab.propose() == [
        "Every shift has its people, and every wish is met.",
        "6 empty cells are filled, all for one person.",
    ]
    assert tab.row("李娜") == EMPTY
    assert tab.stored("李娜", 23) == []


@pytest.mark.usefixtures("planner")
def test_an_accepted_proposal_is_set_and_undone_as_one(tab: ShiftsTab) -> None:
    tab.fill()
    tab.propose()
    tab.enter()
    assert tab.row("李娜") == FILLED
    assert tab.stored("李娜", 23) == ["D"]
    assert tab.message == "6 cells of the roster were filled; Ctrl+Z empties them again"
    tab.control(Key.Key_Z)
    assert tab.row("李娜") == EMPTY
    assert tab.stored("李娜", 23) == []


def test_one_cell_is_told_as_one(tab: ShiftsTab, planner: FakePlanner) -> None:
    planned(tab.desk, "曾雅婷", "D D D D D", date(2026, 11, 23))
    tab.see_all()
    planner.answer = lambda request: proposal_of(
        request, (Placement(request.people[0].id, date(2026, 11, 30), request.needs[0].shift_id),)
    )
    tab.fill()
    assert "1 empty cell is filled." in tab.propose()
    tab.enter()
    assert tab.message == "1 cell of the roster was filled; Ctrl+Z empties it again"


@pytest.mark.usefixtures("planner")
def test_a_cancelled_proposal_leaves_nothing(tab: ShiftsTab) -> None:
    tab.fill()
    tab.propose()
    tab.press(Key.Key_Escape)
    assert tab.row("李娜") == EMPTY
    assert not tab.dialogs()


def test_the_search_tells_how_far_it_is_and_a_cancel_ends_it(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.is_endless = True
    dialog = tab.fill()
    dialog.done_button.click()
    tab.wait_until(lambda: dialog.told == ["Best so far: every need is met, 2 wishes are not"])
    dialog.cancel_button.click()
    tab.wait_for_work()
    assert not tab.dialogs()
    assert tab.row("李娜") == EMPTY


def test_a_search_that_is_cancelled_in_the_strip_closes_its_dialog(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.is_endless = True
    tab.window.context.tasks.started.connect(lambda run: run.progress.stepped.connect(run.cancel))
    dialog = tab.fill()
    dialog.done_button.click()
    tab.wait_for_work()
    assert not tab.dialogs()


@pytest.mark.parametrize(
    ("best", "said"),
    [
        (Improvement(0.1, 1), "Best so far: 1 person short"),
        (Improvement(0.1, 4), "Best so far: 4 people short"),
        (Improvement(0.1, 0, 1), "Best so far: every need is met, 1 wish is not"),
        (Improvement(0.1, 0, 0, 3), "Best so far: every need is met; shares are being evened out"),
    ],
)
def test_the_best_roster_so_far_is_told(tab: ShiftsTab, planner: FakePlanner, best: Improvement, said: str) -> None:
    planner.is_endless = True
    planner.tells = [best]
    dialog = tab.fill()
    dialog.done_button.click()
    tab.wait_until(lambda: dialog.told == [said])


def test_needs_that_cannot_be_met_are_named_by_day_and_shift(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.answer = lambda request: proposal_of(request, all_by_the_first(request).cells[1:])
    tab.fill()
    assert tab.propose() == [
        "No roster can meet all needs. This one leaves as few people short as possible; see below.",
        "5 empty cells are filled, all for one person.",
        "Mon 23 Nov 2026 Shift D 08:00–16:00: 1 person short",
    ]


def test_whether_more_can_be_met_may_not_be_known(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.answer = lambda request: proposal_of(request, all_by_the_first(request).cells[1:])._replace(
        status=PlanStatus.UNPROVEN
    )
    tab.fill()
    assert tab.propose()[0].startswith("Not all needs are met. Whether more can be met was not clear")


def test_where_nothing_can_be_filled_there_is_nothing_to_accept(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.answer = lambda request: proposal_of(request, ())
    dialog = tab.fill()
    told = tab.propose()
    assert told[0].startswith("No empty cell can be filled without breaking a rule.")
    assert len(told) == 7
    assert dialog.done_button.isHidden()


def test_where_every_shift_has_its_people_there_is_nothing_to_fill(tab: ShiftsTab, planner: FakePlanner) -> None:
    planned(tab.desk, "曾雅婷", "D D D D D . . D", date(2026, 11, 23))
    tab.see_all()
    planner.answer = lambda request: proposal_of(request, ())
    tab.fill()
    assert tab.propose() == ["Every shift has its people already: there is nothing to fill."]


# Wishes


def test_wishes_are_asked_of_the_planner_and_told_where_they_are_not_met(tab: ShiftsTab, planner: FakePlanner) -> None:
    dialog = tab.fill()
    tab.wish("0101 李娜", 23)
    tab.wish("0103 曾雅婷", 24, "E 15:00–23:00")
    assert [(wish.day.day, wish.shift_id is None) for wish in dialog.wishes.wishes] == [(23, True), (24, False)]
    told = tab.propose()
    assert planner.asked[0].wishes == tuple(dialog.wishes.wishes)
    assert told[0] == "Every shift has its people. The wishes below are not met."
    assert told[2:] == [
        "Mon 23 Nov 2026 0101 李娜 wished: the day off",
        "Tue 24 Nov 2026 0103 曾雅婷 wished: E 15:00–23:00",
    ]


@pytest.mark.usefixtures("planner")
def test_a_wish_is_taken_away_again(tab: ShiftsTab) -> None:
    dialog = tab.fill()
    tab.wish("0101 李娜", 23)
    dialog.wishes.table.selectRow(0)
    dialog.wishes.remove_button.click()
    assert dialog.wishes.wishes == []


@pytest.mark.usefixtures("planner")
def test_a_second_wish_for_a_day_takes_the_firsts_place(tab: ShiftsTab) -> None:
    dialog = tab.fill()
    tab.wish("0101 李娜", 23, "N 23:00–07:00")
    tab.wish("0101 李娜", 23)
    person = next(person for person in tab.sheet.people if person.name == "李娜")
    assert dialog.wishes.wishes == [Wish(person.id, date(2026, 11, 23))]


@pytest.mark.usefixtures("planner")
def test_a_wish_for_a_day_that_is_not_filled_is_refused(tab: ShiftsTab) -> None:
    dialog = tab.fill()
    tab.wish("0101 李娜", 2)
    assert dialog.wishes.wishes == []
    assert dialog.wishes.fault == "A day from Sat 21 Nov 2026 to Mon 30 Nov 2026 is needed here."


# What goes wrong


def told_by_the_window(tab: ShiftsTab) -> str:
    """What stands in the dialog that only tells."""
    return tab.dialog(TellDialog).text.text()


def test_where_nothing_can_plan_it_is_said_how_to_install_it(tab: ShiftsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem.at("", "planning.not-installed")
    monkeypatch.setattr(desk_planning, "why_unavailable", lambda: problem)
    tab.action("Fill automatically")
    assert "Run python3 run.py planner" in told_by_the_window(tab)


@pytest.mark.usefixtures("planner")
def test_a_month_that_is_over_is_refused_in_a_sentence(tab: ShiftsTab) -> None:
    tab.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    tab.action("Fill automatically")
    assert told_by_the_window(tab).startswith("October 2026 is over")


def test_a_planner_that_breaks_down_is_told_in_the_dialog(tab: ShiftsTab, planner: FakePlanner) -> None:
    planner.answer = lambda _: Problem.at("", "planning.failed", said="out of memory")
    dialog = tab.fill()
    told = tab.propose()
    assert "out of memory" in told[0]
    assert not dialog.done_button.isHidden()


def test_a_planner_that_says_nothing_leaves_all_as_it_was(
    tab: ShiftsTab, monkeypatch: pytest.MonkeyPatch, planner: FakePlanner
) -> None:
    monkeypatch.setattr(Planning, "result", lambda planning, told: None)
    dialog = tab.fill()
    tab.propose()
    assert not dialog.done_button.isHidden()
    assert planner.asked == []


@pytest.mark.usefixtures("planner")
def test_a_proposal_that_no_longer_fits_is_refused_in_the_dialog(tab: ShiftsTab) -> None:
    tab.fill()
    tab.propose()
    planned(tab.desk, "曾雅婷", "D", date(2026, 11, 23))
    tab.enter()
    assert "it no longer fits" in tab.faults(FillDialog)[0]
    assert tab.stored("李娜", 24) == []


@pytest.mark.usefixtures("planner")
def test_what_changed_since_the_dialog_opened_is_told_in_it(tab: ShiftsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = tab.fill()
    with monkeypatch.context() as changed:
        changed.setattr(
            Plans, "request", lambda *_, **__: [Problem.at("", "planning.no-needs", month=tab.window.month)]
        )
        dialog.done_button.click()
    assert dialog.said[0].startswith("No shift takes anybody")
    monkeypatch.setattr(desk_planning, "interpreter", lambda: None)
    monkeypatch.setattr(desk_planning, "why_unavailable", lambda: Problem.at("", "planning.not-installed"))
    dialog.done_button.click()
    assert "is not installed here" in dialog.said[0]


@pytest.mark.usefixtures("planner")
def test_a_file_that_cannot_be_read_or_written_is_said(tab: ShiftsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Exception] = []

    def refuse(*_: object, **__: object) -> None:
        raise Unavailable("file.damaged", file="x")

    monkeypatch.setattr(MainWindow, "failed", lambda _, failure: heard.append(failure))
    with monkeypatch.context() as damaged:
        damaged.setattr(Plans, "request", refuse)
        tab.action("Fill automatically")
    dialog = tab.fill()
    with monkeypatch.context() as damaged:
        damaged.setattr(Plans, "request", refuse)
        dialog.done_button.click()
    tab.propose()
    with monkeypatch.context() as damaged:
        damaged.setattr(Plans, "accept", refuse)
        dialog.done_button.click()
    assert len(heard) == 3
    assert tab.stored("李娜", 23) == []


@pytest.mark.usefixtures("planner")
def test_the_dialog_speaks_chinese_at_every_step(tab: ShiftsTab) -> None:
    dialog = tab.fill()
    tab.speak("zh")
    assert dialog.heading.text() == "自动排班：2026年11月"
    assert dialog.wishes.what.itemText(0) == "当天休息"
    assert tab.propose()[0] == "各班次人员均已排足，意愿全部满足。"
    tab.speak("en")
    assert dialog.done_button.text() == "Accept the proposal"


# For real


@pytest.mark.usefixtures("the_planner")
def test_the_planner_fills_the_month(tab: ShiftsTab) -> None:
    tab.fill()
    assert tab.propose() == [
        "Every shift has its people, and every wish is met.",
        "6 empty cells are filled: 2 people are given 3 to 3 shifts each.",
    ]
    tab.enter()
    assert not [problem for problem in tab.calendar.problems.listed if problem.day > date(2026, 11, 20)]
    assert (tab.row("李娜") + tab.row("曾雅婷")).count("D") == 6
