"""Entries to be logged: how they are shown where there are many, or where two say the same."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.ui.duty import proposals_card
from csdesk.ui.duty.proposals_card import Offered, ProposalsCard


@pytest.fixture
def card(qtbot: QtBot) -> ProposalsCard:
    """A card that is looked at."""
    card = ProposalsCard()
    qtbot.addWidget(card)
    return card


def somebody_late(name: str) -> Offered:
    """Somebody whose late arrival is to be logged."""
    return Offered(name, "12 min late", "MIN-04  Late", "MIN-04", ((-2, "−2"), (-3, "−3")), lambda _points, _who: None)


def names(card: ProposalsCard) -> list[str]:
    """Whose rows are made, from top to bottom."""
    QApplication.processEvents()
    assert [row.y() for row in card.rows] == sorted(row.y() for row in card.rows)
    return [row.offered.who for row in card.rows]


def test_many_rows_come_one_after_another_so_that_nobody_waits_for_them(card: ProposalsCard, qtbot: QtBot) -> None:
    people = [f"{number:03}" for number in range(25)]
    card.offer([somebody_late(name) for name in people])
    assert len(card.rows) == proposals_card.AT_ONCE
    assert len(card.said) == 25
    qtbot.waitUntil(lambda: names(card) == people)


def test_the_rows_stay_in_order_when_others_come_between(card: ProposalsCard, qtbot: QtBot) -> None:
    card.offer([somebody_late(name) for name in "bdfh"])
    card.offer([somebody_late(name) for name in "abcdefgh"])
    qtbot.waitUntil(lambda: names(card) == list("abcdefgh"))
    card.offer([somebody_late(name) for name in "hc"])
    assert names(card) == ["h", "c"]


def test_two_that_say_the_same_are_two_rows_until_both_are_logged(card: ProposalsCard) -> None:
    card.offer([somebody_late("李娜"), somebody_late("李娜")])
    first, second = card.rows
    QApplication.processEvents()
    assert first.isVisible()
    assert second.isVisible()
    card.offer([somebody_late("李娜")])
    assert card.rows == [first]
    assert not second.isVisible()
    card.offer([])
    assert not card.isVisible()
