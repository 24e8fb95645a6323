"""What the demonstration team asks of its roster: leave, swaps, a late arrival, handovers; through the same doors."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal

from csdesk.core.handover import Handover, HandoverDraft, Party
from csdesk.core.leave import Leave, LeaveType
from csdesk.core.leaves import LeaveDraft
from csdesk.core.swap import Swap, SwapDraft
from csdesk.core.words import Language
from csdesk.desk.demo_roster import told
from csdesk.desk.desk import Desk

_FAR = 21
"""Days ahead within which a day is looked for that suits."""

_Row = Mapping[str, Any]


def live(desk: Desk, language: Language) -> None:
    """Let the team of `desk` ask for leave and swaps, and let its last days be attended and handed over.

    What the rules of a day do not allow is left out: who makes the demonstration chooses no day.
    """
    story = told()
    for row in story["leave"]:
        _take_leave(desk, row, language)
    for row in story["swap"]:
        _swap(desk, row, language)
    _come_late(desk, story["late"], language)
    _hand_over(desk, story["handover"], language)


def _id(desk: Desk, number: str) -> str:
    employee = desk.people.by_number(number)
    if employee is None:
        raise ValueError(f"nobody of the demonstration has the number {number}")
    return employee.id


def _ahead(desk: Desk, days: int) -> list[date]:
    return [desk.today() + timedelta(days=days + more) for more in range(_FAR)]


def _take_leave(desk: Desk, row: _Row, language: Language) -> None:
    for day in _ahead(desk, row["ahead"]):
        last = day + timedelta(days=row["days"] - 1)
        draft = LeaveDraft(_id(desk, row["number"]), day, last, LeaveType(row["type"]), note=row["note"][language])
        asked = desk.leaves.ask(draft)
        if isinstance(asked, Leave):
            if row["approved"]:
                desk.leaves.approve(asked.id, asked.rev)
            return


def _swap(desk: Desk, row: _Row, language: Language) -> None:
    a_id, b_id, reason = _id(desk, row["a"]), _id(desk, row["b"]), row["reason"][language]
    days = _ahead(desk, row["ahead"])
    returns = days[1:] if row["returned"] else [None]
    drafts = (SwapDraft(a_id, day, b_id, back, reason) for day in days for back in returns)
    draft = next((one for one in drafts if desk.swaps.check(one).ok), None)
    swap = desk.swaps.ask(draft) if draft is not None else None
    if not isinstance(swap, Swap):
        return
    parties: tuple[Literal["a", "b"], ...] = ("a",) if row["state"] == "signed-by-a" else ("a", "b")
    for party in parties:
        signed = desk.swaps.sign(swap.id, swap.rev, party, desk.today())
        swap = signed if isinstance(signed, Swap) else swap
    if row["state"] == "approved":
        desk.swaps.approve(swap.id, swap.rev)


def _come_late(desk: Desk, row: _Row, language: Language) -> None:
    employee_id = _id(desk, row["number"])
    for ago in range(1, _FAR):
        day = desk.today() - timedelta(days=ago)
        late = desk.attendance.record(employee_id, day, late=row["minutes"], note=row["note"][language])
        if not isinstance(late, list):
            return


def _hand_over(desk: Desk, row: _Row, language: Language) -> None:
    for ago in range(row["days"], 0, -1):
        day = desk.today() - timedelta(days=ago)
        for due in desk.handovers.due(day):
            problems = (row["problem"][language],) if ago == row["days"] else ()
            draft = HandoverDraft(
                day, due.change.time, due.change.from_shift.id, due.change.to_shift.id, due.leaving[-1].id,
                due.arriving[0].id, row["equipment"][language], "", row["notes"][language], problems,
            )  # fmt: skip
            record = desk.handovers.record(draft)
            # The last one waits for its second signature.
            parties: tuple[Party, ...] = ("given",) if ago == 1 else ("given", "taken")
            for party in parties:
                if isinstance(record, Handover):
                    record = desk.handovers.acknowledge(record.id, record.rev, party)
