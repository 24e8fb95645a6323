"""The daily log at work: offer the rules, check and preview a draft, record, void, correct, list."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import TYPE_CHECKING, NamedTuple, get_args

from csdesk.core.employee import Employee
from csdesk.core.incidents import Draft, Incident, Judged, judge, problems_of_voiding, total_points
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.rulebook import Overrun, Rule, Severity
from csdesk.core.words import Words
from csdesk.desk.names import find, rule_search_keys
from csdesk.desk.people import People
from csdesk.desk.session import Session
from csdesk.store.ids import new_id
from csdesk.store.incident_pages import PageQuery, Sort, Term

if TYPE_CHECKING:
    from csdesk.desk.preview import Preview


class RuleChoice(NamedTuple):
    """What can be logged: a rule, or an overrun whose minutes pick the rule."""

    code: str
    title: Words
    severity: Severity
    rule: Rule | None
    overrun: Overrun | None

    @property
    def asks_points(self) -> bool:
        """Whether points must be chosen."""
        return self.rule is not None and self.rule.is_range

    @property
    def asks_minutes(self) -> bool:
        """Whether minutes past the limit must be given."""
        return self.overrun is not None

    @property
    def asks_count(self) -> bool:
        """Whether the number of errors must be given."""
        return self.rule is not None and self.rule.counted


class Query(NamedTuple):
    """Which entries to list. month: None for all months. text: note, code, name, pinyin or number.

    sort: when, who, code, severity, points, note or by.
    """

    month: Month | None = None
    text: str = ""
    employee_id: str | None = None
    with_void: bool = False
    sort: Sort = "when"
    descending: bool = True
    limit: int = 500
    offset: int = 0


class EntryRow(NamedTuple):
    """An entry with its person, rule and signed points. rule: None where no rulebook knows it any more."""

    incident: Incident
    employee: Employee
    rule: Rule | None
    points: int


class EntryPage(NamedTuple):
    """A stretch of the entries that a query finds. total: how many it finds in all."""

    rows: Sequence[EntryRow]
    total: int


_SORTS: Mapping[str, Sort] = {sort: sort for sort in get_args(Sort)}


def sort_named(key: str) -> Sort:
    """Return the order of the log with this name; KeyError for any other."""
    return _SORTS[key]


# From the gravest to what is gained, as the log sorts them.
_RANK = {
    Severity.DISMISSAL: 5,
    Severity.SERIOUS: 4,
    Severity.MODERATE: 3,
    Severity.MINOR: 2,
    Severity.BONUS: 1,
}


class _Choices(NamedTuple):
    """What one version of the rulebook offers, and what it is found by."""

    digest: str
    choices: Sequence[RuleChoice]
    keys: Sequence[tuple[str, str]]


class Incidents:
    """The daily log. What is checked still holds when it is written: both are one transaction."""

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people
        self._choices: _Choices | None = None

    def rules(self, on: date) -> list[RuleChoice]:
        """Return what can be logged on `on`, in the rulebook's order; nothing where no rulebook covers the day."""
        return list(self._choices_on(on).choices)

    def find_rule(self, text: str, on: date, limit: int = 8) -> list[RuleChoice]:
        """Return the rules that `text` may mean (code, words, pinyin), best first."""
        offered = self._choices_on(on)
        if not text.strip():
            return list(offered.choices[:limit])
        by_code = {choice.code: choice for choice in offered.choices}
        return [by_code[code] for code in find(text, offered.keys, limit)]

    def _choices_on(self, on: date) -> _Choices:
        rulebook = self._session.rulebooks().on(on)
        if rulebook is None:
            return _Choices("", (), ())
        if self._choices is None or self._choices.digest != rulebook.digest:
            choices = [
                RuleChoice(rule.code, rule.title, rule.severity, rule, None)
                for rule in rulebook.rules
                if rule.automatic is None and rule.minutes is None
            ]
            for overrun in rulebook.overruns:
                mildest = rulebook.rule(overrun.tiers[0])
                assert mildest is not None  # the rulebook's reader refuses tiers that do not exist
                choices.append(RuleChoice(overrun.code, overrun.title, mildest.severity, None, overrun))
            keys = [(c.code, rule_search_keys(c.code, c.title.en, c.title.zh)) for c in choices]
            self._choices = _Choices(rulebook.digest, choices, keys)
        return self._choices

    def check(self, draft: Draft) -> list[Problem]:
        """Return what is wrong with the draft; nothing means that it can be recorded."""
        judged = self._judge(draft)
        return [] if isinstance(judged, Judged) else judged

    def _judge(self, draft: Draft) -> Judged | list[Problem]:
        return judge(
            draft,
            self._people.get(draft.employee_id),
            self._session.rulebooks(),
            today=self._session.today(),
            closed=self._session.closed_months(),
        )

    def preview(self, draft: Draft, *, instead_of: str | None = None) -> "Preview | list[Problem]":
        """Return what the draft would do to the person's month, or what is wrong with it.

        instead_of: the id of the entry that the draft corrects; it no longer counts afterwards.
        """
        from csdesk.desk.facts import own_facts  # the log can be read before anything is reckoned
        from csdesk.desk.preview import preview_of

        judged = self._judge(draft)
        employee = self._people.get(draft.employee_id)
        if not isinstance(judged, Judged) or employee is None:
            return judged if isinstance(judged, list) else []
        facts, best = own_facts(self._session.store, employee, Month.of(draft.day))
        entry = self._incident(draft, judged)
        return preview_of(entry, judged, employee, facts, best, self._session.rulebooks(), instead_of=instead_of)

    def _incident(self, draft: Draft, judged: Judged, *, corrects: str | None = None) -> Incident:
        return Incident(
            id=new_id(),
            employee_id=draft.employee_id,
            day=draft.day,
            time=draft.time,
            code=judged.rule.code,
            points=judged.points,
            minutes=judged.minutes,
            count=judged.count,
            note=draft.note.strip(),
            by=self._session.actor.name,
            at=self._session.now().astimezone(UTC).isoformat(timespec="milliseconds"),
            corrects=corrects,
        )

    def record(self, draft: Draft) -> Incident | list[Problem]:
        """Record one entry, durable when this returns; or return what is wrong, with nothing recorded."""
        with self._session.store.atomic():
            judged = self._judge(draft)
            if not isinstance(judged, Judged):
                return judged
            return self._add(self._incident(draft, judged), "entry.recorded")

    def record_for(self, employee_ids: Sequence[str], draft: Draft) -> list[Incident] | list[Problem]:
        """Record the same entry for several people at once: all or nothing."""
        incidents: list[Incident] = []
        with self._session.store.atomic():
            for employee_id in employee_ids:
                own = draft._replace(employee_id=employee_id)
                judged = self._judge(own)
                if not isinstance(judged, Judged):
                    return judged
                incidents.append(self._incident(own, judged))
            return [self._add(incident, "entry.recorded") for incident in incidents]

    def _add(self, incident: Incident, what: str) -> Incident:
        return self._session.store.incidents.add(incident, search_text(incident), self._session.act(what))

    def void(self, incident_id: str, rev: int, reason: str) -> Incident | list[Problem]:
        """Take an entry out of the reckoning, with a reason; it stays readable. Nothing is ever deleted."""
        with self._session.store.atomic():
            problems = self._problems_of_voiding(incident_id, reason)
            return problems or self._void(incident_id, rev, reason)

    def _void(self, incident_id: str, rev: int, reason: str) -> Incident | list[Problem]:
        act = self._session.act("entry.voided")
        voided = self._session.store.incidents.void(incident_id, rev, reason.strip(), act)
        return voided if voided is not None else [Problem.at("", "entry.stale")]

    def correct(self, incident_id: str, rev: int, draft: Draft, reason: str) -> Incident | list[Problem]:
        """Void an entry and record the right one in one step; the new one names the old."""
        with self._session.store.atomic():
            problems = self._problems_of_voiding(incident_id, reason)
            judged = self._judge(draft)
            if not isinstance(judged, Judged):
                return problems + judged
            if problems:
                return problems
            voided = self._void(incident_id, rev, reason)
            if not isinstance(voided, Incident):
                return voided
            return self._add(self._incident(draft, judged, corrects=incident_id), "entry.corrected")

    def _problems_of_voiding(self, incident_id: str, reason: str) -> list[Problem]:
        incident = self._session.store.incidents.get(incident_id)
        if incident is None:
            return [Problem.at("", "entry.unknown")]
        return problems_of_voiding(incident, reason, self._session.closed_months())

    def get(self, incident_id: str) -> EntryRow | None:
        """Return one entry, or None."""
        incident = self._session.store.incidents.get(incident_id)
        return self._rows([incident])[0] if incident is not None else None

    def page(self, query: Query) -> EntryPage:
        """Return the entries that `query` asks for."""
        rules = self._rules_by_code()
        rows, total = self._session.store.incidents.page(
            PageQuery(
                month=query.month,
                employee_id=query.employee_id,
                terms=self._terms(query.text),
                with_void=query.with_void,
                sort=query.sort,
                descending=query.descending,
                limit=query.limit,
                offset=query.offset,
                rule_points={code: rule.hardest for code, rule in rules.items()},
                severities={code: _RANK[rule.severity] for code, rule in rules.items()},
                names=self._people.name_ranks() if query.sort == "who" else {},
            )
        )
        return EntryPage(self._rows(rows), total)

    def _terms(self, text: str) -> list[Term]:
        """Return what the log is searched for: the whole as a name where it is one, else word by word."""
        whole = " ".join(text.casefold().split())
        if not whole:
            return []
        people = self._people.find_ids(whole)
        if people:
            return [Term(whole, people)]
        return [Term(word, self._people.find_ids(word)) for word in whole.split(" ")]

    def _rules_by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for version in self._session.rulebooks().versions for rule in version.rules}

    def last_of(self, employee_id: str, month: Month, limit: int = 5) -> Sequence[EntryRow]:
        """Return a person's newest entries of the month."""
        return self.page(Query(month=month, employee_id=employee_id, limit=limit)).rows

    def _rows(self, incidents: Sequence[Incident]) -> list[EntryRow]:
        people = self._people.by_id()
        rulebooks = self._session.rulebooks()
        rows = []
        for incident in incidents:
            rulebook = rulebooks.on(incident.day)
            rule = rulebook.rule(incident.code) if rulebook is not None else None
            points = total_points(rule, incident.points, incident.count) if rule is not None else 0
            rows.append(EntryRow(incident, people[incident.employee_id], rule, points))
        return rows


def search_text(incident: Incident) -> str:
    """Return what an entry is found by, casefolded: its code and its note."""
    return f"{incident.code} {incident.note}".casefold()
