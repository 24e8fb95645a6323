"""Handover: what one shift leaves for the next, and when it is due by the roster. Source: handbook shifts, handover."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from csdesk.core.cells import Cells, works
from csdesk.core.employee import Employee
from csdesk.core.incidents import NOTE_LIMIT, check_reason, problems_of_employment
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift

Party = Literal["given", "taken"]
"""Who signs: of the leaving shift, or of the relief."""

_GAP = timedelta(hours=1)
"""How long after a shift its relief may begin."""

_DAY = timedelta(days=1)


class Handover(NamedTuple):
    """One record on file.

    day, time: local, of the change of shift. given_by_id, taken_by_id: of the leaving shift, and of the relief.
    given_at, taken_at: ISO text in UTC of when each signed. incident_id: of the entry that it led to.
    """

    id: str
    day: date
    time: time
    from_shift_id: str
    to_shift_id: str
    equipment: str = ""
    staff_changes: str = ""
    notes: str = ""
    given_by_id: str | None = None
    taken_by_id: str | None = None
    given_at: str | None = None
    taken_at: str | None = None
    refused_reason: str | None = None
    incident_id: str | None = None
    recorded_by: str = ""
    recorded_at: str = ""
    rev: int = 0

    @property
    def is_missing(self) -> bool:
        """Whether nobody wrote a record, and this only says which entry that led to."""
        # Whoever hands over says how the equipment is.
        return not self.equipment

    @property
    def is_refused(self) -> bool:
        """Whether the relief has refused it."""
        return self.refused_reason is not None

    @property
    def is_done(self) -> bool:
        """Whether both have signed."""
        return self.given_at is not None and self.taken_at is not None


class OpenProblem(NamedTuple):
    """Something difficult or unfinished, carried from handover to handover until it is closed.

    handover_id: of the record that names it first.
    """

    id: str
    handover_id: str
    text: str
    opened_on: date
    closed_on: date | None = None
    closed_by: str | None = None
    closing_note: str | None = None
    rev: int = 0


class HandoverDraft(NamedTuple):
    """What a person wrote down at a change of shift; None is an empty field. problems: texts of new ones."""

    day: date
    time: time | None
    from_shift_id: str
    to_shift_id: str
    given_by_id: str | None = None
    taken_by_id: str | None = None
    equipment: str = ""
    staff_changes: str = ""
    notes: str = ""
    problems: tuple[str, ...] = ()


class HandoverFacts(NamedTuple):
    """What a record is judged by. records: those on file of its day. closed: months that may not change."""

    shifts: Mapping[str, Shift]
    employees: Mapping[str, Employee]
    records: Sequence[Handover]
    today: date
    closed: Collection[Month] = ()


class ShiftChange(NamedTuple):
    """A change of shift, as the roster is worked.

    day, time: local, when the leaving shift may go: it has ended and its relief has begun. leaving_day: on which the
    leaving shift began. leaving, arriving: ids of the people.
    """

    day: date
    time: time
    from_shift: Shift
    to_shift: Shift
    leaving_day: date
    leaving: tuple[str, ...]
    arriving: tuple[str, ...]

    def is_of(self, record: Handover) -> bool:
        """Return whether `record` is of this change; the time may have been another than planned."""
        return (record.day, record.from_shift_id, record.to_shift_id) == (
            self.day, self.from_shift.id, self.to_shift.id,
        )  # fmt: skip


class _Group(NamedTuple):
    """Everybody who works one shift of one day."""

    begins: datetime
    ends: datetime
    code: str
    shift: Shift
    day: date
    people: tuple[str, ...]


def changes_of(cells: Cells, shifts: Mapping[str, Shift], day: date) -> list[ShiftChange]:
    """Return the changes of shift of `day`, by time and codes.

    cells: as worked, from two days before `day` to `day`. A shift is relieved by the one that begins nearest to its
    end, an hour after it at the latest; one that begins in its first half works beside it and relieves nobody.
    """
    groups = list(_groups(cells, shifts, day - 2 * _DAY, day))
    changes = []
    for leaving in groups:
        relief = [other for other in groups if _relieves(other, leaving)]
        if not relief:
            continue
        next_one = min(relief, key=lambda other: (abs(other.begins - leaving.ends), other.begins, other.code))
        moment = max(leaving.ends, next_one.begins)
        if moment.date() == day:
            changes.append(
                ShiftChange(
                    day, moment.time(), leaving.shift, next_one.shift, leaving.day, leaving.people, next_one.people
                )
            )
    return sorted(changes, key=lambda change: (change.time, change.from_shift.code, change.to_shift.code))


def _groups(cells: Cells, shifts: Mapping[str, Shift], first: date, last: date) -> Iterator[_Group]:
    people: dict[tuple[date, str], list[str]] = {}
    for employee_id in sorted({employee_id for employee_id, day in cells if first <= day <= last}):
        for work in works(cells, shifts, employee_id, first, last):
            people.setdefault((work.day, work.shift.id), []).append(employee_id)
    for (day, shift_id), ids in people.items():
        shift = shifts[shift_id]
        yield _Group(shift.begins(day), shift.ends(day), shift.code, shift, day, tuple(ids))


def _relieves(other: _Group, leaving: _Group) -> bool:
    half = leaving.begins + (leaving.ends - leaving.begins) / 2
    return half < other.begins <= leaving.ends + _GAP and other.ends > leaving.ends


def judge_handover(draft: HandoverDraft, facts: HandoverFacts, *, id: str = "") -> Handover | list[Problem]:
    """Return the record that `draft` describes, or everything that is wrong with it."""
    problems = []
    if draft.day > facts.today:
        problems.append(Problem.at("day", "handover.future", day=draft.day))
    problems += problems_of_month(draft.day, facts.closed)
    if draft.time is None:
        problems.append(Problem.at("time", "handover.time-missing"))
    for field, shift_id in (("from_shift", draft.from_shift_id), ("to_shift", draft.to_shift_id)):
        if shift_id not in facts.shifts:
            problems.append(Problem.at(field, "handover.shift-missing"))
    problems += _problems_of_people(draft, facts.employees)
    if not draft.equipment.strip():
        problems.append(Problem.at("equipment", "handover.equipment-missing"))
    problems += _problems_of_texts(draft)
    if any(_stands(record) and _is_of(record, draft) for record in facts.records):
        problems.append(Problem.at("", "handover.recorded"))
    if problems or draft.time is None:
        return problems
    return Handover(
        id, draft.day, draft.time, draft.from_shift_id, draft.to_shift_id, draft.equipment.strip(),
        draft.staff_changes.strip(), draft.notes.strip(), draft.given_by_id, draft.taken_by_id,
    )  # fmt: skip


def problems_of_month(day: date, closed: Collection[Month]) -> list[Problem]:
    """Return that nothing is written any more of the handovers of `day`, whose month is closed."""
    month = Month.of(day)
    return [Problem.at("day", "month.closed", month=month)] if month in closed else []


def _problems_of_people(draft: HandoverDraft, employees: Mapping[str, Employee]) -> list[Problem]:
    problems = []
    for field, employee_id in (("given_by", draft.given_by_id), ("taken_by", draft.taken_by_id)):
        if employee_id is None:
            continue
        employee = employees.get(employee_id)
        if employee is None:
            problems.append(Problem.at(field, "employee.unknown"))
        problems += [problem._replace(field=field) for problem in problems_of_employment(employee, draft.day)]
    if draft.given_by_id is not None and draft.given_by_id == draft.taken_by_id:
        problems.append(Problem.at("taken_by", "handover.same-person"))
    return problems


def _problems_of_texts(draft: HandoverDraft) -> list[Problem]:
    texts = [("equipment", draft.equipment), ("staff_changes", draft.staff_changes), ("notes", draft.notes)]
    texts += [("problems", text) for text in draft.problems]
    return [
        Problem.at(field, "note.too-long", length=len(text), limit=NOTE_LIMIT)
        for field, text in texts
        if len(text) > NOTE_LIMIT
    ]


def _stands(record: Handover) -> bool:
    """Return whether a record keeps another of the same change out."""
    return not (record.is_missing or record.is_refused)


def _is_of(record: Handover, draft: HandoverDraft) -> bool:
    return (record.day, record.from_shift_id, record.to_shift_id) == (
        draft.day, draft.from_shift_id, draft.to_shift_id,
    )  # fmt: skip


def new_problems(draft: HandoverDraft) -> list[str]:
    """Return the texts of what the draft leaves open, blank ones left out."""
    return [text.strip() for text in draft.problems if text.strip()]


def record_of(change: ShiftChange, records: Sequence[Handover]) -> Handover | None:
    """Return the record of a change of shift, a refused one where nobody wrote another; None without any.

    records: of its day, in the order in which they were made.
    """
    written = [record for record in records if change.is_of(record) and not record.is_missing]
    return next((record for record in written if _stands(record)), written[-1] if written else None)


def problems_of_signing(record: Handover, party: Party) -> list[Problem]:
    """Return why `party` cannot sign the record: the relief reads what the leaving shift has signed."""
    if record.is_missing:
        return [Problem.at("", "handover.unknown")]
    if record.is_refused:
        return [Problem.at("", "handover.is-refused")]
    person, signed = (
        (record.given_by_id, record.given_at) if party == "given" else (record.taken_by_id, record.taken_at)
    )
    if signed is not None:
        return [Problem.at("", "handover.signed-already")]
    if person is None:
        return [Problem.at(f"{party}_by", "handover.nobody")]
    if party == "taken" and record.given_at is None:
        return [Problem.at("", "handover.not-given")]
    return []


def problems_of_refusing(record: Handover, reason: str) -> list[Problem]:
    """Return why the relief cannot refuse the record for `reason`."""
    problems = check_reason(reason)
    if record.is_missing:
        problems.append(Problem.at("", "handover.unknown"))
    elif record.is_refused:
        problems.append(Problem.at("", "handover.is-refused"))
    elif record.taken_at is not None:
        problems.append(Problem.at("", "handover.signed-already"))
    return problems


class Owed(NamedTuple):
    """A handover that was missing or refused, and that the log holds no entry for.

    day: on which the leaving shift began. change: None where the roster no longer has it. record: the refused one, or
    what says that it was missing and led to an entry that was voided since; None where nothing is on file. people:
    ids of those who may be charged: who handed over, else the leaving shift.
    """

    day: date
    change: ShiftChange | None
    record: Handover | None
    people: tuple[str, ...]


def owed(
    changes: Sequence[ShiftChange], records: Sequence[Handover], today: date, standing: Collection[str]
) -> list[Owed]:
    """Return the handovers of a day that lead to an entry: first the missing ones, then the refused ones.

    changes, records: of that day. Missing is what nobody has written by the end of the day. A refused record stays
    careless when another has taken its place. standing: see `core.standing`.
    """
    found = []
    for change in changes:
        marks = [record for record in records if change.is_of(record) and record.is_missing]
        settled = any(mark.incident_id in standing for mark in marks)
        if change.day < today and record_of(change, records) is None and not settled:
            found.append(Owed(change.leaving_day, change, marks[-1] if marks else None, change.leaving))
    for record in records:
        if record.is_refused and record.incident_id not in standing:
            its_change = next((change for change in changes if change.is_of(record)), None)
            leaving = () if its_change is None else its_change.leaving
            people = leaving if record.given_by_id is None else (record.given_by_id,)
            found.append(Owed(record.day if its_change is None else its_change.leaving_day, its_change, record, people))
    return found
