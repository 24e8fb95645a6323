"""The team itself: its name and its manager's, as they stand on sheets and workbooks."""

import unicodedata

from csdesk.core.problem import Problem
from csdesk.core.staff import NAME_LIMIT

_NO_TEXT = {"Cc", "Cs"}
"""Control characters, and bytes that are no character at all."""


def problems_of_team(name: str, manager: str = "") -> list[Problem]:
    """Return what is wrong with a team's name and its manager's, as they stand on sheets and workbooks."""
    if not name.strip():
        return [Problem.at("team", "team.missing")]
    problems = []
    for field, text in (("team", name), ("manager", manager)):
        if len(text.strip()) > NAME_LIMIT:
            problems.append(Problem.at(field, "team.too-long", limit=NAME_LIMIT))
        if any(unicodedata.category(character) in _NO_TEXT for character in text.strip()):
            problems.append(Problem.at(field, "team.no-text"))
    return problems
