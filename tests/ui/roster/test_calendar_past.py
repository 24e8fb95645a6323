"""Undo and redo of the roster."""

from csdesk.core.problem import Problem
from csdesk.ui.roster.calendar_past import Past


def test_a_change_is_undone_and_done_again() -> None:
    past: Past[int] = Past(lambda change: -change)
    past.did(1)
    past.did(2)
    assert past.undo() == -2
    assert (past.can_undo, past.can_redo) == (True, True)
    assert past.redo() == 2
    assert past.undo() == -2
    assert past.undo() == -1
    assert not past.can_undo


def test_a_new_change_forgets_what_was_undone() -> None:
    past: Past[int] = Past(lambda change: -change)
    past.did(1)
    past.undo()
    past.did(3)
    assert not past.can_redo
    assert past.redo() == []


def test_what_cannot_be_undone_is_forgotten() -> None:
    past: Past[int] = Past(lambda _: [Problem("roster.stale")])
    past.did(1)
    assert past.undo() == [Problem("roster.stale")]
    assert past.undo() == []
    assert not past.can_redo
