"""Leave: whether it may be taken, by roster, swaps, holidays and the clock. Source: handbook shifts, leave."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from csdesk.core.cells import Cells, works
from csdesk.core.days import Calendar
from csdesk.core.employee import Employee
from csdesk.core.incidents import NOTE_LIMIT, Incident, check_reason, problems_of_employment
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Problem
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapState

DAYS_LIMIT = 366
"""How long a leave may be; whoever types more has typed something else."""

HOURS_LIMIT = 24

_BINDING = (SwapState.DRAFTED, SwapState.AGREED, SwapState.APPROVED)
_HUNDREDTH = Decimal("0.01")


class LeaveDraft(NamedTuple):
    """What a person asks for; None is an empty field.

    hours: of the one day, None for whole days. emergency_at: local time of the call to the manager, None where the
    leave is asked for in advance.
    """

    employee_id: str
    first: date | None = None
    last: date | None = None
    type: LeaveType = LeaveType.ANNUAL
    hours: Decimal | None = None
    note: str = ""
    emergency_at: datetime | None = None

    @classmethod
    def of(cls, leave: Leave) -> "LeaveDraft":
        """Return the draft that asks for just what `leave` is."""
        call = None if leave.emergency_at is None else datetime.fromisoformat(leave.emergency_at)
        return cls(leave.employee_id, leave.first, leave.last, leave.type, leave.hours, leave.note, call)


class LeaveFacts(NamedTuple):
    """What a leave is judged by.

    employee: None if there is no such person. leaves, swaps: all that may touch its days. cells: as worked, on its
    days. emergency_minutes: of the rules of shifts. now: local time without a zone; None where nobody asks now, as
    for the rows of a workbook, whose days are past and whose calls were taken long ago.
    """

    employee: Employee | None
    leaves: Sequence[Leave]
    cells: Cells
    shifts: Mapping[str, Shift]
    swaps: Sequence[Swap]
    calendar: Calendar
    closed: Collection[Month]
    emergency_minutes: int
    now: datetime | None


def judge_leave(
    draft: LeaveDraft, facts: LeaveFacts, *, id: str = "", state: LeaveState = LeaveState.ASKED
) -> Leave | list[Problem]:
    """Return the leave that `draft` asks for, or everything that is wrong with it.

    id: of the leave where it is on file already; it does not stand in its own way.
    """
    problems = [Problem.at("employee", "employee.unknown")] if facts.employee is None else []
    if len(draft.note) > NOTE_LIMIT:
        problems.append(Problem.at("note", "note.too-long", length=len(draft.note), limit=NOTE_LIMIT))
    problems += problems_of_span(draft.first, draft.last)
    if draft.first is None or draft.last is None or facts.employee is None or problems:
        return problems
    call = draft.emergency_at
    leave = Leave(
        id, draft.employee_id, draft.first, draft.last, draft.type, draft.hours, state, draft.note.strip(),
        None if call is None else call.isoformat(timespec="minutes"),
    )  # fmt: skip
    problems += _problems_of_hours(leave)
    problems += _problems_of_employment(leave, facts.employee)
    problems += _problems_of_closed_months(leave, facts.closed)
    problems += _problems_of_other_leave(leave, facts.leaves)
    problems += _problems_of_holidays(leave, facts, facts.employee)
    problems += _problems_of_swaps(leave, facts.swaps, facts.employee)
    problems += _problems_of_the_hour(leave, call, facts, facts.employee)
    return problems or leave


def days_of(first: date, last: date) -> Iterator[date]:
    """Yield the days from `first` to `last`, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def problems_of_span(first: date | None, last: date | None) -> list[Problem]:
    """Return what is wrong with the days of a leave alone, before anything else is read for them."""
    problems = []
    if first is None:
        problems.append(Problem.at("first", "leave.first-missing"))
    if last is None:
        problems.append(Problem.at("last", "leave.last-missing"))
    if first is not None and last is not None:
        if last < first:
            problems.append(Problem.at("last", "leave.ends-before", first=first, last=last))
        elif (last - first).days >= DAYS_LIMIT:
            problems.append(Problem.at("last", "leave.too-long", limit=DAYS_LIMIT))
    return problems


def _problems_of_hours(leave: Leave) -> list[Problem]:
    if leave.hours is None:
        return []
    if not 0 < leave.hours <= HOURS_LIMIT:
        return [Problem.at("hours", "leave.hours-outside", limit=HOURS_LIMIT)]
    if leave.hours != leave.hours.quantize(_HUNDREDTH):
        return [Problem.at("hours", "leave.hours-too-fine")]
    if leave.first != leave.last:
        return [Problem.at("hours", "leave.hours-of-days")]
    return []


def _problems_of_employment(leave: Leave, employee: Employee) -> list[Problem]:
    # What holds on the first and the last day holds between them: nobody is hired twice.
    first = [problem._replace(field="first") for problem in problems_of_employment(employee, leave.first)]
    last = [problem._replace(field="last") for problem in problems_of_employment(employee, leave.last)]
    return first or last


def _problems_of_closed_months(leave: Leave, closed: Collection[Month]) -> list[Problem]:
    touched = sorted({Month.of(day) for day in days_of(leave.first, leave.last)} & set(closed))
    return [Problem.at("first" if leave.first in month else "last", "month.closed", month=month) for month in touched]


def _problems_of_other_leave(leave: Leave, leaves: Sequence[Leave]) -> list[Problem]:
    return [
        Problem.at("first", "leave.overlaps", first=other.first, last=other.last)
        for other in sorted(leaves, key=lambda other: (other.first, other.id))
        if other.employee_id == leave.employee_id
        and other.id != leave.id
        and other.is_open
        and other.first <= leave.last
        and leave.first <= other.last
    ]


def _problems_of_holidays(leave: Leave, facts: LeaveFacts, employee: Employee) -> list[Problem]:
    """SW-7: no leave for those on duty on a public holiday. Source: handbook shifts, leave."""
    on_duty = [
        day
        for day in days_of(leave.first, leave.last)
        if facts.cells.get((leave.employee_id, day)) and facts.calendar.is_holiday(day)
    ]
    return [Problem.at("first", "leave.holiday-duty", name=employee.name, day=day) for day in on_duty[:1]]


def _problems_of_swaps(leave: Leave, swaps: Sequence[Swap], employee: Employee) -> list[Problem]:
    """SW-6: no leave on the day of a swap or its return. Source: handbook shifts, leave."""
    touched = [
        (leg.day, swap.number)
        for swap in swaps
        if swap.state in _BINDING
        for leg in swap.legs
        if leave.employee_id in (leg.giver_id, leg.taker_id) and leave.covers(leg.day)
    ]
    return [
        Problem.at("first", "leave.swapped-day", name=employee.name, day=day, number=number)
        for day, number in sorted(touched)[:1]
    ]


def begins_at(leave: Leave, cells: Cells, shifts: Mapping[str, Shift]) -> datetime:
    """Return when the first shift of the first day begins, local time; the day itself where nobody works."""
    first = works(cells, shifts, leave.employee_id, leave.first, leave.first)
    return first[0].begins if first else datetime.combine(leave.first, time())


def _problems_of_the_hour(leave: Leave, call: datetime | None, facts: LeaveFacts, employee: Employee) -> list[Problem]:
    """In advance; or, in an emergency, called in soon enough. Source: handbook shifts, leave."""
    begins = begins_at(leave, facts.cells, facts.shifts)
    if call is None:
        if facts.now is None or facts.now <= begins:
            return []
        return [Problem.at("first", "leave.not-in-advance", day=leave.first)]
    if facts.now is not None and call > facts.now:
        return [Problem.at("emergency_at", "leave.call-future")]
    if call.date() < leave.first - timedelta(days=1):
        return [Problem.at("emergency_at", "leave.call-early", day=leave.first)]
    on_duty = bool(facts.cells.get((leave.employee_id, leave.first)))
    latest = begins + (timedelta(minutes=facts.emergency_minutes) if on_duty else timedelta(days=1))
    if call <= latest:
        return []
    if not on_duty:
        return [Problem.at("emergency_at", "leave.call-after-day", day=leave.first)]
    late = int((call - begins).total_seconds()) // 60
    return [
        Problem.at("emergency_at", "leave.call-late", name=employee.name, minutes=late, limit=facts.emergency_minutes)
    ]


def problems_of_deciding(leave: Leave, closed: Collection[Month]) -> list[Problem]:
    """Return why a leave that is asked for cannot be approved or refused any more."""
    if leave.state is not LeaveState.ASKED:
        return [Problem.at("", f"leave.is-{leave.state.value}")]
    return _problems_of_closed_months(leave, closed)


def problems_of_withdrawing(leave: Leave, reason: str, closed: Collection[Month]) -> list[Problem]:
    """Return why a leave cannot be taken back for `reason`; an approved one may be."""
    problems = check_reason(reason)
    if not leave.is_open:
        problems.append(Problem.at("", f"leave.is-{leave.state.value}"))
    return problems + _problems_of_closed_months(leave, closed)


def leave_of(employee_id: str, day: date, leaves: Sequence[Leave]) -> Leave | None:
    """Return the approved leave for which somebody was away the whole of `day`, or None."""
    return next(
        (
            leave
            for leave in leaves
            if leave.employee_id == employee_id and leave.is_approved and leave.hours is None and leave.covers(day)
        ),
        None,
    )


def absences_logged(leave: Leave, entries: Sequence[Incident], codes: Mapping[date, str]) -> list[Incident]:
    """Return the entries that charge somebody with absence on days of a leave of theirs, by day.

    entries: of the log, void ones too. codes: the rule for an absence on each day, as far as there are rules of shifts.
    """
    found = [
        entry
        for entry in entries
        if entry.employee_id == leave.employee_id
        and leave.covers(entry.day)
        and codes.get(entry.day) == entry.code
        and not entry.is_void
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.id))
