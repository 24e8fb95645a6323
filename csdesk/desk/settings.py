"""The team's own settings, kept in its file."""

from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.team import problems_of_team
from csdesk.desk.facts import COMPLAINTS_FROM, complaints_from
from csdesk.desk.session import Session


class Settings:
    """What a team has set for itself."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def complaints_from(self) -> Month | None:
        """Return the first month in which the complaint register counts as in use, or None."""
        return complaints_from(self._session.store)

    def move_complaints_from(self, month: Month | None) -> None:
        """Let the complaint register count as in use from `month`; None: from the first complaint on."""
        value = str(month) if month is not None else ""
        self._session.store.settings.put(COMPLAINTS_FROM, value, self._session.act("setting.complaints-from"))

    def rename_team(self, name: str) -> list[Problem]:
        """Give the team another name, as it stands on sheets and workbooks."""
        problems = problems_of_team(name)
        if problems:
            return problems
        store = self._session.store
        renamed = store.teams.update(store.team()._replace(name=name.strip()), self._session.act("team.renamed"))
        return [] if renamed is not None else [Problem.at("team", "team.stale")]
