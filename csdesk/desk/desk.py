"""The open desk: all use cases on one team file."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from csdesk.core.rulebook import Rulebook, Rulebooks
from csdesk.core.rulebook_file import read
from csdesk.desk.incidents import Incidents
from csdesk.desk.people import People
from csdesk.desk.session import Session, User
from csdesk.paths import resource
from csdesk.store.files import create_store, open_store
from csdesk.store.journal import Act, JournalLine
from csdesk.store.rulebooks import RulebookText

if TYPE_CHECKING:
    from csdesk.core.month import Month
    from csdesk.desk.attendance import Attendances
    from csdesk.desk.calendar import OfficeCalendar
    from csdesk.desk.checking import Finding
    from csdesk.desk.exports import Exports
    from csdesk.desk.handovers import Handovers
    from csdesk.desk.intake import Intake
    from csdesk.desk.leaves import Leaves
    from csdesk.desk.months import Months
    from csdesk.desk.papers import Papers
    from csdesk.desk.planning import Plans
    from csdesk.desk.reports import Reports
    from csdesk.desk.roster import Roster
    from csdesk.desk.roster_papers import RosterPapers
    from csdesk.desk.settings import Settings
    from csdesk.desk.shift_rules import AdoptedShiftRules
    from csdesk.desk.shifts import Shifts
    from csdesk.desk.swaps import Swaps


class Desk:
    """One team file and what can be done with it; made by `open_desk` or `new_desk`.

    What the window does not need at its first showing is imported when it is first asked for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.path: Path = session.store.path
        self.actor: User = session.actor
        self.people = People(session)
        self.incidents = Incidents(session, self.people)

    @cached_property
    def months(self) -> "Months":
        """The months' results, and what a supervisor decides about them."""
        from csdesk.desk.months import Months

        return Months(self._session, self.people)

    @cached_property
    def settings(self) -> "Settings":
        """What the team has set for itself."""
        from csdesk.desk.settings import Settings

        return Settings(self._session)

    @cached_property
    def papers(self) -> "Papers":
        """Sheets and forms on paper."""
        from csdesk.desk.papers import Papers

        return Papers(self._session, self.months)

    @cached_property
    def exports(self) -> "Exports":
        """The workbook for HR."""
        from csdesk.desk.exports import Exports

        return Exports(self._session, self.months)

    @cached_property
    def intake(self) -> "Intake":
        """Workbooks that are read in."""
        from csdesk.desk.intake import Intake

        return Intake(self._session)

    @cached_property
    def reports(self) -> "Reports":
        """What several months say together."""
        from csdesk.desk.reports import Reports

        return Reports(self.months)

    @cached_property
    def calendar(self) -> "OfficeCalendar":
        """Weekends, public holidays and make-up days."""
        from csdesk.desk.calendar import OfficeCalendar

        return OfficeCalendar(self._session)

    @cached_property
    def shift_rules(self) -> "AdoptedShiftRules":
        """The rules of shifts by day: hours, rest, swaps, leave, attendance."""
        from csdesk.desk.shift_rules import AdoptedShiftRules

        return AdoptedShiftRules(self._session)

    @cached_property
    def shifts(self) -> "Shifts":
        """The team's shift types."""
        from csdesk.desk.shifts import Shifts

        return Shifts(self._session)

    @cached_property
    def roster(self) -> "Roster":
        """Who works which shift on which day."""
        from csdesk.desk.roster import Roster

        return Roster(self._session, self.people, self.shift_rules, self.calendar)

    @cached_property
    def planning(self) -> "Plans":
        """Proposals for the empty cells of a month."""
        from csdesk.desk.planning import Plans

        return Plans(self._session, self.roster)

    @cached_property
    def leaves(self) -> "Leaves":
        """Leave, asked for and decided on."""
        from csdesk.desk.leaves import Leaves

        return Leaves(self._session, self.people, self.calendar, self.shift_rules)

    @cached_property
    def attendance(self) -> "Attendances":
        """Who was late, left early or was absent."""
        from csdesk.desk.attendance import Attendances

        return Attendances(self._session, self.people, self.incidents, self.shift_rules)

    @cached_property
    def handovers(self) -> "Handovers":
        """What one shift left for the next."""
        from csdesk.desk.handovers import Handovers

        return Handovers(self._session, self.people, self.incidents, self.shift_rules)

    @cached_property
    def swaps(self) -> "Swaps":
        """The register of swaps."""
        from csdesk.desk.swaps import Swaps

        return Swaps(self._session, self.people, self.calendar, self.shift_rules)

    @cached_property
    def roster_papers(self) -> "RosterPapers":
        """The roster, swaps and handovers on paper, and the roster's workbook."""
        from csdesk.desk.roster_papers import RosterPapers

        return RosterPapers(self._session, self.people, self.roster, self.swaps, self.handovers)

    @property
    def team_name(self) -> str:
        """The team's name, as it stands on sheets and workbooks."""
        return self._session.store.team().name

    def today(self) -> date:
        """Return the local day."""
        return self._session.today()

    def now(self) -> datetime:
        """Return the present moment, aware of its time zone."""
        return self._session.now()

    def closed_months(self) -> "frozenset[Month]":
        """Return the months that are closed."""
        return self._session.closed_months()

    def rulebooks(self) -> Rulebooks:
        """Return the versions of the rulebook that the team has adopted."""
        return self._session.rulebooks()

    def data_version(self) -> int:
        """Return a number that changes when another window or program has written to the file."""
        return self._session.store.data_version()

    def journal(self, limit: int = 200, before: int | None = None) -> list[JournalLine]:
        """Return the journal's newest lines, older ones from `before` on."""
        return self._session.store.journal.lines(limit, before)

    def check(self) -> "list[Finding]":
        """Return everything that is wrong with the file, its journal and its snapshots; nothing is well."""
        from csdesk.desk.checking import findings

        return findings(self._session, self.months)

    def backup(self, to: Path) -> None:
        """Write a verified copy of the file to `to`, which must not exist."""
        self._session.store.backup(to)

    def close(self) -> None:
        """Close the file."""
        self._session.store.close()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(path: Path, actor: User, now: Callable[[], datetime]) -> Desk:
    """Open the team file at `path`.

    Raises Unavailable where the file is missing, not ours, newer, damaged, locked or read-only.
    """
    return Desk(Session(open_store(path), actor, now))


def new_desk(path: Path, team: str, manager: str, actor: User, now: Callable[[], datetime]) -> Desk:
    """Make a new team file at `path`, with the shipped rulebooks and rules of shifts adopted, and open it.

    Raises Unavailable where something stands at `path` already or cannot be written.
    """
    from csdesk.desk.shift_rules import shipped_shift_rules  # few starts make a new file

    act = Act(by=actor.name, at=now().astimezone(UTC), what="team.made")
    store = create_store(path, team, manager, shipped_rulebooks(), act, shipped_shift_rules())
    return Desk(Session(store, actor, now))


def shipped_rulebooks() -> list[RulebookText]:
    """Return the rulebooks that a new team begins with, oldest first."""
    files = sorted(resource("rulebooks").glob("*.toml"))
    texts = [(file.read_text("utf-8"), shipped_rulebook(file)) for file in files]
    shipped = [RulebookText(book.id, book.in_force_from, book.digest, text) for text, book in texts]
    return sorted(shipped, key=lambda version: version.in_force_from)


def shipped_rulebook(file: Path | None = None) -> Rulebook:
    """Return the shipped rulebook that stands in `file`, or the newest one."""
    if file is None:
        books = [shipped_rulebook(one) for one in resource("rulebooks").glob("*.toml")]
        return max(books, key=lambda book: book.in_force_from)
    rulebook = read(file.read_text("utf-8"), file.name)
    if not isinstance(rulebook, Rulebook):
        raise ValueError(f"{file.name}: {rulebook}")
    return rulebook
