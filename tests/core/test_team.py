"""The team's name and its manager's."""

import pytest

from csdesk.core.team import problems_of_team


@pytest.mark.parametrize(
    ("team", "manager", "found"),
    [
        ("South desk", "林岚", []),
        ("𬭎" * 60, "", []),
        (" ", "", [("team", "team.missing")]),
        ("x" * 61, "", [("team", "team.too-long")]),
        ("South", "x" * 61, [("manager", "team.too-long")]),
        ("South\ndesk", "", [("team", "team.no-text")]),
        ("South", "\udcff", [("manager", "team.no-text")]),
    ],
)
def test_a_teams_name_is_a_text_that_fits_a_sheet(team: str, manager: str, found: list[tuple[str, str]]) -> None:
    assert [(problem.field, problem.code) for problem in problems_of_team(team, manager)] == found
