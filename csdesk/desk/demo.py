"""The demonstration team: twelve people and six months that look like a real floor's, made from nothing but today."""

import datetime
import random
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from csdesk.core.appraisal import Adjustment, Complaint, SkillTest, Workload
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Draft
from csdesk.core.month import Month
from csdesk.core.rulebook import Rulebook, Severity, Trigger
from csdesk.core.words import Language
from csdesk.desk.demo_roster import DemoRoster, days_off, demo_roster
from csdesk.paths import resource

MONTHS = 6
# Not the date: what happens in a month is the same whenever the team is made, only the days move.
_SEED = 20250101
_OPENS, _CLOSES = datetime.time(9, 0), datetime.time(17, 20)
_TEST_PLACE = 0.65

# Rows of our own TOML files, whose shape the tests hold.
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """A team and what happened to it; nothing of it is stored yet.

    drafts: by day and time. Complaints and adjustments are those of the appraisal, without who wrote them.
    """

    name: str
    manager: str
    employees: tuple[Employee, ...]
    drafts: tuple[Draft, ...]
    tests: tuple[SkillTest, ...]
    workloads: tuple[Workload, ...]
    complaints: tuple[Complaint, ...]
    adjustments: tuple[Adjustment, ...]
    roster: DemoRoster


def demonstration(today: date, rulebook: Rulebook, new_id: Callable[[], str], language: Language = "en") -> DemoTeam:
    """Return the demonstration team as it stands on `today`; the same day gives the same team, but for the ids.

    rulebook: the shipped one, or a version of it; nothing happens before its first day. language: of notes and groups.
    """
    return _Floor(today, rulebook, new_id, language).team()


class _Floor:
    """One making of the team. Chance is drawn in one fixed order, whatever the day."""

    def __init__(self, today: date, rulebook: Rulebook, new_id: Callable[[], str], language: Language) -> None:
        self._today = today
        self._rulebook = rulebook
        self._new_id = new_id
        self._language = language
        self._chance = random.Random(_SEED)
        self._current = Month.of(today)
        self._rows = {row["number"]: row for row in _read("team.toml")["person"]}
        self._happens = _read("days.toml")
        self._people = {number: self._employee(row) for number, row in self._rows.items()}

    def team(self) -> DemoTeam:
        drafts = [
            draft
            for number in self._people
            for ago in reversed(range(MONTHS))
            for draft in self._entries(number, ago)
            if draft.day <= self._today
        ]
        return DemoTeam(
            name=_read("team.toml")["team"][self._language],
            manager=next(p.name for p in self._people.values() if p.role is Role.MANAGER),
            employees=tuple(self._people.values()),
            drafts=tuple(sorted(drafts, key=lambda d: (d.day, d.time or datetime.time.max, d.employee_id))),
            tests=tuple(self._tests()),
            workloads=tuple(self._workloads()),
            complaints=tuple(self._complaints()),
            adjustments=tuple(self._adjustments()),
            roster=self._roster(),
        )

    def _roster(self) -> DemoRoster:
        # One month ahead is planned already.
        months = [self._current.plus(-ago) for ago in reversed(range(-1, MONTHS))]
        return demo_roster(tuple(self._people.values()), months, self._rulebook.in_force_from, self._new_id)

    def _employee(self, row: _Row) -> Employee:
        hired = self._current.plus(-row["months"]).first + timedelta(days=row["day"] - 1)
        left = None
        if "leaves" in row:
            month = self._current.plus(-row["leaves"]["ago"])
            left = _at(_days(month.first, month.last), row["leaves"]["place"])
        return Employee(
            id=self._new_id(),
            number=row["number"],
            name=row["name"],
            role=Role(row["role"]),
            hired=hired,
            group=row["group"][self._language],
            probation_end=Month.of(hired).plus(row["probation"]).first if "probation" in row else None,
            base_salary=Decimal(row["salary"]),
            left=left,
            phone=row["phone"],
        )

    # What is logged ---------------------------------------------------------------------------------------------------

    def _entries(self, number: str, ago: int) -> list[Draft]:
        """Return what is logged about one person in one month, on different days; also what still lies ahead."""
        stories = [row for row in self._happens["story"] if (row["number"], row["ago"]) == (number, ago)]
        rows = [*stories, *self._small_things(number, stories)]
        free = self._working_days(number, ago)
        drafts = []
        for row in rows:
            # Drawn in any case, so that a month without a working day moves nothing that comes after it.
            place, moment = self._chance.random(), self._moment(row)
            if free:
                day = _at(free, row.get("place", place))
                free.remove(day)
                drafts.append(self._draft(number, day, moment, row))
        return drafts

    def _small_things(self, number: str, stories: Sequence[_Row]) -> list[_Row]:
        person = self._rows[number]
        minor = [thing for thing in self._happens["thing"] if self._severity(thing) is Severity.MINOR]
        bonus = [thing for thing in self._happens["thing"] if self._severity(thing) is Severity.BONUS]
        told = Counter[Severity]()
        for story in stories:
            told[self._severity(story)] += story.get("count", 1)
        # One escalation in six months is enough, and it is told by its stories.
        room = max(0, self._bearable() - told[Severity.MINOR])
        return [
            *self._draw(minor, min(room, self._how_many(person.get("small", 0)))),
            *self._draw(bonus, self._how_many(person.get("merit", 0))),
        ]

    def _how_many(self, average: float) -> int:
        """Return a whole number, from 0 to twice the average and one more, with that average."""
        return int(average * self._chance.triangular(0.3, 1.7) + self._chance.random())

    def _draw(self, things: Sequence[_Row], number: int) -> list[_Row]:
        return self._chance.choices(things, [thing["weight"] for thing in things], k=number)

    def _bearable(self) -> int:
        """Return how many minor offences a month bears without the automatic escalation."""
        bounds = [
            number
            for rule in self._rulebook.triggered_by(Trigger.REPEATED_OFFENCES)
            if rule.automatic
            for severity, number in rule.automatic.at_least
            if severity is Severity.MINOR
        ]
        return min(bounds) - 1

    def _severity(self, row: _Row) -> Severity:
        overrun = self._rulebook.overrun(row["code"])
        tier = self._rulebook.tier(overrun, row["minutes"]) if overrun else self._rulebook.rule(row["code"])
        assert tier is not None, row["code"]
        return tier.severity

    def _moment(self, row: _Row) -> datetime.time:
        if "time" in row:
            return datetime.time(row["time"].hour, row["time"].minute)
        first, last = (t.hour * 60 + t.minute for t in row.get("between", (_OPENS, _CLOSES)))
        hour, minute = divmod(self._chance.randint(first, last), 60)
        return datetime.time(hour, minute)

    def _draft(self, number: str, day: date, moment: datetime.time, row: _Row) -> Draft:
        return Draft(
            employee_id=self._people[number].id,
            day=day,
            code=row["code"],
            # Nobody knows how late it is today, and nothing may lie ahead.
            time=moment if day < self._today else None,
            points=row.get("points"),
            minutes=row.get("minutes"),
            count=row.get("count"),
            note=row["note"][self._language],
        )

    def _working_days(self, number: str, ago: int) -> list[date]:
        """Return the days of a month on which somebody works."""
        person = self._people[number]
        month = self._current.plus(-ago)
        rest = days_off(person)
        return [
            day
            for day in _days(max(month.first, self._rulebook.in_force_from), month.last)
            if person.employed_on(day) and day.weekday() not in rest
        ]

    # What else is known -----------------------------------------------------------------------------------------------

    def _tests(self) -> list[SkillTest]:
        """Return the monthly skill test of all who answer customers."""
        unusual = {(row["number"], row["ago"]): row["score"] for row in self._happens["test"]}
        tests = []
        for ago in reversed(range(MONTHS)):
            month = self._current.plus(-ago)
            day = _at([d for d in _days(month.first, month.last) if d.weekday() < 5], _TEST_PLACE)
            for number, person in self._people.items():
                if "skill" not in self._rows[number]:
                    continue
                score = min(98, round(self._rows[number]["skill"] + self._chance.triangular(-9, 9)))
                if person.employed_on(day) and self._rulebook.in_force_from <= day <= self._today:
                    marks = Decimal(unusual.get((number, ago), score))
                    tests.append(SkillTest(self._new_id(), person.id, day, marks, Decimal(100)))
        return tests

    def _workloads(self) -> list[Workload]:
        """Return the figures of the agents in the full months; those of the current one come at its end."""
        figures = []
        for ago in reversed(range(1, MONTHS)):
            month = self._current.plus(-ago)
            for number, person in self._people.items():
                if "pace" not in self._rows[number]:
                    continue
                pace = self._rows[number]["pace"] * self._chance.triangular(0.95, 1.05)
                care = self._rows[number]["care"] + self._chance.triangular(-0.9, 0.9)
                days = _days(max(month.first, self._rulebook.in_force_from), month.last)
                share = sum(person.employed_on(day) for day in days) / len(days) if days else 0
                if share:
                    workload, quality = Decimal(round(pace * share)), Decimal(f"{care:.1f}")
                    figures.append(Workload(self._new_id(), person.id, month, workload, quality))
        return figures

    def _complaints(self) -> list[Complaint]:
        complaints = []
        for row in self._happens["complaint"]:
            month = self._current.plus(-row["ago"])
            about = self._people[row["number"]] if "number" in row else None
            if about is not None:
                days = self._working_days(about.number, row["ago"])
            else:
                days = _days(max(month.first, self._rulebook.in_force_from), month.last)
            if days and (day := _at(days, row["place"])) <= self._today:
                complaints.append(Complaint(self._new_id(), about.id if about else None, day, row.get("effective")))
        return complaints

    def _adjustments(self) -> list[Adjustment]:
        return [
            Adjustment(
                self._new_id(),
                self._people[row["number"]].id,
                self._current.plus(-row["ago"]),
                row["points"],
                row["reason"][self._language],
            )
            for row in self._happens["adjustment"]
            if self._working_days(row["number"], row["ago"])
        ]


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=passed) for passed in range((last - first).days + 1)]


def _at(days: Sequence[date], place: float) -> date:
    """Return the day at a place between 0, the first, and 1, the last."""
    return days[min(len(days) - 1, int(place * len(days)))]


@cache
def _read(file: str) -> Mapping[str, Any]:
    return tomllib.loads(resource("demo", file).read_text("utf-8"))
