"""Team files made for the bench."""

from pathlib import Path

from csdesk.bench.seed import LAST, seeded
from csdesk.desk.incidents import Query
from csdesk.desk.months import MonthView


def test_a_seeded_file_is_a_sound_team_file_of_the_size_that_was_asked(tmp_path: Path) -> None:
    with seeded(tmp_path / "team.csdesk", 5, 120) as desk:
        assert len(desk.people.all()) == 5
        assert desk.incidents.page(Query()).total == 120
        assert isinstance(desk.months.result(LAST), MonthView)
        assert desk.check() == []


def test_the_entries_may_all_lie_in_the_last_month(tmp_path: Path) -> None:
    with seeded(tmp_path / "team.csdesk", 5, 40, months=1) as desk:
        assert desk.incidents.page(Query(month=LAST)).total == 40


def test_two_seeded_files_say_the_same(tmp_path: Path) -> None:
    said = []
    for name in ("one", "other"):
        with seeded(tmp_path / name, 3, 30) as desk:
            rows = desk.incidents.page(Query()).rows
            said.append([(row.employee.name, row.incident.day, row.incident.code, row.points) for row in rows])
    assert said[0] == said[1]
