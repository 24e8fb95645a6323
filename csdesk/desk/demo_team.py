"""The demonstration team on file: made through the same doors as any other team."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from csdesk.core.incidents import Incident, Judged, judge
from csdesk.core.words import Language
from csdesk.desk.demo import DemoTeam, demonstration
from csdesk.desk.demo_life import live
from csdesk.desk.desk import Desk, open_desk, shipped_rulebook, shipped_rulebooks
from csdesk.desk.incidents import search_text
from csdesk.desk.names import search_keys
from csdesk.desk.session import Session, User
from csdesk.desk.shift_rules import shipped_shift_rules
from csdesk.store.complaints import ComplaintRecord
from csdesk.store.files import create_store
from csdesk.store.ids import new_id
from csdesk.store.journal import Act
from csdesk.store.placing import check_place, made_beside


def make_demo_team(path: Path, actor: User, now: Callable[[], datetime], language: Language) -> Desk:
    """Make the demonstration team at `path` and return its open desk.

    language: of the notes. Raises Unavailable where something stands at `path` already or cannot be written; the file
    comes into being whole or not at all.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    check_place(path)
    with made_beside(path) as unfinished:
        _make(unfinished, actor, now, language)
    return open_desk(path, actor, now)


def _make(path: Path, actor: User, now: Callable[[], datetime], language: Language) -> None:
    moment = now()
    team = demonstration(moment.date(), shipped_rulebook(), new_id, language)
    act = Act(by=actor.name, at=moment.astimezone(UTC), what="team.made")
    store = create_store(path, team.name, team.manager, shipped_rulebooks(), act, shipped_shift_rules())
    try:
        with store.atomic():
            _write(Session(store, actor, now), team)
    finally:
        store.close()
    with open_desk(path, actor, now) as desk:
        live(desk, language)


def _write(session: Session, team: DemoTeam) -> None:
    store, act = session.store, session.act("demo.made")
    for employee in team.employees:
        store.people.add(employee, search_keys(employee.name, employee.number), act)
    store.incidents.add_many([(entry, search_text(entry)) for entry in _entries(session, team)], act)
    for test in team.tests:
        store.facts.add_test(test, act)
    for workload in team.workloads:
        store.facts.put_workload(workload, act)
    for complaint in team.complaints:
        record = ComplaintRecord(complaint.received, complaint.employee_id, complaint.effective)
        store.facts.add_complaint(record, act)
    for shift in team.roster.shifts:
        store.shifts.add(shift, act)
    store.roster.set_cells(team.roster.cells, act)
    for adjustment in team.adjustments:
        store.facts.add_adjustment(adjustment, act)


def _entries(session: Session, team: DemoTeam) -> list[Incident]:
    people = {employee.id: employee for employee in team.employees}
    at = session.now().astimezone(UTC).isoformat(timespec="milliseconds")
    entries = []
    for draft in team.drafts:
        judged = judge(draft, people[draft.employee_id], session.rulebooks(), today=session.today())
        if not isinstance(judged, Judged):
            raise ValueError(f"the demonstration breaks its rulebook: {draft} {judged}")
        entries.append(
            Incident(new_id(), draft.employee_id, draft.day, draft.time, judged.rule.code, judged.points,
                     judged.minutes, judged.count, draft.note, session.actor.name, at)
        )  # fmt: skip
    return entries
