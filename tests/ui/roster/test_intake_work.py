"""A workbook on its way in: what the window hears while it is read and written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.desk.desk import Desk
from csdesk.ui.language import Speech
from csdesk.ui.page import Context, Refresh
from csdesk.ui.preferences import Preferences
from csdesk.ui.roster.intake_work import IntakeWork
from csdesk.ui.tasks import Tasks
from tests.desks import a_new_desk
from tests.ui.fakes import Nobody

TEAM = Path(__file__).parents[2] / "data" / "desk-2026.xlsx"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def work(qtbot: QtBot, desk: Desk, preferences: Preferences, speech: Speech) -> Iterator[IntakeWork]:
    """The team's workbook, read and checked."""
    tasks = Tasks()
    refresh = Refresh(desk)
    work = IntakeWork(TEAM, desk, Context(preferences, speech, tasks, refresh, Nobody()))
    with qtbot.waitSignal(work.checked):
        work.read()
    yield work
    refresh.stop()
    tasks.stop()


def test_the_window_breathes_while_rows_are_written(
    qtbot: QtBot, work: IntakeWork, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.ui.roster.intake_work.BREATH_MILLISECONDS", 1)
    seen: list[bool] = []
    work.stepped.connect(lambda _done, _total: seen.append(work.is_writing))
    with qtbot.waitSignal(work.imported):
        work.write()
    assert len(seen) > 10
    assert all(seen)
    assert not work.is_writing
    assert len(desk.people.all()) == 15


def test_a_failure_that_nobody_expected_is_told_and_never_taken_for_the_end(
    qtbot: QtBot, work: IntakeWork, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("csdesk.store.facts.Facts.add_test", fail)
    ended: list[str] = []
    work.imported.connect(lambda: ended.append("imported"))
    with qtbot.waitSignal(work.failed) as failed:
        work.write()
    qtbot.wait(20)  # Nothing may come after it.
    assert isinstance(failed.args[0], RuntimeError)
    assert (ended, work.is_writing) == ([], False)
    assert desk.people.all() == []
