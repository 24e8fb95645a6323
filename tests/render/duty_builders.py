"""Rosters, swaps and handovers for the tests of paper and workbook: plausible months, any size."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from csdesk.core.cells import Cell
from csdesk.core.days import Calendar, DayKind, SpecialDay
from csdesk.core.employee import Employee
from csdesk.core.handover import OpenProblem
from csdesk.core.leave import Leave, LeaveState, LeaveType
from csdesk.core.month import Month
from csdesk.core.problem import Detail
from csdesk.core.roster import Cover
from csdesk.core.shifts import Shift
from csdesk.core.swap import Swap, SwapDraft, SwapState
from csdesk.core.swap_rules import RuleResult
from csdesk.core.words import Words
from csdesk.paths import form
from csdesk.render.duty_form import DutyForm, DutyKind, read_duty_form
from csdesk.render.handover_paper import HandoverSheet
from csdesk.render.roster_sheet import RosterSheet
from csdesk.render.swap_sheet import SwapDay, SwapSheet
from tests.builders import an_employee

OCTOBER = Month(2026, 10)
NATIONAL_DAY = Words("National Day", "国庆节")
DAY = Shift("day", "D", time(8, 30), time(17, 30), 60, "blue", (3, 3, 3, 3, 3, 2, 2))
EVENING = Shift("evening", "晚班", time(14), time(22), 0, "amber", (2, 2, 2, 2, 2, 2, 2), cleans=True)
NIGHT = Shift("night", "N", time(22), time(6), 30, "violet", (1, 1, 1, 1, 1, 1, 1))
SHIFTS = (DAY, EVENING, NIGHT)
NAMES = ("李娜", "王𬭎", "欧阳文静", "阿卜杜热合曼·阿卜杜克热木", "Christopher Montgomery", "赵敏", "孙立新", "周涛")


def a_duty_form(name: str, kind: DutyKind) -> DutyForm:
    read = read_duty_form(form(f"{name}.toml").read_text("utf-8"), f"{name}.toml", kind)
    assert isinstance(read, DutyForm), read
    return read


def the_calendar(official_through: int = 2026) -> Calendar:
    """2026 as it was arranged around October, as far as the tests look."""
    days = {date(2026, 10, day): SpecialDay(DayKind.HOLIDAY, NATIONAL_DAY) for day in range(1, 8)}
    days[date(2026, 10, 10)] = SpecialDay(DayKind.MAKE_UP, NATIONAL_DAY)
    days[date(2026, 9, 20)] = SpecialDay(DayKind.MAKE_UP, NATIONAL_DAY)
    return Calendar(days, official_through)


def people(size: int) -> list[Employee]:
    return [an_employee(f"{1001 + at}", NAMES[at % len(NAMES)]) for at in range(size)]


def a_roster(
    size: int = 12,
    month: Month = OCTOBER,
    *,
    employees: Sequence[Employee] | None = None,
    shifts: Sequence[Shift] = SHIFTS,
    changed: dict[Cell, tuple[str, ...]] | None = None,
    gained: dict[Cell, tuple[str, ...]] | None = None,
    leaves: Sequence[Leave] = (),
    calendar: Calendar | None = None,
    team: str = "南区客服中心",
    need: int = 0,
) -> RosterSheet:
    """A rotation of four days on the shifts in turn and two off. changed: cells instead of it."""
    team_of = people(size) if employees is None else list(employees)
    known = {shift.id: shift for shift in shifts}
    planned: dict[Cell, tuple[str, ...]] = {}
    days = [month.first + timedelta(days=at) for at in range((month.last - month.first).days + 1)]
    for row, person in enumerate(team_of):
        for at, day in enumerate(days):
            step = (at + row) % 6
            if step < 4 and shifts:
                planned[person.id, day] = (shifts[(row + (at + row) // 6) % len(shifts)].id,)
    planned.update(changed or {})
    cells = {**planned, **(gained or {})}
    covers = {
        day: [
            Cover(shift, sum(shift.id in cell for (_, on), cell in cells.items() if on == day), need or shift.need(day))
            for shift in shifts
        ]
        for day in days
    }
    return RosterSheet(team, month, date(2026, 9, 25), team_of, known, cells, planned, gained or {}, leaves,
                       calendar or the_calendar(), covers)  # fmt: skip


def a_leave(
    employee_id: str = "person-1002",
    first: date = date(2026, 10, 12),
    last: date | None = None,
    *,
    state: LeaveState = LeaveState.APPROVED,
    hours: Decimal | None = None,
) -> Leave:
    return Leave(f"leave-{employee_id}-{first}", employee_id, first, last or first, LeaveType.ANNUAL, hours, state)


def a_busy_roster(size: int = 12, month: Month = OCTOBER) -> RosterSheet:
    """With swaps, stacked shifts, leave of every kind, somebody who joins and somebody who leaves in the month."""
    team = people(size)
    team[5] = team[5]._replace(hired=date(month.year, month.month, 10))
    team[6] = team[6]._replace(left=date(month.year, month.month, 20))
    day = month.first.replace
    return a_roster(
        month=month,
        employees=team,
        changed={(team[2].id, day(day=9)): ("day", "night"), (team[3].id, day(day=14)): ("day", "evening", "night")},
        gained={(team[0].id, day(day=15)): ("night",), (team[1].id, day(day=16)): ("day", "evening")},
        leaves=[
            a_leave(team[1].id, day(day=11), day(day=13)),
            a_leave(team[4].id, day(day=21), day(day=23), state=LeaveState.ASKED),
            a_leave(team[5].id, day(day=26), hours=Decimal("2.50")),
            a_leave(team[7].id, day(day=5), state=LeaveState.REFUSED),
        ],
    )


ZHAO, SUN = an_employee("1006", "赵敏"), an_employee("1007", "孙立新")
REASON = "家中老人住院，需陪护一天。"


def a_swap(
    number: int = 12,
    *,
    state: SwapState = SwapState.DRAFTED,
    day_b: date | None = date(2026, 10, 21),
    reason: str = REASON,
    signed_a: date | None = None,
    signed_b: date | None = None,
    decided_on: date | None = None,
    decision_reason: str | None = None,
) -> Swap:
    draft = SwapDraft(ZHAO.id, date(2026, 10, 14), SUN.id, day_b, reason)
    decided_by = "王芳" if decided_on else None
    return Swap(f"swap-{number}", number, date(2026, 10, 9), draft, state, signed_a, signed_b, None, decided_by,
                decided_on, decision_reason)  # fmt: skip


def the_rules(*, broken: bool = False) -> list[RuleResult]:
    """What the rules say of a swap that both have signed; SW-3 is broken for both people, where one is."""
    numbers: dict[str, Detail] = {"count": 4, "limit": 3, "month": OCTOBER, "numbers": "3, 7, 9"}
    third = [RuleResult.broken("SW-3.broken", person.id, name=person.name, **numbers) for person in (ZHAO, SUN)]
    return [
        RuleResult.kept("SW-1.kept"),
        RuleResult.open("SW-2.open"),
        *(third if broken else [RuleResult.kept("SW-3.kept", limit=3)]),
        RuleResult.kept("SW-4.kept", days=1),
        RuleResult.kept("SW-5.kept", hours="8", minutes="00"),
        RuleResult.kept("SW-6.kept"),
        RuleResult.kept("SW-7.kept"),
    ]


def a_swap_sheet(swap: Swap | None = None, *, rules: Sequence[RuleResult] | None = None) -> SwapSheet:
    asked = swap or a_swap()
    days = [SwapDay(asked.draft.day_a, (NIGHT,), (), (), (NIGHT,))]
    if asked.draft.day_b:
        days.append(SwapDay(asked.draft.day_b, (), (DAY, EVENING), (DAY, EVENING), ()))
    return SwapSheet(asked, ZHAO, SUN, days, the_rules() if rules is None else rules)


def a_handover(day: date | None = date(2026, 10, 14), **given: object) -> HandoverSheet:
    values: dict[str, object] = {
        "time": "22:00", "from_shift": EVENING, "to_shift": NIGHT, "equipment": "3号坐席耳麦有杂音，已报修。",
        "problems": (
            OpenProblem("p1", "h1", "订单20261003-17重复扣款，等财务回复。", date(2026, 10, 12)),
            OpenProblem("p2", "h1", "Callback to Mr Brown", date(2026, 10, 13), date(2026, 10, 14)),
        ),
        "staff_changes": "赵敏与孙立新换班（第12号）。", "notes": "", "given_by": "赵敏",
        "given_at": "2026-10-14 22:03", "taken_by": "孙立新",
    }  # fmt: skip
    return HandoverSheet("南区客服中心", date(2026, 10, 15), day, **{**values, **given})  # type: ignore[arg-type]
