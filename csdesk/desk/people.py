"""The staff file at work: find, add, change, let leave."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from csdesk.core.employee import Employee
from csdesk.core.problem import Problem
from csdesk.desk.names import find, search_keys, spelling
from csdesk.desk.session import Session
from csdesk.store.ids import new_id
from csdesk.store.journal import JournalLine

if TYPE_CHECKING:
    from csdesk.core.staff import PersonDraft

__all__ = ["JournalLine", "People"]


class _Team(NamedTuple):
    """Everybody, as read at one version of the file. keys: what each id is found by."""

    version: int
    everybody: Sequence[Employee]
    by_id: Mapping[str, Employee]
    keys: Sequence[tuple[str, str]]


class People:
    """The people of the team."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._team: _Team | None = None
        self._ranks: tuple[_Team, Mapping[str, int]] | None = None

    def _now(self) -> _Team:
        """Return the team as it stands, read again only after a change here or in another window."""
        version = self._session.store.data_version()
        if self._team is None or self._team.version != version:
            everybody = self._session.store.people.all()
            self._team = _Team(
                version, everybody, {e.id: e for e in everybody}, self._session.store.people.search_keys()
            )
        return self._team

    def all(self, *, include_left: bool = True) -> list[Employee]:
        """Return everybody, by number; without those who left before today where asked."""
        everybody = self._now().everybody
        if include_left:
            return list(everybody)
        today = self._session.today()
        return [e for e in everybody if e.left is None or e.left >= today]

    def get(self, employee_id: str) -> Employee | None:
        """Return the person with this id, or None."""
        return self._now().by_id.get(employee_id)

    def by_id(self) -> Mapping[str, Employee]:
        """Return everybody by id."""
        return self._now().by_id

    def by_number(self, number: str) -> Employee | None:
        """Return the person with this number, or None."""
        return next((e for e in self._now().everybody if e.number == number), None)

    def find(
        self, text: str, *, on: date | None = None, limit: int = 8, first: Collection[str] = ()
    ) -> list[Employee]:  # fmt: skip
        """Return whom `text` may mean (hanzi, pinyin, initials, number), best first.

        on: only people employed on that day. first: ids of those who come first where several fit equally.
        """
        team = self._now()
        if not text.strip():
            fitting = [e for e in team.everybody if on is None or e.employed_on(on)]
            return (sorted(fitting, key=lambda e: e.id not in first) if first else fitting)[:limit]
        keys = team.keys
        if on is not None:
            keys = [(id, key) for id, key in keys if team.by_id[id].employed_on(on)]
        if first:
            keys = sorted(keys, key=lambda one: one[0] not in first)
        return [team.by_id[id] for id in find(text, keys, limit)]

    def find_ids(self, text: str) -> list[str]:
        """Return the ids of everybody whom `text` may mean."""
        keys = self._now().keys
        return find(text, keys, len(keys))

    def name_ranks(self) -> Mapping[str, int]:
        """Return everybody's place in the order in which names are looked up: by their pinyin or Latin letters."""
        team = self._now()
        if self._ranks is None or self._ranks[0] is not team:
            keys = dict(team.keys)
            ordered = sorted(team.everybody, key=lambda e: (spelling(keys[e.id]), e.name, e.number))
            self._ranks = team, {employee.id: rank for rank, employee in enumerate(ordered, start=1)}
        return self._ranks[1]

    def add(self, draft: "PersonDraft") -> Employee | list[Problem]:
        """Put a new person on the staff file, or return what is wrong; nobody is added to a closed month's result."""
        from csdesk.core.staff import judge_person, problems_of_closed_months

        with self._session.store.atomic():
            employee = judge_person(draft, self._by_number(), id=new_id())
            if not isinstance(employee, Employee):
                return employee
            closed = self._session.store.closings.months_closed()
            problems = problems_of_closed_months(None, employee, closed, self._session.rulebooks())
            if problems:
                return problems
            keys = search_keys(employee.name, employee.number)
            added = self._session.store.people.add(employee, keys, self._session.act("person.added"))
            assert added is not None  # its number was free, and nobody else writes in between
            self._team = None
            return added

    def change(self, employee_id: str, rev: int, draft: "PersonDraft") -> Employee | list[Problem]:
        """Change a person's line, read at `rev`; loses politely if another window was first."""
        from csdesk.core.staff import judge_person

        with self._session.store.atomic():
            employee = judge_person(draft, self._by_number(), id=employee_id, rev=rev)
            return self._write_change(employee, "person.changed") if isinstance(employee, Employee) else employee

    def leave(self, employee_id: str, rev: int, last_day: date) -> Employee | list[Problem]:
        """Record somebody's last day; the months worked keep their rows."""
        with self._session.store.atomic():
            employee = self.get(employee_id)
            if employee is None:
                return [Problem.at("employee", "employee.unknown")]
            if last_day < employee.hired:
                return [Problem.at("left", "left.before-hire", left=last_day, hired=employee.hired)]
            return self._write_change(employee._replace(left=last_day, rev=rev), "person.left")

    def _write_change(self, employee: Employee, what: str) -> Employee | list[Problem]:
        """Write `employee` over the line that was read; not where a closed month's result would change."""
        from csdesk.core.staff import problems_of_closed_months

        before = self.get(employee.id)
        if before is not None and before.rev == employee.rev:
            closed = self._session.store.closings.months_closed()
            problems = problems_of_closed_months(before, employee, closed, self._session.rulebooks())
            if problems:
                return problems
        keys = search_keys(employee.name, employee.number)
        changed = self._session.store.people.update(employee, keys, self._session.act(what))
        self._team = None
        return changed if changed is not None else [Problem.at("", "person.stale")]

    def _by_number(self) -> dict[str, Employee]:
        return {employee.number: employee for employee in self._now().everybody}

    def history(self, employee_id: str) -> list[JournalLine]:
        """Return the journal's lines about this person, newest first."""
        return self._session.store.journal.of_subject(employee_id)[::-1]
