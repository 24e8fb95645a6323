"""Team files of a given size, made through the store as any other, for the bench only."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from csdesk.core.appraisal import SkillTest, Workload
from csdesk.core.employee import Employee, Role
from csdesk.core.incidents import Incident
from csdesk.core.month import Month
from csdesk.core.rulebook import Rule, Rulebook, Severity
from csdesk.core.rulebook_file import read
from csdesk.desk.desk import Desk, open_desk
from csdesk.desk.incidents import search_text
from csdesk.desk.names import search_keys
from csdesk.desk.session import User
from csdesk.paths import resource
from csdesk.store.files import Store, create_store
from csdesk.store.ids import new_id
from csdesk.store.journal import Act
from csdesk.store.rulebooks import RulebookText

LAST = Month(2026, 11)
MONTHS = 60
NOW = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
ACTOR = User("bench")
NOTES = (
    "电话号码录错一位",
    "晚到25分钟",
    "two tickets skipped",
    "Sunday outage, came in",
    "抽查漏填回访结果",
    "聊球赛",
    "",
)
# In a hundred entries, as on a real floor: small things, and bonuses that make up for them; few are in trouble.
_HOW_OFTEN = {
    Severity.MINOR: 60,
    Severity.BONUS: 36,
    Severity.MODERATE: 3,
    Severity.SERIOUS: 1,
    Severity.DISMISSAL: 0,
}
FAMILIES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾翟单区卜"
GIVEN = "娜俊敏燕强婷喆静蓉岚文晓雅志立新建国"


def now() -> datetime:
    """Return the moment at which the bench's clock stands."""
    return NOW


def seeded(path: Path, people: int, entries: int, months: int = MONTHS) -> Desk:
    """Make a team file of `people` with `entries` spread over the last `months`, and return its open desk."""
    rulebook = _rulebook()
    act = Act("bench", NOW, "bench.seeded")
    text = RulebookText(rulebook.id, rulebook.in_force_from, rulebook.digest, _rulebook_text())
    store = create_store(path, "Bench", "", [text], act)
    try:
        with store.atomic():
            _fill(store, rulebook, people, entries, months, act)
    finally:
        store.close()
    return open_desk(path, ACTOR, now)


def _rulebook_text() -> str:
    """Return the shipped rulebook, in force from long ago so that five years can be judged by it."""
    text = resource("rulebooks", "points.toml").read_text("utf-8")
    return text.replace("in_force_from = 2025-01-01", "in_force_from = 2021-01-01")


def _rulebook() -> Rulebook:
    rulebook = read(_rulebook_text(), "points.toml")
    if not isinstance(rulebook, Rulebook):
        raise TypeError(rulebook)
    return rulebook


def _fill(store: Store, rulebook: Rulebook, people: int, entries: int, months: int, act: Act) -> None:
    # The same figures on every machine and day.
    chance = random.Random(20261130)  # nothing secret
    team = [_employee(number, chance) for number in range(1, people + 1)]
    for employee in team:
        store.people.add(employee, search_keys(employee.name, employee.number), act)
    incidents = _incidents(rulebook, team, entries, months, chance)
    store.incidents.add_many(((incident, search_text(incident)) for incident in incidents), act)
    for employee in team:
        test = SkillTest(new_id(), employee.id, LAST.first, _whole(chance, 55, 100), Decimal(100))
        store.facts.add_test(test, act)
        figures = Workload(new_id(), employee.id, LAST, _whole(chance, 300, 700), _whole(chance, 80, 99))
        store.facts.put_workload(figures, act)


def _whole(chance: random.Random, low: int, high: int) -> Decimal:
    return Decimal(chance.randint(low, high))


def _employee(number: int, chance: random.Random) -> Employee:
    name = chance.choice(FAMILIES) + "".join(chance.choices(GIVEN, k=2))
    return Employee(new_id(), f"{number:05d}", name, Role.AGENT, date(2021, 1, 4), "hotline")


def _incidents(
    rulebook: Rulebook, team: list[Employee], entries: int, months: int, chance: random.Random
) -> Iterator[Incident]:
    rules = [rule for rule in rulebook.rules if rule.automatic is None and rule.minutes is None and rule.mildest]
    kinds = Counter(rule.severity for rule in rules)
    weights = [_HOW_OFTEN[rule.severity] / kinds[rule.severity] for rule in rules]
    first = LAST.plus(1 - months).first
    days = [first + timedelta(days=n) for n in range((LAST.last - first).days + 1)]
    for place in range(entries):
        # In the order of the days, as a log grows.
        yield _incident(
            chance.choices(rules, weights)[0], chance.choice(team), days[place * len(days) // entries], chance
        )


def _incident(rule: Rule, employee: Employee, day: date, chance: random.Random) -> Incident:
    points = chance.randint(rule.lowest, rule.highest) if rule.is_range else None
    clock = time(chance.randint(8, 19), chance.randint(0, 59))
    return Incident(new_id(), employee.id, day, clock, rule.code, points, None, 1, chance.choice(NOTES), "bench",
                    NOW.isoformat())  # fmt: skip
