from datetime import date

from csdesk.core.shift_rules import ShiftRules, ShiftRuleVersions
from csdesk.core.shift_rules_file import read
from csdesk.paths import resource


def rules_from(first: date) -> ShiftRules:
    rules = read(resource("schemes", "shifts.toml").read_text("utf-8"), "shifts.toml")
    assert isinstance(rules, ShiftRules)
    return rules._replace(id=f"shifts@{first}", in_force_from=first)


def test_the_version_in_force_is_the_last_one_begun() -> None:
    old, new = rules_from(date(2025, 1, 1)), rules_from(date(2026, 7, 1))
    versions = ShiftRuleVersions([new, old])
    assert versions.on(date(2024, 12, 31)) is None
    assert versions.on(date(2025, 1, 1)) is old
    assert versions.on(date(2026, 6, 30)) is old
    assert versions.on(date(2026, 7, 1)) is new
    assert versions.first_day == date(2025, 1, 1)
